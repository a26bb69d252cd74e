from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from conftest import PACK
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import PackError, QuizError
from quizapp.packs import codec
from quizapp.packs.library import Folder, Library
from quizapp.packs.read import parse_pack


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Folder, ...]:
    for name in ("shipped", "own"):
        (tmp_path / name).mkdir()
    return Folder(tmp_path / "shipped", shipped=True), Folder(tmp_path / "own", shipped=False)


@pytest.fixture
def library(folders: tuple[Folder, ...], tmp_path: Path) -> Iterator[Library]:
    with closing(Library(folders, tmp_path / "catalog.db")) as opened:
        yield opened


def put(folder: Folder, text: str = PACK, name: str = "small.toml") -> Path:
    path = folder.path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_only_changed_files_are_read(library: Library, folders: tuple[Folder, ...]) -> None:
    path = put(folders[0])
    assert library.refresh()
    assert not library.refresh()
    path.chmod(0o000)
    os.utime(path, ns=(1, 1))
    path.chmod(0o644)
    assert library.refresh()
    assert library.count() == (1, 4, 0)


def test_a_change_of_the_file_is_seen(library: Library, folders: tuple[Folder, ...]) -> None:
    put(folders[0])
    library.refresh()
    before = library.fingerprints()
    put(folders[0], PACK.replace("took over", "followed"))
    assert library.refresh()
    assert library.fingerprints() != before


def test_a_removed_file_takes_its_pack_along(library: Library, folders: tuple[Folder, ...]) -> None:
    path = put(folders[0])
    library.refresh()
    path.unlink()
    assert library.refresh()
    assert library.count() == (0, 0, 0)
    assert library.question("small", "astana") is None
    assert library.search("capital") == []


def test_the_learners_pack_goes_before_the_shipped_one(
    library: Library, folders: tuple[Folder, ...]
) -> None:
    shipped = put(folders[0])
    own = put(folders[1], PACK.replace("1.0.0", "2.0.0"), "mine.toml")
    library.refresh()
    assert [pack.version for pack in library.packs()] == ["2.0.0"]
    os.utime(shipped, ns=(1, 1))
    shipped.write_text(PACK.replace("took over", "followed"), encoding="utf-8")
    library.refresh()
    assert [pack.version for pack in library.packs()] == ["2.0.0"]
    own.unlink()
    library.refresh()
    assert [pack.version for pack in library.packs()] == ["1.0.0"]


def test_one_broken_pack_does_not_hide_the_others(
    library: Library, folders: tuple[Folder, ...]
) -> None:
    put(folders[0])
    put(folders[1], "format = 1\n", "broken.toml")
    library.refresh()
    good, bad = library.packs()
    assert (good.id, good.problems) == ("small", ())
    assert bad.path.name == "broken.toml"
    assert bad.problems
    assert library.count() == (1, 4, 1)


def test_two_files_with_one_id_are_told(library: Library, folders: tuple[Folder, ...]) -> None:
    put(folders[1], name="a.toml")
    put(folders[1], name="b.toml")
    library.refresh()
    assert library.count() == (1, 4, 1)
    assert "is taken by" in library.packs()[-1].problems[0]


@pytest.mark.parametrize("kind", ["loop", "folder", "pipe", "empty", "binary"])
def test_a_strange_file_in_the_folder_is_told_and_hangs_nothing(
    library: Library, folders: tuple[Folder, ...], kind: str
) -> None:
    path = folders[1].path / "strange.toml"
    match kind:
        case "loop":
            path.symlink_to(path)
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "empty":
            path.touch()
        case _:
            path.write_bytes(bytes(range(256)) * 20)
    put(folders[0])
    library.refresh()
    assert library.count() == (1, 4, 1)
    assert str(path) in library.packs()[-1].problems[0]


def test_adding_checks_first_and_copies_whole(
    library: Library, folders: tuple[Folder, ...], tmp_path: Path
) -> None:
    origin = tmp_path / "from-a-friend.toml"
    origin.write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(PackError):
        library.add(origin)
    assert list(folders[1].path.iterdir()) == []
    origin.write_text(PACK, encoding="utf-8")
    added = library.add(origin)
    assert added.path == folders[1].path / "small.toml"
    assert added.questions == 4
    assert [path.name for path in folders[1].path.iterdir()] == ["small.toml"]


def test_adding_again_replaces_a_file_of_another_name(
    library: Library, folders: tuple[Folder, ...], tmp_path: Path
) -> None:
    put(folders[1], name="by-hand.toml")
    library.refresh()
    origin = tmp_path / "new.toml"
    origin.write_text(PACK.replace("1.0.0", "1.1.0"), encoding="utf-8")
    assert library.add(origin).version == "1.1.0"
    assert library.count() == (1, 4, 0)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    origin = tmp_path / "small.toml"
    origin.write_text(PACK, encoding="utf-8")
    folders = (Folder(blocked, shipped=False),)
    library = Library(folders, tmp_path / "catalog.db")
    with closing(library), pytest.raises(QuizError, match="could not be put there"):
        library.add(origin)


def test_a_damaged_catalog_is_made_anew(folders: tuple[Folder, ...], tmp_path: Path) -> None:
    put(folders[0])
    place = tmp_path / "catalog.db"
    place.write_bytes(b"no database at all" * 100)
    with closing(Library(folders, place)) as library:
        library.refresh()
        assert library.count() == (1, 4, 0)


def test_without_a_cache_folder_the_catalog_lives_in_memory(
    folders: tuple[Folder, ...], tmp_path: Path
) -> None:
    put(folders[0])
    (tmp_path / "file").touch()
    with closing(Library(folders, tmp_path / "file" / "catalog.db")) as library:
        library.refresh()
        assert library.count() == (1, 4, 0)


def test_search_finds_words_by_their_beginning_without_accents(
    library: Library, folders: tuple[Folder, ...]
) -> None:
    put(folders[0])
    library.refresh()
    assert library.search("capital kazakh") == [("small", "astana")]
    assert library.search('"; DROP TABLE') == []
    assert library.search("  ") == []


@given(st.sampled_from(range(4)))
def test_a_question_survives_the_catalog(index: int) -> None:
    question = parse_pack(PACK.encode(), "small.toml").questions[index]
    assert codec.decode(codec.encode(question)) == question


def test_every_shipped_question_survives_the_catalog() -> None:
    folder = Path(__file__).parents[2] / "questions"
    paths = sorted(folder.glob("*.toml"))
    assert paths
    for path in paths:
        for question in parse_pack(path.read_bytes(), path.name).questions:
            assert codec.decode(codec.encode(question)) == question


def test_packs_are_taught_in_the_order_of_their_folder_and_others_behind(tmp_path: Path) -> None:
    folders = (
        Folder(tmp_path / "shipped", shipped=True, order=("second", "first")),
        Folder(tmp_path / "own", shipped=False),
    )
    for folder, names in zip(folders, (("another", "first", "second"), ("aaa",)), strict=True):
        folder.path.mkdir()
        for name in names:
            put(folder, PACK.replace('id = "small"', f'id = "{name}"'), f"{name}.toml")
    with closing(Library(folders, tmp_path / "catalog.db")) as library:
        library.refresh()
        taught = ["second", "first", "aaa", "another"]
        assert list(library.fingerprints())[:2] == taught[:2]
        assert sorted(library.fingerprints()) == sorted(taught)
        assert [pack.id for pack in library.packs()][:2] == taught[:2]
        assert list(dict.fromkeys(topic.pack for topic in library.topics()))[:2] == taught[:2]


def test_a_new_version_of_a_shipped_pack_keeps_its_place(tmp_path: Path) -> None:
    folders = (
        Folder(tmp_path / "shipped", shipped=True, order=("second", "first")),
        Folder(tmp_path / "own", shipped=False),
    )
    for folder in folders:
        folder.path.mkdir()
    for name in ("first", "second"):
        put(folders[0], PACK.replace('id = "small"', f'id = "{name}"'), f"{name}.toml")
    put(folders[1], PACK.replace('id = "small"', 'id = "second"'), "mine.toml")
    with closing(Library(folders, tmp_path / "catalog.db")) as library:
        library.refresh()
        assert [pack.id for pack in library.packs()] == ["second", "first"]
