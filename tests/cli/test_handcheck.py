"""sco-quiz handcheck: what is told where no screen can be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafting.sheets import folder

from quizapp.cli import main


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    return folder(tmp_path / "work")


def test_without_a_terminal_one_sentence_and_status_2(drafts, capsys) -> None:
    assert main(["handcheck", str(drafts)]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.count("\n") == 1
    assert "terminal" in error
    assert {path.name for path in drafts.parent.iterdir()} == {"ten.txt", "ten.drafts.jsonl"}


@pytest.mark.parametrize("given", ["nowhere.drafts.jsonl", "ten.txt", "."])
def test_a_file_that_is_none_of_drafts_is_told(drafts, capsys, monkeypatch, given) -> None:
    monkeypatch.setattr("quizapp.wiring.plain_terminal", lambda: False)
    assert main(["handcheck", str(drafts.parent / given)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "Traceback" not in error


def test_an_article_that_is_missing_is_told(drafts, capsys, monkeypatch) -> None:
    monkeypatch.setattr("quizapp.wiring.plain_terminal", lambda: False)
    (drafts.parent / "ten.txt").unlink()
    assert main(["handcheck", str(drafts)]) == 2
    assert "ten.txt: there is no such file" in capsys.readouterr().err


def test_the_screen_is_opened_with_what_is_named(drafts, tmp_path, monkeypatch) -> None:
    seen = []
    monkeypatch.setattr("quizapp.wiring.plain_terminal", lambda: False)
    monkeypatch.setattr("quizapp.wiring.run_handcheck", seen.append)
    pack = tmp_path / "other" / "mine.toml"
    assert main(["handcheck", str(drafts), "--pack", str(pack)]) == 0
    assert seen[0].files.pack == pack
    assert not (tmp_path / "home" / "sco-quiz.db").exists()
