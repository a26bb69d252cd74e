"""The bench of drafting: its arithmetic, its sheets, and that its data fit together."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from quizapp.drafting.drafts import FLAGS

BENCH = Path(__file__).parent.parent / "bench"
sys.path[:0] = [str(BENCH)]

import articles  # noqa: E402
import judged  # noqa: E402
import sheets  # noqa: E402
from judged import Judgement, Seen  # noqa: E402


def said(key: str, verdict: str = "good", judge: str = "a", **more: object) -> Judgement:
    row = {"key": key, "article": "x", "verdict": verdict, "answer": "true", "options": "ok"}
    return judged.judgement({**row, "judge": judge, **more})


def by_key(*several: Judgement) -> dict[str, Judgement]:
    return judged.merged(several)


def test_a_key_holds_while_the_reader_sees_the_same() -> None:
    one = judged.key("a", "Who?", "Ann", ("Bob", "Cid"))
    assert one == judged.key("a", "Who?", "Ann", ("Cid", "Bob"))
    others = [
        judged.key("b", "Who?", "Ann", ("Bob", "Cid")),
        judged.key("a", "Who then?", "Ann", ("Bob", "Cid")),
        judged.key("a", "Who?", ("Ann",), ("Bob", "Cid")),
        judged.key("a", "Who?", "Ann", ("Bob",)),
    ]
    assert len({one, *others}) == 5


def test_a_tally_counts_only_what_was_judged() -> None:
    opinions = by_key(said("1"), said("2", "rubbish", answer="false"), said("9"))
    counted = judged.tally(["1", "2", "3"], opinions)
    assert (counted.drafts, counted.judged) == (3, 2)
    assert counted.verdicts == {"good": 1, "edit": 0, "rubbish": 1}
    assert counted.answers["false"] == 1
    both = judged.total([counted, counted])
    assert (both.drafts, both.options["ok"]) == (6, 4)


def test_the_majority_decides_and_the_worse_of_two_that_are_as_many() -> None:
    three = by_key(said("1"), said("1", "good", "b"), said("1", "rubbish", "c"))
    assert three["1"].verdict == "good"
    two = by_key(
        said("1", "good", answer="true", options="none"),
        said("1", "edit", "b", answer="unsupported", options="bad"),
    )
    assert (two["1"].verdict, two["1"].answer, two["1"].options) == ("edit", "unsupported", "bad")


def test_a_flaw_or_fact_counts_where_more_than_half_named_it() -> None:
    merged = by_key(
        said("1", flaws=["claim", "long"], facts=["f01"]),
        said("1", judge="b", flaws=["claim"], facts=["f02"]),
    )
    assert merged["1"].flaws == ("claim",)
    assert merged["1"].facts == ()


def test_rubbish_and_untrue_drafts_cover_nothing() -> None:
    opinions = by_key(
        said("1", "edit", facts=["f01", "f02"]),
        said("2", "rubbish", facts=["f03"]),
        said("3", answer="unsupported", facts=["f04"]),
    )
    assert judged.covered(["1", "2", "3", "4"], opinions) == {"f01", "f02"}
    assert judged.covered(["2"], opinions) == set()


def test_flags_are_compared_with_what_readers_found() -> None:
    opinions = by_key(
        said("1", flaws=["claim", "vague"]), said("2", flaws=["claim", "vague"]), said("3")
    )
    drafts = [
        Seen("1", frozenset({"claim", "vague", "long"})),
        Seen("2", frozenset({"claim"})),
        Seen("3", frozenset({"as-of"})),
        Seen("4", frozenset({"claim"})),
    ]
    assert judged.flagging(drafts, opinions) == (2, 1, 2, 5, 2)


def test_each_flag_is_counted_where_it_is_deserved_missed_and_needless() -> None:
    opinions = {
        "1": said("1")._replace(flaws=("vague", "claim")),
        "2": said("2")._replace(flaws=("vague",)),
    }
    drafts = [
        judged.Seen("1", frozenset({"vague", "long"})),
        judged.Seen("2"),
        judged.Seen("3", frozenset({"long"})),
    ]
    assert judged.by_flag(drafts, opinions) == {
        "vague": (2, 1, 0),
        "claim": (1, 1, 0),
        "long": (0, 0, 1),
    }


def test_kappa_is_that_of_a_table_worked_out_by_hand() -> None:
    pairs = [("good", "good")] * 20 + [("good", "edit")] * 5
    pairs += [("edit", "good")] * 10 + [("edit", "edit")] * 15
    judgements = [
        said(str(number), verdict, judge)
        for number, pair in enumerate(pairs)
        for judge, verdict in zip("ab", pair, strict=True)
    ]
    assert judged.kappa(judgements, "verdict") == pytest.approx(0.4)


def test_kappa_of_judges_who_share_no_draft_or_never_differ_is_unknown() -> None:
    assert judged.kappa([said("1"), said("2", judge="b")], "verdict") is None
    assert judged.kappa([said("1"), said("1", judge="b")], "verdict") is None


def test_kappa_weighs_each_pair_of_judges_by_what_both_judged() -> None:
    rows = [said("1"), said("2", "edit"), said("1", judge="b"), said("2", "edit", "b")]
    rows += [said("1", "edit", "c"), said("2", "good", "c")]
    assert judged.kappa(rows, "verdict") == pytest.approx((1 * 2 - 1 * 2 - 1 * 2) / 6)


def test_judgements_are_read_back_and_the_last_of_a_judge_stands(tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    rows = [said("1", flaws=["claim"]), said("1", "edit"), said("1", "rubbish", "b")]
    file.write_text("".join(map(judged.line, rows)), "utf-8")
    assert judged.read(file) == rows[1:]
    assert judged.read(tmp_path / "none.jsonl") == []


def test_a_broken_judgement_is_named_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    file.write_text(judged.line(said("1")) + judged.line(said("2", "superb")), "utf-8")
    with pytest.raises(ValueError, match=r"judgements\.jsonl:2: .*superb"):
        judged.read(file)


ARTICLE = next(one for one in articles.articles() if one.name == "altar-stone")


def sheet(folder: Path) -> tuple[Path, Path]:
    drafts = [
        sheets.Asked("b" * 16, "Who?", "Ann", ("Bob",), "Cid", "2024-03"),
        sheets.Asked("a" * 16, "When?", "2024", ()),
    ]
    written = sheets.write(folder, ARTICLE, drafts)
    assert written
    return written


def test_a_sheet_shows_article_facts_and_drafts_in_the_order_of_their_keys(tmp_path: Path) -> None:
    page = sheet(tmp_path)[0].read_text("utf-8")
    assert page.index("a" * 16) < page.index("b" * 16)
    assert "[1] " in page
    assert "f01: " in page
    assert "Wrong options: Bob" in page
    assert "Said by: Cid" in page
    assert not [word for word in ("score", "lexical", "few-wrong") if word in page]


def test_answers_come_back_without_those_left_open(tmp_path: Path) -> None:
    file = sheet(tmp_path)[1]
    filled = json.loads(file.read_text("utf-8"))
    filled["answers"][0] |= {"verdict": "good", "answer": "true", "options": "none"}
    filled["answers"][0] |= {"flaws": ["few-wrong"], "facts": ["f01"]}
    file.write_text(json.dumps(filled), "utf-8")
    (one,) = sheets.take(file, "a", FLAGS, ["f01"])
    assert (one.key, one.article, one.judge) == ("a" * 16, ARTICLE.name, "a")
    assert (one.flaws, one.facts) == (("few-wrong",), ("f01",))


@pytest.mark.parametrize(
    "mistake",
    [{"verdict": "fine"}, {"flaws": ["ugly"]}, {"facts": ["f99"]}, {"mood": "bad"}],
    ids=str,
)
def test_an_answer_that_cannot_be_used_is_named(tmp_path: Path, mistake: dict[str, object]) -> None:
    file = sheet(tmp_path)[1]
    filled = json.loads(file.read_text("utf-8"))
    right = {"verdict": "good", "answer": "true", "options": "none"}
    filled["answers"][0] |= right | mistake
    file.write_text(json.dumps(filled), "utf-8")
    with pytest.raises(ValueError, match="a" * 16):
        sheets.take(file, "a", FLAGS, ["f01"])


def test_answers_that_were_filled_in_are_never_overwritten(tmp_path: Path) -> None:
    sheet(tmp_path)
    with pytest.raises(FileExistsError):
        sheet(tmp_path)


@pytest.mark.parametrize("article", articles.articles(), ids=lambda one: one.name)
def test_every_fact_stands_in_its_article(article: articles.Article) -> None:
    blocks = articles.paragraphs(article.file)
    known = article.facts
    assert len({fact.id for fact in known}) == len(known) >= 10
    for fact in known:
        assert fact.sentence in blocks[fact.paragraph - 1], fact
    assert 350 <= articles.words(article.file) <= 1200


def test_a_page_is_read_without_its_menus_and_scripts() -> None:
    page = next(one.file for one in articles.articles() if one.file.suffix == ".html")
    text = "\n".join(articles.paragraphs(page))
    assert "Kelvin Kiptum of Kenya won" in text
    assert not [word for word in ("dataLayer", "font-family", "Privacy", "<p") if word in text]


def test_every_kept_judgement_is_of_an_article_with_known_flags_and_facts() -> None:
    known = {one.name: [fact.id for fact in one.facts] for one in articles.articles()}
    for one in judged.read(articles.FOLDER / "judgements.jsonl"):
        assert not judged.fault(one._asdict(), FLAGS, known[one.article]), one


def test_the_reader_s_guide_explains_every_flag_and_word() -> None:
    guide = (articles.FOLDER / "judging.md").read_text("utf-8")
    words = [*FLAGS, *judged.VERDICTS, *judged.ANSWERS, *judged.OPTIONS]
    assert not [word for word in words if f"`{word}`" not in guide]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The bench as a module, its drafting command replaced by one that makes two drafts."""
    spec = importlib.util.spec_from_file_location("drafting_bench", BENCH / "drafting.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    drafter = tmp_path / "drafter.py"
    drafter.write_text(DRAFTER, "utf-8")
    monkeypatch.setattr(module, "COMMAND", sys.executable)
    command = module.command
    monkeypatch.setattr(
        module, "command", lambda *given: [sys.executable, str(drafter), *command(*given)[1:]]
    )
    return module


DRAFTER = """
import sys
from pathlib import Path
from quizapp.drafting.drafts import Draft, Flag, Heading, Sheet
from quizapp.drafting.desk.sheet_file import write_sheet

def one(name, more):
    flags = (Flag("few-wrong"),)
    return Draft(name, "name", "lexical", f"Who is {name}?", "Ann", 1, (0, 9), (0, 3), ("Ann",),
                 flags=flags, score=0.5, more=more)

sheet = Sheet(Heading(sys.argv[2], "0" * 64, "s"), (one("late", True), one("early", False)))
write_sheet(Path(sys.argv[sys.argv.index("-o") + 1]), sheet)
"""


def run(bench: ModuleType, monkeypatch: pytest.MonkeyPatch, *argv: str) -> None:
    monkeypatch.setattr(sys, "argv", ["drafting.py", "--only", ARTICLE.name, *argv])
    bench.main()


def test_the_bench_goes_from_drafts_by_a_sheet_and_answers_to_measures(
    bench: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder, kept = tmp_path / "sheets", tmp_path / "judgements.jsonl"
    store = ("--judgements", str(kept))
    run(bench, monkeypatch, *store, "--sheet", str(folder))
    answers = folder / f"{ARTICLE.name}.answers.json"
    filled = json.loads(answers.read_text("utf-8"))
    early = judged.key(ARTICLE.name, "Who is early?", "Ann", ())
    for row in filled["answers"]:
        if row["key"] == early:
            row |= {"verdict": "edit", "answer": "true", "options": "none"}
            row |= {"flaws": ["few-wrong"], "facts": ["f01"]}
    answers.write_text(json.dumps(filled), "utf-8")
    run(bench, monkeypatch, *store, "--read", str(answers), "--judge", "a")
    capsys.readouterr()
    run(bench, monkeypatch, *store, "--top", "1", "--runs", "0")
    table = {line[:50].strip(): line[50:].strip() for line in capsys.readouterr().out.splitlines()}
    assert table["first 1: edit"].startswith("100.0 %  (1 of 1)")
    assert table["first 1: not judged"].startswith("0.0 %")
    assert table["all drafts: not judged"].startswith("50.0 %  (1 of 2)")
    assert table["facts covered, all drafts"].startswith("5.0 %  (1 of 20)")
    assert table["flawed drafts with all flags they deserve"].startswith("100.0 %")
    assert table["same input, same bytes"].startswith("100.0 %")
    run(bench, monkeypatch, *store, "--sheet", str(tmp_path / "more"))
    assert early not in (tmp_path / "more" / f"{ARTICLE.name}.md").read_text("utf-8")
