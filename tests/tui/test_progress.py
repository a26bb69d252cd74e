"""Progress: its sections by key and by mouse, at every size, with numbers beside every plot."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from tui.progressing import TODAY, lived

from quizapp.core.progress import DaySum, Sums, calendar
from quizapp.play import Play
from quizapp.progress import Progress
from quizapp.store import questions
from quizapp.study import Study
from quizapp.tui.app import QuizApp
from quizapp.tui.keys import hints
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.progress import ProgressScreen
from quizapp.tui.screens.progress_pages import HARDEST, NAMES, TOPICS
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.widgets.footer import HELP, MORE, KeyFooter
from quizapp.tui.widgets.heatmap import Heatmap
from quizapp.tui.widgets.sections import Sections

SIZES = [(60, 20), (80, 24), (120, 40)]


def app_of(study: Study, theme: str = "") -> QuizApp:
    return QuizApp(study, Play(study), study.library, clock=lambda: 0.0, theme=theme)


@pytest.fixture
def app(study: Study) -> QuizApp:
    lived(study)
    return app_of(study)


async def settled(pilot) -> None:
    for _ in range(4):
        await pilot.pause()


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def test_one_key_leads_from_home_to_progress_and_back(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "g")
        assert isinstance(app.screen, ProgressScreen)
        assert "[1 Days]" in said(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_progress_can_be_the_first_screen(study) -> None:
    lived(study)
    app = QuizApp(study, Play(study), study.library, start="progress", clock=lambda: 0.0)
    async with app.run_test() as pilot:
        await settled(pilot)
        assert isinstance(app.screen, ProgressScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_sections_are_gone_through_by_arrows_and_opened_by_digits(app, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g")
        for name in (*NAMES[1:], NAMES[0]):
            await press(pilot, "right")
            assert f" {name}]" in said(app)
        await press(pilot, "left")
        assert "[7 Rounds]" in said(app)
        for place, name in enumerate(NAMES, 1):
            await press(pilot, str(place))
            assert f"[{place} {name}]" in said(app)


async def test_a_section_is_opened_by_a_click_on_its_name(app, said) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "g")
        line = said(app).splitlines()[1]
        await pilot.click(Sections, offset=(line.index("Time") + 1, 0))
        await settled(pilot)
        assert "[Time]" in said(app)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("place", range(len(NAMES)))
async def test_every_section_is_whole_at_every_size(app, said, size, place) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "g", str(place + 1))
        text = said(app)
        assert f"{NAMES[place]}]" in text
        assert all(len(line) <= size[0] for line in text.splitlines())
        assert app.screen.query_one(KeyFooter).size.height == 1
        for name in NAMES:
            assert name in text
        for hint in hints(app.screen):
            if hint.shown and hint.action != "quit":
                labels = (hint.label, MORE) if hint.action == HELP else (hint.label,)
                assert any(f"{hint.text} {label}" in text for label in labels)


WORDS = {
    1: "in a row",
    2: "Due today: 1 review",
    3: "Wanted: you still know",
    4: "1 of 4 questions strong",
    5: "Forgotten 4 of 9 times",
    6: "In all: ",
    7: "12 rounds finished",
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("place", WORDS)
async def test_every_section_says_its_numbers_in_words(app, said, size, place) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "g", str(place))
        assert WORDS[place] in " ".join(said(app).split())


@pytest.mark.parametrize(
    ("place", "caption"), [(2, "Reviews due"), (3, "Still known"), (6, "Time"), (7, "Right")]
)
async def test_plots_are_drawn_by_the_library_in_the_colours_of_the_theme(
    app, said, place, caption
) -> None:
    from quizapp.tui.widgets.chart import Plot

    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", str(place))
        assert caption in said(app)
        assert "┤" in said(app)
        plot = app.screen.query_one(Plot)
        assert _ink(plot) == {_accent(app)} | ({_nearly(app)} if place == 3 else set())
        app.theme = "sco-light"
        await settled(pilot)
        assert _accent(app) in _ink(plot)


def _ink(plot) -> set[str]:
    """The colours that a plot gives by itself; what it gives none has the widget's."""
    styles = [span.style for span in plot.render().spans]
    found = {style.color.triplet.hex for style in styles if style.color and style.color.triplet}
    return {colour.lower() for colour in found}


def _accent(app) -> str:
    return app.theme_variables["accent"].lower()


def _nearly(app) -> str:
    return app.theme_variables["nearly"].lower()


async def test_every_theme_of_the_toolkit_can_be_worn(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "3")
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
        await press(pilot, "2")
        assert isinstance(app.screen, ProgressScreen)


async def test_a_large_window_has_a_plot_below_the_calendar(app, said) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "g")
        assert "Replies a week" in said(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "Replies a week" not in said(app)


async def test_words_that_do_not_fit_are_scrolled_to(app, said) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "g")
        assert "June 2025" not in said(app)
        await press(pilot, *["pagedown"] * 5)
        assert "June 2025" in said(app)
        await press(pilot, *["up"] * 3)
        assert app.screen.query_one("#told").scroll_y > 0


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_a_hardest_question_opens_in_browse(app, said, size) -> None:
    async with app.run_test(size=size) as pilot:
        await press(pilot, "g", "5")
        assert app.screen.page.hardest[0].id == "members"
        await press(pilot, "down", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, BrowseScreen)
        line = app.screen.found.line(app.screen.list.cursor)
        assert line is not None
        assert line.id == "minsk"
        assert app.screen.details is not None
        assert app.screen.details.line.id == "minsk"
        while isinstance(app.screen, BrowseScreen):
            await press(pilot, "escape")
        assert isinstance(app.screen, ProgressScreen)
        assert app.screen.marked[HARDEST] == 1


async def test_a_topic_opens_in_browse(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "4", "down", "enter")
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.query_for.topic == "numbers"


async def test_a_click_marks_a_row_and_a_second_one_opens_it(app) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "4")
        screen = app.screen
        await pilot.click("#list", offset=(8, 2))
        await settled(pilot)
        assert screen.marked[TOPICS] == 1
        await pilot.click("#list", offset=(8, 2))
        await settled(pilot)
        assert isinstance(app.screen, BrowseScreen)


async def test_what_changed_meanwhile_is_read_anew(app, study, said) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "g", "5")
        number = questions.number_of(study.database, "small", "members")
        assert number is not None
        await press(pilot, "enter")
        questions.suspend(study.database, number, True)
        while isinstance(app.screen, BrowseScreen):
            await press(pilot, "escape")
        assert [one.id for one in app.screen.page.hardest] == ["minsk"]


async def test_somebody_who_never_replied_is_told_what_will_be_here(study, said) -> None:
    app = app_of(study)
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "g")
        assert "There is nothing to look back on yet." in said(app)
        assert "Days" not in said(app)
        labels = [hint.label for hint in hints(app.screen) if hint.shown]
        assert labels[0] == "Start"
        assert "Section" not in labels
        await press(pilot, "right", "3", "enter")
        assert isinstance(app.screen, StudyScreen)


async def test_a_section_without_numbers_says_so_and_has_no_empty_plot(study, said) -> None:
    study.database.connection.execute(
        "INSERT INTO daily VALUES (?, 3, 2, 9000, 0, 0)", (TODAY.toordinal(),)
    )
    app = app_of(study)
    async with app.run_test(size=(120, 40)) as pilot:
        for place, words in (
            (3, "nothing came back"),
            (5, "No question was forgotten so far."),
            (7, "No round was finished so far."),
            (2, "Due today: 0 reviews."),
        ):
            await press(pilot, *(["g"] if place == 3 else []), str(place))
            assert words in said(app)
            assert ("┤" in said(app)) == (place == 2)


def test_a_frozen_day_has_a_sign_and_a_word_of_its_own() -> None:
    heat = Heatmap()
    days = [DaySum(date(2026, 3, 2), Sums(4))]
    heat.calendar = calendar(days, TODAY, [date(2026, 3, 1)])
    rows = [line.plain for line in heat.lines(57)]
    assert rows[7].rstrip().endswith("*")
    assert rows[8].endswith("* frozen")
    heat.calendar = calendar(days, TODAY)
    assert "frozen" not in heat.lines(57)[8].plain


@pytest.mark.parametrize(("width", "cells"), [(57, 1), (74, 1), (110, 2)])
def test_the_calendar_takes_the_room_there_is(width, cells) -> None:
    heat = Heatmap()
    heat.calendar = calendar([DaySum(TODAY, Sums(4))], TODAY)
    rows = heat.lines(width)
    assert len(rows) == 9
    assert all(row.cell_length <= width for row in rows)
    assert rows[1].plain.rstrip().endswith("█" * cells)


def test_the_plotting_library_is_loaded_for_a_plot_alone() -> None:
    code = (
        "import quizapp.cli, quizapp.progress, quizapp.tui.app, quizapp.tui.screens.home, "
        "quizapp.tui.screens.progress, sys; print('plotext' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


async def test_the_study_is_asked_for_progress_only_when_it_is_opened(app) -> None:
    async with app.run_test() as pilot:
        await press(pilot, "g")
        screen = app.screen
        assert isinstance(screen.progress, Progress)
        assert list(screen.pages) == [0]
