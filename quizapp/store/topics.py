"""How each topic stands, by index: the cost is that of the topic asked for, not of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.store.database import Database

_ASKABLE = "installed AND NOT suspended"


def counts(database: Database, topic: int, strong: float) -> tuple[int, int, int]:
    """(strong, seen but not strong, never seen) questions of a topic, suspended ones left out.

    A memory is strong from a stability of `strong` days on.
    """
    row = database.connection.execute(
        "SELECT count(CASE WHEN seen IS NOT NULL AND stability >= :strong THEN 1 END), "
        "count(seen), count(*) FROM question "
        "LEFT JOIN memory ON memory.question = question.number "
        f"WHERE topic = :topic AND {_ASKABLE}",
        {"topic": topic, "strong": strong},
    ).fetchone()
    known, seen, all_of_it = row
    return int(known), int(seen) - int(known), int(all_of_it) - int(seen)


def has_unseen(database: Database, topic: int) -> bool:
    """True where a question of the topic was never replied to and can be asked."""
    row = database.connection.execute(
        "SELECT 1 FROM question INDEXED BY question_new_topic WHERE topic = :topic "
        f"AND {_ASKABLE} AND seen IS NULL LIMIT 1",
        {"topic": topic},
    ).fetchone()
    return row is not None


def pack_of_first_unseen(database: Database) -> str | None:
    """The pack of the question that the packs' own order would introduce next."""
    row = database.connection.execute(
        f"SELECT pack FROM question WHERE {_ASKABLE} AND seen IS NULL ORDER BY place LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else None


def pack_of_last_study(database: Database) -> str | None:
    """The pack of the question that was studied last."""
    row = database.connection.execute(
        "SELECT pack FROM review JOIN question ON question.number = review.question "
        "WHERE mode = 'study' ORDER BY review.id DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else None
