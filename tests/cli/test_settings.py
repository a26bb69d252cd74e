from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.commands import line, settings
from quizapp.errors import UsageError

Told = tuple[list[str], list[str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Told]:
    """Runs `sco-quiz settings` with these words; what it says as data, and beside it."""
    monkeypatch.setattr("quizapp.wiring.shipped_packs", lambda: tmp_path / "shipped")
    entry = ("Settings.", "sco-quiz settings", settings.add_options)
    monkeypatch.setitem(line.COMMANDS, "settings", entry)

    def run_it(*words: str) -> Told:
        said: list[str] = []
        remarked: list[str] = []
        args = line.parser().parse_args(["settings", *words])
        assert settings.run(args, said.append, remarked.append) == 0
        return said, remarked

    return run_it


def test_all_settings_are_printed_a_line_each(run: Callable[..., Told]) -> None:
    lines, _ = run()
    assert len(lines) == 9
    assert lines[2].split()[:2] == ["retention", "0.90"]
    assert "0.80 to 0.97" in lines[2]


def test_a_setting_is_changed_and_stays_so(run: Callable[..., Told]) -> None:
    said, remarked = run("new-a-day", "25")
    assert said == ["new-a-day 25"]
    assert remarked == ["It was 10; go back with: sco-quiz settings new-a-day default"]
    assert run("new-a-day")[0][0] == "new-a-day 25"
    assert "default 10" in run()[0][0]
    assert run("new-a-day", "25")[1] == ["It was so already."]


def test_default_puts_a_setting_back(run: Callable[..., Told]) -> None:
    run("day-start", "6")
    assert run("day-start", "default")[0] == ["day-start 04:00"]
    assert "default" not in run()[0][3]


def test_themes_of_the_toolkit_can_be_named(run: Callable[..., Told]) -> None:
    assert run("theme", "Nord")[0] == ["theme nord"]
    with pytest.raises(UsageError, match='did you mean "dracula"'):
        run("theme", "drcula")


def test_numbers_are_numbers_in_json(run: Callable[..., Told]) -> None:
    found = {one["name"]: one for one in json.loads("\n".join(run("--json")[0]))}
    assert found["retention"]["value"] == 0.9
    assert found["reviews-a-day"] | {"about": ""} == {
        "name": "reviews-a-day",
        "title": "Reviews a day",
        "about": "",
        "value": 100,
        "default": 100,
        "least": 0,
        "most": 9999,
    }
    assert "sco-light" in found["theme"]["choices"]
    assert json.loads("\n".join(run("clock", "fast", "--json")[0]))["value"] == "fast"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new-aday"], 'did you mean "new-a-day"'),
        (["new-a-day", "-3"], "below the least"),
        (["retention", "2"], "0.80 to 0.97"),
        (["sound", "maybe"], "off, right, wrong, both"),
    ],
)
def test_a_mistake_is_answered_with_what_could_be_meant(
    run: Callable[..., Told], words: list[str], told: str
) -> None:
    with pytest.raises(UsageError) as refused:
        run(*words)
    assert told in str(refused.value)


def test_retention_is_told_with_what_it_costs(run: Callable[..., Told]) -> None:
    from quizapp import wiring

    assert not [line for line in run("retention")[0] if "costs" in line and "next 30" in line]
    study = wiring.open_study(wiring.places())
    study.database.connection.execute("PRAGMA foreign_keys = 0")
    today = study.day().toordinal()
    study.database.connection.execute(
        "INSERT INTO memory (question, stability, difficulty, due, last, replies, lapses) "
        "VALUES (1, 5, 5, ?, ?, 3, 0)",
        (today + 1, today - 3),
    )
    study.close()
    lines = run("retention")[0]
    assert [line.split()[0] for line in lines[-5:]] == ["0.80", "0.85", ">", "0.95", "0.97"]
    assert len(json.loads("\n".join(run("retention", "--json")[0]))["forecast"]) == 5


def test_without_saving_nothing_is_kept(run: Callable[..., Told]) -> None:
    run("--no-save", "clock", "fast")
    assert run("clock")[0][0] == "clock none"
