"""Help: it tells the keys of the screen one came from, and nothing that is not so."""

from __future__ import annotations

from quizapp.tui.keys import hints
from quizapp.tui.screens.help import HOW, HelpScreen
from quizapp.tui.screens.home import HomeScreen


async def test_help_tells_every_key_of_the_screen_before(parts, said):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        before = list(hints(app.screen))
        await pilot.press("question_mark")
        await pilot.pause()
        text = " ".join(said(app).split())
    assert len(before) > 6
    for hint in before:
        assert hint.every in text


async def test_help_says_in_five_lines_how_it_works(parts, said):
    assert len(HOW) == 5
    app = parts.app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        text = " ".join(said(app).split())
    for sentence in HOW:
        assert sentence in text


async def test_any_of_the_usual_keys_closes_help(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        for key in ("escape", "enter", "question_mark", "f1"):
            await pilot.press("question_mark")
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)


async def test_help_scrolls_where_it_does_not_fit(parts, said):
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.pause()
        assert HOW[-1].split()[-1] not in said(app)
        await pilot.press("pagedown", "pagedown")
        await pilot.pause()
        assert HOW[-1].split()[-1] in said(app)


async def test_the_command_palette_knows_the_keys_commands(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        titles = [command.title for command in app.get_system_commands(app.screen)]
    for title in ("Start", "Round", "Packs", "Help", "Quit", "Theme", "Light or dark"):
        assert title in titles
