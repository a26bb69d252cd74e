"""The first line of every screen: the app on the left, where one is on the right."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.widgets.lines import Lines, across, fit


def named(place: str) -> Content:
    """The app's name, and behind it where one is, in a word or none."""
    return Content.assemble(("SCO Quiz", "bold $accent"), (f"  {place}" if place else "", "$muted"))


class TitleBar(Lines):
    """The app's name with a place, if any, and at the other end a few words set by the screen."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 3;
    }
    """

    def __init__(self, section: str = "", *, place: str = "") -> None:
        super().__init__()
        self.section = section
        self.place = place

    def show(self, section: str) -> None:
        """Say something else on the right."""
        if section != self.section:
            self.section = section
            self.refresh()

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        name = named(self.place)
        room = max(width - name.cell_length - 2, 0)
        section = Content.styled(fit(self.section, room), "$muted")
        return [across(name, section, width)]
