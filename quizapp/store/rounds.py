"""Finished rounds and their best scores."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from quizapp.store.database import Database
from quizapp.store.reviews import first_of


class PlayedRound(NamedTuple):
    """One finished round. `at` and `took` are milliseconds."""

    id: bytes
    setup: str
    at: int
    points: int
    passed: int
    total: int
    took: int


def add_round(database: Database, played: PlayedRound) -> None:
    """Keep a finished round."""
    with database.transaction() as connection:
        connection.execute(
            "INSERT INTO round VALUES (:id, :setup, :at, :points, :passed, :total, :took)",
            played._asdict(),
        )


def best_rounds(database: Database, setup: str, limit: int) -> list[PlayedRound]:
    """The rounds of one setup with the most points, best first, earlier before later."""
    rows = database.connection.execute(
        "SELECT * FROM round WHERE setup = :setup ORDER BY points DESC, at LIMIT :limit",
        {"setup": setup, "limit": limit},
    )
    return [PlayedRound(*row) for row in rows]


def missed_on(database: Database, day: date) -> list[int]:
    """The questions with a wrong reply that stands on a study day, first missed first."""
    # The plus keeps SQLite from grouping along the index of questions, through the whole log.
    rows = database.connection.execute(
        "SELECT question FROM review AS r WHERE id >= :first AND day = :day AND verdict = 'wrong' "
        "AND mode IN ('study', 'practice') AND NOT EXISTS (SELECT 1 FROM review AS later "
        "WHERE later.replaces = r.id) GROUP BY +question ORDER BY min(at)",
        {"first": first_of(day), "day": day.toordinal()},
    )
    return [row[0] for row in rows]
