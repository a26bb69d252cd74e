"""The user-data file as a whole: open, transaction, and its troubles in words."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.errors import DataError

if TYPE_CHECKING:
    from typing_extensions import Self

APPLICATION_ID = 0x53434F51
"""SQLite's application_id of our files: "SCOQ"."""
BUSY_SECONDS = 3.0
_HEADER = b"SQLite format 3\x00"


class Database:
    """An open user-data file. `saving` is False for a copy in memory that is not kept."""

    def __init__(self, connection: sqlite3.Connection, path: Path, *, saving: bool = True) -> None:
        self.connection = connection
        self.path = path
        self.saving = saving
        self._place = _place_of(path) if saving else None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it is on disk afterwards, or nothing.

        Raises DataError in words when the file is locked, full, read-only or damaged.
        """
        with said(self.path):
            # A file that was taken away or replaced would take replies that nobody finds again.
            if self._place != _place_of(self.path) and self.saving:
                raise DataError(
                    f"{self.path}: this file was moved, deleted or restored while it was open, "
                    "so nothing more is saved; leave and start again"
                )
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the file. A second call does nothing."""
        self.connection.close()


class _ToldCursor(sqlite3.Cursor):
    """A cursor whose troubles with the file are told in words, while reading too."""

    path = Path()

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise _told(self.path, error) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            raise _told(self.path, error) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            raise _told(self.path, error) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise _told(self.path, error) from error


def _connect(path: Path, place: str = "") -> sqlite3.Connection:
    """A connection whose cursors tell of damage in words wherever they meet it.

    It opens `path`, or what SQLite calls `place`, and tells of `path` either way.
    """
    told = type("_CursorOfFile", (_ToldCursor,), {"path": path})

    class Connection(sqlite3.Connection):
        def cursor(self, factory: Any = told) -> Any:
            return super().cursor(factory)

        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            found: sqlite3.Cursor = self.cursor().execute(sql, parameters)
            return found

    return sqlite3.connect(
        place or path, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection
    )


def _place_of(path: Path) -> tuple[int, int] | None:
    """What tells one file from another of the same name; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - before each commit, so the quick way
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turn SQLite's errors on `path` into a DataError that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _told(path, error) from error


def _told(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """The error to raise for one of SQLite's: in words, or itself where it is a bug of ours."""
    words = _in_words(path, error)
    return DataError(words) if words else error


def _in_words(path: Path, error: sqlite3.DatabaseError) -> str:
    text = str(error)
    if "locked" in text or "busy" in text:
        return f"{path}: another program holds this file; close it there and try again"
    if "full" in text:
        return f"{path}: the disk is full, so nothing more can be saved; free some space"
    if "readonly" in text or "read-only" in text:
        return read_only_message(path)
    if (
        "malformed" in text
        or "decode to UTF-8" in text
        or "not a database" in text
        or "corrupt" in text
    ):
        return damaged_message(path)
    if "unable to open" in text:
        return f"{path}: this file cannot be opened; check its folder and its permissions"
    if "disk I/O" in text:
        return f"{path}: the disk is full or does not answer ({text}); check it and try again"
    if isinstance(error, sqlite3.OperationalError):
        return f"{path}: {text}; `sco-quiz restore` lists the backups"
    return ""


def damaged_message(path: Path) -> str:
    """What to say of a file that is no longer, or never was, a user-data file."""
    return (
        f"{path}: this is not a sco-quiz data file, or it is damaged; it was left as it is; "
        "`sco-quiz restore` lists the backups, `--data FILE` takes another file"
    )


def read_only_message(path: Path) -> str:
    """What to say of a file that cannot be written."""
    return (
        f"{path}: this file is read-only, so replies cannot be saved; make it writable, "
        "take another with --data FILE, or play without saving with --no-save"
    )


NEWEST = 3
"""The schema that this version writes; a test holds it equal to the newest migration."""


def open_database(path: Path) -> Database:
    """Open the user-data file, made new if there is none, brought to the newest schema.

    Raises DataError, with the file untouched, when it is a directory, not ours, damaged, from
    a newer version, read-only or locked.
    """
    _check_place(path)
    with said(path):
        connection = _connect(path)
        try:
            version = _version(connection, path)
            _prepare(connection)
            if version < NEWEST:
                from quizapp.store.migrating import migrate, migrations

                migrate(connection, path, migrations())
        except BaseException:
            connection.close()
            raise
    return Database(connection, path)


def open_unsaved(path: Path) -> Database:
    """A copy of the user-data file in memory: everything works, nothing is kept."""
    # The copy is as damaged as its file, so its cursors speak of that one.
    connection = _connect(path, ":memory:")
    try:
        with said(path):
            _take_over(path, connection)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path, saving=False)


def _take_over(path: Path, connection: sqlite3.Connection) -> None:
    """Copy a data file, where there is one, into memory, in today's schema."""
    if _kind_of(path) is not None:
        _check_header(path)
        try:
            _copy(path, connection, "mode=ro")
        except sqlite3.OperationalError:
            # Beside a file that nothing can be written to, SQLite reads only what needs no log.
            _copy(path, connection, "immutable=1")
    if user_version(connection) < NEWEST:
        from quizapp.store.migrating import migrate, migrations

        migrate(connection, path, migrations(), keep_copy=False)
    connection.execute("PRAGMA foreign_keys = ON")


def _copy(path: Path, target: sqlite3.Connection, how: str) -> None:
    origin = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True)
    try:
        _version(origin, path)
        origin.backup(target)
    finally:
        origin.close()


def _prepare(connection: sqlite3.Connection) -> None:
    """Set what a file of ours is worked with; this already writes, so only after `_version`."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def user_version(connection: sqlite3.Connection) -> int:
    """The number of a file's schema; 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The file's schema number; 0 for a new file. Refuses what is not ours or is newer."""
    version = user_version(connection)
    if version > NEWEST:
        raise DataError(
            f"{path}: this file was written by a newer sco-quiz (its schema is {version}, "
            f"this version knows {NEWEST}); update sco-quiz; the file was left as it is"
        )
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    if owner != APPLICATION_ID and (version or _has_tables(connection)):
        raise DataError(
            f"{path}: this is another program's database; name a file of your own with --data"
        )
    return version


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _check_place(path: Path) -> None:
    """Refuse, before SQLite touches anything, what cannot become a user-data file."""
    mode = _kind_of(path)
    if mode is None:
        _check_folder(path)
        return
    # The superuser may write anything, but a file marked read-only is meant to stay as it is.
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise DataError(read_only_message(path))
    _check_header(path)


def _kind_of(path: Path) -> int | None:
    """The mode of a regular file; None where there is none. Refuses everything else."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if path.is_symlink():
            raise DataError(f"{path}: this link leads nowhere; name another with --data") from None
        return None
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; name another file with --data") from error
    if stat.S_ISDIR(mode):
        raise DataError(f"{path}: this is a folder; name a file in it with --data")
    if not stat.S_ISREG(mode):
        raise DataError(f"{path}: this is not a regular file; name another with --data")
    return mode


def _check_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(
            f"{path}: its folder cannot be made ({error.strerror}); name another file with --data"
        ) from error
    if not path.parent.stat().st_mode & 0o222 or not os.access(path.parent, os.W_OK):
        raise DataError(
            f"{path}: its folder is read-only, so nothing can be saved there; "
            "name another file with --data, or play without saving with --no-save"
        )


def _check_header(path: Path) -> None:
    """Refuse a file that is no SQLite database or has lost its end.

    The header is described at https://www.sqlite.org/fileformat2.html#the_database_header.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise DataError(f"{path}: {error.strerror}; name another file with --data") from error
    if size == 0:
        _check_emptied(path)
        return
    if len(header) < 100 or not header.startswith(_HEADER):
        raise DataError(damaged_message(path))
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    wal = path.with_name(path.name + "-wal")
    if not _size(wal) and size < page * int.from_bytes(header[28:32], "big"):
        raise DataError(damaged_message(path))


def _check_emptied(path: Path) -> None:
    """Refuse an empty file beside backups: beginning anew in it would hide what was learned."""
    from quizapp.store.backup import backups

    found = backups(path)
    if found and not _size(path.with_name(path.name + "-wal")):
        raise DataError(
            f"{path}: this file is empty, but there are backups of it; `sco-quiz restore "
            f"{found[0].path.stem}` brings the newest back; to begin anew, delete the empty file"
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
