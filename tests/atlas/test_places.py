from __future__ import annotations

import re

import pytest

from quizapp.atlas.places import cell_of, code_under, describe, view_for
from quizapp.atlas.world import codes, countries


@pytest.mark.parametrize("code", ["KZ", "MN", "IN", "RU", "CN", "SA"])
def test_the_cell_of_a_country_lies_on_it(code: str) -> None:
    cell = cell_of(code, 80, 24)
    assert cell is not None
    assert code_under(*cell, 80, 24) == code


def test_a_zoomed_cell_is_found_too() -> None:
    view = view_for("KG", 60, 16)
    cell = cell_of("KG", 60, 16, view=view)
    assert cell is not None
    assert code_under(*cell, 60, 16, view=view) == "KG"


def test_a_country_outside_the_view_has_no_cell() -> None:
    assert cell_of("MV", 60, 16, view=view_for("BY", 60, 16)) is None


def test_nobody_is_under_the_sea_or_on_disputed_land() -> None:
    view = view_for("PK", 80, 24)
    under = {code_under(x, y, 80, 24, view=view) for x in range(80) for y in range(24)}
    assert {"PK", "IN", "AF", "", "?"} <= under


def test_a_cell_off_the_map_is_an_index_error() -> None:
    with pytest.raises(IndexError):
        code_under(80, 0, 80, 24)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "KG",
            (
                "A landlocked country in Central Asia. "
                "It borders China, Kazakhstan, Tajikistan and Uzbekistan."
            ),
        ),
        (
            "TM",
            (
                "A landlocked country in Central Asia on the Caspian Sea. "
                "It borders Afghanistan, Iran, Kazakhstan and Uzbekistan."
            ),
        ),
        (
            "QA",
            "A country in Western Asia, on the Gulf. Its only neighbour on land is Saudi Arabia.",
        ),
        ("MV", "An island country in South Asia, on the Indian Ocean."),
        (
            "OM",
            (
                "A country in Western Asia, on the Arabian Sea and the Gulf. "
                "It borders Saudi Arabia, the United Arab Emirates and Yemen."
            ),
        ),
    ],
)
def test_a_description_says_where_a_country_lies(code: str, text: str) -> None:
    assert describe(code) == text


@pytest.mark.parametrize("code", codes())
def test_a_description_does_not_name_its_country(code: str) -> None:
    country = countries()[code]
    text = describe(code)
    assert text.endswith(".")
    for other in country.neighbours:
        text = text.replace(countries()[other].name, "")
    for name in filter(None, (country.name, country.capital)):
        assert not re.search(rf"\b{re.escape(name)}\b", text)


def test_a_country_off_the_map_is_said_to_be_so() -> None:
    assert describe("BR") == "A country outside this map."


def test_the_view_for_a_country_off_the_map_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        view_for("BR", 80, 24)
