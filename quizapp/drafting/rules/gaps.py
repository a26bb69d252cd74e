"""Gap sentences: a plain statement with a name, a number or a time left out. The last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.drafting.grammar.figures import COUNT, MEASURE, MONEY, PERCENT, Figure, find_figures
from quizapp.drafting.grammar.points import find_phrase
from quizapp.drafting.grammar.statements import Statement, statements, without_next
from quizapp.drafting.grammar.words import LITTLE, MONTHS, listed, verbs
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, OTHER, PERSON, PLACE, Name
from quizapp.drafting.rules.counting import figure_answer
from quizapp.drafting.rules.filling import (
    GAP,
    name_in_place,
    number_in_place,
    with_day,
    with_gap,
    year_in_place,
)
from quizapp.drafting.text.article import Sentence

_LISTED = 0.12
"""What a sentence full of commas costs: one of a list is seldom the answer worth knowing."""
_LARGE = 10_000
"""A number that counts nothing named is worth asking for from here on."""
_KINDS = (COUNTRY, PERSON, CITY, ORG, PLACE, OTHER)
_FIGURES, _NAMES = 1, 2
"""So many numbers and names of a statement are asked for."""
_ENOUGH = 4
"""With so many names of a kind in the article there are wrong options for each."""
_WORTH = {PLACE: 0.26, OTHER: 0.1}


def gap_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """Gap sentences on the numbers, the years and the names of what `sentence` states."""
    for told in statements(view, sentence):
        found = [*_of_figures(view, sentence, told), *_of_years(view, sentence, told)]
        found += _of_names(view, sentence, told)
        yield from found
        if not any(one.of in _CHOSEN for one in found):
            yield from _of_phrase(view, sentence, told)


_CHOSEN = frozenset((COUNT, MONEY, PERCENT, "number", "year", PERSON, COUNTRY, CITY))
"""Answers that there are other options for."""


def _of_figures(view: View, sentence: Sentence, told: Statement) -> Iterator[Idea]:
    taken = 0
    for figure in find_figures(sentence.text):
        if figure.start < told.start or figure.end > told.end or taken == _FIGURES:
            continue
        if figure.kind in (COUNT, MONEY, PERCENT, MEASURE) and not _is_part(sentence.text, figure):
            taken += 1
            place = (figure.start, figure.end)
            yield _number(view, sentence, without_next(view, sentence.text, told, place), figure)


def _is_part(text: str, figure: Figure) -> bool:
    """True for a number that says nothing alone: "three quarters", "2 hours and 35 seconds"."""
    is_bare = figure.kind == COUNT and not figure.noun and figure.value < _LARGE
    behind = figure.noun_end if figure.noun else figure.end
    return (
        is_bare
        or _PARTS.match(text, figure.end) is not None
        or _AGO.match(text, behind) is not None
        or _RANGE.search(text[: figure.from_]) is not None
        or (figure.kind == COUNT and _LISTED_THEN.match(text, behind) is not None)
    )


_AGO = re.compile(r"\s(?:ago|later|earlier|before(?=[,.]|$))")
_RANGE = re.compile(
    r"\b(?:\d\S*|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:to|or)\s$"
    r"|\bbetween\s(?:one|two|three)\sand\s$"
)
_LISTED_THEN = re.compile(r"[^.;:\"]{0,80}:\s[^.;:\"]{3,60}(?:,|\sand)\s")


_PARTS = re.compile(
    r"-|\s(?:and\sa\s(?:half|quarter)|halves|thirds|quarters|fourths|fifths|sixths|tenths|times\sas)\b"
    r"|\s(?:hours?|minutes?|feet|pounds|years?|metres|meters)(?:,|\sand)?\s\d"
)


def _of_years(view: View, sentence: Sentence, told: Statement) -> Iterator[Idea]:
    """The last year of a statement."""
    text = sentence.text
    found = [
        one.span("year")
        for one in _YEAR.finditer(text, told.start, told.end)
        if one["before"].lower() in _BEFORE_YEAR
    ]
    if not found or text.startswith(("-", "/", "\u2013"), found[-1][1]):
        return
    place = found[-1]
    told = without_next(view, text, told, place)
    asked = year_in_place(view, text, told, place)
    ask = asked or with_gap(view, text, told, place)
    start, end = (sentence.start + at for at in place)
    worth = 0.5 if asked else 0.36
    yield _idea(sentence, told, ask, int(text[slice(*place)]), "year", (start, end), worth=worth)


_YEAR = re.compile(
    r"(?P<before>[A-Za-z]+)\s(?P<year>(?:1[5-9]|20)\d\d)\b(?!%|\sper\s?cent|\s[a-z]+s\b)"
)
_BEFORE_YEAR = frozenset(month.lower() for month in MONTHS) | listed(
    "in by of to since from until after before and between early late around about mid"
)


def _of_names(view: View, sentence: Sentence, told: Statement) -> list[Idea]:
    names = [
        one
        for one in reversed(view.names_in(sentence))
        if one.kind in _KINDS and _is_open(view, sentence, told, one)
    ]
    names.sort(key=lambda one: len(view.names.of_kind(one.kind)) < _ENOUGH)
    return [_named(view, sentence, told, one) for one in names[:_NAMES]]


def _is_open(view: View, sentence: Sentence, told: Statement, name: Name) -> bool:
    """True for a name in the statement that can be left out of it."""
    text = sentence.text
    start, end = name.start - sentence.start, name.end - sentence.start
    if start < told.start or end > told.end or _modifies(text[end:]):
        return False
    if _is_half(view, sentence, text[told.start : start], start):
        return False
    if name.kind != PERSON and _GOES_BEFORE.search(text[told.start : start]):
        return False
    return text[told.start : start].count('"') % 2 == 0 and not _is_aside(
        text, told.start, (start, end)
    )


def _is_aside(text: str, start: int, place: tuple[int, int]) -> bool:
    """True for a name in brackets, in front of a comma at the very front, or half of a name."""
    before, after = text[: place[0]], text[place[1] :]
    if before.count("(") > before.count(")"):
        return True
    if (
        before[-1:] in ("(", "#")
        or before.endswith((" told ", " tells "))
        or (place[0] == start and after[:1] == ",")
    ):
        return True
    is_first_half = re.match(r"\s+and\s+[A-Z]\w+\s\(", after) is not None
    return is_first_half or (before.endswith(" and ") and after.startswith(" ("))


def _is_half(view: View, sentence: Sentence, before: str, start: int) -> bool:
    """True for what "and" joins to a word with a capital that is no name: "Test and Range"."""
    match = _JOINS.search(before)
    if match is None or not match.start():
        return False
    end = sentence.start + start - len(before) + match.end("word")
    return not any(one.end >= end > one.start for one in view.names_in(sentence))


_JOINS = re.compile(r"(?P<word>[A-Z][\w'-]+)\s(?:and|&)\s$")
_GOES_BEFORE = re.compile(r"\d\s$|(?:U\.S\.|[a-z,]\s[A-Z][\w.]*)\s$")
"""What stands so before a name belongs to it: "3000 BC", "the U.S. Senate"."""
_MODIFIES = re.compile(r"'(?!s)|-|,\w|\s\d|\s(?!(?:said|did|does)\b)[A-Za-z]+")


def _modifies(after: str) -> bool:
    """True where a name only describes the noun behind it: "the Kremlin spokesman"."""
    match = _MODIFIES.match(after)
    if not match or not match[0][-1].isalpha() or match[0][0] in "'-,":
        return bool(match)
    word = match[0].strip()
    return word[0].isupper() or word in _NOUNS_TOO or (word not in LITTLE and word not in verbs())


_NOUNS_TOO = listed(
    """states cities members officials forces troops plans reports shares cuts ships works deals
    votes"""
)


def _named(view: View, sentence: Sentence, told: Statement, name: Name) -> Idea:
    place = (name.start - sentence.start, name.end - sentence.start)
    told = without_next(view, sentence.text, told, place)
    ask = name_in_place(view, sentence.text, told, place, name)
    is_whole = bool(ask)
    ask = ask or with_gap(view, sentence.text, told, place)
    whole = view.names.whole(name)
    worth = _WORTH.get(name.kind, 0.3) + (0.16 if is_whole else 0)
    worth -= _LISTED if ask.count(",") > 1 else 0
    accept = (name.text,) if name.text != whole else ()
    idea = _idea(sentence, told, ask, whole, name.kind, (name.start, name.end), worth=worth)
    others = _AMONG.search(sentence.text, told.start, told.end)
    doubts = (("several-answers", others[0]),) if others else ()
    return idea._replace(accept=accept, doubts=doubts)


_AMONG = re.compile(r"\b(?:among|one of|including|such as|especially|for instance|for example)\b")


_SPAN = re.compile(
    r",?\sfrom\s[^\d\s]?(?P<from>\d[\d,.]*\d|\d)\S*\sto\s[^\d\s]?(?P<to>\d[\d,.]*\d|\d)"
)


def _untold(text: str, told: Statement, figure: Figure) -> Statement:
    """`told` up to where it says what the number is the difference of: "from 65 to 145"."""
    match = _SPAN.search(text, figure.end, told.end)
    if match is None or match.end() < told.end:
        return told
    low, high = (float(match[name].replace(",", "")) for name in ("from", "to"))
    is_sum = abs(high - low) == figure.value
    return told._replace(end=match.start(), cut=True) if is_sum else told


def _number(view: View, sentence: Sentence, told: Statement, figure: Figure) -> Idea:
    told = _untold(sentence.text, told, figure)
    answer, of = figure_answer(figure)
    is_quoted = sentence.text.count('"', 0, figure.start) % 2 == 1
    asked = "" if is_quoted else number_in_place(view, sentence.text, told, figure)
    ask = asked or with_gap(view, sentence.text, told, (figure.start, figure.end))
    if view.as_of and not told.who and figure.kind != MEASURE and is_undated(ask):
        ask = with_day(view, ask)
    if of == PERCENT and not asked:
        ask = ask.replace(GAP, f"{GAP}%", 1)
    place = (sentence.start + figure.start, sentence.start + figure.end)
    idea = _idea(sentence, told, ask, answer, of, place, worth=0.56 if asked else 0.34)
    return idea._replace(unit="%" if of == PERCENT else "")


def is_undated(ask: str) -> bool:
    """True for what is told in the present, in nobody's quoted words and with no year."""
    if "\u201c" in ask or _HAS_YEAR.search(ask):
        return False
    match = _PRESENT.search(ask)
    return match is not None and not _PAST.search(ask) and not _is_told_before(ask[: match.start()])


def _is_told_before(words: str) -> bool:
    """True where a verb in the past comes before that in the present: "rowed to a rock that is"."""
    every = words.lower().split()
    for word, following in pairwise(every):
        forms = verbs().get(word)
        if forms is None or word != forms.past or word == forms.base:
            continue
        if word != forms.participle or following not in _OF_PARTICIPLE:
            return True
    return False


_PAST = re.compile(r"\b(?:had|was|were|did|would)\b")
_OF_PARTICIPLE = listed("by in on at for with from to as of")


_PRESENT = re.compile(r"\b(?:is|are|has|have)\b")
_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _of_phrase(view: View, sentence: Sentence, told: Statement) -> Iterator[Idea]:
    """The words of a statement that say most, where nothing else of it can be asked for."""
    place = find_phrase(sentence.text, told.start, told.end)
    if place is None:
        return
    ask = with_gap(view, sentence.text, told, place)
    start, end = (sentence.start + at for at in place)
    answer = sentence.text[slice(*place)]
    yield _idea(sentence, told, ask, answer, "text", (start, end), worth=0.24)


def _idea(
    sentence: Sentence,
    told: Statement,
    ask: str,
    answer: str | int | float,
    of: str,
    place: tuple[int, int],
    *,
    worth: float,
) -> Idea:
    changes = of != "year" and bool(_PRESENT.search(ask))
    return Idea(
        "gap",
        ask,
        answer,
        of,
        sentence,
        *place,
        said_by=told.who,
        changes=changes,
        worth=worth,
    )
