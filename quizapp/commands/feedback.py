"""sco-quiz pack feedback: tell a pack's author what you found, or take such words up."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from quizapp import wiring
from quizapp.commands.arguments import named_path
from quizapp.errors import UsageError

Say = Callable[[str], None]


def add_options(feedback: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz pack feedback`."""
    feedback.add_argument(
        "pack", metavar="PACK|FILE", help="an installed pack; with --apply the author's own file"
    )
    output = feedback.add_mutually_exclusive_group()
    output.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=named_path,
        help="where to write it (standard output)",
    )
    output.add_argument(
        "--apply", metavar="PATCH", type=named_path, help="put this feedback into the pack file"
    )


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Print, write or apply feedback; the exit status."""
    if args.apply is not None:
        return _apply(args.apply, Path(args.pack), say)
    from quizapp.drafting.desk.replacing import replace_file
    from quizapp.exchange.feedback import patch_text
    from quizapp.packs.format.files import refuse_missing_folder
    from quizapp.updating import Updating

    study = wiring.open_to_read(wiring.places(args.data), save=not args.no_save)
    try:
        updating = Updating(study)
        installed = updating.installed(args.pack)
        patch = updating.feedback(installed)
    finally:
        study.close()
    if not patch.words:
        remark(
            f"There is nothing to tell yet of {installed.id}: no spelling that was counted as "
            "right, and no note on a flagged question."
        )
        return 0
    text = patch_text(patch, installed.title)
    if args.output is None:
        say(text.rstrip("\n"))
        return 0
    if args.output.exists() and args.output.resolve() == installed.path.resolve():
        raise UsageError(f"{args.output}: this is the pack itself; name another file with -o")
    refuse_missing_folder(args.output)
    replace_file(args.output, text.encode())
    remark(f"Wrote {args.output}: spellings and notes, and nothing else of yours.")
    return 0


def _apply(patch: Path, path: Path, say: Say) -> int:
    from quizapp.drafting.desk.replacing import replace_file
    from quizapp.exchange.patching import patched
    from quizapp.tui.wording import counted

    result = patched(patch, path)
    if not result.spellings and not result.notes:
        say(f"{path}: all of it is there already; nothing was changed.")
        return 0
    replace_file(path, result.data)
    spellings, notes = counted(result.spellings, "spelling"), counted(result.notes, "note")
    say(f"{path}: {spellings} and {notes} put in. Raise its version before you hand it on.")
    return 0
