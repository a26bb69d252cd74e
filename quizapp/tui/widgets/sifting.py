"""What Browse is asked for: the field to search in, and the filters in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from quizapp.tui.keys import key
from quizapp.tui.widgets.lines import Lines, fit, link

GAP = 3
NARROWEST = 10


class Filter(NamedTuple):
    """A filter: its key, its name, what is chosen, whether that is anything but all, and the
    screen's action behind it.
    """

    key: str
    name: str
    chosen: str
    set: bool
    action: str


class SearchField(Input):
    """Finds with every letter; Enter goes to the list, and so do the arrows."""

    DEFAULT_CSS = """
    SearchField {
        border: none;
        height: 1;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; background: $panel; background-tint: $panel 0%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("to-list", "enter", "submit", "To the list", "Leave the field; what is found stays.")
    ]


class Filters(Lines):
    """The filters side by side, each with its key; a click does what the key does."""

    def __init__(self) -> None:
        super().__init__(id="filters")
        self.filters: Sequence[Filter] = ()

    def show(self, filters: Sequence[Filter]) -> None:
        """Show these."""
        if tuple(filters) != tuple(self.filters):
            self.filters = filters
            self.redraw()

    def lines(self, width: int) -> list[Content]:
        """One line, or two where they do not fit on one; long titles are cut."""
        entries = [_entry(one, len(one.chosen)) for one in self.filters]
        whole = sum(entry.cell_length for entry in entries) + GAP * (len(entries) - 1)
        if whole <= width:
            return [Content(" " * GAP).join(entries)] if entries else []
        return [self._shared(self.filters[:2], width), self._shared(self.filters[2:], width)]

    def _shared(self, filters: Sequence[Filter], width: int) -> Content:
        """Some filters on one line, each with its share of the room."""
        fixed = sum(len(one.key) + len(one.name) + 2 for one in filters) + GAP * len(filters)
        room = max((width - fixed) // max(len(filters), 1), NARROWEST)
        return Content(" " * GAP).join(_entry(one, room) for one in filters)


def _entry(one: Filter, room: int) -> Content:
    style = "bold" if one.set else "$muted"
    return Content.assemble(
        link(one.key, "bold $accent", one.action),
        link(f" {one.name} ", "$muted", one.action),
        link(fit(one.chosen, room), style, one.action),
    )
