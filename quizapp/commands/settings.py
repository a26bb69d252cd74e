"""sco-quiz settings: print them all or one, change one, or fit what is learned from replies."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from quizapp import wiring
from quizapp.commands import fitting
from quizapp.commands.output import say_json

if TYPE_CHECKING:
    from quizapp.choosing import Choosing
    from quizapp.core.forecast import Forecast
    from quizapp.core.setting import Setting

Say = Callable[[str], None]
DEFAULT = "default"
"""The word that puts a setting back."""


def add_options(settings: argparse.ArgumentParser) -> None:
    """What the command takes."""
    settings.add_argument("name", metavar="NAME", nargs="?", help="one setting (all of them)")
    settings.add_argument(
        "value", metavar="VALUE", nargs="?", help=f'what it is to be; "{DEFAULT}" puts it back'
    )
    settings.add_argument("--json", action="store_true", help="as JSON")
    fitting.add_options(settings)


def run(args: argparse.Namespace, say: Say, remark: Say) -> int:
    """Print the settings or change one; the exit status."""
    from quizapp.choosing import Choosing

    gc.enable()
    fitting.check(args)
    changes = args.value is not None or args.name == fitting.NAME
    opened = wiring.open_study if changes else wiring.open_to_read
    study = opened(wiring.places(args.data), save=not args.no_save)
    try:
        choosing = Choosing(study, themes=_themes)
        if args.name == fitting.NAME:
            fitting.run(args, study, say, remark)
        elif args.name is None:
            _say_all(choosing, say, as_json=args.json)
        elif args.value is None:
            _say_one(choosing, args.name, say, as_json=args.json)
        else:
            _change(args, choosing, say, remark)
    finally:
        study.close()
    return 0


def _themes() -> Iterable[str]:
    from quizapp.tui.theme_names import theme_names

    return theme_names()


def _change(args: argparse.Namespace, choosing: Choosing, say: Say, remark: Say) -> None:
    before = choosing.setting(args.name)
    if args.value.strip().casefold() == DEFAULT:
        after = choosing.reset(before.name)
    else:
        after = choosing.change(before.name, args.value)
    if args.json:
        say_json(_plain(after), say)
    else:
        say(f"{after.name} {after.shown}")
    if after.value == before.value:
        remark("It was so already.")
    else:
        back = DEFAULT if before.value == before.default else before.value
        remark(f"It was {before.shown}; go back with: sco-quiz settings {before.name} {back}")


def _say_all(choosing: Choosing, say: Say, *, as_json: bool) -> None:
    found = choosing.settings()
    if as_json:
        say_json([_plain(one) for one in found], say)
        return
    name_width = max(len(one.name) for one in found)
    value_width = max(len(one.shown) for one in found)
    for one in found:
        many = f"{len(one.choices)} to choose from" if len(one.choices) > 4 else one.range
        many = many or f"sco-quiz settings {one.name}"
        note = "" if one.value == one.default else f"; default {one.show(one.default)}"
        say(f"{one.name:<{name_width}}  {one.shown:<{value_width}}  {one.title} ({many}{note})")


def _say_one(choosing: Choosing, name: str, say: Say, *, as_json: bool) -> None:
    from quizapp.choosing import RETENTION

    one = choosing.setting(name)
    outlook = choosing.outlook() if one.name == RETENTION else None
    costs = []
    if outlook is not None and outlook.known:
        wanted = sorted({0.80, 0.85, 0.90, 0.95, 0.97, float(one.value)})
        costs = [outlook.at(retention) for retention in wanted]
    if as_json:
        say_json(_plain(one) | ({"forecast": [c._asdict() for c in costs]} if costs else {}), say)
        return
    say(f"{one.name} {one.shown}")
    say(f"{one.title}. {one.about}")
    say(f"It may be {one.range}. Default: {one.show(one.default)}.")
    if costs:
        say("What it costs on an average day of the next 30, without new questions:")
        for cost in costs:
            say(_cost(cost, float(one.value)))


def _cost(cost: Forecast, present: float) -> str:
    mark = ">" if cost.retention == present else " "
    return (
        f"{mark} {cost.retention:.2f}  {cost.reviews:8.1f} reviews  {cost.minutes:6.1f} min  "
        f"10 days become {cost.ten_days}"
    )


def _plain(one: Setting) -> dict[str, Any]:
    """A setting for a script: numbers as numbers."""
    number = float if one.kind.value == "share" else int
    told: dict[str, Any] = {"name": one.name, "title": one.title, "about": one.about}
    if one.is_number:
        bounds = {"least": number(one.least), "most": number(one.most)}
        return told | {"value": number(one.value), "default": number(one.default)} | bounds
    return told | {"value": one.value, "default": one.default, "choices": list(one.choices)}
