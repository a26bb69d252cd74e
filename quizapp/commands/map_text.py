"""The members' map as lines of text: in letters for any reader, or in a terminal's own colours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from quizapp.atlas import membership
from quizapp.atlas.draw import DISPUTED_CLASS, HATCH, NOTE, PLAIN_NOTE, Run, draw
from quizapp.atlas.letters import draw_letters, places_for_codes
from quizapp.atlas.membership import VIEW, Group, Status, Step

LETTERS = {
    Status.FIVE: "f",
    Status.MEMBER: "m",
    Status.OBSERVER: "o",
    Status.DIALOGUE: "d",
    Status.PARTNER: "p",
}
_COLOURS = {
    Status.FIVE: (33, 32, 39, 38),
    Status.MEMBER: (33, 32, 39, 38),
    Status.OBSERVER: (71, 72, 77, 78),
    Status.DIALOGUE: (178, 179, 172, 173),
    Status.PARTNER: (178, 179, 172, 173),
}
"""Four shades of each status among a terminal's 256 colours, none near black or white."""
_LAND = (243, 245, 247, 249)
_DISPUTED, _INK, _SEA = 250, 16, -1
_WIDEST = 110
_CAME = ", by when each came as observer or dialogue partner"
_UPPER, _LOWER = "▀", "▄"


def lines(day: date, width: int, *, coloured: bool) -> Iterator[str]:
    """The map, what its signs mean, who is what, and what the map does not decide."""
    width = max(min(width, _WIDEST), 20)
    groups = membership.groups(day)
    known = membership.what_is_known(day)
    yield f"The SCO on {day.day} {day:%B} {day.year}"
    if known:
        yield from wrap(known, width)
    yield ""
    steps = {step.code: step for group in groups for step in group.steps}
    height = max(width * 3 // 10, 8)
    drawn = _coloured if coloured else _letters
    yield from drawn(steps, width, height)
    yield ""
    for group in groups:
        yield from _told(group, width, coloured=coloured)
    yield from wrap(NOTE if coloured else PLAIN_NOTE, width)


def _told(group: Group, width: int, *, coloured: bool) -> Iterator[str]:
    """A group by name, its sign on the map, and its countries with the day each came."""
    sign = LETTERS[group.status]
    if coloured:
        sign = f"\x1b[38;5;{_COLOURS[group.status][0]}m█\x1b[0m"
    came = any(membership.joined(step) is not step for step in group.steps)
    yield f"{sign} {group.title}{_CAME if came else ''}"
    names = [
        f"{step.code} {membership.name_of(step.code)} ({membership.when(membership.joined(step))})"
        # Each entry stays whole when the line is broken.
        .replace(" ", "\u00a0")
        for step in group.steps
    ]
    for line in wrap(", ".join(names), width - 2):
        yield f"  {line}".replace("\u00a0", " ")
    yield ""


def _letters(steps: dict[str, Step], width: int, height: int) -> Iterator[str]:
    signs = {code: LETTERS[step.status] for code, step in steps.items()}
    drawn = draw_letters(width, height, signs, view=VIEW)
    for (column, line), code in places_for_codes(width, height, steps, view=VIEW).items():
        drawn[line] = drawn[line][:column] + code + drawn[line][column + 2 :]
    return (line.rstrip() for line in drawn)


def _coloured(steps: dict[str, Step], width: int, height: int) -> Iterator[str]:
    classes = {code: step.status.name for code, step in steps.items()}
    tinted = ("land", *(status.name for status in Status))
    drawn = draw(width, height, classes, view=VIEW, tinted=tinted)
    places = places_for_codes(width, height, steps, view=VIEW)
    for number, line in enumerate(drawn):
        codes = {column: code for (column, row), code in places.items() if row == number}
        yield "".join(_cells(line, codes)).rstrip(" ") + "\x1b[0m"


def _cells(line: tuple[Run, ...], codes: dict[int, str]) -> Iterator[str]:
    """The line cell by cell, so that letters can stand on it."""
    column = 0
    written = ""
    for run in line:
        upper, lower = _colour(run.upper), _colour(run.lower)
        for _ in run.text:
            written = codes.get(column, written)
            if written:
                yield f"\x1b[1;38;5;{_INK};48;5;{lower}m{written[0]}\x1b[0m"
                written = written[1:]
            else:
                yield _cell(run, upper, lower)
            column += 1


def _cell(run: Run, upper: int, lower: int) -> str:
    if DISPUTED_CLASS in (run.upper, run.lower):
        return f"\x1b[38;5;{_DISPUTED};48;5;{_LAND[0]}m{HATCH}\x1b[0m"
    if upper == lower == _SEA:
        return " "
    if lower == _SEA:
        return f"\x1b[38;5;{upper}m{_UPPER}\x1b[0m"
    if upper == _SEA:
        return f"\x1b[38;5;{lower}m{_LOWER}\x1b[0m"
    return f"\x1b[38;5;{upper};48;5;{lower}m{_UPPER}\x1b[0m"


def _colour(name: str) -> int:
    """The colour of a map class, e.g. "MEMBER-2"; -1 for the sea, which has none."""
    base, _, tint = name.partition("-")
    if base == "sea":
        return _SEA
    shades = _COLOURS[Status[base]] if base in Status.__members__ else _LAND
    return shades[int(tint or 0)]
