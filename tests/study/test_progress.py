"""Looking back and ahead over a real data file, from the replies that made it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from conftest import Clock

from quizapp.browsing import Browsing
from quizapp.core.progress import Mastery
from quizapp.play import Play, RoundSetup
from quizapp.progress import Progress
from quizapp.store import questions
from quizapp.store.settings import keep_setting
from quizapp.study import Study, TopicRef
from quizapp.today import Choices

RIGHT = {"astana": ("Astana",), "minsk": ("Minsk",), "members": ("10",)}


def reply(study: Study, name: str, *, right: bool = True, took: int = 4000) -> None:
    number = questions.number_of(study.database, "small", name)
    assert number is not None
    session, asked = study.ask(study.only(number))
    assert asked is not None
    study.reply(session, asked, RIGHT[name] if right else (), took)


@pytest.fixture
def progress(study: Study) -> Progress:
    return Progress(study)


def test_before_the_first_reply_there_is_nothing_to_tell(progress: Progress) -> None:
    assert not progress.begun
    studied = progress.studied()
    assert (studied.streak.days, studied.longest, studied.year_days) == (0, 0, 0)
    assert progress.ahead().due == (0,) * 30
    assert progress.retained(4).lately.retention is None
    assert progress.mastery() == Mastery(0, 0, 4)
    assert progress.hardest() == progress.rounds() == ()


def test_days_with_replies_make_calendar_run_and_time(
    progress: Progress, study: Study, clock: Clock
) -> None:
    reply(study, "astana")
    clock.days(1)
    reply(study, "minsk", right=False)
    studied = progress.studied()
    assert progress.begun
    assert studied.streak.days == studied.longest == studied.year_days == 2
    assert (studied.total.replies, studied.total.passed) == (2, 1)
    assert studied.calendar.cells[-1].replies == 1
    assert progress.weeks(2)[-1].sums.minutes == pytest.approx(8 / 60)
    assert [one.days for one in progress.months(2)] == [0, 2]


def test_the_run_is_the_one_that_home_shows(progress: Progress, study: Study, clock: Clock) -> None:
    for _ in range(4):
        reply(study, "astana")
        clock.days(1)
    clock.days(1)
    reply(study, "astana")
    studied = progress.studied()
    assert studied.streak.days == study.today().streak
    frozen = [cell.day for cell in studied.calendar.cells if cell.frozen]
    assert tuple(frozen) == studied.streak.frozen == (date(2026, 3, 6),)


def test_what_is_read_once_is_read_again_only_when_it_is_forgotten(
    progress: Progress, study: Study
) -> None:
    assert not progress.begun
    reply(study, "astana")
    assert progress.days() == ()
    progress.forget()
    assert len(progress.days()) == 1


def test_what_is_due_is_told_day_by_day(progress: Progress, study: Study, clock: Clock) -> None:
    reply(study, "astana")
    due = progress.ahead().due
    assert sum(due) == 1
    assert due[0] == 0
    clock.days(40)
    ahead = progress.ahead()
    assert (ahead.due[0], ahead.overdue) == (1, 1)


def test_retention_counts_what_comes_back_after_a_day(
    progress: Progress, study: Study, clock: Clock
) -> None:
    keep_setting(study.database, "retention", "0.85")
    study.choices = Choices(study.database)
    for name in ("astana", "minsk"):
        reply(study, name)
    clock.days(5)
    reply(study, "astana")
    reply(study, "minsk", right=False)
    retained = progress.retained(2)
    assert retained.wanted == 0.85
    assert (retained.lately.asked, retained.lately.kept) == (2, 1)
    assert retained.weeks[-1].sums.retention == 0.5


def test_topics_are_known_one_by_one(progress: Progress, study: Study) -> None:
    reply(study, "astana")
    assert [one.title for one in progress.topics()] == ["Capitals", "Numbers"]
    assert progress.topic_mastery(TopicRef("small", "capitals")) == Mastery(0, 1, 1)
    assert progress.topic_mastery(TopicRef("small", "nowhere")) == Mastery()
    assert progress.mastery() == Mastery(0, 1, 3)


def test_a_hard_question_is_where_browse_has_it(
    progress: Progress, study: Study, clock: Clock
) -> None:
    reply(study, "minsk")
    clock.days(9)
    reply(study, "minsk", right=False)
    (hard,) = progress.hardest()
    assert (hard.ask, hard.answer) == ("Which city is the capital of Belarus?", "Minsk")
    assert (hard.lapses, hard.replies) == (1, 2)
    query, row = progress.place(hard)
    line = Browsing(study).find(query).line(row)
    assert line is not None
    assert line.id == "minsk"


def test_a_question_whose_pack_has_gone_is_not_among_the_hardest(
    progress: Progress, study: Study, clock: Clock, packs, open_study: Callable[[], Study]
) -> None:
    reply(study, "minsk")
    clock.days(9)
    reply(study, "minsk", right=False)
    (packs / "small.toml").unlink()
    assert Progress(open_study()).hardest() == ()


def test_rounds_are_told_with_what_was_right(progress: Progress, study: Study) -> None:
    play = Play(study)
    playing = play.start(RoundSetup(length=2))
    for _ in range(2):
        asked = play.ask(playing)
        assert asked is not None
        playing, _judged = play.reply(playing, asked, (), 1500)
    play.finish(playing)
    (told,) = progress.rounds()
    assert (told.right, told.total, told.share, told.seconds) == (0, 2, 0, 3)
    assert progress.count_rounds() == 1
