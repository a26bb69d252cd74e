"""Handing on: one file out, and the same pack in again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cited import CITED, SOURCE

from quizapp.errors import UsageError
from quizapp.exchange.export import export, write_export
from quizapp.exchange.offer import look
from quizapp.packs.library import Folder, Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    own = tmp_path / "own"
    (own / "sources").mkdir(parents=True)
    (own / "by-hand.toml").write_text(CITED, encoding="utf-8")
    (own / "sources" / "news.toml").write_text(SOURCE, encoding="utf-8")
    with closing(Library((Folder(own, shipped=False),), tmp_path / "catalog.db")) as opened:
        opened.refresh()
        yield opened


def test_a_pack_goes_out_as_it_lies(library: Library) -> None:
    made = export(library, "small")
    assert (made.name, made.data, made.left_out) == ("small.toml", CITED.encode(), ("news",))


def test_with_its_sources_it_is_a_zip_of_the_same_bytes_every_time(library: Library) -> None:
    made = export(library, "small", with_sources=True)
    (library.own / "by-hand.toml").touch()
    assert made.data == export(library, "small", with_sources=True).data
    with zipfile.ZipFile(io.BytesIO(made.data)) as held:
        assert held.namelist() == ["small.toml", "sources/news.toml"]
        assert {one.compress_type for one in held.infolist()} == {zipfile.ZIP_STORED}


def test_what_goes_out_comes_in_again(library: Library, tmp_path: Path) -> None:
    for with_sources in (False, True):
        made = export(library, "small", with_sources=with_sources)
        path = write_export(made, tmp_path)
        (parcel,) = look(str(path), lambda *_: pytest.fail("asked"), lambda *_: None).parcels
        assert parcel.data == CITED.encode()
        assert [source.id for source, _ in parcel.sources] == (["news"] if with_sources else [])


def test_a_source_that_is_not_there_is_told(library: Library) -> None:
    (library.own / "sources" / "news.toml").unlink()
    assert export(library, "small").missing == ("news",)
    assert export(library, "small", with_sources=True).missing == ("news",)


def test_a_file_is_replaced_only_when_that_is_wanted(library: Library, tmp_path: Path) -> None:
    made = export(library, "small")
    target = tmp_path / "x.toml"
    assert write_export(made, target) == target
    with pytest.raises(UsageError, match="--force"):
        write_export(made, target)
    assert write_export(made, target, replace=True) == target


@pytest.mark.parametrize(
    ("name", "with_sources", "words"),
    [("x.toml", True, "ends in .zip"), ("x.zip", False, "ends in .toml"), ("x", False, ".toml")],
)
def test_a_name_that_misleads_is_refused(
    library: Library, tmp_path: Path, name: str, with_sources: bool, words: str
) -> None:
    made = export(library, "small", with_sources=with_sources)
    with pytest.raises(UsageError, match=words):
        write_export(made, tmp_path / name)


def test_a_wrong_name_or_a_broken_file_is_told(library: Library) -> None:
    with pytest.raises(UsageError, match='did you mean "small"'):
        export(library, "smol")
    (library.own / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    library.refresh()
    with pytest.raises(UsageError, match="is missing"):
        export(library, "broken")
