"""Browse as pictures, at the two smaller sizes, in both themes.

`pytest tests/tui/test_snapshots_browse.py --snapshot-update` draws them anew; look at them before
they are kept.
"""

from __future__ import annotations

import pytest

from quizapp.play import Play
from quizapp.store import questions
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.browse_list import FOLLOW_AFTER

SIZES = {"80x24": (80, 24), "60x20": (60, 20)}
THEMES = ("sco-dark", "sco-light")


@pytest.fixture
def known(study):
    """One question known, one missed, one suspended, one new."""
    for name, reply in (("astana", ("Astana",)), ("members", ("9",)), ("minsk", ("Minsk",))):
        number = questions.number_of(study.database, "small", name)
        session, asked = study.ask(study.only(number))
        study.reply(session, asked, reply, 3000)
    questions.suspend(study.database, number, True)
    return study


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_browse_looks_as_it_did(snap_compare, known, size, theme):
    async def go_there(pilot):
        pilot.app.push_screen(BrowseScreen())
        await pilot.pause(2 * FOLLOW_AFTER)
        for _ in range(3):
            await pilot.pause()

    app = QuizApp(known, Play(known), known.library, clock=lambda: 0.0, theme=theme)
    assert snap_compare(app, run_before=go_there, terminal_size=SIZES[size])
