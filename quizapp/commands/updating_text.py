"""An update in words and as JSON: each question that changed, then the counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizapp.finding import ask_text
from quizapp.packs.format.text import printable
from quizapp.packs.update import Change, Kind, answer_text
from quizapp.updating import Fate

if TYPE_CHECKING:
    from quizapp.core.question import Question
    from quizapp.updating import Line, Plan

SHOWN = 200
"""So many questions are told one by one; `--json` has all."""


def describe(plan: Plan) -> Iterator[str]:
    """An update as lines: each question that changed, then the counts."""
    yield f"{plan.pack.title}: {plan.installed.version} -> {plan.pack.version}"
    yield ""
    for line in plan.lines[:SHOWN]:
        for text in _question_lines(line):
            yield printable(text)
    if len(plan.lines) > SHOWN:
        yield f"  and {len(plan.lines) - SHOWN} more; --json lists them all"
    if plan.lines:
        yield ""
    yield _kinds_text(plan)
    yield _memories_text(plan)


def _question_lines(line: Line) -> Iterator[str]:
    change = line.change
    now, former = change.question, change.former or change.question
    kinds = change.kinds
    learned = " (you had learned it)" if line.learned else ""
    yield f"  {now.id}: {_kinds_words(change)}; memory: {line.fate.value}{learned}"
    if Kind.WORDING not in kinds:
        yield f"      {_ask(now)}"
    else:
        yield f"      asked before: {_ask(former)}"
        yield f"      asked now:    {_ask(now)}"
    if Kind.RENAMED in kinds:
        yield f"      id: {former.id} -> {now.id}"
    if Kind.ANSWER in kinds or "spelling" in change.details:
        before, after = (answer_text(one.prompts[0].answer) for one in (former, now))
        yield f"      answer: {before} -> {after}"
    if Kind.TOPIC in kinds:
        yield f"      topic: {change.topics[0]} -> {change.topics[1]}"


def _ask(question: Question) -> str:
    return ask_text(question.prompts[0])


_WORDS = {
    "new": "new",
    "removed": "removed",
    "renamed": "renamed",
    "answer": "answer changed",
    "topic": "moved to another topic",
    "wording": "reworded",
}


def _kinds_words(change: Change) -> str:
    words = [_WORDS[kind.value] for kind in change.kinds if kind.value in _WORDS]
    if change.details:
        words.append(f"changed {', '.join(change.details)}")
    return ", ".join(words)


def _kinds_text(plan: Plan) -> str:
    kinds = plan.kinds
    words = {**_WORDS, "details": "otherwise changed"}
    parts = [f"{kinds[kind]} {words[kind.value]}" for kind in Kind if kinds[kind]]
    return ", ".join([*parts, f"{plan.untouched} as before"]) + "."


def _memories_text(plan: Plan) -> str:
    """What becomes of what the learner had learned, in numbers."""
    if not plan.known:
        return "You have learned none of its questions yet."
    lost = {
        Fate.RELEARNED: "to relearn",
        Fate.CARRIED: "carried over",
        Fate.ARCHIVED: "archived",
    }
    counts = {word: plan.count(fate, learned=True) for fate, word in lost.items()}
    kept = plan.known - sum(counts.values()) - plan.count(Fate.BACK, learned=True)
    back = plan.count(Fate.BACK) + plan.count(Fate.RETURNS)
    parts = [f"{kept} kept", *(f"{many} {word}" for word, many in counts.items() if many)]
    text = f"Of the {plan.known} you have learned: {', '.join(parts)}."
    return f"{text} {back} you knew before come back." if back else text


def as_row(plan: Plan, applied: bool) -> dict[str, Any]:
    """An update as a row of JSON."""
    return {
        "pack": plan.installed.id,
        "title": plan.pack.title,
        "from": plan.installed.version,
        "to": plan.pack.version,
        "applied": applied,
        "changes": {kind.value: many for kind, many in plan.kinds.items()},
        "unchanged": plan.untouched,
        "learned": plan.known,
        "memories": {
            fate.value: {"questions": plan.count(fate), "learned": plan.count(fate, learned=True)}
            for fate in Fate
            if plan.count(fate)
        },
        "questions": [_question_row(line) for line in plan.lines],
    }


def _question_row(line: Line) -> dict[str, Any]:
    change = line.change
    now, former = change.question, change.former
    row: dict[str, Any] = {
        "id": now.id,
        "changed": [kind.value for kind in change.kinds],
        "memory": line.fate.value,
        "learned": line.learned,
        "ask": _ask(now),
        "answer": answer_text(now.prompts[0].answer),
    }
    if former is not None and Kind.REMOVED not in change.kinds:
        row["former"] = {
            "id": former.id,
            "ask": _ask(former),
            "answer": answer_text(former.prompts[0].answer),
            "topic": former.topic,
        }
        row["topic"] = now.topic
    if change.details:
        row["details"] = list(change.details)
    return row
