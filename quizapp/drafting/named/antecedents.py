"""Whom "he" and what "it" or "they" stands for, where nothing else can be meant.

A wrong name would make a false question: wherever the sentence before has anything else that the
pronoun might stand for, it stands for nothing here.
"""

from __future__ import annotations

import re

from quizapp.drafting.grammar.speech import earlier, may_be
from quizapp.drafting.grammar.words import OFFICES, REPORTING, listed, verbs
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, OTHER, PERSON, PLACE, Name
from quizapp.drafting.named.thing_nouns import group
from quizapp.drafting.text.article import Sentence

_ACTS = listed(
    """say reckon sell plan want hope expect employ buy produce propose promise deny announce win
    lose hire forecast report publish launch sign agree decide refuse reject accept pay earn borrow
    invest develop manufacture operate export import supply warn urge demand ask vote join apologise
    apologize lend fine sue argue insist intend tell offer own"""
)
"""What only those do who can decide something, where "it" is the one who does it."""
_OWNED = listed(
    """shares revenue sales profit profits customers staff employees chairman government president
    parliament army population economy members chief shareholders board workers factories"""
)
_BEFORE_VERB = listed(
    """has have had is was will would also now then still already been to later never only not
    soon since once often"""
)
_LEADS = re.compile(r"(?:[Tt]he )?$")
_GOES_ON = re.compile(r"(?:,| \(|(?: [a-z]+ly)? (?P<verb>[a-z]+))")
_NOUN = re.compile(
    r"\b(?:an?|the|its|this|that|his|her|their|one|another|each|every|no)\s(?![A-Z])[a-z]"
)
_MANY = re.compile(
    r"\b(?:[a-z]{2,}(?:ers|ors|ists|ians|ees|ants|ents)|police|people|men|women|children|others"
    r"|couples?|pairs?|teams?|both sides|relatives|parents|sons|daughters|friends|wives)\b"
)
_WHERE = (" in ", " in the ", " at ", " near ")
"""What stands behind these is where it was, not who did it."""
_NAMED_PAIR = 2
_NEAR = 30
"""Who a pronoun stands for is named so near to the front of a sentence."""
_HUMAN = OFFICES | listed(
    """man woman men women mother father mum dad son daughter brother sister wife husband girl boy
    friend neighbour neighbor colleague victim suspect officer worker student teacher patient
    person people who child baby winner player i my me we she he"""
)
_PREPOSED = [[word] for word in ("in", "on", "at", "after", "before", "by", "for", "from", "of")]
_REPORTED = [[word] for word in sorted(REPORTING)]
_THINGS = frozenset((ORG, COUNTRY, OTHER, CITY, PLACE))


def meant_by_it(view: View, here: Sentence) -> str:
    """The thing with a name that "It" or "Its" at the front of a sentence stands for, or ""."""
    words = here.text.split()
    former = _former(view, here)
    name = _subject(view, former) if former and words[0] in ("It", "Its") else None
    if name is None or former is None:
        return ""
    rest = former.text[name.end - former.start :]
    is_one = name.kind in (ORG, COUNTRY) and _is_theirs(words)
    same = (ORG, COUNTRY, OTHER) if is_one else tuple(_THINGS)
    others = [
        one
        for one in view.names_in(former)
        if one.kind in same
        and one.text != name.text
        and not former.text.endswith(_WHERE, 0, one.start - former.start)
    ]
    if others or (not is_one and _NOUN.search(rest)):
        return ""
    return view.the(name.text)


def meant_by_they(view: View, here: Sentence) -> str:
    """The two people whom "They" or "The two" at the front of a sentence stands for, or ""."""
    if not re.match(r"(?:They|The two|Both)\b(?! of\b)(?!\s(?:[a-z]+s)\b)", here.text):
        return ""
    former = _former(view, here)
    people = [one for one in view.names_in(former) if one.kind == PERSON] if former else []
    if former is None or len(people) != _NAMED_PAIR or people[0].start != former.start:
        return ""
    first, second = people
    between = former.text[first.end - former.start : second.start - former.start]
    if not re.fullmatch(r"(?:, [^,]{1,40}){0,2},? and ", between) or _MANY.search(former.text):
        return ""
    behind = former.text[second.end - former.start :]
    if not _is_followed(behind):
        return ""
    return f"{view.names.whole(first)} and {view.names.whole(second)}"


def names_person(view: View, sentence: Sentence, place: int, word: str) -> bool:
    """True where somebody in a sentence itself may be who a pronoun at `place` stands for."""
    people = [one for one in view.names_in(sentence) if one.kind in (PERSON, OTHER)]
    if not place:
        return any(one.kind == PERSON and one.start < sentence.start + _NEAR for one in people)
    before, after = sentence.text[:place], _small_words(sentence.text[place:])
    is_named = any(one.start < sentence.start + place for one in people)
    if is_named or word not in ("he", "she") or not _HUMAN.isdisjoint(_small_words(before)):
        return True
    return _small_words(before)[:1] not in _PREPOSED and after[1:2] not in _REPORTED


def meant_by_he(view: View, here: Sentence, *, is_she: bool) -> str:
    """The only person whom the sentence or the paragraph before can mean, or ""."""
    if name := earlier(view, here, is_she=is_she):
        former = view.article.sentences[name.sentence]
        is_front = name.start - former.start < _NEAR
        return view.names.whole(name) if is_front and not _unsure(view, former) else ""
    found: dict[str, bool] = {}
    before = [
        one for one in view.article.sentences[: here.number] if one.paragraph == here.paragraph
    ]
    for one in before:
        for name in view.names_in(one):
            if name.kind == PERSON:
                whole = view.names.whole(name)
                found[whole] = found.get(whole, False) or name.start - one.start < _NEAR
    if len(found) != 1 or not all(found.values()) or any(_unsure(view, one) for one in before):
        return ""
    only = next(iter(found))
    return only if may_be(view, only, is_she=is_she) else ""


def _unsure(view: View, sentence: Sentence) -> bool:
    """True where a sentence has a name of two words or more that might be somebody's as well."""
    return any(
        name.kind == OTHER
        and " " in name.text
        and not group(name.text.split()[-1])
        and not view.article.plain.startswith(("the ", "The "), max(name.start - 4, 0))
        for name in view.names_in(sentence)
    )


def _small_words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _former(view: View, here: Sentence) -> Sentence | None:
    """The sentence before in the same paragraph, outside quotations."""
    if not here.number or here.inside:
        return None
    former = view.article.sentences[here.number - 1]
    return former if former.paragraph == here.paragraph and '"' not in former.text else None


def _subject(view: View, former: Sentence) -> Name | None:
    """The one name that is the subject at the front of a sentence."""
    for name in view.names_in(former):
        start = name.start - former.start
        if not _LEADS.fullmatch(former.text[:start]) or name.kind not in _THINGS:
            return None
        return name if _is_followed(former.text[name.end - former.start :]) else None
    return None


def _is_followed(rest: str) -> bool:
    """True where a verb or an aside comes behind a name, no other noun."""
    match = _GOES_ON.match(rest)
    if match is None or match["verb"] is None:
        return match is not None
    return match["verb"] in _BEFORE_VERB or match["verb"] in verbs()


def _is_theirs(words: list[str]) -> bool:
    """True where only somebody who acts can be meant by the words that begin a sentence."""
    if words[0] == "Its":
        return words[1].strip(",.'").removesuffix("'s") in _OWNED
    verb = next((one for one in words[1:] if one not in _BEFORE_VERB), "")
    forms = verbs().get(verb)
    is_passive = (
        any(one in ("is", "was", "been") for one in words[1 : words.index(verb)]) if verb else True
    )
    return forms is not None and not is_passive and forms.base in _ACTS
