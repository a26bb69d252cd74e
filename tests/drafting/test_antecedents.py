"""Names for "it", "they" and "the group", and none where anything else might be meant."""

from datetime import date

import pytest

from quizapp.drafting.engine import draft_article

TODAY = date(2024, 2, 22)


def resolved(body, headline="Record day for shops of the town"):
    found = draft_article(f"{headline}\n\n{body}\n", today=TODAY)
    return " ".join(f.about for one in found for f in one.flags if f.name == "resolved")


@pytest.mark.parametrize(
    ("body", "name", "word"),
    [
        (
            "Boeing opened an office in Peru. It employed 900 workers in 2019.",
            "Boeing",
            "It",
        ),
        (
            "Toyota, a maker of cars, closed in Norway in 2012. Its sales fell by 40 percent.",
            "Toyota’s",
            "its",
        ),
        (
            "John Glenn and Neil Armstrong met in Ohio. They were given 12 medals in 1962.",
            "John Glenn and Neil Armstrong",
            "They",
        ),
    ],
)
def test_a_pronoun_is_the_subject_of_the_line_before(body, name, word):
    assert f'{name}: the article says "{word}"' in resolved(body)
    assert "Toyota’s’s" not in resolved(body)


@pytest.mark.parametrize(
    "body",
    [
        # Another organisation stands in the line before.
        "Boeing sued Airbus in Peru. It employed 900 workers in 2019.",
        # The law or the body?
        "Boeing proposed a law in Peru. It cost 900 million dollars in 2019.",
        # Somebody's possession is the subject.
        "Boeing's plan failed in Peru. It employed 900 workers in 2019.",
        # In another paragraph.
        "Boeing opened an office in Peru.\n\nIt employed 900 workers in 2019.",
        # The lawyers or the two?
        "John Glenn and Neil Armstrong met lawyers. They were given 12 medals in 1962.",
        # Three people.
        "John Glenn and Neil Armstrong met Michael Collins. They were given 12 medals in 1962.",
    ],
)
def test_a_pronoun_stays_where_anything_else_may_be_meant(body):
    assert "the article says" not in resolved(body)


NVIDIA = (
    "Shares in Nvidia rose by 16 percent on Thursday. Nvidia sold more chips than ever. "
    "Customers wait for months, and Nvidia cannot keep up.\n\n"
)


def test_the_group_is_the_one_company_that_an_article_is_about():
    body = f"{NVIDIA}The chips bring in 83 percent of the group's revenue in California."
    assert 'Nvidia: the article says "the group' in resolved(body, "Nvidia has a record day")


@pytest.mark.parametrize(
    "line",
    [
        "Microsoft bought chips. The group sold 900 phones in California in 2019.",
        "A rival company failed. The group sold 900 phones in California in 2019.",
    ],
)
def test_the_group_stays_where_another_may_be_meant(line):
    assert "the article says" not in resolved(f"{NVIDIA}{line}", "Nvidia has a record day")


def test_what_the_headline_names_with_its_kind_is_known():
    body = "The storm killed 43 people in Mexico. On Wednesday Otis hit Mexico."
    headline = "How did Hurricane Otis become a monster?"
    assert 'Hurricane Otis: the article says "the storm"' in resolved(body, headline).replace(
        "The", "the"
    )


def test_a_class_is_no_name():
    body = "It was a Category 5 hurricane. The storm killed 43 people in Acapulco in 2023."
    assert "Category 5: " not in resolved(body)
    assert "hurricane: the article" not in resolved(body)
