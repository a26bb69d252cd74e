"""Outlines for the map's maker: reads TopoJSON and GeoJSON, and fills polygons into a raster.

Only `make_world` uses this; the app never imports it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from quizapp.atlas.view import Grid

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[Point]

SUB = 3
"""Each cell is decided by SUB x SUB points."""


class Outline(NamedTuple):
    """A country of the TopoJSON: its ISO 3166 number ("" where it has none), name and rings."""

    number: str
    name: str
    rings: list[Ring]
    arcs: frozenset[int]


class Topology(NamedTuple):
    """All outlines and the arcs that they share (TopoJSON, version 1)."""

    outlines: list[Outline]
    arcs: list[Ring]


def read_topology(path: Path) -> Topology:
    """The `countries` object of a world-atlas file, in degrees.

    Format: https://github.com/topojson/topojson-specification
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    scale, translate = data["transform"]["scale"], data["transform"]["translate"]
    arcs = [_decode(arc, scale, translate) for arc in data["arcs"]]
    outlines = []
    for geometry in data["objects"]["countries"]["geometries"]:
        parts = geometry["arcs"]
        polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
        loops = [loop for polygon in polygons for loop in polygon]
        outlines.append(
            Outline(
                geometry.get("id", ""),
                geometry["properties"]["name"],
                [_stitch(loop, arcs) for loop in loops],
                frozenset(arc if arc >= 0 else ~arc for loop in loops for arc in loop),
            )
        )
    return Topology(outlines, arcs)


def read_polygons(path: Path, *keys: str) -> Iterator[tuple[dict[str, Any], list[Ring]]]:
    """Each polygon feature of a GeoJSON file: the properties named by `keys`, and its rings."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for feature in data["features"]:
        found = {key.lower(): value for key, value in feature["properties"].items()}
        geometry = feature["geometry"]
        parts = geometry["coordinates"]
        polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
        rings = [
            _east_of_seam([(point[0], point[1]) for point in loop])
            for polygon in polygons
            for loop in polygon
        ]
        yield {key: found.get(key) for key in keys}, rings


def parse_ring(text: str) -> Ring:
    """A ring written as "lon lat,lon lat,…"."""
    pairs = (pair.split() for pair in text.split(","))
    return [(float(lon), float(lat)) for lon, lat in pairs]


class Canvas:
    """A raster of country indices, SUB times finer than the grid in each direction."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._scale = grid.per_degree * SUB
        self._rows = [bytearray(grid.width * SUB) for _ in range(grid.height * SUB)]

    def fill(self, rings: Iterable[Ring], index: int, over: Iterable[int] | None = None) -> None:
        """Fill polygons by the even-odd rule; with `over`, only where one of those indices lies."""
        table = bytearray(range(256))
        for old in range(256) if over is None else over:
            table[old] = index
        size = len(self._rows[0])
        for number, crossings in self._crossings(rings).items():
            row = self._rows[number]
            crossings.sort()
            for left, right in zip(crossings[::2], crossings[1::2], strict=True):
                a, b = max(0, ceil(left - 0.5)), min(size, ceil(right - 0.5))
                if a < b:
                    row[a:b] = row[a:b].translate(table)

    def cells(self) -> list[bytearray]:
        """The raster at the grid's own size: in each cell the index that most of it has."""
        rows = []
        for top in range(0, len(self._rows), SUB):
            points = [row[k::SUB] for row in self._rows[top : top + SUB] for k in range(SUB)]
            rows.append(bytearray(_most(nine) for nine in zip(*points, strict=True)))
        return rows

    def _crossings(self, rings: Iterable[Ring]) -> dict[int, list[float]]:
        """Where the polygons' edges cross the middle of each row."""
        grid, scale = self._grid, self._scale
        found: dict[int, list[float]] = defaultdict(list)
        for ring in rings:
            points = [((x - grid.west) * scale, (grid.north - y) * scale) for x, y in ring]
            for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
                if y0 > y1:
                    x0, y0, x1, y1 = x1, y1, x0, y0
                first, last = max(0, ceil(y0 - 0.5)), min(len(self._rows), ceil(y1 - 0.5))
                for row in range(first, last):
                    found[row].append(x0 + (row + 0.5 - y0) * (x1 - x0) / (y1 - y0))
        return found


def _most(points: tuple[int, ...]) -> int:
    """The commonest index; the sea needs more than half, so that thin land stays."""
    if points.count(points[0]) == len(points):
        return points[0]
    land = [point for point in points if point]
    if len(land) * 2 < len(points):
        return 0
    return max(sorted(set(land)), key=land.count)


def _decode(arc: list[list[int]], scale: list[float], translate: list[float]) -> Ring:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + translate[0], y * scale[1] + translate[1]))
    return points


def _stitch(loop: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for arc in loop:
        points = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        ring.extend(points[1:] if ring else points)
    return _east_of_seam(ring)


def _east_of_seam(ring: Ring) -> Ring:
    """Chukotka lies partly west of 180 degrees; the map puts it at its right end."""
    east, west = max(lon for lon, _ in ring), min(lon for lon, _ in ring)
    if east < -168 or (west < -168 and east > 168):
        return [(lon % 360, lat) for lon, lat in ring]
    return ring
