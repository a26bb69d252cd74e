"""How a reply is judged, and what is said of it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from core.judging import (
    ANSWERS,
    BELARUS,
    FIVE,
    GAP,
    MATCH,
    NEARLY,
    ORDER,
    RIGHT,
    SHARE,
    SUMMIT,
    TEN,
    TWO,
    WRONG,
    asked,
    judged,
)

from quizapp.core.grading import (
    Mark,
    Verdict,
    expected_text,
    grade,
    problem_with,
)
from quizapp.core.question import (
    DONT_KNOW,
    Answer,
    Asked,
    Form,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    PackId,
    Prompt,
    Question,
    QuestionId,
    TextAnswer,
    TopicId,
    TruthAnswer,
)
from quizapp.core.verdict import apart

# Typed texts


@pytest.mark.parametrize(
    "reply",
    ["Belarus", " belarus ", "BELARUS.", "the Belarus", "Republic of Belarus", "it's Belarus",
     "I think it is Belarus", "in Belarus", "the republic of belarus"],
)  # fmt: skip
def test_the_answer_is_right_in_any_dress(reply: str) -> None:
    assert judged(BELARUS, reply).mark is RIGHT


@pytest.mark.parametrize("reply", ["Belaruss", "Belrus", "Belarsu", "it is Belaruss"])
def test_a_small_slip_is_nearly_right_and_the_spelling_is_told(reply: str) -> None:
    verdict = judged(BELARUS, reply)
    assert verdict.mark is NEARLY
    assert verdict.reason == 'A small slip: it is spelled "Belarus".'


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("Blrs", "The answer is Belarus."),
        ("mongolia", "The answer is Belarus, not Mongolia."),
        ("turkiye", "The answer is Belarus, not Türkiye."),
        ("Mongola", '"Mongola" reads as Mongolia; the answer is Belarus.'),
        (
            "Belarus or Mongolia",
            "That names Mongolia beside Belarus; the answer is Belarus alone.",
        ),
        ("not Belarus", "You wrote more than that; the answer is Belarus."),
        ("South Belarus", "You wrote more than that; the answer is Belarus."),
    ],
)
def test_a_wrong_text_is_told_why(reply: str, reason: str) -> None:
    assert judged(BELARUS, reply) == Verdict(WRONG, reason, "Belarus")


def test_what_was_forgiven_is_told() -> None:
    assert judged(TextAnswer("Türkiye"), "turkiye").reason == 'It is spelled "Türkiye".'
    assert judged(BELARUS, "belarus").reason == "Belarus."
    verdict = judged(BELARUS, "republic of belarus")
    assert verdict.reason == '"Republic of Belarus" counts as "Belarus".'


def test_a_reply_as_near_to_a_wrong_option_is_wrong() -> None:
    verdict = judged(TextAnswer("Slovenia", wrong=("Slovakia",)), "Slovania")
    assert verdict.mark is WRONG
    assert "Slovakia" in verdict.reason


def test_a_short_wrong_option_counts_as_near_too() -> None:
    assert judged(TextAnswer("Maliq"), "Malia").mark is NEARLY
    assert judged(TextAnswer("Maliq", wrong=("Mali",)), "Malia").mark is WRONG


def test_a_word_of_the_question_is_no_slip() -> None:
    question = asked(TextAnswer("nitrase"), ask="What breaks down nitrate?")
    assert grade(question, ("nitrate",)).mark is WRONG
    assert judged(TextAnswer("nitrase"), "nitrate").mark is NEARLY


def test_a_wrong_option_of_another_form_is_no_slip() -> None:
    other = TextAnswer("Lusaka", wrong=("Zambia",))
    assert grade(asked(TextAnswer("Gambia"), also=(other,)), ("Zambia",)).mark is WRONG
    assert judged(TextAnswer("Gambia"), "Zambia").mark is NEARLY


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("2001", "two thousand and one"),
        ("10th member", "tenth member"),
        ("40 %", "forty per cent"),
        ("15 June 2001", "June 15th, 2001"),
        ("4 July", "July 4th"),
        ("Shanghai Five", "the Shanghai 5"),
        ("3-4 July 2024", "3 – 4 July 2024"),
        ("Uzbekistan (since 2001)", "Uzbekistan"),
        ("by consensus", "consensus"),
    ],
)
def test_numbers_and_dates_in_a_text_are_read(answer: str, reply: str) -> None:
    assert judged(TextAnswer(answer), reply).mark is RIGHT


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ("2001", "2002"),
        ("10th member", "11th member"),
        ("40 %", "41 %"),
        ("15 June 2001", "16 June 2001"),
        ("15 January 2001", "15 Januari 2001"),
        ("seventeen", "seventeem"),
        ("3-4 July 2024", "34 July 2024"),
        ("by consensus", "in consensus"),
    ],
)
def test_numbers_and_dates_in_a_text_are_never_nearly_right(answer: str, reply: str) -> None:
    assert judged(TextAnswer(answer), reply).mark is WRONG


def test_a_family_name_alone_is_nearly_right_where_a_person_is_asked_for() -> None:
    putin = TextAnswer("Vladimir Putin", wrong=("Xi Jinping", "Dmitry Medvedev"))
    who = asked(putin, ask="Who said so?")
    assert grade(who, ("putin",)).mark is NEARLY
    assert grade(who, ("putin",)).reason == "The whole name is Vladimir Putin."
    assert grade(who, ("President Vladimir Putin",)).mark is RIGHT
    assert grade(who, ("Vladimir",)).mark is WRONG
    assert grade(who, ("Medvedev",)).reason == "The answer is Vladimir Putin, not Dmitry Medvedev."
    assert grade(asked(putin, said_by="Vladimir Putin"), ("putin",)).mark is NEARLY
    assert judged(TextAnswer("New Delhi"), "Delhi").mark is WRONG


def test_a_family_name_that_a_wrong_option_shares_is_wrong() -> None:
    bush = TextAnswer("George Bush", wrong=("Barbara Bush",))
    assert grade(asked(bush, ask="Who said so?"), ("Bush",)).mark is WRONG


def test_a_spelling_accepted_before_is_right() -> None:
    assert judged(BELARUS, "Byelorussia").mark is WRONG
    verdict = judged(BELARUS, "byelorussia", spellings=("Byelorussia",))
    assert verdict.mark is RIGHT
    assert verdict.reason == '"Byelorussia" counts for you as "Belarus".'


def test_a_wrong_option_stays_wrong_even_if_it_was_accepted_before() -> None:
    assert judged(BELARUS, "Mongolia", spellings=("Mongolia",)).mark is WRONG


# Choices and statements


def test_a_choice_is_right_when_it_is_the_answer() -> None:
    options = ("Mongolia", "Belarus", "Türkiye")
    assert grade(asked(BELARUS, options), ("Belarus",)) == Verdict(RIGHT, "Belarus.", "Belarus")
    verdict = grade(asked(BELARUS, options), ("Mongolia",))
    assert verdict == Verdict(WRONG, "The answer is Belarus, not Mongolia.", "Belarus")


def test_numbers_and_dates_can_be_chosen() -> None:
    assert grade(asked(SHARE, ("30 %", "40 %")), ("40 %",)).mark is RIGHT
    assert grade(asked(SHARE, ("38 %", "40 %")), ("38 %",)).mark is WRONG
    days = ("3 July 2024", "4 July 2024")
    assert grade(asked(SUMMIT, days), ("4 July 2024",)).mark is RIGHT
    assert grade(asked(SUMMIT, days), ("3 July 2024",)).mark is WRONG


def test_a_statement_is_true_or_false() -> None:
    assert judged(TruthAnswer(True), "true") == Verdict(RIGHT, "The statement is true.", "True")
    assert judged(TruthAnswer(True), "False").mark is WRONG
    assert judged(TruthAnswer(False), "n").mark is RIGHT


# Numbers


@pytest.mark.parametrize("reply", ["10", "ten", "10th", "tenth", "about 10", "10.0", "ten members"])
def test_a_number_is_right_however_it_is_written(reply: str) -> None:
    assert grade(asked(TEN, ask="How many members?"), (reply,)).mark is RIGHT


@pytest.mark.parametrize(
    ("answer", "reply", "mark", "reason"),
    [
        (TEN, "10", RIGHT, "10."),
        (TEN, "11", WRONG, "That is 1 too high; the answer is 10."),
        (TEN, "8.5", WRONG, "That is 1.5 too low; the answer is 10."),
        (SHARE, "40%", RIGHT, "40 %."),
        (
            SHARE,
            "45 percent",
            RIGHT,
            "The exact answer is 40 %; anything within 5 of it counts.",
        ),
        (SHARE, "46", WRONG, "That is 6 too high; the answer is 40 %."),
        (NumberAnswer(14000), "14.000", RIGHT, "It was read as 14,000."),
        (NumberAnswer(0.1), "0.1", RIGHT, "0.1."),
        (NumberAnswer(0.3, within=0.1), "0.2", RIGHT, "The exact answer is 0.3; anything"),
        (NumberAnswer(3.4, unit="billion"), "3,400,000,000", RIGHT, "It was read as 3.4 billion."),
    ],
)
def test_a_number_off_is_told_how_far(
    answer: NumberAnswer, reply: str, mark: Mark, reason: str
) -> None:
    verdict = judged(answer, reply)
    assert verdict.mark is mark
    assert verdict.reason.startswith(reason)


# Dates


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("July 4, 2024", "4 July 2024."),
        ("04/07/2024", "It was read as 4 July 2024."),
        ("7/4/2024", "It was read as 4 July 2024."),
        ("4 jul 24", "It was read as 4 July 2024."),
    ],
)
def test_a_date_is_right_however_it_is_written(reply: str, reason: str) -> None:
    assert judged(SUMMIT, reply) == Verdict(RIGHT, reason, "4 July 2024")


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("3 July 2024", "The month and year are right, but it is one day too early; "),
        ("14 July 2024", "The month and year are right, but it is 10 days too late; "),
        ("4 July 2022", "The day and month are right, but it is 2 years too early; "),
        ("4 August 2024", "The day and year are right, but it is one month too late; "),
        ("9 September 2024", "The year is right, but it is too late; "),
        ("30 June 2024", "The year is right, but it is 4 days too early; "),
        ("15 June 2001", "That is too early; "),
        ("5/7/2024", "It was read as 5 July 2024; the month and year are right, but it is one day"),
    ],
)
def test_a_wrong_date_is_told_what_is_right_about_it(reply: str, reason: str) -> None:
    verdict = judged(SUMMIT, reply)
    assert verdict.mark is WRONG
    assert verdict.reason.startswith(reason)
    assert verdict.reason.endswith("; the answer is 4 July 2024.")


# Don't know, and what cannot be judged


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (BELARUS, "The answer is Belarus."),
        (TEN, "The answer is 10."),
        (SUMMIT, "The answer is 4 July 2024."),
        (TruthAnswer(False), "The statement is false."),
        (TWO, "The answers are Russian and Chinese."),
        (ORDER, "The order is Shanghai, Tashkent, Ufa, Qingdao and Samarkand."),
        (MatchAnswer((("Iran", "Tehran"),)), "Iran goes with Tehran."),
        (GAP, "The gaps are for 2001 and Shanghai."),
    ],
)
def test_not_knowing_is_wrong_and_gives_the_answer(answer: Answer, reason: str) -> None:
    verdict = grade(asked(answer), DONT_KNOW)
    assert (verdict.mark, verdict.reason) == (WRONG, reason)
    assert all(part.mark is WRONG and not part.given for part in verdict.parts)


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (BELARUS, "Belarus"),
        (SHARE, "40 %"),
        (SUMMIT, "4 July 2024"),
        (TruthAnswer(True), "True"),
        (TWO, "Russian · Chinese"),
        (OrderAnswer(("China", "Iran")), "1 China  2 Iran"),
        (MatchAnswer((("Iran", "Tehran"), ("Cuba", "Havana"))), "Iran: Tehran · Cuba: Havana"),
        (GAP, "2001 · Shanghai"),
    ],
)  # fmt: skip
def test_the_right_answer_is_one_line(answer: Answer, text: str) -> None:
    assert expected_text(answer) == text


@pytest.mark.parametrize(
    ("answer", "reply", "problem"),
    [
        (BELARUS, (" ",), "Type an answer first."),
        (BELARUS, ("x" * 501,), "That is too long to judge; keep it under 500 characters."),
        (BELARUS, ("a", "b"), "Give one answer only."),
        (TEN, ("many",), "Type one number, such as 12 or twelve."),
        (NumberAnswer(12), ("many",), "Type one number, such as 3 or three."),
        (NumberAnswer(12, unit="km"), ("12 miles",), "Type one number in km, such as 3 or three."),
        (SHARE, ("much",), "Type one number, such as 12, 12 % or twelve."),
        (SUMMIT, ("4 July",), "The year is missing; add it, as in 31 May 1999."),
        (TruthAnswer(True), ("maybe",), "Answer true or false."),
        (FIVE, ("",), "Name at least one item."),
        (FIVE, ("x",) * 101, "That is too much to judge; give fewer items."),
        (ORDER, ("Ufa",), "Put all 5 items in order, each of them once."),
        (ORDER, ("Ufa",) * 5, "Put all 5 items in order, each of them once."),
        (MATCH, ("Minsk",), "Give one right side for each of the 3 left sides."),
        (MATCH, ("Minsk", "", "Minsk"), "One right side is still missing, for Iran."),
        (MATCH, ("Minsk", "x", "Minsk"), "Choose one of the right sides shown for Iran."),
        (GAP, ("2001",), "Fill in all 2 gaps."),
        (GAP, ("2001", " "), "Gap 2 is still empty; type ? there if you do not know it."),
    ],
)
def test_what_cannot_be_judged_is_asked_for_again(
    answer: Answer, reply: tuple[str, ...], problem: str
) -> None:
    assert problem_with(asked(answer), reply) == problem
    verdict = grade(asked(answer), reply)
    assert (verdict.mark, verdict.reason) == (WRONG, problem)
    assert len(verdict.parts) == len(grade(asked(answer), ()).parts)


def test_only_what_is_shown_can_be_chosen() -> None:
    chosen = problem_with(asked(BELARUS, ("Belarus", "Mongolia")), ("belarus",))
    assert chosen == "Choose one of the options shown."
    ticked = problem_with(asked(FIVE, ("China", "Mongolia")), ("China", "Nepal"))
    assert ticked == "Tick only items that are shown."


@pytest.mark.parametrize("answer", ANSWERS)
def test_not_knowing_is_no_problem(answer: Answer) -> None:
    assert problem_with(asked(answer), DONT_KNOW) == ""


def test_importing_the_judge_loads_nothing_heavy() -> None:
    code = (
        "import sys; import quizapp.core.grading;"
        "heavy = {'rapidfuzz', 'textual', 'fsrs', 'sqlite3'}; print(sorted(heavy & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_place_that_the_question_named_may_stand_behind_the_answer() -> None:
    question = Question(
        QuestionId("capital"),
        TopicId("t"),
        (Prompt("Which city is the capital of Pakistan?", TextAnswer("Islamabad")),),
    )
    asked = Asked(PackId("p"), question, question.prompts[0], Form.TYPED)
    assert grade(asked, ("Islamabad, Pakistan",)).mark is Mark.RIGHT
    assert grade(asked, ("Islamabad, India",)).mark is Mark.WRONG
    assert grade(asked, ("Pakistan, Islamabad",)).mark is Mark.WRONG


@pytest.mark.parametrize(
    ("right", "given", "told"),
    [
        ("Western ones", "Post-Soviet ones", "“Western ones”, not “Post-Soviet ones”"),
        ("Astana", "Almaty", "Astana, not Almaty"),
        ("Vladimir Putin", "Xi Jinping", "Vladimir Putin, not Xi Jinping"),
        ("3 July 2024", "4 July 2024", "3 July 2024, not 4 July 2024"),
        ("NATO", "a football club", "“NATO”, not “a football club”"),
    ],
)
def test_phrases_are_told_apart_by_quotation_marks(right: str, given: str, told: str) -> None:
    assert apart(right, given) == told
