"""Options to tick: all that apply, given at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from quizapp.tui.widgets.options import (
    ARROWS,
    DIGITS,
    OPTION,
    digit,
    digits,
    marked,
    moved,
    right_options,
    stacked,
)
from quizapp.tui.widgets.rows import BLANK, Button, Piece, Row, Run, in_line, paragraph
from quizapp.tui.widgets.sheet import DONE_TARGET, Sheet, Spacing

if TYPE_CHECKING:
    from quizapp.core.grading import Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.options import (
        ARROWS,
        DIGITS,
        OPTION,
        digit,
        digits,
        marked,
        moved,
        right_options,
        stacked,
    )
from quizapp.tui.widgets.rows import Target


class SelectSheet(Sheet):
    """Several of many: digits, Space or clicks tick, Enter or a click on Done confirms.

    A row is marked from the start, so that it is seen what the space bar would tick.
    """

    instruction = "Tick all that apply"
    space_is_dont_know = False
    digits_word = "Tick"

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.position = 0
        self.ticked: frozenset[int] = frozenset()

    @property
    @override
    def cursor(self) -> Target | None:
        return (OPTION, self.position)

    @property
    @override
    def keys(self) -> frozenset[str]:
        return digits(len(self.asked.options)) | ARROWS | {"space", "enter"}

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        last = min(len(self.asked.options), 9)
        return (
            (f"1-{last}", "tick"),
            ("↑ ↓", "move the mark"),
            ("Space", "tick the marked one"),
            ("Enter", "done"),
        )

    @property
    @override
    def buttons(self) -> tuple[Button, ...]:
        return (Button("Enter", "Done", DONE_TARGET), *super().buttons)

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        options = enumerate(self.asked.options)
        return stacked((self._option(*option, width) for option in options), spacing)

    def _option(self, number: int, label: str, width: int) -> list[Row]:
        here, ticked = number == self.position, number in self.ticked
        plain = "ticked" if ticked else "option"
        style, key = ("cursor", "cursor-key") if here else (plain, "key")
        box = Run("[x]  " if ticked else "[ ]  ", style if here or ticked else "muted")
        lead = (Run("▌  " if here else "   ", key), Run(f"{digit(number)}  ", key), box)
        return marked([Run(label, style)], lead, (OPTION, number), width, here=here)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        rows: list[Row] = []
        pieces: list[Piece] = []
        rights = right_options(self.asked)
        for number, option in enumerate(self.asked.options):
            right, given = option in rights, option in reply
            sign, style, note = _tick_mark(right, given)
            key = Run(f"{digit(number)}  ", style)
            lead = (Run(f" {sign} ", style), key, Run("[x]  " if given else "[ ]  ", style))
            words = [Run(option, "right" if right else style)]
            words += [Run(f"   {note}", "muted")] if note else []
            if spacing is Spacing.AIRY and rows:
                rows.append(BLANK)
            rows += paragraph(*words, width=width, lead=lead)
            if right or given:
                pieces.append(Piece((lead[0], *words)))
        # In little room only those stand that tell something, side by side.
        return in_line(pieces, width) if spacing is Spacing.BRIEF else rows

    @override
    def press(self, key: str) -> None:
        self.notice = ""
        if key in DIGITS:
            self._toggle(int(key) - 1)
        elif key in ARROWS:
            self.position = moved(self.position, key, len(self.asked.options))
        elif key == "space":
            self._toggle(self.position)
        else:
            self._confirm()

    @override
    def click(self, target: Target) -> None:
        self.notice = ""
        if target == DONE_TARGET:
            self._confirm()
        else:
            self._toggle(target[1])

    def _toggle(self, number: int) -> None:
        self.ticked ^= {number}
        self.position = number

    def _confirm(self) -> None:
        if self.ticked:
            self.reply = tuple(self.asked.options[number] for number in sorted(self.ticked))
        else:
            self.notice = "Tick at least one first: press its number, or Space on the marked one."


def _tick_mark(right: bool, given: bool) -> tuple[str, str, str]:
    """The sign, the style and a word on an option to tick, once the reply is judged."""
    if right:
        return ("✓", "right", "") if given else ("✗", "wrong", "belongs here")
    return ("✗", "wrong", "does not belong") if given else (" ", "muted", "")
