"""A screen of text to read: a title, a page that scrolls, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.tui import keys
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import Lines
from quizapp.tui.widgets.title import TitleBar

if TYPE_CHECKING:
    from textual.widget import Widget

    from quizapp.tui.app import QuizApp

EMPTY = Content("")
TWO_COLUMNS = 100
"""From this width on, in cells, a page is set in two columns."""


class Body(Lines):
    """The text of a page, asked of the screen whenever the width changes."""

    def __init__(self, write: Callable[[int], Sequence[Content]]) -> None:
        super().__init__(id="body")
        self.write = write

    def lines(self, width: int) -> Sequence[Content]:
        """The page at this width."""
        return self.write(width)


class ReadingScreen(Screen[None]):
    """A page that scrolls by key, wheel and bar; a subclass writes it in `body`."""

    SECTION = ""
    CSS_PATH: ClassVar[Any] = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [keys.BACK, *keys.scrolls()]

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def body(self, width: int) -> Sequence[Content]:
        """The lines of the page, none wider than `width`."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, page and keys."""
        yield TitleBar(self.SECTION)
        with VerticalScroll(id="page", can_focus=False):
            yield Body(self.body)
        yield KeyFooter()

    def redraw(self) -> None:
        """Write the page again."""
        self.query_one(Body).redraw()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Whether the page scrolls may have changed."""
        self.call_after_refresh(self.refresh_bindings)

    def check_action(
        self,
        action: str,
        parameters: tuple[object, ...],
    ) -> bool | None:
        """Scrolling is offered where there is more than fits."""
        if action == "scroll":
            return self.is_mounted and self.query_one("#page").max_scroll_y > 0
        return True

    def action_scroll(self, lines: int) -> None:
        """Scroll by so many lines; ten stand for a page."""
        scroll_by(self.query_one("#page"), lines)


def scroll_by(page: Widget, lines: int) -> None:
    """Scroll a page by so many lines; ten stand for as many as are seen but two."""
    step = lines if abs(lines) == 1 else lines // 10 * max(page.size.height - 2, 1)
    page.scroll_relative(y=step, animate=False)


def read_on(page: Widget) -> None:
    """Scroll a page on by what is seen of it, and from its end back to the top."""
    if page.scroll_y >= page.max_scroll_y:
        page.scroll_home(animate=False)
    else:
        scroll_by(page, 10)
