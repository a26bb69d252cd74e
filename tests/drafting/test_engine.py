"""The whole engine: the same drafts each time, in their places, flagged and ranked."""

import time
from datetime import date

import pytest
from drafting.articles import MOON, MOON_DAY, UNION, UNION_DAY
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.question import Prompt, Question, QuestionId, TextAnswer, TopicId
from quizapp.drafting.drafts import FLAGS
from quizapp.drafting.engine import draft_article
from quizapp.drafting.options.pool import make_pool
from quizapp.packs.words import words


def flags(body, today=date(2024, 7, 4)):
    found = draft_article(f"News of the day\n\n{body}\n", today=today)
    return {one.ask: {flag.name for flag in one.flags} for one in found}


def named(body, name, today=date(2024, 7, 4)):
    found = flags(body, today)
    return bool(found) and any(name in each for each in found.values())


@pytest.mark.parametrize(("text", "today"), [(MOON, MOON_DAY), (UNION, UNION_DAY), (UNION, None)])
def test_the_same_article_gives_the_same_drafts(text, today):
    assert draft_article(text, today=today) == draft_article(text, today=today)


@pytest.mark.parametrize(("text", "today"), [(MOON, MOON_DAY), (UNION, UNION_DAY)])
def test_places_point_into_the_raw_text(text, today):
    found = draft_article(text, today=today)
    assert found
    for one in found:
        assert one.sentence[0] <= one.span[0] < one.span[1] <= one.sentence[1]
        if isinstance(one.answer, str) and one.kind in ("acronym", "where", "role"):
            assert one.answer.endswith(text[slice(*one.span)].split()[-1])


@pytest.mark.parametrize(("text", "today"), [(MOON, MOON_DAY), (UNION, UNION_DAY)])
def test_no_option_is_right_and_no_question_says_its_answer(text, today):
    for one in draft_article(text, today=today):
        assert one.answer not in one.wrong
        assert len(set(one.wrong)) == len(one.wrong)
        if isinstance(one.answer, str) and one.kind not in ("acronym", "date", "number"):
            assert one.answer not in one.ask
        assert {flag.name for flag in one.flags} <= set(FLAGS)
        assert 0 <= one.score <= 1


def test_ids_are_unique_and_stay_when_another_paragraph_comes_before():
    head, _, rest = UNION.partition("\n\n")
    before = {one.id for one in draft_article(UNION, today=UNION_DAY)}
    moved = f"{head}\n\nIt rained all day in the whole of Europe.\n\n{rest}"
    after = draft_article(moved, today=UNION_DAY)
    assert len({one.id for one in after}) == len(after)
    assert before <= {one.id for one in after}


def test_ids_do_not_hang_on_the_date():
    ids = [{one.id for one in draft_article(MOON, today=day)} for day in (None, MOON_DAY)]
    shared = ids[0] & ids[1]
    assert len(shared) >= 0.8 * min(map(len, ids))


def test_those_behind_more_come_last():
    shown = [one.more for one in draft_article(UNION, today=UNION_DAY)]
    assert shown == sorted(shown)


def test_of_a_sentence_two_are_shown_first():
    found = [one for one in draft_article(UNION, today=UNION_DAY) if not one.more]
    sentences = [one.sentence for one in found]
    assert max(map(sentences.count, sentences)) <= 2


@pytest.mark.parametrize(
    ("body", "flag"),
    [
        ("The EU has reportedly paid $18 billion to Greece.", "claim"),
        ("The company sold 12 aircraft to Peru in May.", "vague"),
        ("It sold 12 aircraft to Peru in May.", "pronoun"),
        ("Boeing sold 12 aircraft to Peru.a last part in May.", "garbled"),
        ("Moscow said Boeing sold 12 aircraft to Peru, and Moscow has 12 members.", "vague"),
        ("Boeing sold 12 aircraft to Peru in recent weeks.", "relative-time"),
    ],
)
def test_a_flaw_is_flagged(body, flag):
    assert named(body, flag)


def test_without_a_date_what_can_change_is_flagged():
    assert named("The EU has 27 member states.", "as-of", today=None)
    assert not named("The EU has 27 member states.", "as-of")


def test_an_existing_question_is_known_again():
    question = Question(
        id=QuestionId("members"),
        topic=TopicId("t"),
        prompts=(Prompt("How many member states did the EU have?", TextAnswer("27")),),
    )
    body = "News of the day\n\nThe EU has 27 member states.\n"
    pool = make_pool([("europe", [question])], words(body))
    (one,) = [
        one
        for one in draft_article(body, today=date(2024, 7, 4), pool=pool)
        if one.kind == "number"
    ]
    assert ("duplicate", "europe / members") in {tuple(flag) for flag in one.flags}


@pytest.mark.parametrize(
    "text",
    [
        "Title\n\n" + "word " * 200_000,
        "Title\n\n" + "x" * 900_000,
        "Title\n\n" + "A, B and C. " * 20_000,
        "Title\n\n" + '"' * 5_000,
        "Title\n\n" + "(" * 5_000 + "He said so.",
        "Title\n\n\u202eThe EU has 27\u202c member states\x07.\n",
        "Title\n\n" + "Paris, " * 3_000 + "and Rome.",
    ],
    ids=["words", "one word", "names", "marks", "brackets", "controls", "list"],
)
def test_hostile_texts_are_drafted_from_in_time_and_printable(text):
    begun = time.perf_counter()
    found = draft_article(text, today=date(2024, 7, 4))
    assert time.perf_counter() - begun < 10
    assert all(one.ask.isprintable() for one in found)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ABab \"'.,()\n1$%’“”–", max_size=300))
def test_nothing_breaks_it(text):
    draft_article(f"Title\n\n{text}", today=date(2024, 7, 4))


def test_a_thousand_words_take_a_moment():
    body = "\n\n".join(UNION.split("\n\n")[1:])
    text = "Title\n\n" + "\n\n".join([body] * 9)
    begun = time.perf_counter()
    assert draft_article(text, today=UNION_DAY)
    assert time.perf_counter() - begun < 3
