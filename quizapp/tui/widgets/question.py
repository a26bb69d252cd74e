"""The question: it is asked, the reply is taken, and the verdict is shown in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from quizapp.core.question import DONT_KNOW, Asked, Reply
from quizapp.tui.widgets.answerkeys import ANSWER_KEYS
from quizapp.tui.widgets.forms import sheet_for
from quizapp.tui.widgets.page import Matter
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.question_page import QuestionPage
from quizapp.tui.widgets.sheet import (
    APPEAL_TARGET,
    DONT_KNOW_TARGET,
    GO_ON_TARGET,
    RATE,
    SOURCES_TARGET,
    TextSheet,
)

if TYPE_CHECKING:
    from textual.widgets import Input

    from quizapp.study import Judged


class QuestionView(QuestionPage):
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

    # -- what the screen says ----------------------------------------------------------------

    def show(self, asked: Asked, *, badge: str = "") -> None:
        """Ask a question. `badge` is a word on it, such as "new"."""
        self._given = False
        self._turn(Matter(sheet_for(asked), badge, plain=self.app.native_ansi_color))
        self.scroll_to(y=0, animate=False, immediate=True)
        self._settle()

    def show_verdict(
        self, judged: Judged, *, source: str = "", note: str = "", own: str = ""
    ) -> None:
        """Show how the reply was judged. `source` may have several lines; `note` is e.g. points.

        `own` is the learner's own note on the question.
        """
        if self._matter is None:
            raise RuntimeError("a verdict comes after its question")
        self._given = False
        first = self._matter.judged is None
        self._turn(self._matter._replace(judged=judged, source=source, note=note, own=own))
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
        if action in ("go_on", "sources", "close_sources"):
            return self.judged is not None and (action == "go_on" or self._opens(action))
        if action in ("scroll_up", "scroll_down", "page_up", "page_down"):
            return self.max_scroll_y > 0
        return True

    def _opens(self, action: str) -> bool:
        """True where the sources can be shown whole or, to close them, are shown so."""
        opened = self._matter is not None and self._matter.whole
        return self._page.cut and (opened or action == "sources")

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

    def action_sources(self) -> None:
        """Show all that the answer rests on, or one line of it again."""
        if self._matter is not None and self._page.cut:
            self._turn(self._matter._replace(whole=not self._matter.whole))
            self.screen.refresh_bindings()
            self.call_after_refresh(self._reveal_sources)

    def action_close_sources(self) -> None:
        """Show one line of what the answer rests on again."""
        self.action_sources()

    def _reveal_sources(self) -> None:
        if self._matter is not None and self._matter.whole:
            self.scroll_end(animate=False)
        else:
            self._reveal()

    def on_paper_clicked(self, event: Paper.Clicked) -> None:
        """Do what was clicked."""
        event.stop()
        word, number = event.target
        if event.target == GO_ON_TARGET:
            self.action_go_on()
        elif event.target == SOURCES_TARGET:
            self.action_sources()
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
