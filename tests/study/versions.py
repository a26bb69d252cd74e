"""A pack that changes under a learner: replies to it, and what is remembered of it."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.question import Asked
from quizapp.core.session import Session
from quizapp.study import Study


def replied_right(study: Study, question: str, pack: str = "small") -> int:
    from quizapp.store import questions

    number = questions.number_of(study.database, pack, question)
    assert number is not None
    session, asked = study.ask(study.only(number))
    assert asked is not None
    from quizapp.core.grading import expected_text

    answer = asked.prompt.answer
    reply = tuple(getattr(answer, "items", ())) or (expected_text(answer),)
    study.reply(session, asked, reply, 1000)
    return number


def rewritten(packs: Path, *changes: tuple[str, str]) -> None:
    text = (packs / "small.toml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    (packs / "small.toml").write_text(text, encoding="utf-8")


def memory(study: Study, number: int) -> object:
    return study.database.connection.execute(
        "SELECT * FROM memory WHERE question = ?", (number,)
    ).fetchone()


def asked_now(study: Study, session: Session) -> tuple[Session, Asked]:
    session, asked = study.ask(session)
    assert asked is not None
    return session, asked
