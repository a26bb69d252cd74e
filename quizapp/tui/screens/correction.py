"""The card that tells of a changed answer, the old one and the new, before it is learned anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, ReadingScreen
from quizapp.tui.widgets.lines import button, wrapped

if TYPE_CHECKING:
    from quizapp.study import Correction

READABLE = 76
LABEL_WIDTH = 9
"""As wide as "before" and "now" with the space behind them."""


class CorrectionScreen(ReadingScreen, inherit_bindings=False):
    """Shown once; `after` is told whether it was read when it goes away."""

    SECTION = "Study"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key(
            "correction-read",
            "enter",
            "read",
            "Go on",
            "You have seen the new answer; you are asked for it next.",
        ),
        keys.key(
            "correction-later", "escape", "later", "Leave", "Leave; you are told again next time."
        ),
        *keys.scrolls(),
    ]

    def __init__(self, correction: Correction, after: Callable[[bool], None]) -> None:
        super().__init__()
        self.correction = correction
        self.after = after

    def body(self, width: int) -> Sequence[Content]:
        """What is asked, the old answer above the new one, and why."""
        one, width = self.correction, min(width, READABLE)
        rows = [
            *wrapped("The answer to this question has changed.", width, "bold $nearly"),
            EMPTY,
            *wrapped(one.ask, width, "bold"),
            EMPTY,
            *_answer("before", one.former or "not known any more", width, "$muted"),
            *_answer("now", one.now, width, "bold $right"),
            EMPTY,
        ]
        if one.why:
            rows += [*wrapped(one.why, width), EMPTY]
        after = (
            "You knew this answer before, and what you remembered of it counts again."
            if one.known_again
            else "You learn it anew from here. What you replied before is kept in its history."
        )
        return [*rows, *wrapped(after, width, "$muted"), EMPTY, button("Go on", "read")]

    def action_read(self) -> None:
        """The card has been read."""
        self._end(read=True)

    def action_later(self) -> None:
        """Leave without having read it."""
        self._end(read=False)

    def _end(self, *, read: bool) -> None:
        if self.is_current:
            self.quiz.pop_screen()
            self.after(read)


def _answer(label: str, text: str, width: int, style: str) -> list[Content]:
    """An answer behind its label, the lines below the first one under the text."""
    first, *more = wrapped(text, width, style, indent=LABEL_WIDTH)
    head = Content.assemble((label.ljust(LABEL_WIDTH), "$muted"), first[LABEL_WIDTH:])
    return [head, *more]
