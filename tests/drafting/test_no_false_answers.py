"""Shapes that once made false answers: each is told truly or not asked."""

from datetime import date

import pytest

from quizapp.drafting.engine import draft_article
from quizapp.drafting.grammar.figures import find_figures
from quizapp.drafting.grammar.times import find_times
from quizapp.drafting.rules.rewording import reworded
from quizapp.packs.checking.copying import Phrases

TODAY = date(2024, 9, 5)


def drafts(text):
    return draft_article(text, today=TODAY)


@pytest.mark.parametrize("text", ["a few dozen ancestors", "several hundred people"])
def test_a_vague_number_is_no_figure(text):
    assert find_figures(text) == []


def test_percentage_points_are_counted_and_are_no_percentage():
    assert [one.kind for one in find_figures("a rise of 6.5 percentage points")] == ["count"]
    assert [one.kind for one in find_figures("a rise of 6.5 percent")] == ["percent"]


def test_a_rocket_named_long_march_tells_no_day():
    assert find_times("It flew on a Long March 5 rocket.", TODAY) == []
    assert find_times("It flew on March 5 from Hainan.", TODAY)


def test_what_was_due_to_be_done_was_not_done_because_of_something():
    text = "the line was due to be finished in December 2018 by the builders"
    assert "because of" not in reworded(f"In which city was it that {text}?", Phrases(text))


def test_the_river_is_not_the_company():
    found = drafts(
        "Summit ends\n\nThe next meeting will be held in Belem, at the mouth of the Amazon, in"
        " November 2025.\n"
    )
    assert found
    assert not any("company" in one.ask for one in found)


def test_a_continent_is_not_replaced_by_the_name_of_a_body():
    found = drafts(
        "Vaccines arrive\n\nAfrica CDC said that doses had come. The virus had been spreading in"
        " Africa undetected since 2022, Africa CDC said.\n"
    )
    assert not any("in Africa CDC" in one.ask for one in found)


def test_the_island_is_not_another_than_the_headlines():
    found = drafts(
        "Two lands end their quarrel over Hans Island\n\nIt lies between Canada's Ellesmere Island"
        " and northwestern Greenland. The island measures about 1.3 square kilometres.\n"
    )
    assert not any("Ellesmere Island measures" in one.ask for one in found)


def test_a_date_is_not_asked_where_another_clause_has_its_own():
    found = drafts(
        "Line opens\n\nThe project was given a budget of $14 billion in 2010 and was due to be"
        " finished in December 2018.\n"
    )
    assert not any(one.kind == "date" and "2010" in one.ask for one in found)


def test_who_only_heard_it_did_not_say_it():
    found = drafts(
        'Samples weighed\n\n"The samples brought back were more viscous than the former ones," Ge'
        " Ping, the mission's spokesperson, told reporters.\n"
    )
    assert not any("according to reporters" in one.ask for one in found)
