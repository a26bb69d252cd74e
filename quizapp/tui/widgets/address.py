"""Lines that may have web addresses in them, told as one line of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

_SCHEME = re.compile(r"https?://(?:www\.)?")


def in_brief(lines: Sequence[str], width: int) -> str:
    """The lines as one of at most `width` cells, which ends in "…" where it is cut.

    What an address begins with, "https://www.", goes without saying.
    """
    text = _SCHEME.sub("", " · ".join(lines))
    if cell_len(text) <= width:
        return text
    return f"{set_cell_size(text, max(width - 1, 0)).rstrip(' ·')}…"
