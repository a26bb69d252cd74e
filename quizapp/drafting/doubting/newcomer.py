"""Flags for what somebody stumbles over who has not seen the article: what is not named here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.broken import broken
from quizapp.drafting.doubting.passing import passing
from quizapp.drafting.doubting.references import NO_OCCASION, UNNAMED, WHICH
from quizapp.drafting.doubting.rereading import has_news, is_short_for_more, plain_of
from quizapp.drafting.doubting.signs import first_sign, signs, words_of
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.grammar.words import LITTLE, MONTHS, listed, verbs
from quizapp.drafting.ideas import View
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.names import PERSON

_QUOTED = re.compile("\u201c([^\u201d]*)\u201d")
_NAMED = re.compile(r"(?<=[\w,\u2019] )[A-Z]|\u2026\u2019s")
_BODIES = listed(
    "group firm company business pair two duo trio couple agency authority bloc club men women"
)
_BODY = rf"\b[Tt]he (?:{'|'.join(sorted(_BODIES))})(?:\u2019s?\b|(?=[,.?;])|\s(?P<next>[a-z]+))"
_THAT = r"\bthat (?:his|her)\s|\b(?:of|than|like|after|before|with) that(?=[.,?;])"
_POINTING = listed("That This These Those")
_BEING = listed(
    """was is were are has had will would came made gave mean means does did
    doesn\u2019t didn\u2019t isn\u2019t wasn\u2019t"""
)
_ORDINALS = r"[Tt]he (?:first|second|third|fourth|fifth|last|former|latter) [a-z]+(?:ed|nt)\b"
_THEY = listed("they them he she him you your")
_IT = r"\b[Ii]t(?!['\u2019\s](?:s|is|was|takes|took)\b)"
_OF_SPEAKER = listed("i we our us my me")
_OF_ANYBODY = listed("he she it they his her its their")
_SPEAKER = r"(?:\u2026|[a-z,] [A-Z][\w-]+)"
_OPEN_QUOTE = re.compile(
    r"\b(?:[Tt]h(?:is|ese|ose)|[Ss]uch)\s[a-z]|\blike th(?:is|at)\b|^The [a-z]+ (?!of\b)|^It\b"
)
_BARE = listed(
    """demand unemployment revenue revenues sales profit profits inflation exports imports prices
    shares turnout attendance investment output production growth wages rents costs spending
    orders deliveries earnings losses debt supply membership traffic net gaming tickets casualties
    damage results voting counting"""
)
_BARE_FRONT = re.compile(
    r"(?:^|\bdid |\bhad |\bhas |\bfor the (?:entire |whole |full )?[a-z]+ year, )"
    r"(?P<word>[A-Za-z-]+)\s(?P<next>[a-z]+)"
)
_OFFICIALS = listed(
    """Officials Critics Sceptics Skeptics Supporters Opponents Organisers Organizers
    Investigators Prosecutors Rescuers Witnesses Residents"""
)
_OF_SUCH = frozenset(("of", "for", "in", "at", "from"))
_HURT = listed(
    "died dead killed injured hurt wounded missing homeless evacuated displaced infected"
)
_WHERE_HURT = (
    r"\b(?:in|during|after|by|from|of) (?:the |an? )?[A-Z]|\b(?:earthquake|flood|fire|storm"
    r"|hurricane|war|crash|outbreak|attack|explosion|disaster)\b|\b[A-Z]\w+ (?:killed|injured)\b"
)
_LEFT_OPEN = signs(
    (
        "reasons things ways causes steps goals aims",
        r"\bwhich (?:\w+ )?(?:reasons|things|ways|causes|steps|goals|aims)\?$",
    ),
    ("percent cent", r"\b\w+ per ?cent(?=[.,?;]|\s(?:because|and|while)\b)"),
    ("day night tournament season", r"\bof the (?:day|night|tournament|season)\b"),
)
_THAN = signs(
    (
        "faster slower longer sooner harder further higher lower",
        (
            r"\b(?:faster|slower|longer|sooner|harder|further|higher|lower)\s"
            r"(?:over|in|on|at|during|within)\b"
        ),
    )
)
_GAP_NOUN = r"(?:^|\beach of |\bone of )[Tt]he \u2026(?!\s(?:of|that|which|who|in)\b)"
_DEMONYM = r"\b[Tt]he (?P<land>[A-Z][a-z]+) (?P<noun>[a-z]+)\b(?!\s(?:of|that|who)\b)"
_UNSURE = listed(
    """resort town city village island port wall company firm group ship vessel plane aircraft
    river lake museum club team player striker goalkeeper champion actor actress writer author
    director singer scientist researchers researcher scientists coast province region bank maker
    airline study university capsule rover probe satellite mission woman man driver runner"""
)
_OF_A_LAND = ("an", "ish", "ese")
_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SCORE = re.compile(r"\b\d ?[\u2013-] ?\d\b|\bGroup [A-H]\b")
_HAPPENED = re.compile(r"\b(?:was|were|had|did|will|would|[a-z]+ed)\b")
_ONE_OF_MANY = (
    r"(?:Who|Which [a-z ]+?) (?:(?:was|is|were) an? (?!record|world)"
    r"|(?:studied|worked|lived|trained|played|taught) (?:[a-z]+ )?(?:at|in|for|with|as)\b"
    r"|(?:was|were) (?:born|operated|treated|educated|buried|raised) )"
)
_SENTENCE = 5
"""So many quoted words are somebody's sentence; fewer are a phrase in one of the article's."""


def seen_anew(view: View, draft: Draft) -> Draft:
    """`draft` with the flags that only a reader without the article would set, each once."""
    known = {flag.name for flag in draft.flags}
    found: dict[str, Flag] = {}
    plain = plain_of(draft.ask)
    words = words_of(plain)
    for flag in (*_open(view, draft, plain, words), *passing(draft, plain, words)):
        if flag.name not in known:
            found.setdefault(flag.name, flag)
    return draft._replace(flags=(*draft.flags, *found.values())) if found else draft


def _open(view: View, draft: Draft, plain: str, words: frozenset[str]) -> Iterator[Flag]:
    known = {flag.name for flag in draft.flags}
    is_told = draft.kind in ("quote", "acronym")
    if "pronoun" not in known and (about := _pronoun(draft, plain, words)):
        yield Flag("pronoun", about)
    if "garbled" not in known and not is_told and (about := broken(plain, words, view)):
        yield Flag("garbled", about)
    if "vague" not in known and not has_news(draft.ask):
        about = _vague(draft, plain, words) or (
            "" if is_told else _alone(view, draft, plain, words)
        )
        if about:
            yield Flag("vague", about)
    if "long" not in known and _asks_late(draft.ask):
        yield Flag("long", "what is asked comes late")
    if draft.kind in ("who", "object") and re.match(_ONE_OF_MANY, plain):
        yield Flag("several-answers", "others may fit as well")


def _asks_late(ask: str) -> bool:
    """True for a question of many parts whose word that asks stands within: read twice."""
    is_parted = ask.count(",") > 1 and ask.endswith("?") and not ask.startswith(_ASKING)
    return is_parted and len(ask.split()) >= _MANY


_ASKING = ("According", "How", "Who", "Wh", "In wh", "On \u201c")
_MANY = 28


def _pronoun(draft: Draft, plain: str, words: frozenset[str]) -> str:
    first, _, rest = plain.partition(" ")
    if first == "That\u2019s" or (first in _POINTING and rest.split(" ", 1)[0] in _BEING):
        return first
    if first == "The" and (match := re.match(_ORDINALS, plain)):
        return match[0]
    for match in re.finditer(_BODY, plain) if words & _BODIES else ():
        follows = match["next"]
        is_alone = not follows or follows in LITTLE or follows in verbs()
        if is_alone and not _NAMED.search(plain[: match.start()]):
            return match[0]
    that = re.search(_THAT, plain) if "that" in words else None
    if that and not (that[0].endswith(" ") and _NAMED.search(plain[: that.start()])):
        return that[0].strip()
    return _quoted_pronoun(draft, plain) if draft.kind == "gap" else ""


def _quoted_pronoun(draft: Draft, plain: str) -> str:
    """What a quotation points at, of a gap sentence, whose speaker may not be named either."""
    quoted = _quoted(draft)
    words = words_of(quoted)
    if found := sorted(words & _THEY):
        return found[0]
    if "it" in words and re.search(_IT, quoted):
        return "it"
    is_told = draft.said_by or re.search(_SPEAKER, plain)
    return "" if is_told else next(iter(sorted(words & _OF_SPEAKER)), "")


def _quoted(draft: Draft) -> str:
    """What a question quotes, where that is more than a phrase; else ""."""
    quoted = " ".join(_QUOTED.findall(draft.ask)) if "\u201c" in draft.ask else ""
    return quoted if draft.kind == "quote" or len(quoted.split()) >= _SENTENCE else ""


def _vague(draft: Draft, plain: str, words: frozenset[str]) -> str:
    quoted = _quoted(draft)
    if draft.kind == "acronym":
        return NO_OCCASION if is_short_for_more(draft.ask) else ""
    if draft.kind == "quote":
        is_open = quoted[:1].islower() or _OPEN_QUOTE.search(quoted) or not _NAMED.search(quoted)
        return NO_OCCASION if quoted and is_open else ""
    first, _, rest = plain.partition(" ")
    is_somebody = first in _OFFICIALS and rest.split(" ", 1)[0] not in _OF_SUCH
    if is_somebody or (quoted and _OPEN_QUOTE.search(quoted)):
        return NO_OCCASION
    if first_sign(_LEFT_OPEN, plain, words):
        return NO_OCCASION
    if "than" not in words and first_sign(_THAN, plain, words):
        return NO_OCCASION
    if words & _HURT:
        return "" if re.search(_WHERE_HURT, plain) else NO_OCCASION
    is_common = "he \u2026" in plain and str(draft.answer).islower()
    if is_common and (found := re.search(_GAP_NOUN, plain)):
        return f"{found[0]}{WHICH}"
    return _bare(plain, words) or _of_land(plain, words)


def _bare(plain: str, words: frozenset[str]) -> str:
    """ "Demand has slumped": of what is not said."""
    for match in _BARE_FRONT.finditer(plain) if words & _BARE else ():
        if match["word"].lower() in _BARE and match["next"] not in _OF_SUCH:
            return NO_OCCASION
    return ""


def _of_land(plain: str, words: frozenset[str]) -> str:
    """ "The Mexican resort": there are several."""
    for match in re.finditer(_DEMONYM, plain) if words & _UNSURE else ():
        is_land = match["land"] in by_demonym() or match["land"].endswith(_OF_A_LAND)
        if match["noun"] in _UNSURE and is_land:
            return f"{match[0]}{WHICH}"
    return ""


def _alone(view: View, draft: Draft, plain: str, words: frozenset[str]) -> str:
    """A family name that stands alone, a score without its match, what happened to nobody named."""
    names = _CAPITAL.findall(plain)
    for name in names:
        if _is_family_name(view, plain, name):
            return f"{name}{WHICH}"
    if _SCORE.search(plain) and not _YEAR.search(plain):
        return NO_OCCASION
    is_named = "\u201c" in plain or any(name not in MONTHS for name in names[1:])
    if is_named or words & _OF_ANYBODY or draft.kind in ("list", "role"):
        return ""
    first = names[0] if names else ""
    if first in view.names.counts or first in view.article.headline.split():
        return ""
    return UNNAMED if _HAPPENED.search(plain) else ""


def _is_family_name(view: View, plain: str, name: str) -> bool:
    """True where somebody's family name stands in a question without what goes before it."""
    whole = view.names.full.get(name, name)
    if whole == name or whole in plain:
        return False
    is_person = whole in view.names.kinds.get(PERSON, ())
    alone = rf"(?<![A-Z]\w\s)(?<!\w\.\s)(?<!-)\b{name}\b(?!-|\s[A-Z])"
    return is_person and re.search(alone, plain) is not None
