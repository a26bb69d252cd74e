"""sco-quiz timeline: the dated facts in order, on the whole screen or as lines for scripts."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.playing import _progress

if TYPE_CHECKING:
    from quizapp.timeline import Entry

Say = Callable[[str], None]


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz timeline`."""
    command.add_argument(
        "words", metavar="DATE", nargs="*", help="only this year, month or day, as lines"
    )
    command.add_argument("--plain", action="store_true", help="as lines: day, question, answer")
    command.add_argument(
        "--answers", action="store_true", help="with what is still to learn, as lines"
    )


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open the timeline, or print it; the exit status."""
    first, last = _span(" ".join(args.words))
    plain = args.plain or args.answers or args.words or wiring.plain_terminal()
    where = wiring.places(args.data)
    study = wiring.open_to_read(where, save=not args.no_save, progress=_progress(remark))
    try:
        if plain:
            gc.enable()
            from quizapp.timeline import Timeline

            kept = 0
            for entry in Timeline(study).all():
                if not first <= entry.day <= last:
                    continue
                say(_line(entry, told=args.answers or entry.known))
                kept += not (args.answers or entry.known)
            if kept:
                remark(f"{kept} keep their answer until you have learned them; --answers shows it.")
        else:
            wiring.run_app(study, start="timeline")
    finally:
        saving = study.database.saving
        study.close()
    if not plain and saving:
        wiring.back_up(where)
    return 0


def _span(text: str) -> tuple[date, date]:
    """The first and the last day that are meant; every day where nothing is said."""
    if not text:
        return date.min, date.max
    from quizapp.commands.map import read_span

    return read_span(text, "sco-quiz timeline 2024")


def _line(entry: Entry, *, told: bool) -> str:
    """Day, what the day is to the fact, question and answer, apart by tabs.

    For a question that is kept back stands its topic, for an answer "?".
    """
    answer = entry.answer if told else "?"
    ask = entry.line(told=told)
    return "\t".join((entry.day.isoformat(), entry.kind.value, ask, " ".join(answer.split())))
