"""A sheet: the state of one reply while it is given, whatever the form.

A sheet knows neither Textual nor the screen. It is told of keys and clicks, and says which rows
it shows; `reply` turns from None to the learner's reply once it is given.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from typing_extensions import override

from quizapp.core.question import DONT_KNOW
from quizapp.tui.widgets.rows import Button, Run

if TYPE_CHECKING:
    from quizapp.core.grading import Part, Verdict
    from quizapp.core.question import Asked, Reply
    from quizapp.tui.widgets.rows import Row, Target

SIGNS = {"right": "✓", "nearly": "≈", "wrong": "✗"}
"""The sign of each mark, by its word; colour never stands alone."""
DONT_KNOW_TARGET = ("dont-know", 0)
DONE_TARGET = ("done", 0)
GO_ON_TARGET = ("go-on", 0)
APPEAL_TARGET = ("appeal", 0)
SOURCES_TARGET = ("sources", 0)
RATE = "rate"
"""What can be clicked beside a sheet's own zones; a RATE target carries the rating's number."""


def differs(part: Part) -> bool:
    """True where the learner gave something else than what belongs there."""
    return bool(part.given) and part.given != part.expected


def yours(part: Part) -> list[Run]:
    """The learner's own text behind what belongs there, where the two differ."""
    if not differs(part):
        return []
    return [Run("   you: ", "muted"), Run(part.given, part.mark.value)]


class Spot(NamedTuple):
    """Where the text field stands on a sheet: row and column of its first cell, and its width."""

    row: int
    column: int
    width: int


class Spacing(Enum):
    """How much room a sheet may take."""

    BRIEF = "brief"
    """What is not needed to understand the verdict may be left out."""
    PLAIN = "plain"
    AIRY = "airy"
    """Blank rows may stand between options."""


class Sheet(ABC):
    """One reply in the making.

    `notice` is a sentence for the learner about the last key or click, "" for none.
    """

    instruction = ""
    """How to answer, in a few words: shown above the question."""
    space_is_dont_know = True
    """False where the space bar has a work of its own on this sheet."""
    digits_word = "Choose"
    """What the digit keys do here, in the footer's word."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.reply: Reply | None = None
        self.notice = ""

    @abstractmethod
    def rows(self, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
        """The rows of the sheet while the reply is given."""

    @abstractmethod
    def judged_rows(
        self, width: int, reply: Reply, verdict: Verdict, spacing: Spacing = Spacing.PLAIN
    ) -> list[Row]:
        """The rows of the sheet once the reply is judged."""

    @property
    def cursor(self) -> Target | None:
        """The target that must be in view; None for the whole."""
        return None

    @property
    def keys(self) -> frozenset[str]:
        """The keys, by Textual's names, that `press` has a use for now."""
        return frozenset()

    @property
    def key_words(self) -> dict[str, str]:
        """The footer's words for what the keys do here, by the words they were declared with."""
        return {"Choose": self.digits_word, "Pick": self.digits_word}

    @property
    def tips(self) -> tuple[tuple[str, str], ...]:
        """Keys and what they do here, for whoever has room to show them."""
        return ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be clicked below the sheet."""
        key = "Space" if self.space_is_dont_know else "F2"
        return (Button(key, "I don't know", DONT_KNOW_TARGET, "quiet"),)

    @property
    def can_take_back(self) -> bool:
        """True where something is placed that `take_back` would take away again."""
        return False

    def take_back(self) -> None:
        """Take back what was placed last."""
        self.notice = ""

    @abstractmethod
    def press(self, key: str) -> None:
        """Take one of `keys`."""

    @abstractmethod
    def click(self, target: Target) -> None:
        """Take a click on a zone of `rows` or on one of `buttons`."""


class TextSheet(Sheet):
    """A sheet with a text field, which stands at `spot` and holds `text`."""

    space_is_dont_know = False

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self.spot = Spot(0, 0, 1)
        self._doubt = False

    @property
    @abstractmethod
    def text(self) -> str:
        """What the field holds."""

    @property
    def placeholder(self) -> str:
        """What an empty field says."""
        return ""

    @property
    def enter(self) -> str:
        """What Enter does in the field now, in the footer's word."""
        return "Done"

    @property
    @override
    def buttons(self) -> tuple[Button, ...]:
        key = "Enter" if self.enter == "Done" else ""
        return (Button(key, "Done", DONE_TARGET), *super().buttons)

    def write(self, text: str) -> None:
        """The field holds `text` now."""
        self._keep(text)
        if text.strip():
            self._doubt = False
            self.notice = ""

    @abstractmethod
    def _keep(self, text: str) -> None:
        """Take over what the field holds."""

    @abstractmethod
    def submit(self) -> None:
        """Enter was pressed in the field."""

    def _empty(self) -> None:
        """The first Enter without a word asks back, the second one means "I don't know"."""
        if self._doubt:
            self.reply = DONT_KNOW
        self._doubt = True
        self.notice = "Nothing typed yet. Press Enter again if you don't know."
