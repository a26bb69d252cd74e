"""Does the cited paragraph hold the cited terms, and do the terms bear the answer out?

A fingerprint tells which words a paragraph has, not their order, so what is judged is this.
Every word of every term must stand in the cited paragraph. The answer, or an accepted spelling
of it, must be made of words of the terms; numbers and days count in any usual spelling, a day
also by the weekday or "last year" counted from the day of publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.core.question import (
    DateAnswer,
    Evidence,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Prompt,
    Question,
    SetAnswer,
    Source,
    SourceId,
    TextAnswer,
)
from quizapp.packs.checking.aliases import one_spelling, other_names
from quizapp.packs.checking.finding import Remark, Remarks
from quizapp.packs.checking.spellings import MONTHS, WEEKDAYS, day_spellings, number_of, spellings
from quizapp.packs.words import content_words, word_hash, word_list, words

CURE = "add the term that carries it, or an accepted spelling"


def evidence_remarks(question: Question, sources: Mapping[SourceId, Source]) -> Remarks:
    """What is wrong with the evidence of `question`, as far as its `sources` are known."""
    cited = [entry for entry in question.evidence if not entry.is_address]
    known = [entry for entry in cited if entry.source in sources]
    faults = [
        Remark(rule, question.line, question.id, message)
        for entry in known
        for rule, message in _faults(entry, sources[entry.source])
    ]
    yield from faults
    # An address alone may bear out what the terms do not; nobody can tell without its text.
    if known and not faults and len(known) == len(question.evidence):
        given = _Given.by(known, sources)
        for number, prompt in enumerate(question.prompts):
            if missing := _not_borne_out(prompt, given, is_main=number == 0):
                yield Remark("not-borne-out", question.line, question.id, missing)


def _faults(entry: Evidence, source: Source) -> Iterable[tuple[str, str]]:
    last = len(source.paragraphs) - 1
    if not 1 <= entry.paragraph <= last:
        yield (
            "paragraph-missing",
            (
                f'source "{source.id}" has paragraphs 1 to {last}, not {entry.paragraph};'
                " cite the one that has the terms"
            ),
        )
        return
    there = source.paragraphs[entry.paragraph].words
    for term in entry.terms:
        found = word_list(term)
        missing = [word for word in found if word_hash(word) not in there]
        if missing or not found:
            yield "term-missing", _term_message(entry, term, missing, source)


def _term_message(entry: Evidence, term: str, missing: Sequence[str], source: Source) -> str:
    if not missing:
        return f'the term "{term}" has no word in it; cite words of paragraph {entry.paragraph}'
    wanted = {word_hash(word) for term in entry.terms for word in word_list(term)}
    others = [
        str(number)
        for number, paragraph in enumerate(source.paragraphs)
        if number and wanted <= paragraph.words
    ]
    cure = (
        f"paragraph {' and '.join(others[:3])} has all the terms"
        if others
        else "correct the paragraph or the term"
    )
    lacking = ", ".join(f'"{word}"' for word in missing)
    return (
        f'paragraph {entry.paragraph} of "{source.id}" does not contain {lacking}'
        f' of the term "{term}"; {cure}'
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What a question's terms say, with what the sources' days of publication add to them.

    `named` are the words of the terms and the years they are told in, `words` those and the
    words of the `days` that weekdays among the terms point at.
    """

    named: frozenset[str]
    words: frozenset[str]
    days: frozenset[date]
    counts: frozenset[int]

    @classmethod
    def by(cls, entries: Sequence[Evidence], sources: Mapping[SourceId, Source]) -> _Given:
        named: set[str] = set()
        days: set[date] = set()
        for entry in entries:
            terms = frozenset(word for term in entry.terms for word in words(term))
            published = sources[entry.source].published
            named |= terms | _years(terms, published)
            days |= _weekdays(terms, published)
        told = named | {word for day in days for word in (str(day.day), MONTHS[day.month - 1])}
        told |= {str(day.year) for day in days} | {one_spelling(word) for word in told}
        counts = frozenset(len(set(entry.terms)) for entry in entries)
        return cls(frozenset(named), frozenset(told), frozenset(days), counts)

    def lacking(self, text: str) -> list[str]:
        """The words that carry the meaning of `text` and stand in no term."""
        wanted = content_words(text)
        found = dict.fromkeys(word for word in word_list(text) if word in wanted)
        return [word for word in found if not self._has(word)]

    def covers(self, text: str, accept: Iterable[str] = ()) -> bool:
        """True where `text`, another name of it or a spelling in `accept` is made of terms."""
        names = (text, *accept, *other_names(text))
        return any(not self.lacking(name) for name in names)

    def covers_number(self, number: int | float) -> bool:
        """True where the terms have `number` in a usual spelling, or are so many things."""
        listed = number > 1 and number in self.counts
        return listed or any(spelling <= self.named for spelling in spellings(number))

    def covers_day(self, day: date) -> bool:
        """True where the terms point at `day`."""
        return day in self.days or any(spelling <= self.named for spelling in day_spellings(day))

    def _has(self, word: str) -> bool:
        if word in self.words or one_spelling(word) in self.words:
            return True
        number = number_of(word)
        return number is not None and any(way <= self.words for way in spellings(number))


def _years(terms: frozenset[str], published: date) -> set[str]:
    """The years that a text of the day `published` tells of: its own, "last year", "next year"."""
    ways = [0]
    if "year" in terms:
        ways += [way for word, way in (("last", -1), ("next", 1)) if word in terms]
    return {str(published.year + way) for way in ways}


def _weekdays(terms: frozenset[str], published: date) -> set[date]:
    """The days that weekdays mean in a text of the day `published`: the last such and the next."""
    found: set[date] = set()
    for weekday, name in enumerate(WEEKDAYS):
        if name in terms:
            ahead = (weekday - published.weekday()) % 7
            found |= {published + timedelta(ahead), published - timedelta(-ahead % 7)}
    return found


def _not_borne_out(prompt: Prompt, given: _Given, *, is_main: bool) -> str:
    """What of the answer stands in no term, said to the author; "" where all is well.

    Another wording (`also`) is only doubted where it asks for one word, number or day of which
    the terms have nothing.
    """
    answer = prompt.answer
    match answer:
        case TextAnswer():
            return _text_missing(answer, given, is_main=is_main)
        case NumberAnswer() | DateAnswer():
            return _value_missing(answer, given)
        case SetAnswer() | GapAnswer() if is_main:
            return _items_missing(answer, given)
        case OrderAnswer() if is_main:
            return _listed([item for item in answer.items if not _touches(item, given)])
        case MatchAnswer() if is_main:
            pairs = [pair for pair in answer.pairs if not any(_touches(s, given) for s in pair)]
            return _listed([" = ".join(pair) for pair in pairs])
        case _:
            return ""


def _value_missing(answer: NumberAnswer | DateAnswer, given: _Given) -> str:
    value = answer.value
    covered = given.covers_day(value) if isinstance(value, date) else given.covers_number(value)
    return "" if covered else f'the cited terms do not carry "{value}"; add the term that does'


def _text_missing(answer: TextAnswer, given: _Given, *, is_main: bool) -> str:
    if given.covers(answer.text, answer.accept):
        return ""
    if not is_main and _touches(answer.text, given):
        return ""
    lacking = min((given.lacking(text) for text in (answer.text, *answer.accept)), key=len)
    what = ", ".join(f'"{word}"' for word in lacking)
    return f'the cited terms do not carry {what} of the answer "{answer.text}"; {CURE}'


def _items_missing(answer: SetAnswer | GapAnswer, given: _Given) -> str:
    accept = dict(answer.accept)
    items = answer.items if isinstance(answer, SetAnswer) else answer.gaps
    return _listed([item for item in items if not given.covers(item, accept.get(item, ()))])


def _listed(items: list[str]) -> str:
    if not items:
        return ""
    names = ", ".join(f'"{item}"' for item in items)
    return f"the cited terms do not carry {names}; {CURE}"


def _touches(text: str, given: _Given) -> bool:
    return len(given.lacking(text)) < len(content_words(text)) or given.covers(text)
