"""Fitting: nothing without replies enough, shown before it is kept, stopped and taken back."""

from __future__ import annotations

import threading
import time

import pytest

from quizapp.core.weights import fitting as rounded
from quizapp.core.weights import usual
from quizapp.errors import UsageError
from quizapp.fitting import Fit, Score, Standing, Stopped
from quizapp.play import Play
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.fit import FitScreen, Stage

FOUND = Fit(
    rounded([*usual()[:3], 4, *usual()[4:]]),
    1240,
    248,
    Score(0.4431, 0.061),
    Score(0.4302, 0.0443),
    31.2,
    26.4,
    12,
    9,
)


class FakeFitting:
    """Fits at once, or waits until it is stopped."""

    def __init__(self, standing=None, found=FOUND):
        self.state = standing or Standing(1240, 400, False, False)
        self.found = found
        self.kept = []
        self.undone = 0
        self.wait = threading.Event()
        self.wait.set()
        self.stopped = False

    def standing(self):
        return self.state

    def fit(self, progress):
        progress("Reading your replies", 300, 1000)
        try:
            while not self.wait.wait(0.01):
                progress("Fitting", 0, 0)
        except Stopped:
            self.stopped = True
            raise
        if isinstance(self.found, Exception):
            raise self.found
        return self.found

    def keep(self, fit, progress):
        self.kept.append(fit)
        self.state = self.state._replace(fitted=True, undoable=True)
        return 85

    def undo(self, progress):
        self.undone += 1
        self.state = self.state._replace(fitted=False, undoable=False)
        return 85


@pytest.fixture
def app(study):
    return QuizApp(study, Play(study), study.library, clock=time.monotonic)


async def opened(pilot, fitting):
    pilot.app.push_screen(FitScreen(fitting))
    await pilot.pause()
    await pilot.pause()


async def over(pilot):
    """Wait until no work is under way."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def test_with_too_few_replies_it_says_how_many_are_needed(app, said):
    fitting = FakeFitting(Standing(37, 400, False, False))
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        assert "37 replies, of 400 needed" in said(app)
        await pilot.press("enter", "u")
        assert app.screen.stage is Stage.READY


async def test_before_and_after_are_shown_and_nothing_is_kept_unasked(app, said):
    fitting = FakeFitting()
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        await pilot.press("enter")
        await over(pilot)
        text = said(app)
        assert "0.4431" in text
        assert "0.4302" in text
        assert "26.4" in text
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, FitScreen)
    assert fitting.kept == []


async def test_enter_keeps_a_fit_and_u_takes_it_back(app, said):
    fitting = FakeFitting()
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        await pilot.press("enter")
        await over(pilot)
        await pilot.press("enter")
        await over(pilot)
        assert fitting.kept == [FOUND]
        assert "85 memories worked out anew" in said(app)
        assert "Fitted to you" in said(app)
        await pilot.press("u")
        await over(pilot)
        assert fitting.undone == 1
        assert "FSRS's own" in said(app)


async def test_a_fit_that_foretells_no_better_cannot_be_kept(app, said):
    fitting = FakeFitting(found=FOUND._replace(after=Score(0.5, 0.1)))
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        await pilot.press("enter")
        await over(pilot)
        await pilot.press("enter")
        await over(pilot)
        assert "it stays" in said(app)
    assert fitting.kept == []


async def test_escape_stops_the_work_and_the_screen_stays_alive_meanwhile(app, said):
    fitting = FakeFitting()
    fitting.wait.clear()
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert "Fitting …" in said(app)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert "Nothing was changed" in said(app)
        assert isinstance(app.screen, FitScreen)
        assert fitting.stopped


async def test_trouble_is_told_on_the_screen(app, said):
    fitting = FakeFitting(found=UsageError("fitting needs FSRS's optimiser"))
    async with app.run_test() as pilot:
        await opened(pilot, fitting)
        await pilot.press("enter")
        await over(pilot)
        assert "! fitting needs FSRS's optimiser" in said(app)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_fit_fits_the_window(app, said, size):
    async with app.run_test(size=size) as pilot:
        await opened(pilot, FakeFitting())
        await pilot.press("enter")
        await over(pilot)
        assert "Keep the fitted weights?" in said(app)
        assert "Leave it" in said(app)
