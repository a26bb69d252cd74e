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
        key("confirm-typed", "enter", "submit", "Confirm", "Give what is typed as the answer.")
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Backspace in an empty field is the sheet's: it may take the last item back."""
        return action != "delete_left" or bool(self.value)
