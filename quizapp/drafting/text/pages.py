"""A page saved from a browser: its article as text, kept beside it for drafts to point into."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from quizapp.drafting.text.remains import is_remains
from quizapp.errors import PackError, Problem, QuizError, UsageError
from quizapp.packs.articles import MAX_ARTICLE_BYTES
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.placing import write_whole

if TYPE_CHECKING:
    from quizapp.drafting.text.reading import Reading

_LONGEST_TITLE = 150
_NEED = 'HTML needs a further package: pip install "sco-quiz[html]"; or save the article as text'


def read_page(path: Path, data: bytes) -> Reading:
    """The article of the HTML page `data`, which `path` holds; its text is kept as NAME.txt.

    Raises UsageError without the package for it or where another NAME.txt is there, PackError
    where the page holds no article.
    """
    from quizapp.drafting.text.reading import Reading

    try:
        import trafilatura
    except ImportError:
        raise UsageError(f"{file_name(path)}: {_NEED}") from None
    page = _decoded(path, data)
    found = trafilatura.bare_extraction(page, include_comments=False, include_tables=False)
    text = str(getattr(found, "text", "") or "") if found is not None else ""
    title = " ".join(str(getattr(found, "title", "") or "").split())
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    blocks = [line for at, line in enumerate(lines) if not at or not is_remains(line)]
    if not blocks:
        _refuse(path, "no article was found on this page; save it as plain text instead")
    if not title:
        is_headline = len(blocks[0]) <= _LONGEST_TITLE and not blocks[0].endswith(".")
        title = blocks[0] if is_headline else path.stem
    if blocks[0].casefold() != title.casefold():
        blocks.insert(0, title)
    whole = "\n\n".join(blocks) + "\n"
    if len(whole.encode("utf-8")) > MAX_ARTICLE_BYTES:
        _refuse(path, f"its article is longer than {MAX_ARTICLE_BYTES >> 20} MiB; split it")
    place = _keep(path, whole)
    publisher = str(getattr(found, "sitename", "") or "")
    address = str(getattr(found, "url", "") or "")
    return Reading(place, whole, title, False, publisher, address, _day(getattr(found, "date", "")))


def _decoded(path: Path, data: bytes) -> str:
    """The page as text: UTF-8, or what it says of itself, or what browsers take it for."""
    named = re.search(rb"charset=[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    for name in ("utf-8-sig", named[1].decode("ascii") if named else "utf-8"):
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            return data.decode(name)
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError:
        _refuse(path, "its characters cannot be read; save the page as UTF-8")


def _keep(path: Path, text: str) -> Path:
    """Keep the text beside the page, or here where that cannot be written; its place."""
    for place in (path.with_suffix(".txt"), Path(path.stem + ".txt")):
        if place.exists():
            if read_bytes(place, MAX_ARTICLE_BYTES) == text.encode("utf-8"):
                return place
            name = file_name(place)
            raise UsageError(
                f"{name}: another text stands where the page's own would go;"
                " draft from it, or give one of the two another name"
            )
        with contextlib.suppress(OSError):
            write_whole(place, text.encode("utf-8"))
            return place
    raise QuizError(f"{file_name(path)}: its text cannot be kept beside it; check the folder")


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return None


def _refuse(path: Path, sentence: str) -> NoReturn:
    raise PackError((Problem(file_name(path), 0, "", sentence),))
