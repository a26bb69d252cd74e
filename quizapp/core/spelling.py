"""Texts compared as a kind reader would: what is forgiven, what is a slip, what is another word."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.number_words import Words, numerals


class Closeness(IntEnum):
    """How alike two texts are, the more the higher."""

    NONE = 0
    SLIP = 1
    FORGIVEN = 2
    SAME = 3
    EXACT = 4


class Fit(NamedTuple):
    """How well a reply fits a text. Compares like a number; fewer slips fit better."""

    closeness: Closeness
    spared: int = 0
    """Minus the number of slips, so that a fit with fewer of them is the greater one."""


NO_FIT = Fit(Closeness.NONE)

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘‛ʼʻʹ′`´"))
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "ng",
    }
)
_SAID = {"&": " and ", "%": " percent ", "_": "_"}
_ARTICLES = frozenset({"a", "an", "the"})
_SHORT_FORMS = {"saint": "st", "mount": "mt"}
_OTHER_SPELLINGS = {
    "ageing": "aging",
    "aluminium": "aluminum",
    "grey": "gray",
    "judgement": "judgment",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
}

# Each line is a family of spellings that differ between Britain and America.
_AMERICAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=[a-z]{3})is(?=(e[ds]?|er|ers|ing|ations?|ational|able)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}l)ys(?=(e[ds]?|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(s|ed|ing|ful|able|hood|ly|less|ite|ites|liness)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{2}[tb])re(?=[sd]?$)"), "er"),
    (re.compile(r"(?<=[a-z]{3}en)c(?=es?$)"), "s"),
    (re.compile(r"(?<=[a-z]og)ue(?=s?$)"), ""),
    (re.compile(r"(?<=program)me(?=s?$)"), ""),
    (re.compile(r"(?<=[a-z]{3}[ae])ll(?=(ed|ing|er|ers)$)"), "l"),
)

_PER_CENT = re.compile(r"\bper\s+cent\b")

_RAISED = re.compile(r"(?<=\d)(?=[⁰¹²³⁴-⁹])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_SIGN = re.compile(r"(?<![^\s(\[])[-\u2212\u2013](?=\d)")
_CAPITAL_A = re.compile(r"\S\s+A(?!\w)")


def fold(text: str) -> str:
    """`text` without case, accents, ligatures and apostrophes; white space stays as it is."""
    marked = _RAISED.sub("^", text).translate(_APOSTROPHES)  # 10² must not become 102
    if marked.isascii():
        return marked.casefold()
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", marked).casefold())
    bare = "".join(ch for ch in letters if not _is_accent(ch))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS).translate(_APOSTROPHES))


def same_line(text: str) -> str:
    """`text` without case and with single spaces, all else kept."""
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())


@lru_cache(maxsize=1024)
def words_of(text: str) -> Words:
    """The words that matter in `text`: folded, one spelling for British and American, no marks.

    Signs that carry meaning ("C++", "€") are words of their own. Never empty for
    a text that is not blank.
    """
    # "_" stands for the decimal point, so that 1.5 is one word and never 15.
    line = _SIGN.sub(" minus ", _THOUSANDS.sub("", fold(text).replace("_", " ")))
    line = "".join(map(_kept, _DECIMAL.sub("_", line)))
    words = _PER_CENT.sub("percent", line).split() or same_line(text).split()
    short = [_SHORT_FORMS.get(word, word) for word in words[:-1]] + words[-1:]
    return numerals(tuple(map(_american, short)))


class _Forms(NamedTuple):
    same: str
    words: Words
    keys: frozenset[str]


@lru_cache(maxsize=1024)
def forms_of(text: str) -> _Forms:
    """The ways `text` may be written that all count as one.

    They differ in articles, in hyphens and spaces, and in "and" where others put a comma.
    """
    words = words_of(text)
    may_drop_a = _CAPITAL_A.search(text) is None or text.isupper()
    main = _without_articles(words, may_drop_a)
    listed = (*main[:1], *(word for word in main[1:-1] if word != "and"), *main[1:][-1:])
    bare = {_without_first_article(words), main, listed}
    keys = {" ".join(words), *map(" ".join, bare), *map(squeezed, bare)}
    return _Forms(same_line(text), main, frozenset(keys))


def fit_without_slips(reply: str, text: str) -> Fit:
    """How well `reply` fits `text` where every word must be the right one."""
    if reply.strip() == text.strip():
        return Fit(Closeness.EXACT)
    ours, theirs = forms_of(reply), forms_of(text)
    if ours.same == theirs.same:
        return Fit(Closeness.SAME)
    return NO_FIT if ours.keys.isdisjoint(theirs.keys) else Fit(Closeness.FORGIVEN)


def words_in(text: str) -> Words:
    """The words of `text` without articles, as slips are counted on."""
    return forms_of(text).words


def contains(text: str, words: Words) -> bool:
    """True where `words` stand in `text` side by side."""
    line = words_of(text)
    return any(line[at : at + len(words)] == words for at in range(len(line) - len(words) + 1))


def squeezed(words: Words) -> str:
    """`words` in one, but "3 4" never becomes 34."""
    out = ""
    for word in words:
        out += " " + word if out[-1:].isdecimal() and word[0].isdecimal() else word
    return out


def _is_accent(ch: str) -> bool:
    # Only marks that are left out in everyday writing; Indic vowel signs are letters.
    return "\u0300" <= ch <= "\u036f" or "\u064b" <= ch <= "\u0652" or "\u0591" <= ch <= "\u05bd"


@lru_cache(maxsize=4096)
def _kept(ch: str) -> str:
    if ch in _SAID:
        return _SAID[ch]
    kind = unicodedata.category(ch)
    if kind[0] in "LNM" or kind in ("Cs", "Co", "Cn"):
        return ch
    if kind == "Cf":
        return ""
    return f" {ch} " if kind[0] == "S" or ch in "#*@" else " "


def _american(word: str) -> str:
    if word in _OTHER_SPELLINGS or len(word) < 5 or not word.isascii():
        return _OTHER_SPELLINGS.get(word, word)
    for pattern, spelling in _AMERICAN:
        word = pattern.sub(spelling, word)
    return word


def _without_first_article(words: Words) -> Words:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _without_articles(words: Words, may_drop_a: bool) -> Words:
    """`words` without articles, save a last word: in "vitamin A" it is no article."""
    dropped = _ARTICLES if may_drop_a else {"the"}
    inner = _without_first_article(words)
    return (*(word for word in inner[:-1] if word not in dropped), *inner[-1:])
