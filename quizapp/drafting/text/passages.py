"""An article as it lies before somebody who checks: paragraphs and sentences, by where they stand.

Spans are code points of the text that `read_article` gives.
"""

from __future__ import annotations

from typing import NamedTuple

from quizapp.drafting.drafts import Span
from quizapp.drafting.text.article import fold
from quizapp.drafting.text.sentences import split_sentences
from quizapp.packs.articles import split_article


class Sentence(NamedTuple):
    """A sentence: the paragraph it stands in, counted as evidence does, and its span."""

    paragraph: int
    span: Span


class Passages(NamedTuple):
    """An article's text with its paragraphs, the headline at 0, and its sentences in order."""

    text: str
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]

    def at(self, place: int) -> Sentence | None:
        """The sentence that stands at a code point; the nearest before it, or None."""
        found = None
        for sentence in self.sentences:
            if sentence.span[0] > place:
                break
            found = sentence
        return found

    def fits(self, paragraph: int, span: Span) -> bool:
        """True where `span` lies within that paragraph."""
        if not 0 <= paragraph < len(self.paragraphs):
            return False
        start, end = self.paragraphs[paragraph]
        return start <= span[0] < span[1] <= end

    def next_to(self, sentence: Sentence, step: int) -> Sentence:
        """The sentence so many further on; the first or the last where there is none."""
        starts = [one.span[0] for one in self.sentences]
        here = sum(start <= sentence.span[0] for start in starts) - 1
        return self.sentences[min(max(here + step, 0), len(self.sentences) - 1)]


def passages_of(text: str) -> Passages:
    """`text` taken apart."""
    paragraphs: list[Span] = []
    place = 0
    for block in split_article(text):
        start = text.index(block, place)
        place = start + len(block)
        paragraphs.append((start, place))
    plain = fold(text)
    sentences = [
        Sentence(number, span)
        for number, (start, end) in enumerate(paragraphs)
        for span in _sentences(plain, start, end)
    ]
    return Passages(text, tuple(paragraphs), tuple(sentences))


def _sentences(plain: str, start: int, end: int) -> list[Span]:
    return [(start + one, start + last) for one, last in split_sentences(plain[start:end])]
