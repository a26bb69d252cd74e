"""Progress in words: numbers as a person says them, and nothing said that is not so."""

from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.day import Streak
from quizapp.core.progress import Mastery, Sums, Week
from quizapp.progress import Ahead, PlayedRound, Retained
from quizapp.tui import progress_wording as wording

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("milliseconds", "text"),
    [
        (0, "0 s"),
        (59_400, "59 s"),
        (59_600, "1 min"),
        (3_599_000, "1 h 00 min"),
        (7_500_000, "2 h 05 min"),
        (3_600_000 * 1234, "1 234 h 00 min"),
    ],
)
def test_a_length_of_time_has_two_units_at_most(milliseconds: int, text: str) -> None:
    assert wording.time_text(milliseconds) == text


@pytest.mark.parametrize(
    ("share", "text"), [(None, "–"), (0, "0 %"), (1, "100 %"), (0.8834, "88.3 %"), (0.9, "90.0 %")]
)
def test_shares_are_percentages(share: float | None, text: str) -> None:
    assert wording.percent(share) == text


@given(st.integers(1, 100_000), st.data())
def test_less_than_all_is_never_all_and_something_never_nothing(
    asked: int, data: st.DataObject
) -> None:
    kept = data.draw(st.integers(0, asked))
    assert (wording.percent(kept / asked) == "100 %") == (kept == asked)
    assert (wording.percent(kept / asked) == "0 %") == (kept == 0)


@pytest.mark.parametrize(
    ("streak", "longest", "text"),
    [
        (Streak(), 4, "No run of days now; your longest was 4 days."),
        (Streak(4), 4, "4 days in a row: your longest run so far."),
        (
            Streak(3, (TODAY,)),
            9,
            "3 days in a row, 1 missed day frozen; your longest run: 9 days.",
        ),
    ],
)
def test_a_run_is_told_with_what_was_frozen(streak: Streak, longest: int, text: str) -> None:
    assert wording.streak_text(streak, longest) == text


def test_what_is_due_is_told_with_the_limit_only_where_it_is_passed() -> None:
    ahead = Ahead(TODAY, (120, 0, 7, 7), 20, 100, 12.0)
    told = wording.ahead_told(ahead)
    assert told.sentences[0] == "Due today: 120 reviews, 20 of them overdue."
    assert told.sentences[1] == "At most 100 a day are asked; the rest waits."
    assert "The most after today: 7 on Wednesday, 4 March." in told.sentences
    assert [row.value for row in told.rows] == ["120", "0", "7", "7"]
    quiet = wording.ahead_told(ahead._replace(due=(1, 0, 0, 0), overdue=0))
    assert quiet.sentences[0] == "Due today: 1 review."
    assert not [one for one in quiet.sentences if "At most" in one or "The most" in one]


@pytest.mark.parametrize(
    ("kept", "words"), [(90, "as you want"), (95, "more than"), (80, "less than"), (None, "")]
)
def test_retention_is_compared_with_the_one_that_is_wanted(kept: int | None, words: str) -> None:
    lately = Sums() if kept is None else Sums(asked=100, kept=kept)
    found = wording.compared(Retained(0.9, lately, lately, lately, ()))
    assert words in found
    assert bool(words) == bool(found)
    if kept is not None:
        few = Sums(asked=10, kept=kept // 10)
        assert "Too few" in wording.compared(Retained(0.9, few, few, few, ()))


def test_weeks_without_anything_are_left_out_of_the_tables() -> None:
    weeks = (Week(date(2026, 2, 16), Sums(2, 2, 9000, 2, 1)), Week(date(2026, 2, 23), Sums()))
    empty = Sums()
    assert len(wording.retained_told(Retained(0.9, empty, empty, empty, weeks)).rows) == 1
    told = wording.time_told(Sums(2, 2, 9000), 1, weeks)
    assert [row.text for row in told.rows] == ["Week of 16 Feb 2026: 9 s"]
    assert wording.time_told(Sums(), 0, weeks).sentences == ()


def test_a_row_says_its_numbers_with_words_where_there_is_no_head() -> None:
    told = wording.mastery_told(Mastery(1, 2, 1), [("Capitals", Mastery(1, 0, 0))])
    assert told.sentences[0] == "1 of 4 questions strong: 25.0 %."
    assert [row.text for row in told.rows] == ["Capitals: 1 strong, 0 shaky, 0 new"]


def test_rounds_say_how_many_of_them_are_told() -> None:
    when = datetime(2026, 2, 3, 18, 30, tzinfo=timezone.utc)
    found = [PlayedRound(when, "all", right, 10, 100 * right, 60) for right in (5, 8)]
    told = wording.rounds_told(found, 40)
    assert told.sentences == (
        "40 rounds finished. The newest 2: 65.0 % right.",
        "Most points: 800, on 3 Feb 2026.",
    )
    assert [row.text for row in told.rows] == [
        "3 Feb 18:30: 8 of 10 right, 800 points",
        "3 Feb 18:30: 5 of 10 right, 500 points",
    ]
