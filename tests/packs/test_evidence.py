"""Evidence: the cited paragraph has the terms, and the terms bear the answer out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quizapp.core.question import (
    Answer,
    DateAnswer,
    Evidence,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    Source,
    SourceId,
    TextAnswer,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.checking.copying import Phrases
from quizapp.packs.checking.evidence import evidence_remarks
from quizapp.packs.checking.spellings import spellings
from quizapp.packs.sources import make_source, parse_source, read_source

NEWS = SourceId("news")
ARTICLE = """Belarus joins

After Iran joined last year, Belarus became the 10th member on Thursday in Astana.

The group (China, India, Russia) has fourteen partners, including Turkey, and 1.5 million staff.

The Shanghai Cooperation Organization was founded on June 15, 2001.
"""


def news() -> Source:
    day = date(2024, 7, 4)
    text = make_source(ARTICLE, NEWS, "Belarus joins", "News", day, "https://example.org/a")
    return parse_source(text.encode(), "news.toml")


def remarks(
    answer: Answer,
    *terms: str,
    paragraph: int = 1,
    also: Answer | None = None,
    address: bool = False,
) -> list[tuple[str, str]]:
    evidence = [Evidence(NEWS, paragraph, terms)]
    if address:
        evidence.append(Evidence(SourceId("https://example.org/b")))
    answers = [answer] if also is None else [answer, also]
    question = Question(
        id=QuestionId("q"),
        topic=TopicId("t"),
        prompts=tuple(Prompt("Which?", each) for each in answers),
        evidence=tuple(evidence),
        line=7,
    )
    found = list(evidence_remarks(question, {NEWS: news()}))
    assert all((remark.line, remark.question) == (7, "q") for remark in found)
    return [(remark.rule, remark.message) for remark in found]


def rules(answer: Answer, *terms: str, **how: object) -> list[str]:
    return [rule for rule, _ in remarks(answer, *terms, **how)]  # type: ignore[arg-type]


def test_terms_of_the_cited_paragraph_that_carry_the_answer_pass() -> None:
    assert remarks(TextAnswer("Belarus"), "Belarus", "10th member") == []


@pytest.mark.parametrize("paragraph", [0, 4, 99])
def test_a_paragraph_that_is_not_there_is_an_error(paragraph: int) -> None:
    ((rule, message),) = remarks(TextAnswer("Belarus"), "Belarus", paragraph=paragraph)
    assert rule == "paragraph-missing"
    assert "1 to 3" in message


def test_a_term_of_another_paragraph_is_an_error_that_says_which() -> None:
    ((rule, message),) = remarks(TextAnswer("Belarus"), "10th member", paragraph=2)
    assert rule == "term-missing"
    assert '"10th", "member"' in message
    assert "paragraph 1 has all the terms" in message


def test_a_term_without_a_word_is_an_error() -> None:
    assert rules(TextAnswer("Belarus"), "—") == ["term-missing"]


@pytest.mark.parametrize("term", ["BELARUS", "became the  10th", "Bélarus", "10th-member"])
def test_case_accents_and_spaces_in_terms_do_not_matter(term: str) -> None:
    assert rules(TruthAnswer(True), term) == []


def test_an_answer_that_stands_in_no_term_is_a_warning_that_names_what_is_missing() -> None:
    ((rule, message),) = remarks(TextAnswer("The new Belarus"), "Belarus", "10th member")
    assert rule == "not-borne-out"
    assert '"new"' in message
    assert '"belarus"' not in message


BORNE_OUT: list[tuple[Answer, tuple[str, ...], int]] = [
    (TextAnswer("Republic of Belarus", accept=("Belarus",)), ("Belarus",), 1),
    (TextAnswer("Türkiye"), ("Turkey",), 2),
    (
        TextAnswer("The Shanghai Cooperation Organisation"),
        ("Shanghai Cooperation Organization",),
        3,
    ),
    (TextAnswer("SCO"), ("Shanghai Cooperation Organization",), 3),
    (TextAnswer("Ten members"), ("10th member",), 1),
    (TextAnswer("4 July 2024"), ("Thursday",), 1),
    (TruthAnswer(True), ("Belarus",), 1),
    (NumberAnswer(10), ("10th member",), 1),
    (NumberAnswer(14), ("fourteen partners",), 2),
    (NumberAnswer(1_500_000), ("1.5 million",), 2),
    (NumberAnswer(3), ("China", "India", "Russia"), 2),
    (NumberAnswer(2023), ("last year",), 1),
    (NumberAnswer(2024), ("Belarus",), 1),
    (DateAnswer(date(2024, 7, 4)), ("Belarus", "Thursday"), 1),
    (DateAnswer(date(2001, 6, 15)), ("June 15",), 3),
    (DateAnswer(date(2001, 6, 15)), ("June 2001",), 3),
    (SetAnswer(("China", "India")), ("China", "India"), 2),
    (SetAnswer(("China", "Bharat"), accept=(("Bharat", ("India",)),)), ("China", "India"), 2),
    (OrderAnswer(("Iran joined", "Belarus followed")), ("Iran", "Belarus"), 1),
    (MatchAnswer((("ninth", "Iran"), ("tenth", "Belarus"))), ("Iran", "Belarus"), 1),
    (GapAnswer(("Founded in ", "."), ("2001",)), ("founded", "2001"), 3),
]

NOT_BORNE_OUT: list[tuple[Answer, tuple[str, ...], int]] = [
    (TextAnswer("Mongolia"), ("Belarus",), 1),
    (NumberAnswer(9), ("10th member",), 1),
    (NumberAnswer(2022), ("last year",), 1),
    (NumberAnswer(2023), ("Iran",), 1),
    (DateAnswer(date(2024, 7, 3)), ("Thursday",), 1),
    (DateAnswer(date(2001, 6, 15)), ("2001",), 3),
    (SetAnswer(("China", "Iran")), ("China", "India"), 2),
    (OrderAnswer(("Iran joined", "Mongolia followed")), ("Iran", "Belarus"), 1),
    (MatchAnswer((("ninth", "Iran"), ("first", "Mongolia"))), ("Iran", "Belarus"), 1),
    (GapAnswer(("Founded in ", "."), ("Ufa",)), ("founded", "2001"), 3),
]


@pytest.mark.parametrize(("answer", "terms", "paragraph"), BORNE_OUT)
def test_every_usual_way_of_saying_the_answer_bears_it_out(
    answer: Answer, terms: tuple[str, ...], paragraph: int
) -> None:
    assert remarks(answer, *terms, paragraph=paragraph) == []


@pytest.mark.parametrize(("answer", "terms", "paragraph"), NOT_BORNE_OUT)
def test_terms_of_something_else_bear_no_answer_out(
    answer: Answer, terms: tuple[str, ...], paragraph: int
) -> None:
    assert rules(answer, *terms, paragraph=paragraph) == ["not-borne-out"]


def test_another_wording_is_doubted_only_where_the_terms_have_nothing_of_it() -> None:
    belarus = TextAnswer("Belarus")
    assert rules(belarus, "Belarus", also=TextAnswer("The new Belarus")) == []
    assert rules(belarus, "Belarus", also=TextAnswer("Mongolia")) == ["not-borne-out"]
    assert rules(belarus, "Belarus", also=NumberAnswer(7)) == ["not-borne-out"]
    assert rules(belarus, "Belarus", also=SetAnswer(("Nepal", "Laos"))) == []


def test_an_address_beside_the_terms_may_bear_the_answer_out_unseen() -> None:
    assert rules(TextAnswer("Mongolia"), "Belarus", address=True) == []


def test_the_terms_of_all_sources_count_together() -> None:
    both = (Evidence(NEWS, 1, ("Belarus",)), Evidence(NEWS, 2, ("China",)))
    prompt = Prompt("Which two?", SetAnswer(("Belarus", "China")))
    question = Question(QuestionId("q"), TopicId("t"), (prompt,), evidence=both)
    assert list(evidence_remarks(question, {NEWS: news()})) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (21, {"twenty", "first"}),
        (30, {"thirtieth"}),
        (112, {"112th"}),
        (2, {"twice"}),
        (9, {"ninth"}),
        (340, {"three", "hundred", "forty"}),
        (2_000_000, {"two", "million"}),
        (2.5, {"2.5"}),
    ],
)
def test_numbers_are_spelled_in_every_usual_way(number: float, words: set[str]) -> None:
    assert frozenset(words) in set(spellings(number))


@pytest.mark.parametrize("number", [10**400, float("inf"), float("nan"), -1, 0])
def test_odd_numbers_have_spellings_too(number: float) -> None:
    assert list(spellings(number))


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Here Belarus became the 10th member on a day.", "Belarus became the 10th member on"),
        ("It “became the 10th member on Thursday”, they said.", ""),
        ("It became the tenth member.", ""),
        ("China, India, Russia and the rest", ""),
        ("The Shanghai Cooperation Organization was here.", ""),
        ("It was founded on June 15, 2001.", ""),
        ("Iran joined last year, Belarus", "Iran joined last year Belarus"),
        ("He said \u2018the 10th member on Thursday in Astana\u2019.", ""),
        ("became the\n\n10th member on Thursday", ""),
    ],
)
def test_words_copied_from_an_article_are_found(text: str, run: str) -> None:
    assert Phrases(ARTICLE).copied(text) == run


def test_a_long_quotation_is_copying() -> None:
    sentence = ARTICLE.split("\n\n")[1]
    assert Phrases(ARTICLE).copied(f'He said: "{sentence}"').startswith("After Iran joined")


def test_the_shipped_sources_are_well_formed_and_named_by_their_ids() -> None:
    folder = Path(__file__).parents[2] / "questions" / "sources"
    found = {path.stem: read_source(path) for path in folder.glob("*.toml")}
    assert {"bgnes-2024-07-03", "actual-2024-07-04"} <= found.keys()
    assert all(name == source.id for name, source in found.items())


def test_the_design_examples_evidence_holds_in_the_shipped_source() -> None:
    path = Path(__file__).parents[2] / "questions" / "sources" / "actual-2024-07-04.toml"
    source = read_source(path)
    question = Question(
        id=QuestionId("tenth-member"),
        topic=TopicId("membership"),
        prompts=(Prompt("Which?", TextAnswer("Belarus")), Prompt("How many?", NumberAnswer(10))),
        evidence=(Evidence(source.id, 6, ("Belarus", "10th member")),),
    )
    assert list(evidence_remarks(question, {source.id: source})) == []
