"""Putting a name in place of a noun that points at it, where an article leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.doubting.pointing import definites
from quizapp.drafting.drafts import Draft
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.antecedents import meant_by_he, meant_by_it, meant_by_they, names_person
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.known import HEADLINE, Introduced, Known, introduced
from quizapp.drafting.named.names import CITY, COUNTRY, ORG, OTHER
from quizapp.drafting.named.protagonists import hero, is_alone, only_company, only_land
from quizapp.drafting.named.thing_nouns import group, has_noun
from quizapp.packs.words import content_words

_AS_IT_STANDS = frozenset(("quote", "acronym"))
_QUOTED = re.compile('\u201c[^\u201d]*\u201d|"[^"]*"')
_TELLING = frozenset(("central", "whole", "entire", "same"))
"""What may stand before a noun without telling one thing from another."""

_NO_PERSON = frozenset((CITY, COUNTRY, ORG))
_PERSONAL = re.compile(
    r"\b(?<!own )(?P<word>[Hh]e|[Ss]he|[Hh]is|[Hh]im|[Hh]er)\b(?!\sown\b)"
    r"(?P<noun>\s(?!(?:in|on|at|to|for|with|by|from|of|as|and|or|that|when|after|before|the|an?"
    r"|into|out|up|home)\b)[a-z]+)?"
)
_OF_ASKED = re.compile(r"(?:According to [^,]+, )?(?:[Ww]ho|[Ww]hose)\b|By (?:his|her) own account")
_OFTEN = 3
_LAND = re.compile(
    r"\b[Tt]he (?:country|nation|(?P<its>government|parliament|economy|capital|army|authorities))"
    r"\b(?! of\b| that\b| which\b| with\b| [a-z]+(?:ment|tion|er|or|ist)s?\b)"
)
_FRONT = re.compile(r"(?:It|Its|They|The two|Both)\b(?! of\b)")
_FIRM = re.compile(r"\b[Tt]he (?:company|group|firm|business)\b(?! (?:of|that|which|with|who)\b)")
_AGED = re.compile(r"\b[Tt]he \d{1,2}-year-old\b(?!\s[a-z]+\s(?:who|was|had|is|has|said)\b)")
_BODIES = frozenset(("company", "agency", "organisation", "bloc"))
"""Where these are talked of, every other organisation nearby might be meant."""
_INSTITUTION = re.compile(r"\b[Tt]he\s[A-Z][a-z]+(?=['\u2019\s?.,])(?!\s+(?:of\s)?[A-Z])")
_OWNER = re.compile(r"[Tt]he\s(?:[\w-]+\s){0,2}?[\w-]+['\u2019]s")


class Namer:
    """Names what the questions on one article only point at."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.things: Introduced = introduced(view.article, view.names)
        self._headline = content_words(view.article.headline)
        self._land = only_land(view)
        self._company = only_company(view)
        self._full = hero(view) | view.names.full

    def named(self, idea: Idea) -> Idea:
        """`idea` with names in its question; each name that was put there is told by a flag."""
        if idea.kind in _AS_IT_STANDS:
            return idea
        idea = self._people(idea)
        idea = self._aged(self._lands(self._persons(self._front(idea))))
        idea = self._companies(idea)
        for start, end, noun, words in sorted(_pointing(idea.ask), reverse=True):
            known = self._certain(idea, noun, words)
            rest = idea.ask[:start] + idea.ask[end:]
            if known is not None and not _tells(idea, known.said, known.name, rest):
                idea = _put(idea, start, end, known.said)
        return idea

    def settled(self, draft: Draft) -> Draft:
        """`draft` without the flag for a noun whose name stands in the question or the answer."""
        flag = next((one for one in draft.flags if one.name == "vague"), None)
        if flag is None:
            return draft
        open_: list[str] = []
        found = list(_pointing(draft.ask))
        for start, end, noun, _ in found:
            meant = [one.name.split()[-1] for one in self.things.of(noun)]
            here = f"{draft.ask} {draft.answer}"
            if len(meant) != 1 or meant[0] not in here or draft.ask[start:end].istitle():
                open_.append(draft.ask[start:end])
        if not found or open_ or not any(draft.ask[a:b] in flag.about for a, b, _, _ in found):
            return draft
        return draft._replace(flags=tuple(one for one in draft.flags if one != flag))

    def _people(self, idea: Idea) -> Idea:
        """Family names alone become whole names, the first time each stands in the question."""
        for name in self._view.names_in(idea.sentence):
            whole = self._full.get(name.text, name.text)
            is_there = name.text in idea.ask and whole not in idea.ask
            if whole == name.text or name.kind in _NO_PERSON or not is_there:
                continue
            if str(idea.answer) == whole or whole.split()[-1] in str(idea.answer).split():
                continue
            alone = rf"(?<![\w-])(?<![A-Z]\w\s){re.escape(name.text)}(?![\w-]|\s[A-Z])"
            match = re.search(alone, idea.ask)
            if match and not _is_quoted(idea.ask, match.start()):
                ask = f"{idea.ask[: match.start()]}{whole}{idea.ask[match.end() :]}"
                idea = idea._replace(ask=ask)
        return idea

    def _persons(self, idea: Idea) -> Idea:
        """ "He" or "her" by the name of the one person whom the lines before can mean."""
        match = _PERSONAL.search(idea.ask)
        if match is None or _is_quoted(idea.ask, match.start()) or _OF_ASKED.match(idea.ask):
            return idea
        here, word = idea.sentence, match["word"]
        place = re.search(rf"\b{word}\b", here.text, re.IGNORECASE)
        if place is None or names_person(self._view, here, place.start(), word.lower()):
            return idea
        name = meant_by_he(self._view, here, is_she=word.lower() in ("she", "her"))
        if not name or _tells(idea, name, name):
            return idea
        owns = word.lower() == "his" or (word.lower() == "her" and match["noun"])
        return _put(idea, *match.span("word"), f"{name}{_owning(name)}" if owns else name)

    def _lands(self, idea: Idea) -> Idea:
        """ "The country" by its name, where the article is about one country only."""
        match = _LAND.search(idea.ask)
        if not match or not self._land or _is_quoted(idea.ask, match.start()):
            return idea
        here = idea.sentence.number
        by_sentence = self._view.names.by_sentence
        near = [*by_sentence.get(here - 1, ()), *by_sentence.get(here, ())]
        place = idea.sentence.text.lower().find(match[0].lower())
        last = idea.sentence.start + place if place >= 0 else idea.sentence.end
        named = [one.text for one in near if one.kind == COUNTRY and one.start < last]
        if all(one in self._land for one in named) and not _tells(idea, self._land, self._land):
            land = self._land
            said = f"{land}{_owning(land)} {match['its']}" if match["its"] else land
            return _put(idea, match.start(), match.end(), said)
        return idea

    def _front(self, idea: Idea) -> Idea:
        """ "It" or "They" at a sentence's front by the name that the line before begins with."""
        here = idea.sentence
        match = _FRONT.match(here.text)
        place = re.search(rf"\b{match[0]}\b", idea.ask, re.IGNORECASE) if match else None
        if match is None or place is None or _is_quoted(idea.ask, place.start()):
            return idea
        is_thing = match[0] in ("It", "Its")
        name = (meant_by_it if is_thing else meant_by_they)(self._view, here)
        if not name or any(_tells(idea, one, one) for one in name.split(" and ")):
            return idea
        return _put(idea, *place.span(), f"{name}{_owning(name)}" if match[0] == "Its" else name)

    def _companies(self, idea: Idea) -> Idea:
        """ "The group" by its name, where the article is about one company only."""
        match = _FIRM.search(idea.ask) if self._company else None
        if (
            not match
            or _is_quoted(idea.ask, match.start())
            or not is_alone(self._view, self._company, idea.sentence)
        ):
            return idea
        if _tells(idea, self._company, self._company):
            return idea
        return _put(idea, *match.span(), self._company)

    def _aged(self, idea: Idea) -> Idea:
        """ "The 23-year-old" at a sentence's front by the name that the line before has."""
        match, here = _AGED.search(idea.ask), idea.sentence
        if not match or _is_quoted(idea.ask, match.start()) or not _AGED.match(here.text):
            return idea
        names = {meant_by_he(self._view, here, is_she=is_she) for is_she in (True, False)} - {""}
        name = next(iter(names), "") if len(names) == 1 else ""
        return _put(idea, *match.span(), name) if name and not _tells(idea, name, name) else idea

    def _certain(self, idea: Idea, noun: str, words: tuple[str, ...]) -> Known | None:
        """The one thing that the noun can stand for in the idea's sentence, or None."""
        here = idea.sentence.number
        others = self.things.others.get(group(noun), frozenset())
        found = [one for one in self.things.of(noun) if one.sentence < here]
        told = {one for one in words if one.capitalize() not in by_demonym()}
        found = [one for one in found if not told - one.words - _TELLING]
        if len(found) > 1:
            main = [one for one in found if self._is_main(one)]
            if len(main) != 1 or any(self._is_near(one, here) for one in found if one != main[0]):
                return None
            found = main
        if not found or any(_since(found[0], here) < place <= here for place in others):
            return None
        if found[0].sentence == HEADLINE and self._has_other(found[0], here):
            return None
        if group(noun) in _BODIES and self._has_other_body(found[0], here):
            return None
        head = re.findall(rf"[A-Z][\w-]* {noun.capitalize()}\b", self._view.article.headline)
        if any(one not in found[0].said for one in head):
            # Of two islands, "the island" is the headline's.
            return None
        return found[0]

    def _has_other(self, one: Known, here: int) -> bool:
        """True where another thing with a name stands in a sentence or the one before it."""
        by_sentence = self._view.names.by_sentence
        near = (*by_sentence.get(here - 1, ()), *by_sentence.get(here, ()))
        return any(name.kind == OTHER and name.text not in one.said for name in near)

    def _has_other_body(self, one: Known, here: int) -> bool:
        """True where another organisation is named in a sentence or the one before it."""
        by_sentence = self._view.names.by_sentence
        near = (*by_sentence.get(here - 1, ()), *by_sentence.get(here, ()))
        return any(name.kind in (ORG, OTHER) and name.text not in one.name for name in near)

    def _is_main(self, one: Known) -> bool:
        """True for what the headline names, or the first sentence and many others."""
        if content_words(one.name) & self._headline - {one.name.split()[-1].lower()}:
            return True
        return one.sentence == 0 and self._view.names.counts.get(one.name, 0) >= _OFTEN

    def _is_near(self, one: Known, here: int) -> bool:
        """True where a thing is named in a sentence's own paragraph or the one before."""
        every = self._view.article.sentences
        near = every[here].paragraph - 1
        place = here
        while place >= 0 and every[place].paragraph >= near:
            if one.name.split()[-1] in every[place].text:
                return True
            place -= 1
        return False


def _since(one: Known, here: int) -> int:
    """From which sentence on nothing else of its kind may be spoken of."""
    return here - _NEARBY if one.sentence == HEADLINE else one.sentence


_NEARBY = 3


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def _owning(name: str) -> str:
    return "\u2019" if name.endswith("s") else "\u2019s"


def _pointing(ask: str) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """Where a question points at a thing that may be named: place, noun, and what describes it."""
    if not has_noun(_words(ask)):
        return
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), ask)
    for start, end in (*definites(plain), *_institutions(plain)):
        if owner := _OWNER.match(plain, start, end):
            # "The canal's biggest user" points at the canal.
            end = owner.end()
        words = plain[start:end].lower().replace("\u2019s", "").removesuffix("'s").split()
        if len(words) > 1 and group(words[-1]):
            yield start, end, words[-1], tuple(words[1:-1])


def _institutions(plain: str) -> Iterator[tuple[int, int]]:
    """Where a body is named by its noun alone: "the Academy"."""
    for match in _INSTITUTION.finditer(plain):
        if not re.search(r"[A-Z][\w-]*\sof\s$", plain[: match.start()]):
            yield match.span()


def _is_quoted(ask: str, place: int) -> bool:
    return any(match.start() < place < match.end() for match in _QUOTED.finditer(ask))


def _tells(idea: Idea, said: str, name: str, rest: str = "") -> bool:
    """True where the name gives the answer away, or the question has it already."""
    if isinstance(idea.answer, str) and content_words(idea.answer) & content_words(said):
        return True
    return name.split()[-1] in (rest or idea.ask)


def _put(idea: Idea, start: int, end: int, said: str) -> Idea:
    phrase = idea.ask[start:end]
    owner = next((one for one in ("\u2019s", "'s") if phrase.endswith(one)), "")
    doubt = ("resolved", f'{said}: the article says "{phrase.removesuffix(owner)}"')
    if phrase[0].isupper():
        said = said[0].upper() + said[1:]
    return idea._replace(
        ask=f"{idea.ask[:start]}{said}{owner}{idea.ask[end:]}", doubts=(*idea.doubts, doubt)
    )
