"""What days come to: the calendar, weeks, months, runs and what is to come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.progress import (
    LEVELS,
    WEEKS,
    YEAR,
    DaySum,
    Mastery,
    Sums,
    ahead,
    busiest,
    calendar,
    forgotten,
    levels,
    longest_streak,
    monday,
    months,
    total,
    weeks,
    within,
)

TODAY = date(2026, 3, 4)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def day(back: int, replies: int = 1, **sums: int) -> DaySum:
    return DaySum(TODAY - timedelta(days=back), Sums(replies, **sums))


@given(DAYS)
def test_every_day_of_the_year_has_one_place_in_the_calendar(today: date) -> None:
    drawn = calendar([], today)
    found = [drawn.at(week, row) for row in range(7) for week in range(WEEKS)]
    days = sorted(cell.day for cell in found if cell is not None)
    assert days == [today - timedelta(days=n) for n in reversed(range(YEAR))]


@given(DAYS)
def test_a_row_of_the_calendar_is_a_weekday(today: date) -> None:
    drawn = calendar([], today)
    for row in range(7):
        cells = [drawn.at(week, row) for week in range(WEEKS)]
        assert {cell.day.weekday() for cell in cells if cell is not None} == {row}
        assert sum(cell is None for cell in cells) <= 1


@given(DAYS)
def test_a_month_is_named_over_the_week_in_which_it_begins(today: date) -> None:
    drawn = calendar([], today)
    for week, first in drawn.months():
        assert first.day == 1
        cell = drawn.at(week, first.weekday())
        assert cell is not None
        assert cell.day == first


@given(st.lists(st.integers(0, 500), max_size=60))
def test_more_replies_are_never_paler_and_none_have_no_shade(replies: list[int]) -> None:
    shades = levels(replies)
    ordered = sorted(shades)
    assert [shades[count] for count in ordered] == sorted(shades.values())
    assert all((shades[count] > 0) == (count > 0) for count in ordered)
    assert all(0 <= shade <= LEVELS for shade in shades.values())


def test_one_long_day_does_not_dim_the_others() -> None:
    shades = levels([*[20] * 30, 1000])
    assert shades[20] == LEVELS


def test_a_frozen_day_is_one_without_a_reply() -> None:
    frozen = [TODAY - timedelta(days=1), TODAY - timedelta(days=2)]
    cells = {cell.day: cell for cell in calendar([day(0), day(1)], TODAY, frozen).cells}
    assert not cells[frozen[0]].frozen
    assert cells[frozen[1]].frozen


@given(st.sets(DAYS, max_size=80), DAYS, st.integers(1, 60))
def test_weeks_follow_one_another_and_lose_nothing(
    days: set[date], today: date, count: int
) -> None:
    found = weeks([DaySum(one, Sums(1)) for one in days], today, count)
    assert [one.first for one in found] == [
        monday(today) - timedelta(days=7 * n) for n in reversed(range(count))
    ]
    inside = [one for one in days if found[0].first <= one <= today]
    assert sum(one.sums.replies for one in found) == len(inside)


@given(st.sets(DAYS, max_size=80), DAYS, st.integers(1, 24))
def test_months_follow_one_another_and_lose_nothing(
    days: set[date], today: date, count: int
) -> None:
    found = months([DaySum(one, Sums(2)) for one in days], today, count)
    assert len(found) == count
    assert found[-1].first == today.replace(day=1)
    assert [one.first for one in found] == sorted({one.first for one in found})
    inside = [one for one in days if found[0].first <= one <= today]
    assert sum(one.days for one in found) == len(inside)
    assert all(one.sums.replies == 2 * one.days for one in found)


@given(st.sets(DAYS, max_size=60), st.sets(DAYS, max_size=20))
def test_a_frozen_day_never_shortens_a_run_and_never_counts(
    days: set[date], frozen: set[date]
) -> None:
    plain = longest_streak(days)
    assert plain <= longest_streak(days, frozen) <= len(days)


@pytest.mark.parametrize(
    ("backs", "frozen", "length"),
    [
        ((), (), 0),
        ((3,), (), 1),
        ((0, 1, 2, 5, 6), (), 3),
        ((0, 1, 3, 4), (2,), 4),
        ((), (1, 2), 0),
    ],
)
def test_the_longest_run_of_days(
    backs: tuple[int, ...], frozen: tuple[int, ...], length: int
) -> None:
    days, cold = ([TODAY - timedelta(days=n) for n in some] for some in (backs, frozen))
    assert longest_streak(days, cold) == length


def test_what_is_overdue_is_due_today() -> None:
    due = {TODAY - timedelta(days=40): 3, TODAY: 2, TODAY + timedelta(days=2): 5}
    assert ahead(due, TODAY, 3) == (5, 0, 5)
    assert ahead(due, TODAY, 2) == (5, 0)


def test_sums_of_a_window_leave_out_what_is_before_and_after() -> None:
    days = [day(30, 7), day(29, 1), day(0, 2), DaySum(TODAY + timedelta(days=1), Sums(9))]
    assert total(within(days, TODAY, 30)).replies == 3
    assert total([]) == Sums()


def test_retention_is_known_only_where_something_was_asked() -> None:
    assert Sums().retention is None
    assert Sums(asked=8, kept=6).retention == 0.75


def test_the_busiest_day_is_the_latest_of_equals() -> None:
    assert busiest([day(3, 5), day(1, 5), day(0, 2)]) == day(1, 5)
    assert busiest([]) is None


def test_shares_of_mastery() -> None:
    assert Mastery(1, 2, 1).share == 0.25
    assert Mastery().share == 0


@pytest.mark.parametrize(
    ("ratings", "times"),
    [((), 0), ((1,), 0), ((1, 1, 3), 0), ((3, 1), 1), ((1, 3, 1, 1, 2, 1), 2)],
)
def test_only_what_was_known_can_be_forgotten(ratings, times) -> None:
    assert forgotten(ratings) == times
