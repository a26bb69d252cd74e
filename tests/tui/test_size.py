"""Sizes: whole at 60x20, at ease at 120x40, kind below, and steady while the window changes."""

from __future__ import annotations

import pytest

from quizapp.core.session import Session
from quizapp.play import RoundSetup
from quizapp.tui.keys import hints
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.packs import PacksScreen
from quizapp.tui.screens.play import PlayScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.round import RoundScreen
from quizapp.tui.screens.small import SmallScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.footer import may_go

SIZES = [(60, 20), (80, 24), (120, 40)]


def all_screens(parts, played):
    """Every screen but Home, ready to be shown."""
    return [
        RoundScreen(),
        PlayScreen(parts.play.start(RoundSetup(length=3))),
        ResultsScreen(played),
        SummaryScreen(Session()),
        PacksScreen(),
        PacksScreen(adding=True),
        HelpScreen(()),
    ]


async def settled(pilot):
    for _ in range(2):
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_every_footer_is_whole_at_every_size(parts, played, said, size):
    app = parts.app()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        for screen in [None, *all_screens(parts, played)]:
            if screen is not None:
                app.push_screen(screen)
                await settled(pilot)
            text = said(app)
            named = [hint for hint in hints(app.screen) if hint.shown and hint.action != "help"]
            left = [hint for hint in named if f"{hint.text} {hint.label}" not in text]
            assert all(may_go(app.screen, hint) for hint in left), type(app.screen).__name__
            assert ("? More" in text.splitlines()[-1]) == bool(left), type(app.screen).__name__
            assert all(len(line) <= size[0] for line in text.splitlines())
            told = HelpScreen(tuple(hints(app.screen)))
            page = " ".join(line.plain.strip() for line in told.body(57))
            assert all(hint.every in page and hint.tip in page for hint in left)
            if screen is not None:
                app.pop_screen()
                await pilot.pause()


async def test_topics_stand_whole_at_the_design_size(parts, said):
    parts.study.all_topics = parts.study.all_topics[:4]
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "…" not in said(app)


async def test_a_wide_window_sets_topics_beside_the_counts(parts, said):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.screen.query_one("#topics").region.x > 40
        assert "41 strong" in said(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert app.screen.query_one("#topics").region.x == 0
        assert "41 strong" not in said(app)


@pytest.mark.parametrize("size", [(59, 24), (80, 19), (20, 5), (4, 2)])
async def test_a_small_window_is_told_how_large_it_should_be(parts, said, size):
    app = parts.app()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SmallScreen)
        if size[0] > 50:
            assert f"Make it 60 x 20 or larger: it is {size[0]} x {size[1]} now." in said(app)
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_round_goes_on_where_it_was_when_there_is_room_again(parts, said):
    app = parts.app(start="round", setup=RoundSetup(length=3))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("2", "enter")
        await settled(pilot)
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert "a little small" in said(app)
        assert "it is 40 x 10 now" in " ".join(said(app).split())
        await pilot.press("2")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.round.position == 1
        assert "2 of 3 · 100 points" in said(app)


async def test_a_window_that_begins_small_shows_the_first_screen_later(parts):
    app = parts.app(start="round", setup=RoundSetup(length=3))
    async with app.run_test(size=(40, 10)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, SmallScreen)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert isinstance(app.screen, PlayScreen)


async def test_every_screen_bears_every_size(parts, played):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for screen in all_screens(parts, played):
            app.push_screen(screen)
            for width, height in [(150, 20), (30, 8), (80, 24)]:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
            assert app.screen is screen
            app.pop_screen()
            await pilot.pause()


async def test_coming_back_from_the_shell_paints_the_whole_screen_again(parts, monkeypatch):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        painted = []
        monkeypatch.setattr(app, "refresh", lambda **options: painted.append(options))
        app.app_resume_signal.publish(app)
        await pilot.pause()
        assert painted == [{"layout": True}]


async def test_many_topics_take_one_line_each_and_few_take_three(parts):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert app.screen.query_one("#topics").row_height == 3
        parts.study.all_topics *= 5
        app.screen.on_screen_resume()
        assert app.screen.query_one("#topics").row_height == 1
