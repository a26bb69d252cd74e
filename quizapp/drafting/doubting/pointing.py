"""Noun phrases that point at something which a question does not name: "the stone", "its probe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.words import LITTLE, bases, listed, verbs

_DEFINITE = re.compile(
    r"\b(?P<the>[Tt]he|[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|such)\s+(?P<words>[a-z0-9][\w'\u2019-]*(?:\s+[a-z][\w'\u2019-]*){0,3})"
)
_NARROWED = re.compile(
    r"\s+(?:of|that|which|who|whose|where|when|between|for|in|on|at|to|from|with|against|by)\b"
    r"|\s*[\u201c\"]|\s+(?:the\s+)?[A-Z]|['\u2019]s?\s+[A-Z]"
)
_OF_ITSELF = listed(
    """world sun moon earth sea sky internet past future present public year years month months
    week day days time end start beginning north south east west morning afternoon evening night
    course wake rest majority same other others way ground air poor rich media first last second
    third next only whole most least letters words name names age number percentage amount share
    century case fact weekend spring summer autumn winter decade decades hour hours minute minutes
    north-east north-west south-east south-west far coast left right former latter dead living
    economy military following start finish back front side sides top bottom body
    many more less few longest largest biggest highest lowest oldest youngest best worst smallest
    fastest late early mid idea use risk need help yen dollar euro pound
    rouble ruble yuan franc rupee kind sort likes public middle centre center"""
)
_PHRASES = ("other hand", "same time", "long run", "other side", "other way")
_UNIQUE = frozenset(("most", "least", "same", "only", "world", "whole", "world\u2019s", "world's"))
_INSTITUTIONS = re.compile(
    r"\b[Tt]he\s+(?:Academy|Union|Committee|Board|Court|Council|Party|Assembly|Ministry|Agency"
    r"|Government|Parliament|North|South|Senate|House|Bank|Church|Commission|Congress|Policy Board"
    r"|Peace Prize)\b(?=['\u2019]|[\s?.,]*(?:$|[a-z]))(?!\s+of\b)"
)
_AGE = re.compile(r"\b[Tt]he\s+\d{1,2}-year-old\b")


def pointed_at(plain: str) -> str:
    """The first words of a question without its quotations that leave open which; or ""."""
    for start, end in definites(plain):
        return plain[start:end]
    short = _AGE.search(plain) or _INSTITUTIONS.search(plain)
    return short[0] if short else ""


def definites(plain: str) -> Iterator[tuple[int, int]]:
    """Where a question without its quotations has a noun phrase that leaves open which."""
    match = _DEFINITE.search(plain)
    while match is not None:
        if end := _unnamed(plain, match):
            yield match.start(), end
        # One phrase may stand in another: "the end of the crack".
        match = _DEFINITE.search(plain, max(end, match.start("words")))


def _unnamed(plain: str, match: re.Match[str]) -> int:
    """Where such a phrase ends, or 0 for a phrase that says which."""
    is_that = match["the"] == "that"
    if is_that and not _BEFORE_THAT.search(plain[: match.start()]):
        return 0
    noun, end = _noun(plain, match)
    if not noun or noun[0].isdigit() or plain[end:].lstrip(" ").startswith("\u2026"):
        return 0
    if is_that:
        return end
    words = plain[match.start("words") : end].lower().split()
    if noun in _OF_ITSELF or plain[match.start("words") :].startswith(_PHRASES):
        return 0
    if words[0] in _UNIQUE or words[0].endswith("est"):
        return 0
    if _NARROWED.match(plain, end) and not _is_loose(plain, end):
        return 0
    return end


def _noun(plain: str, match: re.Match[str]) -> tuple[str, int]:
    """The last word of the noun phrase behind "the", and where it ends."""
    noun, end = "", match.start("words")
    for word in re.finditer(r"[\w'\u2019-]+", match["words"]):
        text = word[0].lower().removesuffix("\u2019s").removesuffix("'s")
        if noun and text in bases() and _ASKS.search(plain):
            break
        if text in LITTLE - {"new", "other", "more", "two", "three"} or (noun and _acts(text)):
            break
        noun, end = text, match.start("words") + word.end()
    return noun, end


_ASKS = re.compile(r"\b(?:did|does|do|would|could|can|may)\b")
_BEFORE_THAT = re.compile(r"\b(?:[Ii]n|[Oo]f|[Aa]t|[Oo]n|[Ff]or|[Ww]ith|[Dd]uring|[Bb]y)\s+$|^$")
_NOUNS_TOO = listed(
    """rises falls cuts deaths finds plans works reports talks votes ships shots runs numbers
    results costs tests trials sales cases points visits needs members states rates losses forces
    leaders games matches scores attacks changes claims calls parts plays orders demands offers
    charges drafts blows pilots brands homes firms hosts grants loans guides heads hands"""
)


def _acts(word: str) -> bool:
    forms = verbs().get(word)
    return (
        forms is not None
        and word in (forms.past, forms.participle, forms.third)
        and word not in _NOUNS_TOO
    )


_PLACED = re.compile(r"\s+(?:in|on|at|to|from|with|against|by|for|when|where)\b")
_CLOSE = re.compile(r"\s+(?:in|on|at|to|from|with|against|by|for)\s+(?:the\s+)?[A-Z](?!\w* \d{4})")


def _is_loose(plain: str, end: int) -> bool:
    """True where what follows the noun belongs to the verb rather than to the noun."""
    return _PLACED.match(plain, end) is not None and _CLOSE.match(plain, end) is None
