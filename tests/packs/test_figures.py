"""The figures of a pack: counted by hand here, and laid out within 80 columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.question import (
    Answer,
    DateAnswer,
    Evidence,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Pack,
    PackId,
    Paragraph,
    Prompt,
    Question,
    QuestionId,
    SetAnswer,
    Source,
    SourceId,
    TextAnswer,
    Topic,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.checking.figures import PackFigures, first_words, pack_figures
from quizapp.packs.checking.figures_text import WIDTH, figures_lines
from quizapp.packs.checking.finding import RULES
from quizapp.packs.checking.guessing import GuessFigures

NEWS = SourceId("news")
WEB = Evidence(SourceId("https://example.org/a"))


def cite(*paragraphs: int) -> tuple[Evidence, ...]:
    return tuple(Evidence(NEWS, number, ("word",)) for number in paragraphs)


def asked(*answers: Answer, topic: str = "t", ask: str = "Which?", **facts: Any) -> Question:
    prompts = tuple(Prompt(ask, answer) for answer in answers)
    return Question(QuestionId("q"), TopicId(topic), prompts, **facts)


def pack(*questions: Question, topics: tuple[Topic, ...] = ()) -> Pack:
    own = topics or (Topic(TopicId("t"), "Topic", "Read this first."),)
    return Pack(PackId("p"), "Title", "1.0.0", own, questions)


def source(paragraphs: int) -> Source:
    """A source with a headline and so many paragraphs."""
    every = tuple(Paragraph("", frozenset()) for _ in range(paragraphs + 1))
    return Source(NEWS, "News", "News", date(2024, 7, 4), "", "", every)


def guess(figures: PackFigures, words: str) -> GuessFigures:
    (found,) = [one for one in figures.guesses if words in one.rule]
    return found


def choice(text: str, *wrong: str) -> TextAnswer:
    return TextAnswer(text, wrong=wrong)


EVERY_FORM: tuple[tuple[Answer, Form], ...] = (
    (choice("a", "b"), Form.CHOICE),
    (TextAnswer("a"), Form.TYPED),
    (TruthAnswer(True), Form.TRUE_FALSE),
    (NumberAnswer(1), Form.NUMBER),
    (DateAnswer(date(2024, 7, 4)), Form.DATE),
    (SetAnswer(("a",)), Form.SELECT),
    (OrderAnswer(("a", "b")), Form.ORDER),
    (MatchAnswer((("a", "b"), ("c", "d"))), Form.MATCH),
    (GapAnswer(("", ""), ("a",)), Form.GAP),
    (TextAnswer("a", wrong=("b",), country="BY"), Form.MAP),
)


@pytest.mark.parametrize(("answer", "form"), EVERY_FORM)
def test_a_wording_counts_as_the_form_it_is_asked_in_at_first(answer: Answer, form: Form) -> None:
    (topic,) = pack_figures(pack(asked(answer))).topics
    assert [(one.form, one.main, one.also) for one in topic.forms] == [(form.value, 1, 0)]


def test_every_form_can_be_counted() -> None:
    assert {form for _, form in EVERY_FORM} == set(Form)


def test_main_wordings_and_others_are_counted_by_topic() -> None:
    topics = (
        Topic(TopicId("one"), "One", "Three words here."),
        Topic(TopicId("two"), "Two"),
    )
    figures = pack_figures(
        pack(
            asked(choice("a", "b"), TextAnswer("a"), TruthAnswer(True), topic="one"),
            asked(TextAnswer("a"), topic="one"),
            topics=topics,
        )
    )
    one, two = figures.topics
    assert (one.id, one.questions, one.also, one.brief_words) == ("one", 2, 2, 3)
    assert [(form.form, form.main, form.also) for form in one.forms] == [
        ("choice", 1, 0),
        ("typed", 1, 1),
        ("true/false", 0, 1),
    ]
    assert (two.questions, two.also, two.brief_words, two.forms) == (0, 0, 0, ())
    assert (figures.questions, figures.also) == (2, 2)


def test_each_paragraph_knows_how_many_questions_cite_it() -> None:
    questions = [asked(TextAnswer("a"), evidence=cite(*where)) for where in ((1, 3), (3, 3), (3,))]
    (figures,) = pack_figures(pack(*questions), sources={NEWS: source(4)}).sources
    assert [(one.number, one.questions) for one in figures.paragraphs] == [
        (1, 1),
        (2, 0),
        (3, 3),
        (4, 0),
    ]
    assert [one.number for one in figures.uncited] == [2, 4]
    assert figures.known


def test_of_a_source_without_its_file_only_the_cited_paragraphs_are_known() -> None:
    (figures,) = pack_figures(pack(asked(TextAnswer("a"), evidence=cite(7)))).sources
    assert not figures.known
    assert [(one.number, one.questions) for one in figures.paragraphs] == [(7, 1)]


def test_citing_an_address_alone_is_counted_apart() -> None:
    figures = pack_figures(
        pack(
            asked(TextAnswer("a"), evidence=(*cite(1), WEB)),
            asked(TextAnswer("b"), evidence=(WEB, WEB)),
            asked(TextAnswer("c")),
        )
    )
    cited = figures.citations
    assert (cited.paragraph, cited.address_alone, cited.nothing) == (1, 1, 1)


def test_first_words_are_told_of_uncited_paragraphs_alone_and_only_with_the_article() -> None:
    asked_once = pack(asked(TextAnswer("a"), evidence=cite(1)))
    article = ("Headline", "One two three four five.", "Six seven eight nine ten.")
    without = pack_figures(asked_once, sources={NEWS: source(2)}).sources[0]
    with_it = pack_figures(asked_once, sources={NEWS: source(2)}, articles={NEWS: article}).sources[
        0
    ]
    assert [one.begins for one in without.paragraphs] == ["", ""]
    assert [one.begins for one in with_it.paragraphs] == ["", "Six seven eight"]


@pytest.mark.parametrize(
    ("paragraph", "begins"),
    [
        ("One two three four.", "One two three"),
        ("One two three", "One two"),
        ("One", ""),
        ("Yes. And then they left.", ""),
        ("He said “yes!” and then left.", "He said"),
        ("上海合作组织成员国领导人在阿斯塔纳举行了会议", ""),
        ("Donaudampfschifffahrtsgesellschaft is a word.", "Donaudampf… is a"),
        ("\x1b[31m red \x07 and so on", "U+001B[31m red U+0007"),
    ],
)
def test_a_paragraph_is_named_by_a_few_words_and_never_by_a_sentence(
    paragraph: str, begins: str
) -> None:
    assert first_words(paragraph) == begins


def test_what_questions_carry_is_counted_by_key() -> None:
    full = Question(
        QuestionId("q"),
        TopicId("t"),
        (Prompt("Which?", TextAnswer("a")), Prompt("What?", TextAnswer("a"), hint="It is.")),
        why="So.",
        as_of=date(2024, 7, 4),
        until=date(2025, 7, 4),
        said_by="AFP",
        needs=(QuestionId("r"),),
        checked=date(2024, 8, 1),
        more="https://example.org",
    )
    carry = pack_figures(pack(full, asked(TextAnswer("a")))).carry
    keys = ["why", "hint", "as_of", "until", "said_by", "needs", "more", "checked"]
    assert carry == dict.fromkeys(keys, 1)


def test_statements_are_counted_by_their_truth() -> None:
    figures = pack_figures(
        pack(asked(TruthAnswer(True), TruthAnswer(False)), asked(TruthAnswer(True)))
    )
    assert (figures.true, figures.false) == (2, 1)


def test_only_findings_of_the_doubtful_rules_are_counted() -> None:
    rules = ["unattributed", "no-as-of", "no-as-of", "no-why"]
    doubts = pack_figures(pack(asked(TextAnswer("a"))), rules=rules).doubts
    assert doubts == {"undated-word": 0, "undated-office": 0, "no-as-of": 2, "unattributed": 1}
    assert doubts.keys() <= set(RULES)


def test_lengths_are_counted_by_the_number_of_options() -> None:
    figures = pack_figures(
        pack(
            asked(choice("long", "abc", "ab", "a")),
            asked(choice("a", "abc", "abcd", "abcd")),
            asked(choice("ab", "cd", "ef", "gh")),
            asked(choice("abc", "a")),
        )
    )
    two, four = figures.lengths
    assert (two.options, two.choices, two.longest, two.shortest) == (2, 1, 1, 0)
    assert (four.options, four.choices, four.longest, four.shortest) == (4, 3, 1, 1)
    # One choice has a single longest option, two have a single shortest one.
    assert (four.longest_by_chance, four.shortest_by_chance) == (0.25, 0.5)


@pytest.mark.parametrize(
    ("words", "ask", "right", "wrong"),
    [
        ("longest", "Which?", "abcdef", ("abc", "def", "ghi")),
        ("shared with the question", "Which cities met?", "a city", ("a river", "a sea", "a bay")),
        ("digits", "Which?", "In 2024", ("in July", "in June", "in May")),
        ("odd one", "Which?", "a", ("abcde", "bcdef", "cdefgh")),
        ("other options", "Which?", "red fox", ("red hen", "old fox", "owl")),
    ],
)
def test_a_guesser_wins_by_wording_alone(
    words: str, ask: str, right: str, wrong: tuple[str, ...]
) -> None:
    won = guess(pack_figures(pack(asked(choice(right, *wrong), ask=ask))), words)
    assert (won.choices, won.hits, won.by_chance) == (1, 1, 0.25)
    lost = guess(pack_figures(pack(asked(choice(wrong[0], right, *wrong[1:]), ask=ask))), words)
    assert (lost.choices, lost.hits, lost.by_chance) == (1, 0, 0.25)


def test_a_guesser_wins_by_the_middle_number() -> None:
    figures = pack_figures(
        pack(
            asked(NumberAnswer(10, wrong=(8, 12))),
            asked(NumberAnswer(10, wrong=(11, 12))),
            asked(NumberAnswer(10, wrong=(8, 12, 14))),
            asked(NumberAnswer(10)),
            asked(DateAnswer(date(2024, 7, 4), (date(2023, 7, 4), date(2025, 7, 4)))),
        )
    )
    found = guess(figures, "middle")
    # Of four options two are in the middle, so one of them is right half the time.
    assert (found.choices, found.hits) == (4, 2.5)


def test_a_rule_that_prefers_no_option_is_not_counted() -> None:
    figures = pack_figures(pack(asked(choice("ab", "cd", "ef"))))
    assert {one.choices for one in figures.guesses} == {0}


def test_equally_good_options_share_a_hit() -> None:
    found = guess(pack_figures(pack(asked(choice("abc", "def", "g", "h")))), "longest")
    assert found.hits == 0.5


def test_a_rule_gives_away_where_it_wins_more_than_luck_would() -> None:
    telling = asked(choice("longest one", "a", "b", "c"))
    fair = [asked(choice("a", "b", "c", "longest one"))] * 3
    assert guess(pack_figures(pack(*[telling] * 8)), "longest").gives_away
    assert not guess(pack_figures(pack(*[telling, *fair] * 8)), "longest").gives_away


options = st.lists(st.text("ab 1A", min_size=1, max_size=8), min_size=2, max_size=9, unique=True)


@settings(max_examples=60)
@given(st.lists(options, max_size=6))
def test_a_guess_over_every_option_in_turn_is_chance(choices: list[list[str]]) -> None:
    """Were each option the right one in turn, no rule would win more than drawing lots."""
    questions = [
        asked(choice(row[place], *row[:place], *row[place + 1 :]))
        for row in choices
        for place in range(len(row))
    ]
    for one in pack_figures(pack(*questions)).guesses:
        assert one.hits == pytest.approx(one.by_chance, abs=0.001)
        assert not one.gives_away


NAMES = ["x", "a-topic-of-a-length-that-nobody-would-give-it-but-that-is-allowed"[:64], "m" * 64]


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("article", [(), ("Head", *["Abcdefghijklm " * 5] * 200)])
def test_no_line_is_longer_than_eighty_columns(count: int, article: tuple[str, ...]) -> None:
    topics = tuple(Topic(TopicId(name), name, "word " * 900) for name in NAMES)
    questions = [
        asked(*(answer for answer, _ in EVERY_FORM), topic=name, evidence=cite(1, 5, 6, 199))
        for name in NAMES
        for _ in range(count)
    ]
    long_name = SourceId("s" * 64)
    questions.append(
        asked(TextAnswer("a"), topic="x", evidence=(Evidence(long_name, 99_999, ("word",)),))
    )
    figures = pack_figures(
        pack(*questions, topics=topics), sources={NEWS: source(200)}, articles={NEWS: article}
    )
    lines = figures_lines(figures)
    assert max(map(len, lines)) <= WIDTH
    assert all(line.isprintable() and line == line.rstrip() for line in lines)


def test_numbers_stand_below_each_other() -> None:
    topics = (Topic(TopicId("short"), "S"), Topic(TopicId("a-longer-name"), "L", "Two words."))
    questions = [asked(TextAnswer("a"), topic="short")] * 12
    lines = figures_lines(pack_figures(pack(*questions, topics=topics)))
    start = lines.index("")
    head, *rows = lines[start + 1 : lines.index("", start + 1)]
    assert [row.split()[-3:] for row in rows] == [
        ["12", "0", "0"],
        ["0", "0", "2"],
        ["12", "0", "2"],
    ]
    assert {len(line) for line in (head, *rows)} == {len(head)}


def test_uncited_paragraphs_are_told_by_number_in_runs() -> None:
    one = asked(TextAnswer("a"), evidence=cite(2, 6))
    lines = figures_lines(pack_figures(pack(one), sources={NEWS: source(8)}))
    assert "Source news: 8 paragraphs, 2 cited, 6 not" in lines
    assert "  not cited  1, 3-5, 7-8" in lines
