from __future__ import annotations

from math import cos, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.atlas.places import view_for
from quizapp.atlas.view import WHOLE, WORLD, View, fit, pixel
from quizapp.atlas.world import codes, countries

SIZES = st.integers(1, 240)


@given(SIZES, SIZES)
def test_the_whole_map_is_never_cut(width: int, height: int) -> None:
    shown = fit(WHOLE, width, height)
    assert shown.west <= WHOLE.west
    assert shown.east >= WHOLE.east
    assert shown.south <= WHOLE.south
    assert shown.north >= WHOLE.north


@given(st.sampled_from(codes()), SIZES, SIZES)
def test_fitting_twice_changes_nothing(code: str, width: int, height: int) -> None:
    once = view_for(code, width, height)
    assert fit(once, width, 2 * height) == pytest.approx(once, abs=1e-6)


@given(st.sampled_from(codes()), SIZES, SIZES)
def test_a_view_for_a_country_holds_its_main_parts(code: str, width: int, height: int) -> None:
    shown, box = view_for(code, width, height), countries()[code].box
    assert shown.west <= box.west < box.east <= shown.east
    assert shown.south <= box.south < box.north <= shown.north


@pytest.mark.parametrize(("width", "height"), [(80, 36), (56, 24), (118, 68), (40, 60)])
@pytest.mark.parametrize("code", ["KG", "BY", "IN", "QA", "MV"])
def test_a_country_is_drawn_in_its_true_shape(code: str, width: int, height: int) -> None:
    west, south, east, north = view_for(code, width, height // 2)
    across = (east - west) * cos(radians((north + south) / 2)) / width
    assert across == pytest.approx((north - south) / height, rel=0.15)


def test_a_view_of_a_small_country_shows_its_surroundings() -> None:
    shown = view_for("QA", 80, 18)
    assert shown.north - shown.south >= 13
    assert shown != fit(WHOLE, 80, 36)


def test_a_view_of_the_largest_country_stays_on_the_map() -> None:
    west, south, east, north = view_for("RU", 80, 18)
    assert south >= WORLD.south
    assert north <= WORLD.north
    assert east - west <= WORLD.east - WORLD.west


def test_a_pixel_outside_the_view_is_none() -> None:
    view = View(0, 0, 10, 10)
    assert pixel(5, 5, view, 10, 10) == (5, 5)
    assert pixel(0, 10, view, 10, 10) == (0, 0)
    assert pixel(-0.01, 5, view, 10, 10) is None
    assert pixel(5, -0.01, view, 10, 10) is None
    assert pixel(10, 5, view, 10, 10) is None
