"""Paper: one widget that draws rows by itself and tells which target was clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from quizapp.tui.widgets.rows import BLANK, Row, Target

if TYPE_CHECKING:
    from rich.color import Color as RichColor
    from textual import events
    from textual.geometry import Size

LOOKS: dict[str, tuple[str, ...]] = {
    "text": (),
    "ask": ("strong",),
    "muted": ("muted",),
    "accent": ("accent",),
    "rule": ("rule",),
    "key": ("accent", "strong"),
    "option": (),
    "ticked": ("accent",),
    "cursor": ("panel", "strong"),
    "cursor-key": ("panel", "accent", "strong"),
    "held": ("held", "strong"),
    "right": ("right",),
    "wrong": ("wrong",),
    "nearly": ("nearly",),
    "right-mark": ("right", "strong"),
    "wrong-mark": ("wrong", "strong"),
    "nearly-mark": ("nearly", "strong"),
    "button": ("panel",),
    "button-key": ("panel", "accent", "strong"),
    "quiet": ("surface", "muted"),
    "quiet-key": ("surface", "accent", "strong"),
    "chip": ("panel",),
    "rated": ("accent", "strong"),
    "field": ("panel",),
    "field-edge": ("edge",),
    "gap": ("surface", "underline"),
}
"""The styles that rows name, each made of component classes, so that there are few of those: every
class costs time at the first paint. A style "map:UPPER:LOWER" is one map class on another."""
_LAND = {"land": 24, "land-0": 18, "land-1": 24, "land-2": 30, "land-3": 36, "disputed": 48}
"""How much of the text colour, in percent, lies on the ground where land is drawn."""


class Paper(Widget):
    """Draws the rows that `write(width, height)` gives; `height` is that of the window on it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"paper--{name}" for look in LOOKS.values() for name in look),
        "paper--hover",
    }
    DEFAULT_CSS = """
    Paper {
        height: auto;
        &> .paper--strong { text-style: bold; }
        &> .paper--underline { text-style: underline; }
        &> .paper--muted { color: $muted; }
        &> .paper--accent { color: $accent; }
        &> .paper--rule { color: $faint; }
        &> .paper--edge { color: $panel; }
        &> .paper--panel { background: $panel; }
        &> .paper--surface { background: $surface; }
        &> .paper--hover { background: $surface; }
        &> .paper--held { background: $accent; color: $on-accent; }
        &> .paper--right { color: $right; }
        &> .paper--wrong { color: $wrong; }
        &> .paper--nearly { color: $nearly; }
    }
    """

    class Clicked(Message):
        """A zone was clicked."""

        def __init__(self, target: Target) -> None:
            super().__init__()
            self.target = target

    def __init__(self, write: Callable[[int, int], Sequence[Row]]) -> None:
        super().__init__()
        self._write = write
        self.rows: Sequence[Row] = ()
        self._room = (0, 0)
        self._hovered: Target | None = None
        self._strips: dict[int, Strip] = {}
        self._looks: dict[str, Style] = {}

    def redraw(self) -> None:
        """Ask for the rows anew; the layout is done again only where their number changed."""
        before = len(self.rows)
        self._take(*self._room)
        self.refresh(layout=len(self.rows) != before)

    def _take(self, width: int, height: int) -> None:
        self._room = (width, height)
        self.rows = self._write(width, height)
        self._strips.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as are written for this width."""
        if self._room != (width, container.height):
            self._take(width, container.height)
        return len(self.rows)

    def notify_style_update(self) -> None:
        """The theme changed: colours are looked up again."""
        super().notify_style_update()
        self._strips.clear()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        """One row, in the colours of the theme."""
        if y not in self._strips:
            self._strips[y] = self._strip(self.rows[y] if y < len(self.rows) else BLANK)
        return self._strips[y]

    def _strip(self, row: Row) -> Strip:
        segments = [Segment(run.text, self._style(run.style)) for run in row.runs]
        fill = self._style(row.fill or "text")
        width = self.size.width
        strip = Strip(segments, row.width).adjust_cell_length(width, fill)
        for zone in row.zones:
            if zone.target == self._hovered:
                hover = self.get_component_rich_style("paper--hover", partial=True)
                middle = strip.crop(zone.start, zone.end)
                lit = Strip(Segment.apply_style(middle, post_style=hover), middle.cell_length)
                strip = Strip.join([strip.crop(0, zone.start), lit, strip.crop(zone.end, width)])
        return strip

    def _style(self, name: str) -> Style:
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = self._look_up(name)
        return style

    def _look_up(self, name: str) -> Style:
        if name.startswith("map:"):
            _, upper, lower = name.split(":")
            return Style(color=self._map_colour(upper), bgcolor=self._map_colour(lower))
        parts = (f"paper--{part}" for part in LOOKS[name])
        own = (self.get_component_rich_style(part, partial=True) for part in parts)
        return Style.combine([self.rich_style, *own])

    def _map_colour(self, name: str) -> RichColor:
        _, _, ground, ink = self.colors
        if name in _LAND:
            return ground.blend(ink, _LAND[name] / 100).rich_color
        if name == "sea":
            return ground.rich_color
        part = "accent" if name == "lit" else "nearly"
        return self.get_component_styles(f"paper--{part}").color.rich_color

    def _target(self, event: events.MouseEvent) -> Target | None:
        return self.rows[event.y].target_at(event.x) if event.y < len(self.rows) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up what a click would mean."""
        self._hover(self._target(event))

    def on_leave(self) -> None:
        """Nothing is under the mouse any more."""
        self._hover(None)

    def _hover(self, target: Target | None) -> None:
        if target != self._hovered:
            self._hovered = target
            self.styles.pointer = "pointer" if target else "default"
            self._strips.clear()
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Say which target was clicked."""
        target = self._target(event)
        if target is not None:
            event.stop()
            self.post_message(self.Clicked(target))
