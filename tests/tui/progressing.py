"""A learner's year, put into a data file at once, for the tests of Progress."""

from __future__ import annotations

from datetime import date

from quizapp.store import questions, rounds
from quizapp.study import Study

TODAY = date(2026, 3, 2)


def lived(study: Study) -> None:
    """Three hundred days with some gaps, four memories, and a few rounds."""
    today = TODAY.toordinal()
    connection = study.database.connection
    for back in range(300):
        if back % 9 == 3 or back % 31 > 27:
            continue
        replies = 10 + back * 7 % 40
        kept = replies // 2 - back * 5 % 4
        row = (today - back, replies, replies - 3, replies * 8000, replies // 2, kept)
        connection.execute("INSERT INTO daily VALUES (?, ?, ?, ?, ?, ?)", row)
    for place, name in enumerate(("astana", "minsk", "members")):
        number = questions.number_of(study.database, "small", name)
        connection.execute(
            "INSERT INTO memory (question, stability, difficulty, due, last, replies, lapses) "
            "VALUES (?, ?, ?, ?, ?, 9, ?)",
            (number, 15.0 * place + 1, 4.0 + place, today + 3 * place, today - 5, 2 * place),
        )
        connection.execute("UPDATE question SET seen = ? WHERE number = ?", (today - 30, number))
    for place in range(12):
        played = rounds.PlayedRound(
            bytes([place] * 16),
            "all topics; 10 questions; clock none",
            1_770_000_000_000 + place * 86_400_000,
            700 + 40 * place,
            5 + place % 6,
            10,
            60_000,
        )
        rounds.add_round(study.database, played)
