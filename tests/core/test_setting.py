from __future__ import annotations

import pytest

from quizapp.core.setting import Kind, Setting
from quizapp.errors import UsageError

COUNT = Setting("new-a-day", "New", "", Kind.COUNT, "10", most=9999, value="10")
SHARE = Setting(
    "retention", "Kept", "", Kind.SHARE, "0.90", least=0.8, most=0.97, step=0.01, value="0.90"
)
HOUR = Setting("day-start", "Day", "", Kind.HOUR, "4", most=23, value="4")
CHOICE = Setting(
    "clock",
    "Clock",
    "",
    Kind.CHOICE,
    "none",
    choices=("none", "relaxed", "fast"),
    alike=(("off", "none"),),
    value="none",
)


@pytest.mark.parametrize(
    ("setting", "typed", "kept"),
    [
        (COUNT, " 25 ", "25"),
        (COUNT, "0", "0"),
        (COUNT, "9999", "9999"),
        (SHARE, "0.93", "0.93"),
        (SHARE, "0,93", "0.93"),
        (SHARE, "93 %", "0.93"),
        (SHARE, "93", "0.93"),
        (SHARE, ".8", "0.80"),
        (HOUR, "04:00", "4"),
        (HOUR, "23", "23"),
        (HOUR, "0", "0"),
        (CHOICE, "Fast", "fast"),
        (CHOICE, "off", "none"),
    ],
)
def test_what_is_typed_in_a_usual_way_is_understood(
    setting: Setting, typed: str, kept: str
) -> None:
    assert setting.parse(typed) == kept


@pytest.mark.parametrize(
    ("setting", "typed", "told"),
    [
        (COUNT, "-1", "below the least"),
        (COUNT, "10000", "above the most"),
        (COUNT, "2.5", "not a whole number"),
        (COUNT, "many", "0 to 9999"),
        (COUNT, "", "not a whole number"),
        (COUNT, "inf", "whole number"),
        (COUNT, "nan", "whole number"),
        (COUNT, "10%", "whole number"),
        (SHARE, "0.5", "0.80 to 0.97"),
        (SHARE, "0.98", "0.80 to 0.97"),
        (SHARE, "nan", "retention"),
        (SHARE, "inf", "above the most"),
        (HOUR, "24", "00:00 to 23:00"),
        (HOUR, "04:30", "00:00 to 23:00"),
        (CHOICE, "fsat", 'did you mean "fast"?'),
        (CHOICE, "zzz", "none, relaxed, fast"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(setting: Setting, typed: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        setting.parse(typed)
    assert told in str(refused.value)
    assert setting.name in str(refused.value)


def test_numbers_stop_at_their_bounds() -> None:
    assert COUNT._replace(value="0").beside(-1) == "0"
    assert SHARE._replace(value="0.97").beside(1) == "0.97"
    assert HOUR._replace(value="22").beside(5) == "23"


def test_steps_of_a_share_stay_on_hundredths() -> None:
    values = [SHARE]
    for _ in range(7):
        values.append(SHARE._replace(value=values[-1].beside(1)))
    assert [one.value for one in values] == [f"0.{n}" for n in range(90, 98)]


def test_choices_go_round() -> None:
    assert CHOICE.beside(-1) == "fast"
    assert CHOICE._replace(value="fast").beside(1) == "none"


def test_every_value_beside_can_be_kept() -> None:
    for setting in (COUNT, SHARE, HOUR, CHOICE):
        for step in (-1, 1):
            value = setting.beside(step)
            assert setting.parse(value) == value
            assert setting.parse(setting.show(value)) == value
