"""sco-quiz where, sco-quiz restore: the learner's own data."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from quizapp import wiring
from quizapp.errors import UsageError
from quizapp.store import backup as backups_of
from quizapp.tui.wording import counted

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Print the paths, list the backups, go back to one, or replay the log."""
    where = wiring.places(args.data)
    if args.command == "where":
        return _where(where, say)
    if args.backup is not None:
        _restore(where, args.backup, say)
    elif not args.replay:
        return _list(where, say)
    return _replay(where, say, remark) if args.replay else 0


def _where(where: wiring.Places, say: Say) -> int:
    say(f"user data    {where.data}")
    say(f"backups      {backups_of.folder(where.data)}")
    say(f"your packs   {where.packs}")
    say(f"app's packs  {where.shipped}")
    say(f"cache        {where.catalog}")
    return 0


def _list(where: wiring.Places, say: Say) -> int:
    found = backups_of.backups(where.data)
    if not found:
        say(f"There is no backup yet of {where.data}. One is made each day you study.")
        return 0
    for one in found:
        replies = backups_of.replies_in(one.path)
        held = "cannot be read" if replies is None else counted(replies, "reply", "replies")
        say(f"{one.path.stem:<32} {one.size / 1024:8.0f} KiB  {held}")
    say(f"Go back to one with: sco-quiz restore {found[0].path.stem}")
    return 0


def _restore(where: wiring.Places, name: str, say: Say) -> None:
    found = backups_of.backups(where.data)
    wanted = [one for one in found if one.path.stem == name or one.path.name == name]
    if name == "latest":
        wanted = list(found[:1])
    if not wanted:
        raise UsageError(f'there is no backup "{name[:80]}"; `sco-quiz restore` lists them')
    aside = backups_of.restore(where.data, wanted[0].path, wiring.now())
    replies = backups_of.check_backup(wanted[0].path)
    say(f"Restored {wanted[0].path.stem} with {counted(replies, 'reply', 'replies')}.")
    if aside is not None:
        say(f"The former file is kept as {aside}.")


def _replay(where: wiring.Places, say: Say, remark: Say) -> int:
    from quizapp.commands.fitting import Progress
    from quizapp.store.replaying import rebuild

    study = wiring.open_study(where)
    try:
        progress = partial(Progress(remark), "Working memories out anew")
        memories = rebuild(study.database, retention=study.retention, progress=progress)
        say(f"Worked out {counted(memories, 'memory', 'memories')} anew.")
    finally:
        study.close()
    return 0
