"""How replies with several items are judged: sets, orders, pairs and gaps."""

from __future__ import annotations

import pytest
from core.judging import FIVE, GAP, MATCH, NEARLY, ORDER, RIGHT, TWO, WRONG, asked, judged

from quizapp.core.grading import (
    Mark,
    Part,
    grade,
)
from quizapp.core.question import (
    MatchAnswer,
    OrderAnswer,
    SetAnswer,
)


def test_all_right_items_and_no_other_must_be_ticked() -> None:
    options = (*FIVE.wrong, *FIVE.items)
    assert grade(asked(FIVE, options), FIVE.items[::-1]).mark is RIGHT
    verdict = grade(asked(FIVE, options), ("China", "India", "Pakistan", "Kazakhstan", "Mongolia"))
    assert verdict.mark is WRONG
    assert verdict.reason == "4 of 5; missing Iran; Mongolia does not belong."
    assert verdict.parts == (
        Part("China", "China", RIGHT),
        Part("", "Iran", WRONG),
        Part("India", "India", RIGHT),
        Part("Pakistan", "Pakistan", RIGHT),
        Part("Kazakhstan", "Kazakhstan", RIGHT),
        Part("Mongolia", "", WRONG),
    )
    assert grade(asked(FIVE, options), FIVE.items[:4]).mark is WRONG


@pytest.mark.parametrize(
    ("reply", "mark", "reason"),
    [
        (("kazakhstan", "prc", "pakistan", "iran", "india"), RIGHT, "All 5."),
        (
            ("Kazakstan", "prc", "pakistan", "iran", "india"),
            NEARLY,
            'All 5; it is spelled "Kazakhstan".',
        ),
        (("prc", "pakistan", "iran", "india"), NEARLY, "4 of 5; missing Kazakhstan."),
        (("prc", "pakistan", "iran"), WRONG, "3 of 5; missing India and Kazakhstan."),
        (("prc",), WRONG, "1 of 5; missing Iran, India and 2 more."),
        (
            ("prc", "pakistan", "iran", "india", "mongolia"),
            WRONG,
            "4 of 5; missing Kazakhstan; mongolia does not belong.",
        ),
        (
            ("China", "prc", "pakistan", "iran", "india", "kazakhstan"),
            RIGHT,
            "All 5; prc was named twice.",
        ),
        (("China", "china", "pakistan", "iran", "india"), NEARLY, "4 of 5; missing Kazakhstan;"),
    ],
)
def test_named_items_are_judged_kindly_in_any_order(
    reply: tuple[str, ...], mark: Mark, reason: str
) -> None:
    verdict = judged(FIVE, *reply)
    assert verdict.mark is mark
    assert verdict.reason.startswith(reason)


def test_one_of_few_items_missing_is_wrong() -> None:
    assert judged(TWO, "chinese").mark is WRONG
    assert judged(TWO, "chinese", "russian").reason == "Russian and Chinese."


def test_each_named_item_finds_the_place_that_leaves_room_for_the_others() -> None:
    answer = SetAnswer(("Moravan", "Moravam"))
    verdict = judged(answer, "Moravax", "Moravanx")
    assert [part.given for part in verdict.parts] == ["Moravanx", "Moravax"]
    assert verdict.mark is NEARLY


def test_an_exact_item_is_not_taken_for_a_slip_of_another() -> None:
    verdict = judged(SetAnswer(("Gambia", "Zambia")), "Gambia", "gambia")
    assert verdict.mark is WRONG
    assert verdict.reason == "1 of 2; missing Zambia; gambia was named twice."


def test_a_spelling_accepted_before_stands_for_a_missing_item() -> None:
    reply = ("China", "Iran", "India", "Pakistan", "Qazaqstan Respublikasy")
    assert judged(FIVE, *reply).mark is WRONG
    assert judged(FIVE, *reply, spellings=("qazaqstan respublikasy",)).mark is RIGHT


# Order, pairs and gaps


@pytest.mark.parametrize(
    ("places", "mark", "reason"),
    [
        ("01234", RIGHT, "All 5 are in their places."),
        ("02134", NEARLY, "Only two neighbours are swapped: Tashkent comes before Ufa."),
        ("10243", WRONG, "Place 1 is for Shanghai, not Tashkent."),
        ("02314", WRONG, "The first fits; place 2 is for Tashkent, not Ufa."),
        ("01432", WRONG, "The first 2 fit; place 3 is for Ufa, not Samarkand."),
    ],
)
def test_an_order_is_judged_place_by_place(places: str, mark: Mark, reason: str) -> None:
    verdict = judged(ORDER, *(ORDER.items[int(place)] for place in places))
    assert (verdict.mark, verdict.reason) == (mark, reason)
    assert [part.expected for part in verdict.parts] == list(ORDER.items)


def test_a_swap_in_a_short_order_is_wrong() -> None:
    assert judged(OrderAnswer(("a", "b", "c")), "b", "a", "c").mark is WRONG


def test_pairs_are_judged_by_their_right_sides() -> None:
    assert judged(MATCH, "Minsk", "Tehran", "New Delhi").mark is RIGHT
    verdict = judged(MATCH, "Tehran", "Minsk", "New Delhi")
    assert verdict.mark is WRONG
    assert verdict.reason == "1 of 3; Belarus goes with Minsk."
    assert verdict.parts[2] == Part("New Delhi", "New Delhi", RIGHT)


def test_two_lefts_may_share_a_right_side() -> None:
    answer = MatchAnswer((("Minsk", "capital"), ("Tehran", "capital"), ("Almaty", "city")))
    assert judged(answer, "capital", "capital", "city").mark is RIGHT


@pytest.mark.parametrize(
    ("reply", "mark", "reason"),
    [
        (("2001", "shanghai"), RIGHT, "2001 and Shanghai."),
        (("two thousand one", "hu"), RIGHT, "2001 and Shanghai."),
        (("2001", "Shangai"), NEARLY, 'A small slip: it is spelled "Shanghai".'),
        (("2002", "Shanghai"), WRONG, "1 of 2; gap 1 is for 2001, not 2002."),
        (("Shanghai", "2001"), WRONG, "0 of 2; gap 1 is for 2001, not Shanghai."),
        (("?", "Shanghai"), WRONG, "1 of 2; gap 1 is for 2001."),
    ],
)
def test_each_gap_is_judged(reply: tuple[str, ...], mark: Mark, reason: str) -> None:
    verdict = judged(GAP, *reply)
    assert (verdict.mark, verdict.reason) == (mark, reason)
    assert [part.expected for part in verdict.parts] == ["2001", "Shanghai"]
