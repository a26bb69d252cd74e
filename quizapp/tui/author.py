"""The app of an author: hand-checking drafts. It needs neither a learner's data nor a library."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import Screen

from quizapp.drafting.desk.written import Written
from quizapp.handchecking import HandCheck
from quizapp.tui.frame import Frame

HOW = (
    "Read the sentence, then the draft. Accept it when all ten lines of the checklist hold.",
    "An accepted question is in the pack file at once: e changes it there, u takes it out again.",
    "What you change in the pack with a text editor meanwhile is kept.",
    "✗ must be mended before a question can be accepted; ? and ! ask you to look again.",
    "Leave whenever you like: next time it goes on where you were.",
)


class AuthorApp(Frame):
    """Hand-checking in a terminal."""

    HOW: ClassVar[tuple[str, ...]] = HOW

    def __init__(self, check: HandCheck, *, theme: str = "", calm: bool = False) -> None:
        self.check = check
        self.warned: tuple[Written, ...] = ()
        super().__init__("handcheck", theme=theme, calm=calm)

    def get_default_screen(self) -> Screen[None]:
        """The one screen."""
        from quizapp.tui.screens.handcheck import HandCheckScreen

        return HandCheckScreen(self.check)

    def on_mount(self) -> None:
        """Whatever the first paint need not wait for."""
        self.begin()

    async def action_quit(self) -> None:
        """Leave; where something written is not accepted yet, only when asked twice."""
        from quizapp.tui.screens.handcheck import HandCheckScreen

        for screen in self.screen_stack:
            if isinstance(screen, HandCheckScreen) and screen.pending not in ((), self.warned):
                self.warned = screen.pending
                self.say("What you have written is not accepted yet and would be lost. Quit again?")
                return
        self.exit()
