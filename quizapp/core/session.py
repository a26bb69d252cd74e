"""Today's session as a value: which question next, what was missed, what can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

MISS_GAP = 4
"""How many other questions stand between a miss and its return, where there are as many."""


class Done(NamedTuple):
    """A finished reply: its question's number, whether that comes back in this session, the id of
    its row in the log (b"" where it could not be saved) and how long it took in milliseconds.
    """

    question: int
    again: bool
    review: bytes
    took: int = 0


class Session(NamedTuple):
    """The questions still to ask, by number, and the replies given.

    `waiting[0]` is asked now. A question leaves when it is right once. `total` counts the
    different questions; practice does not move the schedule. `wording` is the one that a question
    is asked in, by its number from 0; None leaves it to the ladder. The first `before` replies
    were given in earlier sittings of the day.
    """

    waiting: tuple[int, ...] = ()
    done: tuple[Done, ...] = ()
    total: int = 0
    practice: bool = False
    wording: int | None = None
    before: int = 0

    @property
    def sitting(self) -> tuple[Done, ...]:
        """The replies of this sitting."""
        return self.done[self.before :]

    @property
    def current(self) -> int | None:
        """The number of the question to ask now; None when the session is finished."""
        return self.waiting[0] if self.waiting else None

    @property
    def finished(self) -> bool:
        """True when nothing waits."""
        return not self.waiting

    @property
    def passed(self) -> int:
        """How many different questions are through."""
        return self.total - len(self.waiting)

    @property
    def missed(self) -> tuple[int, ...]:
        """The questions that were missed at least once, in the order of their first miss."""
        return tuple(dict.fromkeys(done.question for done in self.done if done.again))

    def advance(self, done: Done) -> Session:
        """The session after a reply to the current question; a miss comes back later on."""
        if self.current != done.question:
            raise ValueError("only the current question can be replied to")
        rest = self.waiting[1:]
        if done.again:
            place = min(MISS_GAP, len(rest))
            rest = (*rest[:place], done.question, *rest[place:])
        return self._replace(waiting=rest, done=(*self.done, done))

    def amend(self, done: Done) -> Session:
        """The session with its last reply judged or rated anew, as if it had been so at once."""
        return self.undo().advance(done)

    def undo(self) -> Session:
        """The session before its last reply: that question is asked again, now.

        Raises ValueError when there is no reply to take back.
        """
        if not self.done:
            raise ValueError("there is no reply to take back")
        last = self.done[-1]
        rest = tuple(number for number in self.waiting if number != last.question)
        done = self.done[:-1]
        before = min(self.before, len(done))
        return self._replace(waiting=(last.question, *rest), done=done, before=before)

    def without(self, question: int) -> Session:
        """The session without a question that was suspended or answered in another window."""
        rest = tuple(number for number in self.waiting if number != question)
        dropped = len(self.waiting) - len(rest)
        return self._replace(waiting=rest, total=self.total - dropped)


def interleave(groups: Sequence[Sequence[T]]) -> list[T]:
    """The members of all groups, each group spread evenly and in its own order."""
    placed = [
        ((index + 0.5) / len(group), number, member)
        for number, group in enumerate(groups)
        for index, member in enumerate(group)
    ]
    placed.sort(key=lambda item: (item[0], item[1]))
    return [member for _, _, member in placed]


def plan(
    misses: Sequence[int],
    due: Sequence[tuple[int, int]],
    new: Sequence[tuple[int, int]],
) -> tuple[int, ...]:
    """Question numbers in the order of asking.

    `due` and `new` are (number, topic) pairs; due ones come most at risk first and lead, new
    ones are mixed in evenly, topics take turns among the new. `misses` of an earlier sitting
    of the same day come first.
    """
    by_topic: dict[int, list[int]] = {}
    for number, topic in new:
        by_topic.setdefault(topic, []).append(number)
    fresh = interleave(list(by_topic.values()))
    mixed = interleave([[number for number, _ in due], fresh])
    return tuple(dict.fromkeys([*misses, *mixed]))
