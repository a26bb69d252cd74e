"""The log of replies and what is derived from it: memories and daily sums."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quizapp.store import updates

if TYPE_CHECKING:
    from quizapp.core.memory import Memory, Rating
    from quizapp.store.database import Database

STUDY, PRACTICE, UNDO, RESET = "study", "practice", "undo", "reset"
ANSWER = "answer"
"""The form of a reset that a changed answer brought: its reply holds the keys of the former and
of the new answer. A memory belongs to an answer, so it comes back where the answer does."""
_EPOCH = date(1970, 1, 1).toordinal()


class Review(NamedTuple):
    """One row of the log, ready to be written.

    `at` is Unix time and `took` a time, both in milliseconds; `gap` counts the study days since
    the question's last reply, None at its first.
    """

    id: bytes
    question: int
    at: int
    day: date
    mode: str
    form: str = ""
    wording: int = 0
    reply: tuple[str, ...] = ()
    verdict: str = ""
    rating: Rating | None = None
    took: int = 0
    device: str = ""
    replaces: bytes | None = None
    gap: int | None = None


def review_id(microseconds: int, chance: bytes) -> bytes:
    """A UUIDv7 (RFC 9562, section 5.7, method 3) of a Unix time and ten random bytes.

    The twelve bits after the milliseconds hold the fraction, so ids made in one millisecond
    still sort by time.
    """
    milliseconds, rest = divmod(microseconds, 1000)
    fraction = rest * 4096 // 1000
    head = milliseconds.to_bytes(6, "big") + (0x7000 | fraction).to_bytes(2, "big")
    return head + bytes([0x80 | chance[0] & 0x3F]) + chance[1:8]


def add(database: Database, row: Review, after: Memory | None) -> None:
    """Log a reply and keep the memory after it, in one transaction; both are on disk afterwards.

    `after` is None for practice, which moves no memory.
    """
    with database.transaction() as connection:
        _insert(connection, row)
        if after is not None:
            _put_memory(connection, row.question, after)
            if after.replies == 1:
                connection.execute(
                    "UPDATE question SET seen = :day WHERE number = :number",
                    {"day": row.day.toordinal(), "number": row.question},
                )
                updates.relearned(connection, row.question)
        _count(connection, row, 1)


def replace(database: Database, row: Review, former: Review, *, retention: float) -> Memory | None:
    """Log a row that takes `former` back (an undo, or a new rating) and replay that question."""
    with database.transaction() as connection:
        _insert(connection, row)
        _count(connection, former, -1)
        if row.mode != UNDO:
            _count(connection, row, 1)
        return _replay(connection, row.question, retention=retention)


def reset(connection: sqlite3.Connection, row: Review, *, retention: float) -> None:
    """Log, inside a transaction, that a question is learned anew from here on."""
    _insert(connection, row)
    _replay(connection, row.question, retention=retention)


def _insert(connection: sqlite3.Connection, row: Review) -> None:
    from json import dumps

    connection.execute(
        "INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *row[:3],
            row.day.toordinal(),
            *row[4:7],
            dumps(row.reply, ensure_ascii=False),
            row.verdict,
            None if row.rating is None else int(row.rating),
            *row[10:],
        ),
    )


def _count(connection: sqlite3.Connection, row: Review, sign: int) -> None:
    passed = row.verdict in {"right", "nearly"}
    asked = row.mode == STUDY and row.rating is not None and (row.gap or 0) > 0
    connection.execute(
        "INSERT INTO daily VALUES (:day, :replies, :passed, :took, :asked, :kept) "
        "ON CONFLICT (day) DO UPDATE SET replies = replies + excluded.replies, "
        "passed = passed + excluded.passed, took = took + excluded.took, "
        "asked = asked + excluded.asked, kept = kept + excluded.kept",
        {
            "day": row.day.toordinal(),
            "replies": sign,
            "passed": sign * passed,
            "took": sign * row.took,
            "asked": sign * asked,
            "kept": sign * (asked and row.rating != 1),
        },
    )


_MEMORY = "stability, difficulty, due, last, replies, lapses"


def _memory(row: tuple[float, float, int, int, int, int]) -> Memory:
    from quizapp.core.memory import Memory

    stability, difficulty, due, last, replies, lapses = row
    return Memory(
        stability,
        difficulty,
        date.fromordinal(due),
        date.fromordinal(last),
        replies,
        lapses,
    )


def memory(database: Database, question: int) -> Memory | None:
    """What is remembered of a question; None before its first reply."""
    row = database.connection.execute(
        f"SELECT {_MEMORY} FROM memory WHERE question = :question", {"question": question}
    ).fetchone()
    return _memory(row) if row else None


def _put_memory(connection: sqlite3.Connection, question: int, memory: Memory | None) -> None:
    if memory is None:
        connection.execute("DELETE FROM memory WHERE question = :number", {"number": question})
        return
    connection.execute(
        f"INSERT INTO memory (question, {_MEMORY}, active) VALUES (:question, :stability, "
        ":difficulty, :due, :last, :replies, :lapses, (SELECT installed AND NOT suspended "
        "FROM question WHERE number = :question)) ON CONFLICT (question) DO UPDATE SET "
        "stability = excluded.stability, difficulty = excluded.difficulty, due = excluded.due, "
        "last = excluded.last, replies = excluded.replies, lapses = excluded.lapses, "
        "active = excluded.active",
        {
            "question": question,
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "due": memory.due.toordinal(),
            "last": memory.last.toordinal(),
            "replies": memory.replies,
            "lapses": memory.lapses,
        },
    )


_STANDING = (
    "SELECT mode, rating, day, form, reply FROM review AS r WHERE question = :question AND mode IN "
    "('study', 'reset') AND NOT EXISTS (SELECT 1 FROM review AS later "
    "WHERE later.replaces = r.id) ORDER BY at, id"
)


def standing(connection: sqlite3.Connection, question: int) -> list[tuple[Rating, date]]:
    """The ratings that count for a question's memory, oldest first."""
    return _standing(connection, question)[0]


def learned_before(connection: sqlite3.Connection, question: int, answer: str) -> bool:
    """Whether there are ratings of a former answer, by its key, that count if it comes back."""
    return bool(_standing(connection, question)[1].get(answer))


def _standing(
    connection: sqlite3.Connection, question: int
) -> tuple[list[tuple[Rating, date]], dict[str, list[tuple[Rating, date]]]]:
    """The ratings of a question's answer, and those of each of its former answers by its key."""
    from quizapp.core.memory import Rating

    ratings: list[tuple[Rating, date]] = []
    others: dict[str, list[tuple[Rating, date]]] = {}
    answer = ""
    for mode, rating, day, form, reply in connection.execute(_STANDING, {"question": question}):
        if mode == RESET and form == ANSWER:
            former, new = _keys(reply)
            # Two machines may log the same change, each for itself: the second changes nothing.
            if new != answer:
                others[answer or former] = ratings
                ratings, answer = others.pop(new, []), new
        elif mode == RESET:
            ratings.clear()
        elif rating is not None:
            ratings.append((Rating(rating), date.fromordinal(day)))
    return ratings, others


def _keys(reply: str) -> tuple[str, str]:
    from json import loads

    former, new = loads(reply)
    return str(former), str(new)


def _replay(connection: sqlite3.Connection, question: int, *, retention: float) -> Memory | None:
    from quizapp.core.memory import replay
    from quizapp.store.settings import weights

    ratings = standing(connection, question)
    after = replay(ratings, retention=retention, weights=weights(connection))
    _put_memory(connection, question, after)
    connection.execute(
        "UPDATE question SET seen = :day WHERE number = :number",
        {"day": ratings[0][1].toordinal() if ratings else None, "number": question},
    )
    return after


def add_memories(
    connection: sqlite3.Connection, memories: Iterable[tuple[int, Memory, bool]]
) -> None:
    """Keep many memories of questions that have none: (number, memory, whether it is asked)."""
    connection.executemany(
        f"INSERT INTO memory (question, {_MEMORY}, active) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, one[0], one[1], one.due.toordinal(), one.last.toordinal(), *one[4:], active)
            for number, one, active in memories
        ),
    )


def rebuild(database: Database, *, retention: float) -> int:
    """Work every memory and daily sum out anew from the log; how many memories there are."""
    from quizapp.store import replaying

    return replaying.rebuild(database, retention=retention)


class Standing(NamedTuple):
    """A study reply that was not taken back."""

    id: bytes
    question: int
    rating: int
    took: int
    at: int


def first_of(day: date) -> bytes:
    """An id before which no row of a study day can stand."""
    # A study day begins at most 38 hours before or after midnight UTC of its date.
    first = (day.toordinal() - _EPOCH) * 86_400_000 - 38 * 3_600_000
    return max(first, 0).to_bytes(6, "big")


def of_day(database: Database, day: date) -> Iterator[Standing]:
    """Each study reply of a study day that still stands, oldest first."""
    for row in database.connection.execute(
        "SELECT id, question, rating, took, at FROM review AS r WHERE id >= :first AND day = :day "
        "AND mode = 'study' AND rating IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review AS later "
        "WHERE later.replaces = r.id) ORDER BY at, id",
        {"first": first_of(day), "day": day.toordinal()},
    ):
        yield Standing(*row)


def get(database: Database, review: bytes) -> Review:
    """A row of the log by its id. Raises KeyError where there is none."""
    row = database.connection.execute(
        "SELECT * FROM review WHERE id = :id", {"id": review}
    ).fetchone()
    if row is None:
        raise KeyError(review)
    from json import loads

    from quizapp.core.memory import Rating

    found = Review(*row)
    return found._replace(
        day=date.fromordinal(row[3]),
        reply=tuple(loads(row[7])),
        rating=None if row[9] is None else Rating(row[9]),
    )


def replies_on(database: Database, day: date) -> int:
    """How many finished replies a study day has, practice included."""
    row = database.connection.execute(
        "SELECT replies FROM daily WHERE day = :day", {"day": day.toordinal()}
    ).fetchone()
    return int(row[0]) if row else 0


def days_back(database: Database, today: date) -> Iterator[date]:
    """The study days with a finished reply, newest first, from today back."""
    for (day,) in database.connection.execute(
        "SELECT day FROM daily WHERE day <= :day AND replies > 0 ORDER BY day DESC",
        {"day": today.toordinal()},
    ):
        yield date.fromordinal(day)


def pace(database: Database, today: date) -> float:
    """Seconds a reply takes this learner, over the last study days; 12 before there are any."""
    row = database.connection.execute(
        "SELECT sum(took), sum(replies) FROM (SELECT took, replies FROM daily WHERE day <= :day "
        "AND replies > 0 ORDER BY day DESC LIMIT 14)",
        {"day": today.toordinal()},
    ).fetchone()
    return row[0] / row[1] / 1000 if row and row[1] else 12.0
