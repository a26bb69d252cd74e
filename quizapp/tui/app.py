"""The app: it holds the ready-made parts, and knows which screen comes after which."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.await_complete import AwaitComplete
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.tui.frame import Frame

if TYPE_CHECKING:
    from textual.theme import Theme
    from textual.widget import AwaitMount

    from quizapp.browsing import Query
    from quizapp.choosing import Choosing
    from quizapp.core.session import Session
    from quizapp.packs.library import Library
    from quizapp.play import Play, Round, RoundSetup
    from quizapp.study import Study, TopicRef


PREPARED_AFTER = 0.4
"""Seconds from the first paint until what other screens need is loaded, bit by bit."""


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
    return "Today is done; more is optional: mark a topic to learn more of it, or press r to play."


def _home_screen() -> Screen[Any]:
    from quizapp.tui.screens.home import HomeScreen

    return HomeScreen()


def _study_screen(session: Session) -> Screen[Any]:
    from quizapp.tui.screens.study import StudyScreen

    return StudyScreen(session=session)


def _learn_screen(topic: TopicRef | None = None, *, read: bool = False) -> Screen[Any]:
    from quizapp.tui.screens.learn import LearnScreen

    return LearnScreen(topic, read=read)


def _browse_screen(query: Query | None = None, opened: int | None = None) -> Screen[Any]:
    from quizapp.tui.screens.browse import BrowseScreen

    return BrowseScreen() if query is None else BrowseScreen(query, opened)


def _progress_screen(study: Study) -> Screen[Any]:
    from quizapp.progress import Progress
    from quizapp.tui.screens.progress import ProgressScreen

    return ProgressScreen(Progress(study))


def _timeline_screen() -> Screen[Any]:
    from quizapp.tui.screens.timeline import TimelineScreen

    return TimelineScreen()


def _round_screen(topic: TopicRef | None = None) -> Screen[Any]:
    from quizapp.tui.screens.round import RoundScreen

    return RoundScreen(topic)


def _play_screen(round: Round) -> Screen[Any]:  # noqa: A002 - the game's own name
    from quizapp.tui.screens.play import PlayScreen

    return PlayScreen(round)


class QuizApp(Frame):
    """SCO Quiz in a terminal.

    `start` is the first screen: "home", "study" (with `topic`, `limit` and `more`), "learn" (with
    `topic`), "browse" (with `search`), "progress", "timeline" or "round" (with `setup`, else the
    setup is asked for).
    `clock` counts seconds and never goes back.
    """

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
        self.greeting = ""
        self.spent = False
        self.search = search
        self._choosing: Choosing | None = None
        self.first = self._first(start, topic, setup)
        super().__init__(self.first.sheet, theme=theme, calm=calm)

    # -- the first screen ------------------------------------------------------------------

    def _first(self, start: str, topic: TopicRef | None, setup: RoundSetup | None) -> _First:
        """What to begin with; Home, with a word why, where that cannot be."""
        try:
            if start == "study":
                session = self.study.start(topic=topic, limit=self.limit, more=self.more)
                if not session.finished:
                    return _First("study", partial(_study_screen, session))
                self.greeting = nothing_left(topic)
            if start == "round" and setup is not None:
                return _First("play", partial(_play_screen, self.play.start(setup)))
            opening: dict[str, Callable[[], Screen[Any]]] = {
                "learn": partial(_learn_screen, topic, read=topic is not None),
                "browse": partial(_browse_screen, self.search),
                "progress": partial(_progress_screen, self.study),
                "timeline": _timeline_screen,
                "round": _round_screen,
            }
            if start in opening:
                return _First(start, opening[start])
        except QuizError as error:
            self.greeting = str(error)
        return _First("home", _home_screen)

    def get_default_screen(self) -> Screen[Any]:
        """The screen to begin with."""
        return self.first.make()

    def on_mount(self) -> None:
        """Whatever the first paint need not wait for; other screens are imported when shown."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.begin()
        if self.greeting:
            self.say(self.greeting)
        self.set_timer(PREPARED_AFTER, self._prepare)

    def _prepare(self) -> None:
        from quizapp.tui.preparing import prepare

        prepare(self)

    # -- going from screen to screen -------------------------------------------------------

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

    def learn_more(self, *, instead: bool = False) -> None:
        """Learn beyond today's limit: as many new questions again as a day brings.

        With `instead` in place of the screen shown now.
        """
        try:
            session = self.study.start(more=True)
        except QuizError as error:
            self.say(str(error))
            return
        if session.finished:
            self.say(nothing_left(None))
        elif instead:
            self.replace_screen(_study_screen(session))
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
        self.learn()

    def learn(self, topic: TopicRef | None = None, *, read: bool = False) -> None:
        """Show the topics as a path, one of them marked; with `read`, its brief at once."""
        self.push_screen(_learn_screen(topic, read=read))

    def action_browse(self) -> None:
        """Look through all questions."""
        self.push_screen(_browse_screen())

    def action_map(self) -> None:
        """Show who belonged to the SCO on any day."""
        from quizapp.tui.screens.map import MapScreen

        self.push_screen(MapScreen())

    def action_timeline(self) -> None:
        """Show the dated facts in order."""
        self.push_screen(_timeline_screen())

    def browse(self, query: Query, opened: int | None = None) -> None:
        """Look through what a query finds; `opened` is the row to open at once, from 0."""
        self.push_screen(_browse_screen(query, opened))

    def action_progress(self) -> None:
        """Look back on what was studied, and ahead."""
        self.push_screen(_progress_screen(self.study))

    def action_settings(self) -> None:
        """Show what can be chosen."""
        from quizapp.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.choosing))

    @property
    def choosing(self) -> Choosing:
        """The settings and what was changed of them since the app began, for all who ask."""
        if self._choosing is None:
            from quizapp.choosing import Choosing
            from quizapp.tui.theme_names import theme_names

            self._choosing = Choosing(self.study, themes=theme_names)
        return self._choosing

    def show_fit(self) -> None:
        """Show how FSRS reckons, and offer to fit it to the learner."""
        from quizapp.fitting import Fitting
        from quizapp.tui.screens.fit import FitScreen

        self.push_screen(FitScreen(Fitting(self.study)))

    def ring(self, *, right: bool) -> None:
        """The bell after a reply, where the learner wants it."""
        if self.study.choices.text("sound", "off") in ("both", "right" if right else "wrong"):
            self.bell()

    def _keep_theme(self, theme: Theme) -> None:
        try:
            self.choosing.keep_theme(theme.name)
        except QuizError as error:
            self.say(str(error))

    def action_round(self, topic: TopicRef | None = None) -> None:
        """Set up a round, of one topic or of all."""
        self.push_screen(_round_screen(topic))

    def action_packs(self, adding: bool = False) -> None:
        """Show what is installed; with `adding`, ask for a pack at once."""
        from quizapp.tui.screens.packs import PacksScreen

        self.push_screen(PacksScreen(adding=adding))
