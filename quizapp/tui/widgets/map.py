"""The map of a map question: the country lit among its neighbours."""

from __future__ import annotations

from quizapp.atlas.draw import DISPUTED_CLASS, NOTE, PLAIN_NOTE, draw, draw_plain
from quizapp.atlas.places import view_for
from quizapp.atlas.world import countries
from quizapp.tui.widgets.rows import Row, Run, breaks, paragraph

LIT = "lit"
_LEAST, _MOST = 7, 20
_WIDEST = 76


def map_rows(
    code: str, width: int, room: int, *, plain: bool = False, noted: bool = True
) -> list[Row]:
    """The country's surroundings in about `room` rows, at least seven.

    `plain` is without colour; without `noted` the words on disputed land are left out.
    A country outside the map is said to be so, since nothing can be lit then.
    """
    if code not in countries():
        return paragraph(Run("(This country lies outside the map.)", "muted"), width=width)
    width = min(width, _WIDEST)
    # The note is wanted only where land is hatched, which shows when the map is drawn.
    notes = len(breaks(NOTE, width)) if noted else 0
    height = max(_LEAST, min(room - notes, _MOST))
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
    return [*rows, *(paragraph(Run(note, "muted"), width=width) if disputed and noted else ())]
