"""Other years, days and times of day: what has happened was in no year and on no day to come."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from quizapp.core.dates import date_text
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.options.other_numbers import below_of

WANTED = 3
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_FORETOLD = re.compile(r"\b(?:would|will|foreseen|expected|planned|due)\b")
_EACH_FOURTH = re.compile(
    r"\b(?:World Cups?|Olympi\w+|European Championships?|Euros?|Commonwealth Games|Asian Games"
    r"|presidential election|Copa Am\u00e9rica)\b"
)
_FROM = re.compile(r"\b(?:between|from)\b[^,;]*?\b(?P<year>(?:1\d|20)\d\d)\s+(?:and|to|until)\s+$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def other_years(idea: Idea, view: View, seed: int) -> tuple[int, ...]:
    """Three years beside the right one: none to come where it has happened, none gone else."""
    if not isinstance(idea.answer, int):
        return ()
    year = idea.answer
    today = view.today.year if view.today else _NEVER
    away = abs(today - year)
    step = 1 if away <= 5 else 2 if away <= 20 else 5
    if away >= _FAR and year > today and year % 5 == 0:
        step = 5
    if _EACH_FOURTH.search(idea.ask) and year <= today:
        step = 4
    decade = _DECADE.search(idea.ask)
    if decade and abs(int(decade["year"]) + 5 - year) <= _NEAR_DECADE:
        step = 1
    named = {int(one) for one in _YEAR.findall(f"{idea.ask} {idea.sentence.text}")}
    low = max(_first(idea.ask), today - 1 if year > today else 0)
    high = _NEVER if year > today else today

    def fits(one: int) -> bool:
        return low < one <= high and one not in named and one != year

    return tuple(_around(lambda at: year + at * step, fits, seed))


_NEVER = 9999
_FAR = 8
"""So far ahead people set themselves round years."""
_DECADE = re.compile(r"\b(?P<year>(?:1\d|20)\d0)s\b")
_NEAR_DECADE = 10
"""Beside a decade that the question names, nobody guesses another: the years lie close."""


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
    below = below_of(seed, len(downs), len(ups))
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
