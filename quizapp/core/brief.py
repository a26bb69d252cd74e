"""A brief as plain lines: Markdown's marks taken off, its words and their order kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

WIDTH = 76
"""Columns of a brief that is printed."""

_FENCE = re.compile(r"\s*(?:```|~~~)")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])\s+(?=\S)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+|$)")
_QUOTE = re.compile(r" {0,3}>\s?")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*$")
# Each class leaves out what opens the mark, so that no text makes the search go back and forth.
_LINK = re.compile(r'!?\[([^\[\]]*)\]\(<?([^()<>\s]+)>?(?:\s+"[^"]*")?\)')
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_EMPHASIS = (
    re.compile(r"\*\*(?=\S)([^*]+)\*\*"),
    re.compile(r"(?<!\w)__(?=\S)([^_]+)__(?!\w)"),
    re.compile(r"\*(?=\S)([^*]+)\*"),
    re.compile(r"(?<!\w)_(?=\S)([^_]+)_(?!\w)"),
    re.compile(r"`([^`]+)`"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ASIDE = 0xE000
"""Escaped signs wait in Unicode's private area while marks are taken off."""
_HIDDEN = re.compile("[\ue021-\ue07e]")
_FLOWING = frozenset({"text", "item", "quote"})
"""Blocks that go on with a line that begins nothing."""


class _Block(NamedTuple):
    """A paragraph, heading, list item, quotation or line of code.

    `first` stands before its first line, `rest` before the others.
    """

    kind: str
    first: str
    rest: str
    text: str


def brief_lines(markdown: str, width: int = WIDTH) -> Iterator[str]:
    """The lines of a brief, none wider than `width` characters but code and very long words.

    A link is followed by its address. It reads the everyday part of CommonMark (0.31) and leaves
    the rest as it stands.
    """
    before = ""
    for block in _blocks(markdown.splitlines()):
        if before and not block.kind == before in ("item", "code"):
            yield ""
        before = block.kind
        if block.kind == "code":
            yield f"    {block.text}"
            continue
        yield from wrap(
            _bare(block.text),
            max(width, 20),
            initial_indent=block.first,
            subsequent_indent=block.rest,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _blocks(lines: list[str]) -> Iterator[_Block]:
    block: _Block | None = None
    fenced = False
    for line in lines:
        if _FENCE.match(line):
            fenced = not fenced
            line = ""
        elif fenced:
            yield _Block("code", "", "", line)
            continue
        begun = _begun(line)
        if block is not None and begun is None and line.strip() and block.kind in _FLOWING:
            block = block._replace(text=f"{block.text} {line.strip()}")
            continue
        if block is not None and begun is not None and block.kind == begun.kind == "quote":
            block = block._replace(text=f"{block.text} {begun.text}")
            continue
        if block is not None:
            yield block
        block = begun or (_Block("text", "", "", line.strip()) if line.strip() else None)
    if block is not None:
        yield block


def _begun(line: str) -> _Block | None:
    """The block that a line's first marks begin; None where it has no such mark."""
    if _RULE.match(line):
        return _Block("rule", "", "", "* * *")
    if found := _HEADING.match(line):
        return _Block("heading", "", "", line[found.end() :].rstrip("# "))
    if found := _QUOTE.match(line):
        return _Block("quote", "> ", "> ", line[found.end() :].strip())
    if found := _ITEM.match(line):
        depth = " " * min(len(found[1].expandtabs(4)), 8)
        first = f"{depth}{'-' if found[2] in '-*+' else found[2]} "
        return _Block("item", first, " " * len(first), line[found.end() :].strip())
    return None


def _bare(text: str) -> str:
    """A paragraph without the marks for emphasis, code and links."""
    text = _ESCAPED.sub(lambda found: chr(_ASIDE + ord(found[1])), text)
    text = _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if found[1] else found[2], text)
    text = _ADDRESS.sub(r"\1", text)
    for mark in _EMPHASIS:
        text = mark.sub(r"\1", text)
    return _HIDDEN.sub(lambda found: chr(ord(found[0]) - _ASIDE), text)
