"""The same session as lines of text: for screen readers, pipes and dumb terminals.

Nothing moves the cursor and nothing needs colour. A line that begins with "/" is a command.
"""

from __future__ import annotations

from quizapp.plain.lines import Lines, Stops, read_line
from quizapp.plain.sitting import sit, study
from quizapp.plain.telling import asked_text, describe, explain, sign
from quizapp.plain.understanding import understood

__all__ = [
    "Lines",
    "Stops",
    "asked_text",
    "describe",
    "explain",
    "read_line",
    "sign",
    "sit",
    "study",
    "understood",
]
