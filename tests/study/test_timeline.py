"""The timeline: dated facts in order, a window at a time, without what is still to learn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import PACK, Clock

from quizapp.store import questions
from quizapp.study import Study
from quizapp.timeline import PAGE, Entry, Kind, Timeline

DATED = """
[[question]]
id = "founding"
topic = "numbers"
ask = "On which day was the SCO founded?"
answer = 2001-06-15

[[question]]
id = "nine"
topic = "numbers"
ask = "How many members did the SCO have in January 2024?"
answer = 9
as_of = 2024-01-01
until = 2024-07-03
why = "Iran had joined in July 2023."
"""


@pytest.fixture
def dated(packs: Path) -> None:
    (packs / "small.toml").write_text(PACK + DATED, encoding="utf-8")


@pytest.fixture
def timeline(dated: None, study: Study) -> Timeline:
    return Timeline(study)


def answer(study: Study, name: str, *reply: str) -> None:
    number = questions.number_of(study.database, "small", name)
    assert number is not None
    session, asked = study.ask(study.only(number))
    assert asked is not None
    study.reply(session, asked, reply, 2000)


def told(entry: Entry) -> tuple[str, Kind, str]:
    return entry.day.isoformat(), entry.kind, entry.id


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date.min, date.max, 3),
        (date(2001, 6, 15), date(2001, 6, 15), 1),
        (date(2001, 6, 16), date(2023, 12, 31), 0),
        (date(2024, 1, 1), date(9999, 12, 31), 2),
    ],
)
def test_a_span_of_days_has_its_own_facts(
    timeline: Timeline, first: date, last: date, found: int
) -> None:
    assert len(list(timeline.between(first, last))) == found


def test_each_date_of_each_question_stands_there_in_order(timeline: Timeline) -> None:
    assert timeline.count == 3
    assert [told(entry) for entry in timeline.all()] == [
        ("2001-06-15", Kind.HAPPENED, "founding"),
        ("2024-01-01", Kind.SO, "nine"),
        ("2024-07-03", Kind.UNTIL, "nine"),
    ]


def test_what_was_never_asked_is_not_known(timeline: Timeline) -> None:
    assert not any(entry.known for entry in timeline.all())


def test_what_was_learned_is_known_until_it_is_due(dated: None, study: Study, clock: Clock) -> None:
    timeline = Timeline(study)
    answer(study, "founding", "15 June 2001")
    timeline.refresh()
    known = [entry.known for entry in timeline.all()]
    assert known == [True, False, False]
    clock.days(60)
    timeline.refresh()
    assert not any(entry.known for entry in timeline.all())


def test_only_a_day_that_is_the_answer_keeps_its_question_back(timeline: Timeline) -> None:
    assert [entry.asks_for_the_day for entry in timeline.all()] == [True, False, False]
    assert [entry.answer for entry in timeline.all()] == ["15 June 2001", "9", "9"]


def test_a_row_is_found_by_its_day(timeline: Timeline) -> None:
    assert timeline.first_from(date(1990, 1, 1)) == 0
    assert timeline.first_from(date(2001, 6, 15)) == 0
    assert timeline.first_from(date(2001, 6, 16)) == 1
    assert timeline.first_from(date(2025, 1, 1)) == 3


def test_dates_go_with_their_pack(
    dated: None, packs: Path, open_study: Callable[[], Study]
) -> None:
    assert Timeline(open_study()).count == 3
    (packs / "small.toml").write_text(PACK, encoding="utf-8")
    assert Timeline(open_study()).count == 0


def test_a_wording_that_asks_for_a_day_brings_it(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    also = '\n  [[question.also]]\n  ask = "And when was that?"\n  answer = 2024-07-04\n'
    (packs / "small.toml").write_text(PACK + also, encoding="utf-8")
    (entry,) = Timeline(open_study()).all()
    assert (entry.id, entry.ask, entry.answer) == (
        "languages",
        "And when was that?",
        "4 July 2024",
    )


def test_the_fact_is_asked_in_the_wording_that_is_told(
    packs: Path, open_study: Callable[[], Study], clock: Clock
) -> None:
    also = '\n  [[question.also]]\n  ask = "And when was that?"\n  answer = 2024-07-04\n'
    since = DATED + '\n  [[question.also]]\n  ask = "Nine of what?"\n  answer = "members"\n'
    (packs / "small.toml").write_text(PACK + also + since, encoding="utf-8")
    study = open_study()
    timeline = Timeline(study)
    for _ in range(4):
        for entry in timeline.all():
            session, asked = study.ask(timeline.study_now(entry))
            assert asked is not None
            assert asked.prompt.ask == entry.ask
            # Strong memories would be asked in their wordings by turns.
            study.reply(session, asked, (entry.answer,), 2000)
        clock.days(30)
        timeline.refresh()


@pytest.mark.parametrize(
    ("ask", "kept"),
    [
        ("How many were there at the end, on 1 January 2024?", True),
        ("How many were there as of January 2024?", False),
        ("How many were there on 11 January 2024?", False),
        ("How many Gulf monarchies are there?", False),
    ],
)
def test_a_mere_as_of_is_no_date_unless_the_wording_names_the_day(
    packs: Path, open_study: Callable[[], Study], ask: str, kept: bool
) -> None:
    more = (
        f'\n[[question]]\nid = "one"\ntopic = "numbers"\nask = "{ask}"\nanswer = 6\n'
        "as_of = 2024-01-01\n"
    )
    (packs / "small.toml").write_text(PACK + more, encoding="utf-8")
    assert Timeline(open_study()).count == int(kept)


def test_what_is_kept_back_tells_its_topic(timeline: Timeline) -> None:
    first, second, _ = timeline.all()
    assert first.line(told=False) == "Numbers · still to learn"
    assert first.line(told=True) == "On which day was the SCO founded?"
    assert second.line(told=False) == second.ask


def test_many_dates_are_read_a_page_at_a_time_from_both_ends(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    first = date(2000, 1, 1)
    more = "".join(
        f'\n[[question]]\nid = "q-{number}"\ntopic = "numbers"\nask = "Number {number}?"\n'
        f"answer = {number}\nuntil = {first + timedelta(days=number // 3)}\n"
        for number in range(5 * PAGE)
    )
    (packs / "small.toml").write_text(PACK + more, encoding="utf-8")
    timeline = Timeline(open_study())
    forwards = [told(entry) for entry in timeline.all()]
    assert len(forwards) == timeline.count == 5 * PAGE
    assert forwards == sorted(forwards, key=lambda one: (one[0], int(one[2][2:])))
    timeline.refresh()
    last = timeline.entry(timeline.count - 1)
    assert last is not None
    assert told(last) == forwards[-1]
    assert len(timeline._pages) == 1
