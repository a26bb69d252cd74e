"""One typed text judged against the text that was wanted: right, nearly or wrong, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.dates import read_date
from quizapp.core.number_words import Words
from quizapp.core.numbers import read_measure, read_number
from quizapp.core.slips import distance, slips_between
from quizapp.core.spelling import (
    NO_FIT,
    Closeness,
    Fit,
    contains,
    fit_without_slips,
    same_line,
    words_in,
    words_of,
)
from quizapp.core.verdict import Judged, Mark, apart, sentence, shown

_PREPOSITIONS: frozenset[Words] = frozenset((("in",), ("at",), ("on",), ("by",)))
_OPENINGS: frozenset[Words] = frozenset(
    (
        ("i", "think"),
        ("i", "guess"),
        ("i", "believe"),
        ("maybe",),
        ("perhaps",),
        ("probably",),
        ("it", "is"),
        ("it", "was"),
        ("its",),
        ("that", "is"),
        ("thats",),
        ("this", "is"),
        ("they", "are"),
        ("they", "were"),
        ("he", "is"),
        ("he", "was"),
        ("she", "is"),
        ("she", "was"),
    )
)
_TITLES: frozenset[Words] = frozenset(
    (
        ("acting", "president"),
        ("vice", "president"),
        ("president",),
        ("prime", "minister"),
        ("foreign", "minister"),
        ("premier",),
        ("chancellor",),
        ("secretary", "general"),
        ("general", "secretary"),
        ("king",),
        ("queen",),
        ("sir",),
        ("mr",),
        ("mrs",),
        ("ms",),
        ("dr",),
        ("professor",),
    )
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class Target(NamedTuple):
    """What a typed text should be.

    `accept` are other right spellings, `spellings` those this learner had accepted
    before. `rivals` are wrong options: a reply that fits one of them as well is wrong.
    `known` are words that the question speaks of: one of those is no slip for another.
    `is_person` lets titles be left out, and a family name alone be nearly right.
    """

    text: str
    accept: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    is_person: bool = False


def judge(reply: str, target: Target) -> Judged:
    """Judge one typed text; `reply` is not blank and its length is bounded by the caller."""
    if reply.strip() == target.text:
        return Judged(Mark.RIGHT, sentence(shown(target.text)))
    best, match = best_fit(reply, texts_of(target), target)
    rival, rival_text = best_fit(reply, target.rivals, target)
    if rival != NO_FIT and rival >= best:
        return _rival_judged(reply, rival, rival_text, target)
    if best.closeness >= Closeness.FORGIVEN:
        return Judged(Mark.RIGHT, _right_reason(reply, match, target))
    if best.closeness is Closeness.SLIP:
        return _slip_judged(reply, match, target)
    return _unfit_judged(reply, target)


def texts_of(target: Target) -> tuple[str, ...]:
    """Every text that is right, the answer first; a spelling that is a wrong option is not."""
    spellings = (
        spelling
        for spelling in target.spellings
        if all(fit_without_slips(spelling, rival) == NO_FIT for rival in target.rivals)
    )
    return (target.text, *target.accept, *spellings)


def best_fit(reply: str, texts: Iterable[str], target: Target) -> tuple[Fit, str]:
    """The best fit of `reply` among `texts`, and the text; (NO_FIT, "") where none fits."""
    best = (NO_FIT, "")
    for text in texts:
        found = fit_of(reply, text, known=target.known, is_person=target.is_person)
        if found > best[0]:
            best = (found, text)
    return best


def fit_of(
    reply: str, text: str, *, known: frozenset[str] = frozenset(), is_person: bool = False
) -> Fit:
    """How well `reply` fits `text`; numbers and dates by what they say, and never with slips."""
    plain = fit_without_slips(reply, text)
    if plain != NO_FIT:
        return plain
    measure, days = _measure_of(text), _days_of(text)
    if measure is not None and measure[0] in read_number(reply, measure[1]):
        return Fit(Closeness.FORGIVEN)
    if days and days[0] in _days_of(reply):
        return Fit(Closeness.FORGIVEN)
    short = _without_echo(reply, known)
    pairs = [(short, text), *_trimmed(short, text, is_person)]
    if any(fit_without_slips(given, wanted) != NO_FIT for given, wanted in pairs):
        return Fit(Closeness.FORGIVEN)
    if measure is not None or days:
        return NO_FIT
    return max(_slip_fit(given, wanted, known) for given, wanted in ((reply, text), *pairs))


@lru_cache(maxsize=512)
def _measure_of(text: str) -> tuple[Fraction, str] | None:
    return read_measure(text)


@lru_cache(maxsize=512)
def _days_of(text: str) -> tuple[date, ...]:
    """The day that `text` is; one without a year stands in a leap year, to be compared."""
    return read_date(text) or read_date(f"{text} 2000")


def _slip_fit(reply: str, text: str, known: frozenset[str]) -> Fit:
    given, wanted = words_in(reply), words_in(text)
    if not known.isdisjoint(set(given) - set(wanted)):
        return NO_FIT
    slips = slips_between(given, wanted)
    return NO_FIT if slips is None else Fit(Closeness.SLIP, -slips)


def _without_echo(reply: str, known: frozenset[str]) -> str:
    """`reply` without what stands behind its first comma, where the question said all of that:
    to the capital of Pakistan, "Islamabad, Pakistan" is Islamabad.
    """
    head, comma, echo = reply.partition(",")
    said = words_in(echo)
    return head.strip() if comma and head.strip() and said and known.issuperset(said) else reply


def _trimmed(reply: str, text: str, is_person: bool) -> list[tuple[str, str]]:
    """Pairs of reply and text to compare, without words that carry nothing."""
    bare = _without(_without(reply, _OPENINGS), _OPENINGS)
    pairs = [(bare, text), (_without(bare, _PREPOSITIONS), text)]
    pairs.append((bare, _without(text, _PREPOSITIONS)))
    if is_person:
        pairs.append((_without(bare, _TITLES), _without(text, _TITLES)))
    if "(" in text and (short := _BRACKETS.sub("", text).strip()):
        pairs.append((bare, short))
    return [pair for pair in dict.fromkeys(pairs) if pair != (reply, text)]


@lru_cache(maxsize=1024)
def _without(text: str, openings: frozenset[Words]) -> str:
    """`text` without the one or two words of `openings` that it starts with, if more follow."""
    for size in (2, 1):
        head = text.split(maxsplit=size)
        if len(head) > size and words_of(" ".join(head[:size])) in openings:
            return head[size]
    return text


def _as_written(text: str) -> str:
    """`text` with what nobody would call its spelling left out: case, end marks, an article."""
    return _ARTICLE.sub("", same_line(text).strip(".,;:!?\"'“”‘’«» "), count=1)


def _right_reason(reply: str, match: str, target: Target) -> str:
    text = shown(target.text)
    if _as_written(reply) == _as_written(target.text):
        return sentence(text)
    if match == target.text:
        is_respelled = fit_without_slips(reply, match).closeness is Closeness.FORGIVEN
        has_digit = any(ch.isdigit() for ch in match)
        if is_respelled and not has_digit:
            return f'It is spelled "{text}".'
        return sentence(text)
    if match in target.accept:
        return f'"{shown(match)}" counts as "{text}".'
    return f'"{shown(match)}" counts for you as "{text}".'


def _rival_judged(reply: str, rival: Fit, rival_text: str, target: Target) -> Judged:
    answer, other = shown(target.text), shown(rival_text)
    if rival.closeness is Closeness.SLIP:
        return Judged(Mark.WRONG, f'"{shown(reply)}" reads as {other}; the answer is {answer}.')
    return Judged(Mark.WRONG, sentence(f"The answer is {apart(target.text, rival_text)}"))


def _slip_judged(reply: str, match: str, target: Target) -> Judged:
    """Nearly, unless a wrong option is as few letters away as the answer."""
    off = distance(reply, match)
    for rival in target.rivals:
        if distance(reply, rival) <= off:
            near = f'"{shown(reply)}" is as near to {shown(rival)}'
            return Judged(Mark.WRONG, sentence(f"{near}; the answer is {shown(target.text)}"))
    return Judged(Mark.NEARLY, f'A small slip: it is spelled "{shown(match)}".')


def _unfit_judged(reply: str, target: Target) -> Judged:
    answer = shown(target.text)
    if target.is_person and _is_family_name(reply, target):
        return Judged(Mark.NEARLY, sentence(f"The whole name is {answer}"))
    named = [rival for rival in target.rivals if contains(reply, words_in(rival))]
    named += [rival for rival in target.rivals if contains(rival, words_in(reply))]
    if any(contains(reply, words_in(text)) for text in texts_of(target)):
        if named:
            both = f"That names {shown(named[0])} beside {answer}"
            return Judged(Mark.WRONG, sentence(f"{both}; the answer is {answer} alone"))
        return Judged(Mark.WRONG, sentence(f"You wrote more than that; the answer is {answer}"))
    if named:
        return Judged(Mark.WRONG, sentence(f"The answer is {apart(target.text, named[0])}"))
    return Judged(Mark.WRONG, sentence(f"The answer is {answer}"))


def _is_family_name(reply: str, target: Target) -> bool:
    """True where `reply` is the last word of a whole name, and no wrong option has that word."""
    names = target.text.split()
    if not 2 <= len(names) <= 3 or not all(name[0].isupper() for name in names):
        return False
    family = words_of(names[-1])
    given = words_of(_without(_without(reply, _OPENINGS), _TITLES))
    is_shared = any(contains(rival, family) for rival in target.rivals)
    return given == family and len(family[0]) > 2 and not is_shared
