"""The wordings of a question: what is asked, the answer, the hint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from quizapp.core.question import Prompt
from quizapp.packs.format import limits
from quizapp.packs.format.answers import ANSWER_KEYS, read_answer, read_gap
from quizapp.packs.format.fields import Fields

PROMPT_KEYS: Final = ANSWER_KEYS | {"ask", "answer", "gap", "hint"}
"""What may stand in a question and in each of its `also`."""

_FACTS: Final = (
    "id topic why as_of until replaced_by said_by was needs evidence checked level more also"
)
FACT_KEYS: Final = frozenset(_FACTS.split())
"""What may stand in a question alone."""

_QUESTION_KEYS: Final = PROMPT_KEYS | FACT_KEYS

SLIPS: Final[Mapping[str, str]] = {
    "question": 'write "ask"',
    "prompt": 'write "ask"',
    "text": 'write "ask"',
    "correct": 'write "answer"',
    "solution": 'write "answer"',
    "answers": 'write "answer"',
    "options": 'write the right one as "answer" and the others as "wrong"',
    "choices": 'write the right one as "answer" and the others as "wrong"',
    "distractors": 'write "wrong"',
    "explanation": 'write "why"',
    "explain": 'write "why"',
    "source": 'write evidence = { source = "…" }',
    "sources": 'write evidence = [{ source = "…" }]',
    "tolerance": 'write "within"',
    "country": 'write "map"',
    "date": 'write "as_of"',
    "difficulty": 'write "level"',
    "link": 'write "more"',
    "url": 'write "more"',
    "category": 'write "topic"',
    "aliases": 'write "accept"',
    "type": "remove it: the answer itself says how it is asked",
}
"""What authors who come from other programs write, and what it is called here."""

_AT_TOP: Final = "it belongs at the top of the file, before the first [[…]]"
_IN_QUESTION: Final = "it belongs to the question: write it above the first [[question.also]]"

_QUESTION_ADVICE: Final = {
    **SLIPS,
    **dict.fromkeys(("format", "title", "version", "language", "license", "about"), _AT_TOP),
    "brief": "it belongs to a [[topic]]",
}
_ALSO_ADVICE: Final = {**SLIPS, **dict.fromkeys(FACT_KEYS, _IN_QUESTION)}


def read_prompts(fields: Fields) -> list[tuple[Fields, Prompt]]:
    """The main wording and each `also` with its table, without those that cannot be read."""
    fields.refuse_unknown(_QUESTION_KEYS, _QUESTION_ADVICE)
    tables = [fields]
    if "also" in fields:
        for index, table in fields.tables("also", limits.ALSO):
            also = fields.inner(table, ("also", index), f"also {index + 1}")
            also.refuse_unknown(PROMPT_KEYS, _ALSO_ADVICE)
            tables.append(also)
    prompts = [(table, _read_prompt(table)) for table in tables]
    return [(table, prompt) for table, prompt in prompts if prompt is not None]


def _read_prompt(fields: Fields) -> Prompt | None:
    hint = fields.text("hint", limits.HINT) if "hint" in fields else ""
    if "gap" in fields:
        for key in ("ask", "answer"):
            if key in fields:
                fields.complain(key, 'cannot stand beside "gap", which is both; remove one')
        gap = read_gap(fields)
        return Prompt("", gap, hint) if gap else None
    if "answer" not in fields:
        _without_answer(fields)
        return None
    ask = fields.text("ask", limits.ASK, required='the question itself: ask = "…?"')
    answer = read_answer(fields)
    return Prompt(ask, answer, hint) if answer else None


def _without_answer(fields: Fields) -> None:
    if "ask" in fields:
        fields.text("ask", limits.ASK)
        fields.missing("answer", 'the right answer: answer = "…"')
        return
    where = f" in {fields.owner}" if fields.owner else ""
    fields.report(f'nothing is asked{where}; add "ask" and "answer", or "gap"')
