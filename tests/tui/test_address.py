"""Web addresses stand on one line, and are copied whole."""

from __future__ import annotations

import pytest

from quizapp.tui.widgets.address import cited, shortened

LONG = "https://www.example.org/news/2024/07/04/the-summit-in-astana-and-what-came-of-it.html"


@pytest.mark.parametrize("width", [30, 40, 56])
def test_a_long_address_keeps_its_host_and_its_end(width: int) -> None:
    text = shortened(LONG, width)
    assert len(text) <= width
    assert text.startswith("example.org/")
    assert text.endswith(".html")
    assert "…" in text


def test_what_fits_stays_as_it_is() -> None:
    assert shortened("https://example.org/a", 40) == "https://example.org/a"
    assert shortened("Actual News, 4 July 2024, paragraph 6", 10).startswith("Actual News")


def test_the_words_around_an_address_stay() -> None:
    text = shortened(f"See also: {LONG}, paragraph 3", 60)
    assert text.startswith("See also: example.org/…")
    assert text.endswith(".html, paragraph 3")


def test_the_whole_address_is_what_is_copied() -> None:
    (row,) = cited(LONG, 40, "muted")
    assert row.whole == LONG
    assert len(row.plain) <= 40
