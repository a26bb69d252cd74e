"""A small gazetteer of our own: countries, capitals, demonyms, organisations between states.

Names and capitals are the map's (after GeoNames, geonames.org, CC BY 4.0, and Natural Earth,
public domain) with those of nations.tsv beside them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quizapp import atlas
from quizapp.atlas.world import read_table

_WITH_ARTICLE = frozenset(
    ("AE", "BS", "CD", "CF", "CG", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US")
)

ORGANISATIONS = {
    "United Nations": "UN",
    "European Union": "EU",
    "North Atlantic Treaty Organisation": "NATO",
    "African Union": "AU",
    "Association of Southeast Asian Nations": "ASEAN",
    "World Health Organisation": "WHO",
    "World Trade Organisation": "WTO",
    "International Monetary Fund": "IMF",
    "World Bank": "World Bank",
    "Shanghai Cooperation Organisation": "SCO",
    "Arab League": "Arab League",
    "Organisation of the Petroleum Exporting Countries": "OPEC",
    "Organisation for Economic Co-operation and Development": "OECD",
    "International Atomic Energy Agency": "IAEA",
    "Collective Security Treaty Organisation": "CSTO",
    "Eurasian Economic Union": "EAEU",
    "Commonwealth of Independent States": "CIS",
}


class Nation(NamedTuple):
    """A country with its names and its capital; "" where who holds one is in dispute."""

    code: str
    name: str
    capital: str
    region: str
    demonyms: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The name as it stands in a sentence."""
        return f"the {self.name}" if self.code in _WITH_ARTICLE else self.name


@lru_cache(maxsize=1)
def nations() -> dict[str, Nation]:
    """Every country by its code."""
    found = {
        row[0]: Nation(row[0], row[2], row[3].removesuffix(", D.C."), row[6], (), ())
        for row in read_table(Path(atlas.__file__).with_name("countries.tsv"))
    }
    for row in read_table(Path(__file__).with_name("nations.tsv")):
        code, demonyms, others, name, capital, region = (*row, *[""] * (6 - len(row)))
        known = found.get(code) or Nation(code, name, capital, region, (), ())
        found[code] = known._replace(
            demonyms=tuple(filter(None, demonyms.split(";"))),
            others=tuple(filter(None, others.split(";"))),
        )
    return found


@lru_cache(maxsize=1)
def by_name() -> dict[str, Nation]:
    """Countries by every name."""
    return {name: nation for nation in nations().values() for name in (nation.name, *nation.others)}


@lru_cache(maxsize=1)
def by_demonym() -> dict[str, Nation]:
    """Countries by what their people and things are called."""
    return {word: nation for nation in nations().values() for word in nation.demonyms}


@lru_cache(maxsize=1)
def by_capital() -> dict[str, Nation]:
    """Countries by their capital, under the names that news use."""
    found = {nation.capital: nation for nation in nations().values() if nation.capital}
    for other, code in (("Kiev", "UA"), ("Delhi", "IN"), ("Washington", "US")):
        found[other] = nations()[code]
    return found


def country(text: str) -> Nation | None:
    """The country that `text` names, with or without "the"."""
    return by_name().get(text.removeprefix("the ").removeprefix("The "))


@lru_cache(maxsize=1)
def group_of() -> dict[str, tuple[str, ...]]:
    """The places that belong together, by each of their names."""
    groups = read_table(Path(__file__).with_name("place_groups.tsv"))
    cities = read_table(Path(__file__).with_name("places.tsv"))
    found = {
        name: tuple(row[2:])
        for row in reversed(cities)
        if row[0] == "city"
        for name in row[2:]
        if name not in _ALSO_NAMES
    }
    return found | {name: tuple(row) for row in groups for name in row}


_ALSO_NAMES = frozenset(
    (
        *("David", "Elizabeth", "Regina", "Santos", "Split", "Darwin", "Derby", "Hull", "Lincoln"),
        *("Buffalo", "Perm", "Hue", "Cali", "Kingston", "Frederick", "Irving", "Bend", "Mobile"),
        *("Everett", "Paterson", "Augusta", "Mesa", "Reno", "Salem", "Bath", "Henderson", "Camden"),
        *("Boulder", "Medford", "Norfolk", "Vík", "Goa", "Macon", "Jos", "Essen", "Princeton"),
    )
)
"""Cities whose names mean something else as often."""


_ACTORS = frozenset(
    (
        "technology company",
        "browser",
        "news organisation",
        "space agency",
        "car maker",
        "aircraft maker",
        "airline",
        "planet",
        "university",
        "oil company",
        "bank",
        "central bank",
        "chip maker",
        "defence company",
        "mining company",
        "pharmaceutical company",
        "security company",
    )
)
"""The kinds of bodies that a question names: "Which airline ...?"."""


@lru_cache(maxsize=1)
def things() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What kind of thing a name is of, and the others of that kind."""
    rows = read_table(Path(__file__).with_name("bodies.tsv"))
    found = [(row[0], tuple(row[2:])) for row in rows if row[0] in _ACTORS]
    return {name: row for row in reversed(found) for name in row[1]}


_KNOWN = (
    "AE AF AM AO AR AT AU AZ BD BE BG BO BR BY CA CH CI CL CM CN CO CR CU CZ DE DK DO DZ "
    "EC EG ES ET FI FR GB GE GH GR GT HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KP "
    "KR KW KZ LB LK LY MA MM MX MY NG NL NO NP NZ OM PA PE PH PK PL PT PY QA RO RS RU RW "
    "SA SD SE SG SK SN SY TH TN TR TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW "
)
"""Countries that news speak of most: likelier options than their small neighbours."""


_WEIGHTS = {
    code: weight
    for weight, codes in enumerate(
        (
            "US CN",
            "JP DE IN GB FR RU",
            "IT BR CA KR AU ES MX ID TR SA NL CH",
            "PL TW BE SE AR IE NO AE IL TH SG DK PH MY ZA EG VN IR AT NG PK UA GR PT FI",
            "CZ RO NZ BD CO CL HU IQ KZ QA PE DZ KE MA SK ET EC DO GT TZ GH UZ CU VE LK IS KP",
        )
    )
    for code in codes.split()
}
_LIGHT, _REMOTE, _WEIGHING = 5, 1.4, 1.1
_ODD = frozenset(("KP", "AF", "SY", "VA", "SS", "SO", "LI", "AD", "MC", "SM", "LY", "YE"))
"""Countries that stand alone in the news: seldom likely beside others."""


def weight(code: str) -> int:
    """How much a country weighs in the world, roughly: 0 for the greatest, 5 for a small one."""
    return _WEIGHTS.get(code, _LIGHT)


@lru_cache(maxsize=32)
def alike(nation: Nation) -> list[Nation]:
    """Other countries, those first that lie near and weigh as much."""
    words = frozenset(nation.region.split()) & _PARTS
    return sorted(
        (one for one in nations().values() if one.code != nation.code),
        key=lambda one: (_unlikeness(nation, one, words), one.code not in _KNOWN, one.name),
    )


def _unlikeness(nation: Nation, other: Nation, parts: frozenset[str]) -> float:
    is_near = nation.region == other.region
    apart = 0.0 if is_near else 2.0 if parts.isdisjoint(other.region.split()) else 1.0
    own = weight(nation.code)
    # Great powers stand beside each other wherever they lie.
    far = apart * (_REMOTE if own > _GREAT else 1 / _REMOTE)
    odd = 2.0 if other.code in _ODD and nation.code not in _ODD else 0.0
    return far + _WEIGHING * abs(weight(other.code) - own) + odd


_PARTS = frozenset(("Asia", "Europe", "Africa", "America", "Oceania"))
_GREAT = 1


@lru_cache(maxsize=1)
def _themes() -> dict[str, tuple[str, ...]]:
    rows = read_table(Path(__file__).with_name("themes.tsv"))
    return {word: tuple(codes.split()) for words, codes in rows for word in words.split()}


def of_theme(words: frozenset[str], nation: Nation) -> list[Nation]:
    """The countries that come to mind beside one where a sentence has such words."""
    themes = _themes()
    for word in sorted(words & themes.keys()):
        if nation.code in themes[word]:
            return [nations()[code] for code in themes[word] if code != nation.code]
    return []


def nearby(nation: Nation) -> list[Nation]:
    """Other countries, those of the same region first, by name."""
    words = set(nation.region.split()) & {"Asia", "Europe", "Africa", "America", "Oceania"}
    return sorted(
        (one for one in nations().values() if one.code != nation.code),
        key=lambda one: (
            one.region != nation.region,
            -len(words & set(one.region.split())),
            one.code not in _KNOWN,
            one.name,
        ),
    )
