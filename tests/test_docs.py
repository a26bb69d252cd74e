"""The README against the commands, the keys and the files.

`python tests/test_docs.py` writes the keys and the house into the README anew.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding
from textual.dom import DOMNode

from quizapp.tui.frame import Frame
from quizapp.tui.keys import name_of
from quizapp.tui.screens.brief import BriefScreen
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.checklist import ChecklistScreen
from quizapp.tui.screens.correction import CorrectionScreen
from quizapp.tui.screens.fit import FitScreen
from quizapp.tui.screens.handcheck import HandCheckScreen
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.learn import LearnScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.screens.map import MapScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.screens.play import PlayScreen
from quizapp.tui.screens.progress import ProgressScreen
from quizapp.tui.screens.reading import ReadingScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.round import RoundScreen
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.screens.timeline import TimelineScreen
from quizapp.tui.widgets.draft_form import FormArea
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.number_form import NumberField
from quizapp.tui.widgets.path_form import PathField
from quizapp.tui.widgets.question import QuestionView

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ROOMS = ("quizapp", "questions")


def first_sentence(path: Path) -> str:
    """What a file says of itself in its first line."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".py":
        words = (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0].split()
        return " ".join(words).rstrip(".")
    if path.suffix == ".toml":
        found = re.search(r'^title = "(.+)"$', text, re.MULTILINE)
        return found[1] if found else ""
    return {
        ".sql": "the schema, step " + path.name[:4]
        if path.name[0] == "0"
        else "the catalog's schema",
        ".tcss": f"how {path.stem} looks",
        ".md": "the pack format by example, for authors",
        ".bin": "the raster of countries, made by make_world.py",
        ".tsv": re.split(r"[,:;]|\.\s", text.removeprefix("# "), maxsplit=1)[0],
    }.get(path.suffix, "")


def house() -> str:
    """The tree of shipped files, a line for each."""
    lines = []
    for room in ROOMS:
        for path in [ROOT / room, *sorted((ROOT / room).rglob("*"))]:
            parts = path.relative_to(ROOT).parts
            if any(part[0] == "." or part in ("__pycache__", "py.typed") for part in parts):
                continue
            indent = "  " * (len(path.relative_to(ROOT).parts) - 1)
            if path.is_dir():
                lines.append(f"{indent}{path.name}/")
            elif not (path.name == "__init__.py" and not first_sentence(path)):
                lines.append(f"{indent}{path.name:<24} {first_sentence(path)}".rstrip())
    return "\n".join(lines)


def keys() -> str:
    """Every key of every screen, from the declarations that footer and help are drawn from."""
    lines = ["| screen | key | what it does |", "| --- | --- | --- |"]
    for screen, declared in screens():
        said: dict[str, list[str]] = {}
        for binding in declared:
            if binding.tooltip:
                shown = [binding.key_display] if binding.key_display else binding.key.split(",")
                names = shown if binding.key_display else [name_of(one.strip()) for one in shown]
                said.setdefault(binding.tooltip, []).extend(names)
        lines += [
            f"| {screen} | {' '.join(f'`{name}`' for name in dict.fromkeys(names))} | {tip} |"
            for tip, names in said.items()
        ]
    return "\n".join(lines)


def screens() -> Iterator[tuple[str, list[Binding]]]:
    """Each screen by the name a learner has for it, with the keys it declares."""
    yield "everywhere", declared_by(Frame)
    yield "Home", declared_by(HomeScreen)
    yield "a question", declared_by(QuestionView) + declared_by(Entry)
    yield "Study", declared_by(StudyScreen)
    yield "Study, a changed answer", declared_by(CorrectionScreen)
    yield "Learn", declared_by(LearnScreen)
    yield "Learn, a brief", declared_by(BriefScreen)
    yield "Learn, a lesson", declared_by(LessonScreen)
    yield "Browse", declared_by(BrowseScreen)
    yield "Map", declared_by(MapScreen)
    yield "Timeline", declared_by(TimelineScreen)
    yield "Progress", declared_by(ProgressScreen)
    yield "Settings", declared_by(SettingsScreen) + declared_by(NumberField)
    yield "Settings, memory weights", declared_by(FitScreen)
    yield "Round", declared_by(RoundScreen)
    yield "Round, playing", declared_by(PlayScreen)
    yield "Round, results", declared_by(ResultsScreen)
    yield "Summary", declared_by(SummaryScreen)
    yield "Packs", declared_by(PacksScreen) + declared_by(PathField)
    yield "Hand-check", declared_by(HandCheckScreen) + declared_by(FormArea)
    yield "Hand-check, checklist", declared_by(ChecklistScreen)
    yield "Help", declared_by(HelpScreen) + declared_by(ReadingScreen)


def declared_by(owner: type[DOMNode]) -> list[Binding]:
    """The keys that a screen, widget or app declares itself."""
    return [binding for binding in vars(owner)["BINDINGS"] if isinstance(binding, Binding)]


def between(text: str, name: str) -> str:
    """What stands between the two marks of that name in the README."""
    return text.split(f"<!-- {name} -->\n", 1)[1].split(f"<!-- /{name} -->", 1)[0]


def blocks() -> Iterator[tuple[str, str]]:
    yield "keys", f"\n{keys()}\n\n"
    yield "house", f"\n```\n{house()}\n```\n\n"


def test_the_readme_draws_the_house_as_it_is() -> None:
    text = README.read_text(encoding="utf-8")
    assert between(text, "house") == dict(blocks())["house"]


def test_every_file_says_what_it_is() -> None:
    silent = [line for line in house().splitlines() if len(line.split()) < 2 and "/" not in line]
    assert silent == []


def test_the_readme_lists_every_key() -> None:
    text = README.read_text(encoding="utf-8")
    assert between(text, "keys") == dict(blocks())["keys"]


def options(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, str]]:
    """(command, option) for a parser and those below it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child, below in action.choices.items():
                yield from options(below, f"{name} {child}")
        for option in action.option_strings:
            yield name, option
    yield name, ""


def test_the_readme_names_every_command_and_option() -> None:
    from quizapp.commands.line import parser

    text = README.read_text(encoding="utf-8")
    missing = []
    for command, option in options(parser(), "sco-quiz"):
        if option in ("-h", "--help"):
            continue
        rows = [line for line in text.splitlines() if command in line]
        shared = option in ("--data", "--no-save", "--version", "-o") or not option
        if not (option in text if shared else any(option in row for row in rows)):
            missing.append(f"{command} {option}")
        if not rows:
            missing.append(command)
    assert missing == []


def test_the_readme_names_no_command_or_option_that_is_not_there() -> None:
    from quizapp.commands.line import parser

    known = {option for _, option in options(parser(), "sco-quiz")}
    known |= {"--spec", "--quiet", "--runs", "--library"}
    commands = {command for command, _ in options(parser(), "sco-quiz")}
    text = README.read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
    assert named - known == set()
    for word in re.findall(r"`sco-quiz ([a-z]+)", text):
        assert f"sco-quiz {word}" in commands


def test_the_pictures_in_the_readme_are_snapshots_of_the_tests() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README.read_text(encoding="utf-8"))
    assert len(pictures) == 3
    for picture in pictures:
        assert (ROOT / picture).is_file()
        test = Path(picture).stem
        assert f"def {test}(" in (ROOT / "tests/tui/test_pictures.py").read_text(encoding="utf-8")


def write() -> None:
    """Put the keys and the house into the README anew."""
    text = README.read_text(encoding="utf-8")
    for name, block in blocks():
        text = text.replace(
            f"<!-- {name} -->\n{between(text, name)}<!-- /{name} -->",
            f"<!-- {name} -->\n{block}<!-- /{name} -->",
        )
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
