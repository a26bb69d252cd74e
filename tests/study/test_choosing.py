from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from quizapp.choosing import SETTINGS, Choosing
from quizapp.core.memory import Rating, review
from quizapp.core.round import Clock
from quizapp.errors import DataError, UsageError
from quizapp.store import settings as kept
from quizapp.store.ahead import sample_due
from quizapp.study import Study
from quizapp.today import Choices

THEMES = ("sco-dark", "sco-light", "nord")


@pytest.fixture
def choosing(study: Study) -> Choosing:
    return Choosing(study, themes=lambda: THEMES)


def learn(study: Study, stabilities: dict[int, float], due_in: int = 3) -> None:
    """Give questions a memory each, due in so many days."""
    today = study.day().toordinal()
    with study.database.transaction() as connection:
        for question, stability in stabilities.items():
            connection.execute(
                "INSERT INTO memory (question, stability, difficulty, due, last, replies, lapses) "
                "VALUES (?, ?, 5, ?, ?, 3, 0)",
                (question, stability, today + due_in, today - 2),
            )


def test_at_first_everything_is_as_studying_takes_it(choosing: Choosing, study: Study) -> None:
    values = {one.name: one.value for one in choosing.settings()}
    assert [one.name for one in choosing.settings() if one.value != one.default] == []
    assert int(values["new-a-day"]) == study.choices.new_a_day
    assert int(values["reviews-a-day"]) == study.choices.reviews_a_day
    assert float(values["retention"]) == study.retention
    assert values["clock"] == Clock.NONE.value
    assert (values["theme"], choosing.theme) == ("sco-dark", "sco-dark")


def test_the_clocks_to_choose_from_are_those_of_a_round() -> None:
    clock = next(one for one in SETTINGS if one.name == "clock")
    assert clock.choices == tuple(one.value for one in Clock)


def test_bounds_are_those_that_studying_holds_to(choosing: Choosing, study: Study) -> None:
    for name, least, most in (("retention", 0.8, 0.97), ("new-a-day", 0, 9999)):
        setting = choosing.setting(name)
        assert (setting.least, setting.most) == (least, most)
    choosing.change("retention", "0.97")
    assert study.retention == 0.97


def test_studying_notices_a_change_at_once(choosing: Choosing, study: Study) -> None:
    assert study.today().new == 4
    choosing.change("new-a-day", "2")
    assert study.today().new == 2
    choosing.undo()
    assert study.today().new == 4


def test_a_later_day_start_moves_the_study_day(choosing: Choosing, study: Study) -> None:
    before = study.day()
    choosing.change("day-start", "12:00")
    assert study.day() == before - timedelta(days=1)


def test_a_change_is_there_when_the_app_is_opened_again(
    choosing: Choosing, open_study: Callable[[], Study]
) -> None:
    choosing.change("theme", "nord")
    choosing.change("retention", "93 %")
    later = Choosing(open_study(), themes=lambda: THEMES)
    assert later.theme == "nord"
    assert later.setting("retention").value == "0.93"
    assert open_study().retention == 0.93


def test_changes_are_taken_back_last_first(choosing: Choosing) -> None:
    choosing.change("new-a-day", "5")
    choosing.change("new-a-day", "7")
    choosing.change("sound", "both")
    assert choosing.undo().setting.value == "off"
    undone = choosing.undo()
    assert (undone.setting.value, undone.former) == ("5", "7")
    assert choosing.undo().setting.value == "10"
    assert not choosing.can_undo
    with pytest.raises(UsageError):
        choosing.undo()


def test_undo_leaves_the_file_as_it_was(choosing: Choosing, study: Study) -> None:
    before = kept.all_settings(study.database)
    choosing.change("clock", "fast")
    choosing.reset("clock")
    choosing.undo()
    assert choosing.clock == "fast"
    choosing.undo()
    assert kept.all_settings(study.database) == before


def test_a_change_to_what_it_is_already_is_none(choosing: Choosing) -> None:
    choosing.change("new-a-day", "10")
    choosing.reset("clock")
    assert not choosing.can_undo


def test_a_refused_value_changes_nothing(choosing: Choosing, study: Study) -> None:
    with pytest.raises(UsageError, match=r"0\.80 to 0\.97"):
        choosing.change("retention", "0.5")
    assert study.retention == 0.9
    assert not choosing.can_undo


def test_a_disk_that_refuses_leaves_nothing_to_undo(choosing: Choosing, study: Study) -> None:
    study.database.connection.execute("PRAGMA query_only = 1")
    with pytest.raises(DataError):
        choosing.change("new-a-day", "3")
    assert not choosing.can_undo
    assert study.choices.new_a_day == 10


def test_a_wrong_name_is_answered_with_the_nearest(choosing: Choosing) -> None:
    with pytest.raises(UsageError, match='did you mean "retention"'):
        choosing.change("retnetion", "0.9")
    with pytest.raises(UsageError, match="settings: new-a-day"):
        choosing.setting("xyz")
    assert choosing.setting("New_a_day").name == "new-a-day"


@pytest.mark.parametrize(
    ("name", "value", "counted"),
    [("retention", "0.2", "0.80"), ("new-a-day", "lots", "10"), ("sound", "loud", "off")],
)
def test_a_value_from_elsewhere_counts_as_studying_counts_it(
    choosing: Choosing, study: Study, name: str, value: str, counted: str
) -> None:
    kept.keep_setting(study.database, name, value)
    study.choices = Choices(study.database)
    assert choosing.setting(name).value == counted


def test_a_theme_that_is_gone_is_shown_as_the_usual_one(choosing: Choosing, study: Study) -> None:
    kept.keep_setting(study.database, "theme", "from-an-older-version")
    assert choosing.setting("theme").value == "sco-dark"


def test_a_theme_put_on_by_the_palette_is_kept(choosing: Choosing, study: Study) -> None:
    choosing.keep_theme("sco-dark")
    assert "theme" not in kept.all_settings(study.database)
    choosing.keep_theme("nord")
    assert choosing.setting("theme").value == "nord"


def test_the_bell_rings_when_it_is_wanted(choosing: Choosing) -> None:
    heard = {}
    for value in ("off", "right", "wrong", "both"):
        choosing.change("sound", value)
        heard[value] = (choosing.rings(right=True), choosing.rings(right=False))
    assert heard == {
        "off": (False, False),
        "right": (True, False),
        "wrong": (False, True),
        "both": (True, True),
    }


def test_calm_is_off_until_it_is_wanted(choosing: Choosing) -> None:
    assert not choosing.calm
    choosing.change("reduced-motion", "on")
    assert choosing.calm


def test_more_retention_costs_more_reviews(choosing: Choosing, study: Study) -> None:
    learn(study, {1: 4, 2: 6, 3: 9, 4: 12})
    outlook = choosing.outlook()
    assert outlook.known
    assert not outlook.has(0.95)
    few, more = outlook.at(0.85), outlook.at(0.97)
    assert 4 / 30 < few.reviews < more.reviews
    assert few.minutes == pytest.approx(few.reviews * 12 / 60)
    assert few.ten_days > 10 > more.ten_days
    assert outlook.has(0.97)
    assert not few.sampled


def test_before_anything_is_learned_there_is_nothing_to_forecast(choosing: Choosing) -> None:
    assert not choosing.outlook().known
    assert choosing.forecast(0.9).reviews == 0


def test_suspended_questions_and_far_due_dates_cost_nothing(
    choosing: Choosing, study: Study
) -> None:
    learn(study, {1: 900, 2: 900}, due_in=400)
    assert choosing.outlook().known
    assert choosing.forecast(0.97).reviews == 0


def test_a_sample_stands_for_all_memories(choosing: Choosing, study: Study) -> None:
    today = study.day()
    study.database.connection.execute("PRAGMA foreign_keys = 0")
    learn(study, {number: 3 + number % 40 for number in range(1, 9001)})
    whole = sample_due(study.database, today, 30, 1)
    outlook = choosing.outlook()
    cost = outlook.at(0.9)
    from quizapp.core.forecast import reviews_a_day

    assert len(whole) == 9000
    assert cost.sampled
    assert cost.reviews == pytest.approx(reviews_a_day(whole, retention=0.9), rel=0.05)


def test_a_change_of_retention_leaves_due_dates_and_moves_the_next_ones(
    choosing: Choosing, study: Study
) -> None:
    from quizapp.store import reviews

    learn(study, {1: 10})
    before = reviews.memory(study.database, 1)
    choosing.change("retention", "0.97")
    assert before is not None
    assert reviews.memory(study.database, 1) == before
    due = {
        retention: review(before, Rating.GOOD, before.due, retention=retention).due
        for retention in (0.9, study.retention)
    }
    assert due[0.97] < due[0.9]
