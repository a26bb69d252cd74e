"""Progress out of a real data file, and that no question of it scans the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from quizapp.core.progress import Mastery
from quizapp.store import progress, questions, rounds
from quizapp.study import Study

TODAY = date(2026, 3, 2)


def remember(
    study: Study, name: str, *, due: int = 0, lapses: int = 0, stability: float = 5, hard: float = 5
) -> int:
    """A memory as replies would leave it, due so many days from today."""
    number = questions.number_of(study.database, "small", name)
    assert number is not None
    study.database.connection.execute(
        "INSERT INTO memory (question, stability, difficulty, due, last, replies, lapses) "
        "VALUES (?, ?, ?, ?, ?, 9, ?)",
        (number, stability, hard, TODAY.toordinal() + due, TODAY.toordinal() - 1, lapses),
    )
    study.database.connection.execute(
        "UPDATE question SET seen = ? WHERE number = ?", (TODAY.toordinal() - 9, number)
    )
    return number


def test_days_with_a_reply_are_told_oldest_first(study: Study) -> None:
    day = TODAY.toordinal()
    study.database.connection.executemany(
        "INSERT INTO daily VALUES (?, ?, 1, 2000, 1, 1)",
        [(day, 3), (day - 5, 2), (day - 2, 0), (day + 1, 4)],
    )
    found = progress.days(study.database, TODAY)
    assert [(one.day.toordinal() - day, one.sums.replies) for one in found] == [(-5, 2), (0, 3)]


def test_due_days_are_counted_and_suspended_questions_left_out(study: Study) -> None:
    remember(study, "astana", due=-3)
    remember(study, "minsk", due=2)
    remember(study, "members", due=30)
    questions.suspend(study.database, remember(study, "languages", due=2), True)
    found = progress.due_by_day(study.database, TODAY, 30)
    assert found == {TODAY - timedelta(days=3): 1, TODAY + timedelta(days=2): 1}


def test_the_hardest_come_first_and_what_was_never_forgotten_not_at_all(study: Study) -> None:
    remember(study, "astana", lapses=2, hard=4)
    remember(study, "minsk", lapses=2, hard=8)
    remember(study, "members", lapses=0, hard=9)
    questions.suspend(study.database, remember(study, "languages", lapses=7), True)
    found = progress.hardest(study.database, 10)
    assert [(one.id, one.topic, one.lapses) for one in found] == [
        ("minsk", "capitals", 2),
        ("astana", "capitals", 2),
    ]
    assert [one.id for one in progress.hardest(study.database, 1)] == ["minsk"]


def test_mastery_adds_up_to_what_can_be_asked(study: Study) -> None:
    remember(study, "astana", stability=21)
    remember(study, "minsk", stability=20.9)
    number = questions.number_of(study.database, "small", "members")
    assert number is not None
    assert progress.mastery(study.database) == Mastery(1, 1, 2)
    questions.suspend(study.database, number, True)
    assert progress.mastery(study.database) == Mastery(1, 1, 1)


def test_the_place_in_a_topic_is_that_in_browse(study: Study) -> None:
    numbers = [questions.number_of(study.database, "small", one) for one in ("astana", "minsk")]
    assert [progress.place_in_topic(study.database, one or 0) for one in numbers] == [0, 1]


def test_the_newest_rounds_are_told_oldest_first(study: Study) -> None:
    for place in range(4):
        played = rounds.PlayedRound(bytes([place] * 16), "all", place, 10 * place, 1, 2, 3000)
        rounds.add_round(study.database, played)
    assert [one.points for one in progress.newest_rounds(study.database, 2)] == [20, 30]
    assert progress.count_rounds(study.database) == 4


@pytest.mark.parametrize(
    "ask",
    [
        lambda database: progress.days(database, TODAY),
        lambda database: progress.due_by_day(database, TODAY, 30),
        lambda database: progress.hardest(database, 50),
        progress.mastery,
        lambda database: progress.place_in_topic(database, 1),
        lambda database: progress.newest_rounds(database, 60),
    ],
)
def test_nothing_of_progress_reads_the_log(study: Study, ask: Callable[..., object]) -> None:
    said: list[str] = []
    study.database.connection.set_trace_callback(said.append)
    ask(study.database)
    study.database.connection.set_trace_callback(None)
    assert said
    for statement in said:
        plan = study.database.connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        assert not [row for row in plan if "review" in row[3]], statement


def test_what_is_due_is_counted_by_index_alone(study: Study) -> None:
    said: list[str] = []
    study.database.connection.set_trace_callback(said.append)
    progress.due_by_day(study.database, TODAY, 30)
    study.database.connection.set_trace_callback(None)
    plan = study.database.connection.execute(f"EXPLAIN QUERY PLAN {said[0]}").fetchall()
    assert any("INDEX memory_due" in row[3] for row in plan)
