"""The Study screen with the real use cases behind it: learning, undoing, rating, leaving."""

from __future__ import annotations

import pytest
from tui.asking import Asking, sample

from quizapp.core.memory import Rating
from quizapp.core.session import Done, Session
from quizapp.errors import DataError
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.question import QuestionView

RIGHT = {
    "astana": "Astana",
    "minsk": "Minsk",
    "members": "10",
}


async def settled(pilot):
    await pilot.pause()


@pytest.fixture
def app(study):
    seconds = iter(range(100_000))
    return QuizApp(study, None, None, start="study", clock=lambda: float(next(seconds)))


def view(app):
    return app.screen.query_one(QuestionView)


async def answer(pilot, *, right=True):
    """Give a right or a wrong reply to what is asked, and read the verdict."""
    asked = pilot.app.screen.asked
    wanted = RIGHT.get(asked.question.id)
    if wanted is None:
        text = "Chinese, Russian" if right else "Hindi"
        names = {" ": "space", ",": "comma"}
        await pilot.press(*(names.get(letter, letter) for letter in text), "enter")
        await settled(pilot)
        await pilot.press("enter")
    else:
        number = asked.options.index(wanted)
        await pilot.press(str((number if right else (number + 1) % 4) + 1))
    await settled(pilot)
    assert view(pilot.app).judged is not None


async def test_the_first_question_is_there_at_once_with_how_much_is_to_do(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, StudyScreen)
        assert "0 of 4 done" in said(app)
        assert app.screen.asked.prompt.ask in said(app)


async def test_a_session_ends_in_its_summary(app, study):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for _ in range(4):
            await answer(pilot)
            await pilot.press("enter")
            await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)
    assert study.today().done == 4


async def test_a_reply_is_saved_before_its_verdict_is_read(app, open_study):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot)
        assert open_study().today().done == 1


async def test_a_miss_comes_back_and_says_so(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        missed = app.screen.asked.question.id
        await answer(pilot, right=False)
        await pilot.press("enter")
        await settled(pilot)
        for _ in range(3):
            await answer(pilot)
            await pilot.press("enter")
            await settled(pilot)
        assert app.screen.asked.question.id == missed
        assert "missed before" in said(app)


async def test_f2_is_dont_know_where_the_space_bar_is_too(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Space Don't know" in said(app)
        assert "F2" not in said(app).splitlines()[-1]
        await pilot.press("f2")
        await settled(pilot)
        assert view(app).judged is not None


async def test_a_miss_with_nothing_between_says_why_and_comes_in_another_order(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen._ask(study.only(study.start().waiting[0]))
        await settled(pilot)
        before = app.screen.asked
        await answer(pilot, right=False)
        await pilot.press("enter")
        await settled(pilot)
        after = app.screen.asked
        assert after.question == before.question
        assert not after.options or after.options != before.options
        assert "You just saw the answer: once more" in said(app)
        assert "missed before" not in said(app)


async def test_undo_says_what_it_took_back_in_place_of_what_was_said_before(app, said):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "Suspended" in toast(app)
        await pilot.press("u")
        await settled(pilot)
        assert toast(app) == "Put back: it is asked again."
        asked = app.screen.asked
        wrong = next(one for one in asked.options if one != RIGHT[asked.question.id])
        await pilot.press(str(asked.options.index(wrong) + 1))
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert toast(app) == f"Taken back: “{wrong}” (wrong)."
        await pilot.press("space")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert toast(app) == "Taken back: “I don't know”."
        assert said(app).splitlines()[1].strip(" ▌") == toast(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_a_word_on_what_was_done_covers_neither_keys_nor_question(app, said, size):
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        before = said(app).splitlines()
        await pilot.press("f")
        await settled(pilot)
        after = said(app).splitlines()
        assert not before[1].strip()
        assert "Flagged. f takes it away; after your reply n notes why." in after[1]
        assert after[-1] == before[-1]
        kept = [line for line in after if "flagged" not in line][2:]
        assert all(line in before for line in kept)


async def test_undo_asks_the_same_question_again(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first = app.screen.asked.question.id
        assert "Undo" not in said(app)
        await answer(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert app.screen.asked.question.id == first
        assert "0 of 4 done" in said(app)
    assert study.today().done == 0


async def test_a_right_reply_is_rated_with_one_key(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot)
        assert "Rated good: asked again in 2 days." in said(app)
        assert "Or was it   h hard: 1 day    e easy: 8 days" in said(app)
        await pilot.press("e")
        await settled(pilot)
        assert app.screen.step.judged.rating is Rating.EASY
        assert "Rated easy: asked again in 8 days." in said(app)
        assert "Or was it   h hard: 1 day    g good: 2 days" in said(app)


async def test_a_rating_is_given_with_a_click_too(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot)
        view(app).post_message(QuestionView.Rated(int(Rating.HARD)))
        await settled(pilot)
        assert app.screen.step.judged.rating is Rating.HARD


async def test_a_wrong_reply_cannot_be_rated(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot, right=False)
        assert "easy" not in said(app)
        await pilot.press("e")
        await settled(pilot)
        assert app.screen.step.judged.rating is Rating.AGAIN


async def test_a_typed_reply_can_be_defended(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        while app.screen.asked.question.id != "languages":
            await answer(pilot)
            await pilot.press("enter")
            await settled(pilot)
        await answer(pilot, right=False)
        assert "y I was right" in said(app)
        await pilot.press("y")
        await settled(pilot)
        assert "✓ Right" in said(app)
        assert "I was right" not in said(app).splitlines()[-1]


def toast(app):
    """The one word that stands over the screen."""
    (notification,) = app._notifications
    return notification.message


async def test_a_flag_is_set_and_taken_away(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert "flagged  ·" in said(app)
        assert "f takes it away" in toast(app)
        await pilot.press("f")
        await settled(pilot)
        assert "flagged  ·" not in said(app)
        assert "The flag is taken away" in toast(app)


async def test_a_flag_is_seen_when_the_question_comes_again(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f", "escape")
        await settled(pilot)
        app.study_today()
        await settled(pilot)
        assert "flagged  ·" in said(app)


async def test_no_badge_hides_another(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first = app.screen.asked.question.id
        for _ in range(12):
            if app.screen.session.missed and app.screen.asked.question.id == first:
                break
            await pilot.press("f2" if "f2" in str(app.screen.active_bindings) else "space")
            await settled(pilot)
            await pilot.press("enter")
            await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert "missed before · flagged" in said(app)


async def test_what_is_not_known_is_not_called_wrong(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("space")
        await settled(pilot)
        assert "✗ Not known yet" in said(app)
        assert "Wrong" not in said(app)


async def test_undo_goes_back_step_by_step_through_all_that_was_done(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first = app.screen.asked.question.id
        await pilot.press("f")
        await settled(pilot)
        await answer(pilot)
        await pilot.press("enter")
        await settled(pilot)
        second = app.screen.asked.question.id
        app.screen.action_suspend_question()
        await settled(pilot)
        third = app.screen.asked.question.id
        await answer(pilot)
        await pilot.press("enter")
        await settled(pilot)
        before = [app.screen.asked.question.id]
        for _ in range(3):
            await pilot.press("f4")
            await settled(pilot)
            before.append(app.screen.asked.question.id)
        assert before[1:] == [third, second, first]
        assert study.flagged(app.screen.asked)
        await pilot.press("f4")
        await settled(pilot)
        assert toast(app).startswith("Taken back: the flag on “")
        assert not study.flagged(app.screen.asked)
        assert "flagged  ·" not in said(app)
        assert "Undo" not in said(app)


async def test_a_flag_taken_back_leaves_what_was_ticked_or_typed_as_it_is(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("down", "f", "u")
        await settled(pilot)
        assert view(app).sheet.position == 0
        await pilot.press("f", "f")
        await settled(pilot)
        assert app.screen.trail == []


async def test_a_word_on_what_was_done_goes_with_the_next_key(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "u brings it back" in toast(app)
        await pilot.press("down")
        await settled(pilot)
        assert not app._notifications


async def test_where_nothing_is_left_to_ask_browse_is_named_to_put_a_question_back(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for _ in range(4):
            app.screen.action_suspend_question()
            await settled(pilot)
        assert toast(app) == "Suspended: it is not asked any more. s in Browse puts it back."


async def test_suspending_says_how_to_take_it_back(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "u brings it back" in toast(app)


async def test_time_behind_help_is_not_counted(app, study):
    seconds = [100.0]
    app.clock = lambda: seconds[0]
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        seconds[0] += 3
        await pilot.press("question_mark")
        await settled(pilot)
        seconds[0] += 60
        await pilot.press("escape")
        await settled(pilot)
        seconds[0] += 2
        await pilot.press("1")
        await settled(pilot)
    row = study.database.connection.execute("SELECT took FROM review").fetchone()
    assert row[0] == 5000


async def test_a_suspended_question_goes_and_undo_brings_it_back(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        first = app.screen.asked.question.id
        await pilot.press("s")
        await settled(pilot)
        assert app.screen.asked.question.id != first
        assert "of 3 done" in said(app)
        await pilot.press("u")
        await settled(pilot)
        assert app.screen.asked.question.id == first
        assert "of 4 done" in said(app)


async def test_escape_leaves_and_the_session_goes_on_where_it_was(app, open_study):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
    assert len(open_study().start().waiting) == 3


async def test_a_reply_that_cannot_be_judged_can_be_given_again(app, study, monkeypatch):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        told = []
        monkeypatch.setattr(app, "say", told.append)

        def fail(*_):
            raise DataError("the data file is gone")

        with monkeypatch.context() as broken:
            broken.setattr(study, "reply", fail)
            await pilot.press("1")
            await settled(pilot)
        assert told == ["the data file is gone"]
        await answer(pilot)


async def test_misses_are_practised_without_ratings(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await answer(pilot, right=False)
        app.study_again(app.screen.session)
        await settled(pilot)
        assert "Practice" in said(app)
        await answer(pilot)
        assert "Again in" not in said(app)


async def test_a_session_whose_last_question_is_suspended_ends_in_its_summary(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        while isinstance(app.screen, StudyScreen):
            app.screen.action_suspend_question()
            await settled(pilot)
        assert isinstance(app.screen, SummaryScreen)


async def test_every_key_of_the_screen_has_a_name_and_a_sentence():
    app = Asking(None)
    for binding in (*StudyScreen.BINDINGS, *QuestionView.BINDINGS):
        if binding.description:
            assert binding.tooltip.endswith("."), binding
        assert binding.id
    assert app.replies == []


async def test_undo_works_while_a_field_has_the_focus(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        while app.screen.asked.question.id != "languages":
            await answer(pilot)
            await pilot.press("enter")
            await settled(pilot)
        done = study.today().done
        assert done
        assert "F4 Undo" in said(app)
        await pilot.press("f4")
        await settled(pilot)
        assert app.screen.asked.question.id != "languages"
    assert study.today().done == done - 1


@pytest.mark.parametrize("form", ["order", "match"])
async def test_u_takes_back_what_is_placed_before_it_takes_back_a_reply(parts, form):
    undone = []
    parts.study.ask = lambda session: (session, sample(form))
    parts.study.undo = lambda session: undone.append(session) or session
    app = parts.app()
    async with app.run_test() as pilot:
        session = Session(waiting=(1, 2), done=(Done(3, False, b"row"),), total=3)
        app.push_screen(StudyScreen(session))
        await settled(pilot)
        await pilot.press("1", "u")
        await settled(pilot)
        assert not app.screen.view.sheet.can_take_back
        assert undone == []
        await pilot.press("u")
        await settled(pilot)
        assert undone == [session]


async def test_a_note_is_written_after_the_verdict_and_told_with_the_next_one(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "n Note" not in said(app)
        await answer(pilot)
        assert "n Note" in said(app).splitlines()[-1]
        await pilot.press("n", *"he", "space", *"sue", "enter")
        await settled(pilot)
        assert toast(app) == "Note kept. n changes it."
        assert "Your note: he sue" in said(app)
        # The letters were text, and Enter kept the note only.
        assert app.screen.step.judged.rating is Rating.GOOD
        assert study.note(app.screen.asked) == "he sue"
        await pilot.press("u")
        await settled(pilot)
        assert "Your note" not in said(app)
        await answer(pilot)
        assert "Your note: he sue" in said(app)
        await pilot.press("n", *["backspace"] * 6, "enter")
        await settled(pilot)
        assert "Your note" not in said(app)


async def test_escape_leaves_a_note_as_it_was_and_not_the_session(app, study, said):
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await answer(pilot)
        await pilot.press("n")
        await settled(pilot)
        footer = said(app).splitlines()[-1]
        assert " ".join(footer.split()) == "Enter Keep Esc Leave Ctrl+Q Quit F1 Help"
        await pilot.press(*"no", "escape")
        await settled(pilot)
        assert isinstance(app.screen, StudyScreen)
        assert study.note(app.screen.asked) == ""
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.step is None


async def test_no_word_on_what_was_done_stands_lower_than_the_one_before(app, said):
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        for _ in range(3):
            await pilot.press("f")
            await settled(pilot)
            assert "▌" in said(app).splitlines()[1]
