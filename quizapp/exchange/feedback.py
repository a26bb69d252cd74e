"""What learners say of a pack, as a patch: spellings that should count, notes on questions.

A patch holds nothing else of a learner's: no names, no times, no replies.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from quizapp.core.question import Answer, GapAnswer, Pack, Question, SetAnswer, TextAnswer
from quizapp.errors import PackError, Problem
from quizapp.packs.format import limits
from quizapp.packs.format.document import Document, read_document
from quizapp.packs.format.fields import Fields, Finding
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.lines import find_lines
from quizapp.packs.format.text import faults, folded, quoted

FORMAT: Final = 1
NOTE: Final = 500
_MOST: Final = 10_000
_TOP: Final = frozenset({"feedback", "pack", "version", "question"})
_KEYS: Final = frozenset({"id", "accept", "note"})


class Word(NamedTuple):
    """Feedback on one question: for its answers other spellings, and a note or "".

    `place` is where it stands in its patch, from 0.
    """

    question: str
    accept: tuple[tuple[str, tuple[str, ...]], ...] = ()
    note: str = ""
    place: int = 0


class Patch(NamedTuple):
    """Feedback on a version of a pack."""

    pack: str
    version: str
    words: tuple[Word, ...]


# Writing


def gather(
    pack: Pack, spellings: Iterable[tuple[str, str, str]], notes: Mapping[str, str]
) -> Patch:
    """What is worth telling a pack's author, in the pack's order.

    `spellings` are (question id, answer, spelling). One that counts already, that is a wrong
    option or that no pack may hold is left out, and so is one of an answer that is no more.
    """
    said: dict[str, dict[str, list[str]]] = {}
    for question, answer, text in spellings:
        said.setdefault(question, {}).setdefault(answer, []).append(text)
    words: list[Word] = []
    for one in pack.questions:
        accept = tuple(
            (answer, fresh)
            for answer, texts in said.get(one.id, {}).items()
            if (fresh := _fresh(one, answer, texts))
        )
        note = notes.get(one.id, "")
        note = "" if any(faults(note, NOTE)) else note
        if accept or note:
            words.append(Word(one.id, accept, note, len(words)))
    return Patch(pack.id, pack.version, tuple(words))


def _fresh(question: Question, answer: str, texts: Iterable[str]) -> tuple[str, ...]:
    target = target_of(question, answer)
    if target is None:
        return ()
    known = {folded(text) for text in (*target.known, *target.wrong)}
    fresh: dict[str, str] = {}
    for text in texts:
        if folded(text) not in known and not any(faults(text, limits.OPTION)):
            fresh.setdefault(folded(text), text)
    return tuple(fresh.values())


def patch_text(patch: Patch, title: str) -> str:
    """A patch as TOML."""
    lines = [
        f"# What a learner says of the pack {_text(title)}.",
        "# Its author takes it up with: sco-quiz pack feedback --apply THIS-FILE PACK-FILE",
        f"feedback = {FORMAT}",
        f"pack = {_text(patch.pack)}",
        f"version = {_text(patch.version)}",
    ]
    for word in patch.words:
        lines += ["", "[[question]]", f"id = {_text(word.question)}"]
        if word.note:
            lines.append(f"note = {_text(word.note)}")
        if word.accept:
            lines += ["", "  [question.accept]"]
        for answer, texts in word.accept:
            lines.append(f"  {_text(answer)} = [{', '.join(map(_text, texts))}]")
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    # What JSON escapes, TOML escapes alike, but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


# Reading


def read_patch(path: Path) -> Patch:
    """The patch in a file. Raises PackError with every problem in it."""
    document = read_document(read_bytes(path), file_name(path))
    findings: list[Finding] = []
    fields = Fields(document.table, (), findings)
    fields.refuse_unknown(_TOP, {"format": "this is a pack, not a patch; name the patch first"})
    if document.table.get("feedback") != FORMAT:
        fields.report(f"this is no feedback; one begins with feedback = {FORMAT}")
    patch = Patch(
        fields.identifier("pack", required="the pack's id"),
        fields.text("version", limits.TITLE),
        tuple(_word(fields, table, place) for place, table in fields.tables("question", _MOST)),
    )
    if findings:
        raise PackError(problems_of(document, findings))
    return patch


def problems_of(document: Document, findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """Findings with their lines, in the file's order."""
    lines = find_lines(document.text, {one.path for one in findings})
    found = [Problem(document.name, lines[one.path], one.question, one.message) for one in findings]
    return tuple(sorted(found, key=lambda problem: problem.line))


def _word(fields: Fields, table: Mapping[str, object], place: int) -> Word:
    name = table.get("id")
    inner = fields.inner(table, ("question", place), "")
    inner.question = name if isinstance(name, str) else ""
    inner.refuse_unknown(_KEYS, {})
    question = inner.identifier("id", required="the question's id")
    return Word(question, tuple(_accept(inner)), inner.text("note", NOTE), place)


def _accept(fields: Fields) -> list[tuple[str, tuple[str, ...]]]:
    if "accept" not in fields:
        return []
    value = fields.table["accept"]
    if not isinstance(value, dict):
        fields.mistyped("accept", "a table", 'write accept = { "the answer" = ["a spelling"] }')
        return []
    inner = fields.inner(value, ("accept",), "accept")
    return [(answer, tuple(inner.texts(answer, _MOST, fewest=1).values())) for answer in value]


# Holding it against a pack


class Target(NamedTuple):
    """Where other spellings of an answer belong: which wording of a question, from 0, and of
    which of its items or gaps, "" for the answer itself. `known` count, `wrong` may not.
    """

    wording: int
    item: str
    known: tuple[str, ...]
    wrong: tuple[str, ...]


def target_of(question: Question, answer: str) -> Target | None:
    """Where spellings of an answer of a question belong; None where it has no such answer."""
    for wording, prompt in enumerate(question.prompts):
        found = _target(prompt.answer, answer)
        if found is not None:
            return found._replace(wording=wording)
    return None


def _target(held: Answer, answer: str) -> Target | None:
    match held:
        case TextAnswer(text=text) if text == answer:
            return Target(0, "", (text, *held.accept), held.wrong)
        case SetAnswer(items=texts) | GapAnswer(gaps=texts) if answer in texts:
            accept = dict(held.accept)
            others = [one for one in texts if one != answer]
            rivals = [*others, *(text for one in others for text in accept.get(one, ()))]
            wrong = held.wrong if isinstance(held, SetAnswer) else ()
            known = (answer, *accept.get(answer, ()))
            return Target(0, answer, known, (*wrong, *rivals))
        case _:
            return None


class Placed(NamedTuple):
    """What a patch does to one question, by its place in the pack's file from 0.

    `accept` holds the spellings that do not count yet, each list with where it belongs.
    """

    question: int
    accept: tuple[tuple[Target, tuple[str, ...]], ...]
    note: str


def placed(patch: Patch, pack: Pack, path: Path) -> tuple[Placed, ...]:
    """What a patch does to a pack. Raises PackError with everything that does not fit.

    `path` is the patch's own file, to say where in it. A question that was renamed since is found.
    """
    findings: list[Finding] = []
    if patch.pack != pack.id:
        message = f"is feedback on {quoted(patch.pack)}, not on {quoted(pack.id)}"
        findings.append(Finding(("pack",), "", f"this {message}; name that pack's file"))
    else:
        places: dict[str, int] = {}
        places |= {former: n for n, one in enumerate(pack.questions) for former in one.was}
        places |= {one.id: n for n, one in enumerate(pack.questions)}
        found = [_placed(word, pack, places, findings) for word in patch.words]
    if findings:
        document = read_document(read_bytes(path), file_name(path))
        raise PackError(problems_of(document, findings))
    return tuple(one for one in found if one is not None)


def _placed(
    word: Word, pack: Pack, places: Mapping[str, int], findings: list[Finding]
) -> Placed | None:
    here = ("question", word.place)
    number = places.get(word.question)
    if number is None:
        message = "the pack has no such question; remove it from the patch"
        findings.append(Finding((*here, "id"), word.question, message))
        return None
    question = pack.questions[number]
    accept = []
    for answer, texts in word.accept:
        target = target_of(question, answer)
        path = (*here, "accept", answer)
        if target is None:
            message = f"{quoted(answer)} is no answer of it that has spellings; remove it"
            findings.append(Finding(path, word.question, message))
            continue
        wrong = {folded(text): text for text in target.wrong}
        for text in texts:
            if folded(text) in wrong:
                message = f"{quoted(text)} is a wrong option or another item there; remove it"
                findings.append(Finding(path, word.question, message))
        if fresh := _fresh(question, answer, texts):
            accept.append((target, fresh))
    return Placed(number, tuple(accept), word.note)
