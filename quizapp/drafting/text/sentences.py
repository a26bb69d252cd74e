"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?](?:[\"')\]]{0,2})(?=\s|$)")
_SHORT = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt"),
        *("St", "Jr", "Sr", "Rev", "Hon", "vs", "No", "Inc", "Ltd", "Co", "Corp", "Jan", "Feb"),
        *("Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "approx", "dept"),
        *("Mt", "Ft", "Fla", "Calif", "Wash", "Mass", "Ky", "Ill", "Tex", "Ariz", "Wis", "Mich"),
        *("Minn", "Penn", "Va", "Ga", "Ala", "Conn", "Tenn", "Colo", "Ore", "a.m", "p.m", "i.e"),
        *("e.g", "etc", "al", "cf", "Fig", "ft", "lb", "oz", "U.S", "U.K", "U.N", "E.U", "D.C"),
    )
)
_LAST_WORD = re.compile(r"[^\s(\"']+$")
_INITIAL = re.compile(r"(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])")


def split_sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of `text` from `start` on, without the spaces around them."""
    begin = start
    for match in _END.finditer(text, start):
        end = match.end()
        if end < len(text) and not _is_end(text, begin, match):
            continue
        yield from _trimmed(text, begin, end)
        begin = end
    yield from _trimmed(text, begin, len(text))


def _is_end(text: str, begin: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 60].lstrip()
    if following and not (
        following[0].isupper() or following[0].isdigit() or following[0] in "\"'([\u2013"
    ):
        return False
    if match[0][0] == ".":
        word = _LAST_WORD.search(text[max(begin, match.start() - 30) : match.start()])
        last = word[0] if word else ""
        if last in _SHORT:
            # "in the U.S. The" ends a sentence; "the U.S. Senate" does not.
            return "." in last and following.split(" ")[0] in (
                "The",
                "It",
                "But",
                "In",
                "He",
                "She",
                "A",
                "They",
            )
        if _INITIAL.fullmatch(last):
            return False
    # A closing mark alone ends no sentence in the middle of a quotation: '"..." he said.'
    return text.count('"', begin, match.end()) % 2 == 0 or match[0][-1] != '"'


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[begin:end]
    left = len(piece) - len(piece.lstrip())
    if piece.strip():
        yield begin + left, begin + len(piece.rstrip())
