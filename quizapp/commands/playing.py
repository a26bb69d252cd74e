"""sco-quiz, sco-quiz study, sco-quiz quiz: on the whole screen, or as lines of text."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp import wiring

if TYPE_CHECKING:
    from quizapp.plain import Lines
    from quizapp.play import RoundSetup
    from quizapp.study import Study, TopicRef

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open the app or play in plain lines; the exit status."""
    plain = getattr(args, "plain", False) or wiring.plain_terminal()
    where = wiring.places(args.data)
    study = wiring.open_study(where, save=not args.no_save, progress=_progress(remark))
    try:
        topic = study.find_topic(args.topic) if getattr(args, "topic", None) else None
        if plain:
            gc.enable()
            _play_plain(args, study, _lines(say), topic)
        else:
            _play_on_screen(args, study, topic)
    finally:
        study.close()
    if not args.no_save:
        wiring.back_up(where)
    return 0


def _progress(remark: Say) -> Callable[[int, int], None]:
    """Tells of long work on packs only when it is long."""
    told = -1

    def progress(done: int, total: int) -> None:
        nonlocal told
        percent = done * 100 // max(total, 1)
        if total >= 5000 and percent // 10 != told:
            told = percent // 10
            remark(f"Preparing {total} questions … {percent} %")

    return progress


def _lines(say: Say) -> Lines:
    import sys
    import time

    from quizapp.plain import Lines

    def read(prompt: str) -> str | None:
        try:
            text = input(prompt if sys.stdin.isatty() else "")
        except (EOFError, AttributeError, RuntimeError):
            # A closed standard input is an end of input too.
            return None
        except UnicodeDecodeError:
            return ""
        return text.replace("\x00", "").encode(errors="replace").decode()

    def flushed(text: str) -> None:
        say(text)
        if sys.stdout is not None:
            sys.stdout.flush()

    return Lines(flushed, read, time.monotonic)


def _play_plain(
    args: argparse.Namespace, study: Study, lines: Lines, topic: TopicRef | None
) -> None:
    from quizapp import plain
    from quizapp.play import Play

    if args.command == "quiz":
        plain.quiz(Play(study), lines, _setup(args, topic))
    else:
        plain.study(
            study,
            lines,
            topic=topic,
            limit=getattr(args, "limit", None),
            more=getattr(args, "more", False),
        )


def _setup(args: argparse.Namespace, topic: TopicRef | None) -> RoundSetup:
    from quizapp.play import RoundSetup

    topics = (topic,) if topic else ()
    return RoundSetup(topics=topics, length=args.count, seed=args.seed)


def _play_on_screen(args: argparse.Namespace, study: Study, topic: TopicRef | None) -> None:
    if args.command == "quiz":
        wiring.run_app(study, start="round", setup=_setup(args, topic))
    elif args.command == "study":
        wiring.run_app(study, start="study", topic=topic, limit=args.limit, more=args.more)
    else:
        wiring.run_app(study)
