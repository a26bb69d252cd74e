"""sco-quiz settings fit: FSRS's weights out of the learner's own replies, and back again."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from quizapp.commands.asking import agrees, somebody_there
from quizapp.commands.output import say_json
from quizapp.errors import UsageError
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.fitting import Fit, Fitting
    from quizapp.study import Study

Say = Callable[[str], None]
NAME = "fit"
"""The word after `settings`."""
UNDO = "sco-quiz settings fit --undo"


def add_options(settings: argparse.ArgumentParser) -> None:
    """What fitting takes beside the options of every setting."""
    settings.add_argument("--yes", action="store_true", help="with fit: keep what is fitted")
    settings.add_argument(
        "--undo", action="store_true", help="with fit: back to what was in force before"
    )


def check(args: argparse.Namespace) -> None:
    """Refuse words that do not belong together. Raises UsageError."""
    if args.name != NAME and (args.yes or args.undo):
        raise UsageError("--yes and --undo belong to `sco-quiz settings fit`")
    if args.name == NAME and args.value is not None:
        raise UsageError(f"nothing can be set here by hand; go back with `{UNDO}`")
    if args.yes and args.undo:
        raise UsageError("--yes and --undo cannot be meant together; name one of them")


def run(args: argparse.Namespace, study: Study, say: Say, remark: Say) -> None:
    """Fit and show what it would change; keep it where that is wanted, or go back."""
    from quizapp.fitting import Fitting

    fitting = Fitting(study)
    progress = Progress(remark)
    if args.undo:
        _undo(args, fitting, progress, say)
        return
    fit = fitting.fit(progress)
    kept = fit.better and (args.yes or (not args.json and _asks(fit, say)))
    if kept:
        memories = fitting.keep(fit, progress)
    if args.json:
        say_json(_plain(fit) | {"kept": kept}, say)
        return
    if args.yes or not fit.better:
        for line in lines(fit):
            say(line)
    if kept:
        say(f"Kept. {counted(memories, 'memory', 'memories')} reckoned anew. Back: {UNDO}")
    elif not fit.better:
        say(
            "Nothing was changed: what is in force foretells your newest replies as well or better."
        )
    else:
        say("Nothing was changed. Keep it with: sco-quiz settings fit --yes")


def _undo(args: argparse.Namespace, fitting: Fitting, progress: Progress, say: Say) -> None:
    memories = fitting.undo(progress)
    fitted = fitting.standing().fitted
    if args.json:
        say_json({"fitted": fitted, "memories": memories}, say)
        return
    now = "The weights fitted before" if fitted else "FSRS's own weights"
    say(f"{now} are in force again; {counted(memories, 'memory', 'memories')} reckoned anew.")


def _asks(fit: Fit, say: Say) -> bool:
    """Show a fit and ask whether to keep it, where there is somebody to ask."""
    for line in lines(fit):
        say(line)
    return somebody_there() and agrees("Keep the fitted weights?")


def lines(fit: Fit) -> list[str]:
    """A fit in words: how well both foretell the newest replies, and what it does to the days."""
    many = counted(fit.replies, "reply", "replies")
    return [
        f"Fitted to {many} of yours, judged by the newest {fit.judged} of them:",
        "                         now   fitted",
        f"  log loss            {fit.before.loss:7.4f}  {fit.after.loss:7.4f}   less is better",
        f"  RMSE(bins)          {fit.before.error:7.4f}  {fit.after.error:7.4f}   less is better",
        f"  reviews a day       {fit.load_before:7.1f}  {fit.load_after:7.1f}   next 30 days",
        f"  due today           {fit.due_before:7}  {fit.due_after:7}",
    ]


def _plain(fit: Fit) -> dict[str, Any]:
    told = fit._asdict()
    return told | {
        "weights": list(fit.weights),
        "before": fit.before._asdict(),
        "after": fit.after._asdict(),
        "better": fit.better,
    }


class Progress:
    """Tells of each piece of work once, and of long ones by tenths."""

    def __init__(self, remark: Say) -> None:
        self._remark = remark
        self._told = ("", 0)

    def __call__(self, what: str, done: int, total: int) -> None:
        """So much of it is done."""
        tenth = done * 10 // total if total >= 2000 else 0
        if (what, tenth) != self._told:
            self._told = (what, tenth)
            self._remark(f"{what} … {tenth * 10} %" if tenth else f"{what} …")
