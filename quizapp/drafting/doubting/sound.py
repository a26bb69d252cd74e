"""Whether what a sentence tells may be asked: nothing refuted, cut short or wrongly dated."""

from __future__ import annotations

import re

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.text.article import Sentence

_DENIED = re.compile(
    r"(?:(?:It|They|He|She|That|This|We|I)\s+(?:had|has|have|was|is|did|does|do|were|are|will"
    r"|would|could|can)(?:\s+not|n't)\s*[.,;!]|Not so\b|No longer[.,]"
    r"|That (?:was|is|proved|turned out) "
    r"(?:wrong|false|untrue|a mistake)|This (?:was|is|proved) (?:wrong|false|untrue)"
    r"|They were wrong"
    r"|It (?:was|is) (?:wrong|false|untrue|a myth))"
)
"""What begins a sentence that takes back the one before."""
_EXCEPT = re.compile(
    r"\b(?:everyone|everybody|everything|all|any|anyone|anybody|anything|none|nobody|nothing"
    r"|no one)"
    r"\b(?:\s[\w-]+){0,2}\s(?P<but>but|except|save)\s"
    r"|\b(?P<word>except|unless|apart from|other than)\s"
)
_DEMAND = re.compile(r"\b(?:must|should|ought|shall)\b")
_PAGE = re.compile(
    r"[|\u203a\u00bb\u2022]|^[A-Z]{4,}:\s|\b(?:Log|Sign) in\b|\bRecommended for you\b"
)
_NO_END = re.compile(
    r"(?:[:;,(\u2013-]\s*|\b(?:the|a|an|of|and|or|than|with|whose|which|having|being"
    r"|(?:than|only)\s(?:an?|\w+)\s(?:year|month|week|decade|day|hour)s?)\s*"
    r"|\bthe (?:first|second|third|last|next))[.?]$"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ADDED = re.compile(r"(?:^|\s|, )[Aa]s (?:of|foreseen in) (?:\d{1,2} )?[A-Z][a-z]+ \d{4}")
_MONTH_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_HEARERS = frozenset(("reporters", "journalists", "the media", "the press", "broadcasters"))
"""Who only hears what is told: "she told reporters"."""
_AND_ALSO = re.compile(r"\b(?:1[5-9]|20)\d\d,? and (?:was|were|is|are|had|has|did)\b")
_AS_IT_STANDS = frozenset(("quote", "acronym", "role", "list"))


def is_sound(view: View, idea: Idea) -> bool:
    """False where the statement is taken back, has lost its exception, or its date is a guess."""
    text = idea.sentence.text
    if idea.kind == "acronym":
        return True
    if _PAGE.search(text) or _NO_END.search(idea.ask.strip()):
        return False
    if idea.kind in _AS_IT_STANDS:
        return True
    if _is_refuted(view, idea.sentence) or _has_lost_exception(text, idea.ask):
        return False
    if idea.said_by.lower() in _HEARERS or _is_dated_twice(idea):
        return False
    if not idea.said_by and _DEMAND.search(idea.ask):
        return False
    return not _is_misdated(view, idea)


def _is_dated_twice(idea: Idea) -> bool:
    """True where a question for a date has another in a clause of its own, or the answer's."""
    if idea.of not in ("date", "year") or idea.kind != "date":
        return False
    years = set(_YEAR.findall(_ADDED.sub("", idea.ask)))
    return bool(years & set(_YEAR.findall(str(idea.answer)))) or (
        bool(years) and _AND_ALSO.search(idea.ask) is not None
    )


def resolved_year(idea: Idea) -> str:
    """The year in the question or the answer that its sentence does not name, or ""."""
    if idea.kind in _AS_IT_STANDS:
        return ""
    asked = _ADDED.sub("", idea.ask)
    if idea.of in ("date", "year"):
        asked += f" {idea.answer}"
    named = set(_YEAR.findall(idea.sentence.text))
    return next((year for year in _YEAR.findall(asked) if year not in named), "")


def _is_refuted(view: View, sentence: Sentence) -> bool:
    after = _near(view, sentence, 1)
    return after is not None and _DENIED.match(after.text) is not None


def _has_lost_exception(text: str, ask: str) -> bool:
    match = _EXCEPT.search(text)
    word = (match["but"] or match["word"]) if match else ""
    return bool(word) and f" {word} " not in ask


def _is_misdated(view: View, idea: Idea) -> bool:
    """True where a year was worked out for a day or month though another year is named nearby."""
    year = resolved_year(idea)
    if not year or not _MONTH_DAY.search(idea.sentence.text):
        return False
    before = _near(view, idea.sentence, -1)
    is_same = before is not None and before.paragraph == idea.sentence.paragraph
    nearby = idea.sentence.text + (f" {before.text}" if before is not None and is_same else "")
    named = set(_YEAR.findall(nearby))
    return bool(named) and year not in named


def _near(view: View, sentence: Sentence, way: int) -> Sentence | None:
    place = sentence.number + way
    every = view.article.sentences
    return every[place] if 0 <= place < len(every) else None
