"""Further clauses of a sentence: those joined to the first, and what is told of a name by "who"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.clause import Clause
from quizapp.drafting.grammar.clauses import clauses_from, find_clauses, has_verb
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import COUNTRY, ORG, PERSON, Name
from quizapp.drafting.text.article import Sentence

_JOINED = re.compile(r"(?:[,;]\s+(?:and|but|while|whereas)|;)\s+(?=[A-Z]|the\s)")
_TOLD = re.compile(r",\s+(?P<word>who|which)\s+")
_SHARED = re.compile(r"(?:\b(?:of|and|or|with|for|by|than)(?:\s+the)?|['\u2019]s)\s+$")
_FEWEST = 4


def further_clauses(
    view: View, sentence: Sentence, start: int, end: int, first: list[Clause]
) -> Iterator[Clause]:
    """The clauses between two places of `sentence` besides `first`, which were found in front."""
    known = view.names.last_words
    for match in _JOINED.finditer(sentence.text, start, end):
        since = first[0].rest_span[0] if first else start
        before = sentence.text[since : match.start()]
        is_told = bool(first) or has_verb(before)
        if (
            match.start() > since
            and is_told
            and not _is_list(before)
            and before.count('"') % 2 == 0
        ):
            yield from find_clauses(sentence.text, match.end(), end, known)
    for name in view.names_in(sentence):
        if start <= name.start - sentence.start < end:
            yield from _relative(sentence, name, end)


def _is_list(before: str) -> bool:
    """True where a comma stands so near that "and" may only end a list."""
    comma = before.rfind(",")
    return comma >= 0 and len(before[comma:].split()) < _FEWEST


def _relative(sentence: Sentence, name: Name, end: int) -> Iterator[Clause]:
    """What is told of a name behind ", who" or ", which"."""
    span = (name.start - sentence.start, name.end - sentence.start)
    match = _TOLD.match(sentence.text, span[1])
    if match is None or _SHARED.search(sentence.text[: span[0]]):
        return
    fits = {"who": (PERSON,), "which": (ORG, COUNTRY)}[match["word"]]
    if name.kind in fits:
        yield from clauses_from(sentence.text[:end], span, match.end())
