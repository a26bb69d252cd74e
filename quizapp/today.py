"""What is to do today, worked out from indexes alone.

It stands apart from studying so that `sco-quiz due` loads next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.day import streak, study_day
from quizapp.store import questions, reviews, settings, updates

if TYPE_CHECKING:
    from quizapp.packs.library import Library
    from quizapp.store.database import Database

NEW_A_DAY = 10
REVIEWS_A_DAY = 100
DAY_START = 4
_NO_SAVING = "Playing without saving: nothing of this is kept."


class Today(NamedTuple):
    """What is to do today, and where the learner stands.

    `due` is what today's session takes of the `waiting` ones; `new` what it introduces; `again`
    what was missed today, in a session or in a round, and comes back. With nothing left,
    `next_due` is the next day on which something is due, with how much, and how much is new.
    `streak` counts the study days in a row, over `frozen` missed ones that were bridged. Of
    `changed` questions the learner is still to be told that their answer is another now. Where
    the calendar is a day ahead already, `ends` is the hour at which the study day does end. Where
    nothing is left, `beyond` is how many new questions can be learned beyond the day's limit.
    """

    day: date
    due: int
    waiting: int
    new: int
    again: int
    done: int
    streak: int
    minutes: int
    questions: int
    packs: int
    next_due: date | None
    next_count: int
    next_new: int
    problems: int
    warning: str
    frozen: int = 0
    changed: int = 0
    ends: int | None = None
    beyond: int = 0

    @property
    def left(self) -> int:
        """How many questions today's session still has."""
        return self.due + self.new + self.again


class Choices:
    """The learner's settings that steer studying, read once."""

    def __init__(self, database: Database) -> None:
        self._kept = settings.all_settings(database)

    def number(self, name: str, default: float, least: float, most: float) -> float:
        """A number the learner chose, held within its bounds."""
        try:
            return min(max(float(self._kept.get(name, default)), least), most)
        except ValueError:
            return default

    def text(self, name: str, default: str) -> str:
        """A word the learner chose."""
        return self._kept.get(name, default)

    @property
    def new_a_day(self) -> int:
        """How many questions are introduced on a study day."""
        return int(self.number("new-a-day", NEW_A_DAY, 0, 9999))

    @property
    def further(self) -> int:
        """How many new questions going beyond the limit adds: as many as a day brings."""
        return self.new_a_day or NEW_A_DAY

    @property
    def reviews_a_day(self) -> int:
        """How many due questions a study day asks."""
        return int(self.number("reviews-a-day", REVIEWS_A_DAY, 0, 9999))

    @property
    def day_start(self) -> int:
        """The hour at which a study day begins, 0-23."""
        return int(self.number("day-start", DAY_START, 0, 23))

    def day(self, now: datetime) -> date:
        """The study day of a moment in local time."""
        return study_day(now, rollover_hour=self.day_start)


def in_step(database: Database, library: Library) -> bool:
    """True where the data file knows the packs as they are installed."""
    return questions.known_packs(database) == library.fingerprints()


def look(database: Database, library: Library, choices: Choices, day: date) -> Today:
    """What is to do on a study day. The cost does not grow with the library or the log."""
    replied = list(reviews.of_day(database, day))
    again = len(missed_today(replied)) + _added(database, replied, day)
    waiting = questions.count_due(database, day)
    new_left, due_left = room(database, choices, replied, day)
    due = min(waiting, due_left)
    new = questions.count_new(database, new_left)
    packs, total, problems = library.count()
    coming = None if due or new or again else questions.next_due(database, day)
    seconds = (due + new + again) * reviews.pace(database, day)
    run = streak(reviews.days_back(database, day), day)
    return Today(
        day=day,
        due=due,
        waiting=waiting,
        new=new,
        again=again,
        done=reviews.replies_on(database, day),
        streak=run.days,
        frozen=len(run.frozen),
        minutes=-int(-seconds // 60),
        questions=total,
        packs=packs,
        next_due=coming[0] if coming else None,
        next_count=coming[1] if coming else 0,
        next_new=questions.count_new(database, choices.new_a_day) if coming else 0,
        problems=problems,
        warning="" if database.saving else _NO_SAVING,
        changed=updates.count_pending(database),
        beyond=0 if due or new or again else questions.count_new(database, choices.further),
    )


def room(
    database: Database, choices: Choices, replied: Sequence[reviews.Standing], day: date
) -> tuple[int, int]:
    """How many new and how many due questions the daily limits still allow.

    Those whose answer changed are asked like new ones, but within the limit of due ones.
    """
    numbers = {one.question for one in replied}
    fresh = questions.introduced(database, numbers, day)
    due_left = max(0, choices.reviews_a_day - (len(numbers) - fresh))
    changed = updates.count_to_relearn(database, due_left)
    return max(0, choices.new_a_day - fresh, changed), due_left


def missed_today(replied: Iterable[reviews.Standing]) -> list[int]:
    """The questions whose last reply of the day was rated Again."""
    last: dict[int, int] = {}
    for one in replied:
        last.pop(one.question, None)
        last[one.question] = one.rating
    return [number for number, rating in last.items() if rating == 1]


def _added(database: Database, replied: Sequence[reviews.Standing], day: date) -> int:
    """How many questions were put into today by hand and are still to ask."""
    added = {one: since for one, since in questions.plan(database, day).items() if since}
    last = {one.question: one.at for one in replied}
    missed = set(missed_today(replied))
    return sum(last.get(one, -1) < since and one not in missed for one, since in added.items())
