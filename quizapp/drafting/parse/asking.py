"""Every question that a parsed clause gives.

A part is asked for as a whole: it moves to the front with the word that asks, and the rest of the
clause stays as it is. What is nested deeper is asked for only where it ends the question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.speech import Report
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.parse.naming import name_ideas, subject_ideas
from quizapp.drafting.parse.numbers import clock_ideas, number_ideas, time_ideas
from quizapp.drafting.parse.parts import Stated
from quizapp.drafting.parse.things import POINTING, cause_ideas, list_ideas, thing_ideas
from quizapp.drafting.parse.trees import Word
from quizapp.drafting.parse.wording import Asking, asking_of
from quizapp.drafting.text.article import Sentence

_MOST = 26
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def tree_ideas(
    view: View, sentence: Sentence, clause: Stated, told: Report, nouns: dict[str, str]
) -> Iterator[Idea]:
    """Every question that the parts of one clause give.

    `nouns` tells what things of a name are: "Dali" is a "ship".
    """
    asking = asking_of(view, sentence, clause, told, nouns)
    is_short = len(clause.clause.rest.split()) <= _MOST
    if is_short and _is_told(asking) and asking.is_whole:
        for idea in _ideas(asking):
            yield idea._replace(maker="parser")


def _is_told(asking: Asking) -> bool:
    """True where the subject says what the clause is about."""
    words = asking.stated.subject
    first = words[0].lower_
    if not _is_named(asking.stated.head) or _points_back(asking.stated):
        return False
    if asking.stated.head.dep_ == "expl":
        return str(first) == "there"
    return first not in POINTING and not (_YEAR.match(first) and words[0].tag_ == "CD")


def _is_named(head: Word) -> bool:
    """False for a subject without a noun of its own: "29", "the strongest", "author and critic"."""
    children = list(head.children)
    if head.tag_ in ("CD", "JJS", "JJR", "JJ", "DT"):
        return any(one.dep_ == "relcl" for one in children)
    is_joined = any(one.dep_ == "conj" for one in children)
    has_article = any(one.dep_ in ("det", "poss", "nummod", "amod") for one in children)
    return has_article or not is_joined or head.tag_ != "NN"


def _points_back(stated: Stated) -> bool:
    """True where "that door" stands for one that was told of before."""
    words = (one for part in stated.parts for one in part.words)
    return any(one.dep_ == "det" and one.lower_ in _BACK for one in words)


_BACK = frozenset(("this", "that", "these", "those", "such"))


def _ideas(asking: Asking) -> Iterator[Idea]:
    yield from subject_ideas(asking)
    for part in asking.stated.parts:
        yield from name_ideas(asking, part)
        yield from number_ideas(asking, part)
        yield from time_ideas(asking, part)
        yield from clock_ideas(asking, part)
        yield from cause_ideas(asking, part)
        yield from list_ideas(asking, part)
        yield from thing_ideas(asking, part)
    for part in asking.stated.fronts:
        yield from time_ideas(asking, part)
        yield from clock_ideas(asking, part)
