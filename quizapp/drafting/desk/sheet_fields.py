"""What each field of a drafts file's lines may hold; faults are ends of sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quizapp.drafting.drafts import FLAGS, REASONS, Decision, Draft, Heading
from quizapp.packs.format.text import faults, quoted
from quizapp.packs.sources import faults_of

LONGEST = 20_000
"""The longest text in a drafts file, in characters."""

WHATS = ("accept", "edit", "reject", "skip", "write", "undo")


def heading_fault(table: Mapping[str, Any]) -> str:
    """What is wrong with the header without its version, or ""."""
    texts = dict.fromkeys(Heading._fields, _text)
    return _fault(table, texts, required=("article", "sha256", "source")) or _source_fault(table)


def _source_fault(table: Mapping[str, Any]) -> str:
    """What keeps a header's values from standing in the source file that is made of them."""
    given = {key: value for key in ("title", "publisher", "address") if (value := table.get(key))}
    for key, fault in faults_of({"id": table["source"], **given}):
        return f'"{"source" if key == "id" else key}" {fault}'
    return ""


def decision_fault(table: Mapping[str, Any]) -> str:
    """What is wrong with a decision's line, or ""."""
    checks = {**dict.fromkeys(Decision._fields, _text), "what": _what, "reason": _reason}
    return _fault(table, checks, required=("what",))


def draft_fault(table: Mapping[str, Any]) -> str:
    """What is wrong with a draft's line, or ""."""
    required = [key for key in Draft._fields if key not in Draft._field_defaults]
    return _fault(table, _DRAFT, required=required)


def _fault(
    table: Mapping[str, Any],
    checks: Mapping[str, Callable[[Any], str]],
    required: Any,
) -> str:
    for key in required:
        if key not in table:
            return f'"{key}" is missing'
    for key, value in table.items():
        if key not in checks:
            return f"{quoted(key)} is no key of this line; remove it"
        if fault := checks[key](value):
            return f'"{key}" {fault}'
    return ""


def _text(value: object) -> str:
    if not isinstance(value, str):
        return "must be text"
    return next(faults(f"'{value}'", LONGEST), "")


def _what(value: object) -> str:
    return "" if value in WHATS else f"must be one of {', '.join(WHATS)}"


def _reason(value: object) -> str:
    return "" if value == "" or value in REASONS else f"must be one of {', '.join(REASONS)}"


def _number(value: object) -> str:
    return "" if type(value) in (int, float) else "must be a number"


def _place(value: object) -> str:
    return "" if type(value) is int and value >= 0 else "must be a whole number from 0 on"


def _truth(value: object) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _span(value: object) -> str:
    if isinstance(value, list) and len(value) == 2 and not any(map(_place, value)):
        return "" if value[0] <= value[1] else "ends before it starts"
    return "must be two whole numbers: start and end"


def _texts(value: object) -> str:
    if not isinstance(value, list):
        return "must be a list of texts"
    return next(filter(None, map(_text, value)), "")


def _answer(value: object) -> str:
    if isinstance(value, (bool, int, float)):
        return ""
    return _texts(value) if isinstance(value, list) else _text(value)


def _wrong(value: object) -> str:
    if not isinstance(value, list):
        return "must be a list"
    return next(
        filter(None, (_text(one) if isinstance(one, str) else _number(one) for one in value)), ""
    )


def _flags(value: object) -> str:
    for flag in value if isinstance(value, list) else [value]:
        if not isinstance(flag, list) or len(flag) != 2 or any(map(_text, flag)):
            return "must be a list of pairs: a flag and what it is about"
        if flag[0] not in FLAGS:
            return f"has {quoted(flag[0])}, which is no flag"
    return ""


_DRAFT: Mapping[str, Callable[[Any], str]] = {
    **dict.fromkeys(("id", "kind", "maker", "ask", "why", "said_by", "as_of", "unit"), _text),
    "answer": _answer,
    "paragraph": _place,
    "sentence": _span,
    "span": _span,
    "terms": _texts,
    "wrong": _wrong,
    "accept": _texts,
    "flags": _flags,
    "score": _number,
    "more": _truth,
}
