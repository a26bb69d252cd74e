"""What a raster and its outlines say of each country: for the map's maker alone."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians
from typing import NamedTuple, TypeAlias

from quizapp.atlas.make_outlines import Point, Topology
from quizapp.atlas.view import GRID, WORLD, View

Cells: TypeAlias = list[bytearray]

_MAIN_PART = 0.02
"""Parts smaller than this share of the largest are too small to widen a country's box."""


class Run(NamedTuple):
    """Cells of one country side by side: from `start` up to, but without, `end`."""

    y: int
    start: int
    end: int


def box_of(cells: Cells, index: int) -> View:
    """The box around a country's main parts, in degrees."""
    parts = _parts(cells, index)
    largest = max(map(_size, parts))
    runs = [run for part in parts if _size(part) >= largest * _MAIN_PART for run in part]
    return View(
        GRID.west + min(run.start for run in runs) / GRID.per_degree,
        GRID.north - (max(run.y for run in runs) + 1) / GRID.per_degree,
        GRID.west + max(run.end for run in runs) / GRID.per_degree,
        GRID.north - min(run.y for run in runs) / GRID.per_degree,
    )


def label_of(cells: Cells, index: int) -> Point:
    """The middle of the widest cross that fits into a country's largest part, in degrees."""
    part = max(_parts(cells, index), key=_size)
    run = max(part, key=lambda run: _room(cells, index, run))
    x, y = (run.start + run.end) // 2, run.y
    return GRID.west + (x + 0.5) / GRID.per_degree, GRID.north - (y + 0.5) / GRID.per_degree


def neighbours_of(topology: Topology, owners: list[int | None]) -> dict[int, set[int]]:
    """Which countries share an arc of border inside the map: who holds the land counts."""
    users: dict[int, set[int]] = {}
    for outline, owner in zip(topology.outlines, owners, strict=True):
        if owner is not None:
            for arc in outline.arcs:
                users.setdefault(arc, set()).add(owner)
    found: dict[int, set[int]] = {}
    for arc, pair in users.items():
        if len(pair) > 1 and any(map(_on_map, topology.arcs[arc])):
            for owner in pair:
                found.setdefault(owner, set()).update(pair - {owner})
    return found


def tints_of(touching: dict[int, set[int]]) -> dict[int, int]:
    """A number from 0 to 3 for each country that no neighbour has.

    The country with the fewest tints left goes first (Brélaz 1979), with a step back
    where none is left. Raises ValueError where four tints are not enough.
    """
    tints: dict[int, int] = {}

    def left(owner: int) -> list[int]:
        used = {tints.get(other) for other in touching[owner]}
        return [tint for tint in range(4) if tint not in used]

    def place() -> bool:
        waiting = [owner for owner in touching if owner not in tints]
        if not waiting:
            return True
        owner = min(waiting, key=lambda one: (len(left(one)), -len(touching[one]), one))
        for tint in left(owner):
            tints[owner] = tint
            if place():
                return True
            del tints[owner]
        return False

    if not place():
        raise ValueError("four tints are not enough for these neighbours")
    return tints


def _on_map(point: Point) -> bool:
    return WORLD.west < point[0] < WORLD.east and WORLD.south < point[1] < WORLD.north


def _room(cells: Cells, index: int, run: Run) -> tuple[float, int]:
    """How far a cross around a run's middle reaches before it leaves the country."""
    x = (run.start + run.end) // 2
    up = down = run.y
    while up > 0 and cells[up - 1][x] == index:
        up -= 1
    while down + 1 < len(cells) and cells[down + 1][x] == index:
        down += 1
    squeeze = cos(radians(GRID.north - run.y / GRID.per_degree))
    across = (run.end - run.start) / 2 * squeeze
    return min(across, run.y - up + 0.5, down - run.y + 0.5), run.end - run.start


def _size(part: tuple[Run, ...]) -> int:
    return sum(run.end - run.start for run in part)


def _runs(row: bytearray, y: int, index: int) -> Iterator[Run]:
    start = row.find(index)
    while start >= 0:
        end = start
        while end < len(row) and row[end] == index:
            end += 1
        yield Run(y, start, end)
        start = row.find(index, end)


def _parts(cells: Cells, index: int) -> list[tuple[Run, ...]]:
    """A country's connected parts, each as its runs from north to south."""
    names: dict[Run, Run] = {}

    def root(run: Run) -> Run:
        while names[run] != run:
            run = names[run]
        return run

    above: list[Run] = []
    for y, row in enumerate(cells):
        here = list(_runs(row, y, index))
        for run in here:
            names[run] = run
            for other in above:
                if other.start <= run.end and run.start <= other.end:
                    names[root(run)] = root(other)
        above = here
    parts: dict[Run, list[Run]] = {}
    for run in names:
        parts.setdefault(root(run), []).append(run)
    return [tuple(part) for part in parts.values()]
