"""Packs: the list, the details of one, and adding one by key and by mouse."""

from __future__ import annotations

from pathlib import Path

from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.widgets.path_form import PathForm


async def opened(pilot, **options):
    pilot.app.push_screen(PacksScreen(**options))
    await pilot.pause()
    await pilot.pause()


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


async def test_a_pack_is_added_by_its_path(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"q? good.toml", "enter")
        await pilot.pause()
        await pilot.pause()
        assert parts.library.tried == [Path("q? good.toml")] or "no such file" in said(app)


async def test_an_added_pack_is_marked_and_study_sees_it(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"'/tmp/good.toml' ", "enter")
        await pilot.pause()
        await pilot.pause()
        assert parts.library.tried == [Path("/tmp/good.toml")]
        assert parts.study.refreshed == 1
        assert "✓ Added: 85 questions." in said(app)
        assert "A good one" in said(app)
        assert not app.screen.query_one(PathForm).display


async def test_a_bad_path_is_told_and_can_be_mended(parts, said):
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        await pilot.press("a", *"x.toml", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "✗ x.toml: there is no such file" in said(app)
        assert app.screen.query_one("PathField").has_focus
        assert app.screen.query_one("PathField").value == "x.toml"


async def test_an_empty_path_is_told(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("a", "space", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "Type the path of a file" in said(app)
    assert parts.library.tried == []


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


async def test_a_pack_is_added_by_mouse_alone(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "Add a pack" in line)
        await pilot.click(offset=(6, row))
        await pilot.pause()
        form = app.screen.query_one(PathForm)
        assert form.display
        app.screen.query_one("PathField").value = "good.toml"
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if "Cancel" in line)
        await pilot.click(offset=(6, row))
        await pilot.pause()
        assert parts.library.tried == [Path("good.toml")]


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
