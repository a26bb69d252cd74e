"""The answer of a prompt: the type of the TOML value says which kind it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple, TypeAlias

from quizapp.core.question import (
    Answer,
    GapAnswer,
    MatchAnswer,
    OrderAnswer,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.packs.format import limits
from quizapp.packs.format.countries import country_fault
from quizapp.packs.format.fields import Fields
from quizapp.packs.format.gaps import split_gaps
from quizapp.packs.format.quantities import read_date, read_number
from quizapp.packs.format.text import faults, folded, is_plain, kind, quoted

Accepted: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]


class _Kind(NamedTuple):
    words: str
    takes: frozenset[str]


_TEXT: Final = _Kind("a text answer", frozenset({"accept", "wrong", "typed", "map"}))
_TRUTH: Final = _Kind("true or false", frozenset())
_NUMBER: Final = _Kind("a number", frozenset({"wrong", "within", "unit"}))
_DATE: Final = _Kind("a date", frozenset({"wrong"}))
_SET: Final = _Kind("a list", frozenset({"wrong", "accept", "ordered"}))
_ORDER: Final = _Kind("a list in order", frozenset({"ordered"}))
_MATCH: Final = _Kind("a table to match", frozenset())
_GAP: Final = _Kind("a sentence with gaps", frozenset({"accept"}))

_BELONGS: Final = {
    "accept": "a text answer, a list in any order or a sentence with gaps",
    "wrong": "a text answer, a number, a date or a list in any order",
    "typed": "a text answer",
    "map": "a text answer",
    "within": "a number",
    "unit": "a number",
    "ordered": "a list",
}
_FROM_ACCEPT: Final = '{} from "accept"'

ANSWER_KEYS: Final = frozenset(_BELONGS)
"""The keys that only some kinds of answer take."""


def read_answer(fields: Fields) -> Answer | None:
    """The answer under `answer`, which must be there; None where it is of no known kind."""
    value = fields.table["answer"]
    match value:
        case str():
            return _text(fields, value)
        case bool():
            _keep_to(fields, _TRUTH)
            return TruthAnswer(value)
        case int() | float():
            _keep_to(fields, _NUMBER)
            return read_number(fields, value)
        case date() if not isinstance(value, datetime):
            _keep_to(fields, _DATE)
            return read_date(fields, value)
        case list():
            return _list(fields)
        case dict():
            return _table(fields, value)
        case _:
            cure = "write text, true, false, a number, a date, a list or a table"
            fields.complain("answer", f"cannot be {kind(value)}; {cure}")
            return None


def read_gap(fields: Fields) -> GapAnswer | None:
    """The sentence with gaps under `gap`; None where it cannot be taken apart."""
    _keep_to(fields, _GAP)
    text = fields.text("gap", limits.ASK)
    if not text:
        return None
    sentence = split_gaps(text)
    if isinstance(sentence, str):
        fields.complain("gap", sentence)
        return None
    if len(sentence.gaps) > limits.GAPS:
        fields.complain("gap", f"has {len(sentence.gaps)} gaps; keep at most {limits.GAPS}")
    for gap in sentence.gaps:
        for fault in faults(gap, limits.OPTION):
            fields.complain("gap", f"has the gap {{{quoted(gap)[1:-1]}}} that {fault}")
    return GapAnswer(sentence.parts, sentence.gaps, _accept_table(fields, sentence.gaps, "gap"))


def _keep_to(fields: Fields, wanted: _Kind) -> None:
    if fields.table.keys().isdisjoint(ANSWER_KEYS):
        return
    for key in sorted((fields.table.keys() & ANSWER_KEYS) - wanted.takes):
        fields.complain(key, f"goes with {_BELONGS[key]}, not with {wanted.words}; remove it")


def _check(fields: Fields, value: str) -> None:
    if not is_plain(value, limits.OPTION):
        for fault in faults(value, limits.OPTION):
            fields.complain("answer", fault)


def _text(fields: Fields, text: str) -> TextAnswer:
    _keep_to(fields, _TEXT)
    _check(fields, text)
    accept = _accept_list(fields) if "accept" in fields else ()
    taken = {folded(spelling): (_FROM_ACCEPT, spelling) for spelling in accept}
    taken[folded(text)] = ("the answer {}", text)
    wrong = _wrong_texts(fields, taken) if "wrong" in fields else ()
    return TextAnswer(text, accept, wrong, _typed(fields), _country(fields))


def _typed(fields: Fields) -> bool:
    if "typed" not in fields:
        return True
    typed = fields.flag("typed", True)
    if "wrong" not in fields:
        problem = "changes nothing" if typed else "leaves no way to ask"
        fields.complain("typed", f'{problem} where there is no "wrong"; add "wrong" or remove it')
    return typed


def _country(fields: Fields) -> str:
    if "map" not in fields:
        return ""
    code = fields.table["map"]
    if not isinstance(code, str):
        fields.mistyped("map", "text", 'write map = "BY"')
        return ""
    if fault := country_fault(code):
        fields.complain("map", f"is {quoted(code)}, {fault}")
    return code


def _accept_list(fields: Fields) -> tuple[str, ...]:
    if isinstance(fields.table["accept"], dict):
        fields.mistyped("accept", "a list", 'write accept = ["…"]')
        return ()
    return tuple(fields.texts("accept", limits.SPELLINGS).values())


def _accept_table(fields: Fields, items: tuple[str, ...], called: str) -> Accepted:
    """Other spellings by item: each key is an item, each spelling fits one item alone."""
    if "accept" not in fields:
        return ()
    table = fields.table["accept"]
    if not isinstance(table, dict):
        example = f'{{ {quoted(items[0]) if items else "…"} = ["…"] }}'
        fields.mistyped("accept", "a table", f"write accept = {example}")
        return ()
    spellings: list[tuple[str, tuple[str, ...]]] = []
    known = set(items)
    for item, values in table.items():
        if item not in known:
            problem = f"has {quoted(item)}, which is no {called}; use one of the {called}s"
            fields.complain("accept", problem, item)
        spellings.append((item, _spellings(fields, item, values)))
    return tuple(spellings)


def _spellings(fields: Fields, item: str, values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        problem = f'must hold a list for {quoted(item)}, not {kind(values)}; write ["…"]'
        fields.complain("accept", problem, item)
        return ()
    if len(values) > limits.SPELLINGS:
        problem = f"has {len(values):,} spellings of {quoted(item)}; keep {limits.SPELLINGS}"
        fields.complain("accept", problem, item)
    checked = [fields.check_entry("accept", value, item, i) for i, value in enumerate(values)]
    return tuple(value for value, good in zip(values, checked, strict=True) if good)


def _wrong_texts(fields: Fields, taken: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    """The wrong options; `taken` says by folded spelling what they may not repeat, and its name."""
    wrong = fields.texts("wrong", limits.WRONG, fewest=1)
    for index, text in wrong.items():
        key = folded(text)
        if key in taken:
            called, spelling = taken[key]
            repeated = called.format(quoted(spelling))
            fields.complain("wrong", f"repeats {repeated}; remove it there", index)
        else:
            taken[key] = ("{}", text)
    return tuple(wrong.values())


def _list(fields: Fields) -> SetAnswer | OrderAnswer:
    if fields.table.get("ordered") is True:
        _keep_to(fields, _ORDER)
        fewest, most = limits.ORDERED
        return OrderAnswer(_items(fields, fewest, most))
    _keep_to(fields, _SET)
    fields.flag("ordered", False)
    items = _items(fields, 1, limits.ITEMS)
    accept = _accept_table(fields, items, "item")
    taken = {folded(item): ("the item {}", item) for item in items}
    _refuse_shared(fields, items, accept)
    for _, spellings in accept:
        for spelling in spellings:
            taken.setdefault(folded(spelling), (_FROM_ACCEPT, spelling))
    wrong = _wrong_texts(fields, taken) if "wrong" in fields else ()
    return SetAnswer(items, wrong, accept)


def _items(fields: Fields, fewest: int, most: int) -> tuple[str, ...]:
    items = fields.texts("answer", most, fewest=fewest)
    seen: set[str] = set()
    for index, item in items.items():
        if folded(item) in seen:
            fields.complain("answer", f"has {quoted(item)} twice; remove one of them", index)
        seen.add(folded(item))
    return tuple(items.values())


def _refuse_shared(fields: Fields, items: tuple[str, ...], accept: Accepted) -> None:
    """A spelling that fits two items cannot be judged."""
    owners = {folded(item): item for item in items}
    for item, spellings in accept:
        for index, spelling in enumerate(spellings):
            owner = owners.setdefault(folded(spelling), item)
            if owner != item:
                problem = f"has {quoted(spelling)} for both {quoted(owner)} and {quoted(item)}"
                fields.complain("accept", f"{problem}; keep it for one", item, index)


def _table(fields: Fields, value: Mapping[str, object]) -> MatchAnswer:
    _keep_to(fields, _MATCH)
    fewest, most = limits.PAIRS
    if not fewest <= len(value) <= most:
        count = "1 pair" if len(value) == 1 else f"{len(value):,} pairs"
        fields.complain("answer", f"has {count}; give {fewest} to {most}")
    pairs = []
    for left, right in value.items():
        for fault in faults(left, limits.OPTION):
            fields.complain("answer", f"has the left side {quoted(left)} that {fault}", left)
        if fields.check_entry("answer", right, left):
            pairs.append((left, str(right)))
    return MatchAnswer(tuple(pairs))
