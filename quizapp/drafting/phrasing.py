"""Wording questions on a clause: the subject inside a sentence, times made absolute, the order."""

from __future__ import annotations

import re

from quizapp.drafting.article import Sentence
from quizapp.drafting.clause import Clause
from quizapp.drafting.gazetteer import by_demonym
from quizapp.drafting.ideas import Idea, View, absolute, capital, lowered, tidy
from quizapp.drafting.speech import Report
from quizapp.drafting.times import Time
from quizapp.drafting.words import TITLES, verbs

PAST = {"is": "was", "are": "were", "has": "had", "have": "had", "does": "did", "do": "did"}
"""What was so on the article's day is asked in the past."""

_REGIONAL = frozenset(("Western", "Eastern", "European", "Asian", "African", "Arab"))
_SOMEWHERE = re.compile(r"(?:In|At|Across)\s+(?:the\s+)?[A-Z]")


class Phrasing:
    """One clause of a sentence with what is needed to word questions on it."""

    def __init__(self, view: View, sentence: Sentence, clause: Clause, told: Report) -> None:
        self.view, self.sentence, self.clause, self.told = view, sentence, clause, told
        self.doubts: list[tuple[str, str]] = []
        if told.unsure:
            self.doubts.append(("claim", "reported by somebody whom the sentence does not name"))
        between = sentence.text[clause.subject_span[1] : clause.rest_span[0]]
        self.also = " also " in between
        self.bare_subject, self.subject_time = self._without_time(clause.subject)
        self.subject = self._inside(self.bare_subject)
        self.rest = clause.rest
        self.times = view.times_in(self.rest)
        self.intro_time = next(iter(view.times_in(clause.intro)), None) if clause.intro else None

    def _without_time(self, text: str) -> tuple[str, Time | None]:
        times = self.view.times_in(text)
        if times and times[-1].end == len(text) and times[-1].start > 2:
            return text[: times[-1].start].rstrip(" ,"), times[-1]
        return text, None

    def _inside(self, subject: str) -> str:
        """The subject as it stands inside a sentence: "star tackle Suh"."""
        text = lowered(subject)
        words = text.split()
        if not re.match(r"[A-Z][a-z]+$", words[0]) or len(words) < 2:
            return text
        if words[0] in by_demonym() or words[0] in _REGIONAL | TITLES:
            return text
        begin = self.sentence.start + self.clause.subject_span[0]
        names = self.view.names.all
        starts = any(one.start == begin for one in self.view.names_in(self.sentence))
        if starts and (not words[1].islower() or words[1] in ("of", "and", "de", "van", "von")):
            return text
        known = any(one.text.startswith(words[0]) and one.start != begin for one in names)
        return text if known or not words[0].isalpha() else text[0].lower() + text[1:]

    def led(self, ask: str) -> str:
        """`ask` behind the one who reports it, and with a question mark."""
        ask = ask.strip(" ,.")
        if self.told.who:
            return tidy(f"According to {self.told.who}, {ask[0].lower()}{ask[1:]}?")
        return tidy(capital(f"{ask}?"))

    def said(self, text: str, *, skip: Time | None = None) -> str:
        """`text` with its times made absolute; without the time `skip`."""
        return absolute(self.view, text, skip)

    def context(self) -> str:
        """The time or the place that stands in front of the clause, to be said at its end."""
        for time in (self.intro_time, self.subject_time):
            if time is not None and time.said:
                return f" {time.said}"
        intro = self.clause.intro
        if _SOMEWHERE.match(intro) and len(intro.split()) <= 6:
            return f" {intro[0].lower()}{intro[1:]}"
        return ""

    def dated(self) -> str:
        """ " as of 4 July 2024" for what has no time of its own and is told in the present."""
        has_time = any(time.said for time in self.times) or self.intro_time or self.subject_time
        if has_time or not self.clause.present or not self.view.today:
            return ""
        return self.view.as_of

    def inverted(self, rest: str) -> str:
        """Helper, subject, verb and rest, in the order of a question."""
        helper = self.clause.helper
        if self.view.today and self.clause.present:
            helper = PAST.get(helper, helper)
        order = f"{helper} {self.subject} {self.clause.asked} {rest}"
        return f"{order}{self.context()}{self.dated()}"

    def predicate(self) -> str:
        """The verb behind a subject, in the past where the article's day is known."""
        clause = self.clause
        if self.view.today and clause.present and clause.aux in PAST:
            return PAST[clause.aux] + clause.predicate[len(clause.aux) :]
        if self.view.today and clause.present and not clause.aux and clause.verb in verbs():
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
