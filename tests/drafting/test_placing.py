"""The news that is put in front of a question which does not say what it is on."""

from datetime import date

import pytest

from quizapp.drafting.engine import draft_article
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import find_names
from quizapp.drafting.text.article import look_at
from quizapp.drafting.text.headlines import cuts, topic

TODAY = date(2025, 7, 15)
TREE = "Pair who felled Sycamore Gap tree jailed for more than four years"


def drafts(body, headline=TREE, today=TODAY):
    return draft_article(f"{headline}\n\n{body}\n", today=today)


def asks(body, headline=TREE, today=TODAY):
    return [one.ask for one in drafts(body, headline, today)]


@pytest.mark.parametrize(
    ("headline", "quoted"),
    [
        (TREE, "Pair who felled Sycamore Gap tree jailed"),
        (
            "Boko takes over in Botswana as voters throw out party that ruled for 58 years",
            "Boko takes over in Botswana",
        ),
        (
            "One cable for all: EU lawmakers back USB-C",
            "One cable for all: EU lawmakers back USB-C",
        ),
        (
            "One cable for all the many things that one has: EU lawmakers back USB-C",
            "EU lawmakers back USB-C",
        ),
        ('Minister calls plan "a disaster" in Oslo', "Minister calls plan ‘a disaster’ in Oslo"),
        ("Storm hits the coast of Norway | Bergen News", "Storm hits the coast of Norway"),
        (
            "After visa snags and long delays, Afghan girls' team flies to Washington for contest",
            "Afghan girls’ team flies to Washington for contest",
        ),
    ],
)
def test_a_headline_is_cut_between_clauses_and_quoted(headline, quoted):
    assert cuts(headline)[0] == quoted


@pytest.mark.parametrize(
    "headline",
    [
        "How did the storm become a monster in one day?",
        "NEWS OF THE WEEK IN OSLO",
        "News of the day",
    ],
)
def test_a_headline_that_asks_shouts_or_says_nothing_is_not_quoted(headline):
    assert cuts(headline) == ()


def test_a_figure_without_an_occasion_gets_headline_and_month():
    found = asks("The longest possible term for criminal damage is ten years.")
    lead = "On “Pair who felled Sycamore Gap tree jailed” ("
    assert any(one.startswith(lead) and "2025): " in one for one in found)


def test_the_flag_goes_only_where_the_headline_names_what_was_open():
    body = "The tree was worth 622,000 pounds to the park in {}."
    (one, *_) = [x for x in drafts(body.format("Leeds")) if x.kind == "number"] or drafts(
        body.format("Leeds")
    )
    assert "vague" not in {flag.name for flag in one.flags}
    (other, *_) = drafts("The stadium cost 622,000 pounds and the wall 900 pounds.")
    assert other.ask.startswith(("On “", "Fill the gap, on “"))
    assert "vague" in {flag.name for flag in other.flags}


def test_an_occasion_is_named_by_news_that_shares_a_word():
    for body, is_open in (
        ("Ann Lee of Leeds was jailed with 40 friends.", False),
        ("Ann Lee of Leeds came third with 40 boats.", True),
    ):
        placed = [one for one in drafts(body) if "2025): " in one.ask]
        assert placed
        for one in placed:
            assert ("vague" in {flag.name for flag in one.flags}) is is_open


def test_a_headline_that_gives_the_answer_away_is_not_quoted():
    body = "The storm damaged the harbour of Norway and 12 ships of the line."
    for one in drafts(body, "Storm hits the coast of Norway"):
        assert one.answer != "Norway" or "Storm hits" not in one.ask


def test_a_date_that_is_asked_for_is_not_told_in_front():
    body = "The storm damaged 12 ships on Monday."
    found = [x for x in drafts(body, "Storm hits the coast of Norway") if x.kind == "date"]
    assert found
    assert not any("2025" in one.ask for one in found)


def test_a_headline_that_asks_leaves_its_subject():
    body = (
        "The surface of the sea had reached 31 degrees. On Wednesday Otis hit Acapulco. Officials "
        "say that 220,000 homes were damaged. Otis killed 43 people in Acapulco."
    )
    found = asks(body, "How did Hurricane Otis become a monster in one day?")
    assert any("n Hurricane Otis (July 2025): " in one for one in found)


def test_what_is_asked_with_its_day_has_it_in_the_brackets():
    body = "Unemployment in the towns has risen to 28 percent."
    found = asks(body, "Boko takes over in Botswana")
    assert any(
        "on “Boko takes over in Botswana” (15 July 2025): " in one.lower()
        or "n “Boko takes over in Botswana” (15 July 2025): " in one
        for one in found
    )
    assert not any("as of" in one and "n “" in one for one in found)


def test_no_question_with_its_lead_is_longer_than_33_words():
    body = "The tree " + "that stood for very many years near the old wall of the shire " * 3
    found = asks(f"{body}cost 622,000 pounds.")
    assert not any(one.startswith(("On “", "Fill the gap, on “")) for one in found)


@pytest.mark.parametrize(
    ("headline", "is_led"),
    [(TREE, True), ("Airbus fells the last old tree in Leeds", False)],
)
def test_it_gets_no_headline_that_names_somebody_who_may_be_taken_for_it(headline, is_led):
    body = "Airbus came to Leeds.\n\nIt lost 622,000 leaves to the storms in 2014."
    open_ = [x for x in drafts(body, headline) if "pronoun" in {flag.name for flag in x.flags}]
    assert open_
    assert all(("n “" in one.ask) == is_led for one in open_)


def test_a_person_who_is_not_named_gets_no_headline():
    for one in drafts("She paid 622,000 pounds to the court in Leeds."):
        assert "pronoun" not in {flag.name for flag in one.flags} or "n “" not in one.ask


def test_what_is_so_on_a_day_is_asked_in_the_present():
    found = asks("Carlos Alcaraz is coached by the former champion Juan Carlos Ferrero in Murcia.")
    assert not any("as of" in one and (" was " in one or " had " in one) for one in found)
    assert any(" is coached by " in one for one in found)


def test_what_was_done_long_ago_is_not_dated_as_of_today():
    body = "When the ice broke, the men rowed three boats to a rock where none would have come."
    assert not any("as of" in one for one in asks(body))


def test_a_part_of_a_headline_that_lacks_its_telling_name_is_not_quoted():
    headline = "Cheers and a fire alarm as Elizabeth line opens at last"
    assert all("Elizabeth line" in one for one in cuts(headline, "Elizabeth line"))


def _topic(headline, body):
    article = look_at(f"{headline}\n\n{body}\n")
    return topic(View(article, find_names(article), TODAY))


def test_a_label_names_the_event_and_no_bare_place_or_asking_word():
    line = "The Elizabeth line opened in London. The Elizabeth line has ten new stations."
    assert _topic("Cheers in London as Elizabeth line opens", line) == "the Elizabeth line"
    cup = (
        "Ivory Coast won the Africa Cup of Nations final on Sunday. The Africa Cup of Nations"
        " was held in Ivory Coast."
    )
    wanted = "the Africa Cup of Nations final"
    assert _topic("Hosts Ivory Coast win Cup of Nations", cup) == wanted
    land = "Canada and Denmark signed an accord. Canada is glad of it, and Denmark as well."
    assert "How" not in _topic("How Canada and Denmark ended a quarrel", land)
