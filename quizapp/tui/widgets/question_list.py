"""The list of questions found. Each letter typed draws all of it, so it is drawn at a low cost:
piece by piece, without laying text out, and no row a second time that did not change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from quizapp.tui.widgets.picklist import PickList

KEPT = 400
"""How many drawn rows are kept; a window shows far fewer."""
Draw = Callable[[int, int, bool], Sequence[tuple[str, str]]]
"""(row, width, under the cursor) -> pieces of text with their styles, `width` cells at most."""


def _nothing(_row: int, _width: int, _here: bool) -> Sequence[Content]:
    """Rows are drawn by `pieces` here."""
    return ()


class QuestionList(PickList):
    """A list of one-line rows that keeps what it drew until it is told to forget it."""

    def __init__(self, draw: Draw, head: Callable[[int], Sequence[Content]]) -> None:
        super().__init__(_nothing, id="questions")
        self.pieces = draw
        self._write_head = head
        self._heads: dict[int, Sequence[Content]] = {}
        self.head = self._kept_head
        self.lowest = 0
        self._drawn: dict[tuple[object, ...], Strip] = {}

    def forget(self) -> None:
        """Other questions stand in the rows now, or the same ones stand otherwise."""
        self._drawn.clear()
        self._heads.clear()

    def _kept_head(self, width: int) -> Sequence[Content]:
        if width not in self._heads:
            self._heads[width] = self._write_head(width)
        return self._heads[width]

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
        width = self.scrollable_content_region.width
        if not self.count:
            return super().render_line(y)
        if row >= self.count:
            return Strip.blank(width, self.visual_style.rich_style)
        key = (row, width, row == self.cursor, row == self.hovered, self.background_colors)
        strip = self._drawn.get(key)
        if strip is None:
            if len(self._drawn) >= KEPT:
                self._drawn.clear()
            strip = self._drawn[key] = self._strip(row, width)
        return strip

    def _strip(self, row: int, width: int) -> Strip:
        style = self.visual_style
        if row in (self.cursor, self.hovered):
            part = "cursor" if row == self.cursor else "hover"
            style += self.get_visual_style(f"picklist--{part}")
        parse = self.app.stylesheet.parse_style
        segments = [
            Segment(text, (style + parse(own) if own else style).rich_style)
            for text, own in self.pieces(row, width, row == self.cursor)
        ]
        return Strip(segments).extend_cell_length(width, style.rich_style).crop(0, width)
