"""What sco-quiz source writes: the article's own facts filled in where they are not given."""

from __future__ import annotations

import argparse
from datetime import date, datetime, timezone

from quizapp.commands.arguments import named_day
from quizapp.errors import UsageError
from quizapp.packs.articles import read_article, split_article
from quizapp.packs.format.files import file_name
from quizapp.packs.format.text import proposed_identifier
from quizapp.packs.sources import make_source


def source_text(args: argparse.Namespace) -> str:
    """The source file of the article that the command line names.

    Raises UsageError or PackError, in sentences, for whatever cannot be used.
    """
    text = read_article(args.article)
    blocks = split_article(text)
    published = named_day(args.date) if args.date else _own_day(args)
    try:
        return make_source(
            text,
            id=args.id or proposed_identifier(args.article.stem) or "article",
            title=args.title or " ".join(blocks[0].split())[:120],
            publisher=args.publisher or "unknown",
            published=published,
            address=args.address,
        )
    except UsageError as error:
        name = file_name(args.article)
        raise UsageError("\n".join(f"{name}: {line}" for line in str(error).split("\n"))) from None


def _own_day(args: argparse.Namespace) -> date:
    return datetime.fromtimestamp(args.article.stat().st_mtime, tz=timezone.utc).date()
