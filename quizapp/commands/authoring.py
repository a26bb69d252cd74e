"""sco-quiz check, sco-quiz source, sco-quiz pack: packs and what they draw on."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable
from pathlib import Path

from quizapp import wiring
from quizapp.errors import QuizError, UsageError

Say = Callable[[str], None]


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Check packs, write a source file, list packs or add one; the exit status."""
    gc.enable()
    if args.command == "check":
        return _check(args, say, remark)
    if args.command == "source":
        return _source(args, say, remark)
    if args.action == "list":
        return _list(args, say)
    return _add(args, say, remark)


def _check(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.checking import check_progress, say_report
    from quizapp.packs.checking.check import check
    from quizapp.packs.checking.figures_files import read_figures

    shipped = wiring.shipped_packs()
    if args.articles is not None and not args.articles.is_dir():
        raise UsageError(f"{args.articles}: this is no folder; name one with --articles")
    paths = args.paths or [shipped]
    sources = [shipped / "sources", wiring.places().packs / "sources"]
    report = check(
        paths,
        articles=args.articles,
        sources=sources,
        shipped=shipped,
        progress=check_progress(paths, remark),
    )
    figures = (
        read_figures(report, paths, sources=sources, articles=args.articles) if args.report else ()
    )
    say_report(report, figures, say, as_json=args.json)
    if not args.json:
        many = sum(pack.questions for pack in report.packs)
        remark(
            f"{len(report.packs)} packs, {many} questions: {report.errors} errors, "
            f"{report.warnings} warnings."
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
    import os

    if not path.name or (path.exists() and not path.is_file()):
        raise UsageError(f"{path}: this is no file to write to; name one with -o")
    path = path.resolve()
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise QuizError(f"{path}: this file cannot be written ({error.strerror})") from error


def _list(args: argparse.Namespace, say: Say) -> int:
    from quizapp.packs.format.text import printable

    library = wiring.open_library(wiring.places(args.data))
    try:
        found = library.packs()
    finally:
        library.close()
    if args.json:
        import json

        rows = [one._asdict() | {"path": str(one.path)} for one in found]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    if not found:
        say("No pack is installed. Add one with: sco-quiz pack add FILE")
    for one in found:
        if one.problems:
            say(f"{printable(str(one.path))}: cannot be used")
            for problem in one.problems:
                say(f"  {printable(problem)}")
        else:
            origin = "with the app" if one.shipped else printable(str(one.path))
            size = f"{one.questions:>6} questions"
            say(f"{one.id:<20} {one.version:<8} {size}  {one.title}  ({origin})")
    return 0


def _add(args: argparse.Namespace, say: Say, remark: Say) -> int:
    from quizapp.commands.playing import _progress

    library = wiring.open_library(wiring.places(args.data))
    try:
        added = library.add(args.file, _progress(remark))
    finally:
        library.close()
    say(f"Added {added.id} {added.version}: {added.questions} questions, {added.title}.")
    return 0
