"""Trouble that no screen expects: told in words where it has words, shown where it is a bug."""

from __future__ import annotations

from asyncio import sleep
from pathlib import Path

import pytest

import quizapp.tui.frame
from quizapp.errors import CatalogDamaged
from quizapp.tui.frame import Frame


def probe() -> Frame:
    """An app with nothing to show, but with our style sheets."""
    made = Frame("home")
    folder = Path(quizapp.tui.frame.__file__).parent
    made.css_path = [folder / path.name for path in made.css_path[:1]]
    return made


async def test_a_damaged_file_ends_the_app_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    app = probe()

    def meet() -> None:
        raise CatalogDamaged("packs.db: [red]damaged[/red]")

    async with app.run_test():
        app.call_later(meet)
        await sleep(0.1)
    assert app.return_code == 2
    assert capsys.readouterr().err == "packs.db: [red]damaged[/red]\n"


async def test_damage_met_in_a_worker_is_told_too() -> None:
    app = probe()

    def meet() -> None:
        raise CatalogDamaged("packs.db: damaged")

    async with app.run_test():
        app.run_worker(meet, thread=True)
        await sleep(0.2)
    assert app.return_code == 2


async def test_a_bug_stays_a_bug() -> None:
    app = probe()

    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        async with app.run_test():
            app.call_later(fail)
            await sleep(0.1)
