from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.atlas.draw import HALF, HATCH, MARK, NOTE, PLAIN_NOTE, Line, draw, draw_plain
from quizapp.atlas.pixels import sample
from quizapp.atlas.places import view_for
from quizapp.atlas.view import WHOLE, View
from quizapp.atlas.world import codes

MEMBERS = ("BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ")
PARTNERS = ("BH", "KW", "MV", "QA", "LK", "AE", "AM", "AZ", "NP", "KH")


def pixels(lines: tuple[Line, ...]) -> Iterator[tuple[str, str]]:
    """The two classes of every cell."""
    for line in lines:
        for run in line:
            yield from [(run.upper, run.lower)] * len(run.text)


def halves(lines: tuple[Line, ...]) -> Counter[str]:
    return Counter(name for pair in pixels(lines) for name in pair)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 200),
    st.integers(1, 60),
    st.one_of(st.just(""), st.sampled_from(codes())),
    st.booleans(),
)
def test_any_size_is_filled_exactly(width: int, height: int, code: str, tinted: bool) -> None:
    view = view_for(code, width, height) if code else WHOLE
    classes = {code: "lit"} if code else {}
    shades = ("land", "lit") if tinted else ()
    lines = draw(width, height, classes, view=view, mark=code, tinted=shades)
    assert [sum(len(run.text) for run in line) for line in lines] == [width] * height
    plain = draw_plain(width, height, classes, view=view, mark=code, tinted=tinted)
    assert [len(line) for line in plain] == [width] * height
    assert set("".join(plain)) <= set(" .#:@,-'")


@pytest.mark.parametrize(("width", "height"), [(0, 0), (0, 5), (5, 0)])
def test_an_empty_screen_has_no_lines(width: int, height: int) -> None:
    assert draw(width, height, {"KG": "lit"}, mark="KG") == ()
    assert draw_plain(width, height, ["KG"], mark="KG") == []


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 18), (56, 12), (118, 34), (30, 8)])
def test_every_member_and_partner_has_a_pixel(width: int, height: int) -> None:
    lines = draw(width, height, {code: code for code in MEMBERS + PARTNERS})
    assert set(MEMBERS + PARTNERS) <= halves(lines).keys()


@pytest.mark.parametrize("code", codes())
def test_every_country_stands_out_in_its_own_view(code: str) -> None:
    view = view_for(code, 56, 12)
    coloured = halves(draw(56, 12, {code: "lit"}, view=view, mark=code))
    assert coloured["lit"] + coloured["mark"] > 0
    plain = "".join(draw_plain(56, 12, [code], view=view, mark=code))
    assert "#" in plain or "@" in plain


def test_land_without_a_class_is_land_and_water_is_sea() -> None:
    assert halves(draw(80, 24, {})).keys() == {"land", "sea", "disputed"}


def test_a_class_colours_its_country_alone() -> None:
    dark = list(pixels(draw(80, 24, {})))
    bright = list(pixels(draw(80, 24, {"MN": "lit"})))
    changed = {pair for pair, other in zip(dark, bright, strict=True) if pair != other}
    assert changed <= {("land", "land"), ("land", "sea"), ("sea", "land")}
    assert halves(draw(80, 24, {"MN": "lit"}))["lit"] > 20


def test_disputed_land_takes_no_class() -> None:
    everyone = dict.fromkeys(codes(), "lit")
    view = View(72, 31, 82, 38)
    before = halves(draw(60, 20, {}, view=view))["disputed"]
    assert before > 100
    assert halves(draw(60, 20, everyone, view=view))["disputed"] == before


def test_disputed_land_is_hatched() -> None:
    lines = draw(60, 20, {}, view=View(72, 31, 82, 38))
    hatched = [run for line in lines for run in line if HATCH in run.text]
    assert hatched
    assert {(run.upper, run.lower) for run in hatched} == {("disputed", "land")}


def test_only_blocks_and_the_marker_are_drawn() -> None:
    lines = draw(80, 24, dict.fromkeys(PARTNERS, "lit"), mark="BH")
    assert {char for line in lines for run in line for char in run.text} == {" ", HALF, HATCH, MARK}


def test_neighbouring_runs_differ() -> None:
    for line in draw(80, 24, dict.fromkeys(MEMBERS, "member")):
        assert all(one != other for one, other in pairwise(line))


def test_a_tiny_country_gets_the_marker_and_a_large_one_does_not() -> None:
    assert halves(draw(80, 24, {"BH": "lit"}, mark="BH"))["mark"] == 1
    assert halves(draw(80, 24, {"KZ": "lit"}, mark="KZ"))["mark"] == 0
    assert "".join(draw_plain(80, 24, ["BH"], mark="BH")).count("@") == 1
    assert "@" not in "".join(draw_plain(80, 24, ["KZ"], mark="KZ"))


def test_a_country_outside_the_view_is_not_drawn() -> None:
    lines = draw(60, 20, {"MV": "lit"}, view=view_for("BY", 60, 20), mark="MV")
    assert not {"lit", "mark"} & halves(lines).keys()


def test_an_atoll_chain_is_seen_as_a_chain() -> None:
    lines = draw(80, 18, {"MV": "lit"}, view=view_for("MV", 80, 18))
    rows = [number for number, line in enumerate(lines) if any("lit" in run for run in line)]
    assert len(rows) >= 4


def test_tints_part_neighbours_of_one_class() -> None:
    lines = draw(80, 24, dict.fromkeys(MEMBERS, "member"), tinted=["member"])
    shades = {name for name in halves(lines) if name.startswith("member")}
    assert len(shades) >= 3
    assert "member" not in shades
    assert shades <= {"member-0", "member-1", "member-2", "member-3"}


def test_plain_tints_part_neighbours() -> None:
    view = view_for("KG", 70, 18)
    assert set("".join(draw_plain(70, 18, ["KG"], view=view))) == set(" .#:")
    tinted = set("".join(draw_plain(70, 18, ["KG"], view=view, tinted=True)))
    assert len(tinted & set(".,-'")) >= 3


def test_the_lit_country_is_the_same_in_colour_and_in_plain_text() -> None:
    view = view_for("BY", 60, 16)
    lines = draw(60, 16, {"BY": "lit"}, view=view)
    coloured = [
        "".join(pair_sign(run.upper, run.lower) * len(run.text) for run in line) for line in lines
    ]
    plain = draw_plain(60, 16, ["BY"], view=view)
    for line, other in zip(coloured, plain, strict=True):
        assert all(other[x] == "#" for x, sign in enumerate(line) if sign == "2")
        assert all(other[x] != "#" for x, sign in enumerate(line) if sign == "0")


def pair_sign(upper: str, lower: str) -> str:
    return str((upper == "lit") + (lower == "lit"))


@pytest.mark.parametrize("code", ["BR", "", "by", "?"])
def test_a_code_that_is_not_on_the_map_is_a_key_error(code: str) -> None:
    with pytest.raises(KeyError):
        draw(20, 5, {code: "lit"})
    with pytest.raises(KeyError):
        draw_plain(20, 5, [code])


def test_a_sampled_view_beyond_the_map_is_sea() -> None:
    assert sample(View(-80, -80, -40, -40), 4, 2) == (bytes(4), bytes(4))


def test_the_notes_say_what_the_signs_are() -> None:
    assert "decides no border" in NOTE
    assert "Areas of : are disputed" in PLAIN_NOTE
