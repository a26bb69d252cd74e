"""The drafts file: reading it, writing it whole, and adding one decision at its end.

A line is a JSON object: the header (it has "drafts"), a draft (it has "id") or a decision (it has
"what"). Keys are the fields of Heading, Draft and Decision; a field at its default is left out.
A last line that broke off while it was written is passed over and gives way to the next decision.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn, TypeVar, cast

from quizapp.drafting.desk.sheet_fields import decision_fault, draft_fault, heading_fault
from quizapp.drafting.drafts import VERSION, Decision, Draft, Flag, Heading, Sheet
from quizapp.errors import PackError, Problem, QuizError, UsageError
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.text import stacked
from quizapp.packs.placing import write_whole

MAX_BYTES = 32 << 20
"""The longest drafts file read, in bytes."""

SUFFIX = ".drafts.jsonl"

_Row = TypeVar("_Row", bound=NamedTuple)


class _Line(NamedTuple):
    number: int
    table: dict[str, Any]


def read_sheet(path: str | os.PathLike[str]) -> Sheet:
    """The drafts file at `path`.

    Raises PackError, with file and line, where it cannot be read, is no drafts file, is of a
    newer version, or a line of it cannot be used. A last line that broke off is passed over.
    """
    place = Path(path)
    name = file_name(place)
    lines = list(_lines(read_bytes(place, MAX_BYTES), name))
    if not lines or "drafts" not in lines[0].table:
        _refuse(name, 1, "this is no drafts file; make one with `sco-quiz draft ARTICLE`")
    heading = _heading(lines[0], name)
    drafts: list[Draft] = []
    decisions: list[Decision] = []
    known: set[str] = set()
    for number, table in lines[1:]:
        if "what" in table:
            _check(decision_fault(table), name, number)
            decisions.append(Decision(**table))
            continue
        _check(draft_fault(table), name, number)
        if table["id"] in known:
            _refuse(name, number, f'the draft "{table["id"]}" stands there twice; remove one')
        known.add(table["id"])
        drafts.append(_draft(table))
    return Sheet(heading, tuple(drafts), tuple(decisions))


def write_sheet(path: str | os.PathLike[str], sheet: Sheet) -> None:
    """Write `sheet` to `path`, whole or not at all; the same sheet gives the same bytes.

    Raises UsageError where another file, or no file at all, stands there; QuizError where it
    cannot be written.
    """
    place = Path(path)
    if place.exists() and not is_sheet(place):
        raise UsageError(
            f"{file_name(place)}: this is no drafts file and is left as it is; name another with -o"
        )
    _write_whole(place, sheet_text(sheet))


def sheet_text(sheet: Sheet) -> str:
    """`sheet` as the text of a drafts file."""
    rows = [{"drafts": VERSION, **_fields(sheet.heading)}]
    rows += map(_fields, sheet.drafts)
    rows += map(_fields, sheet.decisions)
    return "".join(_line(row) for row in rows)


def can_be_kept(draft: Draft) -> bool:
    """Whether a draft would be read again: what its sentence says may run over the lines beside."""
    return not stacked(_line(_fields(draft)))


def append_decision(path: str | os.PathLike[str], decision: Decision) -> None:
    """Add `decision` to the drafts file at `path`; it is on disk when this returns.

    A last line that broke off is taken away first. Raises QuizError where the file is gone or
    cannot be written.
    """
    place = Path(path)
    data = _line(_fields(decision)).encode("utf-8")
    try:
        with place.open("r+b") as file:
            file.seek(_whole_end(place))
            file.truncate()
            if file.tell() and _last_byte(place) != b"\n":
                data = b"\n" + data
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise QuizError(
            f"{file_name(place)}: the decision cannot be kept ({error.strerror});"
            " check the folder, its permissions and the disk"
        ) from error


def is_sheet(path: Path) -> bool:
    """True where `path` is a file whose first line is the header of drafts."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        first = file.readline(1 << 16)
    table = _table(first)
    return table is not None and "drafts" in table


def _lines(data: bytes, name: str) -> Iterator[_Line]:
    rows = data.split(b"\n")
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        table = _table(row)
        if table is not None:
            yield _Line(number, table)
        elif number < len(rows) or number == 1:
            _refuse(name, number, "this line is no JSON object; mend it, or draft again")


def _table(row: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(row.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _heading(line: _Line, name: str) -> Heading:
    table = dict(line.table)
    version = table.pop("drafts")
    if isinstance(version, int) and version > VERSION:
        _refuse(name, line.number, f"the file is of version {version}; a newer sco-quiz is needed")
    fault = heading_fault(table) if version == VERSION else f'"drafts" must be {VERSION}'
    _check(fault, name, line.number)
    return Heading(**table)


def _draft(table: dict[str, Any]) -> Draft:
    """The draft in a faultless `table`."""
    values = {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
    }
    values["flags"] = tuple(Flag(*flag) for flag in table.get("flags", ()))
    return Draft(**cast("Any", values))


def _fields(row: NamedTuple) -> dict[str, Any]:
    defaults: Mapping[str, Any] = row._field_defaults
    return {
        key: value
        for key, value in row._asdict().items()
        if key not in defaults or value != defaults[key]
    }


def _line(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def _whole_end(path: Path) -> int:
    """Where the last whole line ends: the end of the file, unless its last line broke off."""
    data = path.read_bytes()
    last = data.rfind(b"\n") + 1
    return len(data) if last == len(data) or _table(data[last:]) is not None else last


def _last_byte(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1)


def _write_whole(path: Path, text: str) -> None:
    try:
        write_whole(path.resolve(), text.encode("utf-8"), replace=True)
    except OSError as error:
        raise QuizError(
            f"{file_name(path)}: this file cannot be written ({error.strerror});"
            " check the folder, its permissions and the disk"
        ) from error


def _check(fault: str, name: str, line: int) -> None:
    if fault:
        _refuse(name, line, fault)


def _refuse(name: str, line: int, sentence: str) -> NoReturn:
    raise PackError((Problem(name, line, "", sentence),))
