"""The words of a statement that a gap is best put in place of, where it has no name or number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.words import LITTLE, bases, listed, verbs

_WORD = re.compile(r"[\w'-]+(?:\.\d+)?|[^\w\s]")
_EMPTY = listed(
    """thing things way ways time times year years month months week weeks day days hour hours
    minute minutes second seconds people man woman men women side sides part parts lot kind sort
    place number amount case cases fact point end start group others one ones something anything
    everything nothing moment morning evening afternoon night half per percent cent company team
    country government reporters journalists statement interview conversation it's that's there's
    percentage"""
)
_MOST = 3
_SHORTEST = 4
_GIVERS = listed("a an the its his her their of by with from to for into in on as because")
_CLOCK = re.compile(r"(?<![\w:.])\d{1,2}:\d\d(?::\d\d)?(?![\w:])")


def find_phrase(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the phrase stands that the statement between two places would best be asked for."""
    if clock := _CLOCK.search(text, start, end):
        return clock.span()
    found = list(_phrases(text, start, end))
    return max(found)[1] if found else None


def _phrases(text: str, start: int, end: int) -> Iterator[tuple[float, tuple[int, int]]]:
    """Runs of plain words with what speaks for each."""
    tokens = [(one[0], one.start(), one.end()) for one in _WORD.finditer(text, start, end)]
    at = 0
    while at < len(tokens):
        to = at
        while to < len(tokens) and _is_plain(tokens[to][0], at == to, tokens, to):
            to += 1
        if to > at:
            span = (tokens[at][1], tokens[to - 1][2])
            worth = _worth(tokens, at, to)
            if worth > 0 and '"' not in text[span[0] : span[1]]:
                yield worth, span
        at = max(to, at + 1)


def _worth(tokens: list[tuple[str, int, int]], at: int, to: int) -> float:
    last = tokens[to - 1][0]
    before = tokens[at - 1][0].lower() if at else ""
    behind = tokens[to][0].lower() if to < len(tokens) else "."
    words = [token[0].lower() for token in tokens]
    if (
        to - at > _MOST
        or last.endswith("ing")
        or last in _EMPTY
        or len(last) < _SHORTEST
        or words.count(last) > 1
    ):
        return 0.0
    if before not in _GIVERS and before not in verbs() and before not in (",", "and", "or", ":"):
        return 0.0
    if behind != tokens[to][0] if to < len(tokens) else False:
        # "the asteroid Bennu": the name says what is left out.
        return 0.0
    worth = 1.0 + (before in _GIVERS or before in verbs()) + 0.5 * (behind in _ENDS)
    worth += 0.8 * (to / len(tokens)) - 0.6 * (behind == "of") + 0.2 * (to - at)
    worth -= 0.8 * (to - at == 1 and before in _PREPOSED)
    return worth - 0.8 * (behind[:1].isalpha() and behind not in LITTLE)


_PREPOSED = listed("by with from to for in on as")
"""Behind these one bare word is seldom what matters: "by mistake", "in public"."""
_ENDS = frozenset((".", ",", ";", "because", "when", "while", "and", "which", "that", "who"))


def _is_plain(word: str, first: bool, tokens: list[tuple[str, int, int]], at: int) -> bool:
    """True for a noun or what describes one, as far as its form tells."""
    if not re.fullmatch(r"[a-z][a-z'-]+", word) or word in LITTLE:
        return False
    if word.endswith(("ly", "self", "selves")):
        return False
    if word.endswith("'s") or (word.endswith("ing") and not first):
        return False
    forms = verbs().get(word)
    if forms is None:
        return word not in bases() or _is_given(tokens, at)
    if word == forms.third:
        following = tokens[at + 1][0].lower() if at + 1 < len(tokens) else "."
        return _is_given(tokens, at) if first else following not in LITTLE
    return first and _is_given(tokens, at)


def _is_given(tokens: list[tuple[str, int, int]], at: int) -> bool:
    """True where a word stands behind an article or a preposition, and so is no verb."""
    return at > 0 and tokens[at - 1][0].lower() in _GIVERS - {"to"}
