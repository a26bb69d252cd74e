"""Answers that are counted: numbers and calendar days."""

from __future__ import annotations

import math
from datetime import date

from quizapp.core.question import DateAnswer, NumberAnswer
from quizapp.packs.format import limits
from quizapp.packs.format.fields import Fields
from quizapp.packs.format.text import kind, quoted


def read_date(fields: Fields, value: date) -> DateAnswer:
    """A calendar day with its wrong options."""
    taken = {value: f"the answer {value}"}
    wrong: list[date] = []
    for index, entry in enumerate(fields.entries("wrong", limits.WRONG, fewest=1)):
        if type(entry) is not date:
            name = fields.entry_name("wrong", index)
            message = f"{name} must be a date, not {kind(entry)}; write it as 2024-07-04"
            fields.report(message, "wrong", index)
            continue
        if entry in taken:
            fields.complain("wrong", f"repeats {taken[entry]}; remove it there", index)
        taken.setdefault(entry, str(entry))
        wrong.append(entry)
    return DateAnswer(value, tuple(wrong))


def read_number(fields: Fields, value: object) -> NumberAnswer:
    """A number with its tolerance, unit and wrong options."""
    number = _checked_number(fields, value, fields.name("answer"), "answer")
    within = _checked_number(fields, fields.table.get("within", 0), fields.name("within"), "within")
    if within < 0:
        fields.complain("within", f"is {quoted(within)}; use 0 or more")
    unit = fields.text("unit", limits.UNIT)
    return NumberAnswer(number, within, unit, _wrong_numbers(fields, number))


def _wrong_numbers(fields: Fields, answer: int | float) -> tuple[int | float, ...]:
    if "wrong" not in fields:
        return ()
    taken: dict[int | float, str] = {answer: f"the answer {quoted(answer)}"}
    wrong: list[int | float] = []
    for index, value in enumerate(fields.entries("wrong", limits.WRONG, fewest=1)):
        name = fields.entry_name("wrong", index)
        number = _checked_number(fields, value, name, "wrong", index)
        if math.isnan(number):
            continue
        if number in taken:
            fields.complain("wrong", f"repeats {taken[number]}; remove it there", index)
        taken.setdefault(number, quoted(number))
        wrong.append(number)
    return tuple(wrong)


def _checked_number(fields: Fields, value: object, name: str, *path: str | int) -> int | float:
    """A finite number of at most 64 bits; NaN, with the problem noted, for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        fields.report(f"{name} must be a number, not {kind(value)}; write a number there", *path)
        return math.nan
    if isinstance(value, int):
        if -(2**63) <= value < 2**63:
            return value
        fields.report(f"{name} is too big a number; use at most 18 digits", *path)
        return math.nan
    if not math.isfinite(value):
        fields.report(f"{name} is {value}; write a number that can be counted to", *path)
        return math.nan
    return value
