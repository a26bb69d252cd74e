"""Questions on offices: who held one, on the article's date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.grammar.words import LITTLE, OFFICES, WEEKDAYS, listed
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import PERSON, Name
from quizapp.drafting.text.article import Sentence

_UNIQUE = listed(
    """president premier chancellor minister chairman chairwoman chairperson chair governor mayor
    king queen prince emperor pope archbishop founder cofounder co-founder director head
    leader ceo cfo coach captain commissioner administrator secretary executive chief editor
    superintendent sheriff commander principal dean rector manager owner spokesman spokeswoman
    spokesperson creator"""
)
_DAYS = frozenset((*WEEKDAYS, "morning", "afternoon", "evening"))
_SPEAKS = frozenset(("spokesman", "spokeswoman", "spokesperson"))
_PLACED = re.compile(
    r"(?:^|(?<=[\s,(\"]))(?P<role>(?:(?:[A-Z][\w.'&-]*|U\.S\.)\s+){0,5}(?:[a-z][\w-]*\s+){0,3}?(?P<office>[A-Za-z-]+)),?\s+$"
)
_BEHIND = re.compile(
    r",\s+(?P<the>the\s+|an?\s+|its\s+)?(?P<role>(?:[A-Za-z][\w.'&-]*\s+){0,5}?(?P<office>[A-Za-z-]+)"
    r"(?:\s+(?:and|&)\s+(?:[A-Za-z-]+\s+){0,2}?[A-Za-z-]+)?"
    r"(?:\s+(?:of|at|for|with|to)\s+(?:the\s+)?[^,.;\"()]{2,60})?)\s*(?:[,.;]|$)"
)
_BEFORE = re.compile(
    r"(?:^|[\s,])(?P<role>(?:the|The)\s+(?:[A-Za-z][\w.'&-]*\s+){0,4}?(?P<office>[A-Za-z-]+)"
    r"(?:\s+(?:of|for|at)\s+(?:the\s+)?[A-Z][^,.;\"()]{1,50})?),\s+$"
)
_FIRST = re.compile(
    r"(?P<role>(?:Co-founder|Founder|President|Chairman|Chairwoman|Director|Mayor|Head|Leader|CEO)"
    r" of (?:the )?[A-Z][^,.;\"()]{1,50}),\s+$"
)
_GONE = re.compile(
    r"\b(?:former|ex|late|then|then-|outgoing|ousted|incoming|acting|future|deputy|vice|retired|other|another|longtime|fellow|one)\b",
    re.IGNORECASE,
)
_ACCEPTED_WORDS = {"ceo": "CEO", "cfo": "CFO"}


def role_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """Who held an office that `sentence` gives to somebody."""
    for name in view.names_in(sentence):
        if name.kind != PERSON:
            continue
        role = _before(view, sentence, name) or _behind(sentence, name)
        if role:
            yield _idea(view, sentence, name, *role)


def _before(view: View, sentence: Sentence, name: Name) -> tuple[str, str] | None:
    """The office in front of a name: "Russian President", "the Kremlin spokesman, "."""
    start = name.start - sentence.start
    before = sentence.text[:start]
    if match := _FIRST.match(before):
        return _cleaned(match["role"])
    if match := _BEFORE.search(before):
        if _general(match["role"]):
            return _cleaned(match["role"][4:])
        head = re.split(r"\s(?:of|for|at)\s", match["role"])[0]
        if head.split()[-1].lower() in _UNIQUE and not re.search(r"'s head$", head):
            return _cleaned(match["role"][4:])
    before = before.rstrip()
    if before.endswith(","):
        return None
    match = _PLACED.search(before + " ")
    if match is None or match["office"].lower() not in _UNIQUE:
        return None
    if _GONE.search(before[max(match.start("role") - 12, 0) : match.start("role")]):
        return None
    return _named_office(view, match["role"])


def _general(role: str) -> bool:
    return "Secretary General" in role or "secretary general" in role


def _named_office(view: View, role: str) -> tuple[str, str] | None:
    """ "Russian President" as the office and its country; "Macmillan CEO" likewise."""
    words = role.replace("The ", "").split()
    offices = [
        at
        for at, word in enumerate(words)
        if word.lower() in OFFICES or word in ("Prime", "Foreign", "Vice")
    ]
    if not offices:
        return None
    at = offices[0]
    # Lower-case words that describe the office belong to it: "prime minister", "head coach".
    while (
        at
        and words[at - 1].islower()
        and words[at - 1] not in ("the", "and", "of", "as", "by", "with")
    ):
        at -= 1
    office = " ".join(words[at:])
    if any(word in _DAYS or word.lower() in LITTLE - {"new", "first"} for word in words):
        return None
    owner = [word for word in words[:at] if word[0].isupper() or word[0].isdigit()]
    if owner and owner[0] in ("Patrol", "Police", "Fire", "Deputy", "Army", "Interim"):
        return None
    if not owner or _GONE.search(role):
        return None
    if owner[-1] in _PORTFOLIOS:
        return _portfolio(owner, office)
    return _owned(view, " ".join(owner), office)


def _owned(view: View, owner: str, office: str) -> tuple[str, str] | None:
    """An office and whose it is: a country's, or that of a body."""
    if owner in _LANDS:
        return office, _LANDS[owner]
    nation = gazetteer.by_demonym().get(owner)
    whose = nation.spoken if nation else view.the(owner.removesuffix("'s"))
    if whose.removeprefix("the ") in ("U.S.", "US"):
        whose = "the United States"
    office = " ".join(_ACCEPTED_WORDS.get(word.lower(), word.lower()) for word in office.split())
    if nation is None and (
        whose in gazetteer.by_demonym() or (whose.endswith("n") and whose in ("Indonesian",))
    ):
        return None
    return office, whose


_LANDS = {"English": "England", "Scottish": "Scotland", "Welsh": "Wales"}
_PORTFOLIOS = listed(
    """Shadow Home Environment Finance Health Education Justice Interior Transport Trade Defence
    Defense Economy Energy Labour Agriculture Culture Treasury Foreign Affairs Immigration"""
)


def _portfolio(owner: list[str], office: str) -> tuple[str, str] | None:
    """A minister's office with its field: "Home Secretary", and whose it is where that is said."""
    at = next(at for at, word in enumerate(owner) if word in _PORTFOLIOS)
    whose, words = " ".join(owner[:at]), [*owner[at:], *office.split()]
    office = " ".join(word[:1].upper() + word[1:] for word in words)
    nation = gazetteer.by_demonym().get(whose)
    if whose and nation is None:
        return None
    return office, nation.spoken if nation else ""


def _behind(sentence: Sentence, name: Name) -> tuple[str, str] | None:
    """The office behind a name: ", head of Indonesia's search and rescue agency,"."""
    match = _BEHIND.match(sentence.text, name.end - sentence.start)
    if match is None or (match["the"] or "").strip() in ("a", "an"):
        return None
    words = match["role"].split()
    if not any(word.lower() in _UNIQUE for word in words[:5]) or _GONE.search(match["role"]):
        return None
    if "who" in words or "which" in words or len(words) < 2:
        return None
    return _cleaned(match["role"])


def _cleaned(role: str) -> tuple[str, str] | None:
    role = re.sub(r"\s+and\s+an?\s.*", "", " ".join(role.split()))
    if re.search(r"\b(?:which|when|where|day|year|whom)\b", role):
        return None
    if role.split()[0] in (
        "on",
        "at",
        "as",
        "was",
        "by",
        "with",
        "to",
        "in",
        "and",
        "for",
        "from",
        "who",
    ):
        return None
    if _GONE.search(role) or re.search(
        r"\b(?:his|her|their|our|my|this|that|said|says|whose)\b", role
    ):
        return None
    return role, ""


def _acts(view: View, who: str) -> bool:
    """True for somebody who speaks in an article on other years, and of whom it tells no year."""
    last = who.split()[-1]
    said = re.escape(last) + r"\s(?:said|says|told|tells|announced|announces|added|explained)\b"
    told = [one.text for one in view.article.sentences if last in one.text]
    return any(re.search(said, one) for one in told) and not any(map(_YEAR.search, told))


def _idea(view: View, sentence: Sentence, name: Name, office: str, whose: str) -> Idea:
    who = view.names.whole(name)
    is_speaker = bool(_SPEAKS & set(office.lower().split()))
    article = "a" if is_speaker else "the"
    role = f"{article} {office}{_of(office, whose)}"
    if owner := re.match(r"((?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*)'s\s", office):
        role = f"{'the ' if view.the(owner[1]).startswith('the ') else ''}{office}"
    month = ""
    if founded := re.match(r"(?i)(co-)?founder of (.+)", office):
        office, whose = f"{founded[1] or ''}founder".lower(), founded[2]
    if "creator" in office and whose:
        ask, changes = f"Who created {whose}?", False
    elif "founder" in office.lower() and whose:
        ask = f"Who {'co-' if 'co' in office.lower() else ''}founded {whose}?"
        changes = False
    else:
        month = view.safe_month or (view.in_month if _acts(view, who) else "")
        when = month or (" at that time" if view.is_historical else " when this was reported")
        ask = f"Who was {role}{when}?"
        changes = True
    is_shared = is_speaker or _SHARED.match(office) is not None
    doubts = [("several-answers", office)] if is_shared else []
    if not whose and _FIELDED.fullmatch(office):
        doubts.append(("vague", f"{office} of which country?"))
    if changes and not month:
        doubts.append(("as-of", "the article tells of other years" if view.today else "no date"))
    is_full = len(who.split()) > 1
    return Idea(
        "role",
        ask,
        who,
        PERSON,
        sentence,
        name.start,
        name.end,
        why=f"{who} was {role}{month}." if changes else "",
        accept=(who.split()[-1],) if is_full else (),
        changes=changes,
        doubts=tuple(doubts),
        worth=(0.9 if whose or " of " in office else 0.78)
        - (0.25 if is_speaker else 0)
        - (0 if is_full else 0.2),
    )


_SHARED = re.compile(r"(?:co-founder|regional|senior|associate|assistant|local)\b", re.IGNORECASE)
"""Several people can hold such an office at once."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_FIELDED = re.compile(r"(?:[A-Z]\w+ )+(?:Secretary|Minister)")
_COMMON_END = listed(
    """Force Department Ministry Agency Government Army Navy Police Board Commission Council
    Association Union Foundation Institute Center Centre Senate House Committee Authority"""
)


def _of(office: str, whose: str) -> str:
    if not whose:
        return ""
    if whose.split()[-1] in _COMMON_END and not whose.startswith("the "):
        whose = f"the {whose}"
    office = office.removeprefix("the ")
    return f" for {whose}" if _SPEAKS & set(office.split()) else f" of {whose}"
