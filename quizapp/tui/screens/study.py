"""Study: one question after the other, the verdict in the same place, every reply saved at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from typing_extensions import override

from quizapp.core.memory import Rating
from quizapp.errors import QuizError
from quizapp.tui.screens.noting import NotingScreen
from quizapp.tui.screens.study_keys import (
    FLAGGED,
    FLAGGED_JUDGED,
    STUDY_KEYS,
    SUSPENDED,
    SUSPENDED_LAST,
    UNFLAGGED,
    Offers,
    possible,
)
from quizapp.tui.screens.trail import Deed, Flagged, Replied, Suspended, take_back
from quizapp.tui.stopwatch import Stopwatch
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.progress import ProgressTitle
from quizapp.tui.widgets.question import QuestionView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.core.question import Asked
    from quizapp.core.session import Session
    from quizapp.study import Correction, Judged, Step

AT_ONCE = "You just saw the answer: once more"
"""The badge of a miss that comes back with no other question between."""


WARM_AFTER = 0.2
"""Seconds; by then the first question is on the screen, and nobody has read it yet."""


class StudyScreen(NotingScreen):
    """A session under way: today's, one topic's, or the practice of misses."""

    CSS_PATH = "study.tcss"
    LEAVE = "app.back"
    """What Escape runs."""
    BINDINGS: ClassVar[list[BindingType]] = STUDY_KEYS

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.asked: Asked | None = None
        self.step: Step | None = None
        self.trail: list[Deed] = []
        self.again = False
        self.replied = False
        self.stopwatch = Stopwatch(lambda: self.quiz.clock())

    def compose(self) -> ComposeResult:
        """How far one is, the question, the keys."""
        yield ProgressTitle()
        yield QuestionView()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Ask the first question."""
        self.app.app_suspend_signal.subscribe(self, lambda _: self.stopwatch.hold())
        self.app.app_resume_signal.subscribe(self, lambda _: self.stopwatch.go_on())
        self._ask(self.session)
        self.set_timer(WARM_AFTER, self._warm)

    def _warm(self) -> None:
        """Load what the first verdict needs while the first question is read."""
        import quizapp.core.grading
        import quizapp.tui.widgets.verdict  # noqa: F401

        self.quiz.study.warm()

    def on_screen_suspend(self) -> None:
        """Something else is on top: the time until it is gone is not the learner's."""
        self.stopwatch.hold()

    def on_screen_resume(self) -> None:
        """The question can be seen again."""
        self.stopwatch.go_on()

    @property
    def view(self) -> QuestionView:
        """Where the question stands."""
        return self.query_one(QuestionView)

    # -- question after question ---------------------------------------------------------------

    def _ask(self, session: Session) -> None:
        self.session, self.asked = self.quiz.study.ask(session)
        self.step = None
        if self.asked is None:
            # Not at once: while this screen is still being mounted it cannot be replaced.
            self.call_after_refresh(self.quiz.show_summary, self.session)
            return
        correction = self.quiz.study.correction(self.session, self.asked)
        if correction is not None:
            self._correct(correction)
            return
        self.again = self.session.current in self.session.missed
        flagged = self.quiz.study.flagged(self.asked)
        self.view.show(self.asked, badge=self._badges(flagged=flagged))
        self.stopwatch.start()
        self._tell()

    def _correct(self, correction: Correction) -> None:
        """Tell of a changed answer before the question is asked."""
        from quizapp.tui.screens.correction import CorrectionScreen

        self._tell()
        self.quiz.push_screen(CorrectionScreen(correction, partial(self._corrected, correction)))

    def _corrected(self, correction: Correction, read: bool) -> None:
        """Ask the question whose change was told; leave where it was not read."""
        try:
            if read:
                self.quiz.study.corrected(correction)
                self._ask(self.session)
                return
        except QuizError as error:
            self.quiz.say(str(error))
        self.call_next(self.run_action, self.LEAVE)

    def _badges(self, *, flagged: bool) -> str:
        """The words on a question, none of them hiding another."""
        before = AT_ONCE if self._at_once else "missed before"
        return " · ".join([*[before] * self.again, *["flagged"] * flagged])

    @property
    def _at_once(self) -> bool:
        """True where the question asked now is the one that was just missed here."""
        last = self.session.done[-1] if self.session.done and self.replied else None
        return last is not None and last.again and last.question == self.session.current

    def _tell(self) -> None:
        name = "Practice" if self.session.practice else "Study"
        self.query_one(ProgressTitle).tell(name, self.session.passed, self.session.total)

    def on_question_view_replied(self, event: QuestionView.Replied) -> None:
        """Have the reply judged and saved, then show the verdict."""
        if event.asked is not self.asked or self.step is not None:
            return
        took = round(self.stopwatch.seconds * 1000)
        try:
            step = self.quiz.study.reply(self.session, event.asked, event.reply, took)
        except QuizError as error:
            from quizapp.study import QuestionChanged

            self.quiz.say(str(error))
            if isinstance(error, QuestionChanged):
                self._ask(self.session)
            else:
                self.view.show(event.asked, badge=self.view.badge)
            return
        self.trail.append(Replied())
        self.replied = True
        self._take(step)

    def _take(self, step: Step) -> None:
        """Show how the last reply stands now."""
        self.step = step
        self.session = step.session
        self._show_verdict(step.judged)
        self.quiz.ring(right=step.judged.verdict.mark.value != "wrong")
        self._tell()

    def _show_verdict(self, judged: Judged) -> None:
        study = self.quiz.study
        source, own = study.source_text(judged.asked), study.note(judged.asked)
        self.view.show_verdict(judged, source=source, own=own)

    def on_question_view_go_on(self) -> None:
        """The next question, or the summary."""
        if self.step is not None:
            self._ask(self.session)

    def on_question_view_rated(self, event: QuestionView.Rated) -> None:
        """A rating was clicked."""
        self.action_rate(event.rating)

    def on_question_view_appealed(self) -> None:
        """ "I was right" was clicked."""
        self.action_appeal()

    # -- keys --------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is active, and so shown."""
        found = possible(self._offers(), action, parameters)
        return super().check_action(action, parameters) if found is None else found

    @property
    def key_words(self) -> dict[str, str]:
        """Undo is not named where it would take back no more than f does."""
        more = self.session.done or any(not isinstance(deed, Flagged) for deed in self.trail)
        return {} if more else {"Undo": ""}

    def _offers(self) -> Offers:
        return Offers(
            asked=self.asked is not None,
            judged=self.step.judged if self.step else None,
            undoable=bool(self.trail or self.session.done),
            noting=self.noting,
        )

    def action_rate(self, rating: int) -> None:
        """Rate the last reply otherwise."""
        if self.step is not None and self.check_action("rate", (rating,)):
            try:
                self._take(self.quiz.study.rate(self.step, Rating(rating)))
            except QuizError as error:
                self.quiz.say(str(error))

    def action_appeal(self) -> None:
        """Count the last reply as right."""
        if self.step is not None:
            try:
                self._take(self.quiz.study.appeal(self.step))
            except QuizError as error:
                self.quiz.say(str(error))

    def action_undo(self) -> None:
        """Take back what was done last, and so on, back through the replies of the session."""
        last = self.trail[-1] if self.trail else Replied()
        try:
            session, done = take_back(self.quiz.study, self.session, last)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        del self.trail[-1:]
        self.quiz.confirm(done)
        if isinstance(last, Flagged):
            self._show_flag()
        else:
            self._ask(session)

    def action_flag(self) -> None:
        """Flag the question or take its flag away."""
        if self.asked is None:
            return
        try:
            flagged = self.quiz.study.flag(self.asked)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        self._remember_flag(Flagged(self.asked, flagged))
        self._show_flag()
        done = FLAGGED_JUDGED if self.step else FLAGGED
        self.quiz.confirm(done if flagged else UNFLAGGED)

    def _remember_flag(self, deed: Flagged) -> None:
        """Keep what was done to be taken back; doing and undoing it by hand leaves nothing."""
        if self.trail and self.trail[-1] == deed._replace(on=not deed.on):
            self.trail.pop()
        else:
            self.trail.append(deed)

    def _show_flag(self) -> None:
        if self.asked is not None:
            self.view.mark(self._badges(flagged=self.quiz.study.flagged(self.asked)))
        self.refresh_bindings()

    @property
    @override
    def noted(self) -> Asked | None:
        return self.step.judged.asked if self.step else None

    @override
    def show_note(self) -> None:
        if self.step is not None:
            self._show_verdict(self.step.judged)
        self.view.focus(scroll_visible=False)

    def action_suspend_question(self) -> None:
        """Take the question out of the schedule and go on."""
        if self.asked is None:
            return
        before = Suspended(self.session, self.asked)
        try:
            session = self.quiz.study.suspend(self.session, self.asked)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        self.trail.append(before)
        self.quiz.confirm(SUSPENDED_LAST if session.finished else SUSPENDED)
        self._ask(session)
