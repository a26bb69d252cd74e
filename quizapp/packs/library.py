"""The library: where packs lie, which are installed, and how one is added."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.errors import CatalogDamaged
from quizapp.packs import catalog, searching

if TYPE_CHECKING:
    from datetime import date

    from quizapp.core.question import Pack, Question
    from quizapp.packs.dating import DatedRow

Progress = Callable[[int, int], None]
STAGE = ".adding"
"""The folder in which files wait to be placed; what is left there was interrupted."""
HIDDEN = ".hidden"
"""The learner's file with the ids of packs that came with the app and are not wanted."""


class InstalledPack(NamedTuple):
    """A pack file in one of the packs folders; one with problems cannot be used."""

    id: str
    title: str
    version: str
    about: str
    license: str
    questions: int
    topics: int
    path: Path
    shipped: bool
    problems: tuple[str, ...]


class Folder(NamedTuple):
    """A folder of packs. `shipped` packs come with the app.

    `order` has the ids of packs that are taught before all others, in that order; in this folder
    their files are called after them.
    """

    path: Path
    shipped: bool
    order: tuple[str, ...] = ()


class Seen(NamedTuple):
    """A file as it lies in a folder now; size -1 where it cannot be looked at."""

    path: Path
    size: int
    mtime: int
    shipped: bool
    source: bool
    trouble: str = ""


class Library:
    """All installed packs, through the catalog.

    `folders` are looked through in order, and a pack in a later folder takes the place of one
    with the same id in an earlier one.
    """

    def __init__(self, folders: tuple[Folder, ...], catalog_path: Path | None) -> None:
        self.folders = folders
        self._catalog_path = catalog_path
        self._connection = catalog.open_catalog(catalog_path)
        self._ready: dict[str, Pack] = {}
        self._topics: list[catalog.TopicRow] = []
        self._topics_of: tuple[object, ...] = ()

    @property
    def own(self) -> Path:
        """The folder that packs are added to."""
        return self.folders[-1].path

    def again(self) -> Library:
        """The same folders and catalog once more, for another thread to open and to close."""
        return Library(self.folders, self._catalog_path)

    def close(self) -> None:
        """Close the catalog."""
        self._connection.close()

    def refresh(
        self, progress: Progress | None = None, ready: Mapping[bytes, Pack] | None = None
    ) -> bool:
        """Bring the catalog in step with the folders, reading only files that changed.

        True where anything changed. A file that cannot be used is kept with its problems. Where
        the catalog cannot be written it lives in memory for this run. `ready` are packs that
        were read just now, by their files' bytes.
        """
        if (self.own / STAGE).exists():
            from quizapp.packs.placing import finish

            finish(self.own)
        self._ready = _by_digest(ready) if ready else {}
        try:
            return self._refresh(progress)
        except CatalogDamaged:
            self._connection.close()
            self._connection = catalog.open_catalog(self._catalog_path)
            return self._refresh_once_more(progress)
        except sqlite3.OperationalError:
            self._connection.close()
            self._connection = catalog.open_catalog(None)
            return self._refresh(progress)
        finally:
            self._ready = {}

    def _refresh_once_more(self, progress: Progress | None) -> bool:
        """Fill a catalog that has just been made anew; in memory where the disk is of no use."""
        try:
            return self._refresh(progress)
        except (CatalogDamaged, sqlite3.OperationalError):
            self._connection.close()
            self._connection = catalog.open_catalog(None)
            return self._refresh(progress)

    def _refresh(self, progress: Progress | None) -> bool:
        seen = {str(item.path): item for item in self._look()}
        known = catalog.files(self._connection)
        changed = [
            item
            for path, item in seen.items()
            if path not in known
            or (item.size, item.mtime) != known[path][1:3]
            # What could not be read may be so now: permissions leave no trace in size or time.
            or not known[path].hash
        ]
        gone = [path for path in known if path not in seen]
        if not changed and not gone:
            return False
        again = set(_to_read_again(seen, known, gone, changed))
        wanted = again.union(str(item.path) for item in changed)
        from quizapp.packs.compiling import forget_file
        from quizapp.packs.taking import Taker

        taker = Taker(self, self._connection, self._ready, progress)
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            for path in gone:
                forget_file(self._connection, path)
            for path, item in seen.items():
                if path in wanted:
                    taker.take(item, known.get(path), force=path in again)
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        return True

    def _look(self) -> Iterator[Seen]:
        for folder in self.folders:
            for place, source in ((folder.path, False), (folder.path / "sources", True)):
                try:
                    with os.scandir(place) as found:
                        items = sorted(found, key=lambda item: (self.place(item.name), item.name))
                except OSError:
                    continue
                for item in items:
                    if item.name.endswith(".toml") and not item.name.startswith("."):
                        yield _look_at(Path(item.path), folder.shipped, source)
                    elif item.name == HIDDEN and not source and not folder.shipped:
                        yield _stat(Path(item.path), shipped=False, source=True)

    def place(self, pack: str) -> int:
        """Where a pack stands in the order of teaching; all that have no place stand behind."""
        order = [one for folder in self.folders for one in folder.order]
        name = pack.removesuffix(".toml")
        return order.index(name) if name in order else len(order)

    def packs(self) -> tuple[InstalledPack, ...]:
        """Every pack file in the folders, the unusable ones last."""
        import json

        files = catalog.files(self._connection)
        topics = catalog.topics_by_pack(self._connection)
        good = [
            InstalledPack(
                row.id,
                row.title,
                row.version,
                row.about,
                row.license,
                row.questions,
                topics.get(row.id, 0),
                Path(row.path),
                bool(files[row.path].shipped),
                (),
            )
            for row in catalog.packs(self._connection)
        ]
        bad = [
            InstalledPack(
                "", Path(row.path).name, "", "", "", 0, 0, Path(row.path), bool(row.shipped), told
            )
            for row in files.values()
            if row.problems != "[]" and (told := tuple(json.loads(row.problems)))
        ]
        return (*good, *bad)

    def titles(self) -> dict[str, str]:
        """The title of every installed pack, by its id."""
        return catalog.titles(self._connection)

    def count(self) -> tuple[int, int, int]:
        """How many packs and questions are installed, and how many files cannot be used."""
        row = self._connection.execute(
            "SELECT count(*), total(questions), (SELECT count(*) FROM file WHERE problems <> '[]') "
            "FROM pack"
        ).fetchone()
        return int(row[0]), int(row[1]), int(row[2])

    def fingerprints(self) -> dict[str, str]:
        """The fingerprint of every installed pack."""
        return catalog.fingerprints(self._connection)

    def entries(self, pack: str) -> Iterator[catalog.EntryRow]:
        """What the learner's register needs to know of a pack's questions."""
        return catalog.entries(self._connection, pack)

    def topics(self) -> list[catalog.TopicRow]:
        """The topics of all packs, in order; the same list until the catalog has changed."""
        state = catalog.state(self._connection)
        if state != self._topics_of:
            self._topics, self._topics_of = catalog.topics(self._connection), state
        return self._topics

    def brief(self, pack: str, topic: str) -> str:
        """A topic's brief, "" where it has none."""
        return catalog.brief(self._connection, pack, topic)

    def question(self, pack: str, question: str) -> Question | None:
        """One question, found by index; None where it is not installed."""
        text = catalog.document(self._connection, pack, question)
        if text is None:
            return None
        from quizapp.packs.codec import decode

        try:
            return decode(text)
        except ValueError:
            if self._catalog_path is None:
                raise
            raise catalog.damaged(self._catalog_path) from None

    def at_places(self, places: list[tuple[int, int]]) -> list[tuple[str, str]]:
        """(pack, id) of the questions at (topic number, place in the topic)."""
        return catalog.at_places(self._connection, places)

    def source(self, name: str) -> catalog.SourceRow | None:
        """How a source is called."""
        return catalog.source(self._connection, name)

    def count_dates(self, before: date | None = None) -> int:
        """How many dates the questions have, all of them or those before a day."""
        from quizapp.packs import dating

        if before is None:
            return dating.count(self._connection)
        return dating.before(self._connection, before)

    def dates(self, offset: int, limit: int, total: int) -> tuple[DatedRow, ...]:
        """At most `limit` of the `total` dates of questions, oldest first, from `offset` on."""
        from quizapp.packs import dating

        return dating.window(self._connection, offset, limit, total)

    def search(self, text: str, limit: int = 50) -> list[tuple[str, str]]:
        """(pack, id) of questions that hold every word of `text`, or words that begin so."""
        if not searching.words_of(text):
            return []
        found = self.find(searching.Wanted(text), 0, limit)
        return [(one.pack, one.id) for one in self.best_first(found, text)]

    def find(self, wanted: searching.Wanted, after: int, limit: int) -> list[searching.Candidate]:
        """The next questions behind number `after` that fit, in the packs' order."""
        return searching.candidates(self._connection, wanted, after, limit)

    def fits(self, wanted: searching.Wanted, pack: str, question: str) -> bool:
        """Whether one question has the wanted words and forms."""
        return searching.fits(self._connection, wanted, pack, question)

    def best_first(self, found: list[searching.Candidate], text: str) -> list[searching.Candidate]:
        """A handful of questions, those that `text` fits best first."""
        return searching.best_first(self._connection, found, text)

    def files(self) -> dict[str, catalog.FileRow]:
        """Every file in the folders as it was last seen, by path."""
        return catalog.files(self._connection)

    def hidden(self) -> tuple[str, ...]:
        """The ids of packs that came with the app and are hidden, the last one hidden last."""
        from quizapp.packs.installing import hidden_ids

        return hidden_ids(self.own)

    def origin(self, pack: str) -> str:
        """The path or address that a pack was added from, "" where that is not known."""
        from quizapp.packs.installing import origin_of

        return origin_of(self.own, pack)

    def citing(self, source: str) -> set[str]:
        """The ids of the installed packs that cite a source, found by reading all questions."""
        return catalog.packs_holding(self._connection, f'"{source}"')

    def keeps_source(self, pack: str, source: str, data: bytes) -> bool:
        """Whether a source that comes with a pack gives way to the one that is installed.

        It does where that one came with the app or is cited by another pack: nobody's pack
        changes what is shown below another's questions.
        """
        from quizapp.packs.installing import same_bytes

        for folder in self.folders:
            path = folder.path / "sources" / f"{source}.toml"
            if path.is_file():
                return (
                    folder.shipped or same_bytes(path, data) or bool(self.citing(source) - {pack})
                )
        return False

    def add(self, path: Path, progress: Progress | None = None) -> InstalledPack:
        """Check a pack file and copy it, whole or not at all, into the learner's packs folder.

        A pack of the same id there is replaced. Source files it cites come along where they lie
        beside it. Raises PackError with every problem, or QuizError where it cannot be copied.
        """
        from quizapp.packs.installing import install, read_parcel

        (added,) = install(self, [read_parcel(with_home(path))], progress=progress)
        return added


def with_home(path: Path) -> Path:
    """A path as people type it, with the home folder for "~"; an unknown user's stays as it is."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _to_read_again(
    seen: Mapping[str, Seen],
    known: Mapping[str, catalog.FileRow],
    gone: Sequence[str],
    changed: Sequence[Seen],
) -> Iterator[str]:
    """Files to compile though they did not change, since others did.

    A pack that another file's pack of the same id stood behind may show again, and one that
    came with the app may have been hidden or brought back.
    """
    paths = [*map(Path, gone), *(one.path for one in changed)]
    hiding = any(path.name == HIDDEN for path in paths)
    for path, item in seen.items():
        behind = bool(gone) and path in known and not known[path].pack
        if not item.source and path in known and (behind or (hiding and item.shipped)):
            yield path


def _look_at(path: Path, shipped: bool, source: bool) -> Seen:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        told = Path(os.fsencode(path).decode(errors="replace"))
        return Seen(told, -1, 0, shipped, source, "its name is not UTF-8; rename the file")
    return _stat(path, shipped, source)


def _stat(path: Path, shipped: bool, source: bool) -> Seen:
    try:
        found = path.stat()
    except OSError as error:
        return Seen(path, -1, 0, shipped, source, f"this file cannot be read ({error.strerror})")
    return Seen(path, found.st_size, found.st_mtime_ns, shipped, source)


def _by_digest(ready: Mapping[bytes, Pack]) -> dict[str, Pack]:
    import hashlib

    return {hashlib.sha256(data).hexdigest(): pack for data, pack in ready.items()}
