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
        topics = _topics(study, named_topics(args))
        if plain:
            gc.enable()
            _play_plain(args, study, _lines(say), topics)
        else:
            _play_on_screen(args, study, topics)
    finally:
        study.close()
    if not args.no_save:
        wiring.back_up(where)
    return 0


def named_topics(args: argparse.Namespace) -> list[str]:
    """The names of topics on a command line: a round may have several, the others one."""
    words: list[str] = getattr(args, "words", [])
    topic: str | list[str] | None = getattr(args, "topic", None)
    if isinstance(topic, list) or getattr(args, "command", "") == "quiz":
        return [*words, *(topic or [])]
    named = [" ".join(words)] if words else []
    return [*named, topic] if isinstance(topic, str) else named


def _topics(study: Study, names: list[str]) -> tuple[TopicRef, ...]:
    """The topics that were named, once each. Raises UsageError for one there is not."""
    return tuple(dict.fromkeys(study.find_topic(one) for one in names))


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
        try:
            sys.stdout.flush()
        except OSError as error:
            error.filename = "standard output"
            raise

    return Lines(flushed, read, time.monotonic)


def _play_plain(
    args: argparse.Namespace, study: Study, lines: Lines, topics: tuple[TopicRef, ...]
) -> None:
    if args.command == "quiz":
        from quizapp.commands.quiz_text import quiz
        from quizapp.play import Play

        quiz(Play(study), lines, _setup(args, study, topics))
    else:
        from quizapp import plain

        plain.study(
            study,
            lines,
            topic=topics[0] if topics else None,
            limit=getattr(args, "limit", None),
            more=getattr(args, "more", False),
        )


def _setup(args: argparse.Namespace, study: Study, topics: tuple[TopicRef, ...]) -> RoundSetup:
    """What a command line asks for; the clock that was not named is the learner's setting."""
    from quizapp.play import Clock, RoundSetup

    clocks = {one.value: one for one in Clock}
    wanted = args.clock or study.choices.text("clock", "")
    clock = clocks.get(wanted, Clock.NONE)
    return RoundSetup(topics, args.count, clock, args.seed, met=args.met)


def _play_on_screen(args: argparse.Namespace, study: Study, topics: tuple[TopicRef, ...]) -> None:
    if args.command == "quiz":
        wiring.run_app(study, start="round", setup=_setup(args, study, topics))
    elif args.command == "study":
        topic = topics[0] if topics else None
        wiring.run_app(study, start="study", topic=topic, limit=args.limit, more=args.more)
    else:
        wiring.run_app(study)
