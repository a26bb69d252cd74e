"""Other people: of the same office or trade as the one who is asked for, and of his country.

Those of the article come first where they are of a kind with him; then public figures out of the
table. Who is asked for by a crime or an accident stands beside nobody from outside the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.likeness import is_person, speaks
from quizapp.drafting.named.name_runs import COUNTRY, OTHER, PERSON
from quizapp.drafting.named.surroundings import called, near
from quizapp.drafting.named.tables import PEOPLE, Row
from quizapp.drafting.named.trades import role_in, tells, world
from quizapp.drafting.options.lifetimes import Lifetimes, of_his_time

_GRAVE = re.compile(
    r"\b(?:arrest|charg|accus|convict|kill|murder|died?\b|dead|death|crime|guilty|jail|prison|fraud"
    r"|indict|custody|suspect|felled|defendant|locked up|behind bars|sentenced|passed sentence"
    r"|trial|blamed|vandal|court\b|abus|assault|rape|steal|stole|theft|drunk|affair|victim|lied\b"
    r"|alleg|sued\b|bribe|corrupt|terror)",
    re.IGNORECASE,
)
_HERS = re.compile(
    r"\b(?:she|wom[ae]n|her|hers|herself|actress|spokeswoman|chairwoman|queen|mother)\b"
)
_HIS = re.compile(r"\b(?:he|man|his|him|himself|spokesman|chairman|king|father)\b")
_BEARS = (
    r"\u2026, (?:the|an?|her|his|its|their) (?:[\w-]+ ){{0,2}}(?:{0})\b|\b(?:{0}) \u2026"
    r"|\u2026,? (?:said|says) (?:that )?{1} (?:country|government|party|team|company)\b"
)
_WOMAN = re.compile(
    _BEARS.format("actress|spokeswoman|chairwoman|businesswoman|duchess|princess|queen", "her")
    + r"|\b[Ww]ho [^,]*\bbest actress\b"
)
_MAN = re.compile(_BEARS.format("spokesman|businessman|duke|prince|king", "his"))
"""Words that only a woman, or a man, is called by, beside the gap itself."""
_SHARED = re.compile(r"^(?:On [^:]*: )?[Ww]ho (?:co-founded|created|was an? )")


def other_people(view: View, idea: Idea, seed: int, borrowed: Iterable[str] = ()) -> Iterator[str]:
    """Others beside the person who is asked for, the likest first, in the form of his name.

    `borrowed` are people of other packs, who come last.
    """
    answer = str(idea.answer)
    people = People(view, idea)
    times = Lifetimes(view, idea)
    fit = (
        one for one in chain(people.others(seed), borrowed) if people.fits(one) and times.allow(one)
    )
    if " " in answer or people.is_alone(answer):
        yield from (one for one in fit if " " in one or people.is_alone(one) or " " not in answer)
    else:
        yield from (people.short(one) for one in fit)


WANTED = 3
_TEAMS = frozenset(("footballer", "cricketer"))
"""Whose country tells more than their trade."""


class People:
    """The people who may stand beside the answer of an idea."""

    def __init__(self, view: View, idea: Idea) -> None:
        self._view = view
        self._idea = idea
        self._answer = str(idea.answer)
        self._context = f"{idea.ask} {near(view, self._answer)}"
        self._sex = _sex(view, idea)
        self._is_said_sex = bool(_WOMAN.search(idea.ask))
        self._row = _row(self._answer, f"{idea.ask} {self._context}")
        nearby = role_in(near(view, self._answer))
        told_as = role_in(called(view, self._answer))
        self._role = self._row.kind if self._row else told_as or nearby or role_in(idea.ask)
        told = f"{idea.ask} {idea.sentence.text}"
        self._is_grave = _GRAVE.search(told) is not None
        self._is_sure = bool(self._row or nearby) or idea.kind == "role"
        if self._is_said_sex and not self._row and "actress" in idea.ask:
            self._role = told_as = "actor"
        self._is_told = bool(self._row or told_as) or idea.kind in ("role", "quote")
        self._where = self._row.where if self._row else _where(view, self._context)

    def others(self, seed: int) -> Iterator[str]:
        """Candidates in order."""
        inside = self._inside()
        strange = [one for one in inside if self._is_strange(one)]
        inside = [one for one in inside if one not in strange]
        alike = [one for one in inside if self._is_alike(one)]
        if not self._row and self._role in _LEADING:
            alike = []
        rest = [one for one in inside if one not in alike]
        outside = list(self._outside(seed))
        if self._row and self._row.kind in _TEAMS:
            own = [one for one in alike if one in self._row.names]
            yield from own
            yield from outside if len(own) < WANTED else ()
        yield from alike
        if self._idea.kind == "quote" or not self._is_sure:
            yield from rest
            if not self._row and self._role in _GENERAL:
                # Nobody knows him: those of his own news are likelier than the famous.
                yield from (one for one in strange if self._is_near_enough(one))
            yield from outside
        else:
            yield from outside
            yield from rest
        if not self._role:
            # Anybody may have said a thing; but a jailed man stands beside no actor.
            is_said = self._idea.kind == "quote" and not self._is_grave
            yield from (one for one in strange if is_said or self._is_near_enough(one))
        elif not self._row and not self._is_grave and " " in self._answer:
            # Whoever speaks in public there may stand beside a politician whom nobody knows.
            yield from self._compatriots(seed) if world(self._role) == _POLITICS else ()

    def fits(self, name: str) -> bool:
        """False where a name tells its person to be of the other sex than the asked one."""
        if not self._sex:
            return True
        known = {row.sex for row in tables.rows_with(name, PEOPLE)} or _sexes(name)
        known = known or _told_sex(self._view, name)
        return self._sex in known or not (known or self._is_said_sex)

    def is_alone(self, name: str) -> bool:
        """True for a name of one word that is a whole one: "Madonna"."""
        return " " not in name and bool(tables.rows_with(name, PEOPLE))

    def short(self, name: str) -> str:
        """A person as the article calls him for short."""
        shorts = {
            whole: short for short, whole in self._view.names.full.items() if " " not in short
        }
        return shorts.get(name, name.split()[-1])

    def _inside(self) -> list[str]:
        """The article's people."""
        names = self._view.names
        others = (one for one in names.of_kind(OTHER) if " " in one and speaks(self._view, one))
        found = [*names.of_kind(PERSON), *others]
        people = [one for one in found if is_person(self._view, one) and _is_name(one)]
        full = [one for one in people if " " in one] or people
        words = set(self._answer.split())
        return [one for one in full if not words & set(one.split())]

    def _is_alike(self, name: str) -> bool:
        """True for somebody of the article in the same role."""
        if not self._role:
            return False
        if rows := tables.rows_with(name, PEOPLE):
            return any(row.kind == self._role for row in rows)
        return self._role not in _BY_COMPANY and role_in(near(self._view, name)) == self._role

    def _is_near_enough(self, name: str) -> bool:
        """True for somebody of another trade who is no politician, lawyer or actor."""
        known = {row.kind for row in tables.rows_with(name, PEOPLE)}
        roles = known or {role_in(called(self._view, name))}
        return not self._is_grave and _FAR.isdisjoint(world(one) for one in roles)

    def _is_strange(self, name: str) -> bool:
        """True for somebody of the article who is known to be of another part of public life."""
        known = {row.kind for row in tables.rows_with(name, PEOPLE)}
        roles = known or {role_in(f"{name} {called(self._view, name)}")}
        worlds = {world(role) for role in roles} - {""}
        return bool(worlds) and (not self._role or world(self._role) not in worlds)

    def _outside(self, seed: int) -> Iterator[str]:
        """Public figures of the same role, those of the same country first."""
        ask = self._idea.ask
        if not self._role or self._is_grave or not self._is_told:
            return
        if self._idea.kind == "role" and (_SHARED.match(ask) or self._role in _LEADING):
            yield from self._abroad() if self._row else ()
            return
        if not self._row and (self._role in _LEADING or " " not in self._answer):
            # Of what he is the president only the article knows; and a first name tells nothing.
            return
        own = [self._row] if self._row else []
        found = tables.nearest(tables.rows_of(self._role, PEOPLE), self._where)
        if self._role in _GENERAL:
            found = [row for row in found if row.where == self._where]
        for row in (*own, *(row for row in found if row not in own)):
            for name in of_his_time(self._answer, tables.turned(row.names, seed)):
                if tables.plain(name) != tables.plain(self._answer):
                    yield name

    def _compatriots(self, seed: int) -> Iterator[str]:
        for row in tables.rows_of("politician", PEOPLE):
            if row.where and row.where == self._where:
                yield from tables.turned(row.names, seed)

    def _abroad(self) -> Iterator[str]:
        """Who holds such an office elsewhere: a predecessor was right on another day."""
        if self._role not in _LEADING:
            founders = [row for row in tables.rows(PEOPLE) if row.kind.startswith("founder of ")]
            banned = {name for row in founders for name in row.names}
            rows = tables.rows_of(self._role, PEOPLE)
            yield from (name for row in rows for name in row.names if name not in banned)
            return
        rows = [row for row in tables.rows(PEOPLE) if row.kind in _LIKE[self._role]]
        near = [
            row
            for row in tables.nearest(rows, self._where)
            if row.where not in (self._where, _DISPUTED)
        ]
        near.sort(key=lambda row: tables.apart(row.where, self._where) > 1)
        seen: set[str] = set()
        for row in near:
            if row.where not in seen:
                seen.add(row.where)
                yield row.names[0]


_POLITICS, _SPORT = "politics", "sport"
_FAR = frozenset((_POLITICS, "law", "arts"))
_BY_COMPANY = frozenset(("technology chief", "security chief", "airline chief"))
"""Roles that a company's name tells, which stands near others as well."""
_DISPUTED = "TW"
"""Whose president is president of China as well, as some see it."""
_GENERAL = frozenset(("scientist", "lawyer", "politician", "business leader"))
"""Trades that tell no more than that: others of them must be of the same country."""
_HEADS_OF_STATE = frozenset(("president", "prime minister", "leader"))
_CROWNED = frozenset(("king", "monarch"))
_MINISTERS = ("foreign minister", "finance minister", "defence minister", "health minister")
_LIKE = {
    **dict.fromkeys(_HEADS_OF_STATE, _HEADS_OF_STATE),
    **dict.fromkeys(_CROWNED, _CROWNED),
} | {role: frozenset((role,)) for role in _MINISTERS}
_LEADING = frozenset(_LIKE)
"""Offices that every country has."""


def _is_name(name: str) -> bool:
    """True for what has the form of a person's name: no offices, no "of"."""
    return all(word[0].isupper() or word in _PARTICLES for word in name.split()) and not (
        set(name.split()) & _NO_NAMES
    )


_PARTICLES = listed("de da van von bin al la del der el le dos")
_NO_NAMES = frozenset(("CEO", "El", "La", "The", "Therapeutics", "Man", "Boy"))


def _row(name: str, context: str) -> Row | None:
    """The row of the table that a person stands in; of several the one that the context tells."""
    found = tables.rows_with(name, PEOPLE)
    if not found and " " not in name:
        whole = tables.surnames().get(name, ())
        found = tables.rows_with(whole[0], PEOPLE) if len(whole) == 1 else []
    found = [row for row in found if not row.kind.startswith("founder of ")]
    told = (row for row in found if tells(row.kind, context))
    return next(told, found[0] if found else None)


def _where(view: View, context: str) -> str:
    """The country that a context is about, else that of the article, else ""."""
    words = re.findall(r"[A-Z][\w.]+", context)
    for word in words:
        nation = gazetteer.by_demonym().get(word) or gazetteer.country(word)
        if nation:
            return nation.code
    codes = [
        nation.code
        for name in view.names.of_kind(COUNTRY)[:1]
        if (nation := gazetteer.country(name))
    ]
    return codes[0] if codes else ""


def _sex(view: View, idea: Idea) -> str:
    """The sex of whom is asked for, where the table or the question's own words tell; or ""."""
    answer = str(idea.answer)
    rows = tables.rows_with(answer, PEOPLE)
    known = {row.sex for row in rows} or _sexes(answer)
    if len(known) == 1:
        sex = next(iter(known))
        if rows and world(rows[0].kind) == _SPORT:
            return sex
        return sex if (_HERS if sex == "w" else _HIS).search(idea.ask) else ""
    for sex, pattern in (("w", _WOMAN), ("m", _MAN)):
        if not known and pattern.search(idea.ask):
            return sex
    near = re.search(rf"\b(?:Mrs|Ms|Miss) {re.escape(answer.split()[-1])}\b", view.article.plain)
    return "w" if near and _HERS.search(idea.ask) else ""


def _told_sex(view: View, name: str) -> set[str]:
    """What the article's words beside a name say of its bearer's sex."""
    plain = view.article.plain
    place = plain.find(name)
    while place >= 0:
        behind = plain[place + len(name) : place + len(name) + _BESIDE]
        if _TOLD_WOMAN.match(behind):
            return {"w"}
        if plain[max(place - _BESIDE, 0) : place].rstrip().endswith(("brother", "his son")):
            return {"m"}
        place = plain.find(name, place + 1)
    return set()


_BESIDE = 50
_TOLD_WOMAN = re.compile(
    r", (?:\d\d, )?(?:the|an?|her|his|its|their) (?:[\w-]+ ){0,2}(?:actress|\w+woman|queen)\b"
)


def _sexes(name: str) -> set[str]:
    """What a first name says of its bearer's sex."""
    first = name.split()[0]
    return set(_first_names().get(first, ()))


@lru_cache(maxsize=1)
def _first_names() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in tables.rows(PEOPLE):
        for name in row.names:
            first = name.split(" ", 1)[0]
            found[first] = found.get(first, frozenset()) | {row.sex}
    return found
