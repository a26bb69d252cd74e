"""A form that asks for one number, and says kindly why another one cannot be."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from quizapp.tui.keys import key
from quizapp.tui.widgets.lines import Lines, button, quiet_button, wrapped

LONGEST = 10


class NumberField(Input):
    """The field; it takes what a number, a percentage or an hour is made of."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("set-number", "enter", "submit", "Set", "Keep the number that is typed.")
    ]


class NumberWords(Lines):
    """A question, or what is wrong with the answer."""

    def __init__(self, style: str, *, mark: str = "") -> None:
        super().__init__()
        self.said = ""
        self.look = style
        self.mark = mark

    def say(self, text: str) -> None:
        """Say something; "" for nothing."""
        self.said = text
        self.display = bool(text)
        self.redraw()

    def lines(self, width: int) -> list[Content]:
        """The sentence, after its mark."""
        if not self.said:
            return []
        return wrapped(f"{self.mark}{self.said}", width, self.look)


class NumberButtons(Lines):
    """The form's keys for the mouse."""

    def lines(self, width: int) -> list[Content]:
        """Two buttons."""
        return [Content.assemble(button("Set", "submit"), "  ", quiet_button("Cancel", "cancel"))]


class NumberForm(Vertical):
    """Hidden, and empty, until it is opened: a screen that does not ask is painted sooner.

    The screen hears Input.Submitted and answers with `tell`.
    """

    DEFAULT_CSS = """
    NumberForm {
        dock: bottom;
        display: none;
        height: auto;
        max-height: 60%;
        margin: 0 0 1 0;
        padding: 1 3;
        background: $surface;
        NumberField {
            border: none;
            height: 1;
            padding: 0 1;
            margin: 1 0;
            background: $panel;
            &:focus { border: none; background-tint: $panel 0%; }
        }
        #trouble { margin: 0 0 1 0; }
    }
    """

    def _fill(self) -> None:
        """A sentence, the field, the trouble if any, the buttons."""
        question, trouble = NumberWords(""), NumberWords("$wrong", mark="✗ ")
        question.id, trouble.id = "question", "trouble"
        field = NumberField(
            restrict=r"[0-9.,:% -]*", max_length=LONGEST, select_on_focus=False, compact=True
        )
        self.mount(question, field, trouble, NumberButtons())

    def open(self, question: str, begun: str = "") -> None:
        """Ask; `begun` is what is typed already."""
        if not self.children:
            self._fill()
        self.query_one("#question", NumberWords).say(question)
        self.tell("")
        field = self.query_one(NumberField)
        field.value = begun
        field.cursor_position = len(begun)
        self.display = True
        field.focus()

    def close(self) -> None:
        """Hide it."""
        self.display = False
        self.screen.set_focus(None)

    def tell(self, trouble: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.query_one("#trouble", NumberWords).say(trouble)
