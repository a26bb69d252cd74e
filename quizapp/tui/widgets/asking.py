"""A note to write at the foot of a screen, beside what is said there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from quizapp.tui.keys import key
from quizapp.tui.widgets.lines import Lines, wrapped
from quizapp.tui.widgets.said import Said

__all__ = ["NoteField", "NoteForm", "Said"]


class NoteField(Input):
    """The field of a note; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("keep-note", "enter", "submit", "Keep", "Keep the note; an empty one is taken away.")
    ]


class NoteLabel(Lines):
    """What to write."""

    def lines(self, width: int) -> list[Content]:
        """One sentence."""
        return wrapped("Your note on this question; empty takes it away.", width, "$muted")


class NoteForm(Vertical):
    """One line of the learner's own, hidden until it is opened.

    The screen hears Submitted where it is kept, and Left where it stays as it was.
    """

    DEFAULT_CSS = """
    NoteForm {
        display: none;
        height: auto;
        padding: 0 3;
        background: $surface;
        NoteField {
            border: none;
            height: 1;
            padding: 0 1;
            background: $panel;
            &:focus { border: none; background-tint: $panel 0%; }
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("leave-note", "escape", "leave_note", "Leave", "Leave the note as it was.")
    ]

    class Left(Message):
        """The learner leaves the note as it was."""

    def __init__(self, longest: int) -> None:
        super().__init__()
        self.longest = longest

    def compose(self) -> ComposeResult:
        """A sentence and the field."""
        yield NoteLabel()
        yield NoteField(max_length=self.longest, select_on_focus=False)

    def open(self, text: str) -> None:
        """Show a note to write on."""
        field = self.query_one(NoteField)
        field.value = text
        field.cursor_position = len(text)
        self.display = True
        field.focus()

    def action_leave_note(self) -> None:
        """Leave the note as it was."""
        self.post_message(self.Left())

    def close(self) -> None:
        """Hide it."""
        self.display = False
        self.screen.set_focus(None)
