"""The app: it holds the ready-made parts, and knows which screen comes after which."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui import theme as themes

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size
    from textual.theme import Theme
    from textual.widget import AwaitMount

    from quizapp.browsing import Query
    from quizapp.core.session import Session
    from quizapp.packs.library import Library
    from quizapp.play import Play, Round, RoundSetup
    from quizapp.study import Study, TopicRef

LEAVE = "Leave the app. Everything is saved already."
MIN_WIDTH, MIN_HEIGHT = 60, 20


class _First(NamedTuple):
    """The screen to begin with: the name of its style sheet, and what makes it."""

    sheet: str
    make: Callable[[], Screen[Any]]


async def _mounted(mounting: AwaitMount) -> None:
    await mounting


def nothing_left(topic: TopicRef | None) -> str:
    """What to say where there is nothing to study."""
    if topic:
        return "You have seen all of this topic, and nothing of it is due. Press r for a round."
    return "Today is done. Mark a topic to learn more of it, or press r to play a round."


def _home_screen() -> Screen[Any]:
    from quizapp.tui.screens.home import HomeScreen

    return HomeScreen()


def _study_screen(session: Session) -> Screen[Any]:
    from quizapp.tui.screens.study import StudyScreen

    return StudyScreen(session=session)


def _learn_screen(topic: TopicRef | None = None) -> Screen[Any]:
    from quizapp.tui.screens.learn import LearnScreen

    return LearnScreen(topic)


def _browse_screen(query: Query | None = None) -> Screen[Any]:
    from quizapp.tui.screens.browse import BrowseScreen

    return BrowseScreen() if query is None else BrowseScreen(query)


def _round_screen(topic: TopicRef | None = None) -> Screen[Any]:
    from quizapp.tui.screens.round import RoundScreen

    return RoundScreen(topic)


def _play_screen(round: Round) -> Screen[Any]:  # noqa: A002 - the game's own name
    from quizapp.tui.screens.play import PlayScreen

    return PlayScreen(round)


class QuizApp(App[None]):
    """SCO Quiz in a terminal.

    `start` is the first screen: "home", "study" (with `topic`, `limit` and `more`), "learn" (with
    `topic`), "browse" (with `search`) or "round" (with `setup`, else the setup is asked for).
    `clock` counts seconds and never goes back. `theme` is a theme's name; one that is not known
    falls back to our dark one. `calm` leaves out whatever glides or fades.
    """

    TITLE = "SCO Quiz"
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
            "suspend",
            "ctrl+z",
            "suspend_process",
            "To the shell",
            "Go back to the shell for a while; fg brings the app back.",
            show=False,
        ),
    ]

    def __init__(
        self,
        study: Study,
        play: Play,
        library: Library,
        *,
        start: str = "home",
        topic: TopicRef | None = None,
        limit: int | None = None,
        more: bool = False,
        setup: RoundSetup | None = None,
        search: Query | None = None,
        clock: Callable[[], float],
        theme: str = "",
        calm: bool = False,
    ) -> None:
        self.study = study
        self.play = play
        self.library = library
        self.limit = limit
        self.more = more
        self.clock = clock
        self.begun = False
        self.greeting = ""
        self.spent = False
        self.search = search
        self.first = self._first(start, topic, setup)
        # Textual does not read the style sheet that belongs to the first screen by itself.
        super().__init__(css_path=["app.tcss", f"screens/{self.first.sheet}.tcss"])
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

    # -- the first screen ------------------------------------------------------------------

    def _first(self, start: str, topic: TopicRef | None, setup: RoundSetup | None) -> _First:
        """What to begin with; Home, with a word why, where that cannot be."""
        try:
            if start == "study":
                session = self.study.start(topic=topic, limit=self.limit, more=self.more)
                if not session.finished:
                    return _First("study", partial(_study_screen, session))
                self.greeting = nothing_left(topic)
            if start == "learn":
                return _First("learn", partial(_learn_screen, topic))
            if start == "browse":
                return _First("browse", partial(_browse_screen, self.search))
            if start == "round" and setup is None:
                return _First("round", _round_screen)
            if start == "round" and setup is not None:
                return _First("play", partial(_play_screen, self.play.start(setup)))
        except QuizError as error:
            self.greeting = str(error)
        return _First("home", _home_screen)

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        return self.first.make()

    def on_mount(self) -> None:
        """Whatever the first paint need not wait for; other screens are imported when shown."""
        # Back from the shell, Textual would leave the screen empty.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.begun = True
        self._check_size(self.size)
        if self.greeting:
            self.say(self.greeting)
        # The start may have held garbage collection back; it goes on after the first paint.
        self.call_after_refresh(self._collect)

    def _collect(self) -> None:
        """Let garbage collection go on, which the start may have held back.

        What is loaded by now stays; looking through all of it again would hold a verdict up for
        longer than it takes to paint it.
        """
        gc.freeze()
        gc.enable()

    # -- going from screen to screen -------------------------------------------------------

    def say(self, text: str) -> None:
        """Tell the learner something that went wrong, over whatever is on the screen."""
        self.notify(text, severity="warning", timeout=8, markup=False)

    @property
    def _ground(self) -> int:
        """How many spent screens lie at the bottom.

        Textual can neither pop nor replace the screen at the bottom, so where the app did not
        begin with Home, the first screen stays below when it is left.
        """
        return int(self.spent)

    def pop_screen(self) -> AwaitComplete:
        """Leave the current screen; below the last one there is always Home."""
        if len(self.screen_stack) > self._ground + 1:
            return super().pop_screen()
        return self.replace_screen(_home_screen())

    def replace_screen(self, screen: Screen[Any]) -> AwaitComplete:
        """Show a screen in the place of the current one."""
        if len(self.screen_stack) > 1:
            return self.switch_screen(screen)
        self.spent = True
        return AwaitComplete(_mounted(self.push_screen(screen)))

    def go_home(self) -> None:
        """Back to Home from anywhere."""
        from quizapp.tui.screens.home import HomeScreen

        while len(self.screen_stack) > self._ground + 1:
            super().pop_screen()
        if not isinstance(self.screen, HomeScreen):
            self.replace_screen(_home_screen())

    def action_go_home(self) -> None:
        """Back to Home from anywhere."""
        self.go_home()

    def study_today(self, topic: TopicRef | None = None) -> None:
        """Study what today holds, of one topic or of all; say so where nothing is left.

        Who marks a topic wants it, so that its next new ones come even after today's share.
        """
        try:
            session = self.study.start(topic=topic)
            if session.finished and topic is not None:
                session = self.study.start(topic=topic, more=True)
                if not session.finished:
                    self.say("Beyond today's share: more new questions of this topic.")
        except QuizError as error:
            self.say(str(error))
            return
        if session.finished:
            self.say(nothing_left(topic))
        else:
            self.push_screen(_study_screen(session))

    def study_again(self, session: Session) -> None:
        """Practise a session's misses, in place of the screen shown now."""
        self.replace_screen(_study_screen(self.study.retry_misses(session)))

    def show_summary(self, session: Session) -> None:
        """Show what a session came to, in place of the screen shown now."""
        from quizapp.tui.screens.summary import SummaryScreen

        self.replace_screen(SummaryScreen(session))

    def play_round(self, round: Round) -> None:  # noqa: A002 - the game's own name
        """Play a round, in place of the screen shown now."""
        self.replace_screen(_play_screen(round))

    def show_results(self, round: Round) -> None:  # noqa: A002
        """Show what a round came to, in place of the screen shown now."""
        from quizapp.tui.screens.results import ResultsScreen

        self.replace_screen(ResultsScreen(round))

    def action_learn(self) -> None:
        """Show the topics as a path."""
        self.push_screen(_learn_screen())

    def action_browse(self) -> None:
        """Look through all questions."""
        self.push_screen(_browse_screen())

    def action_settings(self) -> None:
        """Show what can be chosen."""
        from quizapp.choosing import Choosing
        from quizapp.tui.screens.settings import SettingsScreen
        from quizapp.tui.theme_names import theme_names

        self.push_screen(SettingsScreen(Choosing(self.study, themes=theme_names)))

    def ring(self, *, right: bool) -> None:
        """The bell after a reply, where the learner wants it."""
        if self.study.choices.text("sound", "off") in ("both", "right" if right else "wrong"):
            self.bell()

    def _keep_theme(self, theme: Theme) -> None:
        from quizapp.choosing import Choosing
        from quizapp.tui.theme_names import theme_names

        try:
            Choosing(self.study, themes=theme_names).keep_theme(theme.name)
        except QuizError as error:
            self.say(str(error))

    def action_round(self, topic: TopicRef | None = None) -> None:
        """Set up a round, of one topic or of all."""
        self.push_screen(_round_screen(topic))

    def action_packs(self, adding: bool = False) -> None:
        """Show what is installed; with `adding`, ask for a pack at once."""
        from quizapp.tui.screens.packs import PacksScreen

        self.push_screen(PacksScreen(adding=adding))

    def action_help(self) -> None:
        """Tell what the keys do on the screen one is on."""
        from quizapp.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(tuple(keys.hints(self.screen))))

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
