from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.splitting import MOST_ITEMS, split_items

KNOWN = ("Bosnia and Herzegovina", "Korea, Republic of", "Saudi Arabia", "Sri Lanka", "Iran")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("China, Iran and India", ("China", "Iran", "India")),
        ("China; Iran\nIndia & Nepal", ("China", "Iran", "India", "Nepal")),
        ("China, Iran, AND India,", ("China", "Iran", "India")),
        ("  China  ", ("China",)),
        ("1. China\n2. Iran\n- India", ("China", "Iran", "India")),
        ("Rwanda, Andorra, Uganda and Thailand", ("Rwanda", "Andorra", "Uganda", "Thailand")),
        ("AT&T, R&D", ("AT&T", "R&D")),
        ("1,000 and 2,000", ("1,000", "2,000")),
        (" , ; and \n", ()),
        ("", ()),
    ],
)
def test_a_line_is_cut_at_its_separators(text: str, items: tuple[str, ...]) -> None:
    assert split_items(text) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("bosnia & herzegovina, iran", ("bosnia & herzegovina", "iran")),
        ("Iran and Bosnia and Herzegovina", ("Iran", "Bosnia and Herzegovina")),
        ("bosnia and herzegowina and iran", ("bosnia and herzegowina", "iran")),
        ("Bosnia and Iran", ("Bosnia", "Iran")),
        ("Korea, Republic of, and Iran", ("Korea, Republic of", "Iran")),
        ("saudi arabia sri lanka iran", ("saudi arabia", "sri lanka", "iran")),
        ("iran sri lanka, Nepal", ("iran", "sri lanka", "Nepal")),
        ("sri lanka nepal", ("sri lanka nepal",)),
        ("Sri Lanka", ("Sri Lanka",)),
    ],
)
def test_known_items_stay_whole(text: str, items: tuple[str, ...]) -> None:
    assert split_items(text, KNOWN) == items


@given(st.text(max_size=80), st.lists(st.text(min_size=1, max_size=15), max_size=4))
def test_no_item_is_blank_or_padded(text: str, items: list[str]) -> None:
    assert all(item and item == item.strip() for item in split_items(text, tuple(items)))


@given(st.lists(st.sampled_from(KNOWN), min_size=1, max_size=6, unique=True))
def test_known_items_joined_come_back(items: list[str]) -> None:
    assert split_items("; ".join(items), KNOWN) == tuple(items)
    assert split_items(" and ".join(items), KNOWN) == tuple(items)


@pytest.mark.parametrize(
    "text", ["and " * 50_000, " " * 200_000 + "x", "a b," * 50_000, "bosnia and " * 20_000]
)
def test_a_long_text_is_cut_quickly_and_only_so_far(text: str) -> None:
    start = time.perf_counter()
    assert len(split_items(text, KNOWN)) <= MOST_ITEMS + 1
    assert time.perf_counter() - start < 2
