"""sco-quiz, sco-quiz study, sco-quiz quiz: on the whole screen, or as lines of text."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.opening import opened
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.plain import Lines
    from quizapp.play import RoundSetup
    from quizapp.study import Study, TopicRef

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open the app or play in plain lines; the exit status."""
    plain = getattr(args, "plain", False) or wiring.plain_terminal()
    named = named_topics(args)
    with opened(args, remark) as study:
        topics = _topics(study, named)
        if plain:
            gc.enable()
            _play_plain(args, study, plain_lines(say), topics)
        else:
            _play_on_screen(args, study, topics)
    return 0


def named_topics(args: argparse.Namespace) -> list[str]:
    """The names of topics on a command line: a round may have several, the others one.

    Raises UsageError where there are more.
    """
    words: list[str] = getattr(args, "words", [])
    topic: str | list[str] | None = getattr(args, "topic", None)
    if isinstance(topic, list) or getattr(args, "command", "") == "quiz":
        return [*words, *(topic or [])]
    if words and topic is not None:
        raise UsageError(
            f"{args.command} takes one topic; leave out --topic, or play a round of several: "
            "sco-quiz quiz TOPIC TOPIC"
        )
    if words:
        return [" ".join(words)]
    return [topic] if topic is not None else []


def _topics(study: Study, names: list[str]) -> tuple[TopicRef, ...]:
    """The topics that were named, once each. Raises UsageError for one there is not."""
    return tuple(dict.fromkeys(study.find_topic(one) for one in names))


def plain_lines(say: Say) -> Lines:
    """The lines of a session: read from standard input, and out as soon as they are said."""
    import sys
    import time

    from quizapp.commands.output import flush
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
        flush()

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
