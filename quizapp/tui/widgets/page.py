"""The page: question, sheet and verdict laid out for the room there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.question import Form, TextAnswer
from quizapp.tui.widgets.rows import BLANK, Row, Run, beside, buttons, paragraph
from quizapp.tui.widgets.sheet import Spacing, Spot, TextSheet
from quizapp.tui.widgets.when import when_text

if TYPE_CHECKING:
    from quizapp.study import Judged
    from quizapp.tui.widgets.sheet import Sheet

WIDE = 92
"""Columns from which the verdict stands beside the question."""
TALL = 30
"""Rows from which there is room between options."""
_COLUMN = 84
_ROOM_BESIDE = 50
_MAP_WIDTH = 40
_GAP = Run("   │   ", "rule")
_ROOMY = 10**3
"""Blank rows: as many as there are places for."""


class Matter(NamedTuple):
    """What the page is about: a question with its sheet and, once judged, the verdict."""

    sheet: Sheet
    badge: str = ""
    judged: Judged | None = None
    source: str = ""
    note: str = ""
    own: str = ""
    whole: bool = False
    """True where all that the answer rests on is shown, and not one line of it."""
    plain: bool = False
    """True where there are no colours to draw a map with."""


class Page(NamedTuple):
    """The rows of a page. `spot` is where the text field stands, None where none is wanted.

    `first` and `last` bound the rows that must be seen of a verdict. `cut`: the answer rests on
    more than one line tells.
    """

    rows: list[Row]
    spot: Spot | None = None
    first: int = 0
    last: int = 0
    cut: bool = False


class Said(NamedTuple):
    """A verdict in words. The first `seen` rows must be seen; then comes what it rests on."""

    rows: list[Row]
    seen: int
    cut: bool


def lay_out(matter: Matter, width: int, height: int) -> Page:
    """The page at `width` columns, for a window of `height` rows.

    In a tall window it begins further down, where it has the room; in a wide one a rule stands
    between question and verdict from top to bottom.
    """
    wide = width >= WIDE
    wanted = (height - TALL) // 2 + 2 if height >= TALL else 0
    page = (_wide if wide else _narrow)(matter, width, height - wanted)
    drop = max(0, min(wanted, height - len(page.rows)))
    spot = page.spot._replace(row=page.spot.row + drop) if page.spot else None
    empty = beside([BLANK], _left(width), [], _GAP) if wide else [BLANK]
    below = empty * (height - drop - len(page.rows)) if wide else []
    rows = [*empty * drop, *page.rows, *below]
    return Page(rows, spot, page.first + drop, page.last + drop, page.cut)


def _left(width: int) -> int:
    """How wide the question is in a wide window."""
    return round((width - len(_GAP.text)) * 0.56)


def _narrow(matter: Matter, width: int, height: int) -> Page:
    width = min(width, _COLUMN)
    column = _beside_map(matter, width)
    if matter.judged is None:
        return Page(*_asking(matter, width, height, column))
    # Blank rows go first, then what of the question is not needed, until it fits the window.
    brief = _said(matter._replace(whole=False), matter.judged, width, 0)
    room = height - len(brief.rows) - 1
    for spacing in (Spacing.PLAIN, Spacing.BRIEF):
        rows = _judged(matter, matter.judged, width, room, column, spacing)
        if len(rows) <= room:
            break
    # What is asked for in whole comes below all else, which stays where it is.
    said = _said(matter, matter.judged, width, max(room - len(rows), 0))
    rows.append(BLANK)
    return Page([*rows, *said.rows], None, len(rows), len(rows) + said.seen, said.cut)


def _wide(matter: Matter, width: int, height: int) -> Page:
    left = _left(width)
    right = width - left - len(_GAP.text)
    if matter.judged is None:
        rows, spot = _asking(matter, left, height, 0)
        return Page(beside(rows, left, _tips(matter, right), _GAP), spot)
    said = _said(matter, matter.judged, right, _ROOMY)
    rows = _judged(matter, matter.judged, left, height, 0)
    return Page(beside(rows, left, said.rows, _GAP), None, 0, said.seen, said.cut)


def _head(matter: Matter, width: int, spacing: Spacing = Spacing.PLAIN) -> list[Row]:
    """How to answer, of when the fact is, the question itself, and the author's hint.

    A brief verdict needs the question alone.
    """
    prompt = matter.sheet.asked.prompt
    brief = spacing is Spacing.BRIEF
    rows: list[Row] = []
    if not brief:
        words = [Run(matter.sheet.instruction, "muted")]
        if matter.badge:
            words = [Run(matter.badge, "accent"), Run("  ·  ", "muted"), *words]
        when = when_text(matter.sheet.asked) if matter.judged is None else ""
        if when:
            words.append(Run(f"  ·  {when}", "muted"))
        rows += [*paragraph(*words, width=width), BLANK]
    if prompt.ask:
        rows += [*paragraph(Run(prompt.ask, "ask"), width=width), BLANK]
    if prompt.hint and not brief:
        rows += [*paragraph(Run(f"Hint: {prompt.hint}", "muted"), width=width), BLANK]
    return rows


def _asking(matter: Matter, width: int, height: int, column: int) -> tuple[list[Row], Spot | None]:
    """The question with its sheet; `column` is the sheet's width beside a map, 0 for below it."""
    sheet = matter.sheet
    head = _head(matter, width)
    if column:
        # Beside the map stands all that is below the sheet as well: the map has the whole height.
        tail = [BLANK, *_notice(sheet, column), *buttons(sheet.buttons, column)]
        rows = [*sheet.rows(column), *tail]
        body, down, along = _with_map(matter, rows, width, height - len(head) - 1, column)
        return [*head, *body], _spot(sheet, len(head) + down, along)
    tail = [BLANK, *_notice(sheet, width), *buttons(sheet.buttons, width)]
    room = height - len(head) - len(tail)
    body = sheet.rows(column or width)
    if _has_room(matter, body, room):
        body = sheet.rows(column or width, Spacing.AIRY)
    # A row stays free between the last button and the keys.
    body, down, along = _with_map(matter, body, width, room - 1, column)
    return [*head, *body, *tail], _spot(sheet, len(head) + down, along)


def _notice(sheet: Sheet, width: int) -> list[Row]:
    """The sheet's sentence on the last key, with a blank row below."""
    if not sheet.notice:
        return []
    return [*paragraph(Run(sheet.notice, "nearly"), width=width), BLANK]


def _spot(sheet: Sheet, down: int, along: int) -> Spot | None:
    """Where the sheet's field stands on the page; None where it has none."""
    if not isinstance(sheet, TextSheet):
        return None
    return sheet.spot._replace(row=sheet.spot.row + down, column=sheet.spot.column + along)


def _judged(
    matter: Matter,
    judged: Judged,
    width: int,
    room: int,
    column: int,
    spacing: Spacing = Spacing.PLAIN,
) -> list[Row]:
    """The question with its sheet once it is judged."""
    head = _head(matter, width, spacing)
    room -= len(head)
    given = (judged.reply, judged.verdict)
    body = matter.sheet.judged_rows(column or width, *given, spacing)
    if _has_room(matter, body, room):
        body = matter.sheet.judged_rows(column or width, *given, Spacing.AIRY)
    noted = spacing is not Spacing.BRIEF
    # A row stays free between the verdict and the keys.
    return [*head, *_with_map(matter, body, width, room - 1, column, noted)[0]]


def _has_room(matter: Matter, body: list[Row], room: int) -> bool:
    """True where a blank row can stand between options, before the verdict and after it."""
    return room >= TALL - 14 and len(body) <= room // 2 and not _country(matter)


def _said(matter: Matter, judged: Judged, width: int, blanks: int) -> Said:
    """The verdict in words: how it was judged, what to press, and last what it rests on.

    At most `blanks` blank rows stand in it, the first of them before what to press.
    """
    from quizapp.tui.widgets import verdict

    blocks = verdict.said_blocks(judged, width, note=matter.note, own=matter.own)
    lines = verdict.standing(judged, matter.source)
    standing = verdict.standing_rows(lines, width, whole=matter.whole)
    action = len(blocks)
    blocks += [verdict.action_rows(judged, width), *([standing] if standing else [])]
    wanted = [action, *(place for place in range(1, len(blocks)) if place != action)]
    apart = frozenset(wanted[:blanks])
    rows: list[Row] = []
    for place, block in enumerate(blocks):
        rows += [*([BLANK] if place in apart else []), *block]
    seen = len(rows) - (len(standing) + (action + 1 in apart) if standing else 0)
    return Said(rows, seen, verdict.cut_short(lines, width))


def _tips(matter: Matter, width: int) -> list[Row]:
    tips = matter.sheet.tips
    if not tips:
        return []
    column = max(len(key) for key, _ in tips) + 2
    rows = [Row((Run("Keys", "muted"),)), BLANK]
    for key, meaning in tips:
        lead = (Run(key.ljust(column), "key"),)
        rows += paragraph(Run(meaning, "muted"), width=width, lead=lead)
    return rows


def _country(matter: Matter) -> str:
    """The country to light; "" where no map is asked for."""
    asked = matter.sheet.asked
    answer = asked.prompt.answer
    mapped = asked.form is Form.MAP and isinstance(answer, TextAnswer)
    return answer.country if mapped and isinstance(answer, TextAnswer) else ""


def _beside_map(matter: Matter, width: int) -> int:
    """How wide the sheet is that stands beside its map; 0 where it stands below, or has none."""
    if not _country(matter) or not width >= _ROOM_BESIDE:
        return 0
    return max(width - _MAP_WIDTH - 3, width * 2 // 5)


def _with_map(
    matter: Matter, body: list[Row], width: int, room: int, column: int, noted: bool = True
) -> tuple[list[Row], int, int]:
    """`body` with the map it belongs to, and how far down and along the map has moved it.

    `noted` is False where the map's note was read before.
    """
    country = _country(matter)
    if not country:
        return body, 0, 0
    from quizapp.tui.widgets.map import map_above, map_beside

    plain = matter.plain
    if column:
        along = width - column
        rows = map_beside(country, body, along - 3, column, room, plain=plain, noted=noted)
        return rows, 0, along
    chart = map_above(country, width, room - len(body) - 1, plain=plain, noted=noted)
    return [*chart, BLANK, *body], len(chart) + 1, 0
