"""Progress in words: what its plots show, for the screen beside them and for `sco-quiz stats`.

It loads nothing of the screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.progress import Mastery, Month, Sums, Week, busiest
from quizapp.tui.wording import counted, grouped, in_a_row

if TYPE_CHECKING:
    from quizapp.core.day import Streak
    from quizapp.progress import Ahead, HardQuestion, PlayedRound, Retained, Studied

NEAR = 0.02
"""A reached retention this near to the wanted one is as wanted: so much is chance."""
ENOUGH = 50
"""From so many replies on, the reached retention is compared with the wanted one."""

FREEZE = "One missed day in seven is frozen (*), not counted"
NONE_FORGOTTEN = "No question was forgotten so far."


class Row(NamedTuple):
    """A row of numbers: `value` stands under the table's head, `words` say it without one."""

    label: str
    value: str
    words: str = ""

    @property
    def text(self) -> str:
        """The row as a line that needs no head."""
        return f"{self.label}: {self.words or self.value}"


class Told(NamedTuple):
    """A part of Progress in words: sentences, then rows of a table under a word or two."""

    sentences: tuple[str, ...]
    head: str = ""
    rows: tuple[Row, ...] = ()


def date_text(day: date) -> str:
    """A day as in "3 Dec 2026"."""
    return f"{day.day} {day:%b} {day.year}"


def percent(share: float | None) -> str:
    """A share as a percentage; some is never 0 %, less than all never 100 %; a dash for none."""
    if share is None:
        return "–"
    shown = round(100 * share, 1)
    if 0 < share < 1:
        shown = min(max(shown, 0.1), 99.9)
    return f"{shown:.0f} %" if shown in (0, 100) else f"{shown:.1f} %"


def time_text(milliseconds: float) -> str:
    """A length of time: "under a second", "45 s", "12 min", "3 h 05 min"."""
    seconds = round(milliseconds / 1000)
    if not seconds:
        return "under a second" if milliseconds else "0 s"
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    return f"{grouped(hours)} h {rest:02} min" if hours else f"{minutes} min"


def days_told(studied: Studied, months: Sequence[Month]) -> Told:
    """The calendar in words, and month by month, the newest first."""
    year = studied.year
    on = f"{counted(studied.year_days, 'day')} of the last 365"
    right = f", {percent(year.passed / year.replies)} right" if year.replies else ""
    sentences = [
        streak_text(studied.streak, studied.longest),
        f"You studied on {on}: {_replies(year.replies)}{right}.",
    ]
    frozen = sum(cell.frozen for cell in studied.calendar.cells)
    if frozen:
        sentences.append(f"{FREEZE}: {grouped(frozen)} in this year.")
    best = busiest(studied.days)
    if best is not None:
        sentences.append(f"Your busiest day: {date_text(best.day)}, {_replies(best.sums.replies)}.")
    rows = tuple(_month(one) for one in reversed(months) if one.days)
    return Told(tuple(sentences), "Days · replies · time", rows)


def streak_text(streak: Streak, longest: int) -> str:
    """How many days in a row have a reply, with the days that were bridged told apart."""
    if not streak.days:
        return f"No run of days now; your longest was {counted(longest, 'day')}."
    run = in_a_row(streak.days, len(streak.frozen))
    if streak.days >= longest:
        return f"{run}: your longest run so far."
    return f"{run}; your longest run: {counted(longest, 'day')}."


def _replies(count: int) -> str:
    return counted(count, "reply", "replies")


def _month(one: Month) -> Row:
    time = time_text(one.sums.took)
    return Row(
        f"{one.first:%B} {one.first.year}",
        f"{one.days} · {grouped(one.sums.replies)} · {time}",
        f"{counted(one.days, 'day')}, {_replies(one.sums.replies)}, {time}",
    )


def ahead_told(ahead: Ahead) -> Told:
    """The forecast in words, and day by day."""
    today, total = ahead.due[0], sum(ahead.due)
    late = f", {grouped(ahead.overdue)} of them overdue" if ahead.overdue else ""
    a_day = total / len(ahead.due)
    seconds = a_day * ahead.pace
    takes = f"about {time_text(seconds * 1000)} a day" if seconds >= 60 else "under a minute a day"
    many = f"{a_day:.1f} a day" if a_day >= 1 else "less than one a day"
    sentences = [f"Due today: {counted(today, 'review')}{late}."]
    if today > ahead.limit:
        sentences.append(f"At most {grouped(ahead.limit)} a day are asked; the rest waits.")
    sentences.append(
        f"Due in {len(ahead.due)} days: {counted(total, 'review')}"
        + (f", {many}, {takes}." if total else ".")
    )
    place = max(range(1, len(ahead.due)), key=lambda n: ahead.due[n])
    if ahead.due[place]:
        day = ahead.today + timedelta(days=place)
        sentences.append(f"The most after today: {grouped(ahead.due[place])} on {_weekday(day)}.")
    sentences.append("What you miss comes back sooner, and new questions come on top.")
    rows = [
        Row(_weekday(ahead.today + timedelta(days=n)), grouped(count), f"{grouped(count)} due")
        for n, count in enumerate(ahead.due)
    ]
    return Told(tuple(sentences), "Due", tuple(rows))


def _weekday(day: date) -> str:
    return f"{day:%A}, {day.day} {day:%B}"


def retained_told(retained: Retained) -> Told:
    """What was wanted and what was reached, and week by week, the newest first."""
    sentences = [
        f"Wanted: you still know {percent(retained.wanted)} of what comes back.",
        f"Reached in the last 30 days: {_reached(retained.lately)}.",
        f"In a year: {_reached(retained.year)}. In all: {_reached(retained.total)}.",
        compared(retained),
    ]
    rows = [
        Row(f"Week of {date_text(one.first)}", _reached(one.sums))
        for one in reversed(retained.weeks)
        if one.sums.asked
    ]
    return Told(tuple(filter(None, sentences)), "Still known", tuple(rows))


def compared(retained: Retained) -> str:
    """Whether the last 30 days are as wanted; "" where nothing was asked in them."""
    reached = retained.lately.retention
    if reached is None:
        return ""
    if retained.lately.asked < ENOUGH:
        return "Too few came back to compare the two."
    if abs(reached - retained.wanted) < NEAR:
        return "That is as you want it."
    return f"That is {'more' if reached > retained.wanted else 'less'} than you want."


def _reached(sums: Sums) -> str:
    if sums.retention is None:
        return "nothing came back"
    return f"{percent(sums.retention)} ({grouped(sums.kept)} of {grouped(sums.asked)})"


def mastery_told(mastery: Mastery, topics: Iterable[tuple[str, Mastery]] = ()) -> Told:
    """How well all questions are known, and topic by topic."""
    known = percent(mastery.share)
    sentences = (
        f"{grouped(mastery.strong)} of {counted(mastery.questions, 'question')} strong: {known}.",
        f"{grouped(mastery.shaky)} shaky, {grouped(mastery.new)} new.",
        "A strong memory lasts three weeks or more.",
    )
    rows = tuple(Row(title, "", mastery_text(one)) for title, one in topics)
    return Told(sentences, "", rows)


def mastery_text(one: Mastery) -> str:
    """Three counts, each with its word."""
    return f"{grouped(one.strong)} strong, {grouped(one.shaky)} shaky, {grouped(one.new)} new"


def hardest_told(found: Sequence[HardQuestion]) -> Told:
    """The questions that were forgotten most often, with their answers."""
    if not found:
        return Told((NONE_FORGOTTEN,))
    rows = tuple(
        Row(f"{one.ask} {one.answer}", "", f"forgotten {forgotten_text(one)} times")
        for one in found
    )
    return Told(("What was forgotten most often.",), "", rows)


def forgotten_text(one: HardQuestion) -> str:
    """How often a question was forgotten, of how many replies."""
    return f"{one.lapses} of {one.replies}"


def hard_text(one: HardQuestion) -> str:
    """How often a question was forgotten, and how difficult it is."""
    return f"Forgotten {forgotten_text(one)} times; difficulty {one.difficulty:.1f} of 10."


def time_told(total: Sums, days: int, weeks: Sequence[Week]) -> Told:
    """Time spent: in all, lately, and week by week, the newest first."""
    sentences = []
    if total.replies and days:
        sentences = [
            f"In all: {time_text(total.took)} on {counted(days, 'day')}.",
            (
                f"A day takes {time_text(total.took / days)}, a reply "
                f"{time_text(total.took / total.replies)}, on average."
            ),
            (
                f"This week so far: {time_text(weeks[-1].sums.took)}; "
                f"last week: {time_text(weeks[-2].sums.took)}."
            ),
        ]
    rows = tuple(
        Row(f"Week of {date_text(one.first)}", time_text(one.sums.took))
        for one in reversed(weeks)
        if one.sums.took
    )
    return Told(tuple(sentences), "Time", rows)


def rounds_told(found: Sequence[PlayedRound], count: int) -> Told:
    """The newest rounds, the newest first, and what they come to."""
    if not found:
        return Told(("No round was finished so far. Play one with r on the first screen.",))
    right, total = sum(one.right for one in found), sum(one.total for one in found)
    best = max(found, key=lambda one: one.points)
    share = percent(right / total if total else None)
    newest = "" if count == len(found) else f" The newest {len(found)}:"
    sentences = (
        f"{counted(count, 'round')} finished.{newest} {share} right.",
        f"Most points: {grouped(best.points)}, on {date_text(best.when.date())}.",
    )
    return Told(sentences, "Right · points", tuple(_rounds(found)))


def _rounds(found: Sequence[PlayedRound]) -> Iterator[Row]:
    for one in reversed(found):
        when = f"{one.when.day} {one.when:%b %H:%M}"
        right, points = f"{one.right} of {one.total}", grouped(one.points)
        yield Row(when, f"{right} · {points}", f"{right} right, {points} points")
