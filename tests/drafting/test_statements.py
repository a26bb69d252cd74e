"""Statements that hold a gap, what is left out of them, and counted lists."""

from datetime import date

import pytest

from quizapp.drafting.engine import draft_article
from quizapp.drafting.grammar.points import find_phrase
from quizapp.drafting.grammar.statements import MOST, statements
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import find_names
from quizapp.drafting.rules.counted_lists import counted_list_ideas
from quizapp.drafting.rules.gaps import gap_ideas
from quizapp.drafting.text.article import look_at

JULY = date(2024, 7, 4)


def seen(body):
    article = look_at(f"News of the day\n\n{body}\n")
    return View(article, find_names(article), JULY), article.sentences[0]


def stated(body):
    view, sentence = seen(body)
    return [sentence.text[one.start : one.end] for one in statements(view, sentence)]


def gaps(body):
    return {one.ask: one.answer for one in gap_ideas(*seen(body))}


def lists(body):
    return [(one.ask, one.answer) for one in counted_list_ideas(*seen(body))]


def test_a_short_sentence_is_a_statement_as_it_stands():
    body = "The locks lift ships 26 metres to a lake."
    assert stated(body) == [body[:-1]]


def test_who_reports_is_not_part_of_the_statement():
    view, sentence = seen("The locks lift ships 26 metres, said Anna Berg.")
    (one,) = statements(view, sentence)
    assert one.who == "Anna Berg"
    assert sentence.text[one.start : one.end] == "The locks lift ships 26 metres"


def test_who_reports_is_described_outside_the_statement():
    body = "According to Anna Berg, the city's chief planner, the bridge carried 300 cars a day."
    assert stated(body) == ["the bridge carried 300 cars a day"]


def test_a_long_sentence_is_cut_where_it_still_says_something():
    body = (
        "The city of Vienna opened the long bridge over the Danube in the spring of 1976 with a"
        " great feast for everybody, which many of its people still remember as the finest day of"
        " their lives."
    )
    (one,) = stated(body)
    assert one.endswith("for everybody")
    assert len(one.split()) <= MOST


def test_both_halves_of_a_long_sentence_are_statements():
    body = (
        "In February the prime minister received his guest in Budapest, where the two of them"
        " announced that Hungary would buy four jets from Sweden; the parliament of Hungary voted"
        " for the treaty by 188 to 6."
    )
    assert stated(body)[-1] == "the parliament of Hungary voted for the treaty by 188 to 6"


@pytest.mark.parametrize(
    "body",
    [
        "How many ships pass the lock?",
        "The largest locks of the world",
        "Imagine that a ship of 300 metres waits.",
        "I was told that the ship waits in Panama.",
    ],
)
def test_what_states_nothing_holds_no_gap(body):
    assert not stated(body)


def test_a_condition_is_never_cut_off():
    body = (
        "The crew of the ship will be allowed to go home to their families in India and Sri Lanka"
        " before the end of the coming summer, if the court in Baltimore agrees."
    )
    assert all(one.endswith("agrees") for one in stated(body))


def test_a_clause_in_front_is_not_left_alone():
    body = (
        "Although the union claims to represent forty percent of all the people who live in the"
        " region and nearly a third of its output, the members of the union disagree on most of"
        " the questions that matter to them in the end."
    )
    assert not any(one.endswith("output") for one in stated(body))


@pytest.mark.parametrize(
    ("body", "ask", "answer"),
    [
        (
            "The locks lift ships 26 metres to a lake.",
            "Fill the gap: The locks lift ships … metres to a lake.",
            26,
        ),
        (
            "The museum drew 40,000 visitors in 2019.",
            "The museum drew how many visitors in 2019?",
            40000,
        ),
        (
            "The old town has been protected by law since 1986.",
            "The old town has been protected by law since which year?",
            1986,
        ),
        (
            "A crew member closed a damper by mistake.",
            "Fill the gap: A crew member closed a … by mistake.",
            "damper",
        ),
        (
            "The eruption began at 22:17 near the row of craters.",
            "Fill the gap: The eruption began at … near the row of craters.",
            "22:17",
        ),
    ],
)
def test_what_a_statement_tells_is_left_out_of_it(body, ask, answer):
    assert gaps(body)[ask] == answer


@pytest.mark.parametrize(
    ("body", "answer"),
    [
        ("The runner finished the race in 2 hours and 35 seconds.", 2),
        ("The drought covered three quarters of the wide land.", 3),
        ("The trip around the cape takes one to two weeks more.", 2),
        ("The town was founded four years later by farmers.", 4),
        ("The team measured three kinds of grains: zircon, apatite and rutile.", 3),
        ("The 2014 protests had begun in the old town.", 2014),
    ],
)
def test_a_number_that_says_nothing_alone_is_not_asked_for(body, answer):
    assert answer not in gaps(body).values()


def test_a_quotation_keeps_its_words_and_its_times():
    asks = gaps('"This month of October is the driest since 1950," the office wrote.')
    assert all("This month of October" in ask for ask in asks)


def test_one_of_several_is_doubtful():
    ideas = gap_ideas(*seen("Nevada, Arizona and Florida are among the states furthest behind."))
    found = [one for one in ideas if one.answer == "Florida"]
    assert [name for one in found for name, _ in one.doubts] == ["several-answers"]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The pumps stopped because of a broken valve.", "broken valve"),
        ("It is an inherited disorder of the blood", "blood"),
        ("Nothing of the kind was done.", ""),
    ],
)
def test_the_phrase_left_out_is_the_one_that_says_most(text, phrase):
    place = find_phrase(text, 0, len(text))
    assert (text[slice(*place)] if place else "") == phrase


@pytest.mark.parametrize(
    ("body", "ask", "answer"),
    [
        (
            "Four countries, namely Chad, Ethiopia, Ghana and Zambia, have applied for help.",
            "Which four countries have applied for help?",
            ("Chad", "Ethiopia", "Ghana", "Zambia"),
        ),
        (
            "Three countries hope to follow: Ukraine, Georgia, and Bosnia and Herzegovina.",
            "Which three countries hope to follow?",
            ("Ukraine", "Georgia", "Bosnia and Herzegovina"),
        ),
        (
            "The team measured three kinds of grains: zircon, apatite and rutile.",
            "The team measured which three kinds of grains?",
            ("zircon", "apatite", "rutile"),
        ),
    ],
)
def test_a_list_that_is_counted_is_asked_for_in_full(body, ask, answer):
    assert lists(body) == [(ask, answer)]


@pytest.mark.parametrize(
    "body",
    [
        "Five countries hope to follow: Ukraine, Georgia and Moldova.",
        "More than three countries hope to follow: Ukraine, Georgia and Moldova.",
        "They hope to follow: Ukraine, Georgia and Moldova.",
    ],
)
def test_a_list_that_may_be_longer_is_not_asked_for(body):
    assert not lists(body)


def test_every_gap_stands_in_a_question_that_is_read_at_once():
    body = "The museum of Vienna, opened in 1889, drew 40,000 visitors from Hungary in 2019."
    drafts = draft_article(f"News of the day\n\n{body}\n", today=JULY)
    assert all(len(one.ask.split()) <= MOST + 6 for one in drafts)
