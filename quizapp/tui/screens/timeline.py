"""Timeline: the dated facts of the packs in order; what is still to learn keeps its answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.timeline import Entry, Kind, Timeline
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, Body, read_on
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import across, fit, wrapped
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

DAYS = Binding.Group("Day", compact=True)
RULE = (
    "What you have not learned, or what is due today, keeps its answer back; a day that is "
    "the answer keeps its question back."
)
SIGNS = {Kind.HAPPENED: "●", Kind.SO: "○", Kind.UNTIL: "×"}
"""How a day belongs to a fact: it is the answer; it held then; it held until then."""
MEANINGS = {Kind.HAPPENED: "happened then", Kind.SO: "was so then", Kind.UNTIL: "was so until then"}
DAY_WIDTH = 12


class TimelineScreen(Screen[None]):
    """A list of days with what is known of each, and the marked one at length."""

    CSS_PATH = "timeline.tcss"
    AUTO_FOCUS = ""
    FOOTER_KEEPS = frozenset(("study", "show", "app.back", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("study-dated", "enter", "study", "Study", "Study just this question, due or not."),
        keys.key("show-kept", "space", "show", "Show", "Show what is kept back of it, or hide it."),
        *keys.moves("date", "Fact", "Mark the fact"),
        keys.key("day-before", "left", "day(-1)", "Day", "The day before or after.", group=DAYS),
        keys.key("day-behind", "right", "day(1)", "Day", "The day before or after.", group=DAYS),
        keys.key("first-date", "home", "end(False)", "First", "The first of all.", show=False),
        keys.key("last-date", "end", "end(True)", "Last", "The last of all.", show=False),
        keys.key("read-on", "r", "read_on", "Read on", "Scroll the fact; from its end, back up."),
        keys.key("find-dated", "b", "browse", "Browse", "Find the question in Browse.", show=False),
        keys.BACK,
    ]

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline(self.quiz.study)
        self.shown: set[tuple[int, Kind]] = set()
        self.painted = False

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """The list, and the marked fact."""
        yield TitleBar(counted(self.timeline.count, "date"), place="Timeline")
        dates = PickList(self._row, id="dates")
        dates.head = self._head
        dates.lowest = 0
        dates.cursor = 0
        yield dates
        with VerticalScroll(id="details", can_focus=False):
            yield Body(self._details)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the beginning."""
        self.painted = True
        self._show()

    def on_screen_resume(self) -> None:
        """Back from studying a question: it may be told in full now."""
        if self.painted:
            self.timeline.refresh()
            self._show()

    @property
    def dates(self) -> PickList:
        """The list of days."""
        return self.query_one("#dates", PickList)

    def _show(self) -> None:
        self.dates.show(self.timeline.count)
        self.query_one("#details").display = self.timeline.count > 0
        self._tell()

    def _tell(self) -> None:
        self.query_one(Body).redraw()
        self.query_one("#details").scroll_home(animate=False)
        # Whether there is more to read is known once it is laid out.
        self.call_after_refresh(self.refresh_bindings)

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, width: int) -> Sequence[Content]:
        if self.timeline.count:
            return _LEGEND
        words = "There are no dated facts yet. They come with packs whose questions have dates."
        return [EMPTY, *wrapped(words, width - 2, "$muted", indent=1)]

    def _row(self, row: int, width: int, here: bool) -> Sequence[Content]:
        entry = self.timeline.entry(row)
        if entry is None:
            return (Content.styled(" (not installed any more)", "$muted"),)
        before = self.timeline.entry(row - 1) if row else None
        again = before is not None and before.day == entry.day
        day = f"{entry.day.day} {entry.day:%b} {entry.day.year}".rjust(DAY_WIDTH)
        mark = Content.styled("▌" if here else " ", "bold $accent")
        sign = Content.styled(f"  {SIGNS[entry.kind]} ", "$accent" if entry.known else "$muted")
        text, style = self._line(entry)
        room = width - DAY_WIDTH - 6
        told = Content.styled(fit(text, room), style)
        spare = room - told.cell_length - 2
        told_too = self._open(entry) and not entry.asks_for_the_day
        if told_too and spare >= Content(entry.answer).cell_length:
            told = Content.assemble(told, ("  " + entry.answer, "$right"))
        return (Content.assemble(mark, (day, "$muted" if again else "bold"), sign, told),)

    def _line(self, entry: Entry) -> tuple[str, str]:
        """What a row says, and how: the question, or that there is one."""
        if entry.asks_for_the_day and not self._open(entry):
            return entry.line(told=False), "italic $muted"
        return entry.ask, ""

    def _open(self, entry: Entry) -> bool:
        return entry.known or (entry.number, entry.kind) in self.shown

    def _details(self, width: int) -> Sequence[Content]:
        entry = self._entry
        if entry is None:
            return ()
        day = f"{entry.kind.value} {entry.day.day} {entry.day:%B} {entry.day.year}"
        head = Content.styled(day[0].upper() + day[1:], "bold")
        title = Content.styled(fit(entry.pack_title, width), "$muted")
        beside = head.cell_length + title.cell_length + 2 <= width
        heads = [across(head, title, width)] if beside else [head, title]
        return [*heads, *self._told(entry, width)]

    def _told(self, entry: Entry, width: int) -> Sequence[Content]:
        if not self._open(entry) and entry.asks_for_the_day:
            of = f", in “{entry.topic_title}”" if entry.topic_title else ""
            told = f"What happened on this day is still to learn{of}."
            return [*wrapped(told, width), *_rule(width)]
        rows = wrapped(entry.ask, width)
        if not self._open(entry):
            return [*rows, *_rule(width)]
        return [
            *rows,
            *wrapped(entry.answer, width, "bold $right"),
            *wrapped(entry.why, width, "$muted"),
        ]

    @property
    def _entry(self) -> Entry | None:
        row = self.dates.cursor if self.is_mounted else -1
        return self.timeline.entry(row) if 0 <= row < self.timeline.count else None

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done with the marked fact is offered."""
        if action == "read_on":
            return self.is_mounted and self.query_one("#details").max_scroll_y > 0
        if action not in ("study", "show", "browse", "move", "day", "end"):
            return True
        entry = self._entry
        if entry is None:
            return False
        if action == "show":
            return not entry.known
        if action == "browse":
            return self._open(entry) or not entry.asks_for_the_day
        far = parameters not in ((1,), (-1,))
        return action != "move" or self.timeline.count > (FAR if far else 1)

    def action_move(self, step: int) -> None:
        """Mark another fact."""
        self.dates.move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first fact or the last one."""
        self.dates.place(self.timeline.count - 1 if last else 0)

    def action_day(self, step: int) -> None:
        """Mark the first fact of the day after, or of the day before."""
        from datetime import timedelta

        entry = self._entry
        if entry is None:
            return
        if step > 0:
            row = self.timeline.first_from(entry.day + timedelta(days=1))
        else:
            row = self.timeline.first_from(entry.day)
            before = self.timeline.entry(row - 1) if row else None
            row = self.timeline.first_from(before.day) if before else 0
        self.dates.place(min(row, self.timeline.count - 1))

    def action_read_on(self) -> None:
        """Scroll the fact by a page, and from its end to the top."""
        read_on(self.query_one("#details"))

    def action_show(self) -> None:
        """Show what is kept back, or hide it again."""
        entry = self._entry
        if entry is not None and not entry.known:
            self.shown ^= {(entry.number, entry.kind)}
            self.dates.refresh()
            self._tell()

    def action_study(self) -> None:
        """Study just the marked question."""
        from quizapp.tui.screens.single import SingleScreen

        entry = self._entry
        if entry is None:
            return
        try:
            session = self.timeline.study_now(entry)
        except QuizError as error:
            self.quiz.say(str(error))
            return
        self.shown.clear()
        self.app.push_screen(SingleScreen(session))

    def action_browse(self) -> None:
        """Find the question in Browse, by its own words."""
        from quizapp.finding import Query
        from quizapp.tui.screens.browse import BrowseScreen

        entry = self._entry
        if entry is not None:
            self.app.push_screen(BrowseScreen(Query(text=entry.ask, pack=entry.pack)))

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._tell()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        """A second click shows what is kept back, or asks the question."""
        event.stop()
        entry = self._entry
        if entry is not None and not self._open(entry):
            self.action_show()
        else:
            self.action_study()


_LEGEND = (
    Content.styled(
        " " + "   ".join(f"{SIGNS[kind]} {meaning}" for kind, meaning in MEANINGS.items()), "$muted"
    ),
    EMPTY,
)
"""What the marks mean; each line of the list asks for it."""


def _rule(width: int) -> list[Content]:
    return [EMPTY, *wrapped(f"Space shows it. {RULE}", width, "$muted")]
