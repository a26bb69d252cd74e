"""The reply that a typed line means, in every form; or a sentence on what is wrong with it."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizapp.core.grading import problem_with, split_items
from quizapp.core.question import DONT_KNOW, Asked, Form, GapAnswer, MatchAnswer, Reply, SetAnswer
from quizapp.plain.lines import Lines

if TYPE_CHECKING:
    pass


def understood(lines: Lines, asked: Asked, text: str) -> Reply | None:
    """The reply a line means, or None after saying what is wrong with it."""
    if not text:
        lines.say("Type your answer, or ? if you do not know.")
        return None
    if text == "?":
        return DONT_KNOW
    try:
        reply = parse(asked, text)
    except ValueError as error:
        lines.say(str(error))
        return None
    if problem := problem_with(asked, reply):
        lines.say(problem)
        return None
    return reply


def parse(asked: Asked, text: str) -> Reply:
    """The reply that a line means. Raises ValueError with a sentence for the learner."""
    match asked.form:
        case Form.TRUE_FALSE:
            return _truth(text)
        case Form.SELECT if asked.options:
            return tuple(_pick(asked.options, word) for word in _words(text))
        case Form.SELECT:
            answer = asked.prompt.answer
            known = (*answer.items, *answer.wrong) if isinstance(answer, SetAnswer) else ()
            return split_items(text, known)
        case Form.ORDER:
            return _order(asked, text)
        case Form.MATCH:
            return _match(asked, text)
        case Form.GAP:
            return _gaps(asked, text)
        case _ if asked.options:
            return (_pick(asked.options, text),)
        case _:
            return (text,)


def _words(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").split()


def _truth(text: str) -> Reply:
    for reply in ("true", "false"):
        if reply.startswith(text.lower()):
            return (reply,)
    if text.lower() in ("y", "yes", "1"):
        return ("true",)
    if text.lower() in ("n", "no", "2"):
        return ("false",)
    raise ValueError("Type t for true or f for false.")


def _pick(options: tuple[str, ...], text: str) -> str:
    # An option's own text goes first: the options of a number question are numbers themselves.
    for option in options:
        if option.casefold() == text.casefold() and not text.isdecimal():
            return option
    # Python refuses to count thousands of digits, in words of its own.
    if text.isdecimal() and len(text) < 10 and 1 <= int(text) <= len(options):
        return options[int(text) - 1]
    raise ValueError(f"Type a number from 1 to {len(options)}.")


def _order(asked: Asked, text: str) -> Reply:
    words = _words(text)
    if len(words) == 1 and text.isdecimal() and len(asked.options) < 10:
        words = list(text)
    picked = tuple(_pick(asked.options, word) for word in words)
    if sorted(picked) != sorted(asked.options):
        raise ValueError(f"Type each of the numbers 1 to {len(asked.options)} once.")
    return picked


def _match(asked: Asked, text: str) -> Reply:
    answer = asked.prompt.answer
    pairs = answer.pairs if isinstance(answer, MatchAnswer) else ()
    letters = [word.lstrip("0123456789.:-") or word for word in _words(text.lower())]
    if len(letters) == 1 and len(letters[0]) == len(pairs):
        letters = list(letters[0])
    known = dict(zip(ascii_lowercase, asked.options, strict=False))
    if len(letters) != len(pairs) or any(letter not in known for letter in letters):
        raise ValueError(f"Type {len(pairs)} letters, one for each number, such as: 1b 2a")
    numbers = [word.rstrip(ascii_lowercase).rstrip(".:-") for word in _words(text.lower())]
    if all(number.isdecimal() for number in numbers) and len(numbers) == len(letters):
        chosen = dict(zip(map(int, numbers), letters, strict=True))
        if set(chosen) != set(range(1, len(pairs) + 1)):
            raise ValueError(f"Give each of the numbers 1 to {len(pairs)} one letter.")
        letters = [chosen[number] for number in range(1, len(pairs) + 1)]
    return tuple(known[letter] for letter in letters)


def _gaps(asked: Asked, text: str) -> Reply:
    answer = asked.prompt.answer
    many = len(answer.gaps) if isinstance(answer, GapAnswer) else 1
    given = tuple(part.strip() for part in text.split(";")) if many > 1 else (text,)
    if len(given) != many or not all(given):
        raise ValueError(f"Fill {many} gaps, with ; between them.")
    return given
