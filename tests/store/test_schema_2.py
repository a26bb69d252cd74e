"""The step to schema 2, from a file as schema 1 left it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from quizapp.store import notes
from quizapp.store.database import APPLICATION_ID, Database, open_database
from quizapp.store.migrating import migrate, migrations, statements

SCHEMA = Path(__file__).with_name("schema-1.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that schema 1 wrote, with a topic, questions, reviews, notes and settings."""
    path = tmp_path / "quiz.db"
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements(SCHEMA.read_text(encoding="utf-8")):
        connection.execute(statement)
    connection.executescript(
        f"""
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = 1;
        INSERT INTO pack VALUES ('p', 'print');
        INSERT INTO topic VALUES (1, 'p', 't');
        INSERT INTO question VALUES (1, 'p', 'one', 1, 0, 'hash', 1, 0, 1, 739000);
        INSERT INTO question VALUES (2, 'p', 'two', 1, 1, 'hash', 1, 1, 0, NULL);
        INSERT INTO question VALUES (10, 'p', 'ten', 1, 2, 'hash', 0, 0, 0, NULL);
        INSERT INTO review VALUES (x'01', 1, 1, 739000, 'study', 'typed', 0, '["x"]', 'right',
            3, 9, 'here', NULL, NULL);
        INSERT INTO memory VALUES (1, 2.5, 5.5, 739003, 739000, 1, 0, 1);
        INSERT INTO spelling VALUES (1, 'a', 'b', 1);
        INSERT INTO setting VALUES ('device', 'here'), ('note:1', 'first'), ('note:10', 'tenth'),
            ('note:01', 'odd'), ('note:99', 'of nobody'), ('note:x', 'odd'), ('retention', '0.9');
        """
    )
    connection.close()
    return path


def rows(database: Database, sql: str) -> list[tuple[object, ...]]:
    return database.connection.execute(sql).fetchall()


def test_the_fixture_is_the_first_step_as_it_was(old: Path) -> None:
    assert SCHEMA.read_text(encoding="utf-8") == migrations()[0].sql


def test_notes_get_a_table_and_nothing_else_is_lost(old: Path) -> None:
    before = sqlite3.connect(old)
    reviews = before.execute("SELECT * FROM review").fetchall()
    memories = before.execute("SELECT * FROM memory").fetchall()
    before.close()
    opened = open_database(old)
    assert rows(opened, "SELECT * FROM note ORDER BY question") == [(1, "first"), (10, "tenth")]
    assert [notes.note(opened, number) for number in (1, 2, 10)] == ["first", "", "tenth"]
    kept = {"device", "note:01", "note:99", "note:x", "retention"}
    assert {row[0] for row in rows(opened, "SELECT name FROM setting")} == kept
    assert rows(opened, "SELECT * FROM review") == reviews
    assert rows(opened, "SELECT * FROM memory") == memories
    assert rows(opened, "SELECT * FROM spelling") == [(1, "a", "b", 1)]
    assert not rows(opened, "PRAGMA foreign_key_check")
    assert rows(opened, "PRAGMA integrity_check") == [("ok",)]
    opened.close()


def test_the_packs_are_registered_once_more(old: Path) -> None:
    opened = open_database(old)
    assert rows(opened, "SELECT id, fingerprint FROM pack") == [("p", "")]
    assert rows(opened, "SELECT number, said FROM question ORDER BY number") == [
        (1, ""),
        (2, ""),
        (10, ""),
    ]
    opened.close()


def test_the_old_file_is_kept_as_a_backup(old: Path) -> None:
    open_database(old).close()
    (copy,) = (old.parent / "quiz.db.backups").glob("*before-schema-2*")
    before = sqlite3.connect(copy)
    assert before.execute("SELECT count(*) FROM setting").fetchone() == (7,)
    before.close()


def test_a_step_that_breaks_off_leaves_schema_1(old: Path) -> None:
    step = migrations()[1]
    broken = step._replace(sql=step.sql + "INSERT INTO nowhere VALUES (1);\n")
    connection = sqlite3.connect(old, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, old, (migrations()[0], broken))
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM setting").fetchone() == (7,)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    assert not tables & {"note", "correction", "former_ids", "question_flagged"}
    connection.close()


@pytest.mark.parametrize("state", ["suspended", "flagged"])
@pytest.mark.parametrize("topics", [None, (1,)])
def test_the_few_that_are_marked_are_found_by_index(
    old: Path, state: str, topics: tuple[int, ...] | None
) -> None:
    from datetime import date

    from quizapp.core.standing import State
    from quizapp.store import browse

    opened = open_database(old)
    sieve = browse.Sieve(date(2026, 1, 1), State(state), topics)
    asked: list[str] = []
    opened.connection.set_trace_callback(asked.append)
    found = browse.window(opened, sieve, 0, 24, browse.count(opened, sieve))
    opened.connection.set_trace_callback(None)
    assert found == ({"suspended": 2, "flagged": 1}[state],)
    assert len(asked) == 2
    for sql in asked:
        plan = " ".join(str(row[3]) for row in rows(opened, f"EXPLAIN QUERY PLAN {sql}"))
        assert f"USING INDEX question_{state}" in plan
    opened.close()
