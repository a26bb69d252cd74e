"""Flags that only a reader sets who has not seen the article, and questions that need none."""

from datetime import date

import pytest

from quizapp.drafting.doubting.newcomer import seen_anew
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import find_names
from quizapp.drafting.text.article import look_at

ARTICLE = """Norway opens a museum of ships in Oslo

Ann Lee, who had studied law at the University of Oslo, opened the museum on Monday. Revenue rose \
in the spring. Higher revenue is expected. Lee said that the Danish town of Ribe would follow.
"""


def view():
    article = look_at(ARTICLE)
    return View(article, find_names(article), date(2024, 7, 4))


def flags(ask, kind="gap", answer="Norway", said_by=""):
    draft = Draft("a", kind, "lexical", ask, answer, 1, (0, 9), (0, 9), (), said_by=said_by)
    return {flag.name for flag in seen_anew(view(), draft).flags}


@pytest.mark.parametrize(
    ("ask", "flag"),
    [
        ("The group bought how many ships in 2014?", "pronoun"),
        ("That was what percentage more than in 2014?", "pronoun"),
        ("The first lived for how many months in 2014?", "pronoun"),
        (
            "Fill the gap: In 2014 the easing that his predecessor, \u2026, began was over.",
            "pronoun",
        ),
        (
            "Fill the gap: \u201cWe have waited more than \u2026 years for ships of steel\u201d.",
            "pronoun",
        ),
        (
            "Fill the gap: \u201cYou saw the \u2026 of Oslo with pride,\u201d Ann Lee said.",
            "pronoun",
        ),
        ("Fill the gap: Demand has slumped as shoppers in \u2026 and Spain spend less.", "vague"),
        ("To how much did net profit jump in 2014?", "vague"),
        ("Fill the gap: At least \u2026 people died, and 36 were hurt.", "vague"),
        ("Fill the gap: Only a ship from \u2026 grew faster over a full day in 2014.", "vague"),
        ("A ship reached the Danish town in which year?", "vague"),
        ("Norway gives which two reasons?", "vague"),
        ("Fill the gap: Critics doubt that \u2026 can pay for Oslo.", "vague"),
        ("Fill the gap: Belgium beat Panama 3\u20130 with a goal by \u2026.", "vague"),
        ("In which year did Lee open it?", "vague"),
        ("Fill the gap: Only about \u2026 applied through 30 June 2014.", "vague"),
        ("In Norway, revenue doubled to how much?", "as-of"),
        ("Off Oslo the sea had reached how many degrees?", "as-of"),
        (
            "Fill the gap: \u2026\u2019s ships tripled in 2023, and the fleet is worth $2bn.",
            "as-of",
        ),
        ("Who was the director of Oslo when this was reported?", "as-of"),
        ("Fill the gap: Ann Lee had reached \u2026 less than three years before.", "relative-time"),
        ("Fill the gap: Until summer \u2026 denied it.", "relative-time"),
        ("This time Norway sent how many ships?", "relative-time"),
        ("Fill the gap: It reckons that Norway will save \u2026 ships.", "claim"),
        (
            "Fill the gap: \u201cOslo gave you some sort of \u2026 there,\u201d she said.",
            "claim",
        ),
        ("To how much did Revenue rise in 2014?", "garbled"),
        ("Norway\u2019s worst storm until was which one in 2014?", "garbled"),
        ("Did a run of how many wins end in Oslo in 2014?", "garbled"),
        ("Fill the gap: In 2014 the winds of Oslo rose by \u2026.p.h. at once.", "garbled"),
        ("How many ships full of cables The average Dane own in 2014?", "garbled"),
        (
            "Norway points out that it closed in which year at his urging; he was not asked?",
            "garbled",
        ),
    ],
)
def test_a_question_is_flagged_for_what_a_newcomer_stumbles_over(ask, flag):
    assert flag in flags(ask)


def test_what_many_did_has_several_answers():
    assert flags("Who studied law at the University of Oslo?", "who", "Ann Lee") == {
        "several-answers"
    }
    assert flags("Who was a supporter of Norway in 2012?", "who", "Ann Lee") == {"several-answers"}


def test_a_quotation_that_names_nothing_wants_its_occasion():
    assert flags("Who said: \u201cIt was truly the finest I have seen\u201d?", "quote") == {"vague"}
    assert flags("Who said: \u201cAn old ship of Norway is a treasure\u201d?", "quote") == set()


@pytest.mark.parametrize(
    "ask",
    [
        "In which year did Norway open a museum in Oslo?",
        "In 2014 Norway raised pay by what percentage?",
        "Fill the gap: In 2014 the group stage of the Cup of Norway was played in \u2026.",
        "The Norwegian government moved to which city in 1905?",
        "Fill the gap: Norway, whose revenue doubled in 2014, bought \u2026 ships.",
        "Fill the gap: \u201cOslo will have a town of ships,\u201d said Ann Lee of \u2026 in 2014.",
        "By the end of 2014, Norway had sold how many ships?",
        "In 2014 a fire in Oslo killed how many people?",
    ],
)
def test_a_question_that_says_what_it_is_on_gets_no_flag(ask):
    assert flags(ask) == set()


def test_letters_that_stand_for_more_want_their_field():
    assert flags("What do the letters ICC stand for?", "acronym") == {"vague"}
    assert flags("What do the letters NATO stand for?", "acronym") == set()


def test_what_is_asked_late_in_many_clauses_is_long():
    ask = "Norway, whose ships sail far, and Denmark, which has others of its own, built together"
    assert flags(f"{ask}, with much help from their many friends, how many of them in 2014?") == {
        "long"
    }


def test_the_news_in_front_says_what_a_question_is_on():
    ask = "On \u201cNorway opens a museum\u201d (July 2024): demand rose to what percentage?"
    assert flags(ask) == set()


def test_a_flag_that_is_there_already_stays_as_it_is():
    draft = Draft("a", "gap", "lexical", "That was \u2026.", "x", 1, (0, 9), (0, 9), ())
    flagged = draft._replace(flags=(Flag("pronoun", "that"),))
    assert seen_anew(view(), flagged).flags[0] == Flag("pronoun", "that")


@pytest.mark.parametrize(
    "ask",
    [
        "The prize was handed over in which city in 2014 at a dinner at which Ann Lee?",
        "Who had spoken of joining Norway as early?",
        "In which year was Norway given ships in 2014 and was because of be paid?",
        "When was Norway given ships on 3 May 2014?",
        "How many ships lie in Oslo, and its towns together have nine?",
        "Norway bought how many ships in 2014, three weeks after the University of Oslo?",
        "Fill the gap: \u201cOslo will have ships in a year,\u201d \u2026, the head of Norway.",
        "Fill the gap: Norway, has \u2026 ships as of 2014.",
    ],
)
def test_clauses_cut_off_hung_on_or_glued_are_garbled(ask):
    assert "garbled" in flags(ask)


@pytest.mark.parametrize(
    "ask",
    [
        "In which year did Norway win again after its defeat of Denmark in 1905?",
        "How many ships did Norway and its towns have in 2014?",
        "Norway bought how many ships in 2014, three weeks after the floods?",
        "Fill the gap: \u201cOslo will have ships in a year,\u201d said \u2026, head of Norway.",
        "Fill the gap: Norway, a kingdom, has had \u2026 ships since 2014.",
    ],
)
def test_a_whole_question_is_not_garbled(ask):
    assert "garbled" not in flags(ask)
