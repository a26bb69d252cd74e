"""The drafts file: reading, writing whole, adding decisions."""

import pytest

from quizapp.drafting.desk.sheet_file import append_decision, is_sheet, read_sheet, write_sheet
from quizapp.drafting.drafts import Decision, Draft, Flag, Heading, Sheet
from quizapp.errors import PackError, QuizError, UsageError

DRAFT = Draft(
    "a1",
    "quote",
    "lexical",
    "Who said “x”?",
    "NASA",
    3,
    (1, 9),
    (2, 5),
    ("NASA",),
    wrong=("ESA", 3),
    flags=(Flag("claim", "x"), Flag("long")),
    score=0.5,
)
SHEET = Sheet(
    Heading("a.txt", "00", "a", date="2024-07-04"),
    (DRAFT, DRAFT._replace(id="a2", answer=("x", "y"), wrong=(), more=True)),
    (Decision("accept", "a1", question="q", at="2026-03-02T12:00:00"),),
)


@pytest.fixture
def path(tmp_path):
    place = tmp_path / "a.drafts.jsonl"
    write_sheet(place, SHEET)
    return place


def test_what_is_written_is_read_again(path):
    assert read_sheet(path) == SHEET


def test_the_same_sheet_gives_the_same_bytes(path):
    before = path.read_bytes()
    write_sheet(path, read_sheet(path))
    assert path.read_bytes() == before


def test_a_decision_is_added_at_the_end(path):
    append_decision(path, Decision("reject", "a2", reason="vague"))
    assert read_sheet(path).decisions[-1] == Decision("reject", "a2", reason="vague")
    assert read_sheet(path).drafts == SHEET.drafts


def test_a_last_line_that_broke_off_is_passed_over_and_replaced(path):
    with path.open("a", encoding="utf-8") as file:
        file.write('{"what": "rej')
    assert read_sheet(path) == SHEET
    append_decision(path, Decision("undo"))
    assert read_sheet(path).decisions == (*SHEET.decisions, Decision("undo"))


def test_a_last_line_without_its_end_is_kept(path):
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    append_decision(path, Decision("undo"))
    assert read_sheet(path).decisions == (*SHEET.decisions, Decision("undo"))


def test_another_file_is_never_written_over(tmp_path):
    place = tmp_path / "diary.txt"
    place.write_text("Dear diary", encoding="utf-8")
    with pytest.raises(UsageError, match="no drafts file"):
        write_sheet(place, SHEET)
    assert place.read_text(encoding="utf-8") == "Dear diary"
    assert not is_sheet(place)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("not json", r"jsonl:2: this line is no JSON object"),
        ('{"id": "b"}', r'jsonl:2: "kind" is missing'),
        ('{"what": "love"}', r'jsonl:2: "what" must be one of accept'),
        ('{"what": "skip", "x": 1}', r'jsonl:2: "x" is no key'),
        ('{"what": "skip", "draft": "\\u001b"}', r"jsonl:2: .*control character"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, line, message):
    place = tmp_path / "a.drafts.jsonl"
    head = '{"drafts": 1, "article": "a.txt", "sha256": "00", "source": "a"}'
    place.write_text(f"{head}\n{line}\n\n", encoding="utf-8")
    with pytest.raises(PackError, match=message):
        read_sheet(place)


def test_a_newer_file_is_refused(tmp_path):
    place = tmp_path / "a.drafts.jsonl"
    place.write_text('{"drafts": 9}\n', encoding="utf-8")
    with pytest.raises(PackError, match="a newer sco-quiz is needed"):
        read_sheet(place)


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(QuizError, match="cannot be kept"):
        append_decision(tmp_path / "a.drafts.jsonl", Decision("undo"))
