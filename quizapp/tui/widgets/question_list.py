"""The list of questions found: rows that did not change are not drawn a second time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.tui.widgets.picklist import Draw, PickList

if TYPE_CHECKING:
    from textual.strip import Strip

KEPT = 400
"""How many drawn rows are kept; a window shows far fewer."""


class QuestionList(PickList):
    """A list that keeps its drawn rows until it is told to forget them."""

    def __init__(self, draw: Draw, head: Callable[[int], Sequence[Content]]) -> None:
        super().__init__(draw, id="questions")
        self.head = head
        self.lowest = 0
        self._drawn: dict[tuple[object, ...], Strip] = {}

    def forget(self) -> None:
        """Other questions stand in the rows now, or the same ones stand otherwise."""
        self._drawn.clear()

    def bring_into_view(self) -> None:
        """Scroll to the row under the cursor."""
        self._reveal()

    def notify_style_update(self) -> None:
        """Other colours: every row is drawn anew."""
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line, drawn now or before."""
        row = y + self.scroll_offset.y
        if not self.count or self.row_height != 1:
            return super().render_line(y)
        width = self.scrollable_content_region.width
        key = (row, width, row == self.cursor, row == self.hovered, self.background_colors)
        strip = self._drawn.get(key)
        if strip is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            strip = self._drawn[key] = super().render_line(y)
        return strip
