"""The register of questions: which are installed, which are new, which are due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quizapp.store import updates

if TYPE_CHECKING:
    import sqlite3

    from quizapp.store.database import Database


_TOPICS_A_DAY = 3
"""How many topics share a day's new questions: enough to vary, few enough to see the thread."""


class Card(NamedTuple):
    """A registered question: its number and where it is found."""

    number: int
    pack: str
    id: str


def known_packs(database: Database) -> dict[str, str]:
    """The fingerprint of each pack as the register last saw it."""
    return dict(database.connection.execute("SELECT id, fingerprint FROM pack"))


def suspend(database: Database, number: int, on: bool) -> None:
    """Take a question out of the schedule, or back into it. Its memory stays."""
    with database.transaction() as connection:
        values = {"number": number, "on": on}
        connection.execute("UPDATE question SET suspended = :on WHERE number = :number", values)
        connection.execute(
            "UPDATE memory SET active = (SELECT installed AND NOT suspended FROM question "
            "WHERE number = :number) WHERE question = :number",
            values,
        )


def toggle_flag(database: Database, number: int) -> bool:
    """Flag a question, or take the flag away; whether it is flagged now."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE question SET flagged = NOT flagged WHERE number = :number", {"number": number}
        )
        row = connection.execute(
            "SELECT flagged FROM question WHERE number = :number", {"number": number}
        ).fetchone()
    return bool(row[0])


def flagged(database: Database, pack: str, question: str) -> bool:
    """Whether a question is flagged."""
    row = database.connection.execute(
        "SELECT flagged FROM question WHERE pack = :pack AND id = :id",
        {"pack": pack, "id": question},
    ).fetchone()
    return bool(row and row[0])


def card(database: Database, number: int) -> Card | None:
    """The question with this number, where it can be asked now."""
    row = database.connection.execute(
        "SELECT number, pack, id FROM question WHERE number = :number AND installed "
        "AND NOT suspended",
        {"number": number},
    ).fetchone()
    return Card(*row) if row else None


def number_of(database: Database, pack: str, question: str) -> int | None:
    """The number of a question, installed or not."""
    row = database.connection.execute(
        "SELECT number FROM question WHERE pack = :pack AND id = :id",
        {"pack": pack, "id": question},
    ).fetchone()
    return int(row[0]) if row else None


def met(database: Database, topics: Iterable[tuple[str, str]] = ()) -> list[int]:
    """The questions that were studied and can be asked now; of some (pack, topic) or of all."""
    numbers = [topic_number(database, *one) for one in topics]
    if not numbers:
        rows = database.connection.execute(
            "SELECT question FROM memory WHERE active ORDER BY question"
        )
        return [row[0] for row in rows]
    return sorted(
        row[0]
        for number in set(numbers)
        for row in database.connection.execute(
            "SELECT question FROM question JOIN memory ON question = number "
            "WHERE topic = :topic AND active",
            {"topic": number},
        )
    )


def topic_of(database: Database, number: int) -> int | None:
    """The number of the topic that a question belongs to."""
    row = database.connection.execute(
        "SELECT topic FROM question WHERE number = :number", {"number": number}
    ).fetchone()
    return int(row[0]) if row else None


def topic_number(database: Database, pack: str, topic: str) -> int | None:
    """The number of a topic."""
    row = database.connection.execute(
        "SELECT number FROM topic WHERE pack = :pack AND id = :id", {"pack": pack, "id": topic}
    ).fetchone()
    return int(row[0]) if row else None


def count_due(database: Database, today: date) -> int:
    """How many questions are due on a study day, by the topics' sums."""
    connection = database.connection
    counted = connection.execute("SELECT total(due) FROM topic_sum").fetchone()
    sign, since = _since_counted(connection, today)
    row = connection.execute(f"SELECT count(*) FROM memory WHERE {_FALL_DUE}", since).fetchone()
    return int(counted[0]) + sign * int(row[0])


def count_new(database: Database, limit: int) -> int:
    """How many questions were never replied to, counted up to `limit`."""
    row = database.connection.execute(
        "SELECT count(*) FROM (SELECT 1 FROM question WHERE installed AND NOT suspended "
        "AND seen IS NULL LIMIT :limit)",
        {"limit": limit},
    ).fetchone()
    return int(row[0])


def next_due(database: Database, today: date) -> tuple[date, int] | None:
    """The next study day after today on which something is due, and how much."""
    row = database.connection.execute(
        "SELECT due, count(*) FROM memory WHERE active AND due = (SELECT min(due) FROM memory "
        "WHERE active AND due > :day) GROUP BY due",
        {"day": today.toordinal()},
    ).fetchone()
    return (date.fromordinal(row[0]), int(row[1])) if row else None


def due(
    database: Database, today: date, limit: int, topic: int | None = None
) -> list[tuple[int, int]]:
    """(number, topic) of the due questions, those most at risk of being forgotten first.

    The chance of recall falls with the time since the last reply over the stability, so that
    ratio orders them without a look at the FSRS formula.
    """
    values = {"day": today.toordinal(), "limit": limit, "topic": topic}
    if topic is None:
        rows = database.connection.execute(
            "SELECT question, 0 FROM memory WHERE active AND due <= :day "
            "ORDER BY (:day - last) / stability DESC, question LIMIT :limit",
            values,
        )
    else:
        rows = database.connection.execute(
            "SELECT question, topic FROM question JOIN memory ON question = number "
            "WHERE topic = :topic AND active AND due <= :day "
            "ORDER BY (:day - last) / stability DESC, question LIMIT :limit",
            values,
        )
    return rows.fetchall()


def new(database: Database, limit: int, topic: int | None = None) -> list[tuple[int, int]]:
    """(number, topic) of the questions to introduce next, in the packs' own order.

    Those whose answer changed come first. Without `topic`, the first topics that have any share
    the places, so that a day brings more than one of them.
    """
    first = updates.to_relearn(database, limit, topic)
    rest = _of_topics(database, limit) if topic is None else _new_of(database, topic, limit)
    return list(dict.fromkeys([*first, *rest]))[:limit]


def _of_topics(database: Database, limit: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    share = -(-limit // _TOPICS_A_DAY)
    for (number,) in database.connection.execute("SELECT number FROM topic ORDER BY number"):
        found += _new_of(database, number, min(share, limit - len(found)))
        if len(found) >= limit:
            return found
    # Fewer topics than shares: the rest comes in the packs' order.
    rest = database.connection.execute(
        "SELECT number, topic FROM question WHERE installed AND NOT suspended AND seen IS NULL "
        "ORDER BY place LIMIT :limit",
        {"limit": limit + len(found)},
    ).fetchall()
    return list(dict.fromkeys([*found, *rest]))[:limit]


def _new_of(database: Database, topic: int, limit: int) -> list[tuple[int, int]]:
    return database.connection.execute(
        "SELECT number, topic FROM question INDEXED BY question_new_topic WHERE topic = :topic "
        "AND installed AND NOT suspended AND seen IS NULL ORDER BY place LIMIT :limit",
        {"topic": topic, "limit": limit},
    ).fetchall()


def seen(database: Database, number: int) -> bool:
    """True where a question was replied to, or cannot be asked at all."""
    row = database.connection.execute(
        "SELECT seen IS NOT NULL OR NOT installed OR suspended FROM question "
        "WHERE number = :number",
        {"number": number},
    ).fetchone()
    return row is None or bool(row[0])


def introduced(database: Database, numbers: Iterable[int], day: date) -> int:
    """How many of these questions had their first reply on a study day."""
    first = {"day": day.toordinal()}
    return sum(
        database.connection.execute(
            "SELECT seen = :day FROM question WHERE number = :number", first | {"number": number}
        ).fetchone()[0]
        or 0
        for number in set(numbers)
    )


def topic_counts(database: Database, today: date) -> dict[tuple[str, str], tuple[int, int, int]]:
    """(seen, strong, due) for each (pack, topic) that has anything seen, by the topics' sums."""
    fallen = _fallen_due(database.connection, today)
    rows = database.connection.execute(
        "SELECT pack, id, number, seen, strong, due FROM topic_sum "
        "JOIN topic ON number = topic WHERE seen"
    ).fetchall()
    return {
        (pack, name): (seen, strong, due + fallen.get(number, 0))
        for pack, name, number, seen, strong, due in rows
    }


_FALL_DUE = "active AND due > :after AND due <= :until"


def _since_counted(connection: sqlite3.Connection, today: date) -> tuple[int, dict[str, int]]:
    """What the sums of due memories lack: 1 and the days since they were counted, or -1 and the
    days that they are ahead.
    """
    (counted,) = connection.execute("SELECT day FROM topic_sum_day").fetchone()
    day = today.toordinal()
    sign = 1 if day >= counted else -1
    return sign, {"after": min(day, counted), "until": max(day, counted)}


def _fallen_due(connection: sqlite3.Connection, today: date) -> dict[int, int]:
    """By how many each topic's sum of due memories is to change for a study day.

    The cost is that of what fell due since the day that the sums stand for.
    """
    sign, since = _since_counted(connection, today)
    rows = connection.execute(
        "SELECT topic, count(*) FROM memory CROSS JOIN question ON number = memory.question "
        f"WHERE {_FALL_DUE} GROUP BY topic",
        since,
    )
    return {topic: sign * many for topic, many in rows}


def _count_due_anew(connection: sqlite3.Connection, today: date) -> None:
    """Have the topics' sums stand for a study day."""
    connection.executemany(
        "UPDATE topic_sum SET due = due + ? WHERE topic = ?",
        [(many, topic) for topic, many in _fallen_due(connection, today).items()],
    )
    connection.execute("UPDATE topic_sum_day SET day = ?", (today.toordinal(),))


def plan(database: Database, day: date) -> dict[int, int]:
    """Today's questions in the order planned, each with the Unix time in milliseconds from which
    a reply to it counts; empty when today has no plan yet.
    """
    return dict(
        database.connection.execute(
            "SELECT question, since FROM plan WHERE day = :day ORDER BY place",
            {"day": day.toordinal()},
        )
    )


def save_plan(database: Database, day: date, numbers: Mapping[int, int]) -> None:
    """Keep the order of today's questions; it takes the place of any plan before."""
    with database.transaction() as connection:
        # Once a day is enough for the topics' sums, and here a learner waits for a session.
        _count_due_anew(connection, day)
        connection.execute("DELETE FROM plan")
        connection.executemany(
            "INSERT INTO plan (place, day, question, since) VALUES (?, ?, ?, ?)",
            [
                (place, day.toordinal(), number, since)
                for place, (number, since) in enumerate(numbers.items())
            ],
        )
