"""The page of a question: the paper it is drawn on, its field, and what of it is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.widget import Widget

from quizapp.tui.widgets.page import Matter, Page, lay_out
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.sheet import Sheet, TextSheet

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.study import Judged
    from quizapp.tui.widgets.entry import Entry
    from quizapp.tui.widgets.rows import Row


class QuestionPage(Widget, can_focus=True):
    """Draws a question or its verdict, and puts field and focus where they are wanted."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._matter: Matter | None = None
        self._given = False
        self._page = Page([])
        self._paper = Paper(self._write)
        self._entry: Entry | None = None

    def compose(self) -> ComposeResult:
        """One paper; the field is added when it is first wanted."""
        yield self._paper

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that takes keys now; None while there is nothing to answer."""
        if self._matter is None or self._matter.judged is not None or self._given:
            return None
        return self._matter.sheet

    @property
    def badge(self) -> str:
        """The word on the question that is shown."""
        return self._matter.badge if self._matter else ""

    @property
    def key_words(self) -> dict[str, str]:
        """What the keys of this form do, in the footer's words."""
        return self.sheet.key_words if self.sheet else {}

    @property
    def judged(self) -> Judged | None:
        """The verdict shown now."""
        return self._matter.judged if self._matter else None

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing here looks otherwise with the focus on it, so no style is worked out anew."""

    def watch_show_vertical_scrollbar(self) -> None:
        """Keys that scroll are active where there is more than fits."""
        if self.is_attached:
            self.call_after_refresh(self.screen.refresh_bindings)

    def on_focus(self) -> None:
        """A click beside the field gives the focus back to it: letters stay text."""
        if self._entry is not None and isinstance(self.sheet, TextSheet):
            self._entry.focus(scroll_visible=False)

    def _turn(self, matter: Matter) -> None:
        self._matter = matter
        self._paper.redraw()

    def _write(self, width: int, height: int) -> list[Row]:
        matter = self._matter
        self._page = lay_out(matter, width, height) if matter and width else Page([])
        self._place_field()
        return self._page.rows

    def _place_field(self) -> None:
        spot, entry = self._page.spot, self._entry
        if entry is not None and spot is not None:
            entry.styles.offset = (spot.column, spot.row)
            entry.styles.width = spot.width

    def _settle(self) -> None:
        """Put the field where it is wanted, the focus where keys are wanted."""
        sheet = self.sheet
        if isinstance(sheet, TextSheet):
            entry = self._field()
            entry.display = entry.can_focus = True
            entry.placeholder = sheet.placeholder
            entry.word = sheet.enter
            if entry.value != sheet.text:
                entry.value = sheet.text
                entry.cursor_position = len(sheet.text)
            if not entry.has_focus:
                entry.focus(scroll_visible=False)
        else:
            if self._entry is not None:
                self._entry.display = self._entry.can_focus = False
            if not self.has_focus:
                self.focus(scroll_visible=False)
        self.screen.refresh_bindings()

    def _field(self) -> Entry:
        if self._entry is None:
            from quizapp.tui.widgets.entry import Entry

            self._entry = Entry()
            self._place_field()
            self.mount(self._entry)
        return self._entry

    def _reveal(self) -> None:
        """Bring the verdict's words into view; their beginning, where there is no room for all."""
        top = min(self._page.first, max(0, self._page.last - self.size.height))
        self.scroll_to(y=top, animate=False)

    def _follow_cursor(self) -> None:
        """Keep what the cursor is on in view."""
        target = self.sheet.cursor if self.sheet else None
        if self._page.spot is not None:
            region = Region(0, self._page.spot.row - 1, 1, 3)
            self.scroll_to_region(region, animate=False, force=True)
            return
        places = [
            number
            for number, row in enumerate(self._page.rows)
            if any(zone.target == target for zone in row.zones)
        ]
        if places:
            region = Region(0, places[0], 1, len(places))
            self.scroll_to_region(region, animate=False, force=True)
