"""Questions on lists whose parts are counted: "Four countries, namely Chad, Ghana and others"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.figures import COUNT, Figure, find_figures
from quizapp.drafting.grammar.speech import report
from quizapp.drafting.grammar.statements import starts_weakly
from quizapp.drafting.ideas import Idea, View, absolute, capital, lowered, tidy
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import COUNTRY
from quizapp.drafting.text.article import Sentence

_LISTED = re.compile(
    r"(?P<lead>:|,\s(?:namely|that\sis)|\s\u2013)\s(?P<list>[^,:;()\"]{2,50}(?:,\s[^,:;()\"]{2,50}){0,7}?"
    r",?\sand\s[^,:;()\"]{2,50}?)(?P<after>,|\s\u2013|\.?$)"
)
_FEWEST, _MOST = 2, 9
_LONGEST_ITEM = 6


def counted_list_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """What belongs to a number of things that `sentence` counts and lists in full."""
    text = sentence.text
    if text.endswith("?") or sentence.inside or '"' in text:
        return
    told = report(text)
    match = _LISTED.search(text, told.start)
    if match is None or told.unsure or starts_weakly(text[told.start :]):
        return
    head, after = text[told.start : match.start()], text[match.end("list") : told.end]
    figure = _counted(head, at_end=match["lead"] != ":")
    items = _items(match["list"], figure.value) if figure else ()
    is_end = match["after"] in (".", "")
    if figure is None or not items or is_end == (match["lead"] == ", namely" and bool(after)):
        return
    ask = (
        f"{head[: figure.start]}which {figure.text.lower()}{head[figure.end :]}{after.lstrip(',')}"
    )
    ask = absolute(view, ask).strip(" ,.:")
    ask = f"According to {told.who}, {lowered(ask)}?" if told.who else f"{capital(ask)}?"
    start, end = (sentence.start + at for at in match.span("list"))
    kind = COUNTRY if all(gazetteer.country(item) for item in items) else "list"
    answer = tuple(map(tidy, items))
    yield Idea("list", tidy(ask), answer, kind, sentence, start, end, said_by=told.who, worth=0.85)


def _counted(head: str, *, at_end: bool) -> Figure | None:
    """The number whose things are listed behind `head`; `at_end` where they must end it."""
    found = [
        one
        for one in find_figures(head[:1].lower() + head[1:])
        if one.kind == COUNT and one.noun and _FEWEST <= one.value <= _MOST and not one.about
    ]
    if not found or (at_end and found[-1].noun_end < len(head.rstrip())):
        return None
    return found[-1]


def _items(text: str, count: float) -> tuple[str, ...]:
    """The items of a list, where they are as many as it says."""
    last = re.sub(r",\sand\s", ", ", text)
    for parts in (last.split(", "), re.split(r",\s|\sand\s", last)):
        items = tuple(part.strip() for part in parts)
        if len(items) == count and all(0 < len(one.split()) <= _LONGEST_ITEM for one in items):
            return items
    return ()
