"""The learner's own note on a question: one line of text, kept with the question's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

LONGEST = 500
"""How many characters a note may have."""


def note(database: Database, number: int) -> str:
    """The note on a question, "" for none."""
    row = database.connection.execute(
        "SELECT text FROM note WHERE question = :number", {"number": number}
    ).fetchone()
    return str(row[0]) if row else ""


def keep_note(database: Database, number: int, text: str) -> str:
    """Keep a note, or with "" take it away; what is kept: one printable line of bounded length."""
    line = "".join(character if character.isprintable() else " " for character in text)
    line = " ".join(line.split())[:LONGEST].rstrip()
    values = {"number": number, "text": line}
    with database.transaction() as connection:
        if line:
            connection.execute(
                "INSERT INTO note VALUES (:number, :text) "
                "ON CONFLICT (question) DO UPDATE SET text = excluded.text",
                values,
            )
        else:
            connection.execute("DELETE FROM note WHERE question = :number", values)
    return line
