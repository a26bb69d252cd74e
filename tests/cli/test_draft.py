"""sco-quiz draft."""

import io

import pytest
from drafting.articles import UNION

from quizapp.cli import main
from quizapp.drafting.drafts import Decision
from quizapp.drafting.sheet_file import append_decision, read_sheet


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
