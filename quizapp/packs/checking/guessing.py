"""What a guesser wins who knows nothing of the subject and looks at the options' wording alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, NamedTuple

from quizapp.core.question import DateAnswer, NumberAnswer, Pack, Prompt, TextAnswer
from quizapp.packs.checking.aliases import one_spelling
from quizapp.packs.words import content_words

CERTAIN: Final = 2.0
"""Hits above chance by more than so many times its spread are hardly luck."""
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class LengthFigures:
    """How often the right option is the longest or the shortest, of choices of `options` options.

    An option that shares its length with another is neither. The chances are numbers of hits
    to expect where the right option is any one of them, so only choices count there that have
    one longest, or one shortest, option.
    """

    options: int
    choices: int
    longest: int
    longest_by_chance: float
    shortest: int
    shortest_by_chance: float


@dataclass(frozen=True, slots=True)
class GuessFigures:
    """What one rule of guessing wins over the `choices` in which it prefers some option.

    `hits` are the right guesses to expect where the rule draws lots among the options it finds
    equally good; `by_chance` are those of drawing lots among all options, give or take
    `spread`, its standard deviation. `gives_away` says that this is hardly luck any more.
    """

    rule: str
    choices: int
    hits: float
    by_chance: float
    spread: float
    gives_away: bool


class _Choice(NamedTuple):
    """A stem and its options, the right one in front."""

    stem: str
    options: tuple[str, ...]


_Scores = Callable[[_Choice], Sequence[float]]


def length_figures(pack: Pack) -> tuple[LengthFigures, ...]:
    """The lengths of right and wrong options, by the number of options."""
    rows: defaultdict[int, list[list[int]]] = defaultdict(list)
    for choice in _text_choices(pack):
        rows[len(choice.options)].append([len(option) for option in choice.options])
    return tuple(_lengths(options, rows[options]) for options in sorted(rows))


def guess_figures(pack: Pack) -> tuple[GuessFigures, ...]:
    """What each rule of guessing wins in `pack`, in a fixed order of rules."""
    choices = list(_text_choices(pack))
    found = [_guess(rule, map(scores, choices)) for rule, scores in _RULES]
    found.append(_guess("the middle number or date", map(_middle, _value_choices(pack))))
    return tuple(found)


def _lengths(options: int, rows: Sequence[Sequence[int]]) -> LengthFigures:
    longest = [row for row in rows if row.count(max(row)) == 1]
    shortest = [row for row in rows if row.count(min(row)) == 1]
    return LengthFigures(
        options=options,
        choices=len(rows),
        longest=sum(row[0] == max(row) for row in longest),
        longest_by_chance=round(len(longest) / options, _DIGITS),
        shortest=sum(row[0] == min(row) for row in shortest),
        shortest_by_chance=round(len(shortest) / options, _DIGITS),
    )


def _guess(rule: str, scored: Iterator[Sequence[float]]) -> GuessFigures:
    choices = 0
    hits = by_chance = variance = 0.0
    for scores in scored:
        best = max(scores)
        tied = sum(score == best for score in scores)
        if tied == len(scores):
            continue
        chance = 1 / len(scores)
        choices += 1
        hits += (scores[0] == best) / tied
        by_chance += chance
        variance += chance * (1 - chance)
    spread = sqrt(variance)
    return GuessFigures(
        rule=rule,
        choices=choices,
        hits=round(hits, _DIGITS),
        by_chance=round(by_chance, _DIGITS),
        spread=round(spread, _DIGITS),
        gives_away=hits - by_chance > CERTAIN * spread,
    )


def _prompts(pack: Pack) -> Iterator[Prompt]:
    for question in pack.questions:
        yield from question.prompts


def _text_choices(pack: Pack) -> Iterator[_Choice]:
    for prompt in _prompts(pack):
        answer = prompt.answer
        if isinstance(answer, TextAnswer) and answer.wrong:
            yield _Choice(prompt.ask, (answer.text, *answer.wrong))


def _value_choices(pack: Pack) -> Iterator[Sequence[float]]:
    """The options of choices among numbers or days, the right one in front."""
    for prompt in _prompts(pack):
        match prompt.answer:
            case NumberAnswer(value=value, wrong=wrong) if wrong:
                yield (value, *wrong)
            case DateAnswer(value=day, wrong=days) if days:
                yield tuple(one.toordinal() for one in (day, *days))
            case _:
                pass


def _by_length(choice: _Choice) -> Sequence[float]:
    return [len(option) for option in choice.options]


def _by_shared_words(choice: _Choice) -> Sequence[float]:
    stem = _words(choice.stem)
    return [len(_words(option) & stem) for option in choice.options]


def _by_precision(choice: _Choice) -> Sequence[float]:
    return [sum(char.isdigit() or char.isupper() for char in option) for option in choice.options]


def _by_odd_length(choice: _Choice) -> Sequence[float]:
    """How far each option's length is from the mean of the others'."""
    lengths = [len(option) for option in choice.options]
    total, others = sum(lengths), len(lengths) - 1
    # Multiplied out, so that equal distances are equal numbers.
    return [abs(length * others - (total - length)) for length in lengths]


def _by_common_words(choice: _Choice) -> Sequence[float]:
    """How much of each option stands in others too: wrong ones are often made from the right."""
    each = [_words(option) for option in choice.options]
    common = Counter(word for found in each for word in found)
    return [sum(common[word] - 1 for word in found) for found in each]


def _middle(values: Sequence[float]) -> Sequence[float]:
    """How near the middle of the row each value stands, in order of size."""
    ranks = {value: rank for rank, value in enumerate(sorted(values))}
    return [-abs(2 * ranks[value] - len(values) + 1) for value in values]


def _words(text: str) -> frozenset[str]:
    return frozenset(map(one_spelling, content_words(text)))


_RULES: Final[tuple[tuple[str, _Scores], ...]] = (
    ("the longest option", _by_length),
    ("most words shared with the question", _by_shared_words),
    ("most digits and capitals", _by_precision),
    ("the odd one out in length", _by_odd_length),
    ("most words shared with other options", _by_common_words),
)
