"""Who lived when: nobody dead stands beside somebody who acts or speaks today, nor the reverse."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from quizapp.atlas.world import read_table
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.tables import plain
from quizapp.drafting.text.article import Sentence

_LONG_AGO = 75
"""Whom an article names only with years that lie so far back is not alive at its date."""
_CLOSE = 60
"""So many years apart two people of the past may have died."""
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_GONE = re.compile(r"\bthe late\s(?:[A-Z][\w.-]+\s){0,3}$")


@lru_cache(maxsize=1)
def _died() -> dict[str, int]:
    table = read_table(Path(__file__).with_name("died.tsv"))
    return {plain(name): int(year) for year, *names in table for name in names}


def died(name: str) -> int | None:
    """The year in which a public figure died, where the table has it."""
    return _died().get(plain(name))


def of_his_time(answer: str, names: Iterable[str]) -> list[str]:
    """`names` with those first who died about when the answer did, where he is dead."""
    year = died(answer)
    if year is None:
        return list(names)
    return sorted(names, key=lambda one: abs((died(one) or _STILL) - year) // _ABOUT)


_STILL, _ABOUT = 2030, 25


class Lifetimes:
    """Who of an article, and of the tables, may stand beside the answer of an idea."""

    def __init__(self, view: View, idea: Idea) -> None:
        self._view = view
        self._today = view.today.year if view.today else _year_of(view)
        years = _YEAR.findall(idea.ask) or _YEAR.findall(idea.sentence.text)
        self._answer_died = died(str(idea.answer))
        self._is_past = self._is_gone(str(idea.answer))
        self._event = max(map(int, years), default=self._today)

    def allow(self, name: str) -> bool:
        """False for the dead beside the living, the living beside those of long ago."""
        year = died(name)
        if self._is_past:
            if year is not None and self._answer_died is not None:
                return abs(year - self._answer_died) <= _CLOSE
            return year is not None or self._is_gone(name)
        return not self._is_gone(name) if year is None else year >= self._event

    def _is_gone(self, name: str) -> bool:
        """True for somebody who is long dead at the article's date."""
        year = died(name)
        if year is not None:
            return year < self._today - 1
        return _is_of_old(self._view, name, self._today)


def _is_of_old(view: View, name: str, today: int) -> bool:
    """True where an article names somebody beside people and years of long ago alone."""
    plain_text = view.article.plain
    if not _tells_of_old(plain_text, today):
        return False
    places = list(_places(plain_text, name.split()[-1]))
    if any(_GONE.search(plain_text, max(one - 40, 0), one) for one in places):
        return True
    numbers = {bisect(view.article.sentences, one, key=_start) - 1 for one in places}
    return bool(numbers) and all(_is_old(view, number, name, today) for number in numbers)


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _start(sentence: Sentence) -> int:
    return sentence.start


@lru_cache(maxsize=4)
def _tells_of_old(plain_text: str, today: int) -> bool:
    """True where an article has years of long ago at all, or somebody late."""
    years = map(int, _YEAR.findall(plain_text))
    return "the late " in plain_text or any(year < today - _LONG_AGO for year in years)


def _is_old(view: View, number: int, name: str, today: int) -> bool:
    sentence = view.article.sentences[number]
    years = [int(year) for year in _YEAR.findall(sentence.text)]
    if years:
        return max(years) < today - _LONG_AGO
    others = (view.names.whole(one) for one in view.names.by_sentence.get(number, ()))
    return any(
        one != name and (year := died(one)) is not None and year < today - _LONG_AGO
        for one in others
    )


def _year_of(view: View) -> int:
    """The latest year that an article names; without one nobody is dead for it."""
    years = [int(year) for year in _YEAR.findall(view.article.plain)]
    return max(years, default=0)
