"""A brief as Markdown. Importing this loads Textual's Markdown, so only a brief's screen does."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from markdown_it import MarkdownIt
from textual import on
from textual.message import Message
from textual.widgets import Markdown

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

MOST_BLOCKS = 200
"""A brief of more blocks than this would keep the learner waiting; it is shown as lines."""
_SAFE = "%/:=&?~#+!$,;'@()*[]"


def _uncoloured(state: StateCore) -> None:
    """No program guesses the language of a stranger's code to colour it."""
    for token in state.tokens:
        if token.type in ("fence", "code_block"):
            token.info = "text"


def _parser() -> MarkdownIt:
    """CommonMark with tables; HTML stays text, and a picture is a link with a mark before it."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable("image")
    parser.core.ruler.push("uncoloured", _uncoloured)
    return parser


def too_long(text: str) -> bool:
    """Whether a brief has more blocks than are drawn as such."""
    opened = (one for one in _parser().parse(text) if one.nesting >= 0 and one.type != "inline")
    return sum(1 for _ in opened) > MOST_BLOCKS


def web_address(href: str) -> str:
    """What a link leads to, if that is a web page; else "".

    Signs that have no place in an address are written as %XX (RFC 3986).
    """
    try:
        found = urlsplit(href.strip())
    except ValueError:
        return ""
    if found.scheme not in ("http", "https") or not found.hostname:
        return ""
    return quote(href.strip(), safe=_SAFE)


class BriefText(Markdown):
    """A pack's brief. A link does nothing by itself: a click on it is told to the screen."""

    DEFAULT_CSS = """
    BriefText {
        padding: 0;
        max-width: 78;
    }
    """

    class LinkWanted(Message):
        """A link was clicked; `address` is "" where it leads to no web page."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, text: str) -> None:
        super().__init__(text, parser_factory=_parser, open_links=False)

    @on(Markdown.LinkClicked)
    def _clicked(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        self.post_message(self.LinkWanted(web_address(event.href)))
