"""A drafts file as it lies before its author: which drafts are shown, and what is known of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from quizapp.core.question import Pack, Topic
from quizapp.drafting.desk.accepting import ADDING, Ledger
from quizapp.drafting.desk.arranging import arranged, still_standing
from quizapp.drafting.desk.coverage import coverage
from quizapp.drafting.desk.judging import Judge, Judged
from quizapp.drafting.desk.readiness import Readiness
from quizapp.drafting.desk.rewritten import rewritten
from quizapp.drafting.desk.written import Written, joined, written_draft
from quizapp.drafting.drafts import Decision, Draft, Span, standing
from quizapp.drafting.text.passages import Passages, Sentence, passages_of


class Progress(NamedTuple):
    """How far one has come: drafts decided, drafts in all, and questions put into the pack."""

    decided: int
    total: int
    accepted: int


class Look(NamedTuple):
    """What is looked at: a draft, or None for a question of one's own, as it is written now."""

    draft: Draft | None
    written: Written
    changed: bool
    decision: Decision | None


class Desk:
    """What there is to see of a drafts file, and the draft one is at. Nothing here is written."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.passages: Passages = passages_of(self.ledger.article)
        self.judge = Judge(self.ledger.held.pack, self.ledger.source, self.ledger.article)
        self.revealed: set[Span] = set()
        self.changed: dict[str, Written] = {}
        self.flag = ""
        self.topic = ""
        self.new_topic = ""
        self.warned: tuple[str, ...] = ()
        self.order: tuple[Draft, ...] = ()
        self.place = 0
        self.readiness = Readiness(lambda one: not self.judged(self._written(one), one).errors)
        self._covered: tuple[Pack | None, tuple[int, ...]] = (None, ())
        self._in_pack: dict[str, Written | None] = {}
        self._settle()
        self.place = self._first_place()

    # -- what there is -----------------------------------------------------------------------

    @property
    def repaired(self) -> str:
        """What was cut short last time and is finished now, in words."""
        return self.ledger.repaired

    @property
    def new_pack(self) -> bool:
        """True until the pack file is there."""
        return not self.ledger.held.there

    @property
    def topics(self) -> Sequence[Topic]:
        """The topics of the pack."""
        return self.ledger.held.pack.topics

    @property
    def draft(self) -> Draft | None:
        """The draft one is at; None where no draft fits the filter."""
        return self.order[self.place] if self.order else None

    def look(self) -> Look | None:
        """What there is to see of the draft one is at."""
        draft = self.draft
        if draft is None:
            return None
        found = self.changed.get(draft.id)
        return Look(draft, found or self._written(draft), found is not None, self.stands(draft))

    def stands(self, draft: Draft) -> Decision | None:
        """What was decided about a draft."""
        return self._standing.get(draft.id)

    def progress(self) -> Progress:
        """How far one has come, whatever is filtered."""
        return self._progress

    def ready(self) -> int:
        """How many drafts not decided can be accepted as they stand; -1 while not known."""
        return self.readiness.count(one for one in self._all if one.id not in self._standing)

    def weigh(self, most: int = -1) -> bool:
        """Find out which drafts are ready, of up to `most` of them; False once all are known."""
        return self.readiness.weigh(self.ledger.sheet.drafts, most)

    def sifted(self, sift: str) -> int:
        """How many drafts have a flag, or are ready or not."""
        return sum(self.readiness.fits(draft, sift) for draft in self._all)

    @property
    def undoable(self) -> bool:
        """True while a decision stands that can be taken back."""
        return bool(self._kept)

    def coverage(self) -> tuple[int, ...]:
        """How many questions of the pack cite each paragraph."""
        pack = self.ledger.held.pack
        if pack is not self._covered[0]:
            source, count = self.ledger.source.id, len(self.passages.paragraphs)
            self._covered = (pack, coverage(pack.questions, source, count))
        return self._covered[1]

    def hidden(self) -> int:
        """How many drafts of the same sentence are not shown yet."""
        draft = self.draft
        return self._hidden.get(draft.sentence, 0) if draft else 0

    def judged(self, written: Written, draft: Draft | None = None) -> Judged:
        """What `sco-quiz check` would say of a question, were it in the pack.

        Where it is there already as what became of `draft`, that is passed over.
        """
        accepted = self._accepted(draft) if draft else None
        own = accepted.question if accepted else ""
        return self.judge.judge(self._placed(written), self.today(), own)

    def today(self) -> date:
        """The day of the check."""
        return self.ledger.today()

    # -- going from draft to draft -------------------------------------------------------------

    def step(self, step: int) -> None:
        """The draft so many further on; the first or the last where there is none."""
        self.place = min(max(self.place + step, 0), max(len(self.order) - 1, 0))

    def next_undecided(self) -> bool:
        """Go to the next draft without a decision; False where none is left."""
        count = len(self.order)
        for ahead in range(1, count + 1):
            place = (self.place + ahead) % count
            if self.order[place].id not in self._standing:
                self.place = place
                return True
        return False

    def filter(self, flag: str) -> None:
        """Show only drafts with a flag, or READY or TO_MEND; "" for all."""
        self.flag = flag
        self._settle()

    def more(self) -> int:
        """Show the other drafts of the sentence behind this one; how many there are."""
        draft, count = self.draft, self.hidden()
        if draft is not None and count:
            known = {one.id for one in self.order}
            self.revealed.add(draft.sentence)
            self._settle()
            self.go_to(next((one.id for one in self.order if one.id not in known), draft.id))
        return count

    def go_to(self, draft: str) -> None:
        """Go to a draft, where it is shown."""
        for place, one in enumerate(self.order):
            if one.id == draft:
                self.place = place

    def sentence(self) -> Sentence:
        """The sentence of the draft one is at; the first after the headline where it has none."""
        draft = self.draft
        if draft is not None and self.passages.fits(draft.paragraph, draft.sentence):
            return Sentence(draft.paragraph, draft.sentence)
        return next(
            (one for one in self.passages.sentences if one.paragraph), self.passages.sentences[0]
        )

    # -- within --------------------------------------------------------------------------------

    def _accepted(self, draft: Draft) -> Decision | None:
        """The decision that put a draft's question into the pack."""
        decision = self.stands(draft)
        return decision if decision is not None and decision.what in ADDING else None

    def _as_accepted(self, draft: Draft) -> Written | None:
        """A draft's question as it stands in the pack; None where it does not as it was put in."""
        if draft.id not in self._in_pack:
            accepted = self._accepted(draft)
            text = self.ledger.text_of(accepted) if accepted else ""
            there = bool(text) and text.encode("utf-8") in self.ledger.held.data
            found = rewritten(text, self.passages, draft.sentence) if there else None
            question = self.ledger.held.question(accepted.question) if accepted else None
            if found and question:
                found = found.with_text("topic", question.topic)
            self._in_pack[draft.id] = found
        return self._in_pack[draft.id]

    def _settle(self) -> None:
        """Which drafts are shown, and in which order, after something has changed."""
        here = self.draft
        self._in_pack.clear()
        self._kept = still_standing(self.ledger.decisions)
        self._standing = standing(self.ledger.decisions)
        self._all = arranged(self.ledger.sheet.drafts, self.revealed, self._standing.keys())
        shown = {draft.id for draft in self._all}
        self._hidden = Counter(
            one.sentence
            for one in self.ledger.sheet.drafts
            if one.id not in shown and self.readiness.fits(one, self.flag)
        )
        decided = sum(draft.id in self._standing for draft in self._all)
        names = {one.question for one in self._kept if one.what in ADDING}
        accepted = sum(one.id in names for one in self.ledger.held.pack.questions)
        self._progress = Progress(decided, len(self._all), accepted)
        self.order = tuple(one for one in self._all if self.readiness.fits(one, self.flag))
        self.place = min(self.place, max(len(self.order) - 1, 0))
        if here is not None:
            self.go_to(here.id)

    def _first_place(self) -> int:
        """Where one was, or the first draft to decide after the last one decided."""
        seen = self.ledger.last_seen()
        last = self._kept[-1].draft if self._kept else ""
        places = {draft.id: place for place, draft in enumerate(self.order)}
        if seen in places:
            return places[seen]
        self.place = places.get(last, -1)
        return self.place if self.order and self.next_undecided() else max(self.place, 0)

    def _written(self, draft: Draft) -> Written:
        written = self._as_accepted(draft) or written_draft(draft)
        if not self.passages.fits(draft.paragraph, draft.sentence):
            at = self.passages.at(draft.sentence[0]) or self.passages.sentences[-1]
            written = written._replace(paragraph=at.paragraph, sentence=at.span)
        return written

    def _placed(self, written: Written) -> Written:
        """With the topic of the question before, and the answer as its term, where none is said."""
        if not written.texts.get("topic", "").strip():
            ids = [one.id for one in self.topics]
            known = self.topic if self.topic in ids else (ids[0] if ids else "")
            topic = self.new_topic or known
            written = written.with_text("topic", topic)
        if not written.texts.get("terms", "").strip():
            written = written.with_text("terms", self._term(written))
        return written

    def _term(self, written: Written) -> str:
        """The answer as it stands in the sentence, if it does."""
        answer = written.texts.get("answer", "").strip()
        start, end = written.sentence
        at = self.ledger.article.casefold().find(answer.casefold(), start, end) if answer else -1
        return joined([" ".join(answer.split())]) if at >= 0 else ""
