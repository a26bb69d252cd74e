"""What a changed file does to memories, however it was changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from study.versions import asked_now, memory, replied_right, rewritten

from quizapp.study import QuestionChanged, Study, TopicRef


def test_a_changed_answer_is_told_once_and_then_learned_anew(study: Study, packs: Path) -> None:
    number = replied_right(study, "members")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    assert study.today().changed == study.changed_in("small") == 1
    assert memory(study, number) is None
    session, asked = asked_now(study, study.start())
    correction = study.correction(session, asked)
    assert correction is not None
    assert (correction.former, correction.now) == ("10", "11")
    assert correction.ask == "How many members did the SCO have on 4 July 2024?"
    assert not correction.known_again
    study.corrected(correction)
    assert study.correction(session, asked) is None
    assert study.today().changed == 0
    study.reply(session, asked, ("11",), 1000)
    assert memory(study, number) is not None


def test_it_is_told_again_until_it_was_read(open_study: Callable[[], Study], packs: Path) -> None:
    study = open_study()
    replied_right(study, "members")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    for window in (study, open_study()):
        session, asked = asked_now(window, window.start())
        assert window.correction(session, asked) is not None
    window.corrected(window.correction(session, asked))  # type: ignore[arg-type]
    assert study.correction(session, asked) is None


def test_a_question_never_studied_changes_without_a_word(study: Study, packs: Path) -> None:
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    assert study.today().changed == 0
    session, asked = asked_now(study, study.start(topic=TopicRef("small", "numbers")))
    assert study.correction(session, asked) is None


def test_what_changed_is_asked_first_though_the_new_ones_of_today_are_used_up(
    study: Study, packs: Path
) -> None:
    from quizapp.store.settings import keep_setting
    from quizapp.today import Choices

    keep_setting(study.database, "new-a-day", "1")
    study.choices = Choices(study.database)
    number = replied_right(study, "members")
    assert study.today().left == 0
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    assert study.today().new == 1
    assert study.start().waiting == (number,)


def test_practice_tells_nothing(study: Study, packs: Path) -> None:
    replied_right(study, "members")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    session, asked = asked_now(study, study.start())
    assert study.correction(session._replace(practice=True), asked) is None


@pytest.mark.parametrize(
    "change",
    [
        ('capital of Kazakhstan?"', 'seat of the government of Kazakhstan?"'),
        ('answer = "Astana"', 'answer = "Astana"\naccept = ["Nur-Sultan"]'),
        ('answer = "Astana"', 'answer = "Nur-Sultan"\naccept = ["Astana"]'),
        ('answer = "Astana"', 'answer = "ASTANA"'),
        ('answer = "Astana"', 'answer = "Åstana"'),
        ('"Almaty", "Bishkek", "Tashkent"', '"Almaty", "Karaganda", "Shymkent"'),
        ('why = "Astana', 'why = "The city of Astana'),
        (
            'topic = "capitals"\nask = "Which city is the capital of K',
            'topic = "numbers"\nask = "K',
        ),
    ],
)
def test_the_same_answer_keeps_its_memory_whatever_else_changes(
    study: Study, packs: Path, change: tuple[str, str]
) -> None:
    number = replied_right(study, "astana")
    before = memory(study, number)
    rewritten(packs, change)
    study.refresh()
    assert memory(study, number) == before
    assert study.today().changed == 0


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("members", ("answer = 10", "answer = 10.0")),
        ("members", ("answer = 10", "answer = 10\nwithin = 2")),
        ("members", ("answer = 10\nwrong = [6, 8, 9]", 'answer = "ten"')),
        ("languages", ('["Chinese", "Russian"]', '["Russian", "Chinese"]')),
        (
            "languages",
            (
                '["Chinese", "Russian"]',
                '["Mandarin", "Russian"]\naccept = { Mandarin = ["Chinese"] }',
            ),
        ),
    ],
)
def test_the_same_number_or_list_is_the_same_answer(
    study: Study, packs: Path, question: str, change: tuple[str, str]
) -> None:
    number = replied_right(study, question)
    before = memory(study, number)
    rewritten(packs, change)
    study.refresh()
    assert memory(study, number) == before


def test_the_memory_of_an_answer_comes_back_with_the_answer(study: Study, packs: Path) -> None:
    number = replied_right(study, "members")
    before = memory(study, number)
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    rewritten(packs, ("answer = 11", "answer = 12"))
    study.refresh()
    rewritten(packs, ("answer = 12", "answer = 10\nwithin = 1"))
    study.refresh()
    assert memory(study, number) == before
    assert study.today().changed == 0, "the learner was never told of another answer"


def test_who_was_told_of_another_answer_is_told_that_the_former_one_is_back(
    study: Study, packs: Path
) -> None:
    number = replied_right(study, "members")
    before = memory(study, number)
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    session, asked = asked_now(study, study.only(number))
    study.corrected(study.correction(session, asked))  # type: ignore[arg-type]
    rewritten(packs, ("answer = 11", "answer = 10"))
    study.refresh()
    session, asked = asked_now(study, study.only(number))
    correction = study.correction(session, asked)
    assert correction is not None
    assert (correction.former, correction.now, correction.known_again) == ("11", "10", True)
    assert memory(study, number) == before


def test_starting_over_forgets_only_the_present_answer(study: Study, packs: Path) -> None:
    from quizapp.browsing import Browsing

    number = replied_right(study, "members")
    before = memory(study, number)
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    replied_right(study, "members")
    Browsing(study).forget(number)
    assert memory(study, number) is None
    rewritten(packs, ("answer = 11", "answer = 10"))
    study.refresh()
    assert memory(study, number) == before


def test_a_reply_to_what_another_window_changed_is_not_taken(
    open_study: Callable[[], Study], packs: Path
) -> None:
    study, other = open_study(), open_study()
    number = replied_right(study, "members")
    session, asked = asked_now(study, study.only(number))
    rewritten(packs, ("answer = 10", "answer = 11"))
    other.refresh()
    with pytest.raises(QuestionChanged):
        study.reply(session, asked, ("10",), 1000)
    assert memory(study, number) is None
    session, asked = asked_now(study, session)
    assert study.correction(session, asked) is not None
    study.reply(session, asked, ("11",), 1000)


def test_two_windows_log_a_change_once(open_study: Callable[[], Study], packs: Path) -> None:
    study, other = open_study(), open_study()
    replied_right(study, "members")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    other.refresh()
    rows = study.database.connection.execute("SELECT count(*) FROM review WHERE mode = 'reset'")
    assert rows.fetchone() == (1,)


def test_a_change_that_two_machines_log_counts_once(study: Study, packs: Path) -> None:
    from quizapp.store import reviews

    number = replied_right(study, "members")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    replied_right(study, "members")
    before = memory(study, number)
    row = study.database.connection.execute(
        "SELECT reply FROM review WHERE mode = 'reset'"
    ).fetchone()
    former, answer = __import__("json").loads(row[0])
    with study.database.transaction() as connection:
        study._log_change(connection, number, former, answer)
    reviews.rebuild(study.database, retention=study.retention)
    assert memory(study, number) == before


def test_a_file_of_schema_1_knows_no_former_answer_and_says_so(study: Study, packs: Path) -> None:
    replied_right(study, "members")
    study.database.connection.execute("UPDATE question SET said = ''")
    rewritten(packs, ("answer = 10", "answer = 11"))
    study.refresh()
    session, asked = asked_now(study, study.start())
    correction = study.correction(session, asked)
    assert correction is not None
    assert (correction.former, correction.now) == ("", "11")


def test_a_pack_taken_away_and_brought_back_remembers_all(study: Study, packs: Path) -> None:
    number = replied_right(study, "members")
    before = memory(study, number)
    text = (packs / "small.toml").read_text(encoding="utf-8")
    (packs / "small.toml").unlink()
    study.refresh()
    (packs / "small.toml").write_text(text.replace("Name the two", "Which are the"))
    study.refresh()
    assert memory(study, number) == before
