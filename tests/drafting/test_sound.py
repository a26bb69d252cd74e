"""What no draft may do: cut a time, guess a year, lose an exception, ask what is taken back."""

from datetime import date

import pytest
from drafting.test_rules import asks, drafts

JULY = date(2024, 7, 4)


def texts(body, today=JULY):
    return " | ".join(f"{one.ask} {one.answer}" for one in drafts(body, today))


def flags(body, today=JULY):
    return {flag.name for one in drafts(body, today) for flag in one.flags}


@pytest.mark.parametrize(
    "body",
    [
        "The Titanic left Southampton at 12:39 p.m. on Wednesday.",
        "NASA launched Apollo 11 from Florida in 2:04:35 on Tuesday.",
    ],
)
def test_a_time_is_never_cut_at_its_colon(body):
    asked = [f"{one.ask} " for one in drafts(body)]
    assert asked
    assert not any(ask.rstrip("? .").endswith((" 12", " 2")) for ask in asked)


@pytest.mark.parametrize(
    "body",
    [
        "The Eiffel Tower had little protection by today's standards.",
        "Visitors to Stonehenge may touch the stones of France today.",
    ],
)
def test_today_in_a_general_statement_is_no_day(body):
    assert "4 July 2024" not in texts(body)
    assert "2024-07-04" not in texts(body)


def test_a_day_ahead_is_no_day_of_the_year_before():
    asked = texts("NASA planned to show the capsule to France on July 20.")
    assert "2023" not in asked
    assert "20 July 2024" in asked


def test_the_year_of_the_sentence_before_wins_over_arithmetic():
    body = "Russia invaded Ukraine in February 2022. Sweden applied to NATO on 18 May of that year."
    asked = texts(body)
    assert "18 May 2024" not in asked
    assert "2024-05-18" not in asked


@pytest.mark.parametrize(
    ("month", "said"),
    [("in the coming August", "August 2024"), ("last August", "August 2023")],
)
def test_a_month_lies_where_the_word_before_it_says(month, said):
    asked = texts(f"Sweden opened the bridge to Denmark {month}.")
    assert said in asked or "August" not in asked
    assert "last in" not in asked


def test_a_year_of_what_is_compared_is_not_asked_for():
    assert not asks("Spain scored 15 goals, one more than France in 1984.", "date")


def test_what_the_next_sentence_takes_back_is_not_asked():
    body = "Everybody knew that the stone of Stonehenge came from Wales. It had not."
    assert not drafts(body)
    assert drafts("The stone of Stonehenge came from Wales in 1920. It was heavy.")


def test_an_exception_stays():
    body = "Police closed the road to Reykjavik in 2023 to everyone but the crews of Iceland."
    assert all("but" in one.ask for one in drafts(body))


def test_a_condition_in_front_stays():
    asked = texts("When the Brooklyn Bridge was opened, the largest ships carried 300 containers.")
    assert "carry" not in asked or "when the Brooklyn Bridge was opened" in asked


def test_a_demand_without_its_speaker_is_not_asked():
    assert not asks("Egypt must keep up its guard against 300 cases from abroad.", "who")


def test_who_has_said_it_is_named():
    asked = asks("The World Health Organization has said that 8,000 people were hurt in Egypt.")
    assert all("World Health Organization" in ask for ask in asked)
    assert asked


def test_an_aside_in_brackets_is_no_speaker():
    body = "Only 18 ships will pass, the Panama Canal Authority (ACP, from its name) announced."
    assert all("from its name" not in one.said_by for one in drafts(body))


def test_a_day_is_no_part_of_a_speaker():
    body = "Companies had agreed to raise pay by 5 percent, on Friday the union Rengo said."
    assert all(not one.said_by.startswith("on ") for one in drafts(body))


@pytest.mark.parametrize("thing", ["DNA", "UTC", "USB"])
def test_not_all_capitals_are_organisations(thing):
    body = f"France tested {thing} on Monday in Paris."
    assert not any("rganisation" in ask for ask in asks(body))


@pytest.mark.parametrize(
    "body",
    [
        "The stone was carried 750 kilometres to Wales in 1920.",
        "France measured the sample for 40 days in 1999.",
        "The Academy gave the award to France in 1999.",
    ],
)
def test_a_thing_that_is_not_named_is_flagged(body):
    assert "vague" in flags(body)


@pytest.mark.parametrize(
    "body",
    [
        "The asteroid Bennu was reached by Japan in 2018.",
        "The age of the Earth was measured in France in 1956.",
        "The Altar Stone was carried to England in the year 1920.",
    ],
)
def test_a_thing_that_is_named_is_not_flagged(body):
    assert not any(flag.about.endswith(": which?") for one in drafts(body) for flag in one.flags)


def test_a_year_that_the_sentence_does_not_say_is_flagged():
    assert "resolved" in flags("Croatia signed the treaty with Hungary on Monday.")


def test_one_draft_of_a_sentence_stands_before_a_second_of_any_other():
    body = "France beat Spain by 3 goals in Berlin in 1999. Italy sent 40 ships to Egypt in 1998."
    first = [one for one in drafts(body) if not one.more]
    assert len({one.sentence for one in first[:2]}) == 2
