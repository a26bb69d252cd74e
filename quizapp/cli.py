"""argv -> command -> exit status. The only print and the only exit."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from quizapp.commands.arguments import WRONG_USAGE
from quizapp.commands.line import read
from quizapp.commands.output import STANDARD_OUTPUT, flush
from quizapp.errors import Ended, QuizError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

MOST_PROBLEMS = 50
INTERRUPTED = 130
NOBODY_READS = 141
"""As a shell tells of a program whose reader has gone: 128 and the number of SIGPIPE."""

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


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status; a user's mistake is told in words."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["help"]:
        words = ["--help"]
    command = ""
    try:
        args = read(words)
        command = args.command or "app"
        status = _run(args)
        flush()
    except QuizError as error:
        remark(_shortened(str(error)))
        return WRONG_USAGE
    except Ended as ended:
        return ended.status
    except KeyboardInterrupt:
        remark(_stopped(command))
        return INTERRUPTED
    except OSError as error:
        return _told(error)
    return status


def _shortened(problems: str) -> str:
    """Problems, a line each; of a file that is wrong all over, so many that they can be read."""
    lines = problems.split("\n")
    rest = len(lines) - MOST_PROBLEMS
    return problems if rest <= 0 else "\n".join([*lines[:-rest], f"… and {rest} more"])


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
