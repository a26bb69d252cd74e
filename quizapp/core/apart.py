"""Keeping questions apart of which one gives the other away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.core.grading import expected_text
from quizapp.core.question import (
    Answer,
    DateAnswer,
    GapAnswer,
    NumberAnswer,
    Question,
    SetAnswer,
    TextAnswer,
)

_WORD = re.compile(r"\w+")


class _Said(NamedTuple):
    """What a question says in all its wordings, and what it asks for, both as plain words."""

    told: str
    wanted: tuple[str, ...]


def apart(found: Sequence[Question]) -> list[int]:
    """The places of questions in an order in which none gives away the one beside it.

    It does where the answer of one stands in a wording of the other. The order given is kept as
    far as it can be; where nothing helps, two such questions stay side by side. The same
    questions give the same order everywhere.
    """
    said = [_said(question) for question in found]
    left = list(range(len(found)))
    order: list[int] = []
    while left:
        fits = (one for one in left if not order or not _clash(said[order[-1]], said[one]))
        chosen = next(fits, None)
        if chosen is None:
            return _squeeze_in(order, left, said)
        left.remove(chosen)
        order.append(chosen)
    return order


def _squeeze_in(order: list[int], left: Sequence[int], said: Sequence[_Said]) -> list[int]:
    """Put those that clash with the last one where they clash with no neighbour, or at the end."""
    for one in left:
        for at in range(len(order) + 1):
            beside = order[max(at - 1, 0) : at + 1]
            if not any(_clash(said[other], said[one]) for other in beside):
                order.insert(at, one)
                break
        else:
            order.append(one)
    return order


def _clash(one: _Said, other: _Said) -> bool:
    return any(text in other.told for text in one.wanted) or any(
        text in one.told for text in other.wanted
    )


def _said(question: Question) -> _Said:
    told = " ".join(
        prompt.ask or " ".join(getattr(prompt.answer, "parts", ())) for prompt in question.prompts
    )
    wanted = {_words(text) for prompt in question.prompts for text in _texts(prompt.answer)}
    return _Said(_words(told), tuple(sorted(wanted - {"  "})))


def _texts(answer: Answer) -> Iterator[str]:
    """The answers that a wording elsewhere could give away."""
    match answer:
        case TextAnswer() | NumberAnswer() | DateAnswer():
            yield expected_text(answer)
        case SetAnswer(items=texts) | GapAnswer(gaps=texts):
            yield from texts
        case _:
            return


def _words(text: str) -> str:
    """A text as its words, each between blanks, so that only whole words are found in it."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
