"""Days as people type them: "4 July 2024", "Jul 4th, 2024", "4.7.2024", "2024-07-04"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from quizapp.core.number_words import numerals
from quizapp.core.spelling import fold

LONGEST = 100
"""A date typed in more characters than this is not read."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NOISE = frozenset(
    ("the", "of", "on", "in", "at", "it", "is", "was", "day", "st", "nd", "rd", "th")
)
_EXAMPLES = (date(1999, 5, 31), date(1987, 11, 25))

_YEAR_FIRST = re.compile(r"(\d{4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DAY_AND_MONTH = re.compile(r"\d{1,2} ?[-/. ] ?\d{1,2}")
_YEAR = re.compile(r"\d{4}")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_RANK = re.compile(r"(\d+)(st|nd|rd|th)")


class _Unreadable(Exception):  # noqa: N818 - not an error: it carries the kind sentence
    """No one day can be read; the text says what to type instead."""


def date_text(day: date) -> str:
    """A day for reading: "4 July 2024"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def read_date(text: str) -> tuple[date, ...]:
    """The day that `text` names; () where it names none.

    All days a text can mean are there, the likeliest first: 04/07/2024 is 4 July to
    most of the world and 7 April to some, and the year 24 may be 2024 or 1924.
    """
    try:
        return _read(text, _EXAMPLES[0])
    except _Unreadable:
        return ()


def date_problem(text: str, answer: date | None = None) -> str:
    """Why no day can be read from `text`, with an example that is never `answer`; else ""."""
    example = _EXAMPLES[1] if answer == _EXAMPLES[0] else _EXAMPLES[0]
    try:
        _read(text, example)
    except _Unreadable as problem:
        return str(problem)
    return ""


def _read(text: str, example: date) -> tuple[date, ...]:
    line = _plain(text) if len(text) <= LONGEST else ""
    if match := _YEAR_FIRST.fullmatch(line) or _COMPACT.fullmatch(line):
        year, month, day = (int(part) for part in match.groups() if part.isdecimal())
        return _existing([(day, month, year)])
    if match := _YEAR_LAST.fullmatch(line):
        return _from_numbers(match)
    if _YEAR.fullmatch(line):
        raise _Unreadable(f"Day and month are missing; add them, as in {date_text(example)}.")
    if _DAY_AND_MONTH.fullmatch(line):
        raise _Unreadable(f"The year is missing; add it, as in {date_text(example)}.")
    return _from_words(line, example)


def _plain(text: str) -> str:
    """Lower case, ASCII digits and hyphens, single spaces, no full stop at the end."""
    signs = (
        str(unicodedata.decimal(ch))
        if ch.isdecimal()
        else "-"
        if unicodedata.category(ch) == "Pd" or ch == "−"
        else ch
        for ch in text
    )
    return " ".join(fold("".join(signs)).split()).rstrip(".!?,; ")


def _from_numbers(match: re.Match[str]) -> tuple[date, ...]:
    first, second, year = int(match.group(1)), int(match.group(3)), match.group(4)
    orders = [(first, second), (second, first)]
    if match.group(2) == "." and second <= 12:  # dots are written day first wherever they are used
        orders = orders[:1]
    return _existing([(day, month, each) for day, month in orders for each in _years(year)])


def _from_words(line: str, example: date) -> tuple[date, ...]:
    pieces = numerals(tuple(_PIECE.findall(line)))
    pieces = tuple(_RANK.sub(r"\1", piece) for piece in pieces if not _is_noise(piece))
    months = [month for month in map(_month, pieces) if month]
    numbers = [piece for piece in pieces if piece.isdecimal()]
    if len(months) + len(numbers) != len(pieces) or not months:
        iso = example.isoformat()
        raise _Unreadable(f"No date can be read there; try {date_text(example)} or {iso}.")
    if len(months) > 1 or len(numbers) > 2:
        raise _Unreadable(f"Type one day only, as in {date_text(example)}.")
    day, year = _day_and_year(numbers, example)
    return _existing([(int(day), months[0], each) for each in _years(year)])


def _is_noise(piece: str) -> bool:
    return piece in _NOISE or (len(piece) > 2 and any(day.startswith(piece) for day in _WEEKDAYS))


def _month(piece: str) -> int:
    """1 to 12 for a month's name or its first letters, three at least; else 0."""
    if len(piece) < 3:
        return 0
    return next((at for at, name in enumerate(MONTHS, 1) if name.lower().startswith(piece)), 0)


def _day_and_year(numbers: Sequence[str], example: date) -> tuple[str, str]:
    is_year = [len(number) > 2 or int(number) > 31 for number in numbers]
    if len(numbers) == 2 and not all(is_year):
        return (numbers[1], numbers[0]) if is_year[0] else (numbers[0], numbers[1])
    shown = date_text(example)
    if len(numbers) == 1 and not is_year[0]:
        raise _Unreadable(f"The year is missing; add it, as in {shown}.")
    raise _Unreadable(f"The day of the month is missing; add it, as in {shown}.")


def _years(text: str) -> tuple[int, ...]:
    """What a typed year may mean; of two digits, from 70 on, the 20th century is likelier."""
    year = int(text[:6])
    if len(text) > 4:
        raise _Unreadable("A year has four digits at most.")
    if len(text) > 2:
        return (year,)
    return (1900 + year, 2000 + year) if year >= 70 else (2000 + year, 1900 + year)


def _existing(candidates: Sequence[tuple[int, int, int]]) -> tuple[date, ...]:
    """The days among (day, month, year) that the calendar has, each once."""
    days = dict.fromkeys(filter(None, (_day(*candidate) for candidate in candidates)))
    if days:
        return tuple(days)
    day, month, year = candidates[0]
    if 1 <= month <= 12:
        raise _Unreadable(f"There is no {day} {MONTHS[month - 1]} {year} in the calendar.")
    raise _Unreadable(f"There is no month {month}; a year has 12.")


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
