"""Compiling packs into the catalog, and taking out of it what is no longer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.packs.catalog import FileRow, PackRow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from quizapp.core.question import Pack, Question, Source


def put_file(connection: sqlite3.Connection, row: FileRow) -> None:
    """Remember a file as it was seen just now."""
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def forget_file(connection: sqlite3.Connection, path: str) -> None:
    """Take a file and what came out of it from the catalog."""
    row = connection.execute("SELECT pack FROM file WHERE path = ?", (path,)).fetchone()
    connection.execute("DELETE FROM file WHERE path = ?", (path,))
    connection.execute("DELETE FROM source WHERE path = ?", (path,))
    if row and row[0]:
        _forget_pack(connection, row[0])


def _forget_pack(connection: sqlite3.Connection, pack: str) -> None:
    from quizapp.packs import dating

    dating.forget(connection, pack)
    connection.execute(
        "DELETE FROM words WHERE rowid IN (SELECT number FROM question WHERE pack = ?)", (pack,)
    )
    for table, column in (("question", "pack"), ("topic", "pack"), ("pack", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (pack,))


def put_source(connection: sqlite3.Connection, path: str, source: Source) -> None:
    """Keep how a source is called; its fingerprints stay in its file."""
    connection.execute(
        "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
        (
            source.id,
            path,
            source.title,
            source.publisher,
            source.published.isoformat(),
            source.address,
        ),
    )


def put_pack(
    connection: sqlite3.Connection,
    path: str,
    fingerprint: str,
    pack: Pack,
    progress: Callable[[int, int], None] | None = None,
    *,
    place: int = 0,
) -> None:
    """Compile a checked pack. `progress` is told (done, total) now and then.

    `place` is the pack's place in the order in which packs are taught.
    """
    import json

    from quizapp.core.standing import bits, forms_of
    from quizapp.packs import dating
    from quizapp.packs.codec import answer_hash, encode

    connection.execute(
        "INSERT INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        PackRow(
            pack.id,
            path,
            fingerprint,
            pack.title,
            pack.version,
            pack.license,
            pack.about,
            len(pack.questions),
            place,
        ),
    )
    numbers: dict[str, int] = {}
    places: dict[str, int] = {}
    for at, topic in enumerate(pack.topics):
        cursor = connection.execute(
            "INSERT INTO topic (pack, id, place, title, brief, questions) "
            "VALUES (?, ?, ?, ?, ?, 0)",
            (pack.id, topic.id, at, topic.title, topic.brief),
        )
        numbers[topic.id] = cursor.lastrowid or 0
    for index, question in enumerate(pack.questions):
        at = places[question.topic] = places.get(question.topic, -1) + 1
        cursor = connection.execute(
            "INSERT INTO question (pack, id, topic, place, answer, was, forms, document) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                pack.id,
                question.id,
                numbers[question.topic],
                at,
                answer_hash(question.prompts[0].answer),
                json.dumps(question.was),
                bits(forms_of(question)),
                encode(question),
            ),
        )
        connection.execute(
            "INSERT INTO words (rowid, ask, answer) VALUES (?, ?, ?)",
            (cursor.lastrowid, *_searched(question)),
        )
        dating.put(connection, cursor.lastrowid or 0, question)
        if progress and index % 500 == 0:
            progress(index, len(pack.questions))
    connection.executemany(
        "UPDATE topic SET questions = ? WHERE number = ?",
        [(last + 1, numbers[topic]) for topic, last in places.items()],
    )


def _searched(question: Question) -> tuple[str, str]:
    from quizapp.core.grading import expected_text

    asks = " ".join(
        prompt.ask or " ".join(getattr(prompt.answer, "parts", ())) for prompt in question.prompts
    )
    return asks, " ".join(expected_text(prompt.answer) for prompt in question.prompts)
