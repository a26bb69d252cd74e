"""Put in order: the items picked so far above, the ones still to place below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from quizapp.tui.widgets.options import ARROWS, DIGITS, OPTION, digit, marked, moved
from quizapp.tui.widgets.rows import BLANK, Button, Row, Run, paragraph
from quizapp.tui.widgets.sheet import DONE_TARGET, SIGNS, Sheet, Spacing, yours

if TYPE_CHECKING:
    from quizapp.core.grading import Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Target

_SHIFTS = {"shift+up": -1, "shift+down": 1}


class OrderSheet(Sheet):
    """Digits or clicks pick the next item; Space picks a placed one up, arrows then move it.

    The first item to place is marked from the start, so that it is seen what Space would place.
    Items are known by their number in `asked.options`, which is also their digit and stays the
    same wherever they stand.
    """

    instruction = "Put in order, first to last"
    space_is_dont_know = False
    digits_word = "Place"

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.placed: tuple[int, ...] = ()
        self.position = 0
        self.held = False

    @property
    def _rest(self) -> tuple[int, ...]:
        return tuple(n for n in range(len(self.asked.options)) if n not in self.placed)

    @property
    def _shown(self) -> tuple[int, ...]:
        return (*self.placed, *self._rest)

    @property
    @override
    def cursor(self) -> Target | None:
        if self.position >= 0:
            return (OPTION, self._shown[self.position])
        return (OPTION, self._rest[0]) if self._rest else DONE_TARGET

    @property
    def _on_placed(self) -> bool:
        return 0 <= self.position < len(self.placed)

    @property
    @override
    def keys(self) -> frozenset[str]:
        keys = ARROWS | {digit(number) for number in self._rest if number < 9}
        if self.placed:
            keys |= {"backspace"}
        if self.position >= 0:
            keys |= {"space"}
        if self.held or not self._rest:
            keys |= {"enter"}
        return keys | {"shift+up", "shift+down"} if self._on_placed else keys

    @property
    @override
    def key_words(self) -> dict[str, str]:
        act = "Drop" if self.held else "Pick up" if self._on_placed else "Place"
        # Enter does what Space does while an item is carried.
        done = "" if self.held else "Done"
        return {"Choose": "Place", "Pick": act, "Done": done}

    @property
    @override
    def tips(self) -> tuple[tuple[str, str], ...]:
        last = min(len(self.asked.options), 9)
        return (
            (f"1-{last}", "place next"),
            ("↑ ↓", "move the mark"),
            ("Space", "place the marked one, or pick it up"),
            ("Shift ↑ ↓", "move a placed item"),
            ("Backspace", "take the last one back"),
            ("Enter", "done"),
        )

    @property
    @override
    def buttons(self) -> tuple[Button, ...]:
        if self._rest:
            return super().buttons
        return (Button("Enter", "Done", DONE_TARGET), *super().buttons)

    @override
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        rows: list[Row] = []
        for place, number in enumerate(self.placed):
            rows += self._item(number, Run(f"{place + 1:>2}.  ", "ticked"), place, width)
        rest = self._rest
        if rest:
            words = "Still to place" if self.placed else "Which comes first?"
            if self.placed:
                rows.append(BLANK)
            rows.append(Row((Run(f"   {words}", "muted"),)))
        for place, number in enumerate(rest, len(self.placed)):
            rows += self._item(number, Run(f" {digit(number)}   ", "key"), place, width)
        return rows

    def _item(self, number: int, label: Run, place: int, width: int) -> list[Row]:
        here = place == self.position
        plain = "ticked" if number in self.placed else "option"
        style = ("held" if self.held else "cursor") if here else plain
        sign = ("▌↕ " if self.held else "▌  ") if here else "   "
        lead = (Run(sign, style), Run(label.text, style if here else label.style))
        text = [Run(self.asked.options[number], style)]
        return marked(text, lead, (OPTION, number), width, here=here)

    @override
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        rows: list[Row] = []
        for place, part in enumerate(verdict.parts, 1):
            style = part.mark.value
            lead = (Run(f" {SIGNS[style]} ", style), Run(f"{place:>2}.  ", style))
            rows += paragraph(Run(part.expected, "right"), *yours(part), width=width, lead=lead)
        return rows

    @override
    def press(self, key: str) -> None:
        self.notice = ""
        if key in DIGITS:
            self._place(int(key) - 1)
        elif key in _SHIFTS:
            self._shift(_SHIFTS[key])
        elif self.held and key in ("up", "down"):
            self._shift(-1 if key == "up" else 1)
        elif key in ARROWS:
            self.position, self.held = moved(self.position, key, len(self._shown)), False
        elif key == "backspace":
            self.take_back()
        else:
            self._act(key)

    @property
    @override
    def can_take_back(self) -> bool:
        return bool(self.placed)

    @override
    def take_back(self) -> None:
        # The last item of all went to its place by itself, so it leaves it with the one before.
        last = 1 if self._rest else 2
        self.placed, self.held, self.notice = self.placed[:-last], False, ""
        self._mark_next()

    @override
    def click(self, target: Target) -> None:
        self.notice = ""
        self.held = False
        if target == DONE_TARGET:
            self._confirm()
        elif target[1] in self.placed:
            self.placed = tuple(other for other in self.placed if other != target[1])
            self._mark_next()
        else:
            self._place(target[1])

    def _act(self, key: str) -> None:
        """Either drops what is held; else Space places or picks up, and Enter confirms."""
        if self.held:
            self.held = False
        elif key == "enter":
            self._confirm()
        elif self._on_placed:
            self.held = True
        elif self.position >= 0:
            self._place(self._shown[self.position])

    def _place(self, number: int) -> None:
        """Append the item; the last one left goes by itself, since nothing else can come there."""
        self.placed = (*self.placed, number)
        if len(self._rest) == 1:
            self.placed = (*self.placed, *self._rest)
        self._mark_next()

    def _mark_next(self) -> None:
        """Mark the first item still to place; with all placed nothing is, and Enter is Done."""
        self.position = len(self.placed) if self._rest else -1

    def _shift(self, step: int) -> None:
        """Carry the marked item one place; at either end it stays."""
        other = self.position + step
        if 0 <= other < len(self.placed):
            items = list(self.placed)
            items[self.position], items[other] = items[other], items[self.position]
            self.placed, self.position = tuple(items), other

    def _confirm(self) -> None:
        if self._rest:
            self.notice = "Place every item first: press its number, or Space on the marked one."
        else:
            self.reply = tuple(self.asked.options[number] for number in self.placed)
