"""What in a question points at something that it does not name, and what leaves open which."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.pointing import pointed_at
from quizapp.drafting.doubting.rereading import present_verb
from quizapp.drafting.doubting.signs import words_of
from quizapp.drafting.drafts import Flag
from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.names import PERSON
from quizapp.packs.words import content_words

WHICH = ": which?"
"""Behind the words of a flag "vague" that are named nowhere in the question."""
UNNAMED, NO_OCCASION = "nothing is named", "say on what occasion"
_FEWEST_WORDS = 7
_PRONOUN = re.compile(
    r"(?<!Which of )\b(?:he|she|they|it(?!\s(?:takes?|took)\b)|him|them|I|we|us|you"
    r"|her(?=\s(?:by|at|in|on|to|from|with|for|as|and|or)\b|[?.,])|this|these|those|there(?!\s(?:is|are|was|were|had|has|have|would)\b)|here"
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
    rf"\b(?:the|this|these|those|its|another)\s+(?:(?:{_BEFORE_NOUN})\s+)?"
    r"(?P<noun>[a-z]+)\b"
    r"(?!\s+(?:of|hand|along|around|behind|near|under|over|who|whose|across|above|below|whom)\b)"
    r"(?!\s+(?:of|in|for|at|on|between|that|with|from|by|to)\s+(?:the\s+)?[A-Z\"\u201c])"
    r"(?!['\u2019]s?\s+[A-Z])(?!\s+[A-Z])"
)
_FIRST_TO = re.compile(r"^\w+ (?:first|second|third|only) [\w-]+ to\b")
DATED = re.compile(
    r"\b(?:in|on|as of|by|until|since) (?:\d{1,2} )?(?:(?:early|late) |mid-)?"
    r"(?:[A-Z][a-z]+ )?\d{4}\b"
    r"|^According to [^,]+,"
)


def references(view: View, idea: Idea, plain: str) -> Iterator[Flag]:
    """What points at something that the question does not name."""
    plain = _STATES.sub("America", plain)
    owned = next((one for one in _OWNED.finditer(plain) if not _is_led_to(plain, one)), None)
    pronoun = next((one for one in _PRONOUN.finditer(plain) if not _is_led_to(plain, one)), None)
    if owned and not pronoun and not _is_owned_here(plain, owned.start()):
        pronoun = owned
    if pronoun:
        yield Flag("pronoun", pronoun[0])
    if match := next(filter(_is_vague, _VAGUE.finditer(plain)), None):
        yield Flag("vague", match[0])
    elif found := pointed_at(plain):
        yield Flag("vague", f"{found}{WHICH}")
    elif _names_nothing(view, idea, plain) and not pronoun:
        yield Flag("vague", UNNAMED)
    elif not pronoun and (_has_no_occasion(idea, plain) or _is_offstage(view, idea, plain)):
        yield Flag("vague", NO_OCCASION)
    elif len(idea.ask.split()) < _FEWEST_WORDS and idea.kind in ("who", "object", "gap"):
        yield Flag("vague", "short: say when or where")


def _is_vague(match: re.Match[str]) -> bool:
    is_one = _FIRST_TO.search(match.string[match.start() :]) is not None
    return match["noun"] in _NOUNS and not is_one


def _is_owned_here(plain: str, at: int) -> bool:
    """True where the question itself says whose something is."""
    before = plain[:at].rpartition(": ")[2]
    if _BY_HIS.match(plain) or _owner(before) or _NAMED_BEHIND.search(plain, at):
        return True
    return _is_of_asked(plain, at)


_NAMED_BEHIND = re.compile(r"\b(?:did|does|do|has|had|have|will|would|can|is|was) (?:the )?[A-Z]")
_BY_HIS = re.compile(r"By (?:his|her|their|its|whom|whose)\b")


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
    is_share = leads is not None and leads[0].endswith("of ") and _OWNED.fullmatch(match[0])
    if leads is not None and not is_share and len(before[: leads.start()].split()) > 1:
        return True
    behind = _BEHIND.search(before) if match[0].lower() in _THINGS else None
    return behind is not None and len(before[: behind.start()].split()) > _MAIN


_LEADS = re.compile(
    r"\b(?:that|because|among|within|most of|some of|many of|half of|percentage of|whether)\s+$"
)
_BEHIND = re.compile(
    r"\b(?:so that|that|which|who|because|where|while|when|after|before|although|than)\s[^,;:]*$"
)
_THINGS = frozenset(("it", "its", "they", "them", "their"))
_MAIN = 4
"""Behind so many words a clause that follows takes its "it" from the main one."""


def _has_no_occasion(idea: Idea, plain: str) -> bool:
    if idea.of != PERSON or idea.kind not in ("who", "object", "front") or DATED.search(plain):
        return False
    return not idea.said_by and len(re.findall(r"\s(?:[A-Z][\w.-]*\s?)+", plain)) < _FEWEST_NAMES


_FEWEST_NAMES = 2


def _is_offstage(view: View, idea: Idea, plain: str) -> bool:
    """True for what happened once, told without its date or a word of what the news is about."""
    news = content_words(view.article.headline)
    if len(news) < _TELLING_NEWS or content_words(plain) & news:
        return False
    if _OF_SOMETHING.search(plain):
        return True
    if idea.kind in ("acronym", "quote", "role", "date", "list") or idea.changes or idea.said_by:
        return False
    return not (_YEAR.search(plain) or DATED.search(plain) or present_verb(plain, words_of(plain)))


_TELLING_NEWS = 3
"""A headline of fewer words says too little to be compared with."""
_OF_SOMETHING = re.compile(
    r"\b(?:outbreak|cases|vaccines?|certificat(?:e|ion)|efforts|symptoms|infections?|treatments?"
    r"|restrictions|sanctions|negotiations|proposals?)\b(?!\s(?:of|against|for|on|to|in|with)\b)"
)
"""Nouns that say nothing without what they are of, where no word of the news is near."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _names_nothing(view: View, idea: Idea, plain: str) -> bool:
    """True where a question holds no name that says what it is about."""
    if "\u201c" in idea.ask or (_ON_DAY.search(plain) and len(plain.split()) > _TELLING):
        return False
    if _THE_FIRST.search(plain) and len(plain.split()) > _TELLING:
        return False
    plain = _LISTED_BESIDE.sub(" ", DATED.sub(" ", plain))
    first = plain.split(" ", 1)[0]
    if any(one.text.startswith(first.rstrip(",")) for one in view.names_in(idea.sentence)):
        return False
    capitals = re.findall(r"(?<!: )(?<!^)\b[A-Z][\w-]*", plain)
    # "Did Magma begin": a capital that only began the sentence names nothing.
    article = view.article.plain
    return not any(one.isupper() or f" {one.lower()} " not in article for one in capitals)


_THE_FIRST = re.compile(r"\bthe (?:first|only|last) (?:[\w-]+ )?to\b")
_ON_DAY = re.compile(r"\bon \d{1,2} [A-Z][a-z]+ \d{4}\b")
_TELLING = 12
_NAMED = r"[A-Z][\w-]*(?: [A-Z][\w-]*)*"
_LISTED_BESIDE = re.compile(
    rf"(?:{_NAMED}, )*\u2026(?:, {_NAMED})+ and {_NAMED}"
    rf"|(?:{_NAMED}, )+(?:\u2026 and {_NAMED}|{_NAMED} and \u2026)"
)
"""What is listed beside a gap does not say what the sentence is about."""


def _owner(before: str) -> bool:
    """True where what comes before has somebody or something that the possessive can be of."""
    if re.search(r"[a-z] [A-Z]|['\u2019]s\s", before):
        return True
    return _ADVERBIAL.match(before) is not None or len(before.split()) > _MAIN + 1


_ADVERBIAL = re.compile(r"(?:On|In|With|By|At|For|From|Since|After|Before|During)\s$")
