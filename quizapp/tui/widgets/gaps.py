"""Fill the gaps: the sentence with its gaps, one of them open for typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from typing_extensions import override

from quizapp.core.question import GapAnswer
from quizapp.tui.widgets.rows import GAP_CELL, Row, Run, Zone, flow
from quizapp.tui.widgets.sheet import DONE_TARGET, Spacing, Spot, TextSheet

if TYPE_CHECKING:
    from quizapp.core.grading import Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Target

GAP = "gap"
_NARROWEST = 12
_STEP = 8


class GapSheet(TextSheet):
    """Fields in a sentence: Tab goes to the next one, Enter to the next empty one or is done.

    The width of a gap says nothing about the length of its answer.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        answer = asked.prompt.answer
        if not isinstance(answer, GapAnswer):
            raise TypeError("gaps are asked of a gap sentence")
        self.parts = answer.parts
        self.texts = [""] * len(answer.gaps)
        self.position = 0
        self.instruction = "Fill the gap" if len(self.texts) == 1 else "Fill the gaps"

    @property
    @override
    def cursor(self) -> Target | None:
        return (GAP, self.position)

    @property
    @override
    def text(self) -> str:
        return self.texts[self.position]

    @property
    @override
    def keys(self) -> frozenset[str]:
        several = {"tab", "shift+tab", "up", "down"}
        return frozenset(several if len(self.texts) > 1 else ())

    @property
    @override
    def enter(self) -> str:
        return "Next gap" if self._next else "Done"

    @property
    def _next(self) -> int:
        """The first empty gap after this one; 0 where there is none."""
        after = range(self.position + 1, len(self.texts))
        return next((number for number in after if not self.texts[number].strip()), 0)

    @property
    @override
    def key_words(self) -> dict[str, str]:
        return {"Next": "Next gap"}

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        if len(self.texts) == 1:
            return (("Enter", "give the answer"), ("F2", "I don't know"))
        return (
            ("Tab", "next gap"),
            ("Enter", "next empty gap, after the last: done"),
            ("F2", "I don't know"),
        )

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        runs = [Run(self.parts[0], "ask")]
        for text, part in zip(self.texts, self.parts[1:], strict=True):
            runs += [Run(GAP_CELL * _gap_width(text, width), GAP), Run(part, "ask")]
        rows: list[Row] = []
        number = 0
        for words in flow(runs, width):
            if rows:
                rows.append(Row())
            row, number = self._line(words, number, len(rows))
            rows.append(row)
        return rows

    def _line(self, words: tuple[Run, ...], number: int, place: int) -> tuple[Row, int]:
        """A line of the sentence, and the number of the first gap after it."""
        runs: list[Run] = []
        zones: list[Zone] = []
        column = 0
        for run in words:
            size = cell_len(run.text)
            if run.style == GAP:
                run = self._gap(number, size)
                zones.append(Zone(column, column + size, (GAP, number)))
                if number == self.position:
                    self.spot = Spot(place, column, size)
                number += 1
            runs.append(run)
            column += size
        return Row(tuple(runs), tuple(zones)), number

    def _gap(self, number: int, size: int) -> Run:
        text = self.texts[number]
        if number == self.position:
            return Run(" " * size, "field")
        while text and cell_len(text) > size - 2:
            text = text[:-1]
        return Run(f" {text}{' ' * (size - 1 - cell_len(text))}", GAP)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        runs = [Run(self.parts[0], "ask")]
        for part, after in zip(verdict.parts, self.parts[1:], strict=True):
            good = part.mark.value != "wrong"
            runs.append(Run(part.expected, part.mark.value if good else "right"))
            if not good and part.given:
                runs.append(Run(f" (✗ {part.given})", "wrong"))
            runs.append(Run(after, "ask"))
        return [Row(words) for words in flow(runs, width)]

    @override
    def _keep(self, text: str) -> None:
        self.texts[self.position] = text

    @override
    def press(self, key: str) -> None:
        self._go(self.position + (1 if key in ("tab", "down") else -1))

    @override
    def click(self, target: Target) -> None:
        if target == DONE_TARGET:
            self._confirm()
        else:
            self._go(target[1])

    def _go(self, number: int) -> None:
        self.position = number % len(self.texts)

    @override
    def submit(self) -> None:
        if self._next and not self._doubt:
            self._go(self._next)
        else:
            self._confirm()

    def _confirm(self) -> None:
        from quizapp.core.grading import problem_with

        texts = tuple(text.strip() for text in self.texts)
        if not any(texts):
            self._empty()
            return
        self.notice = problem_with(self.asked, texts)
        if not self.notice:
            self.reply = texts
        elif "" in texts:
            self._go(texts.index(""))


def _gap_width(text: str, width: int) -> int:
    """Wide enough for what is typed and the cursor, in steps, so that the line seldom moves."""
    more = max(0, cell_len(text) + 3 - _NARROWEST)
    return min(_NARROWEST + -(-more // _STEP) * _STEP, max(width - 6, 1))
