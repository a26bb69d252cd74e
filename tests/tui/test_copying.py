"""Text leaves the app by the clipboard."""

from __future__ import annotations

from quizapp.core.session import Session
from quizapp.tui.screens.study import StudyScreen


async def test_a_verdict_is_copied_as_plain_text(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(StudyScreen(Session(waiting=(1, 2, 3), total=3)))
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        await pilot.press("ctrl+y")
        assert app.clipboard.splitlines()[0].startswith("Choose one")
        assert "Which city hosted summit number 1?" in app.clipboard
        assert "Wrong" in app.clipboard or "Right" in app.clipboard
        assert "Quit" not in app.clipboard


async def test_home_and_help_can_be_copied_too(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("ctrl+y")
        assert "Who belongs" in app.clipboard
        await pilot.press("question_mark")
        await pilot.pause()
        await pilot.press("ctrl+y")
        assert "Leave the app" in app.clipboard


async def test_words_marked_with_the_mouse_are_copied(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.mouse_down(offset=(3, 3))
        await pilot.hover(offset=(30, 3))
        await pilot.mouse_up(offset=(30, 3))
        await pilot.press("ctrl+c")
        assert app.clipboard.strip()
