"""Ideas out of a parse, and a judgement on others, where spaCy and a pipeline are installed.

The parse gives clauses, with their parts, that the words alone do not; what is made of them is
named, flagged, ranked and given options like all other ideas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from quizapp.drafting.grammar.speech import report
from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.parse.asking import tree_ideas
from quizapp.drafting.parse.clauses import stated
from quizapp.drafting.parse.judging import judged
from quizapp.drafting.parse.names import nouns_of
from quizapp.drafting.parse.pipelines import load_pipeline
from quizapp.drafting.text.article import Sentence

_AT_ONCE = 256


class Parser:
    """Gives ideas by a pipeline, and judges ideas by what it made of the same sentences."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._docs: dict[int, tuple[Any, int]] = {}

    def __call__(self, view: View) -> list[Idea]:
        """The ideas that the parse of an article gives."""
        return list(self._ideas(view))

    def judged(self, ideas: Iterable[Idea]) -> list[Idea]:
        """Those of the ideas on the article parsed last that its parse bears out."""
        return list(judged(ideas, self._docs))

    def _ideas(self, view: View) -> Iterator[Idea]:
        sentences = [one for one in view.article.sentences if _is_plain(one)]
        reports = [report(one.text) for one in sentences]
        both = list(zip(sentences, reports, strict=True))
        bodies = [one.text[told.start : told.end] for one, told in both]
        docs = list(self._nlp.pipe(bodies, batch_size=_AT_ONCE))
        self._docs = {
            one.number: (doc, told.start) for (one, told), doc in zip(both, docs, strict=True)
        }
        nouns = nouns_of(docs)
        for (sentence, told), doc in zip(both, docs, strict=True):
            for clause in stated(doc, told.start):
                yield from tree_ideas(view, sentence, clause, told, nouns)


def parser_ideas(name: str) -> Parser:
    """What gives and judges ideas by the pipeline `name`. Raises UsageError where it cannot."""
    return Parser(load_pipeline(name))


def _is_plain(sentence: Sentence) -> bool:
    text = sentence.text
    is_whole = text.rstrip('")').endswith((".", "!", ";"))
    return is_whole and not (sentence.inside or text.count('"') % 2)
