"""Typed access to one table of a pack: what is wrong is collected, so all of it is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from quizapp.packs.format import limits
from quizapp.packs.format.lines import Path
from quizapp.packs.format.text import (
    faults,
    file_id_fault,
    identifier_fault,
    is_address,
    is_plain,
    kind,
    quoted,
)


class Finding(NamedTuple):
    """One problem before its line is known; `question` is the id the author wrote, or ""."""

    path: Path
    question: str
    message: str


@dataclass(slots=True)
class Fields:
    """One table: `path` says where it stands, `owner` what messages call it ("" for the main one).

    Every reader returns the value, or an empty one where it is missing or wrong
    and the problem has gone into `findings`.
    """

    table: Mapping[str, object]
    path: Path
    findings: list[Finding] = field(repr=False)
    question: str = ""
    owner: str = ""

    def __contains__(self, key: str) -> bool:
        """Whether the table has this key."""
        return key in self.table

    def inner(self, table: Mapping[str, object], path: Path, owner: str) -> Fields:
        """A table inside this one, at `path` from here."""
        owner = f"{owner} of {self.owner}" if self.owner else owner
        return Fields(table, (*self.path, *path), self.findings, self.question, owner)

    def name(self, key: str) -> str:
        """A key as messages name it: "ask", or "ask" in also 2."""
        return f'"{key}" in {self.owner}' if self.owner else f'"{key}"'

    def report(self, message: str, *path: str | int) -> None:
        """Note a problem, at a key or list entry of this table or at the table itself."""
        if len(self.findings) < limits.PROBLEMS:
            self.findings.append(Finding((*self.path, *path), self.question, message))

    def complain(self, key: str, message: str, *path: str | int) -> None:
        """Note a problem with a key: the message goes on after the key's name."""
        self.report(f"{self.name(key)} {message}", key, *path)

    def refuse_unknown(self, known: frozenset[str], advice: Mapping[str, str]) -> None:
        """Note every key that is not in `known`; `advice` says what to do about well-known ones."""
        if self.table.keys() <= known:
            return
        for key in (key for key in self.table if key not in known):
            cure = advice.get(key) or self._did_you_mean(key, known)
            owner = f" in {self.owner}" if self.owner else ""
            self.report(f"unknown key {quoted(key)}{owner}; {cure}", key)

    def _did_you_mean(self, key: str, known: frozenset[str]) -> str:
        if len(self.findings) > limits.SUGGESTIONS or len(key) > limits.ID:
            return "remove it"
        return did_you_mean(key, known)

    def mistyped(self, key: str, wanted: str, cure: str) -> None:
        """Note that a value is of another type than `wanted`."""
        self.complain(key, f"must be {wanted}, not {kind(self.table[key])}; {cure}")

    def entry_name(self, key: str, entry: str | int) -> str:
        """An entry of a list as messages name it, counted from 1."""
        number = entry + 1 if isinstance(entry, int) else quoted(entry)
        return f'entry {number} of "{key}"' + (f" in {self.owner}" if self.owner else "")

    def missing(self, key: str, cure: str) -> None:
        """Note that a key is not there."""
        self.report(f"{self.name(key)} is missing; add {cure}")

    def text(self, key: str, limit: int, *, required: str = "", lines: bool = False) -> str:
        """A text of at most `limit` characters; `required` is what to add where it is missing."""
        if key not in self.table:
            if required:
                self.missing(key, required)
            return ""
        value = self.table[key]
        if not isinstance(value, str):
            self.mistyped(key, "text", f'write {key} = "…"')
            return ""
        if is_plain(value, limit):
            return value
        if lines:
            value = value.rstrip("\n")  # closing quote marks stand on a line of their own
        for fault in faults(value, limit, lines=lines):
            self.complain(key, fault)
        return value

    def entries(self, key: str, most: int, *, fewest: int = 0) -> list[object]:
        """A list of `fewest` to `most` values of any type."""
        value = self.table.get(key, [])
        if not isinstance(value, list):
            self.mistyped(key, "a list", f"write {key} = […]")
            return []
        if len(value) > most:
            self.complain(key, f"has {len(value):,} entries; keep at most {most:,}")
        elif key in self.table and len(value) < fewest:
            self.complain(key, f"has {_entries(len(value))}; give at least {fewest}")
        return value

    def texts(self, key: str, most: int, *, fewest: int = 0) -> dict[int, str]:
        """The texts in a list, each of an option's length, by their place in it."""
        return {
            index: str(value)
            for index, value in enumerate(self.entries(key, most, fewest=fewest))
            if self.check_entry(key, value, index)
        }

    def check_entry(self, key: str, value: object, *path: str | int) -> bool:
        """Whether a value inside `key` is a text; what is wrong with it is noted."""
        if not isinstance(value, str):
            self.report(
                f"{self.entry_name(key, path[-1])} must be text, not {kind(value)};"
                " put it in quote marks",
                key,
                *path,
            )
            return False
        if is_plain(value, limits.OPTION):
            return True
        for fault in faults(value, limits.OPTION):
            self.report(f"{self.entry_name(key, path[-1])} {fault}", key, *path)
        return True

    def day(self, key: str) -> date | None:
        """A calendar day."""
        if key not in self.table:
            return None
        value = self.table[key]
        if type(value) is date:
            return value
        self.mistyped(key, "a date", f"write {key} = {_as_day(value)}")
        return None

    def whole(self, key: str, low: int, high: int, default: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.table.get(key, default)
        if type(value) is not int:
            self.mistyped(key, "a whole number", f"write {key} = {low}")
            return default
        if not low <= value <= high:
            self.complain(key, f"is {quoted(value)}; use a number from {low} to {high}")
            return default
        return value

    def flag(self, key: str, default: bool) -> bool:
        """Either true or false."""
        value = self.table.get(key, default)
        if not isinstance(value, bool):
            self.mistyped(key, "true or false", f"write {key} = {str(not default).lower()}")
            return default
        return value

    def identifier(self, key: str, *, required: str = "", names_file: bool = False) -> str:
        """An id in its narrow alphabet; returned as written even where it is not one."""
        if key not in self.table:
            if required:
                self.missing(key, required)
            return ""
        value = self.table[key]
        if not isinstance(value, str):
            self.mistyped(key, "text", f'write {key} = "…"')
            return ""
        if fault := file_id_fault(value) if names_file else identifier_fault(value):
            self.complain(key, fault)
        return value

    def identifiers(self, key: str) -> dict[int, str]:
        """The ids in a list, each once, by their place in it."""
        places: dict[str, int] = {}
        for index, value in enumerate(self.entries(key, limits.LINKED)):
            if not self.check_entry(key, value, index):
                continue
            if places.setdefault(str(value), index) != index:
                self.complain(key, f"names {quoted(value)} twice; keep one", index)
        return {index: value for value, index in places.items()}

    def address(self, key: str) -> str:
        """An http(s) address, or ""."""
        value = self.text(key, limits.ADDRESS)
        if value and not is_address(value):
            self.complain(key, f"is not a web address: {quoted(value)}; begin it with https://")
        return value

    def tables(self, key: str, most: int) -> Iterator[tuple[int, Mapping[str, object]]]:
        """The first `most` tables of a list, each with its place in it."""
        value = self.table.get(key, [])
        header = ".".join([*(part for part in self.path if isinstance(part, str)), key])
        if isinstance(value, dict):
            cure = f"write [[{header}]] with two brackets on each side"
            self.mistyped(key, "a list of tables", cure)
            return
        for index, entry in enumerate(self.entries(key, most)[:most]):
            if isinstance(entry, dict):
                yield index, entry
            else:
                name = self.entry_name(key, index)
                cure = f"write it under [[{header}]]"
                self.report(f"{name} must be a table, not {kind(entry)}; {cure}", key, index)


def _entries(count: int) -> str:
    return "no entries" if count == 0 else "1 entry" if count == 1 else f"{count} entries"


def _as_day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass
    return "2024-07-04"


@lru_cache(maxsize=limits.SUGGESTIONS)
def did_you_mean(name: str, known: frozenset[str]) -> str:
    """What to do about an unknown name: another one that looks like it, or to remove it."""
    import difflib

    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f'did you mean "{near[0]}"?' if near else "remove it"
