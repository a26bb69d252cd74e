"""The figures of the packs that a check could read: files in, figures out."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from quizapp.core.question import Pack, Source, SourceId
from quizapp.errors import PackError
from quizapp.packs.articles import split_article
from quizapp.packs.checking.check import SOURCES
from quizapp.packs.checking.figures import PackFigures, pack_figures
from quizapp.packs.checking.report import Report
from quizapp.packs.checking.shelf import Articles, Shelf
from quizapp.packs.format.files import read_bytes
from quizapp.packs.format.text import printable
from quizapp.packs.read import read_pack

_HEADER: Final = re.compile(rb"^[ \t]*\[\[[ \t]*question[ \t]*\]\]", re.MULTILINE)


def count_questions(paths: Sequence[Path]) -> int:
    """About how many questions lie in files and folders: their headers, without parsing a file."""
    return sum(_headers(path) for path in _pack_files(paths))


def read_figures(
    report: Report,
    paths: Sequence[Path],
    *,
    sources: Sequence[Path] = (),
    articles: Path | None = None,
) -> tuple[PackFigures, ...]:
    """The figures of each pack of `report`, which is a check of the same `paths` and folders.

    Raises PackError where a pack has changed since then and is none any more, UsageError where
    `articles` is no folder.
    """
    files = {printable(str(path)): path for path in _pack_files(paths)}
    rules: defaultdict[str, list[str]] = defaultdict(list)
    for finding in report.findings:
        rules[finding.path].append(finding.rule)
    shelf = Shelf(sources)
    texts = Articles(articles) if articles else None
    found: list[PackFigures] = []
    for summary in report.packs:
        path = files[summary.path]
        pack = read_pack(path)
        known = _sources(pack, shelf, path.parent / SOURCES)
        found.append(
            pack_figures(
                pack,
                sources=known,
                articles=_paragraphs(known, texts),
                rules=rules[summary.path],
            )
        )
    return tuple(found)


def report_json(report: Report, figures: Sequence[PackFigures]) -> dict[str, object]:
    """The report as values that JSON has, with the figures of each pack where they were made."""
    told = report.to_json()
    if figures:
        told["packs"] = [
            asdict(summary) | {"figures": asdict(one)}
            for summary, one in zip(report.packs, figures, strict=True)
        ]
    return told


def _pack_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        # Unlike Path.is_dir, this never raises.
        if os.path.isdir(path):  # noqa: PTH112
            yield from sorted(path.glob("*.toml"))
        else:
            yield path


def _headers(path: Path) -> int:
    try:
        return sum(1 for _ in _HEADER.finditer(read_bytes(path)))
    except PackError:
        return 0


def _sources(pack: Pack, shelf: Shelf, beside: Path) -> dict[SourceId, Source]:
    cited = {
        entry.source
        for question in pack.questions
        for entry in question.evidence
        if not entry.is_address
    }
    known: dict[SourceId, Source] = {}
    for source_id in cited:
        try:
            found = shelf.find(source_id, beside)
        except PackError:
            continue  # the check has told what is wrong with the file
        if found:
            known[source_id] = found[0][1]
    return known


def _paragraphs(
    sources: Mapping[SourceId, Source], articles: Articles | None
) -> dict[SourceId, tuple[str, ...]]:
    if articles is None:
        return {}
    found = {source_id: articles.text(source) for source_id, source in sources.items()}
    return {source_id: split_article(text) for source_id, text in found.items() if text}
