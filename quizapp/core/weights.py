"""The weights of FSRS-6: the 21 numbers that say how this learner remembers and forgets."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

Weights: TypeAlias = tuple[float, ...]

DECIMALS = 4
"""With so many decimals FSRS publishes its own weights; more of them change no day."""


def fitting(numbers: Iterable[float]) -> Weights:
    """Numbers as weights that FSRS takes: rounded, and held within its bounds."""
    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    bounds = zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(
        min(max(round(float(one), DECIMALS), least), most)
        for one, (least, most) in zip(numbers, bounds, strict=True)
    )


def to_text(weights: Weights) -> str:
    """Weights as they are kept: numbers with spaces between them, read back to the same bits."""
    return " ".join(repr(one) for one in weights)


@lru_cache(maxsize=4)
def from_text(text: str) -> Weights | None:
    """Weights as they were kept; None for FSRS's own, and for a text that holds no weights."""
    if not text:
        return None
    try:
        numbers = tuple(float(word) for word in text.split())
        whole = all(math.isfinite(one) for one in numbers) and fitting(numbers) == numbers
    except ValueError:
        return None
    return numbers if whole else None


def usual() -> Weights:
    """FSRS's own weights, which everybody begins with."""
    from fsrs.scheduler import DEFAULT_PARAMETERS

    return tuple(DEFAULT_PARAMETERS)
