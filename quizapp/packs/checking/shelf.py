"""Where the sources of packs are found, and the articles they are fingerprints of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.core.question import Source, SourceId
from quizapp.errors import PackError, UsageError
from quizapp.packs.articles import MAX_ARTICLE_BYTES, article_text, text_hash
from quizapp.packs.checking.copying import Phrases
from quizapp.packs.format.files import read_bytes
from quizapp.packs.format.text import printable
from quizapp.packs.sources import read_source


def real_path(path: Path) -> Path:
    """`path` with its links followed, as far as that goes: a link to itself stays as it is."""
    return Path(os.path.realpath(path))


class Shelf:
    """Source files by id, each read once."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, Source] = {}

    def folders(self, beside: Path) -> list[Path]:
        """Where a pack's sources are looked for, nearest first."""
        found = {real_path(folder): folder for folder in reversed((beside, *self._folders))}
        return list(reversed(found.values()))

    def find(self, source_id: SourceId, beside: Path) -> list[tuple[Path, Source]]:
        """Every source file of `source_id`, nearest first; raises PackError for an unfit one."""
        places = [folder / f"{source_id}.toml" for folder in self.folders(beside)]
        return [(place, self._source(place)) for place in places if place.is_file()]

    def _source(self, place: Path) -> Source:
        key = real_path(place)
        if key not in self._read:
            self._read[key] = read_source(place)
        return self._read[key]


class Articles:
    """The articles at hand in one folder, by their SHA-256."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts: dict[str, str] = {}
        self._phrases: dict[str, Phrases] = {}
        for path in _entries(folder):
            self._take(path)

    def text(self, source: Source) -> str | None:
        """The article that `source` is the fingerprint of, if it is at hand."""
        return self._texts.get(source.sha256)

    def phrases(self, sources: Iterable[Source]) -> list[tuple[SourceId, Phrases]]:
        """The stretches of words of those of the `sources` whose articles are at hand, by id."""
        return [
            (source.id, self._phrases_of(source.sha256))
            for source in sources
            if source.sha256 in self._texts
        ]

    def _phrases_of(self, sha256: str) -> Phrases:
        if sha256 not in self._phrases:
            self._phrases[sha256] = Phrases(self._texts[sha256])
        return self._phrases[sha256]

    def _take(self, path: Path) -> None:
        # A folder of articles may hold other things as well; they are no article of any source.
        try:
            text = article_text(read_bytes(path, MAX_ARTICLE_BYTES), str(path))
        except PackError:
            return
        self._texts[text_hash(text)] = text


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        name, reason = printable(str(folder)), error.strerror or str(error)
        message = f"{name}: cannot be read as a folder of articles ({reason}); check the path"
        raise UsageError(message) from None
