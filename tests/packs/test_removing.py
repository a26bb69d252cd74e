"""Packs put in, taken out and brought back: what lies where, and what shows."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cited import CITED, SOURCE
from conftest import PACK

from quizapp.errors import QuizError, UsageError
from quizapp.packs.installing import Parcel, install, read_parcel
from quizapp.packs.library import Folder, Library
from quizapp.packs.read import parse_pack
from quizapp.packs.removing import bring_back, can_bring_back, remove
from quizapp.packs.sources import parse_source
from quizapp.study import Study


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    for name in ("shipped", "own"):
        (tmp_path / name).mkdir()
    folders = Folder(tmp_path / "shipped", shipped=True), Folder(tmp_path / "own", shipped=False)
    with closing(Library(folders, tmp_path / "catalog.db")) as opened:
        yield opened


def parcel(text: str = CITED, source: str = SOURCE, origin: str = "") -> Parcel:
    sources = ((parse_source(source.encode(), "s"), source.encode()),) if source else ()
    return Parcel(parse_pack(text.encode(), "p"), text.encode(), sources, origin)


def lying(library: Library) -> list[str]:
    return [
        path.relative_to(library.own).as_posix()
        for path in sorted(library.own.rglob("*"))
        if path.is_file()
    ]


def test_a_pack_comes_with_its_sources_and_where_it_is_from(library: Library) -> None:
    (added,) = install(library, [parcel(origin="https://example.org/x")])
    assert lying(library) == [".origins/small.txt", "small.toml", "sources/news.toml"]
    assert (added.id, library.origin("small")) == ("small", "https://example.org/x")
    assert library.source("news")


def test_several_packs_come_together_or_not_at_all(library: Library) -> None:
    other = parcel(PACK.replace('id = "small"', 'id = "other"'), "")
    library.own.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        if os.access(library.own, os.W_OK):
            pytest.skip("whoever runs this may write everywhere")
        with pytest.raises(QuizError, match="nothing was changed"):
            install(library, [parcel(), other])
    finally:
        library.own.chmod(0o755)
    assert lying(library) == []
    assert [one.id for one in install(library, [parcel(), other])] == ["small", "other"]


def test_the_version_before_is_kept(library: Library) -> None:
    install(library, [parcel()])
    newer = PACK.replace('version = "1.0.0"', 'version = "1.1.0"')
    install(library, [parcel(newer, "")], day="2026-11-21")
    kept = library.own / ".replaced" / "2026-11-21-small" / "small.toml"
    assert kept.read_text(encoding="utf-8") == CITED
    assert [one.version for one in library.packs()] == ["1.1.0"]


def test_putting_the_same_in_again_keeps_nothing_aside(library: Library) -> None:
    install(library, [parcel()])
    install(library, [parcel()])
    assert lying(library) == ["small.toml", "sources/news.toml"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, QuizError])
def test_stopped_while_it_is_prepared_nothing_has_changed(
    library: Library, error: type[BaseException]
) -> None:
    install(library, [parcel()])
    before = {name: (library.own / name).read_bytes() for name in lying(library)}

    def stop(*_: int) -> None:
        raise error

    with pytest.raises(error):
        install(
            library,
            [
                parcel(CITED.replace("1.0.0", "1.1.0"), SOURCE.replace("Herald", "Times")),
                parcel(PACK.replace('id = "small"', 'id = "other"'), "", "https://x"),
            ],
            progress=stop,
        )
    assert {name: (library.own / name).read_bytes() for name in lying(library)} == before
    library.refresh()
    assert [(one.id, one.version) for one in library.packs()] == [("small", "1.0.0")]


def test_nobodys_pack_changes_anothers_sources(library: Library) -> None:
    install(library, [parcel()])
    text = CITED.replace('id = "small"', 'id = "other"')
    install(library, [parcel(text, SOURCE.replace("Herald", "Forged"))])
    found = library.source("news")
    assert found is not None
    assert found.publisher == "Herald"


def test_a_packs_own_source_is_brought_up_to_date(library: Library) -> None:
    install(library, [parcel()])
    install(library, [parcel(source=SOURCE.replace("Herald", "The Herald"))])
    found = library.source("news")
    assert found is not None
    assert found.publisher == "The Herald"


def test_a_source_that_came_with_the_app_stays(library: Library) -> None:
    folder = library.folders[0].path
    (folder / "sources").mkdir()
    (folder / "sources" / "news.toml").write_text(SOURCE, encoding="utf-8")
    install(library, [parcel(source=SOURCE.replace("Herald", "Forged"))])
    assert lying(library) == ["small.toml"]


def test_a_pack_is_taken_out_with_its_sources_and_comes_back(library: Library) -> None:
    install(library, [parcel(origin="https://example.org/x")])
    before = lying(library)
    taken = remove(library, "small", day="2026-11-21")
    assert taken.kept == library.own / ".removed" / "2026-11-21-small-1.0.0"
    assert library.packs() == ()
    assert all(name.startswith(".removed/") for name in lying(library))
    assert can_bring_back(library)
    assert bring_back(library) == "small"
    assert lying(library) == before
    assert not can_bring_back(library)
    assert [one.id for one in library.packs()] == ["small"]


def test_what_was_taken_out_can_be_added_again_by_its_path(library: Library) -> None:
    install(library, [parcel()])
    taken = remove(library, "small")
    assert taken.kept is not None
    again = read_parcel(taken.kept / "small.toml")
    assert [source.id for source, _ in again.sources] == ["news"]
    install(library, [again])
    assert library.source("news")


def test_a_source_that_another_pack_cites_stays(library: Library) -> None:
    install(library, [parcel(), parcel(CITED.replace('id = "small"', 'id = "other"'))])
    remove(library, "small")
    assert "sources/news.toml" in lying(library)
    remove(library, "other")
    assert "sources/news.toml" not in lying(library)


def test_a_pack_that_came_with_the_app_is_hidden_and_comes_back(library: Library) -> None:
    (library.folders[0].path / "small.toml").write_text(PACK, encoding="utf-8")
    library.refresh()
    assert remove(library, "small").kept is None
    assert (library.packs(), library.hidden()) == ((), ("small",))
    with pytest.raises(UsageError, match="is hidden; bring it back with"):
        remove(library, "small")
    with closing(library.again()) as another:
        assert not another.refresh()
    assert bring_back(library, "small") == "small"
    assert (len(library.packs()), library.hidden(), lying(library)) == (1, (), [])


def test_without_ones_own_pack_the_one_that_came_with_the_app_shows(library: Library) -> None:
    (library.folders[0].path / "small.toml").write_text(PACK, encoding="utf-8")
    install(library, [parcel(PACK.replace("1.0.0", "2.0.0"), "")])
    assert [one.version for one in library.packs()] == ["2.0.0"]
    remove(library, "small")
    assert [one.version for one in library.packs()] == ["1.0.0"]
    remove(library, "small")
    assert library.packs() == ()
    assert bring_back(library) == "small"
    assert [one.version for one in library.packs()] == ["1.0.0"]


def test_removing_reads_no_other_pack_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(library, [parcel(), parcel(PACK.replace('id = "small"', 'id = "other"'), "")])
    read: list[Path] = []
    monkeypatch.setattr("quizapp.packs.read.read_pack", read.append)
    remove(library, "other")
    assert read == []


def test_a_file_that_cannot_be_used_is_taken_out_by_its_name(library: Library) -> None:
    (library.own / "broken.toml").write_text("format = 1\n", encoding="utf-8")
    library.refresh()
    remove(library, "broken")
    assert library.packs() == ()
    assert bring_back(library) == "broken"


def test_a_wrong_name_is_told_with_the_nearest(library: Library) -> None:
    with pytest.raises(UsageError, match="none is installed"):
        remove(library, "small")
    install(library, [parcel()])
    with pytest.raises(UsageError, match='did you mean "small"'):
        remove(library, "smal")
    with pytest.raises(UsageError, match="no pack was removed"):
        bring_back(library)
    with pytest.raises(UsageError, match='no pack "small" was removed'):
        bring_back(library, "small")


def test_nothing_is_brought_back_over_an_installed_pack(library: Library) -> None:
    install(library, [parcel()])
    remove(library, "small")
    install(library, [parcel(PACK.replace("1.0.0", "3.0.0"), "")])
    with pytest.raises(UsageError, match="is installed by now"):
        bring_back(library)
    assert [one.version for one in library.packs()] == ["3.0.0"]


def test_memories_are_kept_and_come_back(open_study: Callable[[], Study]) -> None:
    study = open_study()
    session, asked = study.ask(study.start())
    assert asked is not None
    session = study.reply(session, asked, ("Astana",), 900).session
    before = study.database.connection.execute("SELECT * FROM memory").fetchall()
    assert len(before) == 1
    remove(study.library, "small")
    study.refresh()
    assert study.today().questions == 0
    bring_back(study.library)
    study.refresh()
    assert study.today().questions == 4
    assert study.database.connection.execute("SELECT * FROM memory").fetchall() == before


def test_the_last_one_removed_is_brought_back_first(library: Library) -> None:
    (library.folders[0].path / "theirs.toml").write_text(
        PACK.replace('id = "small"', 'id = "theirs"'), encoding="utf-8"
    )
    library.refresh()
    install(library, [parcel()])
    remove(library, "theirs")
    os.utime(library.own / ".hidden", ns=(1, 1))
    remove(library, "small")
    assert [bring_back(library), bring_back(library)] == ["small", "theirs"]
