from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.apart import apart
from quizapp.core.question import (
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    TextAnswer,
    TopicId,
    TruthAnswer,
)


def question(ask: str, answer: str) -> Question:
    return Question(QuestionId("q"), TopicId("t"), (Prompt(ask, TextAnswer(answer)),))


CITY = question("In which city did the SCO meet?", "Astana")
COUNTRY = question("Astana is the capital of which country?", "Kazakhstan")
YEAR = question("When did it begin?", "2001")
SONG = question("Which song is it?", "Anthem")


def test_questions_that_give_nothing_away_keep_their_order() -> None:
    assert apart([YEAR, SONG, CITY]) == [0, 1, 2]
    assert apart([]) == []


def test_a_question_does_not_stand_beside_one_that_tells_its_answer() -> None:
    assert apart([CITY, COUNTRY, YEAR]) == [0, 2, 1]
    assert apart([COUNTRY, CITY, YEAR]) == [0, 2, 1]


def test_one_that_is_left_over_at_the_end_goes_where_it_fits() -> None:
    assert apart([SONG, YEAR, CITY, COUNTRY]) == [3, 0, 1, 2]


def test_two_that_cannot_be_kept_apart_stay_together() -> None:
    assert apart([CITY, COUNTRY]) == [0, 1]


def test_only_whole_words_give_an_answer_away() -> None:
    assert apart([question("Who founded Astanabad?", "Somebody"), CITY]) == [0, 1]
    assert apart([question("Is it true?", "2001"), question("Year 12001?", "No"), YEAR])[0] == 0


def test_every_item_of_a_list_counts_and_no_true_or_false() -> None:
    several = Question(
        QuestionId("s"), TopicId("t"), (Prompt("Name both.", SetAnswer(("Iran", "Iraq"))),)
    )
    truth = Question(
        QuestionId("w"), TopicId("t"), (Prompt("True that Iran joined?", TruthAnswer(True)),)
    )
    assert apart([several, truth, YEAR]) == [0, 2, 1]
    assert apart([YEAR, truth]) == [0, 1]


@given(st.lists(st.sampled_from([CITY, COUNTRY, YEAR, SONG]), max_size=12))
def test_none_is_lost_and_none_comes_twice(found: list[Question]) -> None:
    assert sorted(apart(found)) == list(range(len(found)))
