"""The first line of every screen: the app on the left, where one is on the right."""

from __future__ import annotations

from textual.content import Content

from quizapp.tui.widgets.lines import Lines, across, fit


class TitleBar(Lines):
    """The app's name and, at the other end, a few words set by the screen."""

    DEFAULT_CSS = """
    TitleBar {
        dock: top;
        height: 1;
        padding: 0 3;
    }
    """

    def __init__(self, section: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.section = section

    def show(self, section: str) -> None:
        """Say something else on the right."""
        if section != self.section:
            self.section = section
            self.refresh()

    def lines(self, width: int) -> list[Content]:
        """The one line."""
        name = Content.styled("SCO Quiz", "bold $accent")
        room = max(width - name.cell_length - 2, 0)
        section = Content.styled(fit(self.section, room), "$muted")
        return [across(name, section, width)]
