"""Settings: each with its value, what it does, and what it would cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import constants, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizapp.choosing import MOTION, RETENTION, THEME
from quizapp.core.setting import Kind
from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.cost import cost_lines
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import wrapped
from quizapp.tui.widgets.number_form import NumberForm
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.setting import setting_lines, setting_row
from quizapp.tui.widgets.title import TitleBar

if TYPE_CHECKING:
    from textual.timer import Timer

    from quizapp.choosing import Choosing, Setting
    from quizapp.core.forecast import Outlook
    from quizapp.tui.app import QuizApp

PAUSE = 0.15
"""Seconds without a key before the cost of a retention is reckoned."""
SCALE = (0.80, 0.85, 0.90, 0.95, 0.97)
"""The retentions that are compared where there is room for all of them."""
DETAILS = Binding.Group("Details")
TYPING = Binding.Group("Type a number")
READABLE = 76


def _digits() -> tuple[Binding, ...]:
    """The digits as one entry: each opens the form with itself in it."""
    tip = "Type a number: it is asked for with its bounds."
    return tuple(
        keys.key(f"digit-{one}", one, f"type('{one}')", "Type", tip, display="0-9", group=TYPING)
        for one in "0123456789"
    )


class SettingsScreen(Screen[None]):
    """A list of settings and the details of the one marked. Every change is kept at once."""

    SECTION = "Settings"
    CSS_PATH = "settings.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("next-value", "enter", "next", "Next", "Take the next value."),
        keys.key("open-page", "enter", "open", "Open", "Open its page."),
        keys.key("ask-number", "enter", "type", "Type", "Type a number.", show=False),
        *keys.moves("setting", "Choose", "Mark the setting"),
        *keys.ends("setting", "setting"),
        keys.key(
            "lower", "left", "change(-1)", "Change", "Take the value before.", group=keys.CHANGE
        ),
        keys.key(
            "higher", "right", "change(1)", "Change", "Take the next value.", group=keys.CHANGE
        ),
        *_digits(),
        keys.key("undo-change", "u", "undo", "Undo", "Take the last change back."),
        keys.key("default", "r", "reset", "Reset", "Go back to what it is at first."),
        keys.key(
            "details-up", "pageup", "scroll(-1)", "Details", "Scroll the details.", group=DETAILS
        ),
        keys.key(
            "details-down", "pagedown", "scroll(1)", "Details", "Scroll the details.", group=DETAILS
        ),
        keys.key("cancel", "escape", "cancel", "Cancel", "Leave the number as it is."),
        keys.BACK,
    ]

    def __init__(self, choosing: Choosing) -> None:
        super().__init__()
        self.choosing = choosing
        self.settings: tuple[Setting, ...] = ()
        self.outlook: Outlook | None = None
        self.before = 0.0
        self.row = 0
        self.told = ""
        self.amiss = False
        self.pause: Timer | None = None

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """List, details, form and keys."""
        yield TitleBar(self.SECTION)
        settings = PickList(self._row, id="settings")
        settings.lowest = 0
        yield settings
        with VerticalScroll(id="details", can_focus=False):
            yield Body(self._details)
        yield NumberForm()
        yield KeyFooter()

    def on_mount(self) -> None:
        """See how everything is set; the theme may be changed by the palette meanwhile."""
        self.settings = self.choosing.settings()
        self.before = float(self._named(RETENTION).value)
        settings = self.query_one(PickList)
        settings.show(len(self.settings))
        settings.styles.min_height = min(len(self.settings), 6)
        settings.cursor = 0
        self.app.theme_changed_signal.subscribe(self, lambda _: self._load())
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Whether the details scroll, and what they have room for, may have changed."""
        if self.settings:
            self.call_after_refresh(self._tell)

    def _named(self, name: str) -> Setting:
        return next(one for one in self.settings if one.name == name)

    @property
    def marked(self) -> Setting | None:
        """The setting under the cursor."""
        row = self.query_one(PickList).cursor if self.is_mounted else -1
        return self.settings[row] if 0 <= row < len(self.settings) else None

    def _load(self) -> None:
        """Draw everything as it is set now."""
        self.settings = self.choosing.settings()
        self.query_one(PickList).refresh()
        self._tell()

    def _tell(self) -> None:
        """Draw the details anew; what retention costs follows when the keys rest."""
        self.query_one(Body).redraw()
        self.call_after_refresh(self.refresh_bindings)
        if self.pause is not None:
            self.pause.stop()
        if self.marked is not None and self.marked.name == RETENTION:
            self.pause = self.set_timer(PAUSE, self._reckon)

    def _reckon(self) -> None:
        """Work out one forecast that is wanted and missing, then let the keys in between."""
        marked = self.marked
        if marked is None or marked.name != RETENTION:
            return
        if self.outlook is None:
            self.outlook = self.choosing.outlook()
        for retention in self._wanted(marked):
            if not self.outlook.has(retention):
                self.outlook.at(retention)
                self.query_one(Body).redraw()
                self.pause = self.set_timer(0.01, self._reckon)
                return
        self.query_one(Body).redraw()

    def _wanted(self, retention: Setting) -> list[float]:
        """Which retentions are compared: the present one, the one before, else its neighbours."""
        now = float(retention.value)
        if self._roomy:
            return [now, self.before, *SCALE]
        if now != self.before:
            return [now, self.before]
        near = (round(now - 0.05, 2), round(now + 0.05, 2))
        return [now, *(min(max(one, retention.least), retention.most) for one in near)]

    # -- what is drawn ---------------------------------------------------------------------

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        return (setting_row(self.settings[row], width, here=here),)

    def _details(self, width: int) -> Sequence[Content]:
        one = self.marked
        if one is None:
            return []
        width = min(width, READABLE)
        rows = [*wrapped(one.title, width, "bold"), EMPTY] if self._roomy else []
        # Where lines are few, what a setting does gives way to what a change of it has done.
        brief = self.has_class("-low") and bool(self.told)
        rows += setting_lines(one, width, brief=brief)
        if self.told:
            style, mark = ("$nearly", "!") if self.amiss else ("bold $right", "✓")
            rows += [*wrapped(f"{mark} {self.told}", width, style)]
        if one.name == RETENTION and self.outlook is not None:
            limit = self.choosing.limit
            wanted = self._wanted(one)
            rows += [EMPTY, *cost_lines(self.outlook, wanted, limit, width, table=self._roomy)]
        return rows

    @property
    def _roomy(self) -> bool:
        """True where the details have lines to spare."""
        return self.has_class("-wide") or self.has_class("-tall")

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a number is asked for, Escape leaves the form and the rest waits."""
        if not self.is_mounted or self.marked is None:
            return action not in ("cancel", "scroll")
        asking = self.query_one(NumberForm).display
        number = self.marked.is_number
        page = self.marked.kind is Kind.PAGE
        possible = {
            "open": page and not asking,
            "next": not asking and not number and not page,
            "type": not asking and number,
            "move": not asking and len(self.settings) > (1 if parameters in ((1,), (-1,)) else FAR),
            "end": not asking,
            "change": not asking and not page,
            "undo": not asking and self.choosing.can_undo,
            "reset": not asking and not page and self.marked.value != self.marked.default,
            "scroll": not asking and self.query_one("#details").max_scroll_y > 0,
            "cancel": asking,
            "app.back": not asking,
        }
        return possible.get(action, True)

    def action_move(self, step: int) -> None:
        """Mark another setting."""
        self.query_one(PickList).move(step)

    def action_end(self, last: bool) -> None:
        """Mark the first setting or the last one."""
        self.query_one(PickList).place(len(self.settings) - 1 if last else 0)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        if event.row != self.row:
            self.row = event.row
            self.told = ""
            self._tell()
            self.query_one("#details").scroll_home(animate=False)

    @on(PickList.Picked)
    def _picked(self) -> None:
        if self.marked is not None and self.marked.is_number:
            self.action_type()
        elif self.marked is not None and self.marked.kind is Kind.PAGE:
            self.action_open()
        else:
            self.action_next()

    def action_open(self) -> None:
        """Open the page of a setting that has one."""
        self.quiz.show_fit()

    def on_screen_resume(self) -> None:
        """Its page may have changed what is in force."""
        if self.settings:
            self.outlook = None
            self._load()

    def action_scroll(self, pages: int) -> None:
        """Scroll the details by a page."""
        details = self.query_one("#details")
        details.scroll_relative(y=pages * max(details.size.height - 1, 1), animate=False)

    def action_next(self) -> None:
        """Take the next choice."""
        self.action_change(1)

    def action_change(self, step: int) -> None:
        """Take the value beside; at a bound, say that it is one."""
        one = self.marked
        if one is None:
            return
        value = one.beside(step)
        if value == one.value:
            end = "least" if step < 0 else "most"
            self._say(f"{one.shown} is the {end} that it can be.", amiss=True)
        else:
            self._set(one, value)

    def action_choose(self, number: int) -> None:
        """Take a choice; for the mouse."""
        one = self.marked
        if one is not None and 0 <= number < len(one.choices):
            self._set(one, one.choices[number])

    def _say(self, text: str, *, amiss: bool = False) -> None:
        self.told, self.amiss = text, amiss
        self._tell()

    def _set(self, one: Setting, value: str) -> None:
        """Keep a value that is one of those there are."""
        try:
            after = self.choosing.change(one.name, value)
        except QuizError as error:
            self._say(str(error), amiss=True)
            return
        self._changed(after, one.shown)

    def _changed(self, after: Setting, former: str) -> None:
        self.told, self.amiss = "", False
        if after.shown != former:
            self.told = f"{after.title}: {after.shown}. It was {former}."
        self._wear(after)
        self._load()

    def _wear(self, one: Setting) -> None:
        """Show at once what a setting does to the screen."""
        if one.name == THEME and one.value in self.app.available_themes:
            self.app.theme = one.value
        if one.name == MOTION:
            calm = one.value == "yes"
            self.app.animation_level = "none" if calm else constants.TEXTUAL_ANIMATIONS

    def action_undo(self) -> None:
        """Take the last change back, and go to where it was made."""
        try:
            setting, former = self.choosing.undo()
        except QuizError as error:
            self._say(str(error), amiss=True)
            return
        self.row = next(n for n, one in enumerate(self.settings) if one.name == setting.name)
        self.query_one(PickList).place(self.row)
        self.told = f"{setting.title}: {setting.shown} again, not {setting.show(former)}."
        self.amiss = False
        self._wear(setting)
        self._load()

    def action_reset(self) -> None:
        """Put the marked setting back to its default."""
        one = self.marked
        if one is None:
            return
        try:
            after = self.choosing.reset(one.name)
        except QuizError as error:
            self._say(str(error), amiss=True)
            return
        self._changed(after, one.shown)

    # -- typing a number -------------------------------------------------------------------

    def action_type(self, begun: str = "") -> None:
        """Ask for a number."""
        one = self.marked
        if one is not None and one.is_number:
            self.query_one(NumberForm).open(f"{one.title}: from {one.range}.", begun)
            self.add_class("-asking")
            self._say("")

    def action_cancel(self) -> None:
        """Close the form and change nothing."""
        self.query_one(NumberForm).close()
        self.remove_class("-asking")
        self._tell()

    def action_submit(self) -> None:
        """Keep what is typed; for the mouse."""
        self._submit(self.query_one(Input).value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    def _submit(self, text: str) -> None:
        one = self.marked
        if one is None:
            return
        if not text.strip():
            self.action_cancel()
            return
        try:
            after = self.choosing.change(one.name, text)
        except QuizError as error:
            self.query_one(NumberForm).tell(str(error))
            return
        self.action_cancel()
        self._changed(after, one.shown)
