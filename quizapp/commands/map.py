"""sco-quiz map: who belonged to the SCO on a day, as a map and a list."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date, timedelta

from quizapp import wiring
from quizapp.errors import UsageError

Say = Callable[[str], None]

_SPAN = re.compile(r"(\d{4})(?:-(\d{1,2}))?")


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz map`."""
    command.add_argument("words", metavar="DATE", nargs="*", help="the same as --on")
    command.add_argument(
        "--on", metavar="DATE", help="a year (its end) or a day, as in 2001 or 2001-06-15 (today)"
    )
    command.add_argument("--plain", action="store_true", help="in letters, without colours")
    command.add_argument("--json", action="store_true", help="the list alone, as JSON")


def run(args: argparse.Namespace, say: Say, *_: Say) -> int:
    """Print the map of a day and who is on it; the exit status. Raises UsageError."""
    today = wiring.now().date()
    if args.words and args.on is not None:
        raise UsageError("a map is of one day; name it without --on, or with it")
    named = " ".join(args.words) or args.on
    day = read_day(named, today) if named is not None else today
    if args.json:
        say(_json(day))
        return 0
    from quizapp.commands import map_text

    width = wiring.columns()
    coloured = wiring.colour_terminal() and not args.plain
    for line in map_text.lines(day, width, coloured=coloured):
        say(line)
    return 0


def read_day(text: str, today: date) -> date:
    """The day that is meant: a year or a month stands for its last day, the running one for today.

    Raises UsageError for anything that is no day, or may be two.
    """
    first, last = read_span(text, "sco-quiz map 2001")
    return today if first < last and first <= today <= last else last


def read_span(text: str, example: str) -> tuple[date, date]:
    """The first and the last day of a year or a month, or one day twice.

    Raises UsageError, with an example, for anything that is no day, or may be two.
    """
    from quizapp.core.dates import read_date

    span = _span(text.strip())
    if span:
        return span
    found = read_date(text)
    if len(found) == 1:
        return found[0], found[0]
    what = "may be two days" if found else "is no date"
    raise UsageError(
        f'"{text}" {what}; write a year or a day, as in `{example}` or `{example}-06-15`'
    )


def _span(text: str) -> tuple[date, date] | None:
    """The first and the last day of a year or a month; None where it is neither."""
    named = _SPAN.fullmatch(text)
    if named is None:
        return None
    year, month = int(named[1]), int(named[2] or 0)
    try:
        if not named[2] or month == 12:
            return date(year, month or 1, 1), date(year, 12, 31)
        return date(year, month, 1), date(year, month + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def _json(day: date) -> str:
    import json

    from quizapp.atlas import membership

    countries = [
        {
            "code": step.code,
            "name": membership.name_of(step.code),
            "status": step.status.value,
            "since": membership.when(step),
            "sure_from": step.since.isoformat(),
            "came": membership.when(membership.joined(step)),
            "note": step.note,
            "source": step.source,
        }
        for group in membership.groups(day)
        for step in group.steps
    ]
    told = {
        "day": day.isoformat(),
        "known_until": membership.KNOWN_UNTIL.isoformat(),
        "note": membership.what_is_known(day),
        "countries": countries,
    }
    return json.dumps(told, ensure_ascii=False)
