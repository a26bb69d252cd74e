"""Source files: an article's fingerprints as TOML, without a sentence of the article.

Format 1: format, id, title, publisher, published, address, sha256 (of the whole text), hash
("sha256/8"), and a [[paragraph]] table for the headline and each paragraph after it, with the
sha256 of its text and the sorted truncated hashes of its words.
"""

from __future__ import annotations

import datetime
import difflib
import os
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from quizapp.core.question import Paragraph, Source, SourceId
from quizapp.errors import PackError, Problem, UsageError
from quizapp.packs.articles import split_article, text_hash
from quizapp.packs.format.document import Document, read_document
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.lines import Path as KeyPath
from quizapp.packs.format.lines import find_lines
from quizapp.packs.format.text import faults, file_id_fault, is_address, printable
from quizapp.packs.words import HASH_NAME, word_hash, words

FORMAT = 1
MAX_SOURCE_BYTES = 8 << 20
"""The longest source file read, in bytes."""

_LONGEST_TITLE = 300
_LONGEST_ADDRESS = 1_000
_HASHES_A_LINE = 8
_DIGEST = re.compile(r"[0-9a-f]{64}")
_WORD_HASH = re.compile(r"[0-9a-f]{8}")
_PARAGRAPH_KEYS = ("sha256", "words")


def paragraph_of(text: str) -> Paragraph:
    """The fingerprint of one paragraph's text."""
    return Paragraph(text_hash(text), frozenset(word_hash(word) for word in words(text)))


def make_source(
    text: str,
    id: str,  # noqa: A002 - the key's own name
    title: str,
    publisher: str,
    published: datetime.date,
    address: str,
) -> str:
    """The source file of the article `text`: its fingerprints, as TOML.

    Of the article's words only `title` appears. The same arguments give the same text.
    Raises UsageError, naming every problem, for an id, a title, an address or an article that
    cannot stand in a source file.
    """
    blocks = split_article(text)
    given = {"id": id, "title": title, "publisher": publisher, "address": address}
    problems = [f'"{key}" {fault}' for key, fault in faults_of(given)]
    if len(blocks) < 2:
        problems.append(
            "the article has no paragraph after its headline;"
            " put a blank line behind the headline and between paragraphs"
        )
    if problems:
        raise UsageError("\n".join(problems))
    lines = [
        "# Fingerprints of an article: none of its sentences stand here.",
        f"format = {FORMAT}",
        f"id = {_toml(id)}",
        f"title = {_toml(title)}",
        f"publisher = {_toml(publisher)}",
        f"published = {published.isoformat()}",
        f"address = {_toml(address)}",
        f"sha256 = {_toml(text_hash(text))}",
        f"hash = {_toml(HASH_NAME)}",
    ]
    for number, block in enumerate(blocks):
        lines += ["", "[[paragraph]]", f"# {number or '0, the headline'}", *_fingerprint(block)]
    return "\n".join(lines) + "\n"


def faults_of(given: Mapping[str, object]) -> list[tuple[str, str]]:
    """(key, what is wrong with it) of values for a source file, by their keys in it."""
    return [(key, fault) for key, value in given.items() if (fault := _FAULTS[key](value))]


def read_source(path: str | os.PathLike[str]) -> Source:
    """The source that the file at `path` describes.

    Raises PackError with every problem found: a file that cannot be read, is not TOML, has
    unknown or missing keys, or values that are no dates, digests or hashes.
    """
    place = Path(path)
    return parse_source(read_bytes(place, MAX_SOURCE_BYTES), file_name(place))


def parse_source(data: bytes, name: str) -> Source:
    """The source in `data`, the bytes of the file `name`; raises PackError as read_source."""
    document = read_document(data, name)
    number = document.table.get("format")
    if isinstance(number, int) and number > FORMAT:
        newer = f"the file is of format {number}; a newer sco-quiz is needed to read it"
        raise _refusal(document, [(("format",), newer)])
    notes = [*_key_notes(document.table), *_paragraph_notes(document.table.get("paragraph"))]
    if notes:
        raise _refusal(document, notes)
    table = cast("dict[str, Any]", document.table)
    return Source(
        id=SourceId(table["id"]),
        title=table["title"],
        publisher=table["publisher"],
        published=table["published"],
        address=table["address"],
        sha256=table["sha256"],
        paragraphs=tuple(
            Paragraph(entry["sha256"], frozenset(entry["words"])) for entry in table["paragraph"]
        ),
    )


def _fingerprint(block: str) -> list[str]:
    known = paragraph_of(block)
    hashes = [_toml(word) for word in sorted(known.words)]
    rows = [
        f"  {', '.join(hashes[start : start + _HASHES_A_LINE])},"
        for start in range(0, len(hashes), _HASHES_A_LINE)
    ]
    return [f"sha256 = {_toml(known.sha256)}", "words = [", *rows, "]"]


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _refusal(document: Document, notes: Sequence[tuple[KeyPath, str]]) -> PackError:
    lines = find_lines(document.text, [path for path, _ in notes])
    problems = [Problem(document.name, lines[path], "", note) for path, note in notes]
    return PackError(tuple(sorted(problems, key=lambda problem: problem.line)))


def _key_notes(table: dict[str, object]) -> list[tuple[KeyPath, str]]:
    missing = [((), f'"{key}" is missing; add it') for key in _FAULTS if key not in table]
    unfit = [
        ((key,), f'"{key}" {fault}')
        for key, find_fault in _FAULTS.items()
        if key in table and (fault := find_fault(table[key]))
    ]
    known = (*_FAULTS, "paragraph")
    return [
        *missing,
        *unfit,
        *(((key,), _unknown(key, known)) for key in table if key not in known),
    ]


def _paragraph_notes(entries: object) -> list[tuple[KeyPath, str]]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        return [
            (("paragraph",), "[[paragraph]] is missing: one for the headline, one for each after")
        ]
    if len(entries) < 2:
        return [(("paragraph",), "the headline alone can bear nothing out; add a [[paragraph]]")]
    notes: list[tuple[KeyPath, str]] = []
    for place, entry in enumerate(entries):
        path = ("paragraph", place)
        for key, find_fault in (("sha256", _digest_fault), ("words", _hashes_fault)):
            if fault := find_fault(entry.get(key)):
                notes.append(((*path, key), f'"{key}" {fault}'))
        unknown = [key for key in entry if key not in _PARAGRAPH_KEYS]
        notes += [((*path, key), _unknown(key, _PARAGRAPH_KEYS)) for key in unknown]
    return notes


def _unknown(key: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    cure = f'did you mean "{close[0]}"?' if close else "remove it"
    return f'"{printable(key)}" is no key of a source file; {cure}'


def _format_fault(value: object) -> str:
    return "" if type(value) is int and value == FORMAT else f"must be {FORMAT}"


def _id_fault(value: object) -> str:
    return file_id_fault(value) if isinstance(value, str) else _NO_TEXT


def _text_fault(value: object) -> str:
    return next(faults(value, _LONGEST_TITLE), "") if isinstance(value, str) else _NO_TEXT


def _day_fault(value: object) -> str:
    is_day = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    return "" if is_day else "must be a date such as 2024-07-04, without quote marks"


def _address_fault(value: object) -> str:
    if value == "":
        return ""
    fits = isinstance(value, str) and len(value) <= _LONGEST_ADDRESS and is_address(value)
    return "" if fits and not next(faults(str(value), _LONGEST_ADDRESS), "") else _NO_ADDRESS


def _digest_fault(value: object) -> str:
    fits = isinstance(value, str) and _DIGEST.fullmatch(value)
    return "" if fits else f"must be 64 hexadecimal digits; {_MAKE_AGAIN}"


def _hash_fault(value: object) -> str:
    return "" if value == HASH_NAME else f'must be "{HASH_NAME}"; {_MAKE_AGAIN}'


def _hashes_fault(value: object) -> str:
    fits = (
        isinstance(value, list)
        and all(isinstance(word, str) and _WORD_HASH.fullmatch(word) for word in value)
        and all(first < second for first, second in pairwise(value))
    )
    return "" if fits else f"must be sorted hashes of 8 hexadecimal digits; {_MAKE_AGAIN}"


_NO_TEXT = "must be text in quote marks"
_NO_ADDRESS = "must be an address that begins with https:// or http://"
_MAKE_AGAIN = "make the file again with `sco-quiz source ARTICLE`"

_FAULTS: dict[str, Callable[[object], str]] = {
    "format": _format_fault,
    "id": _id_fault,
    "title": _text_fault,
    "publisher": _text_fault,
    "published": _day_fault,
    "address": _address_fault,
    "sha256": _digest_fault,
    "hash": _hash_fault,
}
