"""The ways a number or a day is written in English, as sets of normalised words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from quizapp.core.number_words import ORDINALS, SMALL, TENS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
CARDINALS = (*SMALL, *TENS, "hundred")
"""The words that whole numbers below a thousand are made of."""

# The tables allow for misspellings, which stand behind the right word.
_CARDINAL = {value: word for word, value in reversed([*SMALL.items(), *TENS.items()])}
_ORDINAL = {value: word for word, value in reversed([*ORDINALS.items()])}
_SCALES = (("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("trillion", 10**12))
_TIMES = {1: "once", 2: "twice"}


def spellings(number: int | float) -> Iterator[frozenset[str]]:
    """Every way `number` may stand in a text: digits, words, ordinals, "1.5 million".

    Each is the set of words it takes. Words go up to 999, ordinals with them.
    """
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    yield frozenset([str(abs(number))])
    for scale, size in _SCALES:
        if size <= number < 1000 * size and round(number / size, 2) == number / size:
            for spelling in spellings(number / size):
                yield spelling | {scale}
    if isinstance(number, int) and 0 <= number < 1000:
        yield frozenset([*_hundreds(number), *_below_hundred(number, _CARDINAL)])
        yield frozenset([*_hundreds(number), *_below_hundred(number, _ORDINAL)])
        yield frozenset([f"{number}{_suffix(number)}"])
        if number in _TIMES:
            yield frozenset([_TIMES[number]])


def day_spellings(day: date) -> Iterator[frozenset[str]]:
    """Every way a text may name `day`: "4 July", "July 2024", "2024-07-04"."""
    month = MONTHS[day.month - 1]
    for name in (month, month[:3]):
        yield frozenset([name, str(day.year)])
        for spelling in spellings(day.day):
            yield spelling | {name}
    for width in (1, 2):
        yield frozenset([str(day.year), f"{day.month:0{width}}", f"{day.day:0{width}}"])


def number_of(word: str) -> int | None:
    """The whole number that one normalised word says, in digits, as an ordinal or in words."""
    if word.isdecimal() and len(word) <= 15:
        return int(word)
    digits = word[:-2]
    if word.endswith(("st", "nd", "rd", "th")) and digits.isdecimal() and len(digits) <= 15:
        return int(digits)
    return _NUMBERS.get(word)


def is_number(word: str) -> bool:
    """True where one normalised word is a number or begins with one: "ten", "10th", "2024"."""
    return word[0].isdecimal() or word in _NUMBERS


def _hundreds(number: int) -> list[str]:
    return [_CARDINAL[number // 100], "hundred"] if number >= 100 else []


def _below_hundred(number: int, last: dict[int, str]) -> list[str]:
    """The words of `number % 100`, its last word out of `last`; a full hundred has none."""
    rest = number % 100
    if rest in last:
        return [last[rest]] if rest or number < 100 else []
    return [_CARDINAL[rest - rest % 10], last[rest % 10]]


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_NUMBERS = {
    **SMALL,
    **TENS,
    **ORDINALS,
    **{word: number for number, word in _TIMES.items()},
}
