"""The question to ask now, in its form and wording, and what to tell before it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quizapp.core.session import Session
from quizapp.store import questions, reviews, updates
from quizapp.study.planning import Planning
from quizapp.study.values import Correction, QuestionChanged, prompt_text
from quizapp.today import missed_today

if TYPE_CHECKING:
    from quizapp.core.question import Asked, Question


class Asking(Planning):
    """Puts the questions of a session."""

    def ask(self, session: Session) -> tuple[Session, Asked | None]:
        """The question to ask now, or None at the end.

        The session comes back without questions that were answered in another window, suspended
        or taken away meanwhile.
        """
        session = self._without_answered(session)
        while session.current is not None:
            found = self.question(session.current)
            if found is not None:
                return session, self._put(*found, session.current, session)
            session = session.without(session.current)
        return session, None

    def _without_answered(self, session: Session) -> Session:
        version = self._version()
        if version == self._others or session.practice:
            return session
        self._others = version
        replied = list(reviews.of_day(self.database, self.day()))
        own = {one.review for one in session.done}
        passed = {one.question for one in replied if one.id not in own}
        for number in passed - set(missed_today(replied)):
            if questions.seen(self.database, number):
                session = session.without(number)
        return session

    def _put(self, pack: str, question: Question, number: int, session: Session) -> Asked:
        from quizapp.core import ladder
        from quizapp.core.question import PackId

        memory = reviews.memory(self.database, number)
        asked_before = memory.replies if memory else 0
        seed = number * 1_000_003 + self.day().toordinal() * 1009 + asked_before
        former = seed - 1
        if session.practice:
            seed += len(session.done)
        put = partial(ladder.ask, PackId(pack), question, memory, wording=session.wording)
        asked = put(seed=seed)
        if number not in session.missed:
            return asked
        if session.practice:
            places = [at for at, done in enumerate(session.done) if done.question == number]
            former = seed - len(session.done) + places[-1]
        shown = put(seed=former)
        return ladder.shuffled_anew(asked, shown.options, seed=seed)

    def correction(self, session: Session, asked: Asked) -> Correction | None:
        """What to tell before a question is asked: that its answer changed; told once, in Study.

        None where there is nothing to tell.
        """
        number = session.current
        if session.practice or number is None:
            return None
        said = updates.pending(self.database, number)
        if said is None:
            return None
        from quizapp.packs.codec import decode_answer
        from quizapp.packs.update import answer_text

        prompt = asked.question.prompts[0]
        return Correction(
            number=number,
            ask=prompt_text(prompt),
            former=answer_text(decode_answer(said)) if said else "",
            now=answer_text(prompt.answer),
            why=asked.question.why,
            known_again=questions.seen(self.database, number),
        )

    def changed_in(self, pack: str) -> int:
        """Of how many questions of a pack the learner is still to be told that they changed."""
        return updates.count_pending(self.database, pack)

    def corrected(self, correction: Correction) -> None:
        """The learner has read a correction; it is not told again."""
        updates.told(self.database, correction.number)

    def _refuse_stale(self, number: int, asked: Asked) -> None:
        """A reply to what another window changed meanwhile would be credited to another answer."""
        if self._version() == self._others:
            return
        found = self.question(number)
        if found is None or found[1].prompts != asked.question.prompts:
            raise QuestionChanged("this question has just changed; here is what it asks now")
