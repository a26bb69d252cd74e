"""Finding questions: what a query asks for, and what it finds, a handful at a time.

The first of what is found can be shown at once, whatever the size of the library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.standing import State
from quizapp.packs.searching import Candidate, Wanted
from quizapp.store import browse, questions
from quizapp.store.browse import Sieve
from quizapp.study import prompt_text

if TYPE_CHECKING:
    from quizapp.core.question import Form, Prompt
    from quizapp.packs.library import Library
    from quizapp.store.database import Database

RANKED = 200
"""Up to so many questions are put in order of fit; among more, the packs' order stands."""
CHUNK = 1500
"""How many questions one step of gathering looks at, so that a key need not wait for longer."""
FEW = 400
"""Up to so many questions in the wanted state are looked at one by one for the words."""
PAGE = 24
PAGES_KEPT = 20


class Query(NamedTuple):
    """What is looked for. "" and None mean any; `topic` is an id within `pack`."""

    text: str = ""
    pack: str = ""
    topic: str = ""
    form: Form | None = None
    state: State | None = None


class Line(NamedTuple):
    """A question as a list shows it.

    `standing` is new, shaky, strong or suspended; `next` the study day it comes back, None where
    it is new or suspended; `due` where that is today or over.
    """

    number: int
    pack: str
    id: str
    ask: str
    answer: str
    standing: State
    due: bool
    flagged: bool
    next: date | None


class Found:
    """Questions that a query finds, by row from 0; `gather` makes more of them known.

    `count` rows are known so far; `complete` where those are all.
    """

    def __init__(self, fetch: Callable[[int], Line | None]) -> None:
        self._fetch = fetch
        self._pages: dict[int, tuple[Line | None, ...]] = {}
        self.count = 0
        self.complete = False

    def gather(self, rows: int) -> None:
        """A step towards making `rows` rows known; a further one is due while fewer are known
        and these are not all.
        """

    def line(self, row: int) -> Line | None:
        """The question in a row below `count`; None where it has gone meanwhile."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = tuple(self._lines(number * PAGE, min(PAGE, self.count - number * PAGE)))
            if len(self._pages) >= PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            if len(page) == PAGE or self.complete:
                self._pages[number] = page
        return page[place] if place < len(page) else None

    def forget_lines(self) -> None:
        """Read the lines anew when they are next asked for."""
        self._pages.clear()

    def _lines(self, first: int, size: int) -> Iterator[Line | None]:
        raise NotImplementedError


class InRegister(Found):
    """What the register finds by itself: counted by index, read window by window."""

    def __init__(
        self,
        database: Database,
        library: Library,
        sieve: Sieve,
        fetch: Callable[[int], Line | None],
    ) -> None:
        super().__init__(fetch)
        self._database = database
        self._library = library
        self._sieve = sieve
        everything = sieve.state is None and sieve.topics is None
        # The catalog knows how many questions there are without counting them.
        self.count = library.count()[1] if everything else browse.count(database, sieve)
        self.complete = True

    def _lines(self, first: int, size: int) -> Iterator[Line | None]:
        numbers = browse.window(self._database, self._sieve, first, size, self.count)
        return (self._fetch(number) for number in numbers)


class InCatalog(Found):
    """What the catalog finds by words or by form, sifted by state as far as it is gathered."""

    def __init__(
        self,
        database: Database,
        library: Library,
        wanted: Wanted,
        sieve: Sieve,
        fetch: Callable[[int], Line | None],
    ) -> None:
        super().__init__(fetch)
        self._database = database
        self._library = library
        self._wanted = wanted
        self._sieve = sieve
        self._after = 0
        self._keys: list[tuple[str, str]] = []

    def gather(self, rows: int) -> None:
        """Look on until there are `rows` of them, one step's worth at most."""
        if not self._after:
            self._begin()
        elif self.count < rows and not self.complete:
            self._take(self._next(CHUNK))

    def _begin(self) -> None:
        """Few enough to weigh are put in order of fit; else the packs' order stands."""
        if self._few():
            return
        found = self._next(RANKED + 1)
        if self._wanted.text and self.complete:
            found = self._library.best_first(found, self._wanted.text)
        self._take(found)

    def _few(self) -> bool:
        """Where few questions are in the wanted state, these are looked at and no others."""
        if self._sieve.state is None:
            return False
        database = self._database
        numbers = browse.window(database, self._sieve, 0, FEW + 1, 2 * FEW + 2)
        if len(numbers) > FEW:
            return False
        rows = [row for number in numbers if (row := browse.row(database, number))]
        fits = self._library.fits
        self._keys = [(row.pack, row.id) for row in rows if fits(self._wanted, row.pack, row.id)]
        self.count = len(self._keys)
        self.complete = True
        self._after = 1
        return True

    def _next(self, size: int) -> list[Candidate]:
        found = self._library.find(self._wanted, self._after, size)
        self.complete = len(found) < size
        self._after = found[-1].number if found else 1
        return found

    def _take(self, found: list[Candidate]) -> None:
        keys = [(one.pack, one.id) for one in found]
        self._keys += browse.those_that_fit(self._database, self._sieve, keys)
        self.count = len(self._keys)

    def _lines(self, first: int, size: int) -> Iterator[Line | None]:
        for pack, name in self._keys[first : first + size]:
            number = questions.number_of(self._database, pack, name)
            yield self._fetch(number) if number is not None else None


def ask_text(prompt: Prompt) -> str:
    """What a wording asks, on one line; a gap sentence with dots for its gaps."""
    return " ".join(prompt_text(prompt).split())
