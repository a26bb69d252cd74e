"""What a parse says against an idea: its verb denied or only supposed, or not the answer's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from quizapp.drafting.grammar.words import REPORTING, verbs
from quizapp.drafting.ideas import Idea
from quizapp.drafting.parse.trees import AUXILIARIES, SUBJECTS, Word, top_of, words_within
from quizapp.drafting.parse.verbs import HELD, base_of

_JUDGED = frozenset(("who", "object", "number", "front", "where", "date", "gap"))
_SUPPOSED = frozenset(("may", "might", "should", "would", "must"))
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|without|hardly)\b|n['\u2019]t\b")
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.IGNORECASE)
_TURNED = 0.25
"""What it costs a gap sentence that its sentence could be turned into a question."""
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


def judged(ideas: Iterable[Idea], docs: Mapping[int, tuple[Word, int]]) -> Iterator[Idea]:
    """Those of `ideas` that the parse of their sentence bears out, some with a flag more.

    `docs` gives a sentence's parse by its number, and where the parsed text begins in it.
    """
    every = list(ideas)
    asked = {_fact(one) for one in every if one.maker == "parser"}
    turned = {one.sentence.number for one in every if one.maker == "parser"}
    for idea in every:
        if idea.maker != "lexical" or idea.kind not in _JUDGED:
            yield idea
            continue
        if idea.kind != "gap" and _fact(idea) in asked:
            # What both ask is asked by the one that saw the whole sentence.
            continue
        if idea.kind == "gap" and idea.sentence.number in turned:
            idea = idea._replace(worth=idea.worth - (1 if _fact(idea) in asked else _TURNED))
        doc, offset = docs.get(idea.sentence.number, (None, 0))
        found = idea if doc is None else _judged(idea, doc, idea.sentence.start + offset)
        if found is not None:
            yield found


def _fact(idea: Idea) -> tuple[int, str]:
    return idea.sentence.number, str(idea.answer)


def _judged(idea: Idea, doc: Word, base: int) -> Idea | None:
    words = words_within(doc, (idea.start - base, idea.end - base))
    top = top_of(words)
    verb = _verb_above(top) if top is not None else None
    if top is None or verb is None:
        return idea
    if _is_misread(idea, top, verb) or _is_turned_round(idea, verb):
        return None
    if not idea.said_by and (word := _supposed(verb, idea.ask)):
        return idea._replace(doubts=(*idea.doubts, ("claim", word)))
    return idea


def _verb_above(word: Word) -> Word | None:
    """The nearest verb that `word` belongs to."""
    while word.head.i != word.i:
        word = word.head
        if word.tag_[:2] == "VB":
            return word
    return None


def _is_misread(idea: Idea, top: Word, verb: Word) -> bool:
    """True where the answer is no part of the clause that is asked about."""
    if idea.kind == "gap":
        return False
    if idea.kind == "who" and top.dep_ in ("pobj", "dobj", "npadvmod") and not _is_in_subject(top):
        return True
    return not _is_asked(verb, idea.ask)


def _is_in_subject(word: Word) -> bool:
    while word.head.i != word.i and word.tag_[:2] != "VB":
        if word.dep_ in SUBJECTS or word.dep_ == "agent":
            return True
        word = word.head
    return False


def _is_asked(verb: Word, ask: str) -> bool:
    """True where some form of `verb` stands in the question."""
    said = set(re.findall(r"[\w'\u2019]+", ask.lower()))
    form = verb.lower_
    if form in _BE:
        return bool(said & _BE)
    forms = verbs().get(form)
    known = {form, base_of(form, verb.tag_), *(forms or ())}
    return bool(said & known) or any(one[:4] == form[:4] for one in said)


def _is_turned_round(idea: Idea, verb: Word) -> bool:
    """True where the sentence denies or only supposes what the question takes as told."""
    while True:
        if any(one.dep_ == "neg" for one in verb.children) and not _NOT.search(idea.ask):
            return True
        is_if = any(one.dep_ == "mark" and _IF.match(one.text) for one in verb.children)
        if is_if and not _IF.search(idea.ask):
            return True
        if verb.dep_ not in ("xcomp", "advcl", "ccomp") or verb.head.tag_[:2] != "VB":
            return False
        if verb.dep_ == "advcl" or not _is_asked(verb.head, idea.ask):
            return False
        verb = verb.head


def _supposed(verb: Word, ask: str) -> str:
    """The word that makes what a verb says a guess, or a claim whose speaker got lost; or ""."""
    above = verb
    while above.head.i != above.i:
        is_told = above.dep_ == "ccomp"
        above = above.head
        if is_told and above.lower_ in HELD | REPORTING:
            # Who says so stands in the question, or was lost.
            return "" if _is_asked(above, ask) else str(above.text)
    for one in verb.children:
        if one.dep_ in AUXILIARIES and one.lower_ in _SUPPOSED and one.i < verb.i:
            return str(one.text)
    return ""
