"""Slips of the pen: how many letters off a word may be, and when that makes it another word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.number_words import Words
from quizapp.core.spelling import (
    NO_FIT,
    Closeness,
    Fit,
    fit_without_slips,
    squeezed,
    words_in,
)

# Beginnings, endings and points of the compass that turn a word into another one.
_OPPOSED = (
    ("in", "ex"),
    ("im", "ex"),
    ("in", "de"),
    ("inter", "intra"),
    ("hyper", "hypo"),
    ("bi", "tri"),
    ("bi", "uni"),
    ("", "un"),
    ("", "in"),
    ("", "im"),
    ("", "ir"),
    ("", "il"),
)
_OTHER_ENDINGS = (("ate", "ite"), ("ane", "ene"), ("ene", "yne"), ("ane", "yne"), ("er", "ee"))
_COMPASS = (("east", "west"), ("north", "south"))
_WITHOUT = re.compile(r"^a(?=\w{2,}(?:al|ic|ism|ist|ity|ous)$)")


def fit(reply: str, text: str) -> Fit:
    """How well `reply` fits `text`, slips of the pen included."""
    plain = fit_without_slips(reply, text)
    if plain.closeness is not Closeness.NONE:
        return plain
    slips = slips_between(words_in(reply), words_in(text))
    return NO_FIT if slips is None else Fit(Closeness.SLIP, -slips)


def slips_between(given: Words, expected: Words) -> int | None:
    """How many slips turn `expected` into `given`; None where they are other words.

    A word of 5 letters or more may hold one slip, of 9 or more two, but not two letters
    left out or added; a shorter word and one with a digit none. A space is no letter.
    """
    if len(given) == len(expected):
        return _paired_slips(given, expected)
    longer, shorter = (given, expected) if len(given) > len(expected) else (expected, given)
    if len(longer) - len(shorter) != 1 or len(longer) > 12:
        return None
    found: list[int] = []
    for merged, shortest in _merged(longer):
        pair = (merged, expected) if longer is given else (given, merged)
        slips = _paired_slips(*pair)
        if slips is not None and slips < shortest:
            found.append(slips)
    return min(found, default=None)


def distance(one: str, other: str) -> int:
    """How many letters were added, left out, changed or swapped with a neighbour."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(" ".join(words_in(one)), " ".join(words_in(other))))


def is_opposite(one: str, other: str) -> bool:
    """True where two alike words are known to mean different things: "import", "export"."""
    heads = any(_swapped_start(one, other, a, b) for a, b in _OPPOSED)
    tails = any(_swapped_start(one[::-1], other[::-1], a[::-1], b[::-1]) for a, b in _OTHER_ENDINGS)
    points = any(one.replace(a, b) == other or one.replace(b, a) == other for a, b in _COMPASS)
    return heads or tails or points or _WITHOUT.sub("", one) == _WITHOUT.sub("", other)


def _merged(words: Words) -> Iterator[tuple[Words, int]]:
    """`words` with two neighbours in one, and how many letters the shorter of the two has.

    As many slips as that would mean that a whole word is missing.
    """
    for at in range(len(words) - 1):
        both = words[at : at + 2]
        yield (*words[:at], squeezed(both), *words[at + 2 :]), min(map(len, both))


def _paired_slips(given: Words, expected: Words) -> int | None:
    total = 0
    for ours, theirs in zip(given, expected, strict=True):
        slips = _word_slips(ours, theirs)
        if slips is None:
            return None
        total += slips
    return total


def _word_slips(given: str, expected: str) -> int | None:
    if given == expected:
        return 0
    allowed = 0 if len(expected) < 5 else 1 if len(expected) < 9 else 2
    if not allowed or not _is_alike(given, expected, allowed) or is_opposite(given, expected):
        return None
    from rapidfuzz.distance import OSA

    slips = int(OSA.distance(given, expected, score_cutoff=allowed))
    return slips if slips <= allowed else None


def _is_alike(given: str, expected: str, allowed: int) -> bool:
    """A cheap look before letters are compared: a slip changes two of the letters used at most.

    Two letters left out are none, or Austria would be Australia.
    """
    if _has_digit(given) or _has_digit(expected) or abs(len(given) - len(expected)) > 1:
        return False
    return len(set(given) ^ set(expected)) <= 2 * allowed


def _swapped_start(one: str, other: str, first: str, second: str) -> bool:
    return any(
        one.startswith(a) and other.startswith(b) and one[len(a) :] == other[len(b) :]
        for a, b in ((first, second), (second, first))
    )


def _has_digit(word: str) -> bool:
    return any(ch.isdigit() for ch in word)
