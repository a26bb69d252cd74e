"""Hand-checking: drafts are looked at one by one, and accepted, rejected, skipped or undone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quizapp.core.question import Form
from quizapp.drafting.desk.accepting import Files, Ledger, stem_of
from quizapp.drafting.desk.arranging import decision_words
from quizapp.drafting.desk.desk import Desk
from quizapp.drafting.desk.written import Written
from quizapp.drafting.drafts import Draft
from quizapp.drafting.text.passages import Sentence
from quizapp.errors import QuizError

OWN = ""
"""Stands for the id of a draft where a question of the author's own is meant."""


def files_of(drafts: Path, pack: Path | None, article: Path | None) -> Files:
    """The files of a drafts file: its pack lies beside it, where it is not named."""
    return Files(drafts, pack or drafts.with_name(f"{stem_of(drafts)}.toml"), article)


class HandCheck(Desk):
    """One drafts file being checked. Each change is on the disk when its method returns.

    Raises QuizError where files cannot be used or do not belong together.
    """

    def __init__(self, files: Files, now: Callable[[], datetime]) -> None:
        self.files = files
        self._now = now
        super().__init__(Ledger(files, now))

    def refresh(self) -> None:
        """See what was done to the pack in a text editor; not where it cannot be read now."""
        with suppress(QuizError):
            held = self.ledger.read_pack()
            if held is not self.ledger.held:
                self.ledger.held = held
                self.judge.take(held.pack)
                self._settle()

    # -- deciding ------------------------------------------------------------------------------

    def keep(self, draft: Draft, written: Written) -> None:
        """Hold what was changed of a draft; it is nowhere but here until it is accepted."""
        if written == self._written(draft):
            self.changed.pop(draft.id, None)
        else:
            self.changed[draft.id] = written

    def accept(self) -> str:
        """Put the draft, as it is written now, into the pack; the id it has there.

        Where it is there already and was changed since, it is written anew in its place.
        """
        look = self.look()
        if look is None or look.draft is None:
            raise QuizError("There is no draft to accept.")
        if look.changed and self.mendable(look.draft):
            self._check_alone()
            name = self._put(look.written, "edit", look.draft)
        else:
            self._check_free(look.draft)
            name = self._put(look.written, "edit" if look.changed else "accept", look.draft)
        self.changed.pop(look.draft.id, None)
        return name

    def mendable(self, draft: Draft) -> bool:
        """Whether a draft's question stands in the pack as it was accepted."""
        return self._as_accepted(draft) is not None

    def locked(self, draft: Draft) -> bool:
        """Whether a draft's question stands there, but was changed by hand since."""
        accepted = self._accepted(draft)
        held = self.ledger.held
        there = accepted is not None and held.question(accepted.question) is not None
        return there and not self.mendable(draft)

    def write(self, written: Written) -> str:
        """Put a question of one's own into the pack; the id it has there."""
        self._check_alone()
        begun = self.draft
        return self._put(written, "write", begun)

    def reject(self, reason: str) -> None:
        """Reject the draft for one of REASONS."""
        self._decide("reject", reason)

    def skip(self) -> None:
        """Leave the draft for later."""
        self._decide("skip")

    def undo(self) -> str:
        """Take the last decision that stands back, and go to its draft; what was undone."""
        self._check_alone()
        if not self._kept:
            raise QuizError("There is nothing left to undo.")
        last = self._kept[-1]
        told = self.ledger.take(last)
        self.flag = ""
        self._settle()
        self.judge.take(self.ledger.held.pack)
        self.go_to(last.draft)
        return f"Undone: {decision_words(last)}.{told}"

    def begin(self, form: Form, sentence: Sentence) -> Written:
        """An empty question of one's own on a sentence."""
        return Written(form, {}, sentence.paragraph, sentence.span)

    def leave(self) -> None:
        """Remember where one was."""
        if self.draft is not None:
            self.ledger.leave_at(self.draft.id)

    # -- within --------------------------------------------------------------------------------

    def _put(self, written: Written, what: str, draft: Draft | None) -> str:
        self.judge.take(self.ledger.read_pack().pack)
        begun = draft.id if draft else OWN
        accepted = self._accepted(draft) if draft and what != "write" else None
        judged = self.judged(written, draft if accepted else None)
        if judged.errors:
            raise QuizError(f"Not accepted: {judged.errors[0]}")
        if accepted:
            name = self.ledger.mend(judged, begun, accepted)
        else:
            name = self.ledger.put(judged, what, begun)
        self.topic = judged.question.topic if judged.question else ""
        self.new_topic = ""
        self.warned = judged.warnings
        self.judge.take(self.ledger.held.pack)
        self._settle()
        return name

    def _decide(self, what: str, reason: str = "") -> None:
        draft = self.draft
        if draft is None:
            raise QuizError("There is no draft to decide about.")
        self._check_free(draft)
        self.ledger.decide(what, draft.id, reason=reason)
        self._settle()

    def _check_free(self, draft: Draft) -> None:
        """What is in the pack has to be taken out first."""
        self._check_alone()
        decision = self._accepted(draft)
        if decision is not None:
            raise QuizError(
                f"Already {decision_words(decision)}; e changes it, u undoes the last step."
            )

    def _check_alone(self) -> None:
        """Another window may have decided meanwhile: then all is read again first."""
        if not self.ledger.in_step():
            here = self.draft
            self.ledger = Ledger(self.files, self._now)
            self.judge.take(self.ledger.held.pack)
            self._settle()
            if here is not None:
                self.go_to(here.id)
            changed = "The drafts file was changed by another program; it was read again."
            raise QuizError(self.ledger.repaired or changed)
