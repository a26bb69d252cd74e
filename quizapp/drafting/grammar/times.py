"""Times in a sentence, and which day, month or year they are on the article's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from quizapp.core.dates import date_text
from quizapp.core.number_words import SMALL
from quizapp.drafting.grammar.words import MONTHS, WEEKDAYS

_SHORT = {name[:3]: at for at, name in enumerate(MONTHS, 1)} | {"Sept": 9}
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_TIME = re.compile(
    rf"""
    (?P<full>\b(?:(?:late|early)\s+)?(?:(?:on|of|for|by|from|since|until|till|through|dated)\s+)?(?:{_DAY},?\s+)?(?:the\s+)?
       (?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH})|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)
       (?!\s*[-\u2013:]\s*\d)(?:,?\s+(?P<y1>(?:1[5-9]|20)\d\d))?\b)
    |(?P<month>\b(?:(?:in(?!\s+(?:last|next|this)\s)|since|by|from|until|of|for|during|through)\s+)?(?P<mway>last\s+|next\s+|this\s+|the\s+coming\s+)?(?P<mpart>early\s+|late\s+|mid-)?(?P<m3>{_MONTH})
       (?:\s+(?:of\s+)?(?P<y3>(?:1[5-9]|20)\d\d))?(?!\s*\d)\b)
    |(?P<year>\b(?:in|since|by|from|until|during|for|of)\s+(?P<y4>(?:1[5-9]|20)\d\d)\b(?!\s*(?:-|\u2013|per|%|people)))
    |(?P<weekday>\b(?:(?:late|early|later|earlier)\s+)?(?:(?:on(?!\s+(?:last|next)\s)|by|until|since|from)\s+)?(?P<way>last\s+|next\s+|this\s+)?(?P<wd>{_DAY}){_PART}\b)
    |(?P<rel>\b(?:(?:earlier|later|in|of|for|during|by)\s+)?(?:this|[Ll]ast|next|the\s+(?:past|previous|coming|following))\s+
       (?P<span>year|month|week|decade|spring|summer|autumn|winter|weekend|quarter)\b(?:'s\b)?)
    |(?P<near>\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight)\b(?:['\u2019]s\b)?)
    |(?P<ago>\b(?P<n>\d+|a|an|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|several|some)\s+
       (?P<unit>years?|months?|weeks?|days?|decades?|hours?)\s+(?:ago|earlier))
    |(?P<loose>\b(?:recently|currently|presently|now|nowadays|lately|so\s+far|to\s+date|at\s+the\s+moment|these\s+days|still|already|soon|in\s+recent\s+(?:years|months|weeks|days))\b)
    """,
    re.VERBOSE,
)
_NUMBERS = {
    **dict.fromkeys(("a", "an"), 1),
    **{word: SMALL[word] for word in ("two", "three", "four", "five", "six", "seven", "eight")},
    "nine": 9,
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
}


_A_NAME = re.compile(r"\b(?:[Aa]|[Tt]he|[Ii]ts|[\w-]+['\u2019]s)\s[A-Z][\w-]*\s$")
"""In "a Long March 5 rocket" no day is told."""


class Time(NamedTuple):
    """A time in a sentence: its words, its place there, and what it is.

    `said` is how to say it for good, with its preposition; "" where that is not known. `day` is
    set for an exact day, `year` for a year named or worked out. `relative` tells a time that
    depends on the article's date; `loose` one that only goes out of date ("currently").
    """

    text: str
    start: int
    end: int
    said: str
    day: date | None = None
    year: int = 0
    relative: bool = False
    loose: bool = False


def find_times(text: str, today: date | None, *, future: bool = False) -> list[Time]:
    """The times in `text`, made absolute where `today`, the article's date, allows it.

    `future` tells that weekdays and months without a year lie ahead.
    """
    return list(_found(text, today, future))


@lru_cache(maxsize=1024)
def _found(text: str, today: date | None, future: bool) -> tuple[Time, ...]:
    return tuple(_times(text, today, future))


def month_text(day: date) -> str:
    """A month for reading: "July 2024"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def _times(text: str, today: date | None, future: bool) -> Iterator[Time]:
    for match in _TIME.finditer(text):
        # "May" alone is a month only behind a preposition or before a number; "March" likewise.
        if match["month"] and not match["y3"] and not _is_month(match):
            continue
        if match["m2"] == "March" and _A_NAME.search(text[: match.start()]):
            continue
        place = (match[0], match.start(), match.end())
        for name, read in _READERS.items():
            if match[name] is not None:
                yield Time(*place, **read(match, today, future))
                break


def _is_month(match: re.Match[str]) -> bool:
    word = match["m3"]
    return (
        match["mpart"] is not None
        or word not in ("May", "March", "Mar", "August")
        or match[0] != word
    )


def _number(name: str) -> int:
    return _SHORT.get(name.rstrip("."), 0) or _SHORT.get(name[:3], 0)


def _full(match: re.Match[str], today: date | None, future: bool) -> dict[str, Any]:
    month = _number(match["m1"] or match["m2"])
    number = int(match["d1"] or match["d2"])
    head = match[0].split()[0]
    prefix = head if head in ("since", "until", "by", "from", "through") else "on"
    if not match["y1"] and today is None:
        return {"said": "", "relative": True}
    year = int(match["y1"]) if match["y1"] else 0
    if not year and _OF_THEN.match(match.string, match.end()):
        return {"said": "", "relative": True}
    day = _real(year, month, number) if year else _nearest(today, month, number, future)
    if day is None:
        return {"said": "", "relative": True}
    return {
        "said": f"{prefix} {date_text(day)}",
        "day": day,
        "year": day.year,
        "relative": not match["y1"],
    }


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(today: date | None, month: int, number: int, future: bool) -> date | None:
    if today is None:
        return None
    days = [_real(today.year + way, month, number) for way in (-1, 0, 1)]
    away = sorted(((day - today).days for day in days if day is not None), key=abs)
    if not future and away and abs(away[0]) > _NEWS:
        away = [one for one in away if one <= 0 and one >= -_LONG_AGO]
    elif future:
        away = [one for one in away if one >= 0]
    return today + timedelta(days=away[0]) if away else None


_NEWS, _LONG_AGO = 45, 240
"""A day without a year lies so near, before the news or after; or it is past, not longer ago."""
_IS_TOLD = re.compile(
    r"\b(?:announced|said|died|signed|arrived|opened|agreed|voted|won|launched|met|passed|sentenced"
    r"|ruled|issued|published|released|began|confirmed|approved|rejected|resigned|appeared)\b"
    r"[^.]*\b[Tt]oday\b"
)
_OF_THEN = re.compile(r",?\s+(?:of|in)\s+(?:that|the\s+same)\s+year\b")


def _month(match: re.Match[str], today: date | None, future: bool) -> dict[str, Any]:
    month = _number(match["m3"])
    part = {"early ": "early ", "late ": "late ", "mid-": "mid-"}.get(
        (match["mpart"] or "").replace("\t", " "), ""
    )
    head = match[0].split()[0]
    prefix = head if head in ("since", "until", "by", "from") else "in"
    if match["y3"]:
        return {
            "said": f"{prefix} {part}{MONTHS[month - 1]} {match['y3']}",
            "year": int(match["y3"]),
        }
    way = (match["mway"] or "").split()[-1:]
    ahead = way in (["coming"], ["next"]) or (future and way != ["last"])
    day = None
    if today is not None and not _OF_THEN.match(match.string, match.end()):
        step = (month < today.month) if ahead else -(month > today.month)
        if way in (["last"], ["next"]) and month == today.month:
            step = -1 if way == ["last"] else 1
        day = date(today.year + step, month, 1)
        if not way and not ahead and (today - day).days > _LONG_AGO:
            day = None
    if day is None:
        return {"said": "", "relative": True}
    return {"said": f"{prefix} {part}{month_text(day)}", "year": 0, "relative": True}


def _year(match: re.Match[str], _today: date | None, _future: bool) -> dict[str, Any]:
    head = match[0].split()[0]
    return {"said": f"{head} {match['y4']}", "year": int(match["y4"]) if head == "in" else 0}


def _weekday(match: re.Match[str], today: date | None, future: bool) -> dict[str, Any]:
    if today is None:
        return {"said": "", "relative": True}
    ahead = (WEEKDAYS.index(match["wd"]) - today.weekday()) % 7
    way = (match["way"] or "").strip()
    back = ahead - 7 if ahead else 0
    if way == "next":
        days = ahead or 7
    elif way == "last":
        days = back or -7
    else:
        days = ahead if future else back
    day = today + timedelta(days=days)
    head = next(
        (word for word in match[0].split() if word in ("since", "until", "by", "from")), "on"
    )
    return {"said": f"{head} {date_text(day)}", "day": day, "year": day.year, "relative": True}


def _rel(match: re.Match[str], today: date | None, _future: bool) -> dict[str, Any]:
    words = match[0].lower().split()
    span, possessive = match["span"], match[0].endswith("'s")
    way = next((one for one in ("this", "last", "next") if one in words), "")
    step = {"this": 0, "last": -1, "next": 1}.get(way)
    if today is None or step is None or possessive or span not in ("year", "month"):
        return {"said": "", "relative": True}
    if span == "year":
        return {"said": f"in {today.year + step}", "year": today.year + step, "relative": True}
    months = today.year * 12 + today.month - 1 + step
    return {"said": f"in {month_text(date(months // 12, months % 12 + 1, 1))}", "relative": True}


def _near(match: re.Match[str], today: date | None, _future: bool) -> dict[str, Any]:
    word = match[0].lower()
    if (
        today is None
        or word.endswith("s")
        or (word == "today" and not _IS_TOLD.search(match.string))
    ):
        # "Today" is mostly no day but these times: "by today's standards", "it is known today".
        return {"said": "", "relative": True}
    day = today + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return {"said": f"on {date_text(day)}", "day": day, "year": day.year, "relative": True}


_COMPARED = re.compile(
    r"\b(?:than|as|from|over|on|with|to|versus|against|since)\s(?:about\s|only\s)?$"
)


def _ago(match: re.Match[str], today: date | None, _future: bool) -> dict[str, Any]:
    if _COMPARED.search(match.string[: match.start()]):
        # "Twice as much as a year ago" is the same time of that year, not the whole of it.
        return {"said": "", "relative": True}
    count = _NUMBERS.get(match["n"]) or (int(match["n"]) if match["n"].isdecimal() else 0)
    if (
        today is None
        or not count
        or not match["unit"].startswith("year")
        or match[0].endswith("earlier")
    ):
        return {"said": "", "relative": True}
    return {"said": f"in {today.year - count}", "relative": True}


def _loose(match: re.Match[str], _today: date | None, _future: bool) -> dict[str, Any]:
    return {
        "said": "",
        "relative": match[0] not in ("still", "already", "now", "currently", "so far"),
        "loose": True,
    }


_READERS = {
    "full": _full,
    "month": _month,
    "year": _year,
    "weekday": _weekday,
    "rel": _rel,
    "near": _near,
    "ago": _ago,
    "loose": _loose,
}
