"""Makes `world.bin` and `shapes.tsv` out of Natural Earth; run by hand, never by the app.

    python -m quizapp.atlas.make_world COUNTRIES DISPUTED LAKES

- COUNTRIES: `countries-10m.json` of world-atlas 2.0.2 (npm), which is Natural Earth 4.1.0,
  admin-0 countries at 1:10m, as TopoJSON.
- DISPUTED: `ne_10m_admin_0_disputed_areas.geojson` of Natural Earth 5.1.
- LAKES: `ne_50m_lakes.geojson` of Natural Earth 5.1.

Natural Earth (naturalearthdata.com) is in the public domain; world-atlas, by Michael Bostock,
is under the ISC licence. The same files give the same bytes with the same zlib.

Natural Earth draws who holds a place. Where two governments claim it, `disputed.tsv` takes it
out of either's colour.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp.atlas.make_outlines import (
    Canvas,
    Outline,
    Ring,
    Topology,
    parse_ring,
    read_polygons,
    read_topology,
)
from quizapp.atlas.make_shapes import Cells, box_of, label_of, neighbours_of, tints_of
from quizapp.atlas.view import GRID
from quizapp.atlas.world import DISPUTED, FIRST, LAND, MAGIC, SEA, read_table

_HERE = Path(__file__).parent

_PART_OF = {
    "Hong Kong": "CN",
    "Macao": "CN",
    "Åland": "FI",
    "Guernsey": "GB",
    "Jersey": "GB",
    "Isle of Man": "GB",
    "Baikonur": "KZ",
}
"""Outlines of their own that are coloured with the country they belong to."""

_LARGEST_LAKE_RANK = 4
_DRY_LAKES = {"Lop Nur"}

_SMALL = 60
"""A country with fewer cells than this keeps a cell for each of its islands."""

_LEFTOVER = 60
"""So many cells at most are a sliver between two files' coasts, and not a place of its own."""


Owners: TypeAlias = list[int | None]
"""The country index of each outline, in their order; None where no listed country has it."""


class Zone(NamedTuple):
    """A row of `disputed.tsv`."""

    names: set[str]
    outline: str
    sides: set[str]
    shape: str


def build(countries: Path, disputed: Path, lakes: Path) -> tuple[bytes, str]:
    """The bytes of `world.bin` and the text of `shapes.tsv`."""
    rows = read_table(_HERE / "countries.tsv")
    index = {row[0]: number for number, row in enumerate(rows, FIRST)}
    numbers = {row[1]: index[row[0]] for row in rows}
    zones = [
        Zone(set(row[1].split(";")), row[2], set(row[3].split(";")), row[4])
        for row in read_table(_HERE / "disputed.tsv")
    ]
    topology = read_topology(countries)
    names = {part: index[whole] for part, whole in _PART_OF.items()}
    owners = [numbers.get(one.number, names.get(one.name)) for one in topology.outlines]
    cells = _paint(topology, owners, index, zones, disputed, lakes)
    sources = [
        f"# {path.name} {sha256(path.read_bytes()).hexdigest()}"
        for path in (countries, disputed, lakes)
    ]
    return encode(cells), _table(cells, topology, owners, list(index), sources)


def encode(cells: Cells) -> bytes:
    """The raster as a file; `quizapp.atlas.world` says how it is laid out."""
    runs = [[(key, len(list(group))) for key, group in groupby(row)] for row in cells]
    counts = [len(row) for row in runs]
    flat = [run for row in runs for run in row]
    lengths = [length for _, length in flat]
    data = _split(counts) + bytes(key for key, _ in flat) + _split(lengths)
    return MAGIC + zlib.compress(data, 9)


def _split(numbers: list[int]) -> bytes:
    return bytes(number % 256 for number in numbers) + bytes(number // 256 for number in numbers)


def _paint(
    topology: Topology,
    owners: Owners,
    index: dict[str, int],
    zones: list[Zone],
    disputed: Path,
    lakes: Path,
) -> Cells:
    canvas = Canvas(GRID)
    contested = {zone.outline for zone in zones if zone.outline}
    for outline, owner in zip(topology.outlines, owners, strict=True):
        nobody = DISPUTED if outline.name in contested else LAND
        canvas.fill(outline.rings, nobody if owner is None else owner)
    areas = [(area["brk_name"], rings) for area, rings in read_polygons(disputed, "brk_name")]
    for zone in zones:
        rings = [ring for name, found in areas if name in zone.names for ring in found]
        rings += [parse_ring(zone.shape)] if zone.shape else []
        canvas.fill(rings, DISPUTED, over={LAND, *(index[code] for code in zone.sides)})
    for lake, rings in read_polygons(lakes, "scalerank", "name"):
        if lake["scalerank"] <= _LARGEST_LAKE_RANK and lake["name"] not in _DRY_LAKES:
            canvas.fill(rings, SEA)
    cells = canvas.cells()
    _clear_leftovers(cells, {index[code] for zone in zones for code in zone.sides})
    _keep_islands(cells, topology.outlines, owners)
    return cells


def _clear_leftovers(cells: Cells, sides: set[int]) -> None:
    """Give slivers of `sides` that hang on disputed land alone to the disputed land."""
    seen: set[tuple[int, int]] = set()
    for y in range(GRID.height):
        x = cells[y].find(DISPUTED)
        while x >= 0:
            for spot in _around(x, y):
                if spot not in seen and cells[spot[1]][spot[0]] in sides:
                    sliver = _piece(cells, *spot)
                    seen |= sliver
                    for a, b in sliver if len(sliver) <= _LEFTOVER else ():
                        cells[b][a] = DISPUTED
            x = cells[y].find(DISPUTED, x + 1)


def _piece(cells: Cells, x: int, y: int) -> set[tuple[int, int]]:
    """The connected cells of one index around a cell, given up once they are too many."""
    found, edge = {(x, y)}, [(x, y)]
    while edge and len(found) <= _LEFTOVER:
        near = {spot for spot in _around(*edge.pop()) if cells[spot[1]][spot[0]] == cells[y][x]}
        edge += sorted(near - found)
        found |= near
    return found


def _around(x: int, y: int) -> Iterator[tuple[int, int]]:
    for b in range(max(0, y - 1), min(GRID.height, y + 2)):
        for a in range(max(0, x - 1), min(GRID.width, x + 2)):
            yield a, b


def _keep_islands(cells: Cells, outlines: list[Outline], owners: Owners) -> None:
    """Small states must not fall between the cells: each of their islands keeps one."""
    sizes = {owner: sum(row.count(owner) for row in cells) for owner in set(owners) if owner}
    for outline, owner in zip(outlines, owners, strict=True):
        if owner is None or sizes[owner] >= _SMALL or outline.name in _PART_OF:
            continue
        for ring in outline.rings:
            x, y = _middle(ring)
            inside = 0 <= x < GRID.width and 0 <= y < GRID.height
            if inside and (cells[y][x] == SEA or not sizes[owner]):
                cells[y][x] = owner


def _middle(ring: Ring) -> tuple[int, int]:
    lon = sum(point[0] for point in ring) / len(ring)
    lat = sum(point[1] for point in ring) / len(ring)
    per_degree = GRID.per_degree
    return int((lon - GRID.west) * per_degree // 1), int((GRID.north - lat) * per_degree // 1)


def _table(
    cells: Cells, topology: Topology, owners: Owners, codes: list[str], sources: list[str]
) -> str:
    """`shapes.tsv`: what the raster and the shared arcs say of each country."""
    touching = neighbours_of(topology, owners)
    tints = tints_of(touching)
    head = "code\tlongitude\tlatitude\twest\tsouth\teast\tnorth\tcells\ttint\tneighbours"
    lines = ["# Made by make_world.py; do not edit. Made from (SHA-256):", *sources, head]
    for owner, code in enumerate(codes, FIRST):
        size = sum(row.count(owner) for row in cells)
        if not size:
            raise ValueError(f"{code} has no cell on the map; take it out of countries.tsv")
        places = (*label_of(cells, owner), *box_of(cells, owner))
        near = " ".join(codes[other - FIRST] for other in sorted(touching.get(owner, ())))
        fields = [code, *(f"{place:.2f}" for place in places), str(size), str(tints.get(owner, 0))]
        lines.append("\t".join([*fields, near]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make both files anew in this folder."""
    parser = argparse.ArgumentParser(prog="make_world", description="Make the map's data.")
    for name in ("countries", "disputed", "lakes"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    data, table = build(options.countries, options.disputed, options.lakes)
    (_HERE / "world.bin").write_bytes(data)
    (_HERE / "shapes.tsv").write_bytes(table.encode())


if __name__ == "__main__":
    main()
