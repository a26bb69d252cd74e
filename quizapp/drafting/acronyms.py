"""Questions on abbreviations: what the letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.article import Sentence
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.words import LITTLE, listed

_INSIDE = re.compile(r"\((?P<short>[A-Z][A-Za-z]{1,7})\)")
_OUTSIDE = re.compile(r"\b(?P<short>[A-Z]{2,8})\s+\((?P<full>[A-Z][\w'&-]+(?:\s+[\w'&-]+){1,8})\)")
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "de", "&"))
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def acronym_ideas(_: View, sentence: Sentence) -> Iterator[Idea]:
    """What the letters in `sentence` stand for, where it says so."""
    text = sentence.text
    for match in _INSIDE.finditer(text):
        full = _words_before(text[: match.start()], match["short"])
        if full:
            end = len(text[: match.start()].rstrip())
            yield _idea(sentence, match["short"], end - len(full), end)
    for match in _OUTSIDE.finditer(text):
        if _fits(match["full"].split(), match["short"]):
            yield _idea(sentence, match["short"], *match.span("full"))


def _words_before(text: str, short: str) -> str:
    """The words at the end of `text` whose initials are `short`, or ""."""
    words = text.rstrip().split(" ")
    for count in range(len(short), min(len(short) * 2 + 2, len(words)) + 1):
        full = words[-count:]
        if full[0].lower() not in _SMALL and _fits(full, short):
            return " ".join(full)
    return ""


def _fits(words: list[str], short: str) -> bool:
    parts = [
        part for word in words for part in word.replace("-", " ").split() if part not in _SMALL
    ]
    initials = "".join(part[0] for part in parts if part[0].isalpha())
    everything = "".join(word[0] for word in words if word[0].isalpha())
    capitals = sum(word[0].isupper() for word in words if word not in _SMALL)
    return capitals >= 2 and short.upper() in (initials.upper(), everything.upper())


def _idea(sentence: Sentence, short: str, start: int, end: int) -> Idea:
    full = sentence.text[start:end]
    return Idea(
        "acronym",
        f"What do the letters {short} stand for?",
        full,
        "expansion",
        sentence,
        sentence.start + start,
        sentence.start + end,
        why=f"{short} is short for {full}.",
        worth=0.92,
    )


# What stands in such names, by initial, for options that have the same letters.
_HEADS = tuple(
    sorted(
        listed(
            """Administration Agency Alliance Assembly Association Authority Board Bureau Center
            Centre Coalition Commission Committee Conference Congress Council Court Department
            Directorate Enterprise Exchange Facility Federation Forum Foundation Fund Group
            Guild Initiative Institute Institution Justice League Laboratory Mission Market
            Network Office Organisation Observatory Partnership Party Programme Product Project
            Plan Register Review Reserve Service Society System Scheme Survey Standard Treaty
            Trust Tribunal Union University Utility Vehicle Venture Workshop Zone"""
        )
    )
)
_MODIFIERS = tuple(
    sorted(
        listed(
            """Advanced Applied Atlantic Annual Basic Bilateral British Central Civil Commercial
            Common Cultural Development Digital Domestic Defence Economic Environmental European
            Education Federal Financial Foreign Food General Global Gross Government Health
            Human Higher Housing Independent Industrial International Internal Joint Judicial
            Key Labour Legal Local Logistics Maritime Medical Military Monetary National Natural
            Northern Nuclear Operational Ocean Open Orbital Pacific Planetary Political Public
            Protected Quality Quantitative Regional Research Rural Rapid Safety Scientific
            Social Southern Space Security Strategic Technical Temporary Trade Transport
            Territorial United Universal Urban Unified Vocational Voluntary Water Western
            Wildlife Workers Youth"""
        )
    )
)


def expansions(full: str, seed: int) -> list[str]:
    """Three names with the same initials as `full`, each with one or two words changed."""
    words = full.split()
    places = [
        at for at, word in enumerate(words) if word[0].isalpha() and word.lower() not in LITTLE
    ]
    if len(places) < 2:
        return []
    choices = [_stock(words[at], last=at == places[-1]) for at in places]
    found: list[str] = []
    for turn in range(8):
        changed = list(words)
        # Two words change, another two each time where there are more.
        for step in range(2):
            slot = (turn + step) % len(places)
            if choices[slot] and not (len(places) > 2 and turn % 3 == 2 and step):
                changed[places[slot]] = choices[slot][(seed + 5 * turn + step) % len(choices[slot])]
        text = " ".join(changed)
        if text != full and text not in found:
            found.append(text)
    return found[:3]


def _stock(word: str, *, last: bool) -> list[str]:
    stock = _HEADS if last else _MODIFIERS
    fit = [one for one in stock if one[0] == word[0].upper() and one[:5] != word[:5].title()]
    return fit if word[0].isupper() else [one.lower() for one in fit]
