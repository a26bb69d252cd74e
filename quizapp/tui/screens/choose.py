"""A list to choose one entry from, over the screen that asks; typing narrows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from quizapp.tui import keys
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import Lines, fit, wrapped
from quizapp.tui.widgets.picklist import PickList
from quizapp.tui.widgets.sifting import SearchField


class Entry(NamedTuple):
    """Something to choose: what it is called, and words beside it."""

    label: str
    beside: str = ""


class ChoiceField(SearchField):
    """Narrows the list with every letter; Enter takes what is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("take-entry", "enter", "submit", "Choose", "Choose the entry that is marked.")
    ]


class ChooseTitle(Lines):
    """What is to be chosen."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title

    def lines(self, width: int) -> list[Content]:
        """The title."""
        return wrapped(self.title, width, "bold")


class ChooseScreen(ModalScreen[int]):
    """Gives the number of the entry chosen, or -1 for none.

    With `fresh`, the words before a new entry's name, what was typed and is no entry can be chosen
    too: it is `typed`, and its number the one behind the last.
    """

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.moves("entry", "Choose", "Mark the entry"),
        keys.key("leave-choice", "escape", "leave", "Leave", "Change nothing."),
    ]

    def __init__(
        self, title: str, entries: Sequence[Entry], current: int = 0, fresh: str = ""
    ) -> None:
        super().__init__()
        self.fresh = fresh
        self.typed = ""
        self.title = title
        self.entries = entries
        self.current = current
        self.shown = list(range(len(entries)))

    def compose(self) -> ComposeResult:
        """Title, field and list in a box; keys below."""
        with Vertical(id="box"):
            yield ChooseTitle(str(self.title))
            hint = "type a few letters, or a new name" if self.fresh else "type a few letters"
            yield ChoiceField(placeholder=hint, select_on_focus=False)
            entries = PickList(self._row, id="entries")
            entries.lowest = 0
            yield entries
        yield KeyFooter()

    def on_mount(self) -> None:
        """The entry in force is marked."""
        entries = self.query_one(PickList)
        entries.show(len(self.shown))
        entries.place(self.current)

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        entry = self._entry(self.shown[row])
        mark = Content.styled("▌" if here else " ", "bold $accent")
        beside = fit(entry.beside, width // 3)
        label = fit(entry.label, width - len(beside) - 3)
        gap = " " * max(width - 1 - Content(label).cell_length - Content(beside).cell_length - 1, 1)
        return (Content.assemble(mark, label, gap, (beside, "$muted")),)

    def _entry(self, number: int) -> Entry:
        if number < len(self.entries):
            return self.entries[number]
        return Entry(f"{self.fresh} {self.typed}")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        words = event.value.casefold().split()
        self.shown = [
            number
            for number, entry in enumerate(self.entries)
            if all(word in f"{entry.label} {entry.beside}".casefold() for word in words)
        ]
        self.typed = " ".join(event.value.split())
        known = {entry.label.casefold() for entry in self.entries}
        if self.fresh and words and self.typed.casefold() not in known:
            self.shown.append(len(self.entries))
        entries = self.query_one(PickList)
        entries.show(len(self.shown))
        entries.place(min(max(entries.cursor, 0), len(self.shown) - 1) if not words else 0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to move through where nothing fits."""
        return bool(self.shown) if action == "move" else super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Mark another entry."""
        self.query_one(PickList).move(step)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.query_one(PickList).cursor)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        self._choose(event.row)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.shown):
            self.dismiss(self.shown[row])

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(-1)
