"""Author checks of answers and options: what lets a guesser win, and what is unfair to a knower."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from quizapp.core.question import (
    DateAnswer,
    GapAnswer,
    NumberAnswer,
    Pack,
    Prompt,
    Question,
    SetAnswer,
    TextAnswer,
    TruthAnswer,
)
from quizapp.packs.checking.aliases import canonical, is_capital_for_country, may_be_capitals
from quizapp.packs.checking.finding import Remark, Remarks
from quizapp.packs.checking.passages import asked_text
from quizapp.packs.checking.spellings import MONTHS, number_of
from quizapp.packs.words import content_words, word_list, words

FEWEST_WRONG = 3
LONGER = 1.25
"""The right option is clearly longest above so many times the longest wrong one."""
LONGER_BY = 4
UNEVEN = 3
UNEVEN_BY = 20
OFTEN = 1.2
"""A share of right options that are longest above so many times chance is a hint to guessers."""
ENOUGH = 20
"""So many choices are needed before a share says something."""

_ABOVE = re.compile(
    r"\b(?:all|none|any|both|neither|either|each)\s+of\s+(?:the\s+)?(?:above|these|those|them)\b"
    r"|\b(?:all|none|any) (?:the )?above\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"both [a-d1-4] and [a-d1-4]\b", re.IGNORECASE)
_POINTING = ("above", "these", "those", "them", "both")
"""Without one of these, no option points at others."""
_ARTICLE = re.compile(r"(?:the|an?)\s+\S", re.IGNORECASE)
_NUMERIC = re.compile(r"[^\w]*\d[\d.,]*(?:st|nd|rd|th|%|\s|$)")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_MONTHS = frozenset(MONTHS)


def option_remarks(question: Question, *, english: bool) -> Remarks:
    """What is wrong with the answers and options of `question`."""
    for number, prompt in enumerate(question.prompts):
        place = f" of also {number}" if number else ""
        for rule, message in _prompt_faults(prompt, place, english=english):
            yield Remark(rule, question.line, question.id, message)


def pack_option_remarks(pack: Pack) -> Remarks:
    """Whether the length of the right option gives answers away over the whole pack."""
    choices = [
        prompt.answer
        for question in pack.questions
        for prompt in question.prompts
        if isinstance(prompt.answer, TextAnswer) and prompt.answer.wrong
    ]
    if len(choices) < ENOUGH:
        return
    chance = sum(1 / (1 + len(choice.wrong)) for choice in choices) / len(choices)
    for rule, word, stands_out in (
        ("longest-too-often", "longest", _is_longest),
        ("shortest-too-often", "shortest", _is_shortest),
    ):
        share = sum(map(stands_out, choices)) / len(choices)
        if share > OFTEN * chance:
            message = (
                f"the right option is the {word} in {share:.0%} of {len(choices)} choices, where"
                f" chance gives {chance:.0%}; even out the lengths of some options"
            )
            yield Remark(rule, 0, "", message)


def _is_longest(choice: TextAnswer) -> bool:
    return len(choice.text) > max(map(len, choice.wrong))


def _is_shortest(choice: TextAnswer) -> bool:
    return len(choice.text) < min(map(len, choice.wrong))


def _prompt_faults(prompt: Prompt, place: str, *, english: bool) -> Iterable[tuple[str, str]]:
    answer = prompt.answer
    match answer:
        case TextAnswer():
            yield from _given_away(prompt, place)
            if answer.wrong:
                yield from _choice_faults(answer, place, english=english)
                yield from _few(len(answer.wrong), place)
                yield from _names(
                    ((answer.text, *answer.accept), *((w,) for w in answer.wrong)), place
                )
        case SetAnswer():
            if english:
                yield from _above((*answer.items, *answer.wrong), place)
            accept = dict(answer.accept)
            right = [(item, *accept.get(item, ())) for item in answer.items]
            yield from _names([*right, *((option,) for option in answer.wrong)], place)
        case NumberAnswer() | DateAnswer():
            yield from _given_away(prompt, place)
            if answer.wrong:
                yield from _few(len(answer.wrong), place)
            if isinstance(answer, NumberAnswer):
                yield from _within(answer, place)
        case _:
            pass


def _choice_faults(answer: TextAnswer, place: str, *, english: bool) -> Iterable[tuple[str, str]]:
    options = (answer.text, *answer.wrong)
    longest = max(map(len, answer.wrong))
    if len(answer.text) > LONGER * longest and len(answer.text) - longest > LONGER_BY:
        yield (
            "right-longest",
            (
                f'the right option{place} "{answer.text}" is clearly the longest; shorten it, or'
                " give the wrong ones as much detail"
            ),
        )
    lengths = sorted(map(len, options))
    if lengths[-1] > UNEVEN * lengths[0] and lengths[-1] - lengths[0] > UNEVEN_BY:
        yield (
            "uneven-options",
            f"options{place} are {lengths[0]} to {lengths[-1]} characters long; make them alike",
        )
    if english:
        yield from _above(options, place)
    if len(answer.wrong) > 1:
        yield from _mixed(answer, place)


def _few(count: int, place: str) -> Iterable[tuple[str, str]]:
    if count < FEWEST_WRONG:
        yield (
            "few-wrong",
            f'"wrong"{place} has {count}, so guessing wins too often; give {FEWEST_WRONG} or more',
        )


def _above(options: Sequence[str], place: str) -> Iterable[tuple[str, str]]:
    together = "\n".join(options).lower()
    if not any(word in together for word in _POINTING):
        return
    for option in options:
        if _ABOVE.search(option) or _BOTH.match(option):
            yield (
                "all-of-the-above",
                (
                    f'the option{place} "{option}" points at other options, which are shuffled;'
                    " use a list of answers, or another wrong one"
                ),
            )


def _mixed(answer: TextAnswer, place: str) -> Iterable[tuple[str, str]]:
    """Options that differ in kind, so that some can be left out and the right one may be seen.

    Numbers do not mix with words at all; an article must not be one option's alone; a capital
    or initials must not be the right option's alone, but may be a wrong one's own.
    """
    options = (answer.text, *answer.wrong)
    for looks, kind, rule in _KINDS:
        marked = [option for option in options if looks(option)]
        if len(marked) in (0, len(options)):
            continue
        bare = [option for option in options if option not in marked]
        few, has = min((marked, "with"), (bare, "without"), key=lambda side: len(side[0]))
        if rule(few, answer.text):
            names = " and ".join(f'"{option}"' for option in few)
            yield (
                "mixed-options",
                (
                    f"of the options{place} only {names} stands there {has} {kind};"
                    " make all of one kind"
                ),
            )
            return


def _some(few: list[str], _right: str) -> bool:
    return bool(few)


def _one(few: list[str], _right: str) -> bool:
    return len(few) == 1


def _only_right(few: list[str], right: str) -> bool:
    return few == [right]


def _is_number(option: str) -> bool:
    if _NUMERIC.match(option):
        return True
    found = word_list(option)
    if not found or number_of(found[0]) is None:
        return False
    return all(number_of(word) is not None for word in found)


def _has_capital(option: str) -> bool:
    # An article in front tells nothing of the word behind it.
    bare = option.split(None, 1)[1] if _ARTICLE.match(option) else option
    return bare.lstrip("\"'\u201c\u2018(")[:1].isupper()


def _is_acronym(option: str) -> bool:
    bare = option.split(None, 1)[1] if _ARTICLE.match(option) else option
    return _ACRONYM.fullmatch(bare) is not None


def _has_article(option: str) -> bool:
    return _ARTICLE.match(option) is not None


_KINDS: tuple[tuple[Callable[[str], bool], str, Callable[[list[str], str], bool]], ...] = (
    (_is_number, "a number in front", _some),
    (_has_article, "an article in front", _one),
    (_is_acronym, "initials for a name", _only_right),
    (_has_capital, "a capital letter", _only_right),
)


def _names(groups: Sequence[tuple[str, ...]], place: str) -> Iterable[tuple[str, str]]:
    """Two options that are one thing under two names; the names in one group are one option."""
    keyed = [{canonical(name): name for name in group} for group in groups]
    every = {key for names in keyed for key in names}
    if len(every) == sum(map(len, keyed)) and not may_be_capitals(every):
        return
    for one, other in combinations(keyed, 2):
        if same := one.keys() & other.keys():
            key = min(same)
            yield (
                "same-thing",
                (
                    f'the options{place} "{one[key]}" and "{other[key]}" are names of one thing;'
                    " replace one of them"
                ),
            )
        elif is_capital_for_country(next(iter(one)), next(iter(other))):
            names = (next(iter(one.values())), next(iter(other.values())))
            yield (
                "capital-and-country",
                (
                    f'the options{place} "{names[0]}" and "{names[1]}" can stand for each other, a'
                    " capital and its country; replace one of them"
                ),
            )


def _within(answer: NumberAnswer, place: str) -> Iterable[tuple[str, str]]:
    for wrong in answer.wrong:
        if abs(wrong - answer.value) <= answer.within:
            yield (
                "wrong-within",
                (
                    f"the wrong number{place} {wrong} is within {answer.within} of the answer, so"
                    " it is right; move it further away"
                ),
            )


def _given_away(prompt: Prompt, place: str) -> Iterable[tuple[str, str]]:
    answer = prompt.answer
    if isinstance(answer, TruthAnswer | GapAnswer):
        return
    for rule, key, text in (
        ("answer-in-ask", "ask", asked_text(prompt)),
        ("answer-in-hint", "hint", prompt.hint),
    ):
        if text and _holds_answer(prompt, text):
            yield rule, f'"{key}"{place} holds the answer; say it without'


def _holds_answer(prompt: Prompt, text: str) -> bool:
    match prompt.answer:
        case TextAnswer() as answer:
            there = words(text)
            if not content_words(answer.text) <= there:
                return False
            options = (answer.text, *answer.wrong)
            # "Which is older, A or B?" names every option, which gives nothing away.
            held = [option for option in options if content_words(option) <= there]
            return not (answer.wrong and len(held) == len(options))
        case NumberAnswer() as answer:
            return _holds_number(answer.value, text)
        case DateAnswer() as answer:
            day = answer.value
            return {str(day.day), MONTHS[day.month - 1], str(day.year)} <= words(text)
        case _:
            return False


def _holds_number(value: int | float, text: str) -> bool:
    """True where `value` stands in `text` in digits, other than as the day in a date."""
    found = word_list(text)
    for place, word in enumerate(found):
        beside = found[max(place - 1, 0) : place + 2]
        if word == str(value) and not _MONTHS.intersection(beside):
            return True
    return False
