"""The first line of a session: the app, what this is, and how much of it is done."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.widgets.bar import mastery_bar
from quizapp.tui.widgets.lines import across
from quizapp.tui.widgets.title import TitleBar, named
from quizapp.tui.wording import grouped

_WIDEST = 24


class ProgressTitle(TitleBar):
    """The title line with a bar of how many questions are through."""

    def __init__(self) -> None:
        super().__init__()
        self.done = 0
        self.total = 0

    def tell(self, section: str, done: int, total: int) -> None:
        """`done` of `total` questions are through."""
        if (section, done, total) != (self.section, self.done, self.total):
            self.section, self.done, self.total = section, done, total
            self.refresh()

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        left = named(self.section)
        if not self.total:
            return [left]
        count = f"  {grouped(self.done)} of {grouped(self.total)} done"
        room = min(_WIDEST, max(width - left.cell_length - len(count) - 4, 0))
        bar = mastery_bar(self.done, self.done, self.total, room)
        return [across(left, Content.assemble(bar, (count, "$muted")), width)]
