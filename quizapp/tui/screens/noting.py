"""A screen that opens the form for a note at its foot, and has what is written kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.tui.widgets.footer import KeyFooter

if TYPE_CHECKING:
    from textual.widgets import Input

    from quizapp.core.question import Asked
    from quizapp.tui.app import QuizApp
    from quizapp.tui.widgets.asking import NoteForm

NOTED = "Note kept. n changes it."
UNNOTED = "There is no note any more."


class NotingScreen(Screen[None]):
    """The learner's own line on a question; the form is made when it is first wanted."""

    noting = False
    """True while the form is open."""

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    @property
    def noted(self) -> Asked | None:
        """The question that a note may be written on now; None where there is none."""
        raise NotImplementedError

    def show_note(self) -> None:
        """The form is gone: show the note as it is kept, and take keys again."""
        raise NotImplementedError

    async def action_note(self) -> None:
        """Write a note on the question."""
        if self.noted is not None:
            form = await self._form()
            self.noting = True
            form.open(self.quiz.study.note(self.noted))
            self.refresh_bindings()

    async def _form(self) -> NoteForm:
        from quizapp.store.notes import LONGEST
        from quizapp.tui.widgets.asking import NoteForm

        if not self.query(NoteForm):
            await self.mount(NoteForm(LONGEST), before=self.query_one(KeyFooter))
        return self.query_one(NoteForm)

    async def on_note_form_left(self) -> None:
        """The note stays as it was."""
        await self._close()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was written."""
        event.stop()
        asked = self.noted
        if asked is None or not self.noting:
            return
        try:
            kept = self.quiz.study.write_note(asked, event.value)
            self.quiz.confirm(NOTED if kept else UNNOTED)
        except QuizError as error:
            self.quiz.say(str(error))
        await self._close()

    async def _close(self) -> None:
        self.noting = False
        (await self._form()).close()
        self.show_note()
        self.refresh_bindings()
