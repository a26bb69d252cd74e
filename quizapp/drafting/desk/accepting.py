"""Keeping drafts file, pack, source and journal in step, whatever is cut short.

A step on the pack is noted in the journal first, then done to the pack, then told by a decision
in the drafts file. Where the last of these is missing at the next start, the step is finished.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from quizapp.core.question import Source
from quizapp.drafting.desk.journal import (
    AT,
    DROPPED,
    MEND,
    PUT,
    SUFFIX,
    TAKE,
    Step,
    cut_back,
    note,
    read_journal,
)
from quizapp.drafting.desk.judging import Judged
from quizapp.drafting.desk.packfile import (
    Insertion,
    PackText,
    mended,
    put_in,
    put_text,
    question_part,
    read_text,
    starter,
    swap,
    take_out,
    write_pack,
)
from quizapp.drafting.desk.replacing import replace_file
from quizapp.drafting.desk.sheet_file import SUFFIX as DRAFTS
from quizapp.drafting.desk.sheet_file import append_decision, read_sheet
from quizapp.drafting.drafts import Decision, Sheet
from quizapp.drafting.text.originals import article_of, source_at, source_file
from quizapp.errors import PackError, QuizError
from quizapp.packs.articles import split_article
from quizapp.packs.checking.copying import Phrases
from quizapp.packs.format.files import file_name
from quizapp.packs.format.text import proposed_identifier

ADDING = frozenset({"accept", "edit", "write"})
"""The decisions that put a question into the pack."""
_TITLE = 120


class Files(NamedTuple):
    """Where everything lies that belongs to one drafts file.

    `article` is None where it lies as the drafts file says.
    """

    drafts: Path
    pack: Path
    article: Path | None = None

    @property
    def journal(self) -> Path:
        """What undo and repair need."""
        return self.drafts.with_name(stem_of(self.drafts) + SUFFIX)


def stem_of(drafts: Path) -> str:
    """The name that the drafts file shares with its pack."""
    name = drafts.name.removesuffix(DRAFTS)
    return name if name not in ("", drafts.name) else drafts.stem


class Ledger:
    """The files of one hand-check. Raises QuizError where they do not belong together."""

    def __init__(self, files: Files, now: Callable[[], datetime]) -> None:
        self.files = files
        self.now = now
        self.sheet: Sheet = read_sheet(files.drafts)
        self.size = _size(files.drafts)
        place = files.article or files.drafts.parent / self.sheet.heading.article
        self.article = article_of(place, self.sheet.heading)
        self.decisions = self.sheet.decisions
        self.source_text = source_file(self.article, self.sheet.heading, place)
        self.source: Source = source_at(files.pack.parent / "sources", self.source_text)
        self.fresh = self._starter()
        self.held: PackText = read_text(files.pack, self.fresh)
        self.cut_short = False
        self.repaired = self._repair()

    @property
    def source_path(self) -> Path:
        """Where the source file lies or will lie."""
        return self.files.pack.parent / "sources" / f"{self.source.id}.toml"

    def today(self) -> date:
        """The day that `checked` gets."""
        return self.now().date()

    def read_pack(self) -> PackText:
        """The pack as it lies on the disk now. Raises QuizError where it cannot be used."""
        try:
            return read_text(self.files.pack, self.fresh, self.held)
        except PackError as error:
            first = error.problems[0]._replace(path=self.files.pack.name)
            raise QuizError(f"Nothing was done: mend the pack, then try again. {first}") from error

    def _starter(self) -> bytes:
        """What the pack begins with where there is none yet.

        It is called as the article is, unless that would copy a headline; then as the file is.
        """
        heading = self.sheet.heading
        name = proposed_identifier(self.files.pack.stem) or "my-pack"
        title = heading.title or split_article(self.article)[0]
        plain = "".join(letter if letter.isprintable() else " " for letter in title)
        title = " ".join(plain.split())[:_TITLE].strip()
        if not title or Phrases(self.article).copied(title):
            title = name.replace("-", " ").capitalize()
        topic = proposed_identifier(title)[:40].strip("-") or "topic"
        return starter(name, title, topic)

    # -- deciding ----------------------------------------------------------------------------

    def decide(self, what: str, draft: str, *, reason: str = "", question: str = "") -> None:
        """Keep a decision. Raises QuizError where it cannot be kept."""
        decision = Decision(what, draft, reason, question, self._stamp())
        append_decision(self.files.drafts, decision)
        self.decisions = (*self.decisions, decision)
        self.size = _size(self.files.drafts)

    def in_step(self) -> bool:
        """True while nobody else has written to the drafts file, and no step waits to be finished.

        Else the files have to be read again before anything else is decided.
        """
        return _size(self.files.drafts) == self.size and not self.cut_short

    def put(self, judged: Judged, what: str, draft: str) -> str:
        """Put a question without errors into the pack, and tell its id. Raises QuizError."""
        self.held = self.read_pack()
        name = str(judged.table["id"])
        made = put_in(self.held, self.files.pack, judged.table, judged.topic)
        self._write_source()
        head = "" if self.held.there else self.held.data.decode("utf-8")
        text = made.text.decode("utf-8")
        step = Step(PUT, len(self.decisions), name, made.at, text, head, what, draft)
        self._do(step, PackText(made.whole, made.pack, there=True))
        return name

    def take(self, decision: Decision) -> str:
        """Undo the last decision that stands; what became of its question, in words."""
        name = decision.question
        self.held = self.read_pack()
        if decision.what not in ADDING or self.held.question(name) is None:
            self.decide("undo", "")
            gone = decision.what in ADDING
            return f' "{name}" was not in the pack any more.' if gone else ""
        put = self._step_of(decision)
        if put is not None and put.kind == MEND:
            made = swap(self.held, self.files.pack, put.text, put.head, (name, put.former))
            step = Step(MEND, len(self.decisions), name, made.at, put.head, put.text, "undo")
            self._do(step, _after(made))
            return f' "{put.former}" stands in the pack as it did before.'
        if put is None:
            raise QuizError(
                f'{file_name(self.files.journal)}: how "{name}" was put into the pack is not known'
                " any more; take it out by hand, then undo again. Nothing was changed"
            )
        text = put.text.encode("utf-8")
        whole, pack = take_out(self.held, self.files.pack, text, put.at, name)
        there = not put.head or whole != put.head.encode("utf-8")
        step = Step(TAKE, len(self.decisions), name, put.at, put.text, put.head)
        self._do(step, PackText(whole, pack, there))
        return f' "{name}" is out of the pack again.'

    def mend(self, judged: Judged, draft: str, accepted: Decision) -> str:
        """Write a question anew that stands in the pack, and tell its id. Raises QuizError."""
        self.held = self.read_pack()
        name = str(judged.table["id"])
        old = self.text_of(accepted)
        made = mended(
            self.held, self.files.pack, judged.table, judged.topic, old, accepted.question
        )
        text = made.text.decode("utf-8")
        step = Step(
            MEND, len(self.decisions), name, made.at, text, old, "edit", draft, accepted.question
        )
        self._do(step, _after(made))
        return name

    def text_of(self, accepted: Decision) -> str:
        """A question's own lines, as the step that `accepted` tells of wrote them; "" if unknown.

        Raises PackError where the journal cannot be read.
        """
        step = self._step_of(accepted)
        return question_part(step.text) if step else ""

    def _step_of(self, decision: Decision) -> Step | None:
        """The step on the pack that a decision tells of: the one before which as many were made."""
        steps = read_journal(self.files.journal)
        found = [one for one in steps if one.kind in (PUT, MEND) and one.what != "undo"]
        found = [one for one in found if one.question == decision.question]
        place = next((n for n, one in enumerate(self.decisions) if one is decision), -1)
        exact = [one for one in found if one.before == place]
        return next(reversed(exact or found), None)

    def _do(self, step: Step, after: PackText) -> None:
        """Journal, pack, decision; what was done is taken back where the next cannot be."""
        before = note(self.files.journal, step)
        try:
            write_pack(self.files.pack, self.held, after.data if after.there else None)
        except QuizError:
            cut_back(self.files.journal, before)
            raise
        try:
            self._tell(step)
        except QuizError:
            cut_back(self.files.drafts, self.size)
            self.cut_short = not self._restored()
            if not self.cut_short:
                cut_back(self.files.journal, before)
            raise
        self.held = after

    def _tell(self, step: Step) -> None:
        if step.kind == TAKE or step.what == "undo":
            self.decide("undo", "")
        else:
            self.decide(step.what, step.draft, question=step.question)

    def _restored(self) -> bool:
        """Put the pack back as it was before a step that could not be told; False where it cannot.

        Then the step stays in the journal, and is finished as one that was cut short.
        """
        try:
            if self.held.there:
                replace_file(self.files.pack, self.held.data)
            else:
                self.files.pack.unlink(missing_ok=True)
        except (QuizError, OSError):
            return False
        return True

    def _write_source(self) -> None:
        if not self.source_path.exists():
            replace_file(self.source_path, self.source_text.encode("utf-8"))

    def _stamp(self) -> str:
        return self.now().replace(tzinfo=None).isoformat(timespec="seconds")

    # -- where one was -----------------------------------------------------------------------

    def last_seen(self) -> str:
        """The draft looked at last when one left; "" where decisions were made since."""
        steps = read_journal(self.files.journal)
        last = next((one for one in reversed(steps) if one.kind == AT), None)
        return last.draft if last and last.before == len(self.decisions) else ""

    def leave_at(self, draft: str) -> None:
        """Remember the draft looked at last, where that can be written."""
        if draft != self.last_seen():
            try:
                note(self.files.journal, Step(AT, len(self.decisions), draft=draft))
            except QuizError:
                return

    # -- what was cut short ------------------------------------------------------------------

    def _repair(self) -> str:
        """Finish the step that was cut short, if one was; said in words."""
        steps = [one for one in read_journal(self.files.journal) if one.kind != AT]
        step = steps[-1] if steps else None
        if step is None or step.kind == DROPPED or step.before != len(self.decisions):
            return ""
        try:
            self._finish(step)
        except QuizError as error:
            note(self.files.journal, Step(DROPPED, step.before))
            return f'The last step, on "{step.question}", was cut short and cannot be done: {error}'
        self.held = self.read_pack()
        what = {TAKE: "taken out of", MEND: "written anew in"}.get(step.kind, "put into")
        return f'The last step was cut short: "{step.question}" has now been {what} the pack.'

    def _finish(self, step: Step) -> None:
        there = self.held.question(step.question) is not None
        text = step.text.encode("utf-8")
        whole: bytes | None = None
        if step.kind == PUT and not there:
            self._write_source()
            at = step.at if step.at <= len(self.held.data) else len(self.held.data)
            whole = put_text(self.held, self.files.pack, at, text, step.question).whole
            write_pack(self.files.pack, self.held, whole)
        elif step.kind == TAKE and there:
            whole, _ = take_out(self.held, self.files.pack, text, step.at, step.question)
            fresh = step.head and whole == step.head.encode("utf-8")
            write_pack(self.files.pack, self.held, None if fresh else whole)
        elif step.kind == MEND and text not in self.held.data:
            before = (step.former, step.question)
            whole = swap(self.held, self.files.pack, step.head, step.text, before).whole
            write_pack(self.files.pack, self.held, whole)
        self._tell(step)


def _after(made: Insertion) -> PackText:
    return PackText(made.whole, made.pack, there=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
