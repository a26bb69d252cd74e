"""What a setting is: its value, what it may be, and how text that someone typed becomes one."""

from __future__ import annotations

from enum import Enum
from math import isnan
from typing import NamedTuple

from quizapp.errors import UsageError


class Kind(Enum):
    """How a value is written."""

    COUNT = "count"
    """A whole number: "10"."""
    SHARE = "share"
    """A part of one, with two decimals: "0.90"; a percentage is understood too."""
    HOUR = "hour"
    """An hour of the day, kept as "4" and shown as "04:00"."""
    CHOICE = "choice"
    """One of `choices`."""
    PAGE = "page"
    """Nothing that is typed or chosen: it has a page of its own, and is only shown."""


class Setting(NamedTuple):
    """A setting with its value, both as they are kept. `least`, `most`, `step` are for numbers.

    `alike` has other words for a choice, each with what it means.
    """

    name: str
    title: str
    about: str
    kind: Kind
    default: str
    least: float = 0
    most: float = 0
    step: float = 1
    choices: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    value: str = ""

    @property
    def is_number(self) -> bool:
        """True where a number is typed, False where one of a few words is chosen."""
        return self.kind not in (Kind.CHOICE, Kind.PAGE)

    @property
    def shown(self) -> str:
        """The value as a person reads it."""
        return self.show(self.value)

    def show(self, value: str) -> str:
        """A value of this setting as a person reads it."""
        return f"{int(value):02}:00" if self.kind is Kind.HOUR else value

    @property
    def range(self) -> str:
        """What it may be: "0 to 9999", "none, relaxed, fast"."""
        if not self.is_number:
            return ", ".join(self.choices)
        least, most = (self.show(self._text(one)) for one in (self.least, self.most))
        return f"{least} to {most}"

    def _text(self, number: float) -> str:
        return f"{number:.2f}" if self.kind is Kind.SHARE else str(int(number))

    def beside(self, step: int) -> str:
        """The value so many steps further: choices go round, numbers stop at their bounds."""
        if not self.is_number:
            place = self.choices.index(self.value) if self.value in self.choices else 0
            return self.choices[(place + step) % len(self.choices)]
        number = float(self.value) + step * self.step
        return self._text(min(max(number, self.least), self.most))

    def parse(self, text: str) -> str:
        """What someone typed, as a value to keep. Raises UsageError where it cannot be one.

        Forgiven are case, a comma for the point, "93 %" for 0.93 and "04:00" for 4.
        """
        return self._number(text) if self.is_number else self._choice(text)

    def _choice(self, text: str) -> str:
        wanted = text.strip().casefold()
        known = {**dict(self.alike), **{one.casefold(): one for one in self.choices}}
        if wanted in known:
            return known[wanted]
        from difflib import get_close_matches

        near = get_close_matches(wanted, self.choices, n=1, cutoff=0.5)
        hint = f'did you mean "{near[0]}"?' if near else f"it may be: {self.range}"
        raise UsageError(f'{self.name} cannot be "{text.strip()}"; {hint}')

    def _number(self, text: str) -> str:
        number = self._read(text)
        if number is None:
            whole = "a number" if self.kind is Kind.SHARE else "a whole number"
            raise UsageError(f'"{text.strip()}" is not {whole}; {self.name} is {self.range}')
        if not self.least <= number <= self.most:
            side = "below the least" if number < self.least else "above the most"
            raise UsageError(
                f"{text.strip()} is {side} that {self.name} can be; it goes from {self.range}"
            )
        return self._text(number)

    def _read(self, text: str) -> float | None:
        """The number in a text; None where there is none, or a broken one for a whole one."""
        plain = text.strip().replace(",", ".")
        if self.kind is not Kind.COUNT:
            plain = plain.removesuffix("%" if self.kind is Kind.SHARE else ":00").rstrip()
        try:
            number = float(plain)
        except ValueError:
            return None
        if isnan(number):
            return None
        if self.kind is Kind.SHARE:
            # From 2 on nobody means a share any more; up to there percents would be next to none.
            percent = text.rstrip().endswith("%") or number > 2
            return round(number / 100 if percent else number, 2)
        return number if number.is_integer() else None
