"""Whom and which country an article is about, where that is beyond doubt."""

from __future__ import annotations

import re

from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import COUNTRY, ORG, OTHER
from quizapp.drafting.named.thing_nouns import group
from quizapp.drafting.text.article import Sentence

_OFTEN, _TIMES = 3, 3
"""The country that an article is about is named so often, and so many times as often as others."""
_TWO = 2
LAND = frozenset(("country", "nation", "government"))
COMPANY = frozenset(("company", "group", "firm", "business"))
"""Nouns that stand for the one company that an article is about."""
_TRADES = re.compile(
    r"(?:'s|'(?= )) (?:[a-z-]+ ){0,2}(?:shares?|stock|revenue|profits?|sales|earnings|customers"
    r"|market value|share price|chief executive|chairman|investors|shareholders|factor(?:y|ies))\b"
)


def only_land(view: View) -> str:
    """The one country that an article is about, with "the" where it has it; or ""."""
    found = view.names.of_kind(COUNTRY)
    if not found or not view.article.sentences:
        return ""
    counts = [view.names.counts.get(one, 0) for one in found[:2]]
    inside = [one for one in found if one in view.article.headline]
    times = _TWO if inside == found[:1] else _TIMES
    is_main = counts[0] >= _OFTEN and (len(counts) < 2 or counts[0] >= times * counts[1])
    first = view.article.headline + view.article.sentences[0].text
    return view.the(found[0]) if is_main and found[0] in first else ""


def only_company(view: View) -> str:
    """The one company that an article is about; or ""."""
    names, article = view.names, view.article
    found = [one for one in names.of_kind(ORG) if names.counts[one] >= _OFTEN]
    if not found or not article.sentences:
        return ""
    name, *others = found
    first = article.headline + article.sentences[0].text
    is_main = not others or names.counts[name] >= _TWO * names.counts[others[0]]
    if not is_main or name not in first:
        return ""
    is_company = re.search(
        rf"\b(?:[Ss]hares|[Ss]tock) (?:in|of) {re.escape(name)}\b"
        rf"|\b{re.escape(name)}{_TRADES.pattern}",
        article.plain,
    )
    return name if is_company else ""


_LETTERS = re.compile(r"[A-Z]{2,}s?")
_A_FIRM = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Ee]ach|[Ee]very|[Tt]wo|[Tt]hree|[Rr]ival|[Pp]arent)"
    r" (?:[\w-]+ ){0,2}(?:company|companies|group|groups|firm|firms|business|businesses)\b"
)


def is_alone(view: View, company: str, here: Sentence) -> bool:
    """True where a sentence and the one before can mean no company but `company`."""
    for one in view.article.sentences[max(here.number - 1, 0) : here.number + 1]:
        # Of another paragraph only what is certainly a company goes on being spoken of.
        kinds = (ORG, OTHER) if one.paragraph == here.paragraph else (ORG,)
        names = [name for name in view.names_in(one) if name.kind in kinds]
        strange = [name for name in names if name.text != company]
        if _A_FIRM.search(one.text) or not all(_LETTERS.fullmatch(name.text) for name in strange):
            return False
    return True


def hero(view: View) -> dict[str, str]:
    """The parts of the name of two words that the headline and the first sentence share."""
    names = view.names
    for name in names.by_sentence.get(0, ()):
        parts = name.text.split()
        if len(parts) == _TWO and name.text in view.article.headline and not group(parts[1]):
            alone = [part for part in parts if names.counts.get(part, 0) > 1]
            others = [one for one in names.all if one.text != name.text and " " in one.text]
            if not any(part in one.text.split() for part in alone for one in others):
                return dict.fromkeys(alone, name.text)
    return {}
