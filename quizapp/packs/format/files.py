"""Reading a file that somebody else wrote: bounded, and without waiting for ever."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from shlex import quote
from typing import Final

from quizapp.errors import PackError, Problem, UsageError
from quizapp.packs.format import limits
from quizapp.packs.format.text import printable

_SENTENCES: Final = {
    errno.ENOENT: "there is no such file; check the name and the folder",
    errno.ENOTDIR: "a part of this path is a file, not a folder; check the path",
    errno.EISDIR: "this is a folder, not a file; name a file in it",
    errno.EACCES: "the file may not be read; change its permissions",
    errno.EPERM: "the file may not be read; change its permissions",
    errno.ELOOP: "the link leads back to itself; name the file it should lead to",
    errno.ENAMETOOLONG: "the name is too long for a file; check it",
}

# Opening must not wait for the far end of a pipe or take over a terminal.
_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


def file_name(path: Path) -> str:
    """A path as messages name it, safe to print."""
    return printable(str(path))


def shell_word(path: Path | str) -> str:
    """A path as a command to copy names it: one word to a shell, and safe to print."""
    name = str(path)
    if sys.platform == "win32":
        # No name holds a quote mark there, and its shells agree on no other quotes.
        return printable(f'"{name}"' if " " in name else name)
    return printable(quote(name))


def refuse_missing_folder(path: Path) -> None:
    """Raise UsageError where the folder of a file to write is missing: its name may be a slip."""
    try:
        there = path.resolve().parent.is_dir()
    except (OSError, RuntimeError, ValueError):
        # Writing it says in words what is wrong with it.
        return
    if not there:
        raise UsageError(
            f"{file_name(path)}: there is no folder {file_name(path.parent)}; make it first, "
            "or name another"
        )


def read_bytes(path: Path, limit: int = limits.FILE_BYTES) -> bytes:
    """The whole content of a regular file of at most `limit` bytes.

    Raises PackError, in a sentence, for anything else: no such file, a folder, a
    pipe or device, a link to itself, no permission, too big. Never waits for data.
    """
    name = file_name(path)
    try:
        return _read(path, name, limit)
    except OSError as error:
        raise _refusal(name, _sentence(path, error)) from None
    except ValueError:
        raise _refusal(name, "the name holds a NUL character; check it") from None


def _read(path: Path, name: str, limit: int) -> bytes:
    # Looked at before opening, because opening some devices already does something,
    # and again afterwards, because the path may lead elsewhere by then.
    _check(path.stat(), name, limit)
    handle = os.open(path, _FLAGS)
    with os.fdopen(handle, "rb") as file:
        _check(os.fstat(handle), name, limit)
        data = file.read(limit + 1)
    if len(data) > limit:
        raise _refusal(name, _too_big(limit))
    return data


def _check(info: os.stat_result, name: str, limit: int) -> None:
    if stat.S_ISDIR(info.st_mode):
        raise _refusal(name, _SENTENCES[errno.EISDIR])
    if not stat.S_ISREG(info.st_mode):
        raise _refusal(name, "this is a pipe or a device, not a file; name an ordinary file")
    if info.st_size > limit:
        raise _refusal(name, _too_big(limit))


def _too_big(limit: int) -> str:
    return f"the file is bigger than {limit // 2**20} MiB; split it"


def _sentence(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT and path.is_symlink():
        return "the link leads to a file that is not there; name the file itself"
    known = _SENTENCES.get(error.errno or 0)
    return known or f"the file cannot be read: {printable(error.strerror or str(error))}"


def _refusal(name: str, sentence: str) -> PackError:
    return PackError((Problem(name, 0, "", sentence),))
