"""Putting feedback into its author's pack file, comments and layout left as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.core.question import Answer, GapAnswer, Pack, Question, SetAnswer, TextAnswer
from quizapp.errors import QuizError
from quizapp.exchange.feedback import Placed, Target, placed, read_patch
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.read import parse_pack

MARK = "# Feedback: "
"""What the comment with a note begins with."""
_BOM = "\ufeff"
_HEADER = re.compile(r"\s*\[\[\s*question\s*\]\]")


class Patched(NamedTuple):
    """A pack file after a patch: its bytes, and how many spellings and notes are new in it."""

    data: bytes
    spellings: int
    notes: int


def patched(patch_path: Path, pack_path: Path) -> Patched:
    """What a pack's file becomes with a patch. Nothing is written.

    Raises PackError for a patch or a pack that is broken or that do not fit one another,
    QuizError where the file is laid out so that it cannot be changed safely.
    """
    patch = read_patch(patch_path)
    data = read_bytes(pack_path)
    name = file_name(pack_path)
    pack = parse_pack(data, name)
    changes = placed(patch, pack, patch_path)
    text = data.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    spellings = sum(len(texts) for one in changes for _, texts in one.accept)
    if spellings:
        text = _with_spellings(text, pack, changes, name)
    lines, notes = _with_notes(text, parse_pack(text.encode(), name), changes)
    result = (mark + lines).encode()
    if spellings or notes:
        _check(pack, parse_pack(result, name), changes, name)
    return Patched(result, spellings, notes)


def _with_spellings(text: str, pack: Pack, changes: Sequence[Placed], name: str) -> str:
    """The file's text with spellings put in, question by question from the last one on."""
    from tomlkit.exceptions import TOMLKitError

    changes = [change for change in changes if change.accept]
    starts = [question.line - 1 for question in pack.questions]
    lines = text.split("\n")
    ends = [*starts[1:], len(lines)]
    try:
        if all(_HEADER.match(lines[start]) for start in starts):
            for change in sorted(changes, key=lambda one: one.question, reverse=True):
                own = slice(starts[change.question], ends[change.question])
                part = _edited("\n".join([*lines[own], ""]), [change._replace(question=0)])
                lines[own] = part.removesuffix("\n").split("\n")
            found = "\n".join(lines)
        else:
            found = _edited(text, changes)
    except (TOMLKitError, ValueError, TypeError) as error:
        raise _unsafe(name) from error
    if "\r\n" in text and "\n" not in text.replace("\r\n", ""):
        # New lines end as the author's own do.
        found = found.replace("\r\n", "\n").replace("\n", "\r\n")
    return found


def _edited(text: str, changes: Sequence[Placed]) -> str:
    """A part of the file with whole questions in it, with spellings put in."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    for change in changes:
        table = document["question"][change.question]
        for target, texts in change.accept:
            prompt = table if not target.wording else table["also"][target.wording - 1]
            _accept(prompt, target, texts)
    return tomlkit.dumps(document)


def _accept(prompt: Any, target: Target, texts: Sequence[str]) -> None:
    """Add spellings to `accept` of a question or another wording, below its answer where new."""
    import tomlkit

    if "accept" not in prompt:
        key = tomlkit.item(target.item).as_string()
        fresh = tomlkit.value(f"{{ {key} = [] }}") if target.item else tomlkit.array()
        _put_behind_answer(prompt, fresh)
    held = prompt["accept"]
    if target.item:
        if target.item not in held:
            _put_last(held, target.item, tomlkit.array())
        held = held[target.item]
    for text in texts:
        held.append(text)


def _put_last(table: Any, key: str, value: Any) -> None:
    from tomlkit.items import Table

    if isinstance(table, Table) and len(table):
        _put_behind(table, list(table)[-1], key, value)
    else:
        table[key] = value


def _put_behind_answer(prompt: Any, accept: Any) -> None:
    from tomlkit.items import InlineTable

    if isinstance(prompt, InlineTable):
        prompt["accept"] = accept
        return
    last = next(key for key in ("wrong", "answer", "gap") if key in prompt)
    _put_behind(prompt, last, "accept", accept)


def _put_behind(table: Any, last: str, key: str, value: Any) -> None:
    """Put a key on the line below another one, as far to the right."""
    value.trivia.indent = table[last].trivia.indent
    # tomlkit has no public way to say where: a new key would come behind the blank lines that
    # stand before the next table.
    table.value._insert_after(last, key, value)


def _with_notes(text: str, pack: Pack, changes: Sequence[Placed]) -> tuple[str, int]:
    """Notes as comments above their questions, each once; the text, and how many are new."""
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    count = 0
    for change in sorted(changes, key=lambda one: one.question, reverse=True):
        if not change.note:
            continue
        place = pack.questions[change.question].line - 1
        indent = lines[place][: len(lines[place]) - len(lines[place].lstrip())]
        comment = f"{indent}{MARK}{change.note}{ending}"
        if comment.strip() not in _comments_above(lines, place):
            lines.insert(place, comment)
            count += 1
    return "\n".join(lines), count


def _comments_above(lines: Sequence[str], place: int) -> set[str]:
    found = set()
    while place > 0 and lines[place - 1].lstrip().startswith("#"):
        place -= 1
        found.add(lines[place].strip())
    return found


def _check(before: Pack, after: Pack, changes: Sequence[Placed], name: str) -> None:
    """Nothing but what was to be added may have changed."""
    wanted = {change.question: change for change in changes}
    if before._replace(questions=()) != after._replace(questions=()):
        raise _unsafe(name)
    if len(before.questions) != len(after.questions):
        raise _unsafe(name)
    for number, (old, new) in enumerate(zip(before.questions, after.questions, strict=True)):
        for target, texts in wanted[number].accept if number in wanted else ():
            old = _accepting(old, target, texts)
        if old._replace(line=0) != new._replace(line=0):
            raise _unsafe(name)


def _accepting(question: Question, target: Target, texts: Sequence[str]) -> Question:
    """The question with these spellings added."""
    prompts = list(question.prompts)
    prompt = prompts[target.wording]
    answer: Answer = prompt.answer
    if isinstance(answer, TextAnswer):
        answer = answer._replace(accept=(*answer.accept, *texts))
    elif isinstance(answer, (SetAnswer, GapAnswer)):
        held = dict(answer.accept)
        held[target.item] = (*held.get(target.item, ()), *texts)
        answer = answer._replace(accept=tuple(held.items()))
    prompts[target.wording] = prompt._replace(answer=answer)
    return question._replace(prompts=tuple(prompts))


def _unsafe(name: str) -> QuizError:
    return QuizError(
        f"{name}: this file is laid out so that the feedback cannot be put in without changing "
        "more than that; put it in by hand; nothing was written"
    )
