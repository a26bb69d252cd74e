"""sco-quiz timeline: the dated facts in order, on the whole screen or as lines for scripts."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.playing import _progress

if TYPE_CHECKING:
    from quizapp.timeline import Entry

Say = Callable[[str], None]


def add_options(command: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz timeline`."""
    command.add_argument("--plain", action="store_true", help="as lines: day, question, answer")
    command.add_argument(
        "--answers", action="store_true", help="with what is still to learn, as lines"
    )


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open the timeline, or print it; the exit status."""
    plain = args.plain or args.answers or wiring.plain_terminal()
    where = wiring.places(args.data)
    study = wiring.open_study(where, save=not args.no_save, progress=_progress(remark))
    try:
        if plain:
            gc.enable()
            from quizapp.timeline import Timeline

            kept = 0
            for entry in Timeline(study).all():
                say(_line(entry, told=args.answers or entry.known))
                kept += not (args.answers or entry.known)
            if kept:
                remark(f"{kept} keep their answer until you have learned them; --answers shows it.")
        else:
            wiring.run_app(study, start="timeline")
    finally:
        study.close()
    if not plain and not args.no_save:
        wiring.back_up(where)
    return 0


def _line(entry: Entry, *, told: bool) -> str:
    """Day, what the day is to the fact, question and answer, apart by tabs; "?" for what is kept
    back.
    """
    ask = entry.ask if told or not entry.asks_for_the_day else "?"
    answer = entry.answer if told else "?"
    return "\t".join((entry.day.isoformat(), entry.kind.value, ask, " ".join(answer.split())))
