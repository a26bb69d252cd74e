"""The figures of a pack: what it asks and how, what it cites, what a guesser could win in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from quizapp.core.ladder import put
from quizapp.core.question import (
    Form,
    Pack,
    PackId,
    Prompt,
    Question,
    Source,
    SourceId,
    Topic,
    TopicId,
    TruthAnswer,
)
from quizapp.packs.checking.guessing import (
    GuessFigures,
    LengthFigures,
    guess_figures,
    length_figures,
)
from quizapp.packs.format.text import printable

DOUBTS: Final = ("undated-word", "undated-office", "no-as-of", "unattributed")
"""Rules of the check whose findings are counted among the figures."""

FIRST_WORDS: Final = 3
_LONGEST_WORD: Final = 11
_SENTENCE_END: Final = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u2019\u201d\u00bb)\]]*$")


@dataclass(frozen=True, slots=True)
class FormFigures:
    """How many wordings are asked in a form at first: main ones, and those under `also`."""

    form: str
    main: int
    also: int


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """A topic's questions and wordings; `forms` are those that occur, in the order of Form."""

    id: TopicId
    questions: int
    also: int
    brief_words: int
    forms: tuple[FormFigures, ...]


@dataclass(frozen=True, slots=True)
class ParagraphFigures:
    """How many questions cite a paragraph.

    `begins` are the first words of one that none cites, where the article is at hand; else "".
    """

    number: int
    questions: int
    begins: str = ""


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """A cited source. Where its file is not `known`, only the cited paragraphs stand here."""

    id: SourceId
    known: bool
    paragraphs: tuple[ParagraphFigures, ...]

    @property
    def uncited(self) -> tuple[ParagraphFigures, ...]:
        """The paragraphs that no question cites."""
        return tuple(one for one in self.paragraphs if not one.questions)


@dataclass(frozen=True, slots=True)
class CitationFigures:
    """Questions that cite a paragraph, that cite addresses alone, and that cite nothing."""

    paragraph: int
    address_alone: int
    nothing: int


@dataclass(frozen=True, slots=True)
class PackFigures:
    """Every figure of one pack.

    `carry` says how many questions carry a key, by key; `doubts` how many findings of each rule
    in DOUBTS the check made.
    """

    id: PackId
    questions: int
    also: int
    topics: tuple[TopicFigures, ...]
    citations: CitationFigures
    sources: tuple[SourceFigures, ...]
    carry: Mapping[str, int]
    true: int
    false: int
    lengths: tuple[LengthFigures, ...]
    guesses: tuple[GuessFigures, ...]
    doubts: Mapping[str, int]


def pack_figures(
    pack: Pack,
    *,
    sources: Mapping[SourceId, Source] = {},
    articles: Mapping[SourceId, Sequence[str]] = {},
    rules: Iterable[str] = (),
) -> PackFigures:
    """The figures of `pack`.

    `sources` are the cited ones whose files are known; `articles` the paragraphs, headline
    first, of those that are at hand; `rules` the rule of each finding that the check made.
    """
    found = Counter(rules)
    truths = Counter(
        prompt.answer.value
        for question in pack.questions
        for prompt in question.prompts
        if isinstance(prompt.answer, TruthAnswer)
    )
    return PackFigures(
        id=pack.id,
        questions=len(pack.questions),
        also=sum(len(question.prompts) - 1 for question in pack.questions),
        topics=_topics(pack),
        citations=_citations(pack),
        sources=_sources(pack, sources, articles),
        carry={key: sum(map(carries, pack.questions)) for key, carries in _CARRIED.items()},
        true=truths[True],
        false=truths[False],
        lengths=length_figures(pack),
        guesses=guess_figures(pack),
        doubts={rule: found[rule] for rule in DOUBTS},
    )


def first_form(pack: Pack, question: Question, prompt: Prompt) -> Form:
    """The form in which a learner who is new to a wording is asked it."""
    return put(pack.id, question, prompt, recall=False, seed=0).form


def first_words(paragraph: str) -> str:
    """At most FIRST_WORDS words to know a paragraph by, never a whole sentence of it; maybe "".

    Long words are cut, so that a text without spaces stays short too.
    """
    found = paragraph.split()
    kept = takewhile(lambda word: not _SENTENCE_END.search(word), found[: len(found) - 1])
    short = [
        word if len(word) <= _LONGEST_WORD else word[: _LONGEST_WORD - 1] + "\u2026"
        for word in list(kept)[:FIRST_WORDS]
    ]
    return printable(" ".join(short))


_CARRIED: Final[dict[str, Callable[[Question], bool]]] = {
    "why": lambda question: bool(question.why),
    "hint": lambda question: any(prompt.hint for prompt in question.prompts),
    "as_of": lambda question: question.as_of is not None,
    "until": lambda question: question.until is not None,
    "said_by": lambda question: bool(question.said_by),
    "needs": lambda question: bool(question.needs),
    "more": lambda question: bool(question.more),
    "checked": lambda question: question.checked is not None,
}


def _topics(pack: Pack) -> tuple[TopicFigures, ...]:
    asked: dict[TopicId, list[Question]] = {topic.id: [] for topic in pack.topics}
    for question in pack.questions:
        asked[question.topic].append(question)
    return tuple(_topic(pack, topic, asked[topic.id]) for topic in pack.topics)


def _topic(pack: Pack, topic: Topic, questions: Sequence[Question]) -> TopicFigures:
    main: Counter[Form] = Counter()
    also: Counter[Form] = Counter()
    for question in questions:
        first, *others = (first_form(pack, question, prompt) for prompt in question.prompts)
        main[first] += 1
        also.update(others)
    return TopicFigures(
        id=topic.id,
        questions=len(questions),
        also=sum(also.values()),
        brief_words=len(topic.brief.split()),
        forms=tuple(
            FormFigures(form.value, main[form], also[form])
            for form in Form
            if main[form] or also[form]
        ),
    )


def _citations(pack: Pack) -> CitationFigures:
    cited = [question.evidence for question in pack.questions if question.evidence]
    alone = sum(all(entry.is_address for entry in evidence) for evidence in cited)
    return CitationFigures(len(cited) - alone, alone, len(pack.questions) - len(cited))


def _sources(
    pack: Pack,
    sources: Mapping[SourceId, Source],
    articles: Mapping[SourceId, Sequence[str]],
) -> tuple[SourceFigures, ...]:
    cited: dict[SourceId, Counter[int]] = {}
    for question in pack.questions:
        # A question that cites a paragraph twice is still one question.
        places = {(e.source, e.paragraph) for e in question.evidence if not e.is_address}
        for source_id, paragraph in places:
            cited.setdefault(source_id, Counter())[paragraph] += 1
    return tuple(
        _source(source_id, cited[source_id], sources.get(source_id), articles.get(source_id, ()))
        for source_id in sorted(cited)
    )


def _source(
    source_id: SourceId, cited: Counter[int], source: Source | None, article: Sequence[str]
) -> SourceFigures:
    numbers = range(1, len(source.paragraphs)) if source else sorted(cited)
    paragraphs = tuple(
        ParagraphFigures(number, cited[number], _begins(number, cited, article))
        for number in numbers
    )
    return SourceFigures(source_id, source is not None, paragraphs)


def _begins(number: int, cited: Counter[int], article: Sequence[str]) -> str:
    return "" if cited[number] or number >= len(article) else first_words(article[number])
