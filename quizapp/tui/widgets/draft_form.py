"""Every field of a question, to be filled in: a label and a place to write on for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from quizapp.tui.keys import key
from quizapp.tui.widgets.lines import Lines

NARROW = 76
LONGEST = 4_000
"""So many characters are taken in one field."""


class Row(NamedTuple):
    """A field: its key, what to write there, and the text it has."""

    key: str
    tip: str
    text: str


class FormArea(TextArea):
    """One field, as high as its text; Enter goes to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Priority keys act before later ones are handed out: what is typed next goes on from there.
        key(
            "next-field", "enter,tab", "next_field(1)", "Next", "Go to the next field.",
            priority=True,
        ),
        key(
            "field-before", "shift+tab", "next_field(-1)", "Before", "The field before.",
            show=False, priority=True,
        ),
    ]  # fmt: skip

    def __init__(self, key: str) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, id=f"field-{key}")
        self.key = key

    def show(self, row: Row) -> None:
        """Have another text."""
        self.placeholder = row.tip
        if row.text[:LONGEST] != self.text:
            self.load_text(row.text[:LONGEST])

    def on_focus(self) -> None:
        """Writing goes on at the end of the text."""
        self.move_cursor(self.document.end)

    def action_next_field(self, step: int) -> None:
        """Go to another field."""
        if step > 0:
            self.screen.focus_next(FormArea)
        else:
            self.screen.focus_previous(FormArea)

    def action_delete_to_start_of_line(self) -> None:
        """Clear the field up to the cursor: it is one line, over however many rows it runs."""
        row, _ = end = self.selection.end
        self.delete((row, 0), end, maintain_selection_offset=False)

    async def _on_key(self, event: events.Key) -> None:
        # Enter and Tab are the form's: without this they would be typed as well.
        if event.key in ("enter", "tab", "shift+tab"):
            event.prevent_default()
            return
        # A key that means something acts here: it would wait its turn, and letters behind it not.
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if not event.is_printable:
                event.prevent_default().stop()
                await self.run_action(binding.action)
                return

    @property
    def key_words(self) -> dict[str, str]:
        """What the footer leaves out where there is little room."""
        return {"Next": ""} if self.app.size.width < NARROW else {}

    @property
    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split("\n"))


class FormLabel(Lines):
    """The name of a field."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def lines(self, width: int) -> list[Content]:
        """One word."""
        return [Content.styled(self.text, "$muted")]


class DraftForm(VerticalScroll, can_focus=False):
    """The fields of one form of question; hidden until it is filled.

    `keys` are all fields there are. They are made once, before they are needed or at the latest
    then, and shown as far as a form has them.
    """

    DEFAULT_CSS = """
    DraftForm {
        display: none;
        layout: grid;
        grid-size: 2;
        grid-columns: 13 1fr;
        grid-rows: auto;
        FormLabel { height: 1; }
        FormArea {
            height: auto;
            max-height: 6;
            border: none;
            padding: 0 1;
            background: $surface;
            scrollbar-size-vertical: 1;
            & .text-area--placeholder { color: $muted; text-style: italic; }
            &:focus { border: none; background: $panel; }
        }
    }
    """

    class Changed(Message):
        """A field has another text."""

        def __init__(self, key: str, text: str) -> None:
            super().__init__()
            self.key = key
            self.text = text

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(id="form")
        self.keys = keys
        self.fields: dict[str, tuple[FormLabel, FormArea]] = {}

    async def prepare(self) -> None:
        """Make the fields, unless they are there."""
        if not self.fields:
            self.fields = {
                key: (FormLabel(key.replace("_", " ")), FormArea(key)) for key in self.keys
            }
            await self.mount(*(part for field in self.fields.values() for part in field))

    async def fill(self, rows: Sequence[Row], focus: str = "") -> None:
        """Show these fields, and go into one of them, else into the first."""
        await self.prepare()
        wanted = {row.key: row for row in rows}
        with self.app.batch_update():
            for key, (label, area) in self.fields.items():
                row = wanted.get(key)
                label.display = area.display = row is not None
                if row is not None:
                    area.show(row)
            self.display = True
        first = focus if focus in wanted else rows[0].key
        self.fields[first][1].focus()

    def close(self) -> None:
        """Hide the form."""
        self.display = False
        self.screen.set_focus(None)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        area = event.text_area
        if isinstance(area, FormArea) and self.display and area.display:
            self.post_message(self.Changed(area.key, area.line))
