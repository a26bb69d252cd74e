"""What the screens need is loaded while nobody waits, so that they open the first time as later."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.tui import tidying

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

EACH = 0.04
"""Seconds from one step to the next: a key that comes meanwhile waits for one step at most."""
SCREENS = "quizapp.tui.screens"
STEPS = (
    f"{SCREENS}.study",
    f"{SCREENS}.reading",
    f"{SCREENS}.help",
    f"{SCREENS}.learn",
    f"{SCREENS}.brief",
    f"{SCREENS}.round",
    f"{SCREENS}.play",
    f"{SCREENS}.map",
    f"{SCREENS}.timeline",
    f"{SCREENS}.packs",
    "quizapp.choosing",
    "quizapp.tui.theme_names",
    f"{SCREENS}.settings",
    "quizapp.progress",
    f"{SCREENS}.progress",
    "quizapp.browsing",
    "textual.widgets.input",
    f"{SCREENS}.browse",
    f"{SCREENS}.summary",
    f"{SCREENS}.results",
)
"""Modules, each with the style sheet beside it; one that takes long comes after its parts."""


def prepare(app: App[Any]) -> Timer:
    """Load one after the other, as long as the screen shown now is; the timer that does it."""
    waiting = list(STEPS)
    ground = app.screen_stack[-1:]

    def step() -> None:
        # Whoever has gone on works, and comes back to this screen sooner or later. An app that is
        # being left has no screens any more. A tick may come after the last one was asked for.
        if not waiting or app.screen_stack[-1:] != ground:
            return
        load(app, waiting.pop(0))
        if not waiting:
            timer.stop()
            tidying.keep()

    timer = app.set_interval(EACH, step)
    return timer


def load(app: App[Any], name: str) -> None:
    """Import a module and read the style sheet beside it, where there is one.

    Textual reads a screen's sheet when the screen is first shown; it then parses all others
    anew as well. Read beforehand it is parsed alone.
    """
    sheet = Path(str(import_module(name).__file__)).with_suffix(".tcss")
    if sheet.is_file() and not app.stylesheet.has_source(str(sheet)):
        app.stylesheet.read(sheet)
        # Whoever asks for the rules has what was read parsed.
        _ = app.stylesheet.rules
