"""Small stand-ins for study, play and library, so that a screen is tested by itself."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from quizapp.core.memory import Rating
from quizapp.core.question import (
    Asked,
    Form,
    PackId,
    Prompt,
    Question,
    QuestionId,
    TextAnswer,
    TopicId,
)
from quizapp.core.round import Clock, Round
from quizapp.core.session import Session
from quizapp.core.verdict import Mark, Verdict
from quizapp.errors import UsageError
from quizapp.packs.library import InstalledPack
from quizapp.play import Best, RoundResult
from quizapp.store.database import open_unsaved
from quizapp.study import Judged, Missed, Step, Summary, TopicProgress, TopicRef
from quizapp.today import Today

TODAY = Today(
    day=date(2024, 7, 5),
    due=12,
    waiting=12,
    new=10,
    again=2,
    done=18,
    streak=5,
    minutes=6,
    questions=140,
    packs=2,
    next_due=None,
    next_count=0,
    next_new=0,
    problems=0,
    warning="",
)
FIRST = TODAY._replace(due=0, waiting=0, again=0, done=0, streak=0, minutes=4)
ALL_DONE = TODAY._replace(
    due=0, waiting=0, new=0, again=0, minutes=0, next_due=date(2024, 7, 6), next_count=12
)
NO_PACKS = FIRST._replace(new=0, questions=0, packs=0, minutes=0)

TOPICS = tuple(
    TopicProgress(TopicRef("astana-2024", name), title, "The Astana summit", *numbers)
    for name, title, numbers in [
        ("membership", "Who belongs", (30, 24, 12, 4)),
        ("summit", "The summit in Astana", (22, 22, 22, 0)),
        ("declared", "What was declared", (18, 9, 2, 5)),
        ("region", "Neighbours and rivals in the region", (25, 1, 0, 1)),
        ("history", "History and institutions of the organisation since 1996", (25, 0, 0, 0)),
        ("energy", "Economy and energy", (20, 12, 5, 2)),
    ]
)

MISSES = (
    Missed(
        3,
        "Which country became the SCO's tenth member on 4 July 2024?",
        "Belarus",
        "Belarus was admitted on the second day of the Astana summit.",
    ),
    Missed(
        7,
        "In which city was the SCO founded in June 2001?",
        "Shanghai",
        "Six states signed the founding declaration there; the name has kept the city's.",
    ),
)


def asked(number: int) -> Asked:
    """A question with four options; the right one is the first by the alphabet."""
    answer = TextAnswer("Astana", wrong=("Bishkek", "Dushanbe", "Tashkent"))
    prompt = Prompt(f"Which city hosted summit number {number}?", answer)
    question = Question(
        QuestionId(f"city-{number}"), TopicId("summit"), (prompt,), why="It is the capital."
    )
    options = ("Bishkek", "Astana", "Tashkent", "Dushanbe")
    return Asked(PackId("astana-2024"), question, prompt, Form.CHOICE, options)


def judge(question, reply):
    """Right for the answer, wrong for all else."""
    mark = Mark.RIGHT if reply == ("Astana",) else Mark.WRONG
    reason = "That is the answer." if mark is Mark.RIGHT else "That is another city."
    rating = Rating.GOOD if mark is Mark.RIGHT else Rating.AGAIN
    return Judged(question, reply, Verdict(mark, reason, "Astana"), rating)


class FakeStudy:
    """Counts that a test sets; a session of three questions."""

    database = open_unsaved(Path("nowhere.db"))

    def __init__(self):
        self.now = TODAY
        self.all_topics = TOPICS
        self.started = []
        self.summed = Summary(24, 22, 19, MISSES, 6.4, 14, 10, 5, 8)
        self.refreshed = 0
        self.retried = 0
        self.choices = SimpleNamespace(text=lambda name, default: default)

    def today(self):
        return self.now

    def day(self):
        return self.now.day

    def calendar_day(self):
        return self.now.day

    def about(self):
        return "Who met, who joined and what was said in Astana in July 2024."

    def topics(self):
        return self.all_topics if self.now.questions else ()

    def refresh(self):
        self.refreshed += 1

    def start(self, *, topic=None, limit=None, more=False):
        self.started.append(topic)
        return Session(waiting=(1, 2, 3), total=3)

    def ask(self, session):
        return session, asked(session.current) if session.current else None

    def changed_in(self, pack):
        return 0

    def correction(self, session, question):
        return None

    def reply(self, session, question, reply, took_ms):
        return Step(Session(waiting=session.waiting[1:], total=3), judge(question, reply))

    def warm(self):
        """Nothing has to be loaded."""

    def last_reply(self, session):
        return "“Belarus” (right)"

    def note(self, question):
        return ""

    def flagged(self, question):
        return False

    def retry_misses(self, session):
        self.retried += 1
        return Session(waiting=(3, 7), total=2, practice=True)

    def summary(self, session):
        return self.summed

    def source_text(self, question):
        return "Actual News Magazine, 4 July 2024, paragraph 6"


class FakePlay:
    """Rounds of questions whose answer is always Astana."""

    def __init__(self):
        self.setups = []
        self.added = 0
        self.seeds = -1
        self.missed = ()
        self.empty = False

    def start(self, setup):
        if self.empty:
            raise UsageError("there is no question to play")
        self.setups.append(setup)
        numbers = tuple(range(1, (setup.length or 140) + 1))
        again = f"sco-quiz quiz --seed {setup.seed}"
        return Round("all topics", setup.clock, setup.seed or 1, numbers, again=again)

    def ask(self, playing):
        return None if playing.current is None else asked(playing.current)

    def reply(self, playing, question, reply, took_ms):
        judged = judge(question, reply)
        return playing.advance(question, reply, judged.verdict, took_ms), judged

    def finish(self, playing):
        when = datetime(2024, 7, 5, 12, tzinfo=timezone.utc)
        bests = (
            Best(1450, 10, 10, when.replace(day=1), False),
            Best(playing.points, playing.right, playing.total, when, True),
            Best(90, 1, 5, when.replace(day=3), False),
        )
        return RoundResult(playing, playing.right, False, bests)

    def new_seed(self):
        self.seeds += 1
        return 48213 + self.seeds

    def missed_today(self):
        return self.missed

    def todays_misses(self, clock):
        return Round("today's misses", clock, 1, self.missed, replay=True)

    def misses(self, playing):
        return Round(playing.setup, playing.clock, 2, playing.missed, replay=True)

    def add_misses_to_today(self, playing):
        self.added += len(playing.missed)
        return len(playing.missed)


RIVERS = "/home/learner/packs/rivers.toml"


class FakeLibrary:
    """Two packs that can be used and a file that cannot."""

    def __init__(self):
        self.installed = [
            InstalledPack(
                "astana-2024",
                "The Astana summit",
                "1.0.0",
                "Who met, who joined and what was declared in Astana, 3-4 July 2024.",
                "CC-BY-4.0",
                85,
                4,
                Path("/usr/share/sco-quiz/questions/astana-2024.toml"),
                True,
                (),
            ),
            InstalledPack(
                "sco-basics",
                "The SCO from its beginnings",
                "1.2.0",
                "Members, institutions and history.",
                "CC-BY-4.0",
                55,
                2,
                Path("/usr/share/sco-quiz/questions/sco-basics.toml"),
                True,
                (),
            ),
            InstalledPack(
                "",
                "rivers.toml",
                "",
                "",
                "",
                0,
                0,
                Path(RIVERS),
                False,
                (
                    f'{RIVERS}:41: question "volga": "wrong" repeats "Volga"; remove it there',
                    f'{RIVERS}:60: [bold]anser[/bold] is not a key; did you mean "answer"?',
                ),
            ),
        ]
        self.own = Path("/nowhere")

    def hidden(self):
        return ()

    def origin(self, pack):
        return ""

    def packs(self):
        return tuple(self.installed)


class Ticker:
    """A clock that a test moves on."""

    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


class Parts:
    """An app and everything it was made of."""

    def __init__(self):
        self.study = FakeStudy()
        self.play = FakePlay()
        self.library = FakeLibrary()
        self.clock = Ticker()

    def app(self, **options):
        from quizapp.tui.app import QuizApp

        return QuizApp(self.study, self.play, self.library, clock=self.clock, **options)


@pytest.fixture
def parts():
    return Parts()


@pytest.fixture
def said():
    """The text of the screen on top, as a person reads it."""

    def read(app):
        lines = app.screen._compositor.render_strips(app.size)
        return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)

    return read


@pytest.fixture
def days():
    """Today in each of Home's states."""
    return {"usual": TODAY, "first": FIRST, "done": ALL_DONE, "empty": NO_PACKS}


@pytest.fixture
def played():
    """A finished round of three questions; the second was missed."""
    playing = Round("all topics", Clock.NONE, 1, (1, 2, 3))
    for number, reply in enumerate([("Astana",), ("Bishkek",), ("Astana",)], 1):
        question = asked(number)
        playing = playing.advance(question, reply, judge(question, reply).verdict, 3000)
    return playing


@pytest.fixture
def fast_clock():
    return Clock.FAST
