"""Hand-check: the article on one side, a draft on the other, and one key for each decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from quizapp.drafting.desk.readiness import SIFTS
from quizapp.drafting.drafts import FLAGS
from quizapp.tui.screens.checklist import ChecklistScreen
from quizapp.tui.screens.handcheck_keys import HANDCHECK_KEYS
from quizapp.tui.screens.handcheck_writing import WritingPage
from quizapp.tui.widgets.article_pane import PARAGRAPH, SENTENCE
from quizapp.tui.widgets.asking import Said


class HandCheckScreen(WritingPage):
    """One draft at a time. What is decided is on the disk before the next draft is shown."""

    BINDINGS: ClassVar[list[BindingType]] = HANDCHECK_KEYS

    def _decided(self, do: Callable[[], str]) -> None:
        """Decide, and go on to the next draft without a decision."""
        if self._try(do):
            if not self.check.next_undecided():
                self._say(f"{self.query_one(Said).words} All drafts are decided.")
            self._load()

    def action_accept(self) -> None:
        """Into the pack."""
        self._decided(self._accept)

    def action_reject(self, reason: str) -> None:
        """Reject for a reason."""

        def reject() -> str:
            self.check.reject(reason)
            return f"✗ Rejected: {reason}."

        self._decided(reject)

    def action_skip(self) -> None:
        """Leave it for later."""

        def skip() -> str:
            self.check.skip()
            return "Skipped."

        self._decided(skip)

    def action_undo(self) -> None:
        """Take the last decision back."""
        if self._try(self.check.undo):
            self._load()

    def action_step(self, step: int) -> None:
        """Another draft."""
        self._say("")
        self.check.step(step)
        self._load()

    def action_end(self, last: bool) -> None:
        """The first or the last draft."""
        self.action_step(len(self.check.order) * (1 if last else -1))

    def action_undecided(self) -> None:
        """The next draft to decide about."""
        self._say("" if self.check.next_undecided() else "All drafts are decided.")
        self._load()

    def action_more(self) -> None:
        """The other drafts of this sentence."""
        count = self.check.more()
        self._say(f"{count} more from this sentence." if count else "")
        self._load()

    def action_reset(self) -> None:
        """Forget what was changed."""
        if self.check.draft is not None:
            self.check.changed.pop(self.check.draft.id, None)
            self._say("As it was drafted.")
            self._load()

    def action_read(self) -> None:
        """The whole article, or back."""
        self.reading = not self.reading
        self._arrange()

    def action_unread(self) -> None:
        """Back to the draft."""
        self.reading = False
        self._arrange()

    def action_form_article(self) -> None:
        """The same from the form."""
        self.action_read()

    def action_paragraph(self) -> None:
        """The whole paragraph, or the sentence alone."""
        self.much = PARAGRAPH if self.much == SENTENCE else SENTENCE
        self._arrange()

    def action_scroll(self, lines: int) -> None:
        """Scroll what is read."""
        self.query_one("#article-page" if self.reading else "#draft-page").scroll_relative(
            y=lines, animate=False
        )

    def action_scroll_article(self, pages: int) -> None:
        """Scroll the article by so many pages."""
        page = self.query_one("#article-page")
        page.scroll_relative(y=pages * max(page.size.height - 2, 1), animate=False)

    def action_go_paragraph(self, number: int) -> None:
        """A click on the strip: to the first draft of that paragraph."""
        for draft in self.check.order:
            if draft.paragraph == number and self.writing is None:
                self.check.go_to(draft.id)
                self._load()
                return
        self._say(f"There is no draft on paragraph {number}. Press n to write a question.")

    def action_checklist(self) -> None:
        """The ten things that must hold."""
        self.app.push_screen(ChecklistScreen())

    def action_filter(self) -> None:
        """Choose a flag."""
        self.check.weigh()
        meant = {**SIFTS, **FLAGS}
        counts = {name: self.check.sifted(name) for name in meant}
        flags = ["", *(name for name in meant if name in SIFTS or counts[name])]
        rows = [(f"{name}: {meant[name]}" if name else "All drafts", str(counts.get(name, "")))
                for name in flags]  # fmt: skip

        def take(place: int) -> None:
            self.check.filter(flags[place])
            self._load()

        current = flags.index(self.check.flag) if self.check.flag in flags else 0
        self._choose("Which drafts?", rows, current, take)
