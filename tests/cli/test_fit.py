from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from study.test_fitting import FakeOptimiser, many

from quizapp import cli, fitting
from quizapp.study import Study

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(open_study: Callable[[], Study], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data file with replies enough, and a fake optimiser to fit them."""
    study = open_study()
    many(study)
    path = study.database.path
    study.close()
    monkeypatch.setattr(fitting, "_own_optimiser", FakeOptimiser)
    return path


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(*words: str) -> tuple[int, str, str]:
        status = cli.main(["settings", "fit", *words, "--data", str(data)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run_it


def test_a_fit_is_shown_and_not_kept_where_nobody_can_be_asked(run: Run) -> None:
    status, out, err = run()
    assert status == 0
    assert "log loss" in out
    assert "Nothing was changed. Keep it with: sco-quiz settings fit --yes" in out
    assert "Fitting …" in err


def test_yes_keeps_and_undo_goes_back(run: Run) -> None:
    assert "Kept. 4 memories reckoned anew. Back: sco-quiz settings fit --undo" in run("--yes")[1]
    assert "FSRS's own weights are in force again" in run("--undo")[1]
    status, _, err = run("--undo")
    assert status == 2
    assert "nothing was fitted" in err


def test_what_is_fitted_is_told_to_scripts(run: Run) -> None:
    told = json.loads(run("--json")[1])
    assert not told["kept"]
    assert told["better"]
    assert len(told["weights"]) == 21
    assert told["after"]["loss"] < told["before"]["loss"]
    assert json.loads(run("--json", "--yes")[1])["kept"]


@pytest.mark.parametrize(
    "words", [["fit", "0.5"], ["fit", "--yes", "--undo"], ["clock", "--yes"], ["--undo"]]
)
def test_words_that_do_not_belong_together_are_a_mistake(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["settings", *words]) == 2
    assert capsys.readouterr().err


def test_without_saving_nothing_is_fitted(run: Run) -> None:
    status, _, err = run("--no-save", "--yes")
    assert status == 2
    assert "without --no-save" in err
