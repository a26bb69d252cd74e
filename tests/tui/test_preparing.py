"""What other screens need is there before they are opened, and opening them is then no work."""

from __future__ import annotations

import time

import pytest
from textual.css.stylesheet import Stylesheet

from quizapp.play import Play
from quizapp.study import Study
from quizapp.tui import preparing
from quizapp.tui.app import QuizApp

SCREENS = ("l", "r", "b", "m", "t", "g", "p", "s", "question_mark", "enter")


@pytest.fixture
def app(study: Study, monkeypatch: pytest.MonkeyPatch) -> QuizApp:
    monkeypatch.setattr("quizapp.tui.app.PREPARED_AFTER", 60)
    return QuizApp(study, Play(study), study.library, clock=time.monotonic)


def test_everything_named_is_there() -> None:
    for name in preparing.STEPS:
        assert preparing.import_module(name)


@pytest.mark.parametrize("key", SCREENS)
async def test_no_style_sheet_is_parsed_anew_when_a_prepared_screen_is_opened(
    app: QuizApp, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        for name in preparing.STEPS:
            preparing.load(app, name)
        anew: list[Stylesheet] = []
        monkeypatch.setattr(Stylesheet, "reparse", lambda self: anew.append(self))
        home = app.screen
        await pilot.press(key)
        await pilot.pause()
        assert app.screen is not home
        assert not anew


async def test_an_app_that_is_being_left_is_not_in_the_way(app: QuizApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        timer = preparing.prepare(app)
        app._screen_stacks[app._current_mode].clear()
        step = timer._callback
        assert step is not None
        step()
        timer.stop()
        preparing.prepare(app).stop()
        app.exit()


async def test_steps_are_taken_only_while_the_first_screen_is_shown(
    app: QuizApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(preparing, "EACH", 0.001)
    monkeypatch.setattr(preparing, "load", lambda _, name: taken.append(name))
    async with app.run_test() as pilot:
        await pilot.pause()
        preparing.prepare(app)
        await pilot.press("question_mark")
        await pilot.pause()
        before = len(taken)
        await pilot.pause(0.05)
        assert len(taken) == before
        await pilot.press("escape")
        await pilot.pause(0.3)
        assert taken == list(preparing.STEPS)
