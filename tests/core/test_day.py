from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from quizapp.core.day import next_rollover, streak, study_day

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


@pytest.mark.parametrize(
    ("back", "length"),
    [([], 0), ([0], 1), ([1], 1), ([0, 1, 2], 3), ([1, 2], 2), ([2, 3], 0), ([0, 2, 3], 1)],
)
def test_a_streak_is_the_run_of_days_up_to_today(back: list[int], length: int) -> None:
    days = {TODAY - timedelta(days=many) for many in back}
    assert streak(days, TODAY) == length
