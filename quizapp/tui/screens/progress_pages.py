"""The sections of Progress, read one by one: the words of each, and how its plot comes about.

The plotting library is loaded when the first plot is asked for, after the words are painted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.tui import progress_wording as wording
from quizapp.tui.progress_wording import Told

if TYPE_CHECKING:
    from quizapp.progress import Calendar, HardQuestion, Mastery, Progress, Topic
    from quizapp.tui.widgets.chart import Drawing

WEEKS_SHOWN = 26
"""Weeks of replies, retention and time that are drawn and told."""
MONTHS_TOLD = 12


class Page(NamedTuple):
    """A section: its words, what draws its plot, and what only the calendar or a list needs."""

    told: Told
    plot: Callable[[], Drawing] | None = None
    calendar: Calendar | None = None
    topics: tuple[Topic, ...] = ()
    hardest: tuple[HardQuestion, ...] = ()


def days_page(progress: Progress) -> Page:
    """The year as a calendar, and the replies of each week of it."""
    studied = progress.studied()

    def plot() -> Drawing:
        from quizapp.tui.screens.progress_plots import replies_plot

        return replies_plot(progress.weeks(WEEKS_SHOWN))

    told = wording.days_told(studied, progress.months(MONTHS_TOLD))
    return Page(told, plot, calendar=studied.calendar)


def ahead_page(progress: Progress) -> Page:
    """What falls due."""
    ahead = progress.ahead()

    def plot() -> Drawing:
        from quizapp.tui.screens.progress_plots import ahead_plot

        return ahead_plot(ahead)

    return Page(wording.ahead_told(ahead), plot)


def retention_page(progress: Progress) -> Page:
    """The wanted retention against the one reached."""
    retained = progress.retained(WEEKS_SHOWN)

    def plot() -> Drawing:
        from quizapp.tui.screens.progress_plots import retained_plot

        return retained_plot(retained)

    told = wording.retained_told(retained)
    return Page(told, plot if retained.total.asked else None)


def topics_page(progress: Progress) -> Page:
    """All topics; how each is known is asked for when it comes into view."""
    return Page(wording.mastery_told(progress.mastery()), topics=progress.topics())


def hardest_page(progress: Progress) -> Page:
    """What was forgotten most often."""
    found = progress.hardest()
    words = "Often forgotten: read why, or write a note." if found else wording.NONE_FORGOTTEN
    return Page(Told((words,)), hardest=found)


def time_page(progress: Progress) -> Page:
    """Time spent, week by week."""
    weeks, days = progress.weeks(WEEKS_SHOWN), progress.days()

    def plot() -> Drawing:
        from quizapp.tui.screens.progress_plots import time_plot

        return time_plot(weeks)

    return Page(wording.time_told(progress.total(), len(days), weeks), plot)


def rounds_page(progress: Progress) -> Page:
    """The newest rounds."""
    found = progress.rounds()

    def plot() -> Drawing:
        from quizapp.tui.screens.progress_plots import rounds_plot

        return rounds_plot(found)

    told = wording.rounds_told(found, progress.count_rounds())
    return Page(told, plot if found else None)


READERS: tuple[Callable[[Progress], Page], ...] = (
    days_page,
    ahead_page,
    retention_page,
    topics_page,
    hardest_page,
    time_page,
    rounds_page,
)
NAMES = ("Days", "Ahead", "Retention", "Topics", "Hardest", "Time", "Rounds")
DAYS, AHEAD, RETENTION, TOPICS, HARDEST, TIME, ROUNDS = range(len(NAMES))


def topic_told(topic: Topic, one: Mastery, of_all: Told) -> Told:
    """A marked topic in words, and below how all of them stand."""
    counts = wording.mastery_text(one)
    return Told((topic.title, f"{topic.pack_title}: {counts}.", *of_all.sentences[:2]))


def hard_told(one: HardQuestion) -> Told:
    """A marked question in words."""
    return Told((one.ask, one.answer, wording.hard_text(one)))
