"""Hand-check on the screen: accept, edit, reject, undo, write one, go on; by key and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting.sheets import draft, folder, opened

from quizapp.core.question import Form
from quizapp.drafting.drafts import Flag
from quizapp.packs.read import read_pack
from quizapp.tui import keys
from quizapp.tui.author import AuthorApp
from quizapp.tui.screens.checklist import CHECKLIST, ChecklistScreen
from quizapp.tui.screens.choose import ChooseScreen
from quizapp.tui.screens.handcheck_writing import PAUSE
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.widgets.article_pane import ArticlePane
from quizapp.tui.widgets.draft_form import FormArea
from quizapp.tui.widgets.footer import KeyFooter

SIZES = {"60x20": (60, 20), "80x24": (80, 24), "120x40": (120, 40)}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return folder(tmp_path / "work")


@pytest.fixture
def pack(drafts: Path) -> Path:
    return drafts.with_name("ten.toml")


@pytest.fixture
def app(drafts: Path) -> AuthorApp:
    return AuthorApp(opened(drafts))


async def settled(pilot) -> None:
    """Wait until what was typed is judged, and what was opened stands."""
    for _ in range(4):
        await pilot.pause(PAUSE / 3)
        await pilot.pause()


async def press(pilot, *pressed: str) -> None:
    for one in pressed:
        await pilot.press(one)
        if len(one) > 1:
            await settled(pilot)
    await settled(pilot)


def area(app: AuthorApp, key: str) -> FormArea:
    return app.screen.query_one(f"#field-{key}", FormArea)


async def test_the_sentence_and_the_draft_stand_together(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = said(app)
    assert "▌ The summit took place in ‹Astana› on Thursday." in text
    assert "Which city hosted the summit of July 2024?" in text
    assert "✓ " in next(line for line in text.splitlines() if line.endswith("Astana"))
    assert '! a time that depends on the day of reading: "Thursday"' in text
    assert "as of 4 July 2024" in text
    assert "0 of 4 decided · 0 in the pack" in text
    assert "is made when the first question is accepted" in text


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_the_footer_is_one_line_at_every_size(app, size) -> None:
    async with app.run_test(size=size) as pilot:
        for pressed in ((), ("a",), ("e",), ("escape",), ("m",), ("o",), ("k",)):
            await press(pilot, *pressed)
            footer = app.screen.query_one(KeyFooter)
            assert footer.size.height == 1, (pressed, [one.label for one in footer.entries])


async def test_a_draft_is_accepted_and_the_next_one_shown(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        assert "Which country joined" in said(app)
        assert '✓ Accepted as "astana"' in said(app)
        assert "1 of 4 decided · 1 in the pack" in said(app)
        assert [one.id for one in read_pack(pack).questions] == ["astana"]
        await press(pilot, "left")
        assert "✓ accepted as" in said(app)
        await press(pilot, "a")
        assert "u undoes" in said(app)
        await press(pilot, "u")
        assert not pack.exists()
        assert "Undone" in said(app)


async def test_each_reason_rejects_with_its_own_key(app, drafts) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "w", "v", "t", "l")
    reasons = [one.reason for one in app.check.ledger.decisions]
    assert reasons == ["wrong", "vague", "trivial", "loaded"]
    async with AuthorApp(opened(drafts)).run_test() as pilot:
        await press(pilot, "u", "u", "u", "u")
        assert pilot.app.check.progress().decided == 0
        await press(pilot, "d", "s")
        assert [one.what for one in pilot.app.check.ledger.decisions][-2:] == ["reject", "skip"]


async def test_a_reason_can_be_clicked(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "Reject:" in line)
        await pilot.click(offset=(lines[row].index("trivial") + 3, row))
        await settled(pilot)
        assert app.check.ledger.decisions[0].reason == "trivial"


async def test_a_field_is_edited_and_checked_while_it_is_typed(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e")
        assert "nothing to mend" in said(app)
        await press(pilot, *" now?")
        assert area(app, "ask").text.endswith("2024? now?")
        assert "[undated-word]" in said(app)
        await press(pilot, "enter")
        assert app.focused is area(app, "answer")
        await press(pilot, "ctrl+u")
        assert '"answer" is missing' in said(app)
        await press(pilot, "ctrl+s")
        assert "Not accepted" in said(app)
        assert not pack.exists()
        await press(pilot, *"Astana", "shift+tab", "ctrl+u", *"Where was it?", "ctrl+s")
        assert read_pack(pack).questions[0].prompts[0].ask == "Where was it?"
        assert app.check.ledger.decisions[0].what == "edit"
        assert "Which country joined" in said(app)


async def test_letters_typed_in_a_field_are_no_keys(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", *"awvtdlsunmopkfcrq?", "space")
        assert app.check.ledger.decisions == ()
        assert area(app, "ask").text.endswith("awvtdlsunmopkfcrq? ")


async def test_a_field_of_several_rows_is_cleared_whole(app) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "e")
        area(app, "ask").load_text("Which of the cities named here was it then? " * 3)
        area(app, "ask").move_cursor(area(app, "ask").document.end)
        await press(pilot, "ctrl+u")
        assert area(app, "ask").text == ""


async def test_changes_wait_until_they_are_accepted_or_taken_back(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "ctrl+u", *"Where?", "escape")
        assert "✎ changed, not accepted" in said(app)
        assert "Where?" in said(app)
        await press(pilot, "right", "left")
        assert "Where?" in said(app)
        await press(pilot, "q")
        assert app.is_running
        assert app.warned
        await press(pilot, "r")
        assert "Which city hosted" in said(app)
        assert not app.check.changed


@pytest.mark.parametrize("form", list(Form))
async def test_every_form_of_ones_own_question_has_its_fields(app, form) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        await press(pilot, *form.value.split("/")[0], "enter")
        fields = [one.key for one in app.screen.query(FormArea) if one.display]
        assert ("gap" in fields) == (form is Form.GAP)
        assert ("map" in fields) == (form is Form.MAP)
        assert app.screen.writing.form is form


async def test_a_question_of_ones_own_on_another_sentence(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "n")
        assert isinstance(app.screen, ChooseScreen)
        await press(pilot, *"typed", "enter")
        await press(pilot, "f6")
        assert "▌ Leaders of nine countries came." in said(app)
        await press(pilot, *"Whose leaders?", "enter", *"nine countries")
        assert "‹nine countries›" in said(app)
        await press(pilot, "ctrl+s")
        question = read_pack(pack).questions[0]
        assert question.evidence[0].terms == ("nine countries",)
        assert app.check.progress() == (0, 4, 1)
        await press(pilot, "u")
        assert not pack.exists()


async def test_a_sentence_is_cited_by_a_click(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "e")
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "two official languages" in line)
        await pilot.click(offset=(lines[row].index("official"), row))
        await settled(pilot)
        assert app.screen.writing.paragraph == 3
        assert 'paragraph 3 of "herald" does not contain' in " ".join(said(app).split())


async def test_the_form_of_a_draft_can_be_changed(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "f2")
        await press(pilot, *"typed", "enter")
        assert app.screen.writing.form is Form.TYPED
        assert "wrong" not in [one.key for one in app.screen.query(FormArea) if one.display]
        assert area(app, "answer").text == "Astana"


async def test_a_new_topic_is_made_with_its_first_question(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c")
        await press(pilot, *"The days")
        assert "New topic: The days" in said(app)
        assert "To the list" not in said(app)
        await press(pilot, "enter")
        assert "topic: The days (new)" in said(app)
        await press(pilot, "a")
        assert [one.title for one in read_pack(pack).topics] == ["Ten now", "The days"]
        assert read_pack(pack).questions[0].topic == "the-days"
        await press(pilot, "a")
        assert read_pack(pack).questions[1].topic == "the-days"


async def test_a_new_topic_is_made_from_the_form_too(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "f3", *"ten NOW")
        assert "New topic" not in said(app)
        await press(pilot, *" and then", "enter")
        assert area(app, "topic").text == "ten NOW and then"
        await press(pilot, "ctrl+s")
        assert read_pack(pack).topics[-1].title == "ten NOW and then"


async def test_an_accepted_question_is_mended_where_it_stands(app, pack, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "left", "e")
        assert area(app, "id").text == "astana"
        await press(pilot, "ctrl+u", *"Where was it?", "ctrl+s")
        assert "is changed in the pack" in said(app)
        assert [one.prompts[0].ask for one in read_pack(pack).questions] == ["Where was it?"]
        assert "1 of 4 decided · 1 in the pack" in said(app)
        await press(pilot, "u")
        assert read_pack(pack).questions[0].prompts[0].ask.startswith("Which city")


async def test_what_is_typed_in_one_burst_goes_to_the_field_that_tab_leads_to(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "ctrl+u")
        await app._press_keys(
            [*"Who", "tab", "ctrl+u", *"Ann", "enter", "ctrl+u", *"Bo", "shift+tab"]
        )
        await settled(pilot)
        assert [area(app, key).text for key in ("ask", "answer", "wrong")] == ["Who", "Ann", "Bo"]
        assert app.focused is area(app, "answer")


async def test_a_wrongly_shaped_answer_is_told_once(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "e", "f2", *"date", "enter", "ctrl+s")
        assert "write a day" in said(app)
        assert "missing" not in said(app)
        assert "Not accepted" in said(app)
        await press(pilot, "tab", "ctrl+u", *"2024-07-04")
        assert "Not accepted" not in said(app)


async def test_other_drafts_of_a_sentence_come_on_demand(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "right")
        assert "m 1 more draft from this sentence" in said(app)
        await press(pilot, "m")
        assert "How many members were there?" in said(app)
        assert "0 of 5 decided" in said(app)


async def test_ready_drafts_are_counted_and_sifted(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        await settled(pilot)
        assert "0 of 4 decided · 0 in the pack · 3 ready" in said(app)
        await press(pilot, "f", *"to mend", "enter")
        assert "only to mend" in said(app)
        assert "What did the host say" in said(app)
        assert "Draft 1 of 1" in said(app)


async def test_drafts_are_sifted_by_flag(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        await press(pilot, *"claim", "enter")
        assert "only claim" in said(app)
        assert "Draft 1 of 2" in said(app)


async def test_the_paragraph_and_the_article_are_a_key_away(app, said) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        assert "of nine countries" not in said(app)
        await press(pilot, "p")
        assert "of nine countries" in said(app)
        await press(pilot, "o")
        assert "Belarus became" in said(app)
        assert "Which city hosted" not in said(app)
        await press(pilot, "escape")
        assert "Which city hosted" in said(app)


async def test_a_wide_window_has_the_checklist_below_and_another_a_page_of_it(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert all(f"{name}:" in said(app) for name, _ in CHECKLIST)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "Answerable:" not in said(app)
        await press(pilot, "k")
        assert isinstance(app.screen, ChecklistScreen)
        assert all(f"{name}:" in said(app) for name, _ in CHECKLIST)
        await press(pilot, "escape")
        assert "Which city hosted" in said(app)


async def test_coverage_grows_paragraph_by_paragraph(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "0 of 3 paragraphs asked about" in said(app)
        await press(pilot, "a", "a")
        assert "2 of 3 paragraphs asked about" in said(app)
        assert "¶ 1  ▪ 1 question" in said(app)


async def test_hostile_words_are_shown_as_they_are(tmp_path, said) -> None:
    bad = draft(
        "bad",
        "[bold]Which[/bold] [@click=app.quit]city[/]?",
        "Astana",
        "The summit",
        flags=(Flag("vague", "[red]x[/red]"),),
        wrong=("[link=x]", "]]", "\\["),
    )
    app = AuthorApp(opened(folder(tmp_path / "bad", (bad,))))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = said(app)
        await press(pilot, "e", "escape", "a")
    assert "[bold]Which[/bold] [@click=app.quit]city[/]?" in text
    assert "[red]x[/red]" in text


async def test_a_file_without_drafts_still_lets_one_write(tmp_path, said) -> None:
    app = AuthorApp(opened(folder(tmp_path / "none", ())))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "e", "right", "space", "m", "u", "r")
        assert "There is no draft in this file" in said(app)
        await press(pilot, "n")
        await press(pilot, *"typed", "enter")
        assert app.screen.query_one(ArticlePane).row == 1


async def test_help_names_every_key_of_the_screen(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        labels = {hint.label for hint in keys.hints(app.screen)}
        assert {"Accept", "Edit", "Reject", "Skip", "Draft", "Write one", "Filter"} <= labels
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.how == app.HOW


@pytest.mark.parametrize("page", ["draft", "form"])
@pytest.mark.parametrize("size", ["80x24", "120x40"])
@pytest.mark.parametrize("theme", ["sco-dark", "sco-light"])
def test_hand_check_looks_as_it_did(snap_compare, drafts, page, size, theme) -> None:
    pressed = {"draft": ("a",), "form": ("a", "e")}[page]

    async def go_there(pilot) -> None:
        await settled(pilot)
        await press(pilot, *pressed)
        for field in pilot.app.screen.query(FormArea):
            field.cursor_blink = False

    app = AuthorApp(opened(drafts), theme=theme)
    assert snap_compare(app, run_before=go_there, terminal_size=SIZES[size])
