"""What changed between two versions of a pack, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from quizapp.core.question import (
    Answer,
    Asked,
    DateAnswer,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    Pack,
    PackId,
    Prompt,
    Question,
    Reply,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.packs.codec import answer_hash, decode_answer


class Kind(Enum):
    """A way in which a question changed. The value is the word for it."""

    NEW = "new"
    REMOVED = "removed"
    RENAMED = "renamed"
    ANSWER = "answer"
    TOPIC = "topic"
    WORDING = "wording"
    DETAILS = "details"


class Change(NamedTuple):
    """What changed in one question.

    `question` is it as it is now, or as it was last; `former` as it was, None for a new one.
    `topics` are titles, before and now; `details` are the keys that changed otherwise.
    """

    kinds: tuple[Kind, ...]
    question: Question
    former: Question | None
    topics: tuple[str, str] = ("", "")
    details: tuple[str, ...] = ()


def compare(former: Pack, now: Pack, names: Mapping[str, str] | None = None) -> list[Change]:
    """Every question that changed, in the order of the newer version, then those that are gone.

    `names` gives for an id of the newer version the one it had in the former; without it, a
    question keeps its id or says with `was` what it had been.
    """
    before: dict[str, Question] = {one.id: one for one in former.questions}
    if names is None:
        names = _names(before, now.questions)
    titles = [{one.id: one.title for one in pack.topics} for pack in (former, now)]
    changes = []
    for question in now.questions:
        old = before.get(names.get(question.id, ""))
        if old is None:
            changes.append(Change((Kind.NEW,), question, None))
            continue
        topics = (titles[0][old.topic], titles[1][question.topic])
        kinds, details = _kinds(old, question)
        if kinds:
            changes.append(Change(kinds, question, old, topics, details))
    kept = {names.get(one.id) for one in now.questions}
    gone = (one for one in former.questions if one.id not in kept)
    return [*changes, *(Change((Kind.REMOVED,), one, one) for one in gone)]


def _names(before: Mapping[str, Question], now: Iterable[Question]) -> dict[str, str]:
    names = {}
    for one in now:
        known = [name for name in (one.id, *one.was) if name in before]
        if known:
            names[str(one.id)] = str(known[0])
    return names


def _kinds(former: Question, now: Question) -> tuple[tuple[Kind, ...], tuple[str, ...]]:
    if former == now._replace(line=former.line):
        return (), ()
    details = tuple(dict.fromkeys(_details(former, now)))
    found = {
        Kind.RENAMED: former.id != now.id,
        Kind.ANSWER: not same_answer(former.prompts[0].answer, now.prompts[0].answer),
        Kind.TOPIC: former.topic != now.topic,
        Kind.WORDING: _asked(former.prompts[0]) != _asked(now.prompts[0]),
        Kind.DETAILS: bool(details),
    }
    return tuple(kind for kind, so in found.items() if so), details


def _asked(prompt: Prompt) -> tuple[str, tuple[str, ...]]:
    return prompt.ask, tuple(getattr(prompt.answer, "parts", ()))


_FACTS = (
    "why",
    "as_of",
    "until",
    "replaced_by",
    "said_by",
    "needs",
    "evidence",
    "checked",
    "level",
    "more",
)
_ANSWER_KEYS = ("accept", "wrong", "typed", "within", "unit", "country")


def _details(former: Question, now: Question) -> Iterator[str]:
    """The keys, as authors write them, in which two versions differ beside answer and wording."""
    old, new = former.prompts[0], now.prompts[0]
    yield from _answer_details(old.answer, new.answer)
    if old.hint != new.hint:
        yield "hint"
    if former.prompts[1:] != now.prompts[1:]:
        yield "also"
    for key in _FACTS:
        if getattr(former, key) != getattr(now, key):
            yield key


def _answer_details(old: Answer, new: Answer) -> Iterator[str]:
    if type(old) is not type(new):
        yield "form"
    elif _texts(old) != _texts(new) and same_answer(old, new):
        yield "spelling"
    for key in _ANSWER_KEYS:
        if getattr(old, key, None) != getattr(new, key, None):
            yield "map" if key == "country" else key


def _texts(answer: Answer) -> list[str]:
    """The texts that an answer is made of, in whatever order."""
    match answer:
        case TextAnswer():
            return [answer.text]
        case SetAnswer(items=texts) | OrderAnswer(items=texts) | GapAnswer(gaps=texts):
            return sorted(texts)
        case MatchAnswer():
            return sorted(text for pair in answer.pairs for text in pair)
        case _:
            return []


def answer_text(answer: Answer) -> str:
    """The right answer on one line."""
    from quizapp.core.grading import expected_text

    return expected_text(answer)


@lru_cache(maxsize=20_000)
def alike(former: str, now: str) -> bool:
    """Whether two answers, as the catalog's JSON, are the same thing to remember.

    It takes a millisecond and is asked when a change is shown, and again when it is made, which
    holds the data file; so it remembers.
    """
    try:
        return same_answer(decode_answer(former), decode_answer(now))
    except ValueError:
        return False


def same_answer(former: Answer, now: Answer) -> bool:
    """Whether who knows one answer knows the other.

    Wrong options, the tolerance of a number, other spellings, letter case, accents and the like
    do not count, nor does it when an accepted spelling and the answer change places: one of the
    two is right where the other is wanted. Numbers, dates and orders are the same or are not.
    """
    if answer_hash(former) == answer_hash(now):
        return True
    if isinstance(former, MatchAnswer) and isinstance(now, MatchAnswer):
        return _folded(former) == _folded(now)
    return _is_right(former, now) or _is_right(now, former)


def _folded(answer: MatchAnswer) -> list[tuple[str, str]]:
    """The pairs of a match without what spelling forgives."""
    from quizapp.core.spelling import fold

    return sorted((fold(left), fold(right)) for left, right in answer.pairs)


def _is_right(given: Answer, wanted: Answer) -> bool:
    """Whether an answer, given as a reply, is right where the other is wanted."""
    reply = _as_reply(given, wanted)
    if reply is None:
        return False
    from quizapp.core.grading import grade
    from quizapp.core.verdict import Mark

    if isinstance(wanted, NumberAnswer):
        wanted = wanted._replace(within=0)
    if isinstance(wanted, (TextAnswer, SetAnswer)):
        # What was the answer may well be a wrong option now; only spelling is asked for here.
        wanted = wanted._replace(wrong=())
    question = Question(id=_NONE, topic=_NONE, prompts=(Prompt("", wanted),))  # type: ignore[arg-type]
    asked = Asked(PackId(""), question, question.prompts[0], _FORMS[type(wanted)])
    return grade(asked, reply).mark is Mark.RIGHT


_NONE = ""
_FORMS = {
    TextAnswer: Form.TYPED,
    NumberAnswer: Form.NUMBER,
    DateAnswer: Form.DATE,
    SetAnswer: Form.SELECT,
    GapAnswer: Form.GAP,
}


def _as_reply(given: Answer, wanted: Answer) -> Reply | None:
    """An answer as somebody would reply it to the other; None where it cannot be the same."""
    match given, wanted:
        case (TruthAnswer(), _) | (_, TruthAnswer()) | (OrderAnswer(), _) | (_, OrderAnswer()):
            return None
        case (TextAnswer(), TextAnswer() | NumberAnswer() | DateAnswer()):
            return (given.text,)
        case (NumberAnswer(), NumberAnswer() | TextAnswer()):
            return (answer_text(given._replace(unit="")),)
        case (DateAnswer(), DateAnswer() | TextAnswer()):
            return (answer_text(given),)
        case (SetAnswer(), SetAnswer()) if len(given.items) == len(wanted.items):
            return given.items
        case (GapAnswer(), GapAnswer()) if len(given.gaps) == len(wanted.gaps):
            return given.gaps
        case _:
            return None


def version_number(version: str) -> tuple[int, ...]:
    """A version as numbers: 1.10.0 comes after 1.9.0."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())
