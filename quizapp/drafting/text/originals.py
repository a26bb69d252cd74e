"""What drafts were made from: the article, and the source file with its fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from quizapp.core.question import Source
from quizapp.drafting.drafts import Heading
from quizapp.errors import PackError, Problem
from quizapp.packs.articles import read_article, split_article, text_hash
from quizapp.packs.format.files import file_name
from quizapp.packs.sources import make_source, parse_source, read_source

_TITLE = 120
_LOOKED_AT = 200
"""So many source files beside a pack are looked through."""


def article_of(path: Path, heading: Heading) -> str:
    """The text at `path`, which must be what the drafts were made from. Raises PackError."""
    try:
        text = read_article(path)
    except PackError as error:
        if path.exists():
            raise
        message = "there is no such file; say with --article where the article lies now"
        raise PackError((Problem(file_name(path), 0, "", message),)) from error
    if text_hash(text) != heading.sha256:
        message = (
            "this is not the article that the drafts were made from, or it was changed since;"
            " name the right one with --article, or draft again with `sco-quiz draft`"
        )
        raise PackError((Problem(file_name(path), 0, "", message),))
    return text


def source_file(article: str, heading: Heading, path: Path) -> str:
    """The source file of the article at `path`. Raises UsageError for what cannot stand in it."""
    try:
        published = date.fromisoformat(heading.date)
    except ValueError:
        published = datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()
    return make_source(
        article,
        id=heading.source,
        title=heading.title or " ".join(split_article(article)[0].split())[:_TITLE],
        publisher=heading.publisher or "unknown",
        published=published,
        address=heading.address,
    )


def source_at(folder: Path, text: str) -> Source:
    """The source in `folder` of the article that the source file `text` is of; else what it says.

    It may lie there under another id. Raises PackError where another article's has this id.
    """
    fresh = parse_source(text.encode("utf-8"), file_name(folder))
    path = folder / f"{fresh.id}.toml"
    if path.exists():
        source = read_source(path)
        if source.sha256 != fresh.sha256:
            message = "this is the source file of another text; make it again: `sco-quiz source`"
            raise PackError((Problem(file_name(path), 0, "", message),))
        return source
    return next(_same(folder, fresh.sha256), fresh)


def _same(folder: Path, sha256: str) -> Iterator[Source]:
    """The sources of the same article, under whatever id."""
    for path in sorted(folder.glob("*.toml"))[:_LOOKED_AT] if folder.is_dir() else ():
        with suppress(PackError):
            source = read_source(path)
            if source.sha256 == sha256 and path.stem == source.id:
                yield source
