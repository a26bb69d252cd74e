"""Rows of styled text: what a self-drawing widget shows, and what a click on each cell means.

Everything here is a plain value, so that a form's look and its mouse can be tested without a
terminal. Text is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

Target: TypeAlias = tuple[str, int]
"""What a click means: a word and a number, e.g. ("option", 2)."""

GAP_CELL = "\ufdd0"
"""Stands for one cell of a gap while a sentence is wrapped: a gap is never broken, and keeps the
punctuation behind it. A noncharacter, so that no text has it."""

_CLOSING = ".,;:!?)]"


class Run(NamedTuple):
    """Text in one style, by the name that Paper knows it by."""

    text: str
    style: str = "text"


class Zone(NamedTuple):
    """The cells from `start` up to `end` of a row, and what a click on them means."""

    start: int
    end: int
    target: Target


class Row(NamedTuple):
    """One line: its runs, its clickable zones, and the style that fills it up to the right edge.

    `whole` is what is copied of a line that is shown shortened.
    """

    runs: tuple[Run, ...] = ()
    zones: tuple[Zone, ...] = ()
    fill: str = ""
    whole: str = ""

    @property
    def width(self) -> int:
        """Cells taken by the runs, without the fill."""
        return sum(cell_len(run.text) for run in self.runs)

    @property
    def plain(self) -> str:
        """The row's text without styles."""
        return "".join(run.text for run in self.runs)

    def target_at(self, column: int) -> Target | None:
        """What a click on the cell `column` means; None where it means nothing."""
        for zone in self.zones:
            if zone.start <= column < zone.end:
                return zone.target
        return None


BLANK = Row()


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of `text` begins and ends when wrapped at `width` cells.

    Lines break at white space; a word longer than a line is cut. A newline begins a new line.
    """
    width = max(1, width)
    lines: list[tuple[int, int]] = []
    offset = 0
    for part in text.split("\n"):
        lines += _part_breaks(text, offset, offset + len(part), width)
        offset += len(part) + 1
    return lines


def _part_breaks(text: str, start: int, stop: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    begin = end = start
    for first, last in _words(text, start, stop):
        if end == begin:
            begin = end = first
        if cell_len(text[begin:last]) <= width:
            end = last
            continue
        if end > begin:
            lines.append((begin, end))
            begin = first
        while cell_len(text[begin:last]) > width:
            cut = begin + 1
            while cell_len(text[begin : cut + 1]) <= width:
                cut += 1
            lines.append((begin, cut))
            begin = cut
        end = last
    lines.append((begin, end))
    return lines


def _words(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where words begin and end; a no-break space is part of one, a gap is one by itself."""
    place = start
    while place < stop:
        if text[place] == " ":
            place += 1
            continue
        last = text.find(" ", place, stop)
        last = stop if last < 0 else last
        gap = text.find(GAP_CELL, place, last)
        if gap > place:
            last = gap
        elif gap == place:
            end = place + len(text[place:last]) - len(text[place:last].lstrip(GAP_CELL))
            last = end + len(text[end:last]) - len(text[end:last].lstrip(_CLOSING))
        yield place, last
        place = last


def flow(runs: Sequence[Run], width: int) -> list[tuple[Run, ...]]:
    """`runs` wrapped at `width` cells as one text; a word may stand across runs."""
    plain = "".join(run.text for run in runs)
    return [tuple(_cut(runs, begin, end)) for begin, end in breaks(plain, width)]


def _cut(runs: Sequence[Run], begin: int, end: int) -> Iterable[Run]:
    place = 0
    for run in runs:
        low, high = max(begin - place, 0), min(end - place, len(run.text))
        if low < high:
            yield Run(run.text[low:high], run.style)
        place += len(run.text)


def paragraph(
    *runs: Run, width: int, lead: Sequence[Run] = (), fill: str = "", pad: str = ""
) -> list[Row]:
    """`runs` wrapped into rows: the first one after `lead`, the others indented as far.

    `pad` is the style of that indentation.
    """
    indent = sum(cell_len(run.text) for run in lead)
    rows: list[Row] = []
    for words in flow(runs, width - indent):
        before = tuple(lead) if not rows else (Run(" " * indent, pad or "text"),) if indent else ()
        rows.append(Row((*before, *words), fill=fill))
    return rows


def clickable(rows: Iterable[Row], target: Target, width: int) -> list[Row]:
    """`rows` that all mean `target`, from edge to edge."""
    return [row._replace(zones=(Zone(0, width, target),)) for row in rows]


def beside(left: Sequence[Row], width: int, right: Sequence[Row], gap: Run) -> list[Row]:
    """Two columns: `left` filled up to `width` cells, then `gap`, then `right`."""
    shift = width + cell_len(gap.text)
    rows = []
    for number in range(max(len(left), len(right))):
        first = left[number] if number < len(left) else BLANK
        second = right[number] if number < len(right) else BLANK
        fill = Run(" " * max(0, width - first.width), first.fill or "text")
        zones = tuple(
            Zone(zone.start + shift, zone.end + shift, zone.target) for zone in second.zones
        )
        runs = (*first.runs, fill, gap, *second.runs)
        rows.append(Row(runs, (*first.zones, *zones), second.fill))
    return rows


class Piece(NamedTuple):
    """Runs that stay together on one row; `target` is what a click on them means."""

    runs: tuple[Run, ...]
    target: Target | None = None

    @property
    def width(self) -> int:
        """Cells taken."""
        return sum(cell_len(run.text) for run in self.runs)


def in_line(pieces: Iterable[Piece], width: int, *, gap: int = 2) -> list[Row]:
    """Pieces side by side, on as many rows as they need; one wider than a row is wrapped."""
    rows: list[Row] = []
    runs: list[Run] = []
    zones: list[Zone] = []
    used = 0
    for piece in pieces:
        if used and used + gap + piece.width > width:
            rows.append(Row(tuple(runs), tuple(zones)))
            runs, zones, used = [], [], 0
        if piece.width > width:
            rows += paragraph(*piece.runs, width=width)
            continue
        if used:
            runs.append(Run(" " * gap))
            used += gap
        if piece.target is not None:
            zones.append(Zone(used, used + piece.width, piece.target))
        runs += piece.runs
        used += piece.width
    return [*rows, Row(tuple(runs), tuple(zones))] if runs else rows


class Button(NamedTuple):
    """Something to click, with the key that does the same ("" for none)."""

    key: str
    label: str
    target: Target
    style: str = "button"

    @property
    def piece(self) -> Piece:
        """The button as it is drawn."""
        key = (Run(f" {self.key}", f"{self.style}-key"),) if self.key else ()
        return Piece((*key, Run(f" {self.label} ", self.style)), self.target)


def buttons(row_of: Iterable[Button], width: int, *, gap: int = 2) -> list[Row]:
    """Buttons side by side, on as many rows as they need."""
    return in_line([button.piece for button in row_of], width, gap=gap)
