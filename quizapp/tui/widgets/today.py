"""Today's counts, large, and the one obvious thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quizapp.tui.widgets.bar import NEW, SHAKY, STRONG, columns, mastery_bar
from quizapp.tui.widgets.lines import Lines, button, fit, link, quiet_button, wrapped
from quizapp.tui.wording import (
    about_minutes,
    beyond_limit,
    counted,
    day_name,
    grouped,
    in_a_row,
    to_come,
)

if TYPE_CHECKING:
    from quizapp.study import TopicProgress
    from quizapp.today import Today

EMPTY = Content("")
READABLE = 64
"""The widest a sentence is set, in cells: longer lines are hard to come back from."""
ABOUT = 6
"""The lines that a pack's own words of what it is about may take."""


def face_of(today: Today) -> str:
    """Which face Home shows: "empty", "done", "first" (nothing learned yet) or "study"."""
    if not today.questions:
        return "empty"
    if not today.due + today.new + today.again:
        return "done"
    begun = today.done or today.streak or today.due or today.again
    return "study" if begun else "first"


class Mastery(NamedTuple):
    """How many questions are strong, how many have been asked at all, how many there are."""

    strong: int = 0
    seen: int = 0
    questions: int = 0

    @classmethod
    def of(cls, topics: Iterable[TopicProgress]) -> Mastery:
        """All topics together."""
        return cls(*map(sum, zip(*((t.strong, t.seen, t.questions) for t in topics), strict=True)))


class TodayPane(Lines):
    """One of four faces, then the streak and whatever is amiss."""

    def __init__(self, today: Today, about: str = "") -> None:
        super().__init__(id="today")
        self.today = today
        self.about = about
        self.mastery = Mastery()
        self.airy = False
        self.enters = True

    @property
    def begins(self) -> bool:
        """True for somebody who has not answered anything yet."""
        return face_of(self.today) == "first" and not self.mastery.seen

    def show(self, today: Today, mastery: Mastery, *, about: str = "", airy: bool) -> None:
        """Show these counts; with `airy`, how all topics stand together too.

        `about` says what there is to learn, to somebody who has not begun.
        """
        told = (today, mastery, about, airy)
        if told != (self.today, self.mastery, self.about, self.airy):
            self.today = today
            self.about = about
            self.mastery = mastery
            self.airy = airy
            self.redraw()

    def name_enter(self, on: bool) -> None:
        """Say that Enter starts today's session, or not where it does something else now."""
        if on != self.enters:
            self.enters = on
            self.redraw()

    def lines(self, width: int) -> list[Content]:
        """The face and the notes, closer together in a low window."""
        width = min(width, READABLE)
        name = face_of(self.today)
        if name == "first" and not self.begins:
            name = "study"
        faces = {
            "empty": self._empty,
            "done": self._done,
            "first": self._first,
            "study": self._study,
        }
        notes = self._notes(width)
        above = [EMPTY] if self._low else [EMPTY, EMPTY]
        rows = [*above, *faces[name](width), EMPTY, *notes, *([EMPTY] if notes else [])]
        return [*rows, *self._whole(width)] if self.airy and self.mastery.questions else rows

    def _whole(self, width: int) -> list[Content]:
        """How all topics stand together, which also tells what the bars mean."""
        strong, seen, questions = self.mastery
        parts = [
            Content.assemble((glyph, style), (f" {grouped(count)} {word}   ", "$muted"))
            for glyph, style, count, word in (
                (STRONG, "$accent", strong, "strong"),
                (SHAKY, "$muted", seen - strong, "shaky"),
                (NEW, "$faint", questions - seen, "new"),
            )
        ]
        return [
            EMPTY,
            Content.styled(f"{counted(questions, 'question')} in all", "$muted"),
            mastery_bar(strong, seen, questions, width),
            Content("").join(parts),
        ]

    def _study(self, _: int) -> list[Content]:
        today = self.today
        kinds = ((today.due, "due"), (today.new, "new"), (today.again, "missed"))
        there = [(count, word) for count, word in kinds if count]
        counts = [
            (count, word, "$foreground" if place else "$accent")
            for place, (count, word) in enumerate(there)
        ]
        start = button("Start", self._begin)
        key = "Enter, " if self.enters else ""
        minutes = (f"   {key}{about_minutes(today.minutes)}", "$muted")
        return [*columns(counts), EMPTY, Content.assemble(start, minutes)]

    def _first(self, width: int) -> list[Content]:
        new = self.today.new
        what = "first question" if new == 1 else f"first {counted(new, 'question')}"
        how = (
            f"{about_minutes(self.today.minutes).capitalize()}. You are asked, you answer, you "
            "see why. Each question comes back just before you would forget it."
        )
        begin, read = button("Start", self._begin), quiet_button("Read about it first", "learn")
        both = Content.assemble(begin, "  ", ("l ", "bold $accent"), read)
        return [
            *wrapped(fit(self.about, ABOUT * width - 24), width),
            *([EMPTY] if self.about else []),
            *wrapped(self._enter_words(what), width, "bold"),
            *([] if self._low else [EMPTY]),
            *wrapped(how, width, "$muted"),
            EMPTY,
            both,
        ]

    @property
    def _begin(self) -> str:
        """The action behind Start: it does what Enter does."""
        return "start" if self.enters else "study_topic"

    def _enter_words(self, what: str) -> str:
        """What Enter does now, to somebody who begins."""
        if self.enters:
            return f"Press Enter to learn your {what}."
        return "Press Enter to learn the marked topic; Esc unmarks it."

    @property
    def _low(self) -> bool:
        return self.app.size.height < 24

    def _done(self, width: int) -> list[Content]:
        today = self.today
        rows = wrapped("✓ All done for today.", width, "bold $right")
        if today.next_due is not None and today.next_count:
            when = day_name(today.next_due, today.day)
            coming = to_come(today.next_count, today.next_new)
            rows += wrapped(f"Next: {coming} {when}.", width)
        offer = "More is optional. A round is a game: it leaves your schedule as it is."
        play = quiet_button("Play a round", "app.round")
        offers = [Content.assemble(("Enter " if self.enters else "r ", "bold $accent"), play)]
        if today.beyond:
            more = quiet_button(beyond_limit(today.beyond), "learn_more")
            offers.append(Content.assemble(("n ", "bold $accent"), more))
        both = Content("  ").join(offers)
        return [
            *rows,
            EMPTY,
            *wrapped(offer, width, "$muted"),
            EMPTY,
            *([both] if both.cell_length <= width else offers),
        ]

    def _empty(self, width: int) -> list[Content]:
        words = (
            "A pack is one file with the questions of one subject. "
            "Press Enter to add one: you are asked where the file lies."
        )
        return [
            *wrapped("There are no questions yet.", width, "bold"),
            EMPTY,
            *wrapped(words, width, "$muted"),
            EMPTY,
            button("Add a pack", "begin_adding"),
        ]

    def _notes(self, width: int) -> list[Content]:
        today = self.today
        parts = []
        if today.streak:
            parts.append(in_a_row(today.streak, today.frozen))
        if today.done:
            parts.append(f"{counted(today.done, 'reply', 'replies')} today")
        line = " · ".join(parts)
        told = [line] if len(line) <= width else parts
        rows = [row for part in told for row in wrapped(part, width, "$muted")]
        if today.frozen and self.airy:
            rows += wrapped("One missed day in seven is frozen, not counted.", width, "$muted")
        if today.changed:
            changed = counted(today.changed, "answer")
            told_so = f"! {changed} changed. Study tells you before it asks."
            rows += wrapped(told_so, width, "$nearly")
        if today.warning:
            rows += wrapped(f"! {today.warning}", width, "$nearly")
        if today.problems:
            files = counted(today.problems, "pack file")
            words = wrapped(f"! {files} cannot be used. Press p to see why.", width)
            rows += [link(line.plain, "$nearly", "app.packs") for line in words]
        return rows
