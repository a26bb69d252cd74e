"""A lesson: the new questions of one topic, asked as in Study; it leads back to the path."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from quizapp.tui import keys
from quizapp.tui.screens.study import StudyScreen

if TYPE_CHECKING:
    from quizapp.core.session import Session

After = Callable[["Session"], None]
"""What is told of a session when its screen is left."""


class LessonScreen(StudyScreen):
    """A session that ends where it began: `after` is told how it went, and no summary follows."""

    LEAVE = "leave_lesson"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key(
            "leave-lesson",
            "escape",
            "leave_lesson",
            "Leave",
            "Back to the path. Every reply is saved.",
        ),
    ]

    def __init__(self, session: Session, after: After | None = None) -> None:
        super().__init__(session)
        self.after = after

    def _ask(self, session: Session) -> None:
        session, asked = self.quiz.study.ask(session)
        if asked is not None:
            super()._ask(session)
            return
        self.session, self.asked, self.step = session, None, None
        # Not at once: while this screen is still being mounted it cannot be left.
        self.call_after_refresh(self.action_leave_lesson)

    def action_leave_lesson(self) -> None:
        """Back to where the lesson began."""
        if self.is_current:
            if self.after is not None:
                self.after(self.session)
            self.quiz.pop_screen()
