from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import PACK

from quizapp.commands import browsing
from quizapp.errors import UsageError


@pytest.fixture
def browse(shipped: Path, directly):
    """Runs the command with words; what it printed and what it remarked."""
    (shipped / "small.toml").write_text(PACK, encoding="utf-8")
    return directly(browsing)


def test_what_is_found_is_printed_a_line_each(browse) -> None:
    out, err = browse("capital", "--plain")
    assert out == [
        "Which city is the capital of Kazakhstan?\tAstana\tnew\t",
        "Which city is the capital of Belarus?\tMinsk\tnew\t",
    ]
    assert err == ["2 questions."]


def test_without_words_every_question_is_printed(browse) -> None:
    assert len(browse("--plain")[0]) == 4


def test_json_is_one_array_whatever_is_found(browse) -> None:
    found = json.loads("\n".join(browse("official", "lang", "--json")[0]))
    assert found == [
        {
            "pack": "small",
            "id": "languages",
            "question": "Name the two official languages of the SCO.",
            "answer": "Chinese · Russian",
            "state": "new",
            "due": False,
            "flagged": False,
            "next": None,
        }
    ]
    assert len(json.loads("\n".join(browse("--json")[0]))) == 4
    assert browse("moon", "--json")[0] == ["[]"]


@pytest.mark.parametrize(
    ("argv", "count"),
    [
        (["--state", "new"], 4),
        (["--state", "due"], 0),
        (["--form", "number"], 1),
        (["--topic", "Capitals"], 2),
        (["--pack", "small", "--topic", "numbers", "sco"], 2),
        (["--pack", "A small pack", "minsk"], 1),
    ],
)
def test_options_sift(browse, argv: list[str], count: int) -> None:
    assert len(browse(*argv, "--plain")[0]) == count


def test_a_pack_or_topic_that_is_not_there_is_told(browse) -> None:
    for argv in (["--pack", "moon"], ["--topic", "moon"]):
        with pytest.raises(UsageError, match='"moon"'):
            browse(*argv)
