"""Timeline: what is still to learn is kept back, shown on demand, and each fact can be studied."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import PACK

from quizapp.play import Play
from quizapp.store import questions
from quizapp.study import Study
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.single import SingleScreen
from quizapp.tui.screens.timeline import TimelineScreen

HIDDEN = "still to learn"
DATED = """
[[question]]
id = "founding"
topic = "numbers"
ask = "On which day was the SCO founded? [b]x[/b]"
answer = 2001-06-15

[[question]]
id = "nine"
topic = "numbers"
ask = "How many members did the SCO have on 1 January 2024?"
answer = 9
as_of = 2024-01-01
why = "Iran had joined in July 2023."
"""


@pytest.fixture
def app(packs: Path, study: Study) -> QuizApp:
    return QuizApp(study, Play(study), study.library, clock=lambda: 0.0)


@pytest.fixture(autouse=True)
def dated(packs: Path) -> None:
    (packs / "small.toml").write_text(PACK + DATED, encoding="utf-8")


async def settled(pilot) -> None:
    for _ in range(3):
        await pilot.pause()


async def opened(pilot) -> TimelineScreen:
    screen = TimelineScreen()
    pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def press(pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


def answer(study: Study, name: str, *reply: str) -> None:
    number = questions.number_of(study.database, "small", name)
    assert number is not None
    session, asked = study.ask(study.only(number))
    assert asked is not None
    study.reply(session, asked, reply, 2000)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_nothing_that_is_to_be_learned_is_given_away(app, said, size) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        text = said(app)
        assert "15 Jun 2001" in text
        assert HIDDEN in text
        assert "founded" not in text
        await press(pilot, "down")
        text = said(app)
        assert "How many members did" in text
        assert "Iran had joined" not in text
        assert all(len(line) <= size[0] for line in text.splitlines())
        footer = text.splitlines()[-1]
        assert ("? More" if size[0] == 60 else "? Help") in footer
        assert "Enter Study" in footer


async def test_space_shows_what_is_kept_back_and_hides_it_again(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "space")
        assert "On which day was the SCO founded? [b]x[/b]" in said(app)
        assert "15 June 2001" in said(app)
        await press(pilot, "space")
        assert "founded" not in said(app)


async def test_what_was_learned_is_told_in_full(app, study, said) -> None:
    answer(study, "founding", "15 June 2001")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        text = said(app)
        assert "On which day was the SCO founded?" in text
        assert HIDDEN not in text
        assert "Space Show" not in text


async def test_enter_studies_the_fact_and_comes_back_to_it(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, SingleScreen)
        await press(pilot, "9", "enter", "enter")
        await settled(pilot)
        assert isinstance(app.screen, TimelineScreen)
        assert "Iran had joined in July 2023." in said(app)


async def test_b_finds_the_fact_in_browse(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "b")
        assert isinstance(app.screen, TimelineScreen)
        await press(pilot, "down", "b")
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.found.count == 1


async def test_days_are_stepped_through_from_one_to_the_next(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "right")
        assert screen.dates.cursor == 1
        await press(pilot, "left")
        assert screen.dates.cursor == 0
        await press(pilot, "end")
        assert screen.dates.cursor == screen.timeline.count - 1
        await press(pilot, "home")
        assert screen.dates.cursor == 0


async def test_a_long_fact_is_read_on_by_key(app, packs, study, said) -> None:
    long = DATED.replace("Iran had joined in July 2023.", ("Iran had joined. " * 30).strip())
    (packs / "small.toml").write_text(PACK + long, encoding="utf-8")
    study.refresh()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        page = screen.query_one("#details")
        await press(pilot, "r")
        assert page.scroll_y == 0
        await press(pilot, "down", "space")
        await press(pilot, "r")
        assert page.scroll_y > 0
        assert "r Read on" in said(app)
        await press(pilot, *["r"] * 6)
        assert 0 <= page.scroll_y <= page.max_scroll_y


async def test_packs_without_dates_say_so(app, packs, study, said) -> None:
    (packs / "small.toml").write_text(PACK, encoding="utf-8")
    study.refresh()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "There are no dated facts yet." in said(app)
        await press(pilot, "enter", "space", "down", "left", "end", "b")
        assert isinstance(app.screen, TimelineScreen)
