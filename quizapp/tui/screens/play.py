"""Play: the questions of a round, one after the other, with points and perhaps a clock."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui.stopwatch import Stopwatch
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.question import QuestionView
from quizapp.tui.widgets.said import Said
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import grouped

if TYPE_CHECKING:
    from quizapp.core.question import Asked
    from quizapp.play import Round
    from quizapp.tui.app import QuizApp

TICK = 0.25
"""Seconds between two looks at the clock."""
LEAVING = "Leave this round? It gets no score. Esc again leaves."


class PlayScreen(Screen[None]):
    """A round under way.

    The clock stands still while a verdict is read, and while anything else is on top: help, the
    notice that the window is too small, or the shell.
    """

    CSS_PATH = "play.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key(
            "leave-round",
            "escape",
            "leave",
            "Leave",
            "Leave the round; in its middle you are asked first.",
        ),
    ]

    def __init__(self, round: Round) -> None:  # noqa: A002 - the game's own name
        super().__init__()
        self.round = round
        self.asked: Asked | None = None
        self.stopwatch = Stopwatch(lambda: self.quiz.clock())
        self.late = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """The score above, the question, the keys."""
        yield TitleBar(place="Round")
        yield QuestionView()
        yield Said()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Ask the first question."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self.stopwatch.hold())
        self.app.app_resume_signal.subscribe(self, lambda _: self._back())
        if self.round.clock.seconds is not None:
            self.set_interval(TICK, self._look_at_clock)
        self._ask()

    def _ask(self) -> None:
        self.asked = self.quiz.play.ask(self.round)
        if self.asked is None:
            self.quiz.show_results(self.round)
            return
        self._put(self.asked)
        self._tell()

    def _put(self, asked: Asked) -> None:
        """Show a question and begin to count."""
        self.late = False
        self.query_one(Said).say("")
        self.query_one(QuestionView).show(asked)
        self.stopwatch.start()

    # -- score and clock -------------------------------------------------------------------

    @property
    def _left(self) -> float | None:
        """Seconds left for this question; None where no clock runs."""
        seconds = self.round.clock.seconds
        if seconds is None or self.asked is None:
            return None
        return seconds - self.stopwatch.seconds

    def on_screen_suspend(self) -> None:
        """Something else is on top: nobody sees the question."""
        self.stopwatch.hold()

    def on_screen_resume(self) -> None:
        """It can be seen again."""
        self._back()

    def _back(self) -> None:
        if self.is_current:
            self.stopwatch.go_on()

    def _tell(self) -> None:
        number = min(self.round.position + (self.asked is not None), self.round.total)
        parts = [f"{number} of {self.round.total}", f"{grouped(self.round.points)} points"]
        if self.round.combo > 1:
            parts.append(f"{self.round.combo} in a row")
        left = self._left
        if left is not None:
            parts.append(f"{max(ceil(left), 0)} s left")
        self.query_one(TitleBar).show(" · ".join(parts))

    def _look_at_clock(self) -> None:
        left = self._left
        if left is None or not self.is_current:
            return
        if left <= 0:
            self.late = True
            self.query_one(QuestionView).dont_know()
        else:
            self._tell()

    # -- replies ---------------------------------------------------------------------------

    def on_question_view_replied(self, event: QuestionView.Replied) -> None:
        """Judge, score and show; a reply to a question that is over counts for nothing."""
        if self.asked is None or event.asked is not self.asked:
            return
        took = round(self.stopwatch.seconds * 1000)
        try:
            self.round, judged = self.quiz.play.reply(self.round, self.asked, event.reply, took)
        except QuizError as error:
            self.quiz.say(str(error))
            # The clock begins anew, or a question out of time would fail again at every tick.
            self._put(self.asked)
            return
        self.asked = None
        self.query_one(Said).say("")
        view = self.query_one(QuestionView)
        source = self.quiz.study.source_text(event.asked)
        view.show_verdict(judged, source=source, note=self._note())
        self.quiz.ring(right=judged.verdict.mark.value != "wrong")
        self._tell()

    def _note(self) -> str:
        earned = self.round.replies[-1].points
        if self.late:
            return "Time is up. No points."
        if not earned:
            return "No points."
        run = f", {self.round.combo} in a row" if self.round.combo > 1 else ""
        return f"+{grouped(earned)} points{run}"

    def on_question_view_go_on(self) -> None:
        """The next question, or the results."""
        self._ask()

    # -- leaving ---------------------------------------------------------------------------

    def action_leave(self) -> None:
        """Leave; in the middle only when it was meant."""
        said = self.query_one(Said)
        if not self.round.position or said.words:
            self.action_leave_now()
            return
        said.say(LEAVING, yes=("Leave", "leave_now"), no=("Stay", "stay"))

    def action_leave_now(self) -> None:
        """Leave; what was replied stays in the log as practice."""
        self.quiz.pop_screen()

    def action_stay(self) -> None:
        """Go on playing; for the mouse."""
        self.query_one(Said).say("")
