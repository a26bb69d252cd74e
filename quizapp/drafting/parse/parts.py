"""A parsed clause taken apart: its subject, its verb, the phrases behind and in front of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.drafting.grammar.clause import Clause
from quizapp.drafting.grammar.phrasing import is_condition
from quizapp.drafting.grammar.times import find_times
from quizapp.drafting.grammar.words import MONTHS
from quizapp.drafting.parse.trees import (
    Word,
    before_of,
    is_aside,
    is_whole,
    phrase,
    span_of,
    text_of,
)
from quizapp.drafting.parse.verbs import IDLE, Shape

_LONGEST_SUBJECT = 14
_PARTS = frozenset(
    (
        *("dobj", "dative", "attr", "acomp", "oprd", "xcomp", "prep", "agent", "prt"),
        *("advmod", "npadvmod", "ccomp", "advcl", "pobj"),
    )
)
_DENYING = frozenset(
    ("no", "neither", "none", "nobody", "nothing", "nor", "whose", "few", "little")
)
_NO_END = frozenset(("cc", "prep", "mark", "det", "aux", "auxpass", "case"))
_NO_LAST = frozenset(("having", "being", "than", "is", "are", "was", "were", "be"))
_PLACES = frozenset(("there", "here"))
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_OPEN = re.compile(r"\s*\([^)]*$")
_LATER = re.compile(
    r"^(?:\S+ ){1,4}(?:years?|months?|weeks?|days?|hours?) (?:later|earlier|before|after)$"
)
"""Counted from what the sentence does not tell; the clause is true without it."""
_IN_MONTH = re.compile(
    rf"(?:In|Since|By|During) (?:early |late |mid-)?(?:{'|'.join(MONTHS)}|(?:1[5-9]|20)\d\d)\b"
)


class Part(NamedTuple):
    """A phrase that belongs to a clause's verb: its first word in the tree and all its words.

    `aside` tells that it stands behind a comma, so that the clause is whole without it; `inner`
    that it belongs to an infinitive.
    """

    head: Word
    words: tuple[Word, ...]
    aside: bool = False
    inner: bool = False

    @property
    def text(self) -> str:
        """The words as they stand, without an aside that is cut off."""
        return _OPEN.sub("", text_of(list(self.words)))


class Stated(NamedTuple):
    """A clause with its parts: those behind the verb, and those in front of the subject."""

    verb: Word
    subject: tuple[Word, ...]
    head: Word
    clause: Clause
    parts: tuple[Part, ...]
    fronts: tuple[Part, ...]


def taken_apart(verb: Word, head: Word, shape: Shape, offset: int) -> Stated | None:
    """The clause of `verb`, `head` being its subject; None where its parts are not sure."""
    parts = tuple(_parts(verb))
    return made(verb, head, shape, offset, parts)


def made(
    verb: Word, head: Word, shape: Shape, offset: int, parts: tuple[Part, ...]
) -> Stated | None:
    """A clause of these parts; its text stands at `offset` in its sentence."""
    subject = phrase(head)
    if not is_whole(subject) or len(subject) > _LONGEST_SUBJECT or _is_cut(parts):
        return None
    if any(one.lower_ in _DENYING for one in subject) or _is_list(head):
        return None
    fronts = tuple(_fronts(verb, subject[0].i))
    if (year := _leading_year(subject)) is not None:
        subject, fronts = subject[1:], (year,)
    start = verb.idx + len(verb.text)
    span = (parts[0].words[0].idx, parts[-1].words[-1].idx) if parts else (start, start)
    clause = Clause(
        text_of(subject),
        _moved(span_of(subject), offset),
        *shape[:5],
        " ".join(part.text for part in parts if not part.aside),
        _moved(span, offset),
        _intro(fronts),
        shape.passive,
    )
    return Stated(verb, tuple(subject), head, clause, parts, fronts)


def _leading_year(subject: list[Word]) -> Part | None:
    """The "In 1980" whose year only seems to belong to the subject: "In 1980 soldiers ..."."""
    first = subject[0]
    before = first.doc[first.i - 1] if first.i == 1 else None
    if before is None or len(subject) < 2 or not _YEAR.match(first.text):
        return None
    return Part(before, (before, first)) if before.lower_ == "in" else None


def _moved(span: tuple[int, int], offset: int) -> tuple[int, int]:
    return span[0] + offset, span[1] + offset


def _is_list(head: Word) -> bool:
    """True where what seems to stand aside of a name is one more of a list."""
    aside = [one for one in head.children if one.dep_ == "appos"]
    return any(one.dep_ in ("conj", "cc") for word in aside for one in word.children)


def _is_cut(parts: tuple[Part, ...]) -> bool:
    """True where a part, or the clause, would end in the middle of something."""
    for part in parts:
        last = part.words[-1]
        if last.dep_ in _NO_END or last.lower_ in _NO_LAST or last.tag_ == "TO":
            return True
        if any(one.text in (";", ":", "\u2013", "--") for one in part.words) or " - " in part.text:
            return True
    return bool(parts) and _goes_on(parts[-1].words[-1])


def _goes_on(last: Word) -> bool:
    """True where "and" joins more of the same to what was taken: "2 hours and 35 seconds"."""
    behind = last.doc[last.i + 1 : last.i + 3]
    if len(behind) < 2 or behind[0].lower_ not in ("and", "or", "but"):
        return False
    joined = [one for one in last.doc if one.dep_ == "conj" and one.i > last.i]
    return not joined or joined[0].tag_[:2] not in ("VB", "MD")


def _parts(verb: Word) -> Iterator[Part]:
    """The phrases behind a verb, up to the first that begins a clause of its own."""
    for child in verb.children:
        if child.i < verb.i or child.dep_ == "punct":
            continue
        if child.dep_ not in _PARTS or (child.dep_ == "advcl" and is_aside(child)):
            return
        if child.dep_ == "xcomp" and _is_infinitive(child):
            yield Part(child, tuple(child.doc[child.i - 1 : child.i + 1]))
            yield from (one._replace(inner=True) for one in _parts(child))
            continue
        words = phrase(child)
        if not words or any(one.dep_ in ("dep", "parataxis") for one in words):
            return
        if (child.lower_ in IDLE | _PLACES and len(words) == 1) or _LATER.search(text_of(words)):
            continue
        aside = _mark_before(child, verb)
        if aside and (aside != "," or child.dep_ not in ("prep", "agent")):
            return
        yield Part(child, tuple(words), bool(aside))


def _mark_before(word: Word, verb: Word) -> str:
    """The comma or other mark between a verb and the phrase of `word`, or ""."""
    before = before_of(word)
    is_mark = before is not None and before.i >= verb.i and before.tag_ in (",", ":", "-LRB-")
    return str(before.text) if is_mark and before is not None else ""


def _is_infinitive(word: Word) -> bool:
    """True for "to pay" whose own parts stand behind it."""
    before = [one for one in word.children if one.i < word.i]
    behind = [one for one in word.children if one.i > word.i and one.dep_ != "punct"]
    is_bare = len(before) == 1 and before[0].lower_ == "to" and before[0].i == word.i - 1
    return is_bare and word.tag_ == "VB" and all(one.dep_ in _PARTS for one in behind)


def _fronts(verb: Word, before: int) -> Iterator[Part]:
    for child in verb.children:
        if child.i < before and child.dep_ in ("prep", "npadvmod", "advcl", "advmod"):
            words = phrase(child)
            if words and words[-1].i < before:
                yield Part(child, tuple(words))


def _intro(fronts: tuple[Part, ...]) -> str:
    """What stands in front of the subject and may end a question: a time, place or condition."""
    if not fronts:
        return ""
    text = fronts[0].text
    if _IN_MONTH.match(text):
        # A month or year is known only behind a small "in".
        text = f"{text[0].lower()}{text[1:]}"
    times = find_times(text, None)
    is_time = len(times) == 1 and times[0].end - times[0].start > len(text) - 6
    return text if is_condition(text) or is_time or not times else ""
