"""What holds of every reply, whatever is typed."""

from __future__ import annotations

import time

import pytest
from core.judging import ANSWERS, FIVE, NEARLY, RIGHT, SHARE, SUMMIT, TEN, WRONG, asked, judged
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.grading import (
    LONGEST_REPLY,
    expected_text,
    grade,
    problem_with,
)
from quizapp.core.question import (
    Answer,
    GapAnswer,
    NumberAnswer,
    SetAnswer,
    TextAnswer,
)

TEXTS = st.text(min_size=1, max_size=60).map(str.strip).filter(bool)
WORDY = st.text(st.sampled_from("aeBCdlnrst ÉéÖñøŠж-'’.,&%19"), min_size=1, max_size=30)
REPLIES = st.lists(
    st.text(max_size=60)
    | WORDY
    | st.sampled_from(
        ["Belarus", "Mongolia", "ten", "10", "4 July 2024", "true", "China", "Ufa", "?", "2001"]
    ),
    max_size=6,
).map(tuple)


@given(TEXTS | WORDY.map(str.strip).filter(bool), st.lists(TEXTS, max_size=3))
def test_the_exact_answer_is_always_right(text: str, wrong: list[str]) -> None:
    answer = TextAnswer(text, wrong=tuple(other for other in wrong if other != text))
    assert judged(answer, text).mark is RIGHT
    assert judged(SetAnswer((text,), answer.wrong), text).mark is RIGHT
    assert judged(GapAnswer(("", ""), (text,)), text).mark is RIGHT


@given(WORDY.map(str.strip).filter(bool), WORDY.map(str.strip).filter(bool))
def test_a_wrong_option_typed_is_never_right(text: str, wrong: str) -> None:
    if text.casefold() != wrong.casefold():
        assert judged(TextAnswer(text, wrong=(wrong,)), wrong).mark is WRONG
        assert judged(TextAnswer(text, wrong=(wrong,)), wrong, spellings=(wrong,)).mark is WRONG


@given(WORDY, WORDY.map(str.strip).filter(bool))
def test_case_and_accents_never_change_the_mark(reply: str, text: str) -> None:
    mark = judged(TextAnswer(text), reply).mark
    bare = reply.replace("é", "e").replace("ö", "o").replace("É", "E").replace("Ö", "O")
    assert judged(TextAnswer(text), reply.upper()).mark is mark
    assert judged(TextAnswer(text.upper()), reply).mark is mark
    assert judged(TextAnswer(text), bare).mark is mark


@given(st.sampled_from(ANSWERS), REPLIES, st.lists(st.text(max_size=20), max_size=2).map(tuple))
def test_every_reply_gets_a_verdict_with_a_reason(
    answer: Answer, reply: tuple[str, ...], spellings: tuple[str, ...]
) -> None:
    verdict = grade(asked(answer), reply, spellings)
    assert verdict.reason.strip() == verdict.reason != ""
    assert "\n" not in verdict.reason
    assert verdict.expected == expected_text(answer)
    assert problem_with(asked(answer), reply) in ("", verdict.reason)
    assert not verdict.reason.casefold().startswith(("right", "nearly", "wrong"))


@given(st.sampled_from([TEN, SHARE, SUMMIT]), st.text(max_size=30) | st.dates().map(str))
def test_numbers_and_dates_are_never_nearly_right(answer: Answer, reply: str) -> None:
    assert judged(answer, reply).mark is not NEARLY


@given(st.integers(1, 3000), st.integers(1, 3000))
def test_another_number_is_never_right(value: int, other: int) -> None:
    mark = RIGHT if value == other else WRONG
    assert judged(NumberAnswer(value), str(other)).mark is mark
    assert judged(TextAnswer(str(value)), str(other)).mark is mark
    assert judged(TextAnswer(f"in the year {value}"), f"in the year {other}").mark is mark


@given(st.permutations(FIVE.items))
def test_the_order_of_named_items_does_not_matter(items: list[str]) -> None:
    assert judged(FIVE, *items).mark is RIGHT


HOSTILE = [
    "a b " * 125, "(" * 500, "a" + " " * 498 + "b", "Belarus " * 62, "\u0301" * 500, "9" * 500,
    "1," * 250, "x" * 1_000_000, "ﷺ" * 500, "\ud800" * 500, "١" * 400,
]  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS)
def test_hostile_replies_are_judged_at_once(answer: Answer) -> None:
    start = time.perf_counter()
    for text in HOSTILE:
        for reply in ((text,), (text,) * 2, (text,) * 100):
            grade(asked(answer), reply, (text[:LONGEST_REPLY],))
    assert time.perf_counter() - start < 5
