"""The clauses of a parsed sentence that state something, each with its parts.

Only shapes that a small model gets right are taken: one subject right in front of its verb, no
negation, no "may" or "should", nothing that is only said, believed or supposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.drafting.grammar.words import REPORTING, listed
from quizapp.drafting.parse.asides import (
    antecedent,
    apposition,
    described,
    own_subject,
    participle,
)
from quizapp.drafting.parse.parts import Stated, taken_apart
from quizapp.drafting.parse.trees import Word, is_pronoun
from quizapp.drafting.parse.verbs import HELD, agrees, helpers_of, is_negated, shape_of

_FACTUAL = listed("because when as after since while although though where")
_NOT_STATED = frozenset(("ccomp", "csubj", "xcomp", "pcomp", "parataxis", "acomp"))


def stated(doc: Word, offset: int) -> Iterator[Stated]:
    """Every clause of `doc`, whose text stands at `offset` in its sentence."""
    for word in doc:
        found = None
        if word.dep_ == "appos":
            found = apposition(word, offset)
        elif _is_said_plainly(word):
            noun = described(word)
            is_aside = noun is not None or word.dep_ == "acl"
            found = _finite(word, offset) if not is_aside else None
            found = participle(word, noun, offset) if noun is not None else found
        if found is not None and not _is_quoted(found):
            yield found


def _is_quoted(found: Stated) -> bool:
    """True where quotation marks stand inside the clause or around it."""
    words = [*found.subject, found.verb, *(one for part in found.parts for one in part.words)]
    doc = found.verb.doc
    first, last = min(one.idx for one in words), max(one.idx + len(one.text) for one in words)
    return '"' in doc.text[first:last] or doc.text.count('"', 0, first) % 2 == 1


def _is_said_plainly(word: Word) -> bool:
    """True for the verb of a clause that the text states as a fact."""
    if word.tag_[:2] != "VB" or word.dep_ not in ("ROOT", "conj", "relcl", "advcl", "acl"):
        return False
    above = word
    while True:
        if above.dep_ in _NOT_STATED or (above.dep_ == "advcl" and not _is_factual(above)):
            return False
        if above.head.i == above.i:
            return True
        above = above.head


def _is_factual(verb: Word) -> bool:
    marks = [one.lower_ for one in verb.children if one.dep_ in ("mark", "advmod")]
    return any(mark in _FACTUAL for mark in marks) and "if" not in marks


def _finite(verb: Word, offset: int) -> Stated | None:
    is_report = verb.lower_ in REPORTING | HELD
    if is_report and any(one.dep_ == "ccomp" for one in verb.children):
        return None
    subject, helpers = own_subject(verb), helpers_of(verb)
    if subject is None and verb.dep_ == "conj":
        subject, helpers = _shared(verb, helpers)
    shape = shape_of(verb, helpers)
    if subject is None or subject.i > verb.i or shape is None or is_negated(verb):
        return None
    if is_pronoun(subject) and verb.dep_ == "relcl":
        subject = antecedent(verb, subject)
    elif _has_lost_part(verb, subject) or not _stands_before(subject, verb, helpers):
        return None
    if subject is None or not agrees(subject, verb, helpers):
        return None
    return taken_apart(verb, subject, shape, offset)


def _shared(verb: Word, helpers: list[Word]) -> tuple[Word | None, list[Word]]:
    """The subject, and the helpers, of the verb that `verb` is joined to."""
    first = verb.head
    subject = own_subject(first)
    is_joined = any(one.dep_ == "cc" for one in first.children)
    if subject is None or first.tag_[:2] != "VB" or not (is_joined or described(first) is not None):
        return None, []
    if described(first) is not None and verb.tag_ != "VBN":
        # "The bridge, opened in 1977, carried": the participle only seems to be the main verb.
        return subject, helpers
    if helpers or verb.tag_ in ("VBD", "VBZ", "VBP"):
        is_alike = bool(helpers) or first.tag_ == verb.tag_
        return (subject, helpers) if is_alike else (None, [])
    shared = helpers_of(first)
    return (subject, shared) if first.tag_ == verb.tag_ and shared else (None, [])


def _has_lost_part(verb: Word, subject: Word) -> bool:
    """True where "which" or "that" in front of the subject stands for a part of the clause."""
    if verb.dep_ != "relcl":
        return False
    first = min(verb.subtree, key=lambda one: one.i)
    return first.lower_ not in ("where", "when") or first.i > subject.i


def _stands_before(subject: Word, verb: Word, helpers: list[Word]) -> bool:
    """True where only helpers and adverbs stand between a subject and its verb."""
    last = max(one.i for one in subject.subtree)
    if verb.dep_ == "conj" and verb.head.i > last and subject.head == verb.head:
        return True
    fits = {one.i for one in helpers}
    fits |= {
        one.i
        for child in verb.children
        if child.dep_ == "advmod"
        for one in child.subtree
        if one.i < verb.i
    }
    between = [one for one in verb.doc[last + 1 : verb.i] if one.i not in fits]
    return all(one.text == "," for one in between)
