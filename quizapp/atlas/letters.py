"""The map in letters, to be read without colour; and where a country's own letters fit onto it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quizapp.atlas.draw import PLAIN_DISPUTED, PLAIN_LAND, PLAIN_SEA
from quizapp.atlas.pixels import kept, sample
from quizapp.atlas.view import View, fit, pixel
from quizapp.atlas.world import DISPUTED, SEA, countries, index_of


def draw_letters(width: int, height: int, letters: Mapping[str, str], *, view: View) -> list[str]:
    """The map in `height` lines of `width` ASCII characters.

    `letters` gives countries a character by their code; each keeps at least one, if the view
    holds it. The rest is "." for other land, ":" for disputed land and a space for the sea.
    Raises KeyError for a code that is not on the map.
    """
    shown = fit(view, width, 2 * height)
    pixels = sample(shown, width, height)
    table = bytearray(PLAIN_LAND.encode() * 256)
    table[SEA], table[DISPUTED] = ord(PLAIN_SEA), ord(PLAIN_DISPUTED)
    for code, letter in letters.items():
        table[index_of(code)] = ord(letter)
    rows = [bytearray(row.translate(table)) for row in pixels]
    for (x, y), code in kept(letters, pixels, shown).items():
        rows[y][x] = ord(letters[code])
    return [row.decode("ascii") for row in rows]


def places_for_codes(
    width: int, height: int, codes: Collection[str], *, view: View
) -> dict[tuple[int, int], str]:
    """Where a country's two letters fit onto its own land: (column, line) of the first one.

    Countries too small for them are left out. Raises KeyError for a code not on the map.
    """
    shown = fit(view, width, 2 * height)
    pixels = sample(shown, width, 2 * height)
    found = {}
    for code in codes:
        spot = pixel(*countries()[code].label, shown, width, 2 * height)
        if spot is None:
            continue
        index, line = index_of(code), spot[1] // 2
        for column in (spot[0], spot[0] - 1):
            cells = [row[column : column + 2] for row in pixels[2 * line : 2 * line + 2]]
            if column >= 0 and all(cell == bytes((index, index)) for cell in cells):
                found[column, line] = code
                break
    return found
