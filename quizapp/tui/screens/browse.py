"""Browse: find any question, see what is remembered of it, and decide what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizapp.browsing import Browsing, Change, Details, Found, Query, State
from quizapp.core.question import Form
from quizapp.errors import QuizError
from quizapp.store.notes import LONGEST
from quizapp.tui.screens.browse_keys import BROWSE_KEYS, offers, possible
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.asking import NoteField, NoteForm, Said
from quizapp.tui.widgets.details import Piece, details_lines, question_row
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import wrapped
from quizapp.tui.widgets.picklist import PickList
from quizapp.tui.widgets.question_list import QuestionList
from quizapp.tui.widgets.sifting import Filter, Filters, SearchField
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

STATES = (None, *State)
FORMS = (None, *Form)
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


class BrowseScreen(Screen[None]):
    """A search, four filters, a list and the details of the question marked in it.

    `opened` is the row to begin with, its details open; without it the first row is marked.
    """

    SECTION = "Browse"
    CSS_PATH = "browse.tcss"
    AUTO_FOCUS = ""
    BINDINGS = BROWSE_KEYS

    def __init__(self, query: Query = EVERYTHING, opened: int | None = None) -> None:
        super().__init__()
        self.query_for = query
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

    # -- finding ---------------------------------------------------------------------------

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

    # -- what is drawn ---------------------------------------------------------------------

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
    def _number(self) -> int:
        """The number of the question marked; 0 for none."""
        row = self.list.cursor
        line = self.found.line(row) if 0 <= row < self.found.count else None
        return line.number if line else 0

    # -- moving ----------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is active, and so shown."""
        if not self.is_mounted:
            return False
        return possible(offers(self), action, parameters)

    def action_move(self, step: int) -> None:
        """Mark another question."""
        self.list.move(step)

    def action_step(self, step: int) -> None:
        """Show the details of another question."""
        self.list.move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first or the last question known."""
        self.list.place(self.found.count - 1 if last else 0)

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

    def action_close(self) -> None:
        """Back from the details to the list."""
        self.reading = False
        self._arrange()

    def action_scroll(self, lines: int) -> None:
        """Scroll the details by so many lines; ten stand for a page."""
        page = self.query_one("#details")
        step = lines if abs(lines) == 1 else lines // 10 * max(page.size.height - 2, 1)
        page.scroll_relative(y=step, animate=False)

    def action_read_on(self) -> None:
        """Scroll the details beside the list by a page, and from their end to the top."""
        page = self.query_one("#details")
        if page.scroll_y >= page.max_scroll_y:
            page.scroll_home(animate=False)
        else:
            page.scroll_relative(y=max(page.size.height - 2, 1), animate=False)

    # -- searching and sifting ---------------------------------------------------------------

    def action_search(self) -> None:
        """Go into the search field."""
        self.mode = "search"
        field = self.query_one(SearchField)
        field.focus()
        field.cursor_position = len(field.value)
        self._offer()

    def action_leave(self) -> None:
        """Leave a field, or let a question be."""
        self.mode = "list"
        self.query_one(NoteForm).close()
        self._hush()
        self._offer()

    def on_descendant_focus(self) -> None:
        """A click went into the search field."""
        if self.query_one(SearchField).has_focus and self.mode != "search":
            self.action_search()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if isinstance(event.input, SearchField) and event.value == event.input.value:
            self._ask_for(self.query_for._replace(text=event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave()
        if isinstance(event.input, NoteField):
            self._do(lambda number: self.browsing.write_note(number, event.value))

    def action_clear(self) -> None:
        """Find everything again."""
        self.query_one(SearchField).value = ""
        self._ask_for(EVERYTHING)

    def action_next_form(self, step: int) -> None:
        """Sift by the next form."""
        place = (FORMS.index(self.query_for.form) + step) % len(FORMS)
        self._ask_for(self.query_for._replace(form=FORMS[place]))

    def action_next_state(self, step: int) -> None:
        """Sift by the next state."""
        self.action_state((STATES.index(self.query_for.state) + step) % len(STATES))

    def action_state(self, place: int) -> None:
        """Sift by a state; 0 is any."""
        self._ask_for(self.query_for._replace(state=STATES[place]))

    def action_choose_pack(self) -> None:
        """Choose a pack to sift by."""
        packs = self.browsing.packs()
        names = ["", *(name for name, _ in packs)]
        rows = [("All packs", ""), *((title, name) for name, title in packs)]
        chosen = [Query(pack=name) for name in names]
        self._choose("Which pack?", rows, chosen)

    def action_choose_topic(self) -> None:
        """Choose a topic to sift by, of the chosen pack or of all."""
        topics = self.browsing.topics(self.query_for.pack)
        rows = [("All topics", "")]
        rows += [(title, self.browsing.title(pack)) for pack, _, title in topics]
        chosen = [Query(pack=self.query_for.pack)]
        chosen += [Query(pack=pack, topic=name) for pack, name, _ in topics]
        self._choose("Which topic?", rows, chosen)

    def _choose(self, title: str, rows: Sequence[tuple[str, str]], chosen: Sequence[Query]) -> None:
        from quizapp.tui.screens.choose import ChooseScreen, Entry

        query = self.query_for
        place = Query(pack=query.pack, topic=query.topic)
        near = [one for one in (place, Query(pack=query.pack)) if one in chosen]
        current = chosen.index(near[0]) if near else 0

        def take(place: int | None) -> None:
            if place is not None and place >= 0:
                one = chosen[place]
                self._ask_for(query._replace(pack=one.pack, topic=one.topic))

        self.app.push_screen(ChooseScreen(title, [Entry(*row) for row in rows], current), take)

    # -- what is done to a question ------------------------------------------------------------

    def _hush(self) -> None:
        self.query_one(Said).say("")

    def _do(self, change: Callable[[int], Change]) -> None:
        """Change the question marked, say so, and keep how to undo it."""
        number, row = self._number, self.list.cursor
        if not number:
            return
        try:
            done = change(number)
        except QuizError as error:
            self.query_one(Said).say(str(error))
            return
        self.done.append(Undo(done, row))
        self._find(row)
        self.query_one(Said).say(f"{done.words} u undoes it.")

    def action_suspend(self) -> None:
        """Take the question out of the schedule, or put it back."""
        self._do(self.browsing.suspend)

    def action_flag(self) -> None:
        """Flag the question, or take its flag away."""
        self._do(self.browsing.flag)

    def action_note(self) -> None:
        """Write a note on the question."""
        if self._number:
            self.mode = "note"
            self._hush()
            self.query_one(NoteForm).open(self.browsing.note(self._number))
            self._offer()

    def action_forget(self) -> None:
        """Ask whether to start over with the question."""
        if self._number:
            self.mode = "ask"
            self.query_one(Said).say(
                "Start over with this question? It will be new again; its history is kept.",
                yes=("Start over", "forget_now"),
                no=("Keep it", "leave"),
            )
            self._offer()

    def action_forget_now(self) -> None:
        """Start over."""
        self.action_leave()
        self._do(self.browsing.forget)

    def action_undo(self) -> None:
        """Undo what was done last, and go to the question it was done to."""
        if not self.done:
            return
        last = self.done.pop()
        try:
            last.change.undo()
        except QuizError as error:
            self.query_one(Said).say(str(error))
            return
        self._find(last.row)
        self.query_one(Said).say("Undone.")

    def action_study(self) -> None:
        """Study just the question marked."""
        from quizapp.tui.screens.single import SingleScreen

        if not self._number:
            return
        try:
            session = self.browsing.study_now(self._number)
        except QuizError as error:
            self.query_one(Said).say(str(error))
            return
        self.app.push_screen(SingleScreen(session))

    def action_study_marked(self) -> None:
        """The same from the list."""
        self.action_study()


def _warm() -> None:
    """Load what the chance of recall is worked out with."""
    import fsrs  # noqa: F401
