"""Bringing the register in step with packs: what is new, gone, renamed or has another answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quizapp.core.succession import Bearer, Claim, successors
from quizapp.store import updates


class Entry(NamedTuple):
    """A question as its pack has it: what the register needs to know of it.

    `answer` tells answers apart; `said` is the answer as JSON.
    """

    id: str
    topic: str
    answer: str
    was: tuple[str, ...]
    said: str = ""


class Registered(NamedTuple):
    """A question as the register has it. `live`: its pack is there and has it."""

    number: int
    id: str
    topic: int
    place: int
    answer: str
    said: str
    live: bool
    seen: bool


class Steps(NamedTuple):
    """What registering leaves to others.

    `alike` says whether two answers, as JSON, are the same thing to remember; `changed` logs
    that the answer of a question, by number, is another from now on: former and new key.
    """

    alike: Callable[[str, str], bool]
    changed: Callable[[int, str, str], None]


def registered(connection: sqlite3.Connection, pack: str) -> dict[str, Registered]:
    """Every question that a pack has or had, by its id."""
    rows = connection.execute(
        "SELECT number, id, topic, place, answer, said, installed, seen IS NOT NULL "
        "FROM question WHERE pack = :pack",
        {"pack": pack},
    )
    return {
        row[1]: Registered(
            row[0], row[1], row[2], row[3], row[4], row[5], bool(row[6]), bool(row[7])
        )
        for row in rows
    }


def numbers_for(
    connection: sqlite3.Connection,
    pack: str,
    fingerprint: str,
    claims: Sequence[Claim],
    known: Mapping[str, Registered],
) -> dict[str, int]:
    """The numbers that questions of a pack's version go on with; new ones are left out."""
    bearers = {name: Bearer(one.number, one.live) for name, one in known.items()}
    exact = updates.ids_at(connection, pack, fingerprint)
    return successors(claims, bearers, exact, updates.former_ids(connection, pack))


def compare(
    connection: sqlite3.Connection,
    pack: str,
    entries: Iterable[Entry],
    alike: Callable[[str, str], bool],
) -> None:
    """Hold a pack's answers against those of the register, for an `alike` that remembers.

    That takes much longer than registering, and no other window need wait for it.
    """
    known = registered(connection, pack)
    for entry in entries:
        row = known.get(entry.id)
        if row is not None:
            same_answer(row, entry, alike)


def register(
    connection: sqlite3.Connection,
    pack: str,
    fingerprint: str,
    entries: Iterable[Entry],
    steps: Steps,
) -> None:
    """Bring the register in step with a pack that was added or changed, inside a transaction.

    Questions that are gone are kept, asleep; renamed ones keep their number, and so do those that
    come back. A question that was replied to and has another answer now is told to `steps`.
    """
    found = list(entries)
    known = registered(connection, pack)
    numbers = numbers_for(
        connection, pack, fingerprint, [Claim(one.id, one.was) for one in found], known
    )
    _leave_ids(connection, pack, known, numbers)
    _archive(connection, known, set(numbers.values()))
    topics = _Topics(connection, pack)
    rows = {one.number: one for one in known.values()}
    for place, entry in enumerate(found, _first_place(connection, pack)):
        topic = topics.number(entry.topic)
        if entry.id in numbers:
            _go_on(connection, rows[numbers[entry.id]], entry, (topic, place), steps)
        else:
            _insert(connection, pack, entry, topic, place)
    settle(connection, pack)
    connection.execute(
        "INSERT INTO pack VALUES (:pack, :fingerprint) "
        "ON CONFLICT (id) DO UPDATE SET fingerprint = excluded.fingerprint",
        {"pack": pack, "fingerprint": fingerprint},
    )


def _archive(
    connection: sqlite3.Connection, known: Mapping[str, Registered], kept: set[int]
) -> None:
    """Put the questions to sleep that a pack has no longer."""
    connection.executemany(
        "UPDATE question SET installed = 0 WHERE number = ?",
        [(one.number,) for one in known.values() if one.live and one.number not in kept],
    )


def _insert(
    connection: sqlite3.Connection, pack: str, entry: Entry, topic: int, place: int
) -> None:
    connection.execute(
        "INSERT INTO question (pack, id, topic, place, answer, said) VALUES (?, ?, ?, ?, ?, ?)",
        (pack, entry.id, topic, place, entry.answer, entry.said),
    )


def _go_on(
    connection: sqlite3.Connection,
    row: Registered,
    entry: Entry,
    where: tuple[int, int],
    steps: Steps,
) -> None:
    """Have a question go on under its number; `where` is its topic and its place."""
    answer = _settle_answer(connection, row, entry, steps)
    after = Registered(row.number, entry.id, *where, answer, entry.said, True, row.seen)
    if after != row:
        connection.execute(
            "UPDATE question SET id = :id, topic = :topic, place = :place, answer = :answer, "
            "said = :said, installed = 1 WHERE number = :number",
            after._asdict(),
        )


def _settle_answer(
    connection: sqlite3.Connection, row: Registered, entry: Entry, steps: Steps
) -> str:
    """The key of a question's answer from now on. It stays while the answer is the same."""
    if same_answer(row, entry, steps.alike):
        return row.answer
    if not updates.replied(connection, row.number):
        return entry.answer
    former = updates.former_answers(connection, row.number)
    key = updates.key_of(former, entry.answer, entry.said, steps.alike)
    updates.answer_changed(connection, row.number, (row.answer, row.said), key)
    steps.changed(row.number, row.answer, key)
    return key


def same_answer(row: Registered, entry: Entry, alike: Callable[[str, str], bool]) -> bool:
    """Whether a pack's question still has the answer that the register knows."""
    if entry.answer == row.answer or (row.said and entry.said == row.said):
        return True
    return bool(row.said and entry.said) and alike(row.said, entry.said)


def _leave_ids(
    connection: sqlite3.Connection,
    pack: str,
    known: Mapping[str, Registered],
    numbers: Mapping[str, int],
) -> None:
    """Free the ids that go to other questions, and keep who had them in the version left behind."""
    ids = {one.number: one.id for one in known.values()}
    after = {number: name for name, number in numbers.items()}
    moving = [
        number
        for number, name in ids.items()
        if after.get(number, name) != name or numbers.get(name, number) != number
    ]
    renames = updates.renames(connection, pack)
    if moving and not renames:
        every = {one.id: one.number for one in known.values()}
        updates.keep_ids(connection, pack, updates.FIRST, every)
    left = connection.execute("SELECT fingerprint FROM pack WHERE id = ?", (pack,)).fetchone()
    if left and left[0]:
        live = {one.id: one.number for one in known.values() if one.live}
        updates.keep_ids(connection, pack, left[0], live if renames else {})
    for number in moving:
        if number not in after:
            updates.keep_ids(connection, pack, f"{updates.LOST}{number}", {ids[number]: number})
        connection.execute(
            "UPDATE question SET id = :id WHERE number = :number",
            {"number": number, "id": f"{updates.LOST}{number}"},
        )


class _Topics:
    """The numbers of a pack's topics, given out as they come."""

    def __init__(self, connection: sqlite3.Connection, pack: str) -> None:
        self._connection = connection
        self._pack = pack
        self._numbers: dict[str, int] = dict(
            connection.execute("SELECT id, number FROM topic WHERE pack = :pack", {"pack": pack})
        )

    def number(self, topic: str) -> int:
        if topic not in self._numbers:
            cursor = self._connection.execute(
                "INSERT INTO topic (pack, id) VALUES (:pack, :id)",
                {"pack": self._pack, "id": topic},
            )
            self._numbers[topic] = cursor.lastrowid or 0
        return self._numbers[topic]


def _first_place(connection: sqlite3.Connection, pack: str) -> int:
    """A pack keeps its place among the packs; a new one comes behind all others."""
    own = connection.execute(
        "SELECT min(place) FROM question WHERE pack = :pack", {"pack": pack}
    ).fetchone()[0]
    if own is not None:
        return int(own)
    last = connection.execute("SELECT max(place) FROM question").fetchone()[0]
    return (int(last) // 1_000_000 + 1) * 1_000_000 if last is not None else 0


def unregister(connection: sqlite3.Connection, pack: str) -> None:
    """Put the questions of a pack that is no longer there to sleep, with all they remember."""
    connection.execute("UPDATE question SET installed = 0 WHERE pack = :pack", {"pack": pack})
    settle(connection, pack)
    connection.execute("DELETE FROM pack WHERE id = :pack", {"pack": pack})


def settle(connection: sqlite3.Connection, pack: str) -> None:
    """After a change of packs: memories wake or sleep, and today's plan is made anew."""
    connection.execute(
        "UPDATE memory SET active = (SELECT installed AND NOT suspended FROM question "
        "WHERE number = memory.question) WHERE question IN "
        "(SELECT number FROM question WHERE pack = :pack) AND active <> "
        "(SELECT installed AND NOT suspended FROM question WHERE number = memory.question)",
        {"pack": pack},
    )
    connection.execute("DELETE FROM plan")
