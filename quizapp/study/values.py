"""The values that studying hands on: topics, verdicts, a session's summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.session import Session
from quizapp.errors import QuizError

if TYPE_CHECKING:
    from quizapp.core.memory import Rating
    from quizapp.core.question import Asked, Prompt, Reply
    from quizapp.core.verdict import Verdict


def prompt_text(prompt: Prompt) -> str:
    """What a prompt asks, on one line; of a text with gaps, what stands around them."""
    return prompt.ask or " … ".join(part.strip() for part in getattr(prompt.answer, "parts", ()))


class TopicRef(NamedTuple):
    """A topic by its ids."""

    pack: str
    topic: str


class TopicProgress(NamedTuple):
    """How far a topic is known."""

    ref: TopicRef
    title: str
    pack_title: str
    questions: int
    seen: int
    strong: int
    due: int


class Future(NamedTuple):
    """What a rating would do: in how many days the question comes back, and that in words."""

    rating: Rating
    days: int
    text: str

    @property
    def when(self) -> str:
        """The same as one says it: "tomorrow", "in 4 days"."""
        return "tomorrow" if self.days == 1 else f"in {self.text}"


class Judged(NamedTuple):
    """A reply with its verdict. `saved` is False where the disk refused it: `warning` says why."""

    asked: Asked
    reply: Reply
    verdict: Verdict
    rating: Rating
    futures: tuple[Future, ...] = ()
    saved: bool = True
    warning: str = ""
    appealable: bool = False
    successor: str = ""

    @property
    def future(self) -> Future | None:
        """What the rating in force will do; None in practice."""
        return next((one for one in self.futures if one.rating == self.rating), None)

    @property
    def otherwise(self) -> tuple[Future, ...]:
        """What another rating would do, where the learner may give one that changes the day."""
        known = tuple(one for one in self.futures if one.rating != 1)
        if self.rating == 1 or len({one.days for one in known}) < 2:
            return ()
        return tuple(one for one in known if one.rating != self.rating)


class Step(NamedTuple):
    """A session after a reply, and the reply."""

    session: Session
    judged: Judged


class Missed(NamedTuple):
    """A question that was missed in a session."""

    number: int
    ask: str
    expected: str
    why: str


class Correction(NamedTuple):
    """A question whose answer is another now: what it was, "" where nobody knows, and what it is.

    `known_again` says that the learner knew the present answer before and still remembers it.
    """

    number: int
    ask: str
    former: str
    now: str
    why: str
    known_again: bool


class QuestionChanged(QuizError):  # noqa: N818 - it is news, not a mistake
    """What was asked is not what the pack asks any more; nothing was saved."""


class Summary(NamedTuple):
    """What a sitting of a session came to.

    `right_first` were right at once, and `still_missed` were wrong when they were last replied to;
    `day_replies` were given all day. `beyond` new ones can be learned beyond today's limit. `left`
    questions are still to do today; so many of them, `suspended`, only since as many of
    today's were taken out of the schedule.
    """

    replies: int
    questions: int
    right_first: int
    missed: tuple[Missed, ...]
    minutes: float
    tomorrow: int
    tomorrow_new: int
    streak: int
    left: int
    frozen: int = 0
    suspended: int = 0
    still_missed: int = 0
    day_replies: int = 0
    beyond: int = 0
