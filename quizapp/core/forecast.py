"""How many reviews memories will ask for, at whatever retention is wanted.

FSRS's formulas stand here once more, on plain floats: counting ahead goes through thousands of
reviews that never happen, and the library takes as long for one of them as this for twenty. The
weights are the library's own, and a test holds every step to what it would do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.core.weights import Weights

DAYS = 30
"""How far ahead reviews are counted."""
_FINE = 4
"""Steps of stability in a factor of e, within which memories are taken to go on alike."""
_RIGHT, _WRONG = 3, 1


class Held(NamedTuple):
    """What of a memory matters for its course. `last` and `due` are days from today.

    `stability` is in days, `difficulty` is 1-10.
    """

    stability: float
    difficulty: float
    last: int
    due: int


class Course:
    """How memories go on at one wanted retention, 0.7-0.99, under FSRS-6.

    Without `weights` with FSRS's own.

    Formulas: github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm, FSRS-6.
    """

    __slots__ = ("_back", "_decay", "_factor", "_known", "_reach", "_weights")

    def __init__(self, retention: float, weights: Weights | None = None) -> None:
        from quizapp.core.weights import usual

        weights = weights or usual()
        self._weights = weights
        self._decay = -weights[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._reach: float = (retention ** (1 / self._decay) - 1) / self._factor
        self._known: dict[tuple[int, int, int], float] = {}
        self._back = weights[7] * (weights[4] - math.exp(weights[5] * 3) + 1)

    def interval(self, stability: float) -> int:
        """In how many days a memory of this stability is asked again; at least 1."""
        return min(max(round(stability * self._reach), 1), 36500)

    def recall(self, stability: float, elapsed: int) -> float:
        """The chance of recall, 0-1, so many days after the last reply."""
        return float((1 + self._factor * max(elapsed, 0) / stability) ** self._decay)

    def right(self, one: Held, day: int, recall: float) -> Held:
        """The memory after a right reply on a day, recalled with that chance."""
        w = self._weights
        growth = (
            math.exp(w[8])
            * (11 - one.difficulty)
            * one.stability ** -w[9]
            * (math.exp((1 - recall) * w[10]) - 1)
        )
        stability = max(one.stability * (1 + growth), 0.001)
        return Held(stability, self._difficulty(one, _RIGHT), day, day + self.interval(stability))

    def wrong(self, one: Held, day: int, recall: float) -> Held:
        """The memory after a wrong reply on a day, recalled with that chance."""
        w = self._weights
        kept = (
            w[11]
            * one.difficulty ** -w[12]
            * ((one.stability + 1) ** w[13] - 1)
            * math.exp((1 - recall) * w[14])
        )
        stability = max(min(kept, one.stability / math.exp(w[17] * w[18])), 0.001)
        return Held(stability, self._difficulty(one, _WRONG), day, day + self.interval(stability))

    def _difficulty(self, one: Held, rating: int) -> float:
        w = self._weights
        moved = one.difficulty - w[6] * (rating - 3) * (10 - one.difficulty) / 9
        return float(min(max(self._back + (1 - w[7]) * moved, 1), 10))

    def reviews(self, memory: Held, days: int = DAYS) -> float:
        """How many reviews a memory is expected to ask for, from today on, in so many days.

        Its due date stays; what is overdue is asked today. Every way that the replies can go
        counts by its chance.
        """
        day = max(memory.due, 0)
        return self._on(memory, day, days - day) if day < days else 0.0

    def _on(self, one: Held, day: int, left: int) -> float:
        """The review of a day and what follows it, in the `left` days from that day on."""
        recall = self.recall(one.stability, day - one.last)
        right = self._after(self.right(one, day, recall), left)
        return 1 + recall * right + (1 - recall) * self._after(self.wrong(one, day, recall), left)

    def _after(self, one: Held, left: int) -> float:
        """What follows a review, reckoned once for all memories that are nearly alike."""
        left -= one.due - one.last
        if left <= 0:
            return 0.0
        size, effort = round(math.log(one.stability) * _FINE), round(one.difficulty)
        key = (size, effort, left)
        if key not in self._known:
            stability = math.exp(size / _FINE)
            alike = Held(stability, effort, 0, self.interval(stability))
            self._known[key] = self._on(alike, alike.due, left)
        return self._known[key]


def reviews_a_day(
    memories: Iterable[Held],
    *,
    retention: float,
    days: int = DAYS,
    weights: Weights | None = None,
) -> float:
    """How many reviews these memories ask for on an average day of the coming ones."""
    course = Course(retention, weights)
    return sum(course.reviews(memory, days) for memory in memories) / days


class Forecast(NamedTuple):
    """What a wanted retention costs over the next 30 days, new questions not counted.

    `reviews` and `minutes` are for an average day; `ten_days` is after how many days a memory is
    asked that would be asked after ten at 0.90. `sampled` tells that not all were reckoned.
    """

    retention: float
    reviews: float
    minutes: float
    ten_days: int
    sampled: bool


class Outlook:
    """The learner's memories as they stand now, to be asked what any retention would cost."""

    def __init__(
        self,
        memories: Iterable[Held],
        *,
        total: int,
        pace: float,
        known: bool,
        weights: Weights | None = None,
    ) -> None:
        self.known = known
        self._weights = weights
        self._memories = tuple(memories)
        self._total = total
        self._pace = pace
        self._told: dict[float, Forecast] = {}

    def has(self, retention: float) -> bool:
        """True where this forecast was reckoned already."""
        return retention in self._told

    def at(self, retention: float) -> Forecast:
        """The forecast for a wanted retention, 0.80-0.97; reckoned once, within about 50 ms."""
        if retention not in self._told:
            many = len(self._memories)
            reviews = reviews_a_day(self._memories, retention=retention, weights=self._weights)
            reviews *= self._total / many if many else 0
            self._told[retention] = Forecast(
                retention,
                reviews,
                reviews * self._pace / 60,
                Course(retention, self._weights).interval(10),
                many < self._total,
            )
        return self._told[retention]
