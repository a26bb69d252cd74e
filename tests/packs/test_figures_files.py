"""The figures of the packs in files, as `sco-quiz check --report` reads them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quizapp.packs.checking.check import check
from quizapp.packs.checking.figures import PackFigures
from quizapp.packs.checking.figures_files import count_questions, read_figures, report_json
from quizapp.packs.sources import make_source

ARTICLE = """Belarus joins

After long talks Belarus became the 10th member on Thursday in Astana.

Fourteen partners were there as guests of the hosts.
"""
TEXT = """format = 1
id = "pack"
title = "Pack"
version = "1.0.0"

[[question]]
id = "tenth"
ask = "How many members does the SCO have?"
answer = 10
wrong = [6, 8, 12]
evidence = { source = "news", paragraph = 1, terms = ["10th member"] }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "pack.toml").write_text(TEXT, encoding="utf-8")
    text = make_source(ARTICLE, "news", "Belarus", "News", date(2024, 7, 4), "https://example.org/")
    (tmp_path / "sources" / "news.toml").write_text(text, encoding="utf-8")
    (tmp_path / "articles" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def test_figures_are_read_for_each_pack_that_the_check_could_read(folder: Path) -> None:
    (folder / "broken.toml").write_text("format = one", encoding="utf-8")
    (folder / "twin.toml").write_text(TEXT, encoding="utf-8")
    paths = [folder, folder / "pack.toml", folder / "none.toml"]
    report = check(paths)
    (figures,) = read_figures(report, paths)
    assert (figures.id, figures.questions) == ("pack", 1)
    assert figures.doubts["no-as-of"] == 1
    assert [one.begins for one in figures.sources[0].uncited] == [""]
    (told,) = read_figures(report, paths, articles=folder / "articles")
    assert [one.begins for one in told.sources[0].uncited] == ["Fourteen partners were"]


def test_a_source_that_cannot_be_read_is_unknown_to_the_figures(folder: Path) -> None:
    (folder / "sources" / "news.toml").write_text("format = one", encoding="utf-8")
    (figures,) = read_figures(check([folder]), [folder])
    assert not figures.sources[0].known


def test_a_pack_under_a_name_that_cannot_be_printed_has_figures(tmp_path: Path) -> None:
    path = tmp_path / "a\u200bb.toml"
    try:
        path.write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert len(read_figures(check([path]), [path])) == 1


def test_figures_are_made_of_json_values_under_their_pack(folder: Path) -> None:
    report = check([folder])
    plain = json.loads(json.dumps(report_json(report, ())))
    told = json.loads(json.dumps(report_json(report, read_figures(report, [folder]))))
    figures = told["packs"][0].pop("figures")
    assert told == plain
    assert figures.keys() == set(PackFigures.__dataclass_fields__)
    assert figures["sources"][0]["paragraphs"][0] == {"number": 1, "questions": 1, "begins": ""}


def test_questions_are_counted_without_parsing(folder: Path) -> None:
    (folder / "more.toml").write_text("[[question]]\n  [[ question ]]\n# [[question]]\n", "utf-8")
    (folder / "binary.toml").write_bytes(b"\xff\x00")
    assert count_questions([folder, folder / "none.toml"]) == 3
