"""Running a command line: what is typed or piped into it, and what it says."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from conftest import PACK

from quizapp.cli import main


class Ran(NamedTuple):
    """What a command line came to."""

    status: int
    out: str
    err: str


class Typed(io.StringIO):
    """Lines typed at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of the packs that come with the app; there are none in it."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    monkeypatch.setattr("quizapp.wiring.shipped_packs", lambda: folder)
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The file of a small pack that is not installed."""
    path = tmp_path / "small.toml"
    path.write_text(PACK, encoding="utf-8")
    return path


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, shipped: Path
) -> Callable[..., Ran]:
    """Runs a command line with lines from a pipe, `typed` at a terminal, or another `stdin`."""

    def run_it(
        *argv: object,
        lines: tuple[str, ...] = (),
        typed: tuple[str, ...] | None = None,
        stdin: object = None,
    ) -> Ran:
        text = "".join(f"{line}\n" for line in typed or lines)
        streams = io.StringIO(text) if typed is None else Typed(text)
        monkeypatch.setattr("sys.stdin", streams if stdin is None else stdin)
        monkeypatch.setattr(sys.stderr, "isatty", lambda: typed is not None)
        try:
            status = main([str(word) for word in argv])
        except SystemExit as end:
            status = int(end.code or 0)
        told = capsys.readouterr()
        assert "Traceback" not in told.out + told.err
        return Ran(status, told.out, told.err)

    return run_it


@pytest.fixture
def directly(tmp_path: Path) -> Callable[[ModuleType], Callable[..., tuple[list[str], list[str]]]]:
    """Runs the module of a command, whose errors come through: what it printed and remarked."""

    def run_it(module: ModuleType, *argv: str) -> tuple[list[str], list[str]]:
        parser = argparse.ArgumentParser()
        module.add_options(parser)
        parser.set_defaults(data=tmp_path / "quiz.db", no_save=False)
        out: list[str] = []
        err: list[str] = []
        assert module.run(parser.parse_args(argv), out.append, err.append) == 0
        return out, err

    return lambda module: partial(run_it, module)
