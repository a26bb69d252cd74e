"""The names in an article: where they stand and what they are names of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple, TypeAlias

from quizapp.drafting.grammar.words import FIRST_NAMES
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.name_kinds import guess
from quizapp.drafting.named.name_runs import (
    CITY,
    COUNTRY,
    ORG,
    OTHER,
    PERSON,
    PLACE,
    Name,
    name_runs,
)
from quizapp.drafting.text.article import Article

__all__ = ["CITY", "COUNTRY", "ORG", "OTHER", "PERSON", "PLACE", "Name", "Names", "find_names"]

Votes: TypeAlias = "defaultdict[str, Counter[str]]"

_MOST = 200
"""Of a kind only so many names are kept, the most frequent ones."""
_ACTS = "said|says|told|has|had|was|is|will|would|[a-z]+ed"


class Names(NamedTuple):
    """All names of an article: in order, by sentence, and each person's fullest form."""

    all: tuple[Name, ...]
    by_sentence: dict[int, tuple[Name, ...]]
    full: dict[str, str]
    last_words: frozenset[str]
    kinds: dict[str, tuple[str, ...]]
    counts: dict[str, int]
    titles: dict[str, tuple[str, ...]]

    def of_kind(self, kind: str) -> list[str]:
        """The different names of a kind, in full, the most frequent first."""
        return list(self.kinds.get(kind, ()))

    def whole(self, name: Name) -> str:
        """The fullest form of a name."""
        return self.full.get(name.text, name.text)


def find_names(article: Article) -> Names:
    """The names of `article`."""
    lower = {word for one in article.sentences for word in re.findall(r"\b[a-z]{2,}\b", one.text)}
    runs = [run for one in article.sentences for run in name_runs(one, lower)]
    votes: Votes = defaultdict(Counter)
    for run in runs:
        kind, weight = guess(article, run)
        votes[run.text][kind] += weight
    _name_twice(article, votes)
    _name_whole(article, votes)
    people = {text for text, count in votes.items() if count.most_common(1)[0][0] == PERSON}
    full = _full_names(people, votes)
    kinds = {text: _kind(text, votes, full) for text in votes}
    inside = {run.text for run in runs if not _begins(article, run)}
    names = tuple(
        run._replace(kind=kinds[run.text])
        for run in runs
        if kinds[run.text] != OTHER or run.text in inside or " " in run.text
    )
    by_sentence: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        by_sentence[name.sentence].append(name)
    last = frozenset(name.text.split()[-1] for name in names)
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        titles[full.get(name.text, name.text)] += name.title.split()
    counts = Counter(full.get(name.text, name.text) for name in names)
    of = {full.get(name.text, name.text): name.kind for name in reversed(names)}
    by_kind: defaultdict[str, list[str]] = defaultdict(list)
    for text, _ in counts.most_common():
        by_kind[of[text]].append(text)
    return Names(
        names,
        {key: tuple(value) for key, value in by_sentence.items()},
        full,
        last,
        {key: tuple(value[:_MOST]) for key, value in by_kind.items()},
        dict(counts),
        {key: tuple(value) for key, value in titles.items()},
    )


def _begins(article: Article, run: Name) -> bool:
    """True where a name stands at the front of its sentence or of a quotation."""
    before = article.plain[article.sentences[run.sentence].start : run.start].rstrip()
    return not before or before[-1] in '":('


def _name_twice(article: Article, votes: Votes) -> None:
    """Two words whose second stands alone elsewhere are somebody's name: "Ndamukong Suh", "Suh"."""
    for text, count in votes.items():
        words = text.split()
        if len(words) != 2 or words[0] in votes or words[1].endswith("s"):
            continue
        if words[1] not in votes or not (_is_open(count) and _is_open(votes[words[1]])):
            continue
        acts = rf"\b{re.escape(words[1])}(?:'s)?\s(?:{_ACTS})\b"
        if re.search(acts, article.plain) and f"the {text}" not in article.plain:
            count[PERSON] += 20


def _name_whole(article: Article, votes: Votes) -> None:
    """Whose last name alone is a person's is one: "Mensun Bound", who is "Mr Bound" elsewhere."""
    for text, count in votes.items():
        words = text.split()
        if len(words) in (2, 3) and words[-1] in votes and _is_open(count):
            alone = votes[words[-1]]
            if alone[PERSON] >= 4 and alone.most_common(1)[0][0] == PERSON:
                count[PERSON] += 0 if f"the {text}" in article.plain else 5


def _is_open(count: Counter[str]) -> bool:
    """True while nothing but a guess tells what a name is of."""
    kind, weight = count.most_common(1)[0]
    return weight < 5 and kind in (OTHER, PLACE, PERSON)


def _full_names(people: set[str], votes: Votes) -> dict[str, str]:
    """A person's last name, or first, to the one full name that has it."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for text in people:
        words = text.split()
        if len(words) > 1 and words[0] not in gazetteer.group_of():
            owners[words[-1]].add(text)
            # Family names come first in some languages: "Xi Jinping" is "Xi".
            if len(words) == 2 and (words[0] in votes or words[0] not in FIRST_NAMES):
                owners[words[0]].add(text)
            if len(words) > 2:
                owners[" ".join(words[-2:])].add(text)
    return {
        short: next(iter(texts))
        for short, texts in owners.items()
        if len(texts) == 1
        and short in votes
        and short not in people.intersection(gazetteer.by_name())
    }


def _kind(text: str, votes: Votes, full: dict[str, str]) -> str:
    best, weight = votes[text].most_common(1)[0]
    if text in full and (weight < 9 or best == OTHER):
        return PERSON
    if best == OTHER:
        others = [one for one in votes[text].most_common() if one[0] != OTHER and one[1] > 1]
        return others[0][0] if others else OTHER
    if best == PERSON and len(text.split()) == 1 and votes[text][PERSON] < 4:
        return OTHER
    return best
