"""What undo and repair need beside a drafts file: each step on the pack, before it is taken.

A step is written here first, then done to the pack, then told by a decision in the drafts file.
`before` is how many decisions there were before it: while there are no more, it was cut short.
The file is UTF-8, a JSON object a line; a line that broke off is passed over.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from quizapp.drafting.desk.replacing import cannot_write
from quizapp.packs.format.files import read_bytes

SUFFIX = ".handcheck.jsonl"
MAX_BYTES = 32 << 20
PUT, TAKE, MEND, AT, DROPPED = "put", "take", "mend", "at", "dropped"
_KINDS = {PUT, TAKE, MEND, AT, DROPPED}


class Step(NamedTuple):
    """A question put into the pack or taken out: its text, and the byte where it stands.

    `head` is what the file began with where it was made for this question. `what` and `draft` are
    the decision's. In a step "mend", `text` takes the place of `head`, and the question was called
    `former`. A step "at" only says which draft was looked at last; "dropped" that a step which was
    cut short could not be finished.
    """

    kind: str
    before: int
    question: str = ""
    at: int = 0
    text: str = ""
    head: str = ""
    what: str = ""
    draft: str = ""
    former: str = ""


def read_journal(path: Path) -> tuple[Step, ...]:
    """Every step that can be read; none where there is no journal. Raises PackError."""
    if not path.exists():
        return ()
    steps = []
    for row in read_bytes(path, MAX_BYTES).split(b"\n"):
        step = _step(row)
        if step is not None:
            steps.append(step)
    return tuple(steps)


def _step(row: bytes) -> Step | None:
    try:
        table = json.loads(row)
    except (ValueError, RecursionError):
        return None
    if not isinstance(table, dict) or not table.keys() <= set(Step._fields):
        return None
    numbers = {key: table.pop(key, 0) for key in ("before", "at")}
    fit = all(type(value) is int and value >= 0 for value in numbers.values())
    if not fit or not all(isinstance(value, str) for value in table.values()):
        return None
    return Step(**numbers, **table) if table.get("kind") in _KINDS else None


def note(path: Path, step: Step) -> int:
    """Add a step, on disk when this returns; how long the file was before. Raises QuizError."""
    size = -1
    try:
        size = path.stat().st_size if path.exists() else 0
        fields = {key: value for key, value in step._asdict().items() if value not in ("", 0)}
        row = json.dumps({"kind": step.kind, "before": step.before, **fields}, ensure_ascii=False)
        with path.open("ab") as file:
            file.write(_start(path, size) + row.encode("utf-8") + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        cut_back(path, size)
        raise cannot_write(path, error) from error
    return size


def _start(path: Path, size: int) -> bytes:
    """A line end, where the last line broke off."""
    if not size:
        return b""
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return b"" if file.read(1) == b"\n" else b"\n"


def cut_back(path: Path, size: int) -> None:
    """Take back what was noted since the file was `size` bytes long, as far as that can be."""
    try:
        if size == 0:
            path.unlink(missing_ok=True)
        elif size > 0:
            os.truncate(path, size)
    except OSError:
        return
