"""The dates of questions, as the catalog keeps them: in their order, read a window at a time.

Kept are the days that belong to a fact, not those that only tell how fresh it is: a day that is
asked for; the day of `as_of` where a wording names that whole day, or where `until` makes it one
end of a stretch of time; and `until` itself. "As of 1 September 2025" on a question for capitals
is no event of that day.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.core.question import Prompt, Question

HAPPENED, SO, UNTIL = 0, 1, 2
"""What a day is to a question: its answer; the day for which the answer is known; the last day on
which it was true."""


class DatedRow(NamedTuple):
    """A question on a day; `kind` is HAPPENED, SO or UNTIL."""

    day: date
    kind: int
    pack: str
    id: str


def put(connection: sqlite3.Connection, number: int, question: Question) -> None:
    """Keep the days of a question of the catalog, by its number there."""
    connection.executemany(
        "INSERT OR IGNORE INTO dated (day, question, kind) VALUES (?, ?, ?)",
        [(day.toordinal(), number, kind) for day, kind in _days(question)],
    )


def _days(question: Question) -> Iterator[tuple[date, int]]:
    from quizapp.core.dates import date_text
    from quizapp.core.question import DateAnswer

    for prompt in question.prompts:
        if isinstance(prompt.answer, DateAnswer):
            yield prompt.answer.value, HAPPENED
    if question.as_of is not None:
        named = date_text(question.as_of)
        if question.until is not None or any(_names(one, named) for one in question.prompts):
            yield question.as_of, SO
    if question.until is not None:
        yield question.until, UNTIL


def _names(prompt: Prompt, day: str) -> bool:
    """True where a wording, or the sentence around its gaps, has a day in it: "4 July 2024".

    "14 July 2024" does not name "4 July 2024".
    """
    texts = (prompt.ask, *getattr(prompt.answer, "parts", ()))
    return any(re.search(rf"(?<!\d){re.escape(day)}(?!\d)", text) for text in texts)


def forget(connection: sqlite3.Connection, pack: str) -> None:
    """Take the days of a pack's questions out, while these are still there."""
    connection.execute(
        "DELETE FROM dated WHERE question IN (SELECT number FROM question WHERE pack = ?)", (pack,)
    )


def count(connection: sqlite3.Connection) -> int:
    """How many dates there are."""
    return int(connection.execute("SELECT count(*) FROM dated").fetchone()[0])


def before(connection: sqlite3.Connection, day: date) -> int:
    """How many dates lie before a day."""
    row = connection.execute(
        "SELECT count(*) FROM dated WHERE day < ?", (day.toordinal(),)
    ).fetchone()
    return int(row[0])


def window(
    connection: sqlite3.Connection, offset: int, limit: int, total: int
) -> tuple[DatedRow, ...]:
    """At most `limit` of the `total` dates, oldest first, from `offset` on.

    What lies nearer to the end is counted from there.
    """
    size = max(min(limit, total - offset), 0)
    behind = offset > total // 2
    start = total - offset - size if behind else offset
    order = " DESC" if behind else ""
    # The window is cut out of the index first, so that the steps to it look nothing else up.
    rows = connection.execute(
        "SELECT day, kind, pack, id FROM (SELECT day, question AS asked, kind FROM dated "
        f"ORDER BY day{order}, question{order}, kind{order} LIMIT ? OFFSET ?) "
        "JOIN question ON question.number = asked "
        f"ORDER BY day{order}, asked{order}, kind{order}",
        (size, start),
    )
    found = tuple(
        DatedRow(date.fromordinal(day), kind, pack, name) for day, kind, pack, name in rows
    )
    return found[::-1] if behind else found
