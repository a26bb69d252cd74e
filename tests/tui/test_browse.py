"""Browse: searching, sifting, details, and what is done to a question, by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizapp.browsing import Query, State
from quizapp.core.session import Session
from quizapp.play import Play
from quizapp.store import questions, reviews
from quizapp.study import Study
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.browse_list import FOLLOW_AFTER
from quizapp.tui.screens.choose import ChooseScreen
from quizapp.tui.screens.single import SingleScreen
from quizapp.tui.widgets.asking import NoteForm
from quizapp.tui.widgets.sifting import Filters, SearchField


@pytest.fixture
def app(study: Study) -> QuizApp:
    return QuizApp(study, Play(study), study.library, clock=lambda: 0.0)


async def settled(pilot) -> None:
    """Wait until the details have followed the list."""
    await pilot.pause(2 * FOLLOW_AFTER)
    for _ in range(3):
        await pilot.pause()


async def opened(pilot, query: Query | None = None) -> BrowseScreen:
    screen = BrowseScreen(query) if query else BrowseScreen()
    pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def press(pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def studied(study: Study, name: str, *replies: tuple[str, ...]) -> int:
    number = questions.number_of(study.database, "small", name)
    assert number is not None
    session: Session = study.only(number)
    for reply in replies:
        session, asked = study.ask(study.only(number))
        assert asked is not None
        study.reply(session, asked, reply, 1000)
    return number


async def test_every_question_is_listed_with_its_state_in_sign_and_word(app, study, said) -> None:
    studied(study, "astana", ("Astana",))
    questions.suspend(study.database, studied(study, "minsk"), True)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        text = said(app)
    assert "Browse · 4 questions" in text
    rows = {line.strip("▌ ")[:20]: line for line in text.splitlines()}
    assert "╍ shaky" in rows["Which city is the ca"] or "x suspended" in text
    assert "x suspended" in text
    assert "─ new" in rows["How many members did"]
    assert "Pack all" in text
    assert "State any" in text


async def test_another_state_is_named_even_where_as_many_are_found(app, study, monkeypatch) -> None:
    questions.suspend(study.database, studied(study, "minsk"), True)
    questions.toggle_flag(study.database, studied(study, "astana"))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "6")
        painted: list[object] = []
        monkeypatch.setattr(screen, "refresh", lambda *regions, **_: painted.extend(regions))
        await press(pilot, "5")
        assert screen.query_one(Filters).region in painted
        assert screen.query_one(Filters).filters[-1].chosen == "suspended"


async def test_the_list_follows_every_letter(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "slash")
        counts = []
        for letter in "minsk":
            await press(pilot, letter)
            counts.append(app.screen.found.count)
        assert counts[-1] == 1
        assert "capital of Belarus" in said(app)
        await press(pilot, "q", "s", "f")
        assert app.screen.query_one(SearchField).value == "minskqsf"
        assert "No question fits" in said(app)
        assert not app.screen.done
        await press(pilot, "escape", "c")
        assert "4 questions" in said(app)
        assert app.screen.query_one(SearchField).value == ""


async def test_arrows_move_the_list_from_within_the_field(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash", "c", "a", "p", "down")
        assert (screen.list.cursor, screen.found.count) == (1, 2)
        await press(pilot, "enter")
        assert app.focused is None


async def test_states_and_forms_are_chosen_by_key_and_told_in_words(app, study, said) -> None:
    studied(study, "astana", ("Astana",))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "3")
        assert screen.query_for.state is State.SHAKY
        assert "State shaky" in said(app)
        assert "1 question" in said(app)
        await press(pilot, "a")
        assert screen.query_for.state is State.STRONG
        await press(pilot, "0", "m")
        assert "Form choice" in said(app)
        assert screen.found.count == 2


async def test_the_footer_says_put_back_where_the_question_is_suspended(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "s Suspend" in said(app)
        await press(pilot, "s")
        assert "s Put back" in said(app)
        assert "s Suspend" not in said(app)
        await press(pilot, "down")
        assert "s Suspend" in said(app)


async def test_escape_clears_a_typed_search_before_it_leaves(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "slash", *"minsk", "enter")
        assert screen.found.count == 1
        await press(pilot, "escape")
        assert app.screen is screen
        assert (screen.query_for, screen.query_one(SearchField).value) == (Query(), "")
        await press(pilot, "escape")
        assert app.screen is not screen


async def test_a_topic_is_chosen_from_a_list_that_typing_narrows(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "t")
        assert isinstance(app.screen, ChooseScreen)
        await press(pilot, *"numb", "enter")
        assert app.screen is screen
        assert screen.query_for == Query(pack="small", topic="numbers")
        assert "Topic Numbers" in said(app)
        assert screen.found.count == 2
        await press(pilot, "p", "up", "enter")
        assert screen.query_for == Query()
        await press(pilot, "t", "escape")
        assert screen.query_for == Query()


async def test_at_80_columns_enter_opens_the_details_and_escape_closes_them(
    app, study, said
) -> None:
    studied(study, "astana", ("Bishkek",), ("Astana",))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert not screen.query_one("#details").display
        await press(pilot, "enter")
        text = said(app)
        for words in (
            "✓ Astana",
            "Wrong options: Almaty · Bishkek · Tashkent",
            "Astana took over from Almaty",
            "Memory",
            "chance that you know it today",
            "✗ wrong  Again  choice     Bishkek",
            "Capitals · A small pack",
        ):
            assert words in text
        await press(pilot, "right")
        assert "capital of Belarus" in said(app)
        await press(pilot, "escape")
        assert screen.list.display
        assert screen.list.cursor == 1
        assert screen.is_current


async def test_at_120_columns_the_details_stand_beside_the_list(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert "Wrong options: Almaty" in said(app)
        await press(pilot, "down")
        assert "Wrong options: Brest" in said(app)


async def test_what_is_done_to_a_question_is_said_and_undone(app, study, said) -> None:
    one = studied(study, "astana", ("Astana",))
    memory = reviews.memory(study.database, one)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "s")
        assert "Suspended: it is not asked any more. u undoes it." in said(app)
        assert "x suspended" in said(app)
        await press(pilot, "f")
        assert "* flagged" in said(app)
        await press(pilot, "x")
        assert "Start over with this question?" in said(app)
        await press(pilot, "s", "enter")
        assert "Started over" in said(app)
        assert reviews.memory(study.database, one) is None
        assert len(screen.done) == 3
        await press(pilot, "u")
        assert reviews.memory(study.database, one) == memory
        await press(pilot, "u", "u")
        line = screen.browsing.line(one)
        assert line is not None
        assert (line.flagged, line.standing) == (False, State.SHAKY)
        assert "undone" in said(app)
        await press(pilot, "u")
        assert not screen.done


async def test_starting_over_can_be_thought_better_of(app, study, said) -> None:
    one = studied(study, "astana", ("Astana",))
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await press(pilot, "x", "escape")
        assert reviews.memory(study.database, one) is not None
        assert "Start over with" not in said(app)
        await press(pilot, "down", "x", "enter")
        assert "new already" in said(app)


async def test_a_note_is_written_kept_and_undone(app, study, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "n", *"q[b]", "enter")
        assert "Your note" in said(app)
        assert "q[b]" in said(app)
        await press(pilot, "n", "x", "escape")
        assert screen.details is not None
        assert screen.details.note == "q[b]"
        assert not screen.query_one(NoteForm).display
        await press(pilot, "u")
        assert screen.details.note == ""


async def test_a_question_that_leaves_the_filter_leaves_the_list_and_comes_back(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, Query(state=State.NEW))
        await press(pilot, "down", "s")
        assert screen.found.count == 3
        assert "u undoes it" in said(app)
        await press(pilot, "u")
        assert screen.found.count == 4
        assert screen.list.cursor == 1


async def test_a_question_is_studied_at_once_and_one_is_back_where_one_was(
    app, study, said
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot, Query("kazakh"))
        await press(pilot, "enter")
        assert isinstance(app.screen, SingleScreen)
        asked = app.screen.asked
        assert asked is not None
        await press(pilot, str(asked.options.index("Astana") + 1))
        await press(pilot, "enter")
        assert app.screen is screen
        assert "✓ right" in said(app)
        assert "╍ shaky" in said(app)


async def test_a_suspended_question_is_not_studied_and_it_is_said_why(app, study, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "s", "o")
        assert app.screen is screen
        assert "put it back first" in said(app)


async def test_a_click_marks_a_question_and_a_second_one_opens_it(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.click("#questions", offset=(5, 2))
        await settled(pilot)
        assert screen.list.cursor == 2
        await pilot.click("#questions", offset=(5, 2))
        await settled(pilot)
        assert screen.reading
        assert "How many members" in said(app)


async def test_filters_answer_to_a_click(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.click("#filters", offset=(46, 0))
        await settled(pilot)
        assert screen.query_for.state is State.NEW


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_nothing_is_cut_off_at_any_size(app, said, size) -> None:
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        for widget in screen.walk_children():
            if widget.display and widget.region.area:
                assert widget.region.right <= size[0]
        text = said(app)
        for words in ("Pack all", "Topic all", "Form any", "State any", "Search", "Back"):
            assert words in text


async def test_square_brackets_in_a_pack_are_shown_as_typed(
    packs, open_study: Callable[[], Study], said
) -> None:
    path = packs / "small.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("of Kazakhstan?", "of [b]Kazakhstan[/b]?"),
        encoding="utf-8",
    )
    study = open_study()
    app = QuizApp(study, Play(study), study.library, clock=lambda: 0.0)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        assert said(app).count("[b]Kazakhstan[/b]") >= 1


async def test_an_empty_library_says_so(tmp_path, packs, open_study, said) -> None:
    (packs / "small.toml").unlink()
    study = open_study()
    app = QuizApp(study, Play(study), study.library, clock=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "down", "enter", "s", "n", "x")
        assert "There are no questions yet" in said(app)
        assert isinstance(app.screen, BrowseScreen)
