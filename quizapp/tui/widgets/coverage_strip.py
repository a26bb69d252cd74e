"""A strip of the article's paragraphs: how many questions each has, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from quizapp.tui.widgets.lines import Lines, link

BARS = "▁▃▅▇"
"""One, two, three questions, and more."""
NOTHING = "·"


class CoverageStrip(Lines):
    """One line; `ask` gives the counts by paragraph and the paragraph one is at."""

    DEFAULT_CSS = """
    CoverageStrip { height: 1; }
    """

    def __init__(self, ask: Callable[[], tuple[Sequence[int], int]]) -> None:
        super().__init__(id="coverage")
        self.ask = ask

    def lines(self, width: int) -> list[Content]:
        """As many paragraphs around the current one as there is room for, and how many in all."""
        counts, here = self.ask()
        numbers = range(1, len(counts))
        if not numbers:
            return [Content("")]
        covered = sum(bool(count) for count in counts[1:])
        told = f"  {covered} of {len(numbers)} paragraphs asked about"
        size = len(str(numbers[-1])) + 2
        room = max((width - len(told)) // size, 1)
        first = min(max(here - room // 2, 1), max(len(counts) - room, 1))
        cells = [_cell(one, counts[one], one == here, size) for one in numbers[first - 1 :][:room]]
        return [Content.assemble(*cells, (told, "$muted"))]


def _cell(number: int, count: int, here: bool, size: int) -> Content:
    bar = BARS[min(count, len(BARS)) - 1] if count else NOTHING
    style = "bold $accent" if here else "$right" if count else "$muted"
    lead = "▌" if here else " "
    text = f"{lead}{number}{bar}"
    return link(text.ljust(size), style, f"go_paragraph({number})")
