"""A learner's first week with the shipped packs, day by day, by the keys alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quizapp.core.grading import expected_text, grade
from quizapp.core.question import GapAnswer, MatchAnswer, OrderAnswer, SetAnswer
from quizapp.core.verdict import Mark
from quizapp.packs.library import Folder, Library
from quizapp.play import Play
from quizapp.store.database import open_database
from quizapp.store.reviews import rebuild
from quizapp.study import Study
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.summary import SummaryScreen
from quizapp.tui.widgets.entry import Entry
from quizapp.tui.widgets.question import QuestionView
from quizapp.wiring import TAUGHT

SHIPPED = Path(__file__).parents[2] / "questions"
NEW_A_DAY = 10


@pytest.fixture
def morning(tmp_path, clock):
    """Opens the app anew on the same data, as every morning does."""
    opened = []
    chance = random.Random(3)

    def start(**options):
        library = Library((Folder(SHIPPED, shipped=True, order=TAUGHT),), tmp_path / "catalog.db")
        library.refresh()
        study = Study(
            open_database(tmp_path / "week.db"), library, now=clock, chance=chance.randbytes
        )
        opened.append(study)
        seconds = iter(range(1_000_000))
        return QuizApp(study, Play(study), library, clock=lambda: float(next(seconds)), **options)

    yield start
    for study in opened:
        study.close()


def view(app):
    return app.screen.query_one(QuestionView)


async def know(pilot, asked):
    """Give the right reply to whatever is asked, the way its form takes it."""
    answer = asked.prompt.answer
    if asked.options and isinstance(answer, (OrderAnswer, MatchAnswer)):
        items = (
            answer.items
            if isinstance(answer, OrderAnswer)
            else tuple(right for _, right in answer.pairs)
        )
        await press_options(pilot, asked, items)
    elif asked.options and isinstance(answer, SetAnswer):
        await press_options(pilot, asked, answer.items)
    elif asked.options:
        right = [one for one in asked.options if grade(asked, (one,)).mark is Mark.RIGHT]
        await press_options(pilot, asked, right)
    else:
        texts = answer.gaps if isinstance(answer, GapAnswer) else _texts(answer)
        for text in texts:
            pilot.app.screen.query_one(Entry).value = text
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
    if view(pilot.app).judged is None:
        await pilot.press("enter")
    await pilot.pause()


async def press_options(pilot, asked, wanted):
    for one in wanted:
        await pilot.press(str(asked.options.index(one) + 1))
    await pilot.pause()


def _texts(answer):
    if isinstance(answer, SetAnswer):
        return [*answer.items]
    return [expected_text(answer)]


async def study_through(pilot, *, knows):
    """Reply until the summary comes; `knows(asked)` says whether rightly. Counts the replies."""
    replies = 0
    while not isinstance(pilot.app.screen, SummaryScreen):
        assert replies < 200
        asked = pilot.app.screen.asked
        if knows(asked):
            await know(pilot, asked)
        else:
            await pilot.press("space" if view(pilot.app).sheet.space_is_dont_know else "f2")
        await pilot.pause()
        assert view(pilot.app).judged is not None, asked
        replies += 1
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
    return replies


def due_numbers(study):
    """What a session of now would ask for the first time, by number: due ones, then new ones."""
    day = study.day().toordinal()
    rows = study.database.connection.execute(
        "SELECT question FROM memory WHERE active AND due <= ?", (day,)
    )
    return {number for (number,) in rows}


class Learner:
    """Knows four questions of five at first sight, and each one after it was missed once."""

    def __init__(self):
        self.mood = random.Random(11)
        self.missed = set()

    def knows(self, asked):
        if asked.question.id in self.missed or self.mood.random() > 0.2:
            return True
        self.missed.add(asked.question.id)
        return False


async def take_up_from_home(pilot, day, said):
    """Home's one key leads to exactly what is due, and ten new questions."""
    app = pilot.app
    due = due_numbers(app.study)
    await pilot.pause()
    assert isinstance(app.screen, HomeScreen)
    assert ("first 10" in said(app)) == (day == 1)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(app.screen, StudyScreen)
    waiting = set(app.screen.session.waiting)
    assert due <= waiting
    assert len(waiting - due) == NEW_A_DAY


async def close_the_lid(pilot):
    """Four replies, and the app is left in the middle of the fifth question."""
    for _ in range(4):
        await know(pilot, pilot.app.screen.asked)
        await pilot.press("enter")
        await pilot.pause()
    left = set(pilot.app.screen.session.waiting)
    await pilot.press("ctrl+q")
    return left


async def change_ones_mind(pilot):
    """A reply is taken back, and its question stands there again."""
    first = pilot.app.screen.asked.question.id
    await know(pilot, pilot.app.screen.asked)
    await pilot.press("u")
    await pilot.pause()
    assert pilot.app.screen.asked.question.id == first


async def test_a_first_week_day_by_day(morning, clock, said):
    """Seven mornings: each asks what is due and ten new ones, and nothing is lost on the way."""
    replies = 0
    for day in range(1, 8):
        learner, left = Learner(), set()
        app = morning()
        async with app.run_test(size=(80, 24)) as pilot:
            await take_up_from_home(pilot, day, said)
            if day == 3:
                left = await close_the_lid(pilot)
                replies += 4
            if day == 5:
                await change_ones_mind(pilot)
        app = morning(start="study")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert not left or set(app.screen.session.waiting) == left
            replies += await study_through(pilot, knows=learner.knows)
            assert not learner.missed or str(len(learner.missed)) in said(app)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, HomeScreen)
        today = app.study.today()
        assert (today.due, today.new, today.streak) == (0, 0, day)
        clock.days(1)
    the_log_holds(app.study, replies)


def the_log_holds(study, replies):
    """Every reply is there, the one taken back too; the memories are the log's, to the byte."""
    connection = study.database.connection
    kept = connection.execute("SELECT count(*) FROM review WHERE mode = 'study'").fetchone()[0]
    assert kept == replies + 1
    seen = connection.execute("SELECT count(*) FROM question WHERE seen IS NOT NULL").fetchone()[0]
    assert seen == 7 * NEW_A_DAY
    memories = "SELECT * FROM memory ORDER BY question"
    before = connection.execute(memories).fetchall()
    rebuild(study.database, retention=study.retention)
    assert connection.execute(memories).fetchall() == before
