"""Where lines are read from and written to, and how a session ends there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


class Lines:
    """Where lines are read from and written to, and what time it is in seconds."""

    def __init__(
        self,
        say: Callable[[str], None],
        read: Callable[[str], str | None],
        clock: Callable[[], float],
    ) -> None:
        self.say = say
        self.read = read
        self.clock = clock


class Stops(Exception):  # noqa: N818 - it is a wish, not an error
    """The learner stops, or the input ends."""


def read_line(lines: Lines) -> str:
    """The next line. Raises Stops where there is none any more."""
    text = lines.read("> ")
    if text is None:
        raise Stops
    return text.strip()
