"""Playing: rounds off the schedule, their scores and what becomes of the misses."""

from __future__ import annotations

import random
import shlex
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from quizapp.core.round import Clock, Round, RoundReply
from quizapp.errors import DataError, UsageError
from quizapp.store import questions, reviews, rounds
from quizapp.study import Judged, Study, TopicRef

if TYPE_CHECKING:
    from quizapp.core.question import Asked, Reply
    from quizapp.core.verdict import Verdict

__all__ = ["Best", "Clock", "Play", "Round", "RoundReply", "RoundResult", "RoundSetup"]

BESTS = 5
MOST_SEED = 99_999
MOST_APART = 100
"""Rounds of up to so many questions keep those apart of which one gives the other away."""
RECALL_SHARE = 0.4
"""The share of a round's questions that are asked without options, where they can be."""


class RoundSetup(NamedTuple):
    """What to play: which topics (none means all), how many questions (0 means all), the clock.

    Equal setups share a table of best scores. The same `seed` gives the same questions in the
    same order on every machine with the same packs, without those suspended there; 0 takes one by
    chance. `met` takes only questions that the learner has replied to in a session, so that its
    seed draws something else for everybody.
    """

    topics: tuple[TopicRef, ...] = ()
    length: int = 10
    clock: Clock = Clock.NONE
    seed: int = 0
    met: bool = False

    @property
    def name(self) -> str:
        """The setup in one line, equal for setups whose scores may be compared."""
        topics = ",".join(sorted(f"{one.pack}/{one.topic}" for one in self.topics)) or "all topics"
        met = "; met" if self.met else ""
        return f"{topics}; {self.length or 'all'} questions; clock {self.clock.value}{met}"


class Best(NamedTuple):
    """A line of the table of best scores. `now` marks the round just played."""

    points: int
    right: int
    total: int
    when: datetime
    now: bool


class RoundResult(NamedTuple):
    """A finished round beside the best ones of its setup; `best` if none was better before."""

    round: Round
    right: int
    best: bool
    bests: tuple[Best, ...]


class Play:
    """The use cases of rounds. They share the data file and the library with studying."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._database = study.database
        self._library = study.library

    def start(self, setup: RoundSetup) -> Round:
        """A round of that setup. Raises UsageError where there is no question to play.

        The questions are drawn by place, so the cost does not grow with the library.
        """
        seed = setup.seed or self.new_seed()
        numbers = self._draw_met(setup, seed) if setup.met else self._draw(setup, seed)
        # What the learner has met is another set tomorrow, and on another machine.
        again = "" if setup.met else repeat_line(setup, seed)
        return Round(setup.name, setup.clock, seed, tuple(numbers), again=again)

    def _draw(self, setup: RoundSetup, seed: int) -> list[int]:
        # Where packs lie differs from machine to machine, and must not change what is drawn.
        topics = sorted(
            (
                one
                for one in self._library.topics()
                if not setup.topics or TopicRef(one.pack, one.id) in setup.topics
            ),
            key=lambda one: (one.pack, one.id),
        )
        total = sum(one.questions for one in topics)
        if not total:
            raise UsageError("there is no question to play; add a pack with `sco-quiz pack add`")
        chance = random.Random(seed)
        drawn = chance.sample(range(total), min(setup.length or total, total))
        places = []
        for index in drawn:
            for topic in topics:
                if index < topic.questions:
                    places.append((topic.number, index))
                    break
                index -= topic.questions
        numbers = self._numbers(self._apart(self._library.at_places(places)))
        if not numbers:
            raise UsageError("every question there is suspended; choose other topics")
        return numbers

    def _draw_met(self, setup: RoundSetup, seed: int) -> list[int]:
        """Drawn by number: the learner's own questions have no order that others share."""
        met = questions.met(self._database, setup.topics)
        if not met:
            raise UsageError("you have met no question there yet; study first, or play all of them")
        drawn = random.Random(seed).sample(met, min(setup.length or len(met), len(met)))
        cards = [card for number in drawn if (card := questions.card(self._database, number))]
        return self._numbers(self._apart([(card.pack, card.id) for card in cards]))

    def _apart(self, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """The questions drawn, none beside one that gives it away; a long round stays as it is.

        Suspended ones are still among them, so that they shift nothing for who shares the seed.
        """
        if len(found) > MOST_APART:
            return found
        from quizapp.core.apart import apart

        asked = (self._library.question(*one) for one in found)
        known = [question for question in asked if question is not None]
        return [found[at] for at in apart(known)] if len(known) == len(found) else found

    def new_seed(self) -> int:
        """A seed by chance, short enough to be told to a friend: 1-99999."""
        return int.from_bytes(self._study.chance(3), "big") % MOST_SEED + 1

    def _numbers(self, found: Sequence[tuple[str, str]]) -> list[int]:
        numbers = [questions.number_of(self._database, *one) for one in found]
        return [
            number
            for number in numbers
            if number is not None and questions.card(self._database, number)
        ]

    def ask(self, playing: Round) -> Asked | None:
        """The question to ask now; None when the round is finished."""
        number = playing.current
        found = self._study.question(number) if number is not None else None
        if number is None or found is None:
            return None
        from quizapp.core import ladder
        from quizapp.core.question import PackId

        pack, question = found
        # The question's own name, not its place: what somebody suspended shifts nothing for them.
        mark = crc32(f"{pack}/{question.id}".encode())
        chance = random.Random((playing.seed << 32) + mark)
        prompt = chance.choice(question.prompts)
        recall = chance.random() < RECALL_SHARE
        return ladder.put(
            PackId(pack), question, prompt, recall=recall, seed=chance.getrandbits(32)
        )

    def reply(
        self, playing: Round, asked: Asked, reply: Reply, took_ms: int
    ) -> tuple[Round, Judged]:
        """Judge a reply and log it as practice: the schedule does not move."""
        from quizapp.core.memory import Rating

        number = playing.current
        if number is None:
            raise ValueError("a finished round takes no reply")
        seconds = playing.clock.seconds
        if seconds is not None and took_ms > seconds * 1000:
            took_ms = seconds * 1000
        verdict = self._study.judge(number, asked, reply)
        row = self._row(number, asked, reply, verdict, took_ms)
        warning = ""
        try:
            reviews.add(self._database, row, None)
        except DataError as error:
            warning = str(error)
        judged = Judged(
            asked=asked,
            reply=reply,
            verdict=verdict,
            rating=Rating.AGAIN if verdict.mark.value == "wrong" else Rating.GOOD,
            saved=not warning and self._database.saving,
            warning=warning,
        )
        return playing.advance(asked, reply, verdict, took_ms), judged

    def _row(
        self, number: int, asked: Asked, reply: Reply, verdict: Verdict, took_ms: int
    ) -> reviews.Review:
        return reviews.Review(
            id=self._study.new_id(),
            question=number,
            at=self._study.milliseconds(),
            day=self._study.day(),
            mode=reviews.PRACTICE,
            form=asked.form.value,
            wording=asked.question.prompts.index(asked.prompt),
            reply=reply,
            verdict=verdict.mark.value,
            took=max(took_ms, 0),
            device=self._study.device,
        )

    def finish(self, playing: Round) -> RoundResult:
        """Keep a finished round and say how it compares. Misses played again are not kept."""
        former = rounds.best_rounds(self._database, playing.setup, 1)
        played = rounds.PlayedRound(
            id=self._study.new_id(),
            setup=playing.setup,
            at=self._study.milliseconds(),
            points=playing.points,
            passed=playing.right,
            total=playing.total,
            took=sum(one.took_ms for one in playing.replies),
        )
        if not playing.replay:
            rounds.add_round(self._database, played)
        best_before = former[0].points if former else 0
        best = not playing.replay and played.points > best_before
        return RoundResult(playing, playing.right, best, self._bests(playing.setup, played.id))

    def _bests(self, setup: str, own: bytes) -> tuple[Best, ...]:
        return tuple(
            Best(
                one.points,
                one.passed,
                one.total,
                datetime.fromtimestamp(one.at / 1000).astimezone(),
                one.id == own,
            )
            for one in rounds.best_rounds(self._database, setup, BESTS)
        )

    def misses(self, playing: Round) -> Round:
        """A round of what was missed in another. Raises UsageError where nothing was."""
        if not playing.missed:
            raise UsageError("nothing was missed")
        return Round(playing.setup, playing.clock, playing.seed + 1, playing.missed, replay=True)

    def missed_today(self) -> tuple[int, ...]:
        """The questions that were wrong today, in a session or a round, first missed first."""
        numbers = rounds.missed_on(self._database, self._study.day())
        return tuple(one for one in numbers if questions.card(self._database, one))

    def todays_misses(self, clock: Clock = Clock.NONE) -> Round:
        """A round of what was wrong today. Raises UsageError where nothing was."""
        missed = self.missed_today()
        if not missed:
            raise UsageError("nothing was missed today")
        return Round("today's misses", clock, self.new_seed(), missed, replay=True)

    def add_misses_to_today(self, playing: Round) -> int:
        """Put what was missed into today's session; how many questions that adds."""
        return self._study.add_to_today(playing.missed)


def repeat_line(setup: RoundSetup, seed: int) -> str:
    """The command that plays the same questions again, here or on a friend's machine."""
    words = ["sco-quiz", "quiz", "--seed", str(seed), "--count", str(setup.length or "all")]
    for one in setup.topics:
        words += ["--topic", shlex.quote(f"{one.pack}/{one.topic}")]
    if setup.clock is not Clock.NONE:
        words += ["--clock", setup.clock.value]
    return " ".join(words)
