"""Which drafts come first: the best, then those that tell most of what was not told yet."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from operator import itemgetter

from quizapp.drafting.doubting.rereading import unled
from quizapp.drafting.drafts import Draft, Flag, Span
from quizapp.drafting.options.pool import answer_key
from quizapp.packs.words import content_words

SAME_SENTENCE = 0.26
SAME_PARAGRAPH = 0.05
SAME_ANSWER = 0.3
SAME_KIND = 0.035
SAME_FACT = 0.3
"""What an earlier pick costs a later one that shares this with it, each time."""

FIRST = 10
"""So many drafts are picked for how good they seem; those behind for what they tell."""
GAIN_FIRST = 0.25
GAIN_LATER = 4.0
"""What it is worth that a draft tells what its sentence tells, of the first, of the others."""
OF_NEWS, NEWS, OPENING = 0.3, 3, 2
"""What is added, of so many drafts at the front, to those of so many first sentences."""
A_NUMBER, A_NAME, A_WORD = 25, 15, 10
"""How much a number, a name and another word tell: whole numbers, which any order sums alike."""
MOST = 400
"""So many drafts of an article are kept, the best ones."""
A_SENTENCE = 2
"""So many drafts of a sentence are shown first."""
_NEW = 0.4
"""The share of a second draft's words that a first one of the same sentence has not told."""
_FAIR = 0.19
_UNCLEAR = frozenset(("pronoun", "relative-time", "garbled"))
"""No draft with such a flag is among the first while a fair one without is left."""
_MOSTLY, _LARGELY = 0.7, 0.6
"""Drafts of one sentence, of one answer, that share so much of their words ask the same fact."""
_NAME = re.compile(r"(?<!^)\b[A-Z][\w-]+")


def ordered(drafts: Sequence[Draft], tells: Mapping[Span, float], plain: str) -> tuple[Draft, ...]:
    """The best of scored drafts, best first and taking turns; those behind "more" at the end.

    `tells` has how likely each sentence of `plain` tells a fact.
    """
    left = sorted(drafts, key=lambda one: (-one.score, one.sentence, one.id))[:MOST]
    picker = _Picker(left, tells, plain)
    first: list[Draft] = []
    behind: list[Draft] = []
    for best in picker.picked([one for one in left if not one.more]):
        shown = picker.take(best)
        (behind if shown.more else first).append(shown)
    behind += [picker.take(one) for one in left if one.more]
    twins = picker.twins
    return (*(_repeated(one) if one.id in twins else one for one in first), *behind)


class _Picker:
    """What was picked already, and what that leaves the others worth."""

    def __init__(self, drafts: Sequence[Draft], tells: Mapping[Span, float], plain: str) -> None:
        self._words = {one.id: content_words(f"{unled(one.ask)} {one.answer}") for one in drafts}
        self._common = {one.id: _shared(one) for one in drafts}
        self._weights = {one.sentence: _weights(plain[slice(*one.sentence)]) for one in drafts}
        self._tells: dict[Span, float] = {
            place: tells.get(place, 0.0) / math.sqrt(max(sum(weights.values()) * A_WORD, 1))
            for place, weights in self._weights.items()
        }
        self._opening = frozenset(sorted({one.sentence for one in drafts})[:OPENING])
        self._count = 0
        self._gains: dict[str, tuple[int, float]] = {}
        self._told: defaultdict[object, dict[str, frozenset[str]]] = defaultdict(dict)
        self._shown: defaultdict[Span, set[str]] = defaultdict(set)
        self._taken: Counter[object] = Counter()
        self._places: set[Span] = set()
        self.twins: set[str] = set()
        """The drafts shown first that ask a fact which another one of them asks as well."""

    def picked(self, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """`drafts`, each the best of those left when it comes; whoever asks takes it at once.

        Picking makes no other draft worth more, so that only those in front are looked at again.
        """
        for is_first in (True, False):
            heap = [(self._cost(one), at) for at, one in enumerate(drafts)]
            heapify(heap)
            while heap and (self._count < FIRST) == is_first:
                cost, at = heappop(heap)
                now = self._cost(drafts[at])
                if now == cost:
                    yield drafts[at]
                else:
                    heappush(heap, (now, at))
            drafts = [drafts[at] for _, at in sorted(heap, key=itemgetter(1))]

    def _cost(self, draft: Draft) -> tuple[bool, float]:
        is_new, worth = self._worth(draft)
        return not is_new, -worth

    def _worth(self, draft: Draft) -> tuple[bool, float]:
        """Whether `draft` is one to pick now, and what it is worth."""
        worth = draft.score - self._price(draft)
        if self._count < FIRST:
            is_new = not self._taken[draft.sentence] and draft.score > _FAIR and _is_clear(draft)
            worth += OF_NEWS * (self._count < NEWS and draft.sentence in self._opening)
            return is_new, worth + GAIN_FIRST * self._gain(draft)
        return True, worth + GAIN_LATER * self._gain(draft)

    def take(self, draft: Draft) -> Draft:
        """`draft` as it is shown: behind "more" where its sentence has been asked enough."""
        words = self._words[draft.id]
        sentence, _, _, answer, _ = self._common[draft.id]
        told, answered = self._told[sentence], self._told[answer]
        same = {*_alike(words, told, _MOSTLY), *_alike(words, answered, _LARGELY)}
        if draft.more or self._is_full(draft, words) or draft.span in self._places:
            return (_repeated(draft) if same else draft)._replace(more=True)
        if same:
            self.twins |= {draft.id, *same}
        told[draft.id] = answered[draft.id] = words
        self._count += 1
        self._places.add(draft.span)
        self._shown[draft.sentence] |= words
        self._taken.update(self._common[draft.id])
        return draft

    def _gain(self, draft: Draft) -> float:
        """How much a draft tells of what its sentence tells and no draft before has told."""
        weights = self._weights[draft.sentence]
        known = self._shown[draft.sentence]
        count, gain = self._gains.get(draft.id, (-1, 0.0))
        if count != len(known):
            new = sum(weights.get(word, 0) for word in self._words[draft.id] - known)
            gain = self._tells[draft.sentence] * new
            self._gains[draft.id] = (len(known), gain)
        return gain

    def _is_full(self, draft: Draft, words: frozenset[str]) -> bool:
        count = self._taken[draft.sentence]
        new = words - self._shown[draft.sentence]
        return count >= A_SENTENCE or (count > 0 and len(new) < _NEW * len(words))

    def _price(self, draft: Draft) -> float:
        sentence, paragraph, kind, answer, fact = self._common[draft.id]
        return (
            SAME_SENTENCE * self._taken[sentence]
            + SAME_PARAGRAPH * self._taken[paragraph]
            + SAME_KIND * self._taken[kind]
            + SAME_ANSWER * min(self._taken[answer], 2)
            + SAME_FACT * (self._taken[fact] > 0)
        )


def _shared(draft: Draft) -> tuple[object, object, object, object, object]:
    """What drafts can have in common: sentence, paragraph, kind, answer, and the last two."""
    key = f"={answer_key(draft.answer)}"
    return draft.sentence, draft.paragraph, draft.kind, key, (draft.kind, key)


def _weights(text: str) -> dict[str, int]:
    """How much each word of a sentence tells."""
    names = {name.lower() for name in _NAME.findall(text)}
    return {
        word: A_NUMBER if word[0].isdigit() else A_NAME if word in names else A_WORD
        for word in content_words(text)
    }


def _is_clear(draft: Draft) -> bool:
    return not any(flag.name in _UNCLEAR for flag in draft.flags)


def _alike(words: frozenset[str], told: Mapping[str, frozenset[str]], share: float) -> list[str]:
    """Those of the drafts told that share so much of their words with others' words."""
    return [
        known
        for known, one in told.items()
        if len(words & one) >= share * min(len(words), len(one))
    ]


def _repeated(draft: Draft) -> Draft:
    if any(flag.name == "duplicate" for flag in draft.flags):
        return draft
    return draft._replace(flags=(*draft.flags, Flag("duplicate", "the same fact, asked before")))
