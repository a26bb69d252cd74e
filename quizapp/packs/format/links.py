"""What questions of a pack say about one another: ids once, no dead ends, no circles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from quizapp.core.question import Question, QuestionId
from quizapp.packs.format import limits
from quizapp.packs.format.fields import Finding
from quizapp.packs.format.lines import Path
from quizapp.packs.format.text import quoted

_CIRCLE_SHOWN = 6

# Comparing every dead end with every id of a huge pack would take minutes.
_COMPARED = 2_000
_SUGGESTIONS = 20


def check_links(questions: Sequence[Question]) -> Iterator[Finding]:
    """Every problem between questions; `questions` stand in the file's order.

    A question whose id could not be read has the id "".
    """
    places: dict[QuestionId, int] = {}
    for index, question in enumerate(questions):
        if not question.id:
            continue
        if (first := places.setdefault(question.id, index)) != index:
            line = questions[first].line
            message = f"the id is taken by the question on line {line}; give one of them another"
            yield Finding((*_place(index), "id"), question.id, message)
    yield from _former_ids(questions, places)
    yield from _references(questions, places)
    for key in ("needs", "replaced_by"):
        yield from islice(_circles(questions, places, key), limits.CIRCLES)


def _place(index: int) -> Path:
    return ("question", index)


def _former_ids(
    questions: Sequence[Question], places: Mapping[QuestionId, int]
) -> Iterator[Finding]:
    claimed: dict[QuestionId, QuestionId] = {}
    for index, question in enumerate(questions):
        path = (*_place(index), "was")
        for former in question.was:
            name = quoted(former)
            if former in places:
                message = f'"was" names {name}, an id still in use; remove it there'
                yield Finding(path, question.id, message)
            elif (owner := claimed.setdefault(former, question.id)) != question.id:
                message = f'"was" names {name}, which {quoted(owner)} claims too; keep it in one'
                yield Finding(path, question.id, message)


def _references(
    questions: Sequence[Question], places: Mapping[QuestionId, int]
) -> Iterator[Finding]:
    suggestions = iter(range(_SUGGESTIONS if len(places) <= _COMPARED else 0))
    for index, question in enumerate(questions):
        for key in ("needs", "replaced_by"):
            for target in _next(question, key):
                path = (*_place(index), key)
                if target == question.id:
                    message = f'"{key}" names the question itself; remove it there'
                    yield Finding(path, question.id, message)
                elif target not in places:
                    near = _nearest(target, places) if next(suggestions, -1) >= 0 else ""
                    cure = f"did you mean {quoted(near)}?" if near else "mend the id or remove it"
                    message = f'"{key}" names {quoted(target)}, which is no question of this pack'
                    yield Finding(path, question.id, f"{message}; {cure}")


def _nearest(target: QuestionId, known: Collection[QuestionId]) -> str:
    import difflib

    return next(iter(difflib.get_close_matches(target[: limits.ID], known, n=1)), "")


def _next(question: Question, key: str) -> tuple[QuestionId, ...]:
    if key == "needs":
        return question.needs
    return (question.replaced_by,) if question.replaced_by else ()


def _circles(
    questions: Sequence[Question], places: Mapping[QuestionId, int], key: str
) -> Iterator[Finding]:
    """Each circle once, told at its first question; a walk without recursion."""
    finished: set[int] = set()
    for start, question in enumerate(questions):
        if start in finished or not _next(question, key):
            continue
        trail = [start]
        on_trail = {start}
        waiting = [iter(_next(question, key))]
        while trail:
            index = next((places[other] for other in waiting[-1] if other in places), None)
            if index is None:
                finished.add(trail[-1])
                on_trail.discard(trail.pop())
                waiting.pop()
            elif index in on_trail:
                if index != trail[-1]:
                    yield _circle(questions, trail[trail.index(index) :], key)
            elif index not in finished:
                trail.append(index)
                on_trail.add(index)
                waiting.append(iter(_next(questions[index], key)))


def _circle(questions: Sequence[Question], circle: list[int], key: str) -> Finding:
    first = circle.index(min(circle))
    turned = circle[first:] + circle[:first]
    names = [questions[index].id for index in (*turned, turned[0])]
    if len(names) > _CIRCLE_SHOWN:
        names[_CIRCLE_SHOWN - 2 : -1] = [QuestionId("…")]
    message = f'"{key}" goes round in a circle: {" -> ".join(names)}; remove one of these links'
    return Finding((*_place(turned[0]), key), questions[turned[0]].id, message)
