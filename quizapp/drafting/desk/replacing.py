"""Replacing a file whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.packs.format.files import file_name
from quizapp.packs.placing import forget, part_of


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path`: beside it, flushed, then renamed; a link leads to its target.

    Raises QuizError, in a sentence, where that cannot be done; the old file stays as it was.
    """
    part: Path | None = None
    try:
        place = path.resolve()
        place.parent.mkdir(parents=True, exist_ok=True)
        part = part_of(place)
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            part.chmod(stat.S_IMODE(place.stat().st_mode))
        part.replace(place)
    except (OSError, RuntimeError, ValueError) as error:
        if part is not None:
            forget(part)
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: Exception) -> QuizError:
    """Why a file could not be written, and what to look at."""
    reason = getattr(error, "strerror", None) or str(error)
    return QuizError(
        f"{file_name(path)}: this file cannot be written ({reason});"
        " check the folder, its permissions and the disk. Nothing was changed"
    )
