"""Reply to verdict: the one judge of every reply, kind to spelling and strict on facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from quizapp.core.dates import date_text, read_date
from quizapp.core.numbers import exact, number_text, option_text, read_number
from quizapp.core.question import (
    Answer,
    Asked,
    DateAnswer,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Reply,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.core.readable import LONGEST_REPLY, problem_with, truth_of
from quizapp.core.several import judge_gaps, judge_match, judge_named, judge_order, judge_select
from quizapp.core.spelling import words_of
from quizapp.core.splitting import split_items
from quizapp.core.typed import Target, judge
from quizapp.core.verdict import Judged, Mark, Part, Verdict, apart, listing, sentence, shown

__all__ = [
    "LONGEST_REPLY",
    "Mark",
    "Part",
    "Verdict",
    "date_text",
    "expected_text",
    "grade",
    "option_text",
    "problem_with",
    "split_items",
]

_NEAR_DAYS = 60
"""A date off by so many days or fewer is told how many."""
_ASKS_WHO = re.compile(r"\bwho(?:m|se)?\b", re.IGNORECASE)


def grade(asked: Asked, reply: Reply, spellings: tuple[str, ...] = ()) -> Verdict:
    """Judge `reply`; () is "don't know". Never raises, whatever the reply holds.

    `spellings` are texts this learner had accepted before ("I was right"). They count
    as right where a text is typed, unless they are a wrong option; numbers and dates
    have values, not spellings. A reply that `problem_with` names is wrong here, with
    that problem as its reason and every part as missing.
    """
    answer = asked.prompt.answer
    expected = expected_text(answer)
    if not reply:
        judged = _unknown(answer, expected)
    elif problem := problem_with(asked, reply):
        judged = Judged(Mark.WRONG, problem, _unknown(answer, expected).parts)
    else:
        judged = _judged(asked, reply, spellings)
    return Verdict(judged.mark, judged.reason, expected, judged.parts)


def expected_text(answer: Answer) -> str:
    """The right answer on one line: "Belarus", "3 July 2024", "40 %", "1 China  2 Iran"."""
    match answer:
        case TextAnswer():
            return answer.text
        case TruthAnswer():
            return "True" if answer.value else "False"
        case NumberAnswer():
            return option_text(answer.value, answer.unit)
        case DateAnswer():
            return date_text(answer.value)
        case SetAnswer(items=texts) | GapAnswer(gaps=texts):
            return " · ".join(texts)
        case OrderAnswer():
            return "  ".join(f"{place} {item}" for place, item in enumerate(answer.items, 1))
        case MatchAnswer():
            return " · ".join(f"{left}: {right}" for left, right in answer.pairs)


def _judged(asked: Asked, reply: Reply, spellings: tuple[str, ...]) -> Judged:
    answer = asked.prompt.answer
    match answer:
        case TextAnswer() | NumberAnswer() | DateAnswer() if asked.options:
            return _judge_choice(reply[0].strip(), expected_text(answer))
        case TextAnswer() | NumberAnswer() | DateAnswer() | TruthAnswer():
            return _judged_single(asked, answer, reply[0], spellings)
        case SetAnswer() if asked.options:
            return judge_select(reply, answer)
        case SetAnswer():
            return judge_named(reply, answer, spellings, _known(asked, answer.items))
        case OrderAnswer():
            return judge_order(reply, answer)
        case MatchAnswer():
            return judge_match(reply, answer)
        case GapAnswer():
            return judge_gaps(reply, answer, spellings, _known(asked, answer.gaps))


def _judged_single(
    asked: Asked,
    answer: TextAnswer | NumberAnswer | DateAnswer | TruthAnswer,
    text: str,
    spellings: tuple[str, ...],
) -> Judged:
    match answer:
        case TextAnswer():
            return judge(text, _target(asked, answer, spellings))
        case NumberAnswer():
            return _judge_number(text, answer, asked.prompt.ask)
        case DateAnswer():
            return _judge_date(text, answer.value)
        case TruthAnswer():
            return _judge_truth(text, answer)


def _unknown(answer: Answer, expected: str) -> Judged:
    """The verdict on "don't know": the answer, and every part of it as missing."""
    parts: tuple[str, ...] = ()
    match answer:
        case TruthAnswer():
            return _judge_truth("", answer)
        case TextAnswer() | NumberAnswer() | DateAnswer():
            told = f"The answer is {shown(expected)}"
        case SetAnswer():
            parts = answer.items
            told = f"The answer{'s are' if len(parts) > 1 else ' is'} {listing(parts, 5)}"
        case OrderAnswer():
            parts = answer.items
            told = f"The order is {listing(parts, 5)}"
        case MatchAnswer():
            parts = tuple(right for _, right in answer.pairs)
            told = "; ".join(f"{shown(a)} goes with {shown(b)}" for a, b in answer.pairs[:3])
        case GapAnswer():
            parts = answer.gaps
            told = f"The gap{'s are' if len(parts) > 1 else ' is'} for {listing(parts, 5)}"
    missing = tuple(Part("", part, Mark.WRONG) for part in parts)
    return Judged(Mark.WRONG, sentence(told), missing)


def _target(asked: Asked, answer: TextAnswer, spellings: tuple[str, ...]) -> Target:
    is_speaker = bool(asked.question.said_by) and answer.text == asked.question.said_by
    is_person = is_speaker or _ASKS_WHO.search(asked.prompt.ask) is not None
    known = _known(asked, (answer.text, *answer.accept))
    return Target(answer.text, answer.accept, spellings, answer.wrong, known, is_person)


def _known(asked: Asked, right: Sequence[str]) -> frozenset[str]:
    """The words of the question and of its wrong options, without those of the right answer."""
    texts = [asked.prompt.ask]
    if isinstance(asked.prompt.answer, GapAnswer):
        texts += asked.prompt.answer.parts
    for prompt in asked.question.prompts:
        if isinstance(prompt.answer, (TextAnswer, SetAnswer)):
            texts += prompt.answer.wrong
    words = {word for text in texts for word in words_of(text)}
    return frozenset(words.difference(*map(words_of, right)))


def _judge_choice(given: str, right: str) -> Judged:
    if given == right:
        return Judged(Mark.RIGHT, sentence(shown(right)))
    return Judged(Mark.WRONG, sentence(f"The answer is {apart(right, given)}"))


def _judge_truth(given: str, answer: TruthAnswer) -> Judged:
    mark = Mark.RIGHT if truth_of(given) is answer.value else Mark.WRONG
    return Judged(mark, f"The statement is {'true' if answer.value else 'false'}.")


def _judge_number(given: str, answer: NumberAnswer, ask: str) -> Judged:
    value, expected = exact(answer.value), option_text(answer.value, answer.unit)
    readings = read_number(given, answer.unit, ask)
    nearest = min(readings, key=lambda reading: abs(reading - value))
    off = nearest - value
    if off == 0:
        is_likeliest = nearest == readings[0]
        told = expected if is_likeliest else f"It was read as {expected}"
        return Judged(Mark.RIGHT, sentence(told))
    if abs(off) <= exact(answer.within):
        margin = f"anything within {number_text(answer.within)} of it counts"
        return Judged(Mark.RIGHT, sentence(f"The exact answer is {expected}; {margin}"))
    by = f"{number_text(abs(off))} too {'high' if off > 0 else 'low'}"
    return Judged(Mark.WRONG, sentence(f"That is {by}; the answer is {expected}"))


def _judge_date(given: str, answer: date) -> Judged:
    readings, expected = read_date(given), date_text(answer)
    if answer in readings:
        told = expected if len(readings) == 1 else f"It was read as {expected}"
        return Judged(Mark.RIGHT, sentence(told))
    told = f"{_off(readings[0], answer)}; the answer is {expected}"
    if len(readings) > 1:
        told = f"it was read as {date_text(readings[0])}; {told}"
    return Judged(Mark.WRONG, sentence(told[0].upper() + told[1:]))


def _off(given: date, answer: date) -> str:
    """Which parts of a wrong date are right, and how far off it is."""
    ours, theirs = (given.day, given.month, given.year), (answer.day, answer.month, answer.year)
    names = ("day", "month", "year")
    right = [name for name, x, y in zip(names, ours, theirs, strict=True) if x == y]
    far = f"{_gap(given, answer, right)} too {'late' if given > answer else 'early'}".strip()
    if not right:
        return f"that is {far}"
    return f"the {' and '.join(right)} {'are' if len(right) > 1 else 'is'} right, but it is {far}"


def _gap(given: date, answer: date, right: Sequence[str]) -> str:
    if right == ["day", "month"]:
        return _count(abs(given.year - answer.year), "year")
    if right == ["day", "year"]:
        return _count(abs(given.month - answer.month), "month")
    days = abs((given - answer).days)
    return _count(days, "day") if days <= _NEAR_DAYS else ""


def _count(number: int, name: str) -> str:
    return f"one {name}" if number == 1 else f"{number} {name}s"
