"""Author checks of wording: words that go out of date, offices, loaded words, punctuation.

The word lists are English, so they are used on packs whose language is English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizapp.core.question import Pack, Question
from quizapp.packs.checking.finding import Remark, Remarks
from quizapp.packs.checking.lexicon import Lexicon
from quizapp.packs.checking.passages import (
    Passage,
    pack_passages,
    question_passages,
    without_quotations,
)
from quizapp.packs.checking.spellings import CARDINALS
from quizapp.packs.words import word_list

_SPANS = ("year", "month", "week", "decade", "summer", "winter", "spring", "autumn")
_SPANS_FROM_NOW = [f"{way} {span}" for way in ("this", "last", "next", "past") for span in _SPANS]
_SPANS_AGO = [f"{span} ago" for span in ("years", "months", "weeks", "days", "decades", *_SPANS)]
_UNDATED = Lexicon(
    "now, nowadays, today, tonight, yesterday, tomorrow, currently, presently, recently, lately,"
    "recent, upcoming, current, at present, at the moment, so far, to date, these days, long ago,"
    + ",".join([*_SPANS_FROM_NOW, *_SPANS_AGO]),
    before={"to date": "up", "recent": "more most"},
    after={
        "at the moment": "of when that",
        "so far": "as away from apart",
        "to date": "from back the",
        "current": "account affairs",
        **dict.fromkeys(_SPANS_FROM_NOW, "of before in"),
    },
)
_NEWEST = Lexicon("newest, latest, youngest member", before={"latest": "the"})
"""Which is newest changes with time, unless as_of says when; "at the latest" is idiom."""

_OFFICE = (
    r"(?i:(?:prime |foreign |defen[cs]e |vice[- ]|acting |deputy )*"
    r"(?:president|premier|chancellor|minister|secretary[- ]general|general secretary"
    r"|chair(?:man|woman|person)?|spokes(?:man|woman|person)|supreme leader|head of state"
    r"|head of government|king|queen|emir|director(?:[- ]general)?))\b(?!['\u2019])"
)
_OFFICES = frozenset(
    (
        *("president", "premier", "chancellor", "minister", "secretary", "leader", "head"),
        *("chair", "chairman", "chairwoman", "chairperson", "king", "queen", "emir", "director"),
        *("spokesman", "spokeswoman", "spokesperson"),
    )
)
"""Every office has one of these words, which are found at less cost than the pattern."""
_OF_WHAT = r"(?:(?i:the|an?|its|his|their)\s+)?(?:[A-Z][\w'\u2019.-]*\s+){0,3}"
_NAME = r"(?!(?:How|Where|What|When|Why|Which|Who|Whose|It|This|That|There)\b)[A-Z][\w'\u2019-]+"
_IN_OFFICE = re.compile(
    rf"\b[Ww]ho(?:['\u2019]s| is)\s+{_OF_WHAT}{_OFFICE}"
    rf"|\b{_NAME}\s+is\s+(?:also\s+)?{_OF_WHAT}{_OFFICE}"
    rf"|\b{_OFFICE}\s+of\s+(?:the\s+)?(?:[A-Z][\w'\u2019-]*\s+){{1,4}}is\s+[A-Z]"
)
_AT_THE_TOP = Lexicon(
    "who leads, who heads, who chairs, who rules, who governs, which country chairs,"
    "which state chairs, has been in power, has been in office"
)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")

_LOADED = Lexicon(
    "regime, regimes, aggression, aggressor, aggressors, autocrat, autocrats, autocratic,"
    "autocracy, autocracies, authoritarian, authoritarianism, totalitarian, totalitarianism,"
    "dictator, dictators, dictatorial, dictatorship, dictatorships, despot, despots, despotic,"
    "tyrant, tyrants, tyranny, so called, puppet, puppets, vassal, vassals, terrorist state,"
    "terrorist states, terrorist regime, rogue state, rogue states, hegemon, hegemony, hegemonic,"
    "hegemonism, warmonger, warmongers, warmongering, ostracised, ostracized, propaganda,"
    "iron fisted, strongman, strongmen, crony, cronies, henchman, henchmen, unprovoked,"
    "illegitimate, axis of evil",
    before={
        **dict.fromkeys(
            ("regime", "regimes"),
            "visa free sanctions trade customs legal transit tax export control tariff treaty"
            " proliferation border water safeguards",
        ),
        "aggression": "non",
    },
    after=dict.fromkeys(("puppet", "puppets"), "theatre theater show"),
)
_CLAIM = Lexicon(
    "claim, claims, claimed, allege, alleges, alleged, allegedly, allegation, allegations, accuse,"
    "accuses, accused, accusation, accusations, denounce, denounces, denounced, boast, boasts,"
    "boasted, supposed, supposedly, purported, purportedly, insist, insists, insisted",
    before=dict.fromkeys(("claim", "claims"), "territorial border land maritime rival"),
    after={"supposed": "to"},
)

_TELLING = frozenset().union(*(one.telling_words for one in (_UNDATED, _NEWEST, _LOADED, _CLAIM)))
"""Without one of these words, no list that is tried on every text finds anything."""

_MEMBERS = r"(?:member(?:s| states?| countries)?|(?:dialogue )?partners?|observers?)"
_COUNTED = re.compile(
    rf"\b(?:how many|number of)\s+(?:[\w'\u2019-]+\s+){{0,3}}?{_MEMBERS}\b"
    rf"|\b(?:has|have)\s+(?:\d+|(?:{'|'.join(CARDINALS)})(?:-\w+)?)\s+{_MEMBERS}\b",
    re.IGNORECASE,
)
_COUNTABLE = frozenset(["member", "members", "partner", "partners", "observer", "observers"])
_PAST = frozenset(("had", "did", "was", "were", "became", "founded", "founding", "founders"))

_ENDINGS = ("?", ".", "\u2026")
_CLOSERS = "\"'\u201d\u2019\u00bb)]*_ "
_WIDE = re.compile(r"\S {2,}\S")


def wording_remarks(question: Question, *, english: bool) -> Remarks:
    """What is wrong with the wording of `question`; the word lists are tried on English alone."""
    passages = question_passages(question)
    found = [*_endings(question), *_double_spaces(passages)]
    if english:
        dated = question.as_of is not None
        # Words in quotation marks are among these, so that more is tried than needs be, not less.
        telling = [one for one in passages if not _TELLING.isdisjoint(word_list(one.text))]
        found += _undated(telling, dated=dated)
        if not dated:
            found += [*_offices(passages), *_counts(passages)]
        if not question.said_by:
            found += [*_loaded(telling), *_claims(telling)]
    for rule, message in found:
        yield Remark(rule, question.line, question.id, message)


def pack_wording_remarks(pack: Pack, *, english: bool) -> Remarks:
    """What is wrong with the wording of the pack's title, its about and its topics."""
    passages = pack_passages(pack)
    found = list(_double_spaces(passages))
    if english:
        found += [*_undated(passages, dated=False), *_loaded(passages)]
    for rule, message in found:
        yield Remark(rule, 0, "", message)


def _undated(passages: Iterable[Passage], *, dated: bool) -> Iterable[tuple[str, str]]:
    for passage in passages:
        there = word_list(without_quotations(passage.text))
        if hit := _UNDATED.find(there) or ("" if dated else _NEWEST.find(there)):
            yield (
                "undated-word",
                (
                    f'{passage.where} says "{hit}", which goes out of date;'
                    ' give the date instead ("in July 2024")'
                ),
            )


def _offices(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    for passage in passages:
        if passage.kind not in ("ask", "why"):
            continue
        hit = _office(without_quotations(passage.text))
        if hit and not _YEAR.search(passage.text):
            yield (
                "undated-office",
                (
                    f'{passage.where} says "{hit}" without a date;'
                    ' add as_of, or say when ("in July 2024")'
                ),
            )


def _office(text: str) -> str:
    if found := _AT_THE_TOP.find(word_list(text)):
        return found
    if _OFFICES.isdisjoint(word_list(text)):
        return ""
    hit = _IN_OFFICE.search(text) if " is " in text or "ho's" in text else None
    return hit[0] if hit else ""


def _counts(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    for passage in passages:
        if passage.kind != "ask" or _COUNTABLE.isdisjoint(word_list(passage.text)):
            continue
        hit = _COUNTED.search(passage.text)
        if hit and not _YEAR.search(passage.text) and _PAST.isdisjoint(word_list(passage.text)):
            yield (
                "no-as-of",
                f'{passage.where} counts what can change ("{hit[0]}"); add as_of, or say when',
            )


def _loaded(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    for passage in passages:
        quotable = passage.kind in ("why", "brief", "about")
        text = without_quotations(passage.text) if quotable else passage.text
        if passage.kind != "wrong" and (hit := _LOADED.find(word_list(text))):
            yield (
                "unattributed",
                (
                    f'{passage.where} says "{hit}", a loaded word; use a neutral one,'
                    " or name who says it, with said_by"
                ),
            )


def _claims(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    for passage in passages:
        if passage.kind in ("ask", "hint") and (hit := _CLAIM.find(word_list(passage.text))):
            yield (
                "unattributed",
                (
                    f'{passage.where} says "{hit}", somebody\'s claim; name who makes it in the'
                    " question, with said_by"
                ),
            )


def _endings(question: Question) -> Iterable[tuple[str, str]]:
    for number, prompt in enumerate(question.prompts):
        if prompt.ask and not prompt.ask.rstrip(_CLOSERS).endswith(_ENDINGS):
            place = f" of also {number}" if number else ""
            yield "ask-ending", f'"ask"{place} does not end in ?, … or a full stop; add one'


def _double_spaces(passages: Iterable[Passage]) -> Iterable[tuple[str, str]]:
    for passage in passages:
        if "  " in passage.text and _is_spaced_out(passage):
            yield "double-space", f"{passage.where} has two spaces in a row; leave one"


def _is_spaced_out(passage: Passage) -> bool:
    """True where spaces double inside a line; Markdown needs some in front and at the end."""
    lines = passage.text.split("\n")
    if passage.kind == "brief":
        lines = [line for line in lines if "|" not in line and not line.startswith("    ")]
    return any(_WIDE.search(line.lstrip()) for line in lines)
