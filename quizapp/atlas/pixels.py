"""Which country each pixel of a window shows, and which pixels the small ones are given."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from quizapp.atlas.view import GRID, View, pixel
from quizapp.atlas.world import SEA, cells_of, countries, index_of, raster

Pixels: TypeAlias = tuple[bytes, ...]
Spot: TypeAlias = tuple[int, int]
"""Column and row of a pixel, from 0."""

FEW = 6
"""A country of fewer pixels than this is hard to see."""

_SCATTER = 200
"""A country of at most so many cells is islands or a speck (a cell is about 60 square km)."""

_CLOSE = 1.0
"""Only in views of at most so many degrees a pixel are single islands shown: from farther away
each would be drawn many times too large."""

_SAMPLES = 3
"""Each pixel is decided by this many points across and down."""

_SHARE = 5
_SLIM_SHARE = 4
_SLIM = ("GR", "ID", "IT", "JP", "KP", "KR", "LK", "MY", "PH", "TW", "VN")
"""Of a pixel's nine points so many must be land; fewer where narrow islands and peninsulas
would fall apart."""


@lru_cache(maxsize=16)
def sample(view: View, width: int, height: int) -> Pixels:
    """The country index of each of `width` x `height` pixels of a view that is fitted already."""
    if width < 1 or height < 1:
        return ()
    step_x = (view.east - view.west) / width / _SAMPLES
    step_y = (view.north - view.south) / height / _SAMPLES
    columns = [
        _clamp((view.west - GRID.west + (i + 0.5) * step_x) * GRID.per_degree, GRID.width)
        for i in range(width * _SAMPLES)
    ]
    # With a column to spare: an itemgetter of one item would give it bare.
    points: list[Callable[[bytes], tuple[int, ...]]] = [
        itemgetter(*columns[k::_SAMPLES], GRID.width) for k in range(_SAMPLES)
    ]
    lines = [
        _clamp((GRID.north - view.north + (i + 0.5) * step_y) * GRID.per_degree, GRID.height)
        for i in range(height * _SAMPLES)
    ]
    return tuple(
        _pixels(lines[top : top + _SAMPLES], points)[:width]
        for top in range(0, height * _SAMPLES, _SAMPLES)
    )


def _pixels(lines: list[int], points: list[Callable[[bytes], tuple[int, ...]]]) -> bytes:
    """One row of pixels out of the sampled rows of cells, each with a cell of sea added."""
    empty = bytes(GRID.width + 1)
    rows = [raster().row(y) + b"\0" if y < GRID.height else empty for y in lines]
    return bytes(map(_most, zip(*[point(row) for row in rows for point in points], strict=True)))


@lru_cache(maxsize=4096)
def _most(points: tuple[int, ...]) -> int:
    """The commonest index. Land counts together against the sea, and needs less if it is slim."""
    land = [point for point in points if point]
    if not land:
        return SEA
    most = max(land, key=land.count)
    share = _SLIM_SHARE if most in _slim() else _SHARE
    return most if len(land) >= share else SEA


@lru_cache(maxsize=1)
def _slim() -> frozenset[int]:
    return frozenset(map(index_of, _SLIM))


def _clamp(place: float, size: int) -> int:
    """A cell's number, or `size` for a place off the grid."""
    return int(place) if 0 <= place < size else size


def is_faint(code: str, pixels: Pixels) -> bool:
    """Whether so few pixels fell to a country that it is hard to see."""
    index = index_of(code)
    return sum(row.count(index) for row in pixels) < FEW


def kept(codes: Collection[str], pixels: Pixels, view: View) -> dict[Spot, str]:
    """The pixels of those countries that are hard to see, with what they are given besides.

    From nearby, a scatter of islands gets each pixel that holds a cell of it; any other
    country that no pixel fell to gets the one at its label. Where another has these, it gets one
    beside them, as long as there is room.
    """
    faint = [code for code in codes if is_faint(code, pixels)]
    found = {spot: code for code in faint for spot in _spots(index_of(code), pixels)}
    for code in faint:
        shown = code in found.values()
        if shown and countries()[code].cells > _SCATTER:
            continue
        wanted = _wanted(code, pixels, view)
        free = wanted - found.keys()
        if not free and not shown:
            free = _beside(wanted, found, pixels)
        found.update(dict.fromkeys(free, code))
    return found


def _spots(index: int, pixels: Pixels) -> Iterator[Spot]:
    for y, row in enumerate(pixels):
        if index in row:
            yield from ((x, y) for x, other in enumerate(row) if other == index)


def _wanted(code: str, pixels: Pixels, view: View) -> set[Spot]:
    """The pixel at a country's label and, for a scatter seen closely, those at its cells."""
    country = countries()[code]
    width, height = len(pixels[0]) if pixels else 0, len(pixels)
    places = [country.label]
    if country.cells <= _SCATTER and view.north - view.south <= _CLOSE * height:
        places += cells_of(index_of(code))
    spots = (pixel(*place, view, width, height) for place in places)
    return {spot for spot in spots if spot}


def _beside(spots: set[Spot], taken: Collection[Spot], pixels: Pixels) -> set[Spot]:
    """One free pixel next to some others, on the sea if there is one."""
    near = {
        (x + dx, y + dy)
        for x, y in spots
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        if 0 <= y + dy < len(pixels) and 0 <= x + dx < len(pixels[0])
    }
    free = sorted(near.difference(taken), key=lambda spot: (pixels[spot[1]][spot[0]] != SEA, spot))
    return set(free[:1])
