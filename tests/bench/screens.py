"""From a key to a painted screen, with 100,000 questions and 1,000,000 reviews. Run it by hand:

    python tests/bench/screens.py [--runs 20] [--library FOLDER]

Each screen is opened from Home and left again; of each the first visit stands apart, since some
of what it needs may be loaded then. The bounds are for the 95th percentile of the visits after it.
The floor is a key that only moves the mark on Home.
"""

from __future__ import annotations

import argparse
import os
import select
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "terminal"), str(HERE)]

from bench import environment  # noqa: E402
from terminal import COMMAND, KEYS, Terminal  # noqa: E402

SIZES = ((80, 24), (120, 40))
SCREENS = (
    ("Help", "?", b"Leave the app", 50),
    ("Round", "r", b"Clock", 50),
    ("Map", "m", b"1996", 50),
    ("Settings", "s", b"Wanted retention", 100),
    ("Packs", "p", b"Bench pack", 50),
    ("Learn", "l", b"shaky", 100),
    ("Browse", "b", b"to search", 100),
    ("Timeline", "t", b"happened", 100),
    ("Progress", "g", b"Hardest", 200),
)
"""What each screen is called, its key on Home, words of it, and its bound in milliseconds."""
SEARCH = "east place 12"


def painted(terminal: Terminal, key: str, seconds: float = 5.0) -> float:
    """Seconds from `key` until the first piece of a new picture came through."""
    began = time.perf_counter()
    os.write(terminal.fd, KEYS.get(key, key).encode())
    if not select.select([terminal.fd], [], [], seconds)[0]:
        raise TimeoutError(f"{key}: nothing was painted:\n{terminal.text()}")
    taken = time.perf_counter() - began
    terminal.settle(0.2)
    return taken


def line(what: str, taken: list[float], bound: float) -> None:
    """Print the first visit, the median and the 95th percentile of the others."""
    first, *rest = taken
    rest.sort()
    high = rest[min(len(rest) - 1, round(len(rest) * 0.95))]
    sign = "ok" if high * 1e3 <= bound else "MISSED"
    print(
        f"{what:<28} first {first * 1e3:7.1f}   median {rest[len(rest) // 2] * 1e3:6.1f}   "
        f"95th {high * 1e3:6.1f} ms   at most {bound:<4} {sign}",
        flush=True,
    )


def visits(home: Path, size: tuple[int, int], runs: int) -> None:
    """Every screen, opened and left `runs` times."""
    print(f"-- {size[0]}x{size[1]}")
    with Terminal([COMMAND], env=environment(home), size=size) as terminal:
        terminal.wait_for("Help", timeout=60)
        terminal.settle(1.0)
        floor = [painted(terminal, key) for key in ("down", "up") * (runs // 2 + 1)]
        line("(the mark on Home)", floor, 50)
        for name, key, mark, bound in SCREENS:
            taken = []
            for _ in range(runs + 1):
                taken.append(terminal.timed(key, mark))
                terminal.settle(0.25)
                terminal.press("escape")
                terminal.wait_for("Topics")
                terminal.settle(0.4)
            line(name, taken, bound)
        terminal.timed("b", b"to search")
        terminal.settle(0.25)
        terminal.press("/")
        terminal.settle(0.3)
        letters = []
        for _ in range(max(2, runs // 6)):
            letters += [painted(terminal, letter) for letter in SEARCH]
            for _ in SEARCH:
                terminal.press("backspace")
                terminal.settle(0.05)
        line("a letter in Browse's search", letters, 50)
        terminal.press("ctrl+q")
        terminal.wait()


def main() -> None:
    """Measure every screen at two sizes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--library", type=Path, help="where the huge library is kept")
    args = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as scratch:
        kept = args.library or Path(scratch) / "huge"
        if not (kept / "data").exists():
            import library

            library.build(kept)
        for size in SIZES:
            visits(kept, size, args.runs)


if __name__ == "__main__":
    main()
