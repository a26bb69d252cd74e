"""What the data file keeps of packs that change: former answers, former ids, what to tell."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

LOST = "~"
"""What stands before the number of an archived question that lost its id to a former version."""
FIRST = "first"
"""What stands in place of a version for the ids before the first question was renamed."""
KEPT_VERSIONS = 20
"""Of how many former versions of a pack the ids are kept."""


# What to tell


def pending(database: Database, number: int) -> str | None:
    """The former answer of a question, as JSON, until the learner was told that it changed.

    None where there is nothing to tell; "" where nobody knows any more what it was.
    """
    row = database.connection.execute(
        "SELECT ifnull(former_answer.said, '') FROM correction LEFT JOIN former_answer "
        "USING (question, answer) WHERE correction.question = :number AND NOT told",
        {"number": number},
    ).fetchone()
    return str(row[0]) if row else None


def told(database: Database, number: int) -> None:
    """The learner was told that a question's answer changed; it is not told again."""
    with database.transaction() as connection:
        values = {"number": number}
        connection.execute("UPDATE correction SET told = 1 WHERE question = :number", values)
        connection.execute(
            "DELETE FROM correction WHERE question = :number AND "
            "(SELECT seen FROM question WHERE number = :number) IS NOT NULL",
            values,
        )


def count_pending(database: Database, pack: str = "") -> int:
    """Of how many questions, of one pack or of all, the learner is still to be told."""
    row = database.connection.execute(
        "SELECT count(*) FROM correction CROSS JOIN question ON number = correction.question "
        "WHERE NOT told AND installed AND NOT suspended AND :pack IN ('', pack)",
        {"pack": pack},
    ).fetchone()
    return int(row[0])


_WAITING = (
    # CROSS keeps SQLite from beginning with the questions, of which there are many more.
    "FROM correction CROSS JOIN question ON number = correction.question "
    "WHERE installed AND NOT suspended AND seen IS NULL AND :topic IN (0, topic)"
)


def to_relearn(database: Database, limit: int, topic: int | None = None) -> list[tuple[int, int]]:
    """(number, topic) of questions whose answer changed and that wait to be learned anew.

    In the packs' own order, at most `limit` of them.
    """
    return database.connection.execute(
        f"SELECT number, topic {_WAITING} ORDER BY place LIMIT :limit",
        {"topic": topic or 0, "limit": limit},
    ).fetchall()


def count_to_relearn(database: Database, limit: int) -> int:
    """How many questions wait to be learned anew, counted up to `limit`."""
    row = database.connection.execute(
        f"SELECT count(*) FROM (SELECT 1 {_WAITING} LIMIT :limit)", {"topic": 0, "limit": limit}
    ).fetchone()
    return int(row[0])


def relearned(connection: sqlite3.Connection, number: int) -> None:
    """Forget, inside a transaction, that a question waited to be learned anew."""
    values = {"number": number}
    connection.execute("DELETE FROM correction WHERE question = :number AND told", values)


# Former answers


def replied(connection: sqlite3.Connection, number: int) -> bool:
    """Whether a question was ever studied, whatever became of that memory."""
    found = connection.execute(
        "SELECT 1 FROM review WHERE question = ? AND mode = 'study' LIMIT 1", (number,)
    )
    return found.fetchone() is not None


def former_answers(connection: sqlite3.Connection, number: int) -> dict[str, str]:
    """The answers that a question had before, as JSON, each by its key."""
    return dict(
        connection.execute("SELECT answer, said FROM former_answer WHERE question = ?", (number,))
    )


def key_of(
    former: Mapping[str, str], answer: str, said: str, alike: Callable[[str, str], bool]
) -> str:
    """The key that a question's new answer has: that of the same answer where it had it before."""
    if answer in former:
        return answer
    return next((key for key, before in former.items() if before and alike(before, said)), answer)


def answer_changed(
    connection: sqlite3.Connection, number: int, former: tuple[str, str], answer: str
) -> None:
    """Keep, inside a transaction, what a question's answer was: (key, JSON); and tell of it once.

    Where the learner was not yet told of an earlier change, that one and this are one; where the
    answer is again what the learner knows, there is nothing to tell.
    """
    connection.execute(
        "INSERT INTO former_answer VALUES (:number, :answer, :said) "
        "ON CONFLICT (question, answer) DO UPDATE SET said = excluded.said "
        "WHERE excluded.said <> ''",
        {"number": number, "answer": former[0], "said": former[1]},
    )
    connection.execute(
        "INSERT INTO correction VALUES (:number, :answer, 0) ON CONFLICT (question) DO UPDATE SET "
        "answer = CASE WHEN told THEN excluded.answer ELSE answer END, told = 0",
        {"number": number, "answer": former[0]},
    )
    connection.execute(
        "DELETE FROM correction WHERE question = :number AND answer = :answer",
        {"number": number, "answer": answer},
    )


# Former ids


def ids_at(connection: sqlite3.Connection, pack: str, fingerprint: str) -> dict[str, int]:
    """The numbers that ids had in a former version of a pack; empty where none were kept."""
    found = _ids_kept(connection, pack, fingerprint)
    if found == {}:
        found = _ids_kept(connection, pack, FIRST)
    return found or {}


def _ids_kept(connection: sqlite3.Connection, pack: str, fingerprint: str) -> dict[str, int] | None:
    row = connection.execute(
        "SELECT ids FROM former_ids WHERE pack = ? AND fingerprint = ?", (pack, fingerprint)
    ).fetchone()
    return _ids(row[0]) if row else None


def renames(connection: sqlite3.Connection, pack: str) -> bool:
    """Whether a version of a pack ever renamed a question."""
    return _ids_kept(connection, pack, FIRST) is not None


def former_ids(connection: sqlite3.Connection, pack: str) -> dict[str, list[int]]:
    """The numbers that each id had in former versions of a pack that renamed questions.

    First the one it had last, then those of archived questions that lost it to a former version.
    """
    last: dict[str, list[int]] = {}
    lost: dict[str, list[int]] = {}
    for fingerprint, text in connection.execute(
        "SELECT fingerprint, ids FROM former_ids WHERE pack = ? ORDER BY rowid DESC", (pack,)
    ):
        for name, number in _ids(text).items():
            if fingerprint.startswith(LOST):
                lost.setdefault(name, []).append(number)
            else:
                last.setdefault(name, [number])
    return {name: [*last.get(name, []), *lost.get(name, [])] for name in last | lost}


def keep_ids(
    connection: sqlite3.Connection, pack: str, fingerprint: str, ids: Mapping[str, int]
) -> None:
    """Keep, inside a transaction, which number each id has in a version that is left behind.

    No ids at all stand for those that all questions had before the first one was renamed.
    """
    from json import dumps

    connection.execute(
        "INSERT OR REPLACE INTO former_ids VALUES (?, ?, ?)", (pack, fingerprint, dumps(dict(ids)))
    )
    connection.execute(
        "DELETE FROM former_ids WHERE rowid IN (SELECT rowid FROM former_ids WHERE pack = :pack "
        "AND fingerprint <> :first AND substr(fingerprint, 1, 1) <> :lost "
        "ORDER BY rowid DESC LIMIT -1 OFFSET :kept)",
        {"pack": pack, "kept": KEPT_VERSIONS, "first": FIRST, "lost": LOST},
    )


def _ids(text: str) -> dict[str, int]:
    from json import loads

    return {str(name): int(number) for name, number in loads(text).items()}
