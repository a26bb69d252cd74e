"""sco-quiz timeline: the dated facts in order, on the whole screen or as lines for scripts."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.opening import opened

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
    with opened(args, remark, to_read=True, backs_up=not plain) as study:
        if plain:
            gc.enable()
            from quizapp.timeline import Timeline

            _print(Timeline(study).between(first, last), say, remark, answers=args.answers)
        else:
            wiring.run_app(study, start="timeline")
    return 0


def _print(entries: Iterator[Entry], say: Say, remark: Say, *, answers: bool) -> None:
    """Print facts as they are found, and tell how many of them are kept back."""
    count = kept = 0
    for entry in entries:
        told = answers or entry.known
        say(_line(entry, told=told))
        count += 1
        kept += not told
    if kept:
        remark(f"{kept} keep their answer until you have learned them; --answers shows it.")
    elif not count:
        remark("No dated fact falls there; `sco-quiz timeline --plain` lists them all.")


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
