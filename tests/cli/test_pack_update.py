"""sco-quiz pack update and pack feedback, from the command line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import PACK

from quizapp import wiring
from quizapp.store import questions
from quizapp.study import Study

Run = Callable[..., Any]


@pytest.fixture
def run(run: Run, pack: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line beside the small pack, which is added; there is no other one."""
    monkeypatch.chdir(pack.parent)
    assert run("pack", "add", pack.name, "--yes").status == 0
    return run


def newer(path: Path, *changes: tuple[str, str], version: str = "1.1.0") -> None:
    text = PACK.replace('version = "1.0.0"', f'version = "{version}"')
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


def learned(question: str, reply: str) -> None:
    """Reply to a question of the small pack."""
    with_study(lambda study: _reply(study, question, reply))


def _reply(study: Study, question: str, reply: str) -> None:
    session, asked = study.ask(study.only(_number(study, question)))
    assert asked is not None
    study.reply(session, asked, (reply,), 1000)


def _number(study: Study, question: str) -> int:
    number = questions.number_of(study.database, "small", question)
    assert number is not None
    return number


def with_study(work: Callable[[Study], None]) -> None:
    study = wiring.open_study(wiring.places())
    try:
        work(study)
    finally:
        study.close()


def data() -> sqlite3.Connection:
    return sqlite3.connect(wiring.places().data)


def test_an_update_is_shown_and_not_applied_without_a_yes(run: Run, tmp_path: Path) -> None:
    learned("members", "10")
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    ran = run("pack", "update", "small")
    assert ran.status == 0
    assert "members: answer changed; memory: relearned (you had learned it)" in ran.out
    assert "answer: 10 -> 11" in ran.out
    assert "Of the 1 you have learned: 0 kept, 1 to relearn." in ran.out
    assert "sco-quiz pack update small --yes" in ran.err
    assert "1.0.0" in run("pack", "list").out


def test_it_is_taken_from_where_the_pack_was_added(run: Run, tmp_path: Path) -> None:
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    ran = run("pack", "update", "--yes")
    assert (ran.status, "Updated small to 1.1.0." in ran.out) == (0, True)
    assert "1.1.0" in run("pack", "list").out


def test_another_place_can_be_named(run: Run, tmp_path: Path) -> None:
    newer(tmp_path / "two.toml", ("answer = 10", "answer = 11"))
    assert "--yes" in run("pack", "update", "small", "two.toml").err
    assert "small two.toml --yes" in run("pack", "update", "small", "two.toml").err
    assert run("pack", "update", "two.toml", "--yes").status == 0
    assert "1.1.0" in run("pack", "list").out


def test_a_yes_at_the_terminal_applies_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    monkeypatch.setattr("quizapp.commands.updating.somebody_there", lambda: True)
    monkeypatch.setattr("quizapp.commands.updating.agrees", lambda question: False)
    assert "Nothing was changed" in run("pack", "update", "small").err
    monkeypatch.setattr("quizapp.commands.updating.agrees", lambda question: True)
    assert "Updated small" in run("pack", "update", "small").out


def test_ctrl_c_at_the_second_pack_does_not_call_the_first_one_unchanged(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = PACK.replace('id = "small"', 'id = "other"')
    (tmp_path / "other.toml").write_text(other, encoding="utf-8")
    run("pack", "add", "other.toml", "--yes")
    (tmp_path / "other.toml").write_text(other.replace("1.0.0", "1.1.0"), encoding="utf-8")
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    asked: list[str] = []

    def agrees(question: str) -> bool:
        if asked:
            raise KeyboardInterrupt
        asked.append(question)
        return True

    monkeypatch.setattr("quizapp.commands.updating.agrees", agrees)
    told = run("pack", "update", typed=())
    assert told.status == 130
    assert told.err.endswith("Stopped. Whatever was not finished is as it was before.\n")
    assert [line.split()[1] for line in run("pack", "list").out.splitlines()] == ["1.1.0", "1.0.0"]


def test_what_changed_comes_as_json(run: Run, tmp_path: Path) -> None:
    learned("minsk", "Minsk")
    newer(
        tmp_path / "small.toml",
        ('id = "minsk"', 'id = "minsk-city"\nwas = ["minsk"]'),
        ("answer = 10", "answer = 11"),
    )
    (row,) = json.loads(run("pack", "update", "small", "--json").out)
    assert (row["pack"], row["from"], row["to"], row["applied"]) == (
        "small",
        "1.0.0",
        "1.1.0",
        False,
    )
    assert row["changes"] == {"renamed": 1, "answer": 1}
    assert row["memories"]["carried over"] == {"questions": 1, "learned": 1}
    renamed, changed = row["questions"]
    assert renamed["former"]["id"] == "minsk"
    assert (changed["former"]["answer"], changed["answer"]) == ("10", "11")
    (row,) = json.loads(run("pack", "update", "small", "--json", "--yes").out)
    assert row["applied"]


@pytest.mark.parametrize(("version", "word"), [("1.0.0", "differs"), ("0.9.0", "older")])
def test_what_is_not_newer_is_told(run: Run, tmp_path: Path, version: str, word: str) -> None:
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"), version=version)
    ran = run("pack", "update", "small", "--yes")
    assert (ran.status, word in ran.out) == (0, True)
    assert "10" in (wiring.places().packs / "small.toml").read_text(encoding="utf-8")


def test_a_broken_version_is_told_line_by_line_and_nothing_is_applied(
    run: Run, tmp_path: Path
) -> None:
    newer(tmp_path / "small.toml", ("answer = 10", "answer = {}"), ('["Brest"', '["Minsk"'))
    before = (wiring.places().packs / "small.toml").read_bytes()
    ran = run("pack", "update", "small", "--yes")
    assert ran.status == 2
    assert ran.err.count("small.toml:") >= 2
    assert (wiring.places().packs / "small.toml").read_bytes() == before


def test_another_pack_and_an_unknown_one_are_refused(run: Run, tmp_path: Path) -> None:
    newer(tmp_path / "large.toml", ('id = "small"', 'id = "large"'))
    ran = run("pack", "update", "small", "large.toml", "--yes")
    assert (ran.status, '"large", not "small"' in ran.err) == (2, True)
    ran = run("pack", "update", "smal")
    assert (ran.status, 'did you mean "small"?' in ran.err) == (2, True)


def test_one_pack_that_fails_does_not_hold_up_the_others(run: Run, tmp_path: Path) -> None:
    newer(tmp_path / "other.toml", ('id = "small"', 'id = "other"'))
    assert run("pack", "add", "other.toml", "--yes").status == 0
    (tmp_path / "other.toml").unlink()
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    ran = run("pack", "update", "--yes")
    assert ran.status == 2
    assert "other" in ran.err
    assert "Updated small" in ran.out


def test_an_update_is_undone(run: Run, tmp_path: Path) -> None:
    learned("members", "10")
    memories = data().execute("SELECT * FROM memory").fetchall()
    newer(tmp_path / "small.toml", ("answer = 10", "answer = 11"))
    run("pack", "update", "--yes")
    assert data().execute("SELECT * FROM memory").fetchall() == []
    ran = run("pack", "update", "--undo")
    assert (ran.status, "back at 1.0.0" in ran.out) == (0, True)
    assert data().execute("SELECT * FROM memory").fetchall() == memories
    ran = run("pack", "update", "--undo", "small")
    assert (ran.status, "nothing to undo" in ran.err) == (2, True)


def test_an_update_of_a_pack_that_came_with_the_app_is_undone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shipped" / "app.toml").write_text(
        PACK.replace('id = "small"', 'id = "app"'), encoding="utf-8"
    )
    newer(tmp_path / "app.toml", ('id = "small"', 'id = "app"'), ("answer = 10", "answer = 11"))
    assert run("pack", "update", "app", "--yes").status == 2, "nobody knows from where"
    assert run("pack", "update", "app", "app.toml", "--yes").status == 0
    assert "app                  1.1.0" in run("pack", "list").out
    assert run("pack", "update", "--undo", "app").status == 0
    listed = run("pack", "list").out
    assert "app                  1.0.0" in listed
    assert "with the app" in listed


def test_nothing_is_updated_without_saving(run: Run) -> None:
    assert run("pack", "update", "small", "--no-save").status == 2


# Feedback


@pytest.fixture
def said(run: Run) -> Run:
    """A learner who was right with another spelling, and has notes on two questions."""
    from quizapp.store import notes, settings

    def say(study: Study) -> None:
        number = _number(study, "astana")
        settings.add_spelling(study.database, number, "Astana", "Nur-Sultan", 1)
        settings.add_spelling(study.database, number, "Astana", "ASTANA", 2)
        settings.add_spelling(study.database, number, "Astana", "Almaty", 3)
        settings.add_spelling(study.database, number, "Akmola", "of a former answer", 4)
        settings.add_spelling(study.database, number, "Astana", "hidden\u202e", 5)
        notes.keep_note(study.database, _number(study, "minsk"), 'Since "when"?')
        notes.keep_note(study.database, _number(study, "members"), "for me alone")
        questions.toggle_flag(study.database, _number(study, "minsk"))
        assert study.device

    with_study(say)
    return run


def test_feedback_is_spellings_and_notes_on_flagged_questions_alone(said: Run) -> None:
    ran = said("pack", "feedback", "small")
    assert ran.status == 0
    assert ran.out.splitlines()[2:] == [
        "feedback = 1",
        'pack = "small"',
        'version = "1.0.0"',
        "",
        "[[question]]",
        'id = "astana"',
        "",
        "  [question.accept]",
        '  "Astana" = ["Nur-Sultan"]',
        "",
        "[[question]]",
        'id = "minsk"',
        'note = "Since \\"when\\"?"',
    ]


def test_an_author_takes_feedback_up_with_one_command(said: Run, tmp_path: Path) -> None:
    assert said("pack", "feedback", "small", "-o", "patch.toml").status == 0
    ran = said("pack", "feedback", "--apply", "patch.toml", "small.toml")
    assert (ran.status, "1 spelling and 1 note" in ran.out) == (0, True)
    before, after = PACK.splitlines(), (tmp_path / "small.toml").read_text().splitlines()
    assert [line for line in after if line not in before] == [
        'accept = ["Nur-Sultan"]',
        '# Feedback: Since "when"?',
    ]
    assert [line for line in after if line in before] == before
    assert after[after.index('# Feedback: Since "when"?') + 1] == "[[question]]"
    again = said("pack", "feedback", "--apply", "patch.toml", "small.toml")
    assert (again.status, "nothing was changed" in again.out) == (0, True)
    assert (tmp_path / "small.toml").read_text().splitlines() == after


def test_without_anything_to_tell_nothing_is_printed(run: Run, tmp_path: Path) -> None:
    ran = run("pack", "feedback", "small", "-o", "patch.toml")
    assert (ran.status, ran.out) == (0, "")
    assert "nothing to tell" in ran.err
    assert not (tmp_path / "patch.toml").exists()


def test_feedback_that_does_not_fit_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "patch.toml").write_text(
        'feedback = 1\npack = "small"\n[[question]]\nid = "nobody"\n[[question]]\nid = "astana"\n'
        'accept = { Astana = ["Nur-Sultan", "Almaty"], Akmola = ["x"] }\n',
        encoding="utf-8",
    )
    ran = run("pack", "feedback", "--apply", "patch.toml", "small.toml")
    assert ran.status == 2
    astana = 'patch.toml:7: question "astana":'
    assert ran.err.splitlines() == [
        'patch.toml:4: question "nobody": the pack has no such question; remove it from the patch',
        f'{astana} "Almaty" is a wrong option or another item there; remove it',
        f'{astana} "Akmola" is no answer of it that has spellings; remove it',
    ]
    assert (tmp_path / "small.toml").read_text(encoding="utf-8") == PACK
