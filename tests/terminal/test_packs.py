"""The installed command at a real terminal: packs begun, asked for, stopped and taken out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("no pseudo-terminals there", allow_module_level=True)

sys.path.insert(0, str(Path(__file__).parent))

from conftest import PACK
from terminal import COMMAND, Terminal


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    home = str(tmp_path / "home")
    return {"HOME": home, "XDG_DATA_HOME": f"{home}/data", "XDG_CACHE_HOME": f"{home}/cache"}


def installed(env: dict[str, str]) -> list[str]:
    folder = Path(env["XDG_DATA_HOME"]) / "sco-quiz" / "packs"
    return sorted(path.name for path in folder.glob("*.toml"))


def large(path: Path, questions: int = 3000) -> Path:
    """A pack that takes a while to prepare."""
    more = "\n".join(
        f'[[question]]\nid = "q{n}"\ntopic = "numbers"\nask = "{n} and 1?"\nanswer = {n + 1}'
        for n in range(questions)
    )
    path.write_text(f"{PACK}\n{more}\n", encoding="utf-8")
    return path


def test_a_pack_is_begun_with_five_answers(env: dict[str, str], tmp_path: Path) -> None:
    with Terminal([COMMAND, "pack", "new"], env=env, cwd=tmp_path) as terminal:
        for question, answer in (
            ("title [My pack]:", "Rivers"),
            ("[rivers]:", ""),
            ("in a sentence", "Long ones."),
            ("first topic", "Asia"),
            ("On which terms", ""),
        ):
            terminal.wait_for(question)
            terminal.press(answer, "enter")
        assert terminal.wait() == 0
    assert 'title = "Asia"' in (tmp_path / "rivers.toml").read_text(encoding="utf-8")


def test_stopped_at_the_question_nothing_is_added(env: dict[str, str], tmp_path: Path) -> None:
    pack = large(tmp_path / "large.toml", 1)
    with Terminal([COMMAND, "pack", "add", str(pack)], env=env) as terminal:
        terminal.wait_for("Add it? [y/N]")
        terminal.press("ctrl+c")
        assert terminal.wait() == 130
        terminal.wait_for("Nothing was changed.")
    assert installed(env) == []


def test_stopped_while_it_is_prepared_nothing_is_added(env: dict[str, str], tmp_path: Path) -> None:
    pack = large(tmp_path / "large.toml")
    with Terminal([COMMAND, "pack", "add", str(pack)], env=env) as terminal:
        terminal.wait_for("Add it? [y/N]")
        terminal.press("y", "enter")
        terminal.wait_for("Preparing questions")
        terminal.press("ctrl+c")
        assert terminal.wait() == 130
    assert installed(env) == []


def test_killed_while_it_is_prepared_the_pack_is_whole(env: dict[str, str], tmp_path: Path) -> None:
    pack = large(tmp_path / "large.toml")
    with Terminal([COMMAND, "pack", "add", str(pack)], env=env) as terminal:
        terminal.wait_for("Add it? [y/N]")
        terminal.press("y", "enter")
        terminal.wait_for("Preparing questions")
        terminal.kill()
    assert installed(env) == ["small.toml"]
    with Terminal([COMMAND, "pack", "list"], env=env, size=(200, 24)) as terminal:
        terminal.wait_for("3004 questions", timeout=60)


def test_a_pack_is_taken_out_after_a_yes(env: dict[str, str], tmp_path: Path) -> None:
    pack = large(tmp_path / "large.toml", 1)
    with Terminal([COMMAND, "pack", "add", "--yes", str(pack)], env=env) as terminal:
        assert terminal.wait() == 0
    with Terminal([COMMAND, "pack", "remove", "small"], env=env) as terminal:
        terminal.wait_for("Remove it? [y/N]")
        os.write(terminal.fd, b"y\r")
        assert terminal.wait() == 0
    assert installed(env) == []
