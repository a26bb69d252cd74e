"""Hand-checking that is cut short: what was begun is finished, or nothing of it is there."""

from __future__ import annotations

import os

import pytest
from drafting.sheets import MINE, opened

from quizapp.drafting.desk import accepting
from quizapp.drafting.desk.accepting import Ledger
from quizapp.drafting.desk.sheet_file import read_sheet
from quizapp.errors import QuizError
from quizapp.packs.read import read_pack


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", ["write_pack", "append_decision", "source"])
def test_a_question_cut_short_while_accepted_is_finished_at_the_next_start(
    drafts, pack, step, monkeypatch
) -> None:
    pack.write_bytes(MINE.encode())

    def kill(*_: object) -> None:
        raise Killed

    check_ = opened(drafts)
    with monkeypatch.context() as patched:
        if step == "source":
            patched.setattr(Ledger, "_write_source", kill)
        else:
            patched.setattr(accepting, step, kill)
        with pytest.raises(Killed):
            check_.accept()
    again = opened(drafts)
    if step == "source":
        assert (again.repaired, again.progress().decided) == ("", 0)
        return
    assert "has now been put into the pack" in again.repaired
    assert again.progress() == (1, 4, 1)
    assert len(read_pack(pack).questions) == 3
    assert opened(drafts).repaired == ""
    again.undo()
    assert pack.read_bytes() == MINE.encode()


@pytest.mark.parametrize("step", ["write_pack", "append_decision"])
def test_an_undo_cut_short_is_finished_at_the_next_start(drafts, pack, step, monkeypatch) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.accept()

    def kill(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(accepting, step, kill)
        with pytest.raises(Killed):
            check_.undo()
    again = opened(drafts)
    assert "has now been taken out of the pack" in again.repaired
    assert pack.read_bytes() == MINE.encode()
    assert again.progress().decided == 0


def fill_the_disk(monkeypatch, after: int) -> None:
    """So many files can still be written out."""
    real, left = os.fsync, [after]

    def full(number: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(28, "No space left on device")
        real(number)

    monkeypatch.setattr(os, "fsync", full)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_full_disk_is_told_and_nothing_is_half_written(drafts, pack, monkeypatch, after) -> None:
    pack.write_bytes(MINE.encode())
    decided = drafts.read_bytes()
    check_ = opened(drafts)
    with monkeypatch.context() as patched:
        fill_the_disk(patched, after)
        with pytest.raises(QuizError, match="No space left"):
            check_.accept()
    assert (pack.read_bytes(), drafts.read_bytes()) == (MINE.encode(), decided)
    assert not list(pack.parent.glob("**/.*.part"))
    assert opened(drafts).progress().decided == 0
    check_.accept()
    assert opened(drafts).progress().decided == 1


def test_what_a_full_disk_cut_short_is_finished_before_anything_else(
    drafts, pack, monkeypatch
) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    with monkeypatch.context() as patched:
        fill_the_disk(patched, 3)
        with pytest.raises(QuizError, match="No space left"):
            check_.accept()
    assert read_sheet(drafts).decisions == ()
    with pytest.raises(QuizError, match="has now been put into the pack"):
        check_.skip()
    assert check_.progress() == (1, 4, 1)
    check_.undo()
    assert pack.read_bytes() == MINE.encode()
