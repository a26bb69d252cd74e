"""Which drafts come first: how much sentences tell, and how picking goes round."""

from datetime import date

import pytest

from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.ideas import View
from quizapp.drafting.named.names import find_names
from quizapp.drafting.order.picking import FIRST, ordered
from quizapp.drafting.order.telling import telling
from quizapp.drafting.text.article import look_at

SENTENCES = [f"Town {number} built bridge {number} over river {number}. " for number in range(30)]
PLAIN = "".join(SENTENCES)


def draft(number, ask="", **more):
    start = sum(map(len, SENTENCES[:number]))
    place = (start, start + len(SENTENCES[number]))
    made = Draft(
        id=f"{number}{ask}{more}",
        kind="gap",
        maker="lexical",
        ask=ask or f"Which town built bridge {number} over river {number}?",
        answer=f"Town {number}",
        paragraph=number,
        sentence=place,
        span=(place[0], place[0] + 4),
        terms=(),
        score=0.5,
    )
    return made._replace(**more)


def tells(*, high=()):
    return {draft(number).sentence: 0.9 if number in high else 0.1 for number in range(30)}


def test_the_first_drafts_are_picked_by_how_good_they_are():
    drafts = [draft(number, score=number / 30) for number in range(30)]
    first = ordered(drafts, {}, PLAIN)[:FIRST]
    assert [one.paragraph for one in first] == [*range(29, 29 - FIRST, -1)]


def test_behind_the_first_what_a_sentence_tells_decides():
    drafts = [draft(number, score=0.9 if number < FIRST else 0.3) for number in range(30)]
    every = ordered(drafts, tells(high=(25, 27)), PLAIN)
    assert {25, 27} <= {one.paragraph for one in every[: FIRST + 2]}


def test_a_fuller_draft_comes_before_a_clipped_one():
    clipped = draft(3, ask="Which town built it?", span=(0, 1))
    one, *_ = ordered([clipped, draft(3)], tells(high=(3,)), PLAIN)
    assert one.ask == draft(3).ask


def test_each_sentence_has_its_turn_before_one_comes_again():
    drafts = [draft(number, score=0.6) for number in range(5)]
    drafts += [draft(0, ask=f"Who built it {more}?", score=0.7, span=(1, more)) for more in (2, 3)]
    every = ordered(drafts, {}, PLAIN)
    assert {one.paragraph for one in every[:5]} == {0, 1, 2, 3, 4}


def test_what_is_behind_more_stays_there_and_comes_last():
    drafts = [draft(0, more=True, score=1.0), draft(1), draft(2)]
    every = ordered(drafts, {}, PLAIN)
    assert [one.more for one in every] == [False, False, True]


def test_a_fair_draft_of_the_opening_is_among_the_first_three():
    drafts = [draft(0, score=0.5), *(draft(number, score=0.75) for number in range(1, 20))]
    assert 0 in [one.paragraph for one in ordered(drafts, {}, PLAIN)[:3]]


@pytest.mark.parametrize("name", ["pronoun", "relative-time", "garbled"])
def test_what_is_unclear_comes_behind_every_fair_draft_that_is_clear(name):
    unclear = draft(3, score=0.9, flags=(Flag(name, "it"),))
    drafts = [unclear, *(draft(number, score=0.4) for number in range(4, 20))]
    assert 3 not in [one.paragraph for one in ordered(drafts, {}, PLAIN)[:FIRST]]


def test_a_draft_that_tells_nothing_new_of_its_sentence_goes_behind():
    again = draft(1, ask="Bridge 1 over river 1 was built by which town?", span=(5, 8))
    _, second = ordered([draft(1), again], {}, PLAIN)
    assert second.more
    assert [flag.name for flag in second.flags] == ["duplicate"]


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ("It drew 40,000 people and 30 bands.", "It drew a good many people and bands."),
        ("The bridge was opened in 1976 by the mayor.", "The bridge was opened then by the mayor."),
        ("Malaria is a disease of the blood.", "Malaria came back again to the valley."),
        ("The pumps stopped because the current failed.", "The pumps stopped and the wind rose."),
        ("The court agreed to the plan of the town.", "Nobody agreed to the plan of the town."),
    ],
)
def test_a_sentence_tells_more_by_numbers_years_and_causes(more, less):
    def told(text):
        article = look_at(f"News of the day\n\n{text}\n")
        (value,) = telling(View(article, find_names(article), date(2024, 7, 4))).values()
        return value

    assert told(more) > told(less)


def test_both_of_the_first_drafts_that_ask_the_same_fact_say_so():
    again = draft(7, ask="Which town built bridge 3 over a river?", answer="Town 3")
    shown = ordered([draft(3), again, draft(9)], {}, PLAIN)
    flagged = {one.ask for one in shown if any(flag.name == "duplicate" for flag in one.flags)}
    assert flagged == {draft(3).ask, again.ask}
