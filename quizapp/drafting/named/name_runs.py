"""Runs of words with a capital: the names of a sentence, before their kinds are known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from quizapp.drafting.grammar.words import (
    FIRST_NAMES,
    LITTLE,
    MONTHS,
    OFFICES,
    TITLES,
    WEEKDAYS,
    listed,
)
from quizapp.drafting.named import gazetteer
from quizapp.drafting.text.article import Sentence

Word: TypeAlias = tuple[str, int, int]

PERSON, COUNTRY, CITY, ORG, PLACE, OTHER = "person", "country", "city", "org", "place", "other"

WORD = re.compile(r"[^\W_]+(?:[.'&-][^\W_]+)*(?:\.(?=[A-Z]))?|\d[\d.,]*\d|\S")
_JOINERS = frozenset(("of", "de", "da", "del", "van", "von", "bin", "al", "la", "der", "&", "for"))
_OF_WHAT = listed(
    """Bank University Ministry House Council Department Institute Isle Board Museum Academy Court
    Federation Republic Church Gulf Bay Cape Commonwealth Union League Order Duke Bishop"""
)
_SHORT = listed("St Calif Fla Mass Ill Tex Wash Va Ga Pa Conn Minn Mich Mr Mrs Ms Dr N.Y N.J D.C")
_ALONE = frozenset(("New", "One", "Great", "First", "South", "North"))
"""Common words that begin names, where a capital follows."""
_DAYS = frozenset((*MONTHS, *WEEKDAYS, "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec"))


class Name(NamedTuple):
    """A name in a sentence: its text without titles, its place in the plain text, its kind."""

    text: str
    start: int
    end: int
    kind: str
    sentence: int
    title: str = ""


def name_runs(sentence: Sentence, lower: set[str]) -> Iterator[Name]:
    """Runs of words with a capital that are no sentence's first common word."""
    words = [(m[0], m.start(), m.end()) for m in WORD.finditer(sentence.text)]
    at = 0
    while at < len(words):
        if not _starts(words, at, lower):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _goes_on(sentence.text, words, end):
            end += 1
        while (
            end > at + 1
            and not words[end - 1][0][0].isupper()
            and not words[end - 1][0][0].isdigit()
        ):
            end -= 1
        yield from _named(sentence, words[at:end], _stopped(words, at))
        at = end


def _starts(words: list[Word], at: int, lower: set[str]) -> bool:
    """True where a name may begin."""
    word = words[at][0]
    following = words[at + 1][0] if at + 1 < len(words) else ""
    if not word[0].isupper() or word in _DAYS or word == "I" or word.startswith("I'"):
        return False
    if len(word) == 1 and not following[:1].isupper():
        return False
    if word in _ALONE and following[:1].isupper():
        return following not in _DAYS
    if at == 0 or words[at - 1][0] in ".:!?\"('\u2013-":
        return _starts_sentence(word, following, lower)
    return word.lower() not in LITTLE or (word.isupper() and len(word) > 1)


def _starts_sentence(word: str, following: str, lower: set[str]) -> bool:
    """True where the first word of a sentence is a name's, not one with a capital by place."""
    plain = word.lower().split("'")[0]
    follows = following[:1].isupper()
    if follows and word in TITLES:
        return True
    if following == "of" and word not in _OF_WHAT:
        return False
    if plain in LITTLE or plain in lower:
        return word in FIRST_NAMES and follows
    is_known = word in FIRST_NAMES or word in gazetteer.things()
    return not plain.endswith(("ing", "ly")) or is_known


def _goes_on(text: str, words: list[Word], at: int) -> bool:
    word, start, _ = words[at]
    gap = text[words[at - 1][2] : start]
    if gap not in (" ", "") or (gap == "" and "." not in (word, words[at - 1][0])):
        return False
    if words[at - 1][0].endswith("'s"):
        return False
    if word == ".":
        # An initial in the middle of a name: "John F. Kennedy".
        follows = words[at + 1][0][:1].isupper() if at + 1 < len(words) else False
        return len(words[at - 1][0]) == 1 and words[at - 2][0][:1].isupper() and follows
    if word in _DAYS or word in ("I", "A", "The"):
        return False
    if word[0].isupper():
        return True
    if word.isdigit() and len(word) <= 4 and words[at - 1][0][0].isupper():
        return words[at - 1][0] not in _DAYS and len(word) <= 2
    following = words[at + 1][0] if at + 1 < len(words) else ""
    return word in _JOINERS and following[:1].isupper() and following not in _DAYS


def _stopped(words: list[Word], at: int) -> tuple[str, ...]:
    """The title with a stop that stands before a name: "Gov. Evelyn Salgado"."""
    is_stopped = at > 1 and words[at - 1][0] == "." and words[at - 2][0] in _CUT_SHORT
    return (words[at - 2][0],) if is_stopped else ()


_CUT_SHORT = listed("Mr Mrs Ms Dr Prof Gov Sen Rep Gen Lt Col Sgt Capt Rev")


def _named(sentence: Sentence, words: list[Word], before: tuple[str, ...] = ()) -> Iterator[Name]:
    """The name in a run of words, its titles and demonyms taken off the front."""
    taken = list(before)
    while words and _is_title(words):
        taken.append(words[0][0])
        words = words[1:]
    office = _office_inside(words)
    taken += [word[0] for word in words[:office]]
    words = words[office:]
    while words and (
        words[0][0] in ("of", "for", "the", "&", "de") or words[0][0].endswith(_SUFFIXED)
    ):
        words = words[1:]
    while words and words[-1][0].rstrip(".") in TITLES and words[-1][0] not in ("King", "Prince"):
        words = words[:-1]
    if words and (at := _belonging(words, is_titled=bool(taken))):
        yield from _named(sentence, words[:at], tuple(taken))
        words, taken = words[at + 1 :], []
    if words:
        start, end = _ends(sentence.text, words)
        place = (sentence.start + start, sentence.start + end)
        if end - start > 1 and sentence.text[start:end] not in _SHORT:
            text = sentence.text[start:end]
            yield Name(text, *place, OTHER, sentence.number, " ".join(taken))


def _belonging(words: list[Word], *, is_titled: bool) -> int:
    """Where "of" stands behind a person's name: "Anna Berg of People First"; 0 for nowhere."""
    at = next((at for at, word in enumerate(words) if word[0] in ("of", "for")), 0)
    if at not in (2, 3) or words[at - 1][0] in _OF_WHAT | _BODIES:
        return 0
    behind = words[at + 1][0] if len(words) == at + 2 else ""
    is_from = gazetteer.country(behind) is not None
    is_person = is_titled or is_from or words[0][0] in FIRST_NAMES or "-" in words[1][0]
    return at if is_person and len(words) > at + 1 else 0


_BODIES = listed(
    """Party Corps Front Army Airlines Kingdom State States Games Institution School College Society
    Association Organisation Organization Agency Office Authority Kingdoms Islands Islamic People's
    Navy Conference Congress Assembly Parliament Championship Championships Cup Open Prix"""
)


def _office_inside(words: list[Word]) -> int:
    """How many words at the front are an employer and an office: "Macmillan CEO John Sargent"."""
    if any(word[0] in ("of", "for", "and") for word in words):
        return _behind_office(words)
    offices = [at for at in range(1, len(words) - 1) if _is_office(words, at)]
    return offices[-1] + 1 if offices else 0


def _behind_office(words: list[Word]) -> int:
    """Where a person's name begins behind an office with "of": "Governor of Ohio John Kasich"."""
    at = len(words) - 2
    is_office = words[0][0].lower() in OFFICES and words[1][0] == "of"
    return at if at > 2 and is_office and words[at][0] in FIRST_NAMES else 0


def _ends(text: str, words: list[Word]) -> tuple[int, int]:
    """Where a name starts and ends, without a possessive, with the last stop of "U.S."."""
    start, end = words[0][1], words[-1][2]
    if text.endswith("'s", start, end):
        return start, end - 2
    if text[start:end] == "U.S" and text[end : end + 1] == ".":
        return start, end + 1
    return start, end - text.endswith("'", start, end)


_SUFFIXED = ("-based", "-affiliated", "-backed", "-led", "-owned", "-style", "-area")


_GENERALS = frozenset(("Director-General", "Secretary-General"))


def _is_office(words: list[Word], at: int) -> bool:
    word, following = words[at][0].rstrip("."), words[at + 1][0]
    if word == "General":
        return following in FIRST_NAMES
    return (word.lower() in OFFICES or word in _GENERALS) and word not in (
        "King",
        "Queen",
        "Prince",
        "Cardinal",
        "Head",
    )


def _is_title(words: list[Word]) -> bool:
    word = words[0][0].rstrip(".")
    if len(words) == 1 or (word == "General" and words[1][0] not in FIRST_NAMES):
        return False
    if word == "Dean":
        return False
    if word in TITLES or word.lower() in OFFICES or word in ("Vice", "Prime", "Foreign", "Defence"):
        # "Chief Justice of India" stays whole; "Minister of Health" is an office.
        return words[1][0] not in ("of", "for")
    return word in gazetteer.by_demonym() and (
        words[1][0].rstrip(".") in TITLES
        or words[1][0].lower() in OFFICES
        or words[1][0] == "Prime"
    )
