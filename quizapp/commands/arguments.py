"""What arguments may be, and how the command line tells of a mistake in them."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from quizapp.commands.output import flush

if TYPE_CHECKING:
    from datetime import date

WRONG_USAGE = 2


class Help(argparse.HelpFormatter):
    """argparse's own layout, as wide as the terminal, up to 100 columns."""

    def __init__(self, prog: str) -> None:
        # Told the width, argparse need not import shutil to find it out.
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=min(columns, 100) - 2)


class Parser(argparse.ArgumentParser):
    """argparse, saying a mistake in one line with the way out."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave once all that was told is out. Raises OSError where it cannot be told."""
        flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """Tell a mistake in the words of the command line, and leave."""
        from quizapp.commands.mistyped import told

        self.exit(WRONG_USAGE, f"{told(self.prog, message)}\n")


def count(text: str) -> int:
    """A number of questions from a command line: at least 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= 100_000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 100000")
    return number


def named_path(text: str) -> Path:
    """A path from a command line: an empty one would mean this folder, and is a slip."""
    if not text:
        raise argparse.ArgumentTypeError("a path is empty; name a file or a folder")
    return Path(text)


def length(text: str) -> int:
    """How many questions a round has: a number, or "all" for 0."""
    return 0 if text.strip().casefold() == "all" else count(text)


def named_day(text: str) -> date:
    """The one day that a text names. Raises UsageError where it is none, or may be two."""
    from quizapp.core.dates import read_date
    from quizapp.errors import UsageError

    days = read_date(text)
    if len(days) != 1:
        raise UsageError(f'"{text}" is no date; write it as in 2024-07-04')
    return days[0]
