"""What an answer rests on stands on one line, and is copied whole."""

from __future__ import annotations

import pytest
from tui.asking import judged, sample

from quizapp.tui.widgets.address import in_brief
from quizapp.tui.widgets.verdict import standing, standing_rows

LONG = "https://www.example.org/news/2024/07/04/the-summit-in-astana-and-what-came-of-it.html"


@pytest.mark.parametrize("width", [30, 40, 56])
def test_a_long_address_keeps_its_host_and_says_that_it_is_cut(width: int) -> None:
    text = in_brief([f"Source: {LONG}"], width)
    assert len(text) == width
    assert text.startswith("Source: example.org/news/")
    assert text.endswith("…")


def test_what_fits_is_not_cut() -> None:
    assert in_brief(["As of 4 July", "https://www.a.org/b"], 40) == "As of 4 July · a.org/b"
    assert in_brief(["Actual News, 4 July 2024"], 24) == "Actual News, 4 July 2024"


def test_a_cut_never_ends_between_two_lines() -> None:
    assert in_brief(["As of 4 July", "See also: b"], 16) == "As of 4 July…"


def test_the_whole_address_is_what_is_copied() -> None:
    reply = judged(sample("choice"), ("Belarus",))
    (row,) = standing_rows(standing(reply, f"{LONG}\nSee also: b"), 40)
    assert row.whole == f"Source: {LONG}\nSee also: b"
    assert len(row.plain) == 40
