"""sco-quiz handcheck: the drafts of an article, checked one by one on the screen."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.arguments import named_path
from quizapp.errors import UsageError
from quizapp.packs.format.files import file_name, shell_word
from quizapp.packs.format.text import printable

if TYPE_CHECKING:
    from quizapp.handchecking import HandCheck

Say = Callable[[str], None]


def add_options(handcheck: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz handcheck`."""
    handcheck.add_argument("file", metavar="FILE", type=Path, help="a file of drafts")
    handcheck.add_argument(
        "--pack",
        metavar="PACK",
        type=named_path,
        help="where accepted questions go (NAME.toml beside)",
    )
    handcheck.add_argument(
        "--article",
        metavar="ARTICLE",
        type=named_path,
        help="where the article lies (as the file says)",
    )


def run(args: argparse.Namespace, _: Say, remark: Say) -> int:
    """Open the hand-check; the exit status. Raises QuizError where files do not fit."""
    from quizapp.handchecking import HandCheck, files_of

    gc.enable()
    _check_named(args.file)
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
    remark(parting(check))
    return 0


def _check_named(path: Path) -> None:
    """Refuse what is no file of drafts, and tell where that is or how it is made."""
    from quizapp.drafting.desk.place import drafts_path
    from quizapp.drafting.desk.sheet_file import is_sheet

    name = file_name(path)
    if not path.name or path.is_dir():
        raise UsageError(
            f"{name}: this is a folder; name a file of drafts, which `sco-quiz draft ARTICLE` "
            "writes"
        )
    if not path.is_file() or is_sheet(path) or path.name.endswith(".jsonl"):
        return
    drafts = drafts_path(path, None)
    if is_sheet(drafts):
        raise UsageError(
            f"{name}: its drafts are in another file: sco-quiz handcheck {shell_word(drafts)}"
        )
    raise UsageError(
        f"{name}: this is no file of drafts; if it is an article, make them: "
        f"sco-quiz draft {shell_word(path)}"
    )


def parting(check: HandCheck) -> str:
    """What there is in the pack now, and what comes next."""
    from quizapp.tui.wording import counted

    check.refresh()
    files, heading = check.files, check.ledger.sheet.heading
    if check.new_pack:
        again = f"Go on: sco-quiz handcheck {shell_word(files.drafts)}"
        return f"Nothing is accepted yet. {again}"
    article = files.article or files.drafts.parent / heading.article
    count = counted(len(check.ledger.held.pack.questions), "question")
    return (
        f"{count} in {printable(files.pack.name)}. Next: sco-quiz check "
        f"{shell_word(files.pack)} --articles {shell_word(article.parent)}"
    )
