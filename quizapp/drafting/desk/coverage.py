"""How much of an article a pack asks about: accepted questions by paragraph."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.core.question import Question


def coverage(questions: Iterable[Question], source: str, paragraphs: int) -> tuple[int, ...]:
    """How many of `questions` cite each paragraph of the source; the headline is at 0."""
    counts = [0] * paragraphs
    for question in questions:
        cited = {one.paragraph for one in question.evidence if one.source == source}
        for paragraph in cited:
            if 0 < paragraph < paragraphs:
                counts[paragraph] += 1
    return tuple(counts)
