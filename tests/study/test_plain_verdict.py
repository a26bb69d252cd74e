"""The verdict as lines of text."""

from __future__ import annotations

from quizapp.core.grading import grade
from quizapp.core.memory import Rating
from quizapp.core.question import (
    Answer,
    Asked,
    Form,
    MatchAnswer,
    PackId,
    Prompt,
    Question,
    QuestionId,
    TextAnswer,
    TopicId,
)
from quizapp.plain import explain
from quizapp.study import Future, Judged

PAIRS = (("China", "Beijing"), ("India", "New Delhi"), ("Iran", "Tehran"))


def told(answer: Answer, form: Form, *reply: str) -> list[str]:
    question = Question(QuestionId("q"), TopicId("t"), (Prompt("Ask?", answer),))
    asked = Asked(PackId("p"), question, question.prompts[0], form, ())
    verdict = grade(asked, reply)
    return list(explain(Judged(asked, reply, verdict, Rating.AGAIN, saved=True)))


def test_the_pairs_that_were_not_known_are_told_once() -> None:
    lines = told(MatchAnswer(PAIRS), Form.MATCH)
    assert lines == [
        "NOT KNOWN YET.",
        "  The answer: China: Beijing · India: New Delhi · Iran: Tehran",
    ]


def test_a_short_answer_that_was_not_known_is_told_once_too() -> None:
    assert told(TextAnswer("Astana"), Form.TYPED) == ["NOT KNOWN YET. The answer is Astana."]


def test_a_question_that_comes_tomorrow_says_so_without_a_rating() -> None:
    question = Question(QuestionId("q"), TopicId("t"), (Prompt("Ask?", TextAnswer("Astana")),))
    asked = Asked(PackId("p"), question, question.prompts[0], Form.TYPED, ())
    verdict = grade(asked, ("Astana",))
    futures = tuple(Future(rating, 1, "1 day") for rating in Rating)
    lines = explain(Judged(asked, ("Astana",), verdict, Rating.GOOD, futures))
    assert list(lines)[-1] == "  It is asked again tomorrow."
