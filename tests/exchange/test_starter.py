"""A new pack: whatever is answered, it passes every check or the answer is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import PackError, UsageError
from quizapp.exchange.starter import (
    FIVE,
    fault,
    place_for,
    proposed,
    starter_text,
    write_starter,
)
from quizapp.packs.checking.check import check
from quizapp.packs.read import parse_pack

GIVEN = {
    "title": "Rivers",
    "id": "rivers",
    "about": "Long ones.",
    "topic": "Asia",
    "license": "CC0",
}


def test_a_new_pack_passes_every_check(tmp_path: Path) -> None:
    given: dict[str, str] = {}
    for one in FIVE:
        given[one.name] = proposed(one.name, given)
    path = tmp_path / "new.toml"
    write_starter(path, starter_text(given, "en"))
    assert check([path]).findings == ()


def test_every_answer_stands_in_the_pack() -> None:
    pack = parse_pack(starter_text(GIVEN, "pt-BR").encode(), "x")
    assert (pack.title, pack.id, pack.about, pack.license, pack.language) == (
        "Rivers", "rivers", "Long ones.", "CC0", "pt-BR",
    )  # fmt: skip
    assert [(topic.id, topic.title) for topic in pack.topics] == [("asia", "Asia")]


def test_the_kinds_that_are_commented_out_are_packs_too() -> None:
    text = starter_text(GIVEN, "en")
    head, _, kinds = text.partition("# Three more kinds")
    body = "\n".join(line.removeprefix("#").removeprefix(" ") for line in kinds.splitlines()[2:])
    assert len(parse_pack(f"{head}\n{body}".encode(), "x").questions) == 4


@given(st.fixed_dictionaries({one.name: st.text(max_size=30) for one in FIVE}))
def test_any_answers_make_a_pack_or_are_refused(given: dict[str, str]) -> None:
    try:
        pack = parse_pack(starter_text(given, "en").encode(), "x")
    except PackError:
        return
    assert (pack.title, pack.id, pack.about) == (given["title"], given["id"], given["about"])
    assert pack.topics[0].title == given["topic"]


def test_one_wrong_answer_is_told_by_itself() -> None:
    assert 'as in "he-llo"' in fault("id", "Hé llo")
    assert "blank" in fault("title", "")
    assert fault("title", 'A "title" \\ of its own') == ""


def test_all_wrong_answers_are_told_at_once() -> None:
    with pytest.raises(PackError) as caught:
        starter_text({**GIVEN, "id": "!", "title": "", "about": "\a"}, "no language")
    assert len(caught.value.problems) == 4


def test_what_is_proposed_follows_from_what_is_known() -> None:
    assert proposed("id", {"title": "Rivers of Asia"}) == "rivers-of-asia"
    assert proposed("id", {"title": "Реки"}) == "my-pack"
    assert proposed("title", {}, "rivers_of-asia") == "Rivers of asia"
    assert proposed("id", {}, "rivers") == "rivers"


def test_it_goes_into_a_folder_or_to_a_file_and_never_over_one(tmp_path: Path) -> None:
    assert place_for(tmp_path, "x") == tmp_path / "x.toml"
    assert place_for(tmp_path / "new", "x") == tmp_path / "new" / "x.toml"
    assert place_for(tmp_path / "y.toml", "x") == tmp_path / "y.toml"
    write_starter(tmp_path / "y.toml", "mine")
    for path in (tmp_path / "y.toml",):
        with pytest.raises(UsageError, match="there already"):
            place_for(path, "x")
        with pytest.raises(UsageError, match="there already"):
            write_starter(path, "other")
    assert (tmp_path / "y.toml").read_text() == "mine"
