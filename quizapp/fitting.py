"""Fitting: FSRS's weights learned from the learner's own replies, judged, kept and taken back.

The optimiser is FSRS's own, out of the optional extra `fit`. What is fitted on the older replies
is judged on the newest ones, which it has not seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from quizapp.core.weights import Weights, fitting, from_text, to_text, usual
from quizapp.errors import QuizError, UsageError
from quizapp.store import replaying
from quizapp.store.database import open_database
from quizapp.store.settings import FORMER_WEIGHTS, WEIGHTS, setting, weights

if TYPE_CHECKING:
    from quizapp.store.database import Database
    from quizapp.study import Study

__all__ = ["Fit", "Fitting", "History", "Optimiser", "Score", "Standing", "Stopped"]

LEAST = 400
"""Replies that are needed. A fifth of them, the newest, only judge: with fewer than about 80 of
those, the difference between two sets of weights is chance."""
MOST = 50_000
"""More replies than these are not learned from: they change the weights in the third decimal."""
SAMPLE = 2000
"""More memories than these are forecast by a sample of about so many."""
HELD_BACK = 5
"""One in so many replies, the newest, is held back to judge with."""
INSTALL = (
    "fitting needs FSRS's optimiser, which is not installed; add it with `pip install "
    '"sco-quiz[fit]"`, or with `pipx inject sco-quiz fsrs-rs-python`'
)

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and of how much; 0 of 0 where nobody knows."""


class Stopped(QuizError):  # noqa: N818 - it is a wish, not an error
    """The learner stopped it; nothing was changed."""


class History(NamedTuple):
    """The replies to one question up to one that is to be foretold: (rating 1-4, days since the
    reply before), the first with 0 days. `day` is the study day of the last of them.
    """

    day: date
    replies: tuple[tuple[int, int], ...]


class Score(NamedTuple):
    """How well weights foretell replies, smaller is better: log loss, and RMSE over bins."""

    loss: float
    error: float


class Optimiser(Protocol):
    """What FSRS's optimiser is asked for."""

    def fit(self, histories: Sequence[History]) -> Sequence[float]:
        """Weights that foretell the last reply of each history best."""

    def score(self, weights: Weights, histories: Sequence[History]) -> Score:
        """How well weights foretell the last reply of each history."""


class Standing(NamedTuple):
    """How things are: replies there are and that are needed, and what is in force."""

    replies: int
    needed: int
    fitted: bool
    undoable: bool

    @property
    def enough(self) -> bool:
        """Whether there are replies enough to fit."""
        return self.replies >= self.needed


class Fit(NamedTuple):
    """Weights that were fitted, beside those in force now. Loads are reviews a day.

    `replies` were learned from; `judged` of them, the newest, were held back for the scores.
    """

    weights: Weights
    replies: int
    judged: int
    before: Score
    after: Score
    load_before: float
    load_after: float
    due_before: int
    due_after: int

    @property
    def better(self) -> bool:
        """Whether they foretold the newest replies better than what is in force."""
        return self.after.loss < self.before.loss


def _quiet(_what: str, _done: int, _total: int) -> None:
    """Nobody wants to know."""


class Fitting:
    """The use cases of fitting, over the data file of a Study.

    The long ones work on a connection of their own, so that any thread may call them; stopped
    at whatever moment, they leave everything as it was.
    """

    def __init__(self, study: Study, optimiser: Callable[[], Optimiser] | None = None) -> None:
        self._study = study
        self._optimiser = optimiser or _own_optimiser
        self._today = study.day()
        self._retention = study.retention

    def standing(self) -> Standing:
        """How many replies there are, and what is in force. Quick whatever the log."""
        database = self._study.database
        return Standing(
            replaying.tellings(database),
            LEAST,
            fitted=weights(database.connection) is not None,
            undoable=_former(database) is not None,
        )

    def fit(self, progress: Progress = _quiet) -> Fit:
        """Fit, judge and forecast; nothing is kept yet.

        Raises UsageError where the extra is missing or there are too few replies.
        """
        optimiser = self._optimiser()
        with self._own() as database:
            known = _foretellable(database, progress)
            if len(known) < LEAST:
                raise UsageError(
                    f"replies to learn from: {len(known)}, and {LEAST} are needed; only "
                    "those count that came a day or more after another reply to the question"
                )
            known.sort(key=lambda one: one.day)
            cut = len(known) - len(known) // HELD_BACK
            progress("Fitting", 0, 0)
            earlier = fitting(optimiser.fit(known[:cut]))
            present = weights(database.connection) or usual()
            progress("Judging", 0, 0)
            scores = [optimiser.score(one, known[cut:]) for one in (present, earlier)]
            progress("Fitting", 0, 0)
            found = fitting(optimiser.fit(known))
            progress("Counting ahead", 0, 0)
            loads = self._loads(database, present, found)
        return Fit(found, len(known), len(known) - cut, scores[0], scores[1], *loads)

    def _loads(
        self, database: Database, present: Weights, found: Weights
    ) -> tuple[float, float, int, int]:
        """Reviews on an average day of the next 30, and what is due today, before and after."""
        from quizapp.core.forecast import reviews_a_day

        now, then, total = replaying.sample(
            database, self._today, SAMPLE, found, retention=self._retention
        )
        times = total / len(now) if now else 0.0
        before = reviews_a_day(now, retention=self._retention, weights=present) * times
        after = reviews_a_day(then, retention=self._retention, weights=found) * times
        due = [round(sum(one.due <= 0 for one in held) * times) for held in (now, then)]
        return before, after, due[0], due[1]

    def keep(self, fit: Fit, progress: Progress = _quiet) -> int:
        """Reckon every memory with fitted weights from now on; how many memories there are."""
        with self._own() as database:
            former = setting(database, WEIGHTS)
            return self._reweigh(database, to_text(fit.weights), {FORMER_WEIGHTS: former}, progress)

    def undo(self, progress: Progress = _quiet) -> int:
        """Go back to the weights before, and after that to FSRS's own; how many memories.

        Raises UsageError where FSRS's own are in force and nothing was fitted.
        """
        with self._own() as database:
            former = _former(database)
            if former is None:
                raise UsageError("nothing was fitted: FSRS's own weights are in force")
            return self._reweigh(database, former, {FORMER_WEIGHTS: None}, progress)

    def _reweigh(
        self, database: Database, text: str, kept: dict[str, str | None], progress: Progress
    ) -> int:
        return replaying.reweigh(
            database,
            {**kept, WEIGHTS: text or None},
            from_text(text),
            retention=self._retention,
            progress=lambda done, total: progress("Working memories out anew", done, total),
        )

    @contextmanager
    def _own(self) -> Iterator[Database]:
        """A connection for the thread that asks."""
        if not self._study.database.saving:
            raise UsageError(
                "this session is not saved, so nothing fitted could be kept; start "
                "without --no-save"
            )
        database = open_database(self._study.database.path)
        try:
            yield database
        finally:
            database.close()


def _former(database: Database) -> str | None:
    """The weights to go back to, as text; None where FSRS's own are in force from the first."""
    kept = setting(database, FORMER_WEIGHTS, "none")
    if kept != "none":
        return kept
    return "" if setting(database, WEIGHTS) else None


def _foretellable(database: Database, progress: Progress) -> list[History]:
    """Every reply that came a day or more after another one, with the replies before it."""
    found = []
    for ratings in replaying.histories(
        database, MOST, lambda done, total: progress("Reading your replies", done, total)
    ):
        replies: list[tuple[int, int]] = []
        last = None
        for rating, day in ratings:
            # As in a memory, a day before the last one counts as that last day.
            day = day if last is None else max(day, last)
            gap = 0 if last is None else (day - last).days
            replies.append((int(rating), gap))
            if gap:
                found.append(History(day, tuple(replies)))
            last = day
    return found


def _own_optimiser() -> Optimiser:
    from importlib import import_module

    try:
        return _Rust(import_module("fsrs_rs_python"))
    except ImportError as error:
        raise UsageError(INSTALL) from error


class _Rust:
    """FSRS's optimiser in Rust, by github.com/open-spaced-repetition/fsrs-rs-python.

    Its training begins with a seed of its own, so that the same replies give the same weights.
    """

    def __init__(self, library: Any) -> None:
        self._library = library

    def _items(self, histories: Sequence[History]) -> list[Any]:
        item, reply = self._library.FSRSItem, self._library.FSRSReview
        return [item([reply(*one) for one in history.replies]) for history in histories]

    def fit(self, histories: Sequence[History]) -> Sequence[float]:
        model = self._library.FSRS(self._library.DEFAULT_PARAMETERS)
        found: Sequence[float] = model.compute_parameters(self._items(histories))
        return found

    def score(self, weights: Weights, histories: Sequence[History]) -> Score:
        told = self._library.FSRS(weights).evaluate(self._items(histories))
        return Score(float(told.log_loss), float(told.rmse_bins))
