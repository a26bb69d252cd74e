"""A pack file read and checked: either a Pack that keeps every rule, or every problem at once."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Final

from quizapp.core.question import Pack, PackId, Question, Topic, TopicId
from quizapp.errors import PackError, Problem
from quizapp.packs.format import limits
from quizapp.packs.format.document import Document, read_document
from quizapp.packs.format.fields import Fields, Finding
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.lines import find_lines
from quizapp.packs.format.links import check_links
from quizapp.packs.format.prompts import FACT_KEYS, PROMPT_KEYS
from quizapp.packs.format.questions import read_question
from quizapp.packs.format.text import quoted

_KEYS: Final = "format id title version language license about topic question"
_PACK_KEYS: Final = frozenset(_KEYS.split())
_TOPIC_KEYS: Final = frozenset({"id", "title", "brief"})
_GENERAL: Final = Topic(TopicId("general"), "General")
_VERSION: Final = re.compile(r"(0|[1-9][0-9]{0,8})(\.(0|[1-9][0-9]{0,8})){2}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}")

_UNDER_QUESTION: Final = "it belongs under a [[question]]"
_PACK_ADVICE: Final = {
    **dict.fromkeys((PROMPT_KEYS | FACT_KEYS) - _PACK_KEYS, _UNDER_QUESTION),
    "brief": "it belongs under a [[topic]]",
    "name": 'write "title"',
    "description": 'write "about"',
    "author": 'say it in "about"',
    "licence": 'write "license"',
    "lang": 'write "language"',
    "topics": "write [[topic]]",
    "questions": "write [[question]]",
}
_TOPIC_ADVICE: Final = {
    **dict.fromkeys((PROMPT_KEYS | FACT_KEYS) - _TOPIC_KEYS, _UNDER_QUESTION),
    **dict.fromkeys(
        _PACK_KEYS - _TOPIC_KEYS, "it belongs at the top of the file, before the first [[…]]"
    ),
    "name": 'write "title"',
    "about": 'write "brief"',
    "text": 'write "brief"',
}


def read_pack(path: Path) -> Pack:
    """The pack in a file.

    Raises PackError with every problem found, in the file's order. Anything but a
    regular file of at most 64 MiB is refused without waiting for it.
    """
    return parse_pack(read_bytes(path), file_name(path))


def parse_pack(data: bytes, name: str) -> Pack:
    """The pack that a file's bytes hold; `name` is what messages call the file.

    Raises PackError with every problem found, in the file's order; only a text that
    is no TOML, or one of a newer format, is reported alone.
    """
    with _collection_held():
        document = read_document(data, name)
        _refuse_foreign(document)
        findings: list[Finding] = []
        pack = _pack(document, findings)
        if findings:
            raise PackError(_problems(document, findings))
        return pack


@contextmanager
def _collection_held() -> Iterator[None]:
    """Many small values without a circle: looking for garbage among them takes a third longer."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _refuse_foreign(document: Document) -> None:
    """A newer format or another sort of file: every other message would mislead."""
    table = document.table
    written = table.get("format")
    if type(written) is int and written > limits.FORMAT:
        line = find_lines(document.text, [("format",)])["format",]
        message = (
            f"pack format {quoted(written)} needs a newer sco-quiz; this one reads {limits.FORMAT}"
        )
        raise PackError((Problem(document.name, line, "", message),))
    if "paragraph" in table and "publisher" in table and "question" not in table:
        message = "this is a source file, not a pack; name a file with questions"
        raise PackError((Problem(document.name, 0, "", message),))
    if not table:
        message = "the file holds only comments; a pack begins with format = 1"
        raise PackError((Problem(document.name, 0, "", message),))


def _pack(document: Document, findings: list[Finding]) -> Pack:
    fields = Fields(document.table, (), findings)
    fields.refuse_unknown(_PACK_KEYS, _PACK_ADVICE)
    _check_format(fields)
    topics = _topics(fields) or (() if fields.table.get("topic") else (_GENERAL,))
    required = 'a permanent one: id = "astana-2024"'
    return Pack(
        id=PackId(fields.identifier("id", required=required, names_file=True)),
        title=fields.text("title", limits.TITLE, required='what it is about: title = "…"'),
        version=_version(fields),
        topics=topics,
        questions=_questions(document, fields, topics),
        language=_language(fields),
        license=fields.text("license", limits.LICENSE),
        about=fields.text("about", limits.ABOUT, lines=True),
    )


def _check_format(fields: Fields) -> None:
    if "format" not in fields:
        fields.missing("format", "format = 1 as the first line")
        return
    value = fields.table["format"]
    if isinstance(value, bool) or not isinstance(value, int):
        fields.mistyped("format", "a whole number", "write format = 1")
    elif value != limits.FORMAT:
        fields.complain("format", f"is {quoted(value)}; write format = 1")


def _version(fields: Fields) -> str:
    version = fields.text("version", limits.TITLE, required='version = "1.0.0"')
    if version and not _VERSION.fullmatch(version):
        problem = f"is {quoted(version)}; write three numbers with dots between: 1.0.0"
        fields.complain("version", problem)
    return version


def _language(fields: Fields) -> str:
    if "language" not in fields:
        return "en"
    language = fields.text("language", limits.ID)
    if language and not _LANGUAGE.fullmatch(language):
        problem = f"is {quoted(language)}; write a language tag such as en or pt-BR"
        fields.complain("language", problem)
    return language


def _topics(fields: Fields) -> tuple[Topic, ...]:
    topics: list[Topic] = []
    first: dict[str, int] = {}
    for index, table in fields.tables("topic", limits.TOPICS):
        topic = _topic(fields, table, index)
        topics.append(topic)
        number = first.setdefault(topic.id, index) + 1
        if topic.id and number != index + 1:
            message = f"topic {index + 1} has the id of topic {number}; give one of them another"
            fields.report(message, "topic", index, "id")
    return tuple(topics)


def _topic(fields: Fields, table: Mapping[str, object], index: int) -> Topic:
    written = table.get("id")
    owner = f"topic {quoted(written) if isinstance(written, str) else index + 1}"
    inner = fields.inner(table, ("topic", index), owner)
    inner.refuse_unknown(_TOPIC_KEYS, _TOPIC_ADVICE)
    return Topic(
        id=TopicId(inner.identifier("id", required='a short one that stays: id = "membership"')),
        title=inner.text("title", limits.TITLE, required='title = "…"'),
        brief=inner.text("brief", limits.BRIEF, lines=True),
    )


def _questions(document: Document, fields: Fields, topics: Sequence[Topic]) -> tuple[Question, ...]:
    entries = list(fields.tables("question", limits.QUESTIONS))
    if not fields.table.get("question", []):
        fields.report("the pack has no question; add a [[question]]")
    lines = _question_lines(document)
    ids = dict.fromkeys(topic.id for topic in topics if topic.id).keys()
    questions = [
        read_question(table, index, ids, lines[index], fields.findings) for index, table in entries
    ]
    fields.findings.extend(islice(check_links(questions), limits.PROBLEMS))
    return tuple(questions)


def _question_lines(document: Document) -> Sequence[int]:
    """The line of each entry under `question`, however it is written."""
    entries = document.table.get("question")
    count = len(entries) if isinstance(entries, list) else 0
    if len(document.outline.questions) == count:
        return document.outline.questions
    paths = [("question", index) for index in range(count)]
    found = find_lines(document.text, paths)
    return [found[path] for path in paths]


def _problems(document: Document, findings: Sequence[Finding]) -> tuple[Problem, ...]:
    if len(findings) >= limits.PROBLEMS:
        message = "the file is wrong in so many places that not all are told; mend these first"
        findings = [Finding((), "", message), *findings[: limits.PROBLEMS]]
    lines = find_lines(document.text, {finding.path for finding in findings})
    problems = [
        Problem(document.name, lines[finding.path], finding.question, finding.message)
        for finding in findings
    ]
    return tuple(sorted(problems, key=lambda problem: problem.line))
