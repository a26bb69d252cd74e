"""Units as people write them behind a number: "km", "kilometres", "%", "per cent", "€"."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.core.number_words import Words
from quizapp.core.spelling import fold

CURRENCIES = "$€£¥₹₽"

_NAMES = {
    "%": "percent",
    "pct": "percent",
    "percentage": "percent",
    "$": "dollar",
    "usd": "dollar",
    "€": "euro",
    "eur": "euro",
    "£": "pound",
    "gbp": "pound",
    "¥": "yen",
    "₹": "rupee",
    "₽": "rouble",
    "°": "degree",
    "deg": "degree",
    "c": "celsius",
    "f": "fahrenheit",
    "km": "kilometer",
    "m": "meter",
    "cm": "centimeter",
    "mm": "millimeter",
    "kg": "kilogram",
    "g": "gram",
    "t": "ton",
    "tonne": "ton",
    "l": "liter",
    "h": "hour",
    "hr": "hour",
    "min": "minute",
    "s": "second",
    "sec": "second",
    "yr": "year",
    "sq": "square",
    "squared": "square",
}
_MEASURES = frozenset(_NAMES.values()) | {"day", "week", "month", "century", "mile", "foot", "inch"}
_NEVER = frozenset(("or", "and", "to", "not", "than", "but", "minus", "plus", "no", "point"))

_PER_CENT = re.compile(r"\bper +cents?\b")
_SQUARE = re.compile(r"\b([a-z]+)\^?2\b")
_WORD = re.compile(r"[^\W\d_]+|[%°$€£¥₹₽]")
_BETWEEN = re.compile(r"[\s.,/-]+")


def unit_words(text: str) -> Words | None:
    """The words and signs of `text`, lower case; None where something else stands among them."""
    line = _PER_CENT.sub("percent", _BETWEEN.sub(" ", fold(text)))
    line = _SQUARE.sub(r"square \1", line)
    return None if _WORD.sub("", line).strip() else tuple(_WORD.findall(line))


@lru_cache(maxsize=512)
def unit_names(text: str) -> frozenset[str]:
    """One name for each unit or word in `text`, however it is written there."""
    line = _PER_CENT.sub("percent", _BETWEEN.sub(" ", fold(text)))
    return frozenset(map(unit_name, _WORD.findall(_SQUARE.sub(r"square \1", line))))


def unit_name(word: str) -> str:
    """One name for a unit: "kilometer" for "km", "kilometre" and "kilometres"."""
    is_plural = len(word) > 2 and word.endswith("s") and not word.endswith(("us", "ss"))
    singular = word[:-1] if is_plural else word
    singular = singular[:-2] + "er" if singular.endswith("tre") else singular
    return _NAMES.get(singular, singular)


def may_follow(word: str, unit: str, context: str) -> bool:
    """True where `word` behind a number only repeats its unit or the question."""
    name = unit_name(word)
    return word not in _NEVER and (name in unit_names(unit) or name in unit_names(context))


def is_measure(text: str) -> bool:
    """True where `text` is a unit of measure or money and nothing else."""
    words = unit_words(text)
    return bool(words) and all(unit_name(word) in _MEASURES for word in words or ())
