"""The stand-in for readers: which facts drafts hold the words of."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quizapp.drafting.drafts import Draft

sys.path[:0] = [str(Path(__file__).parent.parent / "bench")]

import tellings  # noqa: E402
from articles import Fact  # noqa: E402
from judged import judgement  # noqa: E402

SENTENCE = "The museum, opened in 1889, drew two million visitors on 4 July 2024."


def draft(ask: str, answer: str | int) -> Draft:
    place = (0, len(SENTENCE))
    return Draft("id", "gap", "lexical", ask, answer, 1, place, place, ())


def fact(*words: str, sentence: str = "The museum") -> Fact:
    return Fact("f01", "", 1, sentence, words)


@pytest.mark.parametrize(
    ("words", "ask", "answer", "found"),
    [
        (("1889",), "When was the museum opened?", 1889, True),
        (("2,000,000",), "How many visitors came?", 2_000_000, True),
        (("2 million",), "The museum drew two million visitors when?", "then", True),
        (("4 July 2024",), "When was it?", "2024-07-04", True),
        (("visitor", "1889"), "The visitors of 1889?", "many", True),
        (("visitors", "1889"), "How many visitors came?", 2, False),
        (("museums",), "Which museum?", "that", False),
    ],
)
def test_a_draft_tells_a_fact_by_more_than_half_of_its_words(
    words: tuple[str, ...], ask: str, answer: str | int, found: bool
) -> None:
    told = tellings.told([fact(*words)], SENTENCE, draft(ask, answer))
    assert told == ({"f01"} if found else set())


def test_a_draft_of_another_sentence_tells_nothing() -> None:
    elsewhere = fact("1889", sentence="The town")
    assert not tellings.told([elsewhere], SENTENCE, draft("When? In 1889", 1889))


def test_the_agreement_with_readers_is_counted() -> None:
    row = {"article": "x", "answer": "true", "options": "ok", "facts": ("f01", "f02")}
    said = {
        "a": judgement({"key": "a", "verdict": "good", **row}),
        "b": judgement({"key": "b", "verdict": "rubbish", **row}),
    }
    counts = tellings.agreement([("a", {"f02", "f03"}), ("b", {"f01"}), ("c", {"f01"})], said)
    assert (counts["both"], counts["readers only"], counts["words only"]) == (1, 1, 1)
