"""The verdict in words: how it was judged and why, what the fact rests on, when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.core.memory import Rating
from quizapp.core.question import DONT_KNOW
from quizapp.core.verdict import NOT_KNOWN
from quizapp.tui.widgets.address import in_brief
from quizapp.tui.widgets.rows import (
    Button,
    Piece,
    Row,
    Run,
    clickable,
    in_line,
    paragraph,
)
from quizapp.tui.widgets.sheet import (
    APPEAL_TARGET,
    GO_ON_TARGET,
    RATE,
    SIGNS,
    SOURCES_TARGET,
)
from quizapp.tui.widgets.when import day_text

if TYPE_CHECKING:
    from quizapp.study import Future, Judged

_RATING_KEYS = {Rating.HARD: "h", Rating.GOOD: "g", Rating.EASY: "e"}
ENDLESS = 10**6
"""Cells: a line that cuts nothing off."""


def said_blocks(judged: Judged, width: int, *, note: str = "", own: str = "") -> list[list[Row]]:
    """The mark with its reason, what the author explains, and what has become of the fact.

    `note`, such as points won, stands behind the mark; `own` is what the learner has written on
    the question. Between two blocks a blank row may stand.
    """
    style = judged.verdict.mark.value
    word = style.capitalize() if judged.reply != DONT_KNOW else NOT_KNOWN
    runs = [Run(f"{SIGNS[style]} {word}", f"{style}-mark")]
    if note:
        runs.append(Run(f"   {note}", "accent" if note.startswith("+") else "muted"))
    if judged.verdict.reason:
        runs.append(Run(f"   {judged.verdict.reason}"))
    blocks = [paragraph(*runs, width=width)]
    yours = own and f"Your note: {own}"
    texts = (judged.asked.question.why, judged.successor, yours)
    return [*blocks, *(paragraph(Run(text), width=width) for text in texts if text)]


def standing(judged: Judged, source: str) -> list[str]:
    """What the fact rests on, a line each: its day and who said it, then where it stands.

    `source` has a line for each source.
    """
    question = judged.asked.question
    badges = []
    if question.as_of:
        badges.append(f"as of {day_text(question.as_of)}")
    if question.until and not judged.successor:
        badges.append(f"until {day_text(question.until)}")
    if question.said_by:
        badges.append(f"said by {question.said_by}")
    about = " · ".join(badges)
    first, *others = source.splitlines() or [""]
    more = f"Read on: {question.more}" if question.more else ""
    lines = [f"{about[:1].upper()}{about[1:]}", first and f"Source: {first}", *others, more]
    return [line for line in lines if line]


def standing_rows(lines: Sequence[str], width: int, *, whole: bool = False) -> list[Row]:
    """What a fact rests on: quiet, on one line, or `whole`. A click changes between the two."""
    if not lines:
        return []
    if whole:
        rows = [row for line in lines for row in paragraph(Run(line, "muted"), width=width)]
    else:
        said = in_brief(lines, width)
        rows = [Row((Run(said, "muted"),), whole="\n".join(lines))]
    return clickable(rows, SOURCES_TARGET, width) if cut_short(lines, width) else rows


def cut_short(lines: Sequence[str], width: int) -> bool:
    """Whether one line is too short for what a fact rests on."""
    return in_brief(lines, width) != in_brief(lines, ENDLESS)


def action_rows(judged: Judged, width: int) -> list[Row]:
    """What can be done about it: go on, appeal, rate it otherwise; and when it comes again."""
    rows: list[Row] = []
    if not judged.saved and judged.warning:
        rows += paragraph(Run(f"Not saved: {judged.warning}", "wrong"), width=width)
    pieces = [Button("Enter", "Go on", GO_ON_TARGET).piece]
    if judged.appealable:
        pieces.append(Button("y", "I was right", APPEAL_TARGET, "quiet").piece)
    if judged.future is not None:
        pieces.append(Piece((Run(_comes_again(judged, judged.future), "muted"),)))
    rows += in_line(pieces, width)
    if not judged.otherwise:
        return rows
    return [*rows, *in_line([Piece((Run("Or was it", "muted"),)), *_ratings(judged)], width)]


def _comes_again(judged: Judged, future: Future) -> str:
    """What becomes of the question if the learner just goes on."""
    if judged.rating is Rating.AGAIN:
        return "Comes back in this session."
    if not judged.otherwise:
        return f"Asked again {future.when}."
    return f"Rated {judged.rating.name.lower()}: asked again {future.when}."


def _ratings(judged: Judged) -> list[Piece]:
    """The other ratings, each with how soon it would bring the question back."""
    return [
        Button(
            _RATING_KEYS[one.rating],
            f"{one.rating.name.lower()}: {one.text}",
            (RATE, int(one.rating)),
            "quiet",
        ).piece
        for one in judged.otherwise
    ]
