"""Text laid out line by line for the width at hand, with words that can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

ACTION = "do"
"""The meta key of a span that runs an action of the screen when it is clicked."""


def fit(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells; what is left off is cut between words."""
    flat = Content(" ".join(text.split()))
    if flat.cell_length <= width:
        return flat.plain
    cut = flat.truncate(max(width - 1, 0)).plain
    words = cut.rsplit(" ", 1)
    kept = words[0] if len(words) == 2 and len(words[0]) * 2 > len(cut) else cut
    return f"{kept.rstrip(' ,;:-')}…" if width > 0 else ""


def across(left: Content, right: Content, width: int) -> Content:
    """One line with `left` at its start and `right` at its end; at least a space between."""
    gap = max(width - left.cell_length - right.cell_length, 1)
    return Content.assemble(left, " " * gap, right)


def wrapped(text: str, width: int, style: str = "", *, indent: int = 0) -> list[Content]:
    """`text` broken between words into lines of `width` cells, each after `indent` spaces."""
    room = max(width - indent, 8)
    lines = Content.styled(text, style).wrap(room) if text else []
    return [Content.assemble(" " * indent, line.rstrip()) for line in lines]


def beside(
    left: Sequence[Content], right: Sequence[Content], left_width: int, gap: int = 4
) -> list[Content]:
    """Two columns, the left one `left_width` cells wide."""
    rows = []
    for number in range(max(len(left), len(right))):
        first = left[number] if number < len(left) else Content("")
        second = right[number] if number < len(right) else Content("")
        pad = " " * max(left_width - first.cell_length, 0) + " " * gap
        rows.append(Content.assemble(first, pad, second) if second else first)
    return rows


def link(text: str, style: str, action: str) -> Content:
    """Words that run `action` of the screen when clicked. `action` is ours, never pack text."""
    return Content.styled(text, style).stylize(Style.from_meta({ACTION: action}))


def button(label: str, action: str) -> Content:
    """The one obvious thing to press, for the mouse."""
    return link(f"  {label}  ", "bold $on-accent on $accent", action)


def quiet_button(label: str, action: str) -> Content:
    """Something else to press, beside the obvious thing."""
    return link(f"  {label}  ", "$foreground on $panel", action)


def underlined(content: Content, action: str) -> Content:
    """`content` with the words underlined that run `action`."""
    for span in content.spans if action else ():
        if isinstance(span.style, Style) and span.style.meta.get(ACTION) == action:
            content = content.stylize("underline", span.start, span.end)
    return content


class Lines(Widget):
    """A widget that draws `lines(width)`; words made by `link` run their action when clicked."""

    DEFAULT_CSS = """
    Lines {
        height: auto;
    }
    """

    hovered = ""

    def lines(self, width: int) -> Sequence[Content]:
        """What to draw at this width, a Content a line, none wider than `width`."""
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        """The lines for the width the widget has now."""
        content = Content("\n").join(self.lines(self.content_size.width))
        return underlined(content, self.hovered)

    def redraw(self) -> None:
        """Draw again after what is told has changed, with as many rows as it now takes."""
        self.refresh(layout=self._misfit)
        # Textual drops a wish for another height that comes while a style update waits.
        self.call_after_refresh(self._fit)

    @property
    def _misfit(self) -> bool:
        size = self.content_size
        # Before the first layout there is no width to write for, and nothing fits.
        return not size.width or len(self.lines(size.width)) != size.height

    def _fit(self) -> None:
        if self.is_attached and self.size.width and self._misfit:
            self.refresh(layout=True)

    def _hover(self, action: str) -> None:
        if action != self.hovered:
            self.hovered = action
            self.styles.pointer = "pointer" if action else "default"
            self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Underline what a click would do."""
        self._hover(event.style.meta.get(ACTION, ""))

    def on_leave(self) -> None:
        """Nothing is under the mouse any more."""
        self._hover("")

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the words under the mouse."""
        action = event.style.meta.get(ACTION, "")
        if action:
            event.stop()
            await self.app.run_action(action, self.screen)
