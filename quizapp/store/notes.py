"""The learner's own note on a question: one line of text, kept with the question's number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.store import settings

if TYPE_CHECKING:
    from quizapp.store.database import Database

LONGEST = 500
"""How many characters a note may have."""


def note(database: Database, number: int) -> str:
    """The note on a question, "" for none."""
    return settings.setting(database, _name(number))


def keep_note(database: Database, number: int, text: str) -> str:
    """Keep a note, or with "" take it away; what is kept: one printable line of bounded length."""
    line = "".join(character if character.isprintable() else " " for character in text)
    line = " ".join(line.split())[:LONGEST].rstrip()
    if line:
        settings.keep_setting(database, _name(number), line)
        return line
    settings.forget_setting(database, _name(number))
    return ""


def _name(number: int) -> str:
    return f"note:{int(number)}"
