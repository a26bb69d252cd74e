"""The text field: Textual's Input, without its frame, kept and used again for every typed form."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from quizapp.tui.keys import key


class Entry(Input):
    """A one-line field that stands where the sheet wants it."""

    DEFAULT_CSS = """
    Entry {
        layer: field;
        border: none;
        height: 1;
        padding: 0 1;
        background: $panel;
        &:focus {
            border: none;
            background: $panel;
            background-tint: $panel;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("confirm-typed", "enter", "submit", "Done", "Give what is typed as the answer.")
    ]

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.word = "Done"

    @property
    def key_words(self) -> dict[str, str]:
        """What Enter does now, in the footer's word."""
        return {"Done": self.word}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys without a use in a field of one line are the sheet's, and those that scroll."""
        if action == "delete_left":
            return bool(self.value)
        return not action.startswith(("scroll_", "page_"))
