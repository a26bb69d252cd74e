"""The whole check behind `sco-quiz check`: paths of packs and sources -> one report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from quizapp.core.question import Pack, Question, Source, SourceId
from quizapp.errors import PackError
from quizapp.packs.articles import split_article
from quizapp.packs.checking.copying import copying_remarks
from quizapp.packs.checking.evidence import evidence_remarks
from quizapp.packs.checking.finding import Finding, Remark, finding
from quizapp.packs.checking.lint import lint
from quizapp.packs.checking.lint_duplicates import duplicates
from quizapp.packs.checking.report import PackSummary, Report
from quizapp.packs.checking.shelf import Articles, Shelf, real_path
from quizapp.packs.format.files import read_bytes
from quizapp.packs.format.text import printable
from quizapp.packs.read import parse_pack
from quizapp.packs.sources import paragraph_of, parse_source

SOURCES = "sources"
"""The folder beside a pack that holds its source files."""

_FINE = 1000
"""Steps that a file counts for, so that a large pack is seen to go on."""
_PARAGRAPH = re.compile(rb"^[ \t]*\[\[[ \t]*paragraph[ \t]*\]\]", re.MULTILINE)
_QUESTION = re.compile(rb"^[ \t]*\[\[[ \t]*question[ \t]*\]\]", re.MULTILINE)


def check(
    paths: Sequence[Path],
    *,
    articles: Path | None = None,
    sources: Sequence[Path] = (),
    shipped: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Check pack files, source files and folders of them.

    A folder stands for every .toml file right in it and in its folder `sources`. Sources are
    looked for in the folder `sources` beside each pack, then in the folders `sources`. With
    `articles`, a folder of article texts, fingerprints are verified and copied words found.
    Packs under the folder `shipped` must be complete. `progress` is told steps done and steps
    in all. Raises UsageError where `articles` is no folder.
    """
    work = _Check(articles, sources, shipped)
    files = work.files(paths)
    steps, done = _FINE * (2 * len(files) + 1), 0

    def within(part: int, whole: int) -> None:
        if progress:
            progress(done + _FINE * part // max(whole, 1), steps)

    for path in files:
        work.read(path)
        done += _FINE
        within(0, 1)
    for path, pack in work.packs:
        work.examine(path, pack, within)
        done += _FINE
        within(0, 1)
    work.compare()
    if progress:
        progress(steps, steps)
    return work.report()


class _Check:
    """One check under way: what was read so far, and what was found."""

    def __init__(
        self, articles: Path | None, sources: Sequence[Path], shipped: Path | None
    ) -> None:
        self.shelf = Shelf(sources)
        self.articles = Articles(articles) if articles else None
        self.shipped = real_path(shipped) if shipped else None
        self.packs: list[tuple[Path, Pack]] = []
        self.found: list[Finding] = []

    def files(self, paths: Iterable[Path]) -> list[Path]:
        """The files that `paths` stand for, each once."""
        found: dict[Path, Path] = {}
        for path in paths:
            for file in self._expand(path) if path.is_dir() else [path]:
                found.setdefault(real_path(file), file)
        return list(found.values())

    def read(self, path: Path) -> None:
        """Read a pack or a source, keeping the pack or what is wrong with the file."""
        try:
            data = read_bytes(path)
            if not _QUESTION.search(data) and _PARAGRAPH.search(data):
                self._read_source(path, data)
                return
            pack = parse_pack(data, str(path))
        except PackError as error:
            self._refuse(error)
            return
        others = [other for other, known in self.packs if known.id == pack.id]
        if others:
            message = f'the pack id "{pack.id}" is that of {others[0]} too; give one another id'
            self._note(path, Remark("pack-twice", 0, "", message))
        else:
            self.packs.append((path, pack))

    def examine(self, path: Path, pack: Pack, progress: Callable[[int, int], None]) -> None:
        """Check one pack by itself and against its sources."""
        self._note(path, *lint(pack, progress))
        known = self._sources(path, pack)
        for question in pack.questions:
            self._note(path, *evidence_remarks(question, known))
        if self.articles and (phrases := self.articles.phrases(known.values())):
            self._note(path, *copying_remarks(pack, phrases))

    def compare(self) -> None:
        """Check the packs against each other."""
        for place, remark in duplicates([(str(path), pack) for path, pack in self.packs]):
            self._note(self.packs[place][0], remark)

    def report(self) -> Report:
        order = sorted(
            set(self.found), key=lambda found: (found.path, found.line, found.rule, found.message)
        )
        return Report(tuple(order), tuple(_summary(path, pack) for path, pack in self.packs))

    def _expand(self, folder: Path) -> list[Path]:
        packs = sorted(folder.glob("*.toml"))
        if not packs:
            message = "there is no pack (*.toml) in this folder; name a pack or another folder"
            self._note(folder, Remark("unreadable", 0, "", message))
        return [*packs, *sorted((folder / SOURCES).glob("*.toml"))]

    def _read_source(self, path: Path, data: bytes) -> None:
        source = parse_source(data, str(path))
        if path.stem != source.id:
            message = f'the file\'s name must be that of its id, "{source.id}.toml"; rename it'
            self._note(path, Remark("source-name", 0, "", message))
        self._verify(path, source)

    def _sources(self, path: Path, pack: Pack) -> dict[SourceId, Source]:
        cited: dict[SourceId, list[Question]] = {}
        for question in pack.questions:
            for entry in question.evidence:
                if not entry.is_address:
                    cited.setdefault(entry.source, []).append(question)
        known: dict[SourceId, Source] = {}
        for source_id, questions in cited.items():
            place, source = self._find_source(path, source_id, questions)
            if place and source:
                known[source_id] = source
                self._verify(place, source, cited=True)
        return known

    def _find_source(
        self, path: Path, source_id: SourceId, questions: list[Question]
    ) -> tuple[Path | None, Source | None]:
        try:
            found = self.shelf.find(source_id, path.parent / SOURCES)
        except PackError as error:
            self._refuse(error)
            return None, None
        if not found:
            folders = ", ".join(str(folder) for folder in self.shelf.folders(path.parent / SOURCES))
            message = (
                f"there is no source file {source_id}.toml in {folders}, cited {len(questions)}"
                " times; make it with `sco-quiz source ARTICLE`, or mend the id"
            )
            first = questions[0]
            self._note(path, Remark("source-unknown", first.line, first.id, message))
            return None, None
        (place, source), *others = found
        for other, copy in others:
            if copy != source:
                message = f"differs from {place}, which has the same id; keep one of the two"
                self._note(other, Remark("source-twice", 0, "", message))
        return place, source

    def _verify(self, place: Path, source: Source, *, cited: bool = False) -> None:
        if not self.articles:
            return
        article = self.articles.text(source)
        if article is None:
            if cited:
                message = (
                    f"no file in {self.articles.folder} has this article's SHA-256, so its"
                    " fingerprint was not verified; put the text there"
                )
                self._note(place, Remark("article-missing", 0, "", message))
            return
        paragraphs = tuple(map(paragraph_of, split_article(article)))
        if paragraphs != source.paragraphs:
            wrong = [
                str(number)
                for number, (ours, theirs) in enumerate(
                    zip(source.paragraphs, paragraphs, strict=False)
                )
                if ours != theirs
            ]
            what = f"paragraph {', '.join(wrong)}" if wrong else "the number of paragraphs"
            message = f"{what} does not fit the article; make the file again with `sco-quiz source`"
            self._note(place, Remark("fingerprint", 0, "", message))

    def _note(self, path: Path, *remarks: Remark) -> None:
        if remarks:
            shipped = self.shipped is not None and real_path(path).is_relative_to(self.shipped)
            self.found += [finding(remark, str(path), shipped=shipped) for remark in remarks]

    def _refuse(self, error: PackError) -> None:
        for problem in error.problems:
            remark = Remark("unreadable", problem.line, problem.question, problem.message)
            self.found.append(finding(remark, problem.path))


def _summary(path: Path, pack: Pack) -> PackSummary:
    kinds = Counter(_citation(question) for question in pack.questions)
    return PackSummary(
        pack.id, printable(str(path)), len(pack.questions), kinds["paragraph"], kinds["address"]
    )


def _citation(question: Question) -> str:
    if not question.evidence:
        return "none"
    return "address" if all(entry.is_address for entry in question.evidence) else "paragraph"
