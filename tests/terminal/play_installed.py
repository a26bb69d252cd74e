"""Play a session with an installed command in a real pseudo-terminal, from the first start on.

`python tests/terminal/play_installed.py PATH/TO/sco-quiz`
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from kills import environment, replies_on_disk
from terminal import Terminal

MARKS = ("✓ Right", "✗ Wrong", "≈ Nearly", "✗ Not known yet")


def due(command: str, home: Path) -> dict[str, object]:
    done = subprocess.run(
        [command, "due", "--json"],
        env=environment(home),
        capture_output=True,
        text=True,
        check=True,
        cwd=home,
    )
    return dict(json.loads(done.stdout))


def answer(terminal: Terminal) -> None:
    """Reply to whatever is asked, without knowing: every form takes "don't know" from the keys."""
    terminal.settle()
    terminal.press("space" if "Space Don't know" in terminal.text() else "f2")
    terminal.wait_for(*MARKS)


def play(command: str, home: Path) -> None:
    """Home, three replies, undo, quit in the middle, and on again where it was left."""
    before = due(command, home)
    assert before["new"] == 10, before
    with Terminal([command], env=environment(home), cwd=home) as terminal:
        terminal.wait_for("first 10 questions")
        terminal.press("enter")
        terminal.wait_for("of 10")
        for _ in range(2):
            answer(terminal)
            terminal.press("enter")
            terminal.settle()
        answer(terminal)
        terminal.press("u")
        terminal.settle()
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    after = due(command, home)
    assert after["done"] == 2, after
    assert after["again"] == 2, after
    assert replies_on_disk(home) is not None
    with Terminal([command, "study"], env=environment(home), cwd=home) as terminal:
        terminal.wait_for("of 10")
        answer(terminal)
        terminal.press("q")
        assert terminal.wait() == 0
    assert due(command, home)["done"] == 3
    with Terminal([command, "study", "--plain"], env=environment(home), cwd=home) as terminal:
        terminal.wait_for("Question ")
        terminal.press("?\r")
        terminal.wait_for("NOT KNOWN YET.")
        terminal.press("ctrl+c")
        assert terminal.wait() == 130
    assert due(command, home)["done"] == 4


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        play(str(Path(sys.argv[1]).absolute()), Path(scratch))
    print("played: an installed command, from the first start to a session taken up again")
