"""A question's place in the news: the headline and the month, where the question alone is vague."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.number_words import SMALL
from quizapp.drafting.doubting.references import NO_OCCASION, UNNAMED, WHICH
from quizapp.drafting.doubting.rereading import is_short_for_more, long_flag
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.ideas import View, lowered
from quizapp.drafting.named.known import Introduced
from quizapp.drafting.named.names import COUNTRY, ORG, OTHER, PERSON
from quizapp.drafting.named.protagonists import COMPANY, LAND, only_land
from quizapp.drafting.named.thing_nouns import group
from quizapp.drafting.rules.filling import with_day
from quizapp.drafting.rules.gaps import is_undated
from quizapp.drafting.text.headlines import cuts, is_bare, telling, topic
from quizapp.packs.words import content_words

_WORSE = frozenset(("pronoun", "garbled", "duplicate"))
_THINGS = frozenset(("it", "there"))
_ACTING = frozenset((ORG, COUNTRY, PERSON))
_SHORT = "short:"
_MOST, _AT_MOST = 29, 33
"""A question with its lead has so many words; or so many, where no shorter lead is left."""
_STEM = 5
"""Words that begin with so many letters alike are of one family: "erupts", "eruption"."""
_DAY = r"\d{1,2} [A-Z][a-z]+ \d{4}"
_GAP = re.compile(
    rf"Fill the gap(?: as of (?P<day>{_DAY}))?(?P<told>, according to [^:]*)?: (?P<rest>.*)"
)
_AS_OF = re.compile(rf"As of (?P<day>{_DAY}), (?P<rest>.*)")
_LAST = re.compile(rf",? as of (?P<day>{_DAY})\?$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TELLING = frozenset((PERSON, ORG, OTHER))
"""Names of these say what a question is on; that of a place may stand in any."""


class _Parts(NamedTuple):
    """A question taken apart: what comes before the lead and behind it, and the day it names."""

    front: str
    told: str
    rest: str
    day: str


class Placer:
    """Puts the news in front of the questions on one article that do not say what they are on."""

    def __init__(self, view: View, things: Introduced) -> None:
        self._view = view
        self._things = things
        self._news = cuts(view.article.headline, telling(view))
        self._topic = topic(view)
        self._is_bare = is_bare(view, self._topic)
        named = {one.text: one.kind for one in view.names.all}
        headline = view.article.headline
        self._acts = any(kind in _ACTING and one in headline for one, kind in named.items())
        self._many: dict[str, bool] = {}
        self._told = {one.text for one in view.names.all if one.kind in _TELLING}
        self._land = only_land(view)

    def placed(self, draft: Draft) -> Draft:
        """`draft` with the news it belongs to in front, where it does not say what it is on.

        The flag for what is vague goes where the lead names that.
        """
        open_ = [one for one in draft.flags if _is_open(one)]
        if any(not content_words(one.about).isdisjoint(COMPANY) for one in open_):
            # Another company may be meant: of the headline's one it would say something false.
            return self._dated(draft)
        if not self._needs(draft, is_open=bool(open_) or self._is_pointing(draft)):
            return self._dated(draft)
        parts = self._parts(draft.ask)
        # The colon and the comma behind a lead are no words of their own.
        room = _AT_MOST + 1 - len(self._ask(parts, "").split())
        found = [(one, len(one.split())) for one in self._leads(draft, parts)]
        said = {
            one: sum(self._says(one, flag) for flag in open_) for one, long in found if long <= room
        }
        if not said:
            return self._dated(draft)
        best = max(said.values())
        saying = [(one, long) for one, long in found if said.get(one) == best]
        short = [one for one, long in saying if long <= room + _MOST - _AT_MOST]
        lead = short[0] if short else saying[-1][0]
        flags = tuple(one for one in draft.flags if not self._is_settled(lead, one, parts.rest))
        ask = self._ask(parts, lead)
        if not any(one.name == "long" for one in flags):
            flags += long_flag(ask)
        return draft._replace(ask=ask, flags=flags)

    def _is_settled(self, lead: str, flag: Flag, rest: str) -> bool:
        """True where a doubt goes with the lead: what was open is named, or the day is."""
        if flag.name == "as-of":
            return self._view.today is not None and "(" in lead
        if flag.about in (UNNAMED, NO_OCCASION) and " the letters " not in rest:
            # A name alone is no occasion, nor is news that the question shares no word with.
            is_news = lead.startswith("\u201c")
            is_shared = is_news and not _stems(lead).isdisjoint(_stems(rest))
            return is_shared or (flag.about == UNNAMED and not is_news)
        return _is_open(flag) and self._says(lead, flag)

    def _dated(self, draft: Draft) -> Draft:
        """`draft` with the day it holds for, where it is told in the present and has none."""
        flags = tuple(one for one in draft.flags if one.name != "as-of")
        is_open = len(flags) < len(draft.flags) and bool(draft.as_of) and draft.kind == "gap"
        if not is_open or draft.said_by or not is_undated(draft.ask):
            return draft
        ask = with_day(self._view, draft.ask)
        return draft._replace(ask=ask, flags=flags) if len(ask.split()) <= _AT_MOST else draft

    def _needs(self, draft: Draft, *, is_open: bool) -> bool:
        """True where a question leaves open what it is on, and nothing worse is wrong with it."""
        worse = [one for one in draft.flags if one.name in _WORSE and not _is_open(one)]
        if worse and not (worse[0].name == "pronoun" and self._is_pointing(draft)):
            return False
        if draft.kind == "acronym":
            return is_short_for_more(draft.ask)
        if is_open:
            return True
        if _YEAR.search(draft.ask) or draft.kind in ("role", "date"):
            return False
        if isinstance(draft.answer, (int, float)) or draft.kind == "quote":
            return not _YEAR.fullmatch(str(draft.answer))
        return not any(name in draft.ask for name in self._told)

    def _is_pointing(self, draft: Draft) -> bool:
        """True for "it", where the headline names nobody of whom that would say something else."""
        about = next((one.about.lower() for one in draft.flags if one.name == "pronoun"), "")
        return about in _THINGS and not self._acts

    def _leads(self, draft: Draft, parts: _Parts) -> Iterator[str]:
        """What may stand in front, the best first: nothing that gives the answer away."""
        answer = _words(str(draft.answer))
        when = self._when(draft, parts)
        for one in self._news:
            if not answer & _words(one):
                yield f"\u201c{one}\u201d{when}"
        topic, said = self._topic, f"{draft.answer} {parts.rest}"
        if topic and when and topic.split()[-1] not in said and not answer & _words(topic):
            yield f"{topic}{when}"

    def _when(self, draft: Draft, parts: _Parts) -> str:
        """The day or the month of the news, in brackets, where no date is asked for."""
        day = parts.day or self._view.month
        is_asked = bool(day) and day.split()[-1] in str(draft.answer)
        return f" ({day})" if day and not is_asked else ""

    def _parts(self, ask: str) -> _Parts:
        month = self._view.month
        if match := _GAP.fullmatch(ask):
            return _Parts(
                "Fill the gap, on ", match["told"] or "", match["rest"], match["day"] or ""
            )
        if match := _AS_OF.fullmatch(ask):
            return _Parts("On ", "", self._inside(match["rest"]), match["day"])
        match = _LAST.search(ask)
        rest = f"{ask[: match.start()]}?" if match else ask
        if month:
            rest = rest.replace(f" in {month}: ", ": ").replace(f" in {month}?", "?")
        return _Parts("On ", "", self._inside(rest), match["day"] if match else "")

    def _inside(self, rest: str) -> str:
        """A question as it goes on behind a colon: only a name keeps its capital."""
        first = re.match(r"[A-Z][a-z]+\b(?! [A-Z])", rest)
        if first and (f" {first[0].lower()} " in self._view.article.plain):
            return rest[0].lower() + rest[1:]
        return lowered(rest) if not rest.startswith("According") else f"a{rest[1:]}"

    def _ask(self, parts: _Parts, lead: str) -> str:
        return f"{parts.front}{lead}{parts.told}: {parts.rest}"

    def _says(self, lead: str, flag: Flag) -> bool:
        """True where the lead names what the flag misses."""
        if flag.about in (UNNAMED, NO_OCCASION) or flag.about.startswith(_SHORT):
            # A land or a person alone says no occasion.
            return not self._is_bare or not lead.startswith(f"{self._topic} (")
        words = content_words(flag.about.removesuffix(WHICH))
        stems = _stems(lead)
        if any(word[:_STEM] in stems and not self._is_many(word) for word in words):
            return True
        if words & LAND:
            return bool(self._land) and self._land in lead
        return any(self._is_known(word, lead) for word in words if group(word))

    def _is_many(self, noun: str) -> bool:
        """True where an article speaks of more than one thing that the noun may stand for."""
        if group(noun) and noun not in self._many:
            another = rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ther|[Tt]wo)\s(?:[\w-]+\s){{0,2}}{noun}s?\b"
            self._many[noun] = re.search(another, self._view.article.plain) is not None
        return self._many.get(noun, False)

    def _is_known(self, noun: str, lead: str) -> bool:
        """True where a lead has the name of the one thing that the noun stands for."""
        found = self._things.of(noun)
        return len(found) == 1 and found[0].name.split()[-1] in lead


def _is_open(flag: Flag) -> bool:
    """True for the flag of a noun that leaves open which: "the trial", "the group"."""
    is_noun = flag.name == "pronoun" and flag.about.lower().startswith("the ")
    return is_noun or flag.name == "vague"


@lru_cache(maxsize=256)
def _stems(lead: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in content_words(lead))


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    """The words of a text, with numbers in figures."""
    return frozenset(str(SMALL.get(word, word)) for word in content_words(text))
