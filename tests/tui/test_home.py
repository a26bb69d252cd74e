"""Home: its faces, its topics, and what comes after the first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest

from quizapp.core.session import Session
from quizapp.tui.keys import hints
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.round import RoundScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.widgets.picklist import PickList
from quizapp.tui.widgets.today import TodayPane, face_of


async def test_home_shows_todays_counts_streak_and_topics(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = said(app)
    for words in ("due", "new", "missed", "about 6 minutes", "5 days in a row", "12 of 30"):
        assert words in text
    assert "Neighbours and rivals in the region" in text


async def test_topics_are_asked_for_after_the_first_paint(parts, monkeypatch):
    asked_at = []
    app = parts.app()
    monkeypatch.setattr(parts.study, "topics", lambda: asked_at.append(app.screen.painted) or ())
    screen = HomeScreen
    monkeypatch.setattr(screen, "compose", _watched(screen.compose, asked_at))
    async with app.run_test() as pilot:
        await pilot.pause()
    assert asked_at[0] == "composed"
    assert asked_at[1:] == [True]


def _watched(compose, log):
    def watched(self):
        log.append("composed")
        yield from compose(self)

    return watched


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("first", "Press Enter to learn your first 10 questions."),
        ("done", "Next: 12 to review tomorrow."),
        ("empty", "There are no questions yet."),
    ],
)
async def test_an_unusual_day_says_what_to_do(parts, days, said, day, words):
    parts.study.now = days[day]
    parts.study.all_topics = ()
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert words in said(app)


async def test_someone_who_has_begun_is_not_welcomed_as_new(parts, days, said):
    parts.study.now = days["first"]
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "your first" not in said(app)


async def test_problems_and_warnings_are_told(parts, days, said):
    parts.study.now = days["usual"]._replace(problems=2, warning="Playing without saving.")
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "! Playing without saving." in said(app)
        assert "! 2 pack files cannot be used. Press p to see why." in said(app)


async def test_enter_starts_today(parts, monkeypatch):
    begun = []
    app = parts.app()
    monkeypatch.setattr(app, "study_today", lambda topic=None: begun.append(topic))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
    assert begun == [None]


async def test_enter_on_a_marked_topic_studies_that_topic(parts, monkeypatch):
    begun = []
    app = parts.app()
    monkeypatch.setattr(app, "study_today", lambda topic=None: begun.append(topic))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "enter")
        await pilot.press("escape", "enter")
    assert begun == [parts.study.all_topics[1].ref, None]


async def test_a_second_click_on_a_topic_studies_it(parts, monkeypatch):
    begun = []
    app = parts.app()
    monkeypatch.setattr(app, "study_today", lambda topic=None: begun.append(topic))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#topics", offset=(5, 3))
        assert app.screen.query_one(PickList).cursor == 2
        assert begun == []
        await pilot.click("#topics", offset=(5, 3))
        await pilot.pause()
    assert begun == [parts.study.all_topics[2].ref]


async def test_a_click_on_start_starts(parts, monkeypatch):
    begun = []
    app = parts.app()
    monkeypatch.setattr(app, "study_today", lambda topic=None: begun.append(topic))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(n for n, line in enumerate(_plain(app)) if "Start" in line)
        await pilot.click("#today", offset=(7, row))
    assert begun == [None]


def _plain(app):
    pane = app.screen.query_one(TodayPane)
    return [line.plain for line in pane.lines(pane.content_size.width)]


async def test_study_begins_and_escape_leads_back_home(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        assert parts.study.started == [parts.study.all_topics[0].ref]
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_topic_with_nothing_left_says_so(parts, said, monkeypatch):
    monkeypatch.setattr(parts.study, "start", lambda **_options: Session())
    app = parts.app()
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        assert isinstance(app.screen, HomeScreen)
        assert "You have seen all of this topic" in said(app)


async def test_the_app_can_begin_with_study_and_falls_back_to_home(parts, monkeypatch):
    app = parts.app(start="study")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
    monkeypatch.setattr(parts.study, "start", lambda **_options: Session())
    app = parts.app(start="study")
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_enter_offers_a_round_when_all_is_done(parts, days):
    parts.study.now = days["done"]
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RoundScreen)


async def test_counts_are_looked_up_again_on_the_way_back(parts, days, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        parts.study.now = days["done"]
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert "All done for today." in said(app)


async def test_pack_text_is_never_read_as_markup(parts, said):
    topic = parts.study.all_topics[0]._replace(title="[bold]Who[/bold] [link=x]belongs")
    parts.study.all_topics = (topic,)
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[bold]Who[/bold] [link=x]belongs" in said(app)


async def test_a_long_list_of_topics_follows_the_cursor(parts, said):
    one = parts.study.all_topics[0]
    parts.study.all_topics = tuple(one._replace(title=f"Topic number {n}") for n in range(500))
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Topic number 499" not in said(app)
        await pilot.press(*["pagedown"] * 50)
        await pilot.pause()
        assert app.screen.query_one(PickList).cursor == 499
        assert "Topic number 499" in said(app)


def test_each_day_has_one_face(days):
    assert {name: face_of(today) for name, today in days.items()} == {
        "usual": "study",
        "first": "first",
        "done": "done",
        "empty": "empty",
    }


@pytest.mark.parametrize(
    ("size", "there"), [((60, 20), False), ((80, 24), True), ((120, 40), True)]
)
async def test_the_members_map_stands_where_there_is_room(parts, size, there):
    app = parts.app()
    async with app.run_test(size=size) as pilot:
        for _ in range(4):
            await pilot.pause()
        found = app.screen.query("#members")
        assert bool(found) is there
        if there:
            lines = app.screen.query_one(TodayPane).region
            chart = found.first().region
            assert chart.bottom < size[1]
            assert chart.right <= size[0]
            assert chart.y >= lines.bottom or chart.x > lines.x + 37


async def test_the_members_map_leaves_when_the_window_gets_narrow(parts):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(4):
            await pilot.pause()
        await pilot.resize_terminal(60, 20)
        for _ in range(3):
            await pilot.pause()
        assert not app.screen.query_one("#members").display


async def test_the_members_map_comes_after_the_first_paint(parts, monkeypatch):
    """Nothing of the map is imported before Home can be used."""
    app = parts.app()
    seen = []
    made = HomeScreen._show_map
    monkeypatch.setattr(
        HomeScreen, "_show_map", lambda self: (seen.append(self.painted), made(self))
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query("#members") or seen
        for _ in range(4):
            await pilot.pause()
    assert seen
    assert all(seen)


def test_home_is_imported_without_the_map():
    code = "import sys, quizapp.tui.screens.home; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    names = loaded.stdout.split()
    assert "quizapp.tui.widgets.today" in names
    assert not [name for name in names if name.startswith("quizapp.atlas") or "members" in name]


async def test_words_are_never_covered_by_the_map(parts, days, said):
    for day in ("first", "done", "empty"):
        parts.study.now = days[day]
        app = parts.app()
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(4):
                await pilot.pause()
            shown = app.screen.query("#members")
            assert face_of(days[day]) == "study" or not shown or not shown.first().display


async def test_a_click_on_the_small_map_opens_the_large_one(parts):
    from quizapp.tui.screens.map import MapScreen

    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await pilot.pause()
        await pilot.click("#members", offset=(15, 3))
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)


async def test_a_bridged_day_is_told_beside_the_streak(parts, days, said):
    parts.study.now = days["usual"]._replace(frozen=1)
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "5 days in a row, 1 missed day frozen" in said(app)


async def test_the_footer_names_every_key_on_two_lines_where_there_is_room(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        footer = "\n".join(said(app).splitlines()[-2:])
        for hint in (hint for hint in hints(app.screen) if hint.shown):
            assert f"{hint.text} {hint.label}" in footer


async def test_somebody_who_begins_is_told_what_there_is_to_learn(parts, days, said):
    parts.study.now = days["first"]
    parts.study.all_topics = tuple(one._replace(seen=0, strong=0) for one in parts.study.topics())
    app = parts.app()
    opened = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        text = said(app)
        assert parts.study.about() in " ".join(text.split())
        assert "l   Read about it first" in text
        app.learn = lambda topic=None, *, read=False: opened.append((topic, read))
        await pilot.press("l", "down", "l")
    assert opened == [(None, True), (parts.study.topics()[0].ref, False)]


async def test_only_what_there_is_to_do_is_counted(parts, days, said):
    parts.study.now = days["usual"]._replace(due=0, waiting=0)
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (words,) = [line for line in said(app).splitlines() if "missed" in line]
        assert words.split()[:2] == ["new", "missed"]
        await pilot.resize_terminal(120, 40)
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Missed: not right today" in " ".join(said(app).split())


async def test_a_finished_day_says_that_more_is_optional(parts, days, said):
    parts.study.now = days["done"]
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "All done for today." in said(app)
        assert "More is optional." in said(app)


async def test_at_night_the_study_day_says_until_when_it_lasts(parts, said):
    parts.study.now = parts.study.now._replace(ends=4)
    app = parts.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Friday, 5 July, study day until 04:00" in said(app)


async def test_home_and_end_mark_the_first_and_the_last_topic(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.2)
        await pilot.press("end")
        topics = app.screen.query_one("#topics")
        assert topics.cursor == len(parts.study.topics()) - 1
        await pilot.press("home")
        assert topics.cursor == 0


async def test_the_small_map_says_whose_it_is(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.3)
        assert "SCO  ■ member" in said(app)


@pytest.mark.parametrize("width", [60])
async def test_the_footer_stays_on_one_line_and_help_names_the_rest(parts, said, width):
    app = parts.app()
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        lines = said(app).splitlines()
        assert "Enter Start" in lines[-1]
        assert lines[-1].rstrip().endswith("? More")
        assert "Timeline" in [hint.label for hint in hints(app.screen)]


async def test_a_day_that_is_done_offers_to_learn_more_with_one_key(parts, days, said):
    parts.study.now = days["done"]._replace(beyond=10)
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "n   Learn 10, beyond the limit" in said(app)
        assert "n Learn more" in said(app)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)


async def test_nothing_more_to_learn_is_not_offered(parts, days, said):
    parts.study.now = days["done"]
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Learn more" not in said(app)


async def test_packs_have_their_headings_where_there_are_several(parts, said):
    one, *others = parts.study.all_topics
    other = one._replace(ref=one.ref._replace(pack="basics"), pack_title="SCO basics")
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "The Astana summit" not in said(app)
        parts.study.all_topics = (*others, other)
        app.screen.on_screen_resume()
        await pilot.pause()
        assert "The Astana summit" in said(app)
        await pilot.press("end")
        await pilot.pause()
        assert "SCO basics" in said(app)
        assert app.screen._marked == other
        await pilot.press("up")
        assert app.screen._marked == others[-1]
        await pilot.press("home")
        assert app.screen._marked == others[0]


async def test_a_mark_says_what_enter_does_and_goes_after_the_session(parts, days, said):
    parts.study.now = days["first"]
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        parts.study.all_topics = tuple(t._replace(seen=0) for t in parts.study.all_topics)
        app.screen.on_screen_resume()
        await pilot.pause()
        assert "Press Enter to learn your first" in said(app)
        await pilot.press("down")
        await pilot.pause()
        assert "Press Enter to learn the marked topic; Esc unmarks it." in said(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen._marked is None
        assert "Press Enter to learn your first" in said(app)
