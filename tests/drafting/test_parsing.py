"""Ideas out of a parse, and the parse as a judge; the parses here are made by hand."""

import importlib
import sys
from datetime import date
from types import SimpleNamespace

import pytest
from drafting.parsed import Pipeline, doc

from quizapp.drafting.engine import draft_article
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named.names import find_names
from quizapp.drafting.parse.parsing import Parser, parser_ideas
from quizapp.drafting.parse.verbs import base_of
from quizapp.drafting.text.article import look_at
from quizapp.errors import UsageError

BRIDGE = (
    "In 1980 a freighter struck the Sunshine Skyway Bridge in Tampa Bay",
    """
In IN prep 4
1980 CD pobj 0
a DT det 3
freighter NN nsubj 4
struck VBD ROOT 4
the DT det 8
Sunshine NNP compound 8
Skyway NNP compound 8
Bridge NNP dobj 4
in IN prep 8
Tampa NNP compound 11
Bay NNP pobj 9
""",
)
OPENED = (
    "The steel bridge, opened in 1977, carried more than 30,000 vehicles along the coast",
    """
The DT det 2
steel NN compound 2
bridge NN nsubj 4
, , punct 2
opened VBN ROOT 4
in IN prep 4
1977 CD pobj 5
, , punct 4
carried VBD conj 4
more JJR amod 11
than IN quantmod 11
30,000 CD nummod 12
vehicles NNS dobj 8
along IN prep 8
the DT det 15
coast NN pobj 13
""",
)
ENGINE = (
    "The main engine stopped because the pumps had no current",
    """
The DT det 2
main JJ amod 2
engine NN nsubj 3
stopped VBD ROOT 3
because IN mark 7
the DT det 6
pumps NNS nsubj 7
had VBD advcl 3
no DT det 9
current JJ dobj 7
""",
)
RUNNER = (
    "Sifan Hassan, who was born in Ethiopia, dropped out after 30 kilometres",
    """
Sifan NNP compound 1
Hassan NNP nsubj 9
, , punct 1
who WP nsubjpass 5
was VBD auxpass 5
born VBN relcl 1
in IN prep 5
Ethiopia NNP pobj 6
, , punct 1
dropped VBD ROOT 9
out RP prt 9
after IN prep 9
30 CD nummod 13
kilometres NNS pobj 11
""",
)
PLANE = (
    "The jet flown by Indonesia AirAsia, which disappeared on Sunday, was new",
    """
The DT det 1
jet NN nsubj 11
flown VBN acl 1
by IN agent 2
Indonesia NNP compound 5
AirAsia NNP pobj 3
, , punct 5
which WDT nsubj 8
disappeared VBD relcl 5
on IN prep 8
Sunday NNP pobj 9
was VBD ROOT 11
new JJ acomp 11
""",
)
SUPPOSED = (
    "The stones may come from northern Wales by the sea",
    """
The DT det 1
stones NNS nsubj 3
may MD aux 3
come VB ROOT 3
from IN prep 3
northern JJ amod 6
Wales NNP pobj 4
by IN prep 3
the DT det 9
sea NN pobj 7
""",
)
SHIP = (
    "The Dali, a ship of 947 feet, left the Seagirt Marine Terminal at 12:39 in the dark",
    """
The DT det 1
Dali NNP nsubj 9
, , punct 1
a DT det 4
ship NN appos 1
of IN prep 4
947 CD nummod 7
feet NNS pobj 5
, , punct 1
left VBD ROOT 9
the DT det 13
Seagirt NNP compound 13
Marine NNP compound 13
Terminal NNP dobj 9
at IN prep 9
12:39 CD pobj 14
in IN prep 9
the DT det 18
dark NN pobj 16
""",
)


def parsed(text, table):
    """What a parser makes of one sentence, and the view of its article."""
    article = look_at(f"News of the day\n\n{text}.")
    view = View(article, find_names(article), date(2024, 5, 15))
    parser = Parser(Pipeline(doc(text, table)))
    return parser, view, parser(view)


def asked(text, table):
    """The questions that a parse gives, with their answers."""
    _, _, ideas = parsed(text, table)
    return {idea.ask: idea.answer for idea in ideas}


def test_without_the_package_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"sco-quiz\[parser\]"):
        parser_ideas("any")


def test_an_unknown_pipeline_is_named():
    pytest.importorskip("spacy")
    with pytest.raises(UsageError, match='pipeline "no_such_pipeline"'):
        parser_ideas("no_such_pipeline")


def test_a_pipeline_of_another_language_is_refused(monkeypatch):
    other = SimpleNamespace(lang="de", pipe_names=["tagger", "parser"])
    registry = SimpleNamespace(tokenizers=lambda name, func: None)
    spacy = SimpleNamespace(load=lambda name, **more: other, registry=registry)
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    monkeypatch.setitem(sys.modules, "spacy.tokenizer", SimpleNamespace(Tokenizer=None))
    with pytest.raises(UsageError, match='"german" parses no English'):
        parser_ideas("german")


def test_nothing_stays_in_the_place_of_spacys_commands():
    pytest.importorskip("spacy")
    with pytest.raises(UsageError):
        parser_ideas("no_such_pipeline")
    assert "spacy.cli" not in sys.modules or hasattr(importlib.import_module("spacy.cli"), "app")


def test_an_object_and_its_place_are_asked_for():
    found = asked(*BRIDGE)
    ask = "Which bridge did a freighter strike in Tampa Bay in 1980?"
    assert found[ask] == "Sunshine Skyway Bridge"
    assert found["In which year did a freighter strike the Sunshine Skyway Bridge in Tampa Bay?"]


def test_a_participle_behind_a_comma_is_a_clause_of_its_own():
    found = asked(*OPENED)
    assert found["In which year was the steel bridge opened?"] == 1977
    ask = "More than how many vehicles did the steel bridge carry along the coast?"
    assert found[ask] == 30000


def test_a_cause_is_asked_for():
    assert asked(*ENGINE) == {
        "Why did the main engine stop?": "because the pumps had no current",
    }


def test_what_is_told_aside_is_asked_of_the_name_it_stands_behind():
    found = asked(*RUNNER)
    assert found["In which country was Sifan Hassan born?"] == "Ethiopia"
    assert found["After how many kilometres did Sifan Hassan drop out?"] == 30


def test_which_of_two_things_disappeared_is_not_guessed():
    assert not any("disappear" in ask for ask in asked(*PLANE))


def test_what_a_name_is_called_elsewhere_asks_for_it():
    found = asked(*SHIP)
    ask = "Which ship left the Seagirt Marine Terminal at 12:39 in the dark?"
    assert found[ask] == "Dali"
    assert found["At what time did the Dali leave the Seagirt Marine Terminal in the dark?"]
    assert found["The Dali was a ship of how many feet?"] == 947


def test_what_only_may_be_gives_no_idea_and_flags_those_of_others():
    parser, view, ideas = parsed(*SUPPOSED)
    assert ideas == []
    sentence = view.article.sentences[0]
    start = sentence.start + sentence.text.index("Wales")
    gap = Idea("gap", "Fill the gap: x.", "Wales", "place", sentence, start, start + 5)
    (judged,) = parser.judged([gap])
    assert judged.doubts == (("claim", "may"),)


def test_an_answer_of_another_clause_is_dropped():
    parser, view, _ = parsed(*RUNNER)
    sentence = view.article.sentences[0]
    start = sentence.start + sentence.text.index("Ethiopia")
    ask = "In which country did Sifan Hassan drop out?"
    wrong = Idea("front", ask, "Ethiopia", "country", sentence, start, start + 8)
    assert parser.judged([wrong]) == []


def test_of_two_that_ask_the_same_the_parsed_one_stays():
    parser, view, ideas = parsed(*OPENED)
    sentence = view.article.sentences[0]
    start = sentence.start + sentence.text.index("1977")
    place = (sentence, start, start + 4)
    other = Idea("date", "In which year was the bridge opened?", 1977, "year", *place)
    gap = Idea("gap", "The steel bridge was opened in which year?", 1977, "year", *place)
    left = parser.judged([other, gap, *ideas])
    assert left[1:] == ideas
    assert left[0].kind == "gap"
    assert left[0].worth < gap.worth


def test_a_name_may_end_with_the_word_that_asks_for_it():
    text, table = BRIDGE
    parser = Parser(Pipeline(doc(text, table)))
    article = f"News of the day\n\n{text}."
    drafts = draft_article(article, today=date(2024, 5, 15), more=parser, judge=parser.judged)
    asked_for = {draft.answer: draft.ask for draft in drafts if draft.maker == "parser"}
    assert asked_for["Sunshine Skyway Bridge"].startswith("Which bridge did")


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [
        ("parachuted", "VBD", "parachute"),
        ("fizzled", "VBD", "fizzle"),
        ("targeted", "VBD", "target"),
        ("grabbed", "VBD", "grab"),
        ("married", "VBD", "marry"),
        ("struck", "VBD", "strike"),
        ("echoes", "VBZ", "echo"),
        ("tasted", "VBD", ""),
    ],
)
def test_the_form_behind_did_is_right_or_not_there(form, tag, base):
    assert base_of(form, tag) == base
