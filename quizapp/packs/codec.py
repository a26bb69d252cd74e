"""Questions as JSON text and back: how the catalog keeps them.

A value becomes an object with its class name under "is" and the fields that differ from
their defaults; a date becomes {"on": "2024-07-04"}; tuples become arrays.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any, cast, get_args

from quizapp.core import question as values
from quizapp.core.question import Answer, Question

_CLASSES: dict[str, Any] = {
    cls.__name__: cls
    for cls in (
        values.Question,
        values.Prompt,
        values.Evidence,
        values.TextAnswer,
        values.TruthAnswer,
        values.NumberAnswer,
        values.DateAnswer,
        values.SetAnswer,
        values.OrderAnswer,
        values.MatchAnswer,
        values.GapAnswer,
    )
}
# Made once: json.dumps makes an encoder anew for every call that wants anything special.
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_FACT = json.JSONEncoder(ensure_ascii=False).encode


def encode(question: Question) -> str:
    """The question as one line of JSON."""
    return _COMPACT(_plain(question))


def decode(text: str) -> Question:
    """The question that `encode` made `text` of. Raises ValueError for anything else."""
    value = _value(json.loads(text))
    if isinstance(value, Question):
        return value
    raise ValueError("this text holds no question")


def encode_answer(answer: Answer) -> str:
    """An answer without its wrong options, as JSON text."""
    plain = {name: held for name, held in _fields(answer).items() if name != "wrong"}
    named = {"is": type(answer).__name__} | plain
    return _COMPACT(named)


def decode_answer(text: str) -> Answer:
    """The answer in the JSON text of a question. Raises ValueError for anything else."""
    value = _value(json.loads(text))
    if isinstance(value, get_args(Answer)):
        return cast("Answer", value)
    raise ValueError("this text holds no answer")


def answer_hash(answer: Answer) -> str:
    """Tells whether two answers are the same thing to remember, whatever their wrong options.

    Letter case and other spellings do not count.
    """
    match answer:
        case values.TextAnswer():
            fact: object = answer.text.casefold()
        case values.SetAnswer():
            fact = sorted(item.casefold() for item in answer.items)
        case values.OrderAnswer():
            fact = [item.casefold() for item in answer.items]
        case values.MatchAnswer():
            fact = sorted((left.casefold(), right.casefold()) for left, right in answer.pairs)
        case values.GapAnswer():
            fact = [gap.casefold() for gap in answer.gaps]
        case values.TruthAnswer() | values.NumberAnswer() | values.DateAnswer():
            fact = str(answer.value)
    text = f"{type(answer).__name__} {_FACT(fact)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: object) -> object:
    if type(value) is str:
        return value
    if isinstance(value, date):
        return {"on": value.isoformat()}
    name = type(value).__name__
    if name in _CLASSES:
        return {"is": name} | _fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _fields(value: Any) -> dict[str, object]:
    """The fields that differ from their defaults."""
    defaults = value._field_defaults
    return {
        field: _plain(held)
        for field, held in zip(value._fields, value, strict=True)
        if field not in defaults or held != defaults[field]
    }


def _value(plain: object) -> object:
    if isinstance(plain, list):
        return tuple(_value(item) for item in plain)
    if not isinstance(plain, dict):
        return plain
    if "on" in plain:
        return date.fromisoformat(plain["on"])
    fields = {name: _value(item) for name, item in plain.items() if name != "is"}
    try:
        return _CLASSES[plain["is"]](**fields)
    except (KeyError, TypeError) as error:
        raise ValueError(f"this text holds no question: {error}") from error
