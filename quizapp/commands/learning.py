"""sco-quiz learn: the topics as a path, on the whole screen or as lines of text."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable

from quizapp import wiring
from quizapp.commands.playing import _lines, _progress, named_topics

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open Learn, or the brief of the topic named; the exit status."""
    plain = args.plain or wiring.plain_terminal()
    where = wiring.places(args.data)
    study = wiring.open_study(where, save=not args.no_save, progress=_progress(remark))
    try:
        named = named_topics(args)
        topic = study.find_topic(named[0]) if named else None
        if plain:
            gc.enable()
            from quizapp.commands.learning_text import PlainPath

            PlainPath(study, _lines(say)).walk(topic)
        else:
            wiring.run_app(study, start="learn", topic=topic)
    finally:
        study.close()
    if not args.no_save:
        wiring.back_up(where)
    return 0
