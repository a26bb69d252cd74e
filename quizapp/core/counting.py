"""Numbers with the words that they count."""

from __future__ import annotations


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 question", "12 questions"."""
    return f"{grouped(number)} {one if number == 1 else many or one + 's'}"


def grouped(number: int) -> str:
    """A number with its thousands apart: "12 450"."""
    return f"{number:,}".replace(",", " ")
