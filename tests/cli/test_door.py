"""What strangers' files, slips and closed streams do at the door: a sentence, and nothing else."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import PACK

from quizapp.cli import main

Run = Callable[..., tuple[int, str, str]]
ARTICLE = "Headline\n\nThe summit was held in Astana on 4 July 2024.\n"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, shipped: Path) -> Run:
    """Runs a command in a folder of its own, where an article lies; one pack is installed."""
    (shipped / "small.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    return run


def installed(*argv: str, **streams: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "quizapp", *argv],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **streams,  # type: ignore[call-overload]
    )


# Paths that are slips


@pytest.mark.parametrize("path", [".", "/", ""])
def test_a_folder_is_no_file_of_drafts(run: Run, path: str) -> None:
    status, _, err = run("handcheck", path)
    assert (status, "this is a folder; name a file of drafts" in err) == (2, True)


@POSIX
def test_a_link_to_itself_is_told(run: Run) -> None:
    Path("loop").symlink_to("loop")
    for words in (("source", "article.txt", "-o", "loop"), ("pack", "new", "--yes", "loop")):
        status, _, err = run(*words)
        assert (status, err.startswith("loop: ")) == (2, True)


@POSIX
def test_a_pipe_is_no_folder_for_a_new_pack(run: Run) -> None:
    os.mkfifo("fifo")
    assert "fifo: this is no folder" in run("pack", "new", "--yes", "fifo")[2]


@pytest.mark.parametrize(
    "words",
    [
        ("source", "article.txt", "-o", "nosuch/s.toml"),
        ("pack", "export", "small", "-o", "nosuch/s.toml"),
        ("pack", "new", "--yes", "nosuch/x/y"),
        ("pack", "new", "--yes", "nosuch/x.toml"),
    ],
)
def test_a_mistyped_path_makes_no_folder(run: Run, words: tuple[str, ...]) -> None:
    status, _, err = run(*words)
    assert (status, "there is no folder nosuch" in err, "make it first" in err) == (2, True, True)
    assert not Path("nosuch").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("check", ""),
        ("check", "--articles", ""),
        ("source", ""),
        ("draft", ""),
        ("draft", "article.txt", "-o", ""),
        ("pack", "new", "--yes", ""),
        ("pack", "export", "small", "-o", ""),
        ("pack", "feedback", "small", "-o", ""),
    ],
)
def test_an_empty_path_is_no_folder(run: Run, words: tuple[str, ...]) -> None:
    before = sorted(Path().iterdir())
    status, _, err = run(*words)
    assert (status, "a path is empty" in err) == (2, True)
    assert sorted(Path().iterdir()) == before


def test_a_folder_that_is_not_there_is_no_place_for_a_pack(run: Run) -> None:
    status, _, err = run("pack", "export", "small", "-o", "nosuch/")
    assert (status, "nosuch: there is no such folder" in err) == (2, True)


# Commands to copy


@POSIX
def test_a_command_to_copy_is_one_that_a_shell_takes(run: Run) -> None:
    Path("my packs").mkdir()
    assert "sco-quiz pack add 'my packs/first.toml'" in run("pack", "new", "my packs/first.toml")[2]
    told = run("pack", "export", "small", "-o", "my small.toml")[2]
    assert "sco-quiz pack add 'my small.toml'" in told
    Path("my article.txt").write_text(ARTICLE, encoding="utf-8")
    assert "sco-quiz draft 'my article.txt'" in run("handcheck", "my article.txt")[2]
    newer = PACK.replace('version = "1.0.0"', 'version = "1.0.1"')
    Path("a newer.toml").write_text(newer, encoding="utf-8")
    told = run("pack", "update", "a newer.toml")[2]
    assert "sco-quiz pack update small 'a newer.toml' --yes" in told


def test_an_article_that_cannot_be_used_is_named(run: Run) -> None:
    Path("broken.txt").write_text("Headline\n", encoding="utf-8")
    assert run("source", "broken.txt")[2].startswith("broken.txt: ")


def test_a_file_that_is_wrong_all_over_is_told_in_as_much_as_can_be_read(run: Run) -> None:
    bare = "".join(f'[[question]]\nid = "q{n}"\nask = "Q?"\n' for n in range(200))
    Path("bare.toml").write_text(PACK + bare, encoding="utf-8")
    status, out, err = run("pack", "add", "bare.toml", "--yes")
    assert (status, out, len(err.splitlines())) == (2, "", 51)
    assert err.endswith("… and 350 more\n")
    assert len(run("check", "bare.toml")[1].splitlines()) >= 200


# A yes is never read from a pipe


def piped(text: str) -> io.TextIOBase:
    read, write = os.pipe()
    os.write(write, text.encode())
    os.close(write)
    return os.fdopen(read)


@pytest.mark.parametrize("answer", ["n\n", "y\n", ""])
def test_no_answer_is_read_from_a_pipe(run: Run, answer: str) -> None:
    Path("new.toml").write_text(PACK.replace('"small"', '"new"'), encoding="utf-8")
    with piped(answer) as stdin:
        status, _, err = run("pack", "add", "new.toml", stdin=stdin)
    assert (status, "say --yes" in err) == (2, True)
    with piped(answer) as stdin:
        status, _, err = run("pack", "remove", "small", stdin=stdin)
    assert (status, "say --yes" in err) == (2, True)
    assert [line.split()[0] for line in run("pack", "list")[1].splitlines()] == ["small"]


def test_a_pack_that_would_hide_one_of_the_apps_wants_a_yes_that_names_it(run: Run) -> None:
    Path("mine.toml").write_text(PACK.replace("1.0.0", "9.9.9"), encoding="utf-8")
    status, _, err = run("pack", "add", "mine.toml")
    assert status == 2
    assert "hides small, which came with the app (4 questions)" in err
    assert "1.0.0" in run("pack", "list")[1]
    assert run("pack", "add", "mine.toml", "--yes")[0] == 0
    assert "9.9.9" in run("pack", "list")[1]


def test_a_pack_that_would_replace_another_wants_a_yes(run: Run) -> None:
    new = PACK.replace('"small"', '"new"')
    Path("new.toml").write_text(new, encoding="utf-8")
    assert run("pack", "add", "new.toml")[0] == 0
    assert "1 question " not in run("pack", "list")[1]
    Path("new.toml").write_text(new.replace("1.0.0", "2.0.0"), encoding="utf-8")
    status, _, err = run("pack", "add", "new.toml")
    assert (status, "takes the place of new" in err) == (2, True)
    assert "2.0.0" not in run("pack", "list")[1]


# Data files that are damaged or may not be written


@pytest.fixture
def data(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "quiz.db"
    assert run("due", "--data", path)[0] == 0
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.mark.parametrize("words", [("due",), ("study", "--plain"), ("stats",), ("browse",)])
def test_a_damaged_data_file_is_told_without_saving_too(
    run: Run, data: Path, words: tuple[str, ...]
) -> None:
    whole = data.read_bytes()
    data.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    for more in ((), ("--no-save",)):
        status, _, err = run(*words, *more, "--data", data)
        assert (status, "damaged" in err) == (2, True)


def test_what_only_looks_works_on_a_read_only_file(run: Run, data: Path) -> None:
    data.chmod(0o444)
    before = data.read_bytes()
    looks = "due", "browse", "timeline", "settings", "settings clock", "pack feedback small"
    for words in looks:
        assert run(*words.split(), "--data", data)[0] == 0
    status, _, err = run("settings", "clock", "fast", "--data", data)
    assert (status, "read-only" in err) == (2, True)
    assert data.read_bytes() == before


# What a terminal would obey


def test_nothing_that_a_terminal_would_obey_is_told(run: Run) -> None:
    name = "o\x1b[2J\x9b.toml"
    for words in (
        ("pack", "export", "small", "-o", name),
        ("source", "article.txt", "-o", f"s{name}"),
        ("restore", name),
        ("pack", "feedback", name),
        ("check", name),
    ):
        _, out, err = run(*words)
        assert not {"\x1b", "\x9b"} & set(out + err)
        assert "U+001B" in out + err


def test_a_long_number_is_answered_in_our_own_words(run: Run) -> None:
    out = run("study", "--plain", stdin=io.StringIO("1" * 100_000 + "\n"))[1]
    assert "Type a number from 1 to" in out
    assert "digits" not in out


# Streams


@POSIX
def test_a_reader_who_has_gone_is_no_mistake_to_tell() -> None:
    read, write = os.pipe()
    os.close(read)
    with installed("completions", "bash", stdout=write) as going:
        os.close(write)
        _, err = going.communicate()
    assert (going.returncode, err.decode().count("\n") <= 1, b"Errno" in err) == (141, True, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_standard_output_is_called_so() -> None:
    with Path("/dev/full").open("wb") as full, installed("due", stdout=full) as going:
        _, err = going.communicate()
    assert (going.returncode, err.startswith(b"standard output: No space left")) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("word", ["--version", "--help"])
def test_what_cannot_be_told_is_no_success_of_the_help_either(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a buffer argparse itself passes over what cannot be written.
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)
    with Path("/dev/full").open("wb") as full, installed(word, stdout=full) as going:
        _, err = going.communicate()
    assert (going.returncode, err.startswith(b"standard output: No space left")) == (2, True)


def test_ctrl_c_while_the_command_line_is_read_leaves_in_a_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizapp.cli.read", interrupted)
    status, _, err = run("due")
    assert (status, err.startswith("Stopped.")) == (130, True)


def test_a_closed_standard_output_is_no_success(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    assert main(["due"]) == 2
