"""Rounds, and what was missed in the course of a day."""

from __future__ import annotations

from datetime import date

from quizapp.store import rounds
from quizapp.store.database import open_database


def test_what_was_missed_today_is_found_without_reading_the_whole_log(tmp_path) -> None:
    database = open_database(tmp_path / "quiz.db")
    asked: list[str] = []
    database.connection.set_trace_callback(asked.append)
    rounds.missed_on(database, date(2026, 3, 2))
    database.connection.set_trace_callback(None)
    plan = database.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert any("PRIMARY KEY (id>?)" in row[-1] for row in plan), plan
    database.close()
