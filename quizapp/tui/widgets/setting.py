"""A setting as it is drawn: a row of the list, and the words beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.core.setting import Kind
from quizapp.tui.widgets.lines import across, button, fit, link, wrapped

if TYPE_CHECKING:
    from quizapp.core.setting import Setting

EMPTY = Content("")


def setting_row(one: Setting, width: int, *, here: bool) -> Content:
    """Title and value; a value of the learner's own choosing stands out."""
    mark = Content.styled("▌" if here else " ", "bold $accent")
    style = "" if one.value == one.default else "bold $accent"
    turns = here and one.kind is not Kind.PAGE
    before, after = ("‹ ", " ›") if turns else ("", "  ")
    value = Content.assemble((before, "$muted"), (one.shown, style), (after, "$muted"))
    title = fit(one.title, width - value.cell_length - 3)
    return across(Content.assemble(mark, title), value, width)


def setting_lines(one: Setting, width: int, *, brief: bool = False) -> list[Content]:
    """What it does, unless `brief`; the value with what changes it by mouse; what it may be."""
    usual = "" if one.value == one.default else f"Default: {one.show(one.default)}."
    if one.kind is Kind.PAGE:
        value = [button("Open", "open")]
        return value if brief else [*wrapped(one.about, width), EMPTY, *value]
    if one.is_number:
        bounds = f"   From {one.range}. {usual}".rstrip()
        value = [Content.assemble(_number(one), (bounds, "$muted"))]
    else:
        value = [*_choices(one, width), *wrapped(usual, width, "$muted")]
    return value if brief else [*wrapped(one.about, width), EMPTY, *value]


def _number(one: Setting) -> Content:
    value = link(f" {one.shown} ", "bold $on-accent on $accent", "type")
    less = link(" - ", "$foreground on $panel", "change(-1)")
    more = link(" + ", "$foreground on $panel", "change(1)")
    return Content.assemble(less, " ", value, " ", more)


def _choices(one: Setting, width: int) -> list[Content]:
    """Every choice; the one in force stands in brackets, for whoever sees no colours."""
    rows: list[Content] = []
    for number, name in enumerate(one.choices):
        shown, style = f" {name} ", "$foreground on $panel"
        if name == one.value:
            shown, style = f"[{name}]", "bold $on-accent on $accent"
        piece = link(shown, style, f"choose({number})")
        if rows and rows[-1].cell_length + piece.cell_length + 1 <= width:
            rows[-1] = Content.assemble(rows[-1], " ", piece)
        else:
            rows.append(piece)
    return rows
