"""Studying: open a session, ask, take a reply, undo, appeal, finish. Every front end calls this.

A reply is judged, rated and on disk when `reply` returns. Nothing here knows how it is shown.
"""

from __future__ import annotations

from quizapp.study.study import Study
from quizapp.study.values import (
    Correction,
    Future,
    Judged,
    Missed,
    QuestionChanged,
    Step,
    Summary,
    TopicProgress,
    TopicRef,
    prompt_text,
)

__all__ = [
    "Correction",
    "Future",
    "Judged",
    "Missed",
    "QuestionChanged",
    "Step",
    "Study",
    "Summary",
    "TopicProgress",
    "TopicRef",
    "prompt_text",
]
