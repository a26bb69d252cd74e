"""The bench of drafting: what `sco-quiz draft` makes of articles its rules were not tuned on.

    python tests/bench/drafting.py [--parser MODEL] [--top 10] [--judgements FILE]
    python tests/bench/drafting.py --sheet FOLDER [--parser MODEL] [--upto 20]
    python tests/bench/drafting.py --read ANSWERS.json ... --judge a

The first prints the measures by the judgements kept in tests/bench/drafting/judgements.jsonl, the
second writes blind sheets for the drafts nobody judged yet, the third takes a reader's answers in.
It wants the installed command (`pip install .`); times want a quiet machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE)]

import judged  # noqa: E402
import reporting  # noqa: E402
import sheets  # noqa: E402
from articles import FOLDER, Article, articles, words  # noqa: E402
from reporting import Drafted, key_of, row  # noqa: E402

if TYPE_CHECKING:
    from quizapp.drafting.drafts import Draft

COMMAND = str(Path(sys.executable).with_name("sco-quiz"))
LONG = 1000
"""The words of the article that is timed, as near as one comes to it."""

SECONDS = {False: "at most 0.5 s", True: "at most 2 s"}
"""The bounds on the whole process, without and with a parser."""


class Args(argparse.Namespace):
    """What was asked for on the command line."""

    parser: str
    top: int
    runs: int
    upto: int
    judge: str
    folder: Path
    judgements: Path | None
    sheet: Path | None
    only: list[str]
    read: list[Path]


def command(article: Article, out: Path, parser: str) -> list[str]:
    """The command line that drafts from `article` into `out`."""
    asked = [COMMAND, "draft", str(article.file), "--date", article.date, "-o", str(out)]
    return [*asked, "--parser", parser] if parser else asked


def environment(home: Path) -> dict[str, str]:
    """Variables that keep a user's data and settings out of the measure."""
    folders = {"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}
    own = {name: str(home / folder) for name, folder in folders.items()}
    return {**own, "HOME": str(home), "PATH": os.environ["PATH"]}


def draft(article: Article, home: Path, parser: str) -> Drafted:
    """Draft from `article` twice, in processes of their own."""
    from quizapp.drafting.desk.sheet_file import read_sheet

    out = home / f"{article.name}.drafts.jsonl"
    texts = []
    for _ in range(2):
        out.unlink(missing_ok=True)
        run = subprocess.run(
            command(article, out, parser), env=environment(home), capture_output=True, text=True
        )
        if run.returncode:
            raise SystemExit(f"{article.name}: sco-quiz draft failed: {run.stderr.strip()}")
        texts.append(out.read_bytes())
    sheet = read_sheet(out)
    drafts = sorted(sheet.drafts, key=lambda one: one.more)
    text = (home / sheet.heading.article).read_text("utf-8")
    return Drafted(article, tuple(drafts), texts[0] == texts[1], text)


def seconds(argv: Sequence[str], env: dict[str, str]) -> float:
    """Seconds that a process takes from start to end; what it says is not shown."""
    began = time.perf_counter()
    subprocess.run(argv, env=env, capture_output=True, check=True)
    return time.perf_counter() - began


def timed(article: Article, home: Path, parser: str, runs: int) -> tuple[float, float]:
    """Seconds of the whole process on `article`, and of a Python that does nothing."""
    from bench import interleaved

    out, env = home / "timed.drafts.jsonl", environment(home)
    drafting, nothing = interleaved(
        runs,
        lambda: seconds(command(article, out, parser), env),
        lambda: seconds([sys.executable, "-c", "pass"], env),
    )
    return drafting, nothing


def kept(args: Args) -> Path:
    """The file that keeps the judgements."""
    return args.judgements or args.folder / "judgements.jsonl"


def measure(chosen: Sequence[Article], home: Path, args: Args) -> None:
    """Draft from every article and print the table."""
    done = [draft(article, home, args.parser) for article in chosen]
    said = judged.read(kept(args))
    majority = judged.merged(said)
    reporting.by_article(done, args.top, majority)
    print()
    row("articles", str(len(done)))
    row("drafts", str(sum(len(one.drafts) for one in done)))
    same = sum(one.same for one in done)
    row("same input, same bytes", reporting.share(same, len(done)), "all")
    if args.runs:
        longest = min(chosen, key=lambda article: abs(words(article.file) - LONG))
        taken, nothing = timed(longest, home, args.parser, args.runs)
        figure = f"{taken:.2f} s ({nothing:.3f} s python -c pass)"
        row(f"whole process, {words(longest.file)} words", figure, SECONDS[bool(args.parser)])
    reporting.first(done, majority, args.top, bool(args.parser))
    reporting.coverage(done, majority)
    reporting.by_words(done, majority)
    reporting.flags(done, majority)
    reporting.agreement(said)
    print()
    reporting.by_kind(done, majority)
    print()
    reporting.by_feature(done, majority)


def shown(article: Article, draft: Draft) -> sheets.Asked:
    """What a judging sheet shows of `draft`."""
    listed = draft.answer if isinstance(draft.answer, tuple) else (draft.answer,)
    wrong = tuple(map(str, draft.wrong))
    answer = "; ".join(map(str, listed))
    key = key_of(article, draft)
    return sheets.Asked(key, draft.ask, answer, wrong, draft.said_by, draft.as_of)


def write_sheets(chosen: Sequence[Article], home: Path, args: Args) -> None:
    """Write a sheet per article with the drafts that nobody judged, of both engines if asked."""
    assert args.sheet
    known = {one.key for one in judged.read(kept(args)) if args.judge in ("", one.judge)}
    for article in chosen:
        found = [
            shown(article, one)
            for parser in sorted({"", args.parser})
            for one in draft(article, home, parser).drafts[: args.upto or None]
        ]
        fresh = {one.key: one for one in found if one.key not in known}
        written = sheets.write(args.sheet, article, fresh.values())
        print(f"{article.name}: {len(fresh)} drafts", *(written or ()))


def read_answers(args: Args) -> None:
    """Add what readers filled in to the judgements."""
    from quizapp.drafting.drafts import FLAGS

    if not args.judge:
        raise SystemExit("--read wants --judge NAME: who filled the answers in")
    known = {one.name: [fact.id for fact in one.facts] for one in articles(args.folder)}
    for path in args.read:
        taken = sheets.take(path, args.judge, FLAGS, known[sheets.article_of(path)])
        with kept(args).open("a", encoding="utf-8") as file:
            file.writelines(map(judged.line, taken))
        print(f"{path}: {len(taken)} judgements")


def main() -> None:
    """Measure, write sheets, or take answers in."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parser", default="", help="the spaCy pipeline to draft with as well")
    parser.add_argument("--top", type=int, default=10, help="how many drafts count as the first")
    parser.add_argument("--runs", type=int, default=10, help="runs timed; 0 leaves the time out")
    parser.add_argument("--only", nargs="+", help="names of articles")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="articles/, facts/ and more")
    parser.add_argument("--judgements", type=Path, help="instead of FOLDER/judgements.jsonl")
    parser.add_argument("--sheet", type=Path, help="the folder that sheets are written to")
    parser.add_argument("--upto", type=int, default=0, help="the first drafts on a sheet; 0: all")
    parser.add_argument("--read", type=Path, nargs="+", help="answers to take in")
    parser.add_argument("--judge", default="", help="whose answers, or whose missing ones")
    args = parser.parse_args(namespace=Args())
    if args.read:
        return read_answers(args)
    chosen = [one for one in articles(args.folder) if not args.only or one.name in args.only]
    with tempfile.TemporaryDirectory() as scratch:
        (write_sheets if args.sheet else measure)(chosen, Path(scratch), args)
    return None


if __name__ == "__main__":
    main()
