"""Other names beside the right one: of its kind, form and part of the world.

Rather none than one of another kind. Those that the article names come first, then the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea, View, tidy
from quizapp.drafting.named import tables
from quizapp.drafting.named.likeness import is_person, is_thing
from quizapp.drafting.named.names import COUNTRY, ORG, OTHER, PERSON
from quizapp.drafting.named.tables import BODIES, PEOPLE, plain
from quizapp.drafting.options.beside import alike_by_name, known_beside
from quizapp.drafting.options.other_people import other_people
from quizapp.drafting.options.other_places import (
    capitals_beside,
    countries_beside,
    group_of_place,
    peoples_beside,
    sides,
)
from quizapp.drafting.options.other_words import other_words
from quizapp.drafting.options.pool import Pool
from quizapp.packs.checking.aliases import canonical

WANTED = 3
_LITTLE = frozenset(("of", "the", "and", "for", "de", "in", "on"))


def other_names(view: View, idea: Idea, pool: Pool, seed: int) -> tuple[str, ...]:
    """Up to three other names."""
    answer = str(idea.answer)
    mentioned = _mentioned(view, idea)
    if idea.of == COUNTRY:
        return _picked(answer, countries_beside(view, idea, seed))
    is_firm = _AT_FIRM.search(idea.ask) is not None
    if not is_firm and (idea.of == PERSON or _is_somebody(view, idea)):
        found: Iterable[str] = other_people(view, idea, seed, pool.names(PERSON))
    elif people := peoples_beside(answer):
        found = tables.turned(people, seed)
    elif group := group_of_place(idea):
        found = (*sides(view, group), *tables.turned(group, seed))
    else:
        found = (
            *known_beside(view, idea, seed),
            *capitals_beside(answer),
            *alike_by_name(view, idea),
        )
    fit = (
        one for one in found if _is_other(one, answer, mentioned) and _sounds(idea.ask, answer, one)
    )
    picked = _picked(answer, fit)
    return other_words(idea, seed) if idea.of == OTHER and not picked else picked


_AT_FIRM = re.compile(
    r"\b(?:analyst|economist|strategist|trader|researcher|scientist)s? at (?:the )?\u2026",
    re.IGNORECASE,
)
"""What people work at is a firm, whatever its name looks like."""


def _is_somebody(view: View, idea: Idea) -> bool:
    """True for a name of no sure kind that is somebody's after all."""
    answer = str(idea.answer)
    if idea.of not in (OTHER, ORG) or (idea.of == ORG and tables.rows_with(answer, BODIES)):
        return False
    if tables.rows_with(answer, PEOPLE):
        return True
    is_open = idea.of == OTHER and " " in answer and not is_thing(answer)
    return is_open and is_person(view, answer)


def _mentioned(view: View, idea: Idea) -> set[str]:
    """What the sentence and the question name, which no wrong option may."""
    inside = {view.names.whole(one) for one in view.names_in(idea.sentence)}
    if idea.of == PERSON and idea.kind in ("quote", "role"):
        inside = set()
    return {canonical(name) for name in inside} | {
        canonical(part) for part in re.findall(r"[A-Z]\w+", idea.ask)
    }


def _is_other(name: str, answer: str, mentioned: set[str]) -> bool:
    """True for a name of something else that the question does not speak of."""
    if canonical(name) in mentioned or canonical(name) == canonical(answer):
        return False
    if _letters(name) == answer or _letters(answer) == name:
        return False
    ours, theirs = _own_words(answer), _own_words(name)
    return not (ours <= theirs or theirs <= ours)


def _sounds(ask: str, answer: str, name: str) -> bool:
    """False where "the" before the gap, or its absence, would give an option away."""
    before, gap, _ = ask.partition("\u2026")
    if not gap:
        return True
    if before.lower().endswith("the "):
        is_title = " of " in answer and not answer.isupper()
        return name not in _BARE and (not is_title or (" " in name and not _is_full_name(name)))
    return answer not in _BARE or name not in _WITH_THE


def _is_full_name(name: str) -> bool:
    return " of " not in name and bool(tables.rows_with(name, PEOPLE)) and "Royal" not in name


_BARE = listed(
    """NATO NASA UNESCO UNICEF ASEAN OPEC FIFA UEFA Interpol Europol Frontex Mercosur APEC CERN
    BRICS ECOWAS Greenpeace Oxfam Hamas Hezbollah Roscosmos JAXA ISRO Congress
    Mars Mercury Venus Jupiter Saturn Uranus Neptune Pluto"""
)
_WITH_THE = listed("UN EU AU WHO IMF WTO OECD FBI CIA FDA SEC EPA CDC IOC BBC")
"""Bodies that a sentence names without "the", and such as it names with it."""


def _own_words(name: str) -> set[str]:
    """The words of a name but for the little ones."""
    words = set(plain(name).lower().replace(",", "").replace(".", "").split())
    return words - _LITTLE or words


def _same(name: str) -> set[str]:
    """A mark that names of one thing or person share, for those whose words do not tell it."""
    return {f"={_ALIASES[name]}"} if name in _ALIASES else set()


def _marked(own: set[str], other: set[str]) -> bool:
    return any(word.startswith("=") for word in own & other)


_ALIASES = {
    name: names[0]
    for names in (
        ("Meta", "Facebook"),
        ("Google", "Alphabet"),
        ("Charles III", "Prince Charles"),
        ("Elizabeth II", "Queen Elizabeth"),
        ("European Court of Justice", "ECJ"),
        ("Bill & Melinda Gates Foundation", "Gates Foundation"),
        ("UK", "United Kingdom"),
    )
    for name in names
}


def _letters(name: str) -> str:
    """The first letters of a name: UN for United Nations."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _picked(answer: str, found: Iterable[str]) -> tuple[str, ...]:
    """The first three that name different things."""
    seen = [_own_words(answer) | _same(answer)]
    picked: list[str] = []
    for one in found:
        own = _own_words(one)
        own |= _same(one)
        is_said = any(own <= other or other <= own or _marked(own, other) for other in seen) or any(
            _letters(one) == other or _letters(other) == one for other in picked
        )
        if not is_said and len(one) <= 3 * len(answer) + 20:
            seen.append(own)
            picked.append(tidy(one))
        if len(picked) == WANTED:
            break
    return tuple(picked)
