"""Packs put into the learner's folder with their sources: all of them together, or none.

A file that is replaced is kept in a folder of its own, just as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.errors import PackError, QuizError
from quizapp.packs.library import HIDDEN

if TYPE_CHECKING:
    from quizapp.core.question import Pack, Source
    from quizapp.packs.library import InstalledPack, Library

REPLACED: Final = ".replaced"
ORIGINS: Final = ".origins"
_MOST_IDS: Final = 10_000


class Parcel(NamedTuple):
    """A checked pack as it is to be installed: its file, and the sources that come with it.

    `origin` is the path or the address it came from, "" where that is not to be remembered.
    """

    pack: Pack
    data: bytes
    sources: tuple[tuple[Source, bytes], ...] = ()
    origin: str = ""


def hidden_ids(folder: Path) -> tuple[str, ...]:
    """The ids of packs that came with the app and are hidden."""
    try:
        text = (folder / HIDDEN).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return tuple(dict.fromkeys(text.split()[:_MOST_IDS]))


def origin_of(folder: Path, pack: str) -> str:
    """Where a pack came from when it was added, "" where that is not known."""
    from quizapp.packs.format.text import printable

    try:
        text = (folder / ORIGINS / f"{pack}.txt").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return printable(text[:4096].strip())


def cited(pack: Pack) -> list[str]:
    """The ids of the sources that a pack cites, sorted; addresses are none."""
    return sorted(
        {
            entry.source
            for question in pack.questions
            for entry in question.evidence
            if not entry.is_address
        }
    )


def read_parcel(path: Path) -> Parcel:
    """A pack file and the sources it cites that lie beside it. Raises PackError."""
    from quizapp.packs.format.files import file_name, read_bytes
    from quizapp.packs.read import parse_pack
    from quizapp.packs.sources import MAX_SOURCE_BYTES, parse_source

    data = read_bytes(path)
    pack = parse_pack(data, file_name(path))
    sources = []
    for name in cited(pack):
        beside = path.parent / "sources" / f"{name}.toml"
        if beside.is_file():
            held = read_bytes(beside, MAX_SOURCE_BYTES)
            sources.append((parse_source(held, file_name(beside)), held))
    return Parcel(pack, data, tuple(sources))


def kept_name(folder: Path, below: str, pack: str, version: str, day: str) -> str:
    """A folder's name that is still free, for what was taken out of `folder`."""
    plain = f"{below}/{'-'.join(filter(None, (day, pack, version)))}"
    number, name = 1, plain
    while (folder / name).exists():
        number += 1
        name = f"{plain}-{number}"
    return name


def replaced_packs(folder: Path) -> set[Path]:
    """The folders with what was replaced, each with a pack that can be added again."""
    return set((folder / REPLACED).glob("*"))


def aside(folder: Path, name: str, files: Iterable[Path]) -> dict[str, bytes]:
    """What to put where, so that `files` of `folder` are kept below `name` as they are."""
    from quizapp.packs.format.files import read_bytes

    return {f"{name}/{path.relative_to(folder).as_posix()}": read_bytes(path) for path in files}


def install(
    library: Library,
    parcels: Sequence[Parcel],
    *,
    day: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> tuple[InstalledPack, ...]:
    """Put packs and their sources into the learner's folder, all of them or none.

    A pack of the same id there is replaced and kept aside, under a name with the `day` in it.
    Raises QuizError where the folder cannot be written.
    """
    put: dict[str, bytes] = {}
    drop: list[str] = []
    targets = []
    for parcel in parcels:
        target = _place_for(library, parcel.pack.id)
        rivals = _rivals(library, parcel.pack.id, target)
        put |= _kept(library, parcel, [target, *rivals], day)
        for source, data in parcel.sources:
            if not library.keeps_source(parcel.pack.id, source.id, data):
                put[f"sources/{source.id}.toml"] = data
        put |= _with_origin(parcel, target)
        drop += [path.name for path in rivals]
        targets.append(target)
    before = _as_it_is(library.own, [*put, *drop])
    put_into(library.own, put, drop)
    try:
        library.refresh(progress, {parcel.data: parcel.pack for parcel in parcels})
    except BaseException:
        # Whoever stops it wants none of it.
        put_into(library.own, before, set(put) - set(before))
        raise
    return _installed(library, targets)


def _kept(library: Library, parcel: Parcel, paths: Sequence[Path], day: str) -> dict[str, bytes]:
    """The files that a pack takes the place of, to be kept; none where it is the same again."""
    old = [path for path in paths if path.is_file()]
    if not old or (old == [paths[0]] and same_bytes(paths[0], parcel.data)):
        return {}
    name = kept_name(library.own, REPLACED, parcel.pack.id, "", day)
    return aside(library.own, name, old)


def _as_it_is(folder: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The files of those names as they are now."""
    from quizapp.packs.format.files import read_bytes

    return {name: read_bytes(folder / name) for name in names if (folder / name).is_file()}


def _with_origin(parcel: Parcel, target: Path) -> dict[str, bytes]:
    """The pack's own file, and before it the line that says where it came from."""
    put = {target.name: parcel.data}
    if parcel.origin:
        put = {f"{ORIGINS}/{parcel.pack.id}.txt": f"{parcel.origin}\n".encode(), **put}
    return put


def _installed(library: Library, targets: Sequence[Path]) -> tuple[InstalledPack, ...]:
    found = {one.path: one for one in library.packs()}
    troubles = [line for path in targets if path in found for line in found[path].problems]
    if troubles or not all(path in found for path in targets):
        raise QuizError("\n".join(troubles) or f"{library.own}: the packs there have just changed")
    return tuple(found[path] for path in targets)


def _place_for(library: Library, pack: str) -> Path:
    """Where a pack's file belongs; never where another pack's file lies."""
    files = library.files()
    number, target = 1, library.own / f"{pack}.toml"
    while (held := files.get(str(target))) is not None and held.pack not in ("", pack):
        number += 1
        target = library.own / f"{pack}-{number}.toml"
    return target


def _rivals(library: Library, pack: str, target: Path) -> list[Path]:
    """Files of other names with the same pack id: together they would be unusable."""
    told = f'pack id "{pack}" is taken by'
    return [
        Path(path)
        for path, row in library.files().items()
        if Path(path).parent == target.parent
        and Path(path) != target
        and (row.pack == pack or told in row.problems.replace('\\"', '"'))
    ]


def put_into(folder: Path, put: Mapping[str, bytes], drop: Iterable[str]) -> None:
    """Place files all together. Raises QuizError where the folder cannot be written."""
    from quizapp.packs.placing import place

    try:
        place(folder, put, tuple(drop))
    except OSError as error:
        raise QuizError(
            f"{folder}: the pack could not be put there ({error.strerror}); check the folder, its "
            "permissions and the disk; nothing was changed"
        ) from error


def same_bytes(path: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes."""
    from quizapp.packs.format.files import read_bytes

    try:
        return path.stat().st_size == len(data) and read_bytes(path) == data
    except (OSError, PackError):
        return False
