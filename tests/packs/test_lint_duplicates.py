"""Questions asked twice, in one pack and across packs."""

from __future__ import annotations

from time import process_time

import pytest

from quizapp.core.question import (
    Answer,
    NumberAnswer,
    Pack,
    PackId,
    Prompt,
    Question,
    QuestionId,
    TextAnswer,
    Topic,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.checking.lint_duplicates import duplicates

BELARUS = TextAnswer("Belarus", wrong=("Iran", "Nepal", "Laos"))
TENTH = "Which country became the SCO's tenth member on 4 July 2024?"


def question(name: str, *prompts: tuple[str, Answer]) -> Question:
    asked = tuple(Prompt(ask, answer) for ask, answer in prompts)
    return Question(QuestionId(name), TopicId("t"), asked, line=int(name[1:]))


def pack(*questions: Question) -> Pack:
    topics = (Topic(TopicId("t"), "T"),)
    return Pack(PackId("p"), "P", "1.0.0", topics, questions)


def found(*packs: Pack) -> list[tuple[int, str, str]]:
    named = [(f"{place}.toml", each) for place, each in enumerate(packs)]
    return [
        (place, remark.rule, f"{remark.question}: {remark.message}")
        for place, remark in duplicates(named)
    ]


def rules(one: tuple[str, Answer], other: tuple[str, Answer]) -> list[str]:
    return [rule for _, rule, _ in found(pack(question("q1", one), question("q2", other)))]


def test_the_same_ask_and_answer_is_a_duplicate_whatever_its_case_and_marks() -> None:
    other = "which country became the SCO\u2019s tenth member, on 4 July 2024"
    assert rules((TENTH, BELARUS), (other, TextAnswer("Republic of Belarus"))) == ["duplicate"]


def test_a_duplicate_in_another_pack_names_its_file_and_line() -> None:
    ((place, rule, message),) = found(
        pack(question("q3", (TENTH, BELARUS))), pack(question("q4", (TENTH, BELARUS)))
    )
    assert (place, rule) == (1, "duplicate")
    assert message.startswith("q4: ")
    assert '"q3" (0.toml:3)' in message


def test_a_question_that_asks_the_same_twice_is_told() -> None:
    ((_, rule, message),) = found(pack(question("q1", (TENTH, BELARUS), (TENTH, BELARUS))))
    assert rule == "duplicate"
    assert "two wordings" in message


@pytest.mark.parametrize(
    "other",
    [
        "On 4 July 2024, which country became the tenth member of the SCO?",
        "Which country became the Shanghai Cooperation Organisation's tenth member, 4 July 2024?",
        "Which country became the SCO's tenth member in July 2024?",
    ],
)
def test_nearly_the_same_ask_with_the_same_answer_is_a_near_duplicate(other: str) -> None:
    assert rules((TENTH, BELARUS), (other, BELARUS)) == ["near-duplicate"]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (TENTH, "Which country is ruled from Minsk?", BELARUS),
        (
            "Which country hosted the great summit of the heads of state in 2022?",
            "Which country hosted the great summit of the heads of state in 2023?",
            BELARUS,
        ),
        (
            "By treaty India is a full member with a vote in the council.",
            "By treaty Iran is a full member with a vote in the council.",
            TruthAnswer(True),
        ),
    ],
)
def test_questions_on_other_things_are_no_duplicates(one: str, other: str, answer: Answer) -> None:
    assert rules((one, answer), (other, answer)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In which year did the SCO become an observer at the United Nations?",
            "Since which year has the SCO been an observer at the UN?",
        ),
        (
            "Which is the highest body of the SCO?",
            "What is the SCO's highest decision-making body called?",
        ),
    ],
)
def test_filling_words_and_initials_make_no_other_question(one: str, other: str) -> None:
    answer = TextAnswer("An answer")
    assert rules((one, answer), (other, answer)) == ["near-duplicate"]


def test_statements_must_be_more_alike_than_questions() -> None:
    one, other = "The bank lends to river ports.", "The bank lends to river dams."
    assert rules((one, BELARUS), (other, BELARUS)) == ["near-duplicate"]
    assert rules((one, TruthAnswer(True)), (other, TruthAnswer(True))) == []


def test_the_same_ask_with_another_answer_is_no_duplicate() -> None:
    assert rules((TENTH, BELARUS), (TENTH, NumberAnswer(10))) == []


def test_another_wording_of_one_question_is_no_near_duplicate_of_it() -> None:
    other = "On 4 July 2024, which country became the tenth member of the SCO?"
    assert found(pack(question("q1", (TENTH, BELARUS), (other, BELARUS)))) == []


def test_ten_thousand_questions_alike_but_for_one_word_are_compared_in_time() -> None:
    """A square number of comparisons would take minutes."""
    questions = [
        question(
            f"q{n}", (f"The council of heads met in town{n} for a long session.", TruthAnswer(True))
        )
        for n in range(10_000)
    ]
    began = process_time()
    found(pack(*questions))
    assert process_time() - began < 6
