"""sco-quiz timeline: a line for each date, answers only where they are asked for or learned."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import PACK

from quizapp.commands import timeline as command

DATED = """
[[question]]
id = "founding"
topic = "numbers"
ask = "On which day was the SCO founded?"
answer = 2001-06-15

[[question]]
id = "nine"
topic = "numbers"
ask = "How many members were there on 1 January 2024?"
answer = 9
as_of = 2024-01-01
"""


@pytest.fixture
def timeline(shipped: Path, directly):
    """Runs the command with words; what it printed and what it remarked."""
    (shipped / "small.toml").write_text(PACK + DATED, encoding="utf-8")
    return directly(command)


def test_what_is_still_to_learn_is_kept_back(timeline) -> None:
    out, err = timeline("--plain")
    assert out == [
        "2001-06-15\ton\tNumbers · still to learn\t?",
        "2024-01-01\tas of\tHow many members were there on 1 January 2024?\t?",
    ]
    assert err == ["2 keep their answer until you have learned them; --answers shows it."]


def test_a_year_without_facts_is_told(timeline) -> None:
    out, err = timeline("1066")
    assert out == []
    assert err == ["No dated fact falls there; `sco-quiz timeline --plain` lists them all."]


def test_answers_are_shown_to_who_asks_for_them(timeline) -> None:
    out, err = timeline("--answers")
    assert out == [
        "2001-06-15\ton\tOn which day was the SCO founded?\t15 June 2001",
        "2024-01-01\tas of\tHow many members were there on 1 January 2024?\t9",
    ]
    assert err == []
