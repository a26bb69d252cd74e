"""Hand-checking: what is decided, and what is in the pack then."""

from __future__ import annotations

import pytest
from drafting.sheets import MINE, draft, folder, opened

from quizapp.core.question import Form
from quizapp.drafting.desk.sheet_file import read_sheet
from quizapp.errors import PackError, QuizError
from quizapp.handchecking import HandCheck, files_of
from quizapp.packs.checking.check import check
from quizapp.packs.read import read_pack


def test_an_accepted_draft_is_in_a_pack_that_passes_the_check(drafts, pack) -> None:
    check_ = opened(drafts)
    name = check_.accept()
    question = read_pack(pack).questions[0]
    assert (question.id, str(question.checked)) == (name, "2026-03-02")
    assert question.evidence[0].terms == ("Astana",)
    report = check([pack])
    assert [one for one in report.findings if one.level == "error"] == []
    assert (pack.parent / "sources" / "herald.toml").is_file()


def test_undo_goes_back_to_the_start_and_leaves_no_byte(drafts, pack) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.topic = "one"
    check_.accept()
    check_.next_undecided()
    check_.reject("vague")
    check_.next_undecided()
    check_.keep(check_.draft, check_.look().written.with_text("ask", "What did Tokayev say?"))
    check_.accept()
    assert [one.what for one in read_sheet(drafts).decisions] == ["accept", "reject", "edit"]
    again = opened(drafts)
    for _ in range(3):
        again.undo()
    assert pack.read_bytes() == MINE.encode()
    assert again.progress() == (0, 4, 0)
    with pytest.raises(QuizError, match="nothing left"):
        again.undo()


def test_a_pack_made_for_the_first_question_goes_with_it(drafts, pack) -> None:
    check_ = opened(drafts)
    assert check_.new_pack
    check_.accept()
    assert "# Lines that begin with #" in pack.read_text("utf-8")
    check_.undo()
    assert not pack.exists()


def test_a_question_stands_with_the_others_of_its_topic(drafts, pack) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.topic = "one"
    name = check_.accept()
    assert [one.id for one in read_pack(pack).questions] == ["first", name, "second"]
    text = pack.read_text("utf-8")
    assert text.index("# a word on the first") < text.index(f'id = "{name}"')
    assert text.index(f'id = "{name}"') < text.index("# --- the second part ---")


def test_line_ends_of_the_pack_are_kept(drafts, pack) -> None:
    pack.write_bytes(MINE.replace("\n", "\r\n").encode())
    check_ = opened(drafts)
    check_.accept()
    assert pack.read_bytes().count(b"\n") == pack.read_bytes().count(b"\r\n")
    check_.undo()
    assert pack.read_bytes() == MINE.replace("\n", "\r\n").encode()


def test_what_the_author_edits_meanwhile_is_kept(drafts, pack) -> None:
    check_ = opened(drafts)
    check_.accept()
    edited = pack.read_text("utf-8").replace("# Permanent", "# My own words: permanent")
    pack.write_text(edited, "utf-8")
    check_.next_undecided()
    check_.accept()
    assert "# My own words" in pack.read_text("utf-8")
    check_.undo()
    assert pack.read_text("utf-8") == edited


def test_a_question_the_author_changed_is_not_taken_out(drafts, pack) -> None:
    check_ = opened(drafts)
    check_.accept()
    pack.write_text(pack.read_text("utf-8").replace("The article says so.", "Mine."), "utf-8")
    with pytest.raises(QuizError, match="changed there since"):
        check_.undo()
    assert "Mine." in pack.read_text("utf-8")
    assert check_.progress().decided == 1


def test_a_question_the_author_took_out_can_be_undone(drafts, pack) -> None:
    pack.write_bytes(MINE.encode())
    check_ = opened(drafts)
    check_.accept()
    pack.write_bytes(MINE.encode())
    assert "not in the pack any more" in check_.undo()
    assert check_.progress().decided == 0


def test_a_pack_broken_by_hand_is_told_and_left(drafts, pack) -> None:
    check_ = opened(drafts)
    check_.accept()
    pack.write_text(pack.read_text("utf-8") + "\nnonsense", "utf-8")
    before = pack.read_bytes()
    check_.next_undecided()
    with pytest.raises(QuizError, match=r"^Nothing was done: mend the pack.* ten\.toml:\d+"):
        check_.accept()
    assert pack.read_bytes() == before
    assert check_.progress().decided == 1


def test_errors_block_and_warnings_do_not(drafts) -> None:
    check_ = opened(drafts)
    check_.go_to("quote")
    assert any(
        "must name who said it" in one for one in check_.judged(check_.look().written).errors
    )
    with pytest.raises(QuizError, match="Not accepted"):
        check_.accept()
    check_.go_to("city")
    bare = check_.look().written.with_text("why", "")
    judged = check_.judged(bare)
    assert judged.errors == ()
    assert any("[no-why]" in one for one in judged.warnings)


def test_the_same_checks_as_check_find_duplicates_and_missing_terms(drafts) -> None:
    check_ = opened(drafts)
    written = check_.look().written
    check_.accept()
    assert any("[duplicate]" in one for one in check_.judged(written).errors)
    absent = written.with_text("terms", "Astana | penguin").with_text("ask", "Other?")
    assert any("penguin" in one for one in check_.judged(absent).errors)
    copied = written.with_text("why", "Then leaders of nine countries came. The summit took place.")
    assert any("[copied]" in one for one in check_.judged(copied).errors)


def test_more_from_a_sentence_stand_behind_the_first(drafts) -> None:
    check_ = opened(drafts)
    check_.go_to("member")
    assert check_.hidden() == 1
    assert check_.more() == 1
    assert [one.id for one in check_.order] == ["city", "member", "count", "quote", "tongues"]
    assert check_.draft.id == "count"


def test_a_flag_sifts_the_drafts(drafts) -> None:
    check_ = opened(drafts)
    counts = [check_.sifted(name) for name in ("relative-time", "as-of", "claim", "long")]
    assert counts == [1, 1, 2, 0]
    check_.filter("claim")
    assert [one.id for one in check_.order] == ["member", "quote"]
    check_.filter("")
    assert len(check_.order) == 4


def test_one_goes_on_where_one_stopped(drafts) -> None:
    check_ = opened(drafts)
    check_.reject("trivial")
    assert opened(drafts).draft.id == "member"
    check_ = opened(drafts)
    check_.step(2)
    check_.leave()
    assert opened(drafts).draft.id == "tongues"


def test_a_question_of_ones_own_goes_into_the_pack_and_out_again(drafts, pack) -> None:
    check_ = opened(drafts)
    check_.go_to("tongues")
    written = check_.begin(Form.TYPED, check_.sentence()).with_text("answer", "Chinese")
    written = written.with_text("ask", "Which language of the group is written in characters?")
    name = check_.write(written)
    question = read_pack(pack).questions[0]
    assert question.evidence[0][1:] == (3, ("Chinese",))
    assert check_.progress() == (0, 4, 1)
    assert check_.coverage() == (0, 0, 0, 1)
    assert read_sheet(drafts).decisions[0][:4] == ("write", "tongues", "", name)
    assert "your own question" in check_.undo()


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        (Form.CHOICE, {"ask": "Which city?", "answer": "Astana", "wrong": "Osh | Oral | Almaty"}),
        (Form.TYPED, {"ask": "Which city?", "answer": "Astana"}),
        (Form.TRUE_FALSE, {"ask": "It was in Astana.", "answer": "true", "terms": "Astana"}),
        (Form.NUMBER, {"ask": "How many?", "answer": "9", "terms": "nine", "unit": "leaders"}),
        (Form.DATE, {"ask": "When?", "answer": "2024-07-04", "terms": "Thursday"}),
        (Form.SELECT, {"ask": "Which?", "answer": "Astana | summit", "terms": "Astana | summit"}),
        (Form.ORDER, {"ask": "Order?", "answer": "summit | Astana", "terms": "summit | Astana"}),
        (Form.MATCH, {"ask": "Match?", "answer": "a = Astana | b = summit", "terms": "Astana"}),
        (Form.GAP, {"gap": "It was in {Astana}.", "terms": "Astana"}),
        (Form.MAP, {"ask": "Lit?", "answer": "Astana", "map": "KZ"}),
    ],
)
def test_every_form_can_be_written(drafts, pack, form, texts) -> None:
    check_ = opened(drafts)
    written = check_.begin(form, check_.sentence())
    for key, text in {**texts, "why": "So it was.", "topic": "A new [b]topic[/b]"}.items():
        written = written.with_text(key, text)
    check_.write(written)
    read = read_pack(pack)
    assert read.topics[-1].title == "A new [b]topic[/b]"
    assert len(read.questions) == 1
    check_.undo()
    assert not pack.exists()


# -- files of strangers -----------------------------------------------------------------------


def test_an_article_that_is_another_one_is_told(drafts) -> None:
    (drafts.parent / "ten.txt").write_text("Another\n\nText.", "utf-8")
    with pytest.raises(PackError, match="not the article that the drafts were made from"):
        opened(drafts)


def test_a_source_file_of_another_text_is_told(drafts) -> None:
    check_ = opened(drafts)
    check_.accept()
    source = drafts.parent / "sources" / "herald.toml"
    text = source.read_text("utf-8")
    digest = next(line for line in text.splitlines() if line.startswith("sha256"))
    source.write_text(text.replace(digest, f'sha256 = "{"0" * 64}"', 1), "utf-8")
    with pytest.raises(PackError, match="source file of another text"):
        opened(drafts)


def test_a_source_file_of_the_same_article_is_used_whatever_its_id(drafts, pack) -> None:
    opened(drafts).accept()
    source = drafts.parent / "sources" / "herald.toml"
    other = source.with_name("herald-2024-07-05.toml")
    other.write_text(source.read_text("utf-8").replace('"herald"', f'"{other.stem}"'), "utf-8")
    source.unlink()
    opened(drafts).accept()
    assert read_pack(pack).questions[1].evidence[0].source == other.stem
    assert not source.exists()


def test_a_broken_line_is_told_with_its_number(drafts) -> None:
    lines = drafts.read_text("utf-8").splitlines()
    drafts.write_text("\n".join([lines[0], "{", *lines[1:]]) + "\n", "utf-8")
    with pytest.raises(PackError, match=r"ten\.drafts\.jsonl:2: "):
        opened(drafts)


def test_spans_out_of_the_article_do_no_harm(tmp_path) -> None:
    far = draft("far", "Which?", "Astana", "The summit")._replace(
        sentence=(10_000, 20_000), span=(5, 5), paragraph=99
    )
    check_ = opened(folder(tmp_path / "far", (far,)))
    look = check_.look()
    assert look.written.paragraph == 3
    assert check_.judged(look.written).errors


def test_a_hostile_text_is_never_accepted(tmp_path, drafts) -> None:
    check_ = opened(drafts)
    for bad in ("\x1b[31mred", "turned \u202e round", 'quote """ and \\'):
        written = check_.look().written.with_text("why", bad)
        judged = check_.judged(written)
        assert bool(judged.errors) == ("quote" not in bad)
    check_.keep(check_.draft, written)
    check_.accept()
    assert read_pack(drafts.with_name("ten.toml")).questions[0].why == 'quote """ and \\'


def test_another_window_is_noticed(drafts) -> None:
    one, other = opened(drafts), opened(drafts)
    one.reject("wrong")
    with pytest.raises(QuizError, match="changed by another program"):
        other.accept()
    assert other.progress().decided == 1
    assert other.reject("vague") is None


def test_pack_and_article_can_lie_elsewhere(tmp_path, drafts) -> None:
    article = tmp_path / "elsewhere.txt"
    (drafts.parent / "ten.txt").rename(article)
    place = tmp_path / "packs" / "other.toml"
    check_ = HandCheck(files_of(drafts, place, article), opened_now)
    check_.accept()
    assert read_pack(place).id == "other"
    assert (place.parent / "sources" / "herald.toml").is_file()


def opened_now():
    from drafting.sheets import NOON

    return NOON
