"""The keys of Progress."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from quizapp.tui.keys import BACK, key, moves, scrolls
from quizapp.tui.screens.progress_pages import NAMES

BESIDE = Binding.Group("Section", compact=True)
NUMBERS = Binding.Group("Sections")
SECTION_TIP = f"The section before or behind: {', '.join(NAMES).lower()}."

PROGRESS_KEYS: list[BindingType] = [
    key("begin-study", "enter", "begin", "Start", "Study what today holds."),
    key("look-closer", "enter", "look_closer", "Browse", "See what is marked in Browse."),
    key("section-before", "left", "step(-1)", "Section", SECTION_TIP, group=BESIDE),
    key("section-behind", "right", "step(1)", "Section", SECTION_TIP, group=BESIDE),
    *(
        key(
            f"section-{place}",
            str(place),
            f"open_section({place - 1})",
            "Sections",
            "Open a section by its number.",
            show=False,
            group=NUMBERS,
        )
        for place in range(1, len(NAMES) + 1)
    ),
    *moves("row", "Choose", "Mark the topic or the question"),
    *scrolls(),
    BACK,
]
