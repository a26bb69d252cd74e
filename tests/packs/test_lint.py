"""Author checks: every rule has questions that fail it and questions that pass it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from quizapp.core.question import (
    Answer,
    DateAnswer,
    Evidence,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    Pack,
    PackId,
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    SourceId,
    TextAnswer,
    Topic,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.checking.finding import RULES, level_of
from quizapp.packs.checking.lint import lint

CITIES = ("Minsk", "Ufa", "Almaty")


def choice(text: str, *wrong: str, accept: tuple[str, ...] = ()) -> TextAnswer:
    return TextAnswer(text, wrong=wrong, accept=accept)


def asked(ask: str, answer: Answer, hint: str = "", **facts: Any) -> Question:
    given: dict[str, Any] = {
        "why": "It was agreed there.",
        "evidence": (Evidence(SourceId("https://example.org/a")),),
        "checked": date(2024, 8, 1),
        "line": 5,
    }
    return Question(
        QuestionId("q"), TopicId("t"), (Prompt(ask, answer, hint),), **{**given, **facts}
    )


def pack(*questions: Question, language: str = "en", brief: str = "Read this.", **top: Any) -> Pack:
    topics = (Topic(TopicId("t"), "Topic", brief),)
    return Pack(PackId("p"), "Title", "1.0.0", topics, questions, language, **top)


def rules(*questions: Question, **top: Any) -> set[str]:
    return {remark.rule for remark in lint(pack(*questions, **top))}


CITY = choice("Astana", *CITIES)
WHICH = "Which city hosted the summit of July 2024?"


def test_a_well_made_question_passes_every_check() -> None:
    assert lint(pack(asked(WHICH, CITY))) == []


FAILING: list[tuple[str, Question]] = [
    ("no-why", asked(WHICH, CITY, why="")),
    ("no-evidence", asked(WHICH, CITY, evidence=())),
    ("not-checked", asked(WHICH, CITY, checked=None)),
    ("undated-word", asked("Which city is currently the host?", CITY)),
    ("undated-word", asked("Which state joined last year?", choice("Iran", *CITIES))),
    ("undated-word", asked("Which state joined a few years ago?", choice("Iran", *CITIES))),
    ("undated-word", asked("Which is the newest member?", choice("Iran", *CITIES))),
    ("undated-word", asked(WHICH, CITY, why="It is now the capital.")),
    ("undated-word", asked(WHICH, CITY, hint="So far it has hosted four.")),
    ("undated-office", asked("Who is the Russian president?", choice("A. Putin", *CITIES))),
    ("undated-office", asked("Who is president of Iran?", choice("A", *CITIES))),
    ("undated-office", asked("Who is the SCO's Secretary-General?", choice("A", *CITIES))),
    ("undated-office", asked("Who leads Belarus?", choice("A", *CITIES))),
    ("undated-office", asked("Tokayev is Kazakhstan's president.", TruthAnswer(True))),
    ("undated-office", asked(WHICH, CITY, why="The president of Belarus is A. Lukashenko.")),
    ("undated-office", asked("", GapAnswer(("Xi Jinping is ", " of China."), ("president",)))),
    ("unattributed", asked("Which state has an authoritarian leader?", CITY)),
    ("unattributed", asked("What does the SCO boast?", CITY)),
    ("unattributed", asked("What share of world GDP does the SCO claim?", NumberAnswer(30))),
    ("unattributed", asked("What ends American rule?", choice("a hegemony", "b", "c", "d"))),
    ("unattributed", asked(WHICH, CITY, why="The so-called host was proud.")),
    ("no-as-of", asked("How many members does the SCO have?", NumberAnswer(10))),
    ("no-as-of", asked("The SCO has ten members.", TruthAnswer(True))),
    ("no-as-of", asked("", GapAnswer(("The SCO has ", " dialogue partners."), ("14",)))),
    ("ask-ending", asked("Which city hosted the summit", CITY)),
    ("double-space", asked("Which city  hosted the summit?", CITY)),
    ("double-space", asked(WHICH, choice("Nur  Sultan", *CITIES))),
    ("right-longest", asked(WHICH, choice("Astana, the capital", *CITIES))),
    ("uneven-options", asked(WHICH, choice("Astana", "Ufa", "Minsk", "The capital of the south"))),
    ("few-wrong", asked(WHICH, choice("Astana", "Minsk", "Ufa"))),
    ("few-wrong", asked("In which year did it begin?", NumberAnswer(2001, wrong=(1996,)))),
    ("answer-in-ask", asked("Which city hosted the Astana summit?", CITY)),
    ("answer-in-ask", asked("Of 10 states, how many signed?", NumberAnswer(10))),
    ("answer-in-ask", asked("When was 4 July 2024?", DateAnswer(date(2024, 7, 4)))),
    ("answer-in-hint", asked(WHICH, CITY, hint="It gave the Astana Declaration its name.")),
    ("mixed-options", asked(WHICH, choice("Astana", "Minsk", "4 July", "Ufa"))),
    ("mixed-options", asked(WHICH, choice("Astana", "a summit", "the river", "that town"))),
    ("mixed-options", asked(WHICH, choice("Mongolia", "Nepal", "the Emirates", "Egypt"))),
    ("mixed-options", asked(WHICH, choice("NATO", "Warsaw Pact", "Quartet", "Commonwealth"))),
    ("all-of-the-above", asked(WHICH, choice("Astana", "Minsk", "Ufa", "All of the above"))),
    ("all-of-the-above", asked(WHICH, choice("Astana", "Minsk", "Ufa", "None of these"))),
    ("same-thing", asked(WHICH, choice("Iran", "Türkiye", "Nepal", "Turkey"))),
    ("same-thing", asked(WHICH, choice("Belt and Road", "A B", "C D", "New Silk Roads"))),
    ("same-thing", asked(WHICH, choice("A just world", "A fair world", "C D", "E F"))),
    ("same-thing", asked("Which?", SetAnswer(("Kyiv", "Minsk"), wrong=("Kiev", "Ufa")))),
    ("capital-and-country", asked(WHICH, choice("Kazakhstan", "Nepal", "Astana", "Egypt"))),
    ("wrong-within", asked("How many signed?", NumberAnswer(10, within=2, wrong=(11, 20, 30)))),
]

PASSING: list[tuple[str, Question]] = [
    ("undated-word", asked("Who said “now is the time”?", CITY)),
    ("undated-word", asked("What was the last year of the war?", NumberAnswer(1945))),
    ("undated-word", asked("Who brought the map up to date?", CITY)),
    ("undated-word", asked("Which was the newest member?", CITY, as_of=date(2024, 7, 4))),
    ("undated-word", asked("Who signed at the latest by May 2024?", CITY)),
    ("undated-word", asked("Who was known for this in 2024?", CITY)),
    ("undated-office", asked("Who is the Russian president?", CITY, as_of=date(2024, 7, 4))),
    ("undated-office", asked("Who, in July 2024, is the SCO's president?", CITY)),
    ("undated-office", asked("Who was president of Iran?", CITY)),
    ("undated-office", asked("How is the SCO's Secretary-General chosen?", CITY)),
    ("undated-office", asked("Which city is home to the president's palace?", CITY)),
    ("undated-office", asked(WHICH, CITY, why="Putin is the president's name.")),
    ("unattributed", asked("What does Putin claim?", CITY, said_by="Putin")),
    ("unattributed", asked("Which states settled border claims in 1996?", CITY)),
    ("unattributed", asked("Which states share a visa-free regime?", CITY)),
    ("unattributed", asked("Who signed the non-aggression pact?", CITY)),
    ("unattributed", asked(WHICH, CITY, why="Xi spoke against “hegemony” there.")),
    ("no-as-of", asked("How many members does the SCO have?", CITY, as_of=date(2024, 7, 4))),
    ("no-as-of", asked("How many members did the group have?", NumberAnswer(5))),
    ("no-as-of", asked("How many founding members has it?", NumberAnswer(6))),
    ("no-as-of", asked("How many members has it in July 2024?", NumberAnswer(10))),
    ("ask-ending", asked("The summit was held in …", CITY)),
    ("ask-ending", asked("Who said “no”?", CITY)),
    ("ask-ending", asked("Astana hosted it.", TruthAnswer(True))),
    ("ask-ending", asked("", GapAnswer(("It was held in ", ""), ("Astana",)))),
    ("right-longest", asked(WHICH, choice("Astana A", *CITIES))),
    ("uneven-options", asked(WHICH, choice("Astana", "Ufa", "Nizhny Novgorod", "Minsk"))),
    ("few-wrong", asked("Which city hosted it?", TextAnswer("Astana"))),
    ("answer-in-ask", asked("Which is older, Astana or Minsk?", choice("Astana", "Minsk"))),
    ("answer-in-ask", asked("On 10 May, how many signed?", NumberAnswer(10))),
    ("answer-in-ask", asked("Astana hosted it, is that true?", TruthAnswer(True))),
    ("answer-in-ask", asked("Match Astana.", MatchAnswer((("Astana", "A"), ("Ufa", "B"))))),
    ("mixed-options", asked(WHICH, choice("Astana", "a summit", "the river", "Minsk"))),
    ("mixed-options", asked(WHICH, choice("China", "Western powers", "others", "Russia"))),
    ("mixed-options", asked(WHICH, choice("2001", "1996", "2017", "2024"))),
    ("mixed-options", asked(WHICH, choice("Nepal", "NATO", "Egypt", "Iran"))),
    ("all-of-the-above", asked(WHICH, choice("All members", "No members", "Two", "Some"))),
    ("same-thing", asked(WHICH, choice("Belarus", *CITIES, accept=("Republic of Belarus",)))),
    ("capital-and-country", asked(WHICH, choice("Kazakhstan", "Nepal", "Minsk", "Egypt"))),
    ("wrong-within", asked("How many signed?", NumberAnswer(10, within=2, wrong=(13, 20, 30)))),
]


@pytest.mark.parametrize(("rule", "question"), FAILING)
def test_a_fault_is_found_with_its_place(rule: str, question: Question) -> None:
    found = [remark for remark in lint(pack(question)) if remark.rule == rule]
    assert found, rule
    assert {(remark.line, remark.question) for remark in found} == {(5, "q")}
    assert all("\n" not in remark.message and ";" in remark.message for remark in found)


@pytest.mark.parametrize(("rule", "question"), PASSING)
def test_what_only_looks_like_a_fault_passes(rule: str, question: Question) -> None:
    assert rule not in rules(question)


def test_another_wording_is_checked_by_itself() -> None:
    prompts = (Prompt(WHICH, CITY), Prompt("Who met in Astana now", CITY))
    question = Question(
        QuestionId("q"),
        TopicId("t"),
        prompts,
        why="It was so.",
        evidence=(Evidence(SourceId("https://example.org/a")),),
        checked=date(2024, 8, 1),
    )
    found = {remark.rule: remark.message for remark in lint(pack(question))}
    assert found.keys() == {"answer-in-ask", "ask-ending", "undated-word"}
    assert all("of also 1" in message for message in found.values())


def test_a_topic_without_a_brief_is_told() -> None:
    assert rules(asked(WHICH, CITY), brief="") == {"no-brief"}


def test_briefs_and_about_are_read_too() -> None:
    assert "undated-word" in rules(asked(WHICH, CITY), brief="It has ten members now.")
    assert "unattributed" in rules(asked(WHICH, CITY), about="On the regime.")
    assert "double-space" in rules(asked(WHICH, CITY), brief="Two  spaces.")


def test_markdown_may_have_spaces_in_front_and_tables_between() -> None:
    brief = "- one\n  - two\n\n    code  here\n\n| a  | b |"
    assert "double-space" not in rules(asked(WHICH, CITY), brief=brief)


def test_english_word_lists_are_kept_off_other_languages() -> None:
    question = asked("Was heißt now?", CITY)
    assert "undated-word" in rules(question, language="en-GB")
    assert "undated-word" not in rules(question, language="de")


def test_a_pack_whose_right_options_are_too_often_longest_is_told() -> None:
    longest = [asked(WHICH, choice("Dushanbe", *CITIES))] * 7
    others = [asked(WHICH, choice("Pune", *CITIES))] * 13
    assert "longest-too-often" in rules(*longest, *others)
    assert "longest-too-often" not in rules(*longest[:6], *others, *others[:1])
    assert "longest-too-often" not in rules(*longest)


def test_a_pack_whose_right_options_are_too_often_shortest_is_told() -> None:
    shortest = [asked(WHICH, choice("Goa", "Minsk", "Kazan", "Almaty"))] * 7
    others = [asked(WHICH, choice("Minsk", "Ufa", "Kazan", "Almaty"))] * 13
    assert "shortest-too-often" in rules(*shortest, *others)
    assert "shortest-too-often" not in rules(*shortest[:6], *others, *others[:1])


def test_only_missing_evidence_and_checks_are_graver_in_shipped_packs() -> None:
    graver = {
        rule for rule in RULES if level_of(rule, shipped=True) != level_of(rule, shipped=False)
    }
    assert graver == {"no-evidence", "not-checked"}
