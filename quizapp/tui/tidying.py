"""Memory is tidied up in the pauses, when nobody waits for a key to show."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache

PAUSE = 0.2
"""Seconds after a screen was left: what is below it has been painted, and nobody has read it."""
YOUNG = 20_000
"""New objects after which Python looks for garbage by itself. Opening a screen makes some 5,000;
with Python's 700 the search would hold each of them up a dozen times."""


def begin() -> None:
    """Let garbage collection go on, which the start may have held back.

    What is loaded by now stays; looking through all of it again would hold a verdict up for
    longer than it takes to paint it.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    gc.enable()


def tidy() -> None:
    """Take away what screens that were left have held."""
    _forget_painted()
    gc.collect()


def keep() -> None:
    """Tidy up, and look no more through what is left: it stays for good."""
    _forget_painted()
    gc.collect()
    gc.freeze()


def _forget_painted() -> None:
    """Have Textual let go of the lines of screens that were left.

    `StylesCache.get_inner_outer` keeps its last 1024 results by the cache they were asked of, and
    with it every line that was painted there; of no use once the screen is gone.
    """
    clear = getattr(getattr(StylesCache, "get_inner_outer", None), "cache_clear", None)
    if clear is not None:
        clear()
