"""sco-quiz learn --plain: the path, a brief, its new questions, and the path again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK

from quizapp.commands import learning
from quizapp.errors import UsageError
from quizapp.store.settings import keep_setting
from quizapp.study import Study
from quizapp.today import Choices

BRIEF = 'title = "Capitals"\nbrief = "Read **this** [first](https://example.org)."'
Walk = Callable[..., list[str]]


@pytest.fixture
def study(packs: Path, open_study: Callable[[], Study]) -> Study:
    (packs / "small.toml").write_text(PACK.replace('title = "Capitals"', BRIEF), encoding="utf-8")
    return open_study()


@pytest.fixture
def walk(study: Study) -> Walk:
    """Walks the path with the given input lines; what was said."""
    from quizapp.commands.learning_text import PlainPath
    from quizapp.plain import Lines

    def walk_it(*typed: str, topic: str = "") -> list[str]:
        said: list[str] = []
        waiting = list(typed)
        lines = Lines(
            lambda text: said.extend(text.splitlines() or [""]),
            lambda _: waiting.pop(0) if waiting else None,
            lambda: 0.0,
        )
        PlainPath(study, lines).walk(study.find_topic(topic) if topic else None)
        assert not waiting, waiting
        return said

    return walk_it


def test_the_path_is_printed_with_counts_in_words_and_the_next_topic(walk: Walk) -> None:
    said = walk()
    assert said[:3] == [
        "A small pack",
        "   1. Capitals: 0 strong, 0 shaky, 2 new  <- next",
        "   2. Numbers: 0 strong, 0 shaky, 2 new",
    ]


def test_a_topic_is_read_learned_and_shown_anew(walk: Walk) -> None:
    said = walk("", "", "Astana", "?", "Minsk", "", "/quit")
    assert "Read this first (https://example.org)." in said
    assert "2 new questions. Press Enter to begin, or /quit." in said
    assert any(line.startswith("RIGHT.") for line in said)
    assert "2 questions learned, 1 right at the first try." in said
    assert "  Missed: Which city is the capital of Belarus? Minsk" in said
    assert "Now: Capitals: 0 strong, 2 shaky, 0 new." in said


def test_after_a_lesson_enter_goes_on_to_the_next_topic(walk: Walk) -> None:
    said = walk("1", "", "Astana", "Minsk", "", "", "/quit")
    assert "Nothing is written about this topic to read first." in said
    assert said.index("Numbers") > said.index("Capitals")


def test_a_named_topic_is_opened_at_once_and_ends_the_walk(walk: Walk) -> None:
    said = walk("", "Astana", "Minsk", "", topic="capitals")
    assert said[1] == "Capitals"
    assert "A small pack" not in said
    assert said[-1].startswith("Now: Capitals")


def test_stopping_in_the_middle_says_what_was_learned(walk: Walk) -> None:
    said = walk("1", "", "Astana", "/quit")
    assert "1 question learned, 1 right at the first try." in said
    assert said[-1] == "Now: Capitals: 0 strong, 1 shaky, 1 new."


def test_a_used_up_limit_is_said_and_passed_only_on_purpose(walk: Walk, study: Study) -> None:
    keep_setting(study.database, "new-a-day", "2")
    study.choices = Choices(study.database)
    walk("", "Astana", "Minsk", "", topic="capitals")
    said = walk("", topic="numbers")
    used = "2 new questions, but today's limit of 2 is used up."
    assert f"{used} Press Enter to go back, type /beyond to learn 2 now, or /quit." in said
    assert not any(line.startswith("Question") for line in said)
    said = walk("/beyond", "?", "/quit", topic="numbers")
    assert said[-1] == "Now: Numbers: 0 strong, 1 shaky, 1 new."


def test_a_topic_with_nothing_new_says_so(walk: Walk) -> None:
    walk("", "Astana", "Minsk", "", topic="capitals")
    assert walk(topic="capitals")[-1].startswith("Nothing is new here.")


def test_a_slip_on_the_path_is_told_and_asked_again(walk: Walk) -> None:
    said = walk("7", "capitels", "/path", "/q")
    assert "Type a number from 1 to 2." in said
    assert any('did you mean "capitals"?' in line for line in said)
    assert said.count("A small pack") == 2


def test_without_packs_one_is_told_how_to_add_one(tmp_path: Path) -> None:
    said = run_learn(tmp_path, topic=None)
    assert said[1:] == ["There are no topics yet. Add a pack with: sco-quiz pack add FILE"]


def test_a_topic_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='there is no topic "x"'):
        run_learn(tmp_path, topic="x")


def test_the_screen_begins_with_learn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr("quizapp.wiring.plain_terminal", lambda: False)
    monkeypatch.setattr("quizapp.wiring.run_app", lambda _study, **how: begun.append(how))
    run_learn(tmp_path, topic=None, plain=False)
    assert begun == [{"start": "learn", "topic": None}]


@pytest.fixture(autouse=True)
def no_shipped_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.wiring.shipped_packs", lambda: tmp_path / "shipped")


def run_learn(tmp_path: Path, *, topic: str | None, plain: bool = True) -> list[str]:
    said: list[str] = []
    args = Namespace(data=tmp_path / "own.db", no_save=True, topic=topic, plain=plain)
    assert learning.run(args, said.append, said.append) == 0
    return said
