"""Which question of a pack's next version goes on with which memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Bearer(NamedTuple):
    """A question that has a number. `live`: the version before this one has it."""

    number: int
    live: bool


class Claim(NamedTuple):
    """A question of the next version: its id and its former ids."""

    id: str
    was: tuple[str, ...] = ()


def successors(
    claims: Sequence[Claim],
    known: Mapping[str, Bearer],
    exact: Mapping[str, int],
    former: Mapping[str, Sequence[int]],
) -> dict[str, int]:
    """The number that each id goes on with; ids that begin anew are left out.

    No number is given twice. `known` are the ids as they are now, `exact` the numbers that this
    very version had when it was there before, `former` those that ids had in any version, the last
    one first.
    First come the ids as they are, then former ids; what the version before has goes before
    what is archived.
    """
    live = {name: (one.number,) for name, one in known.items() if one.live}
    every = {name: (one.number,) for name, one in known.items()}
    before = {name: (number,) for name, number in exact.items()}
    found: dict[str, int] = {}
    taken: set[int] = set()
    for numbers, earlier in (
        (before, False),
        (live, False),
        (live, True),
        (every, False),
        (every, True),
        (former, False),
        (former, True),
    ):
        for claim in claims:
            if claim.id in found:
                continue
            number = _first(numbers, claim.was if earlier else (claim.id,), taken)
            if number is not None:
                found[claim.id] = number
                taken.add(number)
    return found


def _first(
    numbers: Mapping[str, Sequence[int]], names: Iterable[str], taken: set[int]
) -> int | None:
    """The first number of one of the names that nobody has yet."""
    free = (one for name in names for one in numbers.get(name, ()) if one not in taken)
    return next(free, None)
