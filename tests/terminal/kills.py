"""SIGKILL at random moments while replies stream in: no reply that was shown may be missing.

`python tests/terminal/kills.py 200` is the long run; CI runs twenty.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from terminal import COMMAND, Terminal

SHOWN = re.compile(r"^(?:RIGHT|NEARLY|WRONG|NOT KNOWN YET)\. ", re.MULTILINE)


def environment(home: Path) -> dict[str, str]:
    return {
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "HOME": str(home),
    }


def replies_on_disk(home: Path) -> int:
    """How many replies the file holds; raises AssertionError where it is not whole."""
    path = home / "data" / "sco-quiz" / "sco-quiz.db"
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        count = connection.execute("SELECT count(*) FROM review").fetchone()[0]
        undone = connection.execute("SELECT count(*) FROM review WHERE mode = 'undo'").fetchone()[0]
        memories = connection.execute("SELECT sum(replies) FROM memory").fetchone()[0] or 0
    finally:
        connection.close()
    standing = count - 2 * undone
    assert standing == memories, "a review without its memory, or the other way round"
    return int(count)


def play_and_kill(home: Path, chance: random.Random) -> tuple[int, int]:
    """One session cut off by SIGKILL: (replies shown as taken, replies on disk), both new."""
    path = home / "data" / "sco-quiz" / "sco-quiz.db"
    before = replies_on_disk(home) if path.exists() else 0
    with Terminal([COMMAND, "study", "--plain"], env=environment(home), size=(100, 50)) as terminal:
        terminal.wait_for("Question ", timeout=30)
        end = time.monotonic() + chance.uniform(0.0, 0.5)
        while time.monotonic() < end:
            # "Don't know" is taken by every form, and brings the question back: it never ends.
            terminal.press("?\r")
            terminal.read(0.01)
        terminal.kill()
        shown = len(SHOWN.findall(terminal.raw.decode(errors="replace").replace("\r\n", "\n")))
    return shown, replies_on_disk(home) - before


def run(times: int, home: Path, seed: int = 3) -> int:
    """Play and kill that often; how many replies were shown in all."""
    chance = random.Random(seed)
    total = 0
    for _ in range(times):
        shown, kept = play_and_kill(home, chance)
        assert kept >= shown, f"{shown} replies were shown as taken, {kept} are on disk"
        total += shown
    return total


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        print(f"{times} kills, {run(times, Path(scratch))} replies shown, none missing")
