"""Other numbers, amounts, years and days: as round as the right one, and none that may be right.

"Seven of the ... members" leaves no room for six, "more than ..." none for less, and what has
happened was no day to come.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple, TypeVar

from quizapp.core.dates import date_text
from quizapp.drafting.ideas import Idea, View

WANTED = 3
_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
)
_VALUES = {word: number for number, word in enumerate(_WORDS.split("|"))}
_NUMBER = re.compile(
    rf"(?<![\w.,:/-])(?P<digits>\d[\d,]*(?:\.\d+)?)(?:\s(?P<scale>million|billion|trillion)\b)?"
    rf"|(?<![\w-])(?P<word>{_WORDS.removeprefix('zero|')})(?![\w-])(?:\s(?P<times>million|billion)\b)?",
    re.IGNORECASE,
)
_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_ASKED = re.compile(r"\u2026%?|\b(?:how (?:many|much)|what percentage)\b", re.IGNORECASE)
_UP = re.compile(
    r"\b(?:more than|over|at least|no fewer than|no less than|exceed(?:ed|s)?)\s+$", re.I
)
_DOWN = re.compile(r"\b(?:less than|fewer than|under|below|at most|no more than)\s+$", re.I)
_OUT_OF = re.compile(
    r"(?:(?P<low>\d[\d,]*|[a-z]+) (?:out )?of (?:the|its|their|his|her)?\s?)$", re.IGNORECASE
)
_OF = re.compile(r"\s(?:\w+\s)?(?:out )?of (?:the|its|their|all)?\s?(?P<all>\d[\d,]*|[a-z]+)\b")
_AMONG = re.compile(r"\b(?:including|among them|of whom)\s+$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?P<low>[\d,.]+|[a-z]+)(?:\s\w+)?\s+and\s+$", re.IGNORECASE)
_MONEY = re.compile(r"(?P<sign>\D*?)(?P<number>[\d,]+(?:\.\d+)?)(?P<rest>.*)$", re.DOTALL)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_FORETOLD = re.compile(r"\b(?:would|will|foreseen|expected|planned|due)\b")
_EACH_FOURTH = re.compile(
    r"\b(?:World Cups?|Olympi\w+|European Championships?|Euros?|Commonwealth Games|Asian Games"
    r"|presidential election|Copa Am\u00e9rica)\b"
)
_FROM = re.compile(r"\b(?:between|from)\b[^,;]*?\b(?P<year>(?:1\d|20)\d\d)\s+(?:and|to|until)\s+$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


class Bounds(NamedTuple):
    """Between what, both left out, the options must lie, and which numbers they must not be."""

    low: float
    high: float
    taken: frozenset[float]

    def allow(self, number: float) -> bool:
        """True for a number that can stand as an option."""
        return self.low < number < self.high and number not in self.taken


def other_numbers(idea: Idea, seed: int) -> tuple[int | float, ...]:
    """Three numbers beside a count or a percentage; fewer where there is no room for them."""
    value = idea.answer
    if not isinstance(value, (int, float)):
        return ()
    bounds = _bounds(idea.ask, value)
    if idea.unit == "%" and value <= _ALL:
        bounds = bounds._replace(high=min(bounds.high, _ALL))
    found = _varied(repr(value), bounds, seed)
    return tuple(int(one) if isinstance(value, int) else one for one in found)


_ALL = 100.0


def other_amounts(idea: Idea, seed: int) -> tuple[str, ...]:
    """Three amounts of money in the form of the right one."""
    match = _MONEY.match(str(idea.answer))
    if match is None:
        return ()
    number = match["number"].replace(",", "")
    digits = len(number.split(".")[1]) if "." in number else 0
    bounds = _bounds(idea.ask, float(number))
    if _SCALED.search(match["rest"]) and float(number) < _THOUSAND:
        bounds = bounds._replace(high=min(bounds.high, _THOUSAND))
    return tuple(
        f"{match['sign']}{one:,.{digits}f}{match['rest']}" for one in _varied(number, bounds, seed)
    )


_SCALED = re.compile(r"[mb]illion|trillion")
_THOUSAND = 1000.0


def _bounds(ask: str, value: float) -> Bounds:
    """What the question itself says of its number."""
    places = list(_ASKED.finditer(ask))
    before, behind = (ask[: places[-1].start()], ask[places[-1].end() :]) if places else (ask, "")
    numbers = list(_numbers_in(f"{before} {behind}"))
    taken = {number for _, number in numbers} | {value}
    if value > 1:
        taken.add(1.0)
    if not places:
        return Bounds(0.0, math.inf, frozenset(taken))
    wholes = [number for at, number in numbers if at < len(before) and number > value]
    is_part = _AMONG.search(before) is not None and bool(wholes)
    low = max(_lowest(before, value), 0.0)
    high = min(_highest(before, behind, value), wholes[-1] if is_part else math.inf)
    return Bounds(min(low, value), max(high, value), frozenset(taken))


def _lowest(before: str, value: float) -> float:
    """What the right number cannot be less than: "seven of the ..."."""
    low = value if _UP.search(before) else 0.0
    for pattern in (_BETWEEN, _OUT_OF):
        if match := pattern.search(before):
            low = max(low, _value(match["low"], 0.0))
    return low


def _highest(before: str, behind: str, value: float) -> float:
    """What the right number cannot be more than: "... of the twelve"."""
    high = value if _DOWN.search(before) and value > _SMALL else math.inf
    match = _OF.match(behind)
    return min(high, _value(match["all"], math.inf, above=value)) if match else high


_SMALL = 3


def _numbers_in(text: str) -> Iterable[tuple[int, float]]:
    for match in _NUMBER.finditer(text):
        if word := match["word"]:
            number = float(_VALUES[word.lower()])
            scale = match["times"]
        else:
            number = float(match["digits"].rstrip(",").replace(",", ""))
            scale = match["scale"]
        yield match.start(), number * _SCALES.get((scale or "").lower(), 1)


def _value(text: str, otherwise: float, *, above: float = -1) -> float:
    """The number that a word or digits say, where it is more than `above`."""
    number = next((number for _, number in _numbers_in(text)), otherwise)
    return number if number > above else otherwise


def _varied(written: str, bounds: Bounds, seed: int) -> list[float]:
    """Three other numbers as round as the one that is written so; it takes any place among them."""
    lead, power = _parts(written)
    if lead <= 0:
        return []
    steps = _steps(lead, power, seed)
    digits = max(-power, 0)
    fit = [
        one
        for step in steps
        if bounds.allow(one := round((lead + step) * 10.0**power, digits)) and one > 0
    ]
    value = float(written)
    ups = sorted(one for one in set(fit) if one > value)
    downs = sorted((one for one in set(fit) if one < value), reverse=True)
    below = max(min(seed % (WANTED + 1), len(downs)), WANTED - len(ups))
    return sorted([*downs[:below], *ups[: WANTED - below]])


def _parts(written: str) -> tuple[int, int]:
    """A number as a whole one without noughts behind, and the power of ten it is to take."""
    whole, _, behind = written.partition(".")
    behind = "" if behind == "0" else behind
    lead, power = int(whole + behind), -len(behind)
    while lead and lead % 10 == 0:
        lead, power = lead // 10, power + 1
    return lead, power


def _steps(lead: int, power: int, seed: int) -> list[float]:
    """How far other numbers as round lie from `lead`."""
    if lead == 1 and power >= 1:
        # Ten stands among five, fifteen and twenty; a thousand among 500, 2,000 and 3,000.
        return [-0.5, 0.5, 1, 2] if power == 1 else [-0.5, 1, 2, 4]
    if lead <= _FEW:
        return [-4, -3, -2, -1, 1, 2, 3, 4, 5]
    if lead <= _DOZEN and power == 0:
        return [-6, -4, -2, 2, 4, 6, 8]
    if lead <= _TEN:
        return [-3, -2, -1, *(one - lead for one in (7, 8, 9, 10, 12, 15) if one > lead)]
    unit = 5 if lead % 5 == 0 else 1
    found: list[float] = []
    for number, share in enumerate(_SHARES):
        wide = lead * (share - 1)
        if lead >= _MANY:
            wide += ((seed >> (2 * number)) % 7 - 3) * lead / 100
        step = round(wide / unit) * unit
        if (lead + step) % (10 if unit == 1 else 100) == 0:
            # A hundred would stand out beside 85.
            step += unit if step > 0 else -unit
        found.append(step)
    return found


_SHARES = (0.5, 0.65, 0.8, 1.2, 1.4, 1.6)
_FEW, _TEN, _DOZEN, _MANY = 5, 10, 12, 100


# Years and days


def other_years(idea: Idea, view: View, seed: int) -> tuple[int, ...]:
    """Three years beside the right one: none to come where it has happened, none gone else."""
    if not isinstance(idea.answer, int):
        return ()
    year = idea.answer
    today = view.today.year if view.today else _NEVER
    away = abs(today - year)
    step = 1 if away <= 5 else 2 if away <= 20 else 5
    if _EACH_FOURTH.search(idea.ask) and year <= today:
        step = 4
    named = {int(one) for one in _YEAR.findall(f"{idea.ask} {idea.sentence.text}")}
    low = max(_first(idea.ask), today - 1 if year > today else 0)
    high = _NEVER if year > today else today

    def fits(one: int) -> bool:
        return low < one <= high and one not in named and one != year

    return tuple(_around(lambda at: year + at * step, fits, seed))


_NEVER = 9999


def _first(ask: str) -> int:
    """The year that the right one must lie behind, where the question says so: "from 1904 to"."""
    at = ask.find("\u2026")
    match = _FROM.search(ask[:at]) if at >= 0 else None
    return int(match["year"]) if match else 0


def other_days(idea: Idea, view: View, seed: int) -> tuple[str, ...]:
    """Three days beside the right one: none to come where it has happened, none gone else."""
    day = date.fromisoformat(str(idea.answer))
    step = 7 if _WEEKDAY.search(idea.ask) else (1, 2, 7)[seed % 3]
    today = view.today

    def fits(one: date) -> bool:
        if one == day or date_text(one) in idea.ask:
            return False
        if today is None:
            return True
        return one >= today if day > today or _is_ahead(idea, day, today) else one <= today

    found = _around(lambda at: day + timedelta(days=at * step), fits, seed // 3)
    return tuple(one.isoformat() for one in found)


def _is_ahead(idea: Idea, day: date, today: date) -> bool:
    return day >= today and _FORETOLD.search(idea.ask) is not None


_Time = TypeVar("_Time", int, date)


def _around(at: Callable[[int], _Time], fits: Callable[[_Time], bool], seed: int) -> list[_Time]:
    """The three nearest that fit; the right one takes any place among the four."""
    downs = [one for one in map(at, range(-1, -_FAR, -1)) if fits(one)][:WANTED]
    ups = [one for one in map(at, range(1, _FAR)) if fits(one)][:WANTED]
    below = max(min(seed % (WANTED + 1), len(downs)), WANTED - len(ups))
    return sorted(downs[:below] + ups[: WANTED - below])


_FAR = 9


# Times of day


_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d\d)")
_MINUTES = (-75, -40, -20, 25, 45, 80)


def other_times(answer: str, seed: int) -> tuple[str, ...]:
    """Three times of day in the form of the right one; none where it is no time of day."""
    match = _CLOCK.fullmatch(answer)
    if match is None or int(match["minute"]) >= _HOUR:
        return ()
    now = int(match["hour"]) * _HOUR + int(match["minute"])
    fit = [now + one for one in _MINUTES if _HOUR <= now + one < _NOON or now >= _NOON]
    shift = seed % max(len(fit) - WANTED + 1, 1)
    wide = len(match["hour"])
    return tuple(
        f"{one // _HOUR % 24:0{wide if match['hour'][0] == '0' else 1}}{match['mark']}"
        f"{one % _HOUR:02}"
        for one in fit[shift : shift + WANTED]
    )


_HOUR, _NOON = 60, 12 * 60
