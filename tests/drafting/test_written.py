"""A question as its author writes it: fields of text to the pack's own values."""

from __future__ import annotations

from datetime import date

import pytest
from drafting.sheets import draft
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.question import Form
from quizapp.drafting.desk.written import (
    Written,
    fields_of,
    joined,
    mixed,
    split,
    table_of,
    written_draft,
)


def written(form: Form, **texts: str) -> Written:
    return Written(form, texts, 1, (0, 5))


@pytest.mark.parametrize(
    ("form", "texts", "answer"),
    [
        (Form.CHOICE, {"answer": "Astana", "wrong": "Almaty | Osh"}, "Astana"),
        (Form.TYPED, {"answer": "Astana"}, "Astana"),
        (Form.TRUE_FALSE, {"answer": "False"}, False),
        (Form.NUMBER, {"answer": "7,600"}, 7600),
        (Form.NUMBER, {"answer": "3.5"}, 3.5),
        (Form.DATE, {"answer": "4 July 2024"}, date(2024, 7, 4)),
        (Form.SELECT, {"answer": "Chinese | Russian"}, ["Chinese", "Russian"]),
        (Form.ORDER, {"answer": "one | two"}, ["one", "two"]),
        (Form.MATCH, {"answer": "Belarus = Minsk | a==b = c"}, {"Belarus": "Minsk", "a=b": "c"}),
        (Form.MAP, {"answer": "Belarus", "map": "BY"}, "Belarus"),
    ],
)
def test_each_form_gets_an_answer_of_its_own_type(form, texts, answer) -> None:
    table, faults = table_of(written(form, ask="?", **texts))
    assert faults == []
    assert table["answer"] == answer
    assert type(table["answer"]) is type(answer)
    assert ("ordered" in table) == (form is Form.ORDER)


def test_a_sentence_with_gaps_needs_no_answer() -> None:
    table, faults = table_of(written(Form.GAP, gap="In {2001}", accept="2001 = two"))
    assert faults == []
    assert table == {"gap": "In {2001}", "accept": {"2001": ["two"]}}


@pytest.mark.parametrize(
    ("form", "texts", "word"),
    [
        (Form.NUMBER, {"answer": "many"}, "write a number"),
        (Form.DATE, {"answer": "in July"}, "write a day"),
        (Form.TRUE_FALSE, {"answer": "perhaps"}, "true or false"),
        (Form.MATCH, {"answer": "Belarus"}, "two sides"),
        (Form.CHOICE, {"answer": "Astana"}, "wrong options"),
        (Form.TYPED, {"answer": "Astana", "level": "9"}, "1, 2 or 3"),
        (Form.TYPED, {"answer": "Astana", "as_of": "soon"}, "write a day"),
    ],
)
def test_what_no_value_can_be_made_of_is_told(form, texts, word) -> None:
    _, faults = table_of(written(form, ask="?", **texts))
    assert any(word in fault for fault in faults)


@given(st.lists(st.text("ab |=", min_size=1, max_size=6).map(str.strip).filter(bool)))
def test_values_joined_on_a_line_come_apart_again(values) -> None:
    clean = [value for value in values if "|" not in value]
    assert split(joined(clean)) == clean


def test_a_single_bar_within_a_value_is_kept() -> None:
    assert split(joined(["a|b", "c"])) == ["a|b", "c"]


def test_a_draft_brings_its_form_with_its_answer() -> None:
    forms = {
        "Astana": Form.TYPED,
        10: Form.NUMBER,
        True: Form.TRUE_FALSE,
        "2024-07-04": Form.DATE,
        ("a", "b"): Form.SELECT,
    }
    for answer, form in forms.items():
        assert written_draft(draft("x", "?", answer, "The summit")).form is form


def test_every_form_has_its_fields_and_no_other() -> None:
    keys = {form: {field.key for field in fields_of(form)} for form in Form}
    assert "gap" in keys[Form.GAP]
    assert "ask" not in keys[Form.GAP]
    assert "map" in keys[Form.MAP]
    assert all("unit" not in keys[form] for form in Form if form is not Form.NUMBER)


def test_the_order_of_options_is_mixed_and_stays() -> None:
    options = ("a", "b", "c", "d")
    orders = {mixed(options, str(key)) for key in range(20)}
    assert len(orders) > 5
    assert mixed(options, "x") == mixed(tuple(reversed(options)), "x")
