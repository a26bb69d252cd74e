"""The plain main clauses of a sentence: who, the verb and the rest, found without a parser.

Only what is surely a clause is given: a short subject at the front, a finite verb that is known,
and a rest that is cut where another clause begins. Many sentences give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.drafting.grammar.clause import Clause, cut
from quizapp.drafting.grammar.verb_groups import (
    ADVERBS,
    AUXILIARIES,
    HAVE,
    Group,
    Token,
    is_verb,
    verb_group,
)
from quizapp.drafting.grammar.words import Forms, listed, verbs

_TOKEN = re.compile(r"[^\W_]+(?:[.,'/&-][^\W_]+)*(?:\.(?=[A-Z]))?|\S")
_FRONT_WORDS = (
    "But|And|However|Meanwhile|Moreover|Still|Also|Yet|Indeed|So|Earlier|Later|Then|Separately"
    "|Previously|Additionally|Furthermore|Nevertheless|Overall|Instead|Similarly|Elsewhere|Finally"
    "|Currently|Recently|Now|Eventually|Importantly|Today|Besides|Thus|Therefore"
)
FRONT = re.compile(rf"(?:(?:{_FRONT_WORDS})\b,?\s*)+")
"""Words at the front of a sentence that only join it to the one before."""

_INTRO_WORDS = (
    "In|On|At|Since|During|By|From|For|After|Before|Until|Under|As of|Last|This|Earlier|Late|Early"
    "|Following|Despite|With|Among|Of|Across|According to"
)
_INTRO = re.compile(rf"(?P<intro>(?:{_INTRO_WORDS})\b[^,\"]{{2,70}}),\s+", re.DOTALL)
_DAY_BEFORE = re.compile(
    r"(?P<intro>Yesterday|Today|Last\s\w+|Earlier\sthis\s\w+),?\s+(?=[A-Z]|the\s)"
)
_SUBORDINATE = re.compile(
    r"(?:(?P<when>After|Before|When|Once|Until|If|Unless)|While|Although|Though|Because|Citing"
    r"|Quoting|Speaking|Following|Despite|Since)\b[^,;:\"]{6,130},\s+(?=[A-Z]|the\s|an?\s|\d)"
)
"""A clause in front; what follows is true without it, save behind `when`."""
_VERB_AFTER_AND = re.compile(r"\s+and\s+(?:then\s+|also\s+)?(?=([a-z]+)\b)")
_NO_SUBJECT = listed(
    """what's that's there's here's after although as at because before but by despite during for
    from if in into like near of on once over since than though through to under unless until upon
    when where whereas while with within without and or so not no here there what who why how which
    that it's i we you my our your let please asked according nobody nothing neither either off
    above below behind beside outside inside among amid across along around beyond between"""
)
_STOPS = listed("that which who whose whom where when while if because although what how why there")
_MARKS = frozenset('";:?!\u2013') | {"not"}
_SAYING = listed("show shows say says suggest suggests reveal reveals believe think")
_LONGEST_SUBJECT = 12
_DAYS = frozenset(("last", "this", "next", "yesterday", "today", "tomorrow", "tonight"))
"""What begins with these is a time in front of the subject, not the subject."""


class _Part(NamedTuple):
    """A piece of a rest: where it begins, and the verb before it where "and" joins one."""

    start: int
    text: str
    forms: Forms | None = None
    form: str = ""


def find_clauses(
    text: str, start: int = 0, end: int | None = None, known: frozenset[str] = frozenset()
) -> list[Clause]:
    """The plain clauses in `text` between two places: the main one, then those joined to it.

    `known` are the last words of names.
    """
    end = len(text.rstrip(' .!"')) if end is None else end
    front = FRONT.match(text, start)
    begin = front.end() if front else start
    intro = ""
    match = _DAY_BEFORE.match(text, begin) or _INTRO.match(text, begin)
    if match and not has_verb(match["intro"]):
        intro, begin = match["intro"], match.end()
    elif match := _SUBORDINATE.match(text, begin):
        intro, begin = match[0].strip(" ,") if match["when"] else "", match.end()
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, begin, end)]
    found = _subject(tokens, known)
    if found is None or (group := verb_group(tokens, found[1])) is None:
        return []
    subject = text[found[0][0] : found[0][1]].strip(" ,")
    return list(_clauses(text[:end], subject, found[0], group, intro)) if _fits(subject) else []


def clauses_from(text: str, span: tuple[int, int], start: int) -> list[Clause]:
    """The clauses whose verb begins at `start` and whose subject is the words of `span`."""
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, start, len(text))]
    if not tokens or not (tokens[0][0] in ADVERBS | AUXILIARIES or tokens[0][0] in verbs()):
        return []
    group = verb_group(tokens, 0)
    return list(_clauses(text, text[slice(*span)], span, group, "")) if group else []


def has_verb(text: str) -> bool:
    """True where a finite verb may stand in `text`."""
    return any(word in AUXILIARIES or _is_past(word) for word in text.split())


def _is_past(word: str) -> bool:
    forms = verbs().get(word)
    return forms is not None and word in (forms.past, forms.participle)


def _subject(tokens: list[Token], known: frozenset[str]) -> tuple[tuple[int, int], int] | None:
    """The subject's span and the number of the token of its verb; None where it is not sure."""
    at = end = 0
    while at < min(len(tokens), 16):
        word = tokens[at][0]
        if word in _MARKS or word in _STOPS:
            return None
        if word == ",":
            # Behind what stands between commas the verb must come at once.
            at = _closing_comma(tokens, at)
            return _verb_at(tokens, end, at + 1, known) if at else None
        if word == "(":
            at = next((to for to in range(at, len(tokens)) if tokens[to][0] == ")"), at) + 1
            continue
        if at and is_verb(tokens, at, known):
            return _verb_at(tokens, end, at, known)
        end = tokens[at][2]
        at += 1
    return None


def _verb_at(
    tokens: list[Token], end: int, at: int, known: frozenset[str]
) -> tuple[tuple[int, int], int] | None:
    if at >= len(tokens) or not (is_verb(tokens, at, known) or tokens[at][0] in ADVERBS):
        return None
    first = tokens[0][0].lower()
    is_noun = len(tokens) > 1 and tokens[1][0] == "of" and first.endswith("s")
    if first in _NO_SUBJECT or (first in verbs() and not is_noun):
        return None
    return (tokens[0][1], end), at


def _closing_comma(tokens: list[Token], at: int) -> int:
    """The comma that closes what the one at `at` opens, a verb behind it; 0 where none does."""
    for place in range(at + 1, min(at + 22, len(tokens) - 1)):
        following = tokens[place + 1][0]
        is_first = following in AUXILIARIES or following in verbs() or following in ADVERBS
        if tokens[place][0] == "," and is_first:
            return place
    return 0


def _fits(subject: str) -> bool:
    words = subject.split()
    if not words or len(words) > _LONGEST_SUBJECT or subject.count('"') % 2:
        return False
    if words[0].lower() in _DAYS:
        return False
    return subject[0].isalnum() and _SAYING.isdisjoint(words)


def _clauses(
    text: str, subject: str, span: tuple[int, int], group: Group, intro: str
) -> Iterator[Clause]:
    first, *others = _parts(cut(text[group.after :]))
    yield _clause(text, subject, span, group, first, intro)
    for part in others:
        if part.forms is None:
            return
        keeps = group.aux in HAVE and part.form == part.forms.participle
        if group.aux and not keeps:
            return
        again = group._replace(
            verb=part.form,
            base=part.forms.base,
            aux=group.aux if keeps else "",
            middle="",
            present=part.form == part.forms.third,
        )
        yield _clause(text, subject, span, again, part, intro)


def _clause(
    text: str, subject: str, span: tuple[int, int], group: Group, part: _Part, intro: str
) -> Clause:
    start = group.after + part.start + len(part.text) - len(part.text.lstrip())
    end = group.after + part.start + len(part.text.rstrip(" ,."))
    end = max(start, end)
    return Clause(
        subject,
        span,
        group.aux,
        group.middle,
        group.verb,
        group.base,
        group.present,
        text[start:end],
        (start, end),
        intro,
        group.passive,
    )


def _parts(rest: str) -> list[_Part]:
    """`rest` cut at each "and" that another finite verb follows."""
    cuts = [match for match in _VERB_AFTER_AND.finditer(rest) if _is_past(match[1])]
    ends = [*(match.start() for match in cuts), len(rest)]
    found = [_Part(0, rest[: ends[0]])]
    for match, stop in zip(cuts, ends[1:], strict=True):
        begin = match.end() + len(match[1])
        found.append(_Part(begin, rest[begin:stop], verbs()[match[1]], match[1]))
    return found
