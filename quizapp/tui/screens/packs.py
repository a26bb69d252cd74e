"""Packs: what is installed, what is wrong with a file; adding, removing and bringing back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from quizapp.tui.screens import pack_work
from quizapp.tui.screens.pack_keys import PACK_KEYS
from quizapp.tui.screens.pack_words import (
    offer_about,
    offer_question,
    pack_about,
    pack_count,
    pack_row,
    progress_words,
)
from quizapp.tui.screens.reading import EMPTY, Body
from quizapp.tui.widgets.asking import Said
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import button, wrapped
from quizapp.tui.widgets.path_form import PathForm
from quizapp.tui.widgets.picklist import FAR, PickList
from quizapp.tui.widgets.title import TitleBar
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack, Library
    from quizapp.tui.app import QuizApp


class PacksScreen(Screen[None]):
    """A list of packs, the details of the one marked, and a form to add more.

    Work on packs is done beside the screen; while it is under way, Escape leaves it.
    """

    SECTION = "Packs"
    CSS_PATH = "packs.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = PACK_KEYS

    def __init__(self, *, adding: bool = False) -> None:
        super().__init__()
        self.adding = adding
        self.packs: tuple[InstalledPack, ...] = ()
        self.counted = EMPTY
        self.told = ""
        self.typed = ""
        self.job: pack_work.Job | None = None
        self.seen: pack_work.Seen | None = None
        self.leaving: InstalledPack | None = None
        self.can_undo = False

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
        yield Said()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Look at what is installed."""
        details = self.query_one("#details")
        self.watch(details, "show_vertical_scrollbar", self.refresh_bindings, init=False)
        self._load(0)
        if self.adding:
            self.action_add()

    def on_unmount(self) -> None:
        """Whatever is under way is left."""
        if self.job:
            self.job.stop()

    def _load(self, row: int) -> None:
        from quizapp.packs.removing import can_bring_back

        self.packs = self.quiz.library.packs()
        self.counted = pack_count(self.packs)
        self.can_undo = can_bring_back(self.quiz.library)
        packs = self.query_one(PickList)
        packs.show(len(self.packs))
        packs.cursor = min(row, len(self.packs) - 1)
        self._redraw()

    def _redraw(self) -> None:
        self.query_one(Body).redraw()
        self.refresh_bindings()

    # -- what is drawn ---------------------------------------------------------------------

    def _head(self, _: int) -> tuple[Content, ...]:
        """How much is installed; it is asked for with every line drawn."""
        return (self.counted, EMPTY) if self.packs else ()

    def _row(self, row: int, width: int, here: bool) -> tuple[Content, ...]:
        return (pack_row(self.packs[row], width, here=here),)

    def _details(self, width: int) -> Sequence[Content]:
        if self.seen:
            return offer_about(self.seen, width)
        rows = self._about(width)
        if self.told:
            rows = [*wrapped(f"✓ {self.told}", width, "bold $right"), EMPTY, *rows]
        if not self.busy:
            rows += [EMPTY, button("Add a pack", "add")]
        return rows

    def _about(self, width: int) -> list[Content]:
        pack = self._marked
        if pack is None:
            words = "Nothing is installed yet. A pack is one file, and it ends in .toml."
            return wrapped(words, width, "$muted")
        origin = "" if pack.shipped or pack.problems else self.quiz.library.origin(pack.id)
        changed = self.quiz.study.changed_in(pack.id)
        told = f"! {counted(changed, 'answer')} changed. Study tells you before it asks."
        news = [*wrapped(told, width, "$nearly"), EMPTY] if changed else []
        return [*news, *pack_about(pack, origin, width)]

    @property
    def _marked(self) -> InstalledPack | None:
        row = self.query_one(PickList).cursor
        return self.packs[row] if 0 <= row < len(self.packs) else None

    # -- what the keys do ------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether something is asked or under way."""
        asking = self.is_mounted and self.query_one(PathForm).display
        return asking or bool(self.job or self.seen or self.leaving)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked or under way, Escape leaves it and the rest waits."""
        long = self.is_mounted and self.query_one("#details").show_vertical_scrollbar
        idle = not self.busy
        possible = {
            "add": idle,
            "remove": idle and self.is_mounted and self._marked is not None,
            "bring_back": idle and self.can_undo,
            "take": self.seen is not None and self.seen.new > 0 and not self.job,
            "confirm": self.leaving is not None and not self.job,
            "keep": self.leaving is not None and not self.job,
            "cancel": not idle,
            "move": idle and len(self.packs) > (1 if parameters in ((1,), (-1,)) else FAR),
            "app.back": idle,
            "scroll": long and not (self.is_mounted and self.query_one(PathForm).display),
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
        self.query_one(Said).say("")
        self._redraw()
        self.query_one("#details").scroll_home(animate=False)

    def action_add(self) -> None:
        """Ask for a path or an address."""
        self.told = self.typed = ""
        self._ask_where("")

    def _ask_where(self, trouble: str) -> None:
        form = self.query_one(PathForm)
        form.open(self.typed)
        form.tell(trouble)
        self.query_one(Said).say("")
        self.add_class("-adding")
        self._redraw()

    def action_cancel(self) -> None:
        """Leave what is asked or under way; nothing is changed."""
        if self.job:
            self.job.stop()
        self._rest()

    def _rest(self) -> None:
        """Nothing is asked or under way any more."""
        self.job = self.seen = self.leaving = None
        self.query_one(PathForm).close()
        self.query_one(Said).say("")
        self.remove_class("-adding")
        self._redraw()

    def action_submit(self) -> None:
        """Look at what is typed; for the mouse."""
        self._look(self.query_one(Input).value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._look(event.value)

    def _look(self, text: str) -> None:
        """Look at a place, as typed, pasted or dragged into the terminal."""
        self.typed = text
        place = text.strip().strip("'\"").strip()
        if not place:
            self.query_one(PathForm).tell("Type a path, or an address that begins with https://.")
            return
        self._start("look", pack_work.looking(place), "Looking …")

    def action_take(self) -> None:
        """Add what is shown."""
        if self.seen:
            work = pack_work.adding(self.seen.offer, self.quiz.study.day().isoformat())
            self._start("add", work, "Adding …")

    def action_remove(self) -> None:
        """Ask whether the marked pack is to go."""
        self.leaving = self._marked
        if self.leaving:
            words = f"Remove {self.leaving.title}? What you remember of it is kept."
            self.query_one(Said).say(words, yes=("Keep it", "keep"), no=("Remove", "confirm"))
            self._redraw()

    def action_keep(self) -> None:
        """Leave the pack in after all."""
        self.action_cancel()

    def action_confirm(self) -> None:
        """Take the pack out."""
        if self.leaving:
            name = self.leaving.id or self.leaving.path.name
            work = pack_work.removing(name, self.quiz.study.day().isoformat())
            self._start("remove", work, "Removing …")

    def action_bring_back(self) -> None:
        """Bring back what was removed last."""
        self._start("back", pack_work.bringing_back(), "Bringing it back …")

    # -- work beside the screen --------------------------------------------------------------

    def _start(self, name: str, work: Callable[[pack_work.Job, Library], Any], words: str) -> None:
        self._rest()
        self.job = pack_work.Job(name, self, self.quiz.clock)
        self.query_one(Said).say(words)
        self._redraw()
        self.job.start(work, self.quiz.library)

    @on(pack_work.Progressed)
    def _progressed(self, event: pack_work.Progressed) -> None:
        if event.job is self.job:
            self.query_one(Said).say(progress_words(event.what, event.done, event.total))

    @on(pack_work.Finished)
    def _finished(self, event: pack_work.Finished) -> None:
        if event.job is not self.job:
            # It was left too late to be stopped: what it did shows.
            self._refresh()
            self._load(self.query_one(PickList).cursor)
            return
        self._rest()
        if event.trouble and event.job.name == "look":
            self._ask_where(event.trouble)
        elif event.trouble:
            self.query_one(Said).say(f"✗ {event.trouble}")
        elif event.job.name == "look":
            self._offer(event.result)
        else:
            self._changed(event.job.name, event.result)

    def _offer(self, seen: pack_work.Seen) -> None:
        """Show what there is to add, and ask."""
        self.seen = seen
        yes = ("Add", "take") if seen.new else ("", "")
        self.query_one(Said).say(offer_question(seen), yes=yes, no=("Cancel", "cancel"))
        self._redraw()
        self.query_one("#details").scroll_home(animate=False)

    def _refresh(self) -> None:
        self.quiz.library.refresh()
        self.quiz.study.refresh()

    def _changed(self, what: str, ids: list[str]) -> None:
        """Say what was done, and see it everywhere."""
        self._refresh()
        packs = self.quiz.library.packs()
        rows = [row for row, pack in enumerate(packs) if pack.id in ids]
        many = sum(packs[row].questions for row in rows)
        shows = " The one that came with the app shows again." if rows else ""
        self.told = {
            "add": f"Added: {counted(many, 'question')}.",
            "remove": f"Removed {ids[0]}; u brings it back.{shows}",
        }.get(what, f"{ids[0]} is back, with all you remember of it.")
        self._load(rows[0] if rows else 0)
