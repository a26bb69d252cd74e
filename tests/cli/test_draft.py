"""sco-quiz draft."""

import io
import json

import pytest
from drafting.articles import UNION

from quizapp.cli import main
from quizapp.drafting.desk.sheet_file import append_decision, read_sheet
from quizapp.drafting.drafts import Decision
from quizapp.errors import PackError


@pytest.fixture
def article(tmp_path, monkeypatch):
    monkeypatch.setenv("SCO_QUIZ_DATA", str(tmp_path / "data.db"))
    place = tmp_path / "croatia.txt"
    place.write_text(UNION, encoding="utf-8")
    return place


def test_drafts_are_written_beside_the_article(article, capsys):
    assert main(["draft", str(article), "--date", "2013-07-02"]) == 0
    out, err = capsys.readouterr()
    sheet = read_sheet(article.with_name("croatia.drafts.jsonl"))
    assert sheet.heading.article == "croatia.txt"
    assert sheet.heading.title == "Croatia joins the European Union"
    assert sheet.heading.date == "2013-07-02"
    assert out == ""
    assert "Next: sco-quiz handcheck" in err


def test_drafting_again_keeps_decisions_and_bytes(article):
    main(["draft", str(article), "--date", "2013-07-02"])
    place = article.with_name("croatia.drafts.jsonl")
    first = place.read_bytes()
    main(["draft", str(article), "--date", "2013-07-02"])
    assert place.read_bytes() == first
    kept = Decision("accept", read_sheet(place).drafts[0].id)
    append_decision(place, kept)
    append_decision(place, Decision("skip", "gone"))
    main(["draft", str(article)])
    assert read_sheet(place).decisions == (kept, Decision("skip", "gone"))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"Only a headline", "no paragraph after its headline"),
        (b"\xff\xfe\x00x\n\ny", "is not UTF-8"),
        (b"a\x00b\n\nc", "is binary"),
        (b"x" * 2_000_000, "bigger than"),
    ],
    ids=["empty", "headline", "encoding", "binary", "huge"],
)
def test_what_cannot_be_drafted_from_is_said_in_one_sentence(article, capsys, content, message):
    article.write_bytes(content)
    assert main(["draft", str(article)]) == 2
    err = capsys.readouterr().err.strip()
    assert message in err
    assert "\n" not in err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--date", "someday"], '"someday" is no date'),
        (["-o", "{article}"], "this is the article itself"),
        (["-o", "{folder}"], "this is no file to write to"),
        (["-o", "{folder}/no/such.jsonl"], "there is no such folder"),
        (["-o", "{other}"], "no drafts file"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_touched(article, capsys, options, message):
    other = article.with_name("diary.txt")
    other.write_text("Mine", encoding="utf-8")
    names = {"article": article, "folder": article.parent, "other": other}
    assert main(["draft", str(article), *(one.format(**names) for one in options)]) == 2
    assert message in capsys.readouterr().err
    assert article.read_text(encoding="utf-8") == UNION
    assert other.read_text(encoding="utf-8") == "Mine"


def test_an_article_is_sent_to_no_model_unasked(article, capsys, monkeypatch):
    pytest.importorskip("llm")
    monkeypatch.setenv("LLM_USER_PATH", str(article.parent))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["draft", str(article), "--llm", "some-model"]) == 2
    err = capsys.readouterr().err
    assert "is sent to the model some-model" in err
    assert "add --yes" in err
    assert not article.with_name("croatia.drafts.jsonl").exists()


def test_without_any_standard_input_nothing_is_sent_either(article, capsys, monkeypatch):
    pytest.importorskip("llm")
    monkeypatch.setenv("LLM_USER_PATH", str(article.parent))
    monkeypatch.setattr("sys.stdin", None)
    assert main(["draft", str(article), "--llm", "some-model"]) == 2
    assert "add --yes" in capsys.readouterr().err


def test_another_articles_drafts_are_left_as_they_are(article, capsys):
    place = article.with_name("x.drafts.jsonl")
    assert main(["draft", str(article), "-o", str(place)]) == 0
    before = place.read_bytes()
    other = article.parent / "other" / article.name
    other.parent.mkdir()
    other.write_text(UNION.replace("Croatia", "Iran"), encoding="utf-8")
    assert main(["draft", str(other), "-o", str(place)]) == 2
    assert "the drafts of another article (croatia.txt)" in capsys.readouterr().err
    assert place.read_bytes() == before


def test_an_edited_article_is_drafted_again_and_said_to_be_so(article, capsys):
    assert main(["draft", str(article)]) == 0
    article.write_text(f"{UNION}\n\nMore of it.\n", encoding="utf-8")
    assert main(["draft", str(article)]) == 0
    assert "The article has changed" in capsys.readouterr().err


def test_beside_a_read_only_article_drafts_are_kept_here_and_that_is_said(
    article, capsys, monkeypatch, tmp_path
):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr("quizapp.drafting.desk.place.os.access", lambda *_: False)
    assert main(["draft", str(article)]) == 0
    assert "folder is read-only, so its drafts are kept in this folder" in capsys.readouterr().err
    assert (tmp_path / "here" / "croatia.drafts.jsonl").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--source", "../../x"),
        ("--source", "x" * 500),
        ("--title", "\x1b[2Jx"),
        ("--title", "x" * 400),
        ("--publisher", "a\u202eb"),
        ("--address", "javascript:x"),
    ],
)
def test_what_a_source_cannot_hold_is_refused_before_drafting(article, capsys, option, value):
    assert main(["draft", str(article), option, value]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"{option} ")
    assert "\x1b" not in err
    assert not article.with_name("croatia.drafts.jsonl").exists()


@pytest.mark.parametrize(("key", "value"), [("source", "../x"), ("address", "javascript:x")])
def test_hand_checking_names_file_line_and_key_of_such_a_header(article, capsys, key, value):
    assert main(["draft", str(article)]) == 0
    place = article.with_name("croatia.drafts.jsonl")
    head, _, rest = place.read_text(encoding="utf-8").partition("\n")
    table = {**json.loads(head), key: value}
    place.write_text(f"{json.dumps(table)}\n{rest}", encoding="utf-8")
    with pytest.raises(PackError, match=rf'croatia.drafts.jsonl:1: "{key}" '):
        read_sheet(place)


def test_where_nothing_can_be_drafted_nothing_is_written(article, capsys):
    article.write_text("Headline\n\n12345.\n", encoding="utf-8")
    assert main(["draft", str(article)]) == 2
    assert "nothing could be drafted, so nothing was written" in capsys.readouterr().err
    assert not article.with_name("croatia.drafts.jsonl").exists()


def test_drafts_do_not_go_to_a_file_called_minus(article, capsys):
    assert main(["draft", str(article), "-o", "-"]) == 2
    assert "kept in a file" in capsys.readouterr().err


def test_what_is_written_can_be_read_again_whatever_the_article_stacks(article):
    high = "Asta" + "\u0301" * 9 + "na"
    text = f"Head in {high}\n\nThe summit was held in {high} on 4 July 2024.\n\n{UNION}"
    article.write_text(text, encoding="utf-8")
    assert main(["draft", str(article)]) == 0
    sheet = read_sheet(article.with_name("croatia.drafts.jsonl"))
    assert sheet.drafts
    assert not any("\u0301" in one.ask for one in sheet.drafts)


def test_drafting_again_calls_no_question_a_duplicate_of_its_own_draft(article):
    from quizapp import wiring
    from quizapp.handchecking import HandCheck, files_of

    main(["draft", str(article), "--date", "2013-07-02"])
    place = article.with_name("croatia.drafts.jsonl")
    first = read_sheet(place).drafts
    check = HandCheck(files_of(place, None, None), wiring.now)
    check.weigh()
    check.filter("ready")
    for _ in range(check.ready()):
        check.accept()
        check.next_undecided()
    assert main(["pack", "add", str(article.with_name("croatia.toml")), "--yes"]) == 0
    main(["draft", str(article), "--date", "2013-07-02"])
    assert read_sheet(place).drafts == first
