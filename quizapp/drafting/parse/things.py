"""Questions on what has no name in a parsed clause: why it was, what was done, which countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea
from quizapp.drafting.named.names import COUNTRY
from quizapp.drafting.parse.naming import PLACED
from quizapp.drafting.parse.parts import Part
from quizapp.drafting.parse.trees import text_of, words_within
from quizapp.drafting.parse.wording import Asking

POINTING = listed(
    """this that these those they we i you there who both here today yesterday tomorrow tonight
    what which whose whoever many some others another such more most"""
)
"""Words in front that point at something which the clause does not tell."""
_CAUSES = frozenset(("because", "due", "owing", "thanks"))
_SHORTEST, _LONGEST_CAUSE, _LONGEST_THING = 3, 14, 8
_FEWEST_ASKED = 4
_FEWEST_LISTED = 2
_COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def cause_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """Why it was, where `part` gives the cause."""
    words = part.words
    first = words[0].lower_
    if first not in _CAUSES or not _SHORTEST <= len(words) <= _LONGEST_CAUSE:
        return
    if (first != "because" and words[1].lower_ not in ("to", "of")) or part.inner:
        return
    if not asking.stated.clause.verb or part.head.dep_ == "acomp":
        return
    ask = asking.fronted(part, "why")
    if len(ask.split()) >= _FEWEST_ASKED:
        yield _of_text(asking, part, "why", ask, 0.5)


def _of_text(asking: Asking, part: Part, kind: str, ask: str, worth: float) -> Idea:
    start, text = asking.base + part.words[0].idx, part.text
    return asking.phrasing.idea(kind, ask, text, "text", start, start + len(text), worth=worth)


def thing_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """What the object is, where it is a thing without a name."""
    words, head = part.words, part.head
    if head.dep_ != "dobj" or head.tag_ not in ("NN", "NNS") or asking.stated.head.tag_ != "NNP":
        return
    if not _SHORTEST <= len(words) <= _LONGEST_THING or _is_vague(part):
        return
    ask = asking.fronted(part, "what")
    if len(ask.split()) > _FEWEST_ASKED + 1:
        yield _of_text(asking, part, "what", ask, 0.4)


def _is_vague(part: Part) -> bool:
    """True for a thing that only points at something, or whose extent is not sure."""
    if any(one.dep_ == "prep" and one.lower_ != "of" for one in part.words):
        return True
    tags = {one.tag_ for one in part.words}
    return part.words[0].lower_ in POINTING or bool(tags & {"PRP", "PRP$", "CD"})


def list_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """Which countries, where `part` lists some."""
    names = [one for one in asking.names if words_within(part.words, asking.span(one))]
    if not _FEWEST_LISTED <= len(names) < len(_COUNTED):
        return
    first, last = asking.span(names[0])[0], asking.span(names[-1])[1]
    between = part.words[0].doc.text[first:last]
    items = re.split(r",\s(?:and\s)?|\sand\s", between)
    is_last = part.words[-1].idx + len(part.words[-1].text) == last
    if any(one.kind != COUNTRY for one in names) or not is_last or len(items) != len(names):
        return
    prep = text_of([one for one in part.words if one.idx < first]).lower() if first else ""
    if " or " in between or (prep and prep not in PLACED | {"with", "by"}):
        return
    ask = asking.fronted(part, f"{prep} which {_COUNTED[len(items)]} countries".strip())
    if ask:
        answer = tuple(one.text for one in names)
        place = (names[0].start, names[-1].end)
        yield asking.phrasing.idea("list", ask, answer, COUNTRY, *place, worth=0.6)
