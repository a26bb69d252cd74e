"""Our words over FSRS: what a memory is, what each rating would do, how likely it is recalled.

FSRS runs on study days, not on hours: a review late at night and one early next morning are a
day apart. Learning steps are off, since a session itself asks a miss again, and fuzz is off, so
that a replay of the log gives the same memories on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timezone
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fsrs import Scheduler

    from quizapp.core.weights import Weights

DEFAULT_RETENTION = 0.9
STRONG_STABILITY = 21.0
"""Days of stability from which a memory counts as strong; Anki calls such a card mature."""


class Rating(IntEnum):
    """How well the learner knew it, in FSRS's numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Memory(NamedTuple):
    """FSRS state of one question.

    `stability` is in days (recall falls to 90 % after that long), `difficulty` is 1-10; `due`
    and `last` are study days; `replies` and `lapses` count reviews and those rated Again.
    """

    stability: float
    difficulty: float
    due: date
    last: date
    replies: int
    lapses: int

    @property
    def strong(self) -> bool:
        """True for a memory that lasts three weeks or more."""
        return self.stability >= STRONG_STABILITY


@lru_cache(maxsize=4)
def _scheduler(retention: float, weights: Weights | None) -> Scheduler:
    from fsrs import Scheduler

    from quizapp.core.weights import usual

    return Scheduler(
        parameters=weights or usual(),
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=timezone.utc)


def review(
    memory: Memory | None,
    rating: Rating,
    day: date,
    *,
    retention: float = DEFAULT_RETENTION,
    weights: Weights | None = None,
) -> Memory:
    """The memory after a reply rated `rating` on study day `day`.

    A day before the memory's last one (a clock set back, a journey west) counts as that last
    day. `retention` is the wanted chance of recall, 0.7-0.99. The formulas are FSRS-6's, with
    `weights`; None stands for FSRS's own.
    """
    from fsrs import Card, State
    from fsrs import Rating as FsrsRating

    day = day if memory is None else max(day, memory.last)
    card = Card(card_id=1)
    if memory is not None:
        card.state = State.Review
        card.step = None
        card.stability = memory.stability
        card.difficulty = memory.difficulty
        card.due = _midnight(memory.due)
        card.last_review = _midnight(memory.last)
    scheduler = _scheduler(retention, weights)
    card, _ = scheduler.review_card(card, FsrsRating(int(rating)), _midnight(day))
    if card.stability is None or card.difficulty is None:
        raise AssertionError("FSRS gives every reviewed card a stability and a difficulty")
    return Memory(
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due.date(),
        last=day,
        replies=(memory.replies if memory else 0) + 1,
        lapses=(memory.lapses if memory else 0) + (rating is Rating.AGAIN),
    )


def replay(
    reviews: Iterable[tuple[Rating, date]],
    *,
    retention: float = DEFAULT_RETENTION,
    weights: Weights | None = None,
) -> Memory | None:
    """The memory that a question's reviews, oldest first, leave behind; None without any.

    It is what `review` after `review` would leave, to the same bits, in half the time: the card
    is not made anew for each.
    """
    from fsrs import Card
    from fsrs import Rating as FsrsRating

    scheduler = _scheduler(retention, weights)
    card, last, replies, lapses = Card(card_id=1), date.min, 0, 0
    for rating, day in reviews:
        last = max(day, last)
        card, _ = scheduler.review_card(card, FsrsRating(int(rating)), _midnight(last))
        replies += 1
        lapses += rating is Rating.AGAIN
    if card.stability is None or card.difficulty is None:
        return None
    return Memory(card.stability, card.difficulty, card.due.date(), last, replies, lapses)


def futures(
    memory: Memory | None,
    day: date,
    *,
    retention: float = DEFAULT_RETENTION,
    weights: Weights | None = None,
) -> dict[Rating, int]:
    """For each rating, in how many days the question would come back; at least 1."""
    return {
        rating: (review(memory, rating, day, retention=retention, weights=weights).due - day).days
        for rating in Rating
    }


def recall(
    memory: Memory,
    day: date,
    *,
    retention: float = DEFAULT_RETENTION,
    weights: Weights | None = None,
) -> float:
    """The chance, 0-1, that the learner recalls it on study day `day`."""
    from fsrs import Card

    card = Card(card_id=1, stability=memory.stability, last_review=_midnight(memory.last))
    return float(_scheduler(retention, weights).get_card_retrievability(card, _midnight(day)))


def in_days(days: int) -> str:
    """A length of time where there is room for a few letters: "1 d", "3 wk", "5 mo", "2.5 y"."""
    number, unit = _length(days)
    return f"{number} {_SHORT[unit]}"


def in_words(days: int) -> str:
    """A length of time in whole words: "1 day", "3 weeks", "5 months", "2.5 years"."""
    number, unit = _length(days)
    return f"{number} {unit}" if number == "1" else f"{number} {unit}s"


_SHORT = {"day": "d", "week": "wk", "month": "mo", "year": "y"}


def _length(days: int) -> tuple[str, str]:
    """A length of time as a number and its unit, no finer than a learner cares for."""
    if days < 21:
        return str(days), "day"
    if days < 60:
        return str(round(days / 7)), "week"
    if days < 365:
        return str(round(days / 30.4)), "month"
    years = days / 365.25
    return (f"{years:.1f}" if years < 10 else str(round(years))), "year"
