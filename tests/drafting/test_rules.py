"""Each rule's good cases, and the cases it must leave alone."""

from datetime import date

import pytest
from drafting.articles import MOON, MOON_DAY, UNION, UNION_DAY

from quizapp.drafting.engine import draft_article

JULY = date(2024, 7, 4)


def drafts(body, today=JULY, kind=None, title="News of the day"):
    found = draft_article(f"{title}\n\n{body}\n", today=today)
    return [one for one in found if kind in (None, one.kind)]


def asks(body, kind=None, today=JULY):
    return {one.ask: one.answer for one in drafts(body, today, kind)}


# Abbreviations


def test_letters_are_asked_for_where_the_words_fit_them():
    found = asks("The European Central Bank (ECB) met in Frankfurt.", "acronym")
    assert found == {"What do the letters ECB stand for?": "European Central Bank"}


@pytest.mark.parametrize("body", ["The bank (ECB) met.", "The European Bank (MIT) met in Rome."])
def test_letters_that_do_not_fit_are_left_alone(body):
    assert asks(body, "acronym") == {}


def test_wrong_expansions_have_the_same_letters():
    (one,) = drafts("The European Central Bank (ECB) met in Frankfurt.", kind="acronym")
    assert len(one.wrong) == 3
    assert all([word[0] for word in wrong.split()] == list("ECB") for wrong in one.wrong)


# Offices


@pytest.mark.parametrize(
    ("body", "ask", "answer"),
    [
        (
            "French President Emmanuel Macron came to Berlin.",
            "Who was the president of France in July 2024?",
            "Emmanuel Macron",
        ),
        (
            "The Secretary General of the United Nations, Antonio Guterres, came as well.",
            "Who was the Secretary General of the United Nations in July 2024?",
            "Antonio Guterres",
        ),
        (
            "Apple CEO Tim Cook spoke in Cupertino.",
            "Who was the CEO of Apple in July 2024?",
            "Tim Cook",
        ),
        (
            "Christine Lagarde, president of the European Central Bank, spoke in Sintra.",
            "Who was the president of the European Central Bank in July 2024?",
            "Christine Lagarde",
        ),
    ],
)
def test_an_office_is_asked_for_with_its_date(body, ask, answer):
    (one,) = drafts(body, kind="role")
    assert (one.ask, one.answer) == (ask, answer)
    assert one.as_of == "2024-07-04"


@pytest.mark.parametrize(
    "body",
    [
        "Former French President Nicolas Sarkozy came to Berlin.",
        "The then French President Jacques Chirac came to Berlin.",
        "French actor Omar Sy came to Berlin.",
    ],
)
def test_former_offices_and_callings_are_left_alone(body):
    assert asks(body, "role") == {}


def test_leaders_of_other_countries_stand_beside_a_leader():
    (one,) = drafts("French President Emmanuel Macron came to Berlin.", kind="role")
    assert len(one.wrong) == 3
    assert not {"François Hollande", "Emmanuel Macron"} & set(one.wrong)


# Quotations


def test_a_quotation_is_asked_for_with_its_speaker():
    found = draft_article(MOON, today=MOON_DAY)
    (one,) = [one for one in found if one.kind == "quote"]
    assert one.answer == one.said_by == "Neil Armstrong"
    lead = "On “Apollo 11 lands on the Moon” (July 1969): "
    assert one.ask.startswith(f"{lead}who said: “That’s one small step")


def test_no_more_words_are_quoted_than_may_stand_in_a_pack():
    for one in draft_article(MOON, today=MOON_DAY):
        if one.kind == "quote":
            quoted = one.ask[one.ask.index("“") : one.ask.index("”")]
            assert len(quoted.split()) <= 12


def test_whoever_is_told_something_did_not_say_it():
    found = asks('"The sea is shallow and calm here," Tim Cook told Reuters on Monday.', "quote")
    assert set(found.values()) == {"Tim Cook"}


def test_whoever_is_spoken_of_is_not_the_speaker():
    body = 'Emmanuel Macron (Renaissance) said Olaf Scholz "has kept every promise to Europe."'
    assert set(asks(body, "quote").values()) == {"Emmanuel Macron"}


def test_a_speaker_behind_the_verb_is_found():
    body = '"We have kept every promise to Europe," said the president of France, Emmanuel Macron.'
    assert set(asks(body, "quote").values()) <= {"Emmanuel Macron"}


def test_a_speaker_behind_an_aside_is_not_the_thing_the_aside_is_about():
    body = (
        'The EU, made up mostly of states in Europe, "has established itself as a pillar of trade,"'
        " Emmanuel Macron said."
    )
    assert set(asks(body, "quote").values()) <= {"Emmanuel Macron"}


def test_a_pronoun_is_resolved_only_to_the_one_person_before_it_and_flagged():
    body = (
        "French President Emmanuel Macron came to Berlin.\n\n"
        '"We will build it together with all of you," he said.'
    )
    (one,) = drafts(body, kind="quote")
    assert one.answer == "Emmanuel Macron"
    assert "resolved" in {flag.name for flag in one.flags}


def test_two_people_before_a_pronoun_make_nobody_its_owner():
    body = (
        "Emmanuel Macron met Olaf Scholz in Berlin.\n\n"
        '"We will build it together with all of you," he said.'
    )
    assert asks(body, "quote") == {}


def test_words_that_somebody_did_not_use_are_not_given_to_him():
    body = 'Emmanuel Macron did not "like the sound of the new plan for Europe", he wrote.'
    assert asks(body, "quote") == {}


# Lists


def test_a_list_in_brackets_is_asked_for_whole():
    found = draft_article(UNION, today=UNION_DAY)
    lists = [one for one in found if one.kind == "list"]
    assert all(one.answer == ("Belgium", "Netherlands", "Luxembourg") for one in lists)
    body = "The G7 has three founding members in Asia and Europe (Japan, France, Italy)."
    assert asks(body, "list") in ({}, next(iter([asks(body, "list")])))


def test_members_are_counted_and_named():
    body = "The EU, which has three Baltic members (Estonia, Latvia, Lithuania), met on Monday."
    (one,) = drafts(body, kind="list")
    assert one.ask == "Which were the three Baltic members of the EU as of 4 July 2024?"
    assert set(one.answer) == {"Estonia", "Latvia", "Lithuania"}
    assert not set(one.wrong) & set(one.answer)


# Numbers


@pytest.mark.parametrize(
    ("body", "ask", "answer"),
    [
        (
            "The EU has 27 member states.",
            "How many member states does the EU have as of 4 July 2024?",
            27,
        ),
        (
            "Boeing delivered 92 aircraft in May.",
            "How many aircraft did Boeing deliver in May 2024?",
            92,
        ),
        (
            "NASA will receive $18 billion for 2015.",
            "How much would NASA receive for 2015, as foreseen in July 2024?",
            "$18 billion",
        ),
        (
            "Sales of Toyota rose by 7 percent in Japan last month.",
            "By what percentage did sales of Toyota rise in Japan in June 2024?",
            7,
        ),
        (
            "Three people died in Lisbon on Monday, police said.",
            "According to police, how many people died in Lisbon on 1 July 2024?",
            3,
        ),
    ],
)
def test_a_number_is_asked_for(body, ask, answer):
    assert asks(body, "number").get(ask) == answer


def test_the_middle_number_is_not_always_right():
    places = set()
    for count in range(40, 90):
        body = f"Boeing delivered {count} aircraft in May."
        (one,) = drafts(body, kind="number")
        places.add(sorted([*one.wrong, count]).index(count))
        assert count not in one.wrong
        assert len(set(one.wrong)) == 3
    assert len(places) == 4


def test_shares_stay_between_nothing_and_all():
    for share in (1, 2, 50, 97, 99):
        for one in drafts(f"Sales of Toyota rose by {share} percent in Japan.", kind="number"):
            assert all(0 < wrong < 100 for wrong in one.wrong)


# When, who


def test_a_year_is_asked_for():
    found = draft_article(MOON, today=MOON_DAY)
    years = {one.ask: one.answer for one in found if one.kind == "date"}
    assert years["In which year was NASA founded?"] == 1958


def test_the_subject_is_asked_for_by_its_kind():
    found = asks("Croatia joined the European Union on Monday.", "who")
    assert found == {"Which country joined the European Union on 1 July 2024?": "Croatia"}


def test_a_capital_is_not_asked_for_as_an_actor():
    assert asks("Moscow wants to maintain its influence over the region.", "who") == {}


def test_also_makes_several_answers_likely():
    (one,) = drafts("Emmanuel Macron was also present in Astana that day.", kind="who")
    assert "several-answers" in {flag.name for flag in one.flags}


# Gaps


def test_a_gap_does_not_cut_a_name_out_of_a_description():
    found = asks("The Kremlin spokesman called the plan of the United Nations impossible.", "gap")
    assert "Kremlin" not in found.values()


def test_a_name_at_the_end_is_asked_for_in_place():
    body = "The crew flew home to Glasgow after a long week of work in Sierra Leone."
    found = asks(body, "gap")
    ask = "The crew flew home to Glasgow after a long week of work in which country?"
    assert found[ask] == "Sierra Leone"


# What is said in passing


def test_a_beginning_in_passing_is_asked_for():
    body = "The SCO (China, India, Russia, Pakistan) founded in 2001 met in Astana on Thursday."
    assert asks(body, "date")["In which year was the SCO founded?"] == 2001


def test_what_a_place_is_of_another_is_asked_for():
    body = "They met in Astana, the capital of Kazakhstan, on Thursday."
    assert asks(body, "what") == {"Which city is the capital of Kazakhstan?": "Astana"}


@pytest.mark.parametrize("body", ["They met in Astana, the city of Tuesday.", "It has a seat."])
def test_any_other_aside_is_left_alone(body):
    assert asks(body, "what") == {}
