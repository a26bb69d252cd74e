"""What a rule hands on: an idea for a question, before options, doubts and rank."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.dates import date_text
from quizapp.drafting.grammar.times import Time, find_times, month_text
from quizapp.drafting.grammar.words import LITTLE, listed
from quizapp.drafting.named.names import Name, Names
from quizapp.drafting.text.article import Article, Sentence

_FUTURE = re.compile(
    r"\b(?:will|shall|expected to|(?:is|are|was|were) (?:due|set|to|about to)|plan(?:s|ned)? to"
    r"|(?:is|are) scheduled|in the coming)\b"
)


class Idea(NamedTuple):
    """A question that a rule makes of a sentence.

    `of` is the answer's kind (a kind of name, "number", "percent", "money", "date", "year",
    "expansion", "list", "text"). `start` and `end` are the answer's place in the raw text.
    `changes` tells that the fact can change; `doubts` are flags that the rule itself has; `wrong`
    are options that its maker gave.
    """

    kind: str
    ask: str
    answer: str | int | float | tuple[str, ...]
    of: str
    sentence: Sentence
    start: int
    end: int
    said_by: str = ""
    why: str = ""
    accept: tuple[str, ...] = ()
    unit: str = ""
    changes: bool = False
    doubts: tuple[tuple[str, str], ...] = ()
    worth: float = 0.5
    maker: str = "lexical"
    wrong: tuple[str, ...] = ()


class View(NamedTuple):
    """All that the rules look at."""

    article: Article
    names: Names
    today: date | None

    def names_in(self, sentence: Sentence) -> tuple[Name, ...]:
        """The names of a sentence."""
        return self.names.by_sentence.get(sentence.number, ())

    def name_at(self, sentence: Sentence, span: tuple[int, int]) -> Name | None:
        """The name that is the whole of a noun phrase, titles and descriptions apart."""
        start, end = sentence.start + span[0], sentence.start + span[1]
        inside = [one for one in self.names_in(sentence) if one.start >= start and one.end <= end]
        if not inside or inside[-1].end != end:
            return None
        return inside[-1]

    def times_in(self, text: str, *, ahead: bool = False) -> list[Time]:
        """The times in a text, made absolute by the article's date; `ahead` where it foretells."""
        return find_times(text, self.today, future=ahead or bool(_FUTURE.search(text)))

    def the(self, name: str) -> str:
        """A name with "the" in front where the article says it so."""
        return f"the {name}" if _has_article(self.article.plain, name) else name

    @property
    def month(self) -> str:
        """The article's month, "July 2024", or ""."""
        return month_text(self.today) if self.today else ""

    @property
    def in_month(self) -> str:
        """ " in July 2024", or "" where the article's date is not known."""
        return f" in {self.month}" if self.today else ""

    @property
    def as_of(self) -> str:
        """ " as of 4 July 2024", or "": what changes within a month needs the day."""
        return f" as of {date_text(self.today)}" if self.today else ""

    @property
    def is_historical(self) -> bool:
        """True where the article tells of other years than its own."""
        if self.today is None:
            return False
        years = _years_in(self.article.plain)
        return sum(year < self.today.year - 2 for year in years) > max(2, len(years) // 2)

    @property
    def safe_month(self) -> str:
        """As `in_month`, and "" where the article tells of other years."""
        return "" if self.is_historical else self.in_month


@lru_cache(maxsize=4)
def _years_in(text: str) -> tuple[int, ...]:
    return tuple(int(year) for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", text))


@lru_cache(maxsize=1024)
def _has_article(text: str, name: str) -> bool:
    """True where most places of `text` that have the name alone have "the" before it."""
    alone = rf"{re.escape(name)}\b(?! [A-Z])"
    with_it = len(re.findall(rf"\b[Tt]he (?:[A-Z][\w.]+ )?{alone}", text))
    return 2 * with_it >= max(len(re.findall(rf"\b{alone}", text)), 1)


def absolute(view: View, text: str, skip: Time | None = None, *, ahead: bool = False) -> str:
    """`text` with its times made absolute, without the time `skip` and what only dates it."""
    out, place = "", 0
    for time in view.times_in(text, ahead=ahead):
        before = text[place : time.start].rstrip()
        is_skipped = skip is not None and time.text == skip.text
        is_gone = is_skipped or (time.loose and _is_idle(time, before))
        said = "" if is_gone else _spoken(view, time, before)
        out += before + (" " if out or time.start else "") + said
        place = time.end
        if is_skipped and re.match(r"\s+and\s", text[place:]):
            return " ".join(out.split()).strip(" ,")
    return " ".join((out + text[place:]).split()).strip(" ,")


def _spoken(view: View, time: Time, before: str) -> str:
    """How a time is said for good behind the words `before`, which may have its preposition."""
    said = time.said or time.text
    if time.text == "now":
        said = (_UP_TO.search(before) and view.month) or time.text
    elif said.startswith("in ") and _BARE.search(before) and time.text[0].isupper():
        said = said.removeprefix("in ")
    elif said.startswith("in ") and time.text.startswith("of "):
        said = f"of {said.removeprefix('in ')}"
    elif _HANGS.search(before) or before.endswith(("-", "\u2013", "/")):
        # "until roughly 200 years ago" has its own preposition.
        is_bare = time.day and not time.text.lower().startswith("on ")
        said = time.said.removeprefix("on ") if is_bare else time.text
    head = before.rsplit(" ", 1)[-1]
    # "Operated on last Saturday": that word is the verb's.
    is_verb = head in ("on", "in") and time.text.startswith(("last ", "next "))
    if not is_verb and (head.lower() == said.split()[0] or head in _LEADING):
        # "On Wednesday" and "From Wednesday" already have their preposition.
        return said.split(" ", 1)[1] if " " in said else ""
    return said


_BARE = re.compile(r"\b(?:an?|the|its|his|her|their|every|each)\s(?:[a-z-]+\s?)?$")


def _is_idle(time: Time, before: str) -> bool:
    """True for a word that only dates what is told, and can go."""
    if time.relative or time.text in _TILL:
        return False
    return time.text != "now" or not (_UP_TO.search(before) or _WHAT_IS.search(before))


_WHAT_IS = re.compile(r"\bwhat\s(?:is|are)$")
_UP_TO = re.compile(r"\b(?:until|till|by|since|for|up to|from|than|as)$")
_TILL = frozenset(("so far", "to date"))
"""Without these a number that still grows would seem whole."""
_LEADING = frozenset(("From", "Since", "Until", "By"))
_HANGS = re.compile(
    r"\b(?:until|since|than|about|around|roughly|over|nearly|almost|from|by|to|of|the|for|between|and|late|early)$"
)


def capital(text: str) -> str:
    """`text` with a capital in front."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """`text` as it stands inside a sentence: "The SCO" is "the SCO"."""
    first = text.split(" ", 1)[0]
    if first.lower() in LITTLE and (first == "I" or not first.isupper() or len(first) == 1):
        return text[:1].lower() + text[1:]
    if re.match(r"[A-Z][a-z]+s?$", first) and first.lower() in _COMMON:
        return text[:1].lower() + text[1:]
    return text


_COMMON = listed(
    """large small many several some officials authorities researchers scientists police experts
    analysts critics investigators
    officers organizers organisers doctors engineers economists lawmakers ministers leaders
    supporters residents witnesses forecasters prosecutors regulators investors rescuers searchers
    western central three two four five six seven eight nine ten about around more"""
)


def tidy(text: str) -> str:
    """One line, single spaces, typographic quotation marks in pairs."""
    text = " ".join(text.split())
    parts = text.split('"')
    if len(parts) % 2 == 0:
        parts[-2:] = ["".join(parts[-2:])]
    out = parts[0]
    for number, part in enumerate(parts[1:], 1):
        out += ("\u201c" if number % 2 else "\u201d") + part
    if out.endswith("?"):
        out = _SHORT_END.sub(r"\1.?", out)
    text = re.sub(r"\s+([,.;:?!%])", r"\1", out).replace("'", "\u2019")
    return re.sub(r"\(\s*\)", "", text).replace(" ,", ",").strip()


_SHORT_END = re.compile(r"(?<=[A-Za-z]\.)([A-Za-z])\?$")


def and_listed(items: tuple[str, ...]) -> str:
    """Items as a sentence lists them."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
