"""Judging sheets: what a reader gets of the drafts, and what he gives back.

A sheet is blind. It shows an article and its drafts in an order that tells nothing, without the
rules that made them, their scores and their flags.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import judged
from articles import Article, paragraphs

EMPTY = {"verdict": "", "answer": "", "options": "", "flaws": [], "facts": [], "note": ""}
"""What a reader fills in for each draft."""


class Asked(NamedTuple):
    """A draft as a reader sees it."""

    key: str
    ask: str
    answer: str
    wrong: tuple[str, ...]
    said_by: str = ""
    as_of: str = ""


def write(folder: Path, article: Article, drafts: Iterable[Asked]) -> tuple[Path, Path] | None:
    """Write NAME.md, to be read, and NAME.answers.json, to be filled in; None without drafts.

    The order is that of the keys, which are hashes. Answers that stand there are not overwritten:
    raises FileExistsError.
    """
    shuffled = sorted({draft.key: draft for draft in drafts}.values())
    if not shuffled:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    page, answers = folder / f"{article.name}.md", folder / f"{article.name}.answers.json"
    with answers.open("x", encoding="utf-8") as file:
        file.write(_answers(article, shuffled))
    page.write_text(_page(article, shuffled), "utf-8")
    return page, answers


def take(
    path: Path, judge: str, flags: Iterable[str], facts: Iterable[str]
) -> list[judged.Judgement]:
    """The judgements in the answers file `path`; drafts without a verdict are left out.

    Raises ValueError, with the file and the draft's key, for an answer that cannot be used.
    """
    sheet: dict[str, Any] = json.loads(path.read_text("utf-8"))
    given = [row for row in sheet["answers"] if row.get("verdict")]
    flags, facts = set(flags), set(facts)
    for row in given:
        wrong = judged.fault(row, flags, facts)
        if wrong:
            raise ValueError(f"{path.name}: {row.get('key')}: {wrong}")
    return [judged.judgement({**row, "article": sheet["article"], "judge": judge}) for row in given]


def article_of(path: Path) -> str:
    """The name of the article that the answers file `path` is about."""
    return str(json.loads(path.read_text("utf-8"))["article"])


def _answers(article: Article, drafts: Sequence[Asked]) -> str:
    rows = [json.dumps({"key": draft.key, **EMPTY}) for draft in drafts]
    body = ",\n".join(f"    {row}" for row in rows)
    return f'{{\n  "article": {json.dumps(article.name)},\n  "answers": [\n{body}\n  ]\n}}\n'


def _page(article: Article, drafts: Sequence[Asked]) -> str:
    parts = [
        f"# {article.title}",
        f"Date of the article: {article.date}. How to judge: judging.md.",
        "## The article",
        *(f"[{number}] {text}" for number, text in enumerate(paragraphs(article.file), 1)),
        "## Its facts",
        "\n".join(f"- {fact.id}: {fact.text} [{fact.paragraph}]" for fact in article.facts),
        "## The drafts",
        *(_draft(draft) for draft in drafts),
    ]
    return "\n\n".join(parts) + "\n"


def _draft(draft: Asked) -> str:
    lines = [f"Question: {draft.ask}", f"Answer: {draft.answer}"]
    lines.append("Wrong options: " + (" / ".join(draft.wrong) or "none"))
    if draft.said_by:
        lines.append(f"Said by: {draft.said_by}")
    if draft.as_of:
        lines.append(f"As of: {draft.as_of}")
    return f"### {draft.key}\n\n" + "  \n".join(lines)
