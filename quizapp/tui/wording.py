"""Numbers and days as the screens say them."""

from __future__ import annotations

from datetime import date

from quizapp.core.counting import counted as counted
from quizapp.core.counting import grouped as grouped

BEYOND = "Learn more new questions than your limit for a day."
"""What a key does that goes beyond the day's limit."""


def beyond_limit(count: int) -> str:
    """What a button says that goes beyond the day's limit."""
    return f"Learn {grouped(count)}, beyond the limit"


def in_a_row(days: int, frozen: int) -> str:
    """A run of study days, with the missed ones that were bridged: "5 days in a row"."""
    if days == 1 and not frozen:
        return "1 study day"
    over = f", {counted(frozen, 'missed day')} frozen" if frozen else ""
    return f"{counted(days, 'day')} in a row{over}"


def about_minutes(minutes: float) -> str:
    """A length of time without false precision: "under a minute", "about 6 minutes"."""
    return f"about {counted(round(minutes), 'minute')}" if minutes >= 0.75 else "under a minute"


def day_name(day: date, today: date) -> str:
    """A day to come as one says it: "tomorrow", "on Monday", "on 5 August"."""
    ahead = (day - today).days
    if ahead <= 1:
        return "tomorrow" if ahead == 1 else "today"
    if ahead < 7:
        return f"on {day:%A}"
    return f"on {short_date(day, today)}"


def short_date(day: date, today: date) -> str:
    """A day without what goes without saying: "5 August", "5 August 2027"."""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def to_come(due: int, new: int) -> str:
    """What a coming day brings: "5 to review and 10 new"."""
    parts = [f"{due} to review"] if due else []
    return " and ".join([*parts, f"{new} new"] if new else parts)
