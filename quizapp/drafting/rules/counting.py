"""Questions on the numbers of a clause: how many, how much, what share, by how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.figures import COUNT, MEASURE, MONEY, PERCENT, Figure, find_figures
from quizapp.drafting.grammar.phrasing import Phrasing
from quizapp.drafting.grammar.words import LITTLE, listed
from quizapp.drafting.ideas import Idea

_RISES = listed(
    """rise fall increase decrease drop decline jump climb grow gain slip slump surge plunge shrink
    tumble soar edge slide expand"""
)
_SPANS = listed("seconds minutes hours days weeks months years decades")
_LASTING = listed("spend last take wait serve live need get give")
_NO_OF = (
    "and|or|in|by|as|at|from|to|that|for|on|with|without|than|after|before|over|under|during|since"
)
_OF = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|all)\s+)?"
    rf"(?:(?!(?:{_NO_OF})\b)[\w'-]+(?:\s|$)){{1,4}}"
)
_AWAY = re.compile(r"\s+(?:before|after|later|earlier|ago|from|north|south|east|west|away|old)\b")
"""Behind a number these tell how far something is, not how many there are."""
ROUGHLY = {
    **dict.fromkeys(("about", "some", "nearly", "almost", "roughly", "approximately"), "about"),
    **dict.fromkeys(("around", "an estimated"), "about"),
    **dict.fromkeys(("up to", "as many as"), "up to"),
    **dict.fromkeys(("only", "just", ""), ""),
}
_BEYOND = frozenset(("more than", "less than", "fewer than", "over", "under", "up to", "at least"))


_COINS = {"$": "dollars'", "\u00a3": "pounds'", "\u20ac": "euros'"}
_WORTH = re.compile(r"\s+of\s+((?!the\b|its\b|their\b|his\b|her\b)[\w-]+)")


def number_ideas(phrasing: Phrasing) -> Iterator[Idea]:
    """How many or how much, where a number stands right behind the verb."""
    figures = find_figures(phrasing.rest)
    if not figures or phrasing.subject.lower() == "there":
        return
    figure = figures[0]
    lead = phrasing.rest[: figure.from_].strip().lower()
    behind = phrasing.rest[figure.noun_end if figure.noun else figure.end :]
    what = _what(phrasing, figure, lead, behind)
    end = phrasing.clause.rest_span[0] + figure.noun_end
    if not what or _AWAY.match(phrasing.sentence.text, end):
        return
    follows = re.match(r"\s+([a-z]+)", behind)
    if figure.kind == MEASURE and follows and follows[1] not in LITTLE:
        # "800 metres freestyle" is one thing, not a number of metres.
        return
    if figure.kind == MONEY and (worth := _WORTH.match(behind)):
        coin = _COINS.get(figure.text[0])
        if not coin or what != "how much":
            return
        what, behind = f"how many {coin} worth of {worth[1]}", behind[worth.end() :]
    if figure.kind == COUNT or what == "what percentage":
        behind, of = _of_phrase(behind)
        what += of
    rest = "" if behind.lstrip().startswith(",") else phrasing.said(behind)
    if re.match(r"(?:and|or)\b", rest):
        rest = ""
    offset = phrasing.clause.rest_span[0]
    yield _idea(phrasing, figure, f"{what} {phrasing.inverted(rest)}", offset)


def _what(phrasing: Phrasing, figure: Figure, lead: str, behind: str) -> str:
    """The words that ask for a number that has `lead` before it, or ""."""
    base = phrasing.clause.base
    if figure.kind in (COUNT, MEASURE):
        is_span = bool(figure.noun) and figure.noun.split()[-1] in _SPANS
        fits = lead in ("", "the", "a total of") and (not is_span or base in _LASTING)
        return f"how many {figure.noun}" if figure.noun and fits else ""
    if figure.kind == MONEY:
        return {"": "how much", "by": "by how much"}.get(lead, "")
    if lead in ("", "by") and base in _RISES:
        return "by what percentage"
    return "what percentage" if lead == "" and re.match(r"\s+of\s", behind) else ""


def _of_phrase(behind: str) -> tuple[str, str]:
    """What is behind "of ..." at the front, and that phrase itself with a space before it."""
    match = _OF.match(behind)
    return (behind[match.end() :], match[0].rstrip()) if match else (behind, "")


def counted_ideas(phrasing: Phrasing) -> Iterator[Idea]:
    """How many did it, where a number stands in front of the subject."""
    for figure in find_figures(phrasing.subject)[:1]:
        tail = phrasing.subject[figure.noun_end :]
        if _AWAY.match(tail):
            return
        is_share = figure.kind == PERCENT and tail.startswith(" of ")
        if figure.from_ > 0 or not (is_share or (figure.kind == COUNT and figure.noun)):
            return
        rest = phrasing.said(phrasing.rest)
        if re.match(r"\s+(?:and|or)\s", tail) or len(rest.split()) < 2 - is_share:
            return
        what = "what percentage" if is_share else f"how many {figure.noun}"
        ask = f"{what}{tail} {phrasing.clause.predicate} {rest}"
        offset = phrasing.clause.subject_span[0]
        yield _idea(phrasing, figure, ask + phrasing.context(), offset)


def _idea(phrasing: Phrasing, figure: Figure, ask: str, offset: int) -> Idea:
    about = ROUGHLY.get(figure.about, figure.about)
    if about:
        ask = re.sub(r"\b(how many|how much|what percentage)", rf"{about} \1", ask, count=1)
    answer, of = figure_answer(figure)
    start = phrasing.sentence.start + offset
    return phrasing.idea(
        "number",
        ask,
        answer,
        of,
        start + figure.start,
        start + figure.end,
        unit="%" if figure.kind == PERCENT else "",
        worth=(0.7 if figure.kind == MEASURE else 0.8) - (0.1 if about in _BEYOND else 0),
    )


def figure_answer(figure: Figure) -> tuple[str | int | float, str]:
    """A figure as an answer, and the answer's kind."""
    if figure.kind == MONEY:
        return re.sub(
            r"([$\u20ac\u00a3\u00a5]) (?=\d)", r"\1", " ".join(figure.text.split())
        ), MONEY
    value = int(figure.value) if figure.value == int(figure.value) else figure.value
    return value, PERCENT if figure.kind == PERCENT else "number"
