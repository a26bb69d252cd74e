"""Work on packs beside the screen: looking, fetching, adding, removing. It is told back in words.

Each job runs in a thread of its own with a library of its own, and the screen hears messages.
Threads end with the app: what they put in place is whole or not there.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message

from quizapp.errors import QuizError

if TYPE_CHECKING:
    from textual.screen import Screen

    from quizapp.exchange.offer import Offer
    from quizapp.packs.library import Library

_OFTEN = 0.1
"""Seconds between two words of progress."""


class Seen(NamedTuple):
    """What a path or an address holds: shown before it is added. `new` packs are not there yet."""

    offer: Offer
    blocks: list[list[str]]
    new: int


class StoppedError(QuizError):
    """The learner wants no more of it."""


class Progressed(Message):
    """How far a job has come; `total` is 0 where nobody knows."""

    def __init__(self, job: Job, what: str, done: int, total: int) -> None:
        super().__init__()
        self.job, self.what, self.done, self.total = job, what, done, total


class Finished(Message):
    """A job has ended: with a result, or with trouble in words."""

    def __init__(self, job: Job, result: Any, trouble: str = "") -> None:
        super().__init__()
        self.job, self.result, self.trouble = job, result, trouble


class Job:
    """One piece of work under way. `name` says which; the screen keeps the newest one."""

    def __init__(self, name: str, screen: Screen[Any], clock: Callable[[], float]) -> None:
        self.name = name
        self._screen = screen
        self._clock = clock
        self._next = 0.0
        self._over = Event()

    def start(self, work: Callable[[Job, Library], Any], library: Library) -> Job:
        """Begin. `work` is given a library of its own."""
        Thread(target=self._run, args=(work, library), daemon=True).start()
        return self

    def stop(self) -> None:
        """Want no more of it: it ends when it next tells, and what it began is taken back."""
        self._over.set()

    def tell(self, what: str, done: int, total: int) -> None:
        """Say how far it is. Raises StoppedError where nobody wants it any more."""
        if self._over.is_set():
            raise StoppedError("stopped")
        if self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._screen.post_message(Progressed(self, what, done, total))

    def _run(self, work: Callable[[Job, Library], Any], library: Library) -> None:
        result, trouble = None, ""
        try:
            with closing(library.again()) as own:
                own.refresh()
                result = work(self, own)
        except QuizError as error:
            trouble = str(error)
        except OSError as error:
            trouble = f"{error.filename or 'the disk'}: {error.strerror}"
        self._screen.post_message(Finished(self, result, trouble))


def looking(text: str) -> Callable[[Job, Library], Seen]:
    """Look at what a path or an address holds."""

    def work(job: Job, library: Library) -> Seen:
        from quizapp.exchange.contents import contents, is_installed
        from quizapp.exchange.fetch import fetch
        from quizapp.exchange.offer import look

        offer = look(text, fetch, job.tell)
        new = sum(not is_installed(library, parcel) for parcel in offer.parcels)
        return Seen(offer, contents(library, offer), new)

    return work


def adding(offer: Offer, day: str) -> Callable[[Job, Library], list[str]]:
    """Add the packs of an offer that are not there yet; their ids."""

    def work(job: Job, library: Library) -> list[str]:
        from quizapp.exchange.contents import is_installed
        from quizapp.packs.installing import install

        wanted = [parcel for parcel in offer.parcels if not is_installed(library, parcel)]

        def progress(done: int, total: int) -> None:
            job.tell("Preparing questions", done, total)

        added = install(library, wanted, day=day, progress=progress)
        return [one.id for one in added]

    return work


def removing(name: str, day: str) -> Callable[[Job, Library], list[str]]:
    """Take a pack out; its id."""

    def work(_: Job, library: Library) -> list[str]:
        from quizapp.packs.removing import remove

        return [remove(library, name, day=day).pack.id or name]

    return work


def bringing_back() -> Callable[[Job, Library], list[str]]:
    """Put back the pack that was taken out last; its id."""

    def work(_: Job, library: Library) -> list[str]:
        from quizapp.packs.removing import bring_back

        return [bring_back(library)]

    return work
