"""Is a pack written in its author's own words? Runs of words that stand in an article too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from quizapp.core.question import Pack, SourceId
from quizapp.packs.articles import split_article
from quizapp.packs.checking.finding import Remark, Remarks
from quizapp.packs.checking.passages import (
    LONGEST_QUOTATION,
    Passage,
    pack_passages,
    question_passages,
    without_quotations,
)
from quizapp.packs.words import tokens

LONGEST_RUN = 4
"""So many words in a row may be an article's; a run of names counts as one word."""

_STRETCH = LONGEST_RUN + 1
_BREAK = re.compile(r"\n[ \t]*\n")


class Phrases:
    """Every stretch of five words that an article has, for looking up."""

    def __init__(self, article: str) -> None:
        self._stretches = frozenset(
            stretch
            for paragraph in split_article(article)
            for stretch in _stretches([word.casefold() for word in _cased(paragraph)])
        )

    def copied(self, text: str) -> str:
        """The longest run of words that `text` has in common with the article, or "".

        Runs end at quoted phrases of at most LONGEST_QUOTATION words and at blank lines. Words
        with a capital and numbers that follow each other count as one word: names, and lists of
        names, belong to nobody. Only runs counting more than LONGEST_RUN are given.
        """
        if len(tokens(text)) < _STRETCH:
            return ""
        longest: list[str] = []
        for block in _BREAK.split(without_quotations(text)):
            for run in self._runs(_cased(block)):
                if _weight(run) > LONGEST_RUN and len(run) > len(longest):
                    longest = run
        return " ".join(longest)

    def _runs(self, cased: list[str]) -> Iterator[list[str]]:
        start = end = 0
        for place, stretch in enumerate(_stretches([word.casefold() for word in cased])):
            if stretch not in self._stretches:
                continue
            if place > end - _STRETCH + 1:
                yield cased[start:end]
                start = place
            end = place + _STRETCH
        yield cased[start:end]


def copying_remarks(pack: Pack, articles: Sequence[tuple[SourceId, Phrases]]) -> Remarks:
    """Every text of `pack` that has a run of words out of one of `articles`, by source id."""
    for passage in pack_passages(pack):
        for message in _copied(passage, articles):
            yield Remark("copied", 0, "", message)
    for question in pack.questions:
        for passage in question_passages(question):
            for message in _copied(passage, articles):
                yield Remark("copied", question.line, question.id, message)


def _copied(passage: Passage, articles: Sequence[tuple[SourceId, Phrases]]) -> Iterator[str]:
    for source_id, phrases in articles:
        if run := phrases.copied(passage.text):
            yield (
                f'{passage.where} has more than {LONGEST_RUN} words in a row from "{source_id}":'
                f' "{run}"; reword it, or mark a quotation of at most {LONGEST_QUOTATION} words as'
                " one"
            )


def _cased(text: str) -> list[str]:
    return [word for word in tokens(text) if word != "%"]


def _stretches(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_STRETCH)), strict=False)


def _weight(run: list[str]) -> int:
    count, in_name = 0, False
    for word in run:
        is_name = word[0].isupper() or word[0].isdigit()
        count += not (is_name and in_name)
        in_name = is_name
    return count
