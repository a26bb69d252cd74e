"""Questions of every form, and the smallest app that asks one."""

from __future__ import annotations

from datetime import date

from textual.app import App

from quizapp.core.grading import grade
from quizapp.core.ladder import put
from quizapp.core.memory import Rating
from quizapp.core.question import (
    DateAnswer,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    PackId,
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    TextAnswer,
    TopicId,
    TruthAnswer,
)
from quizapp.core.verdict import Mark
from quizapp.study import Future, Judged
from quizapp.tui import theme
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.question import QuestionView

TENTH = "Which country became the SCO's tenth member on 4 July 2024?"
WHY = "Belarus was admitted on the second day of the Astana summit."
CAPITALS = (("Belarus", "Minsk"), ("Kazakhstan", "Astana"), ("Uzbekistan", "Tashkent"))
FUTURES = (
    Future(Rating.AGAIN, 1, "1 day"),
    Future(Rating.HARD, 2, "2 days"),
    Future(Rating.GOOD, 4, "4 days"),
    Future(Rating.EASY, 9, "9 days"),
)
ANSWERS = {
    "choice": (TENTH, TextAnswer("Belarus", wrong=("Mongolia", "Türkiye", "Turkmenistan"))),
    "typed": (TENTH, TextAnswer("Belarus")),
    "truth": ("The SCO is a military alliance.", TruthAnswer(False)),
    "number": ("How many members were there after the summit?", NumberAnswer(10, unit="members")),
    "number-choice": ("How many members were there?", NumberAnswer(10, wrong=(8, 9, 14))),
    "date": ("On which day did the summit end?", DateAnswer(date(2024, 7, 4))),
    "select": (
        "Which of these were members on 4 July 2024?",
        SetAnswer(("Iran", "India"), wrong=("Mongolia", "Türkiye")),
    ),
    "names": ("Name three neighbours of Belarus.", SetAnswer(("Latvia", "Poland", "Ukraine"))),
    "order": (
        "Who joined first? Put them in order.",
        OrderAnswer(("India", "Iran", "Belarus")),
    ),
    "match": ("Match each country to its capital.", MatchAnswer(CAPITALS)),
    "gap": ("", GapAnswer(("Founded in ", " in ", "."), ("2001", "Shanghai"))),
    "map": (
        "Which country is lit on the map?",
        TextAnswer("Belarus", wrong=("Poland", "Ukraine"), country="BY"),
    ),
    "map-typed": ("Which country is lit?", TextAnswer("Kazakhstan", country="KZ")),
}
REPLIES = {
    "choice": ("Mongolia",),
    "typed": ("Mongolia",),
    "truth": ("true",),
    "number": ("9",),
    "number-choice": ("9",),
    "date": ("3 July 2024",),
    "select": ("Iran", "Mongolia"),
    "names": ("Poland", "Iran"),
    "order": ("Iran", "India", "Belarus"),
    "match": ("Minsk", "Tashkent", "Astana"),
    "gap": ("2001", "Beijing"),
    "map": ("Poland",),
    "map-typed": ("Mongolia",),
}


def asked_as(ask, answer, *, recall=False, seed=3, hint="", **facts):
    """A question put with its options in an order that `seed` decides."""
    prompt = Prompt(ask, answer, hint)
    facts = {"why": WHY, **facts}
    question = Question(QuestionId("q"), TopicId("t"), (prompt,), **facts)
    return put(PackId("p"), question, prompt, recall=recall, seed=seed)


def sample(name, **facts):
    """One of the questions above."""
    return asked_as(*ANSWERS[name], **facts)


def judged(asked, reply, **changes):
    """The reply as the use cases would judge it."""
    verdict = grade(asked, reply)
    rating = Rating.AGAIN if verdict.mark is Mark.WRONG else Rating.GOOD
    typed = not asked.options and bool(reply) and verdict.mark is not Mark.RIGHT
    values = {"futures": FUTURES, "appealable": typed, **changes}
    return Judged(asked, reply, verdict, rating, **values)


class Asking(App):
    """Asks one question and shows how the reply was judged."""

    CSS = "Screen { background: $background; } QuestionView { margin-top: 1; }"

    def __init__(self, asked, *, source="", **changes):
        super().__init__()
        for ours in theme.THEMES:
            self.register_theme(ours)
        self.theme = theme.DARK
        self.asked = asked
        self.source = source
        self.changes = changes
        self.replies = []
        self.events = []

    def get_css_variables(self):
        variables = super().get_css_variables()
        return {**theme.semantic_defaults(variables), **variables}

    def compose(self):
        yield QuestionView()
        yield KeyFooter()

    def on_mount(self):
        self.view.show(self.asked)

    @property
    def view(self):
        return self.query_one(QuestionView)

    def on_question_view_replied(self, event):
        self.replies.append(event.reply)
        shown = judged(event.asked, event.reply, **self.changes)
        self.view.show_verdict(shown, source=self.source)

    def on_question_view_go_on(self):
        self.events.append("go on")

    def on_question_view_rated(self, event):
        self.events.append(Rating(event.rating))

    def on_question_view_appealed(self):
        self.events.append("appeal")
