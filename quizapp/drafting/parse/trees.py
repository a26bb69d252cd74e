"""Phrases of a parsed sentence: what belongs to a word, and what can be left away.

A word here is a token of a parse, whatever parser made it: it has `i`, `idx`, `text`, `lower_`,
`tag_`, `dep_`, `head`, `children` and `subtree`. The labels are those of spaCy's English pipelines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

Word: TypeAlias = Any

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
AUXILIARIES = frozenset(("aux", "auxpass"))
_ASIDE = frozenset(("relcl", "acl", "appos", "advcl", "parataxis", "prep", "npadvmod", "amod"))
_MARKS = frozenset((",", "(", ")", "\u2013", "--", "-", ";", ":"))
_UNCLEAR = frozenset(("dep", "intj", "meta"))
_PRONOUN_TAGS = frozenset(("PRP", "WDT", "WP", "EX", "DT"))


def phrase(head: Word, *, without: Iterable[Word] = ()) -> list[Word]:
    """The words of `head`'s phrase in order, without what stands aside between commas.

    What belongs to a word of `without` is left away too.
    """
    dropped = set(without)
    kept: set[int] = set()
    words: dict[int, Word] = {}
    _gather(head, dropped, kept, words)
    found = [words[at] for at in sorted(kept)]
    while found and _is_mark(found[-1]):
        found.pop()
    while found and _is_mark(found[0]):
        found.pop(0)
    return found


def _gather(head: Word, dropped: set[Word], kept: set[int], words: dict[int, Word]) -> None:
    kept.add(head.i)
    words[head.i] = head
    aside = [one for one in head.children if one in dropped or is_aside(one)]
    gone = {word.i for one in aside for word in one.subtree}
    for child in head.children:
        if child.i in gone or (_is_mark(child) and _touches(child.i, gone)):
            continue
        _gather(child, dropped, kept, words)


def _touches(place: int, gone: set[int]) -> bool:
    return place - 1 in gone or place + 1 in gone


def _is_mark(word: Word) -> bool:
    return word.text in _MARKS


def is_aside(word: Word) -> bool:
    """True for what stands behind a comma or in brackets and only adds to its head."""
    if word.dep_ not in _ASIDE or word.i < word.head.i:
        return False
    before = before_of(word)
    if before is None or not _is_mark(before):
        return False
    # The hyphen of "surface-to-air" sets nothing aside.
    spaced: bool = before.doc.text[: before.idx].endswith(" ")
    return before.text != "-" or spaced


def before_of(word: Word) -> Word | None:
    """The word in front of everything that belongs to `word`."""
    first = min(one.i for one in word.subtree)
    return word.doc[first - 1] if first else None


def text_of(words: list[Word]) -> str:
    """The words as they stand in the text, with a space where something was left away."""
    parts = []
    for run in _runs(words):
        text = run[0].doc.text
        parts.append(text[run[0].idx : run[-1].idx + len(run[-1].text)])
    return " ".join(parts)


def _runs(words: list[Word]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in words:
        if run and word.i != run[-1].i + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def is_whole(words: list[Word]) -> bool:
    """True where the words stand side by side and each has a clear part in the sentence."""
    if not words or words[-1].i - words[0].i + 1 != len(words):
        return False
    return not any(one.dep_ in _UNCLEAR for one in words)


def span_of(words: list[Word]) -> tuple[int, int]:
    """Where the words stand in the parsed text."""
    return words[0].idx, words[-1].idx + len(words[-1].text)


def is_pronoun(word: Word) -> bool:
    """True for a word that only stands for another."""
    return word.tag_ in _PRONOUN_TAGS


def words_within(words: Iterable[Word], span: tuple[int, int]) -> list[Word]:
    """Those of `words` that stand within a span of the parsed text."""
    return [one for one in words if span[0] <= one.idx and one.idx + len(one.text) <= span[1]]


def top_of(words: list[Word]) -> Word | None:
    """The one of `words` that the others belong to; None where they are no phrase."""
    places = {one.i for one in words}
    tops = [one for one in words if one.head.i not in places or one.head.i == one.i]
    return tops[0] if len(tops) == 1 else None


def path_to(word: Word, above: Word) -> list[Word]:
    """The words from `word` up to, without, `above`; empty where it is not above."""
    found = []
    while word.i != above.i:
        found.append(word)
        if word.head.i == word.i:
            return []
        word = word.head
    return found
