"""One question judged as `sco-quiz check` would: the format's rules, the lints, its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from quizapp.core.question import (
    Answer,
    Pack,
    Question,
    Source,
    SourceId,
    TextAnswer,
    Topic,
    TopicId,
)
from quizapp.drafting.desk.written import Written, split, table_of
from quizapp.packs.checking.aliases import canonical
from quizapp.packs.checking.copying import Phrases, copying_remarks
from quizapp.packs.checking.evidence import evidence_remarks
from quizapp.packs.checking.finding import Remark, level_of
from quizapp.packs.checking.lint import lint
from quizapp.packs.checking.lint_duplicates import duplicates
from quizapp.packs.codec import answer_hash
from quizapp.packs.format import limits
from quizapp.packs.format.fields import Finding
from quizapp.packs.format.questions import read_question
from quizapp.packs.format.text import faults, folded, printable, proposed_identifier
from quizapp.packs.words import content_words, word_list

GENERAL = "general"
_ID_WORDS = 4
_ID_LENGTH = 40
_PROBLEMS = 50
_ASKING = frozenset(
    (
        *("did", "do", "does", "many", "much", "year", "years", "month", "day", "days", "date"),
        *("long", "far", "often", "please", "name", "called", "can", "could", "will", "would"),
        *("shall", "should", "may", "might", "must", "been", "being", "there", "these", "those"),
        *("such", "take", "took", "taken", "place", "happen", "happened", "say", "says", "said"),
    )
)
"""Words that ask, or could stand in any question."""


class Judged(NamedTuple):
    """A question as it would be written, and what is wrong with it.

    Errors block, warnings are only told. `topic` is one to be made with the question.
    `question` is None where it cannot be read at all.
    """

    table: dict[str, Any]
    question: Question | None
    topic: Topic | None
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


class Judge:
    """Judges questions that are to go into `pack`, drawn from one article."""

    def __init__(self, pack: Pack, source: Source, article: str) -> None:
        self.source = source
        self.phrases = Phrases(article)
        self.pack = pack
        self._index()

    def take(self, pack: Pack) -> None:
        """Judge by another state of the pack."""
        if pack is not self.pack:
            self.pack = pack
            self._index()

    def _index(self) -> None:
        """Which ids are taken, and which questions have an answer."""
        pack = self.pack
        self.ids = {one.id for one in pack.questions}
        self.ids |= {former for one in pack.questions for former in one.was}
        self.answers: defaultdict[str, list[Question]] = defaultdict(list)
        for question in pack.questions:
            for key in {_key(prompt.answer) for prompt in question.prompts}:
                self.answers[key].append(question)

    def judge(self, written: Written, today: date, own: str = "") -> Judged:
        """The question with everything to mend in it; `own` is its id where it is in the pack."""
        table, errors = table_of(written)
        shapeless = tuple(f"{fault.split(' ', 1)[0]} is missing" for fault in errors)
        topic, fault = self._topic(written.texts.get("topic", "").strip())
        errors += [fault] if fault else []
        table = self._whole(table, written, topic, today, own)
        findings: list[Finding] = []
        topics = {one.id for one in self.pack.topics} | ({topic.id} if topic else set())
        question = read_question(table, 0, topics, 0, findings)
        told = (finding.message for finding in findings[:_PROBLEMS])
        errors += [message for message in told if not message.startswith(shapeless)]
        if question.id in self.ids and question.id != own:
            errors.append(f'the id "{question.id}" is taken in the pack; give it another')
        if findings or not question.prompts:
            return Judged(table, None, topic, _told(errors), ())
        remarks = list(self._remarks(question, own))
        grave = [one for one in remarks if level_of(one.rule, shipped=False) == "error"]
        errors += [f"{one.message} [{one.rule}]" for one in grave]
        rest = [f"{one.message} [{one.rule}]" for one in remarks if one not in grave]
        return Judged(table, question, topic, _told(errors), _told(rest))

    def _topic(self, text: str) -> tuple[Topic | None, str]:
        """A new topic, where `text` names none of the pack's; and what is wrong with it."""
        if not text or self.known_topic(text):
            return None, ""
        fault = next(faults(text, limits.TITLE), "")
        if fault:
            return None, f'"topic" {fault}'
        name = free_name(proposed_identifier(text) or "topic", {one.id for one in self.pack.topics})
        return Topic(TopicId(name), text), ""

    def known_topic(self, text: str) -> Topic | None:
        """The topic of the pack with that id or title."""
        key = folded(text)
        fits = (one for one in self.pack.topics if key in (one.id, folded(one.title)))
        return next(fits, None)

    def _whole(
        self,
        table: Mapping[str, Any],
        written: Written,
        topic: Topic | None,
        today: date,
        own: str,
    ) -> dict[str, Any]:
        """The table with what is filled in for its author, in the order of the format."""
        named = self._named(written.texts.get("topic", "").strip(), topic)
        terms = split(written.texts.get("terms", ""))
        evidence = {"source": self.source.id, "paragraph": written.paragraph, "terms": terms}
        name = table.get("id") or own or proposed_name(table, self.ids)
        first = {"id": name, "topic": named} if named else {"id": name}
        rest = {key: value for key, value in table.items() if key != "id"}
        return {**first, **rest, "evidence": evidence, "checked": today}

    def _named(self, text: str, topic: Topic | None) -> str:
        """The id of the topic to write; "" where a pack's only one need not be named."""
        if topic is not None:
            return topic.id
        known = self.known_topic(text) if text else None
        if known is None and len(self.pack.topics) == 1:
            known = self.pack.topics[0]
        return known.id if known and known.id != GENERAL else ""

    def _remarks(self, question: Question, own: str) -> Iterator[Remark]:
        alone = self.pack._replace(questions=(question,), topics=(), title="", about="")
        yield from lint(alone)
        source_id = SourceId(self.source.id)
        yield from evidence_remarks(question, {source_id: self.source})
        yield from copying_remarks(alone, [(source_id, self.phrases)])
        alike = {
            one.id: one
            for prompt in question.prompts
            for one in self.answers.get(_key(prompt.answer), ())
            if one.id != own
        }
        both = self.pack._replace(questions=(*alike.values(), question))
        for _, remark in duplicates([("the pack", both)]):
            if remark.question == question.id:
                yield remark


def proposed_name(table: Mapping[str, Any], taken: set[Any]) -> str:
    """A short id that is free: the answer, or what is asked where that is no word or many."""
    answer = table.get("answer")
    text = answer if isinstance(answer, str) else ""
    short = _name_of(word_list(text)) if len(word_list(text)) <= _ID_WORDS else ""
    if not short:
        asked = str(table.get("ask") or table.get("gap") or "")
        found = content_words(asked) - _ASKING
        short = _name_of([word for word in word_list(asked) if word in found]) or _name_of(
            word_list(text)
        )
    return free_name(short or "question", taken)


def _name_of(words: Sequence[str]) -> str:
    """Whole words, as many as are short enough; "" where they cannot stand in an id."""
    name = ""
    for word in list(dict.fromkeys(words))[:_ID_WORDS]:
        longer = proposed_identifier(f"{name} {word}")
        if len(longer) > _ID_LENGTH:
            break
        name = longer
    return name or proposed_identifier(" ".join(words[:1]))[:_ID_LENGTH].strip("-")


def free_name(name: str, taken: set[Any]) -> str:
    """`name`, with a number behind it where it is taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name[: limits.ID - 8]}-{number}"
    return free


def _key(answer: Answer) -> str:
    """Answers of one key may be the same thing."""
    return canonical(answer.text) if isinstance(answer, TextAnswer) else answer_hash(answer)


def _told(messages: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(printable(message) for message in messages))
