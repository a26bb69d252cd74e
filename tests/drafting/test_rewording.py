"""Other words in the place of an article's own, and what must stay as it is."""

import pytest

from quizapp.drafting.rules.rewording import reworded
from quizapp.packs.checking.copying import Phrases


@pytest.mark.parametrize(
    ("article", "ask", "better"),
    [
        (
            "The town purchased the old mill near the river in 1990.",
            "Who purchased the old mill near the river in 1990?",
            "Who purchased the old mill close to the river in 1990?",
        ),
        (
            "The bridge was closed because of heavy snow on the road.",
            "When was closed because of heavy snow on the road?",
            "When was closed owing to heavy snow on the road?",
        ),
    ],
)
def test_a_run_out_of_the_article_is_broken_by_other_words(article, ask, better):
    assert reworded(ask, Phrases(article)) == better


def test_a_question_in_its_own_words_stays():
    phrases = Phrases("The town purchased the old mill near the river in 1990.")
    ask = "Who bought the mill beside the river?"
    assert reworded(ask, phrases) == ask


def test_words_in_quotation_marks_stay():
    phrases = Phrases("They were almost at the end of the long road.")
    ask = "Who said: \u201cThey were almost at the end of the long road\u201d?"
    assert reworded(ask, phrases) == ask


def test_a_participle_does_not_become_a_past_form():
    phrases = Phrases("The country had started to build a dam on the river.")
    ask = "Which country had started to build a dam on the river?"
    assert "began" not in reworded(ask, phrases)


def test_a_possessive_is_turned_round():
    phrases = Phrases("It opened on the day of Estonia's vote on the new law on water.")
    ask = "What opened on the day of Estonia\u2019s vote on the new law on water?"
    assert "the vote of Estonia on the new law" in reworded(ask, phrases)
