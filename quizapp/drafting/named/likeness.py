"""What a name says of its own kind, for options of one kind: a bank beside banks."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.words import FIRST_NAMES
from quizapp.drafting.ideas import View

_BODIES = {
    word: kind
    for kind, words in {
        "bank": "Bank Reserve",
        "school": "University College Institute School",
        "company": "Inc Corp Ltd Company Airlines Airways Motors Technologies Holdings Industries",
        "office": "Ministry Department Agency Administration Office Bureau Authority",
        "body": "Council Committee Commission Board Assembly Parliament Senate Congress",
        "press": "Times Post Herald Journal Guardian Telegraph Tribune",
        "bloc": "Union Organisation Organization Alliance League Association Nations",
        "party": "Party Movement",
        "team": "Team Club United",
        "museum": "Museum Archive Gallery",
    }.items()
    for word in words.split()
}


def body(name: str) -> str:
    """What kind of body a name says it is, or ""."""
    words = re.split(r"\s(?:of|for)\s", name)[0].split()
    return next((_BODIES[word] for word in (words[-1], words[0]) if word in _BODIES), "")


def is_person(view: View, name: str) -> bool:
    """True where something besides capitals tells that a name is a person's."""
    words = name.split()
    plain = view.article.plain
    if words[-1] in _THINGS or _stands(plain, words[-1].lower(), _WORD):
        return False
    if _employs(plain, name):
        return False
    if words[0] in FIRST_NAMES or view.names.titles.get(name):
        return True
    if len(words) == 1:
        return name in view.names.full
    return _stands(plain, name, _CALLED) or _stands(plain, words[-1], _ACTS, not_behind=words[-2])


def speaks(view: View, name: str) -> bool:
    """True where somebody of that name says something, or is told of as nothing else is."""
    words = name.split()
    is_whole = not is_thing(name) and all(word[0].isupper() for word in words)
    return is_whole and words[-1] not in _THINGS and _stands(view.article.plain, name, _SPEAKS)


def is_thing(name: str) -> bool:
    """True for a name of no known kind that begins as a person's: a ship's, or a film's."""
    return name.split()[0] in FIRST_NAMES


def _stands(plain: str, text: str, behind: re.Pattern[str], *, not_behind: str = "") -> bool:
    """True where `text` is a word of `plain` with that behind it."""
    place = plain.find(text)
    while place >= 0:
        before = plain[max(place - 1, 0) : place]
        is_whole = bool(not_behind) and plain[:place].endswith(f"{not_behind} ")
        if not before.isalnum() and not is_whole and behind.match(plain, place + len(text)):
            return True
        place = plain.find(text, place + 1)
    return False


def _employs(plain: str, name: str) -> bool:
    """True for a firm that people work at: "analysts at Societe Generale"."""
    place = plain.find(f" at {name}")
    while place >= 0:
        if plain[max(place - _LONGEST, 0) : place].lower().endswith(_STAFF):
            return True
        place = plain.find(f" at {name}", place + 1)
    return False


_STAFF = ("analysts", "analyst", "economists", "economist", "strategists", "strategist", "traders")
_LONGEST = max(map(len, _STAFF))
_THINGS = frozenset(
    (
        "Review",
        "Age",
        "News",
        "Report",
        "Prize",
        "World",
        "Week",
        "Day",
        "Letters",
        "Series",
        "Sites",
        "Prix",
    )
)
_DOES = (
    r"(?:said|says|told|wrote|added|won|ran|scored|called|became|thinks|led|headed|took|missed|kept"
    r"|made|had|met|signed|visited|put|beat|set|came|finished|described)\b"
)
_WORD = re.compile(r"(?!\w)")
_ACTS = re.compile(rf"(?:'s)?\s{_DOES}")
_SPEAKS = re.compile(
    r"(?:,\s(?:\d\d,|who\b|whose\b|[A-Z][\w-]+'s\s)|\s(?:said|says|told|wrote|added|thinks|believes)\b)"
)
_CALLED = re.compile(rf",\s(?:\d\d|an?|the|who|whose|of|[A-Z][\w-]+'s)\b|\s(?:{_DOES}|who\b)")
