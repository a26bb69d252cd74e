"""A drafts file on a small article of our own, for the tests of hand-checking."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from quizapp.drafting.desk.sheet_file import write_sheet
from quizapp.drafting.drafts import Draft, Flag, Heading, Sheet
from quizapp.drafting.text.passages import passages_of
from quizapp.handchecking import HandCheck, files_of
from quizapp.packs.articles import text_hash

ARTICLE = """Ten now

The summit took place in Astana on Thursday. Leaders of nine countries came.

Belarus became the 10th member of the group, the host said. “We are stronger,” said Tokayev.

The next meeting will be held in China. It speaks two official languages, Chinese and Russian.
"""
NOON = datetime(2026, 3, 2, 12, 0)  # noqa: DTZ001 - the author's own clock


def draft(name: str, ask: str, answer: object, words: str, **more: object) -> Draft:
    """A draft on the sentence in which `words` stand."""
    passages = passages_of(ARTICLE)
    at = passages.at(ARTICLE.index(words))
    assert at is not None
    found = ARTICLE.find(str(answer), *at.span)
    span = (found, found + len(str(answer))) if found >= 0 else (at.span[0], at.span[0])
    values = {"terms": (str(answer),), "why": "The article says so.", **more}
    return Draft(
        id=name,
        kind="name",
        maker="lexical",
        ask=ask,
        answer=answer,
        paragraph=at.paragraph,
        sentence=at.span,
        span=span,
        **values,
    )


DRAFTS = (
    draft(
        "city",
        "Which city hosted the summit of July 2024?",
        "Astana",
        "The summit",
        wrong=("Almaty", "Bishkek", "Tashkent"),
        flags=(Flag("relative-time", "Thursday"),),
        as_of="2024-07-04",
    ),
    draft(
        "member",
        "Which country joined the group on 4 July 2024?",
        "Belarus",
        "Belarus",
        wrong=("Armenia", "Mongolia", "Georgia"),
        flags=(Flag("as-of"), Flag("claim", "the host said")),
    ),
    draft(
        "quote",
        "What did the host say the group had become?",
        "stronger",
        "We are",
        said_by="Tokayev",
        flags=(Flag("claim"),),
    ),
    draft("count", "How many members were there?", 10, "Belarus", terms=("10th",), more=True),
    draft(
        "tongues",
        "Which languages does the group use?",
        ("Chinese", "Russian"),
        "It speaks",
        terms=("Chinese", "Russian"),
        wrong=("English", "Hindi", "Persian"),
    ),
)


def folder(path: Path, drafts: tuple[Draft, ...] = DRAFTS) -> Path:
    """A folder with the article and its drafts; the drafts file."""
    path.mkdir(parents=True, exist_ok=True)
    (path / "ten.txt").write_text(ARTICLE, encoding="utf-8")
    heading = Heading("ten.txt", text_hash(ARTICLE), "herald", "Ten now", "Herald", "2024-07-05")
    write_sheet(path / "ten.drafts.jsonl", Sheet(heading, drafts))
    return path / "ten.drafts.jsonl"


def opened(drafts: Path) -> HandCheck:
    """The hand-check of a drafts file, as another start opens it."""
    return HandCheck(files_of(drafts, None, None), lambda: NOON)


MINE = """# My pack, my layout.

format = 1
id     = "mine"   # for ever
title  = "Mine"
version = "1.0.0"

[[topic]]
id = "one"
title = "One"

[[topic]]
id = "two"
title = "Two"

[[question]]
id = "first"
topic = "one"
ask = "What is first?"
answer = "this"
# a word on the first

# --- the second part ---

[[question]]
id = "second"
topic = "two"
ask = "What is second?"
answer = "that"
# the end, without a line end"""
"""A pack of somebody's own, with comments and a layout of its own."""
