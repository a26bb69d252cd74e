"""One typed line cut into the items it names, without cutting "Bosnia and Herzegovina" in two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizapp.core.slips import fit
from quizapp.core.spelling import NO_FIT, fit_without_slips, forms_of, words_of

MOST_ITEMS = 100
"""A reply of more items than this is not judged."""

# No white space around the separators: pieces are trimmed, and a run of spaces stays cheap.
_BETWEEN = re.compile(
    r"[;\n\r]|,(?!\d)|(?<!\d),|(?<!\S)[·•|&](?!\S)|(?<!\w)and(?!\w)", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[-*–]|\(?\d{1,3}[.)])\s+(?=\S)")


def split_items(text: str, items: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Cut `text` at commas, semicolons, line ends, "and" and "&" into the items it names.

    `items` are names that may come up: those that hold a separator themselves stay whole,
    and a piece that is nothing but several of them in a row is cut at the spaces. At most
    MOST_ITEMS + 1 items come back, so that a caller sees when there are too many.
    """
    pieces = _pieces(text)
    compounds = [item for item in items if len(_pieces(item)) > 1]
    longest = max((len(_pieces(item)) for item in compounds), default=1)
    found: list[str] = []
    at = 0
    while at < len(pieces) and len(found) <= MOST_ITEMS:
        size = _compound_size(text, pieces[at : at + longest], compounds)
        found.append(text[pieces[at][0] : pieces[at + size - 1][1]])
        at += size
    return tuple(item for piece in found for item in _at_spaces(piece, items))[: MOST_ITEMS + 1]


def _pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of each stretch of `text` between separators, empty ones left out."""
    bounds, start = [], 0
    for cut in _BETWEEN.finditer(text):
        bounds.append((start, cut.start()))
        start = cut.end()
    bounds.append((start, len(text)))
    trimmed = (
        (end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        for start, end in bounds
    )
    return [(start, end) for start, end in trimmed if start < end]


def _compound_size(text: str, pieces: list[tuple[int, int]], compounds: Sequence[str]) -> int:
    """How many of the first `pieces` make up one of `compounds`; 1 where they make up none."""
    for size in range(len(pieces), 1, -1):
        whole = _unbulleted(text[pieces[0][0] : pieces[size - 1][1]])
        if len(whole) <= 300 and any(fit(whole, item) != NO_FIT for item in compounds):
            return size
    return 1


def _unbulleted(piece: str) -> str:
    return _BULLET.sub("", piece, count=1) if _BULLET.match(piece) else piece


def _at_spaces(piece: str, items: tuple[str, ...]) -> tuple[str, ...]:
    """`piece` cut between `items` where it is nothing but several of them in a row."""
    words = piece.split()
    is_one = len(words) < 2 or len(words) > 2 * MOST_ITEMS or not items
    if is_one or any(fit_without_slips(piece, item) != NO_FIT for item in items):
        return (_unbulleted(piece),)
    keys = frozenset(key for item in items for key in forms_of(item).keys)
    longest = max(len(words_of(item)) for item in items)
    found: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            whole = " ".join(words[at : at + size])
            if not forms_of(whole).keys.isdisjoint(keys):
                found.append(whole)
                at += size
                break
        else:
            return (_unbulleted(piece),)
    return tuple(found)
