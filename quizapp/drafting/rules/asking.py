"""Questions on plain clauses: who did it, to whom, when, where; and how many, by counting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.dates import date_text
from quizapp.drafting.grammar.clause import Clause
from quizapp.drafting.grammar.clauses import find_clauses
from quizapp.drafting.grammar.further import further_clauses
from quizapp.drafting.grammar.phrasing import Phrasing, is_condition
from quizapp.drafting.grammar.speech import Report, report
from quizapp.drafting.grammar.statements import is_whole
from quizapp.drafting.grammar.times import Time
from quizapp.drafting.grammar.words import REPORTING, listed, verbs
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, OTHER, PERSON, Name
from quizapp.drafting.rules.counting import counted_ideas, number_ideas
from quizapp.drafting.rules.fronting import fronted_ideas
from quizapp.drafting.rules.whereabouts import where_ideas
from quizapp.drafting.text.article import Sentence

_WHICH = {
    PERSON: "Who",
    COUNTRY: "Which country",
    ORG: "Which organisation",
    OTHER: "Which of these",
}
_WHOM = {PERSON: "Whom", COUNTRY: "Which country", CITY: "Which city", ORG: "Which organisation"}
_LESS = {ORG: 0.08, OTHER: 0.24}
_FEWEST_OTHERS = 5
_SHORTEST, _LONGEST = 3, 24
_LONGEST_CONDITION = 10
_PREPOSED = listed("since until by from for of through")
_NOT_OBJECT = re.compile(r"'s?\b|\s+(?:and|or)\b|\s*,|\s+[a-z]+s?\s+(?:to|of)\b|\s+to\s+[a-z]")
_BEHIND_OBJECT = re.compile(r"\s*(?:to|in|at|on|for|from|as|with|by|of|during|over|after|before)\b")


def clause_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """Every question that the plain clauses of `sentence` give."""
    text = sentence.text
    if not is_whole(text) or sentence.inside or text.count('"') % 2:
        return
    told = report(text)
    found = find_clauses(text, told.start, told.end, view.names.last_words)
    for clause in (*found, *further_clauses(view, sentence, told.start, told.end, found)):
        yield from ask_of(view, sentence, clause, told)


def ask_of(
    view: View, sentence: Sentence, clause: Clause, told: Report, maker: str = "lexical"
) -> Iterator[Idea]:
    """Every question that one clause gives."""
    if clause.rest.count('"') % 2 or clause.subject.count('"') % 2:
        return
    if is_condition(clause.intro) and len(clause.intro.split()) > _LONGEST_CONDITION:
        return
    if sentence.text.count('"', 0, clause.rest_span[0]) % 2:
        # What somebody says in quotation marks is no fact of the article's own.
        return
    phrasing = Phrasing(view, sentence, clause, told)
    for idea in _ideas(phrasing):
        yield idea._replace(maker=maker)


def _ideas(phrasing: Phrasing) -> Iterator[Idea]:
    clause = phrasing.clause
    # "Is" alone cannot be turned round safely; an unlisted verb has no known base.
    if clause.verb and (clause.aux or clause.base):
        yield from number_ideas(phrasing)
        yield from _when(phrasing)
        yield from where_ideas(phrasing)
        yield from _whom(phrasing)
        if not _reports(clause):
            yield from fronted_ideas(phrasing)
    yield from counted_ideas(phrasing)
    yield from _who(phrasing)
    yield from _whose(phrasing)


def _who(phrasing: Phrasing) -> Iterator[Idea]:
    """Who, or which country or organisation, is the subject."""
    clause = phrasing.clause
    begin = clause.subject_span[0]
    span = (begin, begin + len(phrasing.bare_subject))
    name = phrasing.view.name_at(phrasing.sentence, span)
    rest = phrasing.said(phrasing.rest)
    if name and clause.aux in ("are", "were", "have"):
        # A plural verb behind one name tells that others belong to the subject.
        return
    if phrasing.told.unsure and _SELF.search(rest):
        # What somebody unnamed holds of others and "himself" is not about the subject.
        return
    if name is None or not _is_asked_for(phrasing, name) or not _is_telling(clause, rest):
        return
    doubts = [*phrasing.doubts]
    first = rest.split()[0]
    if phrasing.also or (not clause.verb and first not in ("the", "a", "an")):
        doubts.append(("several-answers", "also" if phrasing.also else first))
    whole = phrasing.view.names.whole(name)
    yield phrasing.idea(
        "who",
        f"{_which(name)} {phrasing.predicate()} {rest}{phrasing.context()}{phrasing.dated()}",
        whole,
        name.kind,
        name.start,
        name.end,
        accept=_accept(whole, name.kind),
        doubts=tuple(doubts),
        worth=0.62 - 0.01 * max(len(rest.split()) - 10, 0) - _LESS.get(name.kind, 0),
    )


_SELF = re.compile(r"\b(?:him|her|it|them)sel(?:f|ves)\b")


def _whose(phrasing: Phrasing) -> Iterator[Idea]:
    """Whose the subject is, where a name's possessive begins it."""
    clause, text = phrasing.clause, phrasing.bare_subject
    rest = phrasing.said(phrasing.rest)
    begin = phrasing.sentence.start + clause.subject_span[0]
    for name in phrasing.view.names_in(phrasing.sentence):
        match = _OWNS.match(phrasing.sentence.text, name.end - phrasing.sentence.start)
        lead = phrasing.sentence.text[clause.subject_span[0] : name.start - phrasing.sentence.start]
        if name.start < begin or name.kind not in _OWNER or not match:
            continue
        if lead.strip().lower() not in ("", "the") or not _is_telling(clause, rest):
            return
        owned = text[name.end - begin + match.end() - match.start() :].strip()
        if not owned or not owned[0].islower() or "," in owned:
            return
        whole = phrasing.view.names.whole(name)
        ask = f"{_OWNER[name.kind]} {owned} {phrasing.predicate()} {rest}"
        yield phrasing.idea(
            "who",
            f"{ask}{phrasing.context()}{phrasing.dated()}",
            whole,
            name.kind,
            name.start,
            name.end,
            accept=_accept(whole, name.kind),
            worth=0.56,
        )
        return


_OWNS = re.compile(r"['\u2019]s?\s+")
_OWNER = {PERSON: "whose", COUNTRY: "which country's", ORG: "which organisation's"}


def _which(name: Name) -> str:
    """What asks for a name as a subject."""
    known = gazetteer.things().get(name.text)
    return f"Which {known[0]}" if known else _WHICH[name.kind]


def _is_asked_for(phrasing: Phrasing, name: Name) -> bool:
    """True where the subject is that name and at most a title or description before it."""
    if name.kind not in _WHICH:
        return False
    others = phrasing.view.names.of_kind(OTHER)
    if name.kind == OTHER and (name.text in by_demonym() or len(others) < _FEWEST_OTHERS):
        return False
    text = phrasing.bare_subject
    before = text[: len(text) - (name.end - name.start)]
    if re.search(r"\s(?:and|of|in)\s|'s\s", f" {before} "):
        return False
    return name.kind == PERSON or before.lower().strip() in ("", "the")


def _is_telling(clause: Clause, rest: str) -> bool:
    """True where the words behind the subject tell enough to find it by."""
    if not _SHORTEST <= len(rest.split()) <= _LONGEST:
        return False
    if not clause.verb and re.search(r"\b(?:his|her|their|its)\b", rest):
        return False
    if re.match(r"(?:\w+ )?(?:more|others?|another|so|it|them)\b", rest):
        return False
    is_report = clause.verb in REPORTING and not rest.startswith("that")
    return not is_report and clause.verb not in ("said", "says", "told", "added")


def _when(phrasing: Phrasing) -> Iterator[Idea]:
    clause = phrasing.clause
    if clause.aux in ("has", "have") or "since" in phrasing.rest.split() or _reports(clause):
        return
    for time in (*phrasing.times, phrasing.intro_time, phrasing.subject_time):
        if time is None or not _is_point(time, clause):
            continue
        if time in phrasing.times and _COMPARES.search(phrasing.rest[: time.start]):
            continue
        rest = phrasing.said(phrasing.rest, skip=time if time in phrasing.times else None)
        rest = _BACK.sub("", rest)
        if rest or clause.passive:
            yield _when_idea(phrasing, time, rest)


_COMPARES = re.compile(r"\b(?:than|unlike|compared|over|as)\s+(?:\S+\s+){0,3}$")
"""A year behind these is that of what is compared: "one more than France in 1984"."""


def _reports(clause: Clause) -> bool:
    """True where the rest is what somebody says, so that no part of it can be asked alone."""
    return clause.verb in REPORTING


_BACK = re.compile(
    r"(?:^back|(?:^|\s+)(?:way\s+back|early|late|only|just|exactly|[a-z]{4,}ally))+$"
)


def _is_point(time: Time, clause: Clause) -> bool:
    if time.text.split()[0].lower() in _PREPOSED:
        return False
    return bool(time.year or time.day) and not clause.present


def _when_idea(phrasing: Phrasing, time: Time, rest: str) -> Idea:
    clause, today = phrasing.clause, phrasing.view.today
    asked = "when" if time.day else "in which year"
    if time in phrasing.times:
        place = clause.rest_span[0] + time.start
    else:
        place = phrasing.sentence.text.find(time.text)
    start = phrasing.sentence.start + place
    # The day of the news itself is seldom worth remembering.
    is_news = bool(time.day and today and abs((today - time.day).days) < 4)
    return phrasing.idea(
        "date",
        f"{asked} {_simply(phrasing)} {rest}",
        time.day.isoformat() if time.day else time.year,
        "date" if time.day else "year",
        start,
        start + len(time.text),
        worth=0.42 if is_news else 0.5 if time.day else 0.66,
        changes=False,
        why=f"It was on {date_text(time.day)}." if time.day else "",
    )


def _simply(phrasing: Phrasing) -> str:
    """Helper, subject and verb; "had given up" is "did give up" where its own time is asked for."""
    clause = phrasing.clause
    forms = verbs().get(clause.verb)
    if clause.aux != "had" or clause.middle or forms is None or clause.verb != forms.participle:
        return phrasing.turned()
    return f"did {phrasing.subject} {forms.base}"


def _whom(phrasing: Phrasing) -> Iterator[Idea]:
    """Whom or what the verb's object names, where it stands right behind the verb."""
    clause = phrasing.clause
    if clause.passive:
        return
    begin = phrasing.sentence.start + clause.rest_span[0]
    lead = 4 if phrasing.rest.startswith("the ") else 0
    for name in phrasing.view.names_in(phrasing.sentence):
        if name.start != begin + lead or name.kind not in _WHOM:
            continue
        rest = phrasing.rest[name.end - begin :]
        is_object = _BEHIND_OBJECT.match(rest) and not _NOT_OBJECT.match(rest)
        if not is_object or len(rest.split()) < 2:
            return
        whole = phrasing.view.names.whole(name)
        yield phrasing.idea(
            "object",
            f"{_WHOM[name.kind]} {phrasing.inverted(phrasing.said(rest))}",
            whole,
            name.kind,
            name.start,
            name.end,
            accept=_accept(whole, name.kind),
            worth=0.55,
        )


def _accept(text: str, kind: str) -> tuple[str, ...]:
    words = text.split()
    return (words[-1],) if kind == PERSON and len(words) > 1 else ()
