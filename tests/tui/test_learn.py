"""Learn: the path, a brief, a lesson, and the path again, on a real data file."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import PACK
from textual.widgets import Markdown

from quizapp.core.session import Session
from quizapp.play import Play
from quizapp.store.settings import keep_setting
from quizapp.study import TopicRef
from quizapp.today import Choices
from quizapp.tui.keys import hints
from quizapp.tui.screens.brief import BriefScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.learn import LearnScreen
from quizapp.tui.screens.lesson import LessonScreen
from quizapp.tui.widgets.brief import BriefText, too_long, web_address
from quizapp.tui.widgets.footer import KeyFooter
from quizapp.tui.widgets.picklist import PickList

CAPITALS = TopicRef("small", "capitals")
BRIEF = '''title = "Capitals"
brief = """
Read **this** first. [bold]No markup[/bold], <b>no HTML</b>.

- See [the page](https://example.org/a%20b).
- Not [this file](file:///etc/passwd).
"""
'''


@pytest.fixture
def pack(packs):
    """Two packs; the first one has a brief for its first topic and none for its second."""
    text = PACK.replace('title = "Capitals"\n', BRIEF)
    (packs / "small.toml").write_text(text, encoding="utf-8")
    other = PACK.replace('id = "small"', 'id = "other"').replace("A small pack", "[b]Another[/b]")
    (packs / "z-other.toml").write_text(other, encoding="utf-8")


@pytest.fixture
def app(pack, study):
    from quizapp.tui.app import QuizApp

    study.refresh()
    return QuizApp(study, Play(study), study.library, clock=lambda: 1.0)


async def opened(pilot, **options):
    await pilot.pause()
    pilot.app.push_screen(LearnScreen(**options))
    await pilot.pause()
    await pilot.pause()


async def settled(pilot):
    for _ in range(4):
        await pilot.pause()


def limited(study, limit):
    keep_setting(study.database, "new-a-day", str(limit))
    study.choices = Choices(study.database)


def marked(app):
    return app.screen.marked.ref


async def answer_all(pilot):
    """Say "don't know" once and then what is right, until the lesson is over."""
    app = pilot.app
    first = True
    while isinstance(app.screen, LessonScreen):
        asked = app.screen.asked
        right = () if first else (asked.prompt.answer.text,)
        step = app.study.reply(app.screen.session, asked, right, 1000)
        first = False
        app.screen._take(step)
        await pilot.press("enter")
        await settled(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_path_tells_strong_shaky_and_new_in_words_and_numbers(app, said, size):
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        text = said(app)
    assert all(word in text for word in ("strong", "shaky", "new"))
    row = next(line for line in text.splitlines() if "Capitals · next" in line)
    assert row.split("│")[0].split()[-3:] == ["·", "·", "2"]
    assert "A small pack" in text
    assert "[b]Another[/b]" in text
    assert "Read the brief" in text


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_no_line_is_wider_than_its_room(app, size):
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        body = app.screen.query_one("#body")
        assert all(one.cell_length <= body.size.width for one in body.lines(body.size.width))
        path = app.screen.query_one(PickList)
        width = path.scrollable_content_region.width
        drawn = [line for row in range(path.count) for line in path.draw(row, width, True)]
        assert all(line.cell_length <= width for line in [*drawn, *path.head(width)])


async def test_the_cursor_passes_over_headings_and_goes_round(app):
    async with app.run_test() as pilot:
        await opened(pilot)
        seen = [marked(app)]
        for _ in range(4):
            await pilot.press("down")
            seen.append(marked(app))
    assert [one.pack for one in seen] == ["small", "small", "other", "other", "small"]
    assert seen[0] == seen[4] == CAPITALS


async def test_a_click_on_a_heading_marks_the_topic_below(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        row = next(n for n, line in enumerate(said(app).splitlines()) if "Another" in line)
        await pilot.click(offset=(8, row))
        await pilot.pause()
        assert marked(app) == TopicRef("other", "capitals")


async def test_n_leads_to_the_suggested_topic(app):
    async with app.run_test() as pilot:
        await opened(pilot)
        assert "suggested" not in [hint.action for hint in hints(app.screen)]
        await pilot.press("down", "n")
        assert marked(app) == CAPITALS


async def test_choosing_a_topic_shows_its_brief_as_markdown(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        text = said(app)
    assert "Read this first. [bold]No markup[/bold], <b>no HTML</b>." in text
    assert "See the page." in text
    assert "0 strong, 0 shaky, 2 new" in text


async def test_an_empty_brief_says_so_kindly(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert "Nothing is written about this topic to read first" in said(app)
        assert not app.screen.query(Markdown)


async def test_a_brief_of_very_many_blocks_is_shown_as_lines(app, said, monkeypatch):
    monkeypatch.setattr("quizapp.learning.Learning.brief", lambda *_: "- a\n\n" * 1600)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "   - a" in said(app)
        assert not app.screen.query(Markdown)


async def test_a_link_opens_on_a_click_alone_and_only_a_web_page(app, said, monkeypatch):
    visited = []
    monkeypatch.setattr(app, "open_url", lambda url, **_: visited.append(url))
    async with app.run_test(size=(80, 40)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert visited == []
        await pilot.click(offset=spot(app, said, "the page"))
        await settled(pilot)
        assert visited == ["https://example.org/a%20b"]
        await pilot.click(offset=spot(app, said, "this file"))
        await settled(pilot)
    assert len(visited) == 1


def spot(app, said, words):
    lines = said(app).splitlines()
    row = next(n for n, line in enumerate(lines) if words in line)
    return lines[row].index(words) + 1, row


@pytest.mark.parametrize(
    ("text", "many"),
    [("Word " * 1600, False), ("- a\n" * 90, False), ("a\n\n" * 300, True), ("---\n" * 300, True)],
)
def test_a_brief_is_long_by_its_blocks_not_by_its_words(text, many):
    assert too_long(text) is many


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("https://example.org/?q=ä b", "https://example.org/?q=%C3%A4%20b"),
        ("http://example.org", "http://example.org"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("-new-window", ""),
        ("https://", ""),
        ("https://[", ""),
        ("#top", ""),
        ("https://example.org/\n-x", "https://example.org/%0A-x"),
    ],
)
def test_only_web_addresses_are_opened(href, address):
    assert web_address(href) == address


async def test_pictures_and_html_are_not_shown_as_such(app, monkeypatch):
    text = "![cat](https://a.org/c.png) <script>x</script>\n\n<div>block</div>"
    monkeypatch.setattr("quizapp.learning.Learning.brief", lambda *_: text)
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        shown = " ".join(
            block._content.plain for block in app.screen.query("BriefText MarkdownParagraph")
        )
    assert shown == "!cat <script>x</script> <div>block</div>"


async def test_a_lesson_ends_on_the_path_with_the_new_state(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.session.total == 2
        await answer_all(pilot)
        assert isinstance(app.screen, LearnScreen)
        assert marked(app) == CAPITALS
        text = said(app)
    row = next(line for line in text.splitlines() if "Capitals" in line)
    assert row.split()[-3:] == ["·", "2", "·"]
    assert "2 questions learned, 1 right at once." in text
    assert "1 missed first; press m to practise." in text
    numbers = next(line for line in text.splitlines() if "Numbers" in line)
    assert "· next" in numbers


async def test_what_was_missed_can_be_practised_from_the_path(app, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await answer_all(pilot)
        await pilot.press("m")
        await settled(pilot)
        assert app.screen.session.practice
        assert app.screen.session.total == 1
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LearnScreen)


async def test_leaving_a_lesson_leads_back_to_the_path(app, study, said):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        app.screen._take(study.reply(app.screen.session, app.screen.asked, ("Astana",), 1000))
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, LearnScreen)
        assert "1 question learned, 1 right at once." in said(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_used_up_limit_is_told_and_passed_by_one_key(app, study, said):
    limited(study, 1)
    async with app.run_test(size=(80, 30)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "2 questions of this topic are new; today's limit leaves 1 of them." in " ".join(
            said(app).split()
        )
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.session.total == 1
        app.screen._take(study.reply(app.screen.session, app.screen.asked, ("Astana",), 1000))
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        text = " ".join(said(app).split())
        assert "1 question of this topic is new, but today's limit of 1 new question is" in text
        assert "press b to learn it now" in text
        labels = {hint.text: hint.label for hint in hints(app.screen)}
        assert labels["Enter"] == "Back"
        assert labels["b"] == "Beyond the limit"
        await pilot.press("b")
        await settled(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.asked.question.id == "minsk"


async def test_beyond_is_not_offered_where_the_limit_leaves_enough(app):
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot)
        labels = [hint.label for hint in hints(app.screen) if hint.shown]
        assert labels[0] == "Begin"
        assert "Beyond the limit" not in labels


async def test_a_topic_with_nothing_new_leads_back(app, study, said):
    from quizapp.learning import Learning

    session = Learning(study).start(CAPITALS)
    while session.waiting:
        session, asked = study.ask(session)
        session = study.reply(session, asked, (asked.prompt.answer.text,), 1).session
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, topic=CAPITALS, read=True)
        await settled(pilot)
        assert "Each question of this topic was asked." in " ".join(said(app).split())
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, LearnScreen)


async def test_a_named_topic_opens_with_its_brief_over_the_path(app):
    async with app.run_test() as pilot:
        await opened(pilot, topic=TopicRef("other", "numbers"), read=True)
        await settled(pilot)
        assert isinstance(app.screen, BriefScreen)
        assert app.screen.topic.ref == TopicRef("other", "numbers")
        await pilot.press("escape")
        await settled(pilot)
        assert marked(app) == TopicRef("other", "numbers")


async def test_everything_goes_by_mouse(app, said):
    async with app.run_test(size=(80, 30)) as pilot:
        await opened(pilot)
        await pilot.click(offset=spot(app, said, "Read the brief"))
        await settled(pilot)
        assert isinstance(app.screen, BriefScreen)
        await pilot.click(offset=spot(app, said, "Learn 2 new questions"))
        await settled(pilot)
        assert isinstance(app.screen, LessonScreen)


async def test_without_packs_the_path_says_how_to_get_one(tmp_path, packs, open_study, said):
    from quizapp.tui.app import QuizApp

    (packs / "small.toml").unlink()
    study = open_study()
    app = QuizApp(study, Play(study), study.library, clock=lambda: 1.0)
    async with app.run_test(size=(60, 20)) as pilot:
        await opened(pilot)
        text = " ".join(said(app).split())
        assert "Nothing is installed yet." in text
        assert "Add a pack" in text
        labels = [hint.label for hint in hints(app.screen) if hint.shown]
    assert "Brief" not in labels
    assert "Topics" not in labels


async def test_footer_entries_of_path_and_brief_have_an_id_and_a_sentence(app):
    async with app.run_test(size=(62, 20)) as pilot:
        await opened(pilot)
        for keys in ((), ("enter",)):
            await pilot.press(*keys)
            await settled(pilot)
            for hint in hints(app.screen):
                assert hint.tip.rstrip(".")
                assert hint.label
            for active in app.screen.active_bindings.values():
                assert active.binding.id or not active.binding.show
            assert app.screen.query_one(KeyFooter).entries


async def test_an_empty_lesson_leads_back_at_once(app):
    async with app.run_test() as pilot:
        await opened(pilot)
        app.push_screen(LessonScreen(Session()))
        await settled(pilot)
        assert isinstance(app.screen, LearnScreen)


def test_the_path_does_not_load_markdown():
    code = (
        "import quizapp.tui.screens.learn, quizapp.tui.screens.brief, quizapp.tui.screens.lesson\n"
        "import sys\nprint([m for m in sys.modules if 'markdown' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert issubclass(BriefText, Markdown)
