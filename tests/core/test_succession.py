from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.succession import Bearer, Claim, successors

NAMES = st.sampled_from(["a", "b", "c", "d"])


def test_an_id_goes_before_a_former_id() -> None:
    known = {"a": Bearer(1, True), "b": Bearer(2, True)}
    assert successors([Claim("b", ("a",))], known, {}, {}) == {"b": 2}


def test_a_former_id_that_is_live_goes_before_an_id_that_is_archived() -> None:
    known = {"a": Bearer(1, True), "b": Bearer(2, False)}
    assert successors([Claim("b", ("a",))], known, {}, {}) == {"b": 1}


def test_what_is_archived_comes_back_under_its_own_id() -> None:
    known = {"a": Bearer(1, False), "b": Bearer(2, False)}
    assert successors([Claim("b", ("a",))], known, {}, {}) == {"b": 2}


def test_a_version_that_was_there_before_gets_its_own_numbers() -> None:
    known = {"a": Bearer(2, False), "b": Bearer(1, True)}
    assert successors([Claim("a")], known, {"a": 1}, {}) == {"a": 1}


def test_a_renamed_question_is_found_when_it_gets_its_former_id_back() -> None:
    known = {"b": Bearer(1, True)}
    assert successors([Claim("a")], known, {}, {"a": [1]}) == {"a": 1}
    assert successors([Claim("a"), Claim("b")], known, {}, {"a": [1]}) == {"b": 1}
    assert successors([Claim("a"), Claim("b")], known, {}, {"a": [1, 2]}) == {"b": 1, "a": 2}


@given(
    st.lists(st.builds(Claim, NAMES, st.lists(NAMES).map(tuple)), unique_by=lambda one: one.id),
    st.dictionaries(NAMES, st.builds(Bearer, st.integers(1, 4), st.booleans())),
    st.dictionaries(NAMES, st.integers(1, 4)),
    st.dictionaries(NAMES, st.lists(st.integers(1, 4))),
)
def test_no_number_is_given_twice(
    claims: list[Claim],
    known: dict[str, Bearer],
    exact: dict[str, int],
    former: dict[str, list[int]],
) -> None:
    found = successors(claims, known, exact, former)
    assert len(set(found.values())) == len(found)
    assert found.keys() <= {claim.id for claim in claims}
