"""Drafts that nobody would ask first: a stray word, bare quoted words, what stands beside it."""

from __future__ import annotations

import re

from quizapp.drafting.drafts import Draft
from quizapp.drafting.grammar.speech import quotations
from quizapp.drafting.grammar.verb_groups import AUXILIARIES
from quizapp.drafting.grammar.words import bases, verbs
from quizapp.drafting.ideas import Idea, View, lowered

_LEAD = re.compile(r"(?:Fill the gap[^:]*: |(?:On|In the news of) [^:]*: |As of [^,]*, )*")
_ORDINAL = "first|second|third|fourth|fifth|sixth|last|latter|former|other|others|latest|rest"
_BARE = re.compile(
    rf"(?:that|this|these|those|both|others|(?:the|a|each)\s(?:{_ORDINAL}|two|three|pair))"
    r"\s(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_TURNED = re.compile(
    rf"\b(?:did|does|do|had|has)\s(?:the\s(?:{_ORDINAL})|that)\s(?P<verb>[a-z]+)\b"
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_WORDS = re.compile(r"[^\W\d_]+")
_FEW = 3
_NEAR = 12
"""So many words before an answer may be what its letters stand for."""


def core_of(ask: str) -> str:
    """A question without what is put in front of it: the news it is of, "fill the gap"."""
    match = _LEAD.match(ask)
    return ask[match.end() :] if match else ask


def is_trifle(view: View, idea: Idea, draft: Draft) -> bool:
    """True for a draft to be shown only with the others of its sentence."""
    if _is_bare(core_of(draft.ask)):
        return True
    if idea.kind != "gap" or not isinstance(idea.answer, str):
        return idea.kind == "gap" and _is_nobodys(view, idea)
    if " " not in idea.answer and lowered(idea.answer)[0].islower():
        return len(draft.wrong) < _FEW
    return (
        _CLOCK.fullmatch(idea.answer) is not None or _is_initials(idea) or _is_nobodys(view, idea)
    )


def _is_bare(core: str) -> bool:
    """True where what a question is on is no more than "that" or "the fifth"."""
    if match := _BARE.match(core):
        return match["verb"] in AUXILIARIES | {"did"} or match["verb"] in verbs()
    match = _TURNED.search(core)
    return match is not None and (match["verb"] in bases() or match["verb"] in verbs())


def _is_nobodys(view: View, idea: Idea) -> bool:
    """True where the answer stands in a quotation whose speaker the sentence does not name."""
    place = idea.start - idea.sentence.start
    if idea.sentence.text.count('"', 0, place) % 2 == 0:
        return False
    around = (one for one in quotations(view, idea.sentence) if one.start <= place < one.end)
    speaker = next(around, None)
    return speaker is None or speaker.speaker is None or speaker.resolved


def _is_initials(idea: Idea) -> bool:
    """True for the short form of words right before it: "processing units or GPUs"."""
    short = str(idea.answer).removesuffix("s")
    if not (short.isupper() and short.isalpha() and len(short) > 1):
        return False
    before = idea.sentence.text[: idea.start - idea.sentence.start]
    firsts = "".join(word[0] for word in _WORDS.findall(before)[-_NEAR:]).upper()
    return short in firsts
