"""How good a draft seems: its rule's own worth less a price for each flag.

Something is added for what the article is about. Every part of it is a number in the tables below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.rewording import reworded
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

KINDS = {"front": -0.12, "object": -0.12, "where": -0.1, "who": -0.08, "number": 0.05}
"""What readers found drafts of a kind to be worth beside what their rule says."""
COPIED = 0.004
"""What each word over four costs, of a run that stands in the article too."""
ABOUT = 0.12
EARLY = 0.06
NAMED = 0.02
LENGTHY, READABLE = 0.02, 28
"""What each word costs that a question has over so many."""

_AS_IT_STANDS = frozenset(("quote", "acronym", "list"))


class Ranker:
    """Scores and orders the drafts of one article."""

    def __init__(self, text: str, headline: str) -> None:
        self._phrases = Phrases(text)
        self._headline = content_words(headline)

    def reworded(self, draft: Draft) -> Draft:
        """`draft` with its question in other words than the article's, as far as that is safe."""
        if draft.kind in _AS_IT_STANDS:
            return draft
        return draft._replace(ask=reworded(draft.ask, self._phrases))

    def score(self, draft: Draft) -> float:
        """How good a draft seems: 0-1; `draft.score` holds its rule's worth."""
        score = draft.score + KINDS.get(draft.kind, 0.0)
        score -= sum(PRICES[flag.name] for flag in draft.flags)
        copied = len(self._phrases.copied(draft.ask).split())
        score -= COPIED * max(copied - 4, 0)
        words = content_words(f"{draft.ask} {draft.answer}")
        shared = len(words & self._headline) / max(min(len(self._headline), 4), 1)
        score += ABOUT * min(shared, 1.0)
        named = sum(word[0].isupper() for word in draft.ask.split()[1:])
        score += NAMED * min(named, 2) - (LENGTHY * max(len(draft.ask.split()) - READABLE, 0))
        score += EARLY if draft.paragraph <= 6 else 0.0
        return round(min(max(score, 0.0), 1.0), 3)


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
