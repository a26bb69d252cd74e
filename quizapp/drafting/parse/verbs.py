"""The verb of a parsed clause: its helpers, its form behind "did", and whether it states a fact."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizapp.drafting.grammar.words import bases, listed, verbs
from quizapp.drafting.parse.trees import AUXILIARIES, SUBJECTS, Word

HELD = listed(
    """believe believes believed think thinks thought claim claims hope hopes fear fears expect
    expects expected suspect suspects suggest suggests accuse accuses accused allege alleges
    intend intends intended plan plans planned want wants wanted seek seeks sought propose proposed
    try tries tried hoped feared seem seems seemed appear appears appeared refuse refused deny
    denied fail failed doubt doubts doubted"""
)
"""Verbs behind which stands what is only held, meant or missed."""
IDLE = listed(
    """also still now already currently recently then later however today thus therefore
    meanwhile instead just even soon again too"""
)
"""Adverbs that a question is better without."""
_HELPERS = listed("is are was were has have had do does did will can")
_PRESENT = listed("is are has have can do does")
_MANY, _ONE = listed("are were have do"), listed("is was has does")
_NEGATING = listed(
    """not n't never no nor neither hardly barely rarely scarcely seldom longer allegedly reportedly
    apparently supposedly purportedly perhaps maybe probably possibly likely presumably"""
)


class Shape(NamedTuple):
    """What a verb is asked with; see Clause."""

    aux: str
    middle: str
    verb: str
    base: str
    present: bool
    passive: bool


def helpers_of(verb: Word) -> list[Word]:
    """The helpers in front of a verb."""
    return [one for one in verb.children if one.dep_ in AUXILIARIES and one.i < verb.i]


def is_negated(verb: Word) -> bool:
    """True where a "not" or "never", or a "perhaps" or "allegedly", belongs to a verb."""
    return any(
        one.dep_ in ("neg", "preconj") or one.lower_ in _NEGATING
        for one in verb.children
        if one.i < verb.i or one.dep_ == "neg"
    )


def agrees(noun: Word, verb: Word, helpers: list[Word]) -> bool:
    """True where a subject and its verb are both of one or both of many, as far as one sees."""
    first = (helpers or [verb])[0]
    if any(one.dep_ == "conj" for one in noun.children) or noun.tag_ not in _COUNTED:
        return True
    is_many = noun.tag_ in ("NNS", "NNPS")
    if first.lower_ in _MANY or (first.tag_ == "VBP" and not helpers):
        return is_many or noun.lower_ in _GROUPS
    is_one = first.lower_ in _ONE or (first.tag_ == "VBZ" and not helpers)
    return not (is_one and noun.tag_ == "NNS")


_COUNTED = ("NN", "NNS", "NNP", "NNPS")
_GROUPS = listed("police people staff team government couple pair number majority group")


def shape_of(verb: Word, helpers: list[Word]) -> Shape | None:
    """How the verb is asked for; None where that is not sure."""
    adverbs = _adverbs(verb)
    if adverbs is None:
        return None
    between = " ".join([*(one.lower_ for one in helpers[1:]), *adverbs])
    passive = any(one.dep_ == "auxpass" for one in helpers)
    if helpers:
        first, form = helpers[0].lower_, verb.lower_
        if first not in _HELPERS or (form == "had" and first in ("has", "have", "had")):
            return None
        return Shape(first, between, form, form, first in _PRESENT, passive)
    if verb.lower_ in ("is", "are", "was", "were"):
        return Shape(verb.lower_, between, "", "be", verb.lower_ in ("is", "are"), False)
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.text.startswith(("'", "\u2019")):
        return None
    base = base_of(verb.lower_, verb.tag_)
    return Shape("", between, verb.lower_, base, verb.tag_ != "VBD", False)


def _adverbs(verb: Word) -> list[str] | None:
    """The adverbs in front of a verb that a question keeps; None where they may not be lost."""
    subject = max((one.i for one in verb.children if one.dep_ in SUBJECTS), default=-1)
    found = [
        one
        for one in verb.children
        if one.dep_ == "advmod" and subject < one.i < verb.i and one.lower_ not in IDLE
    ]
    is_kept = all(one.lower_.endswith("ly") or one.lower_ == "first" for one in found)
    if not found or (is_kept and len(found) == 1 and found[0].i == verb.i - 1):
        return [one.lower_ for one in found]
    return None


_STEM = re.compile(
    r"(?:sh|ch|ck|ss|nt|ct|[^a]st|lt|pt|rt|nd|ld|rd|[aeiou][wyx]|ll|ff|rm|rn|lp|mp|rk|nk|sk|lk"
    r"|er|en|[aeo][iaou][ntdlrmk])$"
)
_MUTE = re.compile(
    r"(?:[^aeiou]at|[iey]at|[iy][sz]|v|c|[^aeiou]l|dg|ng|u|[^aeo]ut|[^aeiou]in|ir|ur|as|os"
    r"|[^aeiou][iaou]d|[aiu]b|ag)$"
)
_TWICE = re.compile(r"[^aeiou][aeiou]([bdgmnpt])\1$")
_HISSING = ("ches", "shes", "sses", "xes", "zzes", "oes")


def base_of(form: str, tag: str) -> str:
    """The form behind "did" of a finite verb; "" where it is not sure."""
    if forms := verbs().get(form):
        return forms.base
    if form in bases() or tag == "VBP":
        return form
    if tag == "VBZ":
        return _without_s(form)
    if not form.endswith("ed") or len(form) < 5:
        return ""
    stem = form[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if _TWICE.search(stem):
        return stem[:-1]
    if _STEM.search(stem) and not _MUTE.search(stem):
        return stem
    return f"{stem}e" if _MUTE.search(stem) else ""


def _without_s(form: str) -> str:
    if not form.endswith("s") or form.endswith("ss"):
        return ""
    if form.endswith("ies") and len(form) > 4:
        return f"{form[:-3]}y"
    return form[:-2] if form.endswith(_HISSING) else form[:-1]
