"""What the days of studying come to: the calendar, weeks, retention, the longest streak, mastery.

Everything is worked out of one sum a study day, so that its cost is that of the days and not of
the replies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

WEEKS = 53
"""Columns of the calendar: with them every day of the last 365 has its place."""
YEAR = 365
LEVELS = 4
"""Shades of a day with replies, 1 to 4; 0 is a day without."""
_TYPICAL = 0.9
"""The share of studied days that the darkest shade is measured by: one long day dims no other."""


class Sums(NamedTuple):
    """What was done in a stretch of time. `took` is milliseconds.

    `asked` counts scheduled replies after at least a day, `kept` those of them still known.
    """

    replies: int = 0
    passed: int = 0
    took: int = 0
    asked: int = 0
    kept: int = 0

    @property
    def retention(self) -> float | None:
        """The share of what was asked that was still known, 0-1; None where nothing was asked."""
        return self.kept / self.asked if self.asked else None

    @property
    def minutes(self) -> float:
        """How long the replies took."""
        return self.took / 60_000


class DaySum(NamedTuple):
    """One study day."""

    day: date
    sums: Sums


class Cell(NamedTuple):
    """A day of the calendar. `frozen`: nothing was replied, and the streak went on all the same."""

    day: date
    replies: int
    level: int
    frozen: bool


class Calendar(NamedTuple):
    """The last 365 days up to `today`, in weeks that begin on Monday."""

    first: date
    today: date
    cells: tuple[Cell, ...]

    def at(self, week: int, weekday: int) -> Cell | None:
        """The day in a column, 0-52, and a row, 0 for Monday; None outside of the year."""
        place = (monday(self.first) - self.first).days + 7 * week + weekday
        return self.cells[place] if 0 <= place < len(self.cells) else None

    def months(self) -> Iterator[tuple[int, date]]:
        """(column, first day) of each month that begins within the year."""
        start = monday(self.first)
        for cell in self.cells:
            if cell.day.day == 1:
                yield (cell.day - start).days // 7, cell.day


class Week(NamedTuple):
    """Seven days from a Monday on; the newest one may still be under way."""

    first: date
    sums: Sums


class Month(NamedTuple):
    """A calendar month: its first day, on how many days anything was replied, and what."""

    first: date
    days: int
    sums: Sums


class Mastery(NamedTuple):
    """How well questions are known: three counts that add up to all of them.

    `strong` ones have a memory that lasts three weeks or more, `shaky` ones were seen and are not
    strong, `new` ones were never replied to. Suspended questions are left out.
    """

    strong: int = 0
    shaky: int = 0
    new: int = 0

    @property
    def questions(self) -> int:
        """How many questions these are."""
        return self.strong + self.shaky + self.new

    @property
    def share(self) -> float:
        """The strong ones' part of all, 0-1; 0 of none."""
        return self.strong / self.questions if self.questions else 0.0


def forgotten(ratings: Iterable[int]) -> int:
    """How often something known was forgotten: Again (1) after anything better, each time once.

    A first reply that is wrong forgets nothing, and neither does a second one right after it.
    """
    known, count = False, 0
    for rating in ratings:
        count += known and rating == 1
        known = rating != 1
    return count


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def total(days: Iterable[DaySum]) -> Sums:
    """All of the days together."""
    columns = tuple(zip(*(one.sums for one in days), strict=True))
    return Sums(*map(sum, columns)) if columns else Sums()


def within(days: Iterable[DaySum], today: date, count: int) -> list[DaySum]:
    """The last `count` days up to today, as far as anything was done on them."""
    first = today - timedelta(days=count - 1)
    return [one for one in days if first <= one.day <= today]


def levels(replies: Collection[int]) -> dict[int, int]:
    """The shade, 0-4, of each number of replies on a day.

    More replies are never paler. The measure is the day that nine of ten studied days stay below.
    """
    studied = sorted(count for count in replies if count > 0)
    if not studied:
        return dict.fromkeys(replies, 0)
    full = studied[min(int(len(studied) * _TYPICAL), len(studied) - 1)]
    return {count: min(-(-LEVELS * count // full), LEVELS) if count > 0 else 0 for count in replies}


def calendar(days: Iterable[DaySum], today: date, frozen: Collection[date] = ()) -> Calendar:
    """The year up to today, each day with its shade."""
    replies = {one.day: one.sums.replies for one in days}
    first = today - timedelta(days=YEAR - 1)
    wanted = [first + timedelta(days=n) for n in range(YEAR)]
    shades = levels([replies.get(day, 0) for day in wanted])
    cells = []
    for day in wanted:
        count = replies.get(day, 0)
        cells.append(Cell(day, count, shades[count], day in frozen and not count))
    return Calendar(first, today, tuple(cells))


def weeks(days: Iterable[DaySum], today: date, count: int) -> tuple[Week, ...]:
    """The last `count` weeks, oldest first, the one under way among them; none is left out."""
    last = monday(today)
    found: dict[date, list[DaySum]] = {
        last - timedelta(days=7 * n): [] for n in reversed(range(count))
    }
    for one in days:
        start = monday(one.day)
        if start in found and one.day <= today:
            found[start].append(one)
    return tuple(Week(start, total(some)) for start, some in found.items())


def months(days: Iterable[DaySum], today: date, count: int) -> tuple[Month, ...]:
    """The last `count` calendar months, oldest first, the one under way among them."""
    number = 12 * today.year + today.month - 1
    found: dict[date, list[DaySum]] = {
        date(one // 12, one % 12 + 1, 1): [] for one in range(number - count + 1, number + 1)
    }
    for one in days:
        first = one.day.replace(day=1)
        if first in found and one.day <= today:
            found[first].append(one)
    return tuple(Month(first, len(some), total(some)) for first, some in found.items())


def longest_streak(days: Iterable[date], frozen: Collection[date] = ()) -> int:
    """The most study days in a row that ever had a reply; frozen ones join but do not count."""
    studied = set(days)
    joined = sorted(studied | set(frozen))
    best = length = 0
    before: date | None = None
    for day in joined:
        if before is None or (day - before).days != 1:
            length = 0
        length += day in studied
        best = max(best, length)
        before = day
    return best


def ahead(due: Mapping[date, int], today: date, days: int) -> tuple[int, ...]:
    """How much falls due on each of the coming days, today first; what is overdue counts today."""
    found = [0] * days
    for day, count in due.items():
        place = max((day - today).days, 0)
        if place < days:
            found[place] += count
    return tuple(found)


def busiest(days: Sequence[DaySum]) -> DaySum | None:
    """The day with the most replies, the latest of equals; None where there is none."""
    studied = [one for one in days if one.sums.replies > 0]
    return max(studied, key=lambda one: (one.sums.replies, one.day), default=None)
