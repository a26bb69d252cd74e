"""Where a country is: the view onto it, its cell on the drawn map, and a description in words."""

from __future__ import annotations

from quizapp.atlas.pixels import sample
from quizapp.atlas.view import WHOLE, View, around, fit, pixel
from quizapp.atlas.world import Country, code_of, countries

_LEAST_HEIGHT = 13.0
_LEAST_ISLAND_HEIGHT = 22.0
"""Degrees; islands need more around them to be recognised by."""

_INLAND = ("Caspian Sea",)

_WITH_ARTICLE = frozenset(
    ("AE", "CD", "CF", "CG", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US")
)


def view_for(code: str, width: int, height: int) -> View:
    """A view for `width` x `height` cells that shows a country with its surroundings.

    Raises KeyError for a code that is not on the map.
    """
    country = countries()[code]
    least = _LEAST_HEIGHT if country.neighbours else _LEAST_ISLAND_HEIGHT
    return around(country.box, width, 2 * height, least=least)


def code_under(column: int, line: int, width: int, height: int, *, view: View = WHOLE) -> str:
    """The country at a cell of the drawn map; "" on the sea, "?" on disputed land.

    Of a cell's two pixels the upper one counts, or the lower where that is sea.
    Raises IndexError outside the map's cells.
    """
    pixels = sample(fit(view, width, 2 * height), width, 2 * height)
    return code_of(pixels[2 * line][column] or pixels[2 * line + 1][column])


def cell_of(code: str, width: int, height: int, *, view: View = WHOLE) -> tuple[int, int] | None:
    """Column and line of the cell for a country's label; None where the view leaves it out.

    Raises KeyError for a code that is not on the map.
    """
    spot = pixel(*countries()[code].label, fit(view, width, 2 * height), width, 2 * height)
    return (spot[0], spot[1] // 2) if spot else None


def describe(code: str) -> str:
    """Where a country lies, in a sentence or two that do not name it.

    Neighbours are those that it touches on the ground, whoever claims that ground. Of a
    code that is not on the map it says so.
    """
    country = countries().get(code)
    if country is None:
        return "A country outside this map."
    return " ".join(filter(None, (_lie(country), _neighbours(country))))


def _lie(country: Country) -> str:
    inland = [sea for sea in country.coasts if sea in _INLAND]
    open_sea = [sea for sea in country.coasts if sea not in _INLAND]
    if not open_sea:
        shore = f" on the {inland[0]}" if inland else ""
        return f"A landlocked country in {country.region}{shore}."
    kind = "A country" if country.neighbours else "An island country"
    coasts = _listed([f"the {sea}" for sea in country.coasts])
    return f"{kind} in {country.region}, on {coasts}."


def _neighbours(country: Country) -> str:
    names = [_with_article(countries()[code]) for code in country.neighbours]
    if not names:
        return ""
    if len(names) == 1:
        return f"Its only neighbour on land is {names[0]}."
    return f"It borders {_listed(sorted(names, key=lambda name: name.removeprefix('the ')))}."


def _with_article(country: Country) -> str:
    return f"the {country.name}" if country.code in _WITH_ARTICLE else country.name


def _listed(items: list[str]) -> str:
    *others, last = items
    return f"{', '.join(others)} and {last}" if others else last
