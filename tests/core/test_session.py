from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.session import MISS_GAP, Done, Session, interleave, plan

REPLIES = st.lists(st.booleans(), max_size=12)


def play(session: Session, misses: list[bool]) -> Session:
    for index, again in enumerate(misses):
        if session.current is None:
            break
        session = session.advance(Done(session.current, again, bytes([index])))
    return session


def fresh(size: int = 6) -> Session:
    return Session(waiting=tuple(range(size)), total=size)


def test_a_right_reply_moves_on_to_the_next_question() -> None:
    session = play(fresh(), [False])
    assert (session.current, session.passed, session.total) == (1, 1, 6)


def test_a_miss_comes_back_after_some_others() -> None:
    session = play(fresh(), [True])
    assert session.waiting.index(0) == MISS_GAP
    assert session.missed == (0,)


def test_a_miss_at_the_end_comes_back_at_once() -> None:
    session = play(fresh(1), [True])
    assert session.current == 0
    assert not session.finished


def test_a_session_ends_when_every_question_was_right_once() -> None:
    session = play(fresh(3), [True, False, False, False])
    assert session.finished
    assert session.passed == 3


@given(REPLIES, st.booleans())
def test_undo_after_a_reply_is_identity(misses: list[bool], again: bool) -> None:
    session = play(fresh(), misses)
    if session.current is not None:
        assert session.advance(Done(session.current, again, b"x")).undo() == session


@given(REPLIES)
def test_undoing_every_reply_leads_back_to_the_start(misses: list[bool]) -> None:
    session = play(fresh(), misses)
    while session.done:
        session = session.undo()
    assert session == fresh()


@given(REPLIES)
def test_no_question_is_lost_or_doubled(misses: list[bool]) -> None:
    session = play(fresh(), misses)
    passed = {done.question for done in session.done} - set(session.waiting)
    assert sorted([*session.waiting, *passed]) == list(range(6))


def test_there_is_nothing_to_undo_at_the_start() -> None:
    with pytest.raises(ValueError, match="no reply"):
        fresh().undo()


def test_only_the_current_question_takes_a_reply() -> None:
    with pytest.raises(ValueError, match="current"):
        fresh().advance(Done(3, False, b""))


def test_a_dropped_question_no_longer_counts() -> None:
    session = fresh().without(2)
    assert 2 not in session.waiting
    assert session.total == 5


def test_groups_are_spread_evenly() -> None:
    assert interleave([["a", "b", "c", "d"], ["X", "Y"]]) == ["a", "X", "b", "c", "Y", "d"]


def test_due_questions_lead_and_new_ones_are_mixed_in() -> None:
    order = plan([], [(number, 0) for number in range(10)], [(20, 1), (21, 1), (22, 2)])
    assert order[0] == 0
    assert [number for number in order if number < 20] == list(range(10))
    assert order.index(20) < 9


def test_new_questions_take_turns_among_the_topics() -> None:
    order = plan([], [], [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2)])
    assert order == (1, 4, 2, 5, 3, 6)


def test_misses_of_an_earlier_sitting_come_first_and_once() -> None:
    assert plan([3], [(1, 0), (3, 0)], []) == (3, 1)
