"""A form that asks for a path or an address, and says what is wrong with it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input

from quizapp.tui.keys import key
from quizapp.tui.widgets.lines import Lines, button, quiet_button, wrapped


class PathField(Input):
    """The field; Enter looks at what lies there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("add-path", "enter", "submit", "Look", "Look at what lies there; it is shown first.")
    ]


class PathTrouble(Lines):
    """What is wrong with the path or the file, line by line."""

    told = ""

    def lines(self, width: int) -> list[Content]:
        """Nothing, or the trouble."""
        rows = []
        for number, line in enumerate(self.told.splitlines()):
            first, *rest = wrapped(line, width, indent=2)
            rows += [Content.assemble(("✗ " if number < 50 else "  ", "$wrong"), first[2:]), *rest]
        return rows


class PathButtons(Lines):
    """The form's keys for the mouse."""

    def lines(self, width: int) -> list[Content]:
        """Two buttons."""
        return [Content.assemble(button("Look", "submit"), "  ", quiet_button("Cancel", "cancel"))]


class PathForm(Vertical):
    """Hidden, and empty, until it is opened: a screen that does not ask is painted sooner.

    The screen hears Input.Submitted and answers with `tell`.
    """

    DEFAULT_CSS = """
    PathForm {
        dock: bottom;
        display: none;
        height: auto;
        max-height: 60%;
        margin: 0 0 1 0;
        padding: 1 3;
        background: $surface;
        PathField {
            border: none;
            height: 1;
            padding: 0 1;
            margin: 1 0;
            background: $panel;
            &:focus { border: none; background-tint: $panel 0%; }
        }
        #trouble {
            height: auto;
            max-height: 8;
            margin: 0 0 1 0;
            scrollbar-size-vertical: 1;
            display: none;
        }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.trouble = PathTrouble()

    def _fill(self) -> None:
        """A sentence, the field, the trouble if any, the buttons."""
        self.mount(
            PathLabel(),
            PathField(placeholder="folder/subject.toml or https://…", select_on_focus=False),
            VerticalScroll(self.trouble, id="trouble", can_focus=False),
            PathButtons(),
        )

    def open(self, text: str = "") -> None:
        """Show the form with a text and put the cursor behind it."""
        if not self.children:
            self._fill()
        self.tell("")
        field = self.query_one(PathField)
        field.value = text
        field.cursor_position = len(text)
        self.display = True
        field.focus()

    def close(self) -> None:
        """Hide it."""
        self.display = False
        self.screen.set_focus(None)

    def tell(self, trouble: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.trouble.told = trouble
        if self.trouble.is_attached:
            self.trouble.redraw()
        self.query_one("#trouble").display = bool(trouble)


class PathLabel(Lines):
    """What to type."""

    def lines(self, width: int) -> list[Content]:
        """One sentence."""
        words = "Where does it lie? A pack's file, a folder or a zip of packs, or an https address."
        return wrapped(words, width)
