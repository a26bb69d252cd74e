"""Pages saved from a browser."""

import sys

import pytest

from quizapp.drafting.text.reading import read
from quizapp.errors import PackError, UsageError

BODY = (
    "<p>Croatia joined the European Union on 1 July 2013, ten years after it had applied to join."
    " It was the second of the former Yugoslav republics to do so, after Slovenia.</p>"
    "<p>The European Union has had 27 member states since the United Kingdom left it in January"
    " 2020. The Council meets in Brussels and in Luxembourg several times a year.</p>"
)
PAGE = (
    "<!doctype html><html><head><title>Croatia joins</title></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Croatia joins</h1>"
    f"{BODY}</article><footer>Cookie notice</footer></body></html>"
)


def test_without_the_package_a_sentence_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = tmp_path / "a.html"
    page.write_text(PAGE, encoding="utf-8")
    with pytest.raises(UsageError, match=r"sco-quiz\[html\]"):
        read(page)


class TestWithThePackage:
    @pytest.fixture(autouse=True)
    def _package(self):
        pytest.importorskip("trafilatura")

    def test_a_pages_text_is_kept_beside_it(self, tmp_path):
        page = tmp_path / "a.html"
        page.write_text(PAGE, encoding="utf-8")
        reading = read(page)
        assert reading.path == tmp_path / "a.txt"
        assert reading.path.read_text(encoding="utf-8") == reading.text
        assert reading.text.startswith("Croatia joins\n\nCroatia joined the European Union")
        assert "Cookie" not in reading.text
        assert read(page) == reading

    def test_another_text_beside_it_is_left_alone(self, tmp_path):
        page = tmp_path / "a.html"
        page.write_text(PAGE, encoding="utf-8")
        (tmp_path / "a.txt").write_text("Mine", encoding="utf-8")
        with pytest.raises(UsageError, match="another text stands"):
            read(page)

    def test_a_page_without_an_article_is_refused(self, tmp_path):
        page = tmp_path / "a.html"
        page.write_text("<html><body></body></html>", encoding="utf-8")
        with pytest.raises(PackError, match="no article was found"):
            read(page)
