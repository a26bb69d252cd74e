"""A huge library for benches and soak tests: 100,000 questions in 100 packs, 1,000,000 reviews.

The reviews are a learner's own: each question has one of some hundred histories, and its memory
is what a replay of that history gives.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from quizapp.core.memory import Memory, Rating, review
from quizapp.packs.library import Folder, Library
from quizapp.store import reviews
from quizapp.store.database import Database, open_database
from quizapp.study import Study
from quizapp.wiring import TAUGHT, shipped_packs

PACKS, QUESTIONS, REPLIES, HISTORIES = 100, 1000, 10, 300


def pack_text(number: int, size: int = QUESTIONS) -> str:
    """A pack of made-up sums and names, of several forms, as long as real ones."""
    lines = [
        "format = 1",
        f'id = "bench-{number:03}"',
        f'title = "Bench pack {number}"',
        'version = "1.0.0"',
    ]
    for topic in range(10):
        lines += ["", "[[topic]]", f'id = "topic-{topic}"', f'title = "Topic {topic}"']
        lines += [f'brief = "What the questions of topic {topic} in pack {number} are about."']
    for index in range(size):
        name = f"{number}-{index}"
        lines += ["", "[[question]]", f'id = "q-{index}"', f'topic = "topic-{index % 10}"']
        lines += [
            f'ask = "Which of these names was given to place {name} on the map of pack {number}?"'
        ]
        lines += [f'answer = "Place {name} east"']
        lines += [f'wrong = ["Place {name} west", "Place {name} north", "Place {name} south"]']
        lines += [f'why = "Place {name} lies east of the others, which is how it got its name."']
        lines += ["checked = 2026-01-01"]
    return "\n".join(lines) + "\n"


def histories(chance: random.Random, today: date) -> list[tuple[list[tuple[Rating, date]], Memory]]:
    """Some hundred ways ten replies may have gone, the last one in the past two months."""
    made = []
    for _ in range(HISTORIES):
        day = today - timedelta(days=chance.randint(300, 900))
        memory: Memory | None = None
        replies: list[tuple[Rating, date]] = []
        for _ in range(REPLIES):
            rating = chance.choices(list(Rating), (12, 10, 70, 8))[0]
            memory = review(memory, rating, day)
            replies.append((rating, day))
            day = min(day + timedelta(days=chance.randint(1, 80)), today - timedelta(days=1))
        assert memory is not None
        made.append((replies, memory))
    return made


def build(home: Path, *, packs: int = PACKS) -> Path:
    """Fill XDG folders below `home`; the data file's path. Takes about two minutes in full."""
    folder = home / "data" / "sco-quiz" / "packs"
    folder.mkdir(parents=True)
    for number in range(packs):
        (folder / f"bench-{number:03}.toml").write_text(pack_text(number), encoding="utf-8")
    library = Library(
        (Folder(shipped_packs(), shipped=True, order=TAUGHT), Folder(folder, shipped=False)),
        home / "unused.db",
    )
    library.refresh()
    path = home / "data" / "sco-quiz" / "sco-quiz.db"
    database = open_database(path)
    study = Study(database, library, now=lambda: datetime.now().astimezone(), chance=os.urandom)
    _fill(database, study.day(), random.Random(11))
    study.close()
    return path


def _fill(database: Database, today: date, chance: random.Random) -> None:
    numbers = [
        row[0]
        for row in database.connection.execute(
            "SELECT number FROM question WHERE pack LIKE 'bench-%'"
        )
    ]
    made = histories(chance, today)
    with database.transaction() as connection:
        for kind in ("INDEX review_question", "INDEX memory_due"):
            connection.execute(f"DROP {kind}")
        connection.executemany(
            "INSERT INTO review VALUES (?, ?, ?, ?, 'study', 'choice', 0, '[\"Place\"]', ?, ?, "
            "4200, 'bench', NULL, 20)",
            _rows(numbers, made, chance),
        )
        connection.executemany(
            "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
            (
                (
                    number,
                    kept.stability,
                    kept.difficulty,
                    kept.due.toordinal(),
                    kept.last.toordinal(),
                    kept.replies,
                    kept.lapses,
                )
                for number in numbers
                for kept in (made[number % HISTORIES][1],)
            ),
        )
        connection.execute("UPDATE question SET seen = 1 WHERE pack LIKE 'bench-%'")
        connection.execute("CREATE INDEX review_question ON review (question)")
        connection.execute("CREATE INDEX memory_due ON memory (due, last, stability) WHERE active")
        connection.execute(
            "INSERT INTO daily SELECT day, count(*), sum(verdict = 'right'), sum(took), count(*), "
            "sum(verdict = 'right') FROM review GROUP BY day"
        )
    database.connection.execute("ANALYZE")
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _rows(
    numbers: list[int],
    made: list[tuple[list[tuple[Rating, date]], Memory]],
    chance: random.Random,
) -> Iterator[tuple[object, ...]]:
    epoch = date(1970, 1, 1).toordinal()
    rows = []
    for number in numbers:
        for turn, (rating, day) in enumerate(made[number % HISTORIES][0]):
            at = (day.toordinal() - epoch) * 86_400_000 + 36_000_000 + number % 1000 * 10 + turn
            rows.append((at, number, day, rating))
    rows.sort(key=lambda row: row[0])
    for at, number, day, rating in rows:
        mark = "wrong" if rating is Rating.AGAIN else "right"
        yield (
            reviews.review_id(at * 1000, chance.randbytes(8)),
            number,
            at,
            day.toordinal(),
            mark,
            int(rating),
        )


def main() -> None:
    """Build the library below the folder named on the command line."""
    began = time.perf_counter()
    path = build(Path(sys.argv[1]))
    print(f"{path}: {path.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
