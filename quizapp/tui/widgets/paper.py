"""Paper: one widget that draws rows by itself and tells which target was clicked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.widgets.rows import BLANK, Row, Target

if TYPE_CHECKING:
    from rich.color import Color as RichColor
    from textual import events
    from textual.geometry import Size

LOOKS = {
    "text": "",
    "ask": "bold",
    "muted": "$muted",
    "accent": "$accent",
    "rule": "$faint",
    "key": "bold $accent",
    "option": "",
    "ticked": "$accent",
    "cursor": "bold on $panel",
    "cursor-key": "bold $accent on $panel",
    "held": "bold $on-accent on $accent",
    "right": "$right",
    "wrong": "$wrong",
    "nearly": "$nearly",
    "right-mark": "bold $right",
    "wrong-mark": "bold $wrong",
    "nearly-mark": "bold $nearly",
    "button": "on $panel",
    "button-key": "bold $accent on $panel",
    "quiet": "$muted on $surface",
    "quiet-key": "bold $accent on $surface",
    "chip": "on $panel",
    "rated": "bold $accent",
    "field": "on $panel",
    "field-edge": "$panel",
    "gap": "underline on $surface",
    "hover": "on $surface",
    "map-lit": "$accent",
    "map-mark": "$nearly",
}
"""The styles that rows name, out of the theme's semantic colours. They stand here and not in a
style sheet because every component class costs time at the first paint. A style
"map:UPPER:LOWER" is the colour of one map class on that of another."""
_LAND = {"land": 24, "land-0": 14, "land-1": 22, "land-2": 31, "land-3": 39, "disputed": 48}
"""How much of the text colour, in percent, lies on the ground where land is drawn."""


class Paper(Widget):
    """Draws the rows that `write(width, height)` gives; `height` is that of the window on it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Paper {
        height: auto;
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
        self._looks: dict[str, RichStyle] = {}

    def redraw(self) -> None:
        """Ask for the rows anew; the layout is done again only where another height is needed."""
        before = self._height
        self._take(*self._room)
        self.refresh(layout=self._height != before)

    @property
    def _height(self) -> int:
        return max(len(self.rows), self._room[1])

    def _take(self, width: int, height: int) -> None:
        self._room = (width, height)
        self.rows = self._write(width, height)
        self._strips.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as are written for this width, and at least the window's.

        A paper that always fills its window keeps its height from question to verdict, which
        spares the layout of the whole screen.
        """
        if self._room != (width, container.height):
            self._take(width, container.height)
        return self._height

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
                hover = RichStyle(bgcolor=self._style("hover").bgcolor)
                middle = strip.crop(zone.start, zone.end)
                lit = Strip(Segment.apply_style(middle, post_style=hover), middle.cell_length)
                strip = Strip.join([strip.crop(0, zone.start), lit, strip.crop(zone.end, width)])
        return strip

    def _style(self, name: str) -> RichStyle:
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = self._look_up(name)
        return style

    def _look_up(self, name: str) -> RichStyle:
        if name.startswith("map:"):
            _, upper, lower = name.split(":")
            return RichStyle(color=self._map_colour(upper), bgcolor=self._map_colour(lower))
        return (self.visual_style + Style.parse(LOOKS[name])).rich_style

    def _map_colour(self, name: str) -> RichColor | None:
        _, _, ground, ink = self.colors
        if name in _LAND:
            return ground.blend(ink, _LAND[name] / 100).rich_color
        return ground.rich_color if name == "sea" else self._style(f"map-{name}").color

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
