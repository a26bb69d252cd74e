"""Wording questions on a clause: the subject inside a sentence, times made absolute, the order."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.clause import Clause
from quizapp.drafting.grammar.speech import Report, earlier
from quizapp.drafting.grammar.times import Time
from quizapp.drafting.grammar.words import LITTLE, TITLES, verbs
from quizapp.drafting.ideas import Idea, View, absolute, capital, lowered, tidy
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.names import ORG, OTHER, PERSON, Name
from quizapp.drafting.text.article import Sentence

PAST = {"is": "was", "are": "were", "has": "had", "have": "had", "does": "did", "do": "did"}
"""What was so at a time that is told is asked in the past."""

_AHEAD = frozenset(("will", "shall"))
_NEAR = 30
"""A pronoun stands for a name at most so many characters behind its sentence's beginning."""
_REGIONAL = frozenset(("Western", "Eastern", "European", "Asian", "African", "Arab"))
_CONDITION = re.compile(
    r"(?:When|Once|If|Unless|Until)\b|(?:After|Before)\s(?:the|a|an|his|her|its|their|it|he|she)\b"
)
_NO_NAME = ("ing", "tion", "ment", "ness")
_SOMEWHERE = re.compile(r"(?:In|At|Across)\s+(?:the\s+)?[A-Z]")


def is_condition(intro: str) -> bool:
    """True for a clause in front without which what follows may be false."""
    return _CONDITION.match(intro) is not None


_HE_SAID = re.compile(r",\s+(?P<who>he|she)\s+(?:said|told|added|wrote|noted)\b[^,\"]{0,40}\.?$")


def _who_says(view: View, sentence: Sentence) -> Name | None:
    """Who "he" is in ", he said" at a sentence's end, where the sentence before tells it."""
    match = _HE_SAID.search(sentence.text)
    if match is None or any(one.kind == PERSON for one in view.names_in(sentence)):
        return None
    return earlier(view, sentence, is_she=match["who"] == "she")


class Phrasing:
    """One clause of a sentence with what is needed to word questions on it."""

    def __init__(self, view: View, sentence: Sentence, clause: Clause, told: Report) -> None:
        self.view, self.sentence, self.clause = view, sentence, clause
        self.own = ""
        self.doubts: list[tuple[str, str]] = []
        if told.unsure and (name := _who_says(view, sentence)):
            told = told._replace(who=view.names.whole(name), unsure=False)
            self.doubts.append(("resolved", f"{told.who}: the sentence has a pronoun"))
        self.told = told
        if told.unsure:
            self.doubts.append(("claim", "reported by somebody whom the sentence does not name"))
        between = sentence.text[clause.subject_span[1] : clause.rest_span[0]]
        self.also = " also " in between
        self.bare_subject, self.subject_time = self._without_time(clause.subject)
        self.subject = self._resolved() or self._inside(absolute(view, self.bare_subject))
        self.rest = clause.rest
        self.times = view.times_in(self.rest, ahead=clause.aux in _AHEAD)
        self.intro_time = (
            next(iter(view.times_in(clause.intro, ahead=clause.aux in _AHEAD)), None)
            if clause.intro
            else None
        )
        self.doubts += [
            ("relative-time", time.text)
            for time in (self.subject_time, self.intro_time)
            if time is not None and time.relative and not time.said
        ]

    def _without_time(self, text: str) -> tuple[str, Time | None]:
        times = self.view.times_in(text)
        if times and times[-1].end == len(text) and times[-1].start > 2:
            before = text[: times[-1].start].rstrip(" ,")
            if before.rsplit(" ", 1)[-1] not in LITTLE:
                return before, times[-1]
        return text, None

    def _resolved(self) -> str:
        """The subject with the name that "he" or "her" at its front stands for, or ""."""
        first, _, behind = self.bare_subject.partition(" ")
        word = first.lower()
        if speaker := self._speaker_of(word):
            return speaker
        if (word in ("he", "she")) == bool(behind) or word not in ("he", "she", "his", "her"):
            return ""
        name = earlier(self.view, self.sentence, is_she=word in ("she", "her"))
        if name is None or any(one.kind == PERSON for one in self.view.names_in(self.sentence)):
            return ""
        former = self.view.article.sentences[name.sentence]
        if name.start - former.start > _NEAR:
            return ""
        who = self.view.names.whole(name)
        self.doubts.append(("resolved", f'{who}: the sentence says "{first}"'))
        return f"{who}'s {behind}" if behind else who

    def _speaker_of(self, word: str) -> str:
        """Who reports, where the subject is the pronoun that stands for them; else ""."""
        kind = {"it": ORG, "he": PERSON, "she": PERSON}.get(word)
        who = self.told.who
        if not kind or not who or " " in self.bare_subject:
            return ""
        names = [one for one in self.view.names_in(self.sentence) if one.text == who]
        if len(names) != 1 or names[0].kind != kind:
            return ""
        self.own = {"it": "its", "he": "his", "she": "her"}[word]
        self.doubts.append(("resolved", f'{who}: the sentence says "{self.bare_subject}"'))
        return who

    def _inside(self, subject: str) -> str:
        """The subject as it stands inside a sentence: "star tackle Suh"."""
        text = lowered(subject)
        words = text.split()
        if words[0] in by_demonym() or words[0] in _REGIONAL | TITLES:
            return text
        begin = self.sentence.start + self.clause.subject_span[0]
        for one in self.view.names_in(self.sentence):
            if one.start == begin and one.text == subject and one.kind == PERSON:
                return self.view.names.whole(one)
        if not re.match(r"[A-Z][a-z]+$", words[0]):
            return text
        names = self.view.names.all
        starts = any(one.start == begin for one in self.view.names_in(self.sentence))
        if len(words) < 2:
            return self._lowered(text)
        if starts and (not words[1].islower() or words[1] in ("of", "and", "de", "van", "von")):
            return text
        known = any(one.text.split()[0] == words[0] and one.start != begin for one in names)
        return self._lowered(text) if known else text[0].lower() + text[1:]

    def _lowered(self, text: str) -> str:
        """`text` with a small letter where its first word is surely no name."""
        first, plain = text.split()[0], self.view.article.plain
        if any(one.text == first and one.kind != OTHER for one in self.view.names.all):
            return text
        is_common = first != text or first.endswith(_NO_NAME) or f" {first.lower()} " in plain
        is_name = re.search(rf"[a-z,]\s{first}\b", plain) is not None
        return text[0].lower() + text[1:] if is_common and not is_name else text

    def led(self, ask: str) -> str:
        """`ask` behind the one who reports it, and with a question mark."""
        ask = ask.strip(" ,.")
        if self.own:
            return tidy(f"By {self.own} own account, {lowered(ask)}?")
        if self.told.who:
            return tidy(f"According to {self.told.who}, {lowered(ask)}?")
        return tidy(capital(f"{ask}?"))

    def said(self, text: str, *, skip: Time | None = None) -> str:
        """`text` with its times made absolute; without the time `skip`."""
        return absolute(self.view, text, skip, ahead=self.clause.aux in _AHEAD)

    def context(self) -> str:
        """The time or the place that stands in front of the clause, to be said at its end."""
        for time in (self.intro_time, self.subject_time):
            if time is not None and time.said:
                return f" {time.said}"
        intro = self.clause.intro
        if is_condition(intro):
            return f" {intro[0].lower()}{intro[1:]}"
        if _SOMEWHERE.match(intro) and len(intro.split()) <= 6:
            return f" {intro[0].lower()}{intro[1:]}"
        return ""

    def dated(self) -> str:
        """ " as of 4 July 2024" for what has no time of its own and is told in the present."""
        if self.clause.aux == "will" and self.view.today:
            return f", as foreseen{self.view.in_month}"
        has_time = any(time.said for time in self.times) or self.intro_time or self.subject_time
        if has_time or not self.clause.present or not self.view.today:
            return ""
        return self.view.as_of

    def inverted(self, rest: str) -> str:
        """Helper, subject, verb and rest, in the order of a question."""
        return f"{self.turned()} {rest}{self.context()}{self.dated()}"

    def turned(self) -> str:
        """Helper, subject and verb."""
        helper = self.clause.helper
        if self._was_so():
            helper = PAST.get(helper, helper)
        if self.view.today and helper == "will":
            helper = "would"
        return f"{helper} {self.subject} {self.clause.asked}"

    def _was_so(self) -> bool:
        """True for the present that a past day belongs to; "as of" it, the present stays."""
        return bool(self.view.today and self.clause.present) and self.dated() != self.view.as_of

    def predicate(self) -> str:
        """The verb behind a subject, in the past for what has a time of its own."""
        clause = self.clause
        if self.view.today and clause.aux == "will":
            return f"would{clause.predicate[len(clause.aux) :]}"
        if self._was_so() and clause.aux in PAST:
            return PAST[clause.aux] + clause.predicate[len(clause.aux) :]
        if self._was_so() and not clause.aux and clause.verb in verbs():
            return " ".join(filter(None, (clause.middle, verbs()[clause.verb].past)))
        return clause.predicate

    def idea(
        self, kind: str, ask: str, answer: object, of: str, start: int, end: int, **more: object
    ) -> Idea:
        """An idea with what the clause knows of every question on it."""
        known = {
            "said_by": self.told.who,
            "doubts": tuple(self.doubts),
            "changes": self.clause.present,
        }
        given = {**known, **more}
        return Idea(kind, self.led(ask), answer, of, self.sentence, start, end, **given)  # type: ignore[arg-type]
