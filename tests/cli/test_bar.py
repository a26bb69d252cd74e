"""The bar of long work: on a terminal alone, seldom, and gone at the end."""

from __future__ import annotations

import sys

import pytest

from quizapp.commands import bar as bars
from quizapp.commands.bar import Bar


class Ticks:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> Ticks:
    monkeypatch.setattr(bars, "somebody_there", lambda: True)
    return Ticks()


def test_short_work_shows_nothing(ticks: Ticks, capsys: pytest.CaptureFixture[str]) -> None:
    with Bar(ticks) as bar:
        bar.tell("Working", 1, 2)
    assert capsys.readouterr().err == ""


def test_long_work_is_drawn_now_and_then_and_taken_away(
    ticks: Ticks, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bar(ticks) as bar:
        ticks.seconds = 1
        bar.counting("Working")(1, 2)
        bar.tell("Working", 2, 2)
    err = capsys.readouterr().err
    assert "Working ############------------  50 %" in err
    assert "100 %" not in err
    assert err.endswith("\r\x1b[K")


def test_work_of_unknown_length_says_how_much_is_done(
    ticks: Ticks, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bar(ticks) as bar:
        ticks.seconds = 1
        bar.tell("Fetching", 3 * 2**20, 0)
    assert "Fetching … 3.0 MiB" in capsys.readouterr().err


def test_stopped_work_leaves_no_line_behind(
    ticks: Ticks, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt), Bar(ticks) as bar:
        ticks.seconds = 1
        bar.tell("Working", 1, 2)
        raise KeyboardInterrupt
    assert capsys.readouterr().err.endswith("\r\x1b[K")


def test_without_a_terminal_there_is_no_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    ticks = Ticks()
    with Bar(ticks) as bar:
        ticks.seconds = 1
        bar.tell("Working", 1, 2)
    assert capsys.readouterr().err == ""
