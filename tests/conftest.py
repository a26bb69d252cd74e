"""User data goes to a temporary folder, the clock stands still, chance is seeded."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quizapp.packs.library import Folder, Library
from quizapp.store.database import open_database
from quizapp.study import Study

ZONE = timezone(timedelta(hours=5))
START = datetime(2026, 3, 2, 9, 0, tzinfo=ZONE)

PACK = """format = 1
id = "small"
title = "A small pack"
version = "1.0.0"

[[topic]]
id = "capitals"
title = "Capitals"

[[topic]]
id = "numbers"
title = "Numbers"

[[question]]
id = "astana"
topic = "capitals"
ask = "Which city is the capital of Kazakhstan?"
answer = "Astana"
wrong = ["Almaty", "Bishkek", "Tashkent"]
why = "Astana took over from Almaty in 1997."

[[question]]
id = "minsk"
topic = "capitals"
ask = "Which city is the capital of Belarus?"
answer = "Minsk"
wrong = ["Brest", "Gomel", "Vilnius"]

[[question]]
id = "members"
topic = "numbers"
ask = "How many members did the SCO have on 4 July 2024?"
answer = 10
wrong = [6, 8, 9]

[[question]]
id = "languages"
topic = "numbers"
ask = "Name the two official languages of the SCO."
answer = ["Chinese", "Russian"]
"""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = START) -> None:
        self.time = now

    def __call__(self) -> datetime:
        # Each look takes a moment, so that rows of the log sort as they were written.
        self.time += timedelta(milliseconds=5)
        return self.time

    def days(self, days: float) -> None:
        self.time += timedelta(days=days)


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the data of whoever runs it."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv("SCO_QUIZ_DATA", raising=False)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """The learner's packs folder, with one small pack in it."""
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "small.toml").write_text(PACK, encoding="utf-8")
    return folder


@pytest.fixture
def open_study(tmp_path: Path, packs: Path, clock: Clock) -> Iterator[Callable[[], Study]]:
    """Opens the same data file and packs as often as asked: each call is another window."""
    opened: list[Study] = []
    chance = random.Random(7)

    def open_it() -> Study:
        library = Library((Folder(packs, shipped=False),), tmp_path / "cache" / "catalog.db")
        library.refresh()
        study = Study(
            open_database(tmp_path / "data" / "quiz.db"),
            library,
            now=clock,
            chance=chance.randbytes,
        )
        opened.append(study)
        return study

    yield open_it
    for study in opened:
        study.close()


@pytest.fixture
def study(open_study: Callable[[], Study]) -> Study:
    return open_study()
