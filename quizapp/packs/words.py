"""A text's words in one normal form, the form that fingerprints and comparisons are made of.

Fingerprints in published source files hang on this form, so it must never change:
compatibility decomposition (NFKD) without accents, apostrophes folded and a possessive 's
dropped, split into runs of letters and digits, casefolded. "10th" is one word, "40%" is "40"
and "%", "1,000" is "1000", "3.5" is one word, "Trans-Caspian" is two.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

HASH_NAME = "sha256/8"
"""What a source file says of its word hashes: the first 8 hexadecimal digits of SHA-256."""

_HASH_DIGITS = 8
_REMEMBERED = 4096
"""Texts and words whose form is kept: options and a question's texts are asked for many times."""

_APOSTROPHES = re.compile("[\u2018\u2019\u201b\u02bc\u0060\u00b4]")
_POSSESSIVE = re.compile(r"(?<=[^\W_])'[sS](?![^\W_])")
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!,?\d)|(?<!\d\.)\d+\.\d+(?!\.?\d)|[^\W_]+|%")

_LITTLE_WORDS = frozenset(
    (
        *("a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "had", "has", "have"),
        *("how", "in", "into", "is", "it", "its", "of", "on", "or", "s", "that", "the", "their"),
        *("they", "this", "to", "was", "were", "what", "when", "where", "which", "who", "whom"),
        *("whose", "why", "with"),
    )
)


@lru_cache(maxsize=_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """The words of `text` in order, normalised in all but case."""
    if not text.isascii():
        text = _APOSTROPHES.sub("'", text)
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return _split(text)


def _split(text: str) -> tuple[str, ...]:
    if "'" in text:
        text = _POSSESSIVE.sub("", text)
    found: list[str] = _WORD.findall(text)
    if "," in text:
        return tuple([word.replace(",", "") for word in found])
    return tuple(found)


@lru_cache(maxsize=_REMEMBERED)
def word_list(text: str) -> tuple[str, ...]:
    """The normalised words of `text` in order."""
    if text.isascii():
        # The same, in one pass: in ASCII, lower case is all that casefolding does.
        return _split(text.lower())
    return tuple(map(str.casefold, tokens(text)))


@lru_cache(maxsize=_REMEMBERED)
def words(text: str) -> frozenset[str]:
    """The normalised words of `text`, their order and number forgotten."""
    return frozenset(word_list(text))


@lru_cache(maxsize=_REMEMBERED)
def content_words(text: str) -> frozenset[str]:
    """The words of `text` that carry meaning; all of them where it has only little ones."""
    found = words(text)
    return (found - _LITTLE_WORDS) or found


@lru_cache(maxsize=_REMEMBERED)
def word_hash(word: str) -> str:
    """The truncated hash of one normalised word, as source files hold it."""
    return hashlib.sha256(word.encode("utf-8")).hexdigest()[:_HASH_DIGITS]
