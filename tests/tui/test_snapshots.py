"""Layouts as pictures: the screens a learner sees most, at the two smaller sizes, in both themes.

`pytest tests/tui/test_snapshots.py --snapshot-update` draws them anew; look at them before they
are kept.
"""

from __future__ import annotations

from datetime import date

import pytest

from quizapp.core.session import Session
from quizapp.tui.screens.map import MapScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen

SIZES = {"80x24": (80, 24), "60x20": (60, 20)}
THEMES = ("sco-dark", "sco-light")


def screens(played):
    """What opens each screen over Home, and the keys pressed on it."""
    session = Session(waiting=(1, 2, 3), total=3)
    return {
        "home": (None, ("down",)),
        "study": (lambda: StudyScreen(session), ("down",)),
        "verdict": (lambda: StudyScreen(session), ("1",)),
        "summary": (lambda: SummaryScreen(session), ()),
        "results": (lambda: ResultsScreen(played), ()),
        "packs": (lambda: PacksScreen(), ("down",)),
        "map": (lambda: MapScreen(date(2017, 6, 9)), ("down",) * 7),
    }


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["home", "study", "verdict", "summary", "results", "packs", "map"])
def test_a_screen_looks_as_it_did(snap_compare, parts, played, name, size, theme):
    make, pressed = screens(played)[name]

    async def go_there(pilot):
        await pilot.pause()
        if make is not None:
            pilot.app.push_screen(make())
            await pilot.pause()
        await pilot.press(*pressed)
        await pilot.pause()

    app = parts.app(theme=theme)
    assert snap_compare(app, run_before=go_there, terminal_size=SIZES[size])
