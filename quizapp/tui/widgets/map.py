"""The map of a map question: the country lit among its neighbours."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.atlas.draw import DISPUTED_CLASS, NOTE, PLAIN_NOTE, draw, draw_plain
from quizapp.atlas.places import view_for
from quizapp.atlas.world import countries
from quizapp.tui.widgets.rows import BLANK, Row, Run, beside, breaks, paragraph

LIT = "lit"
_LEAST, _MOST = 7, 20
_WIDEST = 76
_GAP = Run("   ")


class Chart(NamedTuple):
    """A map, and the words that belong to it, "" for none."""

    rows: list[Row]
    note: str = ""


def map_above(
    code: str, width: int, room: int, *, plain: bool = False, noted: bool = True
) -> list[Row]:
    """The country's surroundings in about `room` rows, at least seven, with their note.

    `plain` is without colour; without `noted` the words on disputed land are left out.
    """
    # The note is wanted only where land is hatched, which shows when the map is drawn.
    notes = len(breaks(NOTE, min(width, _WIDEST))) if noted else 0
    chart = draw_chart(code, width, room - notes, plain=plain)
    note = paragraph(Run(chart.note, "muted"), width=width) if noted and chart.note else []
    return [*chart.rows, *note]


def map_beside(
    code: str,
    right: list[Row],
    width: int,
    column: int,
    room: int,
    *,
    plain: bool = False,
    noted: bool = True,
) -> list[Row]:
    """The map in `room` rows beside `right`, which is `column` cells wide.

    The note stands below `right` where it has the room, so that the map has all of its own.
    """
    size = max(room, len(right), _LEAST)
    chart = draw_chart(code, width, size, plain=plain)
    if not noted or not chart.note:
        return beside(chart.rows, width, right, _GAP)
    noted_right = [*right, BLANK, *paragraph(Run(chart.note, "muted"), width=column)]
    below = map_above(code, width, size, plain=plain)
    if len(noted_right) > max(size, len(below)):
        return beside(below, width, right, _GAP)
    chart = draw_chart(code, width, max(size, len(noted_right)), plain=plain)
    return beside(chart.rows, width, noted_right, _GAP)


def draw_chart(code: str, width: int, height: int, *, plain: bool) -> Chart:
    """The country's surroundings in `height` rows, at least seven and at most twenty.

    A country outside the map is said to be so, since nothing can be lit then.
    """
    if code not in countries():
        words = Run("(This country lies outside the map.)", "muted")
        return Chart(paragraph(words, width=width))
    width = min(width, _WIDEST)
    height = max(_LEAST, min(height, _MOST))
    view = view_for(code, width, height)
    if plain:
        lines = draw_plain(width, height, (code,), view=view, mark=code, tinted=True)
        rows = [Row((Run(line),)) for line in lines]
        disputed = any(":" in line for line in lines)
        note = PLAIN_NOTE
    else:
        drawn = draw(width, height, {code: LIT}, view=view, mark=code, tinted=("land",))
        rows = [
            Row(tuple(Run(run.text, f"map:{run.upper}:{run.lower}") for run in line))
            for line in drawn
        ]
        disputed = any(DISPUTED_CLASS in run[1:] for line in drawn for run in line)
        note = NOTE
    return Chart(rows, note if disputed else "")
