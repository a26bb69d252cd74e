"""How good a draft seems: its rule's own worth less a price for each flag.

Something is added for what the article is about. Every part of it is a number in the tables below.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence

from quizapp.drafting.doubting.rereading import unled
from quizapp.drafting.doubting.trifles import core_of
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.grammar.words import OWNED, PRONOUNS
from quizapp.drafting.rules.rewording import reworded
from quizapp.drafting.text.article import Article
from quizapp.packs.checking.copying import Phrases
from quizapp.packs.words import content_words

PRICES = {
    "duplicate": 0.5,
    "garbled": 0.6,
    "pronoun": 0.6,
    "vague": 0.25,
    "claim": 0.16,
    "relative-time": 0.5,
    "several-answers": 0.15,
    "few-wrong": 0.2,
    "as-of": 0.06,
    "resolved": 0.05,
    "long": 0.16,
}
"""What each flag costs."""

KINDS = {
    "front": -0.12,
    "object": -0.12,
    "where": -0.1,
    "who": -0.2,
    "number": 0.05,
    "role": 0.1,
    "acronym": 0.1,
    "gap": -0.06,
}
"""What readers found drafts of a kind to be worth beside what their rule says."""
READS = {
    "opens": 0.18,
    "lead": 0.2,
    "pointing": -0.25,
    "nameless": -0.3,
    "reported": -0.12,
    "a word": -0.12,
    "brief": -0.08,
    "a number": 0.06,
    "a moment": -0.15,
}
"""What readers found drafts to be worth by their words and places: pronouns, no name, the front.

Rounded from a ridge regression over drafts that were judged blind, each article left out in turn;
those of numbers and of moments are set by hand.
"""
COPIED = 0.004
"""What each word over four costs, of a run that stands in the article too."""
ABOUT = 0.12
EARLY = 0.06
NAMED = 0.02
LENGTHY, READABLE = 0.02, 24
"""What each word costs that a question has over so many."""

_AS_IT_STANDS = frozenset(("quote", "acronym", "list"))
_LEADING, _BRIEF = 2, 9
_POOR = 0.4
"""Below this scores only come nearer to nought: of two poor drafts the better one still shows."""
_POINTING = PRONOUNS | OWNED | frozenset(("there", "here"))
_QUOTED = re.compile("\u201c[^\u201d]*\u201d")
_MOMENT = re.compile(r"(?:how many|\u2026) (?:more )?minutes\b")
_WORD = re.compile(r"[^\W_][\w'\u2019.-]*")


class Ranker:
    """Scores and orders the drafts of one article."""

    def __init__(self, article: Article) -> None:
        self._phrases = Phrases(article.raw)
        self._headline = content_words(article.headline)
        firsts: dict[int, int] = {}
        for one in article.sentences:
            firsts.setdefault(one.paragraph, one.start)
        self._firsts = frozenset(firsts.values())
        self._lead = frozenset(list(firsts)[:_LEADING])

    def reworded(self, draft: Draft) -> Draft:
        """`draft` with its question in other words than the article's, as far as that is safe."""
        if draft.kind in _AS_IT_STANDS:
            return draft
        return draft._replace(ask=reworded(draft.ask, self._phrases))

    def score(self, draft: Draft) -> float:
        """How good a draft seems: 0-1; `draft.score` holds its rule's worth."""
        score = draft.score + KINDS.get(draft.kind, 0.0)
        score -= sum(PRICES[flag.name] for flag in draft.flags)
        copied = len(self._phrases.copied(unled(draft.ask)).split())
        score -= COPIED * max(copied - 4, 0)
        words = content_words(f"{draft.ask} {draft.answer}")
        shared = len(words & self._headline) / max(min(len(self._headline), 4), 1)
        score += ABOUT * min(shared, 1.0)
        core = core_of(draft.ask).split()
        named = sum(word[0].isupper() for word in core[1:])
        score += NAMED * min(named, 2) - LENGTHY * max(len(core) - READABLE, 0)
        score += EARLY if draft.paragraph <= 6 else 0.0
        score += sum(READS[one] for one in self._reads(draft))
        return round(min(score if score > _POOR else _POOR * math.exp(score / _POOR - 1), 1.0), 3)

    def _reads(self, draft: Draft) -> list[str]:
        """The names of READS that are so of a draft."""
        words = _WORD.findall(_QUOTED.sub(" ", core_of(draft.ask)))
        flagged = any(flag.name == "pronoun" for flag in draft.flags)
        points = not flagged and not _POINTING.isdisjoint(word.lower() for word in words)
        is_named = any(word[0].isupper() for word in words[1:])
        answer = draft.answer if isinstance(draft.answer, str) else "0"
        so = {
            "opens": draft.sentence[0] in self._firsts,
            "lead": draft.paragraph in self._lead,
            "pointing": points,
            "nameless": not is_named and draft.kind not in _AS_IT_STANDS,
            "reported": "ccording to" in draft.ask,
            "a word": answer[:1].islower(),
            "brief": len(words) < _BRIEF,
            "a number": answer[-1:].isdigit(),
            "a moment": _MOMENT.search(draft.ask) is not None,
        }
        return [name for name, is_so in so.items() if is_so]


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts` with a flag where one question has several answers, none of them a wrong option."""
    answers: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for draft in drafts:
        answers[draft.ask.casefold()][str(draft.answer)] = None
    return [_apart(draft, tuple(answers[draft.ask.casefold()])) for draft in drafts]


def _apart(draft: Draft, answers: tuple[str, ...]) -> Draft:
    others = [one for one in answers if one != str(draft.answer)]
    if not others or any(flag.name == "several-answers" for flag in draft.flags):
        return draft
    flags = (*draft.flags, Flag("several-answers", ", ".join(others)))
    wrong = tuple(one for one in draft.wrong if str(one) not in others)
    if len(wrong) < _FEW <= len(draft.wrong):
        flags = (*flags, Flag("few-wrong", str(len(wrong))))
    price = PRICES["several-answers"] + _SEVERAL
    return draft._replace(flags=flags, wrong=wrong, score=round(max(draft.score - price, 0.0), 3))


_FEW = 3
_SEVERAL = 0.2
