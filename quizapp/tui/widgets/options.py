"""Options to pick one from, and what all lists of options have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from quizapp.core.question import DateAnswer, Form, NumberAnswer, SetAnswer, TextAnswer, TruthAnswer
from quizapp.tui.widgets.rows import BLANK, Row, Run, clickable, paragraph
from quizapp.tui.widgets.sheet import Sheet, Spacing

if TYPE_CHECKING:
    from quizapp.core.grading import Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Target

OPTION = "option"
YOURS = "your\u00a0reply"
"""Stands behind what the learner gave; never broken in two."""
DIGITS = "123456789"
_STEPS = {"up": -1, "down": 1}


def digit(number: int) -> str:
    """The key of the option at `number` (from 0), blank from the tenth on."""
    return DIGITS[number] if number < len(DIGITS) else " "


def moved(cursor: int, key: str, count: int) -> int:
    """The cursor, -1 for none, after an arrow, Home or End in a list of `count`."""
    if key == "home":
        return 0
    if key == "end":
        return count - 1
    if cursor < 0:
        return 0 if key == "down" else count - 1
    return (cursor + _STEPS[key]) % count


def digits(count: int) -> frozenset[str]:
    """The digit keys of the first `count` options."""
    return frozenset(DIGITS[:count])


ARROWS = frozenset({"up", "down", "home", "end"})


def stacked(options: Iterable[list[Row]], spacing: Spacing) -> list[Row]:
    """Options below each other, with a blank row between where there is the room."""
    rows: list[Row] = []
    for option in options:
        if spacing is Spacing.AIRY and rows:
            rows.append(BLANK)
        rows += option
    return rows


def marked(
    text: Sequence[Run], lead: Sequence[Run], target: Target, width: int, *, here: bool
) -> list[Row]:
    """An option to click, its text after `lead`; the one that is marked is lit all along.

    The text's first run says in which style.
    """
    style = text[0].style
    fill = style if here else ""
    rows = paragraph(*text, width=width, lead=lead, pad=style, fill=fill)
    return clickable(rows, target, width)


class ChoiceSheet(Sheet):
    """One of several options: a digit or a click answers at once, arrows and Enter work too.

    The space bar takes the row that is marked, as it does on every sheet; as long as none is, it
    says "I don't know".
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.position = -1
        true_false = asked.form is Form.TRUE_FALSE
        self.instruction = "True or false?" if true_false else "Choose one"
        self.labels = (
            tuple(option.capitalize() for option in asked.options) if true_false else asked.options
        )

    @property
    @override
    def cursor(self) -> Target | None:
        return (OPTION, self.position) if self.position >= 0 else None

    @property
    @override
    def space_is_dont_know(self) -> bool:  # type: ignore[override]
        return self.position < 0

    @property
    @override
    def keys(self) -> frozenset[str]:
        keys = digits(len(self.labels)) | ARROWS
        return keys | {"enter", "space"} if self.position >= 0 else keys

    @property
    @override
    def key_words(self) -> dict[str, str]:
        # Space does what Enter does, which says it for both.
        return {"Done": "Choose", "Pick": ""}

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        last = min(len(self.labels), 9)
        return (
            (f"1-{last}", "choose at once"),
            ("↑ ↓", "mark one"),
            ("Enter", "choose the marked one"),
        )

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        options = enumerate(self.labels)
        return stacked((self._option(*option, width) for option in options), spacing)

    def _option(self, number: int, label: str, width: int) -> list[Row]:
        here = number == self.position
        style, key = ("cursor", "cursor-key") if here else ("option", "key")
        lead = (Run("▌  " if here else "   ", key), Run(f"{digit(number)}  ", key))
        return marked([Run(label, style)], lead, (OPTION, number), width, here=here)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        rows: list[Row] = []
        rights = right_options(self.asked)
        for number, (option, label) in enumerate(zip(self.asked.options, self.labels, strict=True)):
            right, given = option in rights, option in reply
            if spacing is Spacing.BRIEF and not right and not given:
                continue
            sign, style = _mark(right, given)
            lead = (Run(f" {sign} ", style), Run(f"{digit(number)}  ", style))
            note = [Run(f"   {YOURS}", "muted")] if given and not right else []
            if spacing is Spacing.AIRY and rows:
                rows.append(BLANK)
            rows += paragraph(Run(label, style), *note, width=width, lead=lead)
        return rows

    @override
    def press(self, key: str) -> None:
        self.notice = ""
        if key in DIGITS:
            self._pick(int(key) - 1)
        elif key in ARROWS:
            self.position = moved(self.position, key, len(self.labels))
        elif self.position >= 0:
            self._pick(self.position)
        else:
            self.notice = f"Press 1-{min(len(self.labels), 9)} to choose, or move with ↑ ↓."

    @override
    def click(self, target: Target) -> None:
        self._pick(target[1])

    def _pick(self, number: int) -> None:
        self.reply = (self.asked.options[number],)


def right_options(asked: Asked) -> frozenset[str]:
    """Those of the options shown that belong to the answer."""
    from quizapp.core.grading import date_text, option_text

    match asked.prompt.answer:
        case TextAnswer(text=text):
            return frozenset({text})
        case TruthAnswer(value=value):
            return frozenset({"true" if value else "false"})
        case NumberAnswer(value=value, unit=unit):
            return frozenset({option_text(value, unit)})
        case DateAnswer(value=value):
            return frozenset({date_text(value)})
        case SetAnswer(items=items):
            return frozenset(items)
        case _:
            return frozenset()


def _mark(right: bool, given: bool) -> tuple[str, str]:
    """The sign and the style of an option once the reply is judged."""
    if right:
        return "✓", "right"
    return ("✗", "wrong") if given else (" ", "muted")
