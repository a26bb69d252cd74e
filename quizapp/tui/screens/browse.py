"""Browse: find any question, see what is remembered of it, and decide what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.widgets import Input

from quizapp.browsing import Change, Query, State
from quizapp.core.question import Form
from quizapp.errors import QuizError
from quizapp.tui.screens.browse_keys import BROWSE_KEYS, offers, possible
from quizapp.tui.screens.browse_list import EVERYTHING, BrowseList, Undo
from quizapp.tui.screens.reading import read_on, scroll_by
from quizapp.tui.widgets.asking import NoteField, NoteForm, Said
from quizapp.tui.widgets.sifting import SearchField

STATES = (None, *State)
FORMS = (None, *Form)


class BrowseScreen(BrowseList):
    """A search, four filters, a list and the details of the question marked in it."""

    BINDINGS = BROWSE_KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is active, and so shown."""
        if not self.is_mounted:
            return False
        return possible(offers(self), action, parameters)

    # -- moving --------------------------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """Mark another question."""
        self.list.move(step)

    def action_step(self, step: int) -> None:
        """Show the details of another question."""
        self.list.move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first or the last question known."""
        self.list.place(self.found.count - 1 if last else 0)

    def action_close(self) -> None:
        """Back from the details to the list."""
        self.reading = False
        self._arrange()

    def action_scroll(self, lines: int) -> None:
        """Scroll the details by so many lines; ten stand for a page."""
        scroll_by(self.query_one("#details"), lines)

    def action_read_on(self) -> None:
        """Scroll the details beside the list by a page, and from their end to the top."""
        read_on(self.query_one("#details"))

    # -- searching and sifting -----------------------------------------------------------------

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

    @on(NoteForm.Left)
    def _left_note(self) -> None:
        self.action_leave()

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

    def action_clear_search(self) -> None:
        """Look for what was looked for before a search was typed; the filters stay."""
        self.query_one(SearchField).value = self.asked_for.text
        self._ask_for(self.query_for._replace(text=self.asked_for.text))

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
