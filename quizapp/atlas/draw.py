"""The map as runs of text with classes, or as plain lines: pure drawing, no screen.

In colour every character cell is two square pixels, one above the other: the upper
half block, with the upper pixel's class as its foreground and the lower one's as its
background. Disputed land is hatched by a shade character.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import groupby
from typing import NamedTuple, TypeAlias

from quizapp.atlas.pixels import is_faint, kept, sample
from quizapp.atlas.view import WHOLE, View, fit, pixel
from quizapp.atlas.world import DISPUTED, FIRST, LAND, SEA, countries, index_of

SEA_CLASS = "sea"
LAND_CLASS = "land"
DISPUTED_CLASS = "disputed"
MARK_CLASS = "mark"

HALF = "▀"
HATCH = "▒"
MARK = "●"

PLAIN_SEA = " "
PLAIN_LAND = "."
PLAIN_TINTS = ".,-'"
PLAIN_LIT = "#"
PLAIN_DISPUTED = ":"
PLAIN_MARK = "@"

NOTE = "Hatched areas are disputed; the map decides no border."
PLAIN_NOTE = "Areas of : are disputed; the map decides no border."


class Run(NamedTuple):
    """Equal cells side by side: `upper` is the foreground's class, `lower` the background's."""

    text: str
    upper: str
    lower: str


Line: TypeAlias = tuple[Run, ...]


def draw(
    width: int,
    height: int,
    classes: Mapping[str, str],
    *,
    view: View = WHOLE,
    mark: str = "",
    tinted: Collection[str] = (),
) -> tuple[Line, ...]:
    """The map in `height` lines of `width` cells each.

    `classes` gives countries a class by their code; the rest is "sea", "land" or
    "disputed". A country with a class keeps at least a pixel, if the view holds it;
    `mark` names a country that gets a marker of class "mark" where it is hard to see.
    Of a class named in `tinted` each country gets one of four shades that no neighbour
    has: "land" becomes "land-0" to "land-3", and "land" itself stays for land of no
    listed country and behind the hatching. An empty screen has no lines.
    Raises KeyError for a code that is not on the map.
    """
    shown = fit(view, width, 2 * height)
    pixels = sample(shown, width, 2 * height)
    names, table = _palette(classes, tinted)
    rows = [bytearray(row.translate(table)) for row in pixels]
    for (x, y), code in kept(classes, pixels, shown).items():
        rows[y][x] = table[index_of(code)]
    lines = [_line(upper, lower, names) for upper, lower in zip(rows[::2], rows[1::2], strict=True)]
    if mark and is_faint(mark, pixels):
        spot = pixel(*countries()[mark].label, shown, width, 2 * height)
        if spot:
            lines[spot[1] // 2] = _marked(lines[spot[1] // 2], spot[0])
    return tuple(lines)


def draw_plain(
    width: int,
    height: int,
    lit: Collection[str],
    *,
    view: View = WHOLE,
    mark: str = "",
    tinted: bool = False,
) -> list[str]:
    """The map in `height` lines of `width` ASCII characters, to be read without colour.

    `#` is a lit country, `.` other land, `:` disputed land; `mark` names a country
    that gets an `@` where it is hard to see. With `tinted`, other land is one of
    `.,-'`, so that neighbours can be told apart. Raises KeyError for a code that is
    not on the map.
    """
    shown = fit(view, width, 2 * height)
    pixels = sample(shown, width, height)
    table = bytearray(PLAIN_LAND.encode() * 256)
    table[SEA], table[DISPUTED] = ord(PLAIN_SEA), ord(PLAIN_DISPUTED)
    if tinted:
        tints = (country.tint for country in countries().values())
        table[FIRST : FIRST + len(countries())] = bytes(ord(PLAIN_TINTS[tint]) for tint in tints)
    for code in lit:
        table[index_of(code)] = ord(PLAIN_LIT)
    rows = [bytearray(row.translate(table)) for row in pixels]
    for x, y in kept(lit, pixels, shown):
        rows[y][x] = ord(PLAIN_LIT)
    if mark and is_faint(mark, pixels):
        spot = pixel(*countries()[mark].label, shown, width, height)
        if spot:
            rows[spot[1]][spot[0]] = ord(PLAIN_MARK)
    return [row.decode("ascii") for row in rows]


def _palette(classes: Mapping[str, str], tinted: Collection[str]) -> tuple[list[str], bytes]:
    """The classes' names, and the table that turns an index into its class's number."""
    numbers = {SEA_CLASS: SEA, DISPUTED_CLASS: DISPUTED, LAND_CLASS: LAND}
    table = bytearray([LAND]) * 256
    table[SEA], table[DISPUTED] = SEA, DISPUTED
    for index, (code, country) in enumerate(countries().items(), FIRST):
        name = classes.get(code, LAND_CLASS)
        if name in tinted:
            name = f"{name}-{country.tint}"
        table[index] = numbers.setdefault(name, len(numbers))
    return list(numbers), bytes(table)


def _line(upper: bytearray, lower: bytearray, names: list[str]) -> Line:
    runs = []
    for (above, below), cells in groupby(zip(upper, lower, strict=True)):
        size = len(list(cells))
        if above != below:
            runs.append(Run(HALF * size, names[above], names[below]))
        elif above == DISPUTED:
            runs.append(Run(HATCH * size, DISPUTED_CLASS, LAND_CLASS))
        else:
            runs.append(Run(" " * size, names[above], names[above]))
    return tuple(runs)


def _marked(line: Line, column: int) -> Line:
    """The line with the marker in one of its cells."""
    runs: list[Run] = []
    start = 0
    for text, upper, lower in line:
        at = column - start
        start += len(text)
        if 0 <= at < len(text):
            parts = (
                Run(text[:at], upper, lower),
                Run(MARK, MARK_CLASS, lower),
                Run(text[at + 1 :], upper, lower),
            )
            runs += [part for part in parts if part.text]
        else:
            runs.append(Run(text, upper, lower))
    return tuple(runs)
