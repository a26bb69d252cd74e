"""Feedback as a patch: what it holds, what is refused, and what it leaves as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import PackError, QuizError
from quizapp.exchange.feedback import gather, patch_text, read_patch
from quizapp.exchange.patching import patched
from quizapp.packs.read import parse_pack

PACK = """# A pack of mine

format = 1
id = "mine"
title = "Mine"
version = "1.0.0"

# about capitals
[[question]]
id = "capital"   # keep this
ask = "Which city is the capital of Kazakhstan?"
answer = "Astana" # since 1997
why = "So."

  [[question.also]]
  ask = "Which is the largest city of Kazakhstan?"
  answer = "Almaty"
  accept = [
    "Alma-Ata",  # the old name
  ]

[[question]]
id = "languages"
was = ["tongues"]
ask = "Which are the official languages?"
answer = ["Chinese", "Russian"]
wrong = ["Hindi", "Persian", "Uzbek"]

[[question]]
id = "members"
ask = "How many members?"
answer = 10

[[question]]
id = "again"
ask = "Which two languages, again?"
answer = ["Chinese", "Russian"]

  [question.accept]
  Russian = ["Rus"]

# the gap
[[question]]
id = "founding"
gap = "The SCO was founded in {2001} in {Shanghai}."
accept = { Shanghai = ["Shanghai, China"] }
"""
HEAD = 'feedback = 1\npack = "mine"\n'
ALL = (
    HEAD
    + """
[[question]]
id = "capital"
note = "The \\"year\\" is missing."
accept = { Astana = ["Nur-Sultan", "astana", 'a "b" \\ c'], Almaty = ["Verny"] }
[[question]]
id = "tongues"
accept = { Chinese = ["Mandarin"] }
[[question]]
id = "again"
accept = { Chinese = ["Mandarin"], Russian = ["Great Russian"] }
[[question]]
id = "founding"
note = "ok"
accept = { Shanghai = ["Hu"] }
"""
)


def apply(tmp_path: Path, patch: str, pack: str | bytes = PACK) -> str:
    (tmp_path / "patch.toml").write_text(patch, encoding="utf-8")
    path = tmp_path / "pack.toml"
    path.write_bytes(pack.encode() if isinstance(pack, str) else pack)
    before = path.read_bytes()
    result = patched(tmp_path / "patch.toml", path)
    assert path.read_bytes() == before, "whoever asked writes it"
    return result.data.decode()


def test_only_lines_with_spellings_and_notes_change(tmp_path: Path) -> None:
    text = apply(tmp_path, ALL)
    before, after = PACK.splitlines(), text.splitlines()
    assert [line for line in after if line not in before] == [
        '# Feedback: The "year" is missing.',
        'accept = ["Nur-Sultan", "a \\"b\\" \\\\ c"]',
        '    "Verny",',
        'accept = { "Chinese" = ["Mandarin"] }',
        '  Russian = ["Rus", "Great Russian"]',
        '  Chinese = ["Mandarin"]',
        "# Feedback: ok",
        'accept = { Shanghai = ["Shanghai, China", "Hu"] }',
    ]
    gone = [line for line in before if line not in after]
    assert gone == [
        '  Russian = ["Rus"]',
        'accept = { Shanghai = ["Shanghai, China"] }',
    ]
    assert after[after.index('  Russian = ["Rus", "Great Russian"]') + 1].endswith('["Mandarin"]')


def test_the_second_time_changes_nothing(tmp_path: Path) -> None:
    once = apply(tmp_path, ALL)
    assert apply(tmp_path, ALL, once) == once


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_at_the_beginning_stay(
    tmp_path: Path, ending: str, mark: str
) -> None:
    pack = (mark + PACK).replace("\n", ending)
    text = apply(tmp_path, ALL, pack.encode())
    assert text == mark + apply(tmp_path, ALL).replace("\n", ending)


def test_a_file_that_ends_in_the_middle_of_a_line_is_patched(tmp_path: Path) -> None:
    pack = PACK[: PACK.index("\naccept = { Shanghai")]
    text = apply(tmp_path, HEAD + ALL[ALL.index('[[question]]\nid = "founding"') :], pack)
    assert text.endswith('{Shanghai}."\naccept = { "Shanghai" = ["Hu"] }')


def test_questions_in_one_line_are_patched_too(tmp_path: Path) -> None:
    pack = (
        'format=1\nid="mine"\ntitle="M"\nversion="1.0.0"\n'
        'question=[{id="tongues",ask="L?",answer=["Chinese","Russian"]},\n'
        ' {id="capital",ask="C?",answer="Astana",also=[{ask="L?",answer="Almaty"}]}]\n'
    )
    patch = HEAD + '[[question]]\nid = "capital"\nnote = "x"\naccept = { Almaty = ["Verny"] }\n'
    text = apply(tmp_path, patch, pack)
    assert '# Feedback: x\n {id="capital"' in text
    question = parse_pack(text.encode(), "p").questions[1]
    assert question.prompts[1].answer.accept == ("Verny",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("patch", "told"),
    [
        ('feedback = 1\npack = "other"\n', "feedback on"),
        ('feedback = 2\npack = "mine"\n', "feedback = 1"),
        ('format = 1\nid = "mine"\n', "name the patch first"),
        (HEAD + '[[question]]\nid = "nobody"\nnote = "x"\n', "no such question"),
        (HEAD + '[[question]]\nid = "members"\naccept = { 10 = ["ten"] }\n', "no answer"),
        (HEAD + '[[question]]\nid = "languages"\naccept = { Chinese = ["hindi"] }\n', "wrong"),
        (HEAD + '[[question]]\nid = "languages"\naccept = { Chinese = ["Russian"] }\n', "item"),
        (HEAD + '[[question]]\nid = "capital"\naccept = ["x"]\n', "must be a table"),
        (HEAD + '[[question]]\nid = "capital"\naccept = { Astana = [3] }\n', "must be text"),
        (HEAD + '[[question]]\nid = "capital"\naccept = { Astana = [" x"] }\n', "white space"),
        (HEAD + '[[question]]\nid = "capital"\naccept = { Astana = ["a\\u202Eb"] }\n', "U+202E"),
        (HEAD + '[[question]]\nid = "capital"\nnote = "a\\nanswer = 3"\n', "line break"),
        (HEAD + f'[[question]]\nid = "capital"\nnote = "{"x" * 501}"\n', "shorten"),
        (HEAD + '[[question]]\nid = "capital"\nanswer = "Almaty"\n', "unknown key"),
        ("feedback = ", "TOML"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(tmp_path: Path, patch: str, told: str) -> None:
    with pytest.raises(PackError) as caught:
        apply(tmp_path, patch)
    assert told in str(caught.value) or told == "TOML"
    assert all(str(one).startswith(f"{tmp_path}/patch.toml:") for one in caught.value.problems)


def test_more_spellings_than_a_pack_may_have_are_refused(tmp_path: Path) -> None:
    many = ", ".join(f'"spelling {number}"' for number in range(41))
    patch = HEAD + f'[[question]]\nid = "capital"\naccept = {{ Astana = [{many}] }}\n'
    with pytest.raises(PackError, match=r"pack\.toml"):
        apply(tmp_path, patch)


def test_a_broken_pack_is_told_and_not_touched(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.toml:"):
        apply(tmp_path, ALL, PACK.replace('answer = "Astana"', 'answer = ""'))


PRINTABLE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(st.lists(PRINTABLE, max_size=4), PRINTABLE)
def test_what_is_written_is_what_is_read(tmp_path_factory, texts, note) -> None:  # type: ignore[no-untyped-def]
    pack = parse_pack(PACK.encode(), "p")
    said = [("capital", "Astana", text) for text in texts]
    patch = gather(pack, said, {"members": note, "nobody": "x"})
    path = tmp_path_factory.mktemp("f") / "patch.toml"
    path.write_text(patch_text(patch, 'A "title"'), encoding="utf-8")
    assert read_patch(path) == patch
    target = path.with_name("pack.toml")
    target.write_text(PACK, encoding="utf-8")
    try:
        data = patched(path, target).data
    except QuizError as error:
        pytest.fail(f"what we write fits: {error}")
    accepted = parse_pack(data, "p").questions[0].prompts[0].answer.accept  # type: ignore[union-attr]
    assert accepted == tuple(
        text for word in patch.words for _, more in word.accept for text in more
    )
    assert f"# Feedback: {note}" in data.decode().split("\n")
