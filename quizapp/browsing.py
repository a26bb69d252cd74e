"""Browsing: find any question, see what is remembered of it, and decide what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.standing import State, bits, standing
from quizapp.errors import QuizError, UsageError
from quizapp.finding import PAGE, Found, InCatalog, InRegister, Line, Query, ask_text
from quizapp.packs.searching import Wanted, words_of
from quizapp.store import browse, notes, progress, questions, reviews
from quizapp.store.browse import Past, Sieve
from quizapp.study import Study

if TYPE_CHECKING:
    from quizapp.core.memory import Memory
    from quizapp.core.question import Question
    from quizapp.core.session import Session

__all__ = ["Browsing", "Change", "Details", "Found", "Line", "Past", "Query", "State"]

NEWEST = 100
"""How many rows of a question's history are told."""
GONE = "this question is not installed any more"


class Details(NamedTuple):
    """All there is to say of a question. `recall` is the chance, 0-1, that it is known today.

    `lapses` counts how often it was known and forgotten; `sources` are lines of text; `past` is
    newest first, with `earlier` rows not told.
    """

    line: Line
    question: Question
    pack_title: str
    topic_title: str
    sources: tuple[str, ...]
    successor: str
    memory: Memory | None
    recall: float | None
    past: tuple[Past, ...]
    earlier: int
    note: str
    lapses: int = 0


class Change(NamedTuple):
    """Something that was done to a question, told in `words`, and how to undo it."""

    number: int
    words: str
    undo: Callable[[], None]


class Browsing:
    """The use cases of browsing. They share the data file and the library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._database = study.database
        self._library = study.library
        self._titles: dict[tuple[str, str], str] = {}

    # Finding

    def find(self, query: Query) -> Found:
        """What a query finds; nothing of it is read yet but, where the register knows, a count."""
        topics = None
        if query.pack:
            topics = browse.topic_numbers(self._database, query.pack, query.topic)
        sieve = Sieve(self._study.day(), query.state, topics)
        if not words_of(query.text) and query.form is None:
            return InRegister(self._database, self._library, sieve, self.line)
        forms = bits((query.form,)) if query.form else 0
        wanted = Wanted(" ".join(words_of(query.text)), forms, query.pack, query.topic)
        return InCatalog(self._database, self._library, wanted, sieve, self.line)

    def all_of(self, query: Query) -> Iterator[Line]:
        """Every question that a query finds, one by one."""
        found = self.find(query)
        row = 0
        while True:
            found.gather(row + PAGE)
            while row < found.count:
                line = found.line(row)
                row += 1
                if line is not None:
                    yield line
            if found.complete:
                return

    def packs(self) -> tuple[tuple[str, str], ...]:
        """(id, title) of each installed pack."""
        return tuple((pack.id, pack.title) for pack in self._library.packs() if not pack.problems)

    def topics(self, pack: str = "") -> tuple[tuple[str, str, str], ...]:
        """(pack, id, title) of each topic, of one pack or of all."""
        found = (topic for topic in self._library.topics() if pack in ("", topic.pack))
        return tuple((topic.pack, topic.id, topic.title) for topic in found)

    def find_pack(self, text: str) -> str:
        """The id of the pack a learner names by id or title. Raises UsageError where none is."""
        wanted = text.strip().casefold()
        known = self.packs()
        for name, title in known:
            if wanted in (name, title.casefold()):
                return name
        names = ", ".join(name for name, _ in known[:30])
        raise UsageError(f'there is no pack "{text}"; packs: {names}')

    # One question

    def line(self, number: int) -> Line | None:
        """A question as a list shows it; None where it is not installed."""
        found = self._read(number)
        return found[0] if found else None

    def _read(self, number: int) -> tuple[Line, Question] | None:
        from quizapp.core.grading import expected_text

        row = browse.row(self._database, number)
        question = self._library.question(row.pack, row.id) if row else None
        if row is None or question is None:
            return None
        prompt = question.prompts[0]
        state = standing(row.stability, suspended=row.suspended)
        coming = None if row.suspended else row.due
        line = Line(
            number=number,
            pack=row.pack,
            id=row.id,
            ask=ask_text(prompt),
            answer=expected_text(prompt.answer),
            standing=state,
            due=coming is not None and coming <= self._study.day(),
            flagged=row.flagged,
            next=coming,
        )
        return line, question

    def details(self, number: int) -> Details:
        """All there is to say of a question. Raises QuizError where it has gone."""
        from quizapp.core.memory import recall
        from quizapp.core.question import Asked, Form, PackId

        found = self._read(number)
        if found is None:
            raise QuizError(GONE)
        line, question = found
        memory = reviews.memory(self._database, number)
        past, earlier = browse.history(self._database, number, NEWEST)
        asked = Asked(PackId(line.pack), question, question.prompts[0], Form.TYPED)
        return Details(
            line=line,
            question=question,
            pack_title=self.title(line.pack),
            topic_title=self.title(line.pack, question.topic),
            sources=tuple(self._study.source_text(asked).splitlines()),
            successor=self._successor(line.pack, question),
            memory=memory,
            recall=recall(
                memory,
                self._study.day(),
                retention=self._study.retention,
                weights=self._study.weights,
            )
            if memory
            else None,
            past=tuple(past),
            earlier=earlier,
            note=notes.note(self._database, number),
            lapses=progress.lapses(self._database, number, memory.lapses) if memory else 0,
        )

    def title(self, pack: str, topic: str = "") -> str:
        """The title of a pack or of its topic, all read once."""
        if not self._titles:
            self._titles = {(name, ""): title for name, title in self.packs()}
            self._titles |= {(name, one): title for name, one, title in self.topics()}
        return self._titles.get((pack, topic), topic or pack)

    def _successor(self, pack: str, question: Question) -> str:
        later = self._library.question(pack, question.replaced_by) if question.replaced_by else None
        return ask_text(later.prompts[0]) if later else ""

    def study_now(self, number: int) -> Session:
        """A session of just this question, whether it is due or not; it moves the schedule.

        Raises QuizError where it is suspended or has gone.
        """
        return self._study.only(number)

    # What can be done to it; each can be undone

    def suspend(self, number: int) -> Change:
        """Take a question out of the schedule, or put it back where it is out already."""
        row = self._row(number)
        out = not row.suspended
        questions.suspend(self._database, number, out)
        words = "Suspended: it is not asked any more." if out else "Put back into the schedule."
        return Change(
            number, words, lambda: questions.suspend(self._database, number, row.suspended)
        )

    def flag(self, number: int) -> Change:
        """Flag a question as doubtful, or take its flag away."""
        row = self._row(number)
        browse.set_flag(self._database, number, not row.flagged)
        words = "Not flagged any more." if row.flagged else "Flagged."
        return Change(number, words, lambda: browse.set_flag(self._database, number, row.flagged))

    def note(self, number: int) -> str:
        """The learner's own line on a question, "" for none."""
        return notes.note(self._database, number)

    def write_note(self, number: int, text: str) -> Change:
        """Keep a line of the learner's own with a question; "" takes it away."""
        self._row(number)
        former = notes.note(self._database, number)
        kept = notes.keep_note(self._database, number, text)
        words = "Note kept." if kept else "There is no note any more."

        def undo() -> None:
            notes.keep_note(self._database, number, former)

        return Change(number, words, undo)

    def forget(self, number: int) -> Change:
        """Start over with a question: it is new again. Its history stays in the log.

        Raises QuizError where there is nothing to forget.
        """
        if reviews.memory(self._database, number) is None:
            raise QuizError("this question is new already, so there is nothing to start over")
        self._row(number)
        row = self._log_row(number, reviews.RESET)
        browse.start_over(self._database, row, retention=self._study.retention)
        return Change(number, "Started over: it is new again.", lambda: self._remember(row))

    def _remember(self, reset: reviews.Review) -> None:
        row = self._log_row(reset.question, reviews.UNDO)._replace(
            verdict="undone", replaces=reset.id
        )
        browse.start_over(self._database, row, retention=self._study.retention)

    def _log_row(self, number: int, mode: str) -> reviews.Review:
        study = self._study
        return reviews.Review(
            study.new_id(), number, study.milliseconds(), study.day(), mode, device=study.device
        )

    def _row(self, number: int) -> browse.Row:
        row = browse.row(self._database, number)
        if row is None:
            raise QuizError(GONE)
        return row
