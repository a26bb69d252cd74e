"""Looking back and ahead: what was studied when, what is to come, what is known and what is hard.

Each part is asked for by itself and reads one index, one row a day, or every memory once.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core import progress as reckon
from quizapp.core.day import Streak, frozen_days, streak
from quizapp.core.progress import Calendar, DaySum, Mastery, Month, Sums, Week
from quizapp.store import progress, questions, reviews, topics
from quizapp.store.ahead import any_memory
from quizapp.study import Study, TopicRef

if TYPE_CHECKING:
    from quizapp.finding import Query

__all__ = [
    "Ahead",
    "Calendar",
    "DaySum",
    "HardQuestion",
    "Mastery",
    "Month",
    "PlayedRound",
    "Progress",
    "Retained",
    "Studied",
    "Sums",
    "Topic",
    "Week",
]

DAYS_AHEAD = 30
LATELY = 30
"""Days that "lately" means where retention is told."""
HARDEST = 50
ROUNDS = 60
"""The newest rounds that are told one by one."""


class Studied(NamedTuple):
    """Every study day with a reply, oldest first, and what they come to.

    `streak` is the run of days now, `longest` how many days the longest ever had.
    """

    today: date
    days: tuple[DaySum, ...]
    calendar: Calendar
    year: Sums
    total: Sums
    streak: Streak
    longest: int

    @property
    def year_days(self) -> int:
        """On how many days of the last 365 anything was replied."""
        return sum(1 for cell in self.calendar.cells if cell.replies)


class Ahead(NamedTuple):
    """What falls due on each of the next 30 days, today first, with what is `overdue` in it.

    `limit` is how many reviews a day asks at most, `pace` how many seconds one takes.
    """

    today: date
    due: tuple[int, ...]
    overdue: int
    limit: int
    pace: float


class Retained(NamedTuple):
    """The wanted retention, 0.8-0.97, and the sums of what was reached."""

    wanted: float
    lately: Sums
    year: Sums
    total: Sums
    weeks: tuple[Week, ...]


class Topic(NamedTuple):
    """A topic of an installed pack."""

    ref: TopicRef
    title: str
    pack_title: str


class HardQuestion(NamedTuple):
    """A question that was forgotten `lapses` times in `replies`.

    `difficulty` is 1-10, `stability` in days.
    """

    number: int
    ref: TopicRef
    id: str
    ask: str
    answer: str
    lapses: int
    replies: int
    difficulty: float
    stability: float


class PlayedRound(NamedTuple):
    """A finished round; `setup` says of what, how long and by which clock."""

    when: datetime
    setup: str
    right: int
    total: int
    points: int
    seconds: float

    @property
    def share(self) -> float:
        """The part that was right, 0-1."""
        return self.right / self.total if self.total else 0.0


class Progress:
    """The use cases of Progress. They share the data file and the library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._database = study.database
        self._library = study.library
        self._days: tuple[DaySum, ...] | None = None

    @property
    def today(self) -> date:
        """The study day it is now."""
        return self._study.day()

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._days = None

    def days(self) -> tuple[DaySum, ...]:
        """Every study day with a finished reply, oldest first; read once."""
        if self._days is None:
            self._days = progress.days(self._database, self.today)
        return self._days

    def studied(self) -> Studied:
        """The calendar of the last year, and what all the days come to."""
        today, days = self.today, self.days()
        newest_first = [one.day for one in reversed(days)]
        run = streak(newest_first, today)
        frozen = frozen_days(newest_first).union(run.frozen)
        return Studied(
            today=today,
            days=days,
            calendar=reckon.calendar(days, today, frozen),
            year=reckon.total(reckon.within(days, today, reckon.YEAR)),
            total=reckon.total(days),
            streak=run,
            longest=reckon.longest_streak(newest_first, frozen),
        )

    @property
    def begun(self) -> bool:
        """True once anything was replied or learned."""
        return bool(self.days()) or any_memory(self._database)

    def total(self) -> Sums:
        """Everything that was ever replied."""
        return reckon.total(self.days())

    def months(self, count: int) -> tuple[Month, ...]:
        """The last so many calendar months, oldest first, this one among them."""
        return reckon.months(self.days(), self.today, count)

    def weeks(self, count: int) -> tuple[Week, ...]:
        """The last so many weeks, oldest first, this one among them."""
        return reckon.weeks(self.days(), self.today, count)

    def ahead(self) -> Ahead:
        """What falls due in the next 30 days, as the schedule stands now."""
        today = self.today
        found = progress.due_by_day(self._database, today, DAYS_AHEAD)
        return Ahead(
            today=today,
            due=reckon.ahead(found, today, DAYS_AHEAD),
            overdue=sum(count for day, count in found.items() if day < today),
            limit=self._study.choices.reviews_a_day,
            pace=reviews.pace(self._database, today),
        )

    def retained(self, weeks: int) -> Retained:
        """The retention that is wanted, and what was reached lately, in a year and in all."""
        today, days = self.today, self.days()
        return Retained(
            wanted=self._study.retention,
            lately=reckon.total(reckon.within(days, today, LATELY)),
            year=reckon.total(reckon.within(days, today, reckon.YEAR)),
            total=reckon.total(days),
            weeks=self.weeks(weeks),
        )

    # Topics and questions

    def mastery(self) -> Mastery:
        """How well all questions are known."""
        return progress.mastery(self._database)

    def topics(self) -> tuple[Topic, ...]:
        """Every topic, in the packs' order; how well it is known is asked for one by one."""
        titles = self._library.titles()
        return tuple(
            Topic(TopicRef(one.pack, one.id), one.title, titles.get(one.pack, one.pack))
            for one in self._library.topics()
        )

    def topic_mastery(self, ref: TopicRef) -> Mastery:
        """How well a topic is known. The cost is that of its questions."""
        from quizapp.core.memory import STRONG_STABILITY

        number = questions.topic_number(self._database, *ref)
        if number is None:
            return Mastery()
        return Mastery(*topics.counts(self._database, number, STRONG_STABILITY))

    def hardest(self, limit: int = HARDEST) -> tuple[HardQuestion, ...]:
        """The questions that were forgotten most often, as far as their packs still have them."""
        from quizapp.core.grading import expected_text
        from quizapp.finding import ask_text

        found = []
        for one in progress.hardest(self._database, limit):
            question = self._library.question(one.pack, one.id)
            if question is not None:
                found.append(
                    HardQuestion(
                        number=one.number,
                        ref=TopicRef(one.pack, one.topic),
                        id=one.id,
                        ask=ask_text(question.prompts[0]),
                        answer=expected_text(question.prompts[0].answer),
                        lapses=one.lapses,
                        replies=one.replies,
                        difficulty=one.difficulty,
                        stability=one.stability,
                    )
                )
        return tuple(found)

    def place(self, question: HardQuestion) -> tuple[Query, int]:
        """Where Browse has a question: what to look for, and the row in what it finds."""
        from quizapp.finding import Query

        query = Query(pack=question.ref.pack, topic=question.ref.topic)
        return query, progress.place_in_topic(self._database, question.number)

    # Rounds

    def rounds(self, limit: int = ROUNDS) -> tuple[PlayedRound, ...]:
        """The newest finished rounds, oldest of them first."""
        return tuple(
            PlayedRound(
                when=datetime.fromtimestamp(one.at / 1000).astimezone(),
                setup=one.setup,
                right=one.passed,
                total=one.total,
                points=one.points,
                seconds=one.took / 1000,
            )
            for one in progress.newest_rounds(self._database, limit)
        )

    def count_rounds(self) -> int:
        """How many rounds were ever finished."""
        return progress.count_rounds(self._database)
