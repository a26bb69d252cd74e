"""The bench: each figure beside its floor, medians of one sitting. Run it by hand:

    python tests/bench/bench.py [--runs 15] [--library FOLDER]

It wants the installed command (`pip install .`) and a quiet machine. --library keeps the huge
library (100,000 questions, 1,000,000 reviews) in FOLDER, so that the next run finds it there.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "terminal"), str(HERE)]

from terminal import COMMAND, Terminal  # noqa: E402

BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare app painted")
Bare().run()
"""
HOME_MARK, STUDY_MARK = "Help", "know"
VERDICT_MARKS = tuple(mark.encode() for mark in ("✓", "✗", "≈"))
MEMORY_MARK_SECONDS = 0.4


def environment(home: Path) -> dict[str, str]:
    """Variables that keep every file below `home`."""
    return {
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "HOME": str(home),
    }


def whole(argv: Sequence[str], env: dict[str, str]) -> float:
    """Seconds that a process takes from start to end."""
    began = time.perf_counter()
    subprocess.run(
        argv, env={**env, "PATH": os.environ["PATH"]}, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - began


def painted(argv: Sequence[str], env: dict[str, str], mark: str) -> float:
    """Seconds from exec until `mark` has come through the pseudo-terminal."""
    with Terminal(argv, env=env) as terminal:
        return terminal.wait_raw(mark.encode()) - terminal.began


def peak(argv: Sequence[str], env: dict[str, str], mark: str) -> float:
    """Most memory the app held, in MiB, from start until a moment after its screen stood."""
    with Terminal(argv, env=env) as terminal:
        terminal.wait_raw(mark.encode())
        terminal.settle(MEMORY_MARK_SECONDS)
        terminal.press("q")
        terminal.wait()
        return terminal.peak / 1024


def interleaved(runs: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each measure, taken in turns so that a busy moment hits them alike."""
    for measure in measures:
        measure()
    taken = [[measure() for measure in measures] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def verdicts(env: dict[str, str], replies: int) -> list[float]:
    """Seconds from the key that picks an option until the verdict has come through."""
    taken = []
    with Terminal([COMMAND, "study"], env=env) as terminal:
        while len(taken) < replies:
            terminal.wait_for("Done", "Choose one", "True or false")
            terminal.settle(0.25)
            picks = any(word in terminal.text() for word in ("Choose one", "True or false"))
            taken.append(terminal.timed("1" if picks else "f2", *VERDICT_MARKS))
            terminal.settle(0.1)
            terminal.press("enter")
    return taken


def saving(home: Path, runs: int) -> tuple[float, float]:
    """Seconds to save a reply, and to commit one row in a bare SQLite file, on the same disk."""
    from datetime import datetime

    from quizapp.core.memory import Rating, review
    from quizapp.store import register, reviews
    from quizapp.store.database import open_database

    path = home / "saving.db"
    path.unlink(missing_ok=True)
    database = open_database(path)
    with database.transaction() as connection:
        entries = [register.Entry(f"q{number}", "t", "a", ()) for number in range(1000)]
        steps = register.Steps(lambda former, now: former == now, lambda *change: None)
        register.register(connection, "p", "f", entries, steps)
    bare = sqlite3.connect(home / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE IF NOT EXISTS reply (id INTEGER PRIMARY KEY, text TEXT)")
    saved, floor = [], []
    today = datetime.now().astimezone().date()
    for turn in range(runs):
        number = turn % 1000 + 1
        after = review(reviews.memory(database, number), Rating.GOOD, today)
        now = time.time_ns() // 1000
        row = reviews.Review(
            reviews.review_id(now, os.urandom(8)),
            number,
            now // 1000,
            today,
            "study",
            "choice",
            0,
            ("Place 1 east",),
            "right",
            Rating.GOOD,
            4000,
            "bench",
        )
        began = time.perf_counter()
        reviews.add(database, row, after)
        saved.append(time.perf_counter() - began)
        began = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO reply (text) VALUES ('a reply')")
        bare.execute("COMMIT")
        floor.append(time.perf_counter() - began)
    database.close()
    bare.close()
    return statistics.median(saved), statistics.median(floor)


def line(what: str, figure: float, floor: float, unit: str, bound: float) -> None:
    """Print a figure beside its floor, their ratio and its bound."""
    ratio = figure / floor
    sign = "ok" if ratio <= bound else "MISSED"
    print(
        f"{what:<46} {figure:8.2f} {unit:<3} {floor:8.2f} {unit:<3} "
        f"{ratio:6.2f}  at most {bound:<5} {sign}",
        flush=True,
    )


def start_ups(small: dict[str, str], runs: int) -> None:
    """A start of each kind over its floor."""
    python = sys.executable
    due, nothing = interleaved(
        runs,
        lambda: whole([COMMAND, "due"], small),
        lambda: whole([python, "-c", "pass"], small),
    )
    line("sco-quiz due / python -c pass", due * 1e3, nothing * 1e3, "ms", 5)
    home, study, bare = interleaved(
        runs,
        lambda: painted([COMMAND], small, HOME_MARK),
        lambda: painted([COMMAND, "study"], small, STUDY_MARK),
        lambda: painted([python, "-c", BARE_APP], small, "bare app painted"),
    )
    line("Home painted / a bare Textual app", home * 1e3, bare * 1e3, "ms", 1.25)
    line("first question painted / a bare Textual app", study * 1e3, bare * 1e3, "ms", 1.25)


def with_the_huge_library(small: dict[str, str], huge: dict[str, str], runs: int) -> None:
    """The same with 100,000 questions and 1,000,000 reviews over the shipped packs alone."""
    home, study, huge_home, huge_study = interleaved(
        runs,
        lambda: painted([COMMAND], small, HOME_MARK),
        lambda: painted([COMMAND, "study"], small, STUDY_MARK),
        lambda: painted([COMMAND], huge, HOME_MARK),
        lambda: painted([COMMAND, "study"], huge, STUDY_MARK),
    )
    line("Home painted, huge / shipped packs", huge_home * 1e3, home * 1e3, "ms", 1.15)
    line("first question, huge / shipped packs", huge_study * 1e3, study * 1e3, "ms", 1.15)
    used, used_huge = interleaved(
        max(3, runs // 3),
        lambda: peak([COMMAND], small, HOME_MARK),
        lambda: peak([COMMAND], huge, HOME_MARK),
    )
    line("memory of Home, huge / shipped packs", used_huge, used, "MiB", 1.15)
    taken = sorted(verdicts(huge, 60))
    line("reply to verdict painted, 95th percentile", taken[56] * 1e3, 1.0, "ms", 25)


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--library", type=Path, help="where the huge library is kept")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as scratch:
        small = environment(Path(scratch) / "small")
        start_ups(small, args.runs)
        saved, floor = saving(Path(scratch), 400)
        line("saving a reply / a bare durable commit", saved * 1e3, floor * 1e3, "ms", 2)
        kept = args.library or Path(scratch) / "huge"
        if not (kept / "data").exists():
            import library

            began = time.perf_counter()
            library.build(kept)
            print(f"(the huge library took {time.perf_counter() - began:.0f} s to make)")
        with_the_huge_library(small, environment(kept), args.runs)


if __name__ == "__main__":
    main()
