"""What stands beside a place or a body: by the tables, by the article, by the name's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.likeness import body
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, PLACE
from quizapp.drafting.named.tables import BODIES, PLACES, Row
from quizapp.drafting.options.other_places import STATES

_HEADS = {
    word: kind
    for kind, words in {
        "university": "University College",
        "museum": "Museum Gallery",
        "hospital": "Hospital Clinic",
        "party": "Party",
        "bank": "Bank",
        "foundation": "Foundation Charities",
        "festival": "Festival",
        "prize": "Prize",
        "marathon": "Marathon",
        "airline": "Airlines Airways",
        "river": "River",
        "lake": "Lake",
        "hurricane": "Hurricane",
        "typhoon": "Typhoon",
        "sea": "Sea",
        "canal": "Canal",
        "cape": "Cape",
        "strait": "Strait Channel",
        "gulf": "Gulf",
        "bay": "Bay",
        "bridge": "Bridge",
        "dam": "Dam",
        "airport": "Airport",
        "mountain": "Mount",
        "mountain range": "Mountains",
        "desert": "Desert",
        "peninsula": "Peninsula",
        "national park": "Park",
        "stadium": "Stadium Arena",
        "county": "County",
        "governorate": "Governorate",
        "proving ground": "Range Base",
        "basin": "Basin",
        "treaty": "Treaty Protocol Accords",
        "telescope": "Telescope",
        "government department": "Ministry",
        "church": "Church",
        "journal": "Letters Proceedings",
    }.items()
    for word in words.split()
}
"""What a name is that ends, or begins, with such a word and stands in no table."""


def known_beside(view: View, idea: Idea, seed: int) -> Iterator[str]:
    """Names of the same kind: the article's, then those beside it in the tables, then others."""
    answer = str(idea.answer).removeprefix("the ")
    first, second = (PLACES, BODIES) if idea.of in (PLACE, CITY) else (BODIES, PLACES)
    yield from _elsewhere(answer)
    land = _land_asked(idea.ask)
    for table in (first, second):
        if not (found := _of_the_kind(view, idea, table)):
            continue
        inside = [name for name in _all_names(view) if _is_beside(name, found[0], table)]
        if land and any(row.where == land for row in found):
            found = [row for row in found if row.where == land]
            inside = [name for name in inside if any(name in row.names for row in found)]
        yield from _formed(inside, answer)[:_FROM_ARTICLE]
        for row in found:
            names = (name for name in tables.turned(row.names, seed) if name != _EMPTY)
            yield from _formed(names, answer)
        return


def _land_asked(ask: str) -> str:
    """The country in which the question asks for a thing: "which university in Sweden"."""
    match = _IN_LAND.search(ask)
    nation = gazetteer.country(match["land"]) if match else None
    return nation.code if nation else ""


_IN_LAND = re.compile(
    r"\b[Ww]h(?:ich|at) (?:[a-z-]+ ){1,3}in (?:the )?(?P<land>[A-Z]\w+(?: [A-Z]\w+)*)"
)


def _formed(names: Iterable[str], answer: str) -> list[str]:
    """Those of the answer's form first: letters beside letters."""
    own = _form(answer)
    return sorted(names, key=lambda name: _form(name) != own)


def _is_beside(name: str, row: Row, table: str) -> bool:
    """True for a name of the article that may stand beside those of a row."""
    rows = [one for one in tables.rows_with(name, table) if one.kind == row.kind]
    if row.kind == _PRESS or (table == PLACES and row.kind != _CAPITAL):
        return any(one.where == row.where for one in rows)
    return bool(rows)


_PRESS, _EMPTY = "news organisation", "Antarctica"
_FROM_ARTICLE = 5
"""So many of the article's own are looked at, the answer and its sentence's among them."""


def _of_the_kind(view: View, idea: Idea, table: str) -> list[Row]:
    """The rows of the answer's kind, the nearest first; none where its kind is not known."""
    answer = str(idea.answer).removeprefix("the ")
    if table == PLACES and (state := _state_behind(idea)):
        return [row for row in tables.rows_of("city", PLACES) if row.where == state]
    found = [one for one in tables.rows_with(answer, table) if _is_meant(idea, answer, one)]
    if found:
        home = min(found, key=lambda row: _strangeness(view, idea, row))
        rows = tables.nearest(tables.rows_of(home.kind, table), home.where)
        if home.kind in _LOCAL and home.where:
            rows = [row for row in rows if row.where == home.where]
        return [home, *(row for row in rows if row != home)]
    kind = _kind_by_words(answer)
    if not kind:
        return []
    where = _country_of(view, idea)
    rows = tables.nearest(tables.rows_of(kind, table), where)
    return [row for row in rows if row.where == where] if kind in _LOCAL else rows


def _is_meant(idea: Idea, answer: str, row: Row) -> bool:
    """False where a word that is also a river's or a star's name means something else."""
    if row.kind not in _WITH_THE or " " in answer:
        return True
    return re.search(rf"\bthe (?:\w+ )?{re.escape(answer)}\b", idea.sentence.text) is not None


_WITH_THE = frozenset(("river", "sea", "ocean", "moon", "star", "constellation", "rock"))


_LOCAL = frozenset(
    (
        *("court", "national park", "museum", "hospital"),
        *("party", "county", "stadium", "government department"),
    )
)
"""Kinds whose others of another country nobody thinks of."""
_CUES = {
    "phone maker": re.compile(
        r"\b(?:i?[Pp]hones?|iPads?|handsets?|smartphones?|chargers?|charging)\b"
    ),
    "chip maker": re.compile(r"\b(?:chips?|processors?|semiconductors?|GPUs?)\b"),
    "social network": re.compile(r"\b(?:posts?|posted|tweets?|users|followers|hashtag)\b"),
    "diamond company": re.compile(r"\bdiamonds?\b"),
    "engine maker": re.compile(r"\bengines?\b"),
    "weather service": re.compile(r"\b(?:hurricanes?|storms?|forecast\w*)\b"),
}
"""Words that tell which of its trades a firm is spoken of in."""


def _strangeness(view: View, idea: Idea, row: Row) -> tuple[bool, bool, bool, int, bool]:
    """How little a row suits a question and its article: the least is meant."""
    named = sum(name in view.names.counts for name in row.names)
    codes = {
        nation.code for one in view.names.of_kind(COUNTRY) if (nation := gazetteer.country(one))
    }
    return (
        f" {row.kind}" not in idea.ask,
        not (row.kind in _CUES and _CUES[row.kind].search(idea.sentence.text)),
        (row.kind == _CAPITAL) != (idea.of == CITY),
        -named,
        row.where not in codes,
    )


_CAPITAL = "capital"


def _state_behind(idea: Idea) -> str:
    """The US state that stands behind the gap, as the tables have it: "..., Florida"."""
    match = _BEHIND_GAP.search(idea.ask)
    return _STATE_CODES.get(match["state"], "") if match else ""


_BEHIND_GAP = re.compile(r"\u2026, (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)")
_STATE_CODES = {
    "California": "US-CA",
    "Texas": "US-TX",
    "Florida": "US-FL",
    "New Jersey": "US-NJ",
    "New York": "US-NY",
    "Pennsylvania": "US-PA",
    "Ohio": "US-OH",
    "Michigan": "US-MI",
    "Maryland": "US-MD",
    "Louisiana": "US-LA",
    "Massachusetts": "US-MA",
    "Oregon": "US-OR",
    "Virginia": "US-VA",
    "Colorado": "US-CO",
    "Washington": "US-WA",
    "Illinois": "US-IL",
    "Georgia": "US-GA",
    "Nevada": "US-NV",
    "Arizona": "US-AZ",
    "New Mexico": "US-NM",
    "Utah": "US-UT",
    "Minnesota": "US-MN",
    "Tennessee": "US-TN",
    "Alabama": "US-AL",
}


def _kind_by_words(name: str) -> str:
    words = re.split(r"\s(?:of|for|in)\s", name)[0].split()
    if len(name.split()) == 1:
        return ""
    if words[-1] == "Court":
        return "court" if _TRIBUNALS & set(words) else ""
    if words[-1] in _HEADS:
        return _HEADS[words[-1]]
    return _HEADS[words[0]] if words[0] in _IN_FRONT else ""


_TRIBUNALS = listed(
    "Supreme High Crown District Circuit Constitutional Criminal Appeal Appeals Federal County"
)
"""What a court of law has in its name; others are built round, or played on."""
_IN_FRONT = frozenset(("Lake", "Mount", "Cape", "Hurricane", "Typhoon"))


def _country_of(view: View, idea: Idea) -> str:
    """The country that a sentence, or else its article, is about."""
    for text in (idea.sentence.text, view.article.plain[:_START]):
        for word in re.findall(r"[A-Z][\w.]+", text):
            nation = gazetteer.by_demonym().get(word) or gazetteer.country(word)
            if nation:
                return nation.code
            if group := gazetteer.group_of().get(word):
                return "US" if STATES in group else ""
    return ""


_START = 1500


def _form(name: str) -> tuple[bool, bool, bool]:
    return name.isupper(), name.startswith("University of "), " " in name


def _all_names(view: View) -> list[str]:
    """Everything that the article names, the most frequent first."""
    return sorted(view.names.counts, key=lambda name: -view.names.counts[name])


def alike_by_name(view: View, idea: Idea) -> Iterator[str]:
    """Names that say of themselves to be of the same kind."""
    answer = str(idea.answer)
    if idea.of == ORG:
        known = gazetteer.ORGANISATIONS
        kind = body(answer)
        yield from (one for one in view.names.of_kind(ORG) if kind and body(one) == kind)
        if answer in known.values():
            yield from known.values()
        elif answer in known:
            yield from known
    elif " " in answer and len(answer.split()[-1]) >= _SHORTEST:
        last = answer.split()[-1]
        yield from (one for one in _all_names(view) if one.split()[-1] == last)


_SHORTEST = 4


def _elsewhere(name: str) -> Iterator[str]:
    """The same body of other states or cities: "Ohio Department of Transportation"."""
    for place, body_ in _halves(name):
        if body_ in _OF_STATES and place in _states():
            yield from (f"{one} {body_}" for one in _states())
        elif body_ in _OF_CITIES:
            for row in tables.rows_with(place, PLACES):
                yield from (f"{one} {body_}" for one in row.names)


def _halves(name: str) -> Iterator[tuple[str, str]]:
    """A name cut in two at each of its spaces."""
    for match in re.finditer(" ", name):
        yield name[: match.start()], name[match.end() :]


def _states() -> tuple[str, ...]:
    return gazetteer.group_of()[STATES]


_OF_STATES = frozenset(
    (
        "Department of Transportation",
        "Department of Health",
        "Department of Education",
        "Supreme Court",
        "National Guard",
        "State Police",
        "State University",
        "Senate",
        "House of Representatives",
    )
)
_OF_CITIES = frozenset(
    (
        *("Police Department", "Fire Department", "City Council", "Police", "Cathedral"),
        *("Crown Court", "Magistrates' Court", "Magistrates Court", "County Court"),
    )
)
