"""What an article's headline gives to quote: whole where it is short, else cut between clauses."""

from __future__ import annotations

import re
from functools import lru_cache

from quizapp.drafting.grammar.words import LITTLE, MONTHS, WEEKDAYS, verbs
from quizapp.drafting.ideas import View
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import CITY, COUNTRY, OTHER, PERSON, PLACE
from quizapp.drafting.named.thing_nouns import PEOPLE, group
from quizapp.packs.words import content_words

_FEWEST, _LONGEST, _WHOLE = 3, 11, 12
_AT_ONCE = re.compile(r"\s(?:as|while)\s")
_RUN = re.compile(
    r"(?<![^\s])[A-Z][\w\u2019-]+(?:\s(?:of\s|de\s)?(?:d['\u2019])?[A-Z][\w-]+)*(?:\s(?P<noun>[a-z]+))?"
)
_NO_NEWS = LITTLE | {*MONTHS, *WEEKDAYS}
_ASKING = re.compile(r"^(?:How|Why|What|When|Where|Who|Which)\s")
_EVENT = re.compile(
    r"\b[Tt]he (?P<what>(?:[A-Z][\w-]*\s(?:of\s)?){1,5}"
    r"(?:final|summit|election|elections|referendum|earthquake|eruption|marathon|tournament"
    r"|conference|festival|mission|treaty|agreement|prize))\b"
)
_CLAUSE = re.compile(
    r"\s*[:;,]\s|\s[\u2013-]\s|\s(?:as|after|amid|while|but|before|when|because|despite|since)\s"
)
_PHRASE = re.compile(r"\s(?:for|to|at|in|on|with|over|by|that|during|until)\s")
_UNUSABLE = re.compile(r"[?!\u203a]")
_ASKS = re.compile(
    r"(?:In this (?:image|photo|picture)|How|Why"
    r"|What|When|Where|Who|Which|Is|Are|Can|Could|Should|Will|Does|Do)\s"
)
_SUBORDINATE = re.compile(r"(?:After|As|While|When|Before|Despite|With|If|Because|Since|Amid)\s")
_NAME = re.compile(r"(?<!^)\b[A-Z]|^\w?[A-Z]{2}|\d")
_TELLING = 3
"""A headline of fewer words that tell something says too little."""
_SITE = re.compile(r"\s[|\u203a]\s")
_OFTEN = 2
_NAMED_OFTEN = 4
_FIRST = 3
"""So many sentences at the front may name what has happened."""
_TITLED = 0.6
"""Where more of its words than that have capitals, they tell no names."""


@lru_cache(maxsize=4)
def cuts(headline: str, telling: str = "") -> tuple[str, ...]:
    """What can be quoted of a headline, the longest first; nothing where it is a question.

    Where it has a name that tells what the news is, `telling`, every part quoted has that.
    """
    text = _quotable(headline)
    if (
        len(content_words(text)) < _TELLING
        or text.isupper()
        or _ASKS.match(text)
        or _UNUSABLE.search(text)
    ):
        return ()
    found = [text, *_before(_CLAUSE, text, _FEWEST)]
    mark = ", " if _SUBORDINATE.match(text) else ": "
    if mark in text:
        behind = text.split(mark, 1)[1]
        found += [behind[:1].upper() + behind[1:]]
    for match in _AT_ONCE.finditer(text) if telling else ():
        behind = text[match.end() :]
        found += [behind[:1].upper() + behind[1:]]
    if len(found) == 1:
        found += _before(_PHRASE, text, _FEWEST + 1)
    usable = [one for one in (_stripped(one) for one in found) if _is_usable(one)]
    if not usable and len(text.split()) == _WHOLE and _is_usable(text, _WHOLE):
        usable = [text]
    if telling:
        usable = [one for one in usable if telling.replace("'", "\u2019") in one]
    return tuple(sorted(dict.fromkeys(usable), key=lambda one: _rank(text, one)))


def _rank(whole: str, text: str) -> tuple[bool, bool, int]:
    """The whole headline first, then what has a name, then the longer ones."""
    return text != whole, not _NAME.search(text), -len(text.split())


def _before(pattern: re.Pattern[str], text: str, fewest: int) -> list[str]:
    """What stands before each place of a pattern, where that has enough words."""
    found = [text[: match.start()] for match in pattern.finditer(text)]
    return [one for one in found if len(one.split()) >= fewest]


def _stripped(text: str) -> str:
    return text.strip(" ,:;\u2013-")


def _is_usable(text: str, longest: int = _LONGEST) -> bool:
    words = text.split()
    opened, closed = text.count("\u2018"), len(re.findall(r"\u2019(?!\w)", text))
    is_whole = not opened or opened == closed
    is_fit = _FEWEST <= len(words) <= longest and (
        words[-1].lower() not in LITTLE or text.endswith(" at last")
    )
    if _SUBORDINATE.match(text) and "," not in text:
        return False
    return is_fit and is_whole and text.count("(") == text.count(")")


def _quotable(headline: str) -> str:
    """A headline with single quotation marks, typographic, and without what names the site."""
    text = re.split(_SITE, headline)[0].strip(" .#*")
    text = re.sub(r"^(?:[Tt]itle|[Hh]eadline|LIVE|Live|Explainer|Analysis|Watch): ", "", text)
    text = re.split(r"(?<=[a-z]{4})\.\s(?=[A-Z])", text)[0]
    text = re.sub(r'(?<![\w.,])["\u201c\u2018\'](?=\w)', "\u2018", text)
    return re.sub(r'["\u201d\']', "\u2019", text)


@lru_cache(maxsize=4)
def _capitals(headline: str) -> bool:
    words = [word for word in headline.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLED * max(len(words), 1)


def telling(view: View) -> str:
    """The name in a headline that tells most what the news is, no person or place; or ""."""
    headline, plain = _named(view), view.article.plain
    if _capitals(headline):
        return ""
    found: dict[str, int] = {}
    for match in _RUN.finditer(headline):
        run = match[0].removesuffix(f" {match['noun']}")
        whole = match[0] if match["noun"] and _is_one(plain, run, match["noun"]) else run
        is_name = not {run, run.lower()} & _NO_NEWS and (match.start() or run in view.names.counts)
        if is_name and (whole != run or not is_bare(view, run)):
            found[whole] = plain.count(whole)
    best = max(found, key=lambda one: found[one], default="")
    return best if best and found[best] >= _OFTEN else ""


def is_bare(view: View, name: str) -> bool:
    """True for a person, a country or a place, which alone tells no news."""
    alone = name.removeprefix("the ").removesuffix("\u2019s").removesuffix("'s")
    kinds = view.names.kinds
    is_known = any(alone in kinds.get(kind, ()) for kind in (PERSON, COUNTRY, CITY))
    is_known = is_known or (
        alone in kinds.get(PLACE, ()) and not (" " in alone and group(alone.split()[-1].lower()))
    )
    is_short = "." in alone or alone in view.names.full or alone in gazetteer.by_demonym()
    return is_known or is_short or alone in gazetteer.things()


def _is_one(plain: str, name: str, noun: str) -> bool:
    """True where a name mostly has a noun behind it: "the Elizabeth line"."""
    every = plain.count(name)
    is_verb = noun.endswith(("s", "ed")) and noun in verbs()
    if is_verb or noun in LITTLE or noun in PEOPLE:
        return False
    return _OFTEN * plain.count(f"{name} {noun}") >= max(every, _OFTEN)


def topic(view: View) -> str:
    """The thing with a name that an article is most of all about, or ""."""
    if told := telling(view):
        return _with_event(view, told).replace("'", "\u2019")
    headline, counts = _named(view), view.names.counts
    headline = _ASKING.sub("", headline)
    named = [
        one
        for one in sorted(counts, key=lambda one: -counts[one])
        if counts[one] >= _OFTEN and re.search(rf"\b{re.escape(one)}\b", headline)
    ]
    if named and not is_bare(view, _in_headline(view, named[0])):
        return _in_headline(view, named[0])
    for sentence in view.article.sentences[:_FIRST]:
        if match := _EVENT.search(sentence.text):
            return f"the {match['what']}"
    first = [
        one.text
        for at in range(_FIRST)
        for one in view.names.by_sentence.get(at, ())
        if counts.get(one.text, 0) >= _NAMED_OFTEN and one.kind == OTHER
    ]
    clear = [one for one in first if not is_bare(view, one)]
    if clear:
        return view.the(max(clear, key=lambda one: counts[one]))
    return _in_headline(view, named[0]) if named else ""


def _with_event(view: View, name: str) -> str:
    """A name as the article has it, with what happened: "the Africa Cup of Nations final"."""
    for sentence in view.article.sentences[:_FIRST]:
        if (match := _EVENT.search(sentence.text)) and name in match["what"]:
            return f"the {match['what']}"
    longer = re.search(
        rf"(?<=[a-z] )(?P<whole>(?!The )(?:[A-Z]\w+ ){{1,2}}{re.escape(name)})\b",
        view.article.plain,
    )
    if longer:
        return f"the {longer['whole']}"
    return f"the {name}" if name.split()[-1].islower() else view.the(name)


def _named(view: View) -> str:
    """The headline without the name of the site."""
    return re.split(_SITE, view.article.headline)[0]


def _in_headline(view: View, name: str) -> str:
    """A name as the headline has it, with what belongs to it: "Hurricane Otis"."""
    headline = re.sub(r"\b(?:How|Why|What|When|Where|Who|Which) ", "", _named(view))
    if _capitals(headline):
        return view.the(name)
    run = rf"(?:\b[A-Z][\w-]+ )*\b{re.escape(name)}\b(?: [A-Z][\w-]+)*"
    match = re.search(rf"(?P<run>{run})(?: (?P<noun>[a-z]+))?", headline)
    if match is None:
        return view.the(name)
    if group(match["noun"] or ""):
        return f"the {match['run']} {match['noun']}"
    found = match["run"] if match.start() else name
    return view.the(name) if found == name else found
