"""An article as the rules see it: paragraphs and sentences with their places in the raw text.

The plain text is the raw one with marks folded one to one (typographic quotation marks, spaces of
all kinds, marks of Markdown), so that every offset holds in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.drafting.text.remains import is_remains
from quizapp.drafting.text.sentences import split_sentences

MOST_WORDS = 8_000
"""Of a longer text only so many words are drafted from."""
LONGEST_SENTENCE = 700
"""A longer sentence, in characters, is none."""

_SECTION, _FEWEST, _MOST = 3, 3, 26
"""The words of a section's name at most; those of a headline, more and fewer."""
_CLOSED = frozenset('.!":;')
_FOLDED = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4", "'"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "\u2013"),
}
# A link's words and address are bounded: each bracket looks ahead for its fellow.
_MARKDOWN = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)"
    r"|^(?:[ \t]*(?:\#{1,6}|>+|[-*+]|\d{1,3}[.)])[ \t]+)|\*\*|__|(?<!\w)[*_](?=\w)"
    r"|(?<=[\w.,])[*_](?!\w)|!?\[(?=[^\]\n]{0,300}\]\()|\]\([^)\n]{0,1000}\)|`",
    re.MULTILINE,
)
_DATELINE = re.compile(
    r"\s*[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'/ -]+(?:,\s(?:[A-Z]|\d{1,2}\s[A-Z])[\w. ,]{1,30})?"
    r"\s*(?:\([^)]{2,30}\)\s*)?(?:--|-|\u2013)\s+"
    r"|\s*\((?:CNN|Reuters|AP|AFP|BBC)[^)]{0,20}\)\s*(?:--|-|\u2013)?\s*"
)


class Sentence(NamedTuple):
    """A sentence: its paragraph, its number in the article, and where it stands.

    `inside` tells that it begins inside somebody's quotation.
    """

    paragraph: int
    number: int
    start: int
    end: int
    text: str
    inside: bool = False


class Block(NamedTuple):
    """A paragraph as evidence counts it; `use` is False for the headline and page remains."""

    number: int
    start: int
    end: int
    text: str
    use: bool


class Article(NamedTuple):
    """The raw text, the plain text of the same length, its blocks and its sentences."""

    raw: str
    plain: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    @property
    def headline(self) -> str:
        """The first block, on one line; the second behind the name of a section."""
        return " ".join(self.blocks[_title(self.blocks)].text.split()) if self.blocks else ""


def _title(blocks: Sequence[Block]) -> int:
    """The number of the block that is the headline."""
    first, second = (one.text.split() for one in (*blocks, *blocks)[:2])
    is_section = len(first) <= _SECTION and (len(first) == 1 or " ".join(first).isupper())
    is_line = second[-1][-1] not in _CLOSED if second else False
    return int(is_section and _FEWEST < len(second) < _MOST and is_line and len(blocks) > 1)


def look_at(raw: str, *, markdown: bool = False) -> Article:
    """`raw`, an article's text with "\\n" as line end, taken apart."""
    plain = fold(raw)
    if markdown:
        plain = _MARKDOWN.sub(lambda mark: " " * len(mark[0]), plain)
    blocks = tuple(_blocks(raw, plain))
    sentences: list[Sentence] = []
    words = 0
    for block in blocks:
        for one in _sentences(block) if block.use else ():
            words += one.text.count(" ") + 1
            if words > MOST_WORDS:
                return Article(raw, plain, blocks, tuple(sentences))
            sentences.append(one._replace(number=len(sentences)))
    return Article(raw, plain, blocks, tuple(sentences))


def _sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block, not yet numbered."""
    begin = _DATELINE.match(block.text)
    counted = quotes = 0
    for start, end in split_sentences(block.text, begin.end() if begin else 0):
        quotes += block.text.count('"', counted, start)
        counted = start
        if end - start <= LONGEST_SENTENCE:
            text, place = block.text[start:end], (block.start + start, block.start + end)
            yield Sentence(block.number, 0, *place, text, quotes % 2 == 1)


def fold(raw: str) -> str:
    """`raw` with marks folded one to one, so that offsets stay."""
    if raw.isascii() and raw.isprintable():
        return raw
    return "".join(char if char.isalnum() or char == "\n" else _fold(char) for char in raw)


def _fold(char: str) -> str:
    if char in _FOLDED:
        return _FOLDED[char]
    kind = unicodedata.category(char)
    return " " if kind[0] in "CZ" else char


def _blocks(raw: str, plain: str) -> list[Block]:
    """The blocks between blank lines, counted as evidence counts them."""
    found: list[Block] = []
    start = -1
    place = 0
    # Lines are looked at in the raw text, so that the numbers are those of split_article.
    for line in [*raw.split("\n"), ""]:
        if line.strip() and start < 0:
            start = place
        elif not line.strip() and start >= 0:
            found.append(_block(len(found), start, place - 1, plain))
            start = -1
        place += len(line) + 1
    title = _title(found) if found else 0
    if title:
        found[title] = found[title]._replace(use=False)
    return found


def _block(number: int, start: int, end: int, plain: str) -> Block:
    text = plain[start:end].replace("\n", " ")
    return Block(number, start, end, text, number > 0 and not is_remains(text))
