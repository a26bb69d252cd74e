"""The learner's data, open for one command: long work is told of, and a backup made at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quizapp import wiring

if TYPE_CHECKING:
    import argparse

    from quizapp.study import Study

Say = Callable[[str], None]


@contextmanager
def opened(
    args: argparse.Namespace, remark: Say, *, to_read: bool = False, backs_up: bool = True
) -> Iterator[Study]:
    """The use cases of studying while a command runs; the day's backup once it went well.

    `to_read` is for a command that only looks, and works where nothing may be written too.
    """
    where = wiring.places(args.data)
    opens = wiring.open_to_read if to_read else wiring.open_study
    study = opens(where, save=not args.no_save, progress=progress(remark))
    try:
        yield study
    finally:
        saving = study.database.saving
        study.close()
    if backs_up and saving:
        wiring.back_up(where)


def progress(remark: Say) -> Callable[[int, int], None]:
    """Tells of long work on packs only when it is long."""
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = done * 100 // max(total, 1)
        if total >= 5000 and percent // 10 != told:
            told = percent // 10
            remark(f"Preparing {total} questions … {percent} %")

    return tell
