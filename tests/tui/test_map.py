"""Map: a day's members on it, the list beside it, and the slider, by key and by mouse."""

from __future__ import annotations

from datetime import date

import pytest

from quizapp.atlas import membership
from quizapp.tui.screens.help import HelpScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.map import MapScreen
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.members_map import MembersMap
from quizapp.tui.widgets.picklist import PickList
from quizapp.tui.widgets.year_slider import YearSlider

SIZES = [(60, 20), (80, 24), (120, 40)]


async def settled(pilot) -> None:
    for _ in range(3):
        await pilot.pause()


async def opened(pilot, day: date | None = None) -> MapScreen:
    screen = MapScreen(day)
    pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def press(pilot, *keys: str) -> None:
    await pilot.press(*keys)
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_years_beside_partners_say_what_they_are(parts, said, size) -> None:
    app = parts.app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot, date(2024, 7, 4))
        assert "since" in said(app)
        assert "tied since" not in said(app)
        assert "associated since" not in said(app)
        await press(pilot, "escape")
        await opened(pilot, date(2025, 9, 1))
        words = "member or tied since" if size[0] == 60 else "member or associated since"
        assert words in said(app)


def test_what_is_shown_beside_a_partner_is_the_day_it_first_came() -> None:
    for step in membership.on(date(2025, 9, 1)).values():
        if step.status is membership.Status.PARTNER:
            assert membership.joined(step) == membership.path(step.code)[0]


async def test_only_the_year_that_can_be_gone_to_is_named_in_help(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await opened(pilot)
        assert screen.day == parts.study.calendar_day()
        await press(pilot, "question_mark")
        assert "A year back." in said(app)
        assert "A year on." not in said(app)
        assert "shades" in said(app)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_map_is_whole_at_every_size(parts, said, size) -> None:
    app = parts.app()
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        text = said(app)
    assert "10 members" in text
    assert "14 dialogue partners" in text
    assert "CN China" in text
    assert "RU" in text
    assert "the map decides no border." in text
    assert text.splitlines()[-1].rstrip().endswith("? Help")
    assert all(len(line) <= size[0] for line in text.splitlines())


async def test_home_leads_to_the_map_and_back(parts) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "m")
        assert isinstance(app.screen, MapScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_years_are_stepped_through_by_their_last_days(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.day == date(2024, 7, 5)
        assert "today, 5 July 2024" in said(app)
        await press(pilot, "left")
        assert screen.day == date(2023, 12, 31)
        assert "9 members" in said(app)
        await press(pilot, "right", "right")
        assert screen.day == date(2024, 7, 5)
        await press(pilot, "home")
        assert screen.day == date(1996, 12, 31)
        assert "5 in the Shanghai Five" in said(app)
        await press(pilot, "left")
        assert screen.day == date(1996, 12, 31)
        await press(pilot, "end")
        assert screen.day == date(2024, 7, 5)


async def test_changes_are_stepped_through_day_by_day(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await press(pilot, "p")
        assert screen.day == date(2024, 7, 4)
        assert "Belarus becomes a member." in said(app)
        await press(pilot, "p", "p")
        assert screen.day == date(2023, 7, 4)
        assert "Iran becomes a member." in said(app)
        await press(pilot, "n")
        assert screen.day == date(2023, 7, 15)


async def test_a_marked_country_tells_its_life_and_stays_marked(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        countries = screen.query_one("#countries", PickList)
        countries.place(next(i for i, row in enumerate(screen.rows) if row.step.code == "BY"))
        await settled(pilot)
        assert "Belarus: dialogue partner in 2010, observer on 10 July 2015" in said(app)
        assert screen.query_one(MembersMap).chosen == "BY"
        await press(pilot, "left")
        assert screen.rows[countries.cursor].step.code == "BY"
        await press(pilot, "home")
        assert countries.cursor == -1
        await press(pilot, "end", "down", "escape")
        assert countries.cursor == -1
        assert isinstance(app.screen, MapScreen)


async def test_a_click_on_the_map_marks_the_country(parts) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        chart = screen.query_one(MembersMap)
        size = chart.content_size
        spot = next(
            (column, line)
            for line in range(size.height)
            for column in range(size.width)
            if chart.code_at(column, line) == "IN"
        )
        await pilot.click(MembersMap, offset=spot)
        await settled(pilot)
        assert chart.chosen == "IN"
        await pilot.click(MembersMap, offset=(size.width - 1, size.height - 1))
        await settled(pilot)
        assert chart.chosen == ""


async def test_the_slider_follows_click_and_drag(parts) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        slider = screen.query_one(YearSlider)
        width = slider.content_size.width
        await pilot.click(YearSlider, offset=(slider.column(2001, width), 0))
        await settled(pilot)
        assert screen.day == date(2001, 12, 31)
        await pilot.mouse_down(YearSlider, offset=(slider.column(2001, width), 0))
        await pilot.hover(YearSlider, offset=(slider.column(2010, width), 0))
        await settled(pilot)
        assert screen.day == date(2010, 12, 31)
        await pilot.mouse_up(YearSlider, offset=(slider.column(2010, width), 0))
        await pilot.hover(YearSlider, offset=(slider.column(2015, width), 0))
        await settled(pilot)
        assert screen.day == date(2010, 12, 31)


def test_every_year_of_the_slider_has_its_cell() -> None:
    slider = YearSlider(1996, 2026, 2001, (2001, 2017))
    for width in (31, 56, 74, 114):
        assert all(
            slider.year_at(slider.column(year, width), width) == year for year in range(1996, 2027)
        )
        track, years = slider.lines(width)
        assert track.cell_length == width
        assert track.plain[slider.column(2001, width)] == "●"
        assert "2001" in years.plain
        assert years.cell_length <= width


async def test_without_colours_the_map_is_in_letters(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        chart = screen.query_one(MembersMap)
        chart.plain = True
        chart._fill()
        await settled(pilot)
        text = said(app)
        assert "mmmmm" in text
        assert "oMNo" in text
        assert "▀" not in text


async def test_a_day_before_the_beginning_is_an_empty_map(parts, said) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, date(1990, 1, 1))
        text = said(app)
        assert "Nobody yet." in text
        assert "there was neither the SCO nor the Shanghai Five" in text


@pytest.mark.parametrize("width", [60, 80])
async def test_every_key_of_the_map_is_in_footer_or_help(parts, width) -> None:
    app = parts.app()
    async with app.run_test(size=(width, 24)) as pilot:
        await opened(pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)


async def test_footer_entries_of_the_map_can_be_clicked(parts) -> None:
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await click_on(pilot, "Earlier")
        assert screen.day == date(2024, 7, 4)
        await click_on(pilot, "Back")
        assert isinstance(app.screen, HomeScreen)


async def click_on(pilot, word: str) -> None:
    footer = pilot.app.screen.query_one(KeyFooter)
    line = footer.lines(footer.content_size.width)[0].plain
    await pilot.click(KeyFooter, offset=(line.index(word) + 3, 0))
    await settled(pilot)
