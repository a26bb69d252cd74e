"""A reply judged, rated and saved; given another rating, defended, or taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from quizapp.core.session import Done, Session
from quizapp.errors import DataError, QuizError
from quizapp.store import reviews, settings
from quizapp.study.asking import Asking
from quizapp.study.values import Future, Judged, Step, prompt_text

if TYPE_CHECKING:
    from quizapp.core.memory import Memory, Rating
    from quizapp.core.question import Answer, Asked, Reply
    from quizapp.core.verdict import Verdict

LONGEST_REPLY = 5 * 60 * 1000
"""Milliseconds; a reply that took longer counts as this long, since nobody was there."""
REPLY_NAMED = 24
"""How many characters of a reply are named when it is taken back."""


class Replying(Asking):
    """Takes replies. Each is one transaction, on disk before its verdict can be read."""

    def reply(self, session: Session, asked: Asked, reply: Reply, took_ms: int) -> Step:
        """Judge and rate a reply and save it; it is on disk when this returns.

        Where the disk refuses, the step says so and the session goes on unsaved. Raises
        QuestionChanged, with nothing saved, where another window changed the question meanwhile.
        """
        number = session.current
        if number is None:
            raise ValueError("a finished session takes no reply")
        self._refuse_stale(number, asked)
        verdict = self.judge(number, asked, reply)
        rating = _rating(verdict)
        before = reviews.memory(self.database, number)
        row = self._row(session, asked, reply, verdict, took_ms)
        if before is not None:
            row = row._replace(gap=max((row.day - before.last).days, 0))
        warning = ""
        try:
            reviews.add(self.database, row, self._after(before, row))
        except DataError as error:
            warning = str(error)
            self.unsaved += 1
        done = Done(number, rating == 1, b"" if warning else row.id, row.took)
        judged = Judged(
            asked=asked,
            reply=reply,
            verdict=verdict,
            rating=rating,
            futures=() if session.practice else self._futures(before),
            saved=not warning and self.database.saving,
            warning=warning,
            appealable=_appealable(asked, reply, verdict),
            successor=self._successor(asked),
        )
        return Step(session.advance(done), judged)

    def warm(self) -> None:
        """Load what the first reply needs, so that it takes no longer than those after it."""
        self._futures(None)

    def judge(self, number: int, asked: Asked, reply: Reply) -> Verdict:
        """The verdict on a reply to that question, this learner's spellings counted."""
        from quizapp.core.grading import expected_text, grade

        answer = expected_text(asked.prompt.answer)
        return grade(asked, reply, settings.spellings(self.database, number, answer))

    def _after(self, before: Memory | None, row: reviews.Review) -> Memory | None:
        from quizapp.core.memory import review

        if row.rating is None:
            return None
        return review(before, row.rating, row.day, retention=self.retention, weights=self.weights)

    def _row(
        self, session: Session, asked: Asked, reply: Reply, verdict: Verdict, took_ms: int
    ) -> reviews.Review:
        return reviews.Review(
            id=self.new_id(),
            question=session.waiting[0],
            at=self.milliseconds(),
            day=self.day(),
            mode=reviews.PRACTICE if session.practice else reviews.STUDY,
            form=asked.form.value,
            wording=asked.question.prompts.index(asked.prompt),
            reply=reply,
            verdict=verdict.mark.value,
            rating=None if session.practice else _rating(verdict),
            took=min(max(took_ms, 0), LONGEST_REPLY),
            device=self.device,
        )

    def _futures(self, before: Memory | None) -> tuple[Future, ...]:
        from quizapp.core.memory import futures, in_words

        days = futures(before, self.day(), retention=self.retention, weights=self.weights)
        return tuple(Future(rating, many, in_words(many)) for rating, many in days.items())

    def _successor(self, asked: Asked) -> str:
        question = asked.question
        if question.until is None:
            return ""
        from quizapp.core.grading import date_text, expected_text

        later = (
            self.library.question(asked.pack, question.replaced_by)
            if question.replaced_by
            else None
        )
        if later is None:
            return f"This was so until {date_text(question.until)}."
        prompt = later.prompts[0]
        since = f"Since {date_text(question.until + timedelta(days=1))}:"
        told = expected_text(prompt.answer)
        if _speaks_alone(prompt.answer, asked.prompt.answer):
            return f"{since} {told.rstrip('.')}."
        return f"{since} {prompt_text(prompt)} {told}".rstrip()

    def _amend(self, step: Step, verdict: Verdict, rating: Rating) -> Step:
        """Log the last reply anew, with another verdict or rating, in place of its former row."""
        last = step.session.done[-1]
        review = last.review
        if review:
            former = reviews.get(self.database, review)
            row = former._replace(
                id=self.new_id(), verdict=verdict.mark.value, rating=rating, replaces=review
            )
            reviews.replace(self.database, row, former, retention=self.retention)
            review = row.id
        done = Done(last.question, rating == 1, review, last.took)
        judged = step.judged._replace(
            verdict=verdict,
            rating=rating,
            appealable=step.judged.appealable and verdict is step.judged.verdict,
        )
        return Step(step.session.amend(done), judged)

    def rate(self, step: Step, rating: Rating) -> Step:
        """Give the last reply another rating, before going on.

        Raises QuizError for a wrong reply, which only an appeal can mend.
        """
        if step.judged.rating == 1 and step.judged.verdict.mark.value == "wrong":
            raise QuizError("a wrong reply comes back; if you were right, say so with y")
        if not step.judged.futures:
            raise QuizError("practice is not rated")
        return self._amend(step, step.judged.verdict, rating)

    def appeal(self, step: Step) -> Step:
        """ "I was right": the reply counts as right, and its spelling does from now on."""
        from quizapp.core.memory import Rating
        from quizapp.core.question import Form
        from quizapp.core.verdict import Mark

        judged = step.judged
        if not judged.appealable:
            raise QuizError("this reply was not typed, or was right already")
        reason = "You said that you were right."
        if judged.asked.form in (Form.TYPED, Form.MAP):
            number = step.session.done[-1].question
            settings.add_spelling(
                self.database, number, judged.verdict.expected, judged.reply[0], self.milliseconds()
            )
            reason = f"You said that you were right; “{judged.reply[0]}” counts from now on."
        verdict = judged.verdict._replace(mark=Mark.RIGHT, reason=reason)
        if step.session.practice:
            done = step.session.done[-1]._replace(again=False)
            return Step(
                step.session.amend(done), judged._replace(verdict=verdict, appealable=False)
            )
        return self._amend(step, verdict, Rating.GOOD)

    def undo(self, session: Session) -> Session:
        """Take the last reply back: it counts for nothing and its question is asked again.

        Raises QuizError where there is none.
        """
        if not session.done:
            raise QuizError("there is no reply to take back")
        review = session.done[-1].review
        if review:
            former = reviews.get(self.database, review)
            row = former._replace(
                id=self.new_id(),
                at=self.milliseconds(),
                day=self.day(),
                mode=reviews.UNDO,
                rating=None,
                verdict="undone",
                replaces=review,
            )
            reviews.replace(self.database, row, former, retention=self.retention)
            self._forget_appeal(former)
        return session.undo()

    def last_reply(self, session: Session) -> str:
        """What `undo` would take back, in words short enough for one line.

        It names the reply and how it stands; one that could not be saved is not remembered.
        """
        review = session.done[-1].review if session.done else b""
        if not review:
            return "the last reply"
        row = reviews.get(self.database, review)
        if not row.reply:
            return "“I don't know”"
        text = " ".join(", ".join(row.reply).split())
        short = f"{text[: REPLY_NAMED - 1].rstrip()}…" if len(text) > REPLY_NAMED else text
        return f"“{short}” ({row.verdict})"

    def _forget_appeal(self, row: reviews.Review) -> None:
        """Where a row that is taken back made a wrong reply right, its spelling counts no more."""
        if row.replaces is None or not row.reply:
            return
        if reviews.get(self.database, row.replaces).verdict != row.verdict:
            settings.forget_spelling(self.database, row.question, row.reply[0])


def _speaks_alone(later: Answer, former: Answer) -> bool:
    """Whether a later answer is understood without its question, behind the former one."""
    from quizapp.core.question import GapAnswer, TruthAnswer

    return type(later) is type(former) and not isinstance(later, (GapAnswer, TruthAnswer))


def _rating(verdict: Verdict) -> Rating:
    """Wrong or "don't know" is Again, right is Good, nearly right is Hard."""
    from quizapp.core.memory import Rating
    from quizapp.core.verdict import Mark

    ratings = {Mark.RIGHT: Rating.GOOD, Mark.NEARLY: Rating.HARD, Mark.WRONG: Rating.AGAIN}
    return ratings[verdict.mark]


def _appealable(asked: Asked, reply: Reply, verdict: Verdict) -> bool:
    """Whether "I was right" makes sense: something was typed, and it is no wrong option."""
    if not reply or asked.options or verdict.mark.value == "right":
        return False
    wrong = {str(option).casefold() for option in getattr(asked.prompt.answer, "wrong", ())}
    return not any(text.strip().casefold() in wrong for text in reply)
