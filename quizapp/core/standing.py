"""How a question stands with a learner, and which forms it can take: what questions are sifted by.

A question is new, shaky, strong or suspended, one of these; it may be due or flagged besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from quizapp.core.memory import STRONG_STABILITY
from quizapp.core.question import (
    Answer,
    DateAnswer,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Question,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)

_BITS = {form: 1 << place for place, form in enumerate(Form)}


class State(Enum):
    """A state to sift questions by. The value is the word shown and typed."""

    NEW = "new"
    DUE = "due"
    SHAKY = "shaky"
    STRONG = "strong"
    SUSPENDED = "suspended"
    FLAGGED = "flagged"


def standing(stability: float | None, *, suspended: bool) -> State:
    """New, shaky, strong or suspended; `stability` is in days, None without a memory."""
    if suspended:
        return State.SUSPENDED
    if stability is None:
        return State.NEW
    return State.STRONG if stability >= STRONG_STABILITY else State.SHAKY


def forms_of(question: Question) -> tuple[Form, ...]:
    """Every form the question is asked in as its memory grows, in the order forms are listed."""
    found = {form for prompt in question.prompts for form in _forms(prompt.answer)}
    return tuple(form for form in Form if form in found)


def _forms(answer: Answer) -> Iterator[Form]:  # noqa: C901 - one case for each kind of answer
    match answer:
        case TextAnswer(country=country) if country:
            yield Form.MAP
        case TextAnswer():
            if answer.wrong:
                yield Form.CHOICE
            if answer.typed or not answer.wrong:
                yield Form.TYPED
        case TruthAnswer():
            yield Form.TRUE_FALSE
        case NumberAnswer():
            yield Form.NUMBER
        case DateAnswer():
            yield Form.DATE
        case SetAnswer():
            yield Form.SELECT
        case OrderAnswer():
            yield Form.ORDER
        case MatchAnswer():
            yield Form.MATCH
        case GapAnswer():
            yield Form.GAP


def bits(forms: Iterable[Form]) -> int:
    """Forms as one number, a bit each, so that a question is sifted by form without reading it."""
    return sum(_BITS[form] for form in set(forms))
