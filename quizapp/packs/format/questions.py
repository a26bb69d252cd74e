"""One question of a pack: its wordings, and the facts that are told about it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Final

from quizapp.core.question import (
    Evidence,
    Prompt,
    Question,
    QuestionId,
    SourceId,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.format import limits
from quizapp.packs.format.attribution import attribution_fault
from quizapp.packs.format.fields import Fields, Finding
from quizapp.packs.format.prompts import read_prompts
from quizapp.packs.format.text import identifier_fault, is_address, printable, quoted

_EVIDENCE_KEYS: Final = frozenset({"source", "paragraph", "terms"})
_EVIDENCE_SLIPS: Final = {
    "term": 'write terms = ["…"]',
    "url": 'write source = "https://…"',
    "link": 'write source = "https://…"',
    "id": 'write "source"',
    "para": 'write "paragraph"',
}


def read_question(
    table: Mapping[str, object],
    index: int,
    topics: Collection[str],
    line: int,
    findings: list[Finding],
) -> Question:
    """The question at a place in the pack's list; problems go into `findings`.

    `topics` are the ids to choose from. Values that could not be read are empty.
    """
    written = table.get("id")
    label = printable(written[: limits.ID]) if isinstance(written, str) else ""
    owner = "" if label else f"question {index + 1}"
    fields = Fields(table, ("question", index), findings, label, owner)
    identity = fields.identifier("id", required='a short one that stays: id = "tenth-member"')
    prompts = read_prompts(fields)
    until, replaced_by = _ending(fields)
    question = Question(
        id=QuestionId(identity),
        topic=_topic(fields, topics),
        prompts=tuple(prompt for _, prompt in prompts),
        why=fields.text("why", limits.WHY, lines=True) if "why" in table else "",
        as_of=fields.day("as_of") if "as_of" in table else None,
        until=until,
        replaced_by=replaced_by,
        said_by=fields.text("said_by", limits.NAME) if "said_by" in table else "",
        was=_ids(fields, "was") if "was" in table else (),
        needs=_ids(fields, "needs") if "needs" in table else (),
        evidence=_evidence(fields) if "evidence" in table else (),
        checked=fields.day("checked") if "checked" in table else None,
        level=fields.whole("level", *limits.LEVELS, 1) if "level" in table else 1,
        more=fields.address("more") if "more" in table else "",
        line=line,
    )
    _check_whole(fields, question, prompts)
    return question


def _check_whole(
    fields: Fields, question: Question, prompts: Sequence[tuple[Fields, Prompt]]
) -> None:
    """What no key can say alone."""
    if "why" not in fields and any(isinstance(p.answer, TruthAnswer) for _, p in prompts):
        fields.missing("why", 'why it is true or false: why = "…"')
    if question.until and question.as_of and question.until <= question.as_of:
        problem = f'is not later than "as_of" ({question.as_of})'
        fields.complain("until", f"{problem}; mend one of the dates")
    if question.said_by:
        for table, prompt in prompts:
            if fault := attribution_fault(question.said_by, prompt):
                table.complain("ask" if prompt.ask else "gap", fault)


def _topic(fields: Fields, topics: Collection[str]) -> TopicId:
    if not topics:
        return TopicId("")  # the topics themselves are wrong, and that is told already
    if "topic" not in fields:
        if len(topics) == 1:
            return TopicId(next(iter(topics)))
        fields.missing("topic", f"one of {_choices(topics)}")
        return TopicId("")
    value = fields.table["topic"]
    if not isinstance(value, str):
        fields.mistyped("topic", "text", 'write topic = "…"')
        return TopicId("")
    if value not in topics:
        cure = f"use one of {_choices(topics)}, or add a [[topic]]"
        fields.complain("topic", f"is {quoted(value)}, which the pack does not have; {cure}")
    return TopicId(value)


def _choices(topics: Collection[str]) -> str:
    shown = [quoted(topic) for topic in islice(topics, 6)]
    more = ", …" if len(topics) > len(shown) else ""
    return ", ".join(shown) + more


def _ids(fields: Fields, key: str) -> tuple[QuestionId, ...]:
    """The ids in a list; those of questions that are gone can be checked by their shape alone."""
    ids = fields.identifiers(key)
    if key == "was":
        for index, former in ids.items():
            if fault := identifier_fault(former):
                fields.report(f"{fields.entry_name(key, index)} {fault}", key, index)
    return tuple(QuestionId(value) for value in ids.values())


def _ending(fields: Fields) -> tuple[date | None, QuestionId | None]:
    until = fields.day("until") if "until" in fields else None
    if "replaced_by" not in fields:
        return until, None
    if "until" not in fields:
        cure = "the last day it was true: until = 2024-07-03"
        fields.complain("replaced_by", f'needs "until" beside it; add {cure}')
    replaced_by = fields.identifier("replaced_by")
    return until, QuestionId(replaced_by) if replaced_by else None


def _evidence(fields: Fields) -> tuple[Evidence, ...]:
    value = fields.table["evidence"]
    if isinstance(value, dict):
        return (_one_evidence(fields.inner(value, ("evidence",), "evidence")),)
    if not isinstance(value, list):
        fields.mistyped("evidence", "a table", 'write evidence = { source = "…", … }')
        return ()
    tables = fields.tables("evidence", limits.EVIDENCE)
    return tuple(
        _one_evidence(fields.inner(table, ("evidence", index), f"evidence {index + 1}"))
        for index, table in tables
    )


def _one_evidence(fields: Fields) -> Evidence:
    fields.refuse_unknown(_EVIDENCE_KEYS, _EVIDENCE_SLIPS)
    source = fields.table.get("source")
    if isinstance(source, str) and source.lower().startswith(("http://", "https://")):
        return _address_evidence(fields)
    name = fields.identifier("source", required='the source\'s id: source = "…"')
    if "paragraph" not in fields:
        fields.missing("paragraph", "the number of the paragraph: paragraph = 1")
    if "terms" not in fields:
        fields.missing("terms", 'the words that carry the answer: terms = ["…"]')
    paragraph = fields.whole("paragraph", 1, limits.PARAGRAPHS, 1)
    terms = fields.texts("terms", limits.TERMS, fewest=1)
    return Evidence(SourceId(name), paragraph, tuple(terms.values()))


def _address_evidence(fields: Fields) -> Evidence:
    address = fields.text("source", limits.ADDRESS)
    if not is_address(address):
        fields.complain("source", f"is not a web address: {quoted(address)}; mend it")
    for key in ("paragraph", "terms"):
        if key in fields:
            fields.complain(key, "does not go with a web address; remove it, or name a source id")
    return Evidence(SourceId(address))
