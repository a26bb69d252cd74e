"""The checklist of checking by hand: ten things that must hold of every question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, ReadingScreen
from quizapp.tui.widgets.lines import beside, wrapped

CHECKLIST = (
    ("True", "the paragraph says so by itself, and it is so"),
    ("One answer", "nothing else is right, not even half"),
    ("Dated", "what can change says when"),
    ("Attributed", "claims and quotations name who made them"),
    ("Ours", "own words; quotations are short and marked"),
    ("Worth knowing", "to understand, not to recall a text"),
    ("Fair", "options are alike; only knowledge tells them"),
    ("Explained", "the why teaches, and meets the usual slip"),
    ("Findable", "right paragraph; terms carry the answer"),
    ("Answerable", "whoever knows and types it is right"),
)


def checklist_rows(width: int) -> list[Content]:
    """The ten lines, in two columns where there is room."""
    if width >= 100:
        half = (width - 4) // 2
        return beside(_rows(0, 5, half), _rows(5, 10, half), half)
    return _rows(0, 10, width)


def _rows(first: int, last: int, width: int) -> list[Content]:
    rows: list[Content] = []
    for number, (name, meaning) in enumerate(CHECKLIST[first:last], first + 1):
        lead = f"{number:>2} "
        text = Content.styled(f"{name}: ", "bold").append(meaning)
        for place, row in enumerate(text.wrap(max(width - 3, 8))):
            rows.append(Content.assemble((" " * 3 if place else lead, "$muted"), row))
    return rows


class ChecklistScreen(ReadingScreen):
    """The checklist on a page of its own."""

    SECTION = "Checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("close-checklist", "enter,k", "app.back", "Back", "Back to the draft.")
    ]

    def body(self, width: int) -> Sequence[Content]:
        """A sentence and the ten lines."""
        words = "Accept a question when all ten hold; else edit it or reject it."
        return [*wrapped(words, width, "bold"), EMPTY, *checklist_rows(width)]
