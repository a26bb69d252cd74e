from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.question import (
    Asked,
    Form,
    PackId,
    Prompt,
    Question,
    QuestionId,
    TextAnswer,
    TopicId,
)
from quizapp.core.round import Clock, Round, points
from quizapp.core.verdict import Mark, Verdict

QUESTION = Question(QuestionId("q"), TopicId("t"), (Prompt("Ask?", TextAnswer("a")),))
ASKED = Asked(PackId("p"), QUESTION, QUESTION.prompts[0], Form.TYPED)


def play(marks: list[Mark]) -> Round:
    playing = Round("setup", Clock.NONE, 1, tuple(range(len(marks))))
    for mark in marks:
        playing = playing.advance(ASKED, ("a",), Verdict(mark, "Because.", "a"), 900)
    return playing


def test_right_replies_in_a_row_earn_more_and_more() -> None:
    earned = [reply.points for reply in play([Mark.RIGHT] * 3).replies]
    assert earned == [100, 110, 120]


def test_a_miss_earns_nothing_and_breaks_the_run() -> None:
    playing = play([Mark.RIGHT, Mark.RIGHT, Mark.WRONG, Mark.RIGHT])
    assert [reply.points for reply in playing.replies] == [100, 110, 0, 100]
    assert (playing.combo, playing.best_combo, playing.right) == (1, 2, 3)
    assert playing.missed == (2,)


def test_without_a_clock_time_earns_nothing() -> None:
    assert points(Mark.RIGHT, 0, Clock.NONE, 0) == points(Mark.RIGHT, 99_000, Clock.NONE, 0)


@given(st.integers(0, 60_000), st.integers(0, 60_000), st.sampled_from([Clock.RELAXED, Clock.FAST]))
def test_a_quicker_reply_never_earns_less(one: int, other: int, clock: Clock) -> None:
    quick, slow = sorted((one, other))
    assert points(Mark.RIGHT, quick, clock, 3) >= points(Mark.RIGHT, slow, clock, 3)


@given(st.sampled_from([Mark.RIGHT, Mark.NEARLY]), st.integers(0, 40))
def test_a_run_doubles_the_points_at_most(mark: Mark, combo: int) -> None:
    alone = points(mark, 0, Clock.NONE, 0)
    assert alone <= points(mark, 0, Clock.NONE, combo) <= 2 * alone


def test_a_finished_round_takes_no_reply() -> None:
    with pytest.raises(ValueError, match="finished"):
        play([]).advance(ASKED, (), Verdict(Mark.WRONG, "No.", "a"), 1)
