"""The pictures in the README: snapshots of a learner's fourth week with the shipped packs.

`pytest tests/tui/test_pictures.py --snapshot-update` draws them anew; look at them before they
are kept.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quizapp.core.grading import expected_text, grade
from quizapp.core.session import Session
from quizapp.core.verdict import Mark
from quizapp.packs.library import Folder, Library
from quizapp.play import Play
from quizapp.store.database import open_database
from quizapp.store.questions import number_of
from quizapp.study import Study
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.study import StudyScreen
from quizapp.wiring import TAUGHT

SHIPPED = Path(__file__).parents[2] / "questions"
SIZE = (80, 24)
DAYS = 25
NEW = "shanghai-river"
"""A question that this learner has not come to yet."""


@pytest.fixture
def learner(tmp_path, clock):
    """A study with some weeks behind it, a day of each missed."""
    library = Library((Folder(SHIPPED, shipped=True, order=TAUGHT),), tmp_path / "catalog.db")
    library.refresh()
    chance = random.Random(5)
    study = Study(open_database(tmp_path / "quiz.db"), library, now=clock, chance=chance.randbytes)
    for day in range(DAYS):
        if day % 7 != 6:
            study_through(study, chance)
        clock.days(1)
    yield study
    study.close()


def study_through(study, chance):
    """Today's session, three of four questions known at first sight."""
    session, known = study.start(), set()
    while True:
        session, asked = study.ask(session)
        if asked is None:
            return
        knows = asked.question.id in known or chance.random() < 0.75
        known.add(asked.question.id)
        reply = right_reply(asked) if knows else ()
        session = study.reply(session, asked, reply, chance.randrange(4_000, 15_000)).session


def right_reply(asked):
    """A reply that is judged right."""
    answer = asked.prompt.answer
    for one in asked.options:
        if grade(asked, (one,)).mark is Mark.RIGHT:
            return (one,)
    for field in ("items", "gaps"):
        if hasattr(answer, field):
            return tuple(getattr(answer, field))
    if hasattr(answer, "pairs"):
        return tuple(right for _, right in answer.pairs)
    return (expected_text(answer),)


def app(study, **options):
    seconds = iter(range(1_000_000))
    return QuizApp(study, Play(study), study.library, clock=lambda: float(next(seconds)), **options)


async def rest(pilot):
    """Until everything is drawn that comes after the first paint."""
    for _ in range(3):
        await pilot.pause(0.1)


def test_the_readme_shows_home(snap_compare, learner):
    assert snap_compare(app(learner), run_before=rest, terminal_size=SIZE)


def test_the_readme_shows_a_verdict(snap_compare, learner):
    async def reply(pilot):
        await rest(pilot)
        number = number_of(learner.database, "sco-map", NEW)
        pilot.app.push_screen(StudyScreen(Session(waiting=(number,), total=1)))
        await rest(pilot)
        asked = pilot.app.screen.asked
        wrong = [one for one in asked.options if grade(asked, (one,)).mark is not Mark.RIGHT]
        await pilot.press(str(asked.options.index(wrong[0]) + 1))
        await rest(pilot)

    assert snap_compare(app(learner), run_before=reply, terminal_size=SIZE)


def test_the_readme_shows_progress(snap_compare, learner):
    async def go(pilot):
        await rest(pilot)
        await pilot.press("g")
        await rest(pilot)

    assert snap_compare(app(learner), run_before=go, terminal_size=SIZE)
