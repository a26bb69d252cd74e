"""Numbers in a sentence and what they count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.number_words import SCALES, read_words
from quizapp.drafting.grammar.words import LITTLE, listed, verbs

COUNT, PERCENT, MONEY, MEASURE = "count", "percent", "money", "measure"

_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundreds?|dozens?"
)
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_NUMBER = re.compile(
    rf"""
    (?P<about>\b(?:about|around|some|nearly|almost|roughly|approximately|at\ least|more\ than
       |less\ than|fewer\ than|over|under|up\ to|an\ estimated|just\ over|just\ under|as\ many\ as
       |only|just)\s+)?
    (?P<money>(?:US|A|C|HK)?[$\u20ac\u00a3\u00a5]\s?)?
    (?P<number>(?<![\w.,-])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?
       |\b(?:{_WORDS})(?:-(?:{_WORDS}))?\b)
    (?:(?P<scale>\s?-?{_SCALE}\b|(?<=\d)\s?(?:bn|m|tn|k)\b(?!\.[a-z])))?
    (?P<percent>\s?%|\s?-?per\s?cent\b|\s?percent\b)?
    (?P<coin>\s+(?:US\s+)?(?:dollars|euros|pounds|yuan|yen|rubles|roubles|rupees|francs)\b)?
    """,
    re.VERBOSE,
)
_SCALES = {**SCALES, "bn": 10**9, "m": 10**6, "tn": 10**12, "k": 10**3}
_MEASURES = listed(
    """km kilometres kilometers miles metres meters feet inches tonnes tons kilograms kg pounds
    hours minutes seconds days weeks months years decades degrees knots mph acres hectares
    litres liters gallons megawatts gigawatts barrels nautical square cubic"""
)


_VAGUE = re.compile(r"\b(?:few|several|many|couple\sof)\s$")
"""What makes a number no number: "a few dozen", "several hundred"."""


class Figure(NamedTuple):
    """A number in a text: its place, its value, what kind it is and the words of what it counts.

    `start` and `end` are those of the number alone, `from_` that of the words before it that make
    it inexact ("about"). `noun_end` is where what it counts ends; `noun` is "" where it is unknown.
    """

    text: str
    start: int
    end: int
    from_: int
    value: float
    kind: str
    noun: str
    noun_end: int
    about: str


def find_figures(text: str) -> list[Figure]:
    """The numbers in `text`, without years, days of months and parts of names."""
    return list(_figures(text))


@lru_cache(maxsize=512)
def _figures(text: str) -> tuple[Figure, ...]:
    found = (_figure(text, match) for match in _NUMBER.finditer(text))
    return tuple(figure for figure in found if figure is not None)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    number, scale = match["number"], (match["scale"] or "").strip(" -")
    value = _value(number, scale)
    start = match.start("money") if match["money"] else match.start("number")
    end = match.end()
    after = text[end : end + 2]
    if (
        value is None
        or re.match(r"[\w-]", after)
        or text[start - 1 : start] in ("-", "/", "\u2013", "#", ":")
        or re.match(r":\d", text[end:])
        or (number[0].isalpha() and _VAGUE.search(text, 0, match.start("number")))
    ):
        return None
    about = (match["about"] or "").strip()
    place = (text[start:end], start, end, match.start() if about else start, value)
    if match["money"] or match["coin"]:
        return Figure(*place, MONEY, "", end, about)
    if match["percent"]:
        return Figure(*place, PERCENT, "", end, about)
    if _is_name_or_date(text, match, value, scale):
        return None
    speed = _SPEED.match(text, end)
    if speed:
        return Figure(*place, MEASURE, speed[0].strip(), speed.end(), about)
    noun, noun_end = _noun(text, end)
    kind = MEASURE if noun.split(" ")[0] in _MEASURES else COUNT
    return Figure(*place, kind, noun, noun_end, about)


def _value(number: str, scale: str) -> float | None:
    if number[0].isdigit():
        value = float(number.replace(",", "")) if len(number) < 20 else None
    elif number.endswith("s"):
        return None
    else:
        counted = read_words(tuple(number.replace("-", " ").split()))
        value = float(counted.value) if counted else None
    if value is None:
        return None
    value *= _SCALES.get(scale, 1)
    return int(value) if value == int(value) else round(value, 6)


def _is_name_or_date(text: str, match: re.Match[str], value: float, scale: str) -> bool:
    number = match["number"]
    before = text[max(match.start("number") - 14, 0) : match.start("number")].split()
    last = before[-1].lstrip("(\"'") if before else ""
    if re.match(r"\s?(?:[ap]\.?m\b|to\s\$?\d|-?year-old|-?day\b)", text[match.end() :]) or last in (
        "No",
        "No.",
    ):
        return True
    if last == "to" and len(before) > 1 and before[-2][:1].isdigit():
        return True
    if last[:1].isupper() and not match["about"] and last.lower() not in LITTLE:
        return True
    is_plain = number.isdecimal() and not scale
    return is_plain and len(number) == 4 and 1500 <= value <= 2100 and "," not in number


def _noun(text: str, end: int) -> tuple[str, int]:
    """The words of what is counted, up to the first that belongs to no plain noun phrase."""
    words: list[str] = []
    for match in _NOUN_WORD.finditer(text, end):
        word = match[1]
        plain = word.lower()
        joins = bool(words) and plain == "and"
        if match.start() != end or len(words) == 5 or (plain in _PLAIN and not joins):
            break
        if words and plain in verbs() and not _is_noun_too(plain):
            break
        words.append(word)
        end = match.end()
        if _is_plural(word) and not _goes_on(text, end):
            return " ".join(words), end
    return "", end


_SPEED = re.compile(r"\s?(?:[mk]\.p\.h\.|[mk]ph\b|km/h\b)")
_PLAIN = LITTLE - {"new", "other", "more"}
_NOUN_WORD = re.compile(r"\s\"?([A-Za-z][\w'-]*)\"?")
_NEXT_NOUN = re.compile(r"\s(?:states|members|partners|officials|workers|leaders)\b")
_PLURALS = listed("people children women men feet aircraft staff crew cattle fish sheep police")


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    is_s = word.endswith("s") and not word.endswith(("ous", "ss", "'s", "us", "is"))
    return is_s and word not in _ADJECTIVES


def _goes_on(text: str, end: int) -> bool:
    return _NEXT_NOUN.match(text, end) is not None


_ADJECTIVES = frozenset(("overseas", "serious", "various"))


def _is_noun_too(word: str) -> bool:
    return word in (
        "flights",
        "members",
        "points",
        "shares",
        "tests",
        "cases",
        "visits",
        "votes",
        "matches",
        "states",
        "stars",
        "starts",
        "plants",
        "plans",
        "ranks",
        "scores",
        "reports",
        "attacks",
        "strikes",
        "deals",
        "cuts",
        "orders",
        "shots",
        "runs",
        "stores",
        "units",
        "lives",
        "trains",
        "ships",
        "changes",
        "moves",
        "questions",
        "parts",
        "sales",
    )
