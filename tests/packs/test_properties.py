"""Whatever the bytes: the reader returns a pack that keeps the rules, or says what is wrong."""

from __future__ import annotations

import json
import math
import unicodedata
from datetime import date, datetime, time
from pathlib import Path as FilePath

import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.core.question import GapAnswer, Pack, TruthAnswer
from quizapp.errors import PackError
from quizapp.packs.format.fields import Fields
from quizapp.packs.format.gaps import join_gaps, split_gaps
from quizapp.packs.format.lines import Path, find_lines
from quizapp.packs.format.outline import outline
from quizapp.packs.format.prompts import FACT_KEYS, PROMPT_KEYS
from quizapp.packs.format.text import faults, is_plain
from quizapp.packs.read import parse_pack

HERE = FilePath(__file__).parent
SAMPLES = [path.read_bytes() for path in sorted((HERE / "valid").glob("*.toml"))]
PIECES = [line + b"\n" for sample in SAMPLES for line in sample.splitlines()]

quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(data: bytes) -> Pack | None:
    """Read bytes and hold the outcome against the reader's promises."""
    try:
        pack = parse_pack(data, "x.toml")
    except PackError as error:
        count = data.count(b"\n") + 1
        for problem in error.problems:
            assert 0 <= problem.line <= count
            assert problem.message
            assert str(problem).isprintable()
        lines = [problem.line for problem in error.problems]
        assert lines == sorted(lines)
        return None
    check_pack(pack, data)
    return pack


def check_pack(pack: Pack, data: bytes) -> None:
    ids = [question.id for question in pack.questions]
    topics = [topic.id for topic in pack.topics]
    assert ids
    assert len(set(ids)) == len(ids)
    assert len(set(topics)) == len(topics) > 0
    count = data.count(b"\n") + 1
    for question in pack.questions:
        assert question.topic in topics
        assert 1 <= question.line <= count
        assert set(question.needs) <= set(ids) - {question.id}
        assert question.prompts
        assert question.why or not any(
            isinstance(prompt.answer, TruthAnswer) for prompt in question.prompts
        )
        for prompt in question.prompts:
            assert bool(prompt.ask) is not isinstance(prompt.answer, GapAnswer)
            assert is_plain(prompt.ask, 500) or not any(faults(prompt.ask, 500)) or not prompt.ask


@quick
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    check(data)


@quick
@given(st.text(alphabet="[]{}\"'=#.,\n\r\\ abc1-:tu\x1b\u202e", max_size=200))
def test_any_heap_of_toml_signs_is_read_or_refused(text: str) -> None:
    check(b'format = 1\nid = "p"\n' + text.encode())


@quick
@given(st.data())
def test_a_damaged_pack_is_read_or_refused(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(sample)))
        length = data.draw(st.sampled_from([0, 1, 1, 2, 40]))
        middle = data.draw(
            st.one_of(
                st.sampled_from(PIECES),
                st.sampled_from([b'"', b"'", b"[", b"]", b"{", b"}", b'"""', b"\n", b"=", b"\\"]),
                st.binary(max_size=3),
            )
        )
        sample = sample[:start] + middle + sample[start + length :]
    check(sample)


@quick
@given(st.data())
def test_a_pack_with_its_lines_in_disorder_is_read_or_refused(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(SAMPLES)).splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 3))):
        taken = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        if data.draw(st.booleans()):
            lines.insert(data.draw(st.integers(0, len(lines))), taken)
    check(b"".join(lines))


def toml(value: object) -> str:
    """A value as TOML on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            escaped = "".join(
                char if char.isprintable() else f"\\U{ord(char):08X}" for char in value
            )
            return json.dumps(escaped, ensure_ascii=False).replace("\\\\U", "\\U")
        case float():
            return "nan" if math.isnan(value) else repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return "[" + ", ".join(toml(entry) for entry in value) + "]"
        case dict():
            pairs = [f"{toml(str(key))} = {toml(entry)}" for key, entry in value.items()]
            return "{" + ", ".join(pairs) + "}"
        case _:
            return str(value)


words = st.one_of(
    st.sampled_from(["a", "b", "Belarus", "BY", "https://example.org/", "{gap} {two}", "", " x "]),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\"), max_size=12),
)
scalars = st.one_of(
    words,
    st.booleans(),
    st.integers(-5, 5),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
keys = st.one_of(st.sampled_from(sorted(PROMPT_KEYS | FACT_KEYS | {"source", "terms"})), words)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4), st.lists(words)
    ),
    max_leaves=8,
)
tables = st.dictionaries(keys, values, max_size=8)


@quick
@given(
    st.lists(tables, max_size=3),
    st.lists(st.dictionaries(st.sampled_from(["id", "title", "brief", "x"]), values), max_size=2),
    st.dictionaries(st.sampled_from(["format", "id", "title", "version", "about"]), values),
)
def test_any_toml_values_in_a_pack_are_read_or_refused(
    questions: list[dict[str, object]],
    topics: list[dict[str, object]],
    head: dict[str, object],
) -> None:
    lines = [f"{key} = {toml(value)}" for key, value in head.items()]
    for name, entries in (("topic", topics), ("question", questions)):
        for entry in entries:
            lines.append(f"[[{name}]]")
            lines.extend(f"{toml(key)} = {toml(value)}" for key, value in entry.items())
    check("\n".join(lines).encode())


@quick
@given(st.data())
def test_a_good_pack_with_some_values_exchanged_is_read_or_refused(data: st.DataObject) -> None:
    sample = data.draw(st.sampled_from(SAMPLES)).decode("utf-8-sig")
    table = tomli.loads(sample)
    for _ in range(data.draw(st.integers(1, 3))):
        place: object = table
        while isinstance(place, dict | list) and place:
            names = list(place) if isinstance(place, dict) else range(len(place))
            name = data.draw(st.sampled_from(names))
            inner = place[name]
            if not isinstance(inner, dict | list) or not inner or data.draw(st.integers(0, 4)) == 0:
                place[name] = data.draw(values)
                break
            place = inner
    check("\n".join(f"{toml(key)} = {toml(value)}" for key, value in table.items()).encode())


@quick
@given(values)
def test_any_answer_among_good_neighbours_is_read_or_refused(answer: object) -> None:
    text = (
        'format = 1\nid = "p"\ntitle = "P"\nversion = "1.0.0"\n'
        f'[[question]]\nid = "q"\nask = "?"\nwhy = "So."\nanswer = {toml(answer)}\n'
    )
    check(text.encode())


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A valid TOML text in many styles, with decoys in strings and comments."""
    decoy = st.sampled_from(
        [
            "1",
            '"]"',
            "'[['",
            '"#"',
            '"\\"["',
            "'''\n[[question]]\n'''",
            '"""\na = 1 ""\\"""""',
            "[]",
        ]
    )
    gap = st.sampled_from(["", " ", "\n", ' # [ note "\n', "\n\n  "])

    def value(depth: int) -> str:
        style = draw(st.sampled_from(["plain", "plain", "list", "table"])) if depth else "plain"
        if style == "list":
            entries = [value(depth - 1) for _ in range(draw(st.integers(0, 3)))]
            return f"[{draw(gap)}" + f"{draw(gap)},{draw(gap)}".join(entries) + f"{draw(gap)}]"
        if style == "table":
            names = draw(st.lists(st.sampled_from(["a", "'b c'", '"d.e"', "f . g"]), unique=True))
            return "{" + ", ".join(f"{name} = {value(depth - 1)}" for name in names) + "}"
        return draw(decoy)

    parts = [f"k{n} = {value(2)}\n" for n in range(draw(st.integers(0, 3)))]
    for n in range(draw(st.integers(0, 5))):
        header = draw(
            st.sampled_from(["[[question]]", "[[ 'question' ]]", "[[other.x]]", f"[t{n} . u]"])
        )
        parts.append(f"{draw(st.sampled_from(['', '  ']))}{header} # [[question]]\n")
        for m in range(draw(st.integers(0, 3))):
            parts.append(f"k{m}{draw(st.sampled_from(['', '.a', ' . b']))} = {value(2)}\n")
            parts.append(draw(st.sampled_from(["", "\n", "# [[question]] {\n"])))
    return "".join(parts)


def named_places(value: object, path: Path = ()) -> dict[Path, object]:
    found: dict[Path, object] = {path: value} if path else {}
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= named_places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found |= named_places(inner, (*path, index))
    return found


@quick
@given(documents())
def test_every_place_in_a_text_has_its_own_line(text: str) -> None:
    table = tomli.loads(text)
    places = named_places(table)
    lines = find_lines(text, places)
    rows = text.split("\n")
    for path, line in lines.items():
        assert line > 0
        name = path[-1]
        if isinstance(name, str):
            assert name in rows[line - 1]
        assert line >= lines.get(path[:-1], 0)


@quick
@given(documents())
def test_the_outline_and_the_locator_agree_on_questions(text: str) -> None:
    count = len(tomli.loads(text).get("question", []))
    paths: list[Path] = [("question", index) for index in range(count)]
    lines = find_lines(text, paths)
    found = outline(text)
    assert found.questions == tuple(lines[path] for path in paths)
    assert (found.too_deep, found.open_string, found.open_brackets) == (0, 0, ())


@quick
@given(st.lists(st.text("ab {}", max_size=5), min_size=2, max_size=5), st.data())
def test_gaps_are_read_as_they_are_written(parts: list[str], data: st.DataObject) -> None:
    gap = st.text("xy ", min_size=1, max_size=3)
    gaps = tuple(data.draw(gap) for _ in parts[1:])
    assert split_gaps(join_gaps(tuple(parts), gaps)) == (tuple(parts), gaps)


@quick
@given(st.text(max_size=30), st.integers(1, 30))
def test_a_quick_yes_to_a_text_is_never_wrong(text: str, limit: int) -> None:
    if is_plain(text, limit):
        assert not list(faults(text, limit))
    if not list(faults(text, limit)):
        assert text.strip()
        assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in text)


@quick
@given(values)
def test_no_value_breaks_the_readers_of_single_keys(value: object) -> None:
    fields = Fields({"k": value}, (), [])
    fields.text("k", 10)
    fields.texts("k", 3, fewest=1)
    fields.day("k")
    fields.whole("k", 1, 3, 1)
    fields.flag("k", True)
    fields.identifier("k")
    fields.identifiers("k")
    fields.address("k")
    list(fields.tables("k", 2))
    assert all(finding.message.isprintable() for finding in fields.findings)
