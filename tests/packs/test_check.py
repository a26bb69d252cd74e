"""The whole check: paths in, one report out."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.packs.checking.check import check
from quizapp.packs.checking.finding import ERRORS, RULES, Finding
from quizapp.packs.checking.report import Report
from quizapp.packs.sources import make_source

ARTICLE = """Belarus joins

After long talks Belarus became the 10th member on Thursday in Astana.

Fourteen partners were there as guests of the hosts.
"""

HEAD = 'format = 1\nid = "{id}"\ntitle = "Pack"\nversion = "1.0.0"\n'
TOPIC = '[[topic]]\nid = "t"\ntitle = "Topic"\nbrief = "What to know."\n'
QUESTION = """
[[question]]
id = "tenth"
ask = "Which country became the tenth member on 4 July 2024?"
answer = "Belarus"
wrong = ["Mongolia", "Türkiye", "Armenia"]
why = "It was admitted on the second day."
checked = 2024-08-01
evidence = { source = "news", paragraph = 1, terms = ["Belarus", "10th member"] }
"""
BY_ADDRESS = """
[[question]]
id = "capital"
ask = "What is the capital of Belarus?"
answer = "Minsk"
why = "It is the seat of its government."
checked = 2024-08-01
evidence = { source = "https://example.org/minsk" }
"""


def source_text(
    source_id: str = "news", article: str = ARTICLE, title: str = "Belarus joins"
) -> str:
    return make_source(article, source_id, title, "News", date(2024, 7, 4), "https://example.org/a")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good pack, its source, and the article in a folder of its own."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "articles").mkdir()
    write(tmp_path / "pack.toml", HEAD.format(id="pack"), TOPIC, QUESTION, BY_ADDRESS)
    write(tmp_path / "sources" / "news.toml", source_text())
    write(tmp_path / "articles" / "any name.txt", ARTICLE)
    return tmp_path


def write(path: Path, *parts: str) -> Path:
    path.write_text("\n".join(parts), encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new))


def found(report: Report, rule: str) -> Finding:
    (finding,) = [finding for finding in report.findings if finding.rule == rule]
    return finding


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_a_good_pack_has_no_findings_and_is_counted(folder: Path) -> None:
    report = check([folder], articles=folder / "articles", shipped=folder)
    assert report.findings == ()
    (summary,) = report.packs
    assert (summary.id, summary.path) == ("pack", str(folder / "pack.toml"))
    assert (summary.questions, summary.cited, summary.by_address) == (2, 1, 1)


def test_a_file_and_its_folder_are_checked_once(folder: Path) -> None:
    report = check([folder, folder / "pack.toml", folder / "sources" / "news.toml"])
    assert report.findings == ()
    assert len(report.packs) == 1


def test_every_problem_of_an_unreadable_pack_is_a_finding(folder: Path) -> None:
    change(folder / "pack.toml", 'answer = "Belarus"', "answerr = 1")
    change(folder / "pack.toml", 'answer = "Minsk"', 'answer = ""')
    report = check([folder])
    assert set(rules(report)) == {"unreadable"}
    assert report.errors == len(report.findings) >= 2
    assert {finding.question for finding in report.findings} == {"tenth", "capital"}
    assert all(finding.line > 1 for finding in report.findings)
    assert report.packs == ()


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    report = check([tmp_path / "none.toml"])
    assert rules(report) == ["unreadable"]


def test_a_folder_without_packs_is_a_finding(tmp_path: Path) -> None:
    assert "no pack" in found(check([tmp_path]), "unreadable").message


def test_a_broken_source_in_the_folder_is_told_once_with_its_line(folder: Path) -> None:
    change(folder / "sources" / "news.toml", "published = 2024-07-04", 'published = "then"')
    finding = found(check([folder]), "unreadable")
    assert finding.path.endswith("news.toml")
    assert finding.line == 6


def test_two_packs_with_one_id_are_an_error(folder: Path) -> None:
    write(folder / "second.toml", HEAD.format(id="pack"), TOPIC, QUESTION)
    finding = found(check([folder]), "pack-twice")
    assert (finding.path, finding.level) == (str(folder / "second.toml"), "error")
    assert "pack.toml" in finding.message


def test_a_question_of_another_pack_is_a_duplicate(folder: Path) -> None:
    write(folder / "second.toml", HEAD.format(id="second"), TOPIC, QUESTION)
    finding = found(check([folder]), "duplicate")
    assert finding.path == str(folder / "second.toml")
    assert "pack.toml:" in finding.message


def test_a_source_that_has_no_file_is_told_once(folder: Path) -> None:
    (folder / "sources" / "news.toml").unlink()
    finding = found(check([folder]), "source-unknown")
    assert finding.question == "tenth"
    assert str(folder / "sources") in finding.message


def test_sources_are_found_in_the_further_folders(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (folder / "sources").rename(elsewhere)
    assert "source-unknown" in rules(check([folder]))
    assert check([folder], sources=[elsewhere]).findings == ()


def test_two_sources_of_one_id_that_differ_are_an_error(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere / "news.toml", source_text())
    assert check([folder], sources=[elsewhere]).findings == ()
    write(elsewhere / "news.toml", source_text(title="Another title"))
    finding = found(check([folder], sources=[elsewhere]), "source-twice")
    assert finding.path == str(elsewhere / "news.toml")


def test_a_source_file_is_named_by_its_id(folder: Path) -> None:
    write(folder / "sources" / "other.toml", source_text("daily"))
    assert "daily.toml" in found(check([folder]), "source-name").message


def test_evidence_is_checked_against_the_source(folder: Path) -> None:
    change(folder / "pack.toml", "paragraph = 1", "paragraph = 2")
    report = check([folder])
    assert set(rules(report)) == {"term-missing"}
    assert report.errors == 2


def test_a_fingerprint_that_does_not_fit_the_article_is_an_error(folder: Path) -> None:
    path = folder / "sources" / "news.toml"
    before = path.read_text(encoding="utf-8")
    forged = source_text(article=ARTICLE.replace("Astana", "Minsk"))
    own = before.split("sha256 = ")[1].split("\n")[0]
    write(path, forged.replace(forged.split("sha256 = ")[1].split("\n")[0], own))
    assert check([folder]).findings == ()
    finding = found(check([folder], articles=folder / "articles"), "fingerprint")
    assert (finding.level, finding.path) == ("error", str(path))
    assert "paragraph 1 " in finding.message


def test_an_article_that_is_not_at_hand_is_a_warning(folder: Path) -> None:
    (folder / "articles" / "any name.txt").write_bytes(b"\xff\x00 a picture")
    finding = found(check([folder], articles=folder / "articles"), "article-missing")
    assert finding.level == "warning"


def test_an_articles_words_are_found_only_with_the_article_at_hand(folder: Path) -> None:
    change(folder / "pack.toml", "It was admitted", "After long talks Belarus became the guest")
    assert "copied" not in rules(check([folder]))
    finding = found(check([folder], articles=folder / "articles"), "copied")
    assert (finding.level, finding.question) == ("error", "tenth")
    assert '"After long talks Belarus became the"' in finding.message


def test_briefs_are_compared_with_articles_too(folder: Path) -> None:
    change(
        folder / "pack.toml", "What to know.", "There were partners there as guests of the hosts."
    )
    finding = found(check([folder], articles=folder / "articles"), "copied")
    assert '"brief" of topic "t"' in finding.message


def test_a_folder_of_articles_that_is_not_there_is_the_callers_mistake(folder: Path) -> None:
    with pytest.raises(UsageError, match="folder of articles"):
        check([folder], articles=folder / "none")


def test_a_link_to_itself_is_a_finding(tmp_path: Path) -> None:
    loop = tmp_path / "loop.toml"
    try:
        loop.symlink_to(loop)
    except OSError:
        pytest.skip("this system makes no links")
    assert rules(check([loop])) == ["unreadable"]


def test_shipped_packs_must_cite_and_be_checked(folder: Path) -> None:
    change(folder / "pack.toml", "checked = 2024-08-01\n", "")
    report = check([folder])
    assert (report.errors, report.warnings) == (0, 2)
    report = check([folder], shipped=folder)
    assert (report.errors, report.warnings) == (2, 0)


def test_findings_are_in_the_order_of_files_and_lines(folder: Path) -> None:
    change(folder / "pack.toml", "checked = 2024-08-01\n", "")
    write(
        folder / "another.toml", HEAD.format(id="another"), TOPIC.replace('"T', '"A  t'), QUESTION
    )
    places = [(finding.path, finding.line) for finding in check([folder]).findings]
    assert places == sorted(places)
    assert len({path for path, _ in places}) == 2


def test_the_report_is_made_of_json_values(folder: Path) -> None:
    change(folder / "pack.toml", "checked = 2024-08-01\n", "")
    report = check([folder])
    told = json.loads(json.dumps(report.to_json()))
    assert (told["errors"], told["warnings"]) == (0, 2)
    assert told["packs"][0]["by_address"] == 1
    assert told["findings"][0].keys() == set(Finding.__dataclass_fields__)
    assert "pack.toml:" in str(report.findings[0])


def test_progress_grows_and_reaches_its_end(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    check([folder], progress=lambda done, steps: told.append((done, steps)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({steps for _, steps in told}) == 1


def test_what_a_terminal_would_obey_is_escaped(tmp_path: Path) -> None:
    report = check([tmp_path / "a\x1b[31m\nb.toml"])
    assert all(str(finding).isprintable() for finding in report.findings)
    assert len(report.findings) == 1


WRONG_IN_EVERY_WAY = """
[[question]]
id = "a"
ask = "Who is  the Russian president, a man in Astana now"
answer = "The man of Astana"
wrong = ["Kazakhstan", "Astana"]
hint = "The man of Astana, a so-called host."
evidence = [
  { source = "news", paragraph = 9, terms = ["Belarus"] },
  { source = "news", paragraph = 1, terms = ["Ohrid"] },
  { source = "unknown", paragraph = 1, terms = ["Ohrid"] },
]

[[question]]
id = "b"
ask = "How many members does the SCO have?"
answer = 10
wrong = [11, 20, 30]
within = 1
evidence = { source = "news", paragraph = 1, terms = ["Astana"] }

[[question]]
id = "c"
ask = "Which city hosted the great summit of heads of state in July 2024?"
answer = "The capital of the north of the country"
wrong = ["Türkiye", "Turkey", "All of the above"]
why = "It became the 10th member on Thursday in Astana."

[[question]]
id = "d"
ask = "Which city hosted the great summit of all heads of state in July 2024?"
answer = "The capital of the north of the country"

[[question]]
id = "e"
ask = "Which city hosted the great summit of heads of state in July 2024?"
answer = "The capital of the north of the country"
"""


def test_a_pack_wrong_in_every_way_breaks_every_rule(folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere / "news.toml", source_text(title="Another"))
    write(elsewhere / "lost.toml", source_text("lost", ARTICLE + "\nMore.\n"))
    write(folder / "sources" / "misnamed.toml", source_text("named"))
    forged = source_text("forged").replace("words = [\n", 'words = [\n  "00000000",\n', 1)
    write(folder / "sources" / "forged.toml", forged)
    lengths = "".join(
        f'[[question]]\nid = "n{n}"\nask = "Which is {n}?"\nanswer = "{right}"\n'
        f'wrong = ["Bbbb{n}", "Cccc{n}", "Dddd{n}"]\n'
        for n, right in enumerate(["Aaaaaaa"] * 13 + ["Aaa"] * 13)
    )
    lost = QUESTION.replace('"news"', '"lost"').replace('"tenth"', '"lost"')
    bare = TOPIC.replace('brief = "What to know."\n', "")
    write(folder / "wrong.toml", HEAD.format(id="wrong"), bare, WRONG_IN_EVERY_WAY, lengths, lost)
    write(folder / "twice.toml", HEAD.format(id="pack"), TOPIC, QUESTION)
    write(folder / "broken.toml", "format = one")
    report = check([folder], articles=folder / "articles", sources=[elsewhere])
    assert set(rules(report)) == set(RULES)
    assert {finding.rule for finding in report.findings if finding.level == "error"} == ERRORS
    assert all(str(finding).isprintable() for finding in report.findings)
