"""sco-quiz browse: look through all questions, on the whole screen or as lines for scripts."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.opening import opened
from quizapp.core.counting import counted

if TYPE_CHECKING:
    from quizapp.browsing import Browsing, Line, Query
    from quizapp.study import Study

Say = Callable[[str], None]


def add_options(browse: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz browse`."""
    from quizapp.core.question import Form
    from quizapp.core.standing import State

    browse.add_argument("words", metavar="WORDS", nargs="*", help="words or beginnings of words")
    browse.add_argument("--pack", metavar="P", help="only this pack, by id or title")
    browse.add_argument("--topic", metavar="T", help="only this topic, by id or title")
    browse.add_argument("--form", choices=[form.value for form in Form], help="only this form")
    browse.add_argument("--state", choices=[one.value for one in State], help="only this state")
    browse.add_argument(
        "--plain",
        action="store_true",
        help="as lines: question, answer, …, as it is in a pipe: all answers are in them",
    )
    browse.add_argument("--json", action="store_true", help="as JSON")


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Open Browse, or print what is found; the exit status."""
    plain = args.plain or args.json or wiring.plain_terminal()
    with opened(args, remark, to_read=True, backs_up=not plain) as study:
        from quizapp.browsing import Browsing

        browsing = Browsing(study)
        query = _query(args, study, browsing)
        if plain:
            gc.enable()
            _print(browsing.all_of(query), say, remark, as_json=args.json)
        else:
            wiring.run_app(study, start="browse", search=query)
    return 0


def _query(args: argparse.Namespace, study: Study, browsing: Browsing) -> Query:
    from quizapp.browsing import Query, State
    from quizapp.core.question import Form

    pack = browsing.find_pack(args.pack) if args.pack else ""
    topic = ""
    if args.topic:
        name = f"{pack}/{args.topic}" if pack and "/" not in args.topic else args.topic
        pack, topic = study.find_topic(name)
    return Query(
        text=" ".join(args.words),
        pack=pack,
        topic=topic,
        form=Form(args.form) if args.form else None,
        state=State(args.state) if args.state else None,
    )


def _print(lines: Iterator[Line], say: Say, remark: Say, *, as_json: bool) -> None:
    """Print what is found as it is found: a line each, its four parts apart by tabs, or JSON."""
    count = 0
    for line in lines:
        if as_json:
            say(f"{',' if count else '['} {_json(line)}")
        else:
            say("\t".join(_flat(part) for part in _parts(line)))
        count += 1
    if as_json:
        say("]" if count else "[]")
    else:
        remark(f"{counted(count, 'question')}.")


def _parts(line: Line) -> tuple[str, str, str, str]:
    """Question, answer, state in words, the day it comes back."""
    state = [line.standing.value, "due" if line.due else "", "flagged" if line.flagged else ""]
    coming = line.next.isoformat() if line.next else ""
    return line.ask, line.answer, ", ".join(filter(None, state)), coming


def _flat(text: str) -> str:
    return " ".join(text.split())


def _json(line: Line) -> str:
    import json

    found = {
        "pack": line.pack,
        "id": line.id,
        "question": line.ask,
        "answer": line.answer,
        "state": line.standing.value,
        "due": line.due,
        "flagged": line.flagged,
        "next": line.next.isoformat() if line.next else None,
    }
    return json.dumps(found, ensure_ascii=False)
