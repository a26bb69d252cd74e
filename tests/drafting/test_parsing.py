"""Clauses by a parser, where one is installed."""

import sys

import pytest

from quizapp.drafting.parsing import parser_ideas
from quizapp.errors import UsageError


def test_without_the_package_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"sco-quiz\[parser\]"):
        parser_ideas("any")


def test_an_unknown_pipeline_is_named():
    pytest.importorskip("spacy")
    with pytest.raises(UsageError, match='pipeline "no_such_pipeline"'):
        parser_ideas("no_such_pipeline")
