"""Finding questions by their words, their forms and their place, a handful at a time.

Nothing is ranked over a whole library: a common word stands in half of it, and to weigh all of
those would take longer than a learner takes to type the next letter.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from typing import NamedTuple

MOST_WORDS = 12


class Wanted(NamedTuple):
    """What to look for: words or beginnings of words, all of which must be there; `forms` as
    `bits` makes them, one of which it must take; a pack; a topic of it. Empty means any.
    """

    text: str = ""
    forms: int = 0
    pack: str = ""
    topic: str = ""


class Candidate(NamedTuple):
    """A question of the catalog, which `number` goes through in the packs' order."""

    number: int
    pack: str
    id: str


def words_of(text: str) -> tuple[str, ...]:
    """What is looked for in `text`: its words, without those that are signs alone."""
    words = [word for word in text.split() if any(character.isalnum() for character in word)]
    return tuple(words[:MOST_WORDS])


def match_of(text: str) -> str:
    """`text` as an FTS5 query (https://www.sqlite.org/fts5.html, section 3), "" for no words.

    Each word counts as a beginning, since more of it may be about to be typed.
    """
    clean = (word.replace("\0", "").replace('"', '""') for word in words_of(text))
    return " ".join(f'"{word}"*' for word in clean)


def candidates(
    connection: sqlite3.Connection, wanted: Wanted, after: int, limit: int
) -> list[Candidate]:
    """The next questions behind number `after` that fit, in the packs' order, at most `limit`."""
    span = _span(connection, wanted.pack)
    match = match_of(wanted.text)
    values = {
        "match": match,
        "forms": wanted.forms,
        "pack": wanted.pack,
        "topic": wanted.topic,
        "after": max(after, span[0] - 1),
        "last": span[1],
        "limit": limit,
    }
    # Questions of other forms and topics are passed over in the index, without reading them.
    number, origin = "number", "question INDEXED BY question_forms WHERE"
    if match:
        number = "words.rowid"
        origin = "words CROSS JOIN question ON number = words.rowid WHERE words MATCH :match AND"
    sifted = f"{number} > :after AND {number} <= :last"
    if wanted.topic:
        sifted += (
            " AND topic = (SELECT topic.number FROM topic WHERE topic.pack = :pack "
            "AND topic.id = :topic)"
        )
    if wanted.forms:
        sifted += " AND forms & :forms"
    numbers = f"SELECT number FROM {origin} {sifted} ORDER BY {number} LIMIT :limit"  # noqa: S608
    rows = connection.execute(
        f"SELECT number, pack, id FROM question WHERE number IN ({numbers}) ORDER BY number",  # noqa: S608
        values,
    )
    return [Candidate(*row) for row in rows]


def _span(connection: sqlite3.Connection, pack: str) -> tuple[int, int]:
    """The first and the last number of a pack, whose questions were compiled one after another."""
    if not pack:
        return 0, 2**62
    row = connection.execute(
        "SELECT min(number), max(number) FROM question WHERE pack = :pack", {"pack": pack}
    ).fetchone()
    return (int(row[0]), int(row[1])) if row[0] is not None else (1, 0)


def fits(connection: sqlite3.Connection, wanted: Wanted, pack: str, question: str) -> bool:
    """Whether one question, known by its ids, has the wanted words and forms."""
    row = connection.execute(
        "SELECT ask || ' ' || words.answer, forms FROM question CROSS JOIN words "
        "ON words.rowid = number WHERE pack = :pack AND id = :id",
        {"pack": pack, "id": question},
    ).fetchone()
    if row is None or (wanted.forms and not row[1] & wanted.forms):
        return False
    text = f" {_folded(row[0])}"
    return all(f" {_folded(word)}" in text for word in words_of(wanted.text))


def best_first(
    connection: sqlite3.Connection, found: list[Candidate], text: str
) -> list[Candidate]:
    """The questions found, those first whose answer is `text`, then whose answer holds it as it
    stands, then whose wording does, then all others; in the packs' order otherwise.
    """
    sought = _folded(text)
    ranks = {one.number: _rank(connection, one.number, sought) for one in found}
    return sorted(found, key=lambda one: (ranks[one.number], one.number))


def _rank(connection: sqlite3.Connection, number: int, sought: str) -> int:
    row = connection.execute(
        "SELECT ask, answer FROM words WHERE rowid = :number", {"number": number}
    ).fetchone()
    ask, answer = (f" {_folded(text)}" for text in row) if row else ("", "")
    if answer.strip() == sought:
        return 0
    if f" {sought}" in answer:
        return 1
    return 2 if f" {sought}" in ask else 3


def _folded(text: str) -> str:
    """`text` as the catalog's words are compared: without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        character if character.isalnum() else " "
        for character in plain
        if not unicodedata.combining(character)
    )
    return " ".join("".join(kept).split())
