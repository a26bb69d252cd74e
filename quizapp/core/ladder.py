"""The ladder, recognition first and recall later: the form a question takes, and its options."""

from __future__ import annotations

import random

from quizapp.core.dates import date_text
from quizapp.core.memory import Memory
from quizapp.core.numbers import option_text
from quizapp.core.question import (
    Asked,
    DateAnswer,
    Form,
    GapAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    PackId,
    Prompt,
    Question,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)

RECALL_STABILITY = 4.0
"""Days of stability from which a question is asked without options."""
VARIED_STABILITY = 14.0
"""Days of stability from which a question's other wordings take turns."""
_TRIES = 9
"""How often at most options are shuffled for another order: two have it in every second try."""


def ask(
    pack: PackId,
    question: Question,
    memory: Memory | None,
    *,
    seed: int,
    wording: int | None = None,
) -> Asked:
    """The question as it is put at this point of its life.

    Unknown or weak memories get options where the question has any; stronger ones are typed;
    from two weeks of stability on, the `also` wordings take turns with the main one. The same
    `seed` gives the same order of options. `wording` is the number of the one that is wanted.
    """
    stability = memory.stability if memory else 0.0
    prompt = question.prompts[0]
    if wording is not None and wording < len(question.prompts):
        prompt = question.prompts[wording]
    elif memory and stability >= VARIED_STABILITY:
        prompt = question.prompts[memory.replies % len(question.prompts)]
    return put(pack, question, prompt, recall=stability >= RECALL_STABILITY, seed=seed)


def put(pack: PackId, question: Question, prompt: Prompt, *, recall: bool, seed: int) -> Asked:
    """`prompt` as shown: without options where `recall` asks for it and the answer can be typed."""
    chance = random.Random(seed)
    form, options = _form_and_options(prompt, recall, chance)
    return Asked(pack=pack, question=question, prompt=prompt, form=form, options=options)


def shuffled_anew(asked: Asked, shown: tuple[str, ...], *, seed: int) -> Asked:
    """`asked` with its options in another order than they were `shown` in.

    What keeps its natural order, such as years, stays as it is.
    """
    chance = random.Random(seed)
    for _ in range(_TRIES):
        if not asked.options or asked.options != shown:
            break
        _, options = _form_and_options(asked.prompt, False, chance)
        asked = asked._replace(options=options)
    return asked


def _form_and_options(  # noqa: C901 - one case for each kind of answer
    prompt: Prompt, recall: bool, chance: random.Random
) -> tuple[Form, tuple[str, ...]]:
    match prompt.answer:
        case TextAnswer() as answer:
            return _text(answer, recall, chance)
        case TruthAnswer():
            return Form.TRUE_FALSE, ("true", "false")
        case NumberAnswer() as answer:
            return Form.NUMBER, () if recall else _values(answer)
        case DateAnswer() as answer:
            return Form.DATE, () if recall else _days(answer)
        case SetAnswer() as answer:
            return Form.SELECT, () if recall else _ticks(answer, chance)
        case OrderAnswer() as answer:
            return Form.ORDER, _disordered(answer.items, chance)
        case MatchAnswer() as answer:
            rights = tuple(dict.fromkeys(right for _, right in answer.pairs))
            return Form.MATCH, _disordered(rights, chance)
        case GapAnswer():
            return Form.GAP, ()


def _ticks(answer: SetAnswer, chance: random.Random) -> tuple[str, ...]:
    """What to tick, right and wrong mixed."""
    return _shuffled((*answer.items, *answer.wrong), chance) if answer.wrong else ()


def _values(answer: NumberAnswer) -> tuple[str, ...]:
    """Numbers to choose from keep their natural order."""
    values = sorted((answer.value, *answer.wrong)) if answer.wrong else ()
    return tuple(option_text(value, answer.unit) for value in values)


def _days(answer: DateAnswer) -> tuple[str, ...]:
    """So do days."""
    days = sorted((answer.value, *answer.wrong)) if answer.wrong else ()
    return tuple(date_text(day) for day in days)


def _text(answer: TextAnswer, recall: bool, chance: random.Random) -> tuple[Form, tuple[str, ...]]:
    typed = not answer.wrong or (recall and answer.typed)
    options = () if typed else _choices((answer.text, *answer.wrong), chance)
    if answer.country:
        return Form.MAP, options
    return (Form.CHOICE if options else Form.TYPED), options


def _choices(options: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """Options that are all whole numbers or years keep their natural order, all others none."""
    if all(option.isdecimal() for option in options):
        return tuple(sorted(options, key=int))
    return _shuffled(options, chance)


def _shuffled(items: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(items, len(items)))


def _disordered(items: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """A shuffle that never happens to be the right order, which would ask nothing."""
    shuffled = _shuffled(items, chance)
    return shuffled if shuffled != items else (*items[1:], items[0])
