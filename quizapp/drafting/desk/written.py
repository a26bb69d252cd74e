"""A question as its author writes it: a form, and one line of text for each field.

Several values stand in one line with "|" between ("||" for a bar itself); a pair is written
"left = right" ("==" for an equals sign itself).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from quizapp.core.dates import read_date
from quizapp.core.question import Form
from quizapp.drafting.drafts import Draft, Span
from quizapp.packs.format.text import quoted

_BAR: Final = re.compile(r"(?<!\|)\|(?!\|)")
_EQUALS: Final = re.compile(r"(?<!=)=(?!=)")
_NUMBER: Final = re.compile(r"[-−]?(?:\d{1,3}(?:[, ]\d{3})+|\d{1,18})(?:\.\d{1,18})?")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_YES: Final = frozenset({"yes", "true", "y"})
_NO: Final = frozenset({"no", "false", "n"})

_TEXTUAL: Final = frozenset({Form.CHOICE, Form.TYPED, Form.MAP})
_LISTED: Final = frozenset({Form.SELECT, Form.ORDER})
_OPTIONS: Final = frozenset({Form.CHOICE, Form.NUMBER, Form.DATE, Form.SELECT, Form.MAP})
_EVERY: Final = frozenset(Form)


class Field(NamedTuple):
    """A field: its key in the pack, what to write in it, and the forms that have it."""

    key: str
    tip: str
    forms: frozenset[Form] = _EVERY


FIELDS: Final = (
    Field("ask", "the question", _EVERY - {Form.GAP}),
    Field("gap", "a sentence with {gaps} in {braces}", frozenset({Form.GAP})),
    Field("answer", "the right answer", _EVERY - {Form.GAP}),
    Field("wrong", "wrong options, with | between", _OPTIONS),
    Field("accept", "other spellings, with | between", _TEXTUAL | {Form.SELECT, Form.GAP}),
    Field("typed", "yes or no: may it be typed later?", frozenset({Form.CHOICE, Form.MAP})),
    Field("map", "the country's two letters: BY", frozenset({Form.MAP})),
    Field("unit", "what is counted", frozenset({Form.NUMBER})),
    Field("within", "how far off is still right", frozenset({Form.NUMBER})),
    Field("why", "why the answer is right"),
    Field("hint", "help on demand"),
    Field("said_by", "whose claim or words they are"),
    Field("as_of", "the day it was true: 2024-07-04"),
    Field("until", "the last day it was true"),
    Field("terms", "words of the paragraph that carry it, with | between"),
    Field("topic", "one that is there, or a new one's title"),
    Field("id", "permanent; left empty, one is made"),
    Field("level", "1 easy, 2 middling, 3 hard"),
    Field("needs", "ids to be asked first, with | between"),
    Field("replaced_by", "the id that holds since"),
    Field("was", "former ids, with | between"),
    Field("more", "an address to read on"),
)
"""Every field, in the order in which they are shown and written."""

_TIPS: Final = {
    ("answer", Form.TRUE_FALSE): "true or false",
    ("answer", Form.NUMBER): "a number",
    ("answer", Form.DATE): "a day: 2024-07-04",
    ("answer", Form.SELECT): "the right ones, with | between",
    ("answer", Form.ORDER): "the items in order, with | between",
    ("answer", Form.MATCH): "left = right | left = right",
    ("wrong", Form.SELECT): "wrong options, with | between; none: from memory",
    ("accept", Form.SELECT): "item = spelling | item = spelling",
    ("accept", Form.GAP): "gap = spelling | gap = spelling",
}


class Written(NamedTuple):
    """What its author has written, and where in the article the answer stands."""

    form: Form
    texts: Mapping[str, str]
    paragraph: int
    sentence: Span

    def with_text(self, key: str, text: str) -> Written:
        """The same with another text in a field."""
        return self._replace(texts={**self.texts, key: text})


def fields_of(form: Form) -> tuple[Field, ...]:
    """The fields that a question of this form has, each with its own tip."""
    return tuple(
        field._replace(tip=_TIPS.get((field.key, form), field.tip))
        for field in FIELDS
        if form in field.forms
    )


def written_draft(draft: Draft) -> Written:
    """A draft as its author finds it."""
    form, answer = _form_of(draft)
    texts = {
        "ask": draft.ask,
        "answer": answer,
        "wrong": joined(map(str, draft.wrong)),
        "accept": joined(draft.accept) if form in _TEXTUAL else "",
        "unit": draft.unit,
        "why": draft.why,
        "said_by": draft.said_by,
        "as_of": draft.as_of,
        "terms": joined(draft.terms),
    }
    kept = {key: text for key, text in texts.items() if text}
    return Written(form, kept, draft.paragraph, draft.sentence)


def _form_of(draft: Draft) -> tuple[Form, str]:
    answer = draft.answer
    match answer:
        case bool():
            return Form.TRUE_FALSE, str(answer).lower()
        case int() | float():
            return Form.NUMBER, str(answer)
        case tuple():
            return Form.SELECT, joined(answer)
        case str() if _DAY.fullmatch(answer) and _day(answer):
            return Form.DATE, answer
        case str():
            return (Form.CHOICE if draft.wrong else Form.TYPED), answer


def joined(texts: Iterable[str]) -> str:
    """Several values as one line."""
    return " | ".join(text.replace("|", "||") for text in texts)


def split(line: str) -> list[str]:
    """The values of a line, without empty ones."""
    pieces = [piece.strip().replace("||", "|") for piece in _BAR.split(line)]
    return [piece for piece in pieces if piece]


def table_of(written: Written) -> tuple[dict[str, Any], list[str]]:
    """The question as a table of the pack format, and what no value could be made of.

    Keys without text are left out; `topic`, `evidence` and `checked` are not in it.
    """
    table: dict[str, Any] = {}
    faults: list[str] = []
    for field in fields_of(written.form):
        text = written.texts.get(field.key, "").strip()
        if not text or field.key in ("topic", "terms"):
            continue
        try:
            value = _value(field.key, text, written.form)
        except ValueError as error:
            faults.append(f'"{field.key}" {error}')
            continue
        if value is not None:
            table[field.key] = value
    if written.form is Form.ORDER and "answer" in table:
        table["ordered"] = True
    if written.form is Form.CHOICE and "wrong" not in table:
        faults.append('"wrong" is missing; a choice needs wrong options, or make it typed')
    if written.form is Form.MAP and "map" not in table:
        faults.append('"map" is missing; write the country\'s two letters')
    return table, faults


def _value(key: str, text: str, form: Form) -> Any:
    if key in ("answer", "wrong", "accept"):
        return _ANSWERS.get((key, form), _PLAIN[key])(text)
    return _OTHERS.get(key, str)(text)


def _truth(text: str) -> bool:
    word = text.casefold()
    if word not in _YES | _NO:
        raise ValueError("must be true or false")
    return word in _YES


def _typed(text: str) -> bool | None:
    """Only "no" needs to be written; yes goes without saying."""
    return None if _truth(text) else False


def _number(text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"is {quoted(text)}; write a number, as in 7600 or 3.5")
    plain = text.replace(",", "").replace(" ", "").replace("−", "-")
    return float(plain) if "." in plain else int(plain)


def _level(text: str) -> int:
    if text not in ("1", "2", "3"):
        raise ValueError("must be 1, 2 or 3")
    return int(text)


def _day(text: str) -> date | None:
    found = read_date(text)
    return found[0] if len(set(found)) == 1 else None


def _date(text: str) -> date:
    day = _day(text)
    if day is None:
        raise ValueError(f"is {quoted(text)}; write a day, as in 2024-07-04")
    return day


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = []
    for piece in split(text):
        sides = [side.strip().replace("==", "=") for side in _EQUALS.split(piece, maxsplit=1)]
        if len(sides) < 2:
            raise ValueError(f"has {quoted(piece)}; write two sides with = between")
        pairs.append((sides[0], sides[1]))
    return pairs


def _match(text: str) -> dict[str, str]:
    pairs = _pairs(text)
    for place, (left, _) in enumerate(pairs):
        if left in dict(pairs[:place]):
            raise ValueError(f"has the left side {quoted(left)} twice; keep one")
    return dict(pairs)


def _spellings(text: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for item, spelling in _pairs(text):
        table.setdefault(item, []).append(spelling)
    return table


def _each(read: Callable[[str], Any]) -> Callable[[str], list[Any]]:
    return lambda text: [read(piece) for piece in split(text)]


_PLAIN: Final[dict[str, Callable[[str], Any]]] = {"answer": str, "wrong": split, "accept": split}
_ANSWERS: Final[dict[tuple[str, Form], Callable[[str], Any]]] = {
    ("answer", Form.TRUE_FALSE): _truth,
    ("answer", Form.NUMBER): _number,
    ("answer", Form.DATE): _date,
    ("answer", Form.MATCH): _match,
    **{("answer", form): split for form in _LISTED},
    ("wrong", Form.NUMBER): _each(_number),
    ("wrong", Form.DATE): _each(_date),
    ("accept", Form.SELECT): _spellings,
    ("accept", Form.GAP): _spellings,
}
_OTHERS: Final[dict[str, Callable[[str], Any]]] = {
    "typed": _typed,
    "within": _number,
    "level": _level,
    "as_of": _date,
    "until": _date,
    "needs": split,
    "was": split,
}


def mixed(options: Sequence[str], key: str) -> tuple[str, ...]:
    """Options in a mixed order that stays the same for the same key."""

    def place(option: str) -> str:
        return hashlib.sha256(f"{key}\0{option}".encode()).hexdigest()

    return tuple(sorted(options, key=place))
