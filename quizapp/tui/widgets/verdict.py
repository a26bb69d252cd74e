"""The verdict in words: how it was judged and why, what the fact rests on, when it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.core.memory import Rating
from quizapp.core.question import DONT_KNOW
from quizapp.core.verdict import NOT_KNOWN
from quizapp.tui.widgets.address import cited
from quizapp.tui.widgets.rows import BLANK, Button, Piece, Row, Run, in_line, paragraph
from quizapp.tui.widgets.sheet import APPEAL_TARGET, GO_ON_TARGET, RATE, SIGNS
from quizapp.tui.widgets.when import day_text

if TYPE_CHECKING:
    from quizapp.study import Judged

_RATING_KEYS = ((Rating.HARD, "h", "Hard"), (Rating.GOOD, "g", "Good"), (Rating.EASY, "e", "Easy"))


def said_rows(judged: Judged, width: int, *, note: str = "", tight: bool = False) -> list[Row]:
    """The mark with its reason, what the author explains, and what has become of the fact.

    `note`, such as points won, stands behind the mark; `tight` leaves out the blank rows.
    """
    style = judged.verdict.mark.value
    word = style.capitalize() if judged.reply != DONT_KNOW else NOT_KNOWN
    runs = [Run(f"{SIGNS[style]} {word}", f"{style}-mark")]
    if note:
        runs.append(Run(f"   {note}", "accent" if note.startswith("+") else "muted"))
    if judged.verdict.reason:
        runs.append(Run(f"   {judged.verdict.reason}"))
    rows = paragraph(*runs, width=width)
    for text in (judged.asked.question.why, judged.successor):
        if text:
            rows += [*([] if tight else [BLANK]), *paragraph(Run(text), width=width)]
    return rows


def standing_rows(judged: Judged, width: int, source: str, *, tight: bool = False) -> list[Row]:
    """What the fact rests on: its day, who said it, and where it stands."""
    question = judged.asked.question
    badges = []
    if question.as_of:
        badges.append(f"as of {day_text(question.as_of)}")
    if question.until and not judged.successor:
        badges.append(f"until {day_text(question.until)}")
    if question.said_by:
        badges.append(f"said by {question.said_by}")
    about = " · ".join(badges)
    lines = [f"{about[:1].upper()}{about[1:]}", *source.splitlines()]
    if question.more:
        lines.append(f"Read on: {question.more}")
    rows = [row for text in lines if text for row in cited(text, width, "muted")]
    return rows if tight or not rows else [BLANK, *rows]


def action_rows(judged: Judged, width: int, *, tight: bool = False) -> list[Row]:
    """What can be done about it: go on, appeal, rate it otherwise."""
    rows: list[Row] = [] if tight else [BLANK]
    if not judged.saved and judged.warning:
        rows += paragraph(Run(f"Not saved: {judged.warning}", "wrong"), width=width)
    apart = [] if tight else [BLANK]
    pieces = [Button("Enter", "Go on", GO_ON_TARGET).piece]
    if judged.appealable:
        pieces.append(Button("y", "I was right", APPEAL_TARGET, "quiet").piece)
    if judged.futures and judged.rating is Rating.AGAIN:
        pieces.append(Piece((Run("Comes back in this session.", "muted"),)))
    if judged.futures and judged.rating is not Rating.AGAIN and _all_the_same(judged):
        text = judged.futures[-1].text
        pieces.append(Piece((Run(f"Again in {text}, however you rate it.", "muted"),)))
        return [*rows, *in_line(pieces, width)]
    if not judged.futures or judged.rating is Rating.AGAIN:
        return [*rows, *in_line(pieces, width)]
    ratings = _ratings(judged)
    if sum(piece.width + 2 for piece in (*pieces, *ratings)) > width:
        return [*rows, *in_line(pieces, width), *apart, *in_line(ratings, width, gap=0)]
    return [*rows, *in_line([*pieces, *ratings], width, gap=1)]


def _all_the_same(judged: Judged) -> bool:
    """True where hard, good and easy bring the question back on the same day."""
    return len({one.days for one in judged.futures if one.rating is not Rating.AGAIN}) == 1


def _ratings(judged: Judged) -> list[Piece]:
    """How soon it comes back with each rating; the one in force stands in brackets."""
    texts = {future.rating: future.text for future in judged.futures}
    pieces = [Piece((Run("Again in: ", "muted"),))]
    for rating, key, label in _RATING_KEYS:
        chosen = rating is judged.rating
        opening, closing, style = ("[", "]", "rated") if chosen else (" ", " ", "muted")
        words = f" {label} {texts.get(rating, '')}{closing}"
        runs = (Run(opening, style), Run(key, "key"), Run(words, style))
        pieces.append(Piece(runs, (RATE, int(rating))))
    return pieces
