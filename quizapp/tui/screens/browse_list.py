"""The list of Browse and the details of the question marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.browsing import Browsing, Change, Details, Found, Query, State
from quizapp.errors import QuizError
from quizapp.store.notes import LONGEST
from quizapp.tui.screens.browse_keys import offers
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.asking import NoteForm, Said
from quizapp.tui.widgets.details import Piece, details_lines, question_row
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import wrapped
from quizapp.tui.widgets.picklist import PickList
from quizapp.tui.widgets.question_list import QuestionList
from quizapp.tui.widgets.sifting import Filter, Filters, SearchField
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.finding import Line
    from quizapp.tui.app import QuizApp

ROWS = 60
"""How many rows are known at once: more than any window shows."""
WIDE = 110
"""From this width on, in cells, the details stand beside the list."""
FOLLOW_AFTER = 0.05
"""Seconds after which the details follow the list."""
WARM_AFTER = 0.3
"""Seconds after which what the first details need is loaded, so that no key waits for it."""

EVERYTHING = Query()


class Undo(NamedTuple):
    """A change that can be undone, and the row it was made in."""

    change: Change
    row: int


class BrowseList(Screen[None]):
    """The list, its details and the fields around them; what the keys do to them is added to it.

    `opened` is the row to begin with, its details open; without it the first row is marked.
    """

    SECTION = "Browse"
    CSS_PATH = "browse.tcss"
    AUTO_FOCUS = ""

    def __init__(self, query: Query = EVERYTHING, opened: int | None = None) -> None:
        super().__init__()
        self.query_for = self.asked_for = query
        self.browsing = Browsing(self.quiz.study)
        self.today = self.quiz.study.day()
        self.found: Found = self.browsing.find(self.query_for)
        self.details: Details | None = None
        self.page: tuple[Details | None, int, Sequence[Content]] = (None, 0, ())
        self.offered: tuple[object, ...] = ()
        self.done: list[Undo] = []
        self.first = opened or 0
        self.reading = opened is not None
        self.mode = "list"
        self.painted = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    @property
    def wide(self) -> bool:
        """True where the details stand beside the list."""
        return self.app.size.width >= WIDE

    def compose(self) -> ComposeResult:
        """Search and filters above, list and details, what was done, keys."""
        yield TitleBar(self.SECTION)
        yield SearchField(
            self.query_for.text,
            placeholder="/ to search questions and answers",
            select_on_focus=False,
        )
        yield Filters()
        with Horizontal(id="parts"):
            yield QuestionList(self._row, self._head)
            with VerticalScroll(id="details", can_focus=False):
                yield Body(self._details)
        yield Said()
        yield NoteForm(LONGEST)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Find what is asked for."""
        self._find(self.first)
        self.painted = True
        self.set_timer(WARM_AFTER, _warm)

    def on_screen_resume(self) -> None:
        """Back from studying a question: it stands otherwise now."""
        if self.painted:
            self.today = self.quiz.study.day()
            self._find(self.list.cursor)

    def on_resize(self) -> None:
        """There may be room for the details beside the list now, or no more."""
        self._arrange()

    @property
    def list(self) -> QuestionList:
        """The questions found."""
        return self.query_one(QuestionList)

    # -- finding -------------------------------------------------------------------------------

    def _find(self, row: int) -> None:
        """Find anew, as far as is seen, and mark a row."""
        try:
            self.found = self.browsing.find(self.query_for)
            self._gather(row + ROWS)
            while self.found.count <= row and not self.found.complete:
                self._gather(row + ROWS)
        except QuizError as error:
            self.quiz.say(str(error))
        questions = self.list
        questions.cursor = min(max(row, 0), self.found.count - 1)
        questions.forget()
        self._show()
        questions.bring_into_view()
        # Without this list and filters would be painted a frame after the field that was typed
        # into, and the filters not at all where nothing else changes around them.
        self.refresh(questions.region, self.query_one(Filters).region)
        self._follow_later(questions.cursor)

    def _gather(self, rows: int) -> None:
        """A step towards so many rows; the next one comes after what is known is painted."""
        found = self.found
        found.gather(rows)
        if found.count < rows and not found.complete:
            self.set_timer(0.001, partial(self._go_on, found, rows))

    def _go_on(self, found: Found, rows: int) -> None:
        if found is self.found and self.is_attached:
            self._gather(rows)
            self.list.forget()
            self._show()
            if self.list.cursor < 0 and self.found.count:
                self.list.place(0)

    def _show(self) -> None:
        """Show what is known so far."""
        self.list.show(self.found.count)
        self.query_one(Filters).show(self._filters())
        count = counted(self.found.count, "question")
        told = count if self.found.complete else f"more than {count}"
        if not self.found.complete and self.found.count < ROWS:
            told = f"{count}, looking for more"
        self.query_one(TitleBar).show(f"{self.SECTION} · {told}")

    def _ask_for(self, query: Query) -> None:
        """Look for something else, from its first row on."""
        if query != self.query_for:
            self.query_for = query
            self._hush()
            self._find(0)

    def _filters(self) -> tuple[Filter, ...]:
        query = self.query_for
        pack = self.browsing.title(query.pack) if query.pack else "all"
        topic = self.browsing.title(query.pack, query.topic) if query.topic else "all"
        form = query.form.value if query.form else "any"
        state = query.state.value if query.state else "any"
        return (
            Filter("p", "Pack", pack, bool(query.pack), "choose_pack"),
            Filter("t", "Topic", topic, bool(query.topic), "choose_topic"),
            Filter("m", "Form", form, query.form is not None, "next_form(1)"),
            Filter("a", "State", state, query.state is not None, "next_state(1)"),
        )

    # -- what is drawn -------------------------------------------------------------------------

    def _head(self, width: int) -> Sequence[Content]:
        if not self.is_mounted or self.found.count or not self.found.complete:
            return ()
        words = "No question fits. Press c to clear the search and the filters."
        if self.query_for == EVERYTHING:
            words = "There are no questions yet. Add a pack of them first."
        return [EMPTY, *wrapped(words, max(width - 2, 8), "$muted", indent=1)]

    def _row(self, row: int, width: int, here: bool) -> Sequence[Piece]:
        return question_row(self.found.line(row), self.today, width, here=here)

    def _details(self, width: int) -> Sequence[Content]:
        if self.details is None:
            return ()
        if self.page[:2] != (self.details, width):
            self.page = (self.details, width, details_lines(self.details, self.today, width))
        return self.page[2]

    def _arrange(self) -> None:
        """List, details or both, and what they tell."""
        if not self.is_mounted:
            return
        self.reading = self.reading and not self.wide and self.found.count > 0
        self.query_one("#details").display = self.wide or self.reading
        self.list.display = not self.reading
        self.query_one(SearchField).display = not self.reading
        self.query_one(Filters).display = not self.reading
        self._tell_details()

    def _tell_details(self) -> None:
        """Tell of the question marked, where that can be seen."""
        number = self._number
        shown = self.wide or self.reading
        try:
            self.details = self.browsing.details(number) if number and shown else None
        except QuizError:
            self.details = None
        if shown:
            self.query_one(Body).redraw()
            self.query_one("#details").scroll_home(animate=False)
        self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        """Offer other keys, where others mean something now."""
        offered = offers(self)
        if offered != self.offered:
            self.offered = offered
            self.refresh_bindings()

    @property
    def _line(self) -> Line | None:
        """The question marked, as the list shows it; None for none."""
        row = self.list.cursor
        return self.found.line(row) if 0 <= row < self.found.count else None

    @property
    def _number(self) -> int:
        """The number of the question marked; 0 for none."""
        return self._line.number if self._line else 0

    @property
    def suspended(self) -> bool:
        """True where the question marked is out of the schedule."""
        return self._line is not None and self._line.standing is State.SUSPENDED

    @property
    def key_words(self) -> dict[str, str]:
        """The footer's word for what s does to the question marked."""
        return {"Suspend": "Put back"} if self.suspended else {}

    def _hush(self) -> None:
        self.query_one(Said).say("")

    # -- what is marked ------------------------------------------------------------------------

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._hush()
        if event.row + ROWS > self.found.count and not self.found.complete:
            self._gather(event.row + ROWS)
            self._show()
        self._follow_later(event.row)

    def _follow_later(self, row: int) -> None:
        """Tell of a row, but paint the list first: no key waits for what stands beside it."""
        if self.painted:
            self.set_timer(FOLLOW_AFTER, partial(self._follow, self.found, row))
        else:
            self._arrange()

    def _follow(self, found: Found, row: int) -> None:
        """Tell of a row, unless something else is marked by now."""
        if self.is_attached and found is self.found and row == self.list.cursor:
            self._arrange()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Show the details where there is no room for them beside the list."""
        if not self.wide:
            self.reading = True
            self._arrange()


def _warm() -> None:
    """Load what the chance of recall is worked out with."""
    import fsrs  # noqa: F401
