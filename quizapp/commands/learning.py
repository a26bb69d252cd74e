"""sco-quiz learn: the topics as a path, on the whole screen or as lines of text."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable

from quizapp import wiring
from quizapp.commands.opening import opened
from quizapp.commands.playing import named_topics, plain_lines

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open Learn, or the brief of the topic named; the exit status."""
    plain = args.plain or wiring.plain_terminal()
    named = named_topics(args)
    with opened(args, remark) as study:
        topic = study.find_topic(named[0]) if named else None
        if plain:
            gc.enable()
            from quizapp.commands.learning_text import PlainPath

            PlainPath(study, plain_lines(say)).walk(topic)
        else:
            wiring.run_app(study, start="learn", topic=topic)
    return 0
