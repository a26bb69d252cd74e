"""What a path or an address offers: packs with their sources, checked, and nothing installed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from quizapp.errors import PackError, Problem, UsageError
from quizapp.exchange import limits
from quizapp.exchange.unzip import is_zip, read_zip
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.text import printable
from quizapp.packs.installing import Parcel, cited
from quizapp.packs.library import with_home

if TYPE_CHECKING:
    from quizapp.core.question import Source
    from quizapp.exchange.fetch import Fetched

Tell = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; 0 where nobody knows."""
Fetch = Callable[[str, Tell], "Fetched"]

SOURCES: Final = "sources"
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://|https?:", re.IGNORECASE)
_PACK: Final = re.compile(rb"^[ \t]*(\[\[[ \t]*question[ \t]*\]\]|format[ \t]*=)", re.MULTILINE)


class Offer(NamedTuple):
    """Checked packs, ready to be installed.

    `host` is the server they came from, "" where they lie on this machine. `left_out` are the
    files that are no packs and that no pack cites.
    """

    name: str
    parcels: tuple[Parcel, ...]
    host: str = ""
    left_out: tuple[str, ...] = ()


class _Files(NamedTuple):
    """Files by their place, with forward slashes; what messages call them begins with `name`."""

    name: str
    files: Mapping[str, bytes]
    origin: str
    host: str = ""

    def called(self, place: str) -> str:
        if not place:
            return self.name
        shown = printable(place)
        return f"{self.name}/{shown}" if self.host else str(Path(self.name) / shown)


def is_address(text: str) -> bool:
    """Whether what somebody typed is an address rather than a path."""
    return _SCHEME.match(text.strip()) is not None


def look(text: str, fetch: Fetch, tell: Tell) -> Offer:
    """What lies at a path or address. Raises PackError with every problem of every file in it.

    `fetch` is asked where it is an address; `tell` may raise to stop the work.
    """
    if not text.strip():
        raise UsageError("this names no place; name a pack, a folder, a zip or an https address")
    if is_address(text):
        fetched = fetch(text.strip(), tell)
        held = _Files(fetched.address, {"": fetched.data}, fetched.address, fetched.host)
    else:
        held = _on_disk(with_home(Path(text)), tell)
    if is_zip(held.files.get("", b"")):
        held = held._replace(files=read_zip(held.files[""], held.name, _is_toml))
        if not held.files:
            _refuse(held.name, "there is no pack (*.toml) in this zip; ask for the right file")
    return _offer(held, tell)


def _on_disk(path: Path, tell: Tell) -> _Files:
    """A file, or a folder's packs and those in its folder `sources`."""
    name = file_name(path)
    try:
        origin = str(path.resolve())
        is_folder = path.is_dir()
    except (OSError, RuntimeError, ValueError):
        # Reading it says in words what is wrong with it.
        return _Files(name, {"": read_bytes(path)}, "")
    if not is_folder:
        return _Files(name, {"": read_bytes(path, limits.DOWNLOAD_BYTES)}, origin)
    found = [*_tomls(path), *_tomls(path / SOURCES)]
    if not any(one.parent == path for one in found):
        _refuse(name, "there is no pack (*.toml) in this folder; name a pack or another folder")
    if len(found) > limits.ENTRIES:
        _refuse(name, f"the folder holds more than {limits.ENTRIES:,} files; name one of them")
    return _Files(name, _read_all(path, found, tell), origin)


def _tomls(folder: Path) -> list[Path]:
    """The TOML files of a folder; none where it is missing. Raises PackError where it is shut."""
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() == ".toml" and not path.name.startswith(".")
        )
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        _refuse(file_name(folder), f"the folder cannot be read ({error.strerror}); check it")


def _read_all(folder: Path, paths: list[Path], tell: Tell) -> dict[str, bytes]:
    """The files of a folder; every one that cannot be read is told."""
    held: dict[str, bytes] = {}
    problems: list[Problem] = []
    total = 0
    for number, path in enumerate(paths):
        tell("Reading files", number, len(paths))
        try:
            data = read_bytes(path)
        except PackError as error:
            problems += error.problems
            continue
        total += len(data)
        if total > limits.UNPACKED_BYTES:
            size = limits.UNPACKED_BYTES // 2**20
            _refuse(file_name(folder), f"the packs together are bigger than {size} MiB; split them")
        held[path.relative_to(folder).as_posix()] = data
    if problems:
        raise PackError(tuple(problems))
    return held


def _is_toml(place: str) -> bool:
    """Whether a file of a zip may be a pack or a source; systems' own leavings are not."""
    parts = place.split("/")
    return (
        place.lower().endswith(".toml")
        and parts[0] != "__MACOSX"
        and not any(part.startswith(".") for part in parts)
    )


def _is_source(place: str) -> bool:
    return SOURCES in place.split("/")[-2:-1]


def _is_foreign(data: bytes) -> bool:
    """Whether a file is TOML of another kind: some program's settings, say."""
    from quizapp.packs.format.document import read_document

    if _PACK.search(data):
        return False
    try:
        return bool(read_document(data, "").table)
    except PackError:
        return False


def _offer(held: _Files, tell: Tell) -> Offer:
    """Read and check everything; all that is wrong with any of it is raised at once."""
    packs = {place: data for place, data in held.files.items() if not _is_source(place)}
    if len(packs) > 1:
        packs = {place: data for place, data in packs.items() if not _is_foreign(data)} or packs
    if not packs:
        _refuse(held.name, "this holds sources, but no pack; ask for the pack as well")
    problems: list[Problem] = []
    parcels: dict[str, Parcel] = {}
    used: dict[str, str] = {}
    for number, (place, data) in enumerate(packs.items()):
        tell("Checking packs", number, len(packs))
        parcel = _parcel(held, place, data, problems, used)
        if parcel and parcel.pack.id in parcels:
            message = f'the pack id "{parcel.pack.id}" is used twice here; take one file out'
            problems.append(Problem(held.called(place), 0, "", message))
        elif parcel:
            parcels[parcel.pack.id] = parcel
    tell("Checking packs", len(packs), len(packs))
    if problems:
        raise PackError(tuple(dict.fromkeys(problems)))
    taken = {*packs, *used.values()}
    left_out = tuple(sorted(printable(one) for one in held.files if one not in taken))
    return Offer(held.name, tuple(parcels.values()), held.host, left_out)


def _parcel(
    held: _Files, place: str, data: bytes, problems: list[Problem], used: dict[str, str]
) -> Parcel | None:
    """A pack with the sources it cites; None where it has problems, which are added."""
    from quizapp.packs.read import parse_pack

    try:
        pack = parse_pack(data, held.called(place))
    except PackError as error:
        problems += error.problems
        return None
    sources = []
    for name, beside, source_data in _cited_files(held, place, cited(pack)):
        twin = used.setdefault(name, beside)
        if twin != beside and held.files[twin] != source_data:
            message = f"differs from {held.called(twin)}, which has the same id; keep one of them"
            problems.append(Problem(held.called(beside), 0, "", message))
        source = _source(source_data, held.called(beside), name, problems)
        if source:
            sources.append((source, source_data))
    return Parcel(pack, data, tuple(sources), held.origin)


def _cited_files(held: _Files, place: str, names: list[str]) -> Iterator[tuple[str, str, bytes]]:
    """(id, place, bytes) of the source files that lie beside a pack and that it cites."""
    if place:
        folder = place.rpartition("/")[0]
        for name in names:
            beside = f"{folder}/{SOURCES}/{name}.toml".lstrip("/")
            if beside in held.files:
                yield name, beside, held.files[beside]
        return
    if held.host:
        return
    folder_path = with_home(Path(held.origin)).parent / SOURCES
    for name in names:
        path = folder_path / f"{name}.toml"
        if path.is_file():
            yield name, file_name(path), read_bytes(path)


def _source(data: bytes, called: str, name: str, problems: list[Problem]) -> Source | None:
    from quizapp.packs.sources import parse_source

    try:
        source = parse_source(data, called)
    except PackError as error:
        problems += error.problems
        return None
    if source.id != name:
        message = f'this source calls itself "{source.id}"; its file must be named by its id'
        problems.append(Problem(called, 0, "", message))
        return None
    return source


def _refuse(name: str, sentence: str) -> NoReturn:
    raise PackError((Problem(name, 0, "", sentence),))
