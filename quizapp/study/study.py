"""The whole of studying: what is decided about a question, and what a session came to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from quizapp.core.session import Session
from quizapp.errors import QuizError
from quizapp.store import notes, questions
from quizapp.study.replying import Replying
from quizapp.study.values import Missed, Summary, prompt_text

if TYPE_CHECKING:
    from quizapp.core.question import Asked


class Study(Replying):
    """The use cases of studying, over one user-data file and one library."""

    def flag(self, asked: Asked) -> bool:
        """Flag a question as doubtful, or take the flag away; whether it is flagged now."""
        return questions.toggle_flag(self.database, self._number_of(asked))

    def flagged(self, asked: Asked) -> bool:
        """Whether a question is flagged as doubtful."""
        return questions.flagged(self.database, asked.pack, asked.question.id)

    def note(self, asked: Asked) -> str:
        """The learner's own line on a question, "" for none."""
        number = questions.number_of(self.database, asked.pack, asked.question.id)
        return "" if number is None else notes.note(self.database, number)

    def write_note(self, asked: Asked, text: str) -> str:
        """Keep a line of the learner's own with a question; what is kept, "" for none."""
        return notes.keep_note(self.database, self._number_of(asked), text)

    def suspend(self, session: Session, asked: Asked) -> Session:
        """Take a question out of the schedule; its memory stays."""
        number = self._number_of(asked)
        questions.suspend(self.database, number, True)
        return session.without(number)

    def unsuspend(self, asked: Asked) -> None:
        """Put a suspended question back into the schedule."""
        questions.suspend(self.database, self._number_of(asked), False)

    def _number_of(self, asked: Asked) -> int:
        number = questions.number_of(self.database, asked.pack, asked.question.id)
        if number is None:
            raise QuizError(f'the question "{asked.question.id}" is not installed any more')
        return number

    def summary(self, session: Session) -> Summary:
        """What this sitting of the session came to."""
        from quizapp.core.grading import expected_text

        day = self.day()
        session = session._replace(done=session.sitting, before=0)
        first = {one.question: one for one in reversed(session.done)}
        last = {one.question: one for one in session.done}
        missed = []
        for number in session.missed:
            if found := self.question(number):
                prompt = found[1].prompts[0]
                answer = expected_text(prompt.answer)
                missed.append(Missed(number, prompt_text(prompt), answer, found[1].why))
        tomorrow = questions.count_due(self.database, day + timedelta(days=1))
        new = questions.count_new(self.database, self.choices.new_a_day)
        today = self.today()
        planned = questions.plan(self.database, day) if session.finished and today.left else {}
        out = sum(questions.card(self.database, number) is None for number in planned)
        return Summary(
            replies=len(session.done),
            questions=len(first),
            right_first=sum(not one.again for one in first.values()),
            missed=tuple(missed),
            minutes=sum(one.took for one in session.done) / 60_000,
            tomorrow=tomorrow,
            tomorrow_new=new,
            streak=today.streak,
            frozen=today.frozen,
            left=today.left,
            suspended=min(out, today.left),
            still_missed=sum(one.again for one in last.values()),
            day_replies=today.done,
            beyond=today.beyond,
        )

    def source_text(self, asked: Asked) -> str:
        """Where the evidence stands, a line for each source; "" without evidence."""
        lines: list[str] = []
        for evidence in asked.question.evidence:
            source = None if evidence.is_address else self.library.source(evidence.source)
            if source is None:
                place = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
                lines.append(f"{'See also: ' if lines else ''}{evidence.source}{place}")
                continue
            from quizapp.core.grading import date_text

            day = date_text(date.fromisoformat(source.published))
            lines.append(f"{source.publisher}, {day}, paragraph {evidence.paragraph}")
        return "\n".join(lines)
