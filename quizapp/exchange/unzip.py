"""The files in a zip, read without ever unpacking it to disk, and refused where it is no plain zip.

Nothing that a zip says of itself is believed: names are checked, sizes are counted while reading.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import zlib
from io import BytesIO
from typing import IO, TYPE_CHECKING, Final, NoReturn

from quizapp.errors import PackError, Problem
from quizapp.exchange import limits
from quizapp.packs.format.text import printable, quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from zipfile import ZipFile, ZipInfo

MAGIC: Final = b"PK\x03\x04"
_EMPTY: Final = b"PK\x05\x06"
_ENTRY: Final = b"PK\x01\x02"
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_ARCHIVES: Final = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst")
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_STORED_OR_DEFLATED: Final = (0, 8)
_CHUNK: Final = 2**18


def is_zip(data: bytes) -> bool:
    """Whether a file's bytes begin as those of a zip do."""
    return data.startswith((MAGIC, _EMPTY))


def read_zip(data: bytes, name: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The `wanted` files of a zip by their names in it, with forward slashes.

    `name` is what messages call the zip. Raises PackError for a zip that is damaged or locked,
    that holds names leading elsewhere, links, other archives or two files of one name, or that
    is or would become too large. Files that are not wanted are never unpacked.
    """
    from zipfile import BadZipFile, ZipFile

    if data.count(_ENTRY) > limits.ENTRIES:
        _refuse(name, f"the zip holds more than {limits.ENTRIES:,} files; split it")
    try:
        with ZipFile(BytesIO(data)) as opened:
            places = _places(opened, name)
            return {
                place: _unpacked(opened, info, f"{name}/{printable(place)}")
                for place, info in places.items()
                if wanted(place)
            }
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        UnicodeError,
        ValueError,
        OverflowError,
        IndexError,
    ) as error:
        if isinstance(error, RecursionError):
            raise
        _refuse(name, "the zip is damaged; have it sent or made again")


def _places(opened: ZipFile, name: str) -> dict[str, ZipInfo]:
    """Every file of the zip by its plain place in it, each checked by its looks."""
    found: dict[str, ZipInfo] = {}
    folded: dict[str, str] = {}
    total = 0
    for info in opened.infolist():
        place = _place(info, name)
        _check(info, f"{name}/{printable(place)}")
        total += info.file_size
        if total > limits.UNPACKED_BYTES:
            _refuse(
                name, f"unpacked the zip is larger than {_mib(limits.UNPACKED_BYTES)}; split it"
            )
        if info.orig_filename.endswith("/"):
            continue
        if place in found:
            _refuse(name, f"two files in the zip are called {quoted(place)}; make it again")
        key = unicodedata.normalize("NFC", place).casefold()
        if key in folded:
            both = f"{quoted(folded[key])} and {quoted(place)}"
            _refuse(name, f"{both} are one name to some systems; rename one and make the zip again")
        folded[key] = place
        found[place] = info
    return found


def _place(info: ZipInfo, name: str) -> str:
    """Where an entry lies in the zip; refused where that is not plainly inside it."""
    written = info.orig_filename
    fault = ""
    if not written.isprintable():
        fault = "holds a control character"
    elif len(written) > limits.NAME:
        fault = f"is longer than {limits.NAME} characters"
    elif "\\" in written:
        fault = "holds a backslash"
    elif written.startswith("/") or _DRIVE.match(written) or ":" in written:
        fault = "begins at a drive or at the root of the disk"
    elif ".." in written.split("/"):
        fault = "leads out of the zip's own folder"
    if fault:
        _refuse(name, f"a file name in the zip {fault}: {quoted(written)}; nothing of it is taken")
    return "/".join(part for part in written.split("/") if part not in ("", "."))


def _check(info: ZipInfo, name: str) -> None:
    """Refuse what is no plain file or folder of a plain size."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        _refuse(name, "this is a link, not a file; put the file itself into the zip")
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        _refuse(name, "this is a device or a pipe, not a file; take it out of the zip")
    if info.flag_bits & _ENCRYPTED:
        _refuse(name, "the zip is locked with a password; ask for one without")
    if name.lower().endswith(_ARCHIVES):
        _refuse(name, "this is an archive inside the zip; unpack it first")
    if info.file_size > limits.LARGE and info.file_size > limits.RATIO * info.compress_size:
        _refuse(name, f"this would grow more than {limits.RATIO} times in unpacking; no pack does")


def _unpacked(opened: ZipFile, info: ZipInfo, name: str) -> bytes:
    """A file of the zip, counted while it is unpacked."""
    if info.compress_type not in _STORED_OR_DEFLATED:
        _refuse(name, "this is packed in an unusual way; make the zip again as usual")
    if info.file_size > limits.DOWNLOAD_BYTES:
        _refuse(name, f"the file is bigger than {_mib(limits.DOWNLOAD_BYTES)}; split it")
    with opened.open(info) as file:
        held = _bounded(file, info.file_size)
    if is_zip(held):
        _refuse(name, "this is an archive inside the zip; unpack it first")
    return held


def _bounded(file: IO[bytes], size: int) -> bytes:
    parts, held = [], 0
    while part := file.read(_CHUNK):
        parts.append(part)
        held += len(part)
        if held > size:
            raise ValueError("a file is larger than it says")
    if held != size:
        raise ValueError("a file is smaller than it says")
    return b"".join(parts)


def _mib(size: int) -> str:
    return f"{size // 2**20} MiB"


def _refuse(name: str, sentence: str) -> NoReturn:
    raise PackError((Problem(name, 0, "", sentence),))
