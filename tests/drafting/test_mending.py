"""A question that was accepted already: mended where it stands, and exactly undone."""

from __future__ import annotations

import pytest
from drafting.sheets import MINE, draft, folder, opened

from quizapp.commands.handcheck import parting
from quizapp.core.question import Form
from quizapp.drafting.desk import accepting
from quizapp.drafting.desk.judging import proposed_name
from quizapp.drafting.desk.readiness import READY, TO_MEND
from quizapp.drafting.desk.rewritten import rewritten
from quizapp.drafting.desk.sheet_file import read_sheet
from quizapp.drafting.text.passages import passages_of
from quizapp.errors import QuizError
from quizapp.packs.read import read_pack


def mend(check_, key: str, text: str) -> str:
    check_.keep(check_.draft, check_.look().written.with_text(key, text))
    return check_.accept()


def test_an_accepted_question_is_no_duplicate_of_itself(drafts) -> None:
    check_ = opened(drafts)
    name = check_.accept()
    look = check_.look()
    assert look.written.texts["id"] == name
    judged = check_.judged(look.written, look.draft)
    assert (judged.errors, judged.warnings) == ((), ())


def test_a_mended_question_stands_in_its_place_and_undo_gives_every_byte_back(drafts, pack) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.topic = "one"
    check_.accept()
    check_.next_undecided()
    check_.accept()
    before = pack.read_bytes()
    check_.go_to("city")
    assert mend(check_, "why", "It is the capital.") == "astana"
    questions = {one.id: one for one in read_pack(pack).questions}
    assert questions["astana"].why == "It is the capital."
    assert [*questions] == ["first", "astana", "belarus", "second"]
    assert check_.progress() == (2, 4, 2)
    mend(check_, "id", "host-city")
    mend(check_, "topic", "A third part")
    assert read_pack(pack).topics[-1].title == "A third part"
    again = opened(drafts)
    assert again.progress() == (2, 4, 2)
    for _ in range(3):
        again.undo()
    assert pack.read_bytes() == before
    for _ in range(2):
        again.undo()
    assert pack.read_bytes() == MINE.encode()


def test_a_topic_made_with_a_question_outlives_its_mending(drafts, pack) -> None:
    check_ = opened(drafts)
    mend(check_, "topic", "Another part")
    mend(check_, "why", "It is the capital.")
    assert [one.title for one in read_pack(pack).topics][-1] == "Another part"
    assert read_pack(pack).questions[0].topic == "another-part"


def test_a_question_changed_by_hand_is_not_written_over(drafts, pack) -> None:
    check_ = opened(drafts)
    check_.accept()
    pack.write_text(pack.read_text("utf-8").replace("The article says so.", "Mine."), "utf-8")
    check_.refresh()
    assert check_.locked(check_.draft)
    check_.keep(check_.draft, check_.look().written.with_text("why", "Another."))
    with pytest.raises(QuizError, match="Already accepted"):
        check_.accept()
    assert "Mine." in pack.read_text("utf-8")


@pytest.mark.parametrize("step", ["write_pack", "append_decision"])
def test_a_mending_cut_short_is_finished_at_the_next_start(drafts, pack, step, monkeypatch) -> None:
    check_ = opened(drafts)
    check_.accept()
    before = pack.read_bytes()

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(accepting, step, cut)
        with pytest.raises(KeyboardInterrupt):
            mend(check_, "why", "It is the capital.")
    again = opened(drafts)
    assert "written anew in the pack" in again.repaired
    assert read_pack(pack).questions[0].why == "It is the capital."
    assert [one.what for one in read_sheet(drafts).decisions] == ["accept", "edit"]
    with monkeypatch.context() as patched:
        patched.setattr(accepting, step, cut)
        with pytest.raises(KeyboardInterrupt):
            again.undo()
    assert opened(drafts).progress() == (1, 4, 1)
    assert pack.read_bytes() == before


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        (Form.CHOICE, {"ask": "Where?", "answer": "A || B", "wrong": "C | D", "typed": "no"}),
        (Form.TYPED, {"ask": "Where?", "answer": "Astana", "accept": "Nur-Sultan | Akmola"}),
        (Form.TRUE_FALSE, {"ask": "So?", "answer": "true", "why": "So."}),
        (Form.NUMBER, {"ask": "How many?", "answer": "3.5", "within": "1", "unit": "km"}),
        (Form.DATE, {"ask": "When?", "answer": "2024-07-04", "wrong": "2024-07-05 | 2024-07-06"}),
        (Form.SELECT, {"ask": "?", "answer": "A | B", "accept": "A = a | A = b", "wrong": "C"}),
        (Form.ORDER, {"ask": "Order?", "answer": "A | B | C"}),
        (Form.MATCH, {"ask": "Match?", "answer": "a == b = c | d = e"}),
        (Form.GAP, {"gap": "It is in {Astana}.", "accept": "Astana = Nur-Sultan"}),
        (Form.MAP, {"ask": "Which?", "answer": "Belarus", "map": "BY", "level": "2"}),
    ],
)  # fmt: skip
def test_every_form_comes_back_as_it_was_written(drafts, form, texts) -> None:
    from quizapp.drafting.desk.packfile import block_of
    from quizapp.drafting.desk.written import Written, table_of

    check_ = opened(drafts)
    sentence = check_.sentence()
    written = Written(form, {**texts, "id": "a-question"}, sentence.paragraph, sentence.span)
    table, faults = table_of(written)
    evidence = {"source": "herald", "paragraph": sentence.paragraph, "terms": ["Astana"]}
    text = block_of({**table, "evidence": evidence, "checked": check_.today()})
    found = rewritten(text, passages_of(check_.ledger.article), sentence.span)
    assert faults == []
    assert (found.form, found.texts["terms"]) == (form, "Astana")
    assert table_of(found) == (table, [])


def test_a_wanted_draft_more_is_the_one_shown_next(tmp_path) -> None:
    sentence = "Belarus"
    drafts = (
        draft("one", "Who joined the group?", "Belarus", sentence),
        draft("other", "Which city hosted the summit?", "Astana", "The summit"),
        draft("two", "What did Belarus join?", "group", sentence),
        draft("far", "Where will it be?", "China", "The next"),
        draft("three", "How many members are there?", "10th", sentence, more=True),
        draft("four", "Who said so?", "host", sentence, more=True),
    )
    check_ = opened(folder(tmp_path / "more", drafts))
    check_.go_to("two")
    assert check_.more() == 2
    assert check_.draft.id == "three"


def test_drafts_are_ready_where_nothing_must_be_mended(drafts) -> None:
    check_ = opened(drafts)
    assert check_.ready() == -1
    assert check_.weigh(2)
    assert not check_.weigh()
    assert check_.ready() == 3
    check_.filter(TO_MEND)
    assert [one.id for one in check_.order] == ["quote"]
    check_.filter(READY)
    assert "quote" not in [one.id for one in check_.order]
    check_.accept()
    assert check_.ready() == 2


def test_a_question_deleted_by_hand_counts_nowhere(drafts, pack) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.accept()
    assert (check_.progress().accepted, sum(check_.coverage())) == (1, 1)
    pack.write_bytes(MINE.encode())
    check_.refresh()
    assert (check_.progress().accepted, sum(check_.coverage())) == (0, 0)


def test_a_wrongly_shaped_answer_is_not_missing_too(drafts) -> None:
    check_ = opened(drafts)
    written = check_.begin(Form.NUMBER, check_.sentence()).with_text("answer", "many")
    written = written.with_text("ask", "How many leaders came?").with_text("terms", "nine")
    errors = check_.judged(written).errors
    assert errors == ('"answer" is "many"; write a number, as in 7600 or 3.5',)


@pytest.mark.parametrize(
    ("answer", "ask", "name"),
    [
        (2016, "In what year did John Key resign?", "john-key-resign"),
        ("Astana", "Which city hosted the summit?", "astana"),
        ("the Prime Minister of New Zealand since 2008", "Who was John Key?", "john-key"),
        (True, "Belarus joined the group in 2024.", "belarus-joined-group-2024"),
        ("上海", "Which city is it?", "city"),
        ("上海", "?", "question"),
    ],
)
def test_an_id_is_short_and_asks_nothing(answer, ask, name) -> None:
    assert proposed_name({"answer": answer, "ask": ask}, set()) == name


def test_an_article_that_lies_elsewhere_is_asked_for(drafts) -> None:
    drafts.with_name("ten.txt").rename(drafts.with_name("moved.txt"))
    with pytest.raises(QuizError, match="--article"):
        opened(drafts)


def test_leaving_tells_what_is_in_the_pack_and_what_comes_next(drafts, pack) -> None:
    check_ = opened(drafts)
    assert parting(check_) == f"Nothing is accepted yet. Go on: sco-quiz handcheck {drafts}"
    check_.accept()
    told = f"1 question in ten.toml. Next: sco-quiz check {pack} --articles {drafts.parent}"
    assert parting(check_) == told


def test_an_article_in_place_of_its_drafts_is_told(drafts, tmp_path, capsys) -> None:
    from quizapp.cli import main

    assert main(["handcheck", str(drafts.with_name("ten.txt"))]) == 2
    assert f"sco-quiz handcheck {drafts}" in capsys.readouterr().err
    (tmp_path / "other.txt").write_text("No drafts yet.", "utf-8")
    assert main(["handcheck", str(tmp_path / "other.txt")]) == 2
    assert "sco-quiz draft" in capsys.readouterr().err
