"""Plain clauses, found without a parser."""

import pytest

from quizapp.drafting.grammar.clauses import find_clauses


def test_a_clause_has_subject_verb_and_rest_in_their_places():
    text = "Croatia joined the European Union on Monday."
    (clause,) = find_clauses(text)
    assert (clause.subject, clause.verb, clause.base) == ("Croatia", "joined", "join")
    assert text[slice(*clause.rest_span)] == clause.rest == "the European Union on Monday"


@pytest.mark.parametrize(
    ("text", "helper", "asked"),
    [
        ("The bank cut its rate in May.", "did", "cut"),
        ("The EU has 28 member states.", "does", "have"),
        ("The rocket was built in Alabama.", "was", "built"),
        ("The crew has been informed about it.", "has", "been informed"),
        ("The ship will sail from Bergen.", "will", "sail"),
        ("About 400 people lack water there.", "do", "lack"),
    ],
)
def test_a_question_knows_its_helper(text, helper, asked):
    clause = find_clauses(text)[0]
    assert (clause.helper, clause.asked) == (helper, asked)


def test_what_stands_between_commas_is_passed_over():
    (clause,) = find_clauses("The EU, which began in 1951, has 28 member states.")
    assert clause.subject == "The EU"
    assert clause.rest == "28 member states"


def test_a_second_verb_behind_and_gives_a_second_clause():
    first, second = find_clauses("The team tested 72 boots and found 20 germs.")
    assert (first.rest, second.verb, second.rest) == ("72 boots", "found", "20 germs")


def test_lists_and_names_with_commas_stay_whole():
    text = "Peru joined Chile, Bolivia and Brazil in the One Belt, One Road plan."
    assert find_clauses(text)[0].rest.startswith("Chile, Bolivia and Brazil in")


@pytest.mark.parametrize(
    "text",
    [
        "Quoted by the media, it described the plan.",
        "The number of people infected by the virus has passed 20,000.",
        "The bank did not cut its rate.",
        "What happened is a mystery.",
    ],
)
def test_what_is_not_surely_a_clause_gives_no_wrong_one(text):
    for clause in find_clauses(text):
        assert clause.subject.startswith("The number of people infected")
