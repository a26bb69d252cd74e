"""Flags: what an author should doubt about a draft before anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.question import Prompt, Question, QuestionId, TextAnswer, TopicId
from quizapp.drafting.doubting.references import DATED, references
from quizapp.drafting.doubting.sound import resolved_year
from quizapp.drafting.drafts import Flag
from quizapp.drafting.grammar.times import find_times
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.gazetteer import by_capital, country
from quizapp.drafting.options.pool import Pool
from quizapp.packs.checking.lint_wording import wording_remarks
from quizapp.packs.checking.passages import without_quotations

_LEAD = re.compile(r"Fill the gap(?:, (?=according))?(?: as of [^:]*)?(?:: )?|^As of \d[^,]*, ")
_LONG_ASK = 30
_LONG_ANSWER = 7
_FEW = 3
_GARBLED = re.compile(
    r"[a-z]\.[a-z]{1,2}\s|\b(\w{3,})\s+\1\b|\s,\s*,|\?\s*[a-z]|\bof of\b|\bthe the\b"
    r"|\.\.\s|\?\?|\([\s,]|\(\(|\s-\s(?:-|on\b)|[a-z] (?:In|On|At|From) (?:the|a|an) "
)
_HEDGE = re.compile(
    r"\b(?:allegedly|reportedly|supposed(?:ly)?|apparently|purported(?:ly)?|believed to|thought to"
    r"|said to be|rumou?r\w*|claims?|claimed|accus\w+|alleg\w+|boasts?|denounc\w+|likely|seems?"
    r"|appears? to|suggest(?:s|ed)?|may|might|could(?! not)|expected(?! that)|bet|best guess)\b"
)
_THINKS = re.compile(
    r"\b(?:thinks?|believes?|estimates?|expects?|hopes?|fears?|warns?|warned|argues?|argued"
    r"|predicts?|predicted|feared|hoped|believed|estimated) that\b"
)
_STATE = re.compile(
    r"\b(?:only|largest|highest|biggest|holds?|owns?|leads?|says?|has said|sells?"
    r"|is (?:to|based|led)|are to|recommended|one of)\b"
)
_PAST = re.compile(r"\b(?:had|was|were|did|would)\b")
_CUT_OFF = re.compile(
    r"\bby \u2019s\b|\b(?:at|in) \d{1,2}[?.]$|\s(?:the|an?|of|and|or|than|with|only \w+ years)[?.]$"
    r"|\b[Ii]n whom\b|\bof whom year|\b(?:at|into) whom\b|\bthe (?:India|Russia|China)\u2019s"
    r"|,\s(?:reached|landed|won|went|took|made|gave|came)\s"
)
_LONG_AGO = re.compile(r"\b(?:million|billion|thousand|than an?) years? (?:ago|before|earlier)\b")
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
        known = found.setdefault(flag.name, flag)
        if flag.name == "resolved" and flag.about not in known.about:
            # Each thing that was put in is to be looked at.
            found[flag.name] = Flag(flag.name, f"{known.about}; {flag.about}")
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
        and not _PAST.search(plain)
        and not DATED.search(plain)
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
    # "In August" at the front is a time as "in August" is.
    plainer = plain[:1].lower() + plain[1:]
    for time in find_times(plainer, None):
        if plainer[time.end :].startswith(" \u2026"):
            continue
        if time.relative or (time.loose and time.text != "still"):
            yield Flag("relative-time", time.text)
    yield from references(view, idea, plain)
    if city := _acting_capital(plain):
        yield Flag("vague", f"{city}: the city or its government?")
    for remark in wording_remarks(_question(view, idea), english=True):
        if remark.rule in _RULES and not _LONG_AGO.search(plain):
            yield Flag(_RULES[remark.rule], _hit(remark.message))


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
    is_told = idea.said_by or _THINKS.search(idea.ask)
    if not is_told and idea.kind not in ("role", "acronym", "quote"):
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
