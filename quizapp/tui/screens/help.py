"""Help: what the keys do on the screen one came from, and how the app works."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from quizapp.tui import keys
from quizapp.tui.keys import Hint
from quizapp.tui.screens.reading import EMPTY, TWO_COLUMNS, ReadingScreen
from quizapp.tui.widgets.lines import beside, wrapped

HOW = (
    "A question comes back just before you would forget it: after days, then weeks, then months.",
    "What you miss comes back in the same session until it is right once.",
    "First you choose an answer, later you type it: recalling is what makes it last.",
    "Every reply is saved at once. Close the window whenever you like.",
    "A round is a game beside the schedule: what you score there moves nothing.",
)


class HelpScreen(ReadingScreen):
    """The keys of another screen, from the declarations that its footer is drawn from."""

    SECTION = "Help"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key(
            "close-help", "enter,question_mark,f1", "app.back", "Back", "Back to where you were."
        )
    ]

    def __init__(
        self, hints: tuple[Hint, ...], how: Sequence[str] = (), own: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.hints = hints
        self.how = (*own, *(how or HOW))
        self.written: tuple[int, Sequence[Content]] = (0, ())

    def body(self, width: int) -> Sequence[Content]:
        """The page, which stays as it is while the width does."""
        if self.written[0] != width:
            self.written = (width, self._write(width))
        return self.written[1]

    def _write(self, width: int) -> Sequence[Content]:
        """Keys, then how it works; side by side where there is room."""
        if width >= TWO_COLUMNS:
            half = (width - 6) // 2
            return beside(self._keys(half), _how(self.how, half), half, gap=6)
        return [*self._keys(width), EMPTY, *_how(self.how, width)]

    def _keys(self, width: int) -> list[Content]:
        rows = [Content.styled("Keys", "bold"), EMPTY]
        size = max((len(hint.every) for hint in self.hints), default=0) + 3
        for hint in self.hints:
            tip = hint.tip if hint.tip.endswith(".") else f"{hint.tip}."
            first, *rest = wrapped(tip, width - size) or [EMPTY]
            rows.append(Content.assemble((hint.every.ljust(size), "bold $accent"), first))
            rows += [Content.assemble(" " * size, line) for line in rest]
        return rows


def _how(sentences: Sequence[str], width: int) -> list[Content]:
    rows = [Content.styled("How it works", "bold"), EMPTY]
    for sentence in sentences:
        first, *rest = wrapped(sentence, width, indent=2)
        rows.append(Content.assemble(("· ", "$accent"), first[2:]))
        rows += rest
    return rows
