"""Questions that begin with a preposition: "with whom", "in which city", "for how much".

What stands behind a preposition can be asked for safely wherever it stands in a clause's rest, as
the rest stays whole without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.figures import COUNT, MONEY, PERCENT, Figure, find_figures
from quizapp.drafting.grammar.phrasing import Phrasing
from quizapp.drafting.ideas import Idea
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, PERSON, PLACE, Name
from quizapp.drafting.rules.counting import ROUGHLY, figure_answer

_PREPOSED = re.compile(
    r"\s*\b(?P<prep>to|from|in|at|with|against|for|by|on|near|into|over)\s+(?:the\s+)?$"
)
_BEHIND = re.compile(
    r"\s*(?:$|(?:in|on|at|to|from|with|for|by|during|over|after|before|against|about|as)\b)"
)
_UNSURE = re.compile(r"\b(?:that|whether|if|which|who|whose|where|when|how|why)\b|\"")
_NO_END = re.compile(r"\b(?:the|a|an|of|and|or|to|in|by|as|than|between|with|for|from|at|on)$|,$")
_LABELS = {
    "California": "US state",
    "Ontario": "Canadian province",
    "Europe": "continent",
    "Pacific Ocean": "ocean",
    "Scotland": "part of the United Kingdom",
    "Central Asia": "region",
    "Sumatra": "island",
}
"""What the places of a group are, by its first; the others are cities."""
_ASKED = {COUNTRY: "which country", CITY: "which city", PERSON: "whom", ORG: "which organisation"}
ENDS_NAMED = re.compile(r"\b(?:in|for|to|from|at|of)\s+[A-Z]\w+,?\s*$")
_NEVER = {
    PERSON: ("at", "in", "into", "near", "on", "over"),
    ORG: ("in", "into", "on", "over", "near"),
}
"""Nobody asks "into whom"."""
_PLACED = frozenset(("in", "at", "near", "to", "from"))


def fronted_ideas(phrasing: Phrasing) -> Iterator[Idea]:
    """Whatever names and numbers stand behind a preposition in the clause's rest."""
    for name in phrasing.view.names_in(phrasing.sentence):
        yield from _named(phrasing, name)
    for figure in find_figures(phrasing.rest):
        yield from _counted(phrasing, figure)


def kind_word(text: str, kind: str) -> str:
    """What asks for a name of a kind behind a preposition, or ""."""
    if kind == PLACE and (group := gazetteer.group_of().get(text)):
        return f"which {_LABELS.get(group[0], 'city')}"
    if kind == ORG and text in gazetteer.things():
        return f"which {gazetteer.things()[text][0]}"
    return _ASKED.get(kind, "")


def _named(phrasing: Phrasing, name: Name) -> Iterator[Idea]:
    asked = kind_word(name.text, name.kind)
    start = name.start - phrasing.sentence.start - phrasing.clause.rest_span[0]
    end = start + name.end - name.start
    if not asked or start < 0 or end > len(phrasing.rest):
        return
    before, prep = _before(phrasing, start)
    behind = phrasing.rest[end:]
    is_place = name.kind in (CITY, PLACE)
    if not prep or not _BEHIND.match(behind) or (is_place and prep not in _PLACED):
        return
    if re.match(r"\s*(?:and|or)\b", behind) or _is_between(prep, before):
        return
    if prep in _NEVER.get(name.kind, ()):
        return
    if name.kind == COUNTRY and prep == "in" and ENDS_NAMED.search(before):
        # "Bound for Colombo in Sri Lanka": the city gives its country away.
        return
    if prep == "with":
        behind = re.sub(r"\s*\btogether\b", "", behind)
        before = re.sub(r"\s*\btogether\b\s*$", "", before)
    whole = phrasing.view.names.whole(name)
    accept = (whole.split()[-1],) if name.kind == PERSON and " " in whole else ()
    ask = _asked(phrasing, f"{prep} {asked}", f"{before}{behind}")
    if ask:
        place = (name.start, name.end)
        yield phrasing.idea(
            "front", ask, whole, name.kind, *place, accept=accept, worth=_worth(ask)
        )


def _before(phrasing: Phrasing, start: int) -> tuple[str, str]:
    """The rest before the preposition in front of `start`, and the preposition; "" for none."""
    before = phrasing.rest[:start]
    match = _PREPOSED.search(before)
    if match is None:
        return "", ""
    before, prep = before[: match.start()], match["prep"]
    is_first = not before and phrasing.clause.verb == ""
    is_whole = not before and f"{phrasing.clause.base} {match['prep']}" in _PHRASAL
    if (
        is_first
        or is_whole
        or _UNSURE.search(before)
        or (prep == "by" and not phrasing.clause.passive)
    ):
        return "", ""
    return before, prep


_PHRASAL = frozenset(
    f"{verb} {word}"
    for word, verbs in (
        (
            "in",
            "bring take pull rake hand set give turn usher move kick call fill cash let pour bring",
        ),
        ("on", "take put go carry hold pass call move rely depend"),
        ("over", "take hand turn pass win pore preside"),
        ("by", "stand pass get"),
        ("to", "amount"),
    )
    for verb in verbs.split()
)
"""Verbs whose preposition is theirs when nothing stands between: nobody asks "in what share"."""


def _is_between(prep: str, before: str) -> bool:
    """True where the phrase is one of several that "and" joins, or a range's end."""
    joined = re.search(rf"\b{prep}\b.*\band\b", before) is not None
    return joined or (prep == "to" and re.search(r"\bfrom\b", before) is not None)


def _asked(phrasing: Phrasing, lead: str, rest: str) -> str:
    rest = " ".join(rest.split())
    if _NO_END.search(rest) or (not rest and not phrasing.clause.verb):
        return ""
    return f"{lead} {phrasing.inverted(phrasing.said(rest))}"


def _worth(ask: str) -> float:
    return 0.66 - 0.015 * max(len(ask.split()) - 12, 0)


def _counted(phrasing: Phrasing, figure: Figure) -> Iterator[Idea]:
    before, prep = _before(phrasing, figure.from_)
    if find_figures(before) and prep in ("to", "from"):
        # "Rose 56 per cent to $2.9bn": the other number stands in its way.
        return
    if not prep or _is_between(prep, before) or prep == "on":
        return
    asked = {MONEY: "how much", PERCENT: "what percentage"}.get(figure.kind, "")
    end = figure.end
    if figure.kind == COUNT and figure.noun:
        asked, end = f"how many {figure.noun}", figure.noun_end
    behind = phrasing.rest[end:]
    if of := re.match(r"\s+of\s+(?:the\s+|its\s+)?(?:[\w'-]+\s?){1,3}$", behind):
        asked, behind = asked + of[0].rstrip(), ""
    if not asked or not _BEHIND.match(behind):
        return
    about = ROUGHLY.get(figure.about, figure.about)
    if prep == "with" and about in ("over", "more than", "at least"):
        return
    ask = _asked(phrasing, " ".join(filter(None, (prep, about, asked))), f"{before}{behind}")
    if not ask:
        return
    answer, kind = figure_answer(figure)
    offset = phrasing.sentence.start + phrasing.clause.rest_span[0]
    place = (offset + figure.start, offset + figure.end)
    unit = "%" if figure.kind == PERCENT else ""
    yield phrasing.idea("number", ask, answer, kind, *place, unit=unit, worth=_worth(ask) + 0.06)
