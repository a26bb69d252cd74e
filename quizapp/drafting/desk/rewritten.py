"""A question that stands in a pack, back in the fields of its author: what `written` made of them.

Only questions that hand-checking wrote come here, so that each field has one line of text.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from quizapp.core.question import Form
from quizapp.drafting.desk.written import FIELDS, Written, joined
from quizapp.drafting.drafts import Span
from quizapp.drafting.text.passages import Passages


def rewritten(text: str, passages: Passages, sentence: Span) -> Written | None:
    """The fields of the question that `text` holds as TOML; None where it holds no such.

    `sentence` is kept where it stands in the paragraph that the question cites.
    """
    import tomli

    try:
        table = tomli.loads(text)["question"][0]
        paragraph = table["evidence"]["paragraph"]
    except (tomli.TOMLDecodeError, KeyError, IndexError, TypeError):
        return None
    if not passages.fits(paragraph, sentence):
        inside = (one.span for one in passages.sentences if one.paragraph == paragraph)
        sentence = next(inside, sentence)
    values = {**table, "terms": table["evidence"].get("terms", [])}
    texts = {one.key: _line(values[one.key]) for one in FIELDS if one.key in values}
    return Written(_form_of(table), texts, paragraph, sentence)


def _form_of(table: Mapping[str, Any]) -> Form:
    for key, form in (("gap", Form.GAP), ("map", Form.MAP), ("ordered", Form.ORDER)):
        if key in table:
            return form
    match table.get("answer"):
        case bool():
            return Form.TRUE_FALSE
        case int() | float():
            return Form.NUMBER
        case date():
            return Form.DATE
        case list():
            return Form.SELECT
        case dict():
            return Form.MATCH
        case _:
            return Form.CHOICE if "wrong" in table else Form.TYPED


def _line(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            return joined(map(str, value))
        case dict():
            sides = [(key, one) for key, found in value.items() for one in _several(found)]
            return joined(f"{_side(left)} = {_side(right)}" for left, right in sides)
        case _:
            return str(value)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _side(text: Any) -> str:
    return str(text).replace("=", "==")
