"""Other numbers and amounts: as round as the right one, and none that may be right.

"Seven of the ... members" leaves no room for six, "more than ..." none for less, and what has
happened was no day to come.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from quizapp.drafting.ideas import Idea

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
_UP_TO = re.compile(r"\bbetween\s+\D?$", re.IGNORECASE)
_TO = re.compile(r"\bto\s(?:about\s|nearly\s|almost\s)?\W?$", re.IGNORECASE)
_FROM = re.compile(
    r"\bfrom\s(?:about\s|nearly\s|almost\s)?\W?(?P<from>\d[\d,.]*\d|\d)", re.IGNORECASE
)
_PART = re.compile(r"[,:;(]\s(?P<part>\d[\d,]*|[a-z]+) of (?:them|which|whom)\b")
_MONEY = re.compile(r"(?P<sign>\D*?)(?P<number>[\d,]+(?:\.\d+)?)(?P<rest>.*)$", re.DOTALL)


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
    is_heat = _HEAT.search(idea.ask) is not None and value > _TEN
    found = _varied(repr(value), bounds, seed, is_heat=is_heat)
    return tuple(int(one) if isinstance(value, int) else one for one in found)


_ALL = 100.0


def other_amounts(idea: Idea, seed: int) -> tuple[str, ...]:
    """Three amounts of money in the form of the right one."""
    match = _MONEY.match(str(idea.answer))
    if match is None:
        return ()
    number = match["number"].replace(",", "")
    digits = len(number.split(".")[1]) if "." in number else 0
    scale = next((_SCALES[one] for one in _SCALES if one in match["rest"]), 1)
    bounds = _scaled(_bounds(idea.ask, float(number) * scale), scale)
    if _SCALED.search(match["rest"]) and float(number) < _THOUSAND:
        bounds = bounds._replace(high=min(bounds.high, _THOUSAND))
    return tuple(
        f"{match['sign']}{one:,.{digits}f}{match['rest']}" for one in _varied(number, bounds, seed)
    )


def _scaled(bounds: Bounds, scale: int) -> Bounds:
    """Bounds in millions or billions, as an amount is written."""
    taken = frozenset(round(one / scale, 6) for one in bounds.taken)
    return Bounds(bounds.low / scale, bounds.high / scale, taken)


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
    low = max(_lowest(before, value), _least(before, behind, value), 0.0)
    high = min(_highest(before, behind, value), wholes[-1] if is_part else math.inf)
    high = min(high, _fallen_from(before, behind, value))
    return Bounds(min(low, value), max(high, value), frozenset(taken))


def _lowest(before: str, value: float) -> float:
    """What the right number cannot be less than: "seven of the ..."."""
    low = value if _UP.search(before) else 0.0
    for pattern in (_BETWEEN, _OUT_OF):
        if match := pattern.search(before):
            low = max(low, _value(match["low"], 0.0))
    return low


def _least(before: str, behind: str, value: float) -> float:
    """What it was raised from, or a part of it: "to ... from 8.5", "..., 13 of them in Spain"."""
    start = _start(before, behind, value)
    match = _PART.search(behind)
    part = _value(match["part"], 0.0) if match else 0.0
    return max(one if one < value else 0.0 for one in (start, part))


def _fallen_from(before: str, behind: str, value: float) -> float:
    """What it fell from, for a number that fell."""
    start = _start(before, behind, value)
    return start if start > value else math.inf


def _start(before: str, behind: str, value: float) -> float:
    """From what a number went to the asked one; the asked one itself where it is not said."""
    if not _TO.search(before):
        return value
    match = _FROM.search(behind) or _FROM.search(before[-_NEAR:])
    return _value(match["from"], value) if match else value


_NEAR = 40


def _highest(before: str, behind: str, value: float) -> float:
    """What the right number cannot be more than: "... of the twelve"."""
    high = value if _DOWN.search(before) and value > _SMALL else math.inf
    if _UP_TO.search(before):
        upper = next((number for _, number in _numbers_in(behind)), math.inf)
        high = min(high, upper if upper > value else math.inf)
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


_HEAT = re.compile(r"\b(?:how many|\u2026) degrees\b")
_DEGREES = [-12.0, -8.0, -4.0, 4.0, 8.0, 12.0]
"""The weather differs by so much."""


def _varied(written: str, bounds: Bounds, seed: int, *, is_heat: bool = False) -> list[float]:
    """Three other numbers as round as the one that is written so; it takes any place among them."""
    lead, power = _parts(written)
    if lead <= 0:
        return []
    steps = _DEGREES if is_heat else _steps(lead, power, seed)
    digits = max(-power, 0)
    fit = [
        one
        for step in steps
        if bounds.allow(one := round((lead + step) * 10.0**power, digits)) and one > 0
    ]
    value = float(written)
    if len(set(fit)) < WANTED and power:
        # Where there is little room, half the steps still fit: 85 and 95 above 80 percent.
        halves = [round((lead + half) * 10.0**power, digits) for half in (-1.5, -0.5, 0.5, 1.5)]
        fit += [one for one in halves if bounds.allow(one) and one > 0]
    ups = sorted(one for one in set(fit) if one > value)
    downs = sorted((one for one in set(fit) if one < value), reverse=True)
    below = below_of(seed, len(downs), len(ups))
    return sorted([*downs[:below], *ups[: WANTED - below]])


def below_of(seed: int, downs: int, ups: int) -> int:
    """How many of the options stand below the right one, which stands last or first least often."""
    return max(min(_PLACES[seed % len(_PLACES)], downs), WANTED - ups)


_PLACES = (1, 2, 0, 1, 2, 3)


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
    if lead <= _SCORES and lead % 5:
        even = max(round(lead / 8), 2)
        return [float(even * times) for times in (-3, -2, -1, 1, 2, 3, 4)]
    return _shares(lead, seed)


def _shares(lead: int, seed: int) -> list[float]:
    """How far numbers of about a half to one and a half times `lead` lie from it."""
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
_FEW, _TEN, _DOZEN, _SCORES, _MANY = 5, 10, 12, 40, 100
