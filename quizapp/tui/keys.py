"""How a key is declared, once: footer, help and command palette are all drawn from this.

A widget whose keys mean something else from case to case has `key_words`: the declared label,
and the word that says it better now, or "" where the footer need not name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode

if TYPE_CHECKING:
    from textual.screen import Screen

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "minus": "-",
}
ARROWS = "↑↓←→"


class Hint(NamedTuple):
    """Keys that do one thing now, and what runs when they are clicked.

    `text` is how the footer prints them, `every` names those the footer leaves out too.
    `stops` are the parts of `text` that can be clicked one by one, each with its action.
    """

    keys: tuple[str, ...]
    text: str
    every: str
    label: str
    tip: str
    node: DOMNode
    shown: bool
    stops: tuple[tuple[str, str], ...]

    @property
    def action(self) -> str:
        """What the whole entry does when it is clicked; "" where its keys do different things."""
        return self.stops[0][1] if len(self.stops) == 1 else ""


def key(
    id: str,  # noqa: A002 - Textual's own word for it
    keys: str,
    action: str,
    label: str,
    tip: str,
    *,
    show: bool = True,
    display: str | None = None,
    group: Binding.Group | None = None,
    priority: bool = False,
) -> Binding:
    """A key declaration.

    `keys` is a key, or several separated by commas; `label` is the footer's word or two, `tip`
    the sentence in help; `show` puts it in the footer. Bindings with one `group` stand in the
    footer as one entry under the group's description.
    """
    return Binding(
        keys,
        action,
        label,
        show=show,
        key_display=display,
        tooltip=tip,
        id=id,
        group=group,
        priority=priority,
    )


CHANGE = Binding.Group("Change", compact=True)
"""Left and right choose among options in a row."""
PAGES = Binding.Group("Pages")
BACK = key("back", "escape", "app.back", "Back", "Go back. Everything is saved already.")


def moves(id: str, label: str, tip: str) -> tuple[Binding, ...]:  # noqa: A002
    """The arrows as one footer entry, with the larger steps in help: they call `move(step)`.

    `tip` is the beginning of a sentence, e.g. "Mark the topic".
    """
    group = Binding.Group(label, compact=True)
    far = f"{tip} ten above or below."
    return (
        key(f"{id}-up", "up", "move(-1)", label, f"{tip} above or below.", group=group),
        key(f"{id}-down", "down", "move(1)", label, f"{tip} above or below.", group=group),
        key(f"{id}-page-up", "pageup", "move(-10)", label, far, show=False, group=PAGES),
        key(f"{id}-page-down", "pagedown", "move(10)", label, far, show=False, group=PAGES),
    )


def ends(id: str, what: str) -> tuple[Binding, ...]:  # noqa: A002
    """Home and End, named in help only: they call `end(last)`. `what` is what a row is."""
    return (
        key(f"first-{id}", "home", "end(False)", "First", f"Mark the first {what}.", show=False),
        key(f"last-{id}", "end", "end(True)", "Last", f"Mark the last {what}.", show=False),
    )


def name_of(key_name: str) -> str:
    """A key as it is printed: `question_mark` is "?", `ctrl+k` is "Ctrl+K"."""
    if key_name in NAMES:
        return NAMES[key_name]
    *modifiers, last = key_name.split("+")
    if not modifiers:
        return last.upper() if len(last) > 1 else last
    shown = NAMES.get(last, last.upper())
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


def _runs(names: list[str]) -> str:
    """Key names joined: digits in a row as 1-4, arrows side by side, others with a slash."""
    if len(names) > 2 and all(name in "123456789" for name in names):
        return f"{names[0]}-{names[-1]}"
    first, *rest = names
    prefix = first[: first.rfind("+") + 1]
    if rest and all(name.startswith(prefix) and name[len(prefix) :] in ARROWS for name in names):
        return prefix + "".join(name[len(prefix) :] for name in names)
    return "/".join(names)


def _identity(active: ActiveBinding) -> Any:
    """What makes two active bindings one entry: the same group, or the same action of one node."""
    binding = active.binding
    return binding.group or (id(active.node), binding.action, binding.description)


def _stops(text: str, actions: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """What can be clicked: all of an entry, or each arrow by itself; digits cannot be told apart.

    `actions` has each action with the name of its first key.
    """
    if len(actions) == 1:
        return ((text, next(iter(actions))),)
    if all(name in ARROWS for name in actions.values()):
        return tuple((name, action) for action, name in actions.items())
    return ()


def _merged(entries: list[tuple[str, ActiveBinding]]) -> Hint:
    entries = sorted(entries, key=lambda entry: (entry[0].count("+"), entry[0] != "enter"))
    shown = [entry for entry in entries if entry[1].binding.show] or entries
    first = shown[0][1]
    binding = first.binding
    actions: dict[str, str] = {}
    for key_name, active in shown:
        actions.setdefault(active.binding.action, name_of(key_name))
    text = binding.key_display or _runs(list(actions.values()))
    group = binding.group
    label = group.description if group and group.description else binding.description
    words: Mapping[str, str] = getattr(first.node, "key_words", {})
    tips = dict.fromkeys(active.tooltip for _, active in shown if active.tooltip)
    return Hint(
        keys=tuple(key_name for key_name, _ in entries),
        text=text,
        every=binding.key_display or _runs([name_of(key_name) for key_name, _ in entries]),
        label=words.get(label) or label,
        tip=" ".join(tips) or binding.description,
        node=first.node,
        shown=binding.show and bool(words.get(label, label)),
        stops=_stops(text, actions),
    )


def hints(screen: Screen[Any]) -> Iterator[Hint]:
    """What the keys do on `screen` right now, in the order they were declared.

    Left out are keys that cannot apply now and Textual's own silent ones.
    """
    merged: dict[Any, list[tuple[str, ActiveBinding]]] = {}
    for key_name, active in screen.active_bindings.items():
        binding = active.binding
        named = binding.description and (binding.show or binding.tooltip)
        if active.enabled and named and not binding.system:
            merged.setdefault(_identity(active), []).append((key_name, active))
    for entries in merged.values():
        yield _merged(entries)


def scrolls() -> tuple[Binding, ...]:
    """The keys that scroll a page of text: they call `scroll(lines)`."""
    group = Binding.Group("Scroll", compact=True)
    far = "Scroll a page up or down."
    return (
        key("scroll-up", "up", "scroll(-1)", "Scroll", "Scroll up or down.", group=group),
        key("scroll-down", "down", "scroll(1)", "Scroll", "Scroll up or down.", group=group),
        key("page-up", "pageup", "scroll(-10)", "Page", far, show=False, group=PAGES),
        key("page-down", "pagedown", "scroll(10)", "Page", far, show=False, group=PAGES),
    )
