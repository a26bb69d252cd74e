"""What is told as lines: the question, how to reply to it, the verdict, a changed answer."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizapp.core.memory import Rating
from quizapp.core.question import (
    DONT_KNOW,
    Asked,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    Reply,
    SetAnswer,
)
from quizapp.core.verdict import NOT_KNOWN, Mark

if TYPE_CHECKING:
    from quizapp.study import Correction, Future, Judged

_SIGNS = {Mark.RIGHT: "RIGHT", Mark.NEARLY: "NEARLY", Mark.WRONG: "WRONG"}


def describe(asked: Asked, place: str = "") -> Iterator[str]:
    """The question as lines: its place and badges, what is asked, the options, how to reply."""
    question = asked.question
    badges = [place] if place else []
    if question.as_of:
        badges.append(f"as of {question.as_of.isoformat()}")
    yield " · ".join(badges)
    yield asked_text(asked)
    if asked.form is Form.MAP:
        yield from _map_lines(asked)
    if asked.form is Form.MATCH:
        yield from _match_lines(asked)
    elif asked.form is not Form.TRUE_FALSE:
        for number, option in enumerate(asked.options, 1):
            yield f"  {number}. {option}"
    yield _how(asked)


def asked_text(asked: Asked) -> str:
    """What is asked, on one line; gaps are numbered."""
    answer = asked.prompt.answer
    if not isinstance(answer, GapAnswer):
        return asked.prompt.ask
    gaps = [f" ({number}) ____ " for number in range(1, len(answer.gaps) + 1)]
    text = "".join(part + gap for part, gap in zip(answer.parts, [*gaps, ""], strict=True))
    return " ".join(text.split())


def _match_lines(asked: Asked) -> Iterator[str]:
    answer = asked.prompt.answer
    pairs = answer.pairs if isinstance(answer, MatchAnswer) else ()
    for number, (left, _) in enumerate(pairs, 1):
        yield f"  {number}. {left}"
    for letter, option in zip(ascii_lowercase, asked.options, strict=False):
        yield f"  {letter}) {option}"


def _map_lines(asked: Asked) -> Iterator[str]:
    from quizapp.atlas import describe as describe_country

    yield describe_country(getattr(asked.prompt.answer, "country", ""))


_HOW = {
    Form.TRUE_FALSE: "True or false? Type t or f.",
    Form.ORDER: "Type the numbers in the right order, such as: 2 1 3",
    Form.MATCH: "Type a letter for each number, such as: 1b 2a",
    Form.DATE: "Type a date, such as 4 July 2024.",
}


def _how(asked: Asked) -> str:
    """How to reply to this form, in a sentence."""
    if asked.options and asked.form not in (Form.TRUE_FALSE, Form.ORDER, Form.MATCH):
        several = asked.form is Form.SELECT
        return (
            "Type the numbers of all that apply, such as: 1 3"
            if several
            else "Type the number of your answer."
        )
    match asked.prompt.answer:
        case SetAnswer() as answer:
            return f"Name all {len(answer.items)}, with commas between them."
        case GapAnswer() as answer:
            many = ", with ; between the gaps." if len(answer.gaps) > 1 else "."
            return f"Type the missing words{many}"
        case NumberAnswer(unit=unit):
            return f"Type a number ({unit})." if unit else "Type a number."
        case _:
            return _HOW.get(asked.form, "Type your answer.")


def tell_correction(correction: Correction) -> Iterator[str]:
    """A changed answer as lines: what is asked, the old answer and the new one, and why."""
    yield "The answer to this question has changed."
    yield correction.ask
    yield f"  Before: {correction.former or 'not known any more'}"
    yield f"  Now:    {correction.now}"
    if correction.why:
        yield correction.why
    if correction.known_again:
        yield "You knew this answer before, and what you remembered of it counts again."
    yield "Press Enter to go on."


def explain(judged: Judged, own: str = "") -> Iterator[str]:
    """The verdict as lines: the mark in words, why, the answer, what it teaches.

    `own` is the learner's own note on the question.
    """
    verdict = judged.verdict
    # All of a longer answer stands below; the reason of "don't know" would only say it as well.
    twice = judged.reply == DONT_KNOW and len(verdict.parts) > 1
    yield f"{sign(judged.reply, verdict.mark)}. {'' if twice else verdict.reason}".rstrip()
    if verdict.mark is not Mark.RIGHT and (twice or verdict.expected not in verdict.reason):
        yield f"  The answer: {verdict.expected}"
    if judged.asked.question.why:
        yield f"  {judged.asked.question.why}"
    if judged.successor:
        yield f"  {judged.successor}"
    if own:
        yield f"  Your note: {own}"
    if judged.warning:
        yield f"  NOT SAVED: {judged.warning}"
    if judged.future is not None:
        yield f"  {_comes_again(judged, judged.future)}"


def _comes_again(judged: Judged, future: Future) -> str:
    """When the question is asked again if the learner just goes on, and what may change that."""
    if judged.rating is Rating.AGAIN:
        return "It comes back in this session."
    if not judged.otherwise:
        return f"It is asked again {future.when}."
    others = "".join(f"; /{one.rating.name.lower()}: {one.text}" for one in judged.otherwise)
    return f"Rated {judged.rating.name.lower()}: it is asked again {future.when}{others}."


def sign(reply: Reply, mark: Mark) -> str:
    """How a reply was judged, in capitals."""
    return NOT_KNOWN.upper() if reply == DONT_KNOW else _SIGNS[mark]
