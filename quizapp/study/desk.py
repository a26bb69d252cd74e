"""What all of studying works with: the data file, the library, the clock and the topics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from quizapp.errors import UsageError
from quizapp.store import questions, reviews, settings
from quizapp.store.database import Database
from quizapp.study.values import TopicProgress, TopicRef
from quizapp.today import Choices, Today, in_step, look

if TYPE_CHECKING:
    from quizapp.core.question import Question
    from quizapp.core.weights import Weights
    from quizapp.packs.catalog import TopicRow
    from quizapp.packs.library import Library
    from quizapp.store.register import Entry

TOPICS_NAMED = 40
"""How many topics are named to who asked for one that there is not."""


class Desk:
    """The data file and the library in step, the learner's choices, and where the learner stands.

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
        self._listed: Sequence[TopicRow] = ()
        self._heads: list[tuple[TopicRef, str, str, int]] = []
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

    def _version(self) -> int:
        """Changes when another program writes the data file."""
        return int(self.database.connection.execute("PRAGMA data_version").fetchone()[0])

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

        known, installed = questions.known_packs(self.database), self.library.fingerprints()
        for pack in known.keys() & installed.keys():
            if known[pack] not in ("", installed[pack]):
                # Before the file is held, since this takes long where many answers changed.
                register.compare(self.database.connection, pack, self._entries(pack), alike)
        with self.database.transaction() as connection:
            steps = register.Steps(alike, partial(self._log_change, connection))
            # Looked at only now: another window may have done it meanwhile.
            installed = self.library.fingerprints()
            known = questions.known_packs(self.database)
            for pack in known.keys() - installed.keys():
                register.unregister(connection, pack)
            for pack, fingerprint in installed.items():
                if known.get(pack) != fingerprint:
                    register.register(connection, pack, fingerprint, self._entries(pack), steps)

    def _entries(self, pack: str) -> Iterator[Entry]:
        """A pack's questions, as far as the register needs to know them."""
        from quizapp.store.register import Entry

        return (Entry(*one) for one in self.library.entries(pack))

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

    def today(self) -> Today:
        """Today's counts, by index alone: the cost does not grow with the library."""
        found = look(self.database, self.library, self.choices, self.day())
        late = found.day != self.calendar_day()
        return found._replace(ends=self.choices.day_start) if late else found

    def about(self) -> str:
        """What the first installed pack says that it is about; "" where it says nothing."""
        return next((pack.about for pack in self.library.packs() if pack.id), "")

    def topics(self) -> tuple[TopicProgress, ...]:
        """Every topic with how far it is known. The cost is that of the topics."""
        counts = questions.topic_counts(self.database, self.day())
        return tuple(
            TopicProgress(*one, *counts.get(one[0], (0, 0, 0))) for one in self._known_topics()
        )

    def _known_topics(self) -> list[tuple[TopicRef, str, str, int]]:
        """What a topic's progress begins with; made anew only where a pack has changed."""
        topics = self.library.topics()
        if topics is not self._listed:
            titles = self.library.titles()
            self._heads = [
                (TopicRef(one.pack, one.id), one.title, titles[one.pack], one.questions)
                for one in topics
            ]
            self._listed = topics
        return self._heads
