"""Rounds: setting one up, playing it against the clock, and its results; the summary beside it."""

from __future__ import annotations

import pytest

from quizapp.core.round import Clock
from quizapp.core.session import Session
from quizapp.play import RoundSetup
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.play import PlayScreen
from quizapp.tui.screens.results import ResultsScreen
from quizapp.tui.screens.round import RoundScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.title import TitleBar


async def opened(pilot, screen):
    """Show a screen and let it settle."""
    pilot.app.push_screen(screen)
    await pilot.pause()
    await pilot.pause()


async def test_enter_plays_ten_questions_of_all_topics_without_a_clock(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, RoundScreen())
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
    assert parts.play.setups == [RoundSetup((), 10, Clock.NONE, 48213, met=True)]


async def test_length_clock_and_topics_are_chosen_by_keyboard(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, RoundScreen())
        await pilot.press("right", "right", "down", "right", "right", "down", "down", "space")
        await pilot.press("enter")
        await pilot.pause()
    (setup,) = parts.play.setups
    assert (setup.length, setup.clock) == (0, Clock.FAST)
    assert setup.topics == tuple(one.ref for one in parts.study.all_topics[1:])


async def test_who_has_met_enough_is_asked_only_of_that(parts, said):
    assert sum(one.seen for one in parts.study.all_topics) >= 20
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, RoundScreen())
        assert "[only what you have met]" in said(app)
        await pilot.press("enter")
        await pilot.pause()
    assert parts.play.setups[0].met


async def test_a_beginner_is_asked_of_all_questions_and_may_choose_otherwise(parts, said):
    parts.study.all_topics = tuple(one._replace(seen=3) for one in parts.study.all_topics[:2])
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, RoundScreen())
        assert "[all questions]" in said(app)
        await pilot.press("down", "down", "right")
        await pilot.pause()
        assert "[only what you have met]" in said(app)
        assert "6 questions" in said(app)
        await pilot.press("enter")
        await pilot.pause()
    assert parts.play.setups[0].met


async def test_a_friends_seed_draws_from_all_questions(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, RoundScreen())
        await pilot.press("4", "2", "enter")
        await pilot.pause()
    assert parts.play.setups == [RoundSetup((), 10, Clock.NONE, 42)]


async def test_length_clock_and_topics_are_chosen_by_mouse(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, RoundScreen())
        rows = app.screen.query_one("#setup").lines(74)
        for words in ("20", "relaxed", "Play"):
            line = next(n for n, row in enumerate(rows) if words in row.plain)
            column = 3 + rows[line].plain.index(words)
            if words == "Play":
                await pilot.click("#topics", offset=(6, 2))
            await pilot.click("#setup", offset=(column, line))
        await pilot.pause()
    (setup,) = parts.play.setups
    assert (setup.length, setup.clock) == (20, Clock.RELAXED)
    assert parts.study.all_topics[1].ref not in setup.topics
    assert len(setup.topics) == 5


async def test_no_topic_at_all_means_all_of_them(parts, said):
    parts.study.all_topics = parts.study.all_topics[:1]
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, RoundScreen())
        await pilot.press("down", "down", "down", "space", "enter")
        await pilot.pause()
    assert parts.play.setups[0].topics == ()


async def test_a_setup_without_questions_is_refused_in_words(parts, said):
    parts.play.empty = True
    app = parts.app()
    async with app.run_test(notifications=True) as pilot:
        await opened(pilot, RoundScreen())
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert isinstance(app.screen, RoundScreen)
        assert "there is no question to play" in said(app)


async def test_a_round_is_played_to_its_results(parts, said):
    app = parts.app(start="round", setup=RoundSetup(length=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "1 of 2 · 0 points" in said(app)
        await pilot.press("2")
        await pilot.pause()
        assert "+100 points" in said(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ResultsScreen)
        assert "1 of 2 right" in said(app)


async def test_several_right_in_a_row_are_shown(parts, said):
    app = parts.app(start="round", setup=RoundSetup(length=3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert "+110 points, 2 in a row" in said(app)


async def test_the_clock_counts_down_and_stands_still_over_a_verdict(parts):
    app = parts.app(start="round", setup=RoundSetup(length=2, clock=Clock.FAST))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        parts.clock.seconds += 5.5
        screen._look_at_clock()
        assert screen.query_one(TitleBar).section.endswith("10 s left")
        await pilot.press("2")
        await pilot.pause()
        parts.clock.seconds += 100
        screen._look_at_clock()
        assert "s left" not in screen.query_one(TitleBar).section
        assert screen.round.replies[0].took_ms == 5500


async def test_when_time_is_up_the_answer_is_shown(parts, said):
    app = parts.app(start="round", setup=RoundSetup(length=2, clock=Clock.FAST))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        parts.clock.seconds += 16
        app.screen._look_at_clock()
        await pilot.pause()
        assert "Time is up. No points." in said(app)
        assert app.screen.round.replies[0].reply == ()


async def test_leaving_a_round_that_the_app_began_with_leads_home(parts):
    app = parts.app(start="round", setup=RoundSetup(length=2))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_results_tell_each_reply_and_the_best_rounds(parts, played, said):
    app = parts.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, ResultsScreen(played))
        text = said(app)
    for words in ("2 of 3 right", "Your reply: Bishkek", "1 450", "this round", "+100"):
        assert words in text


async def test_misses_can_be_played_again(parts, played):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, ResultsScreen(played))
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.round.numbers == (2,)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_misses_are_added_to_today_once(parts, played, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, ResultsScreen(played))
        await pilot.press("t", "t")
        await pilot.pause()
        assert "✓ 1 question added to today." in said(app)
    assert parts.play.added == 1


async def test_a_new_round_follows_the_results(parts, played):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, ResultsScreen(played))
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, RoundScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_results_lead_home(parts, played, key):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, ResultsScreen(played))
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_the_summary_tells_what_was_missed_and_what_comes(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 34)) as pilot:
        await opened(pilot, SummaryScreen(Session()))
        text = said(app)
    for words in (
        "asked",
        "right at once",
        "24 replies in about 6 minutes.",
        "5 days in a row.",
        "Tomorrow: 14 to review and 10 new.",
        "8 more questions today",
        "Belarus",
        "Belarus was admitted on the second day",
    ):
        assert words in text


async def test_a_summary_without_misses_offers_none(parts, said):
    parts.study.summed = parts.study.summed._replace(missed=())
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, SummaryScreen(Session()))
        assert "✓ Nothing was missed." in said(app)
        assert "Misses again" not in said(app)


async def test_the_summary_leads_home(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, SummaryScreen(Session()))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_a_question_is_asked_again_where_its_reply_could_not_be_taken(
    parts, monkeypatch, said
):
    from quizapp.errors import DataError

    def refuse(*_args):
        raise DataError("the disk is gone")

    monkeypatch.setattr(parts.play, "reply", refuse)
    app = parts.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.push_screen(PlayScreen(parts.play.start(RoundSetup(clock=Clock.FAST))))
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause(0.1)
        assert "the disk is gone" in said(app)
        monkeypatch.undo()
        await pilot.press("2")
        await pilot.pause()
        assert "✓ Right" in said(app)


async def test_misses_can_be_practised_from_the_summary_with_a_click(parts):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(SummaryScreen(Session(done=())))
        await pilot.pause()
        await pilot.click("#body", offset=(14, _row_of(app, "Misses again")))
        await pilot.pause()
    assert parts.study.retried == 1


def _row_of(app, text):
    body = app.screen.query_one("#body")
    return next(n for n, line in enumerate(body.lines(body.size.width)) if text in line.plain)


async def playing(pilot, parts, clock=Clock.FAST):
    """A round of ten against the clock, the first question asked."""
    await opened(pilot, PlayScreen(parts.play.start(RoundSetup((), 10, clock, 7))))
    return pilot.app.screen


async def later(pilot, parts, seconds):
    """Some seconds of the app's clock later, and a look at it."""
    parts.clock.seconds += seconds
    await pilot.pause(0.3)


async def test_the_clock_stands_still_behind_help(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        screen = await playing(pilot, parts)
        await later(pilot, parts, 5)
        await pilot.press("question_mark")
        await later(pilot, parts, 60)
        await pilot.press("escape")
        await later(pilot, parts, 1)
        assert screen.round.position == 0
        assert "9 s left" in said(app)
        await later(pilot, parts, 10)
        assert screen.round.position == 1


async def test_the_clock_stands_still_while_the_window_is_too_small(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        screen = await playing(pilot, parts)
        await pilot.resize_terminal(50, 10)
        await later(pilot, parts, 60)
        await pilot.resize_terminal(80, 24)
        await later(pilot, parts, 1)
        assert screen.round.position == 0
        assert "14 s left" in said(app)


async def test_the_clock_stands_still_while_one_is_in_the_shell(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        screen = await playing(pilot, parts)
        app.app_suspend_signal.publish(app)
        await pilot.pause()
        await later(pilot, parts, 60)
        app.app_resume_signal.publish(app)
        await pilot.pause()
        await later(pilot, parts, 1)
        assert screen.round.position == 0
        assert "14 s left" in said(app)


async def test_escape_in_the_middle_of_a_round_asks_once(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        screen = await playing(pilot, parts, Clock.NONE)
        await pilot.press("2", "enter")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        assert "Leave this round?" in said(app)
        await pilot.press("2")
        await pilot.pause()
        assert screen.round.position == 2
        assert "Leave this round?" not in said(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is not screen


async def test_before_the_first_reply_escape_leaves_at_once(parts):
    app = parts.app()
    async with app.run_test() as pilot:
        screen = await playing(pilot, parts)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is not screen


async def test_a_round_can_be_left_and_stayed_in_by_mouse(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await playing(pilot, parts, Clock.NONE)
        await pilot.press("2", "enter", "escape")
        await pilot.pause()
        line = next(n for n, row in enumerate(said(app).splitlines()) if "Stay" in row)
        column = said(app).splitlines()[line].index("Stay")
        await pilot.click(offset=(column, line))
        await pilot.pause()
        assert "Leave this round?" not in said(app)
        assert app.screen is screen


async def test_the_seed_is_shown_and_a_friends_is_typed(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, RoundScreen())
        assert "48213" in said(app)
        await pilot.press("7", "7", "1", "backspace")
        await pilot.pause()
        assert " 77 " in said(app)
        await pilot.press("enter")
        await pilot.pause()
    assert parts.play.setups[0].seed == 77


async def test_results_tell_the_seed_to_a_friend(parts, said):
    app = parts.app()
    async with app.run_test(size=(80, 24)) as pilot:
        playing = parts.play.start(RoundSetup((), 1, Clock.NONE, 77))
        question = parts.play.ask(playing)
        playing, _ = parts.play.reply(playing, question, ("Astana",), 900)
        await opened(pilot, ResultsScreen(playing))
        assert "sco-quiz quiz --seed 77" in said(app)


async def test_misses_of_today_are_played_from_the_setup(parts, said):
    app = parts.app()
    async with app.run_test() as pilot:
        await opened(pilot, RoundScreen())
        assert "Misses of today" not in said(app)
        parts.play.missed = (3, 7)
        await opened(pilot, RoundScreen())
        assert "Misses of today (2)" in said(app)
        await pilot.press("m")
        await pilot.pause()
        assert app.screen.round.numbers == (3, 7)
