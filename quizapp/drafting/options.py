"""Wrong options: of the answer's kind, out of the article, other packs or the gazetteer.

Rather none than one of another kind or one that may be right. The same draft gets the same
options; chance comes from the draft's id.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, timedelta

from quizapp.drafting import gazetteer
from quizapp.drafting.acronyms import expansions
from quizapp.drafting.ideas import Idea, View, tidy
from quizapp.drafting.likeness import body, is_person
from quizapp.drafting.names import CITY, COUNTRY, ORG, OTHER, PERSON, PLACE
from quizapp.drafting.pool import Pool
from quizapp.packs.checking.aliases import canonical

WANTED = 3
_MONEY = re.compile(r"(?P<sign>\D*?)(?P<number>[\d,]+(?:\.\d+)?)(?P<rest>.*)$", re.DOTALL)


def wrong_options(view: View, idea: Idea, pool: Pool, seed: int) -> tuple[str | int | float, ...]:
    """Up to three wrong options for `idea`."""
    if idea.of in ("given", "text"):
        return idea.wrong
    if isinstance(idea.answer, tuple):
        return _for_list(idea)
    if idea.of == "expansion":
        return tuple(expansions(str(idea.answer), seed))
    if idea.of == "date":
        return _days(str(idea.answer), seed)
    if idea.of == "year":
        return _years(int(idea.answer), view, seed)
    if idea.of == "money":
        return _amounts(str(idea.answer), seed)
    if isinstance(idea.answer, (int, float)):
        return _numbers(idea, seed)
    return _names(view, idea, pool, seed)


def _for_list(idea: Idea) -> tuple[str, ...]:
    if idea.of != COUNTRY or not isinstance(idea.answer, tuple):
        return ()
    inside = [nation for item in idea.answer if (nation := gazetteer.country(item))]
    codes = {nation.code for nation in inside}
    near = [
        one for nation in inside for one in gazetteer.nearby(nation)[:6] if one.code not in codes
    ]
    counted = sorted(set(near), key=lambda one: (-near.count(one), one.name))
    return tuple(one.name for one in counted[: WANTED + 1])


# Names


def _names(view: View, idea: Idea, pool: Pool, seed: int) -> tuple[str, ...]:
    answer = str(idea.answer)
    mentioned = _mentioned(view, idea)
    if idea.of == COUNTRY:
        return _countries(view, answer, mentioned, seed)
    if group := gazetteer.group_of().get(answer):
        return _turned(
            [one for one in group if canonical(one) not in mentioned and one != answer], seed
        )
    if idea.of == CITY:
        return _cities(answer, mentioned)
    if idea.of == PLACE and not _shape(answer):
        # Rather none: a town, a valley and a continent are no choice.
        return ()
    if answer in gazetteer.things():
        return _things(view, answer, mentioned, seed)
    found = _alike(view, idea, view.names.of_kind(idea.of))
    if idea.kind == "role":
        found += _leaders(idea)
    if idea.of == PERSON:
        found += pool.names(idea.of)
    return _picked(answer, [one for one in found if _is_other(one, answer, mentioned)])


def _things(view: View, answer: str, mentioned: set[str], seed: int) -> tuple[str, ...]:
    """Others of the same kind, those that the article names first."""
    known = gazetteer.things()
    kind, group = known[answer]
    inside = [one for one in view.names.of_kind(ORG) if one in known and known[one][0] == kind]
    shift = seed % len(group)
    others = [*inside, *group[shift:], *group[:shift]]
    return _picked(answer, [one for one in others if _is_other(one, answer, mentioned)])


def _alike(view: View, idea: Idea, found: list[str]) -> list[str]:
    """Those of the article's names of one kind that look like the answer."""
    answer = str(idea.answer)
    if idea.of == PERSON:
        people = [one for one in found if is_person(view, one)]
        full = [one for one in people if " " in one] or people
        full = [one for one in full if answer not in one.split()]
        if " " in answer:
            return full
        shorts = {whole: short for short, whole in view.names.full.items() if " " not in short}
        return [shorts.get(one, one.split()[-1]) for one in full]
    if idea.of == ORG:
        known = gazetteer.ORGANISATIONS
        more = list(known.values()) if answer in known.values() else list(known) * (answer in known)
        kind = body(answer)
        return [*(one for one in found if kind and body(one) == kind), *more]
    if idea.of == OTHER:
        last = answer.split()[-1]
        return [one for one in found if " " in answer and one.split()[-1] == last]
    return [one for one in found if _shape(one) == _shape(answer)]


def _leaders(idea: Idea) -> list[str]:
    """Who led other countries, where a country's leader is asked for."""
    asked = next(
        (
            one
            for one in gazetteer.nations().values()
            if f"of {one.spoken}" in idea.ask and re.search(rf"\bof {one.spoken}\b", idea.ask)
        ),
        None,
    )
    if asked is None:
        return []
    near = [asked, *gazetteer.nearby(asked)]
    order = {nation.code: at for at, nation in enumerate(near)}
    rows = [(order[code], name) for code, name in gazetteer.leaders() if code != asked.code]
    names = [name for _, name in sorted(rows)]
    return names if " " in str(idea.answer) else [name.split()[-1] for name in names]


def _turned(found: list[str], seed: int) -> tuple[str, ...]:
    shift = seed % max(len(found), 1)
    return tuple((found[shift:] + found[:shift])[:WANTED])


def _mentioned(view: View, idea: Idea) -> set[str]:
    """What the sentence and the question name, which no wrong option may."""
    inside = {view.names.whole(one) for one in view.names_in(idea.sentence)}
    if idea.of == PERSON and idea.kind in ("quote", "role"):
        inside = set()
    return {canonical(name) for name in inside} | {
        canonical(part) for part in re.findall(r"[A-Z]\w+", idea.ask)
    }


def _is_other(name: str, answer: str, mentioned: set[str]) -> bool:
    if canonical(name) in mentioned or canonical(name) == canonical(answer):
        return False
    ours, theirs = set(answer.lower().split()), set(name.lower().split())
    return not ours & theirs - {"of", "the", "and", "for"}


def _picked(answer: str, found: Iterable[str]) -> tuple[str, ...]:
    """The first three that name different things."""
    seen = {canonical(answer)}
    picked: list[str] = []
    for one in found:
        if canonical(one.removeprefix("The ")) not in seen and len(one) <= 3 * len(answer) + 20:
            seen.add(canonical(one.removeprefix("The ")))
            picked.append(tidy(one))
        if len(picked) == WANTED:
            break
    return tuple(picked)


def _countries(view: View, answer: str, mentioned: set[str], seed: int) -> tuple[str, ...]:
    nation = gazetteer.country(answer)
    if nation is None:
        return ()
    inside = [
        known.name
        for one in view.names.of_kind(COUNTRY)
        if (known := gazetteer.country(one)) and canonical(one) not in mentioned
    ]
    near = [
        one.name for one in gazetteer.nearby(nation)[:9] if canonical(one.name) not in mentioned
    ]
    shift = seed % 3
    return _picked(answer, [*inside[:2], *near[shift:], *near[:shift]])


def _cities(answer: str, mentioned: set[str]) -> tuple[str, ...]:
    nation = gazetteer.by_capital().get(answer)
    if nation is None:
        return ()
    near = [one.capital for one in gazetteer.nearby(nation)[:12] if one.capital]
    return _picked(answer, [one for one in near if canonical(one) not in mentioned])


def _shape(name: str) -> str:
    last = name.split()[-1]
    return (
        last
        if last
        in ("Sea", "Ocean", "River", "Lake", "Island", "Islands", "Park", "County", "Airport")
        else ""
    )


# Numbers and days


def _numbers(idea: Idea, seed: int) -> tuple[int | float, ...]:
    value = idea.answer
    if not isinstance(value, (int, float)):
        return ()
    top = 100.0 if idea.unit == "%" and value <= 100 else math.inf
    return tuple(_varied(float(value), seed, top=top, whole=isinstance(value, int)))


def _varied(
    value: float, seed: int, *, top: float = math.inf, whole: bool = True
) -> list[int | float]:
    """Three other numbers as round as `value`, which stands at any place among the four."""
    below = seed % 4
    step = _step(value, whole=whole)
    found: list[int | float] = []
    for place in (*range(-below, 0), *range(1, WANTED + 1 - below)):
        number = value + place * step
        found.append(round(number) if whole else round(number, 4))
    if min(found, default=0) <= 0 or max(found, default=0) >= top:
        ups = [value + k * step for k in (1, 2, 3) if value + k * step < top]
        downs = [value - k * step for k in (1, 2, 3) if value - k * step > 0]
        both = [*ups[: WANTED - min(len(downs), below)], *downs]
        found = [round(number) if whole else round(number, 4) for number in both[:WANTED]]
    return sorted(found)


def _step(value: float, *, whole: bool) -> float:
    """How far apart options lie: near enough to be plausible, far enough to be false."""
    if whole and value <= 12:
        return 1 if value <= 5 else 2
    rough = value * 0.17
    size = 10.0 ** math.floor(math.log10(rough))
    step = min((1, 2, 3, 5, 10), key=lambda one: abs(one * size - rough)) * size
    if whole and value >= 20 and value % 10 == 0:
        # A number of tens stands among numbers of tens.
        step = max(10.0, round(step / 10) * 10)
    elif whole and value % 5 == 0:
        step = max(5.0, round(step / 5) * 5)
    return max(1.0, round(step)) if whole else step


def _amounts(answer: str, seed: int) -> tuple[str, ...]:
    match = _MONEY.match(answer)
    if match is None:
        return ()
    number = match["number"].replace(",", "")
    digits = len(number.split(".")[1]) if "." in number else 0
    value = float(number)
    step = _step(value, whole=not digits)
    if digits:
        step = max(round(step, digits), 10.0**-digits)
    below = seed % 4
    picks = [value + k * step for k in (*range(-below, 0), *range(1, WANTED + 1 - below))]
    if min(picks) <= 0:
        picks = [value + step, value + 2 * step, value + 3 * step]
    return tuple(f"{match['sign']}{one:,.{digits}f}{match['rest']}" for one in sorted(picks))


def _years(year: int, view: View, seed: int) -> tuple[int, ...]:
    today = view.today.year if view.today else 9999
    step = 1 if abs(today - year) <= 5 else 2 if abs(today - year) <= 20 else 5
    below = seed % 4
    picks = [year + k * step for k in (*range(-below, 0), *range(1, WANTED + 1 - below))]
    if year <= today < max(picks):
        picks = [year - k * step for k in (1, 2, 3)]
    return tuple(sorted(picks))


def _days(answer: str, seed: int) -> tuple[str, ...]:
    day = date.fromisoformat(answer)
    step = (1, 2, 7)[seed % 3]
    below = (seed // 3) % 4
    days = [
        day + timedelta(days=k * step) for k in (*range(-below, 0), *range(1, WANTED + 1 - below))
    ]
    return tuple(one.isoformat() for one in sorted(days))
