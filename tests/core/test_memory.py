from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.memory import Memory, Rating, futures, in_days, in_words, recall, replay, review
from quizapp.core.weights import fitting, usual

DAY = date(2026, 3, 2)
RATINGS = st.sampled_from(list(Rating))
HISTORIES = st.lists(st.tuples(RATINGS, st.integers(0, 400)), min_size=1, max_size=8)


def dated(history: list[tuple[Rating, int]]) -> list[tuple[Rating, date]]:
    day, reviews = DAY, []
    for rating, gap in history:
        day += timedelta(days=gap)
        reviews.append((rating, day))
    return reviews


def test_a_first_good_reply_is_due_some_days_later() -> None:
    memory = review(None, Rating.GOOD, DAY)
    assert (memory.replies, memory.lapses, memory.last) == (1, 0, DAY)
    assert 1 <= (memory.due - DAY).days <= 5


def test_a_lapse_is_counted_and_comes_back_the_next_day() -> None:
    memory = review(review(None, Rating.GOOD, DAY), Rating.AGAIN, DAY + timedelta(days=3))
    assert memory.lapses == 1
    assert (memory.due - memory.last).days == 1


@given(HISTORIES)
def test_an_easier_rating_never_comes_back_sooner(history: list[tuple[Rating, int]]) -> None:
    reviews = dated(history)
    days = futures(replay(reviews), reviews[-1][1] + timedelta(days=5))
    assert list(days.values()) == sorted(days.values())
    assert min(days.values()) >= 1


@given(HISTORIES)
def test_a_replay_gives_the_very_same_memory(history: list[tuple[Rating, int]]) -> None:
    one_by_one: Memory | None = None
    for rating, day in dated(history):
        one_by_one = review(one_by_one, rating, day)
    assert replay(dated(history)) == one_by_one


@given(HISTORIES, st.floats(0.5, 2.5))
def test_other_weights_are_replayed_to_the_same_bits_too(
    history: list[tuple[Rating, int]], growth: float
) -> None:
    weights = fitting([*usual()[:8], growth, *usual()[9:]])
    one_by_one: Memory | None = None
    for rating, day in dated(history):
        one_by_one = review(one_by_one, rating, day, weights=weights)
    assert replay(dated(history), weights=weights) == one_by_one


def test_a_clock_set_back_in_a_replay_counts_as_the_last_day() -> None:
    reviews = [(Rating.GOOD, DAY), (Rating.GOOD, DAY - timedelta(days=9)), (Rating.EASY, DAY)]
    assert replay(reviews) == replay([(rating, DAY) for rating, _ in reviews])


def test_a_clock_set_back_counts_as_the_last_day() -> None:
    memory = review(None, Rating.GOOD, DAY)
    assert review(memory, Rating.GOOD, DAY - timedelta(days=9)) == review(memory, Rating.GOOD, DAY)


def test_recall_falls_with_time_and_is_nine_in_ten_at_the_stability() -> None:
    memory = Memory(10.0, 5.0, DAY + timedelta(days=10), DAY, 3, 0)
    chances = [recall(memory, DAY + timedelta(days=days)) for days in (0, 5, 10, 50)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1.0
    assert chances[2] == pytest.approx(0.9)


def test_wanting_more_retention_brings_questions_back_sooner() -> None:
    memory = replay([(Rating.GOOD, DAY), (Rating.GOOD, DAY + timedelta(days=2))])
    late = futures(memory, DAY + timedelta(days=12), retention=0.8)
    soon = futures(memory, DAY + timedelta(days=12), retention=0.97)
    assert soon[Rating.GOOD] < late[Rating.GOOD]


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "1 d"), (20, "20 d"), (21, "3 wk"), (90, "3 mo"), (912, "2.5 y"), (36500, "100 y")],
)
def test_a_length_of_time_is_said_in_a_few_letters_where_there_is_no_room(
    days: int, text: str
) -> None:
    assert in_days(days) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(1, "1 day"), (2, "2 days"), (21, "3 weeks"), (90, "3 months"), (912, "2.5 years")],
)
def test_a_length_of_time_reads_as_a_learner_says_it(days: int, text: str) -> None:
    assert in_words(days) == text
