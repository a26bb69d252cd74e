"""A damaged catalog: whatever query meets the damage, it is thrown away and made anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from conftest import PACK

from quizapp.cli import main
from quizapp.errors import CatalogDamaged
from quizapp.packs.library import Folder, Library
from quizapp.packs.searching import Wanted

PAGE = 4096
WHY = " ".join(["Counted on fingers."] * 20)
SIZE = 60
"""So many questions fill a page for each of the catalog's tables and more."""


def many() -> str:
    more = (
        f'[[question]]\nid = "q{n}"\ntopic = "numbers"\nask = "What is {n} and {n}?"\n'
        f'answer = {2 * n}\nwhy = "{WHY}"\n'
        for n in range(SIZE)
    )
    return PACK + "\n" + "\n".join(more)


@pytest.fixture
def library(tmp_path: Path) -> Callable[[], Library]:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "small.toml").write_text(many(), encoding="utf-8")

    def open_it() -> Library:
        return Library((Folder(tmp_path / "own", shipped=False),), tmp_path / "catalog.db")

    return open_it


def damage(path: Path, first: int, pages: int) -> None:
    with path.open("r+b") as file:
        file.seek(first * PAGE)
        file.write(b"\xa5\x5a\x13" * (pages * PAGE // 3))


def pages_of(path: Path) -> int:
    return path.stat().st_size // PAGE


def used(library: Library) -> list[object]:
    """One of everything that is asked of a library."""
    ids = [(entry.id, entry.topic) for entry in library.entries("small")]
    return [
        library.count(),
        library.topics(),
        ids,
        [library.question("small", name) for name, _ in ids],
        library.find(Wanted("city"), 0, 50),
        library.find(Wanted(topic="numbers", pack="small"), 0, 5000),
        library.fits(Wanted("capital"), "small", "minsk"),
        library.dates(0, 5, library.count_dates()),
    ]


def test_whichever_page_is_damaged_the_next_start_is_whole(
    library: Callable[[], Library], tmp_path: Path
) -> None:
    path = tmp_path / "catalog.db"
    with closing(library()) as opened:
        opened.refresh()
        whole = used(opened)
    for page in range(pages_of(path)):
        damage(path, page, 1)
        with closing(library()) as opened, suppress(CatalogDamaged):
            opened.refresh()
            used(opened)
        with closing(library()) as opened:
            opened.refresh()
            assert used(opened) == whole, page


def test_damage_met_while_opening_is_mended_without_a_word(
    library: Callable[[], Library], tmp_path: Path
) -> None:
    with closing(library()) as opened:
        opened.refresh()
    damage(tmp_path / "catalog.db", 1, 8)
    with closing(library()) as opened:
        assert opened.refresh()
        assert opened.count() == (1, 4 + SIZE, 0)


def test_a_command_that_meets_damage_goes_on_or_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("quizapp.wiring.shipped_packs", lambda: tmp_path / "shipped")
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "small.toml").write_text(many(), encoding="utf-8")
    assert main(["due", "--json"]) == 0
    due = json.loads(capsys.readouterr().out)
    (path,) = (tmp_path / "home").rglob("catalog-*.db")
    for page in range(1, pages_of(path), 3):
        damage(path, page, 3)
        assert main(["due", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["left"] == due["left"]
        status = main(["browse", "--json", "capital"])
        assert status == 0 or "made anew" in capsys.readouterr().err
        capsys.readouterr()
        assert main(["browse", "--json", "capital"]) == 0
        out = capsys.readouterr().out
        assert len(json.loads(out)) == 2
