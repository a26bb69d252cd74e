"""What was done in a sitting, so that it can be taken back step by step: replies and the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.study import prompt_text
from quizapp.tui.widgets.lines import fit

if TYPE_CHECKING:
    from quizapp.core.question import Asked
    from quizapp.core.session import Session
    from quizapp.study import Study

PUT_BACK = "Put back: it is asked again."
NAMED = 40
"""How many cells of a question are named when its flag is taken back."""


class Replied(NamedTuple):
    """A reply was given; which one, the session knows."""


class Suspended(NamedTuple):
    """A question was taken out of the schedule; `session` is as it was before."""

    session: Session
    asked: Asked


class Flagged(NamedTuple):
    """A question was flagged or, where `on` is False, its flag was taken away."""

    asked: Asked
    on: bool


Deed: TypeAlias = "Replied | Suspended | Flagged"


def take_back(study: Study, session: Session, last: Deed) -> tuple[Session, str]:
    """Take back what was done last: the session as it then is, and what that came to in words.

    Raises QuizError where it cannot be taken back.
    """
    match last:
        case Suspended(session=before, asked=asked):
            study.unsuspend(asked)
            return before, PUT_BACK
        case Flagged(asked=asked, on=on):
            if study.flagged(asked) == on:
                study.flag(asked)
            what = "the flag on" if on else "that the flag was taken from"
            return session, f"Taken back: {what} “{fit(prompt_text(asked.prompt), NAMED)}”."
        case _:
            done = f"Taken back: {study.last_reply(session)}."
            return study.undo(session), done
