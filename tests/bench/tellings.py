"""Which facts drafts tell by their words alone: a stand-in for readers while rules are changed.

A draft counts as telling a fact where it is made of the fact's sentence and question and answer
together hold more than half of the fact's words. `agreement` tells how far readers found the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from articles import Fact

if TYPE_CHECKING:
    from judged import Judgement

    from quizapp.drafting.drafts import Draft

_WORD = re.compile(r"\w+(?:[.:'-]\w+)*|%")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_SCALED = re.compile(r"(\d+(?:\.\d+)?) (thousand|million|billion|trillion)\b")
_PREFIX = 4
"""A longer word is found by its beginning as well: "blackouts" by "blackout"."""


def told(facts: Iterable[Fact], sentence: str, draft: Draft) -> set[str]:
    """The ids of the facts that `draft`, made of `sentence`, tells by its words."""
    listed = draft.answer if isinstance(draft.answer, tuple) else (draft.answer,)
    said = words(f"{draft.ask} {'; '.join(map(str, listed))} {draft.unit}")
    said |= {word[:-1] for word in said if len(word) > _PREFIX and word.isalpha()}
    begins = plain(sentence)
    return {
        fact.id
        for fact in facts
        if begins.startswith(plain(fact.sentence))
        and 2 * sum(words(word) <= said for word in fact.words) > len(fact.words)
    }


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The words of a text, folded, with numbers in digits."""
    return frozenset(word.removesuffix("'s") for word in _WORD.findall(plain(text)))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text with small letters, days in words, and every number in plain digits."""
    from quizapp.core.dates import date_text
    from quizapp.core.number_words import SCALES, SMALL
    from quizapp.drafting.text.article import fold

    text = _DAY.sub(lambda day: date_text(date.fromisoformat(day[0])), text)
    text = " ".join(fold(text).casefold().split())
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"\s?%|\s?\bper\s?cent\b", " %", text)
    text = re.sub(r"[a-z]+", lambda word: str(SMALL.get(word[0], word[0])), text)
    return _SCALED.sub(lambda one: str(round(float(one[1]) * SCALES[one[2]])), text)


def agreement(drafts: Iterable[tuple[str, set[str]]], said: dict[str, Judgement]) -> Counter[str]:
    """How the facts told by words, by draft's key, compare with what readers found: counts.

    Only drafts of use are compared: neither rubbish nor unjudged.
    """
    counts: Counter[str] = Counter()
    for key, facts in drafts:
        if key in said and said[key].verdict != "rubbish":
            found = set(said[key].facts)
            counts["both"] += len(found & facts)
            counts["readers only"] += len(found - facts)
            counts["words only"] += len(facts - found)
    return counts


def covered(drafts: Sequence[Draft], text: str, facts: Sequence[Fact]) -> set[str]:
    """The facts that some of `drafts`, made of `text`, tell by their words."""
    found = (told(facts, text[slice(*draft.sentence)], draft) for draft in drafts)
    return set().union(*found)
