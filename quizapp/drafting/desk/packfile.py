"""The pack file that accepted questions go into: a question put in, or taken out again.

Only the text of the question itself is added or removed, so that comments and layout stay as
their author left them. What results is read again as a pack before it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.core.question import Pack, Question, QuestionId, Topic
from quizapp.drafting.desk.replacing import cannot_write, replace_file
from quizapp.errors import QuizError
from quizapp.packs.format.document import read_document
from quizapp.packs.format.files import file_name, read_bytes
from quizapp.packs.format.lines import find_lines
from quizapp.packs.format.outline import outline
from quizapp.packs.read import parse_pack

_HEADER = re.compile(r"^\[\[question\]\]", re.MULTILINE)
_PROBE = QuestionId("no-question-is-called-like-this")

_STARTER = """\
# {title}: a question pack for SCO Quiz, begun by checking drafts by hand.
# Lines that begin with # are for you alone. Change whatever you like, but keep the ids.

format = 1
# Permanent: what learners remember hangs on it.
{id}
{named}
version = "1.0.0"
language = "en"
# On which terms others may use it:
# license = "CC-BY-4.0"
# One or two sentences for the list of packs:
# about = "…"

# A topic groups questions. Its brief is a page to read before being asked:
# brief = \"\"\"
# What to know first, in your own words.\"\"\"
[[topic]]
{topic_id}
{topic}
"""


class PackText(NamedTuple):
    """A pack file as it stands: its bytes, and what they say. `there` is False before it is made.

    A pack without a question yet, which could not be used, is read here all the same.
    """

    data: bytes
    pack: Pack
    there: bool

    def question(self, name: str) -> Question | None:
        """The question of that id, if it is there."""
        return next((one for one in self.pack.questions if one.id == name), None)


class Insertion(NamedTuple):
    """A text to be put in at a place, both in bytes, and the whole that comes of it."""

    at: int
    text: bytes
    whole: bytes
    pack: Pack


def starter(pack: str, title: str, topic: str) -> bytes:
    """A commented pack file without a question."""
    return _STARTER.format(
        title=title,
        id=_pair("id", pack),
        named=_pair("title", title),
        topic_id=_pair("id", topic),
        topic=_pair("title", title),
    ).encode("utf-8")


def read_text(path: Path, fresh: bytes, known: PackText | None = None) -> PackText:
    """The pack file at `path`; `fresh` stands for it where there is none yet.

    `known` is what was read of it before: an unchanged file is not taken apart again. Raises
    PackError, with file and line, for one that cannot be read or used.
    """
    there = path.exists() or path.is_symlink()
    data = read_bytes(path) if there else fresh
    if known is not None and (data, there) == (known.data, known.there):
        return known
    return PackText(data, _parse(data, path), there)


def _parse(data: bytes, path: Path) -> Pack:
    """The pack in `data`, which may lack a question."""
    name = file_name(path)
    if outline(data.decode("utf-8", "replace").replace("\r\n", "\n")).questions:
        return parse_pack(data, name)
    topics = read_document(data, name).table.get("topic")
    first = topics[0] if isinstance(topics, list) and topics else None
    named = first.get("id") if isinstance(first, dict) else None
    probe: dict[str, Any] = {"id": _PROBE, "ask": "?", "answer": "?"}
    if isinstance(named, str):
        probe["topic"] = named
    pack = parse_pack(data + b"\n" + block_of(probe).encode("utf-8"), name)
    return pack._replace(questions=tuple(one for one in pack.questions if one.id != _PROBE))


def block_of(table: Mapping[str, Any], topic: Topic | None = None) -> str:
    """A question, after its topic where that is a new one, as TOML."""
    import tomlkit

    document = tomlkit.document()
    if topic is not None:
        document["topic"] = _tables({"id": topic.id, "title": topic.title})
    document["question"] = _tables(table)
    text = tomlkit.dumps(document).strip("\n")
    return text.replace("\n[[question]]", "\n\n[[question]]").replace("\n\n\n", "\n\n") + "\n"


def _tables(table: Mapping[str, Any]) -> Any:
    """A list of one table. Tables within it stand on one line, but for the pairs of a match."""
    import tomlkit

    entry = tomlkit.table()
    matched = isinstance(table.get("answer"), Mapping)
    for key, value in table.items():
        if key == "answer" and matched:
            continue
        entry[key] = _inline(value) if isinstance(value, Mapping) else value
    if matched:
        pairs = tomlkit.table()
        pairs.update(table["answer"])
        entry["answer"] = pairs
    tables = tomlkit.aot()
    tables.append(entry)
    return tables


def _inline(value: Mapping[str, Any]) -> Any:
    """A table on one line, with a space inside its braces."""
    import tomlkit

    table = tomlkit.inline_table()
    table.update(value)
    return tomlkit.value(f"{{ {table.as_string()[1:-1]} }}")


def _pair(key: str, value: str) -> str:
    import tomlkit

    return f"{key} = {tomlkit.item(value).as_string()}"


def put_in(held: PackText, path: Path, table: Mapping[str, Any], topic: Topic | None) -> Insertion:
    """Where a question goes: behind the others of its topic, else at the end.

    Raises QuizError where the file could not be read as a pack with it.
    """
    block = block_of(table, topic)
    end = len(held.data)
    wanted = _behind_topic(held, str(table.get("topic", ""))) if topic is None else end
    if wanted != end:
        try:
            return put_text(held, path, wanted, _spaced(held.data, wanted, block), str(table["id"]))
        except QuizError:
            wanted = end
    return put_text(held, path, end, _spaced(held.data, end, block), str(table["id"]))


def put_text(held: PackText, path: Path, at: int, text: bytes, name: str) -> Insertion:
    """`text`, which holds the question `name`, put into the file at a place, read again whole."""
    whole = held.data[:at] + text + held.data[at:]
    pack = _parse(whole, path)
    _compare(pack, {*_ids(held.pack), QuestionId(name)}, len(held.pack.questions) + 1, path)
    return Insertion(at, text, whole, pack)


def take_out(held: PackText, path: Path, text: bytes, at: int, name: str) -> tuple[bytes, Pack]:
    """The file without `text`, which was put in for the question `name`.

    Raises QuizError where that text does not stand there any more as it was put in.
    """
    if held.data[at : at + len(text)] != text:
        at = held.data.find(text)
    if at < 0:
        raise QuizError(
            f'{file_name(path)}: question "{name}" was changed there since it was accepted; take it'
            " out by hand, then undo again. Nothing was changed"
        )
    whole = held.data[:at] + held.data[at + len(text) :]
    pack = _parse(whole, path)
    _compare(pack, set(_ids(held.pack)) - {QuestionId(name)}, len(held.pack.questions) - 1, path)
    return whole, pack


def mended(
    held: PackText, path: Path, table: Mapping[str, Any], topic: Topic | None, old: str, name: str
) -> Insertion:
    """The question `name`, whose text is `old`, written anew in its place.

    Raises QuizError where it does not stand there any more as it was accepted.
    """
    new = _in_line_ends(block_of(table, topic).rstrip("\n"), held.data).decode("utf-8")
    return swap(held, path, old, new, (name, str(table["id"])))


def swap(held: PackText, path: Path, old: str, new: str, names: tuple[str, str]) -> Insertion:
    """The file with `new` in the place of `old`: the texts of the questions `names`.

    Raises QuizError where `old` does not stand there exactly once.
    """
    gone, text = old.encode("utf-8"), new.encode("utf-8")
    if not gone or held.data.count(gone) != 1:
        raise QuizError(
            f'{file_name(path)}: question "{names[0]}" was changed there since it was accepted;'
            " change it there. Nothing was changed"
        )
    at = held.data.index(gone)
    whole = held.data[:at] + text + held.data[at + len(gone) :]
    pack = _parse(whole, path)
    wanted = {*_ids(held.pack)} - {QuestionId(names[0])} | {QuestionId(names[1])}
    _compare(pack, wanted, len(held.pack.questions), path)
    return Insertion(at, text, whole, pack)


def question_part(text: str) -> str:
    """The question's own lines of a text that was put in, without a topic made with it."""
    found = _HEADER.search(text)
    return text[found.start() :].rstrip() if found else ""


def write_pack(path: Path, before: PackText, whole: bytes | None) -> None:
    """Replace the file by `whole`, or take it away; not where it has changed since `before`.

    Raises QuizError, in a sentence; the file is then as it was.
    """
    now = read_bytes(path) if path.exists() else None
    if now != (before.data if before.there else None):
        raise QuizError(
            f"{file_name(path)}: the file was changed just now by another program; try once more"
        )
    if whole is not None:
        replace_file(path, whole)
        return
    try:
        path.unlink()
    except OSError as error:
        raise cannot_write(path, error) from error


def _compare(pack: Pack, wanted: set[QuestionId], count: int, path: Path) -> None:
    """A text put in at a bad place, as within a longer one, shows in the questions."""
    if len(pack.questions) != count or set(_ids(pack)) != wanted:
        raise QuizError(
            f"{file_name(path)}: the question cannot be told from the text around it;"
            " end the file with a line of its own. Nothing was changed"
        )


def _ids(pack: Pack) -> Sequence[QuestionId]:
    return [question.id for question in pack.questions]


def _spaced(data: bytes, at: int, block: str) -> bytes:
    """The block with a blank line on the sides where there is text, in the file's line ends."""
    before, after = data[:at].replace(b"\r\n", b"\n"), data[at:].replace(b"\r\n", b"\n")
    lead = "" if not before or before.endswith(b"\n\n") else "\n"
    if before and not before.endswith(b"\n"):
        lead = "\n\n"
    tail = "\n" if after.strip() and not after.startswith(b"\n") else ""
    return _in_line_ends(lead + block + tail, data)


def _in_line_ends(text: str, data: bytes) -> bytes:
    return (text.replace("\n", "\r\n") if b"\r\n" in data else text).encode("utf-8")


def _behind_topic(held: PackText, topic: str) -> int:
    """The byte behind the last question of a topic; the end of the file where that is the last."""
    end = len(held.data)
    last = max((n for n, one in enumerate(held.pack.questions) if one.topic == topic), default=-1)
    if last in (-1, len(held.pack.questions) - 1):
        return end
    text = held.data.decode("utf-8").replace("\r\n", "\n")
    headers = list(outline(text).questions)
    if len(headers) != len(held.pack.questions):
        return end
    found = find_lines(text, [("topic", number) for number in range(len(held.pack.topics))])
    starts = [line for line in (*headers, *found.values()) if line > headers[last]]
    lines = held.data.splitlines(keepends=True)
    stop = min(starts) - 1
    while stop > headers[last] and _is_loose(lines[stop - 1]):
        stop -= 1
    while lines[stop].lstrip().startswith(b"#"):
        stop += 1
    return sum(map(len, lines[:stop]))


def _is_loose(line: bytes) -> bool:
    return not line.strip() or line.lstrip().startswith(b"#")
