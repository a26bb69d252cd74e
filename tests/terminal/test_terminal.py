from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals here", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parent))

import kills


def test_no_reply_that_was_shown_is_lost_by_twenty_kills(tmp_path: Path) -> None:
    assert kills.run(20, tmp_path) > 20


@pytest.mark.parametrize(("name", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_ended_from_outside_the_terminal_is_left_as_it_was_found(
    tmp_path: Path, name: str, status: int
) -> None:
    import os
    import signal
    import time

    from terminal import COMMAND, Terminal

    with Terminal([COMMAND], env={"HOME": str(tmp_path)}) as window:
        window.wait_for("Press Enter")
        window.settle()
        os.kill(window.pid, getattr(signal, name))
        end = time.monotonic() + 15
        while not window.ended() and time.monotonic() < end:
            window.read(0.1)
        assert window.status == status
        # Out of the alternate screen, and the cursor is back.
        assert b"\x1b[?1049l" in window.raw
        assert b"\x1b[?25h" in window.raw.rpartition(b"\x1b[?1049l")[2]


@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_boundless_terminal_is_not_drawn_whole(tmp_path: Path, name: str) -> None:
    from terminal import COMMAND, Terminal

    with Terminal([COMMAND], env={"HOME": str(tmp_path), name: "99999"}) as window:
        window.wait_for("Press Enter")
        window.settle()
        assert len(window.raw) < 1_000_000
