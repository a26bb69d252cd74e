"""Signs of doubt in a question: patterns that are looked for only where one of their words is."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.drafting.grammar.words import listed

_WORD = re.compile(r"[a-z\u2026][a-z-]*%?")


class Sign(NamedTuple):
    """What a doubt is told by: looked for only where one of the words stands, as few do."""

    words: frozenset[str]
    pattern: str


def signs(*rows: tuple[str, str]) -> tuple[Sign, ...]:
    """Signs from their words, written with spaces between them, and their patterns."""
    return tuple(Sign(listed(words), pattern) for words, pattern in rows)


def first_sign(some: tuple[Sign, ...], plain: str, words: frozenset[str]) -> str:
    """What the first sign that is there finds in a question, which has those words; or ""."""
    for sign in some:
        if not sign.words.isdisjoint(words) and (match := re.search(sign.pattern, plain)):
            return match[0].strip(" ,")
    return ""


def words_of(plain: str) -> frozenset[str]:
    """The words of a question, in small letters."""
    return frozenset(_WORD.findall(plain.lower()))
