"""The question: it is asked, the reply is taken, and the verdict is shown in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from quizapp.core.question import DONT_KNOW, Asked, Reply
from quizapp.tui.widgets.answerkeys import ANSWER_KEYS
from quizapp.tui.widgets.forms import sheet_for
from quizapp.tui.widgets.page import Matter, Page, lay_out
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.sheet import (
    APPEAL_TARGET,
    DONT_KNOW_TARGET,
    GO_ON_TARGET,
    RATE,
    Sheet,
    TextSheet,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Input

    from quizapp.study import Judged
    from quizapp.tui.widgets.entry import Entry
    from quizapp.tui.widgets.rows import Row


class QuestionView(Widget, can_focus=True):
    """Shows an Asked and takes the Reply; then shows how it was judged, in place."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    QuestionView {
        layers: default field;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        height: 1fr;
        padding: 0 0 0 3;
        Paper { margin: 0 2 0 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(ANSWER_KEYS)

    class Replied(Message):
        """The learner gave a reply; the one who hears it judges it and calls show_verdict."""

        def __init__(self, asked: Asked, reply: Reply) -> None:
            super().__init__()
            self.asked = asked
            self.reply = reply

    class GoOn(Message):
        """The verdict has been read."""

    class Rated(Message):
        """The learner clicked another rating, given by its number."""

        def __init__(self, rating: int) -> None:
            super().__init__()
            self.rating = rating

    class Appealed(Message):
        """The learner clicked "I was right"."""

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

    # -- what the screen says ----------------------------------------------------------------

    def show(self, asked: Asked, *, badge: str = "") -> None:
        """Ask a question. `badge` is a word on it, such as "new"."""
        self._given = False
        self._turn(Matter(sheet_for(asked), badge, plain=self.app.native_ansi_color))
        self.scroll_to(y=0, animate=False, immediate=True)
        self._settle()

    def show_verdict(self, judged: Judged, *, source: str = "", note: str = "") -> None:
        """Show how the reply was judged. `source` may have several lines; `note` is e.g. points."""
        if self._matter is None:
            raise RuntimeError("a verdict comes after its question")
        self._given = False
        first = self._matter.judged is None
        self._turn(self._matter._replace(judged=judged, source=source, note=note))
        self._settle()
        if first:
            self.call_after_refresh(self._reveal)

    def mark(self, badge: str) -> None:
        """Put another word on the question that is shown, such as "flagged"."""
        if self._matter is not None:
            self._turn(self._matter._replace(badge=badge))

    def dont_know(self) -> None:
        """Reply that the answer is not known."""
        sheet = self.sheet
        if sheet is not None:
            sheet.reply = DONT_KNOW
            self._after_sheet()

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

    # -- drawing ---------------------------------------------------------------------------

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

    # -- keys, clicks and typing -------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that mean something now are active, and so shown."""
        sheet = self.sheet
        if action == "press":
            return sheet is not None and str(parameters[0]) in sheet.keys
        if action == "not_yet":
            return sheet is not None
        if action == "take_back":
            return sheet is not None and sheet.can_take_back
        if action == "dont_know":
            return sheet is not None and sheet.space_is_dont_know
        if action == "dont_know_typed":
            return sheet is not None and not sheet.space_is_dont_know
        if action == "go_on":
            return self.judged is not None
        if action in ("scroll_up", "scroll_down", "page_up", "page_down"):
            return self.max_scroll_y > 0
        return True

    def action_press(self, name: str) -> None:
        """Give a key to the sheet."""
        if self.sheet is not None:
            self.sheet.press(name)
            self._after_sheet()

    def action_not_yet(self) -> None:
        """Enter where there is nothing to confirm: the sheet says what to press."""
        self.action_press("enter")

    def action_take_back(self) -> None:
        """Take back what was placed last."""
        if self.sheet is not None:
            self.sheet.take_back()
            self._after_sheet()

    def action_dont_know(self) -> None:
        """Reply that the answer is not known."""
        self.dont_know()

    def action_dont_know_typed(self) -> None:
        """The same, where the space bar has work of its own."""
        self.dont_know()

    def action_go_on(self) -> None:
        """Leave the verdict."""
        if self.judged is not None:
            self.post_message(self.GoOn())

    def on_paper_clicked(self, event: Paper.Clicked) -> None:
        """Do what was clicked."""
        event.stop()
        word, number = event.target
        if event.target == GO_ON_TARGET:
            self.action_go_on()
        elif event.target == APPEAL_TARGET:
            self.post_message(self.Appealed())
        elif word == RATE:
            self.post_message(self.Rated(number))
        elif event.target == DONT_KNOW_TARGET:
            self.dont_know()
        elif self.sheet is not None:
            self.sheet.click(event.target)
            self._after_sheet()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell the sheet what is typed; an event of the question before is let go."""
        event.stop()
        sheet = self.sheet
        stale = event.value != event.input.value
        if stale or not isinstance(sheet, TextSheet) or event.value == sheet.text:
            return
        before = sheet.keys, sheet.enter
        sheet.write(event.value)
        self._paper.redraw()
        if (sheet.keys, sheet.enter) != before:
            self._settle()
        if self.show_vertical_scrollbar:
            self.call_after_refresh(self._follow_cursor)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field."""
        event.stop()
        sheet = self.sheet
        if isinstance(sheet, TextSheet):
            sheet.write(event.value)
            sheet.submit()
            self._after_sheet()

    def _after_sheet(self) -> None:
        """The sheet has changed: a reply goes up, anything else is drawn."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.reply is not None:
            self._given = True
            self.post_message(self.Replied(sheet.asked, sheet.reply))
            return
        self._paper.redraw()
        self._settle()
        self.call_after_refresh(self._follow_cursor)
