"""Learning: topics as a path, each with its brief and then its new questions, and no others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.core.session import Session
from quizapp.store import questions, reviews, topics
from quizapp.study import Study, TopicRef
from quizapp.today import room

__all__ = ["Learning", "Offer", "PathTopic", "TopicRef", "TopicState"]


class PathTopic(NamedTuple):
    """A topic on the path; topics of one pack stand together, in the pack's order."""

    ref: TopicRef
    title: str
    pack_title: str


class TopicState(NamedTuple):
    """How far a topic is known: `known` questions have a strong memory, `shaky` ones were seen
    and are not strong, `unseen` ones were never replied to. Suspended questions are left out.
    """

    known: int
    shaky: int
    unseen: int

    @property
    def questions(self) -> int:
        """How many questions these are."""
        return self.known + self.shaky + self.unseen


class Offer(NamedTuple):
    """The new questions that a topic can introduce now.

    `unseen` in all; `size` of them within what today's `limit` leaves; `beyond` counts those
    and as many again as a day brings, and is 0 where that is no more than `size`.
    """

    unseen: int
    limit: int
    size: int
    beyond: int

    @property
    def used_up(self) -> bool:
        """True where there is something new, and today's limit leaves nothing of it."""
        return bool(self.unseen) and not self.size


class Learning:
    """The use cases of learning topic by topic. They share data file and library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._database = study.database
        self._library = study.library
        self._prints: dict[str, str] = {}
        self._topics: tuple[PathTopic, ...] = ()

    def topics(self) -> tuple[PathTopic, ...]:
        """Every topic of every pack, in order; read anew only where a pack has changed."""
        prints = self._library.fingerprints()
        if prints != self._prints:
            titles = self._library.titles()
            self._topics = tuple(
                PathTopic(TopicRef(one.pack, one.id), one.title, titles.get(one.pack, one.pack))
                for one in self._library.topics()
            )
            self._prints = prints
        return self._topics

    def state(self, ref: TopicRef) -> TopicState:
        """How far a topic is known. The cost is that of this topic's questions."""
        from quizapp.core.memory import STRONG_STABILITY

        number = questions.topic_number(self._database, *ref)
        if number is None:
            return TopicState(0, 0, 0)
        return TopicState(*topics.counts(self._database, number, STRONG_STABILITY))

    def suggested(self, path: Sequence[PathTopic]) -> TopicRef | None:
        """The topic to learn next; None where no question is new.

        It is the first one with anything new in the pack that was studied last, else in the
        pack that today's session would introduce questions of. `path` is all topics, in order.
        """
        last = topics.pack_of_last_study(self._database)
        found = self._first_open(path, last)
        return found or self._first_open(path, topics.pack_of_first_unseen(self._database))

    def _first_open(self, path: Sequence[PathTopic], pack: str | None) -> TopicRef | None:
        for one in path:
            if one.ref.pack == pack and self._is_open(one.ref):
                return one.ref
        return None

    def _is_open(self, ref: TopicRef) -> bool:
        number = questions.topic_number(self._database, *ref)
        return number is not None and topics.has_unseen(self._database, number)

    def brief(self, ref: TopicRef) -> str:
        """What to read before being asked, in Markdown; "" where the pack has nothing."""
        return self._library.brief(*ref).strip()

    def room(self) -> int:
        """How many new questions today's limit still allows."""
        day = self._study.day()
        replied = list(reviews.of_day(self._database, day))
        return room(self._database, self._study.choices, replied, day)[0]

    def offer(self, ref: TopicRef, left: int | None = None) -> Offer:
        """How many new questions a lesson would hold now, within today's limit and beyond it.

        `left` is what `room` said, where it is known.
        """
        unseen = self.state(ref).unseen
        left = self.room() if left is None else left
        size, beyond = min(unseen, left), min(unseen, left + self._study.choices.further)
        return Offer(unseen, self._study.choices.new_a_day, size, beyond if beyond > size else 0)

    def along(self, ref: TopicRef, offer: Offer) -> int:
        """How many questions of other topics come along, since the topic's new ones need them.

        Where a lesson holds not all of the topic, they count within what the limit allows.
        """
        if offer.unseen not in (offer.size, offer.beyond):
            return 0
        beyond = offer.size < offer.unseen
        return len(self._study.fresh(ref, self._limit(beyond=beyond))) - offer.unseen

    def _limit(self, *, beyond: bool) -> int:
        return self.room() + (self._study.choices.further if beyond else 0)

    def start(self, ref: TopicRef, *, beyond: bool = False) -> Session:
        """A session of the topic's new questions, in the pack's order; finished at once without.

        Questions of other topics come along where one needs them. It keeps within today's limit
        of new questions unless the learner goes `beyond` it, by a further day's limit.
        Raises UsageError where there is no such topic.
        """
        waiting = self._study.fresh(ref, self._limit(beyond=beyond))
        return Session(waiting=waiting, total=len(waiting))
