"""The members' map: who is what on a day, in colours and with the countries' own letters on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.color import Color

from quizapp.atlas.draw import DISPUTED_CLASS, HATCH, NOTE, PLAIN_NOTE, draw
from quizapp.atlas.draw import Run as Drawn
from quizapp.atlas.letters import draw_letters, places_for_codes
from quizapp.atlas.membership import VIEW, Status, on
from quizapp.atlas.places import code_under
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.rows import Row, Run

if TYPE_CHECKING:
    from datetime import date

    from rich.color import Color as RichColor
    from textual import events
    from textual.app import App
    from textual.geometry import Size

CLASSES = {
    Status.FIVE: "five",
    Status.MEMBER: "member",
    Status.OBSERVER: "observer",
    Status.DIALOGUE: "partner",
    Status.PARTNER: "partner",
}
"""The map's class for each status; with the class's style the status is written too."""
WORDS = {"five": "the five", "member": "member", "observer": "observer", "partner": "partner"}
STYLES = {"five": "accent", "member": "accent", "observer": "right", "partner": "nearly"}
LETTERS = {
    Status.FIVE: "f",
    Status.MEMBER: "m",
    Status.OBSERVER: "o",
    Status.DIALOGUE: "d",
    Status.PARTNER: "p",
}
CHOSEN = "chosen"
_PLAIN_CHOSEN = "#"
_TINTED = ("land", "member", "five", "observer", "partner")
_SHADES = (0, 14, 28, 42)
"""How much of the ground, in percent, lies on each of the four shades of a class."""


def colourless(app: App[Any]) -> bool:
    """True where colours cannot tell one country from another, so that letters have to."""
    return app.no_color or app.native_ansi_color


class MembersMap(Paper):
    """The map on a day; a click on a country tells its code by `Paper.Clicked`."""

    DEFAULT_CSS = """
    MembersMap { height: 1fr; }
    """

    def __init__(
        self,
        day: date,
        *,
        plain: bool = False,
        coded: bool = True,
        titled: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(self._map)
        if id is not None:
            self.id = id
        self.day = day
        self.plain = plain
        self.coded = coded
        self.titled = titled
        self.chosen = ""

    def show(self, day: date, chosen: str = "") -> None:
        """Show another day, and one country by itself."""
        if (day, chosen) != (self.day, self.chosen):
            self.day, self.chosen = day, chosen
            self._fill()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._fill()

    def _fill(self) -> None:
        size = self.content_size
        self._take(size.width, size.height)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All the room there is."""
        return container.height

    @property
    def note(self) -> str:
        """What is to be said of land in dispute."""
        return PLAIN_NOTE if self.plain else NOTE

    def _map(self, width: int, height: int) -> list[Row]:
        """The map, and below it, where it is `titled`, what it shows."""
        if width < 1 or height < 1:
            return []
        if self.titled and height > 1:
            return [*self._drawn(width, height - 1), self._title(width)]
        return self._drawn(width, height)

    def _title(self, width: int) -> Row:
        """One line: whose map this is, and its signs as far as there is room for them."""
        row = Row((Run("SCO", "ask"),))
        named: dict[str, Status] = {}
        for step in on(self.day).values():
            named.setdefault(CLASSES[step.status], step.status)
        signs = [
            (LETTERS[status] if self.plain else "■", STYLES[name], WORDS[name])
            for name, status in sorted(named.items(), key=lambda one: list(Status).index(one[1]))
        ]
        signs.append((":" if self.plain else HATCH, "muted", "disputed"))
        for sign, style, word in signs:
            longer = Row((*row.runs, Run(f"  {sign}", style), Run(f" {word}", "muted")))
            row = longer if longer.width <= width else row
        return row

    def _drawn(self, width: int, height: int) -> list[Row]:
        """The map alone."""
        steps = on(self.day)
        if self.plain:
            letters = {code: LETTERS[step.status] for code, step in steps.items()}
            letters |= {self.chosen: _PLAIN_CHOSEN} if self.chosen else {}
            lines = draw_letters(width, height, letters, view=VIEW)
            rows = [Row((Run(line),)) for line in lines]
        else:
            classes = {code: CLASSES[step.status] for code, step in steps.items()}
            rows = _coloured(width, height, classes, self.chosen)
        if self.coded:
            places = places_for_codes(width, height, steps, view=VIEW)
            for (column, line), code in places.items():
                rows[line] = written(rows[line], column, code)
        return rows

    def code_at(self, column: int, line: int) -> str:
        """The country at a cell; "" where there is none."""
        size = self.content_size
        if not (0 <= column < size.width and 0 <= line < size.height):
            return ""
        high = size.height - (self.titled and size.height > 1)
        if line >= high:
            return ""
        code = code_under(column, line, size.width, high, view=VIEW)
        return code if len(code) == 2 else ""

    def on_click(self, event: events.Click) -> None:
        """Tell the country that was clicked, by the number of its letters."""
        code = self.code_at(event.x, event.y)
        event.stop()
        self.post_message(self.Clicked((code, 0)))

    def _map_colour(self, name: str) -> RichColor | None:
        base, _, tint = name.partition("-")
        if base not in STYLES and base != CHOSEN:
            return super()._map_colour(name)
        _, _, ground, ink = self.colors
        if base == CHOSEN:
            return ink.rich_color
        drawn = self._style(STYLES[base]).color
        if drawn is None:
            return ink.rich_color
        return Color.from_rich_color(drawn).blend(ground, _SHADES[int(tint or 0)] / 100).rich_color


def _coloured(width: int, height: int, classes: Mapping[str, str], chosen: str) -> list[Row]:
    if chosen:
        classes = {**classes, chosen: CHOSEN}
    drawn = draw(width, height, classes, view=VIEW, tinted=_TINTED)
    return [Row(tuple(Run(*_hatched(run)) for run in line)) for line in drawn]


def _hatched(run: Drawn) -> tuple[str, str]:
    """Text and style of equal cells. Half a cell of disputed land hatches all of it: so much of a
    border as lies within a cell cannot be told anyway, and a grey half would look like land.
    """
    if DISPUTED_CLASS in (run.upper, run.lower):
        return HATCH * len(run.text), f"map:{DISPUTED_CLASS}:land"
    return run.text, f"map:{run.upper}:{run.lower}"


def written(row: Row, column: int, text: str) -> Row:
    """The row with a word over its cells from `column` on, in the ground's colour."""
    runs: list[Run] = []
    start = 0
    for run in row.runs:
        low, high = max(column - start, 0), min(column + len(text) - start, len(run.text))
        if low < high:
            at = start + low - column
            lower = run.style.rpartition(":")[2]
            style = f"map:sea:{lower}" if run.style.startswith("map:") else run.style
            parts = (
                Run(run.text[:low], run.style),
                Run(text[at : at + high - low], style),
                Run(run.text[high:], run.style),
            )
            runs += [part for part in parts if part.text]
        else:
            runs.append(run)
        start += len(run.text)
    return row._replace(runs=tuple(runs))
