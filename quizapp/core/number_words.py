"""Numbers written as English words: "twenty-seven", "the tenth", "two and a half million"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Words: TypeAlias = tuple[str, ...]
"""Lower-case words in the order typed, without hyphens."""

_COUNTED = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_RANKED = (
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
SMALL: Mapping[str, int] = {word: value for value, word in enumerate(_COUNTED)}
TENS: Mapping[str, int] = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINALS: Mapping[str, int] = {word: value for value, word in enumerate(_RANKED)} | {
    word[:-1] + "ieth": value for word, value in TENS.items()
}
SCALES: Mapping[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
DENOMINATORS: Mapping[str, int] = {"half": 2, "quarter": 4} | {
    word: value for word, value in ORDINALS.items() if 3 <= value <= 12
}
NOTHING = frozenset({"none", "nil", "nought", "naught"})

_BEYOND = 10**15
"""No chunk of a number in words reaches this; the first scale may be anything below it."""


class Counted(NamedTuple):
    """A number read out of some words, and the place after its last word."""

    value: Fraction
    after: int


def scale_of(word: str) -> int:
    """What "million" or "millions" multiplies by; 0 for a word that is no scale."""
    return SCALES.get(word, 0) or SCALES.get(word.removesuffix("s"), 0)


def read_words(words: Words) -> Counted | None:
    """The number at the front of `words`; None where they start with no number."""
    if _at(words, 0) in NOTHING:
        return Counted(Fraction(0), 1)
    start = _fraction(words, 0) or _whole(words)
    return scaled(words, with_tail(words, start)) if start else None


def numerals(words: Words) -> Words:
    """`words` with those from zero to ninety-nine as digits: "tenth" is "10th", "five" is "5"."""
    out: list[str] = []
    at = 0
    while at < len(words):
        small = _small(words, at)
        if small is None:
            out.append(words[at])
            at += 1
        else:
            at = small.after
            is_rank = words[at - 1] in ORDINALS
            out.append(_rank(int(small.value)) if is_rank else str(small.value))
    return tuple(out)


def with_tail(words: Words, start: Counted) -> Counted:
    """`start` with "and a half" or "point five" added, where `words` go on so."""
    following = _at(words, start.after)
    if following == "point":
        return _with_decimals(words, start)
    if following == "and" and start.value.denominator == 1:
        part = _fraction(words, start.after + 1)
        if part is not None:
            return Counted(start.value + part.value, part.after)
    return start


def scaled(words: Words, start: Counted) -> Counted:
    """`start` times the scale words that follow it: "1.5" before "million"."""
    value, at = start
    if value.denominator != 1 and _at(words, at) == "a" and scale_of(_at(words, at + 1)):
        at += 1
    while (scale := scale_of(_at(words, at))) and value < 10**30:
        value, at = value * scale, at + 1
    return Counted(value, at)


def _at(words: Words, place: int) -> str:
    return words[place] if place < len(words) else ""


def _rank(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 19 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _with_decimals(words: Words, start: Counted) -> Counted:
    at, digits = start.after + 1, ""
    while SMALL.get(_at(words, at), 10) < 10:
        digits += str(SMALL[words[at]])
        at += 1
    if not digits or len(digits) > 20:
        return start
    return Counted(start.value + Fraction(int(digits), 10 ** len(digits)), at)


def _fraction(words: Words, at: int) -> Counted | None:
    """A fraction such as "half", "a third" or "three quarters"."""
    if _at(words, at) == "half":
        return Counted(Fraction(1, 2), at + 1)
    count = 1 if _at(words, at) in ("a", "an") else SMALL.get(_at(words, at), 0)
    name = _at(words, at + 1)
    if count > 1 and name.endswith("s"):
        name = "half" if name == "halves" else name.removesuffix("s")
    elif count != 1:
        return None
    below = DENOMINATORS.get(name)
    return Counted(Fraction(count, below), at + 2) if below else None


def _small(words: Words, at: int) -> Counted | None:
    """Zero to ninety-nine, counted or as a rank."""
    word = _at(words, at)
    if word in TENS:
        following = _at(words, at + 1)
        unit = SMALL.get(following, ORDINALS.get(following, 0))
        if 1 <= unit <= 9:
            return Counted(Fraction(TENS[word] + unit), at + 2)
        return Counted(Fraction(TENS[word]), at + 1)
    value = SMALL.get(word, ORDINALS.get(word))
    return None if value is None else Counted(Fraction(value), at + 1)


def _chunk(words: Words, at: int) -> Counted | None:
    """Zero to 9999 as far as the next scale: "two hundred and five", "nineteen ninety-six"."""
    has_article = _at(words, at) in ("a", "an")
    if scale_of(_at(words, at + has_article)):
        start: Counted | None = Counted(Fraction(1), at + has_article)
    else:
        start = _small(words, at)
    if start is None:
        return None
    is_hundred = scale_of(_at(words, start.after)) == 100
    return _hundreds(words, start) if is_hundred else _year(words, start)


def _hundreds(words: Words, count: Counted) -> Counted:
    value, after = count.value * 100, count.after + 1
    more = _small(words, after + (_at(words, after) == "and"))
    return Counted(value + more.value, more.after) if more else Counted(value, after)


def _year(words: Words, start: Counted) -> Counted:
    """A year said in two halves, where the words go on like one; else `start`."""
    if not 10 <= start.value <= 99:
        return start
    is_oh = _at(words, start.after) in ("oh", "o")
    rest = _small(words, start.after + is_oh)
    if rest is None or not (1 <= rest.value <= 9 if is_oh else 10 <= rest.value <= 99):
        return start
    return Counted(start.value * 100 + rest.value, rest.after)


def _whole(words: Words) -> Counted | None:
    total, after, ceiling = Fraction(0), 0, _BEYOND
    while True:
        is_joined = after > 0 and _at(words, after) == "and"
        chunk = _chunk(words, after + is_joined)
        if chunk is None or chunk.value >= ceiling:
            break
        scale = scale_of(_at(words, chunk.after))
        if not scale:
            return Counted(total + chunk.value, chunk.after)
        if scale >= ceiling:
            break
        total, after, ceiling = total + chunk.value * scale, chunk.after + 1, scale
    return Counted(total, after) if after else None
