"""A year as a calendar: a column a week, a row a weekday, each day in one of five shades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.core.progress import WEEKS
from quizapp.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from quizapp.core.progress import Calendar, Cell

SHADES = (("·", "$faint"), ("░", "$accent"), ("▒", "$accent"), ("▓", "$accent"), ("█", "$accent"))
"""A sign for each level, so that they are told apart without colours."""
FROZEN = ("*", "$nearly")
DAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
SIDE = 4
"""Cells for the names of the weekdays."""


class Heatmap(Lines):
    """The calendar, its months above, what the shades mean below."""

    DEFAULT_CSS = """
    Heatmap {
        width: 1fr;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.calendar: Calendar | None = None

    def show(self, calendar: Calendar) -> None:
        """Show another year."""
        if calendar != self.calendar:
            self.calendar = calendar
            self.redraw()

    def lines(self, width: int) -> list[Content]:
        """Months, seven rows and the legend; two cells a day where there is room."""
        if self.calendar is None:
            return []
        cell = 2 if width >= SIDE + 2 * WEEKS else 1
        rows = [_months(self.calendar, cell)]
        rows += [_row(self.calendar, weekday, cell) for weekday in range(7)]
        return [*rows, _legend(self.calendar)]


def _months(calendar: Calendar, cell: int) -> Content:
    """The months' names, each over the week in which it begins."""
    text = " " * SIDE
    for week, first in calendar.months():
        place = SIDE + cell * week
        if place >= len(text) and place + 3 <= SIDE + cell * WEEKS:
            text += " " * (place - len(text)) + f"{first:%b} "
    return Content.styled(text, "$muted")


def _row(calendar: Calendar, weekday: int, cell: int) -> Content:
    parts = [(DAYS[weekday].ljust(SIDE), "$muted")]
    for week in range(WEEKS):
        sign, style = _sign(calendar.at(week, weekday))
        parts.append((sign * cell if sign != SHADES[0][0] else sign.ljust(cell), style))
    return Content.assemble(*_joined(parts))


def _joined(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours of one style as one piece: there are far fewer to lay out."""
    found: list[tuple[str, str]] = []
    for text, style in parts:
        if found and found[-1][1] == style:
            found[-1] = (found[-1][0] + text, style)
        else:
            found.append((text, style))
    return found


def _sign(one: Cell | None) -> tuple[str, str]:
    if one is None:
        return " ", ""
    return FROZEN if one.frozen else SHADES[one.level]


def _legend(calendar: Calendar) -> Content:
    parts: list[str | tuple[str, str]] = [(" " * SIDE + "no reply ", "$muted"), SHADES[0]]
    parts += [("  few ", "$muted")]
    for shade in SHADES[1:]:
        parts += [shade, " "]
    parts.append(("many", "$muted"))
    if any(one.frozen for one in calendar.cells):
        parts += ["  ", FROZEN, (" frozen", "$muted")]
    return Content.assemble(*parts)
