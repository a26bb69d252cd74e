"""From a file's bytes to a TOML table, refusing in a sentence whatever is not one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NoReturn, cast

from quizapp.errors import PackError, Problem
from quizapp.packs.format import limits
from quizapp.packs.format.outline import Outline, line_at, outline
from quizapp.packs.format.syntax import SyntaxFault, explain
from quizapp.packs.format.text import printable

_BOM: Final = b"\xef\xbb\xbf"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_MANY_DIGITS: Final = re.compile(r"[0-9_]{1000}")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed TOML file: its text with line feeds as line ends, its outline and its top table."""

    name: str
    text: str
    outline: Outline
    table: dict[str, object]


def read_document(data: bytes, name: str) -> Document:
    """The TOML table that a file holds; `name` is what messages call the file.

    Raises PackError with one problem for an empty, binary, too big or too deeply
    nested file, one that is not UTF-8, and one that is not TOML (1.0, or 1.1
    where the parser knows it).
    """
    name = printable(name)
    text = _text(data, name)
    if text.count("[") + text.count("{") > limits.BRACKETS:
        _refuse(name, 0, f"the file holds more than {limits.BRACKETS:,} brackets; split it")
    found = outline(text)
    if found.too_deep:
        sentence = f"more than {limits.NESTING} brackets or key parts one inside another; unfold it"
        _refuse(name, found.too_deep, sentence)
    return Document(name, text, found, _table(text, name))


def _text(data: bytes, name: str) -> str:
    if len(data) > limits.FILE_BYTES:
        _refuse(name, 0, f"the file is bigger than {limits.FILE_BYTES // 2**20} MiB; split it")
    if data.startswith(_UTF_16):
        _refuse(name, 0, "the file is saved as UTF-16; save it as UTF-8")
    if b"\0" in data:
        _refuse(name, 0, "the file is binary, not text; name a pack's .toml file")
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"0x{data[error.start]:02X}"
        _refuse(name, line, f"the byte {byte} is not UTF-8 text; save the file as UTF-8")
    if not text or text.isspace():
        _refuse(name, 0, "the file is empty; a pack begins with format = 1")
    return text.replace("\r\n", "\n")


def _table(text: str, name: str) -> dict[str, object]:
    import tomli

    try:
        return cast("dict[str, object]", tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        fault = explain(str(error), text)
    except RecursionError:
        fault = SyntaxFault(0, "the file nests brackets too deeply; nothing in a pack needs that")
    except ValueError:
        # The one thing the parser lets through: an integer past Python's own limit of digits.
        digits = _MANY_DIGITS.search(text)
        line = line_at(text, digits.start()) if digits else 0
        fault = SyntaxFault(line, "a number has too many digits; shorten it")
    raise PackError((Problem(name, fault.line, "", fault.sentence),))


def _refuse(name: str, line: int, sentence: str) -> NoReturn:
    raise PackError((Problem(name, line, "", sentence),))
