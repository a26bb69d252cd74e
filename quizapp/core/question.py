"""Questions, their answers and forms, packs and sources: the values everything else works on."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple, NewType, TypeAlias

PackId = NewType("PackId", str)
TopicId = NewType("TopicId", str)
QuestionId = NewType("QuestionId", str)
SourceId = NewType("SourceId", str)


class Form(Enum):
    """One way of asking a question. The value is the word shown, logged and written in files."""

    CHOICE = "choice"
    TYPED = "typed"
    TRUE_FALSE = "true/false"
    NUMBER = "number"
    DATE = "date"
    SELECT = "select"
    ORDER = "order"
    MATCH = "match"
    GAP = "gap"
    MAP = "map"


class TextAnswer(NamedTuple):
    """A word or phrase, offered as a choice where there is `wrong`, and typed where `typed` allows.

    `country` is an ISO 3166 alpha-2 code where the question lights a country on the map.
    """

    text: str
    accept: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    typed: bool = True
    country: str = ""


class TruthAnswer(NamedTuple):
    """A statement that is true or false."""

    value: bool


class NumberAnswer(NamedTuple):
    """A number, right when the reply is at most `within` away from it."""

    value: int | float
    within: int | float = 0
    unit: str = ""
    wrong: tuple[int | float, ...] = ()


class DateAnswer(NamedTuple):
    """A calendar day."""

    value: date
    wrong: tuple[date, ...] = ()


class SetAnswer(NamedTuple):
    """Several items in any order: ticked where `wrong` is given, else named from memory.

    `accept` pairs an item with its other right spellings.
    """

    items: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    accept: tuple[tuple[str, tuple[str, ...]], ...] = ()


class OrderAnswer(NamedTuple):
    """Items in the one right order."""

    items: tuple[str, ...]


class MatchAnswer(NamedTuple):
    """Left sides, each with its right side; two lefts may share a right side."""

    pairs: tuple[tuple[str, str], ...]


class GapAnswer(NamedTuple):
    """A sentence with gaps: `parts` stand around `gaps`, so len(parts) == len(gaps) + 1.

    `accept` pairs a gap's text with its other right spellings.
    """

    parts: tuple[str, ...]
    gaps: tuple[str, ...]
    accept: tuple[tuple[str, tuple[str, ...]], ...] = ()


Answer: TypeAlias = (
    TextAnswer
    | TruthAnswer
    | NumberAnswer
    | DateAnswer
    | SetAnswer
    | OrderAnswer
    | MatchAnswer
    | GapAnswer
)


class Prompt(NamedTuple):
    """One wording of a question with its answer; `ask` is "" where a gap sentence asks itself."""

    ask: str
    answer: Answer
    hint: str = ""


class Evidence(NamedTuple):
    """Where a source bears the answer out.

    `source` is a source id with `paragraph` (from 1) and `terms`, or an http(s)
    address alone, with paragraph 0 and no terms.
    """

    source: SourceId
    paragraph: int = 0
    terms: tuple[str, ...] = ()

    @property
    def is_address(self) -> bool:
        """True where only an address is known, with no text at hand."""
        return self.source.startswith(("https://", "http://"))


class Question(NamedTuple):
    """One fact to remember, with every way it may be asked. `prompts[0]` is the main wording."""

    id: QuestionId
    topic: TopicId
    prompts: tuple[Prompt, ...]
    why: str = ""
    as_of: date | None = None
    until: date | None = None
    replaced_by: QuestionId | None = None
    said_by: str = ""
    was: tuple[QuestionId, ...] = ()
    needs: tuple[QuestionId, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    checked: date | None = None
    level: int = 1
    more: str = ""
    line: int = 0


class Topic(NamedTuple):
    """A part of a pack, with a brief to read before being asked (Markdown, our own words)."""

    id: TopicId
    title: str
    brief: str = ""


class Pack(NamedTuple):
    """What a pack file says, checked: topics exist, ids are unique, every `needs` is there."""

    id: PackId
    title: str
    version: str
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    language: str = "en"
    license: str = ""
    about: str = ""


class Asked(NamedTuple):
    """A question as it is put to the learner right now.

    `options` are in the order shown: the choices, the items to tick, the items
    to put in order, the right sides to match; empty where the reply is typed.
    """

    pack: PackId
    question: Question
    prompt: Prompt
    form: Form
    options: tuple[str, ...] = ()


Reply: TypeAlias = tuple[str, ...]
"""What the learner gave. () is "don't know". One string for choice, typed, number, date and map;
"true" or "false"; the ticked or named items; the items in order; the right side for each left
side in the file's order; the text of each gap."""

DONT_KNOW: Reply = ()


class Paragraph(NamedTuple):
    """A paragraph's fingerprint: the SHA-256 of its text and the truncated hashes of its words."""

    sha256: str
    words: frozenset[str]


class Source(NamedTuple):
    """An article that packs draw on, known by its fingerprints alone.

    `paragraphs[0]` is the headline; the body counts from 1, as evidence does.
    `sha256` is of the whole text.
    """

    id: SourceId
    title: str
    publisher: str
    published: date
    address: str
    sha256: str
    paragraphs: tuple[Paragraph, ...]
