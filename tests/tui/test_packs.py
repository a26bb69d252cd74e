"""Packs: the list, the details of one, adding by key and by mouse, removing, bringing back."""

from __future__ import annotations

import asyncio
import threading
from contextlib import closing

import pytest
from conftest import PACK

from quizapp.exchange import fetch as fetching
from quizapp.exchange.fetch import Fetched
from quizapp.packs.library import Folder, Library
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.widgets.path_form import PathForm


async def opened(pilot, **options):
    pilot.app.push_screen(PacksScreen(**options))
    await pilot.pause()
    await pilot.pause()


async def until(pilot, said, words):
    """Wait for work beside the screen; the text once `words` stand in it."""
    for _ in range(200):
        await pilot.pause()
        text = said(pilot.app)
        if words in text:
            return text
        await asyncio.sleep(0.02)
    pytest.fail(f"{words!r} never came:\n{said(pilot.app)}")


@pytest.fixture
def real(parts, tmp_path):
    """The app's parts over real folders: one pack that came with the app, none of one's own."""
    for name in ("shipped", "own"):
        (tmp_path / name).mkdir()
    (tmp_path / "shipped" / "theirs.toml").write_text(
        PACK.replace('id = "small"', 'id = "theirs"'), encoding="utf-8"
    )
    folders = (Folder(tmp_path / "shipped", True), Folder(tmp_path / "own", False))
    with closing(Library(folders, tmp_path / "catalog.db")) as library:
        library.refresh()
        parts.library = library
        yield parts


@pytest.fixture
def pack(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(PACK.replace("A small pack", "A good one"), encoding="utf-8")
    return path


async def test_packs_are_listed_with_their_counts_and_problems(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        text = said(app)
    for words in ("2 packs, 140 questions", "85 questions", "✗ 2 problems", "CC-BY-4.0"):
        assert words in text


async def test_a_files_problems_are_shown_word_for_word(parts, said):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("down", "down")
        await pilot.pause()
        text = " ".join(said(app).split())
    assert "This file cannot be used as it is:" in text
    assert "line 41: question" in text
    assert "[bold]anser[/bold] is not a key" in text


async def test_a_pack_is_shown_first_and_added_after_a_yes(real, said, pack):
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *f"'{pack}' ", "enter")
        text = await until(pilot, said, "Add 1 pack?")
        assert "A good one 1.0.0 (small)" in text
        assert "4 questions on Capitals, Numbers" in text
        assert list(real.library.own.iterdir()) == []
        await pilot.press("enter")
        text = await until(pilot, said, "✓ Added: 4 questions.")
        assert "A good one" in text
        assert real.study.refreshed == 1
        assert not app.screen.query_one(PathForm).display
    assert (real.library.own / "small.toml").is_file()


async def test_what_is_shown_can_be_left(real, said, pack):
    app = real.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await pilot.press("a", *str(pack), "enter")
        await until(pilot, said, "Add 1 pack?")
        await pilot.press("escape")
        await pilot.pause()
        assert "Add 1 pack?" not in said(app)
        assert isinstance(app.screen, PacksScreen)
    assert list(real.library.own.iterdir()) == []


async def test_an_address_names_its_server_before_anything_is_added(real, said, pack, monkeypatch):
    got = []

    def fetch(address, tell):
        got.append(address)
        return Fetched(address, "example.org", pack.read_bytes())

    monkeypatch.setattr(fetching, "fetch", fetch)
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"https://example.org/q?.toml", "enter")
        await until(pilot, said, "Add 1 pack from example.org?")
        await pilot.press("y")
        await until(pilot, said, "from https://example.org/q?.toml")
    assert got == ["https://example.org/q?.toml"]


async def test_long_work_is_told_and_can_be_left(real, said, pack, monkeypatch):
    go_on = threading.Event()

    def fetch(address, tell):
        tell("Fetching from example.org", 45, 100)
        go_on.wait(10)
        return Fetched(address, "example.org", pack.read_bytes())

    monkeypatch.setattr(fetching, "fetch", fetch)
    app = real.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"https://example.org/x", "enter")
        text = await until(pilot, said, "Fetching from example.org … 45 %")
        assert "Esc Cancel" in text
        await pilot.press("escape")
        await pilot.pause()
        go_on.set()
        for _ in range(10):
            await pilot.pause()
        assert "Fetching" not in said(app)
        assert "Add 1 pack" not in said(app)


async def test_a_bad_path_is_told_and_can_be_mended(real, said):
    app = real.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"x.toml", "enter")
        await until(pilot, said, "✗ x.toml: there is no such file")
        assert app.screen.query_one("PathField").has_focus
        assert app.screen.query_one("PathField").value == "x.toml"


async def test_all_problems_of_a_pack_are_told(real, said, pack, monkeypatch):
    monkeypatch.chdir(pack.parent)
    pack.write_text("format = 1\nanser = 2\n", encoding="utf-8")
    app = real.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("a", *pack.name, "enter")
        text = await until(pilot, said, "anser")
        assert '"title" is missing' in text


async def test_a_pack_is_removed_after_a_yes_and_brought_back(real, said, pack):
    real.library.add(pack)
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("r")
        await until(pilot, said, "Remove A good one? What you remember of it is kept.")
        await pilot.press("escape", "r", "y")
        await until(pilot, said, "✓ Removed small; u brings it back.")
        assert "A good one" not in said(app)
        await pilot.press("u")
        await until(pilot, said, "small is back")
        assert "A good one" in said(app)


async def test_enter_keeps_the_pack_that_was_to_be_removed(real, said):
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("r")
        await pilot.pause()
        assert "Enter Keep it" in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "1 pack, 4 questions" in said(app)
        assert "Remove theirs" not in said(app)


async def test_a_pack_that_came_with_the_app_is_hidden_and_brought_back(real, said):
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("r", "y")
        await until(pilot, said, "Nothing is installed yet.")
        await pilot.press("u")
        await until(pilot, said, "theirs is back")
        assert "1 pack, 4 questions" in said(app)


async def test_a_folder_that_cannot_be_written_is_told(real, said, pack):
    real.library.own.rmdir()
    real.library.own.write_text("a file where a folder should be", encoding="utf-8")
    app = real.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *str(pack), "enter")
        await until(pilot, said, "Add 1 pack?")
        await pilot.press("y")
        await until(pilot, said, "could not be put there")


async def test_an_empty_path_is_told(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("a", "space", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Type a path" in said(app)


async def test_escape_leaves_the_form_first_and_the_screen_then(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("a", "escape")
        await pilot.pause()
        assert isinstance(app.screen, PacksScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_pack_is_added_by_mouse_alone(real, said, pack):
    app = real.app()

    async def click(words):
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if words in line)
        await pilot.click(offset=(lines[row].index(words) + 1, row))
        await pilot.pause()

    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await click("Add a pack")
        assert app.screen.query_one(PathForm).display
        app.screen.query_one("PathField").value = str(pack)
        await click("Look ")
        await until(pilot, said, "Add 1 pack?")
        await click("  Add   ")
        await until(pilot, said, "✓ Added: 4 questions.")


async def test_without_packs_the_screen_says_what_a_pack_is(parts, days, said):
    parts.library.installed = []
    parts.study.now = days["empty"]
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(PathForm).display
        assert "Nothing is installed yet." in said(app)


async def test_details_longer_than_their_pane_are_scrolled_by_key(parts, said):
    problems = tuple(f"rivers.toml:{n}: problem number {n} of many" for n in range(1, 30))
    parts.library.installed[-1] = parts.library.installed[-1]._replace(problems=problems)
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.push_screen(PacksScreen())
        await pilot.pause()
        await pilot.press("up")
        await pilot.pause()
        assert "PgUp/PgDn Details" in said(app)
        for _ in range(20):
            await pilot.press("pagedown")
        await pilot.pause()
        assert "problem number 29" in said(app)
