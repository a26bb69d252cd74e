"""Learn as lines of text: the path, a brief, its new questions, and the path again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.core.brief import brief_lines
from quizapp.core.counting import counted
from quizapp.errors import UsageError
from quizapp.learning import Learning, Offer, PathTopic, TopicRef, TopicState
from quizapp.plain import sit

if TYPE_CHECKING:
    from quizapp.core.session import Session
    from quizapp.plain import Lines
    from quizapp.study import Study

NO_BRIEF = "Nothing is written about this topic to read first."
_LEAVE = frozenset({"/quit", "/q"})


class PlainPath:
    """One walk along the path. A line that begins with "/" is a command."""

    def __init__(self, study: Study, lines: Lines) -> None:
        self.study = study
        self.lines = lines
        self.learning = Learning(study)
        self.topics = self.learning.topics()

    def walk(self, topic: TopicRef | None = None) -> None:
        """Show the path and learn topic after topic; with `topic` that one alone."""
        today = self.study.today()
        if today.warning:
            self.lines.say(today.warning)
        if not self.topics:
            self.lines.say("There are no topics yet. Add a pack with: sco-quiz pack add FILE")
            return
        if topic is not None:
            self._learn(topic)
            return
        self._say_path()
        while (chosen := self._choose()) is not None and self._learn(chosen):
            pass

    # The path

    def _say_path(self) -> None:
        suggested = self.learning.suggested(self.topics)
        pack = ""
        for number, one in enumerate(self.topics, 1):
            if one.ref.pack != pack:
                if pack:
                    self.lines.say("")
                pack = one.ref.pack
                self.lines.say(one.pack_title)
            mark = "  <- next" if one.ref == suggested else ""
            self.lines.say(f"{number:4}. {self._standing(one)}{mark}")

    def _standing(self, one: PathTopic) -> str:
        return f"{one.title}: {_state_text(self.learning.state(one.ref))}"

    def _choose(self) -> TopicRef | None:
        """The topic that is asked for; None where the learner leaves."""
        suggested = self.learning.suggested(self.topics)
        while True:
            self.lines.say("")
            self.lines.say(
                "Type a topic's number or name"
                + (", press Enter for the next one" if suggested else "")
                + ", /path to see the path, or /quit."
            )
            text = self.lines.read("> ")
            if text is None or text.strip().lower() in _LEAVE:
                return None
            chosen = self._meant(text.strip(), suggested)
            if chosen is not None:
                return chosen

    def _meant(self, text: str, suggested: TopicRef | None) -> TopicRef | None:
        """The topic that a line means; None after saying what is wrong with it, or the path."""
        if text.lower() == "/path":
            self._say_path()
            return None
        if not text:
            return suggested
        if text.isdecimal():
            if 1 <= int(text) <= len(self.topics):
                return self.topics[int(text) - 1].ref
            self.lines.say(f"Type a number from 1 to {len(self.topics)}.")
            return None
        try:
            return self.study.find_topic(text)
        except UsageError as error:
            self.lines.say(str(error))
            return None

    # A topic

    def _learn(self, ref: TopicRef) -> bool:
        """A topic's brief, then its new questions; False where the learner leaves."""
        one = next(topic for topic in self.topics if topic.ref == ref)
        self._say_brief(one)
        offer = self.learning.offer(ref)
        wanted = self._wanted(offer)
        if wanted is None:
            return False
        session = self.learning.start(ref, beyond=wanted == "/beyond") if wanted else None
        if session is None or session.finished:
            return True
        session, ended = sit(self.study, self.lines, session)
        self._say_how_it_went(session)
        self.lines.say(f"Now: {self._standing(one)}.")
        return ended

    def _say_brief(self, one: PathTopic) -> None:
        self.lines.say("")
        self.lines.say(one.title)
        self.lines.say(f"{one.pack_title}; {_state_text(self.learning.state(one.ref))}")
        self.lines.say("")
        for line in brief_lines(self.learning.brief(one.ref) or NO_BRIEF):
            self.lines.say(line)
        self.lines.say("")

    def _wanted(self, offer: Offer) -> str | None:
        """ "/begin", "/beyond", "" to go on with another topic, or None to leave."""
        self.lines.say(_offer_text(offer))
        if not offer.unseen:
            return ""
        while True:
            text = self.lines.read("> ")
            if text is None or text.strip().lower() in _LEAVE:
                return None
            text = text.strip().lower()
            if not text:
                return "/begin" if offer.size else ""
            if text == "/beyond" and offer.beyond:
                return text
            self.lines.say(_ways(offer))

    def _say_how_it_went(self, session: Session) -> None:
        summary = self.study.summary(session)
        self.lines.say("")
        many = counted(summary.questions - summary.still_missed, "question")
        self.lines.say(f"{many} learned, {summary.right_first} right at the first try.")
        for missed in summary.missed:
            self.lines.say(f"  Missed: {missed.ask} {missed.expected}")


def _state_text(state: TopicState) -> str:
    return f"{state.known} strong, {state.shaky} shaky, {state.unseen} new"


def _offer_text(offer: Offer) -> str:
    """What can be learned of a topic now, and how."""
    if not offer.unseen:
        return "Nothing is new here. `sco-quiz study` brings its questions back when they are due."
    new = counted(offer.unseen, "new question")
    if offer.used_up:
        used = f"today's limit of {offer.limit} is used up" if offer.limit else "your limit is 0"
        return f"{new}, but {used}. {_ways(offer)}"
    if offer.size < offer.unseen:
        left = f"today's limit leaves {offer.size} of them"
        return f"{new}; {left}. {_ways(offer)}"
    return f"{new}. {_ways(offer)}"


def _ways(offer: Offer) -> str:
    enter = "begin" if offer.size else "go back"
    beyond = f", type /beyond to learn {offer.beyond} now" if offer.beyond else ""
    return f"Press Enter to {enter}{beyond}, or /quit."
