"""The step to schema 3: the topics' sums, and the indexes that files of the first days lack."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from quizapp.store import questions, topics
from quizapp.store.database import APPLICATION_ID, open_database
from quizapp.store.migrating import statements

SCHEMA = Path(__file__).with_name("schema-1.sql")
DAY = 739000


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that schema 1 wrote, with memories of two topics out of three."""
    path = tmp_path / "quiz.db"
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements(SCHEMA.read_text(encoding="utf-8")):
        connection.execute(statement)
    connection.executescript(
        f"""
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = 1;
        INSERT INTO topic VALUES (1, 'p', 'one'), (2, 'p', 'two'), (3, 'p', 'three');
        INSERT INTO question VALUES
            (1, 'p', 'a', 1, 0, 'hash', 1, 0, 0, 1), (2, 'p', 'b', 1, 1, 'hash', 1, 0, 0, 1),
            (3, 'p', 'c', 2, 2, 'hash', 1, 0, 0, 1), (4, 'p', 'd', 2, 3, 'hash', 0, 0, 0, 1),
            (5, 'p', 'e', 3, 4, 'hash', 1, 0, 0, NULL);
        INSERT INTO memory VALUES
            (1, 21, 5, {DAY}, {DAY - 1}, 1, 0, 1), (2, 20.9, 5, {DAY + 1}, {DAY - 1}, 1, 0, 1),
            (3, 30, 5, {DAY + 2}, {DAY - 1}, 1, 0, 1), (4, 30, 5, {DAY}, {DAY - 1}, 1, 0, 0);
        INSERT INTO daily VALUES ({DAY - 5}, 1, 1, 1, 1, 1), ({DAY}, 1, 1, 1, 1, 1);
        """
    )
    connection.close()
    return path


@pytest.mark.parametrize(("later", "due"), [(-1, (0, 0)), (0, (1, 0)), (1, (2, 0)), (9, (2, 1))])
def test_the_memories_of_an_old_file_are_counted(
    old: Path, later: int, due: tuple[int, int]
) -> None:
    opened = open_database(old)
    day = date.fromordinal(DAY + later)
    assert questions.topic_counts(opened, day) == {
        ("p", "one"): (2, 1, due[0]),
        ("p", "two"): (1, 1, due[1]),
    }
    assert questions.count_due(opened, day) == sum(due)
    opened.close()


def test_indexes_that_files_of_the_first_days_lack_are_made(old: Path) -> None:
    connection = sqlite3.connect(old)
    connection.executescript("DROP INDEX question_new_topic; DROP INDEX review_replaced;")
    connection.close()
    opened = open_database(old)
    assert topics.has_unseen(opened, 3)
    assert not topics.has_unseen(opened, 1)
    assert questions.new(opened, 5, 3) == [(5, 3)]
    names = {row[0] for row in opened.connection.execute("SELECT name FROM sqlite_master")}
    assert {"question_new_topic", "review_replaced"} <= names
    opened.close()
