"""What a learner can tell the author of a pack: spellings that should count, and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database


def spellings(database: Database, pack: str) -> list[tuple[str, str, str]]:
    """(question id, answer, spelling) of each "I was right" on an installed pack's questions."""
    return database.connection.execute(
        "SELECT id, spelling.answer, text FROM spelling JOIN question ON number = question "
        "WHERE pack = :pack AND installed ORDER BY place, spelling.answer, at, text",
        {"pack": pack},
    ).fetchall()


def notes(database: Database, pack: str) -> dict[str, str]:
    """The notes on the flagged questions of an installed pack, by the question's id."""
    return dict(
        database.connection.execute(
            "SELECT id, text FROM note JOIN question ON number = note.question "
            "WHERE pack = :pack AND flagged AND installed ORDER BY place",
            {"pack": pack},
        )
    )
