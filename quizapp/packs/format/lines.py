"""Where a key stands in a TOML text: from its path in the parsed table to its line.

The parser keeps no lines for values, so the text is walked a second time, and only when
there is something to report. The text is known to be valid TOML by then (1.0 or 1.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, TypeAlias

from quizapp.packs.format.outline import string_end

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of the file: ("question", 3, "also", 0, "wrong")."""

_BLANK: Final = re.compile(r"[ \t]*")
_SPACE: Final = re.compile(r"[ \t\n]*")
_COMMENT: Final = re.compile(r"[^\n]*")
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR: Final = re.compile(r"[^,\]}\n#]*")


def find_lines(text: str, wanted: Iterable[Path]) -> dict[Path, int]:
    """The line, from 1, of each wanted path; of its nearest surrounding table where it is missing.

    A path to a key gives the key's line, a path to a list entry the entry's line,
    () and anything that stands nowhere give 0. `text` has line feeds as line ends.
    """
    paths = set(wanted)
    surrounding = {path[:length] for path in paths for length in range(len(path) + 1)}
    walk = _Walk(text, surrounding)
    walk.run()
    found = _line_numbers(text, walk.found)
    return {path: _nearest(path, found) for path in paths}


def _nearest(path: Path, found: dict[Path, int]) -> int:
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 0)


def _line_numbers(text: str, found: dict[Path, int]) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    line, last = 1, 0
    for path, position in sorted(found.items(), key=lambda item: item[1]):
        line += text.count("\n", last, position)
        last = position
        lines[path] = line
    return lines


class _Walk:
    """One pass over a valid TOML text, noting the position of each wanted path."""

    def __init__(self, text: str, wanted: set[Path]) -> None:
        self.text = text
        self.wanted = wanted
        self.found: dict[Path, int] = {}
        self.position = 0
        self.last_entry: dict[Path, int] = {}

    def run(self) -> None:
        """Walk the whole text."""
        table: Path = ()
        self.skip_space()
        while self.position < len(self.text):
            if self.text[self.position] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip_space()

    def note(self, path: Path, position: int) -> None:
        if path in self.wanted:
            self.found.setdefault(path, position)

    def skip(self, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(self.text, self.position):
            self.position = match.end()

    def skip_space(self) -> None:
        self.skip(_SPACE)
        while self.text.startswith("#", self.position):
            self.skip(_COMMENT)
            self.skip(_SPACE)

    def header(self) -> Path:
        start = self.position
        double = self.text.startswith("[[", start)
        self.position += 2 if double else 1
        keys = self.key()
        self.position += 2 if double else 1
        path: Path = ()
        for key in keys[:-1]:
            path = self.within((*path, key), start)
        path = (*path, keys[-1])
        if not double:
            self.note(path, start)
            return path
        self.note(path, start)
        self.last_entry[path] = self.last_entry.get(path, -1) + 1
        path = (*path, self.last_entry[path])
        self.note(path, start)
        return path

    def within(self, path: Path, position: int) -> Path:
        """What a name in the middle of a header stands for: of a list, the newest entry."""
        self.note(path, position)
        if path in self.last_entry:
            return (*path, self.last_entry[path])
        return path

    def pair(self, table: Path) -> None:
        start = self.position
        path = table
        for key in self.key():
            path = (*path, key)
            self.note(path, start)
        self.position += 1  # the equals sign
        self.skip(_BLANK)
        self.value(path)

    def key(self) -> list[str]:
        keys = [self.key_part()]
        while self.text.startswith(".", self.position):
            self.position += 1
            keys.append(self.key_part())
        return keys

    def key_part(self) -> str:
        self.skip(_BLANK)
        start = self.position
        if self.text[start] in "\"'":
            self.position = string_end(self.text, start)
            key = _unquoted(self.text[start : self.position])
        else:
            self.skip(_BARE)
            key = self.text[start : self.position]
        self.skip(_BLANK)
        return key

    def value(self, path: Path) -> None:
        first = self.text[self.position]
        if first in "\"'":
            self.position = string_end(self.text, self.position)
        elif first == "[":
            self.entries(path)
        elif first == "{":
            self.inline_table(path)
        else:
            self.skip(_SCALAR)

    def entries(self, path: Path) -> None:
        self.position += 1
        index = 0
        self.skip_space()
        while self.text[self.position] != "]":
            entry = (*path, index)
            self.note(entry, self.position)
            self.value(entry)
            self.after_value()
            index += 1
        self.position += 1

    def inline_table(self, path: Path) -> None:
        self.position += 1
        self.skip_space()
        while self.text[self.position] != "}":
            self.pair(path)
            self.after_value()
        self.position += 1

    def after_value(self) -> None:
        self.skip_space()
        if self.text.startswith(",", self.position):
            self.position += 1
            self.skip_space()


def _unquoted(key: str) -> str:
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    import tomli

    (value,) = tomli.loads(f"{key} = 0")
    return value
