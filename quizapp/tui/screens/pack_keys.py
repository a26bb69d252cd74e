"""The keys of Packs. Adding and removing are asked first; which of them, the screen knows."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from quizapp.tui import keys

DETAILS = Binding.Group("Details")

PACK_KEYS: list[BindingType] = [
    keys.key(
        "take",
        "enter,y",
        "take",
        "Add",
        "Add what is shown: nothing is there before you say so.",
    ),
    keys.key("keep-pack", "enter", "keep", "Keep it", "Leave the pack in: nothing is changed."),
    keys.key(
        "confirm",
        "y",
        "confirm",
        "Remove",
        "Take the pack out; what you remember of it is kept.",
    ),
    keys.key(
        "add", "a", "add", "Add", "Add packs from a file, a folder, a zip or an https address."
    ),
    keys.key("remove", "r", "remove", "Remove", "Remove the pack marked; you are asked first."),
    keys.key("bring-back", "u", "bring_back", "Undo", "Bring back the pack removed last."),
    keys.key("details-up", "pageup", "scroll(-1)", "Details", "Scroll the details.", group=DETAILS),
    keys.key(
        "details-down", "pagedown", "scroll(1)", "Details", "Scroll the details.", group=DETAILS
    ),
    *keys.moves("pack", "Choose", "Mark the pack"),
    keys.key("cancel", "escape", "cancel", "Cancel", "Leave it: nothing is changed."),
    keys.BACK,
]
