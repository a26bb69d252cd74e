"""An installed pack as one file to hand on: its TOML alone, or a zip with its sources.

The same pack gives the same bytes, on every machine and on every day.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from quizapp.errors import UsageError
from quizapp.packs.format.files import read_bytes, refuse_missing_folder
from quizapp.packs.installing import cited
from quizapp.packs.library import with_home
from quizapp.packs.read import parse_pack
from quizapp.packs.removing import installed

if TYPE_CHECKING:
    from quizapp.packs.library import Library

_BEGIN: Final = (1980, 1, 1, 0, 0, 0)
"""The day that every file in a zip carries: the first one a zip knows."""


class Export(NamedTuple):
    """What to write, and the ids of the sources it holds, cites without holding, and misses."""

    pack: str
    name: str
    data: bytes
    sources: tuple[str, ...]
    left_out: tuple[str, ...]
    missing: tuple[str, ...]


def export(library: Library, name: str, *, with_sources: bool = False) -> Export:
    """An installed pack as one file's bytes. Raises UsageError where there is no such pack."""
    found = installed(library, name)
    if found.problems:
        raise UsageError("\n".join(found.problems))
    data = read_bytes(found.path)
    names = cited(parse_pack(data, str(found.path)))
    paths = {one: path for one in names if (path := _source_path(library, one))}
    missing = tuple(one for one in names if one not in paths)
    if not with_sources:
        return Export(found.id, f"{found.id}.toml", data, (), tuple(paths), missing)
    files = {f"{found.id}.toml": data}
    files |= {f"sources/{one}.toml": read_bytes(path) for one, path in paths.items()}
    return Export(found.id, f"{found.id}.zip", zipped(files), tuple(paths), (), missing)


def _source_path(library: Library, source: str) -> Path | None:
    for folder in library.folders:
        path = folder.path / "sources" / f"{source}.toml"
        if path.is_file():
            return path
    return None


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files, not compressed: how small it gets depends on the machine, this does not."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    held = BytesIO()
    with ZipFile(held, "w", ZIP_STORED) as opened:
        for name, data in files.items():
            info = ZipInfo(name, _BEGIN)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            opened.writestr(info, data)
    return held.getvalue()


def write_export(made: Export, output: Path | None, *, replace: bool = False) -> Path:
    """Write an export whole to a file, or under its own name into a folder; where it lies.

    Raises UsageError where a file is there already and `replace` is not wanted, or where its
    folder is missing, OSError where it cannot be written.
    """
    from quizapp.packs.placing import write_whole

    path = with_home(output) if output is not None else Path(made.name)
    if path.is_dir():
        path = path / made.name
    _refuse_misleading(path, Path(made.name).suffix)
    if path.exists() and not path.is_file():
        raise UsageError(f"{path}: this is no file to write to; name one with -o")
    refuse_missing_folder(path)
    try:
        write_whole(path, made.data, replace=replace)
    except FileExistsError:
        raise UsageError(
            f"{path}: this file is there already; name another one, or replace it with --force"
        ) from None
    return path


def _refuse_misleading(path: Path, ending: str) -> None:
    """Raise UsageError for a name that says of a file what it is not, or names no folder there."""
    if path.suffix.lower() == ending:
        return
    if not path.suffix and not path.exists():
        what = "there is no such folder"
    else:
        what = "with its sources it is a zip" if ending == ".zip" else "without sources it is TOML"
    raise UsageError(f"{path}: {what}; name a file that ends in {ending}")
