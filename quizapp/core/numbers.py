"""Numbers as people type them: "10", "tenth", "40 per cent", "1,000", "1.5 million", "minus 5"."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from quizapp.core.number_words import Counted, Words, read_words, scale_of, scaled, with_tail
from quizapp.core.spelling import fold
from quizapp.core.units import (
    CURRENCIES,
    is_measure,
    may_follow,
    unit_name,
    unit_names,
    unit_words,
)

LONGEST = 100
"""A number typed in more characters than this is not read."""

_GROUPED_FROM = 10_000
"""Whole numbers from here on are shown in groups of three; below stand the years."""

_SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "bn": "billion",
    "tn": "trillion",
}

_LEAD_IN = re.compile(
    r"(?:(?:i think|i guess|it is|it was|its|that is|there (?:is|are|was|were)|they are|the|about|"
    r"around|approximately|approx|circa|ca|c|roughly|exactly|just|only)\.? |[~≈≃=] ?)+"
)
_SIGN = re.compile(r"(?:-|minus |negative |(\+|plus )) ?")
_APOSTROPHE = re.compile(r"(?<=\d)['’](?=\d{3})")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_NUMERAL = re.compile(r"\d{1,3}(?:[ _]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3}")
_MARK = re.compile(r"[.,]")
_RAISED_AGAIN = re.compile(r"(?<=\^\d)\^(?=\d)")
_RANK = re.compile(r"-?(?:st|nd|rd|th)\b")
_POWER = re.compile(r"e([+-]?\d{1,2})\b| ?[x*] ?10 ?\^ ?([+-]?\d{1,2})\b")
_BROKEN = re.compile(r"( \d{1,4})?/(\d{1,4})(?![\d/])")


def read_number(text: str, unit: str = "", context: str = "") -> tuple[Fraction, ...]:
    """The number that `text` is, exactly, in `unit`; () where it is none.

    Behind the number may stand nothing, the unit in any usual spelling, or words of
    `context` (the question as asked). Where a text can be read in two ways ("1.000"
    is one or a thousand), both values come, the likelier first.
    """
    if not text or len(text) > LONGEST:
        return ()
    line = _plain(text)
    lead_in = _LEAD_IN.match(line)
    line = line[lead_in.end() :] if lead_in else line
    sign = _SIGN.match(line)
    line = _without_currency(line[sign.end() :] if sign else line, unit)
    readings = _read_digits(line, unit, context) or _read_spelt(line, unit, context)
    is_negative = sign is not None and sign.group(1) is None
    return tuple(-value for value in readings) if is_negative else readings


def read_measure(text: str) -> tuple[Fraction, str] | None:
    """The number and unit that `text` wholly is, such as "2001", "ten" or "40 %"; else None."""
    found = _NUMERAL.match(text)
    unit = text[found.end() :].strip() if found else ""
    if unit and not is_measure(unit):
        unit = ""
    values = read_number(text, unit)
    return (values[0], unit) if values else None


def exact(value: int | float) -> Fraction:
    """`value` as its shortest decimal text says it: 0.1 is one tenth."""
    return Fraction(str(value))


def number_text(value: int | float | Fraction) -> str:
    """A number for reading: "10", "1.5", "2001", "25,000", "-5"."""
    number = value if isinstance(value, Fraction) else exact(value)
    is_grouped = abs(number) >= _GROUPED_FROM
    if number.denominator == 1 and abs(number) < 10**21:
        return f"{number.numerator:,}" if is_grouped else str(number.numerator)
    return f"{float(number):{',' if is_grouped else ''}.10g}"


def option_text(value: int | float, unit: str = "") -> str:
    """A number answer as it is offered and shown: "10", "40 %", "30 years", "$5"."""
    number = number_text(value)
    if unit and unit in CURRENCIES:
        return f"-{unit}{number[1:]}" if number.startswith("-") else unit + number
    return f"{number} {unit}".rstrip()


def _plain(text: str) -> str:
    """Lower case, ASCII digits and signs, single spaces, no hyphen between letters."""
    line = _RAISED_AGAIN.sub("", "".join(map(_ascii_sign, text)))
    line = fold(_APOSTROPHE.sub("_", line)).replace("×", "x")
    return _HYPHEN.sub(" ", " ".join(line.split())).rstrip(".!?,; ")


def _ascii_sign(ch: str) -> str:
    kind = unicodedata.category(ch)
    if kind == "Nd":
        return str(unicodedata.decimal(ch))
    if kind == "No":
        usual = unicodedata.normalize("NFKD", ch)
        return " " + usual.replace("⁄", "/") if "⁄" in usual else "^" + usual
    return "-" if kind == "Pd" or ch == "−" else ch


def _without_currency(line: str, unit: str) -> str:
    """`line` without the sign in front, if it is the one that `unit` means."""
    is_sign = bool(line) and line[0] in CURRENCIES and unit_name(line[0]) in unit_names(unit)
    return line[1:].lstrip() if is_sign else line


def _read_digits(line: str, unit: str, context: str) -> tuple[Fraction, ...]:
    found = _NUMERAL.match(line)
    if found is None:
        return ()
    values = _numeral_values(found.group())
    values, rest = _with_power(*_with_fraction(values, line[found.end() :]))
    words = unit_words(_RANK.sub("", rest, count=1) if _RANK.match(rest) else rest)
    if words is None:
        return ()
    if words and words[0] in _SHORT_SCALES and not may_follow(words[0], unit, ""):
        words = (_SHORT_SCALES[words[0]], *words[1:])
    counted = [scaled(words, with_tail(words, Counted(value, 0))) for value in values]
    readings = [_in_unit(words, number, unit, context) for number in counted]
    return tuple(dict.fromkeys(value for several in readings for value in several))


def _read_spelt(line: str, unit: str, context: str) -> tuple[Fraction, ...]:
    words = unit_words(line)
    number = read_words(words) if words else None
    return _in_unit(words or (), number, unit, context) if number else ()


def _in_unit(words: Words, number: Counted, unit: str, context: str) -> tuple[Fraction, ...]:
    """The number in `unit`, where all words behind it are the unit's or the question's.

    In a unit such as "million people", both 3 and 3,000,000 may be meant by the same reply.
    """
    if not all(may_follow(word, unit, context) for word in words[number.after :]):
        return ()
    scale_word = (unit_words(unit) or ("",))[0]
    scale = scale_of(scale_word)
    if not scale:
        return (number.value,)
    whole = number.value / scale
    return (whole,) if scale_word in words[: number.after] else (number.value, whole)


def _numeral_values(numeral: str) -> tuple[Fraction, ...]:
    """What digits with separators may mean: "1,000" a thousand, "1,5" one and a half."""
    digits = numeral.replace(" ", "").replace("_", "")
    marks = _MARK.findall(digits)
    if len(set(marks)) == 2:
        return _with_both_marks(digits, marks[-1])
    is_grouped = not marks or _THOUSANDS.fullmatch(digits) is not None
    whole = (Fraction(_MARK.sub("", digits)),) if is_grouped else ()
    if len(marks) != 1 or (whole and marks == [","]):
        return whole
    return (Fraction(digits.replace(",", ".")), *whole)


def _with_both_marks(digits: str, last: str) -> tuple[Fraction, ...]:
    """Grouped digits with decimals, "1,234.5" or "1.234,5"."""
    head, _, tail = digits.rpartition(last)
    if _THOUSANDS.fullmatch(head) is None or last in head:
        return ()
    return (Fraction(f"{_MARK.sub('', head)}.{tail}"),)


def _with_fraction(values: tuple[Fraction, ...], rest: str) -> tuple[tuple[Fraction, ...], str]:
    """The values as in "1/2" and "2 1/2", where a stroke follows the digits read so far."""
    found = _BROKEN.match(rest)
    if found is None or len(values) != 1 or int(found.group(2)) == 0:
        return values, rest
    below, left = int(found.group(2)), rest[found.end() :]
    if found.group(1) is None:
        return (values[0] / below,), left
    return (values[0] + Fraction(int(found.group(1)), below),), left


def _with_power(values: tuple[Fraction, ...], rest: str) -> tuple[tuple[Fraction, ...], str]:
    """The values times a power of ten, as in "6e23" and "6 x 10^23"."""
    found = _POWER.match(rest)
    if found is None:
        return values, rest
    power = Fraction(10) ** int(found.group(1) or found.group(2))
    return tuple(value * power for value in values), rest[found.end() :]
