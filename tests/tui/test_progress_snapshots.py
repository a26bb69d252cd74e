"""Progress as pictures, at the two smaller sizes, in both themes.

`pytest tests/tui/test_progress_snapshots.py --snapshot-update` draws them anew; look at them
before they are kept.
"""

from __future__ import annotations

import pytest
from tui.progressing import lived

from quizapp.play import Play
from quizapp.tui.app import QuizApp

SIZES = {"80x24": (80, 24), "60x20": (60, 20)}
SECTIONS = {"days": "1", "retention": "3"}


@pytest.mark.parametrize("theme", ["sco-dark", "sco-light"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("section", SECTIONS)
def test_progress_looks_as_it_did(snap_compare, study, section, size, theme):
    lived(study)

    async def go_there(pilot):
        await pilot.pause()
        await pilot.press("g")
        await pilot.pause()
        await pilot.press(SECTIONS[section])
        for _ in range(4):
            await pilot.pause()

    app = QuizApp(study, Play(study), study.library, clock=lambda: 0.0, theme=theme)
    assert snap_compare(app, run_before=go_there, terminal_size=SIZES[size])
