"""What a path or an address offers, and what is told where it offers nothing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from cited import CITED, SOURCE
from conftest import PACK

from quizapp.errors import PackError, QuizError
from quizapp.exchange import limits
from quizapp.exchange.fetch import Fetched
from quizapp.exchange.offer import Offer, is_address, look

OTHER = PACK.replace('id = "small"', 'id = "other"')


def no_fetch(address: str, _: object) -> Fetched:
    raise AssertionError(f"{address} was asked for")


def looked(place: object) -> Offer:
    return look(str(place), no_fetch, lambda *_: None)


def refusal(place: object) -> list[str]:
    with pytest.raises(QuizError) as caught:
        looked(place)
    return str(caught.value).splitlines()


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(name, text)
    return path


def test_a_file_brings_the_sources_that_lie_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "sources" / "news.toml", SOURCE)
    write(tmp_path / "sources" / "unused.toml", SOURCE.replace('id = "news"', 'id = "unused"'))
    (parcel,) = looked(write(tmp_path / "x.toml", CITED)).parcels
    assert [source.id for source, _ in parcel.sources] == ["news"]
    assert parcel.origin == str(tmp_path / "x.toml")


def test_a_folder_holds_several_packs(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", CITED)
    write(tmp_path / "b.toml", OTHER)
    write(tmp_path / "sources" / "news.toml", SOURCE)
    offer = looked(tmp_path)
    assert [one.pack.id for one in offer.parcels] == ["small", "other"]
    assert [len(one.sources) for one in offer.parcels] == [1, 0]


@pytest.mark.parametrize("top", ["", "packs-main/", "a/b/"])
def test_a_zip_holds_several_packs_wherever_they_lie_in_it(tmp_path: Path, top: str) -> None:
    files = {
        f"{top}a.toml": CITED,
        f"{top}b.toml": OTHER,
        f"{top}sources/news.toml": SOURCE,
        f"{top}README.md": "words",
        f"{top}pyproject.toml": "[project]\n",
        f"__MACOSX/{top}._a.toml": "\0\0",
        f"{top}.hidden.toml": "x",
    }
    offer = looked(zipped(tmp_path / "x.zip", files))
    assert [one.pack.id for one in offer.parcels] == ["small", "other"]
    assert [source.id for source, _ in offer.parcels[0].sources] == ["news"]
    assert offer.left_out == (f"{top}pyproject.toml",)


def test_a_zip_is_known_by_its_bytes_not_by_its_name(tmp_path: Path) -> None:
    assert looked(zipped(tmp_path / "x.toml", {"a.toml": PACK})).parcels[0].pack.id == "small"


def test_an_address_may_hold_a_pack_or_a_zip(tmp_path: Path) -> None:
    for data in (PACK.encode(), zipped(tmp_path / "x", {"a.toml": PACK}).read_bytes()):
        fetched = Fetched("https://example.org/x", "example.org", data)
        offer = look("https://example.org/x", lambda *_, got=fetched: got, lambda *_: None)
        assert offer.host == "example.org"
        assert offer.parcels[0].origin == "https://example.org/x"


def test_an_address_brings_no_files_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "sources" / "news.toml", SOURCE)
    fetched = Fetched("x.toml", "example.org", CITED.encode())
    offer = look("https://x", lambda *_: fetched, lambda *_: None)
    assert offer.parcels[0].sources == ()


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("https://example.org", True),
        ("HTTPS://EXAMPLE.ORG", True),
        ("http://example.org", True),
        ("ftp://example.org", True),
        ("file:///x", True),
        ("https:example.org", True),
        ("x.toml", False),
        ("C:\\x.toml", False),
        ("C:/x.toml", False),
        ("httpsfolder/x.toml", False),
    ],
)
def test_addresses_are_told_from_paths(text: str, yes: bool) -> None:
    assert is_address(text) is yes


def test_every_problem_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", PACK.replace('answer = "Minsk"', 'answer = "Brest"'))
    write(tmp_path / "b.toml", CITED.replace('id = "small"', 'id = "!"'))
    write(tmp_path / "sources" / "news.toml", SOURCE.replace("format = 1", "format = 0"))
    (tmp_path / "c.toml").write_bytes(b"")
    told = refusal(tmp_path)
    for name in ("a.toml:2", "b.toml:2", "c.toml:"):
        assert any(line.startswith(str(tmp_path / name)) for line in told), told


def test_other_programs_files_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", PACK)
    write(tmp_path / "settings.toml", "[tool]\nname = 1\n")
    assert looked(tmp_path).left_out == ("settings.toml",)
    assert "title" in str(refusal(tmp_path / "settings.toml"))


def test_a_broken_source_is_told(tmp_path: Path) -> None:
    write(tmp_path / "sources" / "news.toml", SOURCE.replace("format = 1", "format = 0"))
    (line,) = refusal(write(tmp_path / "x.toml", CITED))
    assert "sources/news.toml:2" in line


def test_a_source_by_another_name_is_told(tmp_path: Path) -> None:
    write(tmp_path / "sources" / "news.toml", SOURCE.replace('id = "news"', 'id = "old"'))
    assert 'calls itself "old"' in refusal(write(tmp_path / "x.toml", CITED))[0]


def test_two_sources_of_one_id_are_told(tmp_path: Path) -> None:
    files = {
        "a/a.toml": CITED,
        "a/sources/news.toml": SOURCE,
        "b/b.toml": CITED.replace('id = "small"', 'id = "other"'),
        "b/sources/news.toml": SOURCE,
    }
    assert len(looked(zipped(tmp_path / "x.zip", files)).parcels) == 2
    files["b/sources/news.toml"] = SOURCE.replace("Herald", "Forged")
    (line,) = refusal(zipped(tmp_path / "y.zip", files))
    assert "which has the same id" in line


def test_one_id_for_two_packs_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", PACK)
    write(tmp_path / "b.toml", PACK)
    assert 'b.toml: the pack id "small" is used twice' in refusal(tmp_path)[0]


def test_a_folder_that_is_shut_is_not_called_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", shut)
    assert "the folder cannot be read (Permission denied)" in refusal(tmp_path)[0]


def test_a_place_without_packs_is_told(tmp_path: Path) -> None:
    assert "no pack (*.toml) in this folder" in refusal(tmp_path)[0]
    write(tmp_path / "sources" / "news.toml", SOURCE)
    assert "no pack (*.toml) in this folder" in refusal(tmp_path)[0]
    assert "no pack (*.toml) in this zip" in refusal(zipped(tmp_path / "x.zip", {"a": ""}))[0]
    held = zipped(tmp_path / "y.zip", {"sources/news.toml": SOURCE})
    assert "sources, but no pack" in refusal(held)[0]
    assert "this is a source file, not a pack" in refusal(tmp_path / "sources" / "news.toml")[0]


@pytest.mark.parametrize("place", ["missing.toml", "", "~nobody-here/x.toml", "a\0b", "x" * 5000])
def test_a_path_that_leads_nowhere_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (line,) = refusal(place)
    assert line.isprintable()


def test_files_that_are_large_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.toml", PACK)
    write(tmp_path / "b.toml", OTHER)
    monkeypatch.setattr(limits, "UNPACKED_BYTES", len(PACK) + 10)
    assert "together are bigger" in refusal(tmp_path)[0]
    monkeypatch.setattr(limits, "ENTRIES", 1)
    assert "more than 1 files" in refusal(tmp_path)[0]


def test_a_pack_in_a_zip_is_told_of_with_its_place_and_line(tmp_path: Path) -> None:
    broken = PACK.replace('answer = "Minsk"', 'answer = "Brest"')
    with pytest.raises(PackError) as caught:
        looked(zipped(tmp_path / "x.zip", {"in/a.toml": broken}))
    assert caught.value.problems[0].path == f"{tmp_path / 'x.zip'}/in/a.toml"
    assert caught.value.problems[0].line == 27


def test_whoever_is_told_may_stop_it(tmp_path: Path) -> None:
    def stop(*_: object) -> None:
        raise QuizError("enough")

    with pytest.raises(QuizError, match="enough"):
        look(str(write(tmp_path / "x.toml", PACK)), no_fetch, stop)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    held = io.BytesIO(bytes(range(256)))
    (tmp_path / "x.toml").write_bytes(held.getvalue())
    assert "binary" in refusal(tmp_path / "x.toml")[0]
