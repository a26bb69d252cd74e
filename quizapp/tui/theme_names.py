"""Which themes there are, for whoever asks without opening a screen."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES

from quizapp.tui.theme import THEMES


def theme_names() -> tuple[str, ...]:
    """Our own themes, then Textual's by the alphabet."""
    return (*(ours.name for ours in THEMES), *sorted(BUILTIN_THEMES))
