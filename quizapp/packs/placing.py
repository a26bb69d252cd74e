"""Files put into a folder all together or not at all, whatever comes in between.

They are written into a folder of their own beside, flushed, and a plan is renamed into place:
that is the moment they count. What was begun after it is finished at the next start; what was
begun before it is swept away.
"""

from __future__ import annotations

import errno
import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from quizapp.packs.library import STAGE

_PLAN: Final = "plan.json"
_NUMBERS: Final = itertools.count()


def place(folder: Path, put: Mapping[str, bytes], drop: Sequence[str] = ()) -> None:
    """Put files into `folder` by their names in it, in this order, then take others away.

    Other programs see all of it after a moment, or nothing of it, though this one be killed.
    Raises OSError where the folder cannot be written; then nothing has changed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder, wait=True):
        _finish(folder)
        stage = folder / STAGE
        stage.mkdir()
        try:
            names = list(put)
            for number, name in enumerate(names):
                write_flushed(stage / str(number), put[name])
            _sync(stage)
            plan = json.dumps({"put": names, "drop": list(drop)}).encode()
            write_flushed(stage / f"{_PLAN}.part", plan)
            (stage / f"{_PLAN}.part").rename(stage / _PLAN)
            _sync(stage)
        except BaseException:
            # Stopped at the very last moment it may count already; the next start finishes it.
            if not (stage / _PLAN).exists():
                shutil.rmtree(stage, ignore_errors=True)
            raise
        _finish(folder)


def finish(folder: Path) -> None:
    """Finish or sweep what an earlier run left behind; nothing where another one is at it."""
    if not (folder / STAGE).exists():
        return
    try:
        with _alone(folder, wait=False) as alone:
            if alone:
                _finish(folder)
    except (OSError, ValueError):
        # A folder that cannot be written now is looked at again at the next start.
        return


def _finish(folder: Path) -> None:
    stage = folder / STAGE
    try:
        plan = json.loads((stage / _PLAN).read_bytes())
    except FileNotFoundError:
        if stage.exists():
            shutil.rmtree(stage)
        return
    for number, name in enumerate(plan["put"]):
        waiting, target = stage / str(number), folder / name
        if waiting.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting.replace(target)
    for name in plan["drop"]:
        (folder / name).unlink(missing_ok=True)
        _remove_empty((folder / name).parent, folder)
    for part in {(folder / name).parent for name in (*plan["put"], *plan["drop"])} | {folder}:
        _sync(part)
    (stage / _PLAN).unlink()
    shutil.rmtree(stage)


def _remove_empty(part: Path, folder: Path) -> None:
    """Take away folders that a dropped file leaves empty, up to `folder`."""
    while part != folder and part.is_dir() and not any(part.iterdir()):
        part.rmdir()
        part = part.parent


def write_flushed(path: Path, data: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_whole(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file whole or not at all; without `replace` never over another one.

    Raises FileExistsError where one is there, OSError with the name of `path` where it cannot be
    written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "a file lies where a folder should") from None
    part = part_of(path)
    try:
        write_flushed(part, data)
        if replace:
            part.replace(path)
        else:
            _put_new(part, path)
        _sync(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        # Nobody knows the other name; and the file of that name is what could not be written.
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        forget(part)


def part_of(path: Path) -> Path:
    """A hidden name beside `path` to write it under first, which no other program takes.

    It does not hold the file's own name, which may be as long as a name can be.
    """
    return path.with_name(f".sco-quiz-{os.getpid()}-{next(_NUMBERS)}.part")


def forget(part: Path) -> None:
    """Take away what was written under another name first, if that can be."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return


def _put_new(part: Path, path: Path) -> None:
    """Give a file its name where no other has it, in one step where the disk knows how."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        if path.exists() or path.is_symlink():
            raise FileExistsError(path) from None
        part.rename(path)


def _sync(folder: Path) -> None:
    """Have the disk know a folder's names; systems that cannot open a folder do it themselves."""
    if sys.platform == "win32" or not folder.is_dir():
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


@contextmanager
def _alone(folder: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the folder against other programs; False where one has it and `wait` is not wanted.

    The hold ends with the program, however it ends.
    """
    if sys.platform == "win32":
        with _alone_by_file(folder / ".lock", wait=wait) as alone:
            yield alone
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        except OSError:
            # Some network disks know no locks; then files are all there is to go by.
            pass
        yield True
    finally:
        os.close(handle)


@contextmanager
def _alone_by_file(path: Path, *, wait: bool) -> Iterator[bool]:
    """The same where a folder cannot be locked, but a file can."""
    alone = True
    if sys.platform == "win32":
        import msvcrt

        with path.open("ab") as file:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                alone = False
            if wait and not alone:
                raise PermissionError(13, "another sco-quiz is adding packs", str(path))
            yield alone
    else:
        yield alone
