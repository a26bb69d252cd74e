"""One question, studied by itself, then back to where one came from."""

from __future__ import annotations

from quizapp.core.session import Session
from quizapp.tui.screens.study import StudyScreen


class SingleScreen(StudyScreen):
    """A session whose end needs no summary."""

    def _ask(self, session: Session) -> None:
        if session.finished:
            # Not at once: while this screen is still being mounted it cannot be left.
            self.call_after_refresh(self._leave)
        else:
            super()._ask(session)

    def _leave(self) -> None:
        """Leave, without waiting for it: what is waited for here would wait for this screen."""
        if self.is_current:
            self.quiz.pop_screen()
