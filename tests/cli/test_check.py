"""sco-quiz check: what it prints, where, and with which exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from quizapp.packs.checking.finding import Finding
from quizapp.packs.sources import make_source

Run = Callable[..., tuple[int, str, str]]

ARTICLE = """Belarus joins

After long talks Belarus became the 10th member on Thursday in Astana.

Fourteen partners were there as guests of the hosts.
"""
HEAD = 'format = 1\nid = "good"\ntitle = "Good"\nversion = "1.0.0"\n'
GOOD = f"""{HEAD}
[[topic]]
id = "t"
title = "Topic"
brief = "What to know."

[[question]]
id = "tenth"
ask = "Which country became the tenth member on 4 July 2024?"
answer = "Belarus"
wrong = ["Mongolia", "Türkiye", "Armenia"]
why = "It was admitted on the second day."
checked = 2024-08-01
evidence = {{ source = "news", paragraph = 1, terms = ["Belarus", "10th member"] }}
"""


@pytest.fixture
def run(run: Run) -> Run:
    """Runs sco-quiz check."""
    return partial(run, "check")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good pack, its source and the article."""
    folder = tmp_path / "mine"
    for name in ("sources", "articles"):
        (folder / name).mkdir(parents=True)
    (folder / "good.toml").write_text(GOOD, encoding="utf-8")
    text = make_source(ARTICLE, "news", "Belarus", "News", date(2024, 7, 4), "https://example.org/")
    (folder / "sources" / "news.toml").write_text(text, encoding="utf-8")
    (folder / "articles" / "news.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


@pytest.fixture
def doubtful(folder: Path) -> Path:
    """A pack with warnings alone."""
    path = folder / "good.toml"
    path.write_text(GOOD.replace("checked = 2024-08-01\n", ""), encoding="utf-8")
    return path


def test_a_good_folder_prints_nothing_but_a_count_beside_the_data(run: Run, folder: Path) -> None:
    status, out, err = run(folder, "--articles", folder / "articles", "--strict")
    assert (status, out) == (0, "")
    assert err == "1 pack, 1 question: 0 errors, 0 warnings.\n"


def test_warnings_alone_are_fine_unless_strict(run: Run, doubtful: Path) -> None:
    status, out, err = run(doubtful)
    assert status == 0
    assert out.startswith(f'{doubtful}:11: warning: question "tenth": ')
    assert out.endswith("[not-checked]\n")
    assert "0 errors, 1 warning" in err
    assert run(doubtful, "--strict") == (1, out, err)


def test_an_error_is_status_two_strict_or_not(run: Run, folder: Path) -> None:
    path = folder / "good.toml"
    path.write_text(GOOD.replace("paragraph = 1", "paragraph = 2"), encoding="utf-8")
    assert run(path)[0] == run(path, "--strict")[0] == 2


def test_without_a_path_the_shipped_packs_are_checked_strictly(
    run: Run, folder: Path, doubtful: Path, tmp_path: Path
) -> None:
    (tmp_path / "shipped").rmdir()
    folder.rename(tmp_path / "shipped")
    status, out, _ = run()
    assert status == 2
    assert "error" in out
    assert "not-checked" in out


def test_sources_that_come_with_the_app_are_known_to_every_pack(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    assert run(folder / "good.toml")[0] == 0
    (folder / "sources").rename(tmp_path / "shipped" / "sources")
    assert run(folder / "good.toml")[0] == 0


def _missing(path: Path) -> None:
    path.unlink()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _broken(path: Path) -> None:
    path.write_text(GOOD.replace("answer = ", "answer "), encoding="utf-8")


def _binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\0\0")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(65 * 2**20)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("option", [(), ("--report",), ("--strict",), ("--report", "--json")])
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_missing, "no such file"),
        (_empty, "is empty"),
        (_broken, ":14: "),
        (_binary, "binary"),
        (_huge, "64 MiB"),
        (_folder, "no pack"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_error_in_words(
    run: Run,
    folder: Path,
    spoil: Callable[[Path], None],
    told: str,
    option: tuple[str, ...],
) -> None:
    path = folder / "good.toml"
    spoil(path)
    status, out, _ = run(path, *option)
    assert status == 2
    if "--json" in option:
        answer = json.loads(out)
        assert (answer["errors"], answer["packs"]) == (1, [])
        return
    (line,) = out.splitlines()
    assert line.startswith(str(path))
    assert told in line
    assert line.endswith("[unreadable]")


def test_one_bad_file_does_not_hide_the_others(run: Run, folder: Path) -> None:
    (folder / "bad.toml").write_text("", encoding="utf-8")
    status, out, err = run(folder, "--report")
    assert status == 2
    assert "bad.toml: error: " in out
    assert "good: 1 question\n" in out
    assert err.startswith("1 pack, 1 question: 1 error")


def test_json_has_every_finding_and_pack(run: Run, doubtful: Path) -> None:
    status, out, err = run(doubtful, "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert told.keys() == {"errors", "warnings", "packs", "findings"}
    assert (told["errors"], told["warnings"]) == (0, 1)
    assert told["packs"] == [
        {"id": "good", "path": str(doubtful), "questions": 1, "cited": 1, "by_address": 0}
    ]
    (finding,) = told["findings"]
    assert finding.keys() == set(Finding.__dataclass_fields__)
    assert (finding["rule"], finding["level"]) == ("not-checked", "warning")
    assert (finding["path"], finding["line"], finding["question"]) == (str(doubtful), 11, "tenth")


def test_json_keeps_the_exit_status(run: Run, doubtful: Path, folder: Path) -> None:
    assert run(doubtful, "--json", "--strict")[0] == 1
    assert run(folder / "none.toml", "--json")[0] == 2


def test_a_report_follows_the_findings(run: Run, doubtful: Path, folder: Path) -> None:
    status, out, _ = run(doubtful, "--report")
    lines = out.splitlines()
    assert status == 0
    assert lines[0].endswith("[not-checked]")
    assert lines[1:3] == ["", "good: 1 question"]
    assert "Source news: 2 paragraphs, 1 cited, 1 not" in lines
    assert "  not cited  2" in lines
    assert max(map(len, lines[1:])) <= 80
    with_article = run(doubtful, "--report", "--articles", folder / "articles")[1]
    assert "2  Fourteen partners were …" in with_article


def test_a_report_as_json_stands_under_its_pack(run: Run, folder: Path) -> None:
    status, out, err = run(folder, "--json", "--report")
    figures = json.loads(out)["packs"][0]["figures"]
    assert (status, err) == (0, "")
    assert (figures["id"], figures["questions"]) == ("good", 1)
    assert figures["topics"][0]["forms"] == [{"form": "choice", "main": 1, "also": 0}]


def test_a_folder_of_articles_that_is_not_there_is_told_in_words(run: Run, folder: Path) -> None:
    status, out, err = run(folder, "--articles", folder / "none")
    assert (status, out) == (2, "")
    assert "no folder" in err


def test_a_long_check_tells_how_far_it_is_and_a_short_one_does_not(run: Run, folder: Path) -> None:
    many = "".join(
        f'[[question]]\nid = "q{n}"\nask = "Which is number {n}?"\nanswer = "n{n}"\n'
        for n in range(5_001)
    )
    path = folder / "many.toml"
    path.write_text(HEAD.replace("good", "many") + many, encoding="utf-8")
    status, out, err = run(path, "--json")
    assert status == 0
    assert json.loads(out)["packs"][0]["questions"] == 5_001
    lines = err.splitlines()
    assert lines[0] == "Preparing 5001 questions … 0 %"
    assert lines[-1] == "Preparing 5001 questions … 100 %"
    assert "…" not in run(folder / "good.toml")[2]
