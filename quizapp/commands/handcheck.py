"""sco-quiz handcheck: the drafts of an article, checked one by one on the screen."""

from __future__ import annotations

import argparse
import gc
from pathlib import Path

from quizapp import wiring
from quizapp.errors import UsageError
from quizapp.packs.format.files import file_name


def add_options(handcheck: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz handcheck`."""
    handcheck.add_argument("file", metavar="FILE", type=Path, help="a file of drafts")
    handcheck.add_argument(
        "--pack", metavar="PACK", type=Path, help="where accepted questions go (NAME.toml beside)"
    )
    handcheck.add_argument(
        "--article", metavar="ARTICLE", type=Path, help="where the article lies (as the file says)"
    )


def run(args: argparse.Namespace, *_: object) -> int:
    """Open the hand-check; the exit status. Raises QuizError where files do not fit."""
    from quizapp.handchecking import HandCheck, files_of

    gc.enable()
    if not args.file.name or args.file.is_dir():
        raise UsageError(
            f"{file_name(args.file)}: this is a folder; name a file of drafts, which "
            "`sco-quiz draft ARTICLE` writes"
        )
    files = files_of(args.file, args.pack, args.article)
    if wiring.plain_terminal():
        raise UsageError(
            "hand-checking needs a terminal to show article and drafts on; run it in one"
        )
    check = HandCheck(files, wiring.now)
    try:
        wiring.run_handcheck(check)
    finally:
        check.leave()
    done = check.progress()
    _ = done
    return 0
