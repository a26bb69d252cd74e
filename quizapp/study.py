"""Studying: open a session, ask, take a reply, undo, appeal, finish. Every front end calls this.

A reply is judged, rated and on disk when `reply` returns. Nothing here knows how it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from quizapp.core.session import Done, Session, plan
from quizapp.errors import DataError, QuizError, UsageError
from quizapp.store import questions, reviews, settings, updates
from quizapp.store.database import Database
from quizapp.today import Choices, Today, in_step, look, missed_today, room

if TYPE_CHECKING:
    from quizapp.core.memory import Memory, Rating
    from quizapp.core.question import Asked, Question, Reply
    from quizapp.core.verdict import Verdict
    from quizapp.core.weights import Weights
    from quizapp.packs.library import Library

LONGEST_REPLY = 5 * 60 * 1000
"""Milliseconds; a reply that took longer counts as this long, since nobody was there."""
TOPICS_NAMED = 40
"""How many topics are named to who asked for one that there is not."""


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
    """What a session came to.

    `left` questions are still to do today; so many of them, `suspended`, only since as many of
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


class Study:
    """The use cases of studying, over one user-data file and one library.

    `now` gives local time with its zone; `chance` gives that many random bytes.
    """

    def __init__(
        self,
        database: Database,
        library: Library,
        *,
        now: Callable[[], datetime],
        chance: Callable[[int], bytes],
    ) -> None:
        self.database = database
        self.library = library
        self._now = now
        self.chance = chance
        self.choices = Choices(database)
        self._device = ""
        self._others = 0
        self.unsaved = 0
        self._sync()

    def close(self) -> None:
        """Close the data file and the catalog."""
        self.database.close()
        self.library.close()

    @property
    def retention(self) -> float:
        """The wanted chance of recall, 0.8-0.97."""
        return self.choices.number("retention", 0.9, 0.8, 0.97)

    @property
    def weights(self) -> Weights | None:
        """The weights that memories are reckoned with; None for FSRS's own.

        They are read each time: another window may have fitted them meanwhile.
        """
        return settings.weights(self.database.connection)

    @property
    def device(self) -> str:
        """Which machine this is, made up at random once for each."""
        if not self._device:
            self._device = settings.setting(self.database, "device")
        if not self._device:
            self._device = self.chance(4).hex()
            settings.keep_setting(self.database, "device", self._device)
        return self._device

    def day(self) -> date:
        """The study day it is now."""
        return self.choices.day(self._now())

    def calendar_day(self) -> date:
        """The day by the calendar; at night it may be one ahead of the study day."""
        return self._now().date()

    def new_id(self) -> bytes:
        """An id for a row of the log, sorting by time."""
        return reviews.review_id(int(self._now().timestamp() * 1_000_000), self.chance(8))

    def milliseconds(self) -> int:
        """Unix time now."""
        return int(self._now().timestamp() * 1000)

    # Packs

    def refresh(self) -> None:
        """See packs that were added, changed or taken away since."""
        self.library.refresh()
        self._sync()

    def _sync(self) -> None:
        """Bring the register in step with the catalog, for the packs that changed."""
        if in_step(self.database, self.library):
            return
        from quizapp.packs.update import alike
        from quizapp.store import register

        with self.database.transaction() as connection:
            steps = register.Steps(alike, partial(self._log_change, connection))
            # Looked at only now: another window may have done it meanwhile.
            installed = self.library.fingerprints()
            known = questions.known_packs(self.database)
            for pack in known.keys() - installed.keys():
                register.unregister(connection, pack)
            for pack, fingerprint in installed.items():
                if known.get(pack) != fingerprint:
                    entries = (register.Entry(*one) for one in self.library.entries(pack))
                    register.register(connection, pack, fingerprint, entries, steps)

    def _log_change(self, connection: Any, number: int, former: str, answer: str) -> None:
        """Log that a question's answer is another from now on; its memory follows."""
        row = reviews.Review(
            self.new_id(),
            number,
            self.milliseconds(),
            self.day(),
            reviews.RESET,
            form=reviews.ANSWER,
            reply=(former, answer),
        )
        reviews.reset(connection, row, retention=self.retention)

    def find_topic(self, text: str) -> TopicRef:
        """The topic that a learner names: "topic", "pack/topic" or its title.

        Raises UsageError, with the nearest names, where there is none or more than one.
        """
        topics = self.library.topics()
        wanted = text.strip().casefold()
        exact = [one for one in topics if wanted == f"{one.pack}/{one.id}"]
        named = exact or [one for one in topics if wanted in (one.id, one.title.casefold())]
        if len(named) == 1:
            return TopicRef(named[0].pack, named[0].id)
        if named:
            choices = ", ".join(f"{one.pack}/{one.id}" for one in named)
            raise UsageError(f'"{text}" is a topic of several packs; name one of: {choices}')
        from difflib import get_close_matches

        near = get_close_matches(wanted, [one.id for one in topics], n=1, cutoff=0.5)
        if near:
            raise UsageError(f'there is no topic "{text}"; did you mean "{near[0]}"?')
        # Who names a pack, or a part of its name, is told its topics.
        packs = {one.pack for one in topics if wanted and wanted in one.pack}
        names = [f"{one.pack}/{one.id}" for one in topics if not packs or one.pack in packs]
        more = f", … ({len(names)} in all)" if len(names) > TOPICS_NAMED else ""
        told = ", ".join(names[:TOPICS_NAMED])
        raise UsageError(f'there is no topic "{text}"; topics: {told}{more}')

    def question(self, number: int) -> tuple[str, Question] | None:
        """(pack id, question) of a number, where it can be asked now."""
        card = questions.card(self.database, number)
        found = self.library.question(card.pack, card.id) if card else None
        return (card.pack, found) if card and found else None

    # Where the learner stands

    def today(self) -> Today:
        """Today's counts, by index alone: the cost does not grow with the library."""
        found = look(self.database, self.library, self.choices, self.day())
        late = found.day != self.calendar_day()
        return found._replace(ends=self.choices.day_start) if late else found

    def about(self) -> str:
        """What the first installed pack says that it is about; "" where it says nothing."""
        return next((pack.about for pack in self.library.packs() if pack.id), "")

    def topics(self) -> tuple[TopicProgress, ...]:
        """Every topic with how far it is known. Reads every memory once."""
        from quizapp.core.memory import STRONG_STABILITY

        counts = questions.topic_counts(self.database, self.day(), STRONG_STABILITY)
        titles = {pack.id: pack.title for pack in self.library.packs()}
        return tuple(
            TopicProgress(
                TopicRef(one.pack, one.id),
                one.title,
                titles[one.pack],
                one.questions,
                *counts.get((one.pack, one.id), (0, 0, 0)),
            )
            for one in self.library.topics()
        )

    # A session

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

    def only(self, number: int) -> Session:
        """A session of one question, whether it is due or not; it moves the schedule.

        Raises QuizError where the question is suspended or not installed.
        """
        if questions.card(self.database, number) is None:
            raise QuizError("this question is suspended or not installed; put it back first")
        self._others = self._version()
        return self._session((number,), ())

    def _session(self, waiting: Sequence[int], done: tuple[Done, ...]) -> Session:
        numbers = {*waiting, *(one.question for one in done)}
        return Session(waiting=tuple(waiting), done=done, total=len(numbers))

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
            new_left += self.choices.new_a_day
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

    def _version(self) -> int:
        """Changes when another program writes the data file."""
        return int(self.database.connection.execute("PRAGMA data_version").fetchone()[0])

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
        asked = ladder.ask(PackId(pack), question, memory, seed=seed)
        if number not in session.missed:
            return asked
        if session.practice:
            places = [at for at, done in enumerate(session.done) if done.question == number]
            former = seed - len(session.done) + places[-1]
        shown = ladder.ask(PackId(pack), question, memory, seed=former)
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
        ask = prompt.ask or " … ".join(part.strip() for part in getattr(prompt.answer, "parts", ()))
        return Correction(
            number=number,
            ask=ask,
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
        done = Done(
            number,
            rating == 1,
            b"" if warning else row.id,
            row.took,
        )
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
        from quizapp.core.memory import futures, in_days

        days = futures(before, self.day(), retention=self.retention, weights=self.weights)
        return tuple(Future(rating, many, in_days(many)) for rating, many in days.items())

    def _successor(self, asked: Asked) -> str:
        question = asked.question
        if question.until is None:
            return ""
        from quizapp.core.grading import date_text, expected_text

        text = f"This was so until {date_text(question.until)}."
        later = (
            self.library.question(asked.pack, question.replaced_by)
            if question.replaced_by
            else None
        )
        if later is None:
            return text
        prompt = later.prompts[0]
        return f"{text} Since then: {prompt.ask} {expected_text(prompt.answer)}".rstrip()

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
                self.database,
                number,
                judged.verdict.expected,
                judged.reply[0],
                self.milliseconds(),
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

    def _forget_appeal(self, row: reviews.Review) -> None:
        """Where a row that is taken back made a wrong reply right, its spelling counts no more."""
        if row.replaces is None or not row.reply:
            return
        if reviews.get(self.database, row.replaces).verdict != row.verdict:
            settings.forget_spelling(self.database, row.question, row.reply[0])

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

    def flag(self, asked: Asked) -> bool:
        """Flag a question as doubtful, or take the flag away; whether it is flagged now."""
        return questions.toggle_flag(self.database, self._number_of(asked))

    def flagged(self, asked: Asked) -> bool:
        """Whether a question is flagged as doubtful."""
        return questions.flagged(self.database, asked.pack, asked.question.id)

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

    def retry_misses(self, session: Session) -> Session:
        """The session's misses once more, as practice: the schedule does not move."""
        return self._session(session.missed, ())._replace(practice=True)

    def summary(self, session: Session) -> Summary:
        """What the session came to."""
        from quizapp.core.grading import expected_text

        day = self.day()
        first = {one.question: one for one in reversed(session.done)}
        missed = []
        for number in session.missed:
            if found := self.question(number):
                prompt = found[1].prompts[0]
                answer = expected_text(prompt.answer)
                ask = prompt.ask or " … ".join(
                    part.strip() for part in getattr(prompt.answer, "parts", ())
                )
                missed.append(Missed(number, ask, answer, found[1].why))
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


def _done(one: reviews.Standing) -> Done:
    return Done(one.question, one.rating == 1, one.id, one.took)
