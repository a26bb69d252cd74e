"""Choosing: the learner's settings, what each may be, changing them and taking that back.

A change is on disk, and studying knows of it, when `change` returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.core.setting import Kind, Setting
from quizapp.errors import UsageError
from quizapp.store import settings as kept
from quizapp.today import DAY_START, NEW_A_DAY, REVIEWS_A_DAY, Choices

if TYPE_CHECKING:
    from quizapp.core.forecast import Forecast, Outlook
    from quizapp.study import Study

__all__ = ["Choosing", "Kind", "Setting", "Undone"]

THEME, CLOCK, MOTION, SOUND = "theme", "clock", "reduced-motion", "sound"
RETENTION = "retention"
USUAL_THEME = "sco-dark"
SAMPLE = 2000
"""More memories than these are reckoned by a sample of about so many."""
_YES = (("on", "yes"), ("true", "yes"), ("1", "yes"), ("off", "no"), ("false", "no"), ("0", "no"))
_LOUD = (("on", "both"), ("yes", "both"), ("no", "off"), ("none", "off"), ("always", "both"))

SETTINGS = (
    Setting(
        "new-a-day",
        "New questions a day",
        "How many questions you meet for the first time on a day. Each comes back several times "
        "in its first weeks. A session that is planned for today already stays as it is.",
        Kind.COUNT,
        str(NEW_A_DAY),
        most=9999,
    ),
    Setting(
        "reviews-a-day",
        "Reviews a day",
        "How many due questions a day asks at most. What is left over waits, and those that you "
        "are most likely to forget come first.",
        Kind.COUNT,
        str(REVIEWS_A_DAY),
        most=9999,
        step=10,
    ),
    Setting(
        RETENTION,
        "Wanted retention",
        "How much you want to keep: at 0.90 you still know nine of ten answers when their "
        "questions come back. More costs more reviews. It counts from each question's next reply "
        "on: days that are set already stay.",
        Kind.SHARE,
        "0.90",
        least=0.80,
        most=0.97,
        step=0.01,
    ),
    Setting(
        "day-start",
        "A day begins at",
        "The hour, in local time, at which a study day begins. Before it, you are still studying "
        "yesterday's questions.",
        Kind.HOUR,
        str(DAY_START),
        most=23,
    ),
    Setting(
        CLOCK,
        "Clock of a round",
        "The clock that a new round begins with. Relaxed gives 45 seconds for each question, "
        "fast 15.",
        Kind.CHOICE,
        "none",
        choices=("none", "relaxed", "fast"),
    ),
    Setting(
        THEME,
        "Theme",
        "The colours. Two themes are our own, the others come with the terminal toolkit.",
        Kind.CHOICE,
        USUAL_THEME,
    ),
    Setting(
        MOTION,
        "Reduced motion",
        "Whether everything jumps to its place at once, without gliding or fading.",
        Kind.CHOICE,
        "no",
        choices=("no", "yes"),
        alike=_YES,
    ),
    Setting(
        SOUND,
        "Sound",
        "When the terminal's bell rings: after a right reply, after a wrong one, after both.",
        Kind.CHOICE,
        "off",
        choices=("off", "right", "wrong", "both"),
        alike=_LOUD,
    ),
)
"""Every setting, with its default; the names are kept in the user-data file for ever."""
WEIGHTS = Setting(
    "fit",
    "Memory weights",
    "Numbers that say how fast one forgets, and so when a question comes back. FSRS, the "
    "scheduler, has its own, the same for everybody, or they are fitted to your own replies. "
    "Fitting shows what it would change and asks first.",
    Kind.PAGE,
    "FSRS's own",
)
"""It is only shown among the settings: fitting it is work of its own."""


class Undone(NamedTuple):
    """A change that was taken back: the setting as it is again, and the value it had."""

    setting: Setting
    former: str


class Choosing:
    """The use cases of settings, over the data file of a Study.

    `themes` gives the names of the themes there are, the usual one among them.
    """

    def __init__(self, study: Study, *, themes: Callable[[], Iterable[str]]) -> None:
        self._study = study
        self._themes = themes
        self._changes: list[tuple[str, str | None]] = []

    def settings(self) -> tuple[Setting, ...]:
        """Every setting with its value."""
        values = kept.all_settings(self._study.database)
        fitted = "fitted" if values.get(kept.WEIGHTS) else WEIGHTS.default
        settings = tuple(self._filled(one, values) for one in SETTINGS)
        return (*settings, WEIGHTS._replace(value=fitted))

    def setting(self, name: str) -> Setting:
        """One setting with its value. Raises UsageError, with the nearest name, for another."""
        return self._filled(_named(name), kept.all_settings(self._study.database))

    def _filled(self, one: Setting, values: dict[str, str]) -> Setting:
        if one.name == THEME:
            one = one._replace(choices=tuple(self._themes()))
        value = values.get(one.name, one.default)
        if one.is_number:
            # A value from elsewhere counts as studying counts it: held within the bounds.
            number = self._study.choices.number(one.name, float(one.default), one.least, one.most)
            digits = 2 if one.kind is Kind.SHARE else 0
            value = one.parse(f"{number:.{digits}f}")
        elif value not in one.choices:
            value = one.default
        return one._replace(value=value)

    def change(self, name: str, value: str) -> Setting:
        """Keep another value, as typed; the setting as it is then.

        Raises UsageError, with what it may be, for a value that is none or out of bounds.
        """
        before = self.setting(name)
        value = before.parse(value)
        if value != before.value:
            self._change(before.name, value)
        return before._replace(value=value)

    def reset(self, name: str) -> Setting:
        """Go back to the default; the setting as it is then."""
        name = _named(name).name
        if name in kept.all_settings(self._study.database):
            self._change(name, None)
        return self.setting(name)

    @property
    def can_undo(self) -> bool:
        """True while there is a change to take back."""
        return bool(self._changes)

    def undo(self) -> Undone:
        """Take the last change back. Raises UsageError where there is none."""
        if not self._changes:
            raise UsageError("nothing was changed yet")
        name, before = self._changes[-1]
        former = self.setting(name).value
        self._keep(name, before)
        self._changes.pop()
        return Undone(self.setting(name), former)

    def _change(self, name: str, value: str | None) -> None:
        before = kept.all_settings(self._study.database).get(name)
        self._keep(name, value)
        self._changes.append((name, before))

    def _keep(self, name: str, value: str | None) -> None:
        database = self._study.database
        if value is None:
            kept.forget_setting(database, name)
        else:
            kept.keep_setting(database, name, value)
        self._study.choices = Choices(database)

    # What retention costs

    def outlook(self) -> Outlook:
        """The memories as they stand now, for forecasts. It takes an index and a sample."""
        from quizapp.core.forecast import DAYS, Outlook
        from quizapp.store.ahead import any_memory, due_within, sample_due
        from quizapp.store.reviews import pace

        database, today = self._study.database, self._study.day()
        total = due_within(database, today, DAYS)
        one_in = -(-total // SAMPLE) if total else 1
        return Outlook(
            sample_due(database, today, DAYS, one_in),
            total=total,
            pace=pace(database, today),
            known=any_memory(database),
            weights=self._study.weights,
        )

    def forecast(self, retention: float) -> Forecast:
        """What a wanted retention would cost, 0.80-0.97."""
        return self.outlook().at(retention)

    @property
    def limit(self) -> int:
        """How many reviews a day asks at most."""
        return self._study.choices.reviews_a_day

    # What the screens want to know

    def _plain(self, name: str) -> str:
        one = _named(name)
        value = kept.setting(self._study.database, name, one.default)
        return value if value in one.choices else one.default

    @property
    def theme(self) -> str:
        """The name of the theme to wear, whether there is such a one or not."""
        return kept.setting(self._study.database, THEME, USUAL_THEME)

    def keep_theme(self, name: str) -> None:
        """Keep a theme that was put on by other means than here; there is no undo for it."""
        if name != self.theme:
            self._keep(THEME, name)

    @property
    def clock(self) -> str:
        """The clock that a new round begins with: "none", "relaxed" or "fast"."""
        return self._plain(CLOCK)

    @property
    def calm(self) -> bool:
        """True where nothing on the screen is to glide or fade."""
        return self._plain(MOTION) == "yes"

    def rings(self, *, right: bool) -> bool:
        """Whether the bell rings after a right reply, or after a wrong one."""
        return self._plain(SOUND) in ("both", "right" if right else "wrong")


def _named(name: str) -> Setting:
    known = {one.name: one for one in SETTINGS}
    wanted = name.strip().casefold().replace("_", "-").replace(" ", "-")
    if wanted in known:
        return known[wanted]
    from difflib import get_close_matches

    near = get_close_matches(wanted, known, n=1, cutoff=0.5)
    hint = f'did you mean "{near[0]}"?' if near else f"settings: {', '.join(known)}"
    raise UsageError(f'there is no setting "{name}"; {hint}')
