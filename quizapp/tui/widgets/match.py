"""Match left to right: two columns; a digit or a click gives the current left its right side."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from typing_extensions import override

from quizapp.core.question import MatchAnswer
from quizapp.tui.widgets.lines import fit
from quizapp.tui.widgets.options import ARROWS, DIGITS, digit, digits, marked, moved, stacked
from quizapp.tui.widgets.rows import Button, Row, Run, beside, paragraph
from quizapp.tui.widgets.sheet import DONE_TARGET, SIGNS, Sheet, Spacing, yours

if TYPE_CHECKING:
    from quizapp.core.grading import Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Target

_COLUMNS = frozenset({"tab", "shift+tab", "left", "right"})
_BETWEEN = Run("   ")
_LEAD, _PARTNER = 3, 5
"""Cells before a left side, and those of " → 1 " behind it."""
_READABLE = 6
"""Of a name that is cut, at least so many cells are shown."""
LEFT = "left"
RIGHT = "right"


class MatchSheet(Sheet):
    """The cursor stands on a left side; a right side given to it moves the cursor on. What was
    given to one has an arrow to its left.

    Space, Tab or → goes to the right column, where arrows and Space or Enter choose one.
    """

    instruction = "Match left to right"
    space_is_dont_know = False
    digits_word = "Match"

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        answer = asked.prompt.answer
        if not isinstance(answer, MatchAnswer):
            raise TypeError("a match is asked of a table")
        self.lefts = tuple(left for left, _ in answer.pairs)
        self.given: dict[int, int] = {}
        self.position = 0
        self.right = -1

    @property
    @override
    def cursor(self) -> Target | None:
        return (RIGHT, self.right) if self.right >= 0 else (LEFT, self.position)

    @property
    def _complete(self) -> bool:
        return len(self.given) == len(self.lefts)

    @property
    @override
    def keys(self) -> frozenset[str]:
        keys = digits(len(self.asked.options)) | ARROWS | _COLUMNS | {"space"}
        if self._complete:
            keys |= {"enter"}
        if self.right >= 0:
            keys |= {"enter"}
        return keys | {"backspace"} if self.position in self.given else keys

    @property
    @override
    def key_words(self) -> dict[str, str]:
        # In the right column Enter does what Space does, in the left one Tab does.
        same = {"Done": ""} if self.right >= 0 else {"Next": ""}
        pick = "Match" if self.right >= 0 else "Other side"
        return {**super().key_words, "Next": "Other side", "Pick": pick, **same}

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        last = min(len(self.asked.options), 9)
        return (
            (f"1-{last}", "give the marked one this right side"),
            ("↑ ↓", "move"),
            ("Space", "other side, then the marked one"),
            ("Enter", "done"),
        )

    @property
    @override
    def buttons(self) -> tuple[Button, ...]:
        done = (Button("Enter", "Done", DONE_TARGET),) if self._complete else ()
        return (*done, *super().buttons)

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        left, right = self._widths(width - len(_BETWEEN.text))
        nothing: list[Row] = []
        sides = zip_longest(
            (self._left(*one, left) for one in enumerate(self.lefts)),
            (self._right(*one, right) for one in enumerate(self.asked.options)),
            fillvalue=nothing,
        )
        # Pair by pair, so that what stands side by side goes on facing each other.
        return stacked((beside(one, left, other, _BETWEEN) for one, other in sides), spacing)

    def _widths(self, width: int) -> tuple[int, int]:
        """How wide the columns are: the right one as it needs, half of all at most or what the
        left one leaves; the left one has the rest, for the names of what it was given.
        """
        lefts = max(cell_len(text) for text in self.lefts)
        rights = max(cell_len(text) for text in self.asked.options)
        left = _LEAD + lefts + _PARTNER
        right = min(_LEAD + 1 + rights, max(width // 2, width - left))
        return width - right, right

    def _left(self, number: int, text: str, width: int) -> list[Row]:
        here = number == self.position
        style = "cursor" if here else "option"
        runs = [Run(text, style)]
        partner = self._partner(number, width - _LEAD - cell_len(text))
        if partner:
            runs.append(Run(partner, "cursor" if here else "ticked"))
        lead = (Run("▌  " if here else "   ", "cursor-key" if here else "key"),)
        return marked(runs, lead, (LEFT, number), width, here=here)

    def _partner(self, number: int, room: int) -> str:
        """What a left side was given: its number, and of its name what has the room."""
        given = self.given.get(number)
        if given is None:
            return ""
        key = digit(given).strip()
        name = self.asked.options[given]
        cut = fit(name, room - _PARTNER) if room - _PARTNER >= min(_READABLE, len(name)) else ""
        return " ".join(("", "→", *([key] if key else ()), *([cut] if cut or not key else ())))

    def _right(self, number: int, text: str, width: int) -> list[Row]:
        here = number == self.right
        used = number in self.given.values()
        style = "cursor" if here else "muted" if used else "option"
        key = "cursor-key" if here else "muted" if used else "key"
        sign = "← " if used else "  "
        lead = (Run("▌" if here else " ", key), Run(f"{digit(number)}{sign}", key))
        return marked([Run(text, style)], lead, (RIGHT, number), width, here=here)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        rows: list[Row] = []
        for left, part in zip(self.lefts, verdict.parts, strict=True):
            style = part.mark.value
            lead = (Run(f" {SIGNS[style]}  ", style),)
            runs = [Run(f"{left} → "), Run(part.expected, "right")]
            rows += paragraph(*runs, *yours(part), width=width, lead=lead)
        return rows

    @override
    def press(self, key: str) -> None:
        self.notice = ""
        if key in DIGITS:
            self._give(int(key) - 1)
        elif key in ARROWS:
            self._move(key)
        elif key in _COLUMNS or (key == "space" and self.right < 0):
            goes_left = key == "left" or (key != "right" and self.right >= 0)
            self.right = -1 if goes_left else max(self.right, 0)
        elif key == "backspace":
            self.given.pop(self.position, None)
        elif self.right >= 0:
            self._give(self.right)
        else:
            self._confirm()

    def _move(self, key: str) -> None:
        if self.right >= 0:
            self.right = moved(self.right, key, len(self.asked.options))
        else:
            self.position = moved(self.position, key, len(self.lefts))

    @property
    @override
    def can_take_back(self) -> bool:
        return bool(self.given)

    @override
    def take_back(self) -> None:
        if self.given:
            self.position, _ = self.given.popitem()
        self.right, self.notice = -1, ""

    @override
    def click(self, target: Target) -> None:
        self.notice = ""
        word, number = target
        if target == DONE_TARGET:
            self._confirm()
        elif word == LEFT:
            self.position, self.right = number, -1
            self.given.pop(number, None)
        else:
            self._give(number)

    def _give(self, number: int) -> None:
        """The right side goes to the current left; the cursor moves to the next one without."""
        # The newest stands last, so that it is the first to be taken back.
        self.given.pop(self.position, None)
        self.given[self.position] = number
        self.right = -1
        count = len(self.lefts)
        following = ((self.position + step) % count for step in range(1, count))
        self.position = next(
            (place for place in following if place not in self.given), self.position
        )

    def _confirm(self) -> None:
        if self._complete:
            self.reply = tuple(
                self.asked.options[self.given[number]] for number in range(len(self.lefts))
            )
        else:
            missing = len(self.lefts) - len(self.given)
            self.notice = f"{missing} still without a right side: press its number or click it."
