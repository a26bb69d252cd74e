from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "quizapp").rglob("*.py"))


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a piece of code loads, in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import quizapp.cli",
        "import quizapp.study, quizapp.play",
        "from quizapp.cli import main; main(['due'])",
        "from quizapp.cli import main; main(['where'])",
    ],
)
def test_no_screen_is_loaded_where_none_is_opened(code: str) -> None:
    assert not {"textual", "rich"} & loaded_by(code)


def test_due_loads_next_to_nothing() -> None:
    loaded_by("from quizapp.cli import main; main(['due'])")
    heavy = {"fsrs", "rapidfuzz", "tomli", "dataclasses", "json", "uuid", "textual"}
    assert not heavy & loaded_by("from quizapp.cli import main; main(['due'])")


def test_grading_loads_its_edit_distance_only_when_it_is_needed() -> None:
    assert "rapidfuzz" not in loaded_by("import quizapp.core.grading, quizapp.core.ladder")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_print_and_exit_stand_in_the_command_line_alone(path: Path) -> None:
    makers = ROOT / "quizapp" / "atlas"
    if path.name in ("cli.py", "__main__.py") or (
        path.parent == makers and path.name.startswith("make_")
    ):
        return
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not {"print", "exit", "quit"} & calls


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_clock_chance_and_environment_are_read_in_the_wiring_alone(path: Path) -> None:
    makers = ROOT / "quizapp" / "atlas"
    if path.name in ("wiring.py",) or (path.parent == makers and path.name.startswith("make_")):
        return
    text = path.read_text(encoding="utf-8")
    for call in (
        "datetime.now(",
        "date.today(",
        "time.time(",
        "os.environ",
        "os.urandom",
        " random.random()",
    ):
        assert call not in text, f"{call} belongs into wiring.py"


def test_no_room_has_a_name_that_says_nothing() -> None:
    vague = {"utils", "helpers", "manager", "common", "misc"}
    assert not [path for path in MODULES if path.stem in vague]
