from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.forecast import Course, Held, reviews_a_day
from quizapp.core.memory import Memory, Rating, recall, review
from quizapp.core.weights import fitting, usual

TODAY = date(2026, 3, 2)
stabilities = st.floats(0.05, 3000)
difficulties = st.floats(1, 10)
retentions = st.sampled_from([0.8, 0.85, 0.9, 0.93, 0.97])


def as_memory(one: Held) -> Memory:
    return Memory(
        one.stability,
        one.difficulty,
        TODAY + timedelta(days=one.due),
        TODAY + timedelta(days=one.last),
        3,
        0,
    )


@settings(max_examples=60, deadline=None)
@given(stabilities, difficulties, retentions, st.integers(1, 400))
def test_every_step_is_what_the_library_would_do(
    stability: float, difficulty: float, retention: float, elapsed: int
) -> None:
    one = Held(stability, difficulty, -elapsed, 0)
    course = Course(retention)
    chance = course.recall(stability, elapsed)
    assert chance == pytest.approx(recall(as_memory(one), TODAY, retention=retention))
    for rating, after in (
        (Rating.GOOD, course.right(one, 0, chance)),
        (Rating.AGAIN, course.wrong(one, 0, chance)),
    ):
        expected = review(as_memory(one), rating, TODAY, retention=retention)
        assert after.stability == pytest.approx(expected.stability)
        assert after.difficulty == pytest.approx(expected.difficulty)
        assert after.due == (expected.due - TODAY).days


def test_fitted_weights_are_reckoned_with_as_the_library_would() -> None:
    weights = fitting([*usual()[:8], 1.4, *usual()[9:20], 0.3])
    one, course = Held(12, 6, -20, 0), Course(0.9, weights)
    chance = course.recall(12, 20)
    assert chance == pytest.approx(recall(as_memory(one), TODAY, weights=weights))
    for rating, after in (
        (Rating.GOOD, course.right(one, 0, chance)),
        (Rating.AGAIN, course.wrong(one, 0, chance)),
    ):
        expected = review(as_memory(one), rating, TODAY, weights=weights)
        assert after.stability == pytest.approx(expected.stability)
        assert after.difficulty == pytest.approx(expected.difficulty)
        assert after.due == (expected.due - TODAY).days


def test_a_memory_due_after_the_days_counted_asks_for_nothing() -> None:
    assert Course(0.9).reviews(Held(100, 5, -70, 30)) == 0


def test_an_overdue_memory_is_asked_today() -> None:
    assert Course(0.9).reviews(Held(1000, 5, -1000, -3)) == pytest.approx(1, abs=0.6)
    assert Course(0.9).reviews(Held(1000, 5, -1000, -3)) >= 1


def test_a_due_date_that_is_set_stays_whatever_is_wanted() -> None:
    memory = Held(200, 5, -180, 29)
    assert Course(0.8).reviews(memory) == Course(0.97).reviews(memory) == 1


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.builds(Held, st.floats(0.5, 60), difficulties, st.integers(-60, -1), st.just(0)),
        min_size=5,
        max_size=12,
    )
)
def test_wanting_to_keep_more_never_costs_much_less(memories: list[Held]) -> None:
    few, more, most = (reviews_a_day(memories, retention=one) for one in (0.8, 0.9, 0.97))
    # Rounding to whole days lets single memories go the other way, by a little.
    assert few <= more * 1.1
    assert more <= most * 1.1


def test_fresh_memories_cost_more_at_a_higher_retention() -> None:
    memories = [Held(3, 5, -3, number % 5) for number in range(50)]
    assert reviews_a_day(memories, retention=0.97) > 1.5 * reviews_a_day(memories, retention=0.85)


def test_the_average_is_over_all_the_days() -> None:
    memory = Held(5000, 5, -100, 0)
    assert reviews_a_day([memory] * 60, retention=0.9) == pytest.approx(2, rel=0.2)


def test_ten_days_are_ten_days_at_the_usual_retention() -> None:
    assert Course(0.9).interval(10) == 10
    assert Course(0.97).interval(10) < 5 < 15 < Course(0.8).interval(10)
