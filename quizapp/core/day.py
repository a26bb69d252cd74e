"""Study days: when a learner's day begins, and how many came in a row."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def study_day(now: datetime, *, rollover_hour: int = 4) -> date:
    """The learner's day at `now`, local time: one in the morning still belongs to yesterday.

    `rollover_hour` is 0-23.
    """
    return (now - timedelta(hours=rollover_hour)).date()


def next_rollover(now: datetime, *, rollover_hour: int = 4) -> datetime:
    """The moment, in the time zone of `now`, at which the next study day begins."""
    tomorrow = study_day(now, rollover_hour=rollover_hour) + timedelta(days=1)
    return datetime.combine(tomorrow, time(rollover_hour), tzinfo=now.tzinfo)


def streak(days: set[date], today: date) -> int:
    """How many study days in a row, up to today, have a finished reply.

    Today counts once it has one; until then the run that ended yesterday stands.
    """
    last = today if today in days else today - timedelta(days=1)
    length = 0
    while last in days:
        length += 1
        last -= timedelta(days=1)
    return length
