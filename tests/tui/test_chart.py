"""Charts: their scales, and what is drawn into the cells there are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App

from quizapp.tui.theme import semantic_defaults
from quizapp.tui.widgets.chart import Bars, Chart, Curve, Plot, scale


class Shown(App[None]):
    """One chart, as large as the window."""

    def __init__(self, drawing) -> None:
        super().__init__()
        self.drawing = drawing

    def get_css_variables(self):
        variables = super().get_css_variables()
        self.theme_variables = {**semantic_defaults(variables), **variables}
        return self.theme_variables

    def compose(self):
        yield Chart(self.drawing)


async def drawn(drawing, size=(40, 10)) -> list[str]:
    """The lines of a plot in a window of that size, without its title."""
    app = Shown(drawing)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        return app.query_one(Plot).render().plain.splitlines()


@given(st.floats(0, 1e7), st.integers(0, 12))
def test_a_scale_is_of_whole_numbers_evenly_apart_and_reaches_the_top(most, ticks) -> None:
    found = scale(most, ticks)
    steps = {after - before for before, after in pairwise(found)}
    assert found[0] == 0
    assert found[-1] >= most
    assert len(steps) == 1
    assert steps.pop().is_integer()
    assert len(found) <= max(ticks, 1) + 1


async def test_a_bar_is_as_high_as_its_value() -> None:
    lines = await drawn(Bars("T", (0.0, 5.0, 10.0), ((0, "a"), (2, "c"))))
    heights = [sum(row[column] != " " for row in lines[:-2]) for column in (5, 10, 14)]
    assert heights[0] == 0
    assert heights[1] in (heights[2] // 2, heights[2] // 2 + 1)
    assert heights[2] == len(lines) - 2
    assert lines[-1].split() == ["a", "c"]


async def test_something_is_never_drawn_as_nothing() -> None:
    lines = await drawn(Bars("T", (1.0, 10_000.0), ((0, "a"),)))
    assert lines[-3].split("┤")[1].strip()


async def test_bars_without_any_value_leave_the_axes() -> None:
    lines = await drawn(Bars("T", (0.0, 0.0), ((0, "a"),)))
    assert lines[0].startswith("1 ┤")
    assert "".join(lines[:-2]).count("▌") == 0


async def test_where_bars_are_more_than_there_is_room_for_the_newest_are_shown() -> None:
    values = (*[0.0] * 200, 10.0)
    lines = await drawn(Bars("T", values, ((0, "first"), (200, "last"))), size=(30, 10))
    assert lines[0].rstrip()[-1] in "▌▐█▗▖▄"
    assert "first" not in lines[-1]


@pytest.mark.parametrize("values", [(0.5,), (None, 0.9, None), (1.0, 1.0), (0.0, 1.0), (None,)])
async def test_a_curve_bears_gaps_and_single_points(values) -> None:
    lines = await drawn(Curve("T", values, ((0, "a"),), 0.9))
    assert any("─" in line for line in lines[:-2])
    known = [value for value in values if value is not None]
    points = "".join(lines).count("•")
    assert points == len(known) or points >= 1 == len(known)


async def test_a_plot_in_a_few_cells_is_left_out() -> None:
    assert await drawn(Bars("T", (1.0,), ()), size=(10, 4)) == []
