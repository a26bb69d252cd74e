"""What an article introduces by name: that its ship is the Dali, and its bridge the Key Bridge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from quizapp.drafting.grammar.words import LITTLE, REPORTING, listed
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.names import CITY, COUNTRY, PERSON, PLACE, Name, Names
from quizapp.drafting.named.thing_nouns import GROUPS, PEOPLE, group
from quizapp.drafting.text.article import Article, Sentence

_ONE_OF_MANY = listed(
    """previous last next first second third new former earlier later old older newer other another
    final latest upcoming future past own same such single best biggest largest"""
)
"""Words that tell one thing from others of its kind, so that the noun alone is not enough."""
_ANY = listed(
    """ship vessel company firm agency organisation organization group stone spacecraft probe craft
    plane aircraft book drug medicine treatment storm quake race tournament championship prize
    award match film novel jet club team side program programme deal agreement"""
)
"""Nouns that may stand for whatever belongs to their group; another must have been said."""
_EVENTS = listed(
    """summit conference eruption earthquake quake hearing election referendum trial ceremony
    outbreak fire crash explosion attack collapse outage protest flood strike auction rally parade
    final match race marathon tournament talks"""
)
_PLACES = frozenset((CITY, COUNTRY, PLACE))
_STEPS = listed("the a an one")
_BEFORE = re.compile(
    r"(?P<article>\b(?:[Tt]he|[Aa]n?)\s+|['\u2019]s\s+)(?:[A-Z][\w.-]*\s+)?"
    r"(?P<words>(?:[a-z][\w-]*\s+){1,4})(?:,\s)?$"
)
_APPOSED = re.compile(r"\s?(?:,|\(|\u2013)\s+(?:the|an?|one of the)\s+(?P<words>[^,;:.()\"]{3,80})")
_IS = re.compile(r"\s+(?:is|was|has been)\s+(?:the|an?)\s+(?P<words>[^,;:.()\"]{3,80})")
_CALLED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?P<words>(?:[a-z][\w-]*\s+){1,3}?),?\s*"
    r"(?:called|named|known as|titled|entitled)\s+"
    r"(?:[Tt]he\s+)?[\"\u201c]?$"
)
_PLACED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?P<words>(?:[a-z][\w-]*\s+){1,4})(?P<in>in|at|near|on|off|of)\s+"
    r"(?:the\s+)?$"
)
_BEHIND = re.compile(r"\s(?P<noun>[a-z]+)(?=[\s,.;:?]|$)(?!\s[a-z]+(?:ers?|ors?|ists?|s)\b)")
_OTHER = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Ee]ach|[Ee]very|[Aa]ny|[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth"
    r"|second)\s+(?:[a-z][\w-]*\s+){0,2}?(?P<noun>[a-z]{3,})\b"
)


_Introduction: TypeAlias = "tuple[str, str, list[str]]"
"""A noun, how to say what it is introduced with, and the words of the description."""


class Known(NamedTuple):
    """A thing that is introduced by name: as it is said, with the words that describe it."""

    said: str
    name: str
    words: frozenset[str]
    sentence: int


class Introduced(NamedTuple):
    """All that an article introduces, by the first of the nouns that may stand for it.

    `others` are the sentences where such a noun stands for another, or for any.
    """

    known: dict[str, tuple[Known, ...]]
    others: dict[str, frozenset[int]]

    def of(self, noun: str) -> tuple[Known, ...]:
        """What `noun` may stand for."""
        found = self.known.get(group(noun), ())
        return found if noun in _ANY else tuple(one for one in found if noun in one.words)


def is_numbered(name: str) -> bool:
    """True for a grade or a class that is no thing of its own: "Category 5"."""
    return re.fullmatch(r"(?:Category|Class|Grade|Level|Type|Phase|Group) \w+", name) is not None


def introduced(article: Article, names: Names) -> Introduced:
    """What `article` introduces by name."""
    known: defaultdict[str, dict[str, Known]] = defaultdict(dict)
    naming: defaultdict[str, set[int]] = defaultdict(set)
    for noun, one in _of_headline(article.headline, names):
        _add(known[GROUPS[noun]], one)
    for sentence in article.sentences:
        for name in names.by_sentence.get(sentence.number, ()):
            for noun, said, words in _introductions(article, names, sentence, name):
                if is_numbered(name.text):
                    continue
                if _ONE_OF_MANY.isdisjoint(words) and (noun in PEOPLE) == (name.kind == PERSON):
                    naming[GROUPS[noun]].add(sentence.number)
                    one = Known(said, names.whole(name), frozenset(words), sentence.number)
                    _add(known[GROUPS[noun]], one)
    return Introduced(
        {noun: tuple(found.values()) for noun, found in known.items()},
        {noun: found - naming[noun] for noun, found in _others(article, known).items()},
    )


def _of_headline(headline: str, names: Names) -> Iterator[tuple[str, Known]]:
    """What a headline introduces: "Hurricane Otis", "the Sycamore Gap tree"."""
    words = headline.split()
    if 2 * sum(word[0].isupper() for word in words) > len(words) + 1:
        return
    for text in sorted(names.counts):
        match = re.search(_run(text), headline) if text in headline else None
        if match is None or text in names.kinds.get(PERSON, ()):
            continue
        noun, first = match["noun"] or "", match["front"].split(" ")[0].lower()
        if noun in GROUPS and noun not in PEOPLE and GROUPS[noun] not in _ACTING:
            run = match[0].removesuffix(f" {noun}")
            yield noun, Known(f"the {run} {noun}", run, frozenset((noun,)), HEADLINE)
        elif first in GROUPS and first not in PEOPLE:
            yield (
                first,
                Known(match[0].removesuffix(f" {noun}"), text, frozenset((first,)), HEADLINE),
            )


def _run(text: str) -> str:
    """A pattern for a name with the capitals around it and the noun behind."""
    noun = r"(?: (?P<noun>[a-z]+)(?! [a-z]+(?:er|or|ist)s?\b))?"
    return rf"\b(?P<front>(?:[A-Z][\w-]+ )*){re.escape(text)}\b(?!'|-)(?: [A-Z][\w-]+)*{noun}"


HEADLINE = -1
"""The number of what is introduced before the first sentence."""


def _others(article: Article, known: Container[str]) -> dict[str, frozenset[int]]:
    """Where a noun of what is known stands for another, or for any."""
    others: defaultdict[str, set[int]] = defaultdict(set)
    for sentence in article.sentences:
        for match in _OTHER.finditer(sentence.text):
            if (first := GROUPS.get(match["noun"], "")) in known:
                others[first].add(sentence.number)
    return {noun: frozenset(found) for noun, found in others.items()}


def _add(found: dict[str, Known], one: Known) -> None:
    """Take `one` in, under the longest of the names that are parts of each other."""
    for name, other in found.items():
        if one.name == name or f" {name}".endswith(f" {one.name}"):
            found[name] = other._replace(words=other.words | one.words)
            return
        if f" {one.name}".endswith(f" {name}"):
            del found[name]
            words, sentence = other.words | one.words, min(other.sentence, one.sentence)
            found[one.name] = one._replace(words=words, sentence=sentence)
            return
    found[one.name] = one


def _introductions(
    article: Article, names: Names, sentence: Sentence, name: Name
) -> Iterator[_Introduction]:
    """The nouns that a name is introduced with, how to say it, and the words beside the noun."""
    text = sentence.text
    start, end = name.start - sentence.start, name.end - sentence.start
    before, after = text[:start], text[end:]
    said = _said(article.plain, names.whole(name))
    if whole := _owned_noun(article.plain, before, after, name):
        yield _own(name.text), whole, name.text.lower().split()
    for word in name.title.lower().split():
        if word in GROUPS:
            yield word, said, [word]
    if not after.startswith(("'s", "-")):
        yield from _described_before(before, after, name, said)
        yield from _described_behind(before, after, said)
        yield from _events(before, text[start:end], name)


def _described_before(before: str, after: str, name: Name, said: str) -> Iterator[_Introduction]:
    """ "The container ship Dali", "a novel called Human Acts", "the OSIRIS-REx spacecraft"."""
    for pattern in (_BEFORE, _CALLED):
        match = pattern.search(before)
        words = _phrase(match["words"], whole=True) if match else []
        # "The company Google bought" is not Google.
        if len(words) > 1 or (words and GROUPS[words[0]] not in _ACTING):
            yield words[-1], said, words
    behind = _BEHIND.match(after)
    noun = behind["noun"] if behind else ""
    is_led = name.kind not in (PERSON, COUNTRY) and not _is_adjective(name.text)
    if noun in GROUPS and is_led and _LED.search(before):
        yield noun, f"the {name.text} {noun}", [noun]


def _described_behind(before: str, after: str, said: str) -> Iterator[_Introduction]:
    """ "The Dali, a ship of 947 feet", "Bennu is an asteroid"."""
    match = _APPOSED.match(after) or _IS.match(after)
    if match is None or _IN_A_LIST.search(before):
        return
    words = _phrase(match["words"])
    following = match["words"].split()[len(words) : len(words) + 1]
    # In "At Delta, the airline said" the airline begins a clause of its own.
    if words and not _BEGINS.intersection(following):
        yield words[-1], said, words


def _events(before: str, place: str, name: Name) -> Iterator[_Introduction]:
    """ "A summit in New Delhi"."""
    match = _PLACED.search(before) if name.kind in _PLACES else None
    words = _phrase(match["words"], whole=True) if match else []
    if match and words and words[-1] in _EVENTS:
        yield words[-1], f"the {' '.join(words)} {before[match.start('in') :]}{place}", words


_ACTING = listed("company bank agency organisation bloc team newspaper app website platform tool")
_LED = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+$")
_IN_A_LIST = re.compile(r"(?:,|\band)\s+$")
_BEGINS = REPORTING | listed("is was has had will would can could may did does")


@lru_cache(maxsize=512)
def _said(plain: str, name: str) -> str:
    """A name with "the" in front where most places have it so."""
    found = with_it = 0
    at = plain.find(name)
    while at >= 0:
        found += 1
        with_it += plain[max(at - 4, 0) : at].lower() == "the "
        at = plain.find(name, at + len(name))
    return f"the {name}" if 2 * with_it >= max(found, 1) else name


def _is_adjective(name: str) -> bool:
    return name in by_demonym() or bool(re.fullmatch(r"\w+(?:an|ese|ish|ic|i)", name))


def _own(name: str) -> str:
    """The noun that a name of several words has as its head: "bridge" of "the Key Bridge"."""
    words = re.split(r"\s(?:of|for|in|on)\s", name)[0].split()
    noun = words[-1].lower() if words else ""
    return noun if noun in GROUPS and len(name.split()) > 1 else ""


def _owned_noun(plain: str, before: str, after: str, name: Name) -> str:
    """A name that has a noun as its head, whole and as it is said; "" where it may be a part."""
    if name.kind == PERSON or not _own(name.text) or _HALF.search(before) or _AND.match(after):
        return ""
    noun, behind = _own(name.text), ""
    if joiner := _JOINED.get(GROUPS[noun]):
        longer = re.compile(rf"\b{re.escape(name.text)}(\s(?:{joiner})\s[A-Z]\w+)")
        found = set(longer.findall(plain))
        if len(found) > 1:
            return ""
        behind = next(iter(found), "")
    if f"he {name.text}" in plain:
        return f"the {name.text}{behind}"
    if GROUPS[noun] in _BARE:
        return name.text
    return "" if before.endswith("'s ") else f"the {name.text}{behind}"


_JOINED = {"prize": "in|for", "committee": "on|for", "commission": "on|for", "council": "on|for"}
"""What may join more to a name with such a noun: "the Nobel Prize in Literature"."""
_BARE = listed(
    """lake university airport city town village island mountain stadium palace castle cathedral
    hospital prison harbour volcano county bank magazine newspaper company agency"""
)
"""Names with these nouns may stand without "the"."""
_HALF = re.compile(r"(?:\band|&|[A-Z][\w-]+\s(?!of\b|the\b|in\b|and\b)[a-z]+s)\s+$")
_AND = re.compile(r"\s(?:and|&)\s[A-Z]")


def _phrase(text: str, *, whole: bool = False) -> list[str]:
    """The words of a noun phrase up to its noun: the whole of `text`, or what it begins with."""
    every = text.split()
    words = list(takewhile(lambda word: word not in LITTLE and word[0].islower(), every))
    if whole:
        return words if words == every and words[-1] in GROUPS else []
    # "A ship of 947 feet", "an airline based in Oslo": the noun stands before what describes.
    first = next((at for at, word in enumerate(words) if word in GROUPS), len(words))
    rest = takewhile(GROUPS.__contains__, words[first:])
    return [*words[:first], *rest] if first < len(words) else []
