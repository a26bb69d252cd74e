"""The keys of Browse, and which of them mean something at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding, BindingType

from quizapp.core.standing import State
from quizapp.tui.keys import BACK, key, moves, scrolls
from quizapp.tui.widgets.picklist import FAR

if TYPE_CHECKING:
    from quizapp.tui.screens.browse_list import BrowseList

STEP = Binding.Group("Question", compact=True)
STATE = Binding.Group("State")

BROWSE_KEYS: list[BindingType] = [
    key("open-question", "enter", "open", "Open", "Show all there is to say of the question."),
    key("study-this", "enter,o", "study", "Study now", "Study just this question, due or not."),
    key("study-marked", "o", "study_marked", "Study now", "Study just this question, due or not."),
    *moves("question", "Choose", "Mark the question"),
    key("first-question", "home", "end(False)", "First", "Mark the first question.", show=False),
    key("last-question", "end", "end(True)", "Last", "Mark the last question.", show=False),
    *scrolls(),
    key("before", "left", "step(-1)", "Question", "The question above or below.", group=STEP),
    key("behind", "right", "step(1)", "Question", "The question above or below.", group=STEP),
    key("read-on", "space", "read_on", "Read on", "Scroll the details; from their end, back up."),
    key("search", "slash", "search", "Search", "Type words to search questions and answers for."),
    key("by-pack", "p", "choose_pack", "Pack", "Show one pack only.", show=False),
    key("by-topic", "t", "choose_topic", "Topic", "Show one topic only.", show=False),
    key("by-form", "m", "next_form(1)", "Form", "Show the next form only.", show=False),
    key("by-state", "a", "next_state(1)", "State", "Show the next state only.", show=False),
    *(
        key(
            f"state-{place}",
            str(place),
            f"state({place})",
            "State",
            "Any state, new, due, shaky, strong, suspended, flagged.",
            show=False,
            group=STATE,
        )
        for place in range(len(State) + 1)
    ),
    key("clear", "c", "clear", "Clear", "Clear the search and the filters."),
    key("suspend-it", "s", "suspend", "Suspend", "Take the question out of the schedule, or back."),
    key("flag-it", "f", "flag", "Flag", "Flag the question as doubtful, or take the flag away."),
    key("note", "n", "note", "Note", "Write a line of your own on the question."),
    key("forget", "x", "forget", "Start over", "Forget the question: it will be new again."),
    key("undo-change", "u", "undo", "Undo", "Undo what was done last."),
    key("forget-now", "enter", "forget_now", "Start over", "Forget it: it will be new again."),
    key("leave-field", "escape", "leave", "Leave", "Leave the field; what is found stays."),
    key("clear-search", "escape", "clear_search", "Clear", "Clear the search; then go back."),
    key("close-details", "escape", "close", "To the list", "Back to the list."),
    BACK,
]


class Offers(NamedTuple):
    """What the keys of Browse depend on. `overflows`: the details are longer than their place."""

    found: int
    mode: str
    wide: bool
    reading: bool
    overflows: bool
    sifted: bool
    searched: bool
    undoable: bool
    suspended: bool


def offers(screen: BrowseList) -> Offers:
    """How things are now, as far as keys depend on it."""
    details = screen.query_one("#details")
    return Offers(
        found=min(screen.found.count, FAR + 1),
        mode=screen.mode,
        wide=screen.wide,
        reading=screen.reading,
        overflows=bool(details.display) and details.max_scroll_y > 0,
        sifted=any(screen.query_for),
        searched=screen.query_for.text not in ("", screen.asked_for.text),
        undoable=bool(screen.done),
        suspended=screen.suspended,
    )


_MARKED = frozenset({"suspend", "flag", "note", "forget"})
_SIFTING = frozenset({"search", "choose_pack", "choose_topic", "next_form", "next_state", "state"})


def possible(  # noqa: C901 - one case for each key
    now: Offers, action: str, parameters: tuple[object, ...]
) -> bool:
    """Whether an action of Browse means something now."""
    in_list = now.mode == "list"
    marked = in_list and now.found > 0
    beside = now.wide or now.reading
    if action in _MARKED:
        return marked
    if action in _SIFTING:
        return in_list and not now.reading
    match action:
        case "open":
            return marked and not beside
        case "study":
            return marked and beside
        case "study_marked":
            return marked and not beside
        case "move":
            enough = now.found > (1 if parameters in ((1,), (-1,)) else FAR)
            return enough and (now.mode == "search" or (in_list and not now.reading))
        case "step":
            return marked and now.reading and now.found > 1
        case "end":
            return marked and not now.reading
        case "scroll":
            return marked and now.reading and now.overflows
        case "read_on":
            return marked and now.wide and now.overflows
        case "clear":
            return in_list and not now.reading and now.sifted
        case "clear_search" | "app.back":
            return in_list and not now.reading and now.searched == (action == "clear_search")
        case "undo":
            return in_list and now.undoable
        case "forget_now":
            return now.mode == "ask"
        case "leave":
            return not in_list
        case "close":
            return in_list and now.reading
        case _:
            return True
