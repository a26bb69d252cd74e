"""A list of topics with the titles of their packs above them; the cursor passes over the titles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from quizapp.tui.widgets.picklist import PickList, stepped


class _Ref(Protocol):
    @property
    def pack(self) -> str: ...


class Topic(Protocol):
    """What is known of a topic here: the pack it belongs to, by id and by title."""

    @property
    def ref(self) -> _Ref: ...

    @property
    def pack_title(self) -> str: ...


T = TypeVar("T", bound=Topic)


def with_headings(topics: Sequence[T]) -> tuple[T | str, ...]:
    """The rows of a list: each pack's title above its topics, an empty row between packs."""
    rows: list[T | str] = []
    pack = ""
    for one in topics:
        if one.ref.pack != pack:
            rows += ["", one.pack_title] if rows else [one.pack_title]
            pack = one.ref.pack
        rows.append(one)
    return tuple(rows)


class HeadedList(PickList):
    """A list whose cursor stands on `places` only; `lowest` is -1 where it may stand nowhere."""

    places: tuple[int, ...] = ()

    def show_rows(self, rows: Sequence[object], *, row_height: int = 1) -> None:
        """Show these; a text is a heading."""
        self.places = tuple(n for n, one in enumerate(rows) if not isinstance(one, str))
        self.show(len(rows), row_height=row_height)
        if self.cursor not in self.places:
            self.cursor = -1

    def move(self, step: int) -> None:
        """Move the cursor by `step` places; a single step goes round, a longer one stops."""
        here = self.places.index(self.cursor) if self.cursor in self.places else self.lowest
        place = stepped(here, step, self.lowest, len(self.places) - 1)
        self.place(self.places[place] if place >= 0 else -1)

    def place(self, row: int) -> None:
        """Put the cursor on a row; on a heading, it goes to the first place below."""
        super().place(next((one for one in self.places if one >= row), -1) if row >= 0 else -1)

    def _reveal(self) -> None:
        if self.places and self.cursor == self.places[0]:
            # The heading above the first place comes into view with it.
            self.scroll_to(y=0, animate=False)
        else:
            super()._reveal()
