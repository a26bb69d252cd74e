"""The steps of the schema: a data file of an earlier version is brought to the newest one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizapp.store.database import APPLICATION_ID, user_version


class Migration(NamedTuple):
    """One numbered step of the schema."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """Every step of the schema, in order, numbered from 1 without a gap."""
    from importlib import resources

    folder = resources.files("quizapp.store") / "migrations"
    files = sorted((item for item in folder.iterdir() if item.name.endswith(".sql")), key=_name)
    steps = tuple(
        Migration(int(file.name[:4]), file.name[5:-4], file.read_text(encoding="utf-8"))
        for file in files
    )
    if [step.number for step in steps] != list(range(1, len(steps) + 1)):
        raise AssertionError("migrations are numbered from 1 without a gap")
    return steps


def _name(item: object) -> str:
    return str(getattr(item, "name", ""))


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    steps: tuple[Migration, ...],
    *,
    keep_copy: bool = True,
) -> None:
    """Take the file through every step it has not had, each in a transaction of its own.

    A file that holds something is copied first, beside the other backups. A failing step
    leaves the file as the step before left it.
    """
    anything = bool(user_version(connection))
    for step in steps:
        if user_version(connection) >= step.number:
            continue
        if keep_copy and anything:
            from quizapp.store.backup import back_up

            back_up(connection, path, label=f"before-schema-{step.number}")
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another window may have taken the step while this one waited for the lock.
            if user_version(connection) < step.number:
                for statement in statements(step.sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {step.number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: executescript would commit half a migration."""
    text = ""
    for line in sql.splitlines(keepends=True):
        text += line
        if sqlite3.complete_statement(text):
            yield text
            text = ""
    if text.strip():
        raise AssertionError(f"a migration ends in the middle of a statement: {text.strip()}")
