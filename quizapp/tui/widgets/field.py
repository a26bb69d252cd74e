"""Replies that are typed: a word, a number, a date, or every item that comes to mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from typing_extensions import override

from quizapp.core.question import Form, NumberAnswer, SetAnswer
from quizapp.tui.widgets.options import YOURS
from quizapp.tui.widgets.rows import Button, Piece, Row, Run, buttons, in_line, paragraph
from quizapp.tui.widgets.sheet import (
    DONE_TARGET,
    SIGNS,
    Spacing,
    Spot,
    TextSheet,
    differs,
)

if TYPE_CHECKING:
    from quizapp.core.grading import Part, Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Target

ITEM = "item"
_WIDEST = 60
_NARROWEST = 16
_INSTRUCTIONS = {
    Form.TYPED: "Type the answer",
    Form.MAP: "Type the name of the country",
    Form.NUMBER: "Type a number",
    Form.DATE: "Type a date",
}
_PLACEHOLDERS = {
    Form.NUMBER: "in figures or in words",
    Form.DATE: "day, month and year",
}


def box(width: int, after: str = "") -> list[Row]:
    """The frame of a field of `width` cells, with words behind it; the field is its middle row."""
    inside = (Run(" " * width, "field"),)
    return [
        Row((Run("▄" * width, "field-edge"),)),
        Row((*inside, Run(f"  {after}")) if after else inside),
        Row((Run("▀" * width, "field-edge"),)),
    ]


class FieldSheet(TextSheet):
    """One reply typed into one field; Enter gives it."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.instruction = _INSTRUCTIONS.get(asked.form, "Type the answer")
        self._text = ""

    @property
    @override
    def text(self) -> str:
        return self._text

    @property
    @override
    def placeholder(self) -> str:
        return _PLACEHOLDERS.get(self.asked.form, "")

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        return (("Enter", "give the answer"), ("F2", "I don't know"))

    @property
    def _unit(self) -> str:
        answer = self.asked.prompt.answer
        return answer.unit if isinstance(answer, NumberAnswer) else ""

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        room = min(width, _WIDEST)
        unit = self._unit
        beside = room - cell_len(unit) - 2
        if not unit or beside < _NARROWEST:
            self.spot = Spot(1, 0, room)
            return [*box(room), *(paragraph(Run(unit), width=width) if unit else ())]
        self.spot = Spot(1, 0, beside)
        return box(beside, unit)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        rows: list[Row] = []
        style = verdict.mark.value
        said = " ".join(reply)
        if reply and (said != verdict.expected or style != "right"):
            lead = (Run(f" {SIGNS[style]} ", style),)
            note = Run(f"   {YOURS}", "muted")
            rows += paragraph(Run(said, style), note, width=width, lead=lead)
        lead = (Run(f" {SIGNS['right']} ", "right"),)
        return [*rows, *paragraph(Run(verdict.expected, "right"), width=width, lead=lead)]

    @override
    def _keep(self, text: str) -> None:
        self._text = text

    @override
    def press(self, key: str) -> None:
        """The field takes every key but those of `keys`, and a single reply needs none."""

    @override
    def click(self, target: Target) -> None:
        if target == DONE_TARGET:
            self.submit()

    @override
    def submit(self) -> None:
        text = self._text.strip()
        if not text:
            self._empty()
            return
        from quizapp.core.grading import problem_with

        self.notice = problem_with(self.asked, (text,)) or ""
        if not self.notice:
            self.reply = (text,)


class NameAllSheet(FieldSheet):
    """Items one by one with Enter, or several with commas; Enter in an empty field is done."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        if not isinstance(asked.prompt.answer, SetAnswer):
            raise TypeError("only a set is named item by item")
        self.instruction = "Name them all, in any order"
        self.items: tuple[str, ...] = ()

    @property
    @override
    def placeholder(self) -> str:
        return "another one, or Enter when done" if self.items else "one, then Enter"

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", "add what is typed"),
            ("Enter", "in an empty field: done"),
            ("Backspace", "in an empty field: last one back"),
            ("F2", "I don't know"),
        )

    @property
    @override
    def enter(self) -> str:
        return "Done" if self.items and not self._text.strip() else "Add"

    @property
    @override
    def buttons(self) -> tuple[Button, ...]:
        done, *others = super().buttons
        return (done, *others) if self.items else tuple(others)

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        size = min(width, _WIDEST)
        self.spot = Spot(1, 0, size)
        rows = box(size)
        if self.items:
            count = f"{len(self.items)} named so far; Backspace or a click takes one out"
            rows.append(Row((Run(f" {count}", "muted"),)))
            chips = [
                Button("", item, (ITEM, number), "chip")
                for number, item in enumerate(self._short(width))
            ]
            rows += buttons(chips, width, gap=1)
        return rows

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        pieces = []
        for part in verdict.parts:
            style = part.mark.value
            note = _note(part)
            sign = Run(f"{SIGNS[style]} ", style)
            item = Run(part.expected or part.given, "right" if part.expected else style)
            pieces.append(Piece((sign, item, Run(f" ({note})" if note else "", "muted"))))
        return in_line(pieces, width, gap=3)

    @property
    def _names(self) -> tuple[str, ...]:
        """Names that may come up, so that one with an "and" or a comma in it stays whole."""
        answer = self.asked.prompt.answer
        if not isinstance(answer, SetAnswer):
            return ()
        spellings = (text for _, texts in answer.accept for text in texts)
        return (*answer.items, *answer.wrong, *spellings)

    def _short(self, width: int) -> list[str]:
        room = max(8, width - 6)
        return [item if len(item) <= room else f"{item[: room - 1]}…" for item in self.items]

    @property
    @override
    def keys(self) -> frozenset[str]:
        return frozenset({"backspace"}) if self.items and not self._text else frozenset()

    @override
    def press(self, key: str) -> None:
        if key == "backspace":
            self._text, self.items = self.items[-1], self.items[:-1]

    @override
    def click(self, target: Target) -> None:
        word, number = target
        if word == ITEM:
            self.items = self.items[:number] + self.items[number + 1 :]
            return
        self._add(self._text)
        if not self.notice:
            self._finish()

    @override
    def submit(self) -> None:
        if self._text.strip():
            self._add(self._text)
        else:
            self._finish()

    def _finish(self) -> None:
        if self.items:
            self.reply = self.items
        else:
            self._empty()

    def _add(self, text: str) -> None:
        from quizapp.core.grading import split_items

        self.notice = ""
        known = {item.casefold() for item in self.items}
        for item in split_items(text, self._names):
            if item.casefold() in known:
                self.notice = f"“{item}” is there already."
                continue
            known.add(item.casefold())
            self.items = (*self.items, item)
        self._text = ""


def _note(part: Part) -> str:
    """A word on an item that is not simply right."""
    if not part.given:
        return "missed"
    if not part.expected:
        return "does not belong"
    return f"you: {part.given}" if differs(part) else ""
