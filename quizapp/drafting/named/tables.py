"""The tables of names: who and what stands beside a name, by its kind and its part of the world.

Each is read when it is first asked for, and no earlier.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from quizapp.atlas.world import read_table
from quizapp.drafting.named import gazetteer

PEOPLE, BODIES, PLACES, SORTS = "people", "bodies", "places", "sorts"
"""The tables: people.tsv and so on."""


class Row(NamedTuple):
    """Names of one kind that stand beside each other; `where` is a country's code, a part or ""."""

    kind: str
    where: str
    sex: str
    names: tuple[str, ...]


@lru_cache(maxsize=4)
def rows(table: str) -> tuple[Row, ...]:
    """All rows of a table."""
    found = read_table(Path(__file__).with_name(f"{table}.tsv"))
    if table == SORTS:
        return tuple(Row(row[0], "", "", tuple(row[1:])) for row in found)
    if table == PEOPLE:
        return tuple(Row(row[0], row[1], row[2], tuple(row[3:])) for row in found)
    return tuple(Row(row[0], row[1], "", tuple(row[2:])) for row in found)


def rows_with(name: str, table: str) -> list[Row]:
    """The rows that have `name`, with or without its accents."""
    every = rows(table)
    return [every[at] for at in _index(table).get(plain(name), ())]


def rows_of(kind: str, table: str) -> list[Row]:
    """The rows of a kind."""
    return list(_by_kind(table).get(kind, ()))


def nearest(found: list[Row], where: str) -> list[Row]:
    """`found` with the rows of a country first, then those of its part of the world."""
    home = where.partition("-")[0]
    return sorted(found, key=lambda row: (row.where != where, apart(row.where, home)))


def kinds_of(name: str, table: str) -> set[str]:
    """What a table says `name` is."""
    return {row.kind for row in rows_with(name, table)}


@lru_cache(maxsize=1)
def surnames() -> dict[str, tuple[str, ...]]:
    """The people of the table by their last names."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows(PEOPLE):
        for name in row.names:
            found[name.rsplit(" ", 1)[-1]].append(name)
    return {name: tuple(dict.fromkeys(whole)) for name, whole in found.items()}


def plain(name: str) -> str:
    """`name` without accents."""
    if name.isascii():
        return name
    parts = unicodedata.normalize("NFKD", name)
    return "".join(one for one in parts if not unicodedata.combining(one))


def turned(names: tuple[str, ...] | list[str], seed: int) -> Iterator[str]:
    """`names` from any place on, the same one for a seed."""
    shift = seed % max(len(names), 1)
    yield from names[shift:]
    yield from names[:shift]


@lru_cache(maxsize=4)
def _index(table: str) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows(table)):
        for name in row.names:
            found[name if name.isascii() else plain(name)].append(at)
    return found


@lru_cache(maxsize=4)
def _by_kind(table: str) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(table):
        found[row.kind].append(row)
    return dict(found)


def apart(where: str, home: str) -> int:
    """How far a part of the world is from a country: 0 for the same, 3 for another end."""
    there = where.partition("-")[0]
    if there == home:
        return 0
    known = gazetteer.nations()
    if there not in known or home not in known:
        return 2
    one, other = known[there].region, known[home].region
    return 1 if one == other else 2 if set(one.split()) & set(other.split()) else 3
