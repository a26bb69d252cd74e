"""The keys that answer a question, declared once; which of them are active, the sheet says."""

from __future__ import annotations

from textual.binding import Binding

from quizapp.tui.keys import key

_CHOOSE = Binding.Group("Choose", compact=True)
_MOVE = Binding.Group("Move", compact=True)
_CARRY = Binding.Group("Carry")
_SCROLL = Binding.Group("Scroll", compact=True)

_MARKED = "Choose, tick, place or pick up what is marked."
_UNKNOWN = "Say that you don't know, and see the answer."

_DIGITS = tuple(
    key(
        f"choose-{digit}",
        digit,
        f"press('{digit}')",
        "Choose",
        "Choose, tick, place or match what stands behind the number.",
        group=_CHOOSE,
    )
    for digit in "123456789"
)
ANSWER_KEYS = (
    key("go-on", "enter", "go_on", "Go on", "Leave the verdict; the next question comes."),
    key("confirm", "enter", "press('enter')", "Done", "Give the answer as it stands."),
    key("not-yet", "enter", "not_yet", "", "", show=False),
    *_DIGITS,
    key("move-up", "up", "press('up')", "Move", "Move the mark.", group=_MOVE),
    key("move-down", "down", "press('down')", "Move", "Move the mark.", group=_MOVE),
    key("first", "home", "press('home')", "First", "Mark the first one.", show=False),
    key("last", "end", "press('end')", "Last", "Mark the last one.", show=False),
    key(
        "carry-up",
        "shift+up",
        "press('shift+up')",
        "Carry",
        "Carry a placed item to another place.",
        display="Shift+↑↓",
        show=False,
        group=_CARRY,
    ),
    key(
        "carry-down",
        "shift+down",
        "press('shift+down')",
        "Carry",
        "Carry a placed item to another place.",
        show=False,
        group=_CARRY,
    ),
    key("next-field", "tab", "press('tab')", "Next", "Go to the next gap or column."),
    key("last-field", "shift+tab", "press('shift+tab')", "Before", "Go back one.", show=False),
    key("left-column", "left", "press('left')", "Left", "Go to the left column.", show=False),
    key("right-column", "right", "press('right')", "Right", "Go to the right.", show=False),
    key("take-back", "backspace", "press('backspace')", "Take back", "Take the last one back."),
    key(
        "undo-placed",
        "u,f4",
        "take_back",
        "Undo",
        "Take back what you placed last; with nothing placed, the reply before.",
        show=False,
    ),
    key("pick", "space", "press('space')", "Pick", _MARKED),
    key("dont-know", "space,f2", "dont_know", "Don't know", _UNKNOWN),
    key("dont-know-typed", "f2", "dont_know_typed", "Don't know", _UNKNOWN),
    key("sources", "o", "sources", "Sources", "Show all that the answer rests on, or one line."),
    key("close-sources", "escape", "close_sources", "Close", "Show one line of the sources again."),
    key("go-on-space", "space", "go_on", "Go on", "The same as Enter.", show=False),
    key("scroll-up", "up", "scroll_up", "Scroll", "Scroll up.", group=_SCROLL),
    key("scroll-down", "down", "scroll_down", "Scroll", "Scroll down.", group=_SCROLL),
    key("page-up", "pageup", "page_up", "Page up", "Scroll a page up.", show=False),
    key("page-down", "pagedown", "page_down", "Page down", "Scroll a page down.", show=False),
)
