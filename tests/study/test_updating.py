"""Updating a pack: what is said beforehand, what is done, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import PACK, Clock
from study.versions import memory, replied_right, rewritten

from quizapp.errors import PackError, UsageError
from quizapp.exchange.offer import look
from quizapp.packs.update import Kind
from quizapp.study import Study
from quizapp.updating import Fate, Plan, Updating


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
