"""What a text in a pack may hold, how two texts are compared, and how a value is quoted back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final

from quizapp.packs.format import limits

_UNWANTED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0 and C1 controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn or hide the reading order
    "\u2028\u2029"  # separators that break a line behind the program's back
    "\U000e0000-\U000e007f"  # tags: a text within the text that nobody sees
    "\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_UNWANTED_BUT_LINES: Final = re.compile(_UNWANTED.pattern.replace("\x00-\x1f", "\x00-\t\x0b-\x1f"))
_IDENTIFIER: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
_DEVICE: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")
_ADDRESS: Final = re.compile(r"https?://[^\s/?#\"<>\\]+[^\s\"<>\\]*")
_SHOWN: Final = 40
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters by their class, but with nothing to see: Hangul fillers and the empty Braille cell."""
_MOST_ACCENTS: Final = 4
"""So many marks on one letter are more than any writing system stacks."""


def faults(value: str, limit: int, *, lines: bool = False) -> Iterator[str]:
    """Everything wrong with a text, each as the end of a sentence: what, then the cure.

    `limit` is in characters. `lines` allows line breaks.
    """
    if not value.isprintable():
        pattern = _UNWANTED_BUT_LINES if lines else _UNWANTED
        if unwanted := pattern.search(value):
            yield _unwanted(unwanted[0])
    if not value.strip() or not _visible(value):
        yield "is blank; write something there or remove it"
    elif value != value.strip():
        yield "begins or ends with white space; remove that"
    if stacked(value):
        yield f"stacks more than {_MOST_ACCENTS} accents on one letter; leave some out"
    if len(value) > limit:
        yield f"is {len(value):,} characters long; shorten it to {limit:,}"


def stacked(value: str) -> bool:
    """Whether a letter of a text bears so many accents that they run over the lines beside it."""
    if value.isascii():
        return False
    marks = 0
    for char in value:
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks > _MOST_ACCENTS:
            return True
    return False


def is_plain(value: str, limit: int) -> bool:
    """Whether a text is surely without fault: a quick yes; a no means only that `faults` knows."""
    return (
        value.isprintable()
        and 0 < len(value) <= limit
        and value == value.strip()
        and (value.isascii() or (_visible(value) and not stacked(value)))
    )


def _visible(value: str) -> bool:
    return value.isascii() or any(
        char not in _FILLERS and unicodedata.category(char) not in ("Cf", "Mn", "Me", "Zs")
        for char in value
    )


def _unwanted(char: str) -> str:
    if char == "\n":
        return "holds a line break; write it on one line"
    if char == "\t":
        return "holds a tab; use a space"
    kind = "a control character" if unicodedata.category(char) == "Cc" else "an invisible character"
    return f"holds {code_point(char)}, {kind}; remove it"


def identifier_fault(value: str) -> str:
    """What is wrong with an id, as the end of a sentence; "" where nothing is."""
    if _IDENTIFIER.fullmatch(value) and len(value) <= limits.ID:
        return ""
    if len(value) > limits.ID:
        return f"is {len(value):,} characters long; shorten it to {limits.ID}"
    rule = "use only a-z, 0-9 and hyphens"
    proposed = proposed_identifier(value)
    example = f', as in "{proposed}"' if proposed else ", a letter or digit first"
    return f"is {quoted(value)}, which is not an id; {rule}{example}"


def file_id_fault(value: str) -> str:
    """The same for the id of a pack or a source, which files are called after."""
    fault = identifier_fault(value)
    if not fault and _DEVICE.fullmatch(value):
        fault = f"is {quoted(value)}, which Windows keeps for a device; choose another"
    return fault


def proposed_identifier(value: str) -> str:
    """The nearest id to a text, or "" where nothing of it can stand in one."""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: limits.ID].strip("-")


def is_address(value: str) -> bool:
    """Whether a text has the shape of an http(s) address."""
    return _ADDRESS.fullmatch(value) is not None


def folded(value: str) -> str:
    """The key under which two spellings count as the same: case and Unicode composition apart."""
    if value.isascii():
        return value.lower()  # quicker, and the same
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", value).casefold())


def code_point(char: str) -> str:
    """A character named in a way that is safe to print: U+001B."""
    return f"U+{ord(char):04X}"


def printable(value: str) -> str:
    """A text with everything unprintable named as a code point, safe on any terminal."""
    if value.isprintable():
        return value
    return "".join(char if char.isprintable() else code_point(char) for char in value)


def safe(value: str) -> str:
    """Lines of prose without what a terminal would obey: controls and marks named as U+001B."""
    if value.isprintable():
        return value
    return _UNWANTED_BUT_LINES.sub(lambda char: code_point(char[0]), value)


def quoted(value: object) -> str:
    """A value as it is quoted in a message: shortened, and safe to print."""
    match value:
        case str():
            short = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
            return f'"{printable(short)}"'
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > 64:
            return "a number of more than 64 bits"
        case int() | float() | date() | time():
            return str(value)
        case _:
            return kind(value)


def kind(value: object) -> str:
    """What sort of TOML value this is, in words."""
    return _KINDS.get(type(value), "a table")


_KINDS: Final[dict[type, str]] = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a decimal number",
    datetime: "a date with a time",
    date: "a date",
    time: "a time of day",
    list: "a list",
}
