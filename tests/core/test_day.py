from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.day import Streak, frozen_days, next_rollover, streak, study_day

ZONE = timezone(timedelta(hours=5))
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("hour", "day"),
    [(0, 1), (3, 1), (4, 2), (12, 2), (23, 2)],
)
def test_the_study_day_begins_at_four(hour: int, day: int) -> None:
    assert study_day(datetime(2026, 3, 2, hour, 59, tzinfo=ZONE)) == date(2026, 3, day)


def test_the_next_rollover_is_four_in_the_morning_of_the_next_study_day() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=ZONE)
    assert next_rollover(late) == datetime(2026, 3, 3, 4, tzinfo=ZONE)
    early = datetime(2026, 3, 2, 1, 30, tzinfo=ZONE)
    assert next_rollover(early) == datetime(2026, 3, 2, 4, tzinfo=ZONE)


def run(*back: int) -> Streak:
    """The streak of somebody who studied so many days ago."""
    return streak([TODAY - timedelta(days=many) for many in sorted(back)], TODAY)


@pytest.mark.parametrize(
    ("back", "length"),
    [([], 0), ([0], 1), ([1], 1), ([0, 1, 2], 3), ([1, 2], 2), ([3, 4], 0), ([0, 3, 4], 1)],
)
def test_a_streak_is_the_run_of_days_up_to_today(back: list[int], length: int) -> None:
    assert run(*back) == Streak(length)


def test_a_single_missed_day_is_bridged_and_not_counted() -> None:
    assert run(0, 1, 3, 4) == Streak(4, (TODAY - timedelta(days=2),))


def test_yesterday_can_be_bridged_while_today_is_open() -> None:
    assert run(2, 3) == Streak(2, (TODAY - timedelta(days=1),))


def test_today_is_not_missed_before_it_is_over() -> None:
    assert run(1, 2) == Streak(2)


@pytest.mark.parametrize(
    ("second", "days", "frozen"), [(4, 3, [2]), (8, 7, [2]), (9, 10, [2, 9]), (10, 10, [2, 10])]
)
def test_only_one_day_in_seven_is_bridged(second: int, days: int, frozen: list[int]) -> None:
    told = run(*(many for many in range(12) if many not in (2, second)))
    assert told == Streak(days, tuple(TODAY - timedelta(days=many) for many in frozen))


def test_two_missed_days_in_a_row_end_the_run() -> None:
    assert run(0, 1, 4, 5) == Streak(2)


def test_a_streak_is_read_only_as_far_as_it_goes() -> None:
    read = []

    def days():
        for back in (0, 1, 9, 10, 11):
            read.append(back)
            yield TODAY - timedelta(days=back)

    assert streak(days(), TODAY).days == 2
    assert read == [0, 1, 9]


def test_the_bridged_days_of_all_runs_are_told_together() -> None:
    back = [0, 1, 3, 20, 21, 23, 25]
    days = [TODAY - timedelta(days=many) for many in back]
    assert frozen_days(days) == {TODAY - timedelta(days=many) for many in (2, 22)}


@given(st.sets(st.integers(0, 40)))
def test_the_streak_and_the_calendar_agree_on_what_was_bridged(back: set[int]) -> None:
    days = [TODAY - timedelta(days=many) for many in sorted(back)]
    told = streak(days, TODAY)
    yesterday = TODAY - timedelta(days=1)
    assert set(told.frozen) <= frozen_days(days) | {yesterday}
