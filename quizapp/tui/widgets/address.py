"""Web addresses on one line: the host and the end of the path, with what lies between left out."""

from __future__ import annotations

import re

from rich.cells import cell_len

from quizapp.tui.widgets.rows import Row, Run, paragraph

_ADDRESS = re.compile(r"https?://(?:www\.)?(\S*[^\s.,;:])")
LEFT_OUT = "/…"


def cited(line: str, width: int, style: str) -> list[Row]:
    """A line that may have an address in it; the whole of it is what is copied."""
    shown = shortened(line, width)
    if shown == line:
        return paragraph(Run(line, style), width=width)
    first, *rest = paragraph(Run(shown, style), width=width)
    return [first._replace(whole=line), *rest]


def shortened(line: str, width: int) -> str:
    """`line` with its address cut so far that it fits into `width` cells; as it is if it fits.

    Cut are the scheme, then the path from its beginning: "example.org/…/the-end-of-it".
    """
    found = _ADDRESS.search(line)
    if found is None or cell_len(line) <= width:
        return line
    before, address, behind = line[: found.start()], found[1], line[found.end() :]
    room = max(width - cell_len(before + behind), 1)
    if cell_len(address) <= room:
        return f"{before}{address}{behind}"
    host, _, path = address.partition("/")
    end = path[-max(room - cell_len(host + LEFT_OUT), 0) :] if path else ""
    # A name of the path that is left whole is easier to read than one that is cut.
    whole = end[end.find("/") :] if "/" in end.rstrip("/")[1:] else end
    return f"{before}{host}{LEFT_OUT}{whole}{behind}"
