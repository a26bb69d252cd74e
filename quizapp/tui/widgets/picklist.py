"""A list with a cursor, drawn row by row: only what is in view is ever laid out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual import events

FAR = 10
"""Rows from which on a long step is worth a key."""
Draw = Callable[[int, int, bool], Sequence[Content]]
"""(row, width, under the cursor) -> the lines of a row, as many as the list's row height."""


def stepped(row: int, step: int, first: int, last: int) -> int:
    """The row `step` away; a single step leads from one end to the other, a longer one stops."""
    if abs(step) == 1:
        return first + (row - first + step) % (last - first + 1)
    return max(first, min(row + step, last))


def _no_head(_: int) -> tuple[Content, ...]:
    return ()


class PickList(ScrollView, can_focus=False):
    """Rows of one height under a head that stays; the screen moves the cursor.

    A cursor of -1 is no row at all. A click moves the cursor, a click on the row under the
    cursor picks it.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"picklist--cursor", "picklist--hover"}  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    PickList {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        &> .picklist--cursor { background: $panel; }
        &> .picklist--hover { background: $surface; }
    }
    """

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Picked(Moved):
        """A row was clicked while the cursor stood on it."""

    def __init__(self, draw: Draw, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.draw = draw
        self.head: Callable[[int], Sequence[Content]] = _no_head
        self.count = 0
        self.row_height = 1
        self.cursor = -1
        self.hovered = -1
        self.lowest = -1

    def show(self, count: int, *, row_height: int = 1) -> None:
        """Show `count` rows, drawn anew; the cursor stays where it can."""
        self.count = count
        self.row_height = row_height
        self.cursor = min(self.cursor, count - 1)
        self._measure()
        self.refresh()

    def on_resize(self) -> None:
        """The head may take more or fewer lines now."""
        self._measure()
        self.call_after_refresh(self._reveal)

    def _measure(self) -> None:
        height = len(self.head(self.size.width)) + self.count * self.row_height
        self.virtual_size = Size(self.size.width, height)

    def move(self, step: int) -> None:
        """Move the cursor by `step` rows; a single step goes round, a longer one stops."""
        self.place(stepped(self.cursor, step, self.lowest, self.count - 1))

    def place(self, row: int) -> None:
        """Put the cursor on a row and bring it into view."""
        if row != self.cursor:
            self.cursor = row
            self.refresh()
            self._reveal()
            self.post_message(self.Moved(row))

    def _reveal(self) -> None:
        if self.cursor < 1:
            self.scroll_to(y=0, animate=False)
            return
        head = len(self.head(self.size.width))
        region = Region(0, self.cursor * self.row_height, 1, head + self.row_height)
        self.scroll_to_region(region, animate=False, force=True)

    def _row_at(self, y: int) -> int:
        """The row drawn at line `y` of the widget; -1 for none."""
        head = len(self.head(self.size.width))
        row = (y - head + self.scroll_offset.y) // self.row_height
        return row if y >= head and 0 <= row < self.count else -1

    def render_line(self, y: int) -> Strip:
        """One line of the head, of a row, or nothing."""
        width = self.scrollable_content_region.width
        head = self.head(width)
        style = self.visual_style
        if y < len(head):
            content = head[y]
        else:
            row, line = divmod(y - len(head) + self.scroll_offset.y, self.row_height)
            if row >= self.count:
                return Strip.blank(width, style.rich_style)
            content = self.draw(row, width, row == self.cursor)[line]
            if row in (self.cursor, self.hovered) and content:
                part = "cursor" if row == self.cursor else "hover"
                style += self.get_visual_style(f"picklist--{part}")
        return Visual.to_strips(self, content, width, 1, style, pad=True)[0]

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the row under the mouse."""
        self._hover(self._row_at(event.y))

    def on_leave(self) -> None:
        """Nothing is under the mouse any more."""
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.styles.pointer = "pointer" if row >= 0 else "default"
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the row clicked, or pick the row it stands on."""
        row = self._row_at(event.y)
        if row < 0:
            return
        event.stop()
        if row == self.cursor:
            self.post_message(self.Picked(row))
        else:
            self.place(row)
