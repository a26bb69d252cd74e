from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.dates import MONTHS, date_problem, date_text, read_date

DAY = date(2024, 7, 4)
PIECES = st.sampled_from(
    ["4", "07", "2024", "24", "july", "jul", "may", "the", "of", "4th", "/", ".", "-", ",", "0"]
)
ODD_PIECES = st.sampled_from(["th", "thursday", "31", "februar", "99999", "'", "second", "year"])


@pytest.mark.parametrize(
    "text",
    [
        "4 July 2024", "4 july 2024", "July 4, 2024", "July 4 2024", "Jul 4th, 2024",
        "the 4th of July 2024", "fourth of July 2024", "4. Jul. 2024",
        "4-Jul-2024", "4July2024", "Thursday, 4 July 2024", "Thu 4 Jul 2024", "2024 July 4",
        "2024-07-04", "2024/7/4", "2024.07.04", "20240704", "4.7.2024", "04.07.2024",
        "4. 7. 2024", "on 4 July 2024.", "٤ July ٢٠٢٤",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_date(text) == (DAY,)
    assert date_problem(text) == ""


def test_slashes_are_read_day_first_and_month_first() -> None:
    assert read_date("04/07/2024") == (DAY, date(2024, 4, 7))
    assert read_date("7-4-2024") == (date(2024, 4, 7), DAY)
    assert read_date("4/13/2024") == (date(2024, 4, 13),)
    assert read_date("4/4/2024") == (date(2024, 4, 4),)


def test_dots_are_read_day_first_only() -> None:
    assert read_date("7.4.2024") == (date(2024, 4, 7),)


def test_two_digits_of_a_year_are_read_in_both_centuries() -> None:
    assert read_date("4 jul 24") == (DAY, date(1924, 7, 4))
    assert read_date("4 jul '96") == (date(1996, 7, 4), date(2096, 7, 4))


def test_a_rank_in_words_is_read() -> None:
    assert read_date("the twenty-first of June 2001") == (date(2001, 6, 21),)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("4 July", "year is missing"),
        ("4/7", "year is missing"),
        ("4.7.", "year is missing"),
        ("July 2024", "day of the month is missing"),
        ("2024", "Day and month are missing"),
        ("31 June 2024", "no 31 June 2024"),
        ("29.2.2023", "no 29 February 2023"),
        ("13.13.2024", "no month 13"),
        ("3-4 July 2024", "one day only"),
        ("4 July 20244", "four digits"),
        ("tomorrow", "31 May 1999"),
        ("4 Jully 2024", "31 May 1999"),
        ("", "31 May 1999"),
        ("4 July 2024 " * 50, "31 May 1999"),
    ],
)
def test_what_is_missing_is_said(text: str, about: str) -> None:
    assert read_date(text) == ()
    assert about in date_problem(text)


def test_the_example_never_gives_the_answer_away() -> None:
    assert "31 May 1999" not in date_problem("x", date(1999, 5, 31))
    assert "1999-05-31" not in date_problem("x", date(1999, 5, 31))
    assert "25 November 1987" in date_problem("x", date(1999, 5, 31))


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(3, 9))
def test_every_day_is_read_from_every_way_to_write_it(day: date, letters: int) -> None:
    month = MONTHS[day.month - 1]
    assert read_date(date_text(day)) == (day,)
    assert read_date(day.isoformat()) == (day,)
    assert read_date(f"{month[:letters].upper()} {day.day}, {day.year}") == (day,)
    assert read_date(f"{day.day}.{day.month}.{day.year}") == (day,)
    assert day in read_date(f"{day.month}/{day.day}/{day.year}")
    assert day in read_date(f"{day.day}/{day.month}/{day.year}")


@given(st.lists(PIECES | ODD_PIECES, max_size=7).map(" ".join) | st.text(max_size=40))
def test_a_text_is_a_day_or_has_a_problem_and_never_fails(text: str) -> None:
    assert bool(read_date(text)) != bool(date_problem(text))
