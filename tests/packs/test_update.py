from __future__ import annotations

from datetime import date

import pytest
from conftest import PACK

from quizapp.core.question import (
    Answer,
    DateAnswer,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.packs.codec import decode_answer, encode_answer
from quizapp.packs.read import parse_pack
from quizapp.packs.update import Change, Kind, alike, compare, same_answer

DAY = date(2024, 7, 4)


def changed(*changes: tuple[str, str]) -> list[Change]:
    text = PACK
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    return compare(parse_pack(PACK.encode(), "old"), parse_pack(text.encode(), "new"))


def kinds(*changes: tuple[str, str]) -> dict[str, tuple[Kind, ...]]:
    return {one.question.id: one.kinds for one in changed(*changes)}


def test_nothing_changed_is_no_change() -> None:
    assert kinds() == {}
    assert kinds(('version = "1.0.0"', 'version = "2.0.0"')) == {}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("capital of Kazakhstan", "capital city of Kazakhstan", {"astana": (Kind.WORDING,)}),
        ("answer = 10", "answer = 11", {"members": (Kind.ANSWER,)}),
        ('id = "minsk"', 'id = "m"\nwas = ["minsk"]', {"m": (Kind.RENAMED,)}),
        ('id = "minsk"', 'id = "m"', {"m": (Kind.NEW,), "minsk": (Kind.REMOVED,)}),
        ("took over from", "followed", {"astana": (Kind.DETAILS,)}),
        (
            'topic = "capitals"\nask = "Which city is the capital of B',
            'topic = "numbers"\nask = "Which city is the seat of B',
            {"minsk": (Kind.TOPIC, Kind.WORDING)},
        ),
    ],
)
def test_each_way_to_change_has_a_name(
    before: str, after: str, found: dict[str, tuple[Kind, ...]]
) -> None:
    assert kinds((before, after)) == found


def test_details_are_named_by_their_keys() -> None:
    (one,) = changed(
        ("answer = 10", 'answer = 10\nwithin = 1\nunit = "members"\nwhy = "So."\nlevel = 2')
    )
    assert one.kinds == (Kind.DETAILS,)
    assert one.details == ("within", "unit", "why", "level")


def test_another_wording_is_a_detail() -> None:
    also = '\n[[question.also]]\nask = "Who speaks Chinese?"\nanswer = "China"'
    (one,) = changed(('answer = ["Chinese", "Russian"]', f'answer = ["Chinese", "Russian"]{also}'))
    assert one.details == ("also",)


def test_names_tell_which_question_is_which() -> None:
    old = parse_pack(PACK.encode(), "old")
    new = parse_pack(PACK.replace('id = "minsk"', 'id = "m"').encode(), "new")
    names = {one.id: one.id for one in old.questions} | {"m": "minsk"}
    (one,) = compare(old, new, names)
    assert one.kinds == (Kind.RENAMED,)


SAME: list[tuple[Answer, Answer]] = [
    (TextAnswer("Beijing"), TextAnswer("beijing")),
    (TextAnswer("Beijing"), TextAnswer("Beijing", accept=("Peking",), wrong=("Tianjin",))),
    (TextAnswer("Beijing"), TextAnswer("Peking", accept=("Beijing",))),
    (TextAnswer("St Petersburg"), TextAnswer("St. Petersburg")),
    (TextAnswer("Türkiye"), TextAnswer("Turkiye")),
    (TextAnswer("the right side"), TextAnswer("right side")),
    (NumberAnswer(10), NumberAnswer(10.0, within=2, unit="members", wrong=(9,))),
    (NumberAnswer(10), TextAnswer("ten")),
    (DateAnswer(DAY), DateAnswer(DAY, wrong=(date(2024, 7, 5),))),
    (DateAnswer(DAY), TextAnswer("4 July 2024")),
    (SetAnswer(("a1", "b2")), SetAnswer(("b2", "a1"), wrong=("c3",))),
    (
        SetAnswer(("China", "Kyrgyzstan")),
        SetAnswer(("China", "Kirghizia"), accept=(("Kirghizia", ("Kyrgyzstan",)),)),
    ),
    (MatchAnswer((("a", "b"), ("c", "d"))), MatchAnswer((("c", "d"), ("a", "b")))),
    (MatchAnswer((("Erdogan", "Turkey"),)), MatchAnswer((("Erdoğan", "turkey"),))),
    (GapAnswer(("In ", "."), ("2001",)), GapAnswer(("Founded in ", ""), ("2001",))),
]
OTHER: list[tuple[Answer, Answer]] = [
    (TextAnswer("Beijing"), TextAnswer("Shanghai")),
    (TextAnswer("Beijing"), TextAnswer("Shanghai", wrong=("Beijing",))),
    (TextAnswer("Slovakia"), TextAnswer("Slovenia")),
    (TextAnswer("2001"), TextAnswer("2002")),
    (NumberAnswer(9), NumberAnswer(10, within=5)),
    (NumberAnswer(9), TextAnswer("ten")),
    (DateAnswer(DAY), DateAnswer(date(2024, 7, 3))),
    (TruthAnswer(True), TruthAnswer(False)),
    (TruthAnswer(True), TextAnswer("True")),
    (SetAnswer(("a1", "b2")), SetAnswer(("a1", "b2", "c3"))),
    (SetAnswer(("a1", "b2")), SetAnswer(("a1", "c3"), wrong=("b2",))),
    (SetAnswer(("a1", "b2")), OrderAnswer(("a1", "b2"))),
    (OrderAnswer(("a1", "b2")), OrderAnswer(("b2", "a1"))),
    (MatchAnswer((("a", "b"), ("c", "d"))), MatchAnswer((("a", "d"), ("c", "b")))),
    (GapAnswer(("In ", "."), ("2001",)), GapAnswer(("In ", "."), ("2002",))),
    (GapAnswer(("In ", "."), ("2001",)), GapAnswer(("", " in ", ""), ("2001", "2001"))),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_these_are_the_same_answer(one: Answer, other: Answer) -> None:
    assert same_answer(one, other)
    assert same_answer(other, one)
    assert alike(encode_answer(one), encode_answer(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_these_are_different_answers(one: Answer, other: Answer) -> None:
    assert not same_answer(one, other)
    assert not same_answer(other, one)
    assert not alike(encode_answer(one), encode_answer(other))


@pytest.mark.parametrize("one", [answer for pair in SAME for answer in pair])
def test_an_answer_is_kept_without_its_wrong_options(one: Answer) -> None:
    bare = one._replace(wrong=()) if hasattr(one, "wrong") else one
    assert decode_answer(encode_answer(one)) == bare


@pytest.mark.parametrize("text", ["", "3", "[]", '{"is":"Question"}', '{"is":"Prompt","ask":"a"}'])
def test_what_holds_no_answer_is_like_nothing(text: str) -> None:
    assert not alike(text, encode_answer(TextAnswer("a")))
