"""Former pack files, kept in the order in which updates took their place, and the way back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.errors import PackError, QuizError

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack, Library

FORMER = ".former"
KEPT = 10
"""How many updates of a pack can be undone."""
_NAME = re.compile(r"(\d{4,})(\.shipped)?\.toml")


class Former(NamedTuple):
    """A pack file that an update took the place of. `shipped`: it came with the app."""

    path: Path
    number: int
    shipped: bool


def formers(library: Library, pack: str) -> list[Former]:
    """The former files of a pack, the newest first."""
    folder = library.own / FORMER / pack
    try:
        files = [(path, _NAME.fullmatch(path.name)) for path in folder.iterdir()]
    except OSError:
        return []
    found = [Former(path, int(name[1]), bool(name[2])) for path, name in files if name]
    return sorted(found, key=lambda one: one.number, reverse=True)


def keep(library: Library, installed: InstalledPack) -> None:
    """Keep an installed pack's file, so that an update of it can be undone."""
    from quizapp.packs.format.files import read_bytes
    from quizapp.packs.installing import put_into

    held = formers(library, installed.id)
    number = held[0].number + 1 if held else 1
    name = f"{FORMER}/{installed.id}/{number:04}{'.shipped' if installed.shipped else ''}.toml"
    put_into(library.own, {name: read_bytes(installed.path)}, ())
    for one in held[KEPT - 1 :]:
        one.path.unlink(missing_ok=True)


def last(library: Library, installed: InstalledPack) -> Former | None:
    """What undoing goes back to; None where nothing was updated."""
    held = formers(library, installed.id)
    return next((one for one in held if _differs(one.path, installed.path)), None)


def _differs(former: Path, present: Path) -> bool:
    """Whether a former file can be gone back to.

    One like the present file was kept for an update that was never carried out.
    """
    from quizapp.packs.format.files import read_bytes
    from quizapp.packs.installing import same_bytes

    try:
        return not same_bytes(present, read_bytes(former))
    except PackError:
        return False


def bring_back(library: Library, installed: InstalledPack, former: Former, day: str) -> None:
    """Put a former file in the place of the present one, which is kept aside.

    Raises QuizError where that cannot be.
    """
    from quizapp.packs.format.files import shell_word
    from quizapp.packs.installing import REPLACED, aside, install, kept_name, put_into, read_parcel

    if former.shipped and not installed.shipped:
        name = kept_name(library.own, REPLACED, installed.id, "", day)
        put_into(library.own, aside(library.own, name, [installed.path]), [installed.path.name])
        library.refresh()
    elif former.shipped:
        raise QuizError(
            f'the former version of "{installed.id}" came with an earlier release of the app, '
            f"and so did this one; to learn it nevertheless: sco-quiz pack add "
            f"{shell_word(former.path)}"
        )
    else:
        install(library, [read_parcel(former.path)._replace(sources=())], day=day)
    for one in formers(library, installed.id):
        if one.number >= former.number:
            one.path.unlink(missing_ok=True)
