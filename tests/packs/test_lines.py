"""Finding the line of a key: the locator walks the same text that the parser has read."""

from __future__ import annotations

from pathlib import Path as FilePath

import tomli

from quizapp.packs.format.lines import Path, find_lines
from quizapp.packs.format.outline import outline, string_end

TEXT = (FilePath(__file__).parent / "lines.toml").read_text(encoding="utf-8")


def paths_of(value: object, path: Path = ()) -> dict[Path, object]:
    found: dict[Path, object] = {path: value} if path else {}
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= paths_of(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found |= paths_of(inner, (*path, index))
    return found


def test_every_key_and_entry_has_its_line() -> None:
    lines = find_lines(TEXT, paths_of(tomli.loads(TEXT)))
    rows = TEXT.splitlines()
    expected = {
        ("format",): "format = 1",
        ("id",): "\"id\" = 'one' # the key is quoted",
        ("title", "sub", "x.y"): 'title.\'sub\' . "x.y" = "dotted"',
        ("about",): 'about = """',
        ("numbers", 0): "  1, # [a comment, with ] brackets",
        ("numbers", 1, 1): "  [2, 3],",
        ("numbers", 2, "a"): "  { a = 4, b.c = [5,",
        ("numbers", 2, "b", "c", 1): "    6] },",
        ("when",): "when = 2024-07-04 07:32:00Z",
        ("question", 0): "[[question]] # first",
        ("question", 0, "wrong", 2): 'wrong = ["B", "]", \'#\',',
        ("question", 0, "wrong", 3): '  "C"]',
        ("question", 0, "evidence", "terms", 1): 'evidence = { source = "s", terms = ["t", "u"] }',
        ("question", 0, "also", 1, "x"): "  x = 2",
        ("table", "inner", "k"): 'k = """"four quotes"""" # comment',
        ("table", "inner", "l"): "l = '''it's ''here'''''",
        ("table", "inner", "mé"): "\"m\\u00e9\" = ''",
    }
    assert {path: rows[lines[path] - 1] for path in expected} == expected
    assert 0 not in lines.values()


def test_tables_in_lists_are_counted_one_by_one() -> None:
    text = (
        "[[a]]\n[[a.b]]\n[[a.b]]\nx = 1\n[[a]]\n[[a.b]]\nx = 2\n[a.c]\nd.e = 3\n"
        "[z]\n[z.y]\n[[z.y.x]]\nw = 1\n"
    )
    wanted: dict[Path, int] = {
        ("a", 0): 1,
        ("a", 0, "b", 0): 2,
        ("a", 0, "b", 1, "x"): 4,
        ("a", 1): 5,
        ("a", 1, "b", 0): 6,
        ("a", 1, "b", 0, "x"): 7,
        ("a", 1, "c", "d", "e"): 9,
        ("z", "y", "x", 0, "w"): 13,
    }
    assert find_lines(text, wanted) == wanted


def test_a_missing_key_has_the_line_of_its_table_or_none() -> None:
    text = 'a = 1\n\n[[question]]\nid = "x"\n'
    found = find_lines(text, [("question", 0, "ask"), ("question", 7, "ask"), ("b",), ()])
    assert found == {("question", 0, "ask"): 3, ("question", 7, "ask"): 3, ("b",): 0, (): 0}


def test_the_outline_finds_headers_and_nothing_that_looks_like_one() -> None:
    text = (
        TEXT + '\n[[ "question" ]]\nx = [\n[["question"]],\n]\n\t[[\'question\']]\n[[questions]]\n'
    )
    rows = text.splitlines()
    assert [rows[line - 1] for line in outline(text).questions] == [
        "[[question]] # first",
        '[[ "question" ]]',
        "\t[['question']]",
    ]


def test_the_outline_counts_brackets_that_are_still_open() -> None:
    assert outline("a = [\n1, [2],\n{ b = [\n").open_brackets == (1, 3, 3)
    assert outline('a = ["]", \']\', """\n]""", # ]\n').open_brackets == (1,)
    assert outline("a = 1 ]]]\nb = [").open_brackets == (2,)


def test_the_outline_says_where_a_text_never_ends() -> None:
    assert outline('a = "x"\nb = """\n\\""" x ""\n').open_string == 2
    assert outline("a = '''\n''").open_string == 1
    assert outline('a = """x"""\nb = "open\nc = \'open\n').open_string == 0


def test_the_end_of_every_sort_of_string_is_found() -> None:
    for text in (
        '""',
        "''",
        '"a"',
        r'"a\"b\\"',
        r"'a\'",
        '""""""',
        "''''''",
        '"""a"b""c\\"""d"""',
        '"""""two before"""',
        '"""two behind"""""',
        "'''two behind'''''",
        '"""\n\n"""',
    ):
        assert string_end(text + ", ''", 0) == len(text)


def test_a_string_of_one_line_ends_with_its_line_at_the_latest() -> None:
    assert string_end('"open\n"', 0) == 5
    assert string_end("'open\n'", 0) == 5
    assert string_end('"open\\', 0) == 6
    assert string_end("'open", 0) == 5
