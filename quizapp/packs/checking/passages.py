"""The pieces of text in a pack that a learner reads, each under the key its author wrote."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

from quizapp.core.question import (
    Answer,
    DateAnswer,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Pack,
    Prompt,
    Question,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)

Kind: TypeAlias = Literal["ask", "answer", "wrong", "hint", "why", "brief", "about", "title"]

LONGEST_QUOTATION = 12
"""A quoted phrase of at most so many words is somebody else's and may stand as it is."""

_QUOTED = re.compile(
    '\u201c[^\u201c\u201d]*\u201d|"[^"]*"|\u2018(?:[^\u2018\u2019]|\u2019(?=\\w))*\u2019(?!\\w)'
)


class Passage(NamedTuple):
    """A piece of text and where it stands: `where` is the key, as shown to the author."""

    kind: Kind
    where: str
    text: str


def asked_text(prompt: Prompt) -> str:
    """What the learner reads as the question: the ask, or the gap sentence with its gaps filled."""
    if isinstance(prompt.answer, GapAnswer):
        return gap_sentence(prompt.answer)
    return prompt.ask


def gap_sentence(answer: GapAnswer) -> str:
    """The sentence of `answer` with its gaps filled in."""
    filled = [part + gap for part, gap in zip(answer.parts, answer.gaps, strict=False)]
    return "".join([*filled, answer.parts[-1]])


def answer_texts(answer: Answer) -> tuple[str, ...]:
    """The words of the right answer that stand apart from the ask: none for truths and gaps."""
    match answer:
        case TextAnswer():
            return (answer.text,)
        case SetAnswer() | OrderAnswer():
            return answer.items
        case MatchAnswer():
            return tuple(side for pair in answer.pairs for side in pair)
        case TruthAnswer() | NumberAnswer() | DateAnswer() | GapAnswer():
            return ()


def wrong_texts(answer: Answer) -> tuple[str, ...]:
    """The wrong options that are words."""
    return answer.wrong if isinstance(answer, TextAnswer | SetAnswer) else ()


def question_passages(question: Question) -> list[Passage]:
    """Every text of `question` that a learner reads."""
    found: list[Passage] = []
    for number, prompt in enumerate(question.prompts):
        place = f" of also {number}" if number else ""
        key = "gap" if isinstance(prompt.answer, GapAnswer) else "ask"
        found.append(Passage("ask", f'"{key}"{place}', asked_text(prompt)))
        where = f'"answer"{place}'
        found += [Passage("answer", where, text) for text in answer_texts(prompt.answer)]
        where = f'"wrong"{place}'
        found += [Passage("wrong", where, text) for text in wrong_texts(prompt.answer)]
        if prompt.hint:
            found.append(Passage("hint", f'"hint"{place}', prompt.hint))
    if question.why:
        found.append(Passage("why", '"why"', question.why))
    return found


def pack_passages(pack: Pack) -> list[Passage]:
    """Every text of `pack` that a learner reads outside its questions."""
    found = [Passage("title", '"title"', pack.title)]
    if pack.about:
        found.append(Passage("about", '"about"', pack.about))
    for topic in pack.topics:
        found.append(Passage("title", f'"title" of topic "{topic.id}"', topic.title))
        if topic.brief:
            found.append(Passage("brief", f'"brief" of topic "{topic.id}"', topic.brief))
    return found


def without_quotations(text: str) -> str:
    """`text` with a blank line for each quoted phrase of at most LONGEST_QUOTATION words."""
    # Most texts hold no quotation, and looking for one mark costs far less than for a pair.
    if '"' not in text and (text.isascii() or not ("\u201c" in text or "\u2018" in text)):
        return text
    return _QUOTED.sub(_blank_if_short, text)


def _blank_if_short(quoted: re.Match[str]) -> str:
    return "\n\n" if len(quoted[0].split()) <= LONGEST_QUOTATION else quoted[0]
