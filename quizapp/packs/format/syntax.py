"""The parser's refusals, said to somebody who has never heard of TOML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from quizapp.packs.format.outline import line_at, outline
from quizapp.packs.format.text import code_point, printable, quoted

_PLACE: Final = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY: Final = re.compile(r"[ \t]*([\w.-]+)[ \t]*=")
_VALUE: Final = re.compile(r"""[^,#\]}]*""")
_SHORT_DATE: Final = re.compile(r"=\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_VALUE_SLIPS: Final = (
    (
        re.compile(r"=\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"),
        "a date begins with its year: 2024-07-04",
    ),
    (
        re.compile(r"=\s*[+-]?\d{1,3}(?:,\d{3})+(?!\d)"),
        "a number is written without commas: 1000 or 1_000",
    ),
    (
        re.compile(r"=\s*[+-]?0\d"),
        "a number does not begin with 0; remove the zero, or put it in quotes",
    ),
    (re.compile(r"^\s*\["), "a header stands alone on its line; begin a new line after it"),
)
_CURLY: Final = "“”„‟«»\u2018\u2019\u201a\u201b"
_OLD_LINE_END: Final = "a line ends in a way that TOML does not know; save with LF or CRLF"


class SyntaxFault(NamedTuple):
    """Where a text stops being TOML (a line from 1, 0 for the whole file) and how to mend it."""

    line: int
    sentence: str


class _Stop(NamedTuple):
    """Where the parser stopped: its words, the whole text, and the line cut in two there."""

    message: str
    text: str
    position: int
    line: int
    before: str
    rest: str

    @property
    def row(self) -> str:
        return self.before + self.rest

    def says(self, sentence: str, line: int | None = None) -> SyntaxFault:
        return SyntaxFault(self.line if line is None else line, sentence)


def explain(message: str, text: str) -> SyntaxFault:
    """What a parser error means: `message` is tomli's, `text` has line feeds as line ends."""
    stop = _stop(message, text)
    for beginning, explainer in _EXPLAINERS:
        if stop.message.startswith(beginning):
            return explainer(stop)
    return stop.says(f"this is not valid TOML: {printable(stop.message)}")


def _stop(message: str, text: str) -> _Stop:
    place = _PLACE.search(message)
    position = len(text)
    if place and place[1]:
        position = 0
        for _ in range(int(place[1]) - 1):
            position = text.index("\n", position) + 1
        position += int(place[2]) - 1
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    row_end = len(text) if end < 0 else end
    words = message[: place.start()].strip() if place else message
    before, rest = text[start:position], text[position:row_end]
    return _Stop(words, text, position, line_at(text, position), before, rest)


def _unclosed_string(stop: _Stop) -> SyntaxFault:
    opened = outline(stop.text).open_string
    if opened:
        mark = "three quote marks"
        return stop.says(f"the text that begins here with {mark} never ends; close it", opened)
    return _missing_quote(stop)


def _missing_quote(stop: _Stop) -> SyntaxFault:
    mark = "'" if "Expected" in stop.message or "Found" in stop.message else '"'
    return stop.says(f"a quote mark is missing; text ends with {mark} on the line it begins on")


def _unwanted_character(stop: _Stop) -> SyntaxFault:
    char = stop.text[stop.position : stop.position + 1]
    if char == "\n":
        return _missing_quote(stop)
    if char == "\r":
        return stop.says(_OLD_LINE_END)
    return stop.says(f"{code_point(char)} is a control character; remove it")


def _value(stop: _Stop) -> SyntaxFault:
    word = (_VALUE.match(stop.rest) or stop)[0].strip()
    if not word:
        return stop.says(_no_value(stop))
    if word[0] in _CURLY:
        return stop.says(f'{word[0]} is no quote mark to a program; use straight ones: "')
    if word.lower() in ("true", "false"):
        return stop.says(f"{word} is written in small letters: {word.lower()}")
    if re.match(r"[+-]?\.\d", word):
        return stop.says(f"a number has a digit before its point: {word.replace('.', '0.', 1)}")
    if word[0].isalpha():
        return stop.says(f"text stands in quote marks: {quoted(word)}")
    return stop.says(f"{quoted(word)} is no value; put text in quote marks")


def _no_value(stop: _Stop) -> str:
    if stop.rest.startswith(","):
        return "a comma stands where a value should be; remove it"
    if stop.before.rstrip().endswith("="):
        return "nothing stands behind the equals sign; write a value there"
    return "a value is missing here; write one"


def _trailing(stop: _Stop) -> SyntaxFault:
    if stop.rest.startswith("\r"):
        return stop.says(_OLD_LINE_END)
    if short := _SHORT_DATE.search(stop.row):
        year, month, day = short.groups()
        return stop.says(f"a date has two digits for month and day: {year}-{month:0>2}-{day:0>2}")
    for pattern, sentence in _VALUE_SLIPS:
        if pattern.search(stop.row):
            return stop.says(sentence)
    if stop.rest.startswith(("]", "}")):
        return stop.says(f"this {stop.rest[0]} closes nothing; remove it")
    if stop.rest.startswith(","):
        return stop.says("no comma stands at the end of a line like this; remove it")
    return stop.says(_behind(stop))


def _behind(stop: _Stop) -> str:
    if key := _KEY.match(stop.rest):
        return f'"{key[1]}" needs a line of its own; begin a new line before it'
    last = stop.before.rstrip()[-1:]
    if last == '"':
        return (
            'the text ends at this quote mark, but more follows; write \\" for a quote mark in text'
        )
    if last == "'":
        return (
            "the text ends at this quote mark, but more follows;"
            ' put text that holds an apostrophe between two "'
        )
    return f"{quoted(stop.rest)} stands behind the value; put text in quote marks, or a new line"


def _equals(stop: _Stop) -> SyntaxFault:
    if stop.rest.startswith(":"):
        return stop.says("write = in place of the colon")
    if "=" in stop.rest:
        return stop.says("a key is one word without spaces, then =; mend the key")
    return stop.says("this line is no key = value; add the =, or begin a comment with #")


def _statement(stop: _Stop) -> SyntaxFault:
    if stop.rest.startswith("="):
        return stop.says("a key is missing before the equals sign; write one")
    if stop.rest.startswith(("//", "/*", "--", ";")):
        return stop.says("a comment begins with #; write it so")
    if stop.rest.startswith(("]", "}", ",", "{")):
        return stop.says(f"this {stop.rest[0]} belongs to no list or table; remove it")
    char = stop.rest[:1]
    shown = char if char.isprintable() else code_point(char)
    return stop.says(f"a line cannot begin with {shown}; write key = value, or # for a comment")


def _key_start(stop: _Stop) -> SyntaxFault:
    if stop.before.strip() in ("[", "[["):
        return stop.says("the header is empty; write [[question]] or [[topic]]")
    if not stop.rest.strip() and "{" in stop.before:
        return stop.says("a table in braces stands on one line; join the lines")
    return stop.says("a key is missing here; write key = value")


def _array(stop: _Stop) -> SyntaxFault:
    return stop.says(f"a comma or a closing ] is missing before this{_opened(stop)}")


def _inline_table(stop: _Stop) -> SyntaxFault:
    return stop.says(f"a comma or a closing }} is missing before this{_opened(stop)}")


def _opened(stop: _Stop) -> str:
    lines = outline(stop.text[: stop.position]).open_brackets
    if not lines or lines[-1] == stop.line:
        return ""
    return f"; the bracket was opened on line {lines[-1]}"


def _twice(stop: _Stop) -> SyntaxFault:
    if inline := re.search(r"key '(.*)'$", stop.message):
        return stop.says(f"{quoted(inline[1])} is written twice; keep one of them")
    if key := _KEY.match(stop.row):
        return stop.says(f'"{key[1]}" is written twice; keep one of them')
    if stop.row.lstrip().startswith("["):
        return stop.says("this header's name is taken by a key or a list above; keep one of them")
    return stop.says("a key is written twice; keep one of them")


def _declared(stop: _Stop) -> SyntaxFault:
    if match := re.search(r"\('(question|topic)',\)", stop.message):
        name = match[1]
        return stop.says(f"this header needs two brackets on each side: [[{name}]]")
    return stop.says("this header stands twice; put all its keys under one of them")


def _mutated(stop: _Stop) -> SyntaxFault:
    return stop.says("this adds to a list or table that was finished above; write it in one place")


def _backslash(stop: _Stop) -> SyntaxFault:
    return stop.says("a backslash in text is written twice: \\\\")


def _code(stop: _Stop) -> SyntaxFault:
    return stop.says(
        "a backslash in text is written twice: \\\\; alone, \\u takes four digits, as in \\u00e9"
    )


def _no_such_day(stop: _Stop) -> SyntaxFault:
    word = (_VALUE.match(stop.rest) or stop)[0].strip()
    return stop.says(f"there is no such day or time: {quoted(word)}; mend it")


def _header_end(stop: _Stop) -> SyntaxFault:
    bracket = "]]" if "']]'" in stop.message else "]"
    return stop.says(f"a header ends with {bracket} right behind its name; mend it")


_EXPLAINERS: Final[tuple[tuple[str, Callable[[_Stop], SyntaxFault]], ...]] = (
    ("Unterminated string", _unclosed_string),
    ("Expected \"'''\"", _unclosed_string),
    ('Expected "\'"', _missing_quote),
    ("Illegal character", _unwanted_character),
    ("Found invalid character", _unwanted_character),
    ("Invalid value", _value),
    ("Expected newline or end of document", _trailing),
    ("Expected '=' after a key", _equals),
    ("Invalid statement", _statement),
    ("Invalid initial character", _key_start),
    ("Unclosed array", _array),
    ("Unclosed inline table", _inline_table),
    ("Cannot overwrite a value", _twice),
    ("Duplicate inline table key", _twice),
    ("Cannot declare", _declared),
    ("Cannot mutate immutable namespace", _mutated),
    ("Cannot redefine namespace", _mutated),
    ("Unescaped '\\' in a string", _backslash),
    ("Invalid hex value", _code),
    ("Escaped character is not a Unicode scalar", _code),
    ("Invalid date or datetime", _no_such_day),
    ("Expected ']", _header_end),
)
