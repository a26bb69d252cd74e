"""What sco-quiz check tells: how far it has come, its findings, and the figures of each pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quizapp.commands.bar import Bar
from quizapp.commands.opening import progress
from quizapp.commands.output import say_json
from quizapp.packs.checking.figures import PackFigures
from quizapp.packs.checking.figures_files import count_questions, report_json
from quizapp.packs.checking.figures_text import figures_lines
from quizapp.packs.checking.report import Report

Say = Callable[[str], None]


def check_progress(paths: Sequence[Path], remark: Say, bar: Bar) -> Callable[[int, int], None]:
    """Tells of a check of `paths`: on a terminal by the bar, elsewhere in lines where it is long.

    A check counts its steps in files, which says little of how long it takes.
    """
    if bar.shown:
        return bar.counting("Checking")
    questions = count_questions(paths)
    tell = progress(remark)
    tell(0, questions)

    def tell_share(done: int, steps: int) -> None:
        tell(questions * done // max(steps, 1), questions)

    return tell_share


def say_report(
    report: Report, figures: Sequence[PackFigures], say: Say, *, as_json: bool = False
) -> None:
    """Print the findings, a line each, then the `figures`; or all of it as one JSON value."""
    if as_json:
        say_json(report_json(report, figures), say)
        return
    for finding in report.findings:
        say(str(finding))
    for one in figures:
        say("")
        for line in figures_lines(one):
            say(line)
