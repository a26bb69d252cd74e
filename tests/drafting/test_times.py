"""Times in a sentence, made absolute by the article's date."""

from datetime import date

import pytest

from quizapp.drafting.grammar.times import find_times

THURSDAY = date(2024, 7, 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It met on Thursday.", "on 4 July 2024"),
        ("It met on Wednesday.", "on 3 July 2024"),
        ("It met on Friday.", "on 28 June 2024"),
        ("It joined last year.", "in 2023"),
        ("It joins next year.", "in 2025"),
        ("It met last month.", "in June 2024"),
        ("It met today.", "on 4 July 2024"),
        ("It met in mid-May.", "in mid-May 2024"),
        ("It met on March 8.", "on 8 March 2024"),
        ("It met on 9 November.", "on 9 November 2023"),
        ("It met on 4 July 2012.", "on 4 July 2012"),
        ("It was founded in 2001.", "in 2001"),
        ("It began three years ago.", "in 2021"),
        ("It has worked since May 2020.", "since May 2020"),
    ],
)
def test_a_time_is_said_for_good(text, said):
    assert [time.said for time in find_times(text, THURSDAY)] == [said]


def test_what_lies_ahead_is_read_forward():
    assert find_times("It meets on Friday.", THURSDAY, future=True)[0].day == date(2024, 7, 5)


@pytest.mark.parametrize("text", ["last week", "recently", "on Thursday", "yesterday", "this year"])
def test_without_a_date_a_relative_time_stays_one(text):
    (time,) = find_times(f"It met {text}.", None)
    assert time.relative
    assert not time.said


@pytest.mark.parametrize(
    "text", ["May I come?", "They march on.", "An august house.", "in 2,001 ways"]
)
def test_other_words_are_no_times(text):
    assert find_times(text, THURSDAY) == []


def test_a_day_that_the_calendar_has_not_is_left_alone():
    assert find_times("on 31 June", THURSDAY)[0].day is None
