"""Draft questions and the file that keeps them, with what their author decided.

`NAME.drafts.jsonl` is UTF-8, one JSON object a line. The first line is the header (`"drafts": 1`),
then comes a line per draft, the best first, then a line per decision in the order they were made.
Drafting again replaces the header and the drafts and keeps the decisions; deciding only appends,
so that nothing is lost whenever the work is interrupted.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

VERSION = 1
"""The version of the format that is written and read."""

Span: TypeAlias = tuple[int, int]
"""Where a piece of text stands: start and end, in code points of the article's raw text."""

FLAGS = {
    "relative-time": "a time that depends on the day of reading",
    "claim": "somebody's claim: attribute it",
    "pronoun": "a pronoun or description stands for somebody",
    "vague": "a vague noun: say which",
    "garbled": "the sentence looks broken",
    "several-answers": "more than one answer may be right",
    "few-wrong": "fewer than three wrong options",
    "as-of": "can change: needs a date",
    "duplicate": "an existing question asks the same",
    "resolved": "a reference was resolved by rule: look whether it is the right one",
    "long": "long: shorten it",
}
"""What a draft can be flagged with, and what that means to the author."""

REASONS = ("wrong", "vague", "trivial", "duplicate", "loaded")
"""Why a draft can be rejected."""


class Flag(NamedTuple):
    """A doubt about a draft: one of FLAGS, and the words it is about or what was made of them."""

    name: str
    about: str = ""


class Draft(NamedTuple):
    """A question as a machine would ask it, for somebody to check.

    `id` stays the same when the article is drafted again: it is made of the place and the answer
    before dates are rewritten. `kind` is the rule's name, `maker` "lexical", "parser" or "llm".
    `answer` is a text, a number, a date as "2024-07-04", true or false, or a list of texts.
    `sentence` and `span` are where the sentence and the answer stand; `more` is False for the
    drafts shown first, True for those behind "more from this sentence". `score` ranks: 0-1.
    """

    id: str
    kind: str
    maker: str
    ask: str
    answer: str | int | float | bool | tuple[str, ...]
    paragraph: int
    sentence: Span
    span: Span
    terms: tuple[str, ...]
    wrong: tuple[str | int | float, ...] = ()
    accept: tuple[str, ...] = ()
    why: str = ""
    said_by: str = ""
    as_of: str = ""
    unit: str = ""
    flags: tuple[Flag, ...] = ()
    score: float = 0.0
    more: bool = False


class Decision(NamedTuple):
    """What the author did with a draft.

    `what` is "accept", "edit" (accepted with changes), "reject" (with a `reason` of REASONS),
    "skip", "write" (a question of the author's own; `draft` is then "" or the draft it began
    from) or "undo" (takes the last decision that still stands back). `question` is the id that
    the accepted question has in the pack. `at` is local time as ISO 8601.
    """

    what: str
    draft: str = ""
    reason: str = ""
    question: str = ""
    at: str = ""


class Heading(NamedTuple):
    """What the drafts were made from.

    `article` is the file's path, relative to the folder of the drafts file where that can be;
    `sha256` is that of its text; `source` the id its source file has or will have; `date` the
    day of its events as "2024-07-04", or "".
    """

    article: str
    sha256: str
    source: str
    title: str = ""
    publisher: str = ""
    date: str = ""
    address: str = ""


class Sheet(NamedTuple):
    """A drafts file: what it was made from, the drafts, the best first, and the decisions."""

    heading: Heading
    drafts: tuple[Draft, ...]
    decisions: tuple[Decision, ...] = ()


def standing(decisions: tuple[Decision, ...]) -> dict[str, Decision]:
    """The decision that stands for each draft, after undoing; the author's own are left out."""
    kept: list[Decision] = []
    for decision in decisions:
        if decision.what == "undo":
            if kept:
                kept.pop()
        else:
            kept.append(decision)
    return {one.draft: one for one in kept if one.draft and one.what != "write"}
