"""Questions asked twice, within a pack and across packs.

Only prompts with the same answer are compared. Asks of the same words are duplicates; asks that
share most of their words are near ones. Near ones are found by their rarest words (the prefix
filter of set-similarity joins: two sets of Jaccard similarity t share one of the first
n - ceil(t n) + 1 words in any fixed order), so the cost grows with the number of prompts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from quizapp.core.question import (
    Answer,
    DateAnswer,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Pack,
    Question,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.packs.checking.aliases import canonical, one_spelling, with_initials
from quizapp.packs.checking.finding import Remark
from quizapp.packs.checking.passages import asked_text
from quizapp.packs.checking.spellings import is_number
from quizapp.packs.words import content_words, tokens, word_list

ALIKE = 0.6
"""Asks with one answer are near duplicates from this Jaccard similarity of their words on."""
STATEMENTS_ALIKE = 0.75
"""The same for statements, where "true" in common says little."""

_FEWEST_WORDS = 3
_FILLING = frozenset(
    (
        *("became", "become", "been", "being", "call", "called", "did", "do", "doe", "known"),
        *("lit", "map", "many", "much", "name", "named", "other", "since", "take", "took", "year"),
    )
)
"""Words that asks are put together with, beside the little ones; in one spelling each."""
_LONGEST_ROW = 16
"""A word that so many asks with one answer share tells nothing of two of them."""


class Duplicate(NamedTuple):
    """A remark and the place of its pack in the packs compared."""

    pack: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class _Ask:
    pack: int
    path: str
    question: Question
    exact: tuple[str, ...]
    answer: str
    words: frozenset[str]
    least_alike: float
    text: str

    @property
    def names(self) -> frozenset[str]:
        """The words that name a thing or a number."""
        cased = {one_spelling(word.casefold()): word for word in tokens(self.text)}
        return frozenset(
            word for word, shown in cased.items() if shown[0].isupper() or is_number(word)
        )


def duplicates(packs: Sequence[tuple[str, Pack]]) -> list[Duplicate]:
    """Every question of `packs`, pairs of path and pack, that an earlier one asks already."""
    asks = [
        ask
        for place, (path, pack) in enumerate(packs)
        for question in pack.questions
        for ask in _asks(place, path, question)
    ]
    found: list[Duplicate] = []
    fresh: list[_Ask] = []
    first: dict[tuple[tuple[str, ...], str], _Ask] = {}
    for ask in asks:
        earlier = first.setdefault((ask.exact, ask.answer), ask)
        if earlier is ask:
            fresh.append(ask)
        else:
            found.append(Duplicate(ask.pack, _same(ask, earlier)))
    told = {(duplicate.pack, duplicate.remark.question) for duplicate in found}
    for ask, earlier in _near_pairs(fresh):
        if (ask.pack, ask.question.id) not in told:
            told.add((ask.pack, ask.question.id))
            found.append(Duplicate(ask.pack, _alike(ask, earlier)))
    return found


def _asks(place: int, path: str, question: Question) -> Iterator[_Ask]:
    for prompt in question.prompts:
        text = asked_text(prompt)
        telling = frozenset(map(one_spelling, content_words(text))) - _FILLING
        is_statement = isinstance(prompt.answer, TruthAnswer)
        yield _Ask(
            pack=place,
            path=path,
            question=question,
            exact=tuple(map(one_spelling, word_list(text))),
            answer=_answer_key(prompt.answer),
            words=with_initials(telling),
            least_alike=STATEMENTS_ALIKE if is_statement else ALIKE,
            text=text,
        )


def _answer_key(answer: Answer) -> str:
    match answer:
        case TextAnswer():
            return canonical(answer.text)
        case TruthAnswer() | NumberAnswer() | DateAnswer():
            return str(answer.value).casefold()
        case SetAnswer():
            return " | ".join(sorted(map(canonical, answer.items)))
        case OrderAnswer():
            return " > ".join(map(canonical, answer.items))
        case MatchAnswer():
            return " | ".join(sorted(" = ".join(map(canonical, pair)) for pair in answer.pairs))
        case GapAnswer():
            return " > ".join(map(canonical, answer.gaps))


def _near_pairs(asks: Sequence[_Ask]) -> Iterator[tuple[_Ask, _Ask]]:
    common = Counter(word for ask in asks for word in ask.words)
    rows: defaultdict[tuple[str, str], list[_Ask]] = defaultdict(list)
    for ask in asks:
        size = len(ask.words)
        if size < _FEWEST_WORDS:
            continue
        ordered = sorted(ask.words, key=lambda word: (common[word], word))
        shared = ceil(ask.least_alike * size)
        keys = [(ask.answer, word) for word in ordered[: size - shared + 1]]
        earlier = next((other for key in keys for other in rows[key] if _is_near(ask, other)), None)
        if earlier:
            yield ask, earlier
        for key in keys:
            if len(rows[key]) < _LONGEST_ROW:
                rows[key].append(ask)


def _is_near(ask: _Ask, other: _Ask) -> bool:
    shared = len(ask.words & other.words)
    if shared < ask.least_alike * (len(ask.words) + len(other.words) - shared):
        return False
    # One name or number in place of another makes it a question on another thing.
    ours, theirs = ask.words - other.words, other.words - ask.words
    is_swapped = ours & ask.names and theirs & other.names
    return ask.question is not other.question and not is_swapped


def _same(ask: _Ask, earlier: _Ask) -> Remark:
    if ask.question is earlier.question:
        message = "asks the same twice; remove one of the two wordings"
    else:
        message = f"asks the same as {_place(ask, earlier)}; remove one of them"
    return Remark("duplicate", ask.question.line, ask.question.id, message)


def _alike(ask: _Ask, earlier: _Ask) -> Remark:
    message = (
        f"asks nearly the same as {_place(ask, earlier)};"
        " remove one of them, or make it an `also` of the other"
    )
    return Remark("near-duplicate", ask.question.line, ask.question.id, message)


def _place(ask: _Ask, earlier: _Ask) -> str:
    where = f"line {earlier.question.line}"
    if earlier.pack != ask.pack:
        where = f"{earlier.path}:{earlier.question.line}"
    return f'question "{earlier.question.id}" ({where})'
