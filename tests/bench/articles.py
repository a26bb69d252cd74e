"""The articles that drafting is measured on: where each came from, its text, the facts in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "drafting"
"""Where articles/, facts/, judgements.jsonl and judging.md lie."""

_BLOCKS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "blockquote"))
_HIDDEN = frozenset(("head", "script", "style", "nav", "footer", "form", "button"))


class Fact(NamedTuple):
    """A fact worth knowing. `sentence` is how the sentence that bears it begins in the article.

    `paragraph` counts the article's blocks of text from 1; `words` are what a draft that covers
    the fact would likely contain: a help to whoever judges, nothing is counted by them.
    """

    id: str
    text: str
    paragraph: int
    sentence: str
    words: tuple[str, ...]


class Article(NamedTuple):
    """An article of the bench. `file` is its path; `date` the day for --date, "2024-07-04"."""

    name: str
    file: Path
    date: str
    topic: str
    title: str
    facts: tuple[Fact, ...]


def articles(folder: Path = FOLDER) -> list[Article]:
    """Every article of `folder`, by name, as articles/sources.json lists them."""
    rows = json.loads((folder / "articles" / "sources.json").read_text("utf-8"))
    return sorted(_article(folder, row) for row in rows)


def _article(folder: Path, row: Mapping[str, str]) -> Article:
    name = Path(row["file"]).stem
    listed = json.loads((folder / "facts" / f"{name}.json").read_text("utf-8"))
    facts = tuple(Fact(**{**fact, "words": tuple(fact["words"])}) for fact in listed)
    path = folder / "articles" / row["file"]
    return Article(name, path, row["date"], row["topic"], row["title"], facts)


def paragraphs(file: Path) -> list[str]:
    """The blocks of text that a reader of the article sees, page remains included.

    A text's blocks are parted by blank lines; a page's are its paragraphs, headings and list
    items, without menus and footers.
    """
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        page = _Page()
        page.feed(text)
        page.close()
        return [block for block in page.blocks if block]
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]


def words(file: Path) -> int:
    """How many words the article has."""
    return sum(len(block.split()) for block in paragraphs(file))


class _Page(HTMLParser):
    """The text of a saved page, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._hidden = 0
        self._open = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _BLOCKS and not self._hidden:
            self._open += 1
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden -= 1
        elif tag in _BLOCKS and not self._hidden and self._open:
            self._open -= 1

    def handle_data(self, data: str) -> None:
        if self._open and not self._hidden:
            self.blocks[-1] = f"{self.blocks[-1]}{data}".strip("\n")
