from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from quizapp.atlas import world
from quizapp.atlas.make_outlines import Canvas, parse_ring, read_polygons, read_topology
from quizapp.atlas.make_shapes import box_of, label_of, neighbours_of, tints_of
from quizapp.atlas.make_world import build, encode
from quizapp.atlas.view import GRID, Grid
from quizapp.atlas.world import Raster, raster

HERE = Path(world.__file__).parent
INPUT = Path(os.environ.get("NATURAL_EARTH", "no-such-folder"))
FILES = (
    INPUT / "countries-10m.json",
    INPUT / "ne_10m_admin_0_disputed_areas.geojson",
    INPUT / "ne_50m_lakes.geojson",
)

# Two squares side by side that share the arc 1.
TOPOLOGY = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [10, 50]},
    "arcs": [
        [[2, 0], [-2, 0], [0, 2], [2, 0]],
        [[2, 2], [0, -2]],
        [[2, 2], [2, 0], [0, -2], [-2, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {
                    "type": "Polygon",
                    "arcs": [[0, 1]],
                    "id": "001",
                    "properties": {"name": "Westland"},
                },
                {
                    "type": "MultiPolygon",
                    "arcs": [[[2, -2]]],
                    "properties": {"name": "Eastland"},
                },
            ]
        }
    },
}


@pytest.fixture
def topology_file(tmp_path: Path) -> Path:
    path = tmp_path / "countries.json"
    path.write_text(json.dumps(TOPOLOGY), encoding="utf-8")
    return path


@pytest.mark.skipif(not all(map(Path.exists, FILES)), reason="NATURAL_EARTH names no folder")
def test_the_same_input_gives_the_same_bytes() -> None:
    data, table = build(*FILES)
    assert data == (HERE / "world.bin").read_bytes()
    assert table == (HERE / "shapes.tsv").read_text(encoding="utf-8")


def test_the_map_is_small() -> None:
    assert (HERE / "world.bin").stat().st_size < 60_000


def test_a_raster_written_and_read_is_the_same() -> None:
    cells = [bytearray(raster().row(y)) for y in range(GRID.height)]
    again = Raster(encode(cells))
    assert all(again.row(y) == cells[y] for y in range(GRID.height))


def test_a_topology_is_read_in_degrees(topology_file: Path) -> None:
    west, east = read_topology(topology_file).outlines
    assert (west.number, west.name) == ("001", "Westland")
    assert west.rings == [[(11, 50), (10, 50), (10, 51), (11, 51), (11, 50)]]
    assert (east.number, east.name) == ("", "Eastland")
    assert east.rings[0][0] == (11, 51)


def test_neighbours_share_an_arc(topology_file: Path) -> None:
    topology = read_topology(topology_file)
    assert neighbours_of(topology, [3, 4]) == {3: {4}, 4: {3}}
    assert neighbours_of(topology, [3, None]) == {}
    assert neighbours_of(topology, [3, 3]) == {}


def test_neighbours_leave_no_cell_empty_and_share_none(topology_file: Path) -> None:
    canvas = Canvas(Grid(west=10, north=51, width=4, height=2, per_degree=2))
    west, east = read_topology(topology_file).outlines
    canvas.fill(west.rings, 3)
    canvas.fill(east.rings, 4)
    assert canvas.cells() == [bytes([3, 3, 4, 4])] * 2


def test_filling_over_an_index_leaves_the_others() -> None:
    canvas = Canvas(Grid(west=0, north=2, width=4, height=2, per_degree=1))
    canvas.fill([parse_ring("0 0,2 0,2 2,0 2")], 3)
    canvas.fill([parse_ring("0 1,4 1,4 2,0 2")], 1, over=[3])
    assert canvas.cells() == [bytes([1, 1, 0, 0]), bytes([3, 3, 0, 0])]


def test_a_hole_stays_empty() -> None:
    canvas = Canvas(Grid(west=0, north=3, width=3, height=3, per_degree=1))
    canvas.fill([parse_ring("0 0,3 0,3 3,0 3"), parse_ring("1 1,2 1,2 2,1 2")], 3)
    assert canvas.cells()[1] == bytes([3, 0, 3])


@pytest.mark.parametrize(
    ("ring", "lons"),
    [
        ([[-175, 65], [-170, 66], [-172, 67]], [185, 190, 188]),
        ([[179, 65], [-179, 66], [178, 67]], [179, 181, 178]),
        ([[-9, 40], [-8, 41], [-7, 40]], [-9, -8, -7]),
    ],
)
def test_chukotka_lies_east_of_the_seam(
    tmp_path: Path, ring: list[list[float]], lons: list[float]
) -> None:
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"properties": {"NAME": "a"}, "geometry": shape}
    path = tmp_path / "areas.geojson"
    path.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    ((found, rings),) = read_polygons(path, "name")
    assert found == {"name": "a"}
    assert [lon for lon, _ in rings[0]] == lons


def test_a_box_leaves_specks_out_and_a_label_sits_in_the_middle() -> None:
    cells = [bytearray(GRID.width) for _ in range(GRID.height)]
    for y in range(100, 140):
        cells[y][200:240] = bytes([3]) * 40
    cells[300][300] = 3
    west, south, east, north = box_of(cells, 3)
    assert (west, east) == pytest.approx((GRID.west + 200 / 12, GRID.west + 240 / 12))
    assert (north, south) == pytest.approx((GRID.north - 100 / 12, GRID.north - 140 / 12))
    lon, lat = label_of(cells, 3)
    assert lon == pytest.approx((west + east) / 2, abs=0.1)
    assert south < lat < north


def test_tints_part_neighbours_or_say_that_they_cannot() -> None:
    four = {one: {1, 2, 3, 4} - {one} for one in (1, 2, 3, 4)}
    assert sorted(tints_of(four).values()) == [0, 1, 2, 3]
    five = {one: {1, 2, 3, 4, 5} - {one} for one in (1, 2, 3, 4, 5)}
    with pytest.raises(ValueError, match="not enough"):
        tints_of(five)
