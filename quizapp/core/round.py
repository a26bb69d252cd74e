"""A round: a scored game off the schedule. Points for right and quick, more in a row."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from quizapp.core.question import Asked, Reply
from quizapp.core.verdict import Mark, Verdict

RIGHT_POINTS = 100
NEARLY_POINTS = 60
QUICK_POINTS = 50
"""Given whole for a reply at once, and less and less until the clock runs out."""
COMBO_STEP = 10
COMBO_MOST = 100
"""Percent on top for each right reply in a row before this one, up to twice the points."""


class Clock(Enum):
    """How long a question of a round may take."""

    NONE = "none"
    RELAXED = "relaxed"
    FAST = "fast"

    @property
    def seconds(self) -> int | None:
        """Seconds for each question; None without a clock."""
        return {"none": None, "relaxed": 45, "fast": 15}[self.value]


class RoundReply(NamedTuple):
    """A reply in a round: to which question, by number, how it was judged and what it earned."""

    asked: Asked
    reply: Reply
    verdict: Verdict
    points: int
    took_ms: int
    number: int


class Round(NamedTuple):
    """The questions of a round, by number, and the replies so far. `combo` is the run right now.

    `again` is the command that plays the same questions again, "" where there is none: a `replay`
    of misses is the learner's own.
    """

    setup: str
    clock: Clock
    seed: int
    numbers: tuple[int, ...]
    replies: tuple[RoundReply, ...] = ()
    points: int = 0
    combo: int = 0
    best_combo: int = 0
    replay: bool = False
    again: str = ""

    @property
    def total(self) -> int:
        """How many questions it has."""
        return len(self.numbers)

    @property
    def position(self) -> int:
        """How many were replied to."""
        return len(self.replies)

    @property
    def finished(self) -> bool:
        """True when every question was replied to."""
        return self.position >= self.total

    @property
    def current(self) -> int | None:
        """The number of the question to ask now."""
        return None if self.finished else self.numbers[self.position]

    @property
    def right(self) -> int:
        """How many were right or nearly so."""
        return sum(one.verdict.mark is not Mark.WRONG for one in self.replies)

    @property
    def missed(self) -> tuple[int, ...]:
        """The numbers of the questions that were wrong."""
        return tuple(one.number for one in self.replies if one.verdict.mark is Mark.WRONG)

    def advance(self, asked: Asked, reply: Reply, verdict: Verdict, took_ms: int) -> Round:
        """The round after a reply to its current question."""
        if self.finished:
            raise ValueError("a finished round takes no reply")
        earned = points(verdict.mark, took_ms, self.clock, self.combo)
        combo = 0 if verdict.mark is Mark.WRONG else self.combo + 1
        given = RoundReply(asked, reply, verdict, earned, took_ms, self.numbers[self.position])
        return self._replace(
            replies=(*self.replies, given),
            points=self.points + earned,
            combo=combo,
            best_combo=max(combo, self.best_combo),
        )


def points(mark: Mark, took_ms: int, clock: Clock, combo: int) -> int:
    """What a reply earns: nothing when wrong, else right and quick together, times the run."""
    if mark is Mark.WRONG:
        return 0
    earned = RIGHT_POINTS if mark is Mark.RIGHT else NEARLY_POINTS
    if clock.seconds is not None:
        left = max(0.0, 1 - took_ms / (clock.seconds * 1000))
        earned += round(QUICK_POINTS * left)
    return earned * (100 + min(combo * COMBO_STEP, COMBO_MOST)) // 100
