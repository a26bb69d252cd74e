"""Numbers in a sentence and what they count."""

import pytest

from quizapp.drafting.grammar.figures import find_figures


@pytest.mark.parametrize(
    ("text", "value", "kind", "noun"),
    [
        ("It has nine member states.", 9, "count", "member states"),
        ('It has fourteen "dialogue partners".', 14, "count", "dialogue partners"),
        ("At least 1,200 people came.", 1200, "count", "people"),
        ("About 4.3 million people live there.", 4_300_000, "count", "people"),
        ("It paid $18 billion.", 18_000_000_000, "money", ""),
        ("It rose by 7.7 per cent.", 7.7, "percent", ""),
        ("It is 10,000 square miles.", 10_000, "measure", "square miles"),
        ("twenty-five seats", 25, "count", "seats"),
    ],
)
def test_a_number_is_read_with_what_it_counts(text, value, kind, noun):
    (figure,) = find_figures(text)
    assert (figure.value, figure.kind, figure.noun) == (value, kind, noun)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    "text",
    [
        "in 2001",
        "Apollo 11 flew",
        "a 30-20 loss",
        "at 9 a.m.",
        "MH370",
        "July 4",
        "50 to 100 boats",
    ],
)
def test_years_names_scores_and_ranges_are_no_counts(text):
    assert find_figures(text) == []


@pytest.mark.parametrize("about", ["about", "more than", "nearly"])
def test_what_makes_a_number_inexact_is_kept(about):
    assert find_figures(f"{about} 30 ships")[0].about == about
