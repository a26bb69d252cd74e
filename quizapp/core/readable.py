"""Whether a reply can be judged at all; where not, a kind sentence that says what to give."""

from __future__ import annotations

from quizapp.core.dates import date_problem
from quizapp.core.numbers import exact, read_number
from quizapp.core.question import (
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
from quizapp.core.several import located
from quizapp.core.spelling import same_line
from quizapp.core.splitting import MOST_ITEMS
from quizapp.core.verdict import sentence, shown

LONGEST_REPLY = 500
"""A typed text of more characters than this is not judged."""
LONGEST_TOGETHER = 10_000
"""All texts of one reply together are not longer than this."""

_TRUTHS = {
    "true": True,
    "t": True,
    "yes": True,
    "y": True,
    "false": False,
    "f": False,
    "no": False,
    "n": False,
}
_EXAMPLES = ((12, "twelve"), (3, "three"), (70, "seventy"))


def problem_with(asked: Asked, reply: Reply) -> str:
    """Why `reply` cannot be judged, as a kind sentence, so that it is asked for again; else "".

    () is "don't know" and no problem. The sentence never gives the answer away.
    """
    if not reply or _size_problem(reply):
        return _size_problem(reply)
    answer = asked.prompt.answer
    match answer:
        case SetAnswer():
            return _set_problem(asked.options, reply)
        case OrderAnswer():
            return _order_problem(answer.items, reply)
        case MatchAnswer():
            return _match_problem(answer, reply)
        case GapAnswer():
            return _gap_problem(len(answer.gaps), reply)
        case TextAnswer() | TruthAnswer() | NumberAnswer() | DateAnswer():
            return _single_problem(asked, answer, reply)


def truth_of(text: str) -> bool | None:
    """True or false as typed, also "t", "yes", "n" and the like; None for anything else."""
    return _TRUTHS.get(same_line(text))


def _size_problem(reply: Reply) -> str:
    if any(len(text) > LONGEST_REPLY for text in reply):
        return f"That is too long to judge; keep it under {LONGEST_REPLY} characters."
    if len(reply) > MOST_ITEMS or sum(map(len, reply)) > LONGEST_TOGETHER:
        return "That is too much to judge; give fewer items."
    return ""


def _single_problem(
    asked: Asked, answer: TextAnswer | TruthAnswer | NumberAnswer | DateAnswer, reply: Reply
) -> str:
    text = reply[0].strip()
    if len(reply) > 1:
        return "Give one answer only."
    if isinstance(answer, TruthAnswer):
        return "Answer true or false." if truth_of(text) is None else ""
    if asked.options:
        return "" if text in asked.options else "Choose one of the options shown."
    if not text:
        return "Type an answer first."
    if isinstance(answer, NumberAnswer):
        return _number_problem(text, answer, asked.prompt.ask)
    return date_problem(text, answer.value) if isinstance(answer, DateAnswer) else ""


def _number_problem(text: str, answer: NumberAnswer, ask: str) -> str:
    if read_number(text, answer.unit, ask):
        return ""
    value, within = exact(answer.value), exact(answer.within)
    fair = [example for example in _EXAMPLES if abs(example[0] - value) > within]
    digits, word = (fair or _EXAMPLES)[0]
    unit = f" in {shown(answer.unit)}" if answer.unit and answer.unit != "%" else ""
    sign = f", {digits} %" if answer.unit == "%" else ""
    return f"Type one number{unit}, such as {digits}{sign} or {word}."


def _set_problem(options: tuple[str, ...], reply: Reply) -> str:
    if options:
        is_shown = all(located(text, options) is not None for text in reply)
        return "" if is_shown else "Tick only items that are shown."
    return "" if any(text.strip() for text in reply) else "Name at least one item."


def _order_problem(items: tuple[str, ...], reply: Reply) -> str:
    given = {located(text, items) for text in reply}
    if len(reply) == len(items) and given == set(items):
        return ""
    return f"Put all {len(items)} items in order, each of them once."


def _match_problem(answer: MatchAnswer, reply: Reply) -> str:
    if len(reply) != len(answer.pairs):
        return f"Give one right side for each of the {len(answer.pairs)} left sides."
    rights = [right for _, right in answer.pairs]
    for (left, _), text in zip(answer.pairs, reply, strict=True):
        if not text.strip():
            return sentence(f"One right side is still missing, for {shown(left)}")
        if located(text, rights) is None:
            return sentence(f"Choose one of the right sides shown for {shown(left)}")
    return ""


def _gap_problem(count: int, reply: Reply) -> str:
    if len(reply) != count:
        return f"Fill in all {count} gaps." if count > 1 else "Fill in the gap."
    empty = [place for place, text in enumerate(reply, 1) if not text.strip()]
    if not empty:
        return ""
    if count == 1:
        return "The gap is still empty; fill it in."
    return f"Gap {empty[0]} is still empty; type ? there if you do not know it."
