"""The question on the screen: every form by keyboard alone and by mouse alone, and its verdict."""

from __future__ import annotations

from datetime import date

import pytest
from tui.asking import CAPITALS, REPLIES, Asking, asked_as, sample

from quizapp.core.memory import Rating
from quizapp.core.question import OrderAnswer, TextAnswer
from quizapp.tui.widgets.paper import Paper
from quizapp.tui.widgets.sheet import DONE_TARGET, DONT_KNOW_TARGET


async def settled(pilot):
    await pilot.pause()


async def click(pilot, *targets):
    """Click targets where they are drawn."""
    paper = pilot.app.query_one(Paper)
    for target in targets:
        place = next(
            (zone.start, number)
            for number, row in enumerate(paper.rows)
            for zone in row.zones
            if zone.target == target
        )
        await pilot.click(Paper, offset=place)
        await settled(pilot)


async def type_text(pilot, text):
    names = {" ": "space", ",": "comma"}
    await pilot.press(*(names.get(letter, letter) for letter in text))
    await settled(pilot)


def options_of(asked, *names):
    return [asked.options.index(name) for name in names]


KEYS = {
    "choice": lambda asked: [str(options_of(asked, "Belarus")[0] + 1)],
    "truth": lambda asked: [str(options_of(asked, "false")[0] + 1)],
    "number-choice": lambda asked: ["down", "down", "down", "enter"],
    "select": lambda asked: [*(str(n + 1) for n in options_of(asked, "Iran", "India")), "enter"],
    "order": lambda asked: [*(str(n + 1) for n in options_of(asked, "India", "Iran")), "enter"],
    "match": lambda asked: [
        *(str(n + 1) for n in options_of(asked, *(right for _, right in CAPITALS))),
        "enter",
    ],
    "map": lambda asked: [str(options_of(asked, "Belarus")[0] + 1)],
}
TYPED = {
    "typed": ["Belarus"],
    "number": ["ten"],
    "date": ["2024-07-04"],
    "names": ["Poland", "Latvia, Ukraine", ""],
    "gap": ["2001", "Shanghai"],
    "map-typed": ["Kazakhstan"],
}
CLICKS = {
    "choice": lambda asked: [("option", options_of(asked, "Belarus")[0])],
    "truth": lambda asked: [("option", options_of(asked, "false")[0])],
    "number-choice": lambda asked: [("option", 2)],
    "select": lambda asked: [
        *(("option", n) for n in options_of(asked, "Iran", "India")),
        DONE_TARGET,
    ],
    "order": lambda asked: [
        *(("option", n) for n in options_of(asked, "India", "Iran")),
        DONE_TARGET,
    ],
    "match": lambda asked: [
        *(
            target
            for left, n in enumerate(options_of(asked, *(right for _, right in CAPITALS)))
            for target in (("left", left), ("right", n))
        ),
        DONE_TARGET,
    ],
    "map": lambda asked: [("option", options_of(asked, "Belarus")[0])],
}


@pytest.mark.parametrize("name", KEYS)
async def test_every_form_with_options_is_answered_by_keyboard_alone(name, said):
    app = Asking(sample(name))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*KEYS[name](app.asked))
        await settled(pilot)
        assert "✓ Right" in said(app)
        await pilot.press("enter")
        await settled(pilot)
    assert app.events == ["go on"]


@pytest.mark.parametrize("name", TYPED)
async def test_every_typed_form_is_answered_by_keyboard_alone(name, said):
    app = Asking(sample(name))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for text in TYPED[name]:
            await type_text(pilot, text)
            await pilot.press("enter")
            await settled(pilot)
        assert "✓ Right" in said(app)
        await pilot.press("enter")
        await settled(pilot)
    assert app.events == ["go on"]


@pytest.mark.parametrize("name", CLICKS)
async def test_every_form_with_options_is_answered_by_mouse_alone(name, said):
    app = Asking(sample(name))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await click(pilot, *CLICKS[name](app.asked))
        assert "✓ Right" in said(app)
        await click(pilot, ("go-on", 0))
    assert app.events == ["go on"]


@pytest.mark.parametrize("name", TYPED)
async def test_a_typed_form_is_given_with_a_click_on_done(name):
    app = Asking(sample(name))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await type_text(pilot, TYPED[name][0])
        if name == "gap":
            await click(pilot, ("gap", 1))
            await type_text(pilot, "Shanghai")
        if name == "names":
            await pilot.press("enter")
            await settled(pilot)
        await click(pilot, DONE_TARGET)
    assert app.replies == [("2001", "Shanghai") if name == "gap" else (TYPED[name][0],)]


@pytest.mark.parametrize("how", ["key", "click"])
async def test_not_knowing_is_always_a_key_and_a_click_away(how):
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        for name in REPLIES:
            app.replies.clear()
            app.view.show(sample(name))
            await settled(pilot)
            if how == "click":
                await click(pilot, DONT_KNOW_TARGET)
            else:
                await pilot.press("space" if app.view.sheet.space_is_dont_know else "f2")
                await settled(pilot)
            assert app.replies == [()], name


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_screen_is_whole_at_every_size(size, said):
    app = Asking(sample("choice"), source="A paper, 4 July 2024")
    async with app.run_test(size=size) as pilot:
        for name in REPLIES:
            asked = sample(name, said_by="the declaration")
            app.view.show(asked)
            await settled(pilot)
            assert "don't know" in said(app), name
            app.view.post_message(app.view.Replied(asked, REPLIES[name]))
            await settled(pilot)
            text = said(app)
            assert "✗ Wrong" in text, name
            assert "Go on" in text, name
            assert all(len(line) <= size[0] for line in text.splitlines()), name


async def test_the_whole_verdict_fits_the_design_size(said):
    app = Asking(sample("choice"), source="A newspaper, 4 July 2024, paragraph 6")
    async with app.run_test(size=(80, 24)) as pilot:
        for name in REPLIES:
            asked = sample(name)
            app.view.show(asked)
            await settled(pilot)
            app.view.post_message(app.view.Replied(asked, REPLIES[name]))
            await settled(pilot)
            assert app.view.max_scroll_y == 0, name
            assert "paragraph 6" in said(app), name


async def test_letters_typed_into_a_field_are_text_and_no_keys(said):
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await type_text(pilot, "quye 1?")
        assert app.replies == []
        assert "quye 1?" in said(app)


async def test_a_click_beside_the_field_keeps_letters_text(said):
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.click(Paper, offset=(40, 2))
        await pilot.click(app.view, offset=(40, 15))
        await settled(pilot)
        await type_text(pilot, "que")
        assert "que" in said(app)
        assert app.replies == []


async def test_letters_are_keys_again_once_a_typed_reply_is_judged():
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await type_text(pilot, "x")
        await pilot.press("enter")
        await settled(pilot)
        assert app.focused is app.view
        await pilot.press("space")
        await settled(pilot)
    assert app.events == ["go on"]


async def test_the_field_is_empty_when_the_next_typed_question_comes(said):
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await type_text(pilot, "Iran")
        await pilot.press("enter")
        await settled(pilot)
        app.view.show(sample("map-typed"))
        await settled(pilot)
        await type_text(pilot, "Oman")
        assert "IranOman" not in said(app)
        await pilot.press("enter")
        await settled(pilot)
    assert app.replies == [("Iran",), ("Oman",)]


async def test_only_one_reply_is_given_however_fast_the_keys_come():
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.view.action_press("1")
        app.view.action_press("2")
        app.view.dont_know()
        await settled(pilot)
    assert app.replies == [(app.asked.options[0],)]


async def test_pack_text_is_shown_as_it_is_typed(said):
    answer = TextAnswer("[bold]Belarus[/bold]", wrong=("[red]", "[@click=app.quit]no[/]"))
    app = Asking(asked_as("Is [b]this[/b] markup?", answer, why="[link=x]Why[/link]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        for text in ("[b]this[/b]", "[bold]Belarus[/bold]", "[@click=app.quit]no[/]", "[link=x]"):
            assert text in said(app)


async def test_a_verdict_says_what_enter_does_and_what_another_rating_would_do(said):
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(*KEYS["choice"](app.asked))
        await settled(pilot)
        assert "Enter Go on   Rated good: asked again in 4 days." in said(app)
        assert "Or was it   h hard: 2 days    e easy: 9 days" in said(app)
        await click(pilot, ("rate", 4))
    assert app.events == [Rating.EASY]


async def test_a_wrong_typed_reply_can_be_defended_with_a_click():
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await type_text(pilot, "Iran")
        await pilot.press("enter")
        await settled(pilot)
        await click(pilot, ("appeal", 0))
    assert app.events == ["appeal"]


async def test_a_reply_that_was_not_saved_says_so(said):
    app = Asking(sample("choice"), saved=False, warning="the disk is full")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert "Not saved: the disk is full" in said(app)


async def test_what_became_of_a_fact_is_told_with_the_verdict(said):
    app = Asking(sample("choice"), successor="Since then there are eleven.")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert "Since then there are eleven." in said(app)


async def test_the_verdict_stands_beside_the_question_in_a_wide_window(said):
    app = Asking(sample("choice"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press(*KEYS["choice"](app.asked))
        await settled(pilot)
        (line,) = [line for line in said(app).splitlines() if "Right" in line]
        assert line.index("│") < line.index("✓ Right")


async def test_a_long_order_scrolls_with_its_mark(said):
    items = tuple(f"Item {number} of many" for number in range(12))
    app = Asking(asked_as("Which came first? " * 12, OrderAnswer(items)))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        last = app.asked.options[-1]
        assert last not in said(app)
        await pilot.press("end")
        await settled(pilot)
        assert last in said(app)


async def test_a_verdict_longer_than_the_window_begins_with_its_mark_in_view(said):
    wrong = tuple(f"Option {number} " + "that goes on and on " * 8 for number in range(8))
    app = Asking(asked_as("Which? " * 70, TextAnswer("The short one", wrong=wrong)))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        wrong_one = 1 - options_of(app.asked, "The short one")[0] % 2
        await pilot.press(str(wrong_one + 1))
        await settled(pilot)
        text = said(app)
        assert "✗ Wrong" in text
        assert "Belarus was admitted" in text
        before = app.view.scroll_y
        assert before > 0
        await pilot.press("up")
        await pilot.pause(0.3)
        assert app.view.scroll_y < before


async def test_the_footer_shows_only_keys_that_can_be_pressed_now(said):
    app = Asking(sample("typed"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        footer = said(app).splitlines()[-1]
        assert "F2 Don't know" in footer
        assert "Space" not in footer
        await pilot.press("f2")
        await settled(pilot)
        footer = said(app).splitlines()[-1]
        assert "Enter Go on" in footer
        assert "F2" not in footer


async def test_a_badge_stands_above_the_question(said):
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.view.mark("flagged")
        await settled(pilot)
        assert "flagged  ·  Choose one" in said(app)


async def test_what_a_click_would_mean_is_lit_under_the_mouse():
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        paper = app.query_one(Paper)
        number = next(n for n, row in enumerate(paper.rows) if row.zones)
        before = paper.render_line(number)
        await pilot.hover(Paper, offset=(10, number))
        await settled(pilot)
        assert paper.render_line(number) != before
        await pilot.hover(Paper, offset=(10, 0))
        await settled(pilot)
        assert paper.render_line(number) == before


@pytest.mark.parametrize("name", ["textual-light", "nord", "sco-light"])
async def test_colours_follow_the_theme(name):
    app = Asking(sample("map"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        paper = app.query_one(Paper)
        before = [paper.render_line(number) for number in range(len(paper.rows))]
        app.theme = name
        await settled(pilot)
        after = [paper.render_line(number) for number in range(len(paper.rows))]
        assert all(old != new for old, new in zip(before, after, strict=True))


async def test_a_country_outside_the_map_is_said_to_be_so(said):
    answer = TextAnswer("Chile", wrong=("Peru",), country="CL")
    app = Asking(asked_as("Which country is lit?", answer))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "outside the map" in said(app)


async def test_the_footer_says_what_enter_does_in_the_field_now(said):
    app = Asking(sample("names"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Enter Add" in said(app)
        await type_text(pilot, "Poland")
        await pilot.press("enter")
        await settled(pilot)
        assert "Enter Done" in said(app).splitlines()[-1]
        await type_text(pilot, "L")
        assert "Enter Add" in said(app).splitlines()[-1]


async def test_a_field_below_the_window_comes_into_view_with_the_first_letter(said):
    app = Asking(asked_as("Which of them was it? " * 40, TextAnswer("Belarus")))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await settled(pilot)
        assert "↑↓ Scroll" in said(app)
        assert "I don't know" not in said(app)
        await type_text(pilot, "Bel")
        await settled(pilot)
        assert "Bel" in said(app)


async def test_keys_that_scroll_are_off_where_all_is_in_view():
    app = Asking(sample("choice"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert not {"pageup", "pagedown"} & app.screen.active_bindings.keys()


async def test_arrows_lead_from_gap_to_gap_while_one_types():
    app = Asking(sample("gap"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("down")
        assert app.view.sheet.position == 1
        await pilot.press("up")
        assert app.view.sheet.position == 0


FIRST_PLACE = "https://www.example.org/news/2024/07/04/the-summit-in-astana.html"
PLACES = f"{FIRST_PLACE}\nSee also: Actual News, 4 July 2024, paragraph 6"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_what_an_answer_rests_on_stands_last_on_one_quiet_line(said, size):
    app = Asking(sample("choice", as_of=date(2024, 7, 4)), source=PLACES)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        lines = [line for line in said(app).splitlines() if line.strip(" │")]
        (place,) = [number for number, line in enumerate(lines) if "example.org" in line]
        (go_on,) = [number for number, line in enumerate(lines[:-1]) if "Enter Go on" in line]
        assert go_on < place
        assert not any(line.partition("│")[2].strip() for line in lines[place + 1 :])
        assert "As of 4 July 2024 · Source: example.org/" in lines[place]
        assert lines[place].rstrip().endswith("…")
        assert "o Sources" in lines[-1]


@pytest.mark.parametrize("how", ["key", "click"])
async def test_what_an_answer_rests_on_is_shown_whole_and_cut_again(said, how):
    app = Asking(sample("choice"), source=PLACES)
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        for shown in (True, False):
            await (pilot.press("o") if how == "key" else click(pilot, ("sources", 0)))
            await settled(pilot)
            whole = "".join(said(app).split())
            assert (FIRST_PLACE in whole) == shown
            assert ("paragraph6" in whole) == shown


async def test_a_source_that_fits_on_one_line_has_no_key_of_its_own(said):
    app = Asking(sample("choice"), source="Actual News, 4 July 2024, paragraph 6")
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert "Source: Actual News, 4 July 2024, paragraph 6" in said(app)
        assert "o Sources" not in said(app)


async def test_the_map_of_a_small_window_has_all_the_height_there_is(said):
    app = Asking(sample("map"))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        lines = said(app).splitlines()
        (first,) = [
            number for number, line in enumerate(lines) if "Belarus" in line or "1 " in line
        ][:1]
        (note,) = [number for number, line in enumerate(lines) if "decides no border" in line]
        chart = [
            row for row in app.view._page.rows if any(run.style[:4] == "map:" for run in row.runs)
        ]
        assert len(chart) >= 11
        # The words on disputed land stand beside the map, below the options.
        assert first < note < len(lines) - 2
        assert any("I don't know" in row.plain for row in chart)


async def test_escape_closes_the_sources_before_it_leaves(said):
    app = Asking(sample("choice"), source=PLACES)
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert not app.query_one("QuestionView").check_action("close_sources", ())
        await pilot.press("o", "escape")
        await settled(pilot)
        assert FIRST_PLACE not in "".join(said(app).split())
        assert not app.query_one("QuestionView").check_action("close_sources", ())
