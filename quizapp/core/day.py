"""Study days: when a learner's day begins, and how many came in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
DAYS_A_FREEZE = 7
"""One missed day within so many is bridged."""


def study_day(now: datetime, *, rollover_hour: int = 4) -> date:
    """The learner's day at `now`, local time: one in the morning still belongs to yesterday.

    `rollover_hour` is 0-23.
    """
    return (now - timedelta(hours=rollover_hour)).date()


def next_rollover(now: datetime, *, rollover_hour: int = 4) -> datetime:
    """The moment, in the time zone of `now`, at which the next study day begins."""
    tomorrow = study_day(now, rollover_hour=rollover_hour) + timedelta(days=1)
    return datetime.combine(tomorrow, time(rollover_hour), tzinfo=now.tzinfo)


class Streak(NamedTuple):
    """A run of study days: how many were studied on, and which days between were bridged.

    A bridged day has no reply and is not counted; the run went on over it all the same.
    """

    days: int = 0
    frozen: tuple[date, ...] = ()


def streak(days: Iterable[date], today: date) -> Streak:
    """The run of study days with a finished reply that leads up to today, or to yesterday.

    `days` are those with a reply, newest first; they are read only as far as the run goes. A
    single missed day is bridged if no day of the seven after it was; two in a row end the run.
    Today is not missed before it is over.
    """
    length = 0
    frozen: list[date] = []
    expected = today
    for day in days:
        if not length and day < today:
            expected = today - ONE_DAY
        missed = (expected - day).days
        if missed == 1 and _may_freeze(expected, frozen):
            frozen.append(expected)
        elif missed:
            break
        length += 1
        expected = day - ONE_DAY
    return Streak(length, tuple(frozen))


def frozen_days(days: Iterable[date]) -> frozenset[date]:
    """Every day that a run was bridged over, in all that was ever studied, newest day first."""
    found: set[date] = set()
    of_run: list[date] = []
    expected: date | None = None
    for day in days:
        missed = (expected - day).days if expected else 0
        if expected and missed == 1 and _may_freeze(expected, of_run):
            of_run.append(expected)
            found.add(expected)
        elif missed:
            of_run = []
        expected = day - ONE_DAY
    return frozenset(found)


def _may_freeze(day: date, frozen: Sequence[date]) -> bool:
    """`frozen` are the days of the run that were bridged after it, the last one the earliest."""
    return not frozen or (frozen[-1] - day).days >= DAYS_A_FREEZE
