"""Which questions a session holds: today's, a topic's, a single one, the misses once more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from quizapp.core.session import Done, Session, plan
from quizapp.errors import DataError, QuizError, UsageError
from quizapp.store import questions, reviews, updates
from quizapp.study.desk import Desk
from quizapp.study.values import TopicRef
from quizapp.today import missed_today, room

if TYPE_CHECKING:
    pass


class Planning(Desk):
    """Plans sessions. A day's plan is kept, so that another sitting goes on with it."""

    def start(
        self, *, topic: TopicRef | None = None, limit: int | None = None, more: bool = False
    ) -> Session:
        """Today's session, or what is left of it; finished at once when nothing is to do.

        With `topic` only that topic's questions, with `limit` at most that many; `more` allows
        as many new questions again as a day brings, on top of today's.
        """
        day = self.day()
        self._others = self._version()
        replied = list(reviews.of_day(self.database, day))
        if topic is not None:
            waiting = self._plan(replied, day, topic, more=more)
            return self._session(waiting[:limit], ())
        waiting = self._remaining(replied, day)
        if waiting and not more:
            planned = {*questions.plan(self.database, day), *missed_today(replied)}
            done = tuple(_done(one) for one in replied if one.question in planned)
            return self._session(waiting[:limit], () if limit is not None else done)
        waiting = self._plan(replied, day, None, more=more)
        if waiting:
            self._keep_plan(day, waiting)
        return self._session(waiting[:limit], ())

    def only(self, number: int, wording: int | None = None) -> Session:
        """A session of one question, whether it is due or not; it moves the schedule.

        `wording` is the number of the one to ask it in, None for the one whose turn it is.
        Raises QuizError where the question is suspended or not installed.
        """
        if questions.card(self.database, number) is None:
            raise QuizError("this question is suspended or not installed; put it back first")
        self._others = self._version()
        return self._session((number,), ())._replace(wording=wording)

    def _session(self, waiting: Sequence[int], done: tuple[Done, ...]) -> Session:
        numbers = {*waiting, *(one.question for one in done)}
        return Session(tuple(waiting), done, len(numbers), before=len(done))

    def _keep_plan(self, day: date, waiting: Sequence[int]) -> None:
        try:
            questions.save_plan(self.database, day, dict.fromkeys(waiting, 0))
        except DataError:
            # A session can be played without its plan; the first reply says what is wrong.
            return

    def _remaining(self, replied: Sequence[reviews.Standing], day: date) -> list[int]:
        """What is left of a plan made earlier today, misses first."""
        planned = questions.plan(self.database, day)
        if not planned:
            return []
        last = {one.question: one.at for one in replied}
        left = [
            number
            for number, since in planned.items()
            # What was right today may have another answer now, and is to be learned anew.
            if last.get(number, -1) < since or not questions.seen(self.database, number)
        ]
        new_left, _ = room(self.database, self.choices, replied, day)
        kept = []
        for number in dict.fromkeys([*missed_today(replied), *left]):
            if not questions.card(self.database, number):
                continue
            # New ones of another topic may have used today's share up since the plan was made.
            if not planned.get(number) and not questions.seen(self.database, number):
                new_left -= 1
                if new_left < 0:
                    continue
            kept.append(number)
        return kept

    def _plan(
        self,
        replied: Sequence[reviews.Standing],
        day: date,
        topic: TopicRef | None,
        *,
        more: bool = False,
    ) -> list[int]:
        number = None if topic is None else self._topic_number(topic)
        new_left, due_left = room(self.database, self.choices, replied, day)
        if more:
            new_left += self.choices.further
        misses = [
            one
            for one in missed_today(replied)
            if number is None or questions.topic_of(self.database, one) == number
        ]
        fresh = self._with_needs(questions.new(self.database, new_left, number))[:new_left]
        changed = dict(updates.to_relearn(self.database, new_left, number))
        first = [*misses, *(one for one, _ in fresh if one in changed)]
        fresh = [pair for pair in fresh if pair[0] not in changed]
        return list(plan(first, questions.due(self.database, day, due_left, number), fresh))

    def _topic_number(self, topic: TopicRef) -> int:
        number = questions.topic_number(self.database, *topic)
        if number is None:
            raise UsageError(f'there is no topic "{topic.topic}" in the pack "{topic.pack}"')
        return number

    def fresh(self, topic: TopicRef, limit: int) -> tuple[int, ...]:
        """The topic's questions never replied to, in the pack's order, at most `limit`.

        Those they need and that are new as well come before them, of whatever topic. Raises
        UsageError where there is no such topic.
        """
        number = self._topic_number(topic)
        new = self._with_needs(questions.new(self.database, limit, number))
        return tuple(question for question, _ in new[:limit])

    def _with_needs(self, new: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The new questions with those they need, not yet asked, before them."""
        ordered: dict[int, int] = {}
        for number, topic in new:
            self._put_needed_first(number, topic, ordered, set())
        return list(ordered.items())

    def _put_needed_first(
        self, number: int, topic: int, ordered: dict[int, int], path: set[int]
    ) -> None:
        if number in ordered or number in path:
            return
        found = self.question(number)
        if found is None:
            return
        pack, question = found
        for name in question.needs:
            needed = questions.number_of(self.database, pack, name)
            if needed is not None and not questions.seen(self.database, needed):
                # It joins the topic of the question that needs it, so that mixing the topics
                # cannot put it behind.
                self._put_needed_first(needed, topic, ordered, path | {number})
        ordered[number] = topic

    def add_to_today(self, numbers: Iterable[int]) -> int:
        """Put questions into today's session; how many that adds to it."""
        day = self.day()
        planned = questions.plan(self.database, day)
        replied = list(reviews.of_day(self.database, day))
        waiting = self._remaining(replied, day) or self._plan(replied, day, None)
        added = [number for number in dict.fromkeys(numbers) if number not in waiting]
        # A question that was right earlier today is asked again: only replies from now on count.
        now = self.milliseconds()
        kept = {number: since for number, since in planned.items() if number not in waiting}
        order = kept | dict.fromkeys(added, now) | {one: planned.get(one, 0) for one in waiting}
        questions.save_plan(self.database, day, order)
        return len(added)

    def retry_misses(self, session: Session) -> Session:
        """The misses of this sitting once more, as practice: the schedule does not move."""
        missed = session._replace(done=session.sitting).missed
        return self._session(missed, ())._replace(practice=True)


def _done(one: reviews.Standing) -> Done:
    return Done(one.question, one.rating == 1, one.id, one.took)
