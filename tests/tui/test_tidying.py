"""What a screen held is taken away after it was left, and none of it while a key waits."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest

from quizapp.tui import tidying
from quizapp.tui.frame import TURN


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)
    gc.unfreeze()


async def test_a_screen_that_was_left_is_gone_soon_with_all_it_painted(parts, monkeypatch):
    monkeypatch.setattr(tidying, "PAUSE", 0.01)
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        screen = weakref.ref(app.screen)
        painted = weakref.ref(app.screen.query_one("#body")._styles_cache)
        await pilot.press("escape")
        for _ in range(40):
            # What Pilot itself did last holds the screen until it does something else.
            await pilot.press("down")
            await pilot.pause(0.05)
            tidying.tidy()
            if screen() is None:
                break
        assert screen() is None
        assert painted() is None


async def test_memory_is_tidied_once_for_many_screens_that_were_left(parts, monkeypatch):
    tidied: list[str] = []
    monkeypatch.setattr(tidying, "PAUSE", 0.8)
    monkeypatch.setattr(tidying, "tidy", lambda: tidied.append("once"))
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        for _ in range(2):
            await pilot.press("question_mark", "escape")
        assert not tidied
        await pilot.pause(1.0)
        assert tidied == ["once"]


async def test_garbage_is_looked_for_seldom_once_home_is_painted(parts):
    gc.disable()
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause(0.05)
        assert gc.isenabled()
        assert gc.get_threshold()[0] == tidying.YOUNG


async def test_what_is_painted_soon_gets_its_turn(parts):
    app = parts.app()
    async with app.run_test():
        assert sys.getswitchinterval() == pytest.approx(TURN)
