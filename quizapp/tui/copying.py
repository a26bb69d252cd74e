"""The words of a screen as plain text, for the clipboard."""

from __future__ import annotations

from textual.screen import Screen
from textual.scroll_view import ScrollView

from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.lines import Lines
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.title import TitleBar


def words_of(screen: Screen[object]) -> str:
    """What the screen says between its title and its keys, a line a row, without empty edges."""
    said: list[str] = []
    for widget in screen.query("*"):
        if not widget.display or isinstance(widget, (KeyFooter, TitleBar)):
            continue
        if isinstance(widget, Paper):
            said += [row.whole or row.plain for row in widget.rows]
        elif isinstance(widget, Lines):
            said += [line.plain for line in widget.lines(widget.content_size.width)]
        elif isinstance(widget, ScrollView):
            said += [widget.render_line(y).text for y in range(widget.size.height)]
    return "\n".join(line.rstrip() for line in said).strip("\n")
