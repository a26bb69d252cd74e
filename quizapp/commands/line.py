"""The command line: every command, what it is for, and its options."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from quizapp import __version__
from quizapp.commands.arguments import WRONG_USAGE, Help, Parser, count, length, named_path

if TYPE_CHECKING:
    from collections.abc import Callable


class _Groups(Help):
    """The commands of the whole program, under a heading for each kind of work."""

    def _format_action(self, action: argparse.Action) -> str:
        # A command among the others is an action of its own here, called after the command.
        told = super()._format_action(action)
        return f"\n  {GROUPS[action.dest]}:\n{told}" if action.dest in GROUPS else told


def _add_shared(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data", metavar="FILE", type=Path, default=default, help="the user-data file to use"
    )
    parser.add_argument(
        "--no-save",
        action="store_true",
        default=default if default is argparse.SUPPRESS else False,
        help="play on a copy in memory; nothing is kept",
    )


def parser(command: str = "") -> argparse.ArgumentParser:
    """Every command; all of them with their options, or only the one that is going to run."""
    top = Parser(
        prog="sco-quiz",
        description="Learn a subject from articles, in the terminal, and keep it learned.",
        epilog="Without a command the app opens. Example: sco-quiz study --topic summit",
        formatter_class=_Groups,
    )
    top.add_argument("--version", action="version", version=f"sco-quiz {__version__}")
    _add_shared(top, None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name, (about, example, add_options) in COMMANDS.items():
        if command in COMMANDS and name != command:
            continue
        add_options(_add(commands, name, about, example))
    return top


def read(words: list[str]) -> argparse.Namespace:
    """The command line; what a command does not know is told with the help of that command."""
    top = parser(words[0] if words else "")
    args, unknown = top.parse_known_args(words)
    if unknown:
        named = " ".join(filter(None, (top.prog, args.command, getattr(args, "action", None))))
        told = f"{named}: unrecognized arguments: {' '.join(unknown)}; see `{named} --help`\n"
        top.exit(WRONG_USAGE, told)
    return args


class _Commands(Protocol):
    """What argparse's subparsers are used for here; their own class has no public name."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser: ...


def _add(commands: _Commands, name: str, about: str, example: str) -> argparse.ArgumentParser:
    added = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog=f"Example: {example}",
        formatter_class=Help,
    )
    _add_shared(added, argparse.SUPPRESS)
    return added


def _own(module: str) -> Callable[[argparse.ArgumentParser], None]:
    """Adds the options that a command's own module declares."""

    def add(command: argparse.ArgumentParser) -> None:
        __import__(f"quizapp.commands.{module}", fromlist=["add_options"]).add_options(command)

    return add


def _add_topic(command: argparse.ArgumentParser, about: str) -> None:
    """A topic, named by an option or by words alone."""
    command.add_argument("words", metavar="TOPIC", nargs="*", help="the same as --topic")
    command.add_argument("--topic", metavar="T", help=about)


def _study_options(study: argparse.ArgumentParser) -> None:
    study.add_argument("--plain", action="store_true", help="as lines of text")
    _add_topic(study, "only this topic, by id or title")
    study.add_argument("--limit", metavar="N", type=count, help="at most N questions")
    study.add_argument("--more", action="store_true", help="more new questions than today's, once")


def _learn_options(learn: argparse.ArgumentParser) -> None:
    learn.add_argument("--plain", action="store_true", help="as lines of text")
    _add_topic(learn, "open this topic's brief, by id or title")


def _quiz_options(quiz: argparse.ArgumentParser) -> None:
    quiz.add_argument("--plain", action="store_true", help="as lines of text")
    quiz.add_argument(
        "--count", metavar="N", type=length, default=10, help='how many, or "all" (10)'
    )
    quiz.add_argument("words", metavar="TOPIC", nargs="*", help="the same as --topic, for each")
    quiz.add_argument(
        "--topic", metavar="T", action="append", help="only this topic, by id or title; repeat it"
    )
    quiz.add_argument(
        "--clock", choices=("none", "relaxed", "fast"), help="no clock, 45 or 15 s (your setting)"
    )
    quiz.add_argument(
        "--seed", metavar="N", type=count, default=0, help="same number, same questions"
    )
    quiz.add_argument("--met", action="store_true", help="only what you have met in a session")


def _due_options(due: argparse.ArgumentParser) -> None:
    due.add_argument("--json", action="store_true", help="as JSON")


def _completions_options(completions: argparse.ArgumentParser) -> None:
    from quizapp.commands.completions import add_options

    add_options(completions)
    completions.set_defaults(parser=parser)


def _pack_options(pack: argparse.ArgumentParser) -> None:
    from quizapp.commands.packs import add_options

    actions = pack.add_subparsers(dest="action", metavar="ACTION", required=True)
    add_options(lambda name, about, example: _add(actions, name, about, example))


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "paths",
        metavar="PATH",
        type=named_path,
        nargs="*",
        help="files or folders (the shipped packs)",
    )
    check.add_argument("--articles", metavar="DIR", type=named_path, help="where the articles lie")
    check.add_argument("--strict", action="store_true", help="warnings count")
    check.add_argument("--report", action="store_true", help="figures of each pack as well")
    check.add_argument("--json", action="store_true", help="as JSON")


def _source_options(source: argparse.ArgumentParser) -> None:
    source.add_argument("article", metavar="ARTICLE", type=named_path, help="plain text, UTF-8")
    source.add_argument("--id", help="the source's id (from the file name)")
    source.add_argument("--title", help="the article's title (its first block of text)")
    source.add_argument("--publisher", default="", help="who published it")
    source.add_argument("--date", help="when, as in 2024-07-04 (the file's own date)")
    source.add_argument("--address", default="", help="where it can be read")
    source.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=named_path,
        help="where to write it (standard output)",
    )


def _where_options(where: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def _restore_options(restore: argparse.ArgumentParser) -> None:
    restore.add_argument(
        "backup", metavar="BACKUP", nargs="?", help='a day from the list, or "latest"'
    )
    restore.add_argument(
        "--replay", action="store_true", help="work all memories out anew from the log of replies"
    )


COMMANDS: dict[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "study": ("Today's session.", "sco-quiz study --limit 10", _study_options),
    "learn": (
        "The topics as a path: a brief, then what is new.",
        "sco-quiz learn --topic summit",
        _learn_options,
    ),
    "quiz": (
        "A round: a scored game off the schedule.",
        "sco-quiz quiz --count 5 --topic summit",
        _quiz_options,
    ),
    "due": ("How much is to do today.", "sco-quiz due --json", _due_options),
    "stats": (
        "Look back and ahead: days, what is due, retention, topics, time, rounds.",
        "sco-quiz stats --json",
        _own("stats"),
    ),
    "browse": ("Look through all questions.", "sco-quiz browse belarus", _own("browsing")),
    "map": ("Who belonged to the SCO on any day.", "sco-quiz map --on 2001", _own("map")),
    "timeline": (
        "The dated facts in order.",
        "sco-quiz timeline",
        _own("timeline"),
    ),
    "pack": ("Packs: begin, add, remove, hand on.", "sco-quiz pack add FILE", _pack_options),
    "check": (
        "Check packs and sources. Exit status 0: fine; 1: warnings, with --strict; 2: errors.",
        "sco-quiz check questions --articles articles --strict",
        _check_options,
    ),
    "source": (
        "Write an article's source file: fingerprints only, none of its sentences.",
        "sco-quiz source article.txt --publisher Herald -o herald-2024-07-04.toml",
        _source_options,
    ),
    "draft": (
        "Draft questions from an article, to check by hand.",
        "sco-quiz draft article.txt --date 2024-07-04",
        _own("drafting"),
    ),
    "handcheck": (
        "Check the drafts of an article, one key for each: accept, edit, reject.",
        "sco-quiz handcheck article.drafts.jsonl",
        _own("handcheck"),
    ),
    "settings": (
        "What you can choose: all of it, one thing, or change one.",
        "sco-quiz settings new-a-day 15",
        _own("settings"),
    ),
    "completions": (
        "A script that teaches a shell the commands and options.",
        "sco-quiz completions bash",
        _completions_options,
    ),
    "where": ("The paths in use.", "sco-quiz where", _where_options),
    "restore": (
        "List the backups of the user-data file, or go back to one.",
        "sco-quiz restore 2026-11-20",
        _restore_options,
    ),
}
"""Each command: what it is for, an example, and what adds its options."""
GROUPS = {
    "study": "To learn",
    "pack": "Packs, and writing your own",
    "settings": "Your settings and data",
}
"""The headings in the help, each by the command that it stands above."""
