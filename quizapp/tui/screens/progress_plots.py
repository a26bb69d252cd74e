"""The plots of Progress: its numbers as drawings; importing this loads the plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizapp.tui.widgets.chart import Bars, Chart, Curve, Mark

if TYPE_CHECKING:
    from quizapp.progress import Ahead, PlayedRound, Retained, Week

__all__ = ["Chart", "ahead_plot", "replies_plot", "retained_plot", "rounds_plot", "time_plot"]

MANY_MINUTES = 180
"""From so many minutes a week on, time is drawn in hours."""


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def ahead_plot(ahead: Ahead) -> Bars:
    """A bar for each coming day, named week by week."""
    marks = [(0, "today")]
    marks += [(n, _short(ahead.today + timedelta(days=n))) for n in range(7, len(ahead.due), 7)]
    return Bars("Reviews due", tuple(map(float, ahead.due)), tuple(marks))


def _week_marks(weeks: Sequence[Week], names: int = 5) -> tuple[Mark, ...]:
    """A few of the weeks named, evenly apart, the newest one too."""
    step = max(len(weeks) // names, 1)
    last = len(weeks) - 1
    return tuple((place, _short(weeks[place].first)) for place in range(last % step, last, step))


def replies_plot(weeks: Sequence[Week]) -> Bars:
    """Replies week by week."""
    return Bars(
        "Replies a week", tuple(float(one.sums.replies) for one in weeks), _week_marks(weeks)
    )


def time_plot(weeks: Sequence[Week]) -> Bars:
    """Minutes week by week, or hours where there are many."""
    minutes = [one.sums.minutes for one in weeks]
    if max(minutes, default=0) < MANY_MINUTES:
        return Bars("Time a week", tuple(minutes), _week_marks(weeks), " min")
    return Bars("Time a week", tuple(one / 60 for one in minutes), _week_marks(weeks), " h")


def retained_plot(retained: Retained) -> Curve:
    """The share that was still known, week by week, across the wanted one."""
    shares = tuple(one.sums.retention for one in retained.weeks)
    return Curve(
        "Still known, week by week, and the level that is wanted",
        shares,
        _week_marks(retained.weeks),
        retained.wanted,
    )


def rounds_plot(found: Sequence[PlayedRound]) -> Bars:
    """The share that was right, round by round, the newest last."""
    step = max(len(found) // 4, 1)
    last = len(found) - 1
    marks = [(place, _short(found[place].when.date())) for place in range(0, max(last, 1), step)]
    return Bars(
        "Right, round by round", tuple(100 * one.share for one in found), tuple(marks), " %", 100
    )
