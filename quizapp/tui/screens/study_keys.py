"""The keys of Study, which of them mean something now, and the words on what they did."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import BindingType

from quizapp.core.memory import Rating
from quizapp.tui.keys import key

if TYPE_CHECKING:
    from quizapp.study import Judged

FLAGGED = "Flagged. f takes it away; after your reply n notes why."
FLAGGED_JUDGED = "Flagged. n notes why; f takes it away."
UNFLAGGED = "The flag is taken away. f puts it back."
SUSPENDED = "Suspended: it is not asked any more. u brings it back."
SUSPENDED_LAST = "Suspended: it is not asked any more. s in Browse puts it back."


def _rate(letter: str, rating: Rating, tip: str) -> BindingType:
    # Not in the footer: the verdict itself names these keys, with what each would do.
    name = rating.name.lower()
    action = f"rate({int(rating)})"
    return key(f"rate-{name}", letter, action, name.capitalize(), tip, show=False)


STUDY_KEYS: list[BindingType] = [
    _rate("h", Rating.HARD, "It was hard: the question comes back sooner."),
    _rate("g", Rating.GOOD, "It was neither hard nor easy."),
    _rate("e", Rating.EASY, "It was easy: the question comes back later."),
    key("appeal", "y", "appeal", "I was right", "Count the reply and its spelling as right."),
    key("undo", "u,f4", "undo", "Undo", "Take back what you did last, step by step."),
    key("note", "n", "note", "Note", "Write a line of your own on the question."),
    key("flag", "f", "flag", "Flag", "Mark the question as doubtful, or unmark it.", show=False),
    key(
        "suspend-question",
        "s",
        "suspend_question",
        "Suspend",
        "Take the question out of the schedule; u brings it back.",
        show=False,
    ),
    key("leave", "escape", "app.back", "Leave", "Back to Home. Every reply is saved."),
]
_OURS = frozenset({"rate", "appeal", "undo", "note", "flag", "suspend_question"})


class Offers(NamedTuple):
    """What the keys of Study depend on."""

    asked: bool
    judged: Judged | None
    undoable: bool
    noting: bool


def possible(now: Offers, action: str, parameters: tuple[object, ...]) -> bool | None:
    """Whether an action of Study means something now; None where it is no action of Study."""
    if action not in _OURS:
        return None
    if now.noting:
        return False
    match action:
        case "rate":
            others = now.judged.otherwise if now.judged else ()
            return any(one.rating == parameters[0] for one in others)
        case "appeal":
            return now.judged is not None and now.judged.appealable
        case "undo":
            return now.undoable
        case "note":
            return now.judged is not None
        case _:
            return now.asked
