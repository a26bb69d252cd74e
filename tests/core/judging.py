"""Answers of every form, and how a reply to one of them is judged."""

from __future__ import annotations

from datetime import date

from quizapp.core.grading import (
    Mark,
    Verdict,
    grade,
)
from quizapp.core.question import (
    Answer,
    Asked,
    DateAnswer,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    PackId,
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    TextAnswer,
    TopicId,
    TruthAnswer,
)

RIGHT, NEARLY, WRONG = Mark.RIGHT, Mark.NEARLY, Mark.WRONG

BELARUS = TextAnswer("Belarus", ("Republic of Belarus",), ("Mongolia", "Türkiye", "Turkmenistan"))
TEN = NumberAnswer(10, wrong=(9, 14))
SHARE = NumberAnswer(40, within=5, unit="%")
SUMMIT = DateAnswer(date(2024, 7, 4), wrong=(date(2024, 7, 3),))
FIVE = SetAnswer(
    ("China", "Iran", "India", "Pakistan", "Kazakhstan"),
    ("Mongolia", "Türkiye"),
    (("China", ("PRC",)),),
)
TWO = SetAnswer(("Russian", "Chinese"))
ORDER = OrderAnswer(("Shanghai", "Tashkent", "Ufa", "Qingdao", "Samarkand"))
MATCH = MatchAnswer((("Belarus", "Minsk"), ("Iran", "Tehran"), ("India", "New Delhi")))
GAP = GapAnswer(("Founded in ", " in ", "."), ("2001", "Shanghai"), (("Shanghai", ("Hu",)),))

ANSWERS: list[Answer] = [
    BELARUS, TextAnswer("2001"), TruthAnswer(True), TEN, SHARE, SUMMIT, FIVE, TWO, ORDER, MATCH,
    GAP,
]  # fmt: skip


def asked(
    answer: Answer,
    options: tuple[str, ...] = (),
    *,
    ask: str = "Which of them?",
    said_by: str = "",
    also: tuple[Answer, ...] = (),
) -> Asked:
    prompts = tuple(Prompt(ask, each) for each in (answer, *also))
    question = Question(QuestionId("q"), TopicId("t"), prompts, said_by=said_by)
    return Asked(PackId("p"), question, prompts[0], Form.TYPED, options)


def judged(answer: Answer, *reply: str, spellings: tuple[str, ...] = ()) -> Verdict:
    return grade(asked(answer), reply, spellings)
