"""The last line of every screen: what the keys do now, each entry clickable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.style import Style

from quizapp.tui.keys import Hint, hints
from quizapp.tui.widgets.lines import ACTION, Lines

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

WIDE_GAP, GAP = 3, 2
LEAST = "quit"
"""The action whose entry is left out before a second line is taken; its key works all the same."""
HELP, MORE = "help", "More"
"""Where entries are left out, the one that leads to all of them says so."""


def may_go(screen: Screen[Any], hint: Hint) -> bool:
    """True for what the footer leaves out where it has no room; help names it all the same.

    A screen with more keys than a line holds has `FOOTER_KEEPS`, the actions that have to stay,
    and perhaps `FOOTER_ROOMY`, the lines a window must have for the footer to take two of them.
    """
    keeps: frozenset[str] | None = getattr(screen, "FOOTER_KEEPS", None)
    return hint.action == LEAST or bool(keeps and hint.action and hint.action not in keeps)


class KeyFooter(Lines):
    """The screen's active bindings; it wraps rather than cut an entry off."""

    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: auto;
        padding: 0 0 0 3;
        background: $surface;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Hint, ...] = ()
        self._drawn: tuple[tuple[Hint, ...], int, bool, list[Content]] = ((), 0, False, [])

    def on_mount(self) -> None:
        """Follow the screen's bindings from the first paint on."""
        self.entries = self._now()
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _now(self) -> tuple[Hint, ...]:
        return tuple(hint for hint in hints(self.screen) if hint.shown)

    def _changed(self, screen: Screen[Any]) -> None:
        if self.is_attached and screen is self.screen:
            entries = self._now()
            if entries != self.entries:
                self.entries = entries
                self.redraw()

    def lines(self, width: int) -> list[Content]:
        """One line if it can be, close together or without the way out; else two or more."""
        roomy: int | None = getattr(self.screen, "FOOTER_ROOMY", None)
        double = roomy is not None and self.app.size.height >= roomy
        if self._drawn[:3] != (self.entries, width, double):
            self._drawn = (self.entries, width, double, self._rows(width, double=double))
        return self._drawn[3]

    def _rows(self, width: int, *, double: bool) -> list[Content]:
        every = dict(enumerate(self.entries))
        wanted = {number: one for number, one in every.items() if one.action != LEAST}
        entries = _drawn(every)
        needed = _drawn(wanted, whole=len(wanted) == len(every))
        for some, gap, most in (
            (entries, WIDE_GAP, 1),
            (entries, GAP, 1),
            *([(entries, WIDE_GAP, 2), (entries, GAP, 2)] if double else [(needed, GAP, 1)]),
        ):
            rows = _filled(some, width, gap)
            if len(rows) <= most:
                return rows
        return self._spared(width) or _filled(entries, width, GAP)

    def _spared(self, width: int) -> list[Content]:
        """One line without the last of what may go; none where nothing may."""
        kept = dict(enumerate(self.entries))
        for number, hint in reversed(tuple(kept.items())):
            if may_go(self.screen, hint):
                del kept[number]
                rows = _filled(_drawn(kept, whole=False), width, GAP)
                if len(rows) == 1:
                    return rows
        return []

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        place = event.style.meta.get(ACTION, "")
        if place:
            event.stop()
            number, stop = (int(part) for part in place.split("/"))
            hint = self.entries[number]
            await self.app.run_action(hint.stops[stop][1], hint.node)


def _drawn(entries: dict[int, Hint], *, whole: bool = True) -> list[Content]:
    """The entries by their number, as they are drawn; a word says where they are not the whole."""
    return [
        _entry(hint if whole or hint.action != HELP else hint._replace(label=MORE), number)
        for number, hint in entries.items()
    ]


def _entry(hint: Hint, number: int) -> Content:
    """A key and its word; each part that can be clicked knows its place."""
    word = Content.styled(f" {hint.label}", "$muted")
    if hint.action:
        whole = Content.assemble((hint.text, "bold $accent"), word)
        return whole.stylize(Style.from_meta({ACTION: f"{number}/0"}))
    if not hint.stops:
        return Content.assemble((hint.text, "bold $accent"), word)
    names = [
        Content.styled(name, "bold $accent").stylize(Style.from_meta({ACTION: f"{number}/{place}"}))
        for place, (name, _) in enumerate(hint.stops)
    ]
    return Content.assemble(*names, word)


def _filled(entries: list[Content], width: int, gap: int) -> list[Content]:
    """The entries in rows of at most `width` cells."""
    rows: list[list[Content]] = [[]]
    used = 0
    for entry in entries:
        if used and used + gap + entry.cell_length > width:
            rows.append([])
            used = 0
        used += entry.cell_length + (gap if used else 0)
        rows[-1].append(entry)
    return [Content(" " * gap).join(row) for row in rows]
