"""Flags that only a finished question shows: read over as somebody who has not seen the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.signs import first_sign, signs, words_of
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.grammar.words import LITTLE, MONTHS, REPORTING, listed, verbs

_LEAD = re.compile(
    r"On (?:\u201c[^\u201d]*\u201d(?: \([^)]*\))?|[^\u201c:?]{2,60} \([^)]*\d{4}\)): "
    r"|Fill the gap(?:, on (?:\u201c[^\u201d]*\u201d|[^\u201c:?,]{2,60}?)(?: \([^)]*\d{4}\))?)?"
    r"(?: as of [^:,]*)?(?:, according to [^:]*)?: "
)
_QUOTED = re.compile("\u201c[^\u201d]*\u201d")
_LONGEST = 29

_THEN = signs(
    ("soon shortly", r"\b(?:[Ss]oon|[Ss]hortly)\s(?:after(?:wards?)?|before)\b(?!\s[a-z])"),
    (
        "afterwards thereafter beforehand meanwhile nowadays",
        r"\b(?:afterwards|thereafter|beforehand|meanwhile|nowadays)\b",
    ),
    (
        "time point day moment",
        r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore) th(?:at|is) (?:time|point|day|moment)\b",
    ),
    (
        "later earlier afterwards before",
        (
            r"\b(?:year|month|week|day|hour|minute|decade)s?\s"
            r"(?:later|earlier(?! than)|afterwards|before(?=,))(?![a-z])"
        ),
    ),
    (
        "next coming past last following previous",
        (
            r"\bthe (?:next|coming|past|last|following) (?:\w+ )?(?:day|week|month|year)s\b"
            r"|\b[Tt]he next [A-Z]|\b(?:next|last|past) (?:year|month|week|season|summer|winter)\b"
        ),
    ),
    (
        " ".join(MONTHS).lower(),
        rf"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil) (?:{'|'.join(MONTHS)})\b(?! (?:\d{{4}}|\u2026))",
    ),
)
_OPEN = signs(
    ("then former latter", r"\b(?:until|by|since|before|from) then\b|\bthe (?:former|latter)\b"),
    ("who that of", r"\b[Tt]he (?:\d+|two|three|four|five|six|seven|eight) (?:who|that|of them)\b"),
    ("such", r"\bsuch an? [a-z-]+"),
)
_OF_WHAT = re.compile(r"(?:\u2026%|[Ww]hat percentage)(?! of\b)")
_CHANGED = listed(
    """higher lower up down rose rise risen fell fall fallen grew grow grown shrank increase
    increased decrease decreased raise raised raises lost lose gained gain cut by interest rate
    rates turnout"""
)
_MORE = signs(
    (
        "faster slower bigger smaller better worse cheaper stronger weaker higher lower",
        r"\b(?:fast|slow|bigg|small|bett|cheap|strong|weak|high|low)er(?=[?.,]|$)|\bworse(?=[?.,]|$)",
    )
)
_SHORT_VERB = re.compile(
    r"^(?:[Ww]ho|[Ww]hich [a-z ]+?)\s(?:had\s|has\s)?[a-z]+(?:\s(?:on|in) [\w ]*\d{4})\?$"
)
_THAT = r"\b(?P<before>[a-z]+)\sthat\s(?P<noun>[a-z]+)(?=\s(?:on|in|at|for|to|of|with)\b|[?.,])"

_BROKEN = signs(
    ("ago later earlier", r"\b(?:ago|later|earlier)\s(?:did|was|were|they|he|she|it)\b"),
    ("an", r"(?:^|\s)[Aa]n (?![aeiouhAEIOUHFLMNRSX8]|1[18])"),
    ("a", r"\b[Aa] (?:[aeio](?!n[ec]\b|uro|ne\b)[a-z]+)"),
    (
        "had has have took got won",
        r"\b(?:had|has|have|took|got|won) [^,]{3,40},\s[A-Z][\w-]+ (?:the|a|an|only)\s",
    ),
    (
        "nearly about almost over than roughly around some least",
        r"\b(?:nearly|about|almost|over|than|roughly|around|some|least) \u2026\.?$",
    ),
    ("these", r"^[Ww]hich of these .* as of \d"),
    ("whom", r"\b(?:[Aa]t|[Ii]nto|[Oo]n) whom\b"),
    ("first second third last next other", r"\bthe (?:first|second|third|last|next|other)[?.]$"),
    ("however and but or of with than", r"\b(?:however|and|but|or|of|with|than)[?.]$"),
)

_DATE = re.compile(r"\b(?:1[5-9]|20)\d(?:\d|0s)\b")
_PRESENT = signs(
    ("is are does do", r"\b(?:is|are|does|do)\b(?!\s(?:thought|believed|known|called|said)\b)"),
    (
        "has have",
        (
            r"\b(?:has|have)\b(?!\s(?:often\s|never\s|also\s|not\s|\w+ly\s)?"
            r"(?:\w+ed|been|had|taken|made|given|gone|put|kept|won|led|held|lost|found|built)\b)"
        ),
    ),
)
_OF_NOW = signs(
    (
        "closed traded ended opened stood",
        r"\b(?:closed|traded|ended|opened)\b[^?]* (?:higher|lower|at \S*\d)|\bstood at\b",
    ),
    (
        "show say suggest believe hope expect think warn fear live have use",
        (
            r"\b(?:polls|surveys|figures|data|experts|researchers|scientists|critics|officials|most|many)"
            r" (?:show|say|suggest|believe|hope|expect|think|warn|fear|live|have|use)\b"
        ),
    ),
)
_SIZE = (
    r"\b(?:metres|meters|kilometres|kilometers|feet|miles|years) (?:long|wide|high|deep|tall|old)\b"
)
_BEGAN = re.compile(r"\b(?:founded|built|opened|introduced|created|set up|since) (?:in )?\d{4}\b")
_STATING = listed(
    """only largest biggest highest lowest most based led owned home percent million billion member
    members years"""
)
_LASTING = listed("lies sits stands drifts rises stretches borders flows means tells contains")
_THIRD = _LASTING | listed(
    """holds owns leads employs produces makes sells serves passes accounts supplies provides
    handles remains kills turns covers includes represents belongs wants hopes needs earns ranks
    uses carries grows bears believes thinks says keeps gets gives goes receives requires refuses"""
)
"""Verbs that tell of the present, and of those the ones that tell what does not change."""
_ANY = re.compile(r"^(?:Which country|Which organisation|Who|Whose|Which (?!of these)[a-z ]+?)\b")
_ONLY_ONE = re.compile(
    r"\b(?:first|second|third|only|last|most|least|record|oldest|youngest|\w+est|\d+(?:st|nd|rd|th)"
    r"|whole|sole)\b"
)
_LOADED = listed(
    """lavish brutal notorious shocking stunning infamous heroic disastrous outrageous ruthless
    reckless disgraceful spectacular remarkable fantastic tremendous horrific tragic dramatic
    devastating draconian glorious legendary iconic unfair unjust biased corrupt so-called must
    should ought"""
)
_LOADED |= {f"{word}ly" for word in _LOADED} | {f"{word}ally" for word in _LOADED}


def reread(draft: Draft) -> Draft:
    """`draft` with the flags that its question as it stands now deserves as well."""
    known = {flag.name for flag in draft.flags}
    found: dict[str, Flag] = {}
    for flag in _flags(draft):
        if flag.name not in known:
            found.setdefault(flag.name, flag)
    return draft._replace(flags=(*draft.flags, *found.values())) if found else draft


def _flags(draft: Draft) -> Iterator[Flag]:
    plain = plain_of(draft.ask)
    words = words_of(plain)
    yield from long_flag(draft.ask)
    if about := first_sign(_THEN, plain, words):
        yield Flag("relative-time", about)
    if about := _vague(draft, plain, words):
        yield Flag("vague", about)
    if about := _garbled(draft, plain, words):
        yield Flag("garbled", about)
    if about := _ageing(draft, plain, words):
        yield Flag("as-of", about)
    if about := _several(draft, plain):
        yield Flag("several-answers", about)
    if not draft.said_by and (loaded := sorted(words & _LOADED)):
        yield Flag("claim", loaded[0])


def _vague(draft: Draft, plain: str, words: frozenset[str]) -> str:
    if draft.kind in ("acronym", "quote"):
        return ""
    if about := first_sign(_OPEN, plain, words):
        return about
    if ("%" in plain or "percentage" in words) and _OF_WHAT.search(plain) and not words & _CHANGED:
        return "what share: of what?"
    if "than" not in words and "%" not in plain and (about := first_sign(_MORE, plain, words)):
        return f"{about} than what?"
    if _SHORT_VERB.match(plain):
        return "say what was done"
    match = re.search(_THAT, plain) if "that" in words else None
    if match and match["noun"] not in LITTLE and _is_done_to(match["before"]):
        return f"that {match['noun']}: which?"
    return ""


def _is_done_to(word: str) -> bool:
    """True for a verb that has a thing behind it, not what somebody says or thinks."""
    forms = verbs().get(word) or verbs().get(f"{word}s")
    return forms is not None and forms.past not in REPORTING and forms.base not in _THOUGHT


_THOUGHT = listed("say show believe think find hope fear mean know feel reveal prove agree decide")


def _garbled(draft: Draft, plain: str, words: frozenset[str]) -> str:
    if draft.kind == "quote":
        is_cut = draft.ask.endswith(("\u2026\u201d?", "\u2026\u201d"))
        return "the quotation is cut off" if is_cut else ""
    if about := first_sign(_BROKEN, plain, words):
        return about
    before, found, _ = plain.partition("and that ")
    is_led = re.search(r"\bthat\b", before) is not None
    return "and that" if found and before.endswith(" ") and not is_led else ""


def _ageing(draft: Draft, plain: str, words: frozenset[str]) -> str:
    """The verb that tells of the present, or of a day that no date names."""
    if draft.kind in ("acronym", "quote") or _DATE.search(_BEGAN.sub(" ", draft.ask)):
        return ""
    if about := first_sign(_OF_NOW, plain, words):
        return about
    is_figure = any(map(str.isdigit, str(draft.answer))) or not words.isdisjoint(_STATING)
    if not (is_figure or re.search(r"[\d%]", plain)) or re.search(_SIZE, plain):
        return ""
    word = present_verb(plain, words)
    return "" if word in _LASTING else word


def present_verb(plain: str, words: frozenset[str]) -> str:
    """The first verb of a question, which has those words, that tells of the present, or ""."""
    return first_sign(_PRESENT, plain, words) or next(iter(sorted(words & _THIRD)), "")


def plain_of(ask: str) -> str:
    """A question without what is put in front of it, and with nothing in its quotation marks."""
    return _QUOTED.sub("\u201c\u201d", _LEAD.sub("", ask))


def has_news(ask: str) -> bool:
    """True where the headline stands in front of a question and says what it is about."""
    return _NEWS.match(ask) is not None


_NEWS = re.compile(r"(?:Fill the gap in|In) the news of |(?:Fill the gap, on|On) \u201c")


def _several(draft: Draft, plain: str) -> str:
    """What many might have done, where nothing says that only one did it."""
    if draft.kind == "acronym":
        short = re.search(r"letters (\w+) stand", draft.ask)
        is_open = short and is_short_for_more(draft.ask)
        return f"{short[1]} may be short for more" if short and is_open else ""
    if _is_open(draft, plain):
        return "another word may fit as well"
    if draft.kind != "who" or not _ANY.match(plain) or _ONLY_ONE.search(plain):
        return ""
    if _SHORT_VERB.match(plain):
        return ""
    rest = _WHEN.sub("", _ANY.sub("", plain))
    if re.search(r"[A-Z\d]", rest):
        is_undated = not _DATE.search(plain) and re.search(r"\ban? ", rest) is not None
        is_held = re.search(r"\bas of \d", plain) and re.search(r"\b(?:an?|for)\b", rest)
        return "others may fit as well" if (is_held or is_undated) and " the " not in rest else ""
    return "" if re.search(r"(?<!from )\bthe\b", rest) else "others may fit as well"


def is_short_for_more(ask: str) -> bool:
    """True where a question asks for letters that may stand for several things."""
    short = re.search(r"letters (\w+) stand", ask)
    return short is not None and len(short[1]) <= _SHORT and short[1] not in _KNOWN


def unled(ask: str) -> str:
    """A question without what is put in front of it."""
    return _LEAD.sub("", ask, count=1)


def long_flag(ask: str) -> tuple[Flag, ...]:
    """The flag for a question that is too long, if it is."""
    count = len(ask.split())
    return (Flag("long", f"{count} words"),) if count > _LONGEST else ()


def _is_open(draft: Draft, plain: str) -> bool:
    """True for a common word to be typed into a gap outside quotation marks, without options."""
    word = draft.answer
    is_common = isinstance(word, str) and word.islower() and len(draft.wrong) < _OPTIONS
    return draft.kind == "gap" and is_common and "\u2026" in plain


_OPTIONS = 3
_SHORT = 3
_KNOWN = listed("NATO WHO FDA EU UN IMF FBI CIA BBC CNN AFP WTO OPEC")
_WHEN = re.compile(r"(?:,? as of \d[\w ]*|\s(?:in|on|since|by) (?:the )?[\w ]*\d{4}s?)")
