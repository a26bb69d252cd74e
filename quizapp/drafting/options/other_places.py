"""Other countries, capitals, peoples, states and parts of countries."""

from __future__ import annotations

import re

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.gazetteer import Nation
from quizapp.drafting.named.name_runs import COUNTRY
from quizapp.drafting.named.tables import PLACES

STATES = "California"
"""The first of the states, which tells their group from others."""


def countries_beside(view: View, idea: Idea, seed: int) -> list[str]:
    """Other countries: two of the article's, those of the same part of the world."""
    nation = gazetteer.country(str(idea.answer))
    if nation is None:
        return []
    named = _nations_named(idea) | {nation.code}
    like = [one for one in gazetteer.alike(nation) if one.code not in named][:_NEIGHBOURS]
    words = frozenset(re.findall(r"[a-z]+", f"{idea.ask} {idea.sentence.text}".lower()))
    theme = [one for one in gazetteer.of_theme(words, nation) if one.code not in named]
    near = theme if len(theme) > _OWN else like
    listed = [] if _is_of_region(nation, named) else _inside(view, named)
    inside = [one for one in listed if one in theme or (one in like and len(theme) <= _OWN)]
    shift = seed % 2
    return [one.name for one in (*inside[:_OWN], *near[shift:], *near[:shift], *like)]


_OWN = 2


def _inside(view: View, named: set[str]) -> list[Nation]:
    """The article's own countries that the sentence does not speak of."""
    known = [gazetteer.country(one) for one in view.names.of_kind(COUNTRY)]
    return [one for one in known if one is not None and one.code not in named]


def _is_of_region(nation: Nation, named: set[str]) -> bool:
    """True where the sentence lists other countries of the same part of the world."""
    same = [code for code in named if gazetteer.nations()[code].region == nation.region]
    return len(same) > _SOME


_SOME, _NEIGHBOURS = 2, 14


def _nations_named(idea: Idea) -> set[str]:
    """The countries that the question or its sentence speaks of, by any of their names."""
    text = f"{idea.ask} {idea.sentence.text}"
    found: set[str] = set()
    for word in re.findall(r"[A-Z][\w.]+(?:\s[A-Z]\w+)*", text):
        for part in (word, *word.split(), word.rstrip(".")):
            nation: Nation | None = (
                gazetteer.country(part)
                or gazetteer.by_demonym().get(part)
                or gazetteer.by_capital().get(part)
            )
            if nation:
                found.add(nation.code)
    return found


def capitals_beside(answer: str) -> list[str]:
    """Capitals of the same part of the world."""
    nation = gazetteer.by_capital().get(answer)
    if nation is None:
        return []
    return [one.capital for one in gazetteer.nearby(nation)[:_NEAR] if one.capital]


def peoples_beside(answer: str) -> list[str]:
    """Other peoples or their adjectives, in the answer's form: "Indonesians", "Japanese"."""
    known = gazetteer.by_demonym()
    many = answer.endswith("s") and answer not in known
    nation = known.get(answer.removesuffix("s") if many else answer)
    if nation is None:
        return []
    near = [one.demonyms[0] for one in gazetteer.alike(nation) if one.demonyms]
    near = [f"{one}s" for one in near if one.endswith("n")] if many else near
    return near[:_NEAR]


_NEAR = 12


def group_of_place(idea: Idea) -> tuple[str, ...]:
    """The states, parts or continents that a place belongs with; () for a city."""
    answer = str(idea.answer)
    group = gazetteer.group_of().get(answer, ())
    if not group or not tables.rows_with(answer, PLACES):
        return group
    if answer in _ALSO_CITIES and not _OF_STATES.search(f"{idea.ask} {idea.sentence.text}"):
        return ()
    return group if group[0] == STATES and " city" not in idea.ask else ()


_ALSO_CITIES = frozenset(("New York", "Washington"))
_OF_STATES = re.compile(r"\b(?:[Ss]tates?|[Gg]overnor|California|Texas|Florida|New Jersey)\b")


def sides(view: View, group: tuple[str, ...]) -> list[str]:
    """The countries of an article in which England or Wales plays for itself."""
    named = [one for one in view.names.of_kind(COUNTRY) if gazetteer.country(one)]
    others = [one for one in group if one in view.names.counts]
    return named if group[0] == _BRITISH and len(others) == 1 and len(named) > _ENOUGH else []


_BRITISH, _ENOUGH = "Scotland", 3
