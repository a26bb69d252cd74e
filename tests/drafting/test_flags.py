"""Flags that a question deserves for what it says and leaves out, and those it does not."""

from datetime import date

import pytest

from quizapp.drafting.doubting.rereading import reread
from quizapp.drafting.drafts import Draft
from quizapp.drafting.engine import draft_article

TODAY = date(2024, 7, 4)


def flags(ask, kind="gap", answer="Norway", said_by=""):
    draft = Draft("a", kind, "lexical", ask, answer, 1, (0, 9), (0, 9), (), said_by=said_by)
    return {flag.name for flag in reread(draft).flags}


@pytest.mark.parametrize(
    ("ask", "kind", "answer", "flag"),
    [
        ("Fill the gap: Oslo will receive four percent, and Bergen \u2026%.", "gap", 3, "vague"),
        ("Who had run a single marathon until then?", "who", "Ann", "vague"),
        ("Fill the gap: Only Ann Lee of \u2026 has run faster.", "gap", "Norway", "vague"),
        ("In which year did Norway close that door on ships?", "date", 2020, "vague"),
        ("Fill the gap: The six who died had come from \u2026.", "gap", "Norway", "vague"),
        ("Which country followed on 2 December 2023?", "who", "Norway", "vague"),
        ("Soon afterwards Norway bought how many jets?", "number", 40, "relative-time"),
        ("Norway sold the land 20 years later to whom?", "gap", "Ann", "relative-time"),
        ("In how many coming months, in August, did it rain in Oslo?", "gap", 2, "relative-time"),
        ("Fill the gap: Norway kills about \u2026 whales a year.", "gap", 500, "as-of"),
        ("How many members are recommended by Norway?", "number", 2, "as-of"),
        ("Fill the gap: The index closed 0.7 percent higher at \u2026.", "gap", 400, "as-of"),
        ("Who played for Real Sociedad as of 14 July 2024?", "who", "Ann", "several-answers"),
        ("Which country relied on mosquito control?", "who", "Norway", "several-answers"),
        ("Who wore a prototype of a shoe by Nike?", "who", "Ann", "several-answers"),
        ("What do the letters ICC stand for?", "acronym", "x", "several-answers"),
        ("By which country were three years ago they beaten?", "front", "Norway", "garbled"),
        ("Who wanted an further 25 billion dollars?", "who", "Ann", "garbled"),
        ("At whom did Norway lay wreaths?", "front", "Ann", "garbled"),
        ("Which of these was a region of Norway as of 4 July 2024?", "who", "Ann", "garbled"),
        ("Who said: \u201cNorway is a rare, debilitating \u2026\u201d?", "quote", "Ann", "garbled"),
        ("Which country spent lavishly on the games of 2014?", "who", "Norway", "claim"),
        (f"Who {'very ' * 30} won in 2014?", "who", "Ann", "long"),
    ],
)
def test_a_finished_question_is_flagged_for_what_it_lacks(ask, kind, answer, flag):
    assert flag in flags(ask, kind, answer)


@pytest.mark.parametrize(
    ("ask", "kind", "answer"),
    [
        ("Who was the first to ski to the South Pole, in 1911?", "who", "Roald Amundsen"),
        ("In which year did Norway close its last coal mine in Svea?", "date", 2020),
        ("Norway raised pay by what percentage in 2014?", "gap", 3),
        ("What do the letters WHO stand for?", "acronym", "World Health Organization"),
        ("Iceland sits astride which ridge?", "gap", "Mid-Atlantic Ridge"),
        ("Who said in 2014: \u201cNorway is a rare place\u201d?", "quote", "Ann"),
        ("The museum of Oslo opened 12 months earlier than planned, in which year?", "gap", 1990),
        ("Norway had an hour, a European record and a unique how many skis in 2014?", "gap", 2),
    ],
)
def test_a_sound_question_gets_no_further_flag(ask, kind, answer):
    assert flags(ask, kind, answer) == set()


def article(body, headline="Norway opens a museum of ships in Oslo"):
    return draft_article(f"{headline}\n\n{body}\n", today=TODAY)


def test_what_happened_once_without_a_word_of_the_news_is_put_into_it():
    found = {one.ask: one for one in article("Ann Lee of Denmark came third with 40 boats.")}
    placed = [one for ask, one in found.items() if "(July 2024): " in ask]
    assert placed
    # News with which a question shares no word does not say on what occasion.
    assert all(any(flag.name == "vague" for flag in one.flags) for one in placed)


def test_a_noun_inside_another_phrase_is_looked_at_too():
    found = article("The southern end of the crack lies about three kilometres from Bergen.")
    about = {flag.about for one in found for flag in one.flags if flag.name == "vague"}
    assert any("the crack" in one for one in about)


def test_it_is_no_riddle_where_the_question_itself_says_what():
    body = "Norway shares so much money with Sweden that it paid 500 million euros in 2014."
    found = [one for one in article(body) if " it " in one.ask]
    assert all(flag.name != "pronoun" for one in found for flag in one.flags)
