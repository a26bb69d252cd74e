"""Which memories will be due: all of them counted, and a fair sample of them to reckon with."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizapp.core.forecast import Held

if TYPE_CHECKING:
    from quizapp.store.database import Database


def due_within(database: Database, today: date, days: int) -> int:
    """How many memories are due today or on the days after, `days` in all; by index alone."""
    row = database.connection.execute(
        "SELECT count(*) FROM memory WHERE active AND due < :until",
        {"until": (today + timedelta(days=days)).toordinal()},
    ).fetchone()
    return int(row[0])


def sample_due(database: Database, today: date, days: int, one_in: int) -> list[Held]:
    """About one in so many of the memories that are due in these days; with 1, all of them.

    Which ones depends on their numbers alone (scattered by Knuth's multiplicative hash, so that
    no pack's own rhythm shows), so that the same memories give the same sample each time.
    """
    rows = database.connection.execute(
        "SELECT stability, difficulty, last - :today, due - :today FROM memory "
        "WHERE active AND due < :until AND ((question * 2654435761) >> 16) % :one_in = 0",
        {
            "today": today.toordinal(),
            "until": (today + timedelta(days=days)).toordinal(),
            "one_in": one_in,
        },
    )
    return [Held(*row) for row in rows]


def any_memory(database: Database) -> bool:
    """True once anything was learned that can be asked."""
    row = database.connection.execute(
        "SELECT EXISTS (SELECT 1 FROM memory WHERE active)"
    ).fetchone()
    return bool(row[0])
