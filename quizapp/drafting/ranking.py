"""The order of drafts: what is worth asking first, spread over the article and its facts.

A score is the rule's own worth less a price for each flag, with something for what the article is
about; picking then goes round, so that sentences, answers and kinds take turns. Every part of it
is a number in the tables below.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.pool import answer_key
from quizapp.drafting.rewording import reworded
from quizapp.packs.checking.copying import Phrases
from quizapp.packs.words import content_words

PRICES = {
    "duplicate": 0.5,
    "garbled": 0.6,
    "pronoun": 0.28,
    "vague": 0.12,
    "claim": 0.16,
    "relative-time": 0.22,
    "several-answers": 0.15,
    "few-wrong": 0.14,
    "as-of": 0.06,
    "resolved": 0.05,
    "long": 0.16,
}
"""What each flag costs."""

SAME_SENTENCE = 0.26
SAME_PARAGRAPH = 0.05
SAME_ANSWER = 0.3
SAME_KIND = 0.035
SAME_FACT = 0.3
"""What an earlier pick costs a later one that shares this with it, each time."""

COPIED = 0.018
"""What each word over four costs, of a run that stands in the article too."""
ABOUT = 0.12
EARLY = 0.06
NAMED = 0.02
LENGTHY = 0.01
MOST = 400
"""So many drafts of an article are kept, the best ones."""
A_SENTENCE = 2
"""So many drafts of a sentence are shown first."""


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
        score = draft.score - sum(PRICES[flag.name] for flag in draft.flags)
        copied = len(self._phrases.copied(draft.ask).split())
        score -= COPIED * max(copied - 4, 0)
        words = content_words(f"{draft.ask} {draft.answer}")
        shared = len(words & self._headline) / max(min(len(self._headline), 4), 1)
        score += ABOUT * min(shared, 1.0)
        named = sum(word[0].isupper() for word in draft.ask.split()[1:])
        score += NAMED * min(named, 2) - (LENGTHY * max(len(draft.ask.split()) - 20, 0))
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


def ordered(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The best of scored drafts, best first and taking turns; those behind "more" at the end."""
    left = sorted(drafts, key=lambda one: (-one.score, one.sentence, one.id))[:MOST]
    first: list[Draft] = []
    behind: list[Draft] = []
    sentences: Counter[object] = Counter()
    paragraphs: Counter[int] = Counter()
    answers: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places: set[tuple[int, int]] = set()
    facts: set[tuple[str, str]] = set()
    told: defaultdict[tuple[int, int], list[set[str] | frozenset[str]]] = defaultdict(list)

    def price(draft: Draft) -> float:
        return (
            SAME_SENTENCE * sentences[draft.sentence]
            + SAME_PARAGRAPH * paragraphs[draft.paragraph]
            + SAME_ANSWER * min(answers[_key(draft)], 2)
            + SAME_KIND * kinds[draft.kind]
            + SAME_FACT * ((draft.kind, _key(draft)) in facts)
        )

    while left:
        best = max(left, key=lambda one: (_is_new(one, sentences), one.score - price(one)))
        left.remove(best)
        words = content_words(f"{best.ask} {best.answer}")
        if _is_same_fact(words, told[best.sentence]):
            best = _repeated(best)
        told[best.sentence].append(words)
        is_full = sentences[best.sentence] >= A_SENTENCE or (
            best.kind == "gap" and sentences[best.sentence] > 0
        )
        if best.more or is_full or best.span in places:
            behind.append(best._replace(more=True))
            continue
        first.append(best)
        places.add(best.span)
        sentences[best.sentence] += 1
        paragraphs[best.paragraph] += 1
        answers[_key(best)] += 1
        kinds[best.kind] += 1
        facts.add((best.kind, _key(best)))
    return (*first, *behind)


def _is_new(draft: Draft, sentences: Counter[object]) -> bool:
    """True for a fair draft of a sentence that none was taken from."""
    return not sentences[draft.sentence] and draft.score > _FAIR and not draft.more


_FAIR = 0.1


def _is_same_fact(
    words: set[str] | frozenset[str], others: Iterable[set[str] | frozenset[str]]
) -> bool:
    """True where most of the words were told by an earlier draft of the same sentence."""
    return any(len(words & one) >= _MOSTLY * min(len(words), len(one)) for one in others)


_MOSTLY = 0.7


def _repeated(draft: Draft) -> Draft:
    if any(flag.name == "duplicate" for flag in draft.flags):
        return draft
    return draft._replace(flags=(*draft.flags, Flag("duplicate", "the same fact, asked before")))


def _key(draft: Draft) -> str:
    return answer_key(draft.answer)
