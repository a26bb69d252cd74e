"""What a text in a pack may hold, and how texts are made safe to print."""

from __future__ import annotations

import pytest

from quizapp.packs.format.text import faults, is_plain, safe


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("\u3164\u3164", "is blank"),
        ("\u115f\u1160", "is blank"),
        ("\u2800", "is blank"),
        ("\u0301", "is blank"),
        ("a" + "\u0301" * 5, "stacks more than 4 accents"),
        ("Flag \U000e0067\U000e007f", "holds U+E0067, an invisible character"),
    ],
)
def test_what_cannot_be_seen_or_runs_over_is_refused(value: str, told: str) -> None:
    assert any(fault.startswith(told) for fault in faults(value, 100))
    assert not is_plain(value, 100)


@pytest.mark.parametrize(
    "value", ["Tiếng Việt", "Việt".encode().decode(), "हिन्दी", "한국어", "ภาษาไทย", "e\u0301\u0323"]
)
def test_what_is_written_somewhere_is_taken(value: str) -> None:
    assert list(faults(value, 100)) == []


def test_prose_keeps_its_lines_and_loses_what_a_terminal_would_obey() -> None:
    assert safe("a\nb\x1b[2J\u202e é\u00a0c") == "a\nbU+001B[2JU+202E é\u00a0c"
