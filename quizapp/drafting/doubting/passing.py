"""Flags for what passes: facts of a day that no date names, times, and what only somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.rereading import has_news
from quizapp.drafting.doubting.signs import first_sign, signs
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.grammar.words import MONTHS, listed

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d(?:\d|0s)\b|\b[Aa]s of \d")
_FIGURES = listed(
    """revenue revenues profit profits shares stock stocks sales turnover earnings forecast
    forecasts percentage percent % \u2026% missing homeless"""
)
"""What is told with these is true of a quarter, a count or a day."""
_OF_A_DAY = signs(
    ("will", r"\bwill\b"),
    ("cent", r"\bper cent\b"),
    ("share market", r"\bshare price\b|\bmarket value\b"),
    (
        "champion champions holder holders",
        r"\b(?:is|are) (?:the )?(?:[a-z]+ ){0,3}(?:champion|holder)s?\b",
    ),
    ("people toll", r"\bpeople died\b|\bdeath toll\b"),
    (
        "has have had",
        (
            r"\b(?:has|have|had) (?:been (?:no|restored|tested)|never|not|yet|already|only|long"
            r"|since|had|no|reached|delivered|tested|defeated|won|lost)\b"
        ),
    ),
)
_EVER = signs(
    ("never yet", r"\b(?:has|have) (?:never|yet|not yet)\b"),
    ("worth valued ranked", r"\b(?:is|are) (?:worth|valued|ranked)\b"),
    ("it they", r", and (?:it|they) (?!was\b)[a-z]+s\b"),
    ("current", r"\bcurrent\b"),
    ("reported", r"\bwhen this was reported\b"),
    ("brings bring", r"\bbrings? in\b"),
    ("to", r"\bis to (?:decide|meet|vote|open)\b"),
)
"""What is of its day whatever years stand beside it."""
_THEN = signs(
    (
        "before earlier later prior",
        r"\b(?:years?|months?|weeks?|days?) (?:before|earlier|later|prior)(?=[.?]|$)",
    ),
    ("before after", r"\bthe (?:day|night|week|month|year) (?:before|after)(?=[;,.?])"),
    ("time", r"\b[Tt]his time\b"),
    (
        "spring summer autumn winter",
        (
            r"\b(?:[Uu]ntil|[Bb]y|[Ss]ince|[Ii]n|[Ll]ast|[Tt]his) (?:the )?"
            r"(?:spring|summer|autumn|winter)\b(?! (?:of )?(?:\d{4}|\u2026[.,]|which))"
        ),
    ),
    ("far", r"\bso far\b"),
    ("last", rf"\b[Ll]ast (?:{'|'.join(MONTHS)})\b"),
    ("new", r"\b(?:is|are) the new\b"),
    ("ago", r"\byears ago\b"),
    ("current today", r"\b(?:current|[Tt]oday)\b"),
    ("next", r"\bthe next [A-Z]"),
)
_SAY = (
    r"(?:reckons?|says?|forecasts?|estimates?|expects?|believes?|thinks?|claims?|hopes?|fears?"
    r"|predicts?|warns?)\b"
)
_RECKONS = signs(
    ("it they he she", rf"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s{_SAY}"),
    (
        "group firm company business agency bank ministry government union authority",
        (
            r"\b[Tt]he (?:group|firm|company|business|agency|bank|ministry|government|union"
            rf"|authority)\s{_SAY}"
        ),
    ),
    ("put estimated", r"\b(?:was|were|is|are|been) (?:put|estimated) at\b"),
)
_QUOTED_GAP = re.compile("\u201c[^\u201d]*\u2026[^\u201d]*\u201d")
_SPEAKER = r"[a-z,\u201d] (?:Mr |Mrs |Dr )?[A-Z][\w-]+"
_WORDS = 5


def passing(draft: Draft, plain: str, words: frozenset[str]) -> Iterator[Flag]:
    """Doubts about when something holds, and about whose word it is."""
    if draft.kind in ("acronym", "quote"):
        return
    if about := _ageing(draft, plain, words):
        yield Flag("as-of", about)
    if about := first_sign(_THEN, plain, words):
        yield Flag("relative-time", about)
    if not draft.said_by and (about := _claimed(draft, plain, words)):
        yield Flag("claim", about)


def _ageing(draft: Draft, plain: str, words: frozenset[str]) -> str:
    is_dated = "s of " in draft.ask and re.search(r"\b[Aa]s of \d", draft.ask) is not None
    if is_dated or has_news(draft.ask):
        return ""
    if about := first_sign(_EVER, plain, words):
        return about
    if _YEAR.search(plain):
        return ""
    about = next(iter(sorted(words & _FIGURES)), "") or ("%" if "%" in plain else "")
    return about or first_sign(_OF_A_DAY, plain, words)


def _claimed(draft: Draft, plain: str, words: frozenset[str]) -> str:
    if about := first_sign(_RECKONS, plain, words):
        return about
    quoted = _QUOTED_GAP.search(draft.ask) if draft.kind == "gap" else None
    if quoted and len(quoted[0].split()) > _WORDS and not re.search(_SPEAKER, plain):
        return "whose words?"
    return ""
