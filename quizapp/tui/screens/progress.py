"""Progress: the year as a calendar, what is to come, and what is known, hard, spent and played."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.progress import Progress
from quizapp.tui.progress_wording import forgotten_text, hard_text
from quizapp.tui.screens.progress_keys import PROGRESS_KEYS
from quizapp.tui.screens.progress_pages import (
    DAYS,
    HARDEST,
    NAMES,
    READERS,
    TOPICS,
    Page,
    hard_told,
    topic_told,
)
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.heatmap import Heatmap
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.sections import Sections
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.widgets.told import (
    hard_head,
    hard_line,
    nothing_lines,
    told_lines,
    topic_head,
    topic_line,
    under,
)

if TYPE_CHECKING:
    from quizapp.progress import Mastery
    from quizapp.tui.app import QuizApp

LISTS = (TOPICS, HARDEST)
LAYOUTS = ("-days", "-plot", "-list", "-empty")
WIDE = 110
"""From this width on, in cells, words stand beside a plot, and a plot below the calendar."""
WARM_AFTER = 0.15
"""Seconds after which the plotting library is loaded."""


class ProgressScreen(Screen[None]):
    """Seven sections, one of them open; each is read when it is first opened."""

    SECTION = "Progress"
    CSS_PATH = "progress.tcss"
    AUTO_FOCUS = ""
    BINDINGS = PROGRESS_KEYS

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self.progress = progress
        self.place = DAYS
        self.pages: dict[int, Page] = {}
        self.standing: dict[int, Mastery] = {}
        self.marked = dict.fromkeys(LISTS, 0)
        self.empty = not progress.begun
        self.away = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Sections, calendar, plot or list with the words beside it, keys."""
        yield TitleBar(self.SECTION)
        yield Sections(NAMES)
        yield Heatmap()
        with Container(id="parts"):
            yield Container(id="plot")
            rows = PickList(self._row, id="list")
            rows.lowest = 0
            rows.head = self._head
            yield rows
            with VerticalScroll(id="told", can_focus=False):
                yield Body(self._told)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Open the first section."""
        self._show(DAYS)
        self.set_timer(WARM_AFTER, _warm)

    def on_screen_suspend(self) -> None:
        """Another screen is shown."""
        self.away = True

    def on_screen_resume(self) -> None:
        """Back from another screen: things may stand otherwise now."""
        if self.away:
            self.away = False
            self.progress.forget()
            self.pages.clear()
            self.standing.clear()
            self.empty = not self.progress.begun
            self._show(self.place)

    def on_resize(self) -> None:
        """There may be room for a plot below the calendar now, or less to scroll."""
        if self.place in LISTS and not self.empty:
            self.query_one(PickList).show(self._count, row_height=self._row_height)
        self.call_after_refresh(self._settle)

    # -- the sections ----------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The section that is open; read when it is first asked for."""
        if self.place not in self.pages:
            self.pages[self.place] = READERS[self.place](self.progress)
        return self.pages[self.place]

    def _show(self, place: int) -> None:
        """Open a section: words and lists at once, its plot after they are painted."""
        self.place = place
        layout = "-days" if place == DAYS else "-list" if place in LISTS else "-plot"
        for name in LAYOUTS:
            self.set_class(name == ("-empty" if self.empty else layout), name)
        self.query_one(Sections).show(place)
        if not self.empty:
            self._fill()
        self.query_one(Body).redraw()
        self.query_one("#told").scroll_home(animate=False)
        self.call_after_refresh(self._settle)

    def _fill(self) -> None:
        page = self.page
        if page.calendar is not None:
            self.query_one(Heatmap).show(page.calendar)
        if self.place in LISTS:
            rows = self.query_one(PickList)
            rows.cursor = -1
            rows.show(self._count, row_height=self._row_height)
            rows.place(min(self.marked[self.place], self._count - 1))

    def _settle(self) -> None:
        """Whatever comes after the paint: the plot, and what can be scrolled."""
        if not self.is_attached or not self.is_mounted:
            return
        plotted = self.has_class("-plot") or (self.has_class("-days") and self._wide)
        plot = self.page.plot if plotted and not self.empty else None
        self.set_class(plotted and plot is None, "-bare")
        if plot is not None:
            from quizapp.tui.screens.progress_plots import Chart

            charts = self.query(Chart)
            if not charts:
                self.query_one("#plot").mount(Chart(plot()))
            else:
                charts.first().show(plot())
        self.refresh_bindings()

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= WIDE

    @property
    def _row_height(self) -> int:
        """Three lines for each row of a list in a large window that holds them all so, else one."""
        size = self.app.size
        return 3 if self._wide and 3 * self._count <= size.height - 16 else 1

    @property
    def _count(self) -> int:
        return len(self.page.topics) if self.place == TOPICS else len(self.page.hardest)

    # -- what is drawn ---------------------------------------------------------------------

    def _told(self, width: int) -> Sequence[Content]:
        if self.empty:
            return nothing_lines(width)
        page, row = self.page, self.marked.get(self.place, -1)
        if self.place == TOPICS and row < len(page.topics):
            told = topic_told(page.topics[row], self._mastery(row), page.told)
        elif self.place == HARDEST and row < len(page.hardest):
            told = hard_told(page.hardest[row])
        else:
            told = page.told
        return told_lines(told, width)

    def _mastery(self, row: int) -> Mastery:
        """How a topic is known; looked up when it first comes into view."""
        if row not in self.standing:
            self.standing[row] = self.progress.topic_mastery(self.page.topics[row].ref)
        return self.standing[row]

    def _head(self, width: int) -> Sequence[Content]:
        if not self.is_mounted or self.place not in LISTS or not self._count:
            return ()
        return (topic_head(width) if self.place == TOPICS else hard_head(width),)

    def _row(self, row: int, width: int, here: bool) -> Sequence[Content]:
        if self.place == TOPICS:
            topic = self.page.topics[row]
            line = topic_line(topic.title, self._mastery(row), width, here=here)
            more = topic.pack_title
        else:
            one = self.page.hardest[row]
            line = hard_line(one.ask, one.answer, forgotten_text(one), width, here=here)
            more = hard_text(one)
        return (line, under(more, width), EMPTY)[: self.query_one(PickList).row_height]

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the open section can do."""
        if not self.is_mounted or self.empty:
            return action in ("begin", "app.back") or not hasattr(self, f"action_{action}")
        listed = self.place in LISTS
        possible = {
            "begin": False,
            "look_closer": listed and self._count > 0,
            "move": listed and self._count > (1 if parameters in ((1,), (-1,)) else FAR),
            "scroll": not listed and self.query_one("#told").max_scroll_y > 0,
        }
        return possible.get(action, True)

    def action_begin(self) -> None:
        """Study, since there is nothing to look back on."""
        self.quiz.study_today()

    def action_step(self, step: int) -> None:
        """Open the section beside."""
        self._show((self.place + step) % len(NAMES))

    def action_open_section(self, place: int) -> None:
        """Open a section."""
        if not self.empty:
            self._show(place)

    def action_scroll(self, lines: int) -> None:
        """Scroll the words by so many lines; ten stand for a page."""
        page = self.query_one("#told")
        step = lines if abs(lines) == 1 else lines // 10 * max(page.size.height - 1, 1)
        page.scroll_relative(y=step, animate=False)

    def action_move(self, step: int) -> None:
        """Mark another row."""
        self.query_one(PickList).move(step)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        self.marked[self.place] = event.row
        self.query_one(Body).redraw()

    @on(PickList.Picked)
    def _picked(self) -> None:
        self.action_look_closer()

    def action_look_closer(self) -> None:
        """Open the marked question in Browse, or all of the marked topic."""
        from quizapp.finding import Query

        page, row = self.page, self.marked[self.place]
        if self.place == HARDEST:
            query, found = self.progress.place(page.hardest[row])
            self.quiz.browse(query, found)
        else:
            ref = page.topics[row].ref
            self.quiz.browse(Query(pack=ref.pack, topic=ref.topic))


def _warm() -> None:
    """Load the plotting library, so that no key waits for it."""
    from quizapp.tui.screens import progress_plots  # noqa: F401
