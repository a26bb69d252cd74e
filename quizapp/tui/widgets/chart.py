"""Charts of numbers over time, drawn by plotext; importing this loads it, so only Progress does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.color import Color
from textual.containers import Vertical
from textual.widgets import Static
from textual_plotext import PlotextPlot

from quizapp.tui.wording import grouped

QUADRANTS = "hd"
"""plotext's marker of four blocks a cell: bars end at half a cell, whatever their number."""
DOTS = "braille"
LEAST_TICKS = 2
WIDEST_BAR = 9
"""Half cells that a bar takes at most, with the gap behind it."""
STEPS = (1, 2, 2.5, 5, 10)
Mark = tuple[int, str]
"""A word under a value: its place, from 0, and the word."""


class Bars(NamedTuple):
    """A bar for each value, none below 0; `unit` stands behind each number of the scale.

    The scale goes up to `most` at least.
    """

    title: str
    values: tuple[float, ...]
    marks: tuple[Mark, ...]
    unit: str = ""
    most: float = 0


class Curve(NamedTuple):
    """Shares, 0-1, joined to a line that breaks where there is None; `wanted` is a level line."""

    title: str
    values: tuple[float | None, ...]
    marks: tuple[Mark, ...]
    wanted: float


Drawing = Bars | Curve


def scale(most: float, ticks: int) -> list[float]:
    """Round numbers from 0 up to at least `most`, about as many as `ticks`.

    Their step is 1, 2, 2.5 or 5 times a power of ten, and a whole number from 1 on.
    """
    most = max(most, 1.0)
    size = 1.0
    while True:
        for step in STEPS:
            width = step * size
            if width.is_integer() and width * max(ticks, 1) >= most:
                count = int(-(-most // width))
                return [width * n for n in range(count + 1)]
        size *= 10


class Chart(Vertical):
    """One drawing under its title, in the theme's colours, as large as there is room."""

    DEFAULT_CSS = """
    Chart {
        Static { color: $muted; text-align: center; }
        Plot { color: $muted; }
    }
    """

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.caption = Static(drawing.title, markup=False)
        self.plot = Plot(drawing)

    def compose(self) -> ComposeResult:
        """Title and plot."""
        yield self.caption
        yield self.plot

    def show(self, drawing: Drawing) -> None:
        """Draw something else."""
        self.caption.update(drawing.title)
        self.plot.show(drawing)


class Plot(PlotextPlot):
    """A drawing alone."""

    ALLOW_SELECT = False

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.drawing = drawing
        self.drawn: tuple[object, Text] | None = None
        # plotext gives no colour of its own to what has none: that follows the style sheet.
        self.theme = "clear"

    def on_mount(self) -> None:
        """The lines are coloured by the theme, so another theme draws them anew."""
        super().on_mount()
        self.app.theme_changed_signal.subscribe(self, lambda _: self.refresh())

    def show(self, drawing: Drawing) -> None:
        """Draw something else."""
        if drawing != self.drawing:
            self.drawing = drawing
            self.refresh()

    def render(self) -> Text:
        """The drawing for the room there is; nothing in less than a few cells."""
        width, height = self.size
        if width < 12 or height < 4:
            return Text("")
        key = (self.drawing, self.size, self.app.theme)
        if self.drawn is None or self.drawn[0] != key:
            self.drawn = (key, self._draw(width, height))
        return self.drawn[1]

    def _draw(self, width: int, height: int) -> Text:
        self.plt.clear_figure()
        if isinstance(self.drawing, Bars):
            self._bars(self.drawing, width, height)
        else:
            self._curve(self.drawing, width, height)
        found = super().render()
        return found if isinstance(found, Text) else Text("")

    def _colour(self, name: str) -> str | tuple[int, int, int]:
        colour = Color.parse(self.app.theme_variables[name])
        return "default" if colour.ansi is not None else colour.rgb

    def _bars(self, bars: Bars, width: int, height: int) -> None:
        ticks = scale(max((bars.most, *bars.values)), (height - 2) // 3)
        labels = self._side([f"{grouped(int(tick))}{bars.unit}" for tick in ticks])
        self._scale(ticks, labels, ticks[-1])
        halves = 2 * (width - len(labels[0]) - 1)
        each = min(max(halves // max(len(bars.values), 1), 1), WIDEST_BAR)
        # A window too narrow for all of them shows the newest.
        shown = bars.values[-(halves // each) :]
        first = len(bars.values) - len(shown)
        places, tops = [], []
        for number, value in enumerate(shown):
            if value > 0:
                cells = range(number * each, (number + 1) * each - (each > 1))
                places += list(cells)
                tops += [value] * len(cells)
        plot = self.plt
        if places:
            # The same cells by `bar` take plotext six times as long.
            plot.scatter(places, tops, marker=QUADRANTS, color=self._colour("accent"), fillx=True)
        else:
            plot.scatter([0], [0], marker=" ")
        plot.xlim(0, halves - 1)
        self._under([(each * (place - first), word) for place, word in bars.marks])

    def _curve(self, curve: Curve, width: int, height: int) -> None:
        least = min([value for value in curve.values if value is not None] + [curve.wanted])
        ticks = [tick / 100 for tick in _shares(int(least * 100), (height - 2) // 3)]
        labels = self._side([f"{round(100 * tick)} %" for tick in ticks])
        self._scale(ticks, labels, 1.0, ticks[0])
        plot = self.plt
        plot.hline(curve.wanted, color=self._colour("nearly"))
        accent = self._colour("accent")
        for places, shares in _runs(curve.values):
            if len(places) > 1:
                plot.plot(places, shares, marker=DOTS, color=accent)
            plot.scatter(places, shares, marker="•", color=accent)
        plot.xlim(0, max(len(curve.values) - 1, 1))
        self._under(curve.marks)

    def _side(self, labels: Sequence[str]) -> list[str]:
        room = max(map(len, labels))
        return [f"{label.rjust(room)} " for label in labels]

    def _scale(
        self, ticks: Sequence[float], labels: Sequence[str], most: float, least: float = 0
    ) -> None:
        self.plt.yticks(list(ticks), list(labels))
        self.plt.ylim(least, most)
        self.plt.xaxes(True, False)
        self.plt.yaxes(True, False)

    def _under(self, marks: Sequence[Mark]) -> None:
        shown = [mark for mark in marks if mark[0] >= 0]
        self.plt.xticks([place for place, _ in shown], [word for _, word in shown])


def _shares(least: int, ticks: int) -> list[int]:
    """Percentages up to 100, from a round one below `least` on."""
    for step in (5, 10, 20, 25, 50):
        low = least // step * step
        low = max(low - step if low == least else low, 0)
        if (100 - low) / step <= max(ticks, LEAST_TICKS):
            return list(range(low, 101, step))
    return [0, 50, 100]


def _runs(values: Sequence[float | None]) -> Iterator[tuple[list[int], list[float]]]:
    """Places and values that stand side by side, without the gaps."""
    for missing, run in groupby(enumerate(values), key=lambda one: one[1] is None):
        if not missing:
            pairs = [(place, value) for place, value in run if value is not None]
            yield [place for place, _ in pairs], [value for _, value in pairs]
