"""The outline of a TOML text in one quick pass: where questions begin and how deep brackets go.

A full parser says nothing about lines, and recurses on brackets; this pass knows only
strings, comments and brackets, so it is safe on any text and cheap enough to run always.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from quizapp.packs.format import limits

_REST: Final = r"""[^"'\#\[\]{}.\n]*"""
_STRING_OF_LINE: Final = r"""(?:"(?!"")[^"\\\n]*"|'(?!'')[^'\n]*')"""
_LIST: Final = rf"\[{_REST}(?:{_STRING_OF_LINE}{_REST}){{0,40}}\]"
_TABLE: Final = rf"\{{{_REST}(?:(?:{_STRING_OF_LINE}|{_LIST}){_REST}){{0,40}}\}}"
_PLAIN: Final = re.compile(
    rf"(?:\n{_REST}(?:(?:{_STRING_OF_LINE}|{_LIST}|{_TABLE}){_REST}){{0,8}}(?:\#[^\n]*)?(?=\n)){{1,50}}"
)
"""Lines without surprises: every string and bracket ends on the line it begins on.

Most lines are such, and passing over a run of them at once halves the time. Repeats
are bounded, for the memory that an unbounded one would take on a hostile text.
"""

# Groups: 1 a question's header, 2 an opening bracket, 3 a closing one, 4 a string that needs a
# closer look, 5 a dot outside strings, which only numbers and dotted keys have.
# Comments and plain strings match without a group and are passed over.
_TOKEN: Final = re.compile(
    r"""
    "(?!"") [^"\\\n]* " | '(?!'') [^'\n]* ' | \#[^\n]*
    | (\[\[[ \t]* (?:question|"question"|'question') [ \t]*\]\])
    | ([\[{]) | ([\]}]) | (\"\"\"|'''|"|') | (\.)
    """,
    re.VERBOSE,
)
_HEADER, _OPENING, _CLOSING, _STRING, _DOT = range(1, 6)
_LONG_KEY: Final = re.compile(
    rf"""(?:\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*){{{limits.NESTING}}}"""
)
_LINE_END: Final = re.compile(r'\\.|"|\n')
_TEXT_END: Final = re.compile(r'\\[\s\S]|"""')


@dataclass(frozen=True, slots=True)
class Outline:
    """What one pass over a TOML text finds; all numbers are lines, from 1, and 0 means none.

    `questions` are the lines of [[question]] headers, `open_brackets` those of
    brackets never closed, outermost first.
    """

    questions: tuple[int, ...] = ()
    too_deep: int = 0
    open_string: int = 0
    open_brackets: tuple[int, ...] = ()


def outline(text: str) -> Outline:
    """The outline of a TOML text with line feeds as line ends; stops where it nests too deep."""
    walk = _Walk(text)
    position = 0
    search = _TOKEN.search
    while position >= 0 and (token := search(text, position)):
        position = walk.take(token) if token.lastindex else token.end()
    return walk.outline()


class _Walk:
    """What has been met so far; positions, not lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.opened: list[int] = []
        self.headers: list[int] = []
        self.too_deep = -1
        self.open_string = -1

    def take(self, token: re.Match[str]) -> int:
        """Where to go on behind a token; -1 where nothing can follow."""
        start, end = token.span()
        group = token.lastindex
        if group == _STRING:
            end = string_end(self.text, start)
            self.open_string = start if end < 0 else -1
            return end
        if group == _OPENING:
            self.opened.append(start)
        elif group == _CLOSING:
            del self.opened[-1:]
        elif group == _HEADER and not self.opened and _begins(self.text, start):
            self.headers.append(start)
        if len(self.opened) > limits.NESTING or (
            group == _DOT and _LONG_KEY.match(self.text, start)
        ):
            self.too_deep = start
            return -1
        return end if self.opened else _past_plain(self.text, end)

    def outline(self) -> Outline:
        def line(position: int) -> int:
            return 0 if position < 0 else line_at(self.text, position)

        return Outline(
            questions=_lines(self.text, self.headers),
            too_deep=line(self.too_deep),
            open_string=line(self.open_string),
            open_brackets=_lines(self.text, self.opened),
        )


def _past_plain(text: str, position: int) -> int:
    plain = _PLAIN.match(text, position)
    return plain.end() if plain else position


def string_end(text: str, start: int) -> int:
    """The position behind the string that begins at `start`.

    A string of one line that is never closed ends with its line; -1 where one of
    several lines is never closed.
    """
    if text.startswith('"""', start):
        return _long_end(text, start)
    if text.startswith("'''", start):
        end = text.find("'''", start + 3)
        return end if end < 0 else _past_quotes(text, end + 3, "'")
    if text[start] == "'":
        ends = [end + 1 for end in (text.find("'", start + 1),) if end >= 0]
        return min([*ends, _line_end(text, start)])
    for found in _LINE_END.finditer(text, start + 1):
        if found[0] == '"':
            return found.end()
        if found[0] == "\n":
            return found.start()
    return len(text)


def line_at(text: str, position: int) -> int:
    """The line, from 1, on which a position stands."""
    return text.count("\n", 0, position) + 1


def _long_end(text: str, start: int) -> int:
    for found in _TEXT_END.finditer(text, start + 3):
        if found[0] == '"""':
            return _past_quotes(text, found.end(), '"')
    return -1


def _past_quotes(text: str, position: int, quote: str) -> int:
    """Up to two quote marks right before the closing three belong to the text."""
    for _ in range(2):
        if text.startswith(quote, position):
            position += 1
    return position


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _begins(text: str, position: int) -> bool:
    """Whether only blanks stand before a position on its line."""
    return not text[text.rfind("\n", 0, position) + 1 : position].strip(" \t")


def _lines(text: str, positions: list[int]) -> tuple[int, ...]:
    lines: list[int] = []
    line, last = 1, 0
    for position in positions:
        line += text.count("\n", last, position)
        last = position
        lines.append(line)
    return tuple(lines)
