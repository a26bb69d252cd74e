"""Words, articles and source files: what fingerprints are made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import PackError, UsageError
from quizapp.packs.articles import MAX_ARTICLE_BYTES, read_article, split_article, text_hash
from quizapp.packs.sources import make_source, paragraph_of, parse_source, read_source
from quizapp.packs.words import content_words, word_hash, word_list

ARTICLE = (
    "The lake rises\n\nFishers in Ohrid saw 40% more water.\nThey are glad.\n\n\n"
    "“It\u2019s deep!”\n"
)
ADDRESS = "https://example.org/lake"


def source_text(**changes: object) -> str:
    given: dict[str, object] = {
        "text": ARTICLE,
        "id": "lake-2024",
        "title": "The lake rises",
        "publisher": "Example Daily",
        "published": date(2024, 7, 4),
        "address": ADDRESS,
    }
    return make_source(**{**given, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Türkiye\u2019s 10th Member", ["turkiye", "10th", "member"]),
        ("40% of 1,000 and 3.5", ["40", "%", "of", "1000", "and", "3.5"]),
        ("1,2 and 4.7.2024.", ["1", "2", "and", "4", "7", "2024"]),
        ("Trans-Caspian “route”", ["trans", "caspian", "route"]),
        ("the states' O'Brien it's", ["the", "states", "o", "brien", "it"]),
        ("STRASSE Straße ①", ["strasse", "strasse", "1"]),
        ("— …", []),
    ],
)
def test_words_have_one_normal_form(text: str, expected: list[str]) -> None:
    assert list(word_list(text)) == expected


def test_a_word_hash_is_the_start_of_its_sha_256() -> None:
    assert word_hash("belarus") == text_hash("belarus")[:8] == "0b778819"


@given(st.text(max_size=60))
def test_normal_words_stay_as_they_are(text: str) -> None:
    once = word_list(text)
    assert all(
        word_list(word) in ((word,), ()) or word.isdecimal() for word in once if word.isascii()
    )


def test_content_words_leave_out_little_ones_unless_all_are_little() -> None:
    assert content_words("The capital of the SCO") == {"capital", "sco"}
    assert content_words("Who is it") == {"who", "is", "it"}


def test_paragraphs_lie_between_blank_lines_and_the_headline_is_first() -> None:
    assert split_article(ARTICLE) == (
        "The lake rises",
        "Fishers in Ohrid saw 40% more water.\nThey are glad.",
        "“It\u2019s deep!”",
    )


def test_line_ends_of_any_system_split_alike() -> None:
    assert split_article(ARTICLE.replace("\n", "\r\n")) == split_article(ARTICLE)


def test_an_article_reads_the_same_with_other_line_ends_and_a_byte_order_mark(
    tmp_path: Path,
) -> None:
    plain, windows = tmp_path / "plain.txt", tmp_path / "windows.txt"
    plain.write_bytes(ARTICLE.encode())
    windows.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    assert read_article(plain) == read_article(windows) == ARTICLE


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"", 0, "empty"),
        (b" \n\n ", 0, "empty"),
        (b"A\nB\xff", 2, "not UTF-8"),
        (b"A\n\nB\0", 3, "binary"),
        (b"x" * (MAX_ARTICLE_BYTES + 1), 0, "bigger than 1 MiB"),
    ],
)
def test_what_is_no_article_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, line: int, said: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(PackError) as refusal:
        read_article(path)
    (problem,) = refusal.value.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert said in problem.message


def test_a_folder_and_a_missing_file_are_no_articles(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="folder"):
        read_article(tmp_path)
    with pytest.raises(PackError, match="no such file"):
        read_article(tmp_path / "none.txt")


def test_a_source_written_is_read_back_as_the_articles_fingerprint() -> None:
    source = parse_source(source_text().encode(), "lake-2024.toml")
    assert source.sha256 == text_hash(ARTICLE)
    assert source.paragraphs == tuple(map(paragraph_of, split_article(ARTICLE)))
    assert (source.id, source.published) == ("lake-2024", date(2024, 7, 4))
    assert word_hash("ohrid") in source.paragraphs[1].words


def test_a_source_file_holds_no_word_of_the_article_but_its_title() -> None:
    text = source_text(title="About a lake")
    assert not {"fishers", "ohrid", "water", "glad", "deep"} & set(word_list(text))


def test_the_same_article_makes_the_same_file() -> None:
    assert source_text() == source_text()


def test_word_order_and_repetition_leave_no_trace_in_the_words() -> None:
    assert paragraph_of("a lake a sea").words == paragraph_of("sea lake a").words


def test_quote_marks_and_backslashes_in_a_title_survive() -> None:
    title = 'The "great" \\ lake'
    assert parse_source(source_text(title=title).encode(), "x").title == title


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "Lake 2024"}, '"id"'),
        ({"id": "aux"}, "keeps for a device"),
        ({"title": " "}, '"title"'),
        ({"title": "a\x1b[31mb"}, '"title"'),
        ({"publisher": ""}, '"publisher"'),
        ({"address": "ftp://example.org"}, '"address"'),
        ({"address": "https://example.org/a b"}, '"address"'),
        ({"text": "Headline only"}, "no paragraph after its headline"),
    ],
)
def test_what_cannot_stand_in_a_source_is_refused(changes: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        source_text(**changes)


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("format = 1", "format = 2", 2, "newer sco-quiz"),
        ("format = 1", 'format = "1"', 2, "must be 1"),
        ('id = "lake-2024"', 'id = "Lake"', 3, "is not an id"),
        ('publisher = "Example Daily"', 'publisherr = "x"', 5, 'did you mean "publisher"'),
        ('publisher = "Example Daily"', "", 0, '"publisher" is missing'),
        ("published = 2024-07-04", 'published = "2024-07-04"', 6, "without quote marks"),
        ("published = 2024-07-04", "published = 2024-07-04T10:00:00", 6, "must be a date"),
        ("https://example.org/lake", "example.org", 7, "must be an address"),
        ('hash = "sha256/8"', 'hash = "md5"', 9, 'must be "sha256/8"'),
        ("# 1\nsha256", "# 1\nsha265", 20, 'did you mean "sha256"'),
        ('words = [\n  "', 'words = [\n  "A', 14, "sorted hashes"),
    ],
)
def test_a_source_file_that_is_unfit_is_refused_with_its_line(
    old: str, new: str, line: int, said: str
) -> None:
    text = source_text()
    assert old in text
    with pytest.raises(PackError) as refusal:
        parse_source(text.replace(old, new, 1).encode(), "lake.toml")
    assert any(
        (problem.line, problem.path) == (line, "lake.toml") and said in problem.message
        for problem in refusal.value.problems
    ), refusal.value


def test_every_problem_of_a_source_file_is_told_at_once() -> None:
    text = source_text().replace('"lake-2024"', "7").replace("2024-07-04", "true")
    with pytest.raises(PackError) as refusal:
        parse_source(text.encode(), "lake.toml")
    assert [problem.line for problem in refusal.value.problems] == [3, 6]


@given(st.binary(max_size=200))
def test_reading_a_source_raises_a_pack_error_or_nothing(data: bytes) -> None:
    with pytest.raises(PackError):
        parse_source(data, "any.toml")


def test_a_missing_source_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file"):
        read_source(tmp_path / "none.toml")
