"""What is told of a pack: a row, what it is, what is wrong with its file, what an offer holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.tui.screens.reading import EMPTY
from quizapp.tui.widgets.lines import across, fit, wrapped
from quizapp.tui.wording import counted

if TYPE_CHECKING:
    from quizapp.packs.library import InstalledPack
    from quizapp.tui.screens.pack_work import Seen

COUNT_WIDTH = 16


def pack_count(packs: Sequence[InstalledPack]) -> Content:
    """How much is installed."""
    good = [pack for pack in packs if not pack.problems]
    total = counted(sum(pack.questions for pack in good), "question")
    return Content.styled(f" {counted(len(good), 'pack')}, {total}", "$muted")


def pack_row(pack: InstalledPack, width: int, *, here: bool) -> Content:
    """A pack in one line."""
    mark = Content.styled("▌" if here else " ", "bold $accent")
    if pack.problems:
        count = Content.styled(f"✗ {counted(len(pack.problems), 'problem')} ", "$wrong")
    else:
        count = Content.styled(f"{counted(pack.questions, 'question')} ", "$muted")
    title = fit(pack.title, width - max(count.cell_length, COUNT_WIDTH) - 3)
    return across(Content.assemble(mark, title), count, width)


def pack_about(pack: InstalledPack, origin: str, width: int) -> list[Content]:
    """All there is to say of a pack."""
    rows = wrapped(pack.title, width, "bold")
    if pack.problems:
        rows += wrapped("This file cannot be used as it is:", width, "$wrong")
        for problem in pack.problems:
            rows += [EMPTY, *_problem(problem, pack.path, width)]
    else:
        rows += wrapped(pack.about, width)
        held = f"{counted(pack.questions, 'question')} in {counted(pack.topics, 'topic')}"
        parts = [held, f"version {pack.version}", pack.license]
        parts.append("came with the app" if pack.shipped else "added by you")
        rows += [EMPTY, *wrapped(" · ".join(filter(None, parts)), width, "$muted")]
        if origin:
            rows += wrapped(f"from {origin}", width, "$muted")
        rows += wrapped(f"To hand it on: sco-quiz pack export {pack.id}", width, "$muted")
    return [*rows, EMPTY, *wrapped(str(pack.path), width, "$muted")]


def _problem(problem: str, path: Path, width: int) -> list[Content]:
    """A problem with its line; the file is named once below, not in every problem."""
    told = problem.removeprefix(str(path)).removeprefix(":").strip()
    line, _, rest = told.partition(":")
    told = f"line {line}: {rest.strip()}" if line.isdigit() else told
    first, *more = wrapped(told, width, indent=2) or [EMPTY]
    return [Content.assemble(("✗ ", "$wrong"), first[2:]), *more]


def offer_about(seen: Seen, width: int) -> list[Content]:
    """What an offer contains, a block for each pack."""
    rows: list[Content] = []
    for first, *rest in seen.blocks:
        rows += [
            *wrapped(first, width, "bold"),
            *(row for line in rest for row in _item(line, width)),
        ]
        rows.append(EMPTY)
    return rows


def _item(line: str, width: int) -> list[Content]:
    return wrapped(line, width, indent=2)


def offer_question(seen: Seen) -> str:
    """What is asked below an offer."""
    host = seen.offer.host
    place = f" from {host}" if host else ""
    if not seen.new:
        return "All of this is installed already, just as it is."
    return f"Add {counted(seen.new, 'pack')}{place}?"


def progress_words(what: str, done: int, total: int) -> str:
    """How far a job has come."""
    if total > 0:
        return f"{what} … {min(done * 100 // total, 100)} %"
    if done:
        return f"{what} … {done // 1024} KiB"
    return f"{what} …"
