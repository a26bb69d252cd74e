"""Where a drafts file lies, and how it names its article."""

from __future__ import annotations

import os
from pathlib import Path

from quizapp.drafting.desk.sheet_file import SUFFIX
from quizapp.errors import UsageError
from quizapp.packs.format.text import printable


def drafts_path(article: Path, wanted: Path | None) -> Path:
    """Where the drafts of `article` go: to `wanted`, beside it, or here where that is read-only.

    Raises UsageError where `wanted` is the article itself or no file can be there.
    """
    if wanted is None:
        beside = article.with_name(article.stem + SUFFIX)
        is_free = os.access(beside if beside.exists() else article.resolve().parent, os.W_OK)
        return beside if is_free else Path(beside.name)
    name = printable(str(wanted))
    if str(wanted) == "-":
        raise UsageError("-: drafts are kept in a file, since hand-checking adds to it; name one")
    if not wanted.name or wanted.is_dir():
        raise UsageError(f"{name}: this is no file to write to; name one with -o")
    if wanted.exists() and wanted.samefile(article):
        raise UsageError(f"{name}: this is the article itself; name another file with -o")
    if not wanted.resolve().parent.is_dir():
        raise UsageError(f"{name}: there is no such folder; make it first, or name another with -o")
    return wanted


def article_path(article: Path, drafts: Path) -> str:
    """The article's path as the drafts file names it: relative to it where that can be."""
    place, folder = article.resolve(), drafts.resolve().parent
    try:
        return Path(os.path.relpath(place, folder)).as_posix()
    except ValueError:
        return place.as_posix()
