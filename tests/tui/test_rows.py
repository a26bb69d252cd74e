"""Rows: wrapping, columns and what a click means, without a terminal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.tui.widgets.rows import (
    GAP_CELL,
    Button,
    Piece,
    Row,
    Run,
    beside,
    breaks,
    buttons,
    clickable,
    flow,
    in_line,
    paragraph,
)

TEXT = st.text(st.sampled_from("abc  d\n漢é-.é\ufdd0"), max_size=80)


def lines_of(text, width):
    return [text[begin:end] for begin, end in breaks(text, width)]


@settings(max_examples=150)
@given(TEXT, st.integers(2, 30))
def test_wrapped_lines_fit_and_keep_every_letter(text, width):
    lines = lines_of(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_fit():
    assert lines_of("the tenth member", 9) == ["the tenth", "member"]


def test_a_word_longer_than_a_line_is_cut():
    assert lines_of("abcdefgh", 3) == ["abc", "def", "gh"]


def test_a_newline_begins_a_new_line():
    assert lines_of("a\nb", 20) == ["a", "b"]


def test_a_gap_is_never_broken_and_keeps_its_full_stop():
    gap = GAP_CELL * 6
    assert lines_of(f"in {gap}. Then", 9) == ["in", f"{gap}.", "Then"]


def test_styles_survive_wrapping():
    lines = flow([Run("one ", "a"), Run("two three", "b")], 7)
    assert lines == [(Run("one ", "a"), Run("two", "b")), (Run("three", "b"),)]


def test_a_paragraph_hangs_behind_its_lead():
    rows = paragraph(Run("aa bb"), width=5, lead=(Run("1  "),))
    assert [row.plain for row in rows] == ["1  aa", "   bb"]


def test_a_click_means_what_stands_there():
    (row,) = clickable([Row((Run("Belarus"),))], ("option", 2), 20)
    assert row.target_at(19) == ("option", 2)
    assert row.target_at(20) is None


def test_the_right_column_is_clicked_where_it_is_drawn():
    left = clickable([Row((Run("A"),))], ("left", 0), 6)
    right = clickable([Row((Run("B"),))], ("right", 0), 6)
    (row,) = beside(left, 6, right, Run(" | "))
    assert row.plain == "A      | B"
    assert [row.target_at(column) for column in (0, 7, 9)] == [("left", 0), None, ("right", 0)]


def test_buttons_that_do_not_fit_go_to_the_next_row():
    rows = buttons([Button("Enter", "Done", ("a", 0)), Button("F2", "No", ("b", 0))], 14)
    assert [row.plain for row in rows] == [" Enter Done ", " F2 No "]
    assert rows[1].target_at(1) == ("b", 0)


def test_a_piece_wider_than_the_row_is_wrapped():
    rows = in_line([Piece((Run("one two three"),)), Piece((Run("four"),))], 8)
    assert [row.plain for row in rows] == ["one two", "three", "four"]
