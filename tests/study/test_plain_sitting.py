"""A sitting as lines of text: it says what the screens say of when, of undo and of notes."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from quizapp import plain
from quizapp.plain import Lines
from quizapp.study import Study


def sat(study: Study, *typed: str) -> list[str]:
    """What is said while these lines are typed; the input ends after them."""
    said: list[str] = []
    rest: Iterable[str] = iter(typed)
    plain.study(study, Lines(said.append, lambda _: next(rest, None), lambda: 0.0))
    return said


def wrong_and_right(study: Study) -> tuple[str, str]:
    """A wrong and the right option of the question that is asked first."""
    _, asked = study.ask(study.start())
    assert asked is not None
    answer = str(getattr(asked.prompt.answer, "text", ""))
    return next(one for one in asked.options if one != answer), answer


def test_a_right_reply_says_when_it_comes_again_and_what_would_change_that(study: Study) -> None:
    _, right = wrong_and_right(study)
    said = sat(study, right, "/easy")
    assert "  Rated good: it is asked again in 2 days; /hard: 1 day; /easy: 8 days." in said
    assert "Rated easy: it is asked again in 8 days." in said


def test_a_wrong_reply_says_that_it_comes_back(study: Study) -> None:
    wrong, _ = wrong_and_right(study)
    assert "  It comes back in this session." in sat(study, wrong)


def test_undo_says_what_was_taken_back(study: Study) -> None:
    wrong, _ = wrong_and_right(study)
    assert f"Taken back: “{wrong}” (wrong). The question comes again." in sat(study, wrong, "/undo")
    assert "Taken back: “I don't know”. The question comes again." in sat(study, "?", "/undo")


def test_a_note_is_kept_on_what_was_replied_to_last_and_told_with_its_verdict(study: Study) -> None:
    _, right = wrong_and_right(study)
    said = sat(study, "/note too early", right, "/note", "/note Ask  Aigul", "/note")
    assert "There is no reply yet whose question could have a note." in said
    assert "There is no note. /note WORDS keeps one." in said
    assert "Note kept; /note - takes it away." in said
    assert said.count("Your note: Ask Aigul") == 1
    study.undo(study.start())
    assert "  Your note: Ask Aigul" in sat(study, right)
    assert "There is no note any more." in sat(study, "/undo", right, "/note -")


@pytest.mark.parametrize("command", ["/note", "/undo", "/easy", "/hard", "/right", "/flag"])
def test_every_command_stands_in_the_help(study: Study, command: str) -> None:
    assert command in "\n".join(sat(study, "/help"))
