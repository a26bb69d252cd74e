"""sco-quiz stats: what Progress shows, as lines of text or as JSON."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from quizapp import wiring
from quizapp.commands.output import say_json

if TYPE_CHECKING:
    from quizapp.core.progress import Mastery, Sums
    from quizapp.progress import Progress
    from quizapp.study import Study
    from quizapp.tui.progress_wording import Told

Say = Callable[[str], None]
WEEKS, MONTHS, HARDEST, ROUNDS = 12, 12, 10, 10
"""How much of each the lines tell; the JSON has more."""
JSON_WEEKS = 52
NOTHING = "Nothing was replied to yet. Begin with: sco-quiz study"


def add_options(stats: argparse.ArgumentParser) -> None:
    """What the command takes."""
    stats.add_argument("--plain", action="store_true", help="as lines of text, as it is anyway")
    stats.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, say: Say, *_: Say) -> int:
    """Print how studying went and goes on; the exit status."""
    gc.enable()
    study = _open(wiring.places(args.data), save=not args.no_save)
    try:
        from quizapp.progress import Progress

        progress = Progress(study)
        if args.json:
            say_json(as_json(progress), say)
        else:
            for line in as_lines(progress):
                say(line)
    finally:
        study.close()
    return 0


def _open(where: wiring.Places, *, save: bool) -> Study:
    """The data file, or a copy of it in memory: looking back makes no file and needs no right
    to write one.
    """
    if not save or not where.data.exists():
        return wiring.open_study(where, save=False)
    return wiring.open_to_read(where)


# Lines


def as_lines(progress: Progress) -> Iterator[str]:
    """Every section of Progress as text: its title, its sentences, its table."""
    if not progress.begun:
        yield NOTHING
        return
    for number, (title, told) in enumerate(_sections(progress)):
        if number:
            yield ""
        yield title
        yield from (f"  {sentence}" for sentence in told.sentences)
        yield from (f"    {row.text}" for row in told.rows)


def _sections(progress: Progress) -> Iterator[tuple[str, Told]]:
    from quizapp.tui import progress_wording as wording

    yield "Days", wording.days_told(progress.studied(), progress.months(MONTHS))
    yield "Ahead", wording.ahead_told(progress.ahead())
    yield "Retention", wording.retained_told(progress.retained(WEEKS))
    topics = ((one.title, progress.topic_mastery(one.ref)) for one in progress.topics())
    yield "Topics", wording.mastery_told(progress.mastery(), topics)
    yield "Hardest", wording.hardest_told(progress.hardest(HARDEST))
    days, weeks = progress.days(), progress.weeks(WEEKS)
    yield "Time", wording.time_told(progress.total(), len(days), weeks)
    yield "Rounds", wording.rounds_told(progress.rounds(ROUNDS), progress.count_rounds())


# JSON


def as_json(progress: Progress) -> dict[str, Any]:
    """The same for a script; these keys stay as they are."""
    studied = progress.studied()
    return {
        "day": studied.today.isoformat(),
        "streak": {
            "days": studied.streak.days,
            "longest": studied.longest,
            "frozen": [cell.day.isoformat() for cell in studied.calendar.cells if cell.frozen],
        },
        "total": _sums(studied.total) | {"days": len(studied.days)},
        "days": [
            {"day": one.day.isoformat()} | _sums(one.sums)
            for one in studied.days
            if one.day >= studied.calendar.first
        ],
        "ahead": _ahead(progress),
        "retention": _retention(progress),
        "mastery": _mastery(progress),
        "hardest": _hardest(progress),
        "rounds": _rounds(progress),
    }


def _sums(sums: Sums) -> dict[str, Any]:
    return {"replies": sums.replies, "right": sums.passed, "seconds": round(sums.took / 1000)}


def _ahead(progress: Progress) -> dict[str, Any]:
    ahead = progress.ahead()
    return {
        "overdue": ahead.overdue,
        "days": [
            {"day": (ahead.today + timedelta(days=n)).isoformat(), "due": count}
            for n, count in enumerate(ahead.due)
        ],
    }


def _retention(progress: Progress) -> dict[str, Any]:
    retained = progress.retained(JSON_WEEKS)
    return {
        "wanted": retained.wanted,
        "last_30_days": _reached(retained.lately),
        "year": _reached(retained.year),
        "all": _reached(retained.total),
        "weeks": [
            {"from": one.first.isoformat()} | _reached(one.sums) | _sums(one.sums)
            for one in retained.weeks
        ],
    }


def _reached(sums: Sums) -> dict[str, Any]:
    reached = None if sums.retention is None else round(sums.retention, 4)
    return {"asked": sums.asked, "kept": sums.kept, "reached": reached}


def _mastery(progress: Progress) -> dict[str, Any]:
    def counts(one: Mastery) -> dict[str, int]:
        return {"strong": one.strong, "shaky": one.shaky, "new": one.new}

    return counts(progress.mastery()) | {
        "topics": [
            {"pack": one.ref.pack, "topic": one.ref.topic, "title": one.title}
            | counts(progress.topic_mastery(one.ref))
            for one in progress.topics()
        ]
    }


def _hardest(progress: Progress) -> list[dict[str, Any]]:
    return [
        {
            "pack": one.ref.pack,
            "id": one.id,
            "question": one.ask,
            "answer": one.answer,
            "replies": one.replies,
            "forgotten": one.lapses,
            "difficulty": round(one.difficulty, 2),
            "stability_days": round(one.stability, 2),
        }
        for one in progress.hardest()
    ]


def _rounds(progress: Progress) -> dict[str, Any]:
    return {
        "count": progress.count_rounds(),
        "newest": [
            {
                "at": one.when.isoformat(timespec="seconds"),
                "setup": one.setup,
                "right": one.right,
                "total": one.total,
                "points": one.points,
                "seconds": round(one.seconds),
            }
            for one in progress.rounds()
        ],
    }
