from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.numbers import number_text, option_text, read_measure, read_number

WORDS = st.sampled_from(
    ["a", "one", "two", "ten", "twenty", "first", "third", "half", "hundred", "thousand", "oh", "½"]
)
MARKS = st.sampled_from(
    ["million", "and", "point", "minus", "5", "1.5", "1,000", "%", "of", "the", "/", "-", "e9"]
)


def read(text: str, unit: str = "", context: str = "") -> tuple[Fraction | int, ...]:
    return read_number(text, unit, context)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10", 10),
        ("ten", 10),
        (" Ten. ", 10),
        ("10th", 10),
        ("tenth", 10),
        ("the tenth", 10),
        ("about 40", 40),
        ("~40", 40),
        ("it is 40", 40),
        ("1,000", 1000),
        ("1 000", 1000),
        ("1\u202f000\u00a0000", 1_000_000),
        ("1'000", 1000),
        ("1.000.000", 1_000_000),
        ("1,00,000", 100_000),
        ("1,234.5", Fraction("1234.5")),
        ("1.234,5", Fraction("1234.5")),
        ("1.5", Fraction(3, 2)),
        ("1,5", Fraction(3, 2)),
        ("0,125", Fraction(1, 8)),
        (".5", Fraction(1, 2)),
        ("½", Fraction(1, 2)),
        ("2½", Fraction(5, 2)),
        ("2 1/2", Fraction(5, 2)),
        ("3/4", Fraction(3, 4)),
        ("one and a half", Fraction(3, 2)),
        ("two thirds", Fraction(2, 3)),
        ("a quarter", Fraction(1, 4)),
        ("three point one four", Fraction("3.14")),
        ("1.5 million", 1_500_000),
        ("half a million", 500_000),
        ("2 and a half million", 2_500_000),
        ("40k", 40_000),
        ("3bn", 3_000_000_000),
        ("two dozen", 24),
        ("twenty-seven", 27),
        ("a hundred", 100),
        ("two hundred and five", 205),
        ("one hundred and five thousand two hundred", 105_200),
        ("two thousand and one", 2001),
        ("nineteen ninety-six", 1996),
        ("nineteen oh five", 1905),
        ("twenty twenty-four", 2024),
        ("minus 5", -5),
        ("minus five", -5),
        ("–5", -5),
        ("−5", -5),
        ("-5", -5),
        ("+5", 5),
        ("6 x 10^23", 6 * 10**23),
        ("6.02×10²³", 602 * 10**21),
        ("1e3", 1000),
        ("٣٤", 34),
        ("none", 0),
        ("zero", 0),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: int | Fraction) -> None:
    assert read(text)[:1] == (value,)


@pytest.mark.parametrize(
    "text",
    [
        "", "x", "10 or 11", "10-12", "ten to twelve", "4.7.2024", "more than ten", "1/0", "10 km",
        "5%", "$5", "second half", "a", "the", "minus", "1.2,3.4", "tenth of July", "1" * 200,
        "10 1", "ten and",
    ],
)  # fmt: skip
def test_what_is_not_one_number_is_not_read(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("40%", "%", 40),
        ("40 %", "%", 40),
        ("40 per cent", "%", 40),
        ("forty percent", "%", 40),
        ("40", "%", 40),
        ("30 yrs", "years", 30),
        ("one year", "years", 1),
        ("5 km", "kilometres", 5),
        ("5 kilometers", "km", 5),
        ("5 sq km", "km²", 5),
        ("5 km²", "square kilometres", 5),
        ("5 m", "metres", 5),
        ("20 degrees celsius", "°C", 20),
        ("$5", "dollars", 5),
        ("-$5", "$", -5),
        ("5 dollars", "$", 5),
        ("3 million km", "km", 3_000_000),
    ],
)
def test_the_unit_may_follow_in_any_usual_spelling(text: str, unit: str, value: int) -> None:
    assert read(text, unit) == (value,)


def test_another_unit_is_not_read_as_the_right_one() -> None:
    assert read("40 miles", "km") == ()
    assert read("40 km", "%") == ()
    assert read("€5", "$") == ()


def test_words_of_the_question_may_follow() -> None:
    assert read("ten members", context="How many members were there?") == (10,)
    assert read("ten observers", context="How many members were there?") == ()
    assert read("ten or so", context="How many, ten or so?") == ()


def test_a_unit_with_a_scale_takes_the_number_in_full_or_in_the_unit() -> None:
    assert read("3.4 million people", "million people") == (Fraction("3.4"),)
    assert Fraction("3.4") in read("3.4", "million people")
    assert Fraction("3.4") in read("3,400,000", "million people")


def test_a_dot_before_three_digits_is_read_both_ways_the_english_one_first() -> None:
    assert read("1.000") == (1, 1000)
    assert read("1,000") == (1000,)


def test_a_text_that_is_a_number_is_known_as_one() -> None:
    assert read_measure("2001") == (Fraction(2001), "")
    assert read_measure("ten") == (Fraction(10), "")
    assert read_measure("40 %") == (Fraction(40), "%")
    assert read_measure("3 July") is None
    assert read_measure("10 Downing Street") is None


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (10, "", "10"),
        (40, "%", "40 %"),
        (40.0, "%", "40 %"),
        (30, "years", "30 years"),
        (1.5, "million", "1.5 million"),
        (2001, "", "2001"),
        (25000, "km", "25,000 km"),
        (-5, "°C", "-5 °C"),
        (5, "$", "$5"),
        (-5, "$", "-$5"),
        (1e22, "", "1e+22"),
        (0.1, "", "0.1"),
    ],
)
def test_a_number_is_shown_as_people_read_it(value: float, unit: str, text: str) -> None:
    assert option_text(value, unit) == text


@given(
    st.integers(-(10**15), 10**15)
    | st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 3)),
    st.sampled_from(["", "%", "years", "$", "km", "million people"]),
)
def test_a_number_as_shown_is_read_as_itself(value: float, unit: str) -> None:
    if len(str(abs(value)).replace(".", "")) <= 10 or isinstance(value, int):
        assert Fraction(str(value)) in read(option_text(value, unit), unit)


@given(st.integers(0, 10**9))
def test_a_number_in_groups_reads_as_without_them(value: int) -> None:
    assert read(f"{value:,}") == read(f"{value:,}".replace(",", " ")) == (value,)
    assert value in read(f"{value:,}".replace(",", "."))


@given(
    st.lists(WORDS | MARKS, max_size=8).map(" ".join) | st.text(max_size=40), st.text(max_size=10)
)
def test_reading_never_fails(text: str, unit: str) -> None:
    for value in read(text, unit, "How many?"):
        assert isinstance(value, Fraction)
        assert number_text(value)
