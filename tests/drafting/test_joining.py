"""Words that join a question's sentence to others, and wording that a cut would break."""

from datetime import date

import pytest
from drafting.test_rules import asks, drafts

from quizapp.drafting.doubting.trifles import core_of
from quizapp.drafting.engine import draft_article
from quizapp.drafting.grammar.figures import COUNT, MEASURE, find_figures
from quizapp.drafting.grammar.joining import alone
from quizapp.drafting.text.article import look_at

JULY = date(2024, 7, 4)


def drafted(body, title="News of the day", *, markdown=False):
    return draft_article(f"{title}\n\n{body}\n", today=JULY, markdown=markdown)


def shown(body):
    return [one for one in drafted(body) if not one.more]


@pytest.mark.parametrize(
    ("ask", "left"),
    [
        (
            "In Chad, by contrast, who won in which year?",
            "In Chad, who won in which year?",
        ),
        (
            "Fill the gap: More striking, Chad won … cups.",
            "Fill the gap: Chad won … cups.",
        ),
        ("It has also been told to act by which year?", "It has been told to act by which year?"),
        ("For how many months did it live afterwards?", "For how many months did it live?"),
        ("Fill the gap: The air over … was moist, too.", "Fill the gap: The air over … was moist."),
        ("Fill the gap: They then sailed to ….", "Fill the gap: They sailed to …."),
    ],
)
def test_what_only_joins_a_sentence_to_others_is_cut(ask, left):
    assert alone(ask) == left


@pytest.mark.parametrize(
    "ask",
    [
        "Who said: “It was, however, also then too late”?",
        "Since then how many ships have sunk?",
        "Which city is also known as Bytown?",
    ],
)
def test_quotations_and_what_is_meant_stay(ask):
    assert alone(ask) == ask


def test_miles_an_hour_are_no_millions():
    (figure,) = find_figures("Its winds rose by 80 m.p.h. in a day")
    assert (figure.value, figure.kind, figure.noun) == (80, MEASURE, "m.p.h.")
    assert find_figures("It cost 80m. Then it sank")[0].value == 80_000_000
    assert find_figures("It sold 80m phones")[0].kind == COUNT


def test_a_range_that_makes_up_the_number_is_not_told_beside_it():
    body = "The winds of Hurricane Otis rose by 80 m.p.h., from 65 to 145."
    found = [one for one in drafted(body) if one.answer == 80]
    assert found
    assert not any("65" in one.ask for one in found)


@pytest.mark.parametrize(
    ("body", "answer", "lost"),
    [
        ("Off Acapulco the sea had reached 88 degrees Fahrenheit (31 Celsius).", 88, "31"),
        (
            "The warning was written by the National Hurricane Center (NHC) in Miami on Monday.",
            "National Hurricane Center",
            "(NHC)",
        ),
    ],
)
def test_brackets_that_say_the_answer_again_are_left_out(body, answer, lost):
    found = [one for one in drafted(body) if one.answer == answer and one.kind == "gap"]
    assert found
    assert not any(lost in one.ask for one in found)


def test_a_picture_s_words_and_a_bold_dateline_are_no_part_of_a_sentence():
    text = "News of the day\n\n![A drawer full of cables](a.jpg)\n*Chad owns three phones.*\n"
    assert look_at(text, markdown=True).sentences[0].text.strip(" _*") == "Chad owns three phones."
    text = "News of the day\n\n**STRASBOURG** — Chad owns three phones.\n"
    assert look_at(text, markdown=True).sentences[0].text == "Chad owns three phones."


def test_a_section_s_name_is_not_the_headline():
    text = "EXPLAINER\n\nHow did the storm become a monster\n\nOtis hit Acapulco on Monday.\n"
    article = look_at(text)
    assert article.headline == "How did the storm become a monster"
    assert [one.text for one in article.sentences] == ["Otis hit Acapulco on Monday."]
    text = "Pope Francis dies\n\nHe was 88 years old. He had led the Church since 2013.\n"
    assert look_at(text).headline == "Pope Francis dies"


def test_a_line_without_a_full_stop_is_no_clause():
    assert not drafted("Shackleton's lost ship found at the bottom of the Weddell Sea\n\nIt sank.")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            '"The wreck lies in a very deep sea," said Nico Vincent, the leader.',
            "Who said in July 2024: “The wreck lies in a very deep sea”?",
        ),
        (
            '"The wreck lies in a very deep sea," said Nico Vincent, a diver at Saab.',
            "Which diver at Saab said in July 2024: “The wreck lies in a very deep sea”?",
        ),
        (
            '"The wreck lies in a very deep sea," said Nico Vincent, the head of Cook Search.',
            "Who said in July 2024, as head of Cook Search: “The wreck lies in a very deep sea”?",
        ),
    ],
)
def test_a_speaker_is_asked_for_by_what_they_are_where_that_is_whole(body, wanted):
    assert wanted in [core_of(one) for one in asks(body)]


@pytest.mark.parametrize(
    ("body", "broken"),
    [
        ("The stones bring in more than 80% of Botswana's earnings.", "In more than what"),
        ("Gaming rose 56 per cent to $2.9bn at Nvidia.", "did Gaming"),
        ("Gaming rose 56 per cent to $2.9bn at Nvidia.", "how much did gaming rise 56"),
        ("So did a run of 34 wins in a row at Wimbledon.", "id a run"),
        ("The wall suffered £1,144 of damage in Northumberland.", "of damage?"),
        ("Nvidia's revenue for the three months to January 28 came to $22.1bn.", "months to come"),
        ("The worst storm in Acapulco until now was Pauline in 1997.", "until was"),
        ("Sales were $18.4bn at Nvidia, five times as much as a year ago.", "in 2023"),
        ("Slayman was operated on last Saturday at a hospital in Boston.", "operated at"),
        ("Finland was let into NATO, and Sweden was let in last April.", "let in April"),
        ("Sweden brought conscription back in 2017.", "bring conscription?"),
        ("The prosecution has since lowered the figure to £458,000 in Newcastle.", "have since"),
        ('Saliba is glad. "We have waited ten years in Malta for these rules."', "”."),
    ],
)
def test_no_question_is_broken_so(body, broken):
    found = [one.ask for one in drafts(body)]
    assert not any(broken in ask for ask in found)


def test_what_follows_with_a_subject_of_its_own_is_left_out_of_a_question():
    body = (
        "The prosecution in Newcastle lowered the figure to £458,000 in 2024, and an expert for"
        " the defence thought £150,000 nearer the mark."
    )
    found = [one.ask for one in drafted(body) if one.answer == "£458,000"]
    assert found
    assert not any("expert" in ask for ask in found)


@pytest.mark.parametrize(
    "body",
    [
        'A judge was stern. "You revelled in the coverage, and you took pride in it."',
        "That was 22 per cent more than in the previous quarter at Nvidia.",
        "The fifth went to 13 deuces and lasted 26 minutes at Wimbledon.",
        "The chips of Nvidia, known as graphics processing units or GPUs, carry it all out.",
        "By then the storm was already near the strongest on the scale.",
    ],
)
def test_a_trifle_is_shown_behind_more_only(body):
    answers = {"coverage", 22, 13, 26, "GPUs", "scale"}
    assert not [one for one in shown(body) if one.answer in answers]
