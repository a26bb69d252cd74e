"""questions/README.md says what the code does: its examples are read, its tables compared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizapp.core.question import Form
from quizapp.packs import articles, read
from quizapp.packs.checking.check import check
from quizapp.packs.checking.finding import ERRORS, ERRORS_WHEN_SHIPPED, RULES
from quizapp.packs.format import limits
from quizapp.packs.format.prompts import FACT_KEYS, PROMPT_KEYS
from quizapp.packs.read import parse_pack

FOLDER = Path(__file__).parents[1] / "questions"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)

HEADER = """format = 1
id = "example"
title = "An example"
version = "1.0.0"
"""
"""What the README's examples leave out: a file's head."""
TOPIC = """
[[topic]]
id = "general"
title = "General"
brief = "What to know before being asked."
"""
"""And, where an example shows no topic of its own, a topic."""

LEFT_OUT = {"no-evidence", "not-checked"}
"""What examples leave out to be short, beside the head of the file."""
FIRST_EXAMPLE = LEFT_OUT | {"no-why", "no-brief"}
"""The README says that check has more to ask of the smallest pack."""


def completed(example: str) -> str:
    """An example as a whole pack."""
    if example.startswith("format ="):
        return example
    return HEADER + ("" if "[[topic]]" in example else TOPIC) + "\n" + example


def section(title: str) -> str:
    """What stands under a heading, up to the next one."""
    _, _, rest = README.partition(f"\n## {title}\n")
    assert rest, f'the README has no section "{title}"'
    return rest.partition("\n## ")[0]


def rows(text: str) -> list[tuple[str, ...]]:
    """The rows of the tables in a text, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    tables = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
    heads = {place - 1 for place, cells in enumerate(tables) if set(cells[0]) == {"-"}}
    rules = {place + 1 for place in heads}
    return [cells for place, cells in enumerate(tables) if place not in heads | rules]


def keys_after(words: str) -> list[str]:
    """The keys in the table behind a line of the section on keys."""
    _, _, rest = section("Every key").partition(f"\n{words}\n")
    assert rest, f'the section has no line "{words}"'
    table = rest.strip().split("\n\n")[0]
    return [cells[0].strip("`") for cells in rows(table)]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 12
    assert README.count("```toml") == len(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_can_be_read(example: str) -> None:
    assert parse_pack(completed(example).encode(), "README.md").questions


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_keeps_the_rules_it_teaches(example: str, tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(completed(example), encoding="utf-8")
    found = check([path], sources=[FOLDER / "sources"]).findings
    allowed = FIRST_EXAMPLE if example == EXAMPLES[0] else LEFT_OUT
    assert [str(one) for one in found if one.rule not in allowed] == []


def test_the_examples_show_every_key_and_every_form() -> None:
    together = "\n".join(EXAMPLES)
    unseen = {
        key
        for key in PROMPT_KEYS | FACT_KEYS
        if not re.search(rf"^ *(?:\[\[?question\.)?{key}(?: =|\])", together, re.MULTILINE)
    }
    assert unseen == set()
    forms = {cells[2].split(",")[0] for cells in rows(section("Every kind of question"))}
    assert forms == {form.value for form in Form}


def test_every_rule_stands_in_the_table_with_its_level_and_a_cure() -> None:
    table = rows(section("What `check` reports"))
    expected = {
        rule: "error"
        if rule in ERRORS
        else "warning; error when shipped"
        if rule in ERRORS_WHEN_SHIPPED
        else "warning"
        for rule in RULES
    }
    assert [(rule.strip("`"), level) for rule, level, _ in table] == sorted(expected.items())
    assert all(cure.endswith(".") and len(cure) > 10 for _, _, cure in table)


def test_every_key_stands_in_the_tables() -> None:
    assert set(keys_after("At the top of the file:")) == read._PACK_KEYS
    assert set(keys_after("In a `[[topic]]`:")) == read._TOPIC_KEYS
    assert set(keys_after("In a `[[question]]`, and in each `[[question.also]]`:")) == PROMPT_KEYS
    assert set(keys_after("In a `[[question]]` alone:")) == FACT_KEYS


def test_the_limits_are_those_of_the_code() -> None:
    def span(pair: tuple[int, int]) -> str:
        return f"{pair[0]} to {pair[1]}"

    def characters(number: int) -> str:
        return f"{number:,} characters"

    assert limits.HINT == limits.WHY == limits.ABOUT
    assert dict(rows(section("Limits"))) == {
        "a pack file": f"{limits.FILE_BYTES // 2**20} MiB",
        "questions in a pack": f"{limits.QUESTIONS:,}",
        "topics in a pack": f"{limits.TOPICS:,}",
        "other wordings of a question": f"{limits.ALSO}",
        "wrong options": span((1, limits.WRONG)),
        "items in a list": span((1, limits.ITEMS)),
        "items to put in order": span(limits.ORDERED),
        "pairs to match": span(limits.PAIRS),
        "gaps in a sentence": span((1, limits.GAPS)),
        "accepted spellings of one answer, item or gap": f"{limits.SPELLINGS}",
        "pieces of evidence of a question": f"{limits.EVIDENCE}",
        "terms in one piece of evidence": span((1, limits.TERMS)),
        "ids in one `needs` or `was`": f"{limits.LINKED}",
        "an id": characters(limits.ID),
        "a title": characters(limits.TITLE),
        "a question, or a sentence with gaps": characters(limits.ASK),
        "an answer or option": characters(limits.OPTION),
        "a unit": characters(limits.UNIT),
        "a hint, a why, or about": characters(limits.HINT),
        "a brief": characters(limits.BRIEF),
        "an article": f"{articles.MAX_ARTICLE_BYTES // 2**20} MiB",
    }


def test_the_table_of_contents_names_every_section() -> None:
    titles = re.findall(r"^## (.+)$", README, re.MULTILINE)
    told = re.findall(r"^\d+\. \[(.+)\]\(#(.+)\)$", README, re.MULTILINE)
    assert [title for title, _ in told] == titles
    for title, anchor in told:
        assert anchor == re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-")


def test_every_option_of_check_is_shown() -> None:
    from quizapp.commands.line import parser

    commands = section("What `check` reports")
    usage = parser("check").parse_args(["check"])
    for option in ("articles", "strict", "report", "json"):
        assert hasattr(usage, option)
        assert f"--{option}" in commands
