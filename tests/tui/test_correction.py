"""The card that tells of a changed answer: once, before the question is asked."""

from __future__ import annotations

import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.screens.correction import CorrectionScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen


@pytest.fixture
def changed(study, packs):
    """A learner who knew ten members, and a pack that says eleven by now."""
    from quizapp.store import questions

    number = questions.number_of(study.database, "small", "members")
    session, asked = study.ask(study.only(number))
    study.reply(session, asked, ("10",), 1000)
    text = (packs / "small.toml").read_text(encoding="utf-8")
    text = text.replace("wrong = [6, 8, 9]", 'why = "Say [b]eleven[/b]."')
    text = text.replace("answer = 10", "answer = 11")
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study.refresh()
    return study


@pytest.fixture
def app(changed):
    seconds = iter(range(100_000))
    return QuizApp(changed, None, None, start="study", clock=lambda: float(next(seconds)))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_card_shows_the_old_answer_and_the_new_one(app, said, size):
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CorrectionScreen)
        text = said(app)
        assert "The answer to this question has changed." in text
        assert "How many members did the SCO have on 4 July 2024?" in text
        assert "before   10" in text
        assert "now      11" in text
        assert "Say [b]eleven[/b]." in text
        assert "Enter Go on" in text.splitlines()[-1]
        assert "Esc Leave" in text.splitlines()[-1]
        assert not app.screen.query_one("#page").show_vertical_scrollbar


async def test_enter_goes_on_to_the_question_and_the_card_does_not_come_again(app, changed):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.asked.question.id == "members"
        assert app.screen.view.sheet is not None
        assert changed.today().changed == 0


async def test_a_click_goes_on_as_well(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.screen.run_action("read")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)


async def test_escape_leaves_and_the_card_comes_again(app, changed):
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert changed.today().changed == 1


async def test_home_says_that_an_answer_changed(changed, said):
    app = QuizApp(changed, None, changed.library, clock=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "! 1 answer changed. Study tells you before it asks." in said(app)


async def test_packs_says_that_an_answer_changed(changed, said):
    app = QuizApp(changed, None, changed.library, clock=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.action_packs()
        await pilot.pause()
        assert "! 1 answer changed." in said(app)


async def test_a_question_that_another_window_changed_is_asked_anew(study, open_study, packs, said):
    from quizapp.store import questions

    number = questions.number_of(study.database, "small", "members")
    app = QuizApp(study, None, None, start="study", clock=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(StudyScreen(study.only(number)))
        await pilot.pause()
        text = (packs / "small.toml").read_text(encoding="utf-8")
        (packs / "small.toml").write_text(
            text.replace("wrong = [6, 8, 9]", "").replace("answer = 10", "answer = 11"),
            encoding="utf-8",
        )
        open_study().refresh()
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        assert app.screen.step is None
        assert app.screen.asked.prompt.answer.value == 11
        rows = study.database.connection.execute("SELECT count(*) FROM review").fetchone()
        assert rows == (0,)


def test_plain_lines_tell_it_before_the_question(changed):
    from quizapp import plain

    told: list[str] = []
    typed = iter(["", "11", "/quit"])
    lines = plain.Lines(told.append, lambda prompt: next(typed, None), lambda: 0.0)
    plain.study(changed, lines)
    card = told[told.index("The answer to this question has changed.") :]
    assert card[1:5] == [
        "How many members did the SCO have on 4 July 2024?",
        "  Before: 10",
        "  Now:    11",
        "Say [b]eleven[/b].",
    ]
    assert card[5] == "Press Enter to go on."
    assert any(line.startswith("RIGHT") for line in card)
    assert changed.today().changed == 0


def test_plain_lines_tell_it_again_to_who_quits_at_it(changed):
    from quizapp import plain

    typed = iter(["/quit"])
    lines = plain.Lines(lambda line: None, lambda prompt: next(typed, None), lambda: 0.0)
    plain.study(changed, lines)
    assert changed.today().changed == 1


async def test_escape_at_the_card_of_a_lesson_leads_back_to_the_path(changed):
    from quizapp.learning import Learning, TopicRef
    from quizapp.tui.screens.lesson import LessonScreen

    told = []
    app = QuizApp(changed, None, changed.library, clock=lambda: 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        session = Learning(changed).start(TopicRef("small", "numbers"))
        app.push_screen(LessonScreen(session, told.append))
        await pilot.pause()
        assert isinstance(app.screen, CorrectionScreen)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert len(told) == 1
