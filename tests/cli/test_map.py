"""sco-quiz map: a map and a list of a day, in letters, in colours or as JSON."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, timezone

import pytest

from quizapp.cli import main
from quizapp.commands import map as command
from quizapp.commands.map import read_day
from quizapp.errors import UsageError

TODAY = date(2026, 11, 21)


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, directly):
    """Runs the command with words; what it printed."""
    now = datetime(2026, 11, 21, 12, tzinfo=timezone.utc)
    monkeypatch.setattr("quizapp.wiring.now", lambda: now)
    return lambda *argv: directly(command)(*argv)[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2001", date(2001, 12, 31)),
        ("2001-06", date(2001, 6, 30)),
        ("2001-06-15", date(2001, 6, 15)),
        ("15 June 2001", date(2001, 6, 15)),
        (" 2024-02 ", date(2024, 2, 29)),
        ("1990", date(1990, 12, 31)),
        ("2026", TODAY),
        ("2026-11", TODAY),
        ("2026-12", date(2026, 12, 31)),
        ("2030", date(2030, 12, 31)),
    ],
)
def test_a_year_a_month_or_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "soon", "2001-13", "2001-02-30", "0000", "04/07/2024", "1"])
def test_anything_else_says_how_to_write_it(text: str) -> None:
    with pytest.raises(UsageError, match="write a year or a day") as told:
        read_day(text, TODAY)
    assert "\n" not in str(told.value)


def test_a_wrong_date_is_one_line_and_status_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", "--on", "soon"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1


def test_a_map_is_of_one_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", "2001", "--on", "2024"]) == 2
    assert "a map is of one day" in capsys.readouterr().err


def test_the_map_is_plain_text_where_colours_are_not_welcome(show) -> None:
    lines = show("--on", "2024-07-04")
    text = "\n".join(lines)
    assert lines[0] == "The SCO on 4 July 2024"
    assert "\x1b" not in text
    assert all(len(line) <= 80 for line in lines)
    assert "m 10 members" in lines
    assert "BY Belarus (4 July 2024)" in text
    assert lines[-1] == "Areas of : are disputed; the map decides no border."


def test_a_colour_terminal_gets_the_same_list(show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.wiring.colour_terminal", lambda: True)
    text = "\n".join(show("--on", "2024"))
    assert "\x1b[" in text
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text)
    assert "█ 10 members" in plain
    assert "▀" in plain
    assert "Hatched areas are disputed" in plain
    assert "\x1b" not in "\n".join(show("--on", "2024", "--plain"))


def test_before_the_beginning_and_after_what_is_known_it_says_so(show) -> None:
    before = "\n".join(show("--on", "1990"))
    assert "there was neither the SCO nor the Shanghai Five" in before
    assert "members" not in before
    later = "\n".join(show("--on", "2031-01-01"))
    assert "What is known here ends with 1 September 2025" in later
    assert "10 members" in later


def test_without_a_date_it_shows_today(show) -> None:
    assert show()[0] == "The SCO on 21 November 2026"


def test_json_names_every_country_with_its_source(show) -> None:
    told = json.loads("\n".join(show("--json", "--on", "2005")))
    assert told["day"] == "2005-12-31"
    assert len(told["countries"]) == 10
    mongolia = next(one for one in told["countries"] if one["code"] == "MN")
    assert mongolia["status"] == "observer"
    assert mongolia["since"] == "17 June 2004"
    assert mongolia["source"].startswith("https://")


@pytest.mark.parametrize(
    ("variables", "welcome"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_colours_are_for_terminals_that_want_them(monkeypatch, variables, welcome) -> None:
    from quizapp import wiring

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert wiring.colour_terminal() is welcome
    monkeypatch.setattr("sys.stdout.isatty", lambda: False)
    assert wiring.colour_terminal() is False
