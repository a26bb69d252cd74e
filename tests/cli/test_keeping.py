from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quizapp import cli
from quizapp.store import backup
from quizapp.study import Study

TODAY = date(2026, 3, 2)


@pytest.fixture
def data(open_study: Callable[[], Study]) -> Path:
    """A data file with two replies, and a backup of it with one."""
    study = open_study()
    for day in (1, 2):
        session, asked = study.ask(study.start())
        assert asked is not None
        study.reply(session, asked, (), 1000)
        if day == 1:
            backup.back_up_daily(study.database.path, TODAY)
    path = study.database.path
    study.close()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = cli.main(list(words))
    told = capsys.readouterr()
    return status, told.out, told.err


def test_the_list_says_how_many_replies_each_backup_holds(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "restore", "--data", str(data))
    assert status == 0
    assert out.splitlines()[0].split()[0] == "2026-03-02"
    assert out.splitlines()[0].endswith("1 reply")


def test_a_backup_that_cannot_be_read_is_listed_as_such(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (backup.folder(data) / "2026-03-03.db").write_bytes(b"not a database at all")
    _, out, _ = run(capsys, "restore", "--data", str(data))
    assert out.splitlines()[0].endswith("cannot be read")


def test_a_backup_can_be_restored_and_replayed_at_once(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = run(capsys, "restore", "latest", "--replay", "--data", str(data))
    assert status == 0
    assert "Restored 2026-03-02 with 1 reply." in out
    assert "Worked out 1 memory anew." in out


def test_an_empty_file_beside_backups_does_not_begin_anew_silently(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("", "-wal", "-shm"):
        data.with_name(data.name + ending).unlink(missing_ok=True)
    data.touch()
    for words in (["due"], ["due", "--no-save"]):
        status, _, err = run(capsys, *words, "--data", str(data))
        assert status == 2
        assert "`sco-quiz restore 2026-03-02` brings the newest back" in err
    assert data.stat().st_size == 0
    assert run(capsys, "restore", "2026-03-02", "--data", str(data))[0] == 0
    assert run(capsys, "due", "--data", str(data))[0] == 0


def test_an_empty_file_without_backups_is_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "new.db"
    new.touch()
    assert run(capsys, "due", "--data", str(new))[0] == 0
