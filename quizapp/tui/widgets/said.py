"""A line at the foot of a screen: what was just done, or a question to answer."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.widgets.lines import Lines, button, quiet_button, wrapped


class Said(Lines):
    """Words, and where they ask something two buttons for the mouse. Hidden without words."""

    DEFAULT_CSS = """
    Said {
        display: none;
        padding: 0 3;
        background: $surface;
    }
    """

    words = ""
    yes: tuple[str, str] = ("", "")
    no: tuple[str, str] = ("", "")

    def say(
        self, words: str, *, yes: tuple[str, str] = ("", ""), no: tuple[str, str] = ("", "")
    ) -> None:
        """Say something; `yes` and `no` are a label and an action, where it is a question."""
        if (words, yes, no) == (self.words, self.yes, self.no):
            return
        self.words, self.yes, self.no = words, yes, no
        self.display = bool(words)
        self.redraw()

    def lines(self, width: int) -> list[Content]:
        """The words, the buttons below."""
        rows = wrapped(self.words, width)
        if self.yes[0]:
            rows.append(Content.assemble(button(*self.yes), "  ", quiet_button(*self.no)))
        return rows
