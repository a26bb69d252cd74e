"""How much a sentence tells: numbers, years, names that are new, what something is, and causes."""

from __future__ import annotations

import math
import re

from quizapp.drafting.grammar.figures import find_figures
from quizapp.drafting.ideas import View
from quizapp.drafting.text.article import Sentence

TELLS = {
    "number": 1.0,
    "year": 1.2,
    "is a": 0.65,
    "colon": 0.65,
    "quotation": 0.5,
    "relative": 0.35,
    "new name": 0.35,
    "cause": 0.3,
    "opens": 0.35,
    "long": 0.6,
    "short": -1.0,
    "negated": -0.3,
    "late": -1.3,
}
"""What speaks for a sentence that tells a fact worth knowing, and what against it.

Rounded from a logistic regression over the bench's articles, each left out in turn.
"""
_USUAL = -1.1
_MOST = 2
"""So many numbers, and so many new names, are counted."""
_LONG, _SHORT = 12, 8
_IS_A = re.compile(r"\b(?:is|was|are|were)\s(?:an?|the|one)\b")
_RELATIVE = re.compile(r",\s(?:which|who|whose|where)\b")
_CAUSE = re.compile(r"\b(?:because|due to|caused?|led to|results?|so that|in order to|since)\b")
_NEGATED = re.compile(r"\b(?:not|no|nobody|nothing|never)\b|n't\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def telling(view: View) -> dict[tuple[int, int], float]:
    """How likely each sentence of an article tells a fact, 0-1, by its place in the raw text."""
    every = view.article.sentences
    seen: set[str] = set()
    told: dict[tuple[int, int], float] = {}
    paragraph = -1
    for one in every:
        names = {view.names.whole(name) for name in view.names_in(one)}
        said = _said(one)
        said["new name"] = min(len(names - seen), _MOST)
        said["opens"] = one.paragraph != paragraph
        said["late"] = one.number / len(every)
        seen |= names
        paragraph = one.paragraph
        total = _USUAL + sum(TELLS[name] * value for name, value in said.items())
        told[one.start, one.end] = 1 / (1 + math.exp(-total))
    return told


def _said(sentence: Sentence) -> dict[str, float]:
    text = sentence.text
    count = text.count(" ") + 1
    return {
        "number": min(len(find_figures(text)), _MOST),
        "year": _YEAR.search(text) is not None,
        "is a": _IS_A.search(text) is not None,
        "colon": ":" in text,
        "quotation": '"' in text,
        "relative": _RELATIVE.search(text) is not None,
        "cause": _CAUSE.search(text) is not None,
        "long": count > _LONG,
        "short": count < _SHORT,
        "negated": _NEGATED.search(text) is not None,
    }
