"""sco-quiz draft: from an article to a file of draft questions."""

from __future__ import annotations

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.errors import QuizError, UsageError

if TYPE_CHECKING:
    from quizapp.drafting.drafts import Draft, Heading, Sheet
    from quizapp.drafting.ideas import Idea, View
    from quizapp.drafting.pool import Pool
    from quizapp.drafting.reading import Reading
    from quizapp.packs.library import Library

Say = Callable[[str], None]

_FEW = 1500
"""Up to so many installed questions are all compared; of more, those that name what it names."""


def add_options(draft: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz draft`."""
    draft.add_argument(
        "article", metavar="ARTICLE", type=Path, help="plain text or Markdown in UTF-8, or HTML"
    )
    draft.add_argument("--date", help="the day of its events, as in 2024-07-04")
    draft.add_argument("--title", help="the article's title (its first block of text)")
    draft.add_argument("--publisher", default="", help="who published it")
    draft.add_argument("--address", default="", help="where it can be read")
    draft.add_argument("--source", metavar="ID", help="the id of its source (from the file name)")
    draft.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to write (beside the article)"
    )
    draft.add_argument("--parser", metavar="NAME", help="a spaCy pipeline to draft with as well")
    draft.add_argument(
        "--llm", metavar="NAME", help="a model to draft with as well; it is sent the article"
    )
    draft.add_argument("--yes", action="store_true", help="do not ask before it is sent")


def run(args: argparse.Namespace, remark: Say) -> int:
    """Draft questions from an article into a file; the exit status."""
    gc.disable()
    from quizapp.drafting.reading import read
    from quizapp.drafting.sheet_file import write_sheet

    reading = read(args.article)
    today = _day(args.date) if args.date else reading.date
    heading, path = _heading(args, reading, today)
    more = _more(args, remark)
    drafts = _drafts(args, reading, today, more)
    sheet = _with_decisions(path, heading, drafts)
    write_sheet(path, sheet)
    _tell(sheet, path, today, remark)
    return 0


def _day(text: str) -> date:
    from quizapp.core.dates import read_date

    days = read_date(text)
    if len(days) != 1:
        raise UsageError(f'"{text}" is no date; write it as in 2024-07-04')
    return days[0]


def _heading(
    args: argparse.Namespace, reading: Reading, today: date | None
) -> tuple[Heading, Path]:
    from quizapp.drafting.drafts import Heading
    from quizapp.drafting.place import article_path, drafts_path
    from quizapp.packs.articles import text_hash
    from quizapp.packs.format.text import proposed_identifier

    path = drafts_path(reading.path, args.output)
    heading = Heading(
        article=article_path(reading.path, path),
        sha256=text_hash(reading.text),
        source=args.source or proposed_identifier(reading.path.stem) or "article",
        title=_line(args.title or reading.title),
        publisher=_line(args.publisher or reading.publisher),
        date=today.isoformat() if today else "",
        address=_line(args.address or reading.address),
    )
    return heading, path


def _line(text: str) -> str:
    from quizapp.drafting.article import fold

    return " ".join(fold(text).split())[:300]


def _more(args: argparse.Namespace, remark: Say) -> Callable[[View], Iterable[Idea]] | None:
    """What gives further ideas: a parser, a model of the author's, both or neither."""
    makers: list[Callable[[View], Iterable[Idea]]] = []
    if args.parser:
        from quizapp.drafting.parsing import parser_ideas

        makers.append(parser_ideas(args.parser))
    if args.llm:
        from quizapp.drafting.asking_model import model_ideas

        _ask_first(args, remark)
        makers.append(model_ideas(args.llm, remark))
    if not makers:
        return None
    return lambda view: [idea for maker in makers for idea in maker(view)]


def _ask_first(args: argparse.Namespace, remark: Say) -> None:
    remark(f"The whole text of {args.article} is sent to the model {args.llm}.")
    if args.yes or not sys.stdin.isatty():
        if not args.yes:
            raise UsageError("nobody can be asked here whether to send it; add --yes to send it")
        return
    sys.stderr.write("Send it? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("not sent; leave --llm away to draft without a model")


def _drafts(
    args: argparse.Namespace,
    reading: Reading,
    today: date | None,
    more: Callable[[View], Iterable[Idea]] | None,
) -> tuple[Draft, ...]:
    from quizapp.drafting.engine import draft_article

    library = wiring.open_library(wiring.places(args.data))
    try:
        pool = _pool(library, reading.text)
    finally:
        library.close()
    return draft_article(reading.text, today=today, pool=pool, markdown=reading.markdown, more=more)


def _pool(library: Library, text: str) -> Pool:
    """What is asked already in the installed packs, and names to borrow from them."""
    from quizapp.drafting.pool import make_pool, searched_for
    from quizapp.packs.words import words

    packs = [one for one in library.packs() if not one.problems]
    if sum(one.questions for one in packs) <= _FEW:
        ids = [(one.id, entry.id) for one in packs for entry in library.entries(one.id)]
    else:
        found = [hit for name in searched_for(text) for hit in library.search(name, 25)]
        ids = list(dict.fromkeys(found))
    rows: dict[str, list[str]] = {}
    for pack, question in ids:
        rows.setdefault(pack, []).append(question)
    held = (
        (pack, [one for name in names if (one := library.question(pack, name)) is not None])
        for pack, names in rows.items()
    )
    return make_pool(held, words(text))


def _with_decisions(path: Path, heading: Heading, drafts: tuple[Draft, ...]) -> Sheet:
    """The new drafts with the decisions that the file at `path` holds already."""
    from quizapp.drafting.drafts import Sheet
    from quizapp.drafting.sheet_file import is_sheet, read_sheet

    kept = read_sheet(path).decisions if is_sheet(path) else ()
    return Sheet(heading, drafts, kept)


def _tell(sheet: Sheet, path: Path, today: date | None, remark: Say) -> None:
    from quizapp.packs.format.text import printable

    shown = [one for one in sheet.drafts if not one.more]
    if not shown:
        raise QuizError(
            f"{printable(str(path))}: written, but nothing could be drafted; the article needs"
            " whole sentences in English, with a blank line between paragraphs"
        )
    kinds = Counter(one.kind for one in shown)
    each = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    behind = len(sheet.drafts) - len(shown)
    flagged = sum(bool(one.flags) for one in shown)
    remark(
        f"Wrote {printable(str(path))}: {len(shown)} drafts ({each}), {behind} more behind them."
    )
    remark(f"{flagged} carry a flag. A draft is a proposal: check each against the article.")
    if sheet.decisions:
        remark(f"{len(sheet.decisions)} earlier decisions are kept.")
    if today is None:
        remark("No date is known, so relative times stay: add --date, the day of its events.")
    remark(f"Next: sco-quiz handcheck {printable(str(path))}")
