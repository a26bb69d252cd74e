from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK, Clock

from quizapp.core.question import Asked
from quizapp.core.session import Session
from quizapp.errors import PackError, UsageError
from quizapp.exchange.offer import look
from quizapp.packs.update import Kind
from quizapp.study import QuestionChanged, Study, TopicRef
from quizapp.updating import Fate, Plan, Updating

TENTH = 'answer = "Belarus"'


def replied_right(study: Study, question: str, pack: str = "small") -> int:
    from quizapp.store import questions

    number = questions.number_of(study.database, pack, question)
    assert number is not None
    session, asked = study.ask(study.only(number))
    assert asked is not None
    from quizapp.core.grading import expected_text

    answer = asked.prompt.answer
    reply = tuple(getattr(answer, "items", ())) or (expected_text(answer),)
    study.reply(session, asked, reply, 1000)
    return number


def rewritten(packs: Path, *changes: tuple[str, str]) -> None:
    text = (packs / "small.toml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (packs / "small.toml").write_text(text, encoding="utf-8")


def memory(study: Study, number: int) -> object:
    return study.database.connection.execute(
        "SELECT * FROM memory WHERE question = ?", (number,)
    ).fetchone()


def asked_now(study: Study, session: Session) -> tuple[Session, Asked]:
    session, asked = study.ask(session)
    assert asked is not None
    return session, asked


@pytest.fixture
def newer(tmp_path: Path) -> Callable[..., Path]:
    """Writes the small pack's next version, with changes."""

    def write(*changes: tuple[str, str], version: str = "1.1.0") -> Path:
        text = PACK.replace('version = "1.0.0"', f'version = "{version}"')
        for before, after in changes:
            assert before in text
            text = text.replace(before, after)
        path = tmp_path / f"small-{version}.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def planned(study: Study, path: Path) -> Plan:
    updating = Updating(study)
    (parcel,) = look(str(path), None, lambda *told: None).parcels  # type: ignore[arg-type]
    return updating.plan(updating.installed("small"), parcel)


def fates(plan: Plan) -> dict[str, tuple[Fate, bool]]:
    return {one.change.question.id: (one.fate, one.learned) for one in plan.lines}


# What a changed file does to memories, however it was changed


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


# What is said beforehand


def test_a_plan_says_what_becomes_of_each_memory(study: Study, newer: Callable[..., Path]) -> None:
    for question in ("astana", "minsk", "members", "languages"):
        replied_right(study, question)
    path = newer(
        ("capital of Kazakhstan?", "capital city of Kazakhstan?"),
        ('id = "minsk"', 'id = "minsk-city"\nwas = ["minsk"]'),
        ("answer = 10", "answer = 11"),
        ('id = "languages"', 'id = "tongues"'),
    )
    plan = planned(study, path)
    assert fates(plan) == {
        "astana": (Fate.KEPT, True),
        "minsk-city": (Fate.CARRIED, True),
        "members": (Fate.RELEARNED, True),
        "tongues": (Fate.NEW, False),
        "languages": (Fate.ARCHIVED, True),
    }
    assert plan.untouched == 0
    assert plan.known == 4
    assert plan.kinds[Kind.WORDING] == plan.kinds[Kind.RENAMED] == plan.kinds[Kind.ANSWER] == 1
    assert study.today().changed == 0, "nothing is applied yet"


def test_what_was_never_learned_is_not_called_kept(
    study: Study, newer: Callable[..., Path]
) -> None:
    plan = planned(study, newer(("answer = 10", "answer = 11")))
    assert fates(plan) == {"members": (Fate.NONE, False)}
    assert plan.untouched == 3


def test_a_plan_is_what_then_happens(study: Study, newer: Callable[..., Path]) -> None:
    first, second = replied_right(study, "members"), replied_right(study, "minsk")
    kept = memory(study, second)
    path = newer(
        ("answer = 10", "answer = 11"), ('id = "minsk"', 'id = "minsk-city"\nwas = ["minsk"]')
    )
    plan = planned(study, path)
    added = Updating(study).apply(plan)
    assert added.version == "1.1.0"
    assert memory(study, first) is None
    assert memory(study, second) == kept


def test_undoing_an_update_brings_back_every_memory_and_keeps_replies_since(
    study: Study, newer: Callable[..., Path], clock: Clock
) -> None:
    numbers = [replied_right(study, name) for name in ("astana", "minsk", "members", "languages")]
    before = [memory(study, number) for number in numbers]
    path = newer(
        ("answer = 10", "answer = 11"),
        ('id = "minsk"', 'id = "minsk-city"\nwas = ["minsk"]'),
        ('id = "languages"', 'id = "tongues"'),
    )
    updating = Updating(study)
    updating.apply(planned(study, path))
    clock.days(1)
    replied_right(study, "members")
    replied_right(study, "astana")
    log = set(study.database.connection.execute("SELECT * FROM review"))
    back = updating.undo(updating.installed("small"))
    assert back.version == "1.0.0"
    assert set(study.database.connection.execute("SELECT * FROM review")) >= log
    after = [memory(study, number) for number in numbers]
    assert after[1:] == before[1:]
    assert after[0] != before[0], "the reply since then counts"
    with pytest.raises(UsageError, match="nothing to undo"):
        updating.undo(back)


def test_updates_are_undone_one_after_the_other(study: Study, newer: Callable[..., Path]) -> None:
    number = replied_right(study, "members")
    before = memory(study, number)
    updating = Updating(study)
    for version, answer in (("1.1.0", 11), ("1.2.0", 12)):
        path = newer(("answer = 10", f"answer = {answer}"), version=version)
        updating.apply(planned(study, path))
    assert updating.undo(updating.installed("small")).version == "1.1.0"
    assert memory(study, number) is None
    assert updating.undo(updating.installed("small")).version == "1.0.0"
    assert memory(study, number) == before


def test_another_packs_file_is_refused(study: Study, newer: Callable[..., Path]) -> None:
    path = newer(('id = "small"', 'id = "large"'))
    with pytest.raises(UsageError, match='"large", not "small"'):
        planned(study, path)


def test_a_broken_version_is_told_whole(study: Study, newer: Callable[..., Path]) -> None:
    path = newer(("answer = 10", "answer = {}"), ('wrong = ["Brest"', 'wrong = ["Minsk"'))
    with pytest.raises(PackError) as caught:
        planned(study, path)
    assert len(caught.value.problems) >= 2
    assert all(problem.line for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("version", "word"), [("1.0.0", "installed already"), ("0.9.9", "older"), ("1.0.1", "")]
)
def test_only_a_newer_version_is_an_update(
    study: Study, newer: Callable[..., Path], version: str, word: str
) -> None:
    updating = Updating(study)
    (parcel,) = look(str(newer(version=version)), None, lambda *told: None).parcels  # type: ignore[arg-type]
    told = updating.refusal(updating.installed("small"), parcel)
    assert word in told
    assert bool(told) == bool(word)


RENAMED = ('id = "minsk"', 'id = "m"\nwas = ["minsk"]')


def test_a_question_that_gets_its_former_id_back_keeps_its_memory(
    study: Study, packs: Path
) -> None:
    number = replied_right(study, "minsk")
    before = memory(study, number)
    rewritten(packs, RENAMED)
    study.refresh()
    rewritten(packs, ('id = "m"\nwas = ["minsk"]', 'id = "minsk"'), ("Brest", "Grodno"))
    study.refresh()
    assert replied_right(study, "minsk") == number
    assert memory(study, number) != before


def test_going_back_to_before_an_id_was_used_again_finds_the_first_question(
    study: Study, packs: Path
) -> None:
    number = replied_right(study, "minsk")
    before = memory(study, number)
    first = (packs / "small.toml").read_text(encoding="utf-8")
    rewritten(packs, RENAMED)
    study.refresh()
    second = (packs / "small.toml").read_text(encoding="utf-8")
    another = (
        '\n[[question]]\nid = "minsk"\ntopic = "capitals"\nask = "Rivers?"\nanswer = "Svislach"'
    )
    (packs / "small.toml").write_text(
        second.replace('\nwas = ["minsk"]', "") + another, encoding="utf-8"
    )
    study.refresh()
    river = replied_right(study, "minsk")
    assert river != number
    third = (packs / "small.toml").read_text(encoding="utf-8")
    (packs / "small.toml").write_text(first, encoding="utf-8")
    study.refresh()
    rows = study.database.connection.execute("SELECT number FROM question WHERE id = 'minsk'")
    assert rows.fetchall() == [(number,)]
    assert memory(study, number) == before
    (packs / "small.toml").write_text(third, encoding="utf-8")
    study.refresh()
    rows = study.database.connection.execute("SELECT id, number FROM question WHERE installed")
    found = dict(rows.fetchall())
    assert (found["m"], found["minsk"]) == (number, river)


def test_an_answer_that_was_never_learned_does_not_come_back(
    study: Study, newer: Callable[..., Path]
) -> None:
    replied_right(study, "members")
    path = newer(("answer = 10", "answer = 11"))
    updating = Updating(study)
    updating.apply(planned(study, path))
    updating.undo(updating.installed("small"))
    assert fates(planned(study, path)) == {"members": (Fate.RELEARNED, True)}
    updating.apply(planned(study, path))
    replied_right(study, "members")
    updating.undo(updating.installed("small"))
    assert fates(planned(study, path)) == {"members": (Fate.BACK, True)}
