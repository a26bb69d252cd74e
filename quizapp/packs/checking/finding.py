"""What a check finds: rules by name and level, and one finding per thing to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from quizapp.packs.format.text import printable

Level: TypeAlias = Literal["error", "warning"]

ERRORS = frozenset(
    {
        "unreadable",
        "pack-twice",
        "source-twice",
        "source-unknown",
        "source-name",
        "paragraph-missing",
        "term-missing",
        "fingerprint",
        "copied",
        "all-of-the-above",
        "same-thing",
        "wrong-within",
        "duplicate",
    }
)
"""Rules whose findings make a pack fail wherever it lies."""

ERRORS_WHEN_SHIPPED = frozenset({"no-evidence", "not-checked"})
"""Rules that warn an author and make a pack fail that is shipped with the app."""

WARNINGS = frozenset(
    {
        "article-missing",
        "not-borne-out",
        "no-why",
        "no-brief",
        "no-as-of",
        "few-wrong",
        "right-longest",
        "longest-too-often",
        "shortest-too-often",
        "answer-in-ask",
        "answer-in-hint",
        "mixed-options",
        "uneven-options",
        "capital-and-country",
        "near-duplicate",
        "undated-word",
        "undated-office",
        "unattributed",
        "ask-ending",
        "double-space",
    }
)
"""Rules whose findings ask the author to look again."""

RULES = tuple(sorted(ERRORS | ERRORS_WHEN_SHIPPED | WARNINGS))
"""Every rule by name, as findings carry it."""


class Remark(NamedTuple):
    """One thing that a rule found in a pack, before its file and its level are known.

    `line` is 0 and `question` "" where the pack or a topic of it is meant.
    """

    rule: str
    line: int
    question: str
    message: str


Remarks: TypeAlias = Iterator[Remark]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend in a file, on one printable line.

    `line` counts from 1; 0 means the file as a whole. `question` is "" outside any question.
    """

    rule: str
    level: Level
    path: str
    line: int
    question: str
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        subject = f'question "{self.question}": ' if self.question else ""
        return f"{place}: {self.level}: {subject}{self.message} [{self.rule}]"


def level_of(rule: str, *, shipped: bool) -> Level:
    """How grave a finding of `rule` is, in a pack that is shipped with the app or in another."""
    if rule in ERRORS or (shipped and rule in ERRORS_WHEN_SHIPPED):
        return "error"
    return "warning"


def finding(remark: Remark, path: str, *, shipped: bool = False) -> Finding:
    """The finding that `remark` is in the file at `path`."""
    return Finding(
        rule=remark.rule,
        level=level_of(remark.rule, shipped=shipped),
        path=printable(path),
        line=remark.line,
        question=printable(remark.question),
        message=printable(remark.message),
    )
