"""Packs: what is installed, what is wrong with a file, and adding one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizapp.errors import QuizError
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import across, button, fit, wrapped
from quizapp.tui.widgets.path_form import PathForm
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack
    from quizapp.tui.app import QuizApp

COUNT_WIDTH = 16
DETAILS = Binding.Group("Details")


class PacksScreen(Screen[None]):
    """A list of packs, the details of the one marked, and a form to add one."""

    SECTION = "Packs"
    CSS_PATH = "packs.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("add", "a", "add", "Add a pack", "Add a pack: you are asked where its file lies."),
        keys.key(
            "details-up", "pageup", "scroll(-1)", "Details", "Scroll the details.", group=DETAILS
        ),
        keys.key(
            "details-down", "pagedown", "scroll(1)", "Details", "Scroll the details.", group=DETAILS
        ),
        *keys.moves("pack", "Choose", "Mark the pack"),
        keys.key("cancel", "escape", "cancel", "Cancel", "Add nothing."),
        keys.BACK,
    ]

    def __init__(self, *, adding: bool = False) -> None:
        super().__init__()
        self.adding = adding
        self.packs: tuple[InstalledPack, ...] = ()
        self.told = ""

    @property
    def quiz(self) -> QuizApp:
        """The app, as what it is."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """List, details, form and keys."""
        yield TitleBar(self.SECTION)
        packs = PickList(self._row, id="packs")
        packs.lowest = 0
        packs.head = self._head
        yield packs
        with VerticalScroll(id="details", can_focus=False):
            yield Body(self._details)
        yield PathForm()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Look at what is installed."""
        details = self.query_one("#details")
        self.watch(details, "show_vertical_scrollbar", self.refresh_bindings, init=False)
        self._load(0)
        if self.adding:
            self.action_add()

    def _load(self, row: int) -> None:
        self.packs = self.quiz.library.packs()
        packs = self.query_one(PickList)
        packs.show(len(self.packs))
        packs.cursor = min(row, len(self.packs) - 1)
        self.query_one(Body).redraw()
        self.refresh_bindings()

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, _: int) -> tuple[Content, ...]:
        good = [pack for pack in self.packs if not pack.problems]
        total = counted(sum(pack.questions for pack in good), "question")
        if not self.packs:
            return ()
        return (Content.styled(f" {counted(len(good), 'pack')}, {total}", "$muted"), EMPTY)

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        pack = self.packs[row]
        mark = Content.styled("▌" if here else " ", "bold $accent")
        if pack.problems:
            count = Content.styled(f"✗ {counted(len(pack.problems), 'problem')} ", "$wrong")
        else:
            count = Content.styled(f"{counted(pack.questions, 'question')} ", "$muted")
        title = fit(pack.title, width - max(count.cell_length, COUNT_WIDTH) - 3)
        return (across(Content.assemble(mark, title), count, width),)

    def _details(self, width: int) -> Sequence[Content]:
        rows = self._about(width)
        if self.told:
            rows = [*wrapped(f"✓ {self.told}", width, "bold $right"), EMPTY, *rows]
        if not self.query_one(PathForm).display:
            rows += [EMPTY, button("Add a pack", "add")]
        return rows

    def _about(self, width: int) -> list[Content]:
        row = self.query_one(PickList).cursor
        if not 0 <= row < len(self.packs):
            words = "Nothing is installed yet. A pack is one file, and it ends in .toml."
            return wrapped(words, width, "$muted")
        pack = self.packs[row]
        rows = wrapped(pack.title, width, "bold")
        if pack.problems:
            rows += wrapped("This file cannot be used as it is:", width, "$wrong")
            for problem in pack.problems:
                rows += [EMPTY, *_problem(problem, pack.path, width)]
        else:
            rows += wrapped(pack.about, width)
            held = f"{counted(pack.questions, 'question')} in {counted(pack.topics, 'topic')}"
            parts = [held, f"version {pack.version}", pack.license]
            parts.append("came with the app" if pack.shipped else "added by you")
            rows += [EMPTY, *wrapped(" · ".join(filter(None, parts)), width, "$muted")]
        return [*rows, EMPTY, *wrapped(str(pack.path), width, "$muted")]

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a path is asked for, Escape leaves the form and the rest waits."""
        asking = self.is_mounted and self.query_one(PathForm).display
        long = self.is_mounted and self.query_one("#details").show_vertical_scrollbar
        possible = {
            "add": not asking,
            "cancel": asking,
            "move": not asking and len(self.packs) > (1 if parameters in ((1,), (-1,)) else FAR),
            "app.back": not asking,
            "scroll": not asking and long,
        }
        return possible.get(action, True)

    def action_move(self, step: int) -> None:
        """Mark another pack."""
        self.query_one(PickList).move(step)

    def action_scroll(self, pages: int) -> None:
        """Scroll the details by so many pages."""
        details = self.query_one("#details")
        details.scroll_relative(y=pages * max(details.size.height - 2, 1), animate=False)

    @on(PickList.Moved)
    def _moved(self) -> None:
        self.told = ""
        self.query_one(Body).redraw()
        self.query_one("#details").scroll_home(animate=False)

    def action_add(self) -> None:
        """Ask for a path."""
        self.told = ""
        self.query_one(PathForm).open()
        self.add_class("-adding")
        self.query_one(Body).redraw()
        self.refresh_bindings()

    def action_cancel(self) -> None:
        """Close the form and add nothing."""
        self._close()
        self.query_one(Body).redraw()
        self.refresh_bindings()

    def _close(self) -> None:
        self.query_one(PathForm).close()
        self.remove_class("-adding")

    def action_submit(self) -> None:
        """Add what is typed; for the mouse."""
        self._add(self.query_one(Input).value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._add(event.value)

    def _add(self, text: str) -> None:
        """Add the pack at a path, as typed, pasted or dragged into the terminal."""
        form = self.query_one(PathForm)
        path = text.strip().strip("'\"").strip()
        if not path:
            form.tell("Type the path of a file that ends in .toml.")
            return
        try:
            pack = self.quiz.library.add(Path(path))
            self.quiz.study.refresh()
        except QuizError as error:
            form.tell(str(error))
            return
        self._close()
        self.told = f"Added: {counted(pack.questions, 'question')}."
        rows = self.quiz.library.packs()
        self._load(next((n for n, one in enumerate(rows) if one.path == pack.path), 0))


def _problem(problem: str, path: Path, width: int) -> list[Content]:
    """A problem with its line; the file is named once below, not in every problem."""
    told = problem.removeprefix(str(path)).removeprefix(":").strip()
    line, _, rest = told.partition(":")
    told = f"line {line}: {rest.strip()}" if line.isdigit() else told
    first, *more = wrapped(told, width, indent=2) or [EMPTY]
    return [Content.assemble(("✗ ", "$wrong"), first[2:]), *more]
