"""Flags: what an author should doubt about a draft before anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.question import Prompt, Question, QuestionId, TextAnswer, TopicId
from quizapp.drafting.drafts import Flag
from quizapp.drafting.gazetteer import by_capital, country
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.names import PERSON
from quizapp.drafting.pointing import pointed_at
from quizapp.drafting.pool import Pool
from quizapp.drafting.sound import resolved_year
from quizapp.drafting.times import find_times
from quizapp.drafting.words import listed
from quizapp.packs.checking.lint_wording import wording_remarks
from quizapp.packs.checking.passages import without_quotations

_LEAD = re.compile(r"Fill the gap(?:, (?=according))?(?: as of [^:]*)?(?:: )?|^As of \d[^,]*, ")
WHICH = ": which?"
"""Behind the words of a flag "vague" that are named nowhere in the question."""
_LONG_ASK = 30
_LONG_ANSWER = 7
_FEWEST_WORDS = 7
_FEW = 3
_PRONOUN = re.compile(
    r"(?<!Which of )\b(?:he|she|they|it|him|them|I|we|us|you|this|these|those|there|here"
    r"|another)\b(?!\s+(?:was|is) reported)",
    re.IGNORECASE,
)
_STATES = re.compile(r"\bUS\b")
_OWNED = re.compile(r"\b(?:his|her|their|its|our|my|your)\b", re.IGNORECASE)
_NOUNS = listed(
    """company firm group summit meeting talks agency country region government team club game
    match season study report paper researcher researchers scientist scientists author authors
    bill law plan deal agreement project programme program system event plane aircraft ship
    vessel storm earthquake quake attack incident accident crash fire victim victims man woman
    patient suspect official officials authorities police organisation organization movement
    party exam exams vehicle rocket spacecraft mission area city town village state service
    services site play film show album book move decision change changes measure measures
    figure figures number result results outbreak disease virus disaster process issue
    president minister leader leaders bloc alliance member members bank university school
    museum festival tournament series race election vote search user users technology device
    devices test tests trial case court judge language total other others people pair sides
    building centre center foundation store stores fund campaign operation battle war conflict
    industry market sector policy programme budget"""
)
_BEFORE_NOUN = "new|two|three|other|missing|same|final|first|second|third|entire|proposed|whole"
_VAGUE = re.compile(
    rf"\b(?:the|this|that|these|those|its|another)\s+(?:(?:{_BEFORE_NOUN})\s+)?"
    rf"(?:{'|'.join(sorted(_NOUNS))})\b"
    r"(?!\s+(?:of|in|for|at|on|between|that|with|from|by|to)\s+(?:the\s+)?[A-Z\"\u201c])"
    r"(?!['\u2019]s?\s+[A-Z])(?!\s+[A-Z])"
)
_DATED = re.compile(
    r"\b(?:in|on|as of|by|until|since) (?:\d{1,2} )?(?:(?:early|late) |mid-)?"
    r"(?:[A-Z][a-z]+ )?\d{4}\b"
    r"|^According to [^,]+,"
)
_GARBLED = re.compile(
    r"[a-z]\.[a-z]{1,2}\s|\b(\w{3,})\s+\1\b|\s,\s*,|\?\s*[a-z]|\bof of\b|\bthe the\b"
    r"|\.\.\s|\?\?|\([\s,]|\(\(|\s-\s(?:-|on\b)|[a-z] (?:In|On|At|From) (?:the|a|an) "
)
_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|supposed(?:ly)?|apparently|purported(?:ly)?|believed to|thought to"
    r"|said to be|rumou?r\w*|claims?|claimed|accus\w+|alleg\w+|boasts?|denounc\w+|likely|seems?"
    r"|appears? to|suggest(?:s|ed)?|may|might|could|expected|bet|best guess)\b"
)
_STATE = re.compile(
    r"\b(?:only|largest|highest|biggest|holds?|owns?|leads?|says?|has said|sells?"
    r"|is (?:to|based|led)|are to|recommended|one of)\b"
)
_CUT_OFF = re.compile(
    r"\bby \u2019s\b|\b(?:at|in) \d{1,2}[?.]$|\s(?:the|an?|of|and|or|than|with|only \w+ years)[?.]$"
    r"|\b[Ii]n whom\b|\bof whom year|\b(?:at|into) whom\b|\bthe (?:India|Russia|China)\u2019s"
    r"|,\s(?:reached|landed|won|went|took|made|gave|came)\s"
)
_RULES = {
    "undated-word": "relative-time",
    "undated-office": "as-of",
    "no-as-of": "as-of",
    "unattributed": "claim",
}


def flags_of(view: View, idea: Idea, wrong: int, pool: Pool) -> tuple[Flag, ...]:
    """Every doubt about an idea that has so many wrong options, each flag once."""
    found: dict[str, Flag] = {}
    for flag in _flags(view, idea, wrong, pool):
        found.setdefault(flag.name, flag)
    return tuple(found.values())


def _flags(view: View, idea: Idea, wrong: int, pool: Pool) -> Iterator[Flag]:
    yield from (Flag(*doubt) for doubt in idea.doubts)
    if place := pool.same(idea.ask, idea.answer):
        yield Flag("duplicate", place)
    plain = without_quotations(idea.ask.replace("'", "\u2019"))
    plain = _LEAD.sub("", re.sub("\u201c[^\u201d]*\u201d", " ", plain))
    yield from _of_wording(view, idea, plain)
    yield from _of_sentence(idea)
    if year := resolved_year(idea):
        yield Flag("resolved", f"{year}: the sentence does not say the year")
    if (
        idea.kind == "gap"
        and not idea.said_by
        and _STATE.search(plain)
        and not _DATED.search(plain)
    ):
        yield Flag("as-of", "it may be otherwise by now")
    if wrong < _FEW:
        yield Flag("few-wrong", str(wrong))
    if idea.changes and view.today is None:
        yield Flag("as-of")
    if len(idea.ask.split()) > _LONG_ASK or (
        len(str(idea.answer).split()) > _LONG_ANSWER
        and idea.of != "list"
        and not isinstance(idea.answer, tuple)
    ):
        yield Flag("long", f"{len(idea.ask.split())} words")


def _of_wording(view: View, idea: Idea, plain: str) -> Iterator[Flag]:
    for time in find_times(plain, None):
        if time.relative or (time.loose and time.text != "still"):
            yield Flag("relative-time", time.text)
    yield from _of_references(idea, plain)
    if city := _acting_capital(plain):
        yield Flag("vague", f"{city}: the city or its government?")
    for remark in wording_remarks(_question(view, idea), english=True):
        if remark.rule in _RULES:
            yield Flag(_RULES[remark.rule], _hit(remark.message))


def _of_references(idea: Idea, plain: str) -> Iterator[Flag]:
    """What points at something that the question does not name."""
    plain = _STATES.sub("America", plain)
    owned = next((one for one in _OWNED.finditer(plain) if not _is_led_to(plain, one)), None)
    pronoun = next((one for one in _PRONOUN.finditer(plain) if not _is_led_to(plain, one)), None)
    if pronoun:
        yield Flag("pronoun", pronoun[0])
    elif (
        owned
        and not plain.startswith("By ")
        and not _owner(plain[: owned.start()])
        and not _is_of_asked(plain, owned.start())
    ):
        yield Flag("pronoun", owned[0])
    if match := _VAGUE.search(plain):
        yield Flag("vague", match[0])
    elif found := pointed_at(plain):
        yield Flag("vague", f"{found}{WHICH}")
    elif _names_nothing(idea, plain) and not pronoun:
        yield Flag("vague", "nothing is named")
    elif _has_no_occasion(idea, plain):
        yield Flag("vague", NO_OCCASION)
    elif len(idea.ask.split()) < _FEWEST_WORDS and idea.kind in ("who", "object", "gap"):
        yield Flag("vague", "short: say when or where")


def _is_of_asked(plain: str, at: int) -> bool:
    """True where "his" can only be that of the one who is asked for: "Who lost his passport?"."""
    asked = _ASKED_FOR.match(plain)
    return asked is not None and not re.search(r"(?<!^)\b[A-Z]", plain[asked.end() : at])


_ASKED_FOR = re.compile(
    r"(?:According to [^,]+, )?(?:who|which (?:country|organisation|of these))"
    r"\s(?!(?:did|does|do)\b)",
    re.IGNORECASE,
)


def _is_led_to(plain: str, match: re.Match[str]) -> bool:
    """True where a clause behind its own main one begins with the pronoun: "said that they"..."""
    before = plain[: match.start()]
    leads = _LEADS.search(before)
    return leads is not None and len(before[: leads.start()].split()) > 1


_LEADS = re.compile(
    r"\b(?:that|because|among|within|most of|some of|many of|half of|percentage of|whether)\s+$"
)
NO_OCCASION = "say on what occasion"


def _has_no_occasion(idea: Idea, plain: str) -> bool:
    if idea.of != PERSON or idea.kind not in ("who", "object", "front") or _DATED.search(plain):
        return False
    return not idea.said_by and len(re.findall(r"\s(?:[A-Z][\w.-]*\s?)+", plain)) < _FEWEST_NAMES


_FEWEST_NAMES = 2


def _names_nothing(idea: Idea, plain: str) -> bool:
    """True where a question holds no name that says what it is about."""
    if "\u201c" in idea.ask:
        return False
    return not re.search(r"(?<!: )\b[A-Z]", _DATED.sub(" ", plain)[1:])


def _owner(before: str) -> bool:
    return bool(re.search(r"[a-z] [A-Z]", before))


def _acting_capital(plain: str) -> str:
    for match in re.finditer(
        r"(?:^|\b(?:did|does|has|had|have|will|would|between|and|against|with|says?|said)\s)([A-Z]\w+)\b",
        plain,
    ):
        if match[1] in by_capital() and not country(match[1]):
            return match[1]
    return ""


def _of_sentence(idea: Idea) -> Iterator[Flag]:
    text = idea.sentence.text
    if match := _GARBLED.search(text) or _GARBLED.search(idea.ask) or _CUT_OFF.search(idea.ask):
        yield Flag("garbled", match[0].strip())
    elif text.count("(") != text.count(")") or idea.ask.count("(") != idea.ask.count(")"):
        yield Flag("garbled", "a bracket stands alone")
    if not idea.said_by and idea.kind not in ("role", "acronym", "quote"):
        hedge = _HEDGE.search(re.sub(r"\"[^\"]*\"", " ", text)) if idea.kind != "list" else None
        if hedge and hedge[0] != "May":
            yield Flag("claim", hedge[0])


def _question(view: View, idea: Idea) -> Question:
    """The idea as a question, as the checks of packs read one."""
    return Question(
        id=QuestionId("draft"),
        topic=TopicId("draft"),
        prompts=(Prompt(idea.ask, TextAnswer(str(idea.answer))),),
        said_by=idea.said_by,
        as_of=view.today if idea.changes else None,
    )


def _hit(message: str) -> str:
    match = re.search(r'says "([^"]*)"|\("([^"]*)"\)', message)
    return (match[1] or match[2]) if match else ""
