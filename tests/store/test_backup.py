from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import DataError
from quizapp.store import backup
from quizapp.study import Study

TODAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 12, tzinfo=timezone.utc)


def reply_once(study: Study) -> None:
    session, asked = study.ask(study.start())
    assert asked is not None
    study.reply(session, asked, (), 1000)


def reviews_in(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM review").fetchone()[0])
    finally:
        connection.close()


def test_a_day_with_replies_is_backed_up_once(study: Study) -> None:
    path = study.database.path
    assert backup.back_up_daily(path, TODAY) is None
    reply_once(study)
    made = backup.back_up_daily(path, TODAY)
    assert made is not None
    assert reviews_in(made) == 1
    assert backup.back_up_daily(path, TODAY) is None


def test_a_day_without_a_change_needs_no_backup(study: Study) -> None:
    reply_once(study)
    path = study.database.path
    assert backup.back_up_daily(path, TODAY)
    assert backup.back_up_daily(path, TODAY + timedelta(days=1)) is None


def test_restoring_sets_the_former_file_aside(open_study: Callable[[], Study]) -> None:
    study = open_study()
    reply_once(study)
    path = study.database.path
    made = backup.back_up_daily(path, TODAY)
    assert made is not None
    reply_once(study)
    study.close()
    aside = backup.restore(path, made, NOW)
    assert aside is not None
    assert (reviews_in(aside), reviews_in(path)) == (2, 1)
    assert len(list(path.parent.glob("*.part"))) == 0


def test_a_damaged_file_is_set_aside_whole(open_study: Callable[[], Study]) -> None:
    study = open_study()
    reply_once(study)
    path = study.database.path
    made = backup.back_up_daily(path, TODAY)
    assert made is not None
    study.close()
    path.write_bytes(b"damaged beyond reading")
    aside = backup.restore(path, made, NOW)
    assert aside is not None
    assert aside.read_bytes() == b"damaged beyond reading"
    assert reviews_in(path) == 1


def test_a_damaged_backup_is_not_restored(open_study: Callable[[], Study], tmp_path: Path) -> None:
    study = open_study()
    reply_once(study)
    path = study.database.path
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"x" * 5000)
    with pytest.raises(DataError, match="no backup"):
        backup.restore(path, bad, NOW)
    assert reviews_in(path) == 1


@given(st.sets(st.integers(0, 800), max_size=60))
def test_thinning_keeps_the_week_whole_and_the_newest_always(back: set[int]) -> None:
    days = [TODAY - timedelta(days=many) for many in back]
    keep = backup.kept(days, TODAY)
    assert keep <= set(days)
    assert {day for day in days if day > TODAY - timedelta(days=7)} <= keep
    assert not days or max(days) in keep
    assert len(keep) <= 7 + 6 + 13


def test_thinning_a_year_of_days_leaves_about_two_dozen(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    folder = backup.folder(path)
    folder.mkdir()
    for back in range(365):
        (folder / f"{TODAY - timedelta(days=back)}.db").touch()
    backup.thin(path, TODAY)
    assert 15 <= len(backup.backups(path)) <= 25


def test_two_restores_in_one_second_keep_both_former_files(open_study: Callable[[], Study]) -> None:
    study = open_study()
    reply_once(study)
    path = study.database.path
    made = backup.back_up_daily(path, TODAY)
    assert made is not None
    reply_once(study)
    study.close()
    first, second = backup.restore(path, made, NOW), backup.restore(path, made, NOW)
    assert first is not None
    assert second is not None
    assert (reviews_in(first), reviews_in(second)) == (2, 1)


def test_a_file_in_use_is_not_exchanged(open_study: Callable[[], Study]) -> None:
    study = open_study()
    reply_once(study)
    path = study.database.path
    made = backup.back_up_daily(path, TODAY)
    assert made is not None
    with pytest.raises(DataError, match="another window"):
        backup.restore(path, made, NOW)
    reply_once(study)
    assert reviews_in(path) == 2


def test_a_file_taken_away_while_open_takes_no_more_replies(study: Study) -> None:
    reply_once(study)
    study.database.path.unlink()
    session, asked = study.ask(study.start())
    assert asked is not None
    step = study.reply(session, asked, (), 1000)
    assert not step.judged.saved
    assert "moved, deleted or restored" in step.judged.warning


def test_a_strange_name_among_the_backups_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "quiz.db"
    backup.folder(path).mkdir()
    (backup.folder(path) / "2026-13-45.db").touch()
    assert backup.backups(path) == ()
