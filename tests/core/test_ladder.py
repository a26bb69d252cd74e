"""What comes back in the same session comes back in another order."""

from __future__ import annotations

from quizapp.core import ladder
from quizapp.core.question import PackId, Prompt, Question, QuestionId, TextAnswer, TopicId


def question(*wrong: str, right: str = "Astana") -> Question:
    prompt = Prompt("Which one?", TextAnswer(right, wrong=wrong))
    return Question(QuestionId("one"), TopicId("t"), (prompt,))


def test_a_miss_never_comes_back_with_its_options_in_the_same_order() -> None:
    one = question("Bishkek", "Dushanbe", "Tashkent")
    for seed in range(200):
        asked = ladder.ask(PackId("p"), one, None, seed=seed)
        again = ladder.shuffled_anew(asked, asked.options, seed=seed)
        assert sorted(again.options) == sorted(asked.options)
        assert again.options != asked.options


def test_what_is_in_another_order_already_stays() -> None:
    asked = ladder.ask(PackId("p"), question("Bishkek", "Minsk"), None, seed=1)
    assert ladder.shuffled_anew(asked, ("Minsk",), seed=1) == asked


def test_years_keep_their_order() -> None:
    asked = ladder.ask(PackId("p"), question("1996", "2017", right="2001"), None, seed=1)
    assert ladder.shuffled_anew(asked, asked.options, seed=1).options == ("1996", "2001", "2017")
