"""Names in place of what only points at somebody or something, where the article is certain."""

from datetime import date

import pytest

from quizapp.drafting.engine import draft_article

TODAY = date(2024, 7, 4)


def drafts(body, headline="News of the day", today=TODAY):
    return draft_article(f"{headline}\n\n{body}\n", today=today)


def asks(body, headline="News of the day"):
    return " ".join(one.ask for one in drafts(body, headline))


def resolved(body, headline="News of the day"):
    return " ".join(
        flag.about
        for one in drafts(body, headline)
        for flag in one.flags
        if flag.name == "resolved"
    )


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (
            (
                "The Titanic, a ship of 46,000 tons, left Southampton in 1912. "
                "The ship carried more than 2,200 people on its first voyage."
            ),
            "the Titanic",
        ),
        (
            (
                "Engineers opened the Golden Gate Bridge in San Francisco in 1937. "
                "The workers painted the bridge with 40,000 litres of paint in 1938."
            ),
            "the Golden Gate Bridge",
        ),
        (
            "The container ship Dali left Aarhus in 2016. The ship carried 9,000 containers.",
            "Dali",
        ),
        (
            (
                "Germany sent a novel called Kidnapped to the library in 2001. "
                "In 2002 Japan bought 900 copies of the novel."
            ),
            "Kidnapped",
        ),
        (
            "The Voyager spacecraft left in 1977. The spacecraft sent 52 pictures to NASA.",
            "the Voyager spacecraft",
        ),
        (
            (
                "Mats Malm of the Swedish Academy named the winner in 2024. "
                "In 1901 the Academy gave Sully Prudhomme a prize of 150,000 kronor."
            ),
            "the Swedish Academy",
        ),
    ],
)
def test_what_is_introduced_by_name_is_named_in_the_question(body, named):
    assert f"{named}: the article says" in resolved(body)


@pytest.mark.parametrize(
    "body",
    [
        # Two of the kind are named.
        (
            "The Titanic, a ship of 46,000 tons, met the Carpathia, a ship of 13,000 tons. "
            "The ship carried more than 2,200 people."
        ),
        # Another, without a name, comes between.
        (
            "The Titanic, a ship of 46,000 tons, left Southampton in 1912. A ship from Norway "
            "stopped in 1913. The ship carried more than 2,200 people."
        ),
        # It is a new one.
        (
            "Engineers opened the Golden Gate Bridge in San Francisco in 1937. "
            "The new bridge cost about 900 million dollars."
        ),
        # Another company stands nearby.
        (
            "Airbus, a company in Toulouse, sold 600 aircraft in 2020. Boeing followed Qantas to "
            "Chicago. The company sold 157 aircraft."
        ),
        # A clause of its own begins behind the comma.
        (
            "In a letter to Qantas, the airline said that 900 people were waiting in 2020. "
            "The airline flew 40 aircraft to Perth."
        ),
    ],
)
def test_nothing_is_named_where_two_could_be_meant(body):
    assert "the article says" not in resolved(body)


def test_the_name_that_is_asked_for_is_not_given_away():
    body = (
        "The Titanic, a ship of 46,000 tons, left Southampton in 1912. "
        "Passengers called the ship Titanic in 1912 when it sailed from Cherbourg."
    )
    assert all(str(one.answer) not in one.ask for one in drafts(body) if one.kind != "date")


def test_he_is_the_only_person_whom_the_paragraph_names():
    body = (
        "Neil Armstrong was born in Ohio in 1930. In 1947 he went to Purdue University in Indiana."
    )
    assert "Neil Armstrong went to" in asks(body)
    assert 'Neil Armstrong: the article says "he"' in resolved(body)


@pytest.mark.parametrize(
    "body",
    [
        "Neil Armstrong met Buzz Aldrin in Ohio in 1960. In 1961 he went to Purdue in Indiana.",
        "Neil Armstrong was born in Ohio in 1930. In 1947 his brother said he went to Indiana.",
        "Neil Armstrong was born in Ohio in 1930. In 1947 she went to Purdue in Indiana.",
    ],
)
def test_he_stays_where_somebody_else_could_be_meant(body):
    assert 'the article says "he"' not in resolved(body).lower()
    assert 'the article says "she"' not in resolved(body).lower()


def test_a_family_name_alone_becomes_the_whole_name():
    body = (
        "Neil Armstrong was born in Ohio in 1930. The president gave Armstrong a medal in "
        "Washington in 1978."
    )
    assert "Neil Armstrong a medal" in asks(body)


def test_the_country_of_an_article_on_one_country_is_named():
    body = (
        "Egypt ended malaria in 2024. Egypt had begun in 1930, and Egypt built a dam in 1970. "
        "In 1942 the country counted more than 3 million cases."
    )
    assert 'Egypt: the article says "the country"' in resolved(body, "Egypt ends malaria")
    more = f"{body} Sudan and Libya helped Sudan."
    assert "Libya: the article says" not in resolved(more, "Egypt ends malaria")


def test_the_government_of_that_country_is_named_with_it():
    body = (
        "Egypt ended malaria in 2024. Egypt had begun in 1930, and Egypt built a dam in 1970. "
        "In 1942 the government hired more than 4,000 health workers."
    )
    assert "Egypt\u2019s government: the article says" in resolved(body, "Egypt ends malaria")


def test_somebody_told_by_age_alone_is_the_one_whom_the_line_before_names():
    body = (
        "Neil Armstrong flew to Ohio in 1930. The 23-year-old took 34 photographs in Ohio in 1931."
    )
    assert "Neil Armstrong: the article says" in resolved(body)
    two = body.replace("flew", "flew with David Scott")
    assert "Neil Armstrong: the article says" not in resolved(two)


def test_a_prize_is_named_with_what_it_is_for():
    body = (
        "Selma Lagerlof received the Nobel Prize in Literature in 1909. "
        "In 1938 Pearl Buck of Norway got the prize with 900 votes."
    )
    assert "the Nobel Prize in Literature: the article says" in resolved(body)
