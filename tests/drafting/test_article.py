"""What an article is taken apart into: blocks, sentences, page remains, and their places."""

import time

import pytest
from drafting.articles import MOON, UNION
from hypothesis import given
from hypothesis import strategies as st

from quizapp.drafting.text.article import fold, look_at
from quizapp.drafting.text.remains import is_remains
from quizapp.packs.articles import split_article


@pytest.mark.parametrize("text", [MOON, UNION, "\n\nTitle\n \nOne.\nTwo.\n\n\nThree.\n"])
def test_blocks_are_numbered_as_evidence_counts_them(text):
    blocks = look_at(text).blocks
    assert [fold(one).split() for one in split_article(text)] == [
        one.text.split() for one in blocks
    ]
    assert [one.number for one in blocks] == list(range(len(blocks)))


@given(st.text())
def test_offsets_hold_in_the_raw_text(text):
    article = look_at(text)
    assert len(article.plain) == len(text)
    assert len(article.blocks) == len(split_article(text.replace("\r", "\n"))) or "\r" in text
    for one in article.sentences:
        assert article.plain[one.start : one.end].replace("\n", " ") == one.text


def test_quotation_marks_are_folded_one_to_one():
    assert fold("“a” ‘b’ c – d") == "\"a\" 'b' c – d"


def test_a_sentence_ends_behind_its_closing_mark():
    article = look_at('T\n\n"We land." The U.S. Navy waits. Dr. No came at 3.5 p.m. today.\n')
    assert [one.text for one in article.sentences] == [
        '"We land."',
        "The U.S. Navy waits.",
        "Dr. No came at 3.5 p.m. today.",
    ]


def test_a_sentence_inside_a_long_quotation_is_known_as_such():
    article = look_at('T\n\n"We land. We look around. We leave," the crew said. It left.\n')
    assert [one.inside for one in article.sentences] == [False, True, True, False]


@pytest.mark.parametrize(
    "block",
    [
        "Read more: the race to the Moon",
        "Share this on Facebook",
        "© 2024 The Herald. All rights reserved.",
        "(Reporting by the Herald in London; Editing by the desk)",
        "Photo: NASA/Getty Images",
        "We use cookies to improve your experience on this site.",
        "Sign up for our newsletter",
        "1 of 4. People walk past the building in Mumbai.",
        "Belarus new member",
        "https://example.org/a",
        "* * *",
    ],
)
def test_what_a_page_leaves_behind_is_no_paragraph(block):
    assert is_remains(block)


@pytest.mark.parametrize(
    "block",
    ["It rained.", "Share prices rose by 2 percent in London on Monday.", "“We land,” it said."],
)
def test_short_paragraphs_are_kept(block):
    assert not is_remains(block)


def test_marks_of_markdown_are_blanked_where_they_stand():
    article = look_at("# Title\n\nThe **EU** has [28](x.html) member states.\n", markdown=True)
    assert article.sentences[0].text.split() == ["The", "EU", "has", "28", "member", "states."]


@pytest.mark.parametrize("unit", ["[", "](", "![", "[a](", "(", '"', "*", "_", "`", "<", "&", "1"])
def test_a_paragraph_of_signs_alone_takes_no_longer_than_its_length_allows(unit):
    text = f"Headline\n\n{unit * (100_000 // len(unit))}\n\nThe summit was held in Astana.\n"
    began = time.process_time()
    article = look_at(text, markdown=True)
    # Looking ahead to the end from each sign took tens of seconds.
    assert time.process_time() - began < 5
    assert article.sentences[-1].text == "The summit was held in Astana."
