from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from quizapp.errors import DataError
from quizapp.store import database
from quizapp.store.database import open_database, open_unsaved
from quizapp.store.migrating import Migration, migrate, migrations


def test_a_new_file_has_the_newest_schema(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "deep" / "quiz.db")
    assert opened.connection.execute("PRAGMA user_version").fetchone()[0] == database.NEWEST
    assert opened.connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert opened.connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert opened.connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    opened.close()


def test_the_newest_schema_is_the_last_migration() -> None:
    assert migrations()[-1].number == database.NEWEST


def test_every_schema_from_the_first_on_leads_to_the_newest(tmp_path: Path) -> None:
    for steps in range(len(migrations())):
        path = tmp_path / f"from-{steps}.db"
        connection = sqlite3.connect(path, isolation_level=None)
        migrate(connection, path, migrations()[:steps])
        connection.close()
        open_database(path).close()


def test_a_failing_step_leaves_the_file_as_the_step_before_left_it(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    bad = Migration(
        database.NEWEST + 1, "bad", "CREATE TABLE half (a);\nINSERT INTO nowhere VALUES (1);\n"
    )
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(connection, path, (*migrations(), bad))
    assert connection.execute("PRAGMA user_version").fetchone()[0] == database.NEWEST
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master")]
    assert "half" not in tables
    connection.close()


def test_a_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    more = Migration(database.NEWEST + 1, "more", "CREATE TABLE more (a);\n")
    migrate(connection, path, (*migrations(), more))
    connection.close()
    (copy,) = (tmp_path / "quiz.db.backups").iterdir()
    assert f"before-schema-{database.NEWEST + 1}" in copy.name
    older = sqlite3.connect(copy)
    assert older.execute("PRAGMA user_version").fetchone()[0] == database.NEWEST
    older.close()


def refused(path: Path) -> str:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(DataError) as caught:
        open_database(path).close()
    if path.is_file():
        assert path.read_bytes() == before
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def test_a_newer_file_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert "newer sco-quiz" in refused(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path)


def test_a_text_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n" * 40)
    assert "not a sco-quiz data file" in refused(path)


def test_a_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    path.write_bytes(path.read_bytes()[:9000])
    assert "damaged" in refused(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (a)")
    connection.commit()
    connection.close()
    assert "another program" in refused(path)


def test_a_read_only_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    path.chmod(0o444)
    assert "--no-save" in refused(path)


def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "fixed"
    folder.mkdir()
    folder.chmod(0o555)
    assert "read-only" in refused(folder / "quiz.db")
    folder.chmod(0o755)


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop.db"
    path.symlink_to(path)
    with pytest.raises(DataError, match="--data"):
        open_database(path)


def test_a_file_that_another_program_locks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = tmp_path / "quiz.db"
    open_database(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE held (a)")
    try:
        with pytest.raises(DataError, match="another program holds"):
            open_database(path)
    finally:
        other.execute("ROLLBACK")
        other.close()


def test_a_full_disk_is_said_in_words_and_harms_nothing(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "quiz.db")
    pages = opened.connection.execute("PRAGMA page_count").fetchone()[0]
    opened.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DataError, match="disk is full"), opened.transaction() as connection:
        for name in range(2000):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (str(name), "x" * 500))
    assert opened.connection.execute("SELECT count(*) FROM setting").fetchone()[0] == 0
    assert opened.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    opened.close()


def test_playing_without_saving_changes_no_file(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    open_database(path).close()
    path.chmod(0o444)
    before = path.read_bytes()
    copy = open_unsaved(path)
    with copy.transaction() as connection:
        connection.execute("INSERT INTO setting VALUES ('a', 'b')")
    copy.close()
    assert not copy.saving
    assert path.read_bytes() == before


def test_reviews_can_neither_be_changed_nor_deleted(tmp_path: Path) -> None:
    opened = open_database(tmp_path / "quiz.db")
    opened.connection.execute("INSERT INTO topic VALUES (1, 'p', 't')")
    opened.connection.execute(
        "INSERT INTO question (number, pack, id, topic, place, answer) "
        "VALUES (1, 'p', 'q', 1, 0, 'h')"
    )
    opened.connection.execute(
        "INSERT INTO review VALUES (x'01', 1, 0, 1, 'study', 'choice', 0, '[]', 'right', 3, 9, "
        "'d', NULL, NULL)"
    )
    for statement in ("UPDATE review SET rating = 1", "DELETE FROM review"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            opened.connection.execute(statement)
    opened.close()


def test_a_page_damaged_in_the_middle_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    opened = open_database(path)
    with opened.transaction() as connection:
        for number in range(3000):
            connection.execute("INSERT INTO setting VALUES (?, ?)", (str(number), "x" * 90))
    opened.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    content = bytearray(path.read_bytes())
    for page in range(len(content) // 4096 // 2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(bytes(content))
    opened = open_database(path)
    with pytest.raises(DataError, match="damaged"):
        opened.connection.execute("SELECT sum(length(value)) FROM setting").fetchall()
    opened.close()


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    for opening in (open_database, open_unsaved):
        with pytest.raises(DataError, match="not a regular file"):
            opening(path)
