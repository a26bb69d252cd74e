"""One sitting: question, reply, verdict, commands in between, and the summary at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.core.counting import counted
from quizapp.core.memory import Rating
from quizapp.core.question import Asked
from quizapp.errors import QuizError
from quizapp.plain.lines import Lines, Stops, read_line
from quizapp.plain.telling import describe, explain, tell_correction
from quizapp.plain.understanding import understood
from quizapp.study import QuestionChanged

if TYPE_CHECKING:
    from quizapp.core.session import Session
    from quizapp.study import Correction, Step, Study, TopicRef

HELP = """Type your answer and press Enter.
  ?        I don't know
  /hint    show the hint, where there is one
  /easy, /good, /hard   rate the last reply yourself
  /right   I was right: count the last reply as right
  /undo    take the last reply back
  /note WORDS   keep a line of your own on the question replied to last; /note - takes it away
  /flag    mark the question as doubtful, or take the mark away
  /suspend do not ask this question any more
  /help    this list
  /quit    stop here; everything is saved"""


_RATINGS = {"/easy": Rating.EASY, "/good": Rating.GOOD, "/hard": Rating.HARD}


def study(
    study: Study,
    lines: Lines,
    *,
    topic: TopicRef | None = None,
    limit: int | None = None,
    more: bool = False,
) -> None:
    """Play today's session, from the first question to the summary."""
    session = study.start(topic=topic, limit=limit, more=more)
    today = study.today()
    if today.warning:
        lines.say(today.warning)
    if session.finished:
        _say_nothing_due(study, lines, topic)
        return
    session, ended = sit(study, lines, session)
    if ended:
        _say_summary(study, lines, session)
    else:
        lines.say(_farewell(study))


def _farewell(study: Study) -> str:
    """What is true to say to who stops in the middle."""
    if not study.database.saving:
        return "Stopped here. Nothing of this was saved."
    if study.unsaved:
        return f"Stopped here. {counted(study.unsaved, 'reply', 'replies')} could not be saved."
    return "Stopped here. Every reply is saved; `sco-quiz study` goes on where you left."


def sit(study: Study, lines: Lines, session: Session) -> tuple[Session, bool]:
    """Play a session to its end; how it stands then, and False where the learner stopped."""
    left = len(session.waiting)
    lines.say(f"{counted(left, 'question')} to go. ? means you do not know; /help lists more.")
    sitting = _Sitting(study, lines, session)
    try:
        return sitting.play(), True
    except Stops:
        return sitting.session, False


def _say_nothing_due(study: Study, lines: Lines, topic: TopicRef | None) -> None:
    today = study.today()
    if not today.questions:
        lines.say("There are no questions yet. Add a pack with: sco-quiz pack add FILE")
    elif topic is not None and today.left:
        lines.say("Nothing is due in this topic today. `sco-quiz study` asks the others,")
        lines.say("and with --more this topic's next new questions come today.")
    elif today.next_due is not None:
        coming = counted(today.next_count, "question")
        lines.say(f"Today is done. {coming} will be due on {today.next_due.isoformat()}.")
        lines.say("More is optional. New ones: sco-quiz study --more. A game: sco-quiz quiz")
    else:
        lines.say("Nothing is due today. For a game in between: sco-quiz quiz")


class _Sitting:
    """One run through a session. Holds the session and the last step."""

    def __init__(self, study: Study, lines: Lines, session: Session) -> None:
        self.study = study
        self.lines = lines
        self.session = session
        self.step: Step | None = None

    def play(self) -> Session:
        while True:
            self.session, asked = self.study.ask(self.session)
            if asked is None:
                if not self._last_words():
                    return self.session
                continue
            self.lines.say("")
            correction = self.study.correction(self.session, asked)
            if correction is not None and not self._correct(correction):
                continue
            place = f"Question {self.session.passed + 1} of {self.session.total}"
            for line in describe(asked, place):
                self.lines.say(line)
            self._answer(asked)

    def _correct(self, correction: Correction) -> bool:
        """Tell of a changed answer, and wait until that was read; True once it was."""
        for line in tell_correction(correction):
            self.lines.say(line)
        text = read_line(self.lines)
        while text.startswith("/"):
            if self._command(text, None):
                return False
            text = read_line(self.lines)
        self.study.corrected(correction)
        self.lines.say("")
        return True

    def _answer(self, asked: Asked) -> None:
        """Read lines until the question is replied to, or is no longer the one to ask."""
        began = self.lines.clock()
        while True:
            text = read_line(self.lines)
            if text.startswith("/"):
                if self._command(text, asked):
                    return
                continue
            reply = understood(self.lines, asked, text)
            if reply is None:
                continue
            took = int((self.lines.clock() - began) * 1000)
            try:
                self.step = self.study.reply(self.session, asked, reply, took)
            except QuestionChanged as error:
                self.lines.say(str(error))
                return
            self.session = self.step.session
            for line in explain(self.step.judged, self.study.note(asked)):
                self.lines.say(line)
            for place, line in enumerate(self.study.source_text(asked).splitlines()):
                self.lines.say(f"  {line}" if place else f"  Source: {line}")
            return

    def _command(self, text: str, asked: Asked | None) -> bool:
        """Carry a command out; True where another question may be asked now."""
        name = text.split()[0].lower()
        try:
            if name in _RATINGS or name == "/right":
                return self._change(name)
            if name == "/undo":
                taken = self.study.last_reply(self.session)
                self.session = self.study.undo(self.session)
                self.step = None
                self.lines.say(f"Taken back: {taken}. The question comes again.")
                return True
            if name == "/note":
                self._note(text[len(name) :].strip())
                return False
            if asked is not None and name == "/suspend":
                self.session = self.study.suspend(self.session, asked)
                self.lines.say("This question will not be asked any more.")
                return True
            self._small(name, asked)
        except QuizError as error:
            self.lines.say(str(error))
        return False

    def _change(self, name: str) -> bool:
        """Rate or appeal the last reply; True where its question was to come again and is not."""
        if self.step is None:
            self.lines.say("There is no reply to change yet.")
            return False
        waiting = self.session.waiting
        if name == "/right":
            self.step = self.study.appeal(self.step)
            self.lines.say(self.step.judged.verdict.reason)
        else:
            self.step = self.study.rate(self.step, _RATINGS[name])
            future = self.step.judged.futures[int(_RATINGS[name]) - 1]
            self.lines.say(f"Rated {name[1:]}: it is asked again {future.when}.")
        self.session = self.step.session
        return waiting != self.session.waiting

    def _note(self, text: str) -> None:
        """Keep a note on the question replied to last; without words, tell what it is."""
        if self.step is None:
            self.lines.say("There is no reply yet whose question could have a note.")
            return
        asked = self.step.judged.asked
        if not text:
            note = self.study.note(asked)
            self.lines.say(
                f"Your note: {note}" if note else "There is no note. /note WORDS keeps one."
            )
        elif self.study.write_note(asked, "" if text == "-" else text):
            self.lines.say("Note kept; /note - takes it away.")
        else:
            self.lines.say("There is no note any more.")

    def _small(self, name: str, asked: Asked | None) -> None:
        if name in ("/quit", "/q"):
            raise Stops
        if name == "/hint" and asked is not None:
            self.lines.say(asked.prompt.hint or "There is no hint for this one.")
        elif name == "/flag" and asked is not None:
            flagged = self.study.flag(asked)
            self.lines.say("Flagged as doubtful." if flagged else "The flag is taken away.")
        elif name == "/help":
            self.lines.say(HELP)
        else:
            self.lines.say(f"There is no command {name}; /help lists them.")

    def _last_words(self) -> bool:
        """After the last question: room to change the last reply. True where one waits again."""
        if self.step is None:
            return False
        self.lines.say("")
        self.lines.say("That was the last one. Press Enter to finish, or /undo, /easy, /hard.")
        while not self.session.waiting:
            text = self.lines.read("> ")
            if not text or not text.startswith("/"):
                return False
            if text.split()[0].lower() in ("/quit", "/q"):
                return False
            self._command(text, None)
        return True


def _say_summary(study: Study, lines: Lines, session: Session) -> None:
    summary = study.summary(session)
    lines.say("")
    lines.say(
        f"Done: {counted(summary.questions, 'question')}, {summary.right_first} right at the first "
        f"try, "
        f"{max(1, round(summary.minutes))} min."
    )
    for missed in summary.missed:
        lines.say(f"  Missed: {missed.ask} {missed.expected}")
    lines.say(
        f"Tomorrow: {summary.tomorrow} to review and {summary.tomorrow_new} new. "
        f"Streak: {counted(summary.streak, 'day')}{_frozen(summary.frozen)}."
    )
    if summary.left:
        why = ", in place of what you suspended" if summary.suspended else ""
        lines.say(f"Still to do today: {summary.left}{why}. `sco-quiz study` asks them.")


def _frozen(days: int) -> str:
    """The missed days that a streak was bridged over."""
    return f", {counted(days, 'missed day')} frozen" if days else ""
