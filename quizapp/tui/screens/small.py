"""What is shown while the terminal is too small to show anything else."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from quizapp.tui.widgets.lines import Lines, wrapped


class SizeNotice(Lines):
    """The size needed and the size at hand."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.needed = (width, height)

    def lines(self, width: int) -> list[Content]:
        """Two sentences, as wide as there is room."""
        needed = "{} x {}".format(*self.needed)
        size = self.app.size
        return [
            *wrapped("This window is a little small.", width, "bold $accent"),
            *wrapped(f"Make it {needed} or larger: it is {size.width} x {size.height} now.", width),
            *wrapped("Nothing is lost, all goes on where it was.", width, "$muted"),
        ]


class SmallScreen(Screen[None]):
    """A kind notice that leaves by itself as soon as there is room."""

    CSS_PATH = "small.tcss"

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.needed = (width, height)

    def compose(self) -> ComposeResult:
        """The notice alone."""
        yield SizeNotice(*self.needed)

    def on_resize(self) -> None:
        """Leave when there is room."""
        self._leave_or_tell()

    def on_screen_resume(self) -> None:
        """There may be room since something else was on top."""
        self._leave_or_tell()

    def _leave_or_tell(self) -> None:
        width, height = self.app.size
        if width >= self.needed[0] and height >= self.needed[1]:
            if self.is_current:
                self.app.pop_screen()
        else:
            self.query_one(SizeNotice).redraw()
