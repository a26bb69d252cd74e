"""A brief as plain lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.brief import brief_lines


def lines(text: str, width: int = 40) -> list[str]:
    return list(brief_lines(text, width))


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("A **bold** and an *italic* word.", "A bold and an italic word."),
        ("__Bold__, _italic_ and `code`.", "Bold, italic and code."),
        ("snake_case_name stays, and 2 * 3 * 4.", "snake_case_name stays, and 2 * 3 * 4."),
        ("[here](https://a.org/x_y)", "here (https://a.org/x_y)"),
        ("<https://a.org>", "https://a.org"),
        (r"\*starred\*", "*starred*"),
        ("# A heading #", "A heading"),
        ("[bold]no markup[/bold]", "[bold]no markup[/bold]"),
    ],
)
def test_marks_are_taken_off_and_words_are_kept(markdown: str, plain: str) -> None:
    assert lines(markdown, 60) == [plain]


def test_paragraphs_are_wrapped_and_kept_apart() -> None:
    text = "One line\ngoes on here and is long enough to wrap.\n\nTwo."
    assert lines(text, 24) == [
        "One line goes on here",
        "and is long enough to",
        "wrap.",
        "",
        "Two.",
    ]


def test_list_items_keep_a_line_of_their_own_with_a_hanging_indent() -> None:
    text = "Before:\n- one\n- two that is long enough\n  and goes on\n  1. below"
    assert lines(text, 20) == [
        "Before:",
        "",
        "- one",
        "- two that is long",
        "  enough and goes on",
        "  1. below",
    ]


def test_quotations_and_code_stay_recognisable() -> None:
    text = "> said\n> so\n\n```\nx = [1]  # as it is\n```\n\n---\nAfter"
    assert lines(text) == ["> said so", "", "    x = [1]  # as it is", "", "* * *", "", "After"]


def test_an_empty_brief_has_no_lines() -> None:
    assert lines(" \n\n") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab*_`[]()<>\\#>-+1. \n~", max_size=300))
def test_any_text_gives_lines_and_loses_no_letter(text: str) -> None:
    told = "".join(lines(text))
    for letter in "ab":
        assert told.count(letter) == text.count(letter) or "```" in text or "~~~" in text


@pytest.mark.parametrize(
    "piece", ["*", "[", "**a ", "[a](", "_a", "`", "- ", ">", "<https://", "#"]
)
def test_no_text_takes_long(piece: str) -> None:
    began = time.process_time()
    lines(piece * (8000 // len(piece)), 76)
    assert time.process_time() - began < 0.5
