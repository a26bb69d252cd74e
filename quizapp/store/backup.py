"""Backups of the user-data file: one a day, thinned with age, and the way back."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import DataError
from quizapp.store.database import said

_NAME = re.compile(r"^(?P<day>\d{4}-\d{2}-\d{2})(?:-(?P<label>[a-z0-9-]+))?\.db$")
DAYS, WEEKS, MONTHS = 7, 5, 12


class Backup(NamedTuple):
    """A backup file: the day it was made, why if for a reason, and its size in bytes."""

    path: Path
    day: date
    label: str
    size: int


def folder(path: Path) -> Path:
    """The folder beside the user-data file that keeps its backups."""
    return path.with_name(path.name + ".backups")


def backups(path: Path) -> tuple[Backup, ...]:
    """The backups of the user-data file at `path`, newest first."""
    found = []
    try:
        files = sorted(folder(path).iterdir())
    except OSError:
        return ()
    for file in files:
        if match := _NAME.match(file.name):
            try:
                day = date.fromisoformat(match["day"])
            except ValueError:
                continue
            found.append(Backup(file, day, match["label"] or "", file.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.day, backup.path.name), reverse=True))


def back_up_daily(path: Path, today: date) -> Path | None:
    """Back the file up unless that was done today or nothing changed since; thin the old ones.

    Opens a connection of its own, so it may run beside another. Returns the new backup, or None.
    """
    if not path.exists() or any(item.day >= today and not item.label for item in backups(path)):
        return None
    with said(path):
        connection = sqlite3.connect(path, timeout=1.0)
        try:
            if not _changed(connection, path):
                return None
            made = back_up(connection, path, day=today)
        finally:
            connection.close()
    thin(path, today)
    return made


def _changed(connection: sqlite3.Connection, path: Path) -> bool:
    newest = next((item for item in backups(path) if not item.label), None)
    if newest is None:
        return _last_review(connection) is not None
    older = sqlite3.connect(f"{newest.path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        return _last_review(older) != _last_review(connection)
    except sqlite3.DatabaseError:
        return True
    finally:
        older.close()


def _last_review(connection: sqlite3.Connection) -> bytes | None:
    row = connection.execute("SELECT max(id) FROM review").fetchone()
    return row[0] if row else None


def back_up(
    connection: sqlite3.Connection, path: Path, *, day: date | None = None, label: str = ""
) -> Path:
    """Copy the open file whole, by SQLite's backup API, into the backup folder.

    The copy is written beside its place, flushed, and then renamed: half a backup never shows.
    """
    day = day or datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    place = folder(path)
    name = f"{day.isoformat()}-{label}.db" if label else f"{day.isoformat()}.db"
    try:
        place.mkdir(parents=True, exist_ok=True)
        part = place / f"{name}.part"
        part.unlink(missing_ok=True)
        target = sqlite3.connect(part)
        try:
            target.execute("PRAGMA journal_mode = DELETE")
            connection.backup(target, pages=2048)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        flush(part)
        part.replace(place / name)
    except (OSError, sqlite3.DatabaseError) as error:
        discard(place / f"{name}.part")
        raise DataError(f"{place}: no backup could be made ({error})") from error
    return place / name


def discard(path: Path) -> None:
    """Take a half-written file away, if that can be."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def flush(path: Path) -> None:
    """Have the system write a file's content to the disk now."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def kept(days: Sequence[date], today: date) -> set[date]:
    """Which backup days stay: all of a week, then the newest of each week, then of each month."""
    keep = {day for day in days if day > today - timedelta(days=DAYS)}
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in sorted(days):
        weeks[day.isocalendar()[:2]] = day
        months[day.year, day.month] = day
    keep |= {day for day in weeks.values() if day > today - timedelta(weeks=WEEKS)}
    keep |= {day for day in months.values() if day > today - timedelta(days=31 * MONTHS)}
    return keep | ({max(days)} if days else set())


def thin(path: Path, today: date) -> None:
    """Delete the backups that are no longer worth their room; labelled ones age alike."""
    all_of_them = backups(path)
    keep = kept([item.day for item in all_of_them], today)
    for item in all_of_them:
        if item.day not in keep:
            item.path.unlink(missing_ok=True)


def replies_in(backup: Path) -> int | None:
    """How many replies a backup holds; None where it cannot be read. Quick whatever the log."""
    try:
        connection = sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT sum(replies) FROM daily").fetchone()
            return int(row[0] or 0)
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        return None


def check_backup(backup: Path) -> int:
    """How many replies a backup holds. Raises DataError where it is not whole."""
    try:
        connection = sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)
        try:
            if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise DataError(f"{backup}: this backup is damaged; take an older one")
            return int(connection.execute("SELECT sum(replies) FROM daily").fetchone()[0] or 0)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise DataError(f"{backup}: this is no backup of sco-quiz; {error}") from error


def restore(path: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the user-data file, which is set aside first, never deleted.

    Returns where the former file lies now, or None if there was none. Raises DataError.
    """
    check_backup(backup)
    _check_unused(path)
    aside = _free_name(path.with_name(f"{path.name}.set-aside-{now:%Y-%m-%dT%H-%M-%S}"))
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(backup.read_bytes())
        flush(part)
        had = path.exists()
        for ending in ("-wal", "-shm", ""):
            file = path.with_name(path.name + ending)
            if file.exists():
                file.replace(aside.with_name(aside.name + ending))
        part.replace(path)
    except OSError as error:
        discard(part)
        raise DataError(
            f"{path}: the backup could not be put there ({error.strerror}); check the folder, its "
            "permissions and the disk"
        ) from error
    return aside if had else None


def _check_unused(path: Path) -> None:
    """Refuse to exchange a file that another window works with: its replies would be lost."""
    if not path.exists():
        return
    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        # Leaving WAL mode is possible only for the one program that has the file open.
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise DataError(
                f"{path}: another window works with this file; close it there and try again"
            ) from error
    except sqlite3.DatabaseError:
        return
    finally:
        connection.close()


def _free_name(path: Path) -> Path:
    """`path`, or the first of its numbered names that nothing has."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
