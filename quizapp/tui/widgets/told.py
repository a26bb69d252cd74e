"""Words and rows of numbers beside a plot, and the rows of the lists of Progress."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.tui.progress_wording import Told
from quizapp.tui.widgets.bar import mastery_bar
from quizapp.tui.widgets.lines import across, button, fit, wrapped
from quizapp.tui.wording import grouped

if TYPE_CHECKING:
    from quizapp.core.progress import Mastery

EMPTY = Content("")
READABLE = 64
"""The widest a sentence or a row of numbers is set, in cells."""
NOTHING = (
    "After your first replies you see here on which days you studied, what is to come, how much "
    "you keep, how well each topic is known and which questions are hard."
)
ROOMY = 90
"""From this width on, in cells, the counts of a topic stand wider apart."""
FORGOTTEN = 9
"""Cells for how often a question was forgotten."""

_GLUE = "\ufdd1"
"""Stands for a space that no line may break at. A noncharacter, so that no text has it."""
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}|%)")


def told_lines(told: Told, width: int) -> list[Content]:
    """Sentences, the first of them bold, then the rows under their head."""
    width = min(width, READABLE)
    rows: list[Content] = []
    for number, sentence in enumerate(told.sentences):
        glued = wrapped(_IN_NUMBER.sub(_GLUE, sentence), width)
        style = "" if number else "bold"
        rows += [Content.styled(line.plain.replace(_GLUE, " "), style) for line in glued]
    if told.rows:
        rows += [EMPTY, across(EMPTY, Content.styled(told.head, "$muted"), width)]
    for label, value, _ in told.rows:
        room = width - Content(value).cell_length - 2
        rows.append(across(Content.styled(fit(label, room), "$muted"), Content(value), width))
    return rows


def nothing_lines(width: int) -> list[Content]:
    """What somebody sees who has never replied; the button runs the screen's action `begin`."""
    width = min(width, READABLE)
    return [
        *wrapped("There is nothing to look back on yet.", width, "bold"),
        EMPTY,
        *wrapped(NOTHING, width, "$muted"),
        EMPTY,
        button("Start", "begin"),
    ]


def topic_line(title: str, one: Mastery, width: int, *, here: bool) -> Content:
    """A topic with its bar and its three counts, on one line."""
    mark = Content.styled("▌" if here else " ", "bold $accent")
    numbers = "".join(_number(count, width) for count in (one.strong, one.shaky, one.new))
    bar_width = min(max(width // 5, 8), 40)
    room = width - bar_width - len(numbers) - 4
    bar = mastery_bar(one.strong, one.strong + one.shaky, one.questions, bar_width)
    left = Content.assemble(mark, " ", fit(title, room))
    return across(left, Content.assemble(bar, (numbers, "$muted"), " "), width)


def topic_head(width: int) -> Content:
    """What stands above topics: the words of the three counts, as the bars draw them."""
    words = "".join(word.rjust(_room(width)) for word in ("strong", "shaky", "new"))
    return across(Content.styled("  Topic", "$muted"), Content.styled(f"{words} ", "$muted"), width)


def _room(width: int) -> int:
    return 9 if width >= ROOMY else 7


def _number(count: int, width: int) -> str:
    return (grouped(count) if count else "·").rjust(_room(width))


def hard_line(ask: str, answer: str, forgotten: str, width: int, *, here: bool) -> Content:
    """A question and how often it was forgotten, on one line; its answer where there is room."""
    mark = Content.styled("▌" if here else " ", "bold $accent")
    right = Content.assemble((forgotten.rjust(FORGOTTEN), "bold"), " ")
    room = width - right.cell_length - 3
    shown = width // 3 if width >= ROOMY else 0
    asked = Content(fit(ask, room - shown - (2 if shown else 0)))
    if shown:
        gap = " " * (room - shown - asked.cell_length)
        asked = Content.assemble(asked, gap, (fit(answer, shown - 2), "$muted"))
    return across(Content.assemble(mark, " ", asked), right, width)


def under(text: str, width: int) -> Content:
    """A line of small print below a row."""
    return Content.styled(f"  {fit(text, width - 3)}", "$muted")


def hard_head(width: int) -> Content:
    """What stands above questions."""
    right = Content.styled("forgotten ", "$muted")
    if width < ROOMY:
        return across(Content.styled("  Question", "$muted"), right, width)
    room = width - FORGOTTEN - 4 - width // 3
    left = Content.styled(f"  {'Question'.ljust(room)}Answer", "$muted")
    return across(left, right, width)
