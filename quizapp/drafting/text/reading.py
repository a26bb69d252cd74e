"""Reading what is to be drafted from: plain text, Markdown, or a page saved from a browser."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from quizapp.errors import PackError, Problem
from quizapp.packs.articles import MAX_ARTICLE_BYTES, article_text, split_article
from quizapp.packs.format.files import file_name, read_bytes

MAX_PAGE_BYTES = 16 << 20
"""The longest HTML page read, in bytes."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


class Reading(NamedTuple):
    """An article's text with what its file tells about it; `path` is where the text lies."""

    path: Path
    text: str
    title: str
    markdown: bool = False
    publisher: str = ""
    address: str = ""
    date: date | None = None


def read(path: Path) -> Reading:
    """The article at `path`.

    A page's text is taken out and kept beside it as NAME.txt, which drafts point into. Raises
    PackError or UsageError, in a sentence, for whatever cannot be used.
    """
    is_page = path.suffix.lower() in (".html", ".htm", ".xhtml", ".mhtml")
    data = read_bytes(path, MAX_PAGE_BYTES if is_page else MAX_ARTICLE_BYTES)
    if is_page or _PAGE.match(data[:4096]):
        from quizapp.drafting.text.pages import read_page

        return read_page(path, data)
    text = article_text(data, file_name(path))
    blocks = split_article(text)
    if len(blocks) < 2:
        cure = "put a blank line behind the headline and between paragraphs"
        problem = f"the article has no paragraph after its headline; {cure}"
        raise PackError((Problem(file_name(path), 0, "", problem),))
    markdown = path.suffix.lower() in (".md", ".markdown")
    title = " ".join(blocks[0].split()).lstrip("# ") if markdown else " ".join(blocks[0].split())
    return Reading(path, text, title[:300], markdown)
