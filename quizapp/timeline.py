"""The timeline: the dated facts of all packs in order, which keep to themselves what is to learn.

Which days of a question belong here is decided where the catalog keeps them, in `packs.dating`:
events, states that began or ended on a day, and what a wording says of a whole day; a mere "as of"
of what is no event does not.

Nothing that is still to be learned, or due again today, is given away. Where the day itself is a
question's answer, the day stands there with the topic alone; else the question stands there
without its answer. Whoever wants to see the other half asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from quizapp.finding import ask_text
from quizapp.packs.dating import HAPPENED, SO, UNTIL, DatedRow
from quizapp.store import browse

if TYPE_CHECKING:
    from quizapp.core.question import Prompt, Question
    from quizapp.core.session import Session
    from quizapp.study import Study

PAGE = 24
PAGES_KEPT = 20


class Kind(Enum):
    """What a day is to a fact. The value is how it is said before the day."""

    HAPPENED = "on"
    SO = "as of"
    UNTIL = "until"


_KINDS = {HAPPENED: Kind.HAPPENED, SO: Kind.SO, UNTIL: Kind.UNTIL}


class Entry(NamedTuple):
    """A question on a day. `known`: the learner has learned it, and it is not due today.

    `wording` is the number of the wording that is told here.
    """

    day: date
    kind: Kind
    number: int
    pack: str
    pack_title: str
    topic_title: str
    id: str
    ask: str
    answer: str
    why: str
    known: bool
    wording: int = 0

    @property
    def asks_for_the_day(self) -> bool:
        """True where the day is the answer, so that the question is what is kept back."""
        return self.kind is Kind.HAPPENED

    def line(self, *, told: bool) -> str:
        """The fact in one line: its question or, where that is kept back, the topic it is of."""
        if told or not self.asks_for_the_day:
            return self.ask
        return f"{self.topic_title} · still to learn" if self.topic_title else "still to learn"


class Timeline:
    """The use cases of the timeline. They share the data file and the library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._database = study.database
        self._library = study.library
        self._pages: dict[int, tuple[Entry | None, ...]] = {}
        self._titles: dict[str, str] = {}
        self._topics: dict[tuple[str, str], str] = {}
        self.count = self._library.count_dates()

    def refresh(self) -> None:
        """Something was learned, or packs changed: all is looked up anew."""
        self._pages.clear()
        self._titles.clear()
        self._topics.clear()
        self.count = self._library.count_dates()

    def entry(self, row: int) -> Entry | None:
        """The entry in a row below `count`, oldest first; None where its question has gone."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            rows = self._library.dates(number * PAGE, PAGE, self.count)
            page = self._pages[number] = tuple(self._entry(row) for row in rows)
        return page[place] if place < len(page) else None

    def all(self) -> Iterator[Entry]:
        """Every entry, one by one."""
        return self.between(date.min, date.max)

    def between(self, first: date, last: date) -> Iterator[Entry]:
        """Every entry from one day to another, both of them in it; no other is looked up."""
        after = self.count if last == date.max else self.first_from(last + timedelta(days=1))
        for row in range(self.first_from(first), after):
            entry = self.entry(row)
            if entry is not None:
                yield entry

    def first_from(self, day: date) -> int:
        """The first row whose day is not before this one; `count` where there is none."""
        return self._library.count_dates(before=day)

    def study_now(self, entry: Entry) -> Session:
        """A session of just this question, due or not, asked in the wording that is told here.

        It moves the schedule. Raises QuizError.
        """
        return self._study.only(entry.number, entry.wording)

    def _entry(self, dated: DatedRow) -> Entry | None:
        from quizapp.core.grading import expected_text

        row = browse.named(self._database, dated.pack, dated.id)
        question = self._library.question(dated.pack, dated.id) if row else None
        if row is None or question is None:
            return None
        prompt = _prompt_on(dated, question)
        waits = row.due is None or (row.due <= self._study.day() and not row.suspended)
        return Entry(
            day=dated.day,
            kind=_KINDS[dated.kind],
            number=row.number,
            pack=dated.pack,
            pack_title=self._title(dated.pack),
            topic_title=self._topic_title(dated.pack, question.topic),
            id=dated.id,
            ask=ask_text(prompt),
            answer=expected_text(prompt.answer),
            why=question.why,
            known=not waits,
            wording=question.prompts.index(prompt),
        )

    def _title(self, pack: str) -> str:
        if not self._titles:
            self._titles = self._library.titles()
        return self._titles.get(pack, pack)

    def _topic_title(self, pack: str, topic: str) -> str:
        if not self._topics:
            self._topics = {(one.pack, one.id): one.title for one in self._library.topics()}
        return self._topics.get((pack, topic), "")


def _prompt_on(dated: DatedRow, question: Question) -> Prompt:
    """The wording that a day belongs to: where it is an answer, the one that it answers."""
    if dated.kind == HAPPENED:
        for prompt in question.prompts:
            if getattr(prompt.answer, "value", None) == dated.day:
                return prompt
    return question.prompts[0]
