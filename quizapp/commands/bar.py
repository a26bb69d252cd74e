"""How far long work has come: one line on the terminal that is drawn over and taken away."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import TracebackType

from quizapp.commands.asking import somebody_there

_FIRST, _AGAIN = 0.25, 0.1
"""Seconds before the line appears at all, and between two drawings of it."""
_CELLS = 24


class Bar:
    """A line on standard error while work takes long, and nothing where that is no terminal.

    `clock` is in seconds. Use it as a context: the line is gone at the end, however it ends.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next = clock() + _FIRST
        self.shown = somebody_there()
        self._drawn = False

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.clear()

    def tell(self, what: str, done: int, total: int) -> None:
        """Say how much of something is done; a `total` of 0 means that nobody knows."""
        if not self.shown or self._clock() < self._next:
            return
        self._next = self._clock() + _AGAIN
        self._drawn = True
        sys.stderr.write(f"\r{_line(what, done, total)}\x1b[K")
        sys.stderr.flush()

    def counting(self, what: str) -> Callable[[int, int], None]:
        """`tell` for one piece of work, for whoever counts without knowing what it is."""
        return lambda done, total: self.tell(what, done, total)

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._drawn = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _line(what: str, done: int, total: int) -> str:
    if total <= 0:
        return f"{what} … {_amount(done)}" if done else f"{what} …"
    part = min(done / total, 1.0)
    filled = round(part * _CELLS)
    return f"{what} {'#' * filled}{'-' * (_CELLS - filled)} {part * 100:3.0f} %"


def _amount(size: int) -> str:
    return f"{size / 2**20:.1f} MiB" if size >= 2**20 else f"{size // 1024} KiB"
