"""The whole log replayed: every memory worked out anew, and the histories to learn from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.forecast import Held
from quizapp.store import reviews
from quizapp.store.settings import weights

if TYPE_CHECKING:
    import sqlite3

    from quizapp.core.memory import Memory, Rating
    from quizapp.core.weights import Weights
    from quizapp.store.database import Database

Progress = Callable[[int, int], None]
"""Told how much is done of how much; whoever wants to stop raises an error of their own in it."""

_STEP = 200
"""Questions between two words on progress."""
_TRIES = 2
"""How often replies in another window may make the work begin again before they have to wait."""


class _Worked(NamedTuple):
    """What a question's replay came to: its memory and the day of its first reply."""

    memory: Memory | None
    seen: date | None


def _silent(_done: int, _total: int) -> None:
    """Nobody wants to know."""


def rebuild(database: Database, *, retention: float, progress: Progress = _silent) -> int:
    """Work every memory and daily sum out anew from the log; how many memories there are.

    The weights that are kept count for the whole log, those of replies long ago too.
    """
    return _rebuild(database, retention, progress, weights(database.connection), None)


def reweigh(
    database: Database,
    kept: dict[str, str | None],
    after: Weights | None,
    *,
    retention: float,
    progress: Progress = _silent,
) -> int:
    """Reckon every memory with other weights; how many there are.

    `kept` holds settings to keep with them, None for those to forget. All of it happens, or
    nothing: it is one transaction.
    """
    return _rebuild(database, retention, progress, after, kept)


def _rebuild(
    database: Database,
    retention: float,
    progress: Progress,
    after: Weights | None,
    kept: dict[str, str | None] | None,
) -> int:
    """Replay without holding the file, so that replies elsewhere go on, then write at once."""
    connection = database.connection
    for _ in range(_TRIES):
        version = _version(connection)
        worked = _replayed(connection, retention, after, progress)
        with database.transaction():
            if _version(connection) == version:
                return _write(connection, worked, kept)
    with database.transaction():
        worked = _replayed(connection, retention, after, progress)
        return _write(connection, worked, kept)


def _version(connection: sqlite3.Connection) -> int:
    """Changes when another program has written the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _replayed(
    connection: sqlite3.Connection, retention: float, after: Weights | None, progress: Progress
) -> dict[int, _Worked]:
    from quizapp.core.memory import replay

    numbers = _questions(connection)
    worked = {}
    for done, number in enumerate(numbers):
        if done % _STEP == 0:
            progress(done, len(numbers))
        ratings = reviews.standing(connection, number)
        memory = replay(ratings, retention=retention, weights=after)
        worked[number] = _Worked(memory, ratings[0][1] if ratings else None)
    progress(len(numbers), len(numbers))
    return worked


def _questions(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT DISTINCT question FROM review")]


def _write(
    connection: sqlite3.Connection, worked: dict[int, _Worked], kept: dict[str, str | None] | None
) -> int:
    """Put the memories in the place of the former ones; with `kept`, the log is as it was."""
    active = {
        row[0]
        for row in connection.execute(
            "SELECT number FROM question WHERE installed AND NOT suspended"
        )
    }
    memories = [(n, one.memory, n in active) for n, one in worked.items() if one.memory is not None]
    connection.execute("DELETE FROM memory")
    connection.execute("UPDATE topic_sum SET seen = 0, strong = 0, due = 0")
    reviews.add_memories(connection, memories)
    if kept is None:
        connection.executemany(
            "UPDATE question SET seen = :day WHERE number = :number AND seen IS NOT :day",
            (
                {"day": one.seen.toordinal() if one.seen else None, "number": number}
                for number, one in worked.items()
            ),
        )
        _count_days(connection)
    for name, value in (kept or {}).items():
        if value is None:
            connection.execute("DELETE FROM setting WHERE name = ?", (name,))
        else:
            connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))
    return len(memories)


def _count_days(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM daily")
    connection.execute(
        "INSERT INTO daily "
        "SELECT day, count(*), sum(verdict IN ('right', 'nearly')), sum(took), "
        "sum(mode = 'study' AND rating IS NOT NULL AND ifnull(gap, 0) > 0), "
        "sum(mode = 'study' AND ifnull(rating, 1) > 1 AND ifnull(gap, 0) > 0) FROM review AS r "
        "WHERE mode IN ('study', 'practice') AND NOT EXISTS (SELECT 1 FROM review AS later "
        "WHERE later.replaces = r.id) GROUP BY day"
    )


# To learn from


def tellings(database: Database) -> int:
    """How many replies tell something of forgetting: those at least a day after another."""
    row = database.connection.execute("SELECT sum(asked) FROM daily").fetchone()
    return int(row[0] or 0)


def histories(
    database: Database, most: int, progress: Progress = _silent
) -> Iterator[list[tuple[Rating, date]]]:
    """The ratings that count of each question, oldest first, one question after the other.

    Where the log holds more replies than `most`, only so great a share of the questions comes,
    and the same share each time.
    """
    connection = database.connection
    row = connection.execute("SELECT sum(replies) FROM daily").fetchone()
    numbers = _scattered(_questions(connection), int(row[0] or 0), most)
    for done, number in enumerate(numbers):
        if done % _STEP == 0:
            progress(done, len(numbers))
        yield reviews.standing(connection, number)


def _scattered(numbers: list[int], total: int, most: int) -> list[int]:
    """A share of the numbers, scattered by Knuth's multiplicative hash."""
    if total <= most:
        return numbers
    part = most * 1000 // total
    return [one for one in numbers if (one * 2654435761 >> 16) % 1000 < part]


def sample(
    database: Database,
    today: date,
    most: int,
    after: Weights | None,
    *,
    retention: float,
) -> tuple[list[Held], list[Held], int]:
    """About `most` of the memories as they stand, as they would stand with `after`, and how
    many memories there are in all.
    """
    from quizapp.core.memory import replay

    connection = database.connection
    rows = connection.execute(
        "SELECT question, stability, difficulty, last - :today, due - :today FROM memory "
        "WHERE active",
        {"today": today.toordinal()},
    ).fetchall()
    chosen = set(_scattered([row[0] for row in rows], len(rows), most))
    now, then = [], []
    for number, *numbers in rows:
        if number not in chosen:
            continue
        memory = replay(reviews.standing(connection, number), retention=retention, weights=after)
        if memory is not None:
            now.append(Held(*numbers))
            then.append(
                Held(
                    memory.stability,
                    memory.difficulty,
                    (memory.last - today).days,
                    (memory.due - today).days,
                )
            )
    return now, then, len(rows)
