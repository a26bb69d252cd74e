"""Questions as JSON text and back: how the catalog keeps them.

A value becomes an object with its class name under "is" and the fields that differ from
their defaults; a date becomes {"on": "2024-07-04"}; tuples become arrays.
"""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

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


def encode(question: Question) -> str:
    """The question as one line of JSON."""
    return json.dumps(_plain(question), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> Question:
    """The question that `encode` made `text` of. Raises ValueError for anything else."""
    value = _value(json.loads(text))
    if isinstance(value, Question):
        return value
    raise ValueError("this text holds no question")


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
    text = f"{type(answer).__name__} {json.dumps(fact, ensure_ascii=False)}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _plain(value: object) -> object:
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
        for field, held in value._asdict().items()
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
