"""The catalog: packs compiled into SQLite, so that opening them never reads the whole library.

It is a cache: whatever is wrong with it, it is thrown away and made anew from the packs.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.errors import CatalogDamaged

if TYPE_CHECKING:
    from typing_extensions import Self


VERSION = 5
"""Raised whenever the schema or the codec changes; a catalog of another version is made anew."""


class FileRow(NamedTuple):
    """A pack or source file as the catalog last saw it; `problems` is JSON."""

    path: str
    size: int
    mtime: int
    hash: str
    shipped: bool
    pack: str = ""
    problems: str = "[]"


class PackRow(NamedTuple):
    """An installed pack. `place` is its place in the order in which packs are taught."""

    id: str
    path: str
    fingerprint: str
    title: str
    version: str
    license: str
    about: str
    questions: int
    place: int


class TopicRow(NamedTuple):
    """A topic of an installed pack."""

    number: int
    pack: str
    id: str
    title: str
    questions: int


class EntryRow(NamedTuple):
    """What the learner's register needs to know of a question."""

    id: str
    topic: str
    answer: str
    was: tuple[str, ...]
    said: str


class SourceRow(NamedTuple):
    """A source, as it is named below a verdict."""

    id: str
    title: str
    publisher: str
    published: str
    address: str


def open_catalog(path: Path | None) -> sqlite3.Connection:
    """The catalog at `path`, made new where it is missing, damaged or of another version.

    With None, or where the folder cannot be written, it lives in memory for this run.
    """
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _open(path)
        except (OSError, sqlite3.DatabaseError, CatalogDamaged):
            pass
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _create(connection)
    return connection


def _open(path: Path) -> sqlite3.Connection:
    connection = _connect_current(path)
    if connection is None:
        throw_away(path)
        connection = _connect(path)
    if not _version(connection):
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have made it while this one waited.
        if not _version(connection):
            _create(connection)
        connection.execute("COMMIT")
    return connection


def _connect_current(path: Path) -> sqlite3.Connection | None:
    """The catalog at `path` if it is new or of this version; None if it must be thrown away."""
    try:
        connection = _connect(path)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return None
    try:
        if _version(connection) in (0, VERSION):
            return connection
    except CatalogDamaged:
        pass
    connection.close()
    return None


def throw_away(path: Path) -> None:
    """Take a catalog's files away. Raises OSError where they cannot be."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _checked(error: sqlite3.DatabaseError, path: Path) -> Exception:
    """What to raise for one of SQLite's errors: a damaged catalog goes, so that it is made anew."""
    text = str(error)
    # SQLite's own trouble with a file's pages comes as the plain class.
    if type(error) is sqlite3.DatabaseError or any(words in text for words in _DAMAGE):
        return damaged(path)
    return error


def damaged(path: Path) -> CatalogDamaged:
    """Throw a damaged catalog away, where that can be, and say so."""
    with suppress(OSError):
        throw_away(path)
    return CatalogDamaged(
        f"{path}: the compiled packs were damaged and are made anew when sco-quiz is started "
        "again; your packs and all you remember are untouched"
    )


_DAMAGE = ("malformed", "not a database", "corrupt", "decode to UTF-8", "no such table")


class _Cursor(sqlite3.Cursor):
    """A cursor that has the catalog made anew wherever it meets damage."""

    path = Path()

    def execute(self, sql: str, parameters: Any = (), /) -> Self:
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            raise _checked(error, self.path) from error

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlite3.DatabaseError as error:
            raise _checked(error, self.path) from error

    def fetchall(self) -> list[Any]:
        try:
            return super().fetchall()
        except sqlite3.DatabaseError as error:
            raise _checked(error, self.path) from error

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except sqlite3.DatabaseError as error:
            raise _checked(error, self.path) from error


class Connection(sqlite3.Connection):
    """A catalog that is open; `path` is its file, None for one in memory."""

    path: Path | None = None

    def cursor(self, factory: Any = None) -> Any:
        """A cursor that knows the file it reads."""
        if factory is None and self.path is not None:
            factory = type("_CursorOfFile", (_Cursor,), {"path": self.path})
        return super().cursor(factory or sqlite3.Cursor)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """One statement, by a cursor of our own."""
        found: sqlite3.Cursor = self.cursor().execute(sql, parameters)
        return found


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30.0, isolation_level=None, factory=Connection)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    # From here on it holds packs, or will; what is wrong with it now was not so before.
    connection.path = path
    return connection


def _create(connection: sqlite3.Connection) -> None:
    from importlib import resources

    script = (resources.files("quizapp.packs") / "catalog.sql").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def files(connection: sqlite3.Connection) -> dict[str, FileRow]:
    """Every file the catalog knows, by path."""
    return {row[0]: FileRow(*row) for row in connection.execute("SELECT * FROM file")}


def packs(connection: sqlite3.Connection) -> list[PackRow]:
    """The installed packs, in the order in which they are taught."""
    return [PackRow(*row) for row in connection.execute("SELECT * FROM pack ORDER BY place, path")]


def fingerprints(connection: sqlite3.Connection) -> dict[str, str]:
    """The fingerprint of every installed pack, in the order in which they are taught."""
    return dict(connection.execute("SELECT id, fingerprint FROM pack ORDER BY place, path"))


def state(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Another one after each change, by this connection or by another program."""
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    return connection, version, connection.total_changes


def titles(connection: sqlite3.Connection) -> dict[str, str]:
    """The title of every installed pack, in the order in which they are taught."""
    return dict(connection.execute("SELECT id, title FROM pack ORDER BY place, path"))


def topics_by_pack(connection: sqlite3.Connection) -> dict[str, int]:
    """How many topics each pack has."""
    return dict(connection.execute("SELECT pack, count(*) FROM topic GROUP BY pack"))


def topics(connection: sqlite3.Connection) -> list[TopicRow]:
    """The topics of all packs, in order."""
    rows = connection.execute(
        "SELECT topic.number, topic.pack, topic.id, topic.title, topic.questions FROM topic "
        "JOIN pack ON pack.id = topic.pack ORDER BY pack.place, pack.path, topic.place"
    )
    return [TopicRow(*row) for row in rows.fetchall()]


def brief(connection: sqlite3.Connection, pack: str, topic: str) -> str:
    """A topic's brief, "" where it has none."""
    row = connection.execute(
        "SELECT brief FROM topic WHERE pack = ? AND id = ?", (pack, topic)
    ).fetchone()
    return str(row[0]) if row else ""


def entries(connection: sqlite3.Connection, pack: str) -> Iterator[EntryRow]:
    """What the register needs to know of a pack's questions, in the pack's order."""
    import json

    for question, topic, answer, was, said in connection.execute(
        "SELECT question.id, topic.id, answer, was, "
        "json_remove(json_extract(document, '$.prompts[0].answer'), '$.wrong') FROM question "
        "JOIN topic ON topic.number = question.topic WHERE question.pack = ? "
        "ORDER BY question.number",
        (pack,),
    ):
        yield EntryRow(question, topic, answer, tuple(json.loads(was)), said)


def document(connection: sqlite3.Connection, pack: str, question: str) -> str | None:
    """A question's JSON text."""
    row = connection.execute(
        "SELECT document FROM question WHERE pack = ? AND id = ?", (pack, question)
    ).fetchone()
    return str(row[0]) if row else None


def at_places(
    connection: sqlite3.Connection, places: Sequence[tuple[int, int]]
) -> list[tuple[str, str]]:
    """(pack, id) of the questions at (topic number, place)."""
    found = []
    for place in places:
        row = connection.execute(
            "SELECT pack, id FROM question WHERE topic = ? AND place = ?", place
        ).fetchone()
        if row:
            found.append((str(row[0]), str(row[1])))
    return found


def source(connection: sqlite3.Connection, name: str) -> SourceRow | None:
    """How a source is called."""
    row = connection.execute(
        "SELECT id, title, publisher, published, address FROM source WHERE id = ?", (name,)
    ).fetchone()
    return SourceRow(*row) if row else None


def packs_holding(connection: sqlite3.Connection, text: str) -> set[str]:
    """The ids of packs with a question whose document holds `text`; reads all of them."""
    rows = connection.execute(
        "SELECT DISTINCT pack FROM question WHERE instr(document, ?)", (text,)
    )
    return {str(row[0]) for row in rows}
