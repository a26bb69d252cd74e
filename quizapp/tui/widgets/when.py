"""The days of a fact in words: as of when it holds, and until when it did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.core.question import Asked


def day_text(day: date) -> str:
    """A day as people write it: 4 July 2024."""
    return f"{day.day} {day:%B} {day.year}"


def when_text(asked: Asked) -> str:
    """ "as of 4 July 2024, until 31 August 2025", as far as it tells something new.

    Left out is a day that the question names itself, or that might give the answer away.
    """
    question = asked.question
    days = (("as of", question.as_of), ("until", question.until))
    told = [f"{word} {day_text(day)}" for word, day in days if day and _is_news(day, asked)]
    return ", ".join(told)


def _is_news(day: date, asked: Asked) -> bool:
    # Any year or month in the answer or its wrong options, whatever their form, is reason enough.
    answer = repr(asked.prompt.answer)
    tells = str(day.year) in answer or f"{day:%B}" in answer
    return not tells and day_text(day) not in asked.prompt.ask
