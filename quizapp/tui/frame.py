"""What every app of ours is, whatever it shows first: themes, sizes, help and palette."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui import theme as themes
from quizapp.tui.ending import heed_signals

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.geometry import Size

LEAVE = "Leave the app. Everything is saved already."
MIN_WIDTH, MIN_HEIGHT = 60, 20
TURN = 0.0005
"""Seconds after which a busy thread lets another one on. What is painted goes to the terminal from
a thread of its own, in several pieces; with Python's 5 ms each of them waits for as long while the
app already works at what comes after."""


class Frame(App[None]):
    """An app that begins with the screen whose style sheet is `sheet`.

    `theme` is a theme's name; one that is not known falls back to our dark one. `calm` leaves out
    whatever glides or fades. `HOW` are sentences for Help, where they are not the learner's.
    """

    TITLE = "SCO Quiz"
    HOW: ClassVar[Sequence[str]] = ()
    ESCAPE_TO_MINIMIZE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-narrow"),
        (76, "-normal"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-low"),
        (24, "-middle"),
        (34, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("help", "question_mark,f1", "help", "Help", "What the keys do on this screen."),
        keys.key("quit", "q", "quit", "Quit", LEAVE),
        keys.key("quit-always", "ctrl+q", "quit", "Quit", LEAVE, priority=True),
        keys.key(
            "copy",
            "ctrl+y",
            "copy_screen",
            "Copy",
            "Copy what the screen says to the clipboard.",
            show=False,
        ),
        keys.key(
            "suspend",
            "ctrl+z",
            "suspend_process",
            "To the shell",
            "Go back to the shell for a while; fg brings the app back.",
            show=False,
        ),
    ]

    def __init__(self, sheet: str, *, theme: str = "", calm: bool = False) -> None:
        self.begun = False
        self._tidying = False
        self._confirmed = False
        sys.setswitchinterval(TURN)
        # Textual does not read the style sheet that belongs to the first screen by itself.
        super().__init__(css_path=["app.tcss", f"screens/{sheet}.tcss"])
        self._wear(theme)
        if calm:
            self.animation_level = "none"

    def _wear(self, name: str) -> None:
        """Put a theme on before the first style sheet is read, so that it is read only once."""
        for ours in themes.THEMES:
            self.register_theme(ours)
        known = name if name in self.available_themes else themes.DARK
        self.set_reactive(App.theme, known)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, with our semantic colours where it has none of its own."""
        variables = super().get_css_variables()
        if "right" not in variables:
            variables = {**variables, **themes.semantic_defaults(variables)}
            self.theme_variables = variables
        return variables

    def begin(self) -> None:
        """Whatever the first paint need not wait for."""
        # Back from the shell, Textual would leave the screen empty.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        heed_signals(self)
        self.begun = True
        self._check_size(self.size)
        self.call_after_refresh(self._collect)

    def _collect(self) -> None:
        from quizapp.tui import tidying

        tidying.begin()

    def pop_screen(self) -> AwaitComplete:
        """Leave the current screen; what it held is taken away in the pause that follows."""
        from quizapp.tui import tidying

        if not self._tidying:
            self._tidying = True
            self.set_timer(tidying.PAUSE, self._tidy)
        return super().pop_screen()

    def _tidy(self) -> None:
        from quizapp.tui import tidying

        self._tidying = False
        tidying.tidy()

    def _handle_exception(self, error: Exception) -> None:
        """Leave in words for trouble that has words, as with a damaged file; a bug shows itself."""
        # What went wrong in a worker comes wrapped.
        cause = getattr(error, "error", error)
        if isinstance(cause, QuizError):
            from rich.text import Text

            self.exit(return_code=2, message=Text(str(cause)))
        else:
            super()._handle_exception(error)

    def say(self, text: str) -> None:
        """Tell whoever sits there something that went wrong, over whatever is on the screen."""
        self.notify(text, severity="warning", timeout=8, markup=False)

    def confirm(self, text: str) -> None:
        """Say that something was done; one such word at a time, and only until the next key."""
        self._unsay()
        self.notify(text, timeout=4, markup=False)
        self._confirmed = True

    def _unsay(self) -> None:
        self._confirmed = False
        self.clear_notifications()
        # Textual leaves an empty line of each, which would push the next one over the question.
        self.screen.query("ToastHolder").remove()

    async def on_event(self, event: events.Event) -> None:
        """What was confirmed goes before the next key does anything."""
        if self._confirmed and isinstance(event, events.Key) and not event.is_forwarded:
            self._unsay()
        await super().on_event(event)

    def action_copy_screen(self) -> None:
        """Hand the screen's words to the terminal's clipboard."""
        from quizapp.tui.copying import words_of

        text = words_of(self.screen)
        if text:
            self.copy_to_clipboard(text)
            self.notify("Copied.", timeout=2, markup=False)

    def action_help(self) -> None:
        """Tell what the keys do on the screen one is on."""
        from quizapp.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            # What a screen has to explain of itself comes before how the app works.
            own = tuple(getattr(self.screen, "EXPLAINED", ()))
            self.push_screen(HelpScreen(tuple(keys.hints(self.screen)), self.HOW, own))

    def on_resize(self, event: events.Resize) -> None:
        """The window has another size."""
        if self.begun:
            self._check_size(event.size)

    def _check_size(self, size: Size) -> None:
        """Say so kindly where the window is too small; the notice leaves by itself."""
        if size.width < MIN_WIDTH or size.height < MIN_HEIGHT:
            from quizapp.tui.screens.small import SmallScreen

            if not any(isinstance(screen, SmallScreen) for screen in self.screen_stack):
                self.push_screen(SmallScreen(MIN_WIDTH, MIN_HEIGHT))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The command palette: what the keys of the screen do, and the themes."""
        for hint in keys.hints(screen):
            if hint.action and hint.action != "app.command_palette":
                run = partial(self.run_action, hint.action, hint.node)
                yield SystemCommand(hint.label, f"{hint.tip} ({hint.every})", run)
        yield SystemCommand("Theme", "Choose the colours.", self.action_change_theme)
        other = themes.LIGHT if self.current_theme.dark else themes.DARK
        yield SystemCommand(
            "Light or dark", "Switch between our two themes.", lambda: setattr(self, "theme", other)
        )
