"""Learning: the path, what is new of a topic, and today's limit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK, Clock

from quizapp.core.memory import Rating
from quizapp.core.session import Session
from quizapp.errors import UsageError
from quizapp.learning import Learning, Offer, TopicState
from quizapp.store import questions
from quizapp.store.settings import keep_setting
from quizapp.study import Study, TopicRef
from quizapp.today import Choices

CAPITALS = TopicRef("small", "capitals")
NUMBERS = TopicRef("small", "numbers")
RIGHT = {
    "astana": ("Astana",),
    "minsk": ("Minsk",),
    "members": ("10",),
    "languages": ("Chinese", "Russian"),
}


def limited(study: Study, limit: int) -> Learning:
    keep_setting(study.database, "new-a-day", str(limit))
    study.choices = Choices(study.database)
    return Learning(study)


def play(study: Study, session: Session, *, easy: bool = False, wrong: bool = False) -> list[str]:
    """Answer all of a session; the ids of what was asked."""
    ids = []
    while True:
        session, asked = study.ask(session)
        if asked is None:
            return ids
        ids.append(str(asked.question.id))
        right = RIGHT[ids[-1]] if not wrong or ids.count(ids[-1]) > 1 else ()
        step = study.reply(session, asked, right, 1000)
        session = (study.rate(step, Rating.EASY) if easy and right else step).session


def test_the_path_has_every_topic_in_order_with_its_pack(study: Study) -> None:
    path = Learning(study).topics()
    assert [(one.ref, one.title, one.pack_title) for one in path] == [
        (CAPITALS, "Capitals", "A small pack"),
        (NUMBERS, "Numbers", "A small pack"),
    ]


def test_a_new_topic_is_all_unseen(study: Study) -> None:
    assert Learning(study).state(CAPITALS) == TopicState(known=0, shaky=0, unseen=2)


def test_a_question_seen_once_is_shaky_and_a_strong_one_is_known(
    study: Study, clock: Clock
) -> None:
    learning = Learning(study)
    play(study, learning.start(CAPITALS))
    assert learning.state(CAPITALS) == TopicState(0, 2, 0)
    assert learning.state(NUMBERS) == TopicState(0, 0, 2)
    for _ in range(3):
        clock.days(60)
        play(study, study.start(topic=CAPITALS), easy=True)
    assert learning.state(CAPITALS) == TopicState(2, 0, 0)


def test_suspended_questions_count_nowhere(study: Study) -> None:
    number = questions.number_of(study.database, "small", "astana")
    assert number is not None
    questions.suspend(study.database, number, True)
    learning = Learning(study)
    assert learning.state(CAPITALS).questions == 1
    assert learning.start(CAPITALS).total == 1


def test_a_lesson_asks_the_topics_new_questions_in_order_and_no_others(
    study: Study, clock: Clock
) -> None:
    learning = Learning(study)
    play(study, learning.start(NUMBERS), wrong=True)
    clock.days(30)
    assert play(study, learning.start(NUMBERS)) == []
    assert play(study, learning.start(CAPITALS)) == ["astana", "minsk"]


def test_a_lesson_keeps_within_todays_limit(study: Study) -> None:
    learning = limited(study, 3)
    assert learning.offer(CAPITALS) == Offer(unseen=2, limit=3, size=2, beyond=0)
    play(study, learning.start(CAPITALS))
    assert learning.offer(NUMBERS) == Offer(unseen=2, limit=3, size=1, beyond=2)
    assert play(study, learning.start(NUMBERS)) == ["members"]
    offer = learning.offer(NUMBERS)
    assert offer == Offer(unseen=1, limit=3, size=0, beyond=1)
    assert offer.used_up
    assert learning.start(NUMBERS).finished


def test_beyond_the_limit_goes_a_further_days_worth(study: Study) -> None:
    learning = limited(study, 1)
    play(study, learning.start(CAPITALS))
    assert play(study, learning.start(NUMBERS, beyond=True)) == ["members"]
    assert play(study, learning.start(NUMBERS, beyond=True)) == ["languages"]
    assert learning.start(NUMBERS, beyond=True).finished


def test_a_limit_of_none_a_day_can_still_be_passed_on_purpose(study: Study) -> None:
    learning = limited(study, 0)
    assert learning.start(CAPITALS).finished
    assert learning.start(CAPITALS, beyond=True).total == 2


def test_the_limit_is_there_again_on_the_next_day(study: Study, clock: Clock) -> None:
    learning = limited(study, 2)
    play(study, learning.start(CAPITALS))
    assert learning.room() == 0
    clock.days(1)
    assert learning.room() == 2


def test_a_question_comes_after_those_it_needs(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    text = PACK.replace('id = "astana"\n', 'id = "astana"\nneeds = ["languages"]\n')
    (packs / "small.toml").write_text(text, encoding="utf-8")
    study = open_study()
    assert play(study, Learning(study).start(CAPITALS)) == ["languages", "astana", "minsk"]


def test_the_suggestion_goes_on_in_the_pack_studied_last(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    text = PACK.replace('id = "small"', 'id = "later"')
    (packs / "z-later.toml").write_text(text, encoding="utf-8")
    study = open_study()
    learning = Learning(study)
    path = learning.topics()
    later = [TopicRef("later", "capitals"), TopicRef("later", "numbers")]
    assert learning.suggested(path) == CAPITALS
    play(study, learning.start(later[0]))
    assert learning.suggested(path) == later[1]
    play(study, learning.start(later[1]))
    assert learning.suggested(path) == CAPITALS
    for ref in (CAPITALS, NUMBERS):
        play(study, learning.start(ref))
    assert learning.suggested(path) is None


def test_the_brief_is_the_packs_own_words_or_nothing(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    text = PACK.replace('title = "Capitals"', 'title = "Capitals"\nbrief = """\nRead **me**.\n"""')
    (packs / "small.toml").write_text(text, encoding="utf-8")
    learning = Learning(open_study())
    assert learning.brief(CAPITALS) == "Read **me**."
    assert learning.brief(NUMBERS) == ""


def test_a_pack_that_was_added_shows_on_the_path(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    study = open_study()
    learning = Learning(study)
    assert len(learning.topics()) == 2
    (packs / "more.toml").write_text(PACK.replace('id = "small"', 'id = "more"'), encoding="utf-8")
    study.refresh()
    assert len(learning.topics()) == 4


def test_a_topic_that_is_not_there_is_an_error_in_words(study: Study) -> None:
    learning = Learning(study)
    with pytest.raises(UsageError, match='no topic "nowhere"'):
        learning.start(TopicRef("small", "nowhere"))
    assert learning.state(TopicRef("small", "nowhere")).questions == 0


def test_a_miss_left_behind_comes_back_in_todays_session(study: Study) -> None:
    session, asked = study.ask(Learning(study).start(CAPITALS))
    assert asked is not None
    study.reply(session, asked, (), 1000)
    missed = questions.number_of(study.database, "small", "astana")
    assert missed == study.start().current


def test_questions_of_other_topics_that_come_along_are_counted(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    text = PACK.replace('id = "astana"\n', 'id = "astana"\nneeds = ["languages"]\n')
    (packs / "small.toml").write_text(text, encoding="utf-8")
    learning = Learning(open_study())
    offer = learning.offer(CAPITALS)
    assert (offer.size, learning.along(CAPITALS, offer)) == (2, 1)
    assert learning.start(CAPITALS).total == offer.size + 1
    assert learning.along(NUMBERS, learning.offer(NUMBERS)) == 0
