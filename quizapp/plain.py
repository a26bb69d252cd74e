"""The same session as lines of text: for screen readers, pipes and dumb terminals.

Nothing moves the cursor and nothing needs colour. A line that begins with "/" is a command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizapp.core.grading import problem_with, split_items
from quizapp.core.memory import Rating
from quizapp.core.question import (
    DONT_KNOW,
    Asked,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    Reply,
    SetAnswer,
)
from quizapp.core.verdict import NOT_KNOWN, Mark
from quizapp.errors import QuizError
from quizapp.study import QuestionChanged

if TYPE_CHECKING:
    from quizapp.core.session import Session
    from quizapp.study import Correction, Judged, Step, Study, TopicRef

HELP = """Type your answer and press Enter.
  ?        I don't know
  /hint    show the hint, where there is one
  /easy, /good, /hard   rate the last reply yourself
  /right   I was right: count the last reply as right
  /undo    take the last reply back
  /flag    mark the question as doubtful, or take the mark away
  /suspend do not ask this question any more
  /help    this list
  /quit    stop here; everything is saved"""
_RATINGS = {"/easy": Rating.EASY, "/good": Rating.GOOD, "/hard": Rating.HARD}
_SIGNS = {Mark.RIGHT: "RIGHT", Mark.NEARLY: "NEARLY", Mark.WRONG: "WRONG"}


class Lines:
    """Where lines are read from and written to, and what time it is in seconds."""

    def __init__(
        self,
        say: Callable[[str], None],
        read: Callable[[str], str | None],
        clock: Callable[[], float],
    ) -> None:
        self.say = say
        self.read = read
        self.clock = clock


class Stops(Exception):  # noqa: N818 - it is a wish, not an error
    """The learner stops, or the input ends."""


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
        return f"Stopped here. {many(study.unsaved, 'reply', 'replies')} could not be saved."
    return "Stopped here. Every reply is saved; `sco-quiz study` goes on where you left."


def sit(study: Study, lines: Lines, session: Session) -> tuple[Session, bool]:
    """Play a session to its end; how it stands then, and False where the learner stopped."""
    left = len(session.waiting)
    lines.say(f"{many(left, 'question')} to go. ? means you do not know; /help lists more.")
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
        coming = many(today.next_count, "question")
        lines.say(f"Today is done. {coming} will be due on {today.next_due.isoformat()}.")
        lines.say("For more new ones: sco-quiz study --more. For a game: sco-quiz quiz")
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
            for line in explain(self.step.judged):
                self.lines.say(line)
            for line in self.study.source_text(asked).splitlines():
                self.lines.say(f"  Source: {line}")
            return

    def _command(self, text: str, asked: Asked | None) -> bool:
        """Carry a command out; True where another question may be asked now."""
        name = text.split()[0].lower()
        try:
            if name in _RATINGS or name == "/right":
                return self._change(name)
            if name == "/undo":
                self.session = self.study.undo(self.session)
                self.step = None
                self.lines.say("Taken back. The question comes again.")
                return True
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
            self.lines.say(f"Rated {name[1:]}: it comes back in {future.text}.")
        self.session = self.step.session
        return waiting != self.session.waiting

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


def tell_correction(correction: Correction) -> Iterator[str]:
    """A changed answer as lines: what is asked, the old answer and the new one, and why."""
    yield "The answer to this question has changed."
    yield correction.ask
    yield f"  Before: {correction.former or 'not known any more'}"
    yield f"  Now:    {correction.now}"
    if correction.why:
        yield correction.why
    if correction.known_again:
        yield "You knew this answer before, and what you remembered of it counts again."
    yield "Press Enter to go on."


def read_line(lines: Lines) -> str:
    """The next line. Raises Stops where there is none any more."""
    text = lines.read("> ")
    if text is None:
        raise Stops
    return text.strip()


def understood(lines: Lines, asked: Asked, text: str) -> Reply | None:
    """The reply a line means, or None after saying what is wrong with it."""
    if not text:
        lines.say("Type your answer, or ? if you do not know.")
        return None
    if text == "?":
        return DONT_KNOW
    try:
        reply = parse(asked, text)
    except ValueError as error:
        lines.say(str(error))
        return None
    if problem := problem_with(asked, reply):
        lines.say(problem)
        return None
    return reply


def many(count: int, noun: str, nouns: str = "") -> str:
    """A number with its word: "1 question", "12 questions"."""
    return f"{count} {noun if count == 1 else nouns or noun + 's'}"


def describe(asked: Asked, place: str = "") -> Iterator[str]:
    """The question as lines: its place and badges, what is asked, the options, how to reply."""
    question = asked.question
    badges = [place] if place else []
    if question.as_of:
        badges.append(f"as of {question.as_of.isoformat()}")
    yield " · ".join(badges)
    yield asked_text(asked)
    if asked.form is Form.MAP:
        yield from _map_lines(asked)
    if asked.form is Form.MATCH:
        yield from _match_lines(asked)
    elif asked.form is not Form.TRUE_FALSE:
        for number, option in enumerate(asked.options, 1):
            yield f"  {number}. {option}"
    yield _how(asked)


def asked_text(asked: Asked) -> str:
    """What is asked, on one line; gaps are numbered."""
    answer = asked.prompt.answer
    if not isinstance(answer, GapAnswer):
        return asked.prompt.ask
    gaps = [f" ({number}) ____ " for number in range(1, len(answer.gaps) + 1)]
    text = "".join(part + gap for part, gap in zip(answer.parts, [*gaps, ""], strict=True))
    return " ".join(text.split())


def _match_lines(asked: Asked) -> Iterator[str]:
    answer = asked.prompt.answer
    pairs = answer.pairs if isinstance(answer, MatchAnswer) else ()
    for number, (left, _) in enumerate(pairs, 1):
        yield f"  {number}. {left}"
    for letter, option in zip(ascii_lowercase, asked.options, strict=False):
        yield f"  {letter}) {option}"


def _map_lines(asked: Asked) -> Iterator[str]:
    from quizapp.atlas import describe as describe_country

    yield describe_country(getattr(asked.prompt.answer, "country", ""))


_HOW = {
    Form.TRUE_FALSE: "True or false? Type t or f.",
    Form.ORDER: "Type the numbers in the right order, such as: 2 1 3",
    Form.MATCH: "Type a letter for each number, such as: 1b 2a",
    Form.DATE: "Type a date, such as 4 July 2024.",
}


def _how(asked: Asked) -> str:
    """How to reply to this form, in a sentence."""
    if asked.options and asked.form not in (Form.TRUE_FALSE, Form.ORDER, Form.MATCH):
        several = asked.form is Form.SELECT
        return (
            "Type the numbers of all that apply, such as: 1 3"
            if several
            else "Type the number of your answer."
        )
    match asked.prompt.answer:
        case SetAnswer() as answer:
            return f"Name all {len(answer.items)}, with commas between them."
        case GapAnswer() as answer:
            many = ", with ; between the gaps." if len(answer.gaps) > 1 else "."
            return f"Type the missing words{many}"
        case NumberAnswer(unit=unit):
            return f"Type a number ({unit})." if unit else "Type a number."
        case _:
            return _HOW.get(asked.form, "Type your answer.")


def parse(asked: Asked, text: str) -> Reply:
    """The reply that a line means. Raises ValueError with a sentence for the learner."""
    match asked.form:
        case Form.TRUE_FALSE:
            return _truth(text)
        case Form.SELECT if asked.options:
            return tuple(_pick(asked.options, word) for word in _words(text))
        case Form.SELECT:
            answer = asked.prompt.answer
            known = (*answer.items, *answer.wrong) if isinstance(answer, SetAnswer) else ()
            return split_items(text, known)
        case Form.ORDER:
            return _order(asked, text)
        case Form.MATCH:
            return _match(asked, text)
        case Form.GAP:
            return _gaps(asked, text)
        case _ if asked.options:
            return (_pick(asked.options, text),)
        case _:
            return (text,)


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").split()


def _truth(text: str) -> Reply:
    for reply in ("true", "false"):
        if reply.startswith(text.lower()):
            return (reply,)
    if text.lower() in ("y", "yes", "1"):
        return ("true",)
    if text.lower() in ("n", "no", "2"):
        return ("false",)
    raise ValueError("Type t for true or f for false.")


def _pick(options: tuple[str, ...], text: str) -> str:
    # An option's own text goes first: the options of a number question are numbers themselves.
    for option in options:
        if option.casefold() == text.casefold() and not text.isdecimal():
            return option
    # Python refuses to count thousands of digits, in words of its own.
    if text.isdecimal() and len(text) < 10 and 1 <= int(text) <= len(options):
        return options[int(text) - 1]
    raise ValueError(f"Type a number from 1 to {len(options)}.")


def _order(asked: Asked, text: str) -> Reply:
    words = _words(text)
    if len(words) == 1 and text.isdecimal() and len(asked.options) < 10:
        words = list(text)
    picked = tuple(_pick(asked.options, word) for word in words)
    if sorted(picked) != sorted(asked.options):
        raise ValueError(f"Type each of the numbers 1 to {len(asked.options)} once.")
    return picked


def _match(asked: Asked, text: str) -> Reply:
    answer = asked.prompt.answer
    pairs = answer.pairs if isinstance(answer, MatchAnswer) else ()
    letters = [word.lstrip("0123456789.:-") or word for word in _words(text.lower())]
    if len(letters) == 1 and len(letters[0]) == len(pairs):
        letters = list(letters[0])
    known = dict(zip(ascii_lowercase, asked.options, strict=False))
    if len(letters) != len(pairs) or any(letter not in known for letter in letters):
        raise ValueError(f"Type {len(pairs)} letters, one for each number, such as: 1b 2a")
    numbers = [word.rstrip(ascii_lowercase).rstrip(".:-") for word in _words(text.lower())]
    if all(number.isdecimal() for number in numbers) and len(numbers) == len(letters):
        chosen = dict(zip(map(int, numbers), letters, strict=True))
        if set(chosen) != set(range(1, len(pairs) + 1)):
            raise ValueError(f"Give each of the numbers 1 to {len(pairs)} one letter.")
        letters = [chosen[number] for number in range(1, len(pairs) + 1)]
    return tuple(known[letter] for letter in letters)


def _gaps(asked: Asked, text: str) -> Reply:
    answer = asked.prompt.answer
    many = len(answer.gaps) if isinstance(answer, GapAnswer) else 1
    given = tuple(part.strip() for part in text.split(";")) if many > 1 else (text,)
    if len(given) != many or not all(given):
        raise ValueError(f"Fill {many} gaps, with ; between them.")
    return given


def explain(judged: Judged) -> Iterator[str]:
    """The verdict as lines: the mark in words, why, the answer, what it teaches."""
    verdict = judged.verdict
    # All of a longer answer stands below; the reason of "don't know" would only say it as well.
    twice = judged.reply == DONT_KNOW and len(verdict.parts) > 1
    yield f"{sign(judged.reply, verdict.mark)}. {'' if twice else verdict.reason}".rstrip()
    if verdict.mark is not Mark.RIGHT and (twice or verdict.expected not in verdict.reason):
        yield f"  The answer: {verdict.expected}"
    if judged.asked.question.why:
        yield f"  {judged.asked.question.why}"
    if judged.successor:
        yield f"  {judged.successor}"
    if judged.warning:
        yield f"  NOT SAVED: {judged.warning}"
    if judged.futures:
        future = judged.futures[int(judged.rating) - 1]
        again = " and again in this session" if judged.rating is Rating.AGAIN else ""
        yield f"  Rated {judged.rating.name.lower()}: it comes back in {future.text}{again}."


def _say_summary(study: Study, lines: Lines, session: Session) -> None:
    summary = study.summary(session)
    lines.say("")
    lines.say(
        f"Done: {many(summary.questions, 'question')}, {summary.right_first} right at the first "
        f"try, "
        f"{max(1, round(summary.minutes))} min."
    )
    for missed in summary.missed:
        lines.say(f"  Missed: {missed.ask} {missed.expected}")
    lines.say(
        f"Tomorrow: {summary.tomorrow} to review and {summary.tomorrow_new} new. "
        f"Streak: {many(summary.streak, 'day')}{_frozen(summary.frozen)}."
    )
    if summary.left:
        why = ", in place of what you suspended" if summary.suspended else ""
        lines.say(f"Still to do today: {summary.left}{why}. `sco-quiz study` asks them.")


def _frozen(days: int) -> str:
    """The missed days that a streak was bridged over."""
    return f", {many(days, 'missed day')} frozen" if days else ""


def sign(reply: Reply, mark: Mark) -> str:
    """How a reply was judged, in capitals."""
    return NOT_KNOWN.upper() if reply == DONT_KNOW else _SIGNS[mark]
