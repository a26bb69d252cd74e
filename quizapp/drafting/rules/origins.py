"""Questions on what is said of a name in passing: when it began, and what it is of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, PLACE, Name
from quizapp.drafting.text.article import Sentence

_BEGUN = re.compile(
    r"(?:\s\([^)]{0,200}\))?,?\s(?:(?:which|who)\swas\s)?"
    r"(?P<verb>founded|established|created|formed|built|opened|signed|born|launched|set up)\s"
    r"(?P<where>in\s(?!\d)[A-Z]\w+(?:\s[A-Z]\w+)?\s)?in\s(?P<year>(?:1[5-9]|20)\d\d)\b"
)
_WHAT = re.compile(
    r",\s(?P<what>the\s(?:[a-z0-9'-]+\s){0,4}?(?:of|in)\s(?:the\s)?[A-Z][^,.;()\"]{2,50})(?=[,.])"
)
_UNIQUE = re.compile(
    r"^the\s(?:(?:\w+\s)?(?:capital|birthplace|home|seat|headquarters|founder|host|only|first|last"
    r"|\w+est)\b|most\s)"
)
_WHICH = {CITY: "city", COUNTRY: "country", ORG: "organisation", PLACE: "place"}


def origin_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """When something began, and what is the capital, the largest or the first of something."""
    if sentence.inside:
        return
    for name in view.names_in(sentence):
        end = name.end - sentence.start
        if match := _BEGUN.match(sentence.text, end):
            yield _begun(view, sentence, name, match)
        match = _WHAT.match(sentence.text, end)
        if match and name.kind in _WHICH and _UNIQUE.match(match["what"]):
            yield _is_what(view, sentence, name, match["what"])


def _begun(view: View, sentence: Sentence, name: Name, match: re.Match[str]) -> Idea:
    start = sentence.start + match.start("year")
    whole = view.the(view.names.whole(name))
    where = f" {match['where'].strip()}" if match["where"] else ""
    return Idea(
        "date",
        f"In which year was {whole} {match['verb']}{where}?",
        int(match["year"]),
        "year",
        sentence,
        start,
        start + 4,
        why=f"It was {match['verb']} in {match['year']}.",
        worth=0.86,
    )


def _is_what(view: View, sentence: Sentence, name: Name, what: str) -> Idea:
    changes = "capital" not in what
    verb = "was" if changes and view.today else "is"
    when = view.in_month if changes else ""
    return Idea(
        "what",
        f"Which {_WHICH[name.kind]} {verb} {what}{when}?",
        view.names.whole(name),
        name.kind,
        sentence,
        name.start,
        name.end,
        changes=changes,
        worth=0.84,
    )
