"""What is remembered of each topic, kept as sums: always what counting every memory gives."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.core.memory import STRONG_STABILITY, Memory
from quizapp.store import questions, replaying, reviews
from quizapp.store.database import Database
from quizapp.study import Study

TODAY = date(2026, 3, 2)
NUMBERS = (1, 2, 3, 4)


def counted(database: Database, day: date) -> dict[tuple[str, str], tuple[int, int, int]]:
    """The same as `topic_counts`, by reading every memory."""
    rows = database.connection.execute(
        "SELECT topic.pack, topic.id, count(*), sum(stability >= ?), sum(due <= ?) FROM memory "
        "JOIN question ON question.number = memory.question "
        "JOIN topic ON topic.number = question.topic WHERE active GROUP BY topic.number",
        (STRONG_STABILITY, day.toordinal()),
    )
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in rows}


def put(database: Database, number: int, chance: random.Random) -> None:
    """A memory that is somewhere around strong, and due somewhere around today."""
    due = TODAY + timedelta(days=chance.randint(-3, 3))
    stability = chance.choice((STRONG_STABILITY - 1, STRONG_STABILITY, STRONG_STABILITY + 1))
    with database.transaction() as connection:
        reviews._put_memory(connection, number, Memory(stability, 5.0, due, TODAY, 1, 0))


def forget(database: Database, number: int, _chance: random.Random) -> None:
    database.connection.execute("DELETE FROM memory WHERE question = ?", (number,))


def suspend(database: Database, number: int, chance: random.Random) -> None:
    questions.suspend(database, number, chance.random() < 0.5)


def move(database: Database, number: int, chance: random.Random) -> None:
    topic = chance.choice((1, 2))
    database.connection.execute("UPDATE question SET topic = ? WHERE number = ?", (topic, number))


def plan(database: Database, number: int, chance: random.Random) -> None:
    questions.save_plan(database, TODAY + timedelta(days=chance.randint(-4, 4)), {number: 0})


STEPS = (put, forget, suspend, move, plan)


@given(
    steps=st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(NUMBERS)), max_size=25),
    seed=st.integers(0, 999),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_sums_are_what_counting_every_memory_gives(
    study: Study,
    steps: list[tuple[object, int]],
    seed: int,
) -> None:
    database, chance = study.database, random.Random(seed)
    for step, number in steps:
        step(database, number, chance)  # type: ignore[operator]
    for shift in (-4, 0, 4):
        day = TODAY + timedelta(days=shift)
        expected = counted(database, day)
        assert questions.topic_counts(database, day) == expected
        assert questions.count_due(database, day) == sum(due for _, _, due in expected.values())


def test_replaying_the_whole_log_counts_anew(study: Study) -> None:
    session = study.start()
    session, asked = study.ask(session)
    assert asked is not None
    study.reply(session, asked, ("no",), 1000)
    right = counted(study.database, TODAY)
    assert right
    study.database.connection.execute("UPDATE topic_sum SET seen = 7, strong = 7, due = 7")
    replaying.rebuild(study.database, retention=0.9)
    assert questions.topic_counts(study.database, TODAY) == right


@pytest.mark.parametrize("days", [-40, 0, 40])
def test_counting_what_is_due_reads_no_memory_but_those_due_since(study: Study, days: int) -> None:
    questions.save_plan(study.database, TODAY, {})
    asked: list[str] = []
    study.database.connection.set_trace_callback(asked.append)
    questions.count_due(study.database, TODAY + timedelta(days=days))
    questions.topic_counts(study.database, TODAY + timedelta(days=days))
    study.database.connection.set_trace_callback(None)
    plans = [
        str(row[3])
        for sql in asked
        for row in study.database.connection.execute(f"EXPLAIN QUERY PLAN {sql}")
        if "memory" in sql
    ]
    of_memory = [one for one in plans if "memory" in one]
    assert len(of_memory) == 2
    assert all("memory_due" in one and "due>?" in one and "due<?" in one for one in of_memory)
