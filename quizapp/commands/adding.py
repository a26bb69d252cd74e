"""sco-quiz pack add: look at what a path or an address holds, show it, ask, and add it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from quizapp import wiring
from quizapp.commands.asking import agrees, answers_may_come, somebody_there
from quizapp.commands.bar import Bar
from quizapp.errors import UsageError
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.exchange.fetch import Fetched
    from quizapp.exchange.offer import Offer
    from quizapp.packs.installing import Parcel
    from quizapp.packs.library import Library

Say = Callable[[str], None]


def add(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Add packs; the exit status. Nothing is installed before all of it is checked."""
    from quizapp.exchange.offer import is_address, look

    asking = somebody_there() and not args.yes
    if is_address(args.place) and not asking and not args.yes:
        raise UsageError(
            f"{args.place}: nobody can be asked here; to fetch and add it all the same, say --yes"
        )
    with Bar(time.monotonic) as bar:
        offer = look(args.place, fetch, bar.tell)
        bar.clear()
        with closing(wiring.open_library(wiring.places(args.data))) as library:
            return _decide(library, offer, bar, say, remark, asking=asking, agreed=args.yes)


def fetch(address: str, tell: Callable[[str, int, int], None]) -> Fetched:
    """A file from the open internet."""
    from quizapp.exchange.fetch import fetch as fetch_it

    return fetch_it(address, tell)


def _decide(
    library: Library,
    offer: Offer,
    bar: Bar,
    say: Say,
    remark: Say,
    *,
    asking: bool,
    agreed: bool,
) -> int:
    from quizapp.exchange.contents import contents, is_installed

    for first, *rest in contents(library, offer):
        remark(first)
        for line in rest:
            remark(f"  {line}")
    wanted = [parcel for parcel in offer.parcels if not is_installed(library, parcel)]
    for parcel in offer.parcels:
        if parcel not in wanted:
            say(f"{parcel.pack.id} {parcel.pack.version} is installed already, just as it is.")
    touched = [one for parcel in wanted if (one := _touched(library, parcel))]
    if wanted and not asking and not agreed:
        _refuse_unasked(touched)
    if wanted and asking and not agrees(_question(len(wanted), offer.host, touched)):
        remark("Nothing was changed.")
    elif wanted:
        _install(library, wanted, bar, say, remark)
    return 0


def _install(library: Library, wanted: Sequence[Parcel], bar: Bar, say: Say, remark: Say) -> None:
    from quizapp.packs.format.files import shell_word
    from quizapp.packs.installing import install, replaced_packs

    before = replaced_packs(library.own)
    day = wiring.now().date().isoformat()
    added = install(library, wanted, day=day, progress=bar.counting("Preparing questions"))
    bar.clear()
    for one in added:
        say(f"Added {one.id} {one.version}: {counted(one.questions, 'question')}, {one.title}.")
    for path in sorted(replaced_packs(library.own) - before):
        remark(f"The one before is kept. To go back to it: sco-quiz pack add {shell_word(path)}")


class _Touched(NamedTuple):
    """An installed pack that a new one of the same id would stand before or in the place of."""

    id: str
    shipped: bool
    questions: int

    def __str__(self) -> str:
        if self.shipped:
            many = counted(self.questions, "question")
            return f"hides {self.id}, which came with the app ({many})"
        return f"takes the place of {self.id}, which is installed"


def _touched(library: Library, parcel: Parcel) -> _Touched | None:
    for one in library.packs():
        if one.id == parcel.pack.id:
            return _Touched(one.id, one.shipped, one.questions)
    return None


def _refuse_unasked(touched: Sequence[_Touched]) -> None:
    """Refuse what wants a yes where nobody can be asked; standard input is never read for one."""
    if touched:
        why = "; ".join(f"this {one}" for one in touched)
        raise UsageError(
            f"{why}; nobody can be asked here, so nothing was changed; to add it all the same, "
            "say --yes"
        )
    if answers_may_come():
        raise UsageError(
            "no answer is read from a pipe or a file, so nothing was changed; to add it, say --yes"
        )


def _question(packs: int, host: str, touched: Sequence[_Touched]) -> str:
    what = "it" if packs == 1 else f"these {packs} packs"
    hidden = [one.id for one in touched if one.shipped]
    where = f", from {host}" if host else ""
    instead = f", hiding the app's own {' and '.join(hidden)}" if hidden else ""
    return f"Add {what}{where}{instead}?"
