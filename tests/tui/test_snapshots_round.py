"""Layouts of a round as pictures: its setup and a question of it, in both themes.

`pytest tests/tui/test_snapshots_round.py --snapshot-update` draws them anew; look at them before
they are kept.
"""

from __future__ import annotations

import pytest

from quizapp.core.round import Clock
from quizapp.play import RoundSetup
from quizapp.tui.screens.play import PlayScreen
from quizapp.tui.screens.round import RoundScreen

SIZES = {"80x24": (80, 24), "60x20": (60, 20)}
THEMES = ("sco-dark", "sco-light")


def question(parts):
    """The second question of a round against the clock."""
    return PlayScreen(parts.play.start(RoundSetup((), 10, Clock.FAST, 4711)))


SCREENS = {
    "setup": (lambda _: RoundScreen(), ("down", "right", "down", "down", "space")),
    "question": (question, ("2", "enter", "down")),
    "leaving": (question, ("2", "enter", "escape")),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_round_looks_as_it_did(snap_compare, parts, name, size, theme):
    make, pressed = SCREENS[name]
    parts.play.missed = (3, 7)

    async def go_there(pilot):
        await pilot.pause()
        pilot.app.push_screen(make(parts))
        await pilot.pause()
        for key in pressed:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause()

    app = parts.app(theme=theme)
    assert snap_compare(app, run_before=go_there, terminal_size=SIZES[size])
