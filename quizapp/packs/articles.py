"""Articles at hand: reading their text and splitting it into the paragraphs evidence counts."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NoReturn

from quizapp.errors import PackError, Problem
from quizapp.packs.format.files import file_name, read_bytes

MAX_ARTICLE_BYTES = 1 << 20
"""The longest article read, in bytes of UTF-8."""

_CURE = "save the article as plain text in UTF-8"


def read_article(path: str | os.PathLike[str]) -> str:
    """The text of the article at `path`, with line ends as "\\n" and no byte order mark.

    Raises PackError, saying so in a sentence, where the file is missing, a folder, unreadable,
    empty, longer than MAX_ARTICLE_BYTES, not UTF-8, or not text at all.
    """
    place = Path(path)
    return article_text(read_bytes(place, MAX_ARTICLE_BYTES), file_name(place))


def article_text(data: bytes, name: str) -> str:
    """The text in `data`, the bytes of the article called `name`; raises PackError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(name, data.count(b"\n", 0, error.start) + 1, f"is not UTF-8 text; {_CURE}")
    if "\0" in text:
        _refuse(name, text.count("\n", 0, text.index("\0")) + 1, f"is binary, not text; {_CURE}")
    if not text.strip():
        _refuse(name, 0, "the file is empty; an article begins with its headline")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def split_article(text: str) -> tuple[str, ...]:
    """The paragraphs of an article: blocks between blank lines, the headline at 0."""
    blocks: list[str] = []
    lines: list[str] = []
    for line in [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]:
        if line.strip():
            lines.append(line)
        elif lines:
            blocks.append("\n".join(lines).strip())
            lines = []
    return tuple(blocks)


def text_hash(text: str) -> str:
    """The SHA-256 of `text` in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _refuse(name: str, line: int, sentence: str) -> NoReturn:
    raise PackError((Problem(name, line, "", sentence),)) from None
