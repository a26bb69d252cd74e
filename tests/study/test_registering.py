"""Bringing the register in step with packs holds the data file no longer than it must."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from study.versions import replied_right, rewritten

from quizapp.packs import update
from quizapp.study import Study


def test_answers_are_compared_before_the_data_file_is_held(
    study: Study, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replied_right(study, "astana")
    compare = update.same_answer
    held: list[bool] = []

    def same_answer(*answers: object) -> bool:
        held.append(study.database.connection.in_transaction)
        return compare(*answers)  # type: ignore[arg-type]

    monkeypatch.setattr(update, "same_answer", same_answer)
    update.alike.cache_clear()
    rewritten(packs, ('answer = "Astana"', 'answer = "Kostanay"'))
    study.refresh()
    assert held == [False]


def test_topics_are_read_once_until_a_pack_changes_in_whatever_window(
    open_study: Callable[[], Study], packs: Path
) -> None:
    here, there = open_study(), open_study()
    topics = here.library.topics()
    assert here.library.topics() is topics
    rewritten(packs, ('title = "Capitals"', 'title = "Seats"'))
    there.refresh()
    assert [one.title for one in here.library.topics()] == ["Seats", "Numbers"]
    assert [one.title for one in here.topics()] == ["Seats", "Numbers"]
