"""sco-quiz draft: from an article to a file of draft questions."""

from __future__ import annotations

import argparse
import gc
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import wiring
from quizapp.commands.arguments import named_day, named_path
from quizapp.errors import QuizError, UsageError

if TYPE_CHECKING:
    from datetime import date

    from quizapp.core.question import Question
    from quizapp.drafting.drafts import Decision, Draft, Heading, Sheet
    from quizapp.drafting.ideas import Idea, View
    from quizapp.drafting.options.pool import Pool
    from quizapp.drafting.text.reading import Reading
    from quizapp.packs.library import Library

    Makers = tuple[Callable[[View], Iterable[Idea]], Callable[[list[Idea]], list[Idea]] | None]

Say = Callable[[str], None]

_FEW = 1500
"""Up to so many installed questions are all compared; of more, those that name what it names."""


def add_options(draft: argparse.ArgumentParser) -> None:
    """The options of `sco-quiz draft`."""
    draft.add_argument(
        "article",
        metavar="ARTICLE",
        type=named_path,
        help="plain text or Markdown in UTF-8, or HTML",
    )
    draft.add_argument("--date", help="the day of its events, as in 2024-07-04")
    draft.add_argument("--title", help="the article's title (its first block of text)")
    draft.add_argument("--publisher", default="", help="who published it")
    draft.add_argument("--address", default="", help="where it can be read")
    draft.add_argument("--source", metavar="ID", help="the id of its source (from the file name)")
    draft.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=named_path,
        help="where to write (beside the article)",
    )
    draft.add_argument("--parser", metavar="NAME", help="a spaCy pipeline to draft with as well")
    draft.add_argument(
        "--llm", metavar="NAME", help="a model to draft with as well; it is sent the article"
    )
    draft.add_argument("--yes", action="store_true", help="do not ask before it is sent")


def run(args: argparse.Namespace, _: Say, remark: Say) -> int:
    """Draft questions from an article into a file; the exit status."""
    gc.disable()
    from quizapp.drafting.desk.sheet_file import can_be_kept, write_sheet
    from quizapp.drafting.drafts import Sheet
    from quizapp.drafting.text.reading import read
    from quizapp.packs.format.files import file_name

    reading = read(args.article)
    today = named_day(args.date) if args.date else reading.date
    heading, path = _heading(args, reading, today)
    makers = _makers(args, remark)
    kept = _kept(path, heading, remark)
    accepted = frozenset(one.question for one in kept if one.question)
    drafted = _drafts(args, reading, today, makers, (heading.source, accepted))
    drafts = tuple(filter(can_be_kept, drafted))
    if not drafts:
        raise QuizError(
            f"{file_name(args.article)}: nothing could be drafted, so nothing was written; the"
            " article needs whole sentences in English, with a blank line between paragraphs"
        )
    sheet = Sheet(heading, drafts, kept)
    write_sheet(path, sheet)
    if args.output is None and path.parent != reading.path.parent:
        remark("The article's folder is read-only, so its drafts are kept in this folder.")
    _tell(sheet, path, today, remark)
    return 0


def _heading(
    args: argparse.Namespace, reading: Reading, today: date | None
) -> tuple[Heading, Path]:
    from quizapp.drafting.desk.place import article_path, drafts_path
    from quizapp.drafting.drafts import Heading
    from quizapp.packs.articles import text_hash
    from quizapp.packs.format.text import proposed_identifier

    _check_given(args)
    path = drafts_path(reading.path, args.output)
    heading = Heading(
        article=article_path(reading.path, path),
        sha256=text_hash(reading.text),
        source=args.source or proposed_identifier(reading.path.stem) or "article",
        title=_line(args.title or reading.title),
        publisher=_line(args.publisher or reading.publisher),
        date=today.isoformat() if today else "",
        address=_address(args.address or reading.address),
    )
    return heading, path


def _check_given(args: argparse.Namespace) -> None:
    """Refuse what cannot stand in the source file that the drafts will need."""
    from quizapp.packs.sources import faults_of

    named = {"id": "--source", "title": "--title", "publisher": "--publisher"}
    named["address"] = "--address"
    given = {key: value for key, name in named.items() if (value := getattr(args, name[2:]))}
    problems = [f"{named[key]} {fault}" for key, fault in faults_of(given)]
    if problems:
        raise UsageError("\n".join(problems))


def _address(text: str) -> str:
    """An address that can stand in a source file; a page may call itself anything."""
    from quizapp.packs.sources import faults_of

    return "" if faults_of({"address": text}) else text


def _line(text: str) -> str:
    from quizapp.drafting.text.article import fold
    from quizapp.packs.format.text import faults

    line = " ".join(fold(text).split())[:300].strip()
    return "" if next(faults(line, 300), "") else line


def _makers(args: argparse.Namespace, remark: Say) -> Makers:
    """What gives further ideas, a parser, a model of the author's, both or neither; and a judge."""
    makers: list[Callable[[View], Iterable[Idea]]] = []
    judge = None
    if args.parser:
        from quizapp.drafting.parse.parsing import parser_ideas

        parser = parser_ideas(args.parser)
        makers.append(parser)
        judge = parser.judged
    if args.llm:
        from quizapp.drafting.rules.asking_model import model_ideas

        _ask_first(args, remark)
        makers.append(model_ideas(args.llm, remark))
    return (lambda view: [idea for maker in makers for idea in maker(view)]), judge


def _ask_first(args: argparse.Namespace, remark: Say) -> None:
    from quizapp.commands.asking import agrees, somebody_there

    remark(f"The whole text of {args.article} is sent to the model {args.llm}.")
    if args.yes:
        return
    if not somebody_there():
        raise UsageError("nobody can be asked here whether to send it; add --yes to send it")
    if not agrees("Send it?"):
        raise UsageError("not sent; leave --llm away to draft without a model")


def _drafts(
    args: argparse.Namespace,
    reading: Reading,
    today: date | None,
    makers: Makers,
    own: tuple[str, frozenset[str]],
) -> tuple[Draft, ...]:
    from quizapp.drafting.engine import draft_article

    library = wiring.open_library(wiring.places(args.data))
    try:
        pool = _pool(library, reading.text, own)
    finally:
        library.close()
    more, judge = makers
    return draft_article(
        reading.text, today=today, pool=pool, markdown=reading.markdown, more=more, judge=judge
    )


def _pool(library: Library, text: str, own: tuple[str, frozenset[str]]) -> Pool:
    """What is asked already in the installed packs, and names to borrow from them.

    `own` are the source of these drafts and the ids of the questions that came of them: no
    question is a duplicate of the draft that it was.
    """
    from quizapp.drafting.options.pool import make_pool, searched_for
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
        (pack, [one for name in names if (one := _other(library, pack, name, own)) is not None])
        for pack, names in rows.items()
    )
    return make_pool(held, words(text))


def _other(
    library: Library, pack: str, name: str, own: tuple[str, frozenset[str]]
) -> Question | None:
    """An installed question, unless it came of these drafts."""
    source, accepted = own
    found = library.question(pack, name)
    if found is None or name not in accepted:
        return found
    return None if any(one.source == source for one in found.evidence) else found


def _kept(path: Path, heading: Heading, remark: Say) -> tuple[Decision, ...]:
    """The decisions that the file at `path` holds already.

    Raises UsageError where they were made on another article: its drafts are never replaced.
    """
    from quizapp.drafting.desk.sheet_file import is_sheet, read_sheet
    from quizapp.packs.format.files import file_name

    if not is_sheet(path):
        return ()
    held = read_sheet(path)
    if held.heading.sha256 != heading.sha256:
        if held.heading.article != heading.article:
            raise UsageError(
                f"{file_name(path)}: this file holds the drafts of another article "
                f"({file_name(Path(held.heading.article))}) and is left as it is; "
                "name another with -o"
            )
        remark("The article has changed since it was last drafted from.")
    return held.decisions


def _tell(sheet: Sheet, path: Path, today: date | None, remark: Say) -> None:
    from quizapp.packs.format.files import shell_word
    from quizapp.packs.format.text import printable
    from quizapp.tui.wording import counted

    shown = [one for one in sheet.drafts if not one.more]
    kinds = Counter(one.kind for one in shown)
    each = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    behind = len(sheet.drafts) - len(shown)
    flagged = sum(bool(one.flags) for one in shown)
    remark(
        f"Wrote {printable(str(path))}: {counted(len(shown), 'draft')} ({each}), "
        f"{behind} more behind {'it' if len(shown) == 1 else 'them'}."
    )
    carry = "carries" if flagged == 1 else "carry"
    remark(f"{flagged} {carry} a flag. A draft is a proposal: check each against the article.")
    if sheet.decisions:
        are = "is" if len(sheet.decisions) == 1 else "are"
        remark(f"{counted(len(sheet.decisions), 'earlier decision')} {are} kept.")
    if today is None:
        remark("No date is known, so relative times stay: add --date, the day of its events.")
    remark(f"Next: sco-quiz handcheck {shell_word(path)}")
