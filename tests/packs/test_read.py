"""Reading packs: golden files for what is accepted and for what every mistake is told as."""

from __future__ import annotations

import errno
import gc
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from quizapp.core.question import DateAnswer, GapAnswer, NumberAnswer, SetAnswer, TextAnswer
from quizapp.errors import PackError
from quizapp.packs.format import limits
from quizapp.packs.format.countries import ASSIGNED
from quizapp.packs.format.files import read_bytes
from quizapp.packs.format.gaps import join_gaps, split_gaps
from quizapp.packs.read import parse_pack, read_pack

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.toml"))
INVALID = sorted((HERE / "invalid").glob("*.toml"))

HEAD = 'format = 1\nid = "p"\ntitle = "P"\nversion = "1.0.0"\n'
QUESTION = '[[question]]\nid = "q{}"\nask = "Who?"\nanswer = "Ann"\n'


def named(path: Path) -> str:
    return path.stem


def problems(data: bytes | str, name: str = "p.toml") -> list[str]:
    """What the reader says about a text that it must refuse."""
    with pytest.raises(PackError) as caught:
        parse_pack(data.encode() if isinstance(data, str) else data, name)
    return str(caught.value).splitlines()


def refusal(path: Path) -> str:
    with pytest.raises(PackError) as caught:
        read_pack(path)
    (problem,) = caught.value.problems
    assert problem.line == 0
    return problem.message


def iso(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()


def test_the_golden_folders_were_found() -> None:
    assert len(VALID) >= 7
    assert len(INVALID) >= 60
    assert {path.stem for path in (HERE / "valid").glob("*.json")} == {p.stem for p in VALID}
    assert {path.stem for path in (HERE / "invalid").glob("*.txt")} == {p.stem for p in INVALID}


def dump(value: object) -> object:
    """Values as JSON has them: objects with every field, arrays for the rest."""
    if hasattr(value, "_asdict"):
        return {name: dump(held) for name, held in value._asdict().items()}
    return [dump(item) for item in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("path", VALID, ids=named)
def test_a_valid_pack_becomes_exactly_its_values(path: Path) -> None:
    pack = parse_pack(path.read_bytes(), path.name)
    dumped = json.loads(json.dumps(dump(pack), default=iso))
    assert dumped == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", INVALID, ids=named)
def test_an_invalid_pack_is_told_exactly_its_problems(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert problems(path.read_bytes(), path.name) == expected


@pytest.mark.parametrize("path", INVALID, ids=named)
def test_problems_stand_in_the_order_of_the_file_and_are_safe_to_print(path: Path) -> None:
    with pytest.raises(PackError) as caught:
        parse_pack(path.read_bytes(), path.name)
    lines = [problem.line for problem in caught.value.problems]
    assert lines == sorted(lines)
    assert all(str(problem).isprintable() for problem in caught.value.problems)


@pytest.mark.parametrize("path", VALID, ids=named)
def test_every_question_knows_the_line_of_its_header(path: Path) -> None:
    pack = parse_pack(path.read_bytes(), path.name)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for question in pack.questions:
        assert "question" in lines[question.line - 1] or "{ id" in lines[question.line - 1]


@pytest.mark.parametrize("path", VALID, ids=named)
def test_line_ends_change_nothing(path: Path) -> None:
    data = path.read_bytes().replace(b"\r\n", b"\n")
    assert parse_pack(data, "p") == parse_pack(data.replace(b"\n", b"\r\n"), "p")


def test_every_kind_of_answer_is_read_from_its_toml_type() -> None:
    pack = parse_pack((HERE / "valid" / "everything.toml").read_bytes(), "everything.toml")
    kinds = {type(prompt.answer) for question in pack.questions for prompt in question.prompts}
    assert len(kinds) == 8
    assert {TextAnswer, NumberAnswer, DateAnswer, SetAnswer, GapAnswer} < kinds


def test_a_file_on_disk_is_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(HEAD, encoding="utf-8")
    with pytest.raises(PackError, match="the pack has no question") as caught:
        read_pack(path)
    assert caught.value.problems[0].path == str(path)
    path.write_text(HEAD + QUESTION.format(""), encoding="utf-8")
    assert read_pack(path).questions[0].id == "q"


def test_a_name_with_control_characters_is_made_safe(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        read_pack(tmp_path / "a\x1b[31m\n.toml")
    assert "\x1b" not in str(caught.value)
    assert "aU+001B[31mU+000A.toml: there is no such file" in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml") == "there is no such file; check the name and the folder"


def test_a_path_through_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert "a part of this path is a file" in refusal(tmp_path / "file" / "pack.toml")


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "this is a folder, not a file; name a file in it"


def test_a_nul_in_a_path_is_no_crash() -> None:
    assert "NUL" in refusal(Path("a\0b"))


def test_a_name_that_is_too_long_is_no_crash(tmp_path: Path) -> None:
    assert "too long" in refusal(tmp_path / ("x" * 5000))


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_that_lead_nowhere_are_told_apart(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    assert "leads back to itself" in refusal(loop)
    dangling = tmp_path / "dangling.toml"
    dangling.symlink_to(tmp_path / "gone.toml")
    assert "leads to a file that is not there" in refusal(dangling)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on disk there")
def test_pipes_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert "pipe or a device" in refusal(pipe)
    for device in (Path("/dev/zero"), Path("/dev/tty"), Path("/dev/null")):
        if device.exists():
            assert "pipe or a device" in refusal(device)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on disk there")
def test_a_pipe_put_in_place_of_a_checked_file_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, pipe = tmp_path / "file.toml", tmp_path / "pipe.toml"
    file.write_text(HEAD, encoding="utf-8")
    os.mkfifo(pipe)
    as_file = file.stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: as_file)
    assert "pipe or a device" in refusal(pipe)


def test_a_file_without_permission_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.toml"
    path.write_text(HEAD, encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(path) == "the file may not be read; change its permissions"


def test_a_read_that_fails_half_way_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "worn.toml"
    path.write_text(HEAD, encoding="utf-8")

    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    assert refusal(path) == "the file cannot be read: Input/output error"


def test_a_huge_file_is_refused_by_its_size_and_never_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    monkeypatch.setattr(os, "open", None)
    assert refusal(path) == "the file is bigger than 64 MiB; split it"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no such files there")
def test_a_file_that_hides_its_size_is_read_no_further_than_the_bound() -> None:
    with pytest.raises(PackError, match="bigger than"):
        read_bytes(Path("/proc/self/status"), limit=10)


def test_bytes_beyond_the_bound_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 3)
    assert "bigger than" in problems(HEAD)[0]


def test_too_many_of_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "QUESTIONS", 2)
    monkeypatch.setattr(limits, "TOPICS", 1)
    topics = "".join(f'[[topic]]\nid = "t{n}"\ntitle = "T"\n' for n in range(2))
    questions = "".join(QUESTION.format(n) + 'topic = "t0"\n' for n in range(3))
    assert problems(HEAD + topics + questions) == [
        'p.toml:5: "topic" has 2 entries; keep at most 1',
        'p.toml:11: "question" has 3 entries; keep at most 2',
    ]


def test_too_many_brackets_are_refused_before_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BRACKETS", 10)
    monkeypatch.setattr("tomli.loads", None)
    assert "more than 10 brackets" in problems(HEAD + "x = [[[[[[], [], [], [], [], []]]]]]")[0]


def test_a_file_of_nothing_but_mistakes_is_told_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PROBLEMS", 5)
    lines = problems(HEAD + "".join(f"k{n} = 1\n" for n in range(50)))
    assert len(lines) == 6
    assert "mend these first" in lines[0]


def test_circles_without_end_are_told_in_part() -> None:
    everybody = json.dumps([f"q{n}" for n in range(30)])
    chain = "".join(QUESTION.format(n) + f"needs = {everybody}\n" for n in range(30))
    lines = problems(HEAD + chain)
    assert len([line for line in lines if "in a circle" in line]) == limits.CIRCLES


def test_a_parser_at_the_end_of_its_stack_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def overflow(_: str) -> object:
        raise RecursionError

    monkeypatch.setattr("tomli.loads", overflow)
    assert "nests brackets too deeply" in problems(HEAD)[0]


def test_brackets_in_text_and_comments_do_not_count_as_nesting() -> None:
    deep = "[" * 100
    about = f'about = """{deep}"""  # {deep}\n'
    text = about + QUESTION.format(1) + f'why = "{deep}\\"{deep}"\nhint = \'{deep}\'\n'
    pack = parse_pack((HEAD + text).encode(), "p")
    assert pack.about == deep


def test_a_key_with_thousands_of_parts_is_refused_before_parsing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tomli.loads", None)
    for part in ("a", '"a"', "'a' ", " a"):
        assert "one inside another" in problems(HEAD + ".".join([part] * 5000) + " = 1")[0]


def test_a_number_with_thousands_of_digits_is_never_spelled_out() -> None:
    huge, question = "0x" + "f" * 6000, 'question "q1":'
    text = f'{QUESTION.format(1)}level = {huge}\n[[question.also]]\nask = "?"\nanswer = {huge}\n'
    assert problems(HEAD + text) == [
        f'p.toml:9: {question} "level" is a number of more than 64 bits; use a number from 1 to 3',
        f'p.toml:12: {question} "answer" in also 1 is too big a number; use at most 18 digits',
    ]


def test_long_values_are_shortened_in_messages() -> None:
    lines = problems(HEAD + QUESTION.format(1) + f'map = "{"B" * 5000}"\n{"k" * 5000} = 1\n')
    assert len(lines) == 2
    assert all(len(line) < 250 for line in lines)


def test_a_long_circle_is_found_without_recursion_and_told_shortly() -> None:
    count = 3000
    chain = "".join(QUESTION.format(n) + f'needs = ["q{(n + 1) % count}"]\n' for n in range(count))
    (line,) = problems(HEAD + chain)
    assert line == (
        'p.toml:9: question "q0": "needs" goes round in a circle:'
        " q0 -> q1 -> q2 -> q3 -> … -> q0; remove one of these links"
    )


def test_questions_that_need_one_another_without_a_circle_are_fine() -> None:
    needs = {0: [], 1: [0], 2: [0, 1], 3: [2, 1, 0]}
    text = "".join(
        QUESTION.format(n) + f"needs = {json.dumps([f'q{m}' for m in needs[n]])}\n" for n in needs
    )
    pack = parse_pack((HEAD + text).encode(), "p")
    assert pack.questions[3].needs == ("q2", "q1", "q0")


@pytest.mark.parametrize(
    ("said_by", "ask", "options", "fine"),
    [
        ("Ann Example", "What did Example want?", ["peace"], True),
        ("Ann Example", "What was EXAMPLE's wish?", ["peace"], True),
        ("Ann Example", "What did Ann want?", ["peace"], False),
        ("Ann Example", "What did Counterexample want?", ["peace"], False),
        ("Владимир Путин", "Чего хотели от Путина?", ["мира"], True),
        ("习近平", "习近平在哪里讲话？", ["阿斯塔纳"], True),
        ("U.S. Treasury (OFAC)", "What did OFAC do?", ["nothing"], True),
        ("Ann Example", "Who wanted it?", ["Ann Example", "Bob Other"], True),
        ("Ann Example", "Who wanted it?", ["Example", "Bob Other"], True),
        ("Ann Example", "Which Example wanted it?", ["Bob Other", "Ann Example"], False),
        ("the Astana Declaration", "Which declaration?", ["Astana Declaration", "X"], False),
        (
            "the Astana Declaration",
            "Which declaration says so?",
            ["The Astana Declaration", "The Tashkent Declaration"],
            True,
        ),
    ],
)
def test_the_speaker_is_named_unless_that_is_the_answer(
    said_by: str, ask: str, options: list[str], fine: bool
) -> None:
    answer, *wrong = options
    question = f'[[question]]\nid = "a"\nask = "{ask}"\nanswer = "{answer}"\nsaid_by = "{said_by}"'
    if wrong:
        question += f"\nwrong = {json.dumps(wrong)}"
    if fine:
        assert parse_pack((HEAD + question).encode(), "p").questions[0].said_by == said_by
    else:
        (line,) = problems(HEAD + question)
        assert 'question "a": "ask"' in line


def test_closing_quote_marks_on_their_own_line_add_nothing_to_a_text() -> None:
    text = HEAD + 'about = """\nOne.\n\nTwo.\n"""\n' + QUESTION.format(1)
    pack = parse_pack(text.encode(), "p")
    assert pack.about == "One.\n\nTwo."


def test_the_countries_are_the_assigned_codes_of_iso_3166() -> None:
    assert len(ASSIGNED) == 249
    assert {"BY", "CN", "IN", "IR", "KG", "KZ", "PK", "RU", "TJ", "UZ"} < ASSIGNED
    assert all(len(code) == 2 and code.isupper() for code in ASSIGNED)
    assert ASSIGNED.isdisjoint({"UK", "EU", "SU", "YU", "XK", "AN", "ZZ"})


def test_a_gap_sentence_is_written_as_it_is_read() -> None:
    text = "In Python {{'a': 1}} is a {dictionary}, and {{{set}}} is in braces."
    sentence = split_gaps(text)
    assert not isinstance(sentence, str)
    assert sentence.filled == "In Python {'a': 1} is a dictionary, and {set} is in braces."
    assert join_gaps(sentence.parts, sentence.gaps) == text


@pytest.mark.parametrize("good", [True, False])
@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_left_as_it_was_found(good: bool, enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        if good:
            parse_pack((HEAD + QUESTION.format(1)).encode(), "p")
        else:
            problems(HEAD)
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_importing_the_reader_loads_no_parser() -> None:
    code = "import sys, quizapp.packs.read; print(*{'tomli', 'difflib'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=HERE.parents[1],
    )
    assert done.stdout.strip() == ""
