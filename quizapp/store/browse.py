"""The register as one looks through it: sifted by state and topic, a window at a time; what the
log says of one question; starting over with a question.

Every order is an index's own, so that a window costs what it holds and the steps to its place.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.memory import STRONG_STABILITY
from quizapp.core.standing import State
from quizapp.store import reviews
from quizapp.store.reviews import RESET, UNDO, Review

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Sieve(NamedTuple):
    """Which questions are wanted: in `state` on study day `day`, of `topics` by number.

    None is any. Questions that are not installed are never wanted.
    """

    day: date
    state: State | None = None
    topics: tuple[int, ...] | None = None


class Row(NamedTuple):
    """A question of the register. `stability` and `due` (a study day) are None without a memory."""

    number: int
    pack: str
    id: str
    suspended: bool
    flagged: bool
    stability: float | None
    due: date | None


class Past(NamedTuple):
    """A row of the log as the learner reads it.

    `mode` is study, practice or reset; `rating` 0 for none. `undone`: it was taken back. `anew`:
    its verdict or its rating was given again later; this is how it stands, and `former` how it
    was first.
    """

    id: bytes
    day: date
    mode: str
    form: str
    wording: int
    reply: tuple[str, ...]
    verdict: str
    rating: int
    undone: bool
    former: tuple[str, int] | None


class _Source(NamedTuple):
    """A way to go through questions: where they come from, what holds for each, in which order."""

    number: str
    origin: str
    condition: str
    order: tuple[str, ...]


_REGISTER = _Source("number", "question", "installed", ("topic", "number"))
_MEMORIES = _Source("question", "memory", "active", ("due", "last", "stability", "question"))
_SOURCES = {
    None: _REGISTER,
    State.NEW: _REGISTER._replace(
        condition="installed AND NOT suspended AND seen IS NULL", order=("place", "number")
    ),
    State.DUE: _MEMORIES._replace(condition="active AND due <= :day"),
    State.SHAKY: _MEMORIES._replace(condition="active AND stability < :strong"),
    State.STRONG: _MEMORIES._replace(condition="active AND stability >= :strong"),
    State.SUSPENDED: _REGISTER._replace(
        origin="question INDEXED BY question_suspended", condition="installed AND suspended"
    ),
    State.FLAGGED: _REGISTER._replace(
        origin="question INDEXED BY question_flagged", condition="installed AND flagged"
    ),
}


def _source(sieve: Sieve) -> _Source:
    """How to go through what is wanted; a few topics are gone through question by question."""
    source = _SOURCES[sieve.state]
    if sieve.topics is None:
        return source
    topics = ", ".join(str(int(number)) for number in sieve.topics)
    if source.origin == "memory":
        source = source._replace(origin="question CROSS JOIN memory ON question = number")
    # The plus signs keep SQLite from going through all other topics for the sake of the order.
    return source._replace(
        condition=f"topic IN ({topics}) AND {source.condition}",
        order=tuple(f"+{column}" for column in source.order),
    )


def _values(sieve: Sieve) -> dict[str, object]:
    return {"day": sieve.day.toordinal(), "strong": STRONG_STABILITY}


def topic_numbers(database: Database, pack: str, topic: str = "") -> tuple[int, ...]:
    """The numbers of a pack's topics, or of the one named."""
    rows = database.connection.execute(
        "SELECT number FROM topic WHERE pack = :pack AND :topic IN ('', id)",
        {"pack": pack, "topic": topic},
    )
    return tuple(row[0] for row in rows)


def count(database: Database, sieve: Sieve) -> int:
    """How many questions are wanted."""
    source = _source(sieve)
    row = database.connection.execute(
        f"SELECT count(*) FROM {source.origin} WHERE {source.condition}", _values(sieve)
    ).fetchone()
    return int(row[0])


def window(
    database: Database, sieve: Sieve, offset: int, limit: int, total: int
) -> tuple[int, ...]:
    """The numbers of at most `limit` of the `total` wanted questions, from `offset` on.

    In the packs' order; new ones as they are introduced, learned ones as they fall due. What
    lies nearer to the end is counted from there.
    """
    source = _source(sieve)
    size = max(min(limit, total - offset), 0)
    behind = offset > total // 2
    start = total - offset - size if behind else offset
    order = ", ".join(f"{column} DESC" if behind else column for column in source.order)
    rows = database.connection.execute(
        f"SELECT {source.number} FROM {source.origin} WHERE {source.condition} "
        f"ORDER BY {order} LIMIT :limit OFFSET :offset",
        {**_values(sieve), "limit": size, "offset": start},
    )
    numbers = tuple(row[0] for row in rows)
    return numbers[::-1] if behind else numbers


_ROW = (
    "SELECT number, pack, id, suspended, flagged, stability, due FROM question "
    "LEFT JOIN memory ON question = number "
)


def _row(found: tuple[int, str, str, int, int, float | None, int | None]) -> Row:
    number, pack, name, suspended, flagged, stability, due = found
    day = date.fromordinal(due) if due is not None else None
    return Row(number, pack, name, bool(suspended), bool(flagged), stability, day)


def row(database: Database, number: int) -> Row | None:
    """An installed question by its number."""
    found = database.connection.execute(
        f"{_ROW} WHERE number = :number AND installed", {"number": number}
    ).fetchone()
    return _row(found) if found else None


def named(database: Database, pack: str, question: str) -> Row | None:
    """An installed question by its ids."""
    found = database.connection.execute(
        f"{_ROW} WHERE pack = :pack AND id = :id AND installed", {"pack": pack, "id": question}
    ).fetchone()
    return _row(found) if found else None


_FITS = {
    None: "1",
    State.NEW: "NOT suspended AND seen IS NULL",
    State.DUE: "NOT suspended AND due <= :day",
    State.SHAKY: "NOT suspended AND stability < :strong",
    State.STRONG: "NOT suspended AND stability >= :strong",
    State.SUSPENDED: "suspended",
    State.FLAGGED: "flagged",
}


def those_that_fit(
    database: Database, sieve: Sieve, keys: Sequence[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Which of these (pack, id) are in the wanted state, in the order given."""
    if sieve.state is None:
        return list(keys)
    from json import dumps

    rows = database.connection.execute(
        "SELECT pack, question.id FROM json_each(:keys) AS one CROSS JOIN question ON "
        "pack = json_extract(one.value, '$[0]') "
        "AND question.id = json_extract(one.value, '$[1]') "
        f"LEFT JOIN memory ON question = number WHERE installed AND {_FITS[sieve.state]}",
        {**_values(sieve), "keys": dumps(list(keys))},
    )
    fitting = {(str(pack), str(name)) for pack, name in rows}
    return [key for key in keys if key in fitting]


def set_flag(database: Database, number: int, on: bool) -> None:
    """Flag a question, or take its flag away."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE question SET flagged = :on WHERE number = :number",
            {"number": number, "on": on},
        )


def start_over(database: Database, row: Review, *, retention: float) -> None:
    """Log that a question is learned anew from here, or take such a row back.

    A row whose mode is reset forgets; one whose mode is undo takes back the reset it replaces.
    The memory is worked out from what then counts. Daily sums do not change.
    """
    if row.mode not in (RESET, UNDO):
        raise ValueError(f"a reply is not a way to start over: {row.mode}")
    with database.transaction() as connection:
        reviews.reset(connection, row, retention=retention)


def history(database: Database, number: int, limit: int) -> tuple[list[Past], int]:
    """The newest `limit` rows of the log on a question, newest first, and how many are older.

    An undo stands with the row it takes back; a reply judged or rated anew is one row.
    """
    rows = {row[0]: row for row in _log(database.connection, number)}
    later = {row[9]: row for row in rows.values() if row[9] is not None}
    past = [
        _past(row, later.get(row[0]), rows)
        for row in rows.values()
        if row[2] != UNDO and (row[0] not in later or later[row[0]][2] == UNDO)
    ]
    return past[:limit], max(len(past) - limit, 0)


_LogRow = tuple[bytes, int, str, str, int, str, str, "int | None", int, "bytes | None"]


def _log(connection: sqlite3.Connection, number: int) -> list[_LogRow]:
    return connection.execute(
        "SELECT id, day, mode, form, wording, reply, verdict, rating, at, replaces FROM review "
        "WHERE question = :number ORDER BY at DESC, id DESC",
        {"number": number},
    ).fetchall()


def _past(row: _LogRow, later: _LogRow | None, rows: dict[bytes, _LogRow]) -> Past:
    from json import loads

    name, day, mode, form, wording, reply, verdict, rating, _, replaces = row
    first = rows.get(replaces) if replaces is not None else None
    while first is not None and first[9] is not None:
        first = rows.get(first[9])
    return Past(
        id=name,
        day=date.fromordinal(day),
        mode=mode,
        form=form,
        wording=wording,
        reply=tuple(loads(reply)),
        verdict=verdict,
        rating=rating or 0,
        undone=later is not None,
        former=(first[6], first[7] or 0) if first is not None else None,
    )
