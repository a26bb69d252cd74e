"""Map: who belongs to the SCO and who stands near it, on any day since 1996."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen

from quizapp.atlas import membership
from quizapp.atlas.membership import BEGINNING, Group, Step, groups
from quizapp.tui import keys
from quizapp.tui.screens.reading import Body
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import across, fit, wrapped
from quizapp.tui.widgets.members_map import (
    CLASSES,
    LETTERS,
    STYLES,
    MembersMap,
    colourless,
)
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.widgets.year_slider import YearSlider

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp

YEARS = Binding.Group("Year", compact=True)
EMPTY = Content("")
NARROW, SPELT_OUT = 24, 32
"""Up to the one width of the list, in cells, no cell is to spare; from the other on, days stand in
it at length."""


SHADES = "On the map the shades of a colour only tell neighbours apart; they mean nothing else."
CAME = (
    "Beside a member stands when it became one; beside an SCO partner, when it came as an observer "
    "or a dialogue partner. Both are called SCO partners since 1 September 2025."
)
SINCE, SINCE_SHORT = "member or associated since", "member or tied since"


class Listed(NamedTuple):
    """A row of the list: a country and the step that made it what it is."""

    step: Step
    joined: Step


class MapScreen(Screen[None]):
    """The map, the list of who is what beside it, and a slider of years below."""

    CSS_PATH = "map.tcss"
    EXPLAINED = (SHADES, CAME)
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("year-before", "left", "year(-1)", "Year", "A year back.", group=YEARS),
        keys.key("year-behind", "right", "year(1)", "Year", "A year on.", group=YEARS),
        keys.key("change-before", "p", "change(-1)", "Earlier", "The change before."),
        keys.key("change-next", "n", "change(1)", "Later", "The next change."),
        *keys.moves("country", "Country", "Mark the country"),
        keys.key("first-year", "home", "first", "Beginning", "The year 1996.", show=False),
        keys.key("today-on-map", "end", "today", "Today", "Today.", show=False),
        keys.key("no-country", "escape", "no_country", "Unmark", "Mark no country any more."),
        keys.BACK,
    ]

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self.today = self.quiz.study.calendar_day()
        self.day = day or self.today
        self.rows: tuple[Listed, ...] = ()
        self.groups: tuple[Group, ...] = ()
        self.heads: dict[int, Sequence[Content]] = {}
        self.painted = False
        self._look_up()

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Map and list, then the slider, and what happened."""
        yield TitleBar("", place="Map")
        with Horizontal(id="parts"):
            yield MembersMap(self.day, plain=colourless(self.app), id="map")
            countries = PickList(self._row, id="countries")
            countries.head = self._head
            yield countries
        years = {day.year for day in membership.event_days()}
        yield YearSlider(BEGINNING.year, self.today.year, self.day.year, years)
        yield Body(self._told)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the day asked for."""
        self._show()
        self.call_after_refresh(setattr, self, "painted", True)

    def on_resize(self) -> None:
        """There may be room for more words now."""
        if self.painted:
            self.call_after_refresh(self._show)

    # -- what is shown ---------------------------------------------------------------------

    def _look_up(self) -> None:
        self.heads = {}
        self.groups = groups(self.day)
        self.rows = tuple(
            Listed(step, membership.joined(step)) for group in self.groups for step in group.steps
        )

    def _show(self) -> None:
        title = f"{self.day.day} {self.day:%B} {self.day.year}"
        self.query_one(TitleBar).show(f"today, {title}" if self.day == self.today else title)
        self.query_one("#countries", PickList).show(len(self.rows))
        self.query_one(MembersMap).show(self.day, self._code)
        self.query_one(YearSlider).show(self.day.year)
        self.query_one(Body).redraw()
        self.refresh_bindings()

    @property
    def _code(self) -> str:
        row = self.query_one("#countries", PickList).cursor if self.is_mounted else -1
        return self.rows[row].step.code if 0 <= row < len(self.rows) else ""

    def _head(self, width: int) -> Sequence[Content]:
        """A line for each status: it is the map's legend too. Each line of the list asks for it."""
        if width not in self.heads:
            self.heads[width] = self._legend(width)
        return self.heads[width]

    def _legend(self, width: int) -> Sequence[Content]:
        if not self.groups:
            return [EMPTY, *wrapped("Nobody yet.", width - 1, "$muted", indent=1), EMPTY]
        rows = [
            Content.assemble(" ", _sign(group.steps[0]), f" {fit(group.title, width - 3)}")
            for group in self.groups
        ]
        since = "since"
        if any(joined != step for step, joined in self.rows):
            since = SINCE if width > len(SINCE) else SINCE_SHORT
        gap = " " if width > NARROW else ""
        return [*rows, across(EMPTY, Content.styled(since + gap, "$muted"), width)]

    def _row(self, row: int, width: int, here: bool) -> Sequence[Content]:
        step, joined = self.rows[row]
        mark = Content.styled("▌" if here else " ", "bold $accent")
        since = membership.when(joined) if width >= SPELT_OUT else str(joined.since.year)
        gap = " " if width > NARROW else ""
        name = fit(membership.name_of(step.code), width - len(since + gap) - 7)
        code = Content.styled(f" {step.code}", "bold")
        left = Content.assemble(mark, _sign(step), code, " ", name)
        return (across(left, Content.styled(since + gap, "$muted"), width),)

    def _told(self, width: int) -> Sequence[Content]:
        """What changed, or what the marked country has been; then what the map cannot decide."""
        room = self.app.size.height
        most = 2 if room < 24 else 3
        noted = self.app.size.width >= 110
        told = membership.life(self._code, noted=noted) if self._code else self._news()
        rows = wrapped(told, width)
        if len(rows) > most:
            rows = [
                *rows[: most - 1],
                Content(fit(" ".join(r.plain for r in rows[most - 1 :]), width)),
            ]
        rows += [EMPTY] * (most - len(rows))
        note = self.query_one(MembersMap).note if self.is_mounted else ""
        return [*rows, *wrapped(note, width, "$muted")]

    def _news(self) -> str:
        """What changed on the day or, at a year's end, in the year; else what is known of it."""
        changed = membership.what_changed(self.day, self.day)
        if not changed:
            changed = membership.what_changed(date(self.day.year, 1, 1), self.day)
        known = membership.what_is_known(self.day)
        return changed or known or f"Nothing changed in {self.day.year}."

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what leads anywhere is offered."""
        if action == "change":
            return self._neighbour(-1 if parameters == (-1,) else 1) is not None
        possible = {
            "year": self._year_end(-1 if parameters == (-1,) else 1) != self.day,
            "first": self.day.year > BEGINNING.year,
            "today": self.day != self.today,
            "move": len(self.rows) > (0 if parameters in ((1,), (-1,)) else FAR),
            "no_country": bool(self.is_mounted and self._code),
        }
        return possible.get(action, True)

    def _year_end(self, step: int) -> date:
        """The day to stand on so many years on: a year's last, or today."""
        year = min(max(self.day.year + step, BEGINNING.year), self.today.year)
        return min(date(year, 12, 31), self.today)

    def _neighbour(self, step: int) -> date | None:
        days = membership.event_days()
        if step < 0:
            return max((day for day in days if day < self.day), default=None)
        return min((day for day in days if self.day < day <= self.today), default=None)

    def _go(self, day: date) -> None:
        """Stand on another day; the marked country stays marked where it can."""
        code = self._code
        self.day = day
        self._look_up()
        countries = self.query_one("#countries", PickList)
        codes = [row.step.code for row in self.rows]
        countries.count = len(self.rows)
        countries.place(codes.index(code) if code in codes else -1)
        self._show()

    def action_year(self, step: int) -> None:
        """A year back or on."""
        self._go(self._year_end(step))

    def action_change(self, step: int) -> None:
        """To the next day, or the one before, on which something changed."""
        day = self._neighbour(step)
        if day is not None:
            self._go(day)

    def action_first(self) -> None:
        """To the first year there is."""
        self._go(date(BEGINNING.year, 12, 31))

    def action_today(self) -> None:
        """To today."""
        self._go(self.today)

    def action_move(self, step: int) -> None:
        """Mark another country."""
        self.query_one("#countries", PickList).move(step)

    def action_no_country(self) -> None:
        """Mark no country."""
        self.query_one("#countries", PickList).place(-1)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_no_country()

    @on(Paper.Clicked)
    def _clicked(self, event: Paper.Clicked) -> None:
        """A country on the map was clicked: mark it in the list, or none where it is not there."""
        event.stop()
        codes = [row.step.code for row in self.rows]
        code = event.target[0]
        self.query_one("#countries", PickList).place(codes.index(code) if code in codes else -1)

    @on(YearSlider.Chosen)
    def _slid(self, event: YearSlider.Chosen) -> None:
        event.stop()
        self._go(min(date(event.year, 12, 31), self.today))


def _sign(step: Step) -> Content:
    """The letter of a status, in the colour that it has on the map."""
    return Content.styled(LETTERS[step.status].upper(), f"bold ${STYLES[CLASSES[step.status]]}")
