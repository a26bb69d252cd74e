"""argv -> command -> exit status. The only print and the only exit."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from quizapp import __version__
from quizapp.errors import Ended, QuizError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WRONG_USAGE = 2
INTERRUPTED = 130
NOBODY_READS = 141
"""As a shell tells of a program whose reader has gone: 128 and the number of SIGPIPE."""
STANDARD_OUTPUT = "standard output"


class _Help(argparse.HelpFormatter):
    """argparse's own layout, as wide as the terminal, up to 100 columns."""

    def __init__(self, prog: str) -> None:
        # Told the width, argparse need not import shutil to find it out.
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=min(columns, 100) - 2)


class _Parser(argparse.ArgumentParser):
    """argparse, saying a mistake in one line with the way out."""

    def error(self, message: str) -> NoReturn:
        from quizapp.commands.mistyped import told

        self.exit(WRONG_USAGE, f"{told(self.prog, message)}\n")


class _Groups(_Help):
    """The commands of the whole program, under a heading for each kind of work."""

    def _format_action(self, action: argparse.Action) -> str:
        # A command among the others is an action of its own here, called after the command.
        told = super()._format_action(action)
        return f"\n  {GROUPS[action.dest]}:\n{told}" if action.dest in GROUPS else told


def _count(text: str) -> int:
    """A number of questions from a command line: at least 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 100000")
    return number


def _path(text: str) -> Path:
    """A path from a command line: an empty one would mean this folder, and is a slip."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty; name a file or a folder")
    return Path(text)


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
    top = _Parser(
        prog="sco-quiz",
        description="Learn a subject from articles, in the terminal, and keep it learned.",
        epilog="Without a command the app opens. Example: sco-quiz study --topic summit",
        formatter_class=_Groups,
    )
    top.add_argument("--version", action="version", version=f"sco-quiz {__version__}")
    _add_shared(top, None)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (about, example, add_options) in COMMANDS.items():
        if command in COMMANDS and name != command:
            continue
        add_options(_add(commands, name, about, example))
    return top


class _Commands(Protocol):
    """What argparse's subparsers are used for here; their own class has no public name."""

    def add_parser(self, name: str, **options: Any) -> argparse.ArgumentParser: ...


def _add(commands: _Commands, name: str, about: str, example: str) -> argparse.ArgumentParser:
    added = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog=f"Example: {example}",
        formatter_class=_Help,
    )
    _add_shared(added, argparse.SUPPRESS)
    return added


def _add_topic(command: argparse.ArgumentParser, about: str) -> None:
    """A topic, named by an option or by words alone."""
    command.add_argument("words", metavar="TOPIC", nargs="*", help="the same as --topic")
    command.add_argument("--topic", metavar="T", help=about)


def _study_options(study: argparse.ArgumentParser) -> None:
    study.add_argument("--plain", action="store_true", help="as lines of text")
    _add_topic(study, "only this topic, by id or title")
    study.add_argument("--limit", metavar="N", type=_count, help="at most N questions")
    study.add_argument("--more", action="store_true", help="more new questions than today's, once")


def _learn_options(learn: argparse.ArgumentParser) -> None:
    learn.add_argument("--plain", action="store_true", help="as lines of text")
    _add_topic(learn, "open this topic's brief, by id or title")


def _length(text: str) -> int:
    """How many questions a round has: a number, or "all" for 0."""
    return 0 if text.strip().casefold() == "all" else _count(text)


def _quiz_options(quiz: argparse.ArgumentParser) -> None:
    quiz.add_argument("--plain", action="store_true", help="as lines of text")
    quiz.add_argument(
        "--count", metavar="N", type=_length, default=10, help='how many, or "all" (10)'
    )
    quiz.add_argument("words", metavar="TOPIC", nargs="*", help="the same as --topic, for each")
    quiz.add_argument(
        "--topic", metavar="T", action="append", help="only this topic, by id or title; repeat it"
    )
    quiz.add_argument(
        "--clock", choices=("none", "relaxed", "fast"), help="no clock, 45 or 15 s (your setting)"
    )
    quiz.add_argument(
        "--seed", metavar="N", type=_count, default=0, help="same number, same questions"
    )
    quiz.add_argument("--met", action="store_true", help="only what you have met in a session")


def _due_options(due: argparse.ArgumentParser) -> None:
    due.add_argument("--json", action="store_true", help="as JSON")


def _browse_options(browse: argparse.ArgumentParser) -> None:
    from quizapp.commands.browsing import browse_options

    browse_options(browse)


def _map_options(command: argparse.ArgumentParser) -> None:
    from quizapp.commands.map import add_options

    add_options(command)


def _timeline_options(command: argparse.ArgumentParser) -> None:
    from quizapp.commands.timeline import add_options

    add_options(command)


def _stats_options(stats: argparse.ArgumentParser) -> None:
    from quizapp.commands.stats import add_options

    add_options(stats)


def _settings_options(settings: argparse.ArgumentParser) -> None:
    from quizapp.commands.settings import add_options

    add_options(settings)


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
        "paths", metavar="PATH", type=_path, nargs="*", help="files or folders (the shipped packs)"
    )
    check.add_argument("--articles", metavar="DIR", type=Path, help="where the articles lie")
    check.add_argument("--strict", action="store_true", help="warnings count")
    check.add_argument("--report", action="store_true", help="figures of each pack as well")
    check.add_argument("--json", action="store_true", help="as JSON")


def _source_options(source: argparse.ArgumentParser) -> None:
    source.add_argument("article", metavar="ARTICLE", type=Path, help="plain text, UTF-8")
    source.add_argument("--id", help="the source's id (from the file name)")
    source.add_argument("--title", help="the article's title (its first block of text)")
    source.add_argument("--publisher", default="", help="who published it")
    source.add_argument("--date", help="when, as in 2024-07-04 (the file's own date)")
    source.add_argument("--address", default="", help="where it can be read")
    source.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to write it (standard output)"
    )


def _draft_options(draft: argparse.ArgumentParser) -> None:
    from quizapp.commands.drafting import add_options

    add_options(draft)


def _handcheck_options(command: argparse.ArgumentParser) -> None:
    from quizapp.commands.handcheck import add_options

    add_options(command)


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
        _stats_options,
    ),
    "browse": ("Look through all questions.", "sco-quiz browse belarus", _browse_options),
    "map": ("Who belonged to the SCO on any day.", "sco-quiz map --on 2001", _map_options),
    "timeline": (
        "The dated facts in order.",
        "sco-quiz timeline",
        _timeline_options,
    ),
    "pack": ("Packs: begin, add, remove, hand on.", "sco-quiz pack add FILE", _pack_options),
    "check": (
        "Check packs and sources. Exit status 0: fine; 1: warnings, with --strict; 2: errors.",
        "sco-quiz check questions --articles articles --strict",
        _check_options,
    ),
    "source": (
        "Write an article's source file: fingerprints only, none of its sentences.",
        "sco-quiz source article.txt --publisher Herald -o sources/herald-2024-07-04.toml",
        _source_options,
    ),
    "draft": (
        "Draft questions from an article, to check by hand.",
        "sco-quiz draft article.txt --date 2024-07-04",
        _draft_options,
    ),
    "handcheck": (
        "Check the drafts of an article, one key for each: accept, edit, reject.",
        "sco-quiz handcheck article.drafts.jsonl",
        _handcheck_options,
    ),
    "settings": (
        "What you can choose: all of it, one thing, or change one.",
        "sco-quiz settings new-a-day 15",
        _settings_options,
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
MODULES = {
    "app": "playing",
    "study": "playing",
    "quiz": "playing",
    "learn": "learning",
    "browse": "browsing",
    "pack": "packs",
    "check": "authoring",
    "source": "authoring",
    "draft": "drafting",
    "where": "keeping",
    "restore": "keeping",
}
"""The module of each command that is not called after it; no other is imported for it."""


def say(text: str) -> None:
    """Print a line of data. Raises QuizError where nobody could read it."""
    if sys.stdout is None:
        raise QuizError("standard output is closed, so nothing can be told there; open it")
    try:
        print(text)
    except OSError as error:
        error.filename = STANDARD_OUTPUT
        raise


def remark(text: str) -> None:
    """Print a line of prose, beside the data; whatever a terminal would obey is named in it."""
    if sys.stderr is None:
        # Python would print it among the data.
        return
    if not text.isprintable():
        from quizapp.packs.format.text import safe

        text = safe(text)
    print(text, file=sys.stderr)


def _read(words: list[str]) -> argparse.Namespace:
    """The command line; what a command does not know is told with the help of that command."""
    top = parser(words[0] if words else "")
    args, unknown = top.parse_known_args(words)
    if unknown:
        named = " ".join(filter(None, (top.prog, args.command, getattr(args, "action", None))))
        told = f"{named}: unrecognized arguments: {' '.join(unknown)}; see `{named} --help`\n"
        top.exit(WRONG_USAGE, told)
    return args


def _flushed(status: int) -> int:
    """An exit status, once all data is out: success is not told before."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError as error:
            error.filename = STANDARD_OUTPUT
            raise
    return status


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; a user's mistake is told in words."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["help"]:
        words = ["--help"]
    args = _read(words)
    try:
        return _flushed(_run(args))
    except QuizError as error:
        remark(str(error))
        return WRONG_USAGE
    except Ended as ended:
        return ended.status
    except KeyboardInterrupt:
        remark(_stopped(args.command or "app"))
        return INTERRUPTED
    except OSError as error:
        return _told(error)


def _told(error: OSError) -> int:
    """Tell of a file or a stream that failed; the exit status."""
    if isinstance(error, BrokenPipeError) or error.filename == STANDARD_OUTPUT:
        # Python would complain once more on flushing at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return NOBODY_READS
    place = f"{error.filename}: " if error.filename else ""
    remark(f"{place}{error.strerror}; check the path, its permissions and the disk")
    return WRONG_USAGE


def _stopped(command: str) -> str:
    """What is true to say to who presses Ctrl-C in the middle of a command."""
    if command in ("app", "study", "quiz", "learn"):
        return "Stopped. Every reply that was shown as taken is saved."
    return "Stopped. Whatever was not finished is as it was before."


def _run(args: argparse.Namespace) -> int:
    command = args.command or "app"
    module = __import__(f"quizapp.commands.{MODULES.get(command, command)}", fromlist=["run"])
    status: int = module.run(args, say, remark)
    return status
