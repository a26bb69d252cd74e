"""sco-quiz stats: lines and JSON, whatever there is to tell and however the file lies."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import PACK

from quizapp import cli, wiring
from quizapp.errors import DataError
from quizapp.play import Play, RoundSetup

Run = Callable[..., list[str]]
KEYS = {
    "day",
    "streak",
    "total",
    "days",
    "ahead",
    "retention",
    "mastery",
    "hardest",
    "rounds",
}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the data file of these tests lies; there is none yet."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "small.toml").write_text(PACK, encoding="utf-8")
    monkeypatch.setattr("quizapp.wiring.shipped_packs", lambda: shipped)
    return tmp_path / "own" / "quiz.db"


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `sco-quiz stats` with these words; its lines on standard output."""

    def run_it(*words: str) -> list[str]:
        assert cli.main(["stats", "--data", str(data), *words]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return said.out.splitlines()

    return run_it


def learn(data: Path) -> None:
    """Two replies, one of them wrong, and a round."""
    study = wiring.open_study(wiring.places(data))
    session = study.start(limit=2)
    for right in (True, False):
        session, asked = study.ask(session)
        assert asked is not None
        answer = (asked.prompt.answer.text,) if right else ()  # type: ignore[union-attr]
        session = study.reply(session, asked, answer, 6000).session
    play = Play(study)
    playing = play.start(RoundSetup(length=1))
    asked = play.ask(playing)
    assert asked is not None
    play.finish(play.reply(playing, asked, (), 1000)[0])
    study.close()


def as_json(run: Run) -> dict[str, Any]:
    found = json.loads("\n".join(run("--json")))
    assert isinstance(found, dict)
    return found


def test_before_the_first_reply_one_line_says_so_and_no_file_is_made(run: Run, data: Path) -> None:
    assert run() == ["Nothing was replied to yet. Begin with: sco-quiz study"]
    assert not data.exists()
    assert not data.parent.exists()


def test_json_has_the_same_keys_whether_there_is_anything_or_not(run: Run, data: Path) -> None:
    empty = as_json(run)
    learn(data)
    full = as_json(run)
    assert set(empty) == set(full) == KEYS
    for key in KEYS:
        if isinstance(empty[key], dict):
            assert set(empty[key]) == set(full[key]), key
    assert len(empty["ahead"]["days"]) == len(full["ahead"]["days"]) == 30
    assert empty["retention"]["all"] == {"asked": 0, "kept": 0, "reached": None}


def test_json_counts_what_was_replied(run: Run, data: Path) -> None:
    learn(data)
    told = as_json(run)
    assert told["total"] == {"replies": 3, "right": 1, "seconds": 13, "days": 1}
    assert told["streak"] == {"days": 1, "longest": 1, "frozen": []}
    assert [one["replies"] for one in told["days"]] == [3]
    assert told["mastery"] | {"topics": []} == {"strong": 0, "shaky": 2, "new": 2, "topics": []}
    assert [one["topic"] for one in told["mastery"]["topics"]] == ["capitals", "numbers"]
    assert told["rounds"]["count"] == 1
    assert set(told["rounds"]["newest"][0]) == {
        "at",
        "setup",
        "right",
        "total",
        "points",
        "seconds",
    }


def test_lines_tell_every_section_in_words(run: Run, data: Path) -> None:
    learn(data)
    lines = run("--plain")
    titles = [line for line in lines if line and not line.startswith(" ")]
    assert titles == ["Days", "Ahead", "Retention", "Topics", "Hardest", "Time", "Rounds"]
    assert "  1 study day: your longest run so far." in lines
    assert "    Capitals: 0 strong, 1 shaky, 1 new" in lines
    assert "  1 round finished. 0 % right." in lines
    assert lines == run()


def test_a_read_only_file_is_read_all_the_same(run: Run, data: Path) -> None:
    learn(data)
    before = run()
    data.chmod(0o444)
    try:
        assert run() == before
        assert data.stat().st_mode & 0o222 == 0
    finally:
        data.chmod(0o644)


def test_a_file_that_is_none_of_ours_is_refused_in_one_line(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data.parent.mkdir()
    data.write_text("no database", encoding="utf-8")
    assert cli.main(["stats", "--data", str(data)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    with pytest.raises(DataError):
        wiring.open_study(wiring.places(data))


@pytest.mark.parametrize("words", [["--week"], ["today"]])
def test_wrong_usage_is_told_in_one_line(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["stats", *words])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
