"""Asking somebody at the terminal, and knowing when nobody is there to be asked."""

from __future__ import annotations

import os
import stat
import sys


def somebody_there() -> bool:
    """Whether there is a terminal to ask at: one to read from, and one to be read."""
    return all(stream is not None and _is_terminal(stream) for stream in (sys.stdin, sys.stderr))


def answers_may_come() -> bool:
    """Whether standard input is a pipe or a file, in which somebody may have put an answer."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _is_terminal(stream: object) -> bool:
    try:
        return bool(getattr(stream, "isatty", bool)())
    except ValueError:
        # A closed stream is no terminal.
        return False


def ask(question: str) -> str | None:
    """The line that is typed behind a question; None at the end of input."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return ""
    return line.strip() if line else None


def agrees(question: str) -> bool:
    """Whether somebody says yes; anything else is a no."""
    return (ask(f"{question} [y/N]") or "").casefold() in ("y", "yes")
