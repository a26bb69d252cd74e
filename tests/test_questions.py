"""The shipped packs: every one passes check, and what was published keeps its ids."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.core import ladder
from quizapp.core.question import Form, Pack
from quizapp.packs.checking.check import check
from quizapp.packs.read import read_pack
from quizapp.wiring import TAUGHT, Places, open_study, shipped_packs

FOLDER = Path(__file__).parents[1] / "questions"
PACKS = sorted(FOLDER.glob("*.toml"))


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    return {path.stem: read_pack(path) for path in PACKS}


def test_there_are_packs() -> None:
    assert [path.stem for path in PACKS] == ["astana-2024", "sco-basics", "sco-map"]


def test_every_shipped_pack_passes_the_check() -> None:
    report = check([FOLDER], articles=None, sources=[], shipped=FOLDER)
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.parametrize(
    ("pack", "questions", "topics"),
    [("astana-2024", 120, 8), ("sco-basics", 100, 8), ("sco-map", 50, 5)],
)
def test_a_pack_is_whole(packs: dict[str, Pack], pack: str, questions: int, topics: int) -> None:
    assert len(packs[pack].questions) >= questions
    assert len(packs[pack].topics) >= topics


def test_every_topic_has_a_brief_of_a_page_at_most(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        for topic in pack.topics:
            assert 80 <= len(topic.brief.split()) <= 200, (pack.id, topic.id)


def test_every_question_has_evidence_and_a_date_of_its_hand_check(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        for question in pack.questions:
            assert question.evidence, question.id
            assert question.checked, question.id
            assert question.why, question.id


def test_every_form_is_used_at_least_twice_for_the_summit(packs: dict[str, Pack]) -> None:
    forms: Counter[Form] = Counter()
    pack = packs["astana-2024"]
    for question in pack.questions:
        for prompt in question.prompts:
            for recall in (False, True):
                asked = ladder.put(pack.id, question, prompt, recall=recall, seed=1)
                forms[asked.form] += 1
    assert {form: forms[form] for form in Form if forms[form] < 2} == {}


def test_the_right_option_is_neither_the_longest_nor_the_shortest_too_often(
    packs: dict[str, Pack],
) -> None:
    for pack in packs.values():
        longest = shortest = 0
        chance = 0.0
        for question in pack.questions:
            answer = question.prompts[0].answer
            wrong = getattr(answer, "wrong", ())
            text = getattr(answer, "text", "")
            if not text or not wrong:
                continue
            lengths = [len(option) for option in wrong]
            longest += len(text) > max(lengths)
            shortest += len(text) < min(lengths)
            chance += 1 / (len(wrong) + 1)
        assert longest <= 1.2 * chance, pack.id
        assert shortest <= 1.2 * chance, pack.id


def test_every_pack_has_its_place_in_the_order_of_teaching() -> None:
    assert sorted(TAUGHT) == [path.stem for path in PACKS]


def test_the_first_ten_questions_tell_what_the_sco_is(tmp_path: Path) -> None:
    where = Places(
        tmp_path / "quiz.db", tmp_path / "packs", shipped_packs(), tmp_path / "catalog.db"
    )
    with closing(open_study(where)) as study:
        session = study.start()
        waiting = [session._replace(waiting=(number,)) for number in session.waiting]
        first = [asked for one in waiting if (asked := study.ask(one)[1])]
    assert [asked.question.id for asked in first] == [
        "name",
        "aims",
        "top-body",
        "founded",
        "member-count",
        "founders",
        "belarus-in-astana",
        "languages",
        "founding-place",
        "secretariat-seat",
    ]
    assert {asked.question.level for asked in first} == {1}
    assert len({asked.form for asked in first}) >= 5


def test_the_first_questions_of_a_pack_are_easy_ones(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        assert all(one.level == 1 for one in pack.questions[:4]), pack.id


def test_no_text_has_a_straight_double_quotation_mark(packs: dict[str, Pack]) -> None:
    for pack in packs.values():
        assert '"' not in "".join(topic.brief for topic in pack.topics), pack.id
        for question in pack.questions:
            shown = [question.why, *(prompt.ask + prompt.hint for prompt in question.prompts)]
            assert '"' not in "".join(shown), (pack.id, question.id)
