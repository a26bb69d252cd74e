from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK, Clock

from quizapp.browsing import Browsing, Line, Query, State
from quizapp.core.question import Form
from quizapp.errors import QuizError, UsageError
from quizapp.finding import CHUNK, FEW
from quizapp.store import notes, questions, reviews
from quizapp.study import Study


@pytest.fixture
def browsing(study: Study) -> Browsing:
    return Browsing(study)


def number(study: Study, name: str, pack: str = "small") -> int:
    found = questions.number_of(study.database, pack, name)
    assert found is not None
    return found


def names(browsing: Browsing, **query: object) -> list[str]:
    return [line.id for line in browsing.all_of(Query(**query))]  # type: ignore[arg-type]


def answer(study: Study, name: str, *reply: str) -> None:
    """Study one question once."""
    session, asked = study.ask(study.only(number(study, name)))
    assert asked is not None
    study.reply(session, asked, reply, 2000)


def line(browsing: Browsing, study: Study, name: str) -> Line:
    found = browsing.line(number(study, name))
    assert found is not None
    return found


# Finding


def test_without_a_query_every_question_is_found_topic_by_topic(browsing: Browsing) -> None:
    found = browsing.find(Query())
    assert (found.count, found.complete) == (4, True)
    assert names(browsing) == ["astana", "minsk", "members", "languages"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kazakh", ["astana"]),
        ("KAZÁKH cap", ["astana"]),
        ("minsk", ["minsk"]),
        ("capital", ["astana", "minsk"]),
        ("capital minsk", ["minsk"]),
        ("  ?! ", ["astana", "minsk", "members", "languages"]),
        ('"capital" - of?', ["astana", "minsk"]),
        ("capital moon", []),
        ("words NOT capital", []),
        ("chin", ["languages"]),
    ],
)
def test_words_are_searched_as_they_are_being_typed(
    browsing: Browsing, text: str, expected: list[str]
) -> None:
    assert names(browsing, text=text) == expected


def test_an_answer_that_is_what_was_typed_comes_first(
    packs: Path, open_study: Callable[[], Study]
) -> None:
    text = PACK.replace("capital of Kazakhstan?", "capital of the state that Minsk wrote to?")
    (packs / "small.toml").write_text(text, encoding="utf-8")
    assert names(Browsing(open_study()), text="minsk") == ["minsk", "astana"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"pack": "small"}, ["astana", "minsk", "members", "languages"]),
        ({"pack": "absent"}, []),
        ({"pack": "small", "topic": "numbers"}, ["members", "languages"]),
        ({"pack": "small", "topic": "numbers", "text": "sco"}, ["members", "languages"]),
        ({"pack": "small", "topic": "numbers", "text": "capital"}, []),
        ({"form": Form.CHOICE}, ["astana", "minsk"]),
        ({"form": Form.TYPED}, ["astana", "minsk"]),
        ({"form": Form.NUMBER}, ["members"]),
        ({"form": Form.SELECT, "text": "official"}, ["languages"]),
        ({"form": Form.MAP}, []),
        ({"form": Form.CHOICE, "pack": "small", "topic": "numbers"}, []),
    ],
)
def test_questions_are_sifted_by_pack_topic_and_form(
    browsing: Browsing, query: dict[str, object], expected: list[str]
) -> None:
    assert names(browsing, **query) == expected


def test_each_state_finds_its_questions_alone_and_with_words(
    browsing: Browsing, study: Study, clock: Clock
) -> None:
    answer(study, "astana", "Astana")
    answer(study, "members", "10")
    browsing.suspend(number(study, "minsk"))
    browsing.flag(number(study, "languages"))
    expected = {
        State.NEW: ["languages"],
        State.DUE: [],
        State.SHAKY: ["astana", "members"],
        State.STRONG: [],
        State.SUSPENDED: ["minsk"],
        State.FLAGGED: ["languages"],
    }
    assert {state: names(browsing, state=state) for state in State} == expected
    assert names(browsing, state=State.SHAKY, text="capital") == ["astana"]
    assert names(browsing, state=State.SUSPENDED, form=Form.CHOICE) == ["minsk"]
    assert names(browsing, state=State.SUSPENDED, form=Form.NUMBER) == []
    assert names(browsing, state=State.SHAKY, pack="small", topic="numbers") == ["members"]
    clock.days(400)
    assert names(browsing, state=State.DUE) == ["astana", "members"]


def test_a_strong_memory_is_found_as_strong(browsing: Browsing, study: Study, clock: Clock) -> None:
    for _ in range(4):
        answer(study, "astana", "Astana")
        clock.days(20)
    assert names(browsing, state=State.STRONG) == ["astana"]
    found = line(browsing, study, "astana")
    assert found.standing is State.STRONG
    assert found.due == (found.next is not None and found.next <= study.day())


LARGE = CHUNK + 700


@pytest.fixture
def large(packs: Path, open_study: Callable[[], Study]) -> Study:
    """A library of more questions than one step looks at; `common` stands in all of them."""
    rows = [
        'format = 1\nid = "large"\ntitle = "Large"\nversion = "1.0.0"\n',
        '[[topic]]\nid = "t"\ntitle = "T"\n',
    ]
    rows += [
        f'[[question]]\nid = "q{n}"\ntopic = "t"\n'
        f'ask = "A common question about thing {n}?"\nanswer = "Thing {n}"\n'
        for n in range(LARGE)
    ]
    (packs / "large.toml").write_text("\n".join(rows), encoding="utf-8")
    return open_study()


def test_a_common_word_is_found_step_by_step_and_never_twice(large: Study) -> None:
    found = Browsing(large).find(Query("common"))
    found.gather(10)
    assert 10 <= found.count < CHUNK
    assert not found.complete
    steps = 0
    while not found.complete:
        found.gather(10**6)
        steps += 1
        assert steps < 10
    lines = [found.line(row) for row in range(found.count)]
    assert [one.id for one in lines if one] == [f"q{n}" for n in range(LARGE)]


def test_a_state_that_nothing_common_is_in_ends_the_search(large: Study) -> None:
    browsing = Browsing(large)
    wanted = large.database.connection.execute(
        "SELECT number FROM question WHERE pack = 'large' ORDER BY number DESC LIMIT ?", (FEW + 5,)
    ).fetchall()
    with large.database.transaction() as connection:
        connection.executemany("UPDATE question SET flagged = 1 WHERE number = ?", wanted)
    found = browsing.find(Query("common", state=State.FLAGGED))
    while not found.complete:
        found.gather(10**6)
    assert found.count == FEW + 5
    assert len(names(browsing, text="common", state=State.FLAGGED)) == FEW + 5
    assert names(browsing, text="common", state=State.STRONG) == []


def test_windows_from_both_ends_show_the_same_order(large: Study) -> None:
    found = Browsing(large).find(Query(pack="large"))
    forward = [one.id for row in range(LARGE) if (one := found.line(row))]
    found.forget_lines()
    backward = [one.id for row in reversed(range(LARGE)) if (one := found.line(row))]
    assert forward == [f"q{n}" for n in range(LARGE)]
    assert backward == forward[::-1]


def test_a_pack_is_named_by_id_or_title(browsing: Browsing) -> None:
    assert browsing.find_pack("A SMALL pack") == "small"
    with pytest.raises(UsageError, match='no pack "large"; packs: small'):
        browsing.find_pack("large")


# One question


def test_details_tell_memory_history_and_sources(
    browsing: Browsing, study: Study, clock: Clock
) -> None:
    answer(study, "astana", "Bishkek")
    clock.days(3)
    answer(study, "astana", "Astana")
    found = browsing.details(number(study, "astana"))
    assert found.pack_title == "A small pack"
    assert found.topic_title == "Capitals"
    assert found.memory == reviews.memory(study.database, number(study, "astana"))
    assert found.recall == pytest.approx(1.0, abs=0.01)
    told = [(one.form, one.reply, one.verdict, one.rating, one.undone) for one in found.past]
    assert told == [
        ("choice", ("Astana",), "right", 3, False),
        ("choice", ("Bishkek",), "wrong", 1, False),
    ]


def test_an_undone_reply_is_marked_and_a_rating_given_anew_is_one_row(
    browsing: Browsing, study: Study
) -> None:
    from quizapp.core.memory import Rating

    one = number(study, "astana")
    session, asked = study.ask(study.only(one))
    assert asked is not None
    step = study.reply(session, asked, ("Astana",), 1000)
    step = study.rate(step, Rating.EASY)
    (past,) = browsing.details(one).past
    assert (past.rating, past.former, past.undone) == (4, ("right", 3), False)
    study.undo(step.session)
    (past,) = browsing.details(one).past
    assert (past.rating, past.undone) == (4, True)
    assert browsing.details(one).memory is None


def test_a_question_whose_pack_is_gone_has_no_details(
    packs: Path, study: Study, browsing: Browsing
) -> None:
    one = number(study, "astana")
    (packs / "small.toml").unlink()
    study.refresh()
    assert browsing.line(one) is None
    for do in (browsing.details, browsing.suspend, browsing.flag):
        with pytest.raises(QuizError, match="not installed"):
            do(one)


def test_one_question_is_studied_whether_due_or_not(study: Study, browsing: Browsing) -> None:
    one = number(study, "members")
    answer(study, "members", "10")
    session = browsing.study_now(one)
    assert (session.waiting, session.practice) == ((one,), False)
    session, asked = study.ask(session)
    assert asked is not None
    session = study.reply(session, asked, ("10",), 1000).session
    assert session.finished
    memory = reviews.memory(study.database, one)
    assert memory is not None
    assert memory.replies == 2


def test_a_suspended_question_is_not_studied(study: Study, browsing: Browsing) -> None:
    one = number(study, "members")
    browsing.suspend(one)
    with pytest.raises(QuizError, match="put it back"):
        browsing.study_now(one)


# Changes and their undoing


def test_suspending_puts_in_and_out_and_is_undone(study: Study, browsing: Browsing) -> None:
    one = number(study, "astana")
    change = browsing.suspend(one)
    assert line(browsing, study, "astana").standing is State.SUSPENDED
    change.undo()
    assert line(browsing, study, "astana").standing is State.NEW
    browsing.suspend(one)
    back = browsing.suspend(one)
    assert questions.card(study.database, one) is not None
    back.undo()
    assert questions.card(study.database, one) is None


def test_a_flag_is_set_taken_away_and_undone(study: Study, browsing: Browsing) -> None:
    one = number(study, "astana")
    first = browsing.flag(one)
    second = browsing.flag(one)
    assert not line(browsing, study, "astana").flagged
    second.undo()
    assert line(browsing, study, "astana").flagged
    first.undo()
    assert not line(browsing, study, "astana").flagged


def test_a_note_is_one_bounded_line_and_is_undone(study: Study, browsing: Browsing) -> None:
    one = number(study, "astana")
    first = browsing.write_note(one, "  new\tname\nin 1998 \x1b[31m ")
    assert browsing.note(one) == "new name in 1998 [31m"
    second = browsing.write_note(one, "x" * 2000)
    assert len(browsing.note(one)) == notes.LONGEST
    second.undo()
    assert browsing.details(one).note == "new name in 1998 [31m"
    browsing.write_note(one, "   ").undo()
    assert browsing.note(one) != ""
    first.undo()
    assert browsing.note(one) == ""


def test_starting_over_makes_a_question_new_and_keeps_its_history(
    study: Study, browsing: Browsing
) -> None:
    one = number(study, "astana")
    answer(study, "astana", "Astana")
    browsing.forget(one)
    found = browsing.details(one)
    assert found.line.standing is State.NEW
    assert found.memory is None
    assert [past.mode for past in found.past] == ["reset", "study"]
    assert names(browsing, state=State.NEW)[0] == "astana"


def test_a_reset_that_is_undone_brings_the_very_memory_back(
    study: Study, browsing: Browsing, clock: Clock
) -> None:
    one = number(study, "astana")
    answer(study, "astana", "Bishkek")
    clock.days(2)
    answer(study, "astana", "Astana")
    before = reviews.memory(study.database, one)
    daily = study.database.connection.execute("SELECT * FROM daily").fetchall()
    change = browsing.forget(one)
    change.undo()
    assert reviews.memory(study.database, one) == before
    assert study.database.connection.execute("SELECT * FROM daily").fetchall() == daily
    assert [(past.mode, past.undone) for past in browsing.details(one).past] == [
        ("reset", True),
        ("study", False),
        ("study", False),
    ]
    reviews.rebuild(study.database, retention=study.retention)
    assert reviews.memory(study.database, one) == before
    assert study.database.connection.execute("SELECT * FROM daily").fetchall() == daily


def test_a_second_reset_stands_after_the_first_was_undone(study: Study, browsing: Browsing) -> None:
    one = number(study, "astana")
    answer(study, "astana", "Astana")
    browsing.forget(one).undo()
    browsing.forget(one)
    assert reviews.memory(study.database, one) is None
    answer(study, "astana", "Astana")
    memory = reviews.memory(study.database, one)
    assert memory is not None
    assert memory.replies == 1


def test_replies_after_a_reset_that_is_undone_count_with_those_before(
    study: Study, browsing: Browsing, clock: Clock
) -> None:
    one = number(study, "astana")
    answer(study, "astana", "Astana")
    change = browsing.forget(one)
    clock.days(1)
    answer(study, "astana", "Astana")
    change.undo()
    memory = reviews.memory(study.database, one)
    assert memory is not None
    assert memory.replies == 2


def test_there_is_nothing_to_forget_of_a_new_question(study: Study, browsing: Browsing) -> None:
    with pytest.raises(QuizError, match="new already"):
        browsing.forget(number(study, "astana"))
