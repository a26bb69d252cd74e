"""Settings: seen, changed by key and mouse, refused kindly, taken back."""

from __future__ import annotations

import re
import time

import pytest
from textual import constants

from quizapp.choosing import Choosing
from quizapp.play import Play
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.theme_names import theme_names
from quizapp.tui.widgets.number_form import NumberForm

RETENTION_ROW = 2
THEME_ROW = 5


@pytest.fixture
def choosing(study):
    return Choosing(study, themes=theme_names)


@pytest.fixture
def app(study):
    return QuizApp(study, Play(study), study.library, clock=time.monotonic)


async def opened(pilot, choosing, *presses):
    """The settings, a few keys later."""
    pilot.app.push_screen(SettingsScreen(choosing))
    await pilot.pause()
    await pilot.press(*presses)
    await pilot.pause()
    await pilot.pause()


def remember(study, many=4, stability=8.0):
    """Give the first questions a memory each."""
    today = study.day().toordinal()
    with study.database.transaction() as connection:
        for question in range(1, many + 1):
            connection.execute(
                "INSERT INTO memory (question, stability, difficulty, due, last, replies, lapses) "
                "VALUES (?, ?, 5, ?, ?, 3, 0)",
                (question, stability, today + 1, today - 3),
            )


async def settled(pilot, screen, retentions):
    """Wait until these retentions are reckoned."""
    for _ in range(200):
        await pilot.pause(0.02)
        if screen.outlook and all(screen.outlook.has(one) for one in retentions):
            break
    await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_setting_is_listed_with_its_value(app, choosing, said, size):
    async with app.run_test(size=size) as pilot:
        await opened(pilot, choosing)
        text = said(app)
    for setting in choosing.settings():
        assert any(setting.title in line and setting.shown in line for line in text.splitlines())
    assert "How many questions you meet" in text
    assert "From 0 to 9999." in text


async def test_left_and_right_change_a_number_and_keep_it(app, choosing, study, said):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "right", "right", "left", "right")
        assert "✓ New questions a day: 12. It was 11." in said(app)
    assert choosing.setting("new-a-day").value == "12"
    assert study.choices.new_a_day == 12


async def test_a_bound_is_told_and_nothing_is_changed(app, choosing, said):
    choosing.change("new-a-day", "0")
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "left")
        assert "! 0 is the least that it can be." in said(app)


async def test_a_number_is_typed(app, choosing, said):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "2", "5")
        assert "New questions a day: from 0 to 9999." in said(app)
        await pilot.press("enter")
        await pilot.pause()
        assert not app.screen.query_one(NumberForm).display
        assert "✓ New questions a day: 25. It was 10." in said(app)
        assert app.focused is None
    assert choosing.setting("new-a-day").value == "25"


async def test_a_number_out_of_bounds_is_refused_and_can_be_mended(app, choosing, said):
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot, choosing, "down", "down", "9", "8")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "98 is above the most" in said(app)
        assert choosing.setting("retention").value == "0.90"
        await pilot.press("backspace", "3", "enter")
        await pilot.pause()
    assert choosing.setting("retention").value == "0.93"


async def test_escape_leaves_the_form_before_the_screen(app, choosing):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "enter", "7", "escape")
        assert isinstance(app.screen, SettingsScreen)
        assert not app.screen.query_one(NumberForm).display
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, SettingsScreen)
    assert choosing.setting("new-a-day").value == "10"


async def test_letters_do_nothing_in_the_field(app, choosing):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "1", "q", "u", "r", "2", "enter")
        assert isinstance(app.screen, SettingsScreen)
    assert choosing.setting("new-a-day").value == "12"


async def test_undo_goes_to_the_setting_and_takes_the_change_back(app, choosing, said):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "right", "down", "down", "down", "u")
        assert app.screen.marked.name == "new-a-day"
        assert "✓ New questions a day: 10 again, not 11." in said(app)
        assert "u Undo" not in said(app)
    assert choosing.setting("new-a-day").value == "10"


async def test_reset_is_offered_for_what_was_changed_and_can_be_undone(app, choosing, said):
    choosing.change("day-start", "7")
    async with app.run_test() as pilot:
        await opened(pilot, choosing)
        assert "r Reset" not in said(app)
        await pilot.press("down", "down", "down")
        await pilot.pause()
        assert "r Reset" in said(app)
        assert "Default: 04:00." in said(app)
        await pilot.press("r")
        assert choosing.setting("day-start").value == "4"
        await pilot.press("u")
        assert choosing.setting("day-start").value == "7"


async def test_a_theme_is_worn_at_once_and_its_undo_too(app, choosing):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, *["down"] * THEME_ROW, "right")
        assert app.theme == choosing.theme == "sco-light"
        await pilot.press("u")
        await pilot.pause()
        assert app.theme == choosing.theme == "sco-dark"


async def test_a_theme_chosen_in_the_palette_is_shown(app, choosing, said):
    async with app.run_test() as pilot:
        app.theme_changed_signal.subscribe(app, lambda theme: choosing.keep_theme(theme.name))
        await opened(pilot, choosing)
        app.theme = "nord"
        await pilot.pause()
        await pilot.pause()
        assert any("Theme" in line and "nord" in line for line in said(app).splitlines())
    assert choosing.theme == "nord"


async def test_reduced_motion_works_at_once(app, choosing):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, *["up"] * 3, "enter")
        assert choosing.calm
        assert app.animation_level == "none"
        await pilot.press("enter")
        assert not choosing.calm
        assert app.animation_level == constants.TEXTUAL_ANIMATIONS


async def test_what_retention_costs_stands_beside_what_it_cost_before(app, choosing, study, said):
    remember(study)
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "down", "down")
        await settled(pilot, app.screen, (0.85, 0.9, 0.95))
        text = " ".join(said(app).split())
        assert re.search(r"At 0\.90: about \d+ reviews over the next 30 days", text)
        assert "At 0.85:" in text
        assert "At 0.95:" in text
        await pilot.press("right", "right")
        await settled(pilot, app.screen, (0.92, 0.9))
        text = " ".join(said(app).split())
        assert "At 0.92:" in text
        assert "At 0.90:" in text
        assert "At 0.95:" not in text
        assert "asked after 7 days at 0.92" in text


async def test_a_large_window_shows_the_whole_curve(app, choosing, study, said):
    remember(study)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, choosing, "down", "down", "right")
        await settled(pilot, app.screen, (0.8, 0.85, 0.9, 0.91, 0.95, 0.97))
        rows = [line for line in said(app).splitlines() if " in 30 days  ━" in line]
    assert [row.split()[-6] for row in rows] == ["0.80", "0.85", "0.90", "0.91", "0.95", "0.97"]
    assert [row for row in rows if "▌ 0.91" in row]


async def test_many_reviews_are_told_by_the_day_with_the_limit(app, choosing, study, said):
    study.database.connection.execute("PRAGMA foreign_keys = 0")
    remember(study, 2500)
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "down", "down")
        await settled(pilot, app.screen, (0.85, 0.9, 0.95))
        app.screen.query_one("#details").scroll_end(animate=False)
        await pilot.pause()
        text = " ".join(said(app).split())
    assert "reviews a day over the next 30 days" in text
    assert "Your limit of 100 reviews a day holds" in text
    assert "from a sample" in text


async def test_a_beginner_is_told_that_there_is_no_cost_yet(app, choosing, said):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "down", "down")
        for _ in range(50):
            await pilot.pause(0.02)
            if "Once you have learned" in said(app):
                break
        assert "Once you have learned something" in said(app)


async def test_the_mouse_marks_steps_and_chooses(app, choosing, said):
    def spot(word, after=""):
        lines = said(app).splitlines()
        row = next(n for n, line in enumerate(lines) if after + word in line)
        return lines[row].index(after + word) + len(after) + 1, row

    async with app.run_test() as pilot:
        await opened(pilot, choosing)
        await pilot.click(offset=spot(" + "))
        assert choosing.setting("new-a-day").value == "11"
        await pilot.click(offset=spot("Clock of a round"))
        await pilot.pause()
        await pilot.click(offset=spot("fast", after="relaxed   "))
        assert choosing.clock == "fast"
        await pilot.click(offset=spot("Clock of a round"))
        await pilot.pause()
        assert choosing.clock == "none"
        await pilot.click(offset=spot("A day begins at"))
        await pilot.click(offset=spot("A day begins at"))
        await pilot.pause()
        assert app.screen.query_one(NumberForm).display
        await pilot.press("6")
        await pilot.click(offset=spot("  Set  "))
    assert choosing.setting("day-start").value == "6"


async def test_a_disk_that_refuses_is_told(app, choosing, study, said):
    study.database.connection.execute("PRAGMA query_only = 1")
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "right")
        assert "--no-save" in said(app)
    assert choosing.setting("new-a-day").value == "10"


async def test_every_theme_to_choose_from_can_be_worn(app):
    async with app.run_test():
        assert set(theme_names()) == set(app.available_themes)


async def test_only_shades_of_grey_are_drawn_where_no_colour_is_wanted(
    app, monkeypatch, study, choosing
):
    monkeypatch.setenv("NO_COLOR", "1")
    calm = QuizApp(study, Play(study), study.library, clock=time.monotonic)
    async with calm.run_test() as pilot:
        await opened(pilot, choosing)
        strips = [calm.screen.query_one("#settings").render_line(row) for row in range(8)]
        drawn = [segment for strip in strips for segment in strip]
        for each in calm._filters:
            drawn = each.apply(drawn, calm.screen.styles.background)
        colours = {segment.style.color for segment in drawn if segment.style}
    assert calm.no_color
    assert all(len(set(colour.triplet)) == 1 for colour in colours if colour)


async def test_memory_weights_have_a_page_of_their_own(app, choosing):
    async with app.run_test() as pilot:
        await opened(pilot, choosing, "up")
        assert app.screen.marked.name == "fit"
        await pilot.press("right", "5", "r")
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.SECTION == "Memory weights"


async def test_a_change_can_be_taken_back_at_a_later_visit(app, study):
    async with app.run_test() as pilot:
        app.action_settings()
        await pilot.pause()
        await pilot.press("right", "escape")
        await pilot.pause()
        app.action_settings()
        await pilot.pause()
        await pilot.press("u")
        await pilot.pause()
        assert study.choices.new_a_day == 10
