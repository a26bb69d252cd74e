"""sco-quiz check, sco-quiz source: packs and what they draw on."""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path

from quizapp import wiring
from quizapp.errors import UsageError

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Check packs or write a source file; the exit status."""
    if args.command == "check":
        # Many small values without a circle: looking for garbage among them takes a third longer.
        gc.disable()
        return _check(args, say, remark)
    gc.enable()
    return _source(args, say, remark)


def _check(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.bar import Bar
    from quizapp.commands.checking import check_progress, say_report
    from quizapp.packs.checking.check import check
    from quizapp.packs.checking.figures_files import read_figures

    shipped = wiring.shipped_packs()
    if args.articles is not None and not args.articles.is_dir():
        raise UsageError(f"{args.articles}: this is no folder; name one with --articles")
    paths = args.paths or [shipped]
    sources = [shipped / "sources", wiring.places().packs / "sources"]
    with Bar(time.monotonic) as bar:
        report = check(
            paths,
            articles=args.articles,
            sources=sources,
            shipped=shipped,
            progress=check_progress(paths, remark, bar),
        )
    figures = (
        read_figures(report, paths, sources=sources, articles=args.articles) if args.report else ()
    )
    say_report(report, figures, say, as_json=args.json)
    if not args.json:
        from quizapp.tui.wording import counted

        packs, many = len(report.packs), sum(pack.questions for pack in report.packs)
        remark(
            f"{counted(packs, 'pack')}, {counted(many, 'question')}: "
            f"{counted(report.errors, 'error')}, {counted(report.warnings, 'warning')}."
        )
    if report.errors:
        return 2
    return 1 if report.warnings and args.strict else 0


def _source(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.source import source_text

    text = source_text(args)
    if args.output is not None and _is_same(args.output, args.article):
        raise UsageError(f"{args.output}: this is the article itself; name another file with -o")
    if args.output is None:
        say(text.rstrip("\n"))
        return 0
    _write(args.output, text)
    remark(f"Wrote {args.output}.")
    return 0


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    from quizapp.drafting.desk.replacing import replace_file
    from quizapp.packs.format.files import refuse_missing_folder

    if not path.name or (path.exists() and not path.is_file()):
        raise UsageError(f"{path}: this is no file to write to; name one with -o")
    refuse_missing_folder(path)
    replace_file(path, text.encode())
