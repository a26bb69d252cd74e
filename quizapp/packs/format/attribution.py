"""A claim is somebody's: where `said_by` names a speaker, the asked text must name them too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.question import (
    Answer,
    GapAnswer,
    MatchAnswer,
    OrderAnswer,
    Prompt,
    SetAnswer,
    TextAnswer,
)
from quizapp.packs.format.gaps import GapSentence
from quizapp.packs.format.text import folded, quoted

_EDGES = ".,;:!?'\"()[]“”\u2018\u2019«»"


def attribution_fault(said_by: str, prompt: Prompt) -> str:
    """What is wrong with how a prompt names its speaker, as a sentence; "" where nothing is.

    The last word of `said_by` must begin a word of the asked text or the hint, so
    that endings and possessives do not matter. Where the speaker is an option, the
    question is who said it, and the name must not be given away: a name that only
    part of the options bear may not stand there.
    """
    name = _words(said_by)
    if not name:
        return ""
    text = folded(f"{_asked(prompt)} {prompt.hint}")
    options = [_words(option) for option in _options(prompt.answer)]
    if any(_same_name(name, option) for option in options):
        shared = all(name[-1] in option for option in options)
        if not shared and _stands(name[-1], text, whole=True):
            return f"gives away {quoted(said_by)}, who is one of the options; leave the name out"
        return ""
    if _stands(name[-1], text, whole=False):
        return ""
    return f"must name who said it: {quoted(said_by)}; write the name there"


def _asked(prompt: Prompt) -> str:
    if isinstance(prompt.answer, GapAnswer):
        return GapSentence(prompt.answer.parts, prompt.answer.gaps).filled
    return prompt.ask


def _options(answer: Answer) -> Iterator[str]:
    match answer:
        case TextAnswer():
            yield from (answer.text, *answer.accept, *answer.wrong)
        case SetAnswer():
            yield from (*answer.items, *answer.wrong)
        case OrderAnswer():
            yield from answer.items
        case MatchAnswer():
            for pair in answer.pairs:
                yield from pair
        case _:
            return


def _words(text: str) -> list[str]:
    words = [word.strip(_EDGES) for word in folded(text).split()]
    return [word for word in words if word]


def _same_name(one: list[str], other: list[str]) -> bool:
    """Whether one of two names ends with the other: Vladimir Putin, Putin."""
    length = min(len(one), len(other))
    return length > 0 and one[-length:] == other[-length:]


def _stands(word: str, text: str, *, whole: bool) -> bool:
    if word[0] >= "\u0e00":
        # Thai, Chinese, Japanese and the like put no spaces between words.
        return word in text
    end = r"(?!\w)" if whole else ""
    return re.search(rf"(?<!\w){re.escape(word)}{end}", text) is not None
