"""Packs taken out of the learner's folder, and brought back.

What is taken out is kept with its sources, just as it was, in a folder that can be added again.
A pack that came with the app is hidden: a line with its id in a file of the learner's. What is
remembered of its questions is kept either way.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.errors import PackError, UsageError
from quizapp.packs.format.files import read_bytes
from quizapp.packs.format.text import printable
from quizapp.packs.installing import ORIGINS, aside, kept_name, put_into
from quizapp.packs.library import HIDDEN

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack, Library

REMOVED: Final = ".removed"
_NAMES: Final = 30


class Taken(NamedTuple):
    """A pack that was taken out, and the folder where it is kept; None for one that is hidden."""

    pack: InstalledPack
    kept: Path | None


def installed(library: Library, name: str) -> InstalledPack:
    """The pack with an id; or the unusable file of a name. Raises UsageError with the nearest."""
    packs = library.packs()
    wanted = name.strip()
    for pack in packs:
        if wanted == pack.id or (pack.problems and wanted in (pack.path.name, pack.path.stem)):
            return pack
    if wanted in library.hidden():
        raise UsageError(
            f'"{wanted}" is hidden; bring it back with: sco-quiz pack remove --undo {wanted}'
        )
    raise UsageError(_unknown(wanted, [pack.id or pack.path.name for pack in packs]))


def _unknown(name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    if near:
        hint = f'did you mean "{printable(near[0])}"?'
    elif known:
        hint = f"installed: {printable(', '.join(known[:_NAMES]))}"
    else:
        hint = "none is installed"
    return f'there is no pack "{printable(name)}"; {hint}'


def remove(library: Library, name: str, *, day: str = "") -> Taken:
    """Take a pack out, or hide one that came with the app; the `day` names where it is kept.

    Raises UsageError where there is no such pack, QuizError where the folder cannot be written.
    """
    pack = installed(library, name)
    folder = library.own
    if pack.shipped:
        if not pack.id:
            raise UsageError(f"{pack.path}: this file came with the app and stays")
        kept, drop = None, []
        put = {HIDDEN: _hidden_file([*library.hidden(), pack.id])}
    else:
        files = [pack.path, *_sources_only_of(library, pack.id)]
        files += [path for path in [folder / ORIGINS / f"{pack.id}.txt"] if path.is_file()]
        below = kept_name(folder, REMOVED, pack.id or pack.path.stem, pack.version, day)
        put, kept = aside(folder, below, files), folder / below
        drop = [path.relative_to(folder).as_posix() for path in files]
    put_into(folder, put, drop)
    library.refresh()
    return Taken(pack, kept)


def _sources_only_of(library: Library, pack: str) -> list[Path]:
    """The learner's source files that this pack cites and no other."""
    if not pack:
        return []
    found = sorted((library.own / "sources").glob("*.toml"))
    return [path for path in found if library.citing(path.stem) == {pack}]


def can_bring_back(library: Library) -> bool:
    """Whether a pack was taken out that `bring_back` would find."""
    return bool(library.hidden() or _kept(library.own))


def bring_back(library: Library, name: str = "") -> str:
    """Put back a pack that was taken out, the last one where none is named; its id.

    Raises UsageError where there is none, or where a pack of that id is installed by now.
    """
    hidden = library.hidden()
    kept = _kept(library.own)
    if name in hidden or (not name and hidden and _hidden_last(library.own, kept)):
        back = name or hidden[-1]
        rest = [one for one in hidden if one != back]
        put = {HIDDEN: _hidden_file(rest)} if rest else {}
        put_into(library.own, put, [] if rest else [HIDDEN])
        library.refresh()
        return back
    for path in kept:
        pack = _id_of(path)
        if name in ("", pack, path.parent.name):
            return _put_back(library, path, pack)
    wanted = f'no pack "{printable(name)}" was' if name else "no pack was"
    raise UsageError(f"{wanted} removed; add one with: sco-quiz pack add FILE")


def _put_back(library: Library, path: Path, pack: str) -> str:
    folder, held = library.own, path.parent
    if any(one.id == pack and not one.shipped for one in library.packs()):
        raise UsageError(f'a pack "{pack}" is installed by now; remove that one first')
    if (folder / path.name).exists():
        raise UsageError(f"{folder / path.name}: this file is in the way; move it elsewhere")
    # The pack itself comes last: no pack shows before its sources.
    files = sorted((one for one in held.rglob("*") if one.is_file()), key=lambda one: one == path)
    names = {one: one.relative_to(held).as_posix() for one in files}
    put = {name: read_bytes(one) for one, name in names.items() if not (folder / name).exists()}
    put_into(folder, put, [one.relative_to(folder).as_posix() for one in files])
    library.refresh()
    return pack


def _kept(folder: Path) -> list[Path]:
    """The pack files that were taken out, the last one first."""
    found = [path for path in (folder / REMOVED).glob("*/*.toml") if path.is_file()]
    return sorted(found, key=_when, reverse=True)


def _when(path: Path) -> tuple[str, int]:
    return path.parent.name[:10], path.stat().st_mtime_ns


def _hidden_last(folder: Path, kept: Sequence[Path]) -> bool:
    """Whether hiding a pack was the last thing done."""
    return not kept or (folder / HIDDEN).stat().st_mtime_ns >= kept[0].stat().st_mtime_ns


def _id_of(path: Path) -> str:
    """The id of the pack in a file, or the file's name where it cannot be read."""
    from quizapp.packs.read import read_pack

    try:
        return read_pack(path).id
    except PackError:
        return path.stem


def _hidden_file(ids: Sequence[str]) -> bytes:
    return "".join(f"{one}\n" for one in ids).encode()
