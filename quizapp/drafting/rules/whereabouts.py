"""Questions on plain clauses: in which city, country or place it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.phrasing import Phrasing
from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea
from quizapp.drafting.named.names import CITY, COUNTRY, PLACE
from quizapp.drafting.rules.fronting import ENDS_NAMED

_LOCATED = listed(
    """hold meet find found bear sign die arrest open launch live work gather stage kill injure
    take land crash happen occur begin start end build detain detect discover arrive play
    bury stand lie locate base"""
)
_IN_PLACE = re.compile(r"\b(?:in|at|near)\s+(?:the\s+)?$")


def where_ideas(phrasing: Phrasing) -> Iterator[Idea]:
    """In which city, country or place it was, where the rest ends with that."""
    clause, sentence = phrasing.clause, phrasing.sentence
    if clause.base not in _LOCATED:
        return
    for name in reversed(phrasing.view.names_in(sentence)):
        start, end = name.start - sentence.start, name.end - sentence.start
        is_inside = clause.rest_span[0] <= start and end <= clause.rest_span[1]
        if not is_inside or name.kind not in (CITY, COUNTRY, PLACE):
            continue
        before = sentence.text[clause.rest_span[0] : start]
        behind = sentence.text[end : clause.rest_span[1]].strip(" ,")
        if re.match(r"(?:and|or)\b", behind) or ENDS_NAMED.search(_IN_PLACE.sub("", before)):
            continue
        rest = _without_place(phrasing, before, behind)
        if not rest:
            continue
        asked = {CITY: "in which city", COUNTRY: "in which country"}.get(name.kind, "where")
        ask = f"{asked} {phrasing.inverted(rest)}"
        place = (name.start, name.end)
        yield phrasing.idea("where", ask, name.text, name.kind, *place, worth=0.6, changes=False)
        return


def _without_place(phrasing: Phrasing, before: str, behind: str) -> str:
    """The rest without "in" and the name between `before` and `behind`; "" where that fails."""
    match = _IN_PLACE.search(before)
    if not match or not 2 <= len(before.split()) <= 10 or re.search(r"ing\s+\w+\s*$", before):
        return ""
    if behind and not (phrasing.view.times_in(behind) and len(behind.split()) <= 4):
        return ""
    rest = phrasing.said(f"{before[: match.start()]} {behind}")
    return "" if re.search(r"(?:\b(?:the|a|an|of|and|to|in|by)|,)$", rest) else rest
