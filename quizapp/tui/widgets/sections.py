"""The parts of a screen side by side on one line, one of them open; each can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from quizapp.tui.widgets.lines import Lines, link

GAP = 2


class Sections(Lines):
    """Names with the number that opens each, where there is room for the numbers.

    A click runs the screen's action `open_section` with the place, from 0.
    """

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.open = 0

    def show(self, place: int) -> None:
        """Mark another one as open."""
        self.open = place
        self.refresh()

    def lines(self, width: int) -> list[Content]:
        """One line, closer together and without numbers where it is narrow."""
        for numbered, gap in ((True, GAP), (False, GAP), (False, 1)):
            line = Content(" " * gap).join(
                self._named(place, numbered) for place in range(len(self.names))
            )
            if line.cell_length <= width:
                break
        return [line]

    def _named(self, place: int, numbered: bool) -> Content:
        name = f"{place + 1} {self.names[place]}" if numbered else self.names[place]
        # The brackets tell what is open where there are no colours.
        text, style = (f"[{name}]", "bold $accent") if place == self.open else (name, "$muted")
        return link(text, style, f"open_section({place})")
