"""What an article's headline gives to quote: whole where it is short, else cut between clauses."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.drafting.grammar.words import LITTLE
from quizapp.drafting.ideas import View
from quizapp.drafting.named.thing_nouns import group
from quizapp.packs.words import content_words

_FEWEST, _LONGEST = 3, 11
_CLAUSE = re.compile(
    r"\s*[:;,]\s|\s[\u2013-]\s|\s(?:as|after|amid|while|but|before|when|because|despite|since)\s"
)
_PHRASE = re.compile(r"\s(?:for|to|at|in|on|with|over|by|that|during|until)\s")
_UNUSABLE = re.compile(r"[?!\u203a]")
_ASKS = re.compile(
    r"(?:In this (?:image|photo|picture)|How|Why"
    r"|What|When|Where|Who|Which|Is|Are|Can|Could|Should|Will|Does|Do)\s"
)
_SUBORDINATE = re.compile(r"(?:After|As|While|When|Before|Despite|With|If|Because|Since|Amid)\s")
_NAME = re.compile(r"(?<!^)\b[A-Z]|^\w?[A-Z]{2}|\d")
_TELLING = 3
"""A headline of fewer words that tell something says too little."""
_SITE = re.compile(r"\s[|\u203a]\s")
_OFTEN = 2
_NAMED_OFTEN = 4
_TITLED = 0.6
"""Where more of its words than that have capitals, they tell no names."""


@lru_cache(maxsize=4)
def cuts(headline: str) -> tuple[str, ...]:
    """What can be quoted of a headline, the longest first; nothing where it is a question."""
    text = _quotable(headline)
    if (
        len(content_words(text)) < _TELLING
        or text.isupper()
        or _ASKS.match(text)
        or _UNUSABLE.search(text)
    ):
        return ()
    found = [text, *_before(_CLAUSE, text, _FEWEST)]
    mark = ", " if _SUBORDINATE.match(text) else ": "
    if mark in text:
        behind = text.split(mark, 1)[1]
        found += [behind[:1].upper() + behind[1:]]
    if len(found) == 1:
        found += _before(_PHRASE, text, _FEWEST + 1)
    usable = [one for one in (_stripped(one) for one in found) if _is_usable(one)]
    return tuple(sorted(dict.fromkeys(usable), key=lambda one: _rank(text, one)))


def _rank(whole: str, text: str) -> tuple[bool, bool, int]:
    """The whole headline first, then what has a name, then the longer ones."""
    return text != whole, not _NAME.search(text), -len(text.split())


def _before(pattern: re.Pattern[str], text: str, fewest: int) -> list[str]:
    """What stands before each place of a pattern, where that has enough words."""
    found = [text[: match.start()] for match in pattern.finditer(text)]
    return [one for one in found if len(one.split()) >= fewest]


def _stripped(text: str) -> str:
    return text.strip(" ,:;\u2013-")


def _is_usable(text: str) -> bool:
    words = text.split()
    opened, closed = text.count("\u2018"), len(re.findall(r"\u2019(?!\w)", text))
    is_whole = not opened or opened == closed
    is_fit = _FEWEST <= len(words) <= _LONGEST and words[-1].lower() not in LITTLE
    if _SUBORDINATE.match(text) and "," not in text:
        return False
    return is_fit and is_whole and text.count("(") == text.count(")")


def _quotable(headline: str) -> str:
    """A headline with single quotation marks, typographic, and without what names the site."""
    text = re.split(_SITE, headline)[0].strip(" .#*")
    text = re.sub(r"^(?:[Tt]itle|[Hh]eadline|LIVE|Live): ", "", text)
    text = re.sub(r'(?<![\w.,])["\u201c\u2018\'](?=\w)', "\u2018", text)
    return re.sub(r'["\u201d\']', "\u2019", text)


@lru_cache(maxsize=4)
def _capitals(headline: str) -> bool:
    words = [word for word in headline.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLED * max(len(words), 1)


def topic(view: View) -> str:
    """The thing with a name that an article is most of all about, or ""."""
    headline, counts = _named(view), view.names.counts
    named = [
        one
        for one in sorted(counts, key=lambda one: -counts[one])
        if counts[one] >= _OFTEN and re.search(rf"\b{re.escape(one)}\b", headline)
    ]
    if named:
        return _in_headline(view, named[0])
    first = [
        one for one in view.names.by_sentence.get(0, ()) if counts.get(one.text, 0) >= _NAMED_OFTEN
    ]
    return view.the(first[0].text) if first else ""


def _named(view: View) -> str:
    """The headline without the name of the site."""
    return re.split(_SITE, view.article.headline)[0]


def _in_headline(view: View, name: str) -> str:
    """A name as the headline has it, with what belongs to it: "Hurricane Otis"."""
    headline = _named(view)
    if _capitals(headline):
        return view.the(name)
    run = rf"(?:\b[A-Z][\w-]+ )*\b{re.escape(name)}\b(?: [A-Z][\w-]+)*"
    match = re.search(rf"(?P<run>{run})(?: (?P<noun>[a-z]+))?", headline)
    if match is None:
        return view.the(name)
    if group(match["noun"] or ""):
        return f"the {match['run']} {match['noun']}"
    found = match["run"] if match.start() else name
    return view.the(name) if found == name else found
