"""Questions on abbreviations: what the letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from quizapp.atlas.world import read_table
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.text.article import Sentence

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


def expansions(full: str, seed: int) -> list[str]:
    """Three names with the same initials as `full`, each with one of its words changed."""
    words = full.split()
    places = [at for at, word in enumerate(words) if word[0].isalpha() and word not in _SMALL]
    if len(places) < _FEWEST:
        return []
    choices = [(at, others) for at in places if (others := _instead(words[at], seed))]
    # What a name is about says least about its form: those words are changed first.
    choices.sort(key=lambda one: (one[0] == places[-1] and len(choices) > 2, -len(one[1])))
    found: list[str] = []
    for turn in range(_WANTED):
        for at, others in choices:
            if turn < len(others) and len(found) < _WANTED:
                found.append(" ".join((*words[:at], others[turn], *words[at + 1 :])))
    return found


_FEWEST, _WANTED = 2, 3


def _instead(word: str, seed: int) -> list[str]:
    """Other words of the same sort with the same first letter, the same ones for a seed."""
    plain = word.title() if word.islower() else word
    near, sorts = _sorts()
    fit = list(near.get(plain, ()))
    if not fit:
        sort = next((row for row in sorts if plain in row), ())
        fit = [one for one in sort if one[0] == plain[0] and not _is_one(one, plain)]
    shift = seed % max(len(fit), 1)
    turned = fit[shift:] + fit[:shift]
    return [one.lower() for one in turned] if word.islower() else turned


def _is_one(word: str, other: str) -> bool:
    """True for two forms of one word: "Arab" and "Arabian"."""
    return word[:_STEM] == other[:_STEM]


_STEM = 4


@lru_cache(maxsize=1)
def _sorts() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, ...], ...]]:
    """What may stand for a word, and words of one sort together."""
    rows = [(sort, words.split()) for sort, words in read_table(_TABLE)]
    near = {words[0]: tuple(words[1:]) for sort, words in rows if sort == _NEAR}
    return near, tuple(tuple(words) for sort, words in rows if sort != _NEAR)


_TABLE = Path(__file__).with_name("letters.tsv")
_NEAR = "near"
