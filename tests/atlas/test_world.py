from __future__ import annotations

import subprocess
import sys

import pytest

from quizapp.atlas.view import GRID
from quizapp.atlas.world import (
    DISPUTED,
    DISPUTED_CODE,
    FIRST,
    Raster,
    code_at,
    code_of,
    codes,
    countries,
    index_of,
    raster,
)

MEMBERS = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")
OTHERS = {
    "AE",
    "AF",
    "AM",
    "AZ",
    "BH",
    "EG",
    "KH",
    "KW",
    "LA",
    "LK",
    "MM",
    "MN",
    "MV",
    "NP",
    "QA",
    "SA",
    "TR",
}

NEAR = [cells / GRID.per_degree for cells in (-1, 0, 1)]
NEAR_ATOLL = [cells / GRID.per_degree for cells in (-3, -2, -1, 0, 1, 2, 3)]
ON_ISLANDS = {"AE", "GN", "KI", "MH"}


def test_every_member_observer_and_partner_is_on_the_map() -> None:
    assert {*MEMBERS, *OTHERS} <= countries().keys()


def test_the_raster_has_every_row_at_full_width() -> None:
    assert {len(raster().row(y)) for y in range(GRID.height)} == {GRID.width}


def test_every_country_has_the_cells_that_its_table_says() -> None:
    cells = b"".join(raster().row(y) for y in range(GRID.height))
    sizes = {code: cells.count(index_of(code)) for code in codes()}
    assert sizes == {code: country.cells for code, country in countries().items()}
    assert min(sizes.values()) > 0
    assert max(cells) < FIRST + len(codes())


@pytest.mark.parametrize("code", [code for code, one in countries().items() if one.capital_place])
def test_a_capital_falls_into_its_country(code: str) -> None:
    place = countries()[code].capital_place
    assert place is not None
    near = NEAR_ATOLL if code in ON_ISLANDS else NEAR
    assert code in {code_at(place[0] + dx, place[1] + dy) for dx in near for dy in near}


@pytest.mark.parametrize("code", codes())
def test_a_label_lies_on_its_country(code: str) -> None:
    assert code_at(*countries()[code].label) == code


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [
        ("Srinagar", 74.8, 34.08),
        ("Leh", 77.58, 34.16),
        ("Gilgit", 74.31, 35.92),
        ("Muzaffarabad", 73.6, 34.3),
        ("Aksai Chin", 79.5, 35.2),
        ("Shaksgam", 76.6, 36.0),
        ("Siachen", 77.2, 35.4),
        ("Itanagar", 93.6, 27.1),
        ("Tawang", 91.87, 27.59),
        ("Simferopol", 34.1, 44.95),
        ("Sevastopol", 33.6, 44.6),
        ("Kerch", 36.3, 45.3),
        ("Donetsk", 37.8, 48.0),
        ("Luhansk", 39.3, 48.57),
        ("Melitopol", 35.37, 46.85),
        ("Sukhumi", 41.15, 43.05),
        ("Tskhinvali", 43.97, 42.26),
        ("Tiraspol", 29.62, 46.85),
        ("Pristina", 21.16, 42.66),
        ("North Nicosia", 33.4, 35.27),
        ("Quneitra", 35.78, 33.05),
        ("Laayoune", -13.0, 27.1),
        ("Dakhla", -15.6, 23.4),
        ("Hargeisa", 44.06, 9.56),
        ("Abyei", 28.5, 9.7),
        ("Halaib", 36.2, 22.3),
        ("Kunashir", 146.0, 44.2),
        ("Kurilsk", 147.88, 45.23),
    ],
)
def test_disputed_land_belongs_to_nobody(name: str, lon: float, lat: float) -> None:
    assert code_at(lon, lat) == DISPUTED_CODE, name


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("AZ", 46.75, 39.82),
        ("PS", 35.2, 31.9),
        ("TW", 120.9, 23.8),
        ("KZ", 63.3, 45.9),
        ("CN", 114.15, 22.4),
        ("UA", 33.4, 47.9),
        ("IN", 75.0, 31.6),
        ("RU", 188.0, 66.0),
        ("RU", 142.7, 50.0),
    ],
)
def test_undisputed_places_have_their_country(code: str, lon: float, lat: float) -> None:
    assert code_at(lon, lat) == code


@pytest.mark.parametrize(
    ("sea", "lon", "lat"),
    [
        ("Caspian", 51.0, 42.0),
        ("Black Sea", 34.0, 43.0),
        ("Baikal", 108.3, 53.6),
        ("Issyk-Kul", 77.3, 42.45),
        ("Gulf", 51.5, 27.0),
        ("Red Sea", 38.0, 21.0),
        ("off the map", -60.0, 10.0),
    ],
)
def test_water_belongs_to_nobody(sea: str, lon: float, lat: float) -> None:
    assert code_at(lon, lat) == "", sea


def test_disputed_land_has_no_country_code() -> None:
    assert code_of(DISPUTED) == DISPUTED_CODE
    assert DISPUTED_CODE not in countries()


def test_capitals_in_dispute_are_left_out() -> None:
    assert [code for code, one in countries().items() if not one.capital] == ["IL", "PS", "TW"]


def test_neighbours_are_mutual_and_known() -> None:
    for code, country in countries().items():
        assert code not in country.neighbours
        assert all(code in countries()[other].neighbours for other in country.neighbours)


def test_no_two_neighbours_share_a_tint() -> None:
    for country in countries().values():
        assert 0 <= country.tint < 4
        assert all(countries()[other].tint != country.tint for other in country.neighbours)


@pytest.mark.parametrize(
    ("code", "neighbours"),
    [
        ("KG", "CN KZ TJ UZ"),
        ("UZ", "AF KG KZ TJ TM"),
        ("BY", "LT LV PL RU UA"),
        ("QA", "SA"),
        ("MV", ""),
        ("MN", "CN RU"),
        ("PK", "AF CN IN IR"),
    ],
)
def test_neighbours_are_the_true_ones(code: str, neighbours: str) -> None:
    assert " ".join(countries()[code].neighbours) == neighbours


def test_a_code_that_is_not_on_the_map_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="BR"):
        index_of("BR")


def test_a_raster_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format"):
        Raster(b"ATLS9")


def test_importing_the_map_reads_no_data_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, quizapp.atlas.draw, quizapp.atlas.places\n"
        "from quizapp.atlas import world\n"
        "assert not world.raster.cache_info().currsize\n"
        "assert not world.countries.cache_info().currsize\n"
        "assert not {'textual', 'json', 'quizapp.atlas.make_world'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
