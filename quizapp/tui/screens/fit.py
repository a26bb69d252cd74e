"""Fit: FSRS's weights learned from the learner's own replies, shown before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from quizapp.errors import QuizError
from quizapp.fitting import Fit, Fitting, Stopped
from quizapp.tui import keys
from quizapp.tui.screens.reading import EMPTY, ReadingScreen
from quizapp.tui.widgets.lines import button, quiet_button, wrapped
from quizapp.tui.wording import counted, grouped

if TYPE_CHECKING:
    from textual.worker import Worker

READABLE = 76
ABOUT = (
    "FSRS reckons how you forget with 21 weights. At first they are its own, the same for "
    "everybody; out of replies enough it can learn yours."
)
BAR = 30
"""Cells of the line that shows how much is done."""


class Stage(Enum):
    """What the screen shows."""

    READY = "ready"
    WORKING = "working"
    FITTED = "fitted"


class FitScreen(ReadingScreen, inherit_bindings=False):
    """Enter fits, shows what it would change, and keeps it. The work is done beside the screen."""

    SECTION = "Memory weights"
    BINDINGS: ClassVar[list[BindingType]] = [
        keys.key("fit", "enter", "fit", "Fit", "Learn the weights from your replies."),
        keys.key("keep-fit", "enter", "keep", "Keep", "Reckon all memories with these weights."),
        keys.key("undo-fit", "u", "undo", "Undo", "Go back to the weights before."),
        keys.key("stop-fit", "escape", "stop", "Stop", "Stop the work; nothing is changed."),
        keys.BACK,
        *keys.scrolls(),
    ]

    class Told(Message):
        """How far the work is."""

        def __init__(self, what: str, done: int, total: int) -> None:
            super().__init__()
            self.what, self.done, self.total = what, done, total

    class Done(Message):
        """The work is over: a fit, or words, amiss or not."""

        def __init__(self, fit: Fit | None, words: str, *, amiss: bool = False) -> None:
            super().__init__()
            self.fit, self.words, self.amiss = fit, words, amiss

    def __init__(self, fitting: Fitting) -> None:
        super().__init__()
        self.fitting = fitting
        self.standing = fitting.standing()
        self.stage = Stage.READY
        self.found: Fit | None = None
        self.told = ""
        self.amiss = False
        self.progress = ("", 0, 0)
        self.work: Worker[None] | None = None

    # -- what is drawn ---------------------------------------------------------------------

    def body(self, width: int) -> Sequence[Content]:
        """What this is, how things stand, and what was found."""
        width = min(width, READABLE)
        rows = [*wrapped(ABOUT, width), EMPTY]
        if self.stage is Stage.WORKING:
            return [*rows, *self._working(width)]
        if self.told:
            style, mark = ("$nearly", "!") if self.amiss else ("bold $right", "✓")
            rows += [*wrapped(f"{mark} {self.told}", width, style), EMPTY]
        if self.found is not None:
            return [*rows, *fit_lines(self.found, width), EMPTY, *self._offer(width)]
        return [*rows, *self._standing(width)]

    def _standing(self, width: int) -> list[Content]:
        standing = self.standing
        force = "Fitted to you" if standing.fitted else "FSRS's own"
        many = counted(standing.replies, "reply", "replies")
        rows = [
            *wrapped(f"In force: {force}.", width, "bold"),
            *wrapped(f"To learn from: {many}, of {grouped(standing.needed)} needed.", width),
        ]
        if not standing.enough:
            tip = "Only those count that come a day or more after another reply to the question."
            rows += wrapped(tip, width, "$muted")
        buttons: list[Content | str] = []
        if standing.enough:
            buttons += [button("Fit", "fit"), "  "]
        if standing.undoable:
            buttons.append(quiet_button("Undo", "undo"))
        return [*rows, EMPTY, Content.assemble(*buttons)] if buttons else rows

    def _working(self, width: int) -> list[Content]:
        what, done, total = self.progress
        rows = wrapped(f"{what or 'Reading your replies'} …", width, "bold")
        if total:
            full = BAR * done // total
            done_part, rest = ("━" * full, "$accent"), ("─" * (BAR - full), "$faint")
            rows.append(Content.assemble(done_part, rest, f"  {done * 100 // total} %"))
        else:
            rows.append(EMPTY)
        tip = "Esc stops it, and nothing is changed."
        return [*rows, EMPTY, *wrapped(tip, width, "$muted")]

    def _offer(self, width: int) -> list[Content]:
        if self.found is None or not self.found.better:
            words = "What is in force foretells your newest replies as well or better: it stays."
            return wrapped(words, width, "bold")
        words = "Keep the fitted weights? Every memory is then worked out anew with them."
        answers = Content.assemble(
            button("Keep", "keep"), "  ", quiet_button("Leave it", "leave_it")
        )
        return [*wrapped(words, width, "bold"), EMPTY, answers]

    # -- what the keys do ------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the stage."""
        if not self.is_mounted:
            return action == "app.back"
        working = self.stage is Stage.WORKING
        possible = {
            "fit": self.stage is Stage.READY and self.standing.enough,
            "keep": self.stage is Stage.FITTED and self.found is not None and self.found.better,
            "undo": self.stage is Stage.READY and self.standing.undoable,
            "stop": working,
            "app.back": not working,
        }
        return possible.get(action, super().check_action(action, parameters))

    def action_fit(self) -> None:
        """Fit."""
        self._begin(lambda: (self.fitting.fit(self._progress), ""))

    def action_keep(self) -> None:
        """Keep what was found."""
        found = self.found
        if found is None:
            return

        def keep() -> tuple[None, str]:
            memories = self.fitting.keep(found, self._progress)
            return None, f"Kept. {_anew(memories)}; u takes it back."

        self._begin(keep)

    def action_undo(self) -> None:
        """Go back to what was in force before."""

        def undo() -> tuple[None, str]:
            return None, f"Taken back. {_anew(self.fitting.undo(self._progress))}."

        self._begin(undo)

    def action_leave_it(self) -> None:
        """Leave everything as it is; for the mouse."""
        self.dismiss_fit()

    def dismiss_fit(self) -> None:
        """Go back to how things stand."""
        self.found, self.told, self.stage = None, "", Stage.READY
        self.redraw()

    def action_stop(self) -> None:
        """Stop the work."""
        if self.work is not None:
            self.work.cancel()
        self._done(self.Done(None, "Stopped. Nothing was changed."))

    # -- the work beside the screen --------------------------------------------------------

    def _begin(self, job: Callable[[], tuple[Fit | None, str]]) -> None:
        self.stage, self.progress = Stage.WORKING, ("", 0, 0)
        self.redraw()
        self.work = self.run_worker(lambda: self._run(job), thread=True, exclusive=True)

    def _run(self, job: Callable[[], tuple[Fit | None, str]]) -> None:
        """The job in its thread; only messages come back from there."""
        try:
            fit, words = job()
        except Stopped:
            return
        except QuizError as error:
            self._post(self.Done(None, str(error), amiss=True))
            return
        self._post(self.Done(fit, words))

    def _progress(self, what: str, done: int, total: int) -> None:
        if get_current_worker().is_cancelled:
            raise Stopped("stopped")
        self._post(self.Told(what, done, total))

    def _post(self, message: Message) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(message)

    @on(Told)
    def _told(self, event: Told) -> None:
        if self.stage is Stage.WORKING:
            self.progress = (event.what, event.done, event.total)
            self.redraw()

    @on(Done)
    def _done(self, event: Done) -> None:
        self.work = None
        self.found, self.told, self.amiss = event.fit, event.words, event.amiss
        self.stage = Stage.READY if event.fit is None else Stage.FITTED
        self.standing = self.fitting.standing()
        self.redraw()


def _anew(memories: int) -> str:
    return f"{counted(memories, 'memory', 'memories')} worked out anew"


def fit_lines(fit: Fit, width: int) -> list[Content]:
    """What is in force and what was fitted, side by side."""
    table = (
        ("Log loss", f"{fit.before.loss:.4f}", f"{fit.after.loss:.4f}", "less is better"),
        ("RMSE(bins)", f"{fit.before.error:.4f}", f"{fit.after.error:.4f}", "less is better"),
        ("Reviews a day", f"{fit.load_before:.1f}", f"{fit.load_after:.1f}", "next 30 days"),
        ("Due today", grouped(fit.due_before), grouped(fit.due_after), ""),
    )
    head = f"{'':14}{'now':>9}{'fitted':>10}"
    many = counted(fit.replies, "reply", "replies")
    told = (
        f"Learned from {many}. The newest {grouped(fit.judged)} were held back, to see how far off "
        "each foretells them."
    )
    rows = [*wrapped(told, width), EMPTY, Content.styled(head, "$muted")]
    for name, before, after, note in table:
        fitted, beside = (f"{after:>10}", "bold $accent"), (f"   {note}", "$muted")
        rows.append(Content.assemble(f"{name:14}{before:>9}", fitted, beside))
    return rows
