"""The map's grid and windows onto it: plain numbers, in degrees.

The grid is plain latitude and longitude. A window is given the shape of the
screen by the cosine of its middle latitude, so a country looks right wherever
it lies. Longitudes run past 180 so that Chukotka stays attached.
"""

from __future__ import annotations

from math import cos, radians
from typing import NamedTuple


class Grid(NamedTuple):
    """A raster's frame: its western and northern edge in degrees, its cells, cells per degree."""

    west: float
    north: float
    width: int
    height: int
    per_degree: int


class View(NamedTuple):
    """A window onto the map, in degrees; longitudes east of the seam count on past 180."""

    west: float
    south: float
    east: float
    north: float


GRID = Grid(west=-25, north=82, width=216 * 12, height=94 * 12, per_degree=12)

WORLD = View(-25, -12, 191, 82)
"""As far as the raster goes: from Iceland to the Bering Strait, from Java to the polar islands."""

WHOLE = View(-11, -2, 191, 79)
"""All of Eurasia, from Ireland to Chukotka and from the Maldives to the Taymyr."""

_MOST_STRETCH = 1.3
_SLACK = 1.2
"""The whole map rather stretches by this much than show more of the oceans."""

_ROUNDS = 200
_CLOSE = 1e-8
"""A window's middle and so its shape move as it grows, round after round, until it stands still
to within this many degrees; a few rounds do on any screen that a map can be seen on.
"""

_SURROUNDINGS = 1.7


def fit(view: View, width: int, height: int) -> View:
    """The window that really fills `width` x `height` square pixels.

    It widens or heightens to the screen's shape as far as the map goes, then
    stretches a little, and beyond that shows empty sea around the map.
    """
    shape = max(width, 1) / max(height, 1)
    slack = _SLACK if view == WHOLE else 1.0
    for _ in range(_ROUNDS):
        before, view = view, _fit_once(view, shape, slack)
        if max(abs(new - old) for new, old in zip(view, before, strict=True)) < _CLOSE:
            break
    return view


def around(box: View, width: int, height: int, *, least: float) -> View:
    """A window of `width` x `height` pixels that shows `box` with what surrounds it.

    It is at least `least` degrees high.
    """
    tall = max((box.north - box.south) * _SURROUNDINGS, least)
    wide = max((box.east - box.west) * _SURROUNDINGS, tall)
    south, north = _centre(box.south, box.north, tall)
    west, east = _centre(box.west, box.east, wide)
    south, north = _inside(south, north, WORLD.south, WORLD.north)
    west, east = _inside(west, east, WORLD.west, WORLD.east)
    return fit(View(west, south, east, north), width, height)


def pixel(lon: float, lat: float, view: View, width: int, height: int) -> tuple[int, int] | None:
    """Column and row, from 0, of the pixel at a place; None outside the window."""
    x = int((lon - view.west) / (view.east - view.west) * width // 1)
    y = int((view.north - lat) / (view.north - view.south) * height // 1)
    return (x, y) if 0 <= x < width and 0 <= y < height else None


def _fit_once(view: View, shape: float, slack: float) -> View:
    west, south, east, north = view
    squeeze = _squeeze(south, north)
    if (east - west) * squeeze < shape * (north - south):
        wanted = shape * (north - south) / squeeze
        west, east = _grow(west, east, wanted / slack, WORLD.west, WORLD.east)
        west, east = _centre(west, east, max(east - west, wanted / _MOST_STRETCH))
    else:
        wanted = (east - west) * squeeze / shape
        south, north = _grow(south, north, wanted / slack, WORLD.south, WORLD.north)
        south, north = _centre(south, north, max(north - south, wanted / _MOST_STRETCH))
    return View(west, south, east, north)


def _squeeze(south: float, north: float) -> float:
    """How wide a degree is beside its height, a little north of the window's middle."""
    return cos(radians((south + north) / 2 + (north - south) / 12))


def _centre(low: float, high: float, size: float) -> tuple[float, float]:
    middle = (low + high) / 2
    return middle - size / 2, middle + size / 2


def _inside(low: float, high: float, least: float, most: float) -> tuple[float, float]:
    """The same span moved, or cut, to lie within `least` and `most`."""
    size = min(high - low, most - least)
    low = min(max(low, least), most - size)
    return low, low + size


def _grow(low: float, high: float, size: float, least: float, most: float) -> tuple[float, float]:
    """The span widened about its middle, as far as the map goes; never narrowed."""
    if size <= high - low or low < least or high > most:
        return low, high
    return _inside(*_centre(low, high, size), least, most)
