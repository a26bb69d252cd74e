"""What the learner chose, and the few facts the file keeps of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.store.database import Database

if TYPE_CHECKING:
    import sqlite3

    from quizapp.core.weights import Weights

WEIGHTS, FORMER_WEIGHTS = "memory-weights", "memory-weights-before"
"""What memories are reckoned with, and what they were reckoned with before; "" is FSRS's own."""


def setting(database: Database, name: str, default: str = "") -> str:
    """The value kept under a name."""
    row = database.connection.execute(
        "SELECT value FROM setting WHERE name = :name", {"name": name}
    ).fetchone()
    return str(row[0]) if row else default


def all_settings(database: Database) -> dict[str, str]:
    """Every value that is kept, by name."""
    return dict(database.connection.execute("SELECT name, value FROM setting"))


def keep_setting(database: Database, name: str, value: str) -> None:
    """Keep a value under a name."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO setting VALUES (:name, :value) "
            "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            {"name": name, "value": value},
        )


def forget_setting(database: Database, name: str) -> None:
    """Keep nothing under a name any more, so that its default counts again."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM setting WHERE name = :name", {"name": name})


def weights(connection: sqlite3.Connection) -> Weights | None:
    """The weights that memories are reckoned with; None for FSRS's own."""
    row = connection.execute(
        "SELECT value FROM setting WHERE name = :name", {"name": WEIGHTS}
    ).fetchone()
    if row is None or not row[0]:
        return None
    from quizapp.core.weights import from_text

    return from_text(row[0])


def spellings(database: Database, question: int, answer: str) -> tuple[str, ...]:
    """The spellings of `answer` that this learner had accepted by "I was right"."""
    return tuple(
        row[0]
        for row in database.connection.execute(
            "SELECT text FROM spelling WHERE question = :question AND answer = :answer "
            "ORDER BY at, text",
            {"question": question, "answer": answer},
        )
    )


def add_spelling(database: Database, question: int, answer: str, text: str, at: int) -> None:
    """Remember a spelling of `answer`; `at` is Unix time in milliseconds."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT OR IGNORE INTO spelling VALUES (:question, :answer, :text, :at)",
            {"question": question, "answer": answer, "text": text, "at": at},
        )


def forget_spelling(database: Database, question: int, text: str) -> None:
    """Take a spelling back, as undoing an appeal does."""
    with database.transaction() as connection:
        connection.execute(
            "DELETE FROM spelling WHERE question = :question AND text = :text",
            {"question": question, "text": text},
        )
