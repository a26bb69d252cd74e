"""Files placed together: killed at any moment, all of them are there or none."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quizapp.packs import placing
from quizapp.packs.placing import finish, place, write_whole


class KilledError(BaseException):
    """The program ends here, and nothing of it runs any more."""


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_are_put_and_dropped(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "old").write_text("old")
    place(tmp_path, {"sources/a": b"1", "b": b"2"}, ["sub/old", "never-there"])
    assert files(tmp_path) == {"sources/a": "1", "b": "2"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "sources"]


def steps(monkeypatch: pytest.MonkeyPatch, die_at: int) -> None:
    """Die before the step of that number: each write, rename, flush and removal is one."""
    left = [die_at]

    def counted(real):
        def step(*args, **named):
            left[0] -= 1
            if left[0] < 0:
                raise KilledError
            return real(*args, **named)

        return step

    monkeypatch.setattr(placing, "write_flushed", counted(placing.write_flushed))
    monkeypatch.setattr(placing.os, "fsync", counted(os.fsync))
    monkeypatch.setattr(placing.shutil, "rmtree", counted(placing.shutil.rmtree))
    for name in ("replace", "rename", "unlink", "mkdir"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))


BEFORE = {"pack": "old", "sources/a": "old", "gone": "old"}
AFTER = {"pack": "new", "sources/a": "new", "sources/b": "new"}


@pytest.mark.parametrize("die_at", range(40))
def test_killed_at_any_step_all_or_nothing_shows_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, die_at: int
) -> None:
    folder = tmp_path / "packs"
    for name, text in BEFORE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    with monkeypatch.context() as patch:
        steps(patch, die_at)
        try:
            place(folder, {"sources/a": b"new", "sources/b": b"new", "pack": b"new"}, ["gone"])
        except KilledError:
            pass
        else:
            assert files(folder) == AFTER
    finish(folder)
    assert files(folder) in (BEFORE, AFTER)
    assert not (folder / ".adding").exists()


def test_it_is_known_how_many_steps_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps(monkeypatch, 39)
    place(tmp_path, {"sources/a": b"new", "sources/b": b"new", "pack": b"new"}, ["gone"])


def test_what_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("a file")
    with pytest.raises(OSError, match="packs"):
        place(tmp_path / "packs", {"a": b"1"})


def test_another_one_at_work_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".adding").mkdir()
    with placing._alone(tmp_path, wait=True):
        finish(tmp_path)
        assert (tmp_path / ".adding").exists()
    finish(tmp_path)
    assert not (tmp_path / ".adding").exists()


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x"
    write_whole(path, b"1")
    with pytest.raises(FileExistsError):
        write_whole(path, b"2")
    assert path.read_bytes() == b"1"
    write_whole(path, b"2", replace=True)
    assert path.read_bytes() == b"2"
    assert [one.name for one in path.parent.iterdir()] == ["x"]


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("a file")
    with pytest.raises(NotADirectoryError):
        write_whole(tmp_path / "x" / "y", b"1")


def test_a_disk_without_links_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(placing.os, "link", no_links)
    write_whole(tmp_path / "x", b"1")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "x", b"2")
    assert (tmp_path / "x").read_bytes() == b"1"


def test_several_at_once_write_a_file_whole_and_the_last_one_wins(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 240}.toml"
    texts = [bytes([65 + number]) * 200_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: write_whole(path, text, replace=True), texts * 4))
    assert path.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_is_called_by_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(placing.os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as told:
        write_whole(tmp_path / "pack.toml", b"x")
    assert told.value.filename == str(tmp_path / "pack.toml")
    assert list(tmp_path.iterdir()) == []
