"""The composition root: the only reader of clock, chance, environment and paths."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from quizapp.errors import CatalogDamaged, DataError, Ended, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.browsing import Query
    from quizapp.handchecking import HandCheck
    from quizapp.packs.library import Library
    from quizapp.play import RoundSetup
    from quizapp.study import Study, TopicRef
    from quizapp.today import Today
    from quizapp.tui.frame import Frame

DATA_VARIABLE = "SCO_QUIZ_DATA"
SMALLEST = (60, 20)
TAUGHT = ("sco-basics", "astana-2024", "sco-map")
"""The packs that come with the app, in the order in which they are taught."""


class Places(NamedTuple):
    """Where everything lies. `shipped` holds the packs that come with the app."""

    data: Path
    packs: Path
    shipped: Path
    catalog: Path


def now() -> datetime:
    """Local time with its zone."""
    return datetime.now().astimezone()


def places(data: Path | None = None) -> Places:
    """The paths in use: `data`, else the environment's, else the platform's own folders."""
    from platformdirs import PlatformDirs

    folders = PlatformDirs("sco-quiz", appauthor=False)
    home = Path(folders.user_data_dir)
    named = os.environ.get(DATA_VARIABLE, "")
    packs, shipped = home / "packs", shipped_packs()
    # Each installation compiles its own packs, so that two of them do not undo each other's work.
    mark = crc32(f"{shipped}\n{packs}".encode())
    return Places(
        data=_named(data if data is not None else Path(named) if named else None, home),
        packs=packs,
        shipped=shipped,
        catalog=Path(folders.user_cache_dir) / f"catalog-{mark:08x}.db",
    )


def _named(data: Path | None, home: Path) -> Path:
    """The user-data file that is meant. Raises UsageError for a path that names no file."""
    if data is None:
        return home / "sco-quiz.db"
    try:
        path = data.expanduser()
    except RuntimeError:
        raise UsageError(f'"{data}" names the home of somebody who is not known here') from None
    if not path.name:
        raise UsageError(f'"{data}" names no file; name one, as in --data my-quiz.db')
    return path


def shipped_packs() -> Path:
    """The folder of packs that come with the app: in the package, or beside it in a checkout."""
    inside = Path(__file__).parent / "questions"
    return inside if inside.is_dir() else Path(__file__).parents[1] / "questions"


def open_library(where: Places, progress: Callable[[int, int], None] | None = None) -> Library:
    """The library, its catalog brought in step with the packs folders."""
    from quizapp.packs.library import Folder, Library

    folders = (Folder(where.shipped, shipped=True, order=TAUGHT), Folder(where.packs, False))
    library = Library(folders, where.catalog)
    library.refresh(progress)
    return library


def open_study(
    where: Places,
    *,
    save: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> Study:
    """The use cases of studying, over the data file and the library. Raises QuizError."""
    from quizapp.store.database import open_database, open_unsaved
    from quizapp.study import Study

    database = open_database(where.data) if save else open_unsaved(where.data)
    try:
        try:
            return Study(database, open_library(where, progress), now=now, chance=os.urandom)
        except CatalogDamaged:
            # It has been thrown away, so this time it is made anew.
            return Study(database, open_library(where, progress), now=now, chance=os.urandom)
    except BaseException:
        database.close()
        raise


def open_to_read(
    where: Places, *, save: bool = True, progress: Callable[[int, int], None] | None = None
) -> Study:
    """The same for a command that only looks: where nothing may be written, on a copy in memory."""
    try:
        return open_study(where, save=save, progress=progress)
    except DataError:
        if not save:
            raise
        # Where more is wrong than that it is read-only, the copy says so once more.
        return open_study(where, save=False, progress=progress)


def look_at_today(where: Places, *, save: bool = True) -> Today:
    """Today's counts, with next to nothing loaded where no pack changed since."""
    try:
        return _look_at_today(where, save=save)
    except CatalogDamaged:
        return _look_at_today(where, save=save)
    except DataError:
        if not save:
            raise
        return _look_at_today(where, save=False)


def _look_at_today(where: Places, *, save: bool) -> Today:
    from quizapp.store.database import open_database, open_unsaved
    from quizapp.today import Choices, in_step, look

    database = open_database(where.data) if save else open_unsaved(where.data)
    library = None
    try:
        library = open_library(where)
        if in_step(database, library):
            choices = Choices(database)
            at = now()
            found = look(database, library, choices, choices.day(at))
            return found if found.day == at.date() else found._replace(ends=choices.day_start)
        from quizapp.study import Study

        return Study(database, library, now=now, chance=os.urandom).today()
    finally:
        database.close()
        if library is not None:
            library.close()


def plain_terminal() -> bool:
    """True where only lines of text will do: no terminal on either side, or a dumb one."""
    if os.environ.get("TERM", "") in ("dumb", "unknown"):
        return True
    if sys.stdin is None or sys.stdout is None:
        return True
    return not (sys.stdin.isatty() and sys.stdout.isatty())


def colour_terminal() -> bool:
    """True where standard output is a terminal that colours are welcome on (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def columns() -> int:
    """How many columns standard output has; 80 where it is no terminal."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, AttributeError, ValueError):
        return 80


def run_app(
    study: Study,
    *,
    start: str = "home",
    topic: TopicRef | None = None,
    limit: int | None = None,
    more: bool = False,
    setup: RoundSetup | None = None,
    search: Query | None = None,
) -> None:
    """Open the app on the terminal and come back when the learner leaves it.

    Raises Ended where something else did: a signal, or a bug, whose traceback was shown.
    """
    import time

    bound_terminal()
    from quizapp.play import Play
    from quizapp.tui.app import QuizApp

    app = QuizApp(
        study,
        Play(study),
        study.library,
        start=start,
        topic=topic,
        limit=limit,
        more=more,
        setup=setup,
        search=search,
        clock=time.monotonic,
        theme=study.choices.text("theme", ""),
        calm=study.choices.text("reduced-motion", "no") == "yes",
    )
    _run(app)


def _run(app: Frame) -> None:
    app.run()
    if app.return_code:
        raise Ended(app.return_code)


def bound_terminal() -> None:
    """Have no screen drawn that is larger than any: COLUMNS and LINES may say what they like."""
    for name, most in (("COLUMNS", 1000), ("LINES", 500)):
        value = os.environ.get(name, "")
        if value.isdecimal() and int(value) > most:
            os.environ[name] = str(most)


def run_handcheck(check: HandCheck) -> None:
    """Open the hand-check on the terminal and come back when the author leaves it."""
    bound_terminal()
    from quizapp.tui.author import AuthorApp

    _run(AuthorApp(check))


def back_up(where: Places) -> None:
    """Make today's backup where one is wanted. Trouble with it is told, not hidden."""
    from quizapp.store.backup import back_up_daily

    back_up_daily(where.data, now().date())
