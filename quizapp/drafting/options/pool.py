"""Existing questions: names to borrow as wrong options, and what is asked already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.question import Question, SetAnswer, TextAnswer
from quizapp.drafting.grammar.words import FIRST_NAMES
from quizapp.drafting.named.gazetteer import country
from quizapp.drafting.named.names import ORG, PERSON
from quizapp.packs.checking.aliases import canonical, one_spelling
from quizapp.packs.checking.passages import answer_texts, asked_text, wrong_texts
from quizapp.packs.words import content_words

ALIKE = 0.5
"""From this share of common words on, two asks with one answer ask the same."""


class Asked(NamedTuple):
    """A question that exists: its place, what it asks."""

    place: str
    ask: str


class Pool(NamedTuple):
    """Names by kind, and the questions that are asked already by answer."""

    by_kind: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, tuple[Asked, ...]]

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of a kind in other packs."""
        return self.by_kind.get(kind, ())

    def same(self, ask: str, answer: object) -> str:
        """The place of a question that asks the same, or ""."""
        keys = answer if isinstance(answer, tuple) else (answer,)
        words = _words(ask)
        for key in map(answer_key, keys):
            for one in self.asked.get(key, ()):
                others = _words(one.ask)
                shared = len(words & others)
                if shared >= 2 and shared >= ALIKE * min(len(words), len(others)):
                    return one.place
        return ""


EMPTY = Pool({}, {})


def make_pool(packs: Iterable[tuple[str, Iterable[Question]]], words: frozenset[str]) -> Pool:
    """The pool of `packs`, pairs of id and questions, for an article that has `words`.

    Names are borrowed only from packs that share the article's world: some of their answers
    stand in it.
    """
    kinds: dict[str, dict[str, None]] = {PERSON: {}, ORG: {}}
    asked: dict[str, list[Asked]] = {}
    for pack, questions in packs:
        kept = list(questions)
        near = sum(_stands(question, words) for question in kept) >= max(3, len(kept) // 10)
        for question in kept:
            _take(pack, question, asked)
            if near:
                _borrow(question, kinds)
    return Pool(
        {kind: tuple(names) for kind, names in kinds.items()},
        {key: tuple(rows) for key, rows in asked.items()},
    )


def searched_for(text: str) -> list[str]:
    """The words with a capital that stand most often in `text`, to look for in many questions."""
    found = re.findall(r"\b[A-Z][\w-]{2,}(?:\s[A-Z][\w-]{2,})?", text)
    return [name for name, _ in Counter(found).most_common(40)]


def answer_key(answer: object) -> str:
    """One key for an answer however it is written."""
    return canonical(answer) if isinstance(answer, str) else str(answer)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return frozenset(map(one_spelling, content_words(text)))


def _stands(question: Question, words: frozenset[str]) -> bool:
    texts = [text for prompt in question.prompts for text in answer_texts(prompt.answer)]
    return any(content_words(text) <= words for text in texts)


def _take(pack: str, question: Question, asked: dict[str, list[Asked]]) -> None:
    for prompt in question.prompts:
        answers = answer_texts(prompt.answer)
        value = getattr(prompt.answer, "value", None)
        keys = frozenset(map(answer_key, answers or ([] if value is None else [value])))
        row = Asked(f"{pack} / {question.id}", asked_text(prompt))
        for key in keys:
            asked.setdefault(key, []).append(row)


def _borrow(question: Question, kinds: dict[str, dict[str, None]]) -> None:
    for prompt in question.prompts:
        if not isinstance(prompt.answer, TextAnswer | SetAnswer):
            continue
        for text in (*answer_texts(prompt.answer), *wrong_texts(prompt.answer)):
            if kind := _kind(text):
                kinds[kind][text] = None


def _kind(text: str) -> str:
    words = text.split()
    if not 2 <= len(words) <= 4 or country(text) or not all(word[0].isupper() for word in words):
        return ""
    if words[0] in FIRST_NAMES:
        return PERSON
    return ""
