"""Rounds from the command line: the same seed asks the same on any machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import cli, wiring
from quizapp.commands import line
from quizapp.plain import Lines
from quizapp.play import Clock, Play, RoundSetup
from quizapp.study import Study


def quiz(home: Path, *words: str, typed: str = "") -> tuple[int, list[str], str]:
    """`sco-quiz quiz --plain` in a process with a home of its own."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "USERPROFILE", "LOCALAPPDATA")
    environment = {**os.environ, **dict.fromkeys(names, str(home))}
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "quiz", "--plain", *words],
        input=typed,
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout.splitlines(), done.stderr


def asked(lines: list[str]) -> list[str]:
    """The questions with their options, without the scores."""
    verdicts = ("  +", "NOT KNOWN", "  Rated", "Seed ")
    cut = next(n for n, line in enumerate(lines) if line.startswith("1. "))
    return [line for line in lines[:cut] if line and not line.startswith(verdicts)]


def test_a_seed_asks_the_same_in_the_same_order_with_another_data_file(tmp_path: Path) -> None:
    seed = ("--seed", "4711", "--count", "6")
    topics = ("--topic", "astana-2024/summit", "--topic", "astana-2024/members")
    status, mine, _ = quiz(tmp_path / "mine", *seed, *topics, typed="?\n" * 6)
    assert status == 0
    # The friend has learned already, and names the topics the other way round.
    quiz(tmp_path / "friend", "--count", "3", typed="?\n" * 3)
    _, theirs, _ = quiz(tmp_path / "friend", *seed, *topics[2:], *topics[:2], typed="?\n" * 6)
    assert asked(theirs) == asked(mine)
    assert len([line for line in asked(theirs) if line.startswith("Question ")]) == 6


def test_another_seed_asks_otherwise(tmp_path: Path) -> None:
    first, second = (
        asked(quiz(tmp_path, "--seed", seed, "--count", "5", typed="?\n" * 5)[1])
        for seed in ("1", "2")
    )
    assert first != second


def test_results_name_the_seed_and_misses_are_played_again(tmp_path: Path) -> None:
    typed = "?\n?\n/today\n/misses\n?\n?\n\n"
    _, lines, _ = quiz(tmp_path, "--seed", "9", "--count", "2", typed=typed)
    text = "\n".join(lines)
    assert "The same questions again: sco-quiz quiz --seed 9 --count 2" in text
    assert "2 questions added to today." in text
    assert text.count("A round of 2 questions.") == 2
    assert "0 of 2 right, 0 points." in text
    assert text.count("NOT KNOWN YET, 0 points.") == 4


@pytest.mark.parametrize("command", ["quiz", "study", "learn"])
def test_an_empty_topic_is_a_mistake_and_does_not_mean_all(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, "--plain", "--topic", ""]) == 2
    assert 'there is no topic ""' in capsys.readouterr().err


def setup_of(*words: str) -> object:
    from quizapp.commands.playing import _setup, _topics, named_topics

    args = line.parser().parse_args(["quiz", *words])
    study = wiring.open_study(wiring.places(args.data))
    try:
        return _setup(args, study, _topics(study, named_topics(args)))
    finally:
        study.close()


def test_a_round_takes_the_kept_clock_unless_one_is_named() -> None:
    assert setup_of().clock is Clock.NONE
    assert cli.main(["settings", "clock", "fast"]) == 0
    assert setup_of().clock is Clock.FAST
    assert setup_of("--clock", "none").clock is Clock.NONE


def test_all_questions_and_several_topics_can_be_asked_for() -> None:
    setup = setup_of("--count", "all", "--topic", "summit", "--topic", "founding")
    assert setup.length == 0
    assert len(setup.topics) == 2


def test_topics_are_named_without_an_option_too() -> None:
    assert setup_of("summit", "founding") == setup_of("--topic", "summit", "--topic", "founding")


def test_only_what_was_met_is_asked_where_that_is_wanted() -> None:
    assert setup_of("--met").met
    assert not setup_of().met
    assert cli.main(["quiz", "--plain", "--met"]) == 2


@pytest.mark.parametrize("command", ["study", "learn"])
def test_a_session_is_of_one_topic(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--plain", "summit", "--topic", "founding"]) == 2
    assert "takes one topic" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--count", "0"], ["--count", "many"], ["--clock", "slow"]])
def test_what_cannot_be_a_round_is_a_mistake(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        line.parser().parse_args(["quiz", *words])
    assert left.value.code == 2


def test_in_plain_lines_a_reply_after_the_time_counts_as_not_known(study: Study) -> None:
    from quizapp.commands.quiz_text import quiz as play_lines

    seconds = iter([0.0, 3.0, 100.0, 116.0])
    typed = iter(["?", "?", ""])
    said: list[str] = []
    lines = Lines(said.append, lambda _: next(typed), lambda: next(seconds))
    play_lines(Play(study), lines, RoundSetup(length=2, clock=Clock.FAST, seed=3))
    assert "15 seconds each." in said[0]
    assert said.count("Time is up.") == 1


def test_ctrl_c_says_what_is_true_of_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupt)
    assert cli.main(["study"]) == 130
    assert "Every reply that was shown" in capsys.readouterr().err
    assert cli.main(["pack", "list"]) == 130
    assert "repl" not in capsys.readouterr().err
