"""The countries on the map and the raster of their shapes, read when first asked for.

Two tables of text, `countries.tsv` by hand and `shapes.tsv` made, and the raster
`world.bin`, made: five bytes of name and version, then a zlib stream of the runs
of equal cells, row by row from the north. For a grid of h rows and n runs it
holds h two-byte counts of runs (low bytes first, then high bytes), n indices,
n low and n high bytes of the runs' lengths.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate
from operator import mul
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from quizapp.atlas.view import GRID, View

SEA = 0
DISPUTED = 1
LAND = 2
"""Land of no country that is listed."""
FIRST = 3
"""The index of the first listed country."""

DISPUTED_CODE = "?"
"""What `code_at` says of disputed land: a code that no country has."""

MAGIC = b"ATLS1"

_HERE = Path(__file__).parent


class Country(NamedTuple):
    """A country on the map.

    `capital` is "" where it is in dispute, and `capital_place` None where it is in
    dispute or outside the map. Places are (longitude, latitude) in degrees. `label`
    is the widest spot of its largest part, `box` its main parts, `cells` its size on
    the raster. No two neighbours share a `tint`, a number from 0 to 3.
    """

    code: str
    number: str
    name: str
    capital: str
    capital_place: tuple[float, float] | None
    region: str
    coasts: tuple[str, ...]
    label: tuple[float, float]
    box: View
    cells: int
    tint: int
    neighbours: tuple[str, ...]


class Raster:
    """The country index of every cell, kept as runs; a row is laid out when asked for."""

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            raise ValueError("not a raster of the world in this version's format")
        runs = zlib.decompress(data[len(MAGIC) :])
        rows = GRID.height
        counts = map(_wide, runs[:rows], runs[rows : 2 * rows])
        self._ends = (0, *accumulate(counts))
        size = self._ends[-1]
        self._indices, self._low, self._high = (
            runs[start : start + size] for start in range(2 * rows, len(runs), size)
        )

    def row(self, y: int) -> bytes:
        """The indices of a row's cells from west to east, rows counted from the north."""
        runs = slice(self._ends[y], self._ends[y + 1])
        lengths = map(_wide, self._low[runs], self._high[runs])
        return b"".join(map(mul, map(_ONE.__getitem__, self._indices[runs]), lengths))


_ONE = tuple(bytes((index,)) for index in range(256))


@lru_cache(maxsize=1)
def raster() -> Raster:
    """The map's raster, read once."""
    return Raster((_HERE / "world.bin").read_bytes())


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """Every country on the map by its ISO 3166 alpha-2 code, in the raster's order."""
    shapes = {row[0]: row[1:] for row in read_table(_HERE / "shapes.tsv")}
    rows = read_table(_HERE / "countries.tsv")
    return MappingProxyType({row[0]: _country(row, shapes[row[0]]) for row in rows})


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The countries' codes in the raster's order: index FIRST + i is the i-th."""
    return tuple(countries())


def index_of(code: str) -> int:
    """The raster's index of a country. Raises KeyError for a code that is not on the map."""
    try:
        return codes().index(code) + FIRST
    except ValueError:
        raise KeyError(code) from None


def code_of(index: int) -> str:
    """The code of an index; "" for sea and unlisted land, DISPUTED_CODE for disputed land."""
    if index >= FIRST:
        return codes()[index - FIRST]
    return DISPUTED_CODE if index == DISPUTED else ""


def code_at(lon: float, lat: float) -> str:
    """Whose land lies at a place: as `code_of`, and "" outside the map."""
    x, y = int((lon - GRID.west) * GRID.per_degree), int((GRID.north - lat) * GRID.per_degree)
    inside = 0 <= x < GRID.width and 0 <= y < GRID.height
    return code_of(raster().row(y)[x]) if inside else ""


@lru_cache(maxsize=64)
def cells_of(index: int) -> tuple[tuple[float, float], ...]:
    """The middles of a small country's cells, as (longitude, latitude) in degrees."""
    box, size = countries()[code_of(index)].box, GRID.per_degree
    rows = range(round((GRID.north - box.north) * size), round((GRID.north - box.south) * size))
    return tuple(
        (GRID.west + (x + 0.5) / size, GRID.north - (y + 0.5) / size)
        for y in rows
        for x, cell in enumerate(raster().row(y))
        if cell == index
    )


def read_table(path: Path) -> list[list[str]]:
    """The rows of a tab-separated table below its head; lines that begin with # are comments."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def _wide(low: int, high: int) -> int:
    return low + 256 * high


def _country(row: list[str], shape: list[str]) -> Country:
    code, number, name, capital, lat, lon, region, coasts = row
    label_lon, label_lat, west, south, east, north, cells, tint, neighbours = shape
    return Country(
        code=code,
        number=number,
        name=name,
        capital=capital,
        capital_place=(float(lon), float(lat)) if lon else None,
        region=region,
        coasts=tuple(coasts.split(";")) if coasts else (),
        label=(float(label_lon), float(label_lat)),
        box=View(float(west), float(south), float(east), float(north)),
        cells=int(cells),
        tint=int(tint),
        neighbours=tuple(neighbours.split()),
    )
