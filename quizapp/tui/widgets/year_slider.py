"""A slider of years: a click or a drag chooses one, and the years on which something changed
stand out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

from quizapp.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual import events

HANDLE, PASSED, COMING, PASSED_TICK, COMING_TICK = "●", "━", "─", "┿", "┼"


class YearSlider(Lines):
    """The years from `first` to `last`, one of them chosen; `marked` ones have a tick."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    YearSlider { height: 2; }
    """

    class Chosen(Message):
        """A year was pointed at."""

        def __init__(self, year: int) -> None:
            super().__init__()
            self.year = year

    def __init__(self, first: int, last: int, year: int, marked: Collection[int] = ()) -> None:
        super().__init__(id="years")
        self.first = first
        self.last = max(last, first)
        self.year = year
        self.marked = frozenset(marked)
        self.held = False

    def show(self, year: int) -> None:
        """Another year is chosen; one outside is shown at the nearer end."""
        year = min(max(year, self.first), self.last)
        if year != self.year:
            self.year = year
            self.refresh()

    def column(self, year: int, width: int) -> int:
        """The cell of a year, of `width` cells."""
        return round((year - self.first) * (width - 1) / max(self.last - self.first, 1))

    def year_at(self, column: int, width: int) -> int:
        """The year nearest to a cell; the ends reach as far as one likes."""
        year = self.first + round(column * (self.last - self.first) / max(width - 1, 1))
        return min(max(year, self.first), self.last)

    def lines(self, width: int) -> Sequence[Content]:
        """The track and, below it, as many of the years as stand apart."""
        if width < 1:
            return ()
        here = self.column(self.year, width)
        ticks = {self.column(year, width) for year in self.marked}
        before = "".join(PASSED_TICK if cell in ticks else PASSED for cell in range(here))
        behind = "".join(
            COMING_TICK if cell in ticks else COMING for cell in range(here + 1, width)
        )
        track = Content.assemble((before, "$accent"), (HANDLE, "bold $accent"), (behind, "$muted"))
        return track, self._years(width)

    def _years(self, width: int) -> Content:
        """The chosen year in any case, then the ends, then ticked ones where there is room."""
        taken: dict[int, int] = {}
        for year in dict.fromkeys([self.year, self.first, self.last, *sorted(self.marked)]):
            start = min(max(self.column(year, width) - 2, 0), max(width - 4, 0))
            if all(abs(start - other) > 5 for other in taken):
                taken[start] = year
        parts: list[Content | str] = []
        used = 0
        for start, year in sorted(taken.items()):
            style = "bold $accent" if year == self.year else "$muted"
            parts += [" " * (start - used), Content.styled(str(year), style)]
            used = start + 4
        return Content.assemble(*parts)

    # -- the mouse -------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the slider where it is pressed."""
        event.stop()
        self.held = True
        self.capture_mouse()
        self._point(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while it is held."""
        self.styles.pointer = "pointer"
        if self.held:
            self._point(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        if self.held:
            self.held = False
            self.release_mouse()

    def _point(self, event: events.MouseEvent) -> None:
        inner = event.screen_x - self.content_region.x
        year = self.year_at(inner, self.content_region.width)
        if year != self.year:
            self.show(year)
            self.post_message(self.Chosen(year))
