"""Who belonged to the SCO on any day: the facts agree with themselves and with the counts known."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from quizapp.atlas import membership
from quizapp.atlas.letters import draw_letters, places_for_codes
from quizapp.atlas.membership import (
    BEGINNING,
    FOUNDED,
    KNOWN_UNTIL,
    MERGED,
    STEPS,
    VIEW,
    Status,
    groups,
    on,
)
from quizapp.atlas.world import countries


def counts(day: date) -> dict[Status, int]:
    return dict(Counter(step.status for step in on(day).values()))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1996, 4, 25), {}),
        (BEGINNING, {Status.FIVE: 5}),
        (date(2001, 6, 14), {Status.FIVE: 6}),
        (FOUNDED, {Status.MEMBER: 6}),
        (date(2005, 12, 31), {Status.MEMBER: 6, Status.OBSERVER: 4}),
        (date(2016, 12, 31), {Status.MEMBER: 6, Status.OBSERVER: 6, Status.DIALOGUE: 6}),
        (date(2017, 6, 9), {Status.MEMBER: 8, Status.OBSERVER: 4, Status.DIALOGUE: 6}),
        (date(2024, 7, 3), {Status.MEMBER: 9, Status.OBSERVER: 3, Status.DIALOGUE: 14}),
        (date(2024, 7, 4), {Status.MEMBER: 10, Status.OBSERVER: 2, Status.DIALOGUE: 14}),
        (MERGED - timedelta(days=1), {Status.MEMBER: 10, Status.OBSERVER: 2, Status.DIALOGUE: 14}),
        (MERGED, {Status.MEMBER: 10, Status.PARTNER: 17}),
        (date(2100, 1, 1), {Status.MEMBER: 10, Status.PARTNER: 17}),
    ],
    ids=str,
)
def test_as_many_are_in_each_status_as_reports_of_the_day_say(day, expected) -> None:
    assert counts(day) == expected


def test_the_facts_stand_in_order_and_each_has_a_source() -> None:
    days = [step.since for step in STEPS]
    assert days == sorted(days)
    assert days[0] == BEGINNING
    assert days[-1] <= KNOWN_UNTIL
    assert all(step.source.startswith(("http://", "https://")) for step in STEPS)
    assert all(step.exact in ("day", "month", "year") for step in STEPS)


def test_every_country_of_it_is_on_the_map_and_within_its_window() -> None:
    for step in STEPS:
        lon, lat = countries()[step.code].label
        assert VIEW.west < lon < VIEW.east
        assert VIEW.south < lat < VIEW.north


def test_only_what_is_known_of_a_day_is_told() -> None:
    told = {step.code: membership.when(step) for step in on(date(2023, 12, 31)).values()}
    assert told["IR"] == "4 July 2023"
    assert told["KW"] == "May 2023"
    assert told["LK"] == "2010"


def test_partners_that_only_got_another_name_keep_the_day_they_came() -> None:
    steps = on(MERGED)
    assert membership.joined(steps["MN"]).since == date(2004, 6, 17)
    assert membership.joined(steps["LA"]).since == MERGED


def test_groups_are_named_and_counted() -> None:
    assert [group.title for group in groups(date(2024, 7, 4))] == [
        "10 members",
        "2 observers",
        "14 dialogue partners",
    ]
    assert groups(date(1990, 1, 1)) == ()


def test_a_countrys_life_is_one_sentence() -> None:
    assert membership.life("BY") == (
        "Belarus: dialogue partner in 2010, observer on 10 July 2015, member on 4 July 2024."
    )
    assert "Yekaterinburg" in membership.life("BY", noted=True)
    assert membership.life("FR") == ""


def test_what_changed_is_told_of_a_day_and_of_a_year() -> None:
    year = membership.what_changed(date(2017, 1, 1), date(2017, 12, 31))
    assert year == "9 June 2017: India and Pakistan become members."
    merged = membership.what_changed(MERGED, MERGED)
    assert "Laos becomes an SCO partner" in merged
    assert "observers and dialogue partners are one" in merged
    assert membership.what_changed(date(2018, 1, 1), date(2018, 12, 31)) == ""


def test_days_outside_the_time_it_knows_are_said_to_be_so() -> None:
    assert "Before 26 April 1996" in membership.what_is_known(date(1990, 1, 1))
    assert membership.what_is_known(KNOWN_UNTIL) == ""
    assert "ends with 1 September 2025" in membership.what_is_known(date(2030, 1, 1))


def test_the_map_in_letters_shows_each_country_however_small() -> None:
    letters = {"CN": "m", "MV": "p", "BH": "b"}
    text = "".join(draw_letters(50, 16, letters, view=VIEW))
    assert text.isascii()
    assert {"m", "p", "b"} <= set(text)
    assert ":" in text


def test_a_countrys_own_letters_stand_on_its_own_land() -> None:
    steps = on(MERGED)
    places = places_for_codes(70, 28, steps, view=VIEW)
    letters = {code: chr(ord("a") + number) for number, code in enumerate(list(steps)[:26])}
    assert {"RU", "CN", "KZ", "IN"} <= set(places.values())
    assert "MV" not in places.values()
    drawn = draw_letters(70, 28, letters, view=VIEW)
    column, line = next(place for place, code in places.items() if code == "RU")
    assert drawn[line][column : column + 2] == letters["RU"] * 2
