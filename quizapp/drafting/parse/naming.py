"""Questions on the names of a parsed clause: which one did it, whom, in which city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.ideas import Idea
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, PERSON, PLACE, Name
from quizapp.drafting.parse.names import asked_name
from quizapp.drafting.parse.parts import Part, Stated
from quizapp.drafting.parse.trees import Word, path_to, text_of, top_of, words_within
from quizapp.drafting.parse.verbs import HELD
from quizapp.drafting.parse.wording import Asking

_FEWEST = 3
LOCATIVE = frozenset(("in", "at", "near", "off"))
PLACED = LOCATIVE | {"from", "to", "into", "through", "across", "on"}
_PREPOSED = {
    PERSON: frozenset(("by", "with", "to", "for", "from", "against", "after")),
    ORG: frozenset(("by", "with", "to", "for", "from", "against", "at")),
    **dict.fromkeys((CITY, COUNTRY, PLACE), PLACED | {"with", "by", "against", "for"}),
}
_ANY = PLACED | {"by", "with", "against", "for", "under", "after", "over"}
_JOINED = frozenset(("conj", "cc", "preconj"))
_NOT_MOVED = frozenset(("attr", "xcomp", "advcl", "ccomp", "acomp", "oprd", "appos"))
_ONE_OF_A_KIND = re.compile(
    r"the\s(?!same)|[\w'-]+'s\s|\w+ (?:\w+ )?(?:in|at|on|from) [A-Z]|a (?:region|\w+ of)\s"
)


def subject_ideas(asking: Asking) -> Iterator[Idea]:
    """Which one did it, where a name is the whole subject."""
    stated, phrasing = asking.stated, asking.phrasing
    for name in asking.names:
        words = words_within(stated.subject, asking.span(name))
        if not words or top_of(words) != stated.head or not _ends(stated, words[-1], name):
            continue
        before = [one for one in stated.subject if one.i <= words[-1].i]
        asked = asked_name(name, before, words, asking.nouns)
        rest = phrasing.said(stated.clause.rest)
        fewest = _FEWEST - (rest.startswith("the ") and stated.clause.verb != "")
        if asked and len(rest.split()) >= fewest and _is_asked_for(asking, name, asked):
            ask = f"{asked} {phrasing.predicate()} {rest}{phrasing.context()}{phrasing.dated()}"
            yield asking.of_name("who", ask, name, 0.7)
        return


def _ends(stated: Stated, last: Word, name: Name) -> bool:
    """True where a name ends its subject, but for where a person is from."""
    behind = [one for one in stated.subject if one.i > last.i]
    is_from = bool(behind) and behind[0].lower_ in ("of", "from") and len(behind) <= 4
    return not behind or (name.kind == PERSON and is_from)


def _is_asked_for(asking: Asking, name: Name, asked: str) -> bool:
    """False where one name is not all that did it, or what it is tells of many."""
    clause = asking.stated.clause
    if clause.verb in HELD or (name.kind == CITY and not clause.passive):
        # Who only plans or hopes is seldom worth knowing; a capital stands for a government.
        return False
    is_one = name.kind != PERSON and clause.rest.startswith("the ")
    if asking.stated.verb.dep_ == "appos" and not is_one:
        # A person's office is asked for by its own rule.
        return False
    if clause.verb:
        return True
    is_one = _ONE_OF_A_KIND.match(clause.rest) is not None
    return is_one and f" {asked.split()[-1]} " not in f" {clause.rest} "


def name_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """Whom or what the names in `part` are asked for with."""
    for name in asking.names:
        yield from _named(asking, part, name)


def _named(asking: Asking, part: Part, name: Name) -> Iterator[Idea]:
    words = words_within(part.words, asking.span(name))
    top = top_of(words) if words else None
    if top is None or _is_joined(top) or top.dep_ not in ("pobj", "dobj", "dative", "attr"):
        return
    nominal = _nominal(part, top, words[-1])
    asked = asked_name(name, nominal, words, asking.nouns)
    tail = _tail(part, words[-1])
    path = path_to(top, part.head)
    if not asked or tail is None or (not path and top != part.head):
        return
    if len(path) <= 1:
        ask = _moved(asking, part, nominal, asked, name, tail)
        if ask:
            yield asking.of_name("front" if path else "object", ask, name, 0.74)
    elif not tail:
        yield from _nested(asking, part, top, nominal, asked, name)


def _nominal(part: Part, top: Word, last: Word) -> list[Word]:
    """The words of the phrase that a name stands in, up to the name's end."""
    inside = {one.i for one in top.subtree if one.i <= last.i}
    return [one for one in part.words if one.i in inside]


def _is_joined(word: Word) -> bool:
    return word.dep_ == "conj" or any(one.dep_ in _JOINED for one in word.children)


def _tail(part: Part, last: Word) -> str | None:
    """What follows a name in its part and can stand alone: a place; None where it cannot."""
    behind = [one for one in part.words if one.i > last.i]
    if not behind:
        return ""
    is_place = behind[0].dep_ == "prep" and behind[0].lower_ in (*LOCATIVE, "to", "from", "with")
    return text_of(behind) if is_place else None


def _moved(
    asking: Asking, part: Part, nominal: list[Word], asked: str, name: Name, tail: str
) -> str:
    """The clause as a question with `part` in front; "" where that is not safe."""
    prep = text_of([one for one in part.words if one.i < nominal[0].i]).lower()
    if part.head.dep_ in _NOT_MOVED or (prep and prep not in _PREPOSED.get(name.kind, _ANY)):
        return ""
    if _is_paired(asking, prep):
        return ""
    return asking.fronted(part, f"{prep} {_as_object(asked)}".strip(), tail)


def _is_paired(asking: Asking, prep: str) -> bool:
    """True for a preposition that belongs to another: "from ... to", "with X as minister"."""
    clause = asking.stated.clause
    if prep == "with":
        return clause.passive
    return prep == "to" and re.search(r"\bfrom\b", clause.rest) is not None


def _as_object(asked: str) -> str:
    return "whom" if asked == "who" else asked


def _nested(
    asking: Asking, part: Part, top: Word, nominal: list[Word], asked: str, name: Name
) -> Iterator[Idea]:
    """A name inside a phrase of `part`: the place of an object, or the last words of all."""
    prep = top.head
    if part.words[-1] != nominal[-1] or prep.dep_ != "prep":
        return
    is_object = part.head.dep_ == "dobj" and prep.head == part.head
    before = [one for one in part.words if one.i < prep.i]
    if is_object and prep.lower_ in LOCATIVE and before:
        kept = text_of(before)
        others = [one for one in asking.stated.parts if one is part or not one.aside]
        rest = " ".join(kept if one is part else one.text for one in others)
        ask = asking.fronted_with(f"{prep.lower_} {asked}", rest)
        if ask:
            yield asking.of_name("front", ask, name, 0.66)
    elif part is asking.stated.parts[-1] and not part.aside:
        before = [one for one in part.words if one.i < nominal[0].i]
        ask = asking.in_place(part, f"{text_of(before)} {_as_object(asked)}")
        yield asking.of_name("front", ask, name, 0.54)
