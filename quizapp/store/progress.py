"""What Progress tells, as the data file has it: daily sums, what falls due, the hardest, rounds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.progress import DaySum, Mastery, Sums, forgotten
from quizapp.store.reviews import standing

if TYPE_CHECKING:
    from quizapp.store.database import Database


SIFTED = 3
"""So many are looked at for each one told: what was missed need not have been known before."""


class Hard(NamedTuple):
    """A question that was known and forgotten, `lapses` times of its `replies` in the schedule.

    `difficulty` is 1-10, `stability` in days.
    """

    number: int
    pack: str
    id: str
    topic: str
    lapses: int
    replies: int
    difficulty: float
    stability: float


class RoundRow(NamedTuple):
    """A finished round. `at` is Unix time and `took` a time, both in milliseconds."""

    setup: str
    at: int
    points: int
    passed: int
    total: int
    took: int


def days(database: Database, today: date) -> tuple[DaySum, ...]:
    """Every study day up to today with a finished reply, oldest first: one row a day."""
    rows = database.connection.execute(
        "SELECT day, replies, passed, took, asked, kept FROM daily "
        "WHERE replies > 0 AND day <= :day ORDER BY day",
        {"day": today.toordinal()},
    )
    return tuple(DaySum(date.fromordinal(row[0]), Sums(*row[1:])) for row in rows)


def due_by_day(database: Database, today: date, count: int) -> dict[date, int]:
    """How much falls due on each day before the end of `count` days from today, overdue and all.

    By index alone.
    """
    rows = database.connection.execute(
        "SELECT due, count(*) FROM memory WHERE active AND due < :until GROUP BY due",
        {"until": (today + timedelta(days=count)).toordinal()},
    )
    return {date.fromordinal(day): int(many) for day, many in rows}


def hardest(database: Database, limit: int) -> tuple[Hard, ...]:
    """The questions forgotten most often, the more difficult of equals first.

    Reads every memory once, and the log of those missed most often; suspended questions and those
    that have gone are left out.
    """
    missed = (_forgotten(database, one) for one in _most_missed(database, SIFTED * limit))
    found = [one for one in missed if one.lapses]
    found.sort(key=lambda one: (-one.lapses, -one.difficulty, one.number))
    return tuple(found[:limit])


def lapses(database: Database, question: int, missed: int) -> int:
    """How often a question was forgotten; `missed` times, where the log has no replies of it."""
    ratings = standing(database.connection, question)
    return forgotten(int(rating) for rating, _ in ratings) if ratings else missed


def _forgotten(database: Database, one: Hard) -> Hard:
    return one._replace(lapses=lapses(database, one.number, one.lapses))


def _most_missed(database: Database, limit: int) -> tuple[Hard, ...]:
    """The questions that were missed most often, known before or not."""
    rows = database.connection.execute(
        "SELECT hard, question.pack, question.id, topic.id, lapses, replies, difficulty, "
        "stability FROM (SELECT question AS hard, lapses, replies, difficulty, stability "
        "FROM memory WHERE active AND lapses > 0 "
        "ORDER BY lapses DESC, difficulty DESC, question LIMIT :limit) "
        "JOIN question ON question.number = hard JOIN topic ON topic.number = question.topic "
        "ORDER BY lapses DESC, difficulty DESC, hard",
        {"limit": limit},
    )
    return tuple(Hard(*row) for row in rows)


def place_in_topic(database: Database, number: int) -> int:
    """How many questions of its topic stand before one, as Browse lists them."""
    row = database.connection.execute(
        "SELECT count(*) FROM question WHERE topic = (SELECT topic FROM question "
        "WHERE number = :number) AND installed AND number < :number",
        {"number": number},
    ).fetchone()
    return int(row[0])


def mastery(database: Database) -> Mastery:
    """How well all questions are known, by the topics' sums; the new ones by index."""
    connection = database.connection
    known, held = connection.execute("SELECT total(strong), total(seen) FROM topic_sum").fetchone()
    new = connection.execute(
        "SELECT count(*) FROM question WHERE installed AND NOT suspended AND seen IS NULL"
    ).fetchone()[0]
    return Mastery(int(known), int(held) - int(known), int(new))


def newest_rounds(database: Database, limit: int) -> tuple[RoundRow, ...]:
    """The newest finished rounds, oldest of them first; their ids sort by time."""
    rows = database.connection.execute(
        "SELECT setup, at, points, passed, total, took FROM round ORDER BY id DESC LIMIT :limit",
        {"limit": limit},
    ).fetchall()
    return tuple(RoundRow(*row) for row in reversed(rows))


def count_rounds(database: Database) -> int:
    """How many rounds were finished."""
    return int(database.connection.execute("SELECT count(*) FROM round").fetchone()[0])
