from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest

from quizapp.core.memory import Rating, replay
from quizapp.core.weights import Weights, fitting, from_text, to_text, usual
from quizapp.errors import UsageError
from quizapp.fitting import LEAST, Fit, Fitting, History, Score, Stopped
from quizapp.store import replaying, reviews, settings
from quizapp.study import Study

OTHER = fitting([0.5, 0.9, 1.4, 3.0, *usual()[4:8], 1.5, *usual()[9:]])


class FakeOptimiser:
    """Always finds the same weights; says that weights with a shorter first stay foretell better.

    It keeps what it was given.
    """

    def __init__(self, found: Sequence[float] = OTHER) -> None:
        self.found = found
        self.fitted: list[Sequence[History]] = []
        self.judged: list[Sequence[History]] = []

    def fit(self, histories: Sequence[History]) -> Sequence[float]:
        self.fitted.append(histories)
        return self.found

    def score(self, weights: Weights, histories: Sequence[History]) -> Score:
        self.judged.append(histories)
        return Score(weights[3] / 10, weights[3] / 100)


def log(study: Study, replies: int, *, days: int = 60, question: int | None = None) -> None:
    """Write study replies, spread over the questions there are and over days, oldest first."""
    chance = random.Random(3)
    today = study.day()
    numbers = [1, 2, 3, 4] if question is None else [question]
    last: dict[int, int] = {}
    with study.database.transaction():
        pass
    for number in range(replies):
        one = numbers[number % len(numbers)]
        day = number * days // replies
        row = reviews.Review(
            id=number.to_bytes(16, "big"),
            question=one,
            at=number,
            day=today - timedelta(days=days - day),
            mode=reviews.STUDY,
            verdict="right",
            rating=Rating(chance.choice([1, 3, 3, 3, 4])),
            gap=day - last[one] if one in last else None,
        )
        last[one] = day
        with study.database.transaction() as connection:
            reviews._insert(connection, row)
    replaying.rebuild(study.database, retention=study.retention)


def many(study: Study, count: int = LEAST) -> None:
    """Write at least so many replies that each came a day or more after another."""
    log(study, count + 8, days=count)


def memories(study: Study) -> list[tuple[object, ...]]:
    return study.database.connection.execute("SELECT * FROM memory ORDER BY question").fetchall()


@pytest.fixture
def optimiser() -> FakeOptimiser:
    return FakeOptimiser()


@pytest.fixture
def fit(study: Study, optimiser: FakeOptimiser) -> Fitting:
    return Fitting(study, lambda: optimiser)


def test_weights_as_text_come_back_to_the_same_bits() -> None:
    assert from_text(to_text(OTHER)) == OTHER
    assert from_text("") is None


@pytest.mark.parametrize(
    "text", ["nonsense", "1 2 3", " ".join(["nan"] * 21), " ".join(["900"] * 21), "1e999 " * 21]
)
def test_a_text_that_holds_no_weights_stands_for_the_usual_ones(text: str) -> None:
    assert from_text(text) is None


def test_too_few_replies_are_told_with_how_many_are_needed(study: Study, fit: Fitting) -> None:
    log(study, 40)
    assert not fit.standing().enough
    with pytest.raises(UsageError, match=f"and {LEAST} are needed"):
        fit.fit()


def test_only_replies_a_day_or_more_after_another_count(study: Study, fit: Fitting) -> None:
    log(study, 800, days=1)
    assert fit.standing().replies == 0


def test_a_reply_that_was_undone_is_not_learned_from(
    study: Study, fit: Fitting, optimiser: FakeOptimiser
) -> None:
    many(study, LEAST + 10)
    before = fit.standing().replies
    last = max(range(LEAST + 18), key=int)
    former = reviews.get(study.database, last.to_bytes(16, "big"))
    row = former._replace(
        id=study.new_id(), mode=reviews.UNDO, rating=None, verdict="undone", replaces=former.id
    )
    reviews.replace(study.database, row, former, retention=study.retention)
    assert fit.standing().replies == before - 1
    assert fit.fit().replies == before - 1


def test_what_is_judged_with_was_not_learned_from(
    study: Study, fit: Fitting, optimiser: FakeOptimiser
) -> None:
    many(study)
    fit.fit()
    earlier, everything = optimiser.fitted
    newest, again = optimiser.judged
    assert newest is again or list(newest) == list(again)
    assert len(earlier) + len(newest) == len(everything)
    assert max(one.day for one in earlier) <= min(one.day for one in newest)


def test_a_history_begins_with_no_gap_and_tells_days_after(
    study: Study, fit: Fitting, optimiser: FakeOptimiser
) -> None:
    many(study)
    fit.fit()
    assert all(one.replies[0][1] == 0 and one.replies[-1][1] > 0 for one in optimiser.fitted[1])


def test_fitting_alone_changes_nothing(study: Study, fit: Fitting) -> None:
    many(study)
    before = memories(study)
    found = fit.fit()
    assert found.better
    assert (memories(study), study.weights) == (before, None)


def test_kept_weights_count_for_the_whole_log(study: Study, fit: Fitting) -> None:
    many(study)
    assert fit.keep(fit.fit()) == 4
    ratings = reviews.standing(study.database.connection, 1)
    assert reviews.memory(study.database, 1) == replay(
        ratings, retention=study.retention, weights=OTHER
    )


def test_a_replay_gives_the_same_memories_with_fitted_weights(study: Study, fit: Fitting) -> None:
    many(study)
    fit.keep(fit.fit())
    before = memories(study)
    replaying.rebuild(study.database, retention=study.retention)
    assert memories(study) == before


def test_a_reply_after_fitting_is_reckoned_as_a_replay_would(study: Study, fit: Fitting) -> None:
    many(study)
    fit.keep(fit.fit())
    session = study.only(1)
    session, asked = study.ask(session)
    assert asked is not None
    study.reply(session, asked, (asked.prompt.answer.text,), 900)  # type: ignore[union-attr]
    before = memories(study)
    replaying.rebuild(study.database, retention=study.retention)
    assert memories(study) == before


def test_another_window_reckons_with_fitted_weights_at_once(
    study: Study, fit: Fitting, open_study: Callable[[], Study]
) -> None:
    other = open_study()
    many(study)
    fit.keep(fit.fit())
    assert other.weights == OTHER


def test_undo_brings_back_the_weights_before_and_then_the_usual_ones(
    study: Study, fit: Fitting, optimiser: FakeOptimiser
) -> None:
    many(study)
    first = memories(study)
    fit.keep(fit.fit())
    second = memories(study)
    optimiser.found = fitting([*OTHER[:8], 1.2, *OTHER[9:]])
    fit.keep(fit.fit())
    assert memories(study) != second != first
    fit.undo()
    assert (memories(study), study.weights) == (second, OTHER)
    fit.undo()
    assert (memories(study), study.weights) == (first, None)
    assert not fit.standing().undoable
    with pytest.raises(UsageError, match="nothing was fitted"):
        fit.undo()


def test_stopped_in_the_middle_nothing_is_changed(study: Study, fit: Fitting) -> None:
    many(study)
    before = memories(study)
    found = fit.fit()

    def stop(what: str, done: int, total: int) -> None:
        raise Stopped("stopped")

    with pytest.raises(Stopped):
        fit.keep(found, stop)
    assert (memories(study), study.weights) == (before, None)


def test_replies_in_another_window_meanwhile_are_in_the_memories(
    study: Study, fit: Fitting, open_study: Callable[[], Study]
) -> None:
    many(study)
    found = fit.fit()
    other = open_study()
    replied = []

    def reply_once(what: str, done: int, total: int) -> None:
        if not replied and done == total:
            session, asked = other.ask(other.only(2))
            assert asked is not None
            replied.append(other.reply(session, asked, ("Brest",), 900))

    fit.keep(found, reply_once)
    assert replied
    after = memories(study)
    replaying.rebuild(study.database, retention=study.retention)
    assert memories(study) == after


def test_the_load_is_told_before_and_after(study: Study, fit: Fitting) -> None:
    many(study)
    found = fit.fit()
    assert found.load_before > 0
    assert found.load_after > 0
    same = Fitting(study, lambda: FakeOptimiser(usual())).fit()
    assert same.load_after == pytest.approx(same.load_before)
    assert not same.better


def test_without_the_extra_one_sentence_says_how_to_install_it(
    study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(UsageError, match=r'pip install "sco-quiz\[fit\]"'):
        Fitting(study).fit()


def test_a_long_log_is_learned_from_in_part_the_same_part_each_time(study: Study) -> None:
    numbers = list(range(1, 10_001))
    part = replaying._scattered(numbers, 100_000, 50_000)
    assert part == replaying._scattered(numbers, 100_000, 50_000)
    assert 4500 < len(part) < 5500


def simulated(questions: int, true: Weights) -> list[History]:
    """Replies of somebody who forgets as `true` says."""
    library = pytest.importorskip("fsrs_rs_python")
    chance = random.Random(11)
    model, usual_one = library.FSRS(list(true)), library.FSRS(list(usual()))
    from datetime import date

    found = []
    for _ in range(questions):
        replies, truly, thought, gap = [], None, None, 0
        day = date(2026, 1, 1) + timedelta(days=chance.randrange(60))
        for _ in range(8):
            truth, thinking = (
                one.next_states(now, 0.9, gap)
                for one, now in ((model, truly), (usual_one, thought))
            )
            known = 0.5
            if truly is not None:
                decay = -true[20]
                known = (1 + (0.9 ** (1 / decay) - 1) * gap / truly.stability) ** decay
            right = chance.random() < known
            replies.append((3 if right else 1, gap))
            if gap:
                found.append(History(day, tuple(replies)))
            truly = (truth.good if right else truth.again).memory
            thinking = thinking.good if right else thinking.again
            thought, gap = thinking.memory, max(1, round(thinking.interval))
            day += timedelta(days=gap)
    return found


def test_the_librarys_weights_are_reproducible_and_foretell_a_quick_forgetter_better() -> None:
    pytest.importorskip("fsrs_rs_python")
    from quizapp.fitting import _own_optimiser

    histories = simulated(400, OTHER)
    own = _own_optimiser()
    found = fitting(own.fit(histories))
    assert found == fitting(_own_optimiser().fit(histories))
    assert len(found) == 21
    assert own.score(found, histories).loss < own.score(usual(), histories).loss
    assert from_text(to_text(found)) == found


def test_the_librarys_memories_are_those_that_studying_reckons_with() -> None:
    library = pytest.importorskip("fsrs_rs_python")
    from datetime import date

    replies = [(3, 0), (1, 4), (3, 0), (3, 1), (2, 3), (4, 9), (3, 40)]
    items = library.FSRSItem([library.FSRSReview(*one) for one in replies])
    theirs = library.FSRS(list(OTHER)).memory_state(items)
    day, ratings = date(2026, 1, 1), []
    for rating, gap in replies:
        day += timedelta(days=gap)
        ratings.append((Rating(rating), day))
    ours = replay(ratings, weights=OTHER)
    assert ours is not None
    assert ours.stability == pytest.approx(theirs.stability, rel=1e-3)
    assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-3)


def test_a_broken_value_in_the_file_counts_as_the_usual_weights(study: Study) -> None:
    settings.keep_setting(study.database, settings.WEIGHTS, "0.1 0.2")
    assert study.weights is None


def test_fits_compare_by_log_loss() -> None:
    low, high = Score(0.3, 0.1), Score(0.4, 0.05)
    assert Fit(OTHER, 500, 100, high, low, 1, 1, 0, 0).better
    assert not Fit(OTHER, 500, 100, low, low, 1, 1, 0, 0).better
