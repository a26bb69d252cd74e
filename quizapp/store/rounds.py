"""Finished rounds and their best scores."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.store.database import Database


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
