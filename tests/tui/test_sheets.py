"""Sheets: how each form takes keys and clicks, without a terminal."""

from __future__ import annotations

from datetime import date

import pytest
from tui.asking import ANSWERS, REPLIES, asked_as, judged, sample

from quizapp.core.question import (
    DateAnswer,
    MatchAnswer,
    NumberAnswer,
    OrderAnswer,
    SetAnswer,
    TextAnswer,
)
from quizapp.tui.widgets.field import FieldSheet, NameAllSheet
from quizapp.tui.widgets.forms import sheet_for
from quizapp.tui.widgets.gaps import GapSheet
from quizapp.tui.widgets.match import MatchSheet
from quizapp.tui.widgets.options import ChoiceSheet
from quizapp.tui.widgets.order import OrderSheet
from quizapp.tui.widgets.page import Matter, lay_out
from quizapp.tui.widgets.sheet import DONE_TARGET, TextSheet
from quizapp.tui.widgets.ticks import SelectSheet

KINDS = {
    "choice": ChoiceSheet,
    "typed": FieldSheet,
    "truth": ChoiceSheet,
    "number": FieldSheet,
    "number-choice": ChoiceSheet,
    "date": FieldSheet,
    "select": SelectSheet,
    "names": NameAllSheet,
    "order": OrderSheet,
    "match": MatchSheet,
    "gap": GapSheet,
    "map": ChoiceSheet,
    "map-typed": FieldSheet,
}


def pressed(sheet, *keys):
    """The sheet after keys, each of which it said it has a use for."""
    for key in keys:
        assert key in sheet.keys, f"{key} is not active"
        sheet.press(key)
    return sheet


def text_of(rows):
    return "\n".join(row.plain for row in rows)


@pytest.mark.parametrize("name", KINDS)
def test_every_form_has_its_sheet(name):
    assert type(sheet_for(sample(name))) is KINDS[name]


@pytest.mark.parametrize("size", [(56, 16), (74, 20), (114, 36)])
@pytest.mark.parametrize("name", KINDS)
def test_no_row_is_wider_than_the_page_before_or_after_the_reply(name, size):
    width, height = size
    asked = sample(name)
    matter = Matter(sheet_for(asked), "missed before")
    verdict = judged(asked, REPLIES[name])
    for shown in (matter, matter._replace(judged=verdict, source="A paper, paragraph 6")):
        page = lay_out(shown, width, height)
        assert all(row.width <= width for row in page.rows)


@pytest.mark.parametrize("name", KINDS)
def test_every_verdict_shows_the_right_answer(name):
    asked = sample(name)
    page = lay_out(Matter(sheet_for(asked), judged=judged(asked, ())), 74, 22)
    text = text_of(page.rows)
    _, answer = ANSWERS[name]
    for attribute in ("items", "gaps"):
        for item in getattr(answer, attribute, ()):
            assert item in text
    if isinstance(answer, TextAnswer):
        assert answer.text in text


def test_a_digit_chooses_at_once():
    sheet = sheet_for(sample("choice"))
    wanted = sheet.asked.options.index("Belarus") + 1
    assert pressed(sheet, str(wanted)).reply == ("Belarus",)


def test_arrows_and_enter_choose_too():
    sheet = sheet_for(sample("choice"))
    assert pressed(sheet, "down", "down", "enter").reply == (sheet.asked.options[1],)


def test_enter_without_a_mark_says_what_to_press():
    sheet = sheet_for(sample("choice"))
    sheet.press("enter")
    assert sheet.reply is None
    assert "1-4" in sheet.notice


def test_digits_beyond_the_options_mean_nothing():
    assert "5" not in sheet_for(sample("choice")).keys


def test_a_tenth_option_is_reached_with_arrows():
    items = tuple(f"Item {number}" for number in range(12))
    sheet = sheet_for(asked_as("Which?", SetAnswer(items, wrong=("None",))))
    pressed(sheet, "up", "space", "enter")
    assert sheet.reply == (sheet.asked.options[12],)


def test_ticks_are_set_and_taken_away_before_enter_gives_them():
    sheet = sheet_for(sample("select"))
    pressed(sheet, "1", "2", "down", "space", "1")
    assert sheet.reply is None
    pressed(sheet, "enter")
    assert sheet.reply == (sheet.asked.options[1], sheet.asked.options[2])


def test_nothing_ticked_is_not_a_reply():
    sheet = pressed(sheet_for(sample("select")), "enter")
    assert sheet.reply is None
    assert "Tick" in sheet.notice


def test_digits_put_items_in_order_and_the_last_one_goes_by_itself():
    sheet = sheet_for(sample("order"))
    options = sheet.asked.options
    first, second = options.index("India"), options.index("Iran")
    pressed(sheet, str(first + 1), str(second + 1), "enter")
    assert sheet.reply == ("India", "Iran", "Belarus")


def test_a_placed_digit_is_no_key_any_more():
    sheet = pressed(sheet_for(sample("order")), "2")
    assert "2" not in sheet.keys
    assert "1" in sheet.keys


def test_a_placed_item_is_picked_up_and_carried():
    sheet = pressed(sheet_for(sample("order")), "1", "2")
    before = [sheet.asked.options[number] for number in sheet.placed]
    pressed(sheet, "down", "space", "down", "space", "enter")
    assert sheet.reply == (before[1], before[0], before[2])


def test_shift_and_an_arrow_carry_without_picking_up():
    sheet = pressed(sheet_for(sample("order")), "1", "2", "end", "shift+up", "shift+up")
    assert sheet.placed == (2, 0, 1)


def test_backspace_takes_the_last_placed_item_back():
    sheet = pressed(sheet_for(sample("order")), "3", "backspace")
    assert sheet.placed == ()
    assert "backspace" not in sheet.keys


def test_a_click_on_a_placed_item_takes_it_out():
    sheet = sheet_for(sample("order"))
    sheet.click(("option", 1))
    sheet.click(("option", 1))
    assert sheet.placed == ()


def test_an_order_is_not_given_before_all_are_placed():
    sheet = sheet_for(sample("order"))
    sheet.click(DONE_TARGET)
    assert sheet.reply is None
    assert "every item" in sheet.notice


def test_twelve_items_can_all_be_placed_by_keyboard():
    items = tuple(f"Item {number}" for number in range(12))
    sheet = sheet_for(asked_as("Order?", OrderAnswer(items)))
    pressed(sheet, *"123456789", "end", "space", "end", "space", "enter")
    assert sorted(sheet.reply) == sorted(items)


def rights(sheet, *names):
    return [str(sheet.asked.options.index(name) + 1) for name in names]


def test_digits_match_one_left_after_the_other():
    sheet = sheet_for(sample("match"))
    pressed(sheet, *rights(sheet, "Minsk", "Tashkent", "Astana"), "enter")
    assert sheet.reply == ("Minsk", "Tashkent", "Astana")


def test_a_match_is_changed_before_it_is_given():
    sheet = sheet_for(sample("match"))
    pressed(sheet, *rights(sheet, "Astana", "Astana", "Tashkent"), "home")
    pressed(sheet, *rights(sheet, "Minsk"), "enter")
    assert sheet.reply == ("Minsk", "Astana", "Tashkent")


def test_a_right_side_is_chosen_with_tab_and_arrows():
    sheet = pressed(sheet_for(sample("match")), "tab", "down", "space")
    assert sheet.given == {0: 1}


def test_left_then_right_is_matched_by_clicks():
    sheet = sheet_for(sample("match"))
    sheet.click(("left", 2))
    sheet.click(("right", 0))
    assert sheet.given == {2: 0}


def test_a_match_is_not_given_before_all_have_a_right_side():
    sheet = pressed(sheet_for(sample("match")), "1")
    assert "enter" not in sheet.keys
    sheet.press("enter")
    assert sheet.reply is None
    assert "2 still" in sheet.notice


def typed(sheet, *texts):
    for text in texts:
        sheet.write(text)
        sheet.submit()
    return sheet


def test_what_is_typed_is_the_reply_without_white_space_around():
    assert typed(sheet_for(sample("typed")), "  Belarus ").reply == ("Belarus",)


def test_the_second_enter_in_an_empty_field_means_that_it_is_not_known():
    sheet = typed(sheet_for(sample("typed")), " ")
    assert sheet.reply is None
    assert "Enter again" in sheet.notice
    assert typed(sheet, "").reply == ()


def test_typing_takes_the_doubt_away():
    sheet = typed(sheet_for(sample("typed")), "")
    sheet.write("Bel")
    assert sheet.notice == ""
    sheet.write("")
    sheet.submit()
    assert sheet.reply is None


@pytest.mark.parametrize(("name", "text"), [("number", "many"), ("date", "soon")])
def test_what_cannot_be_read_is_said_and_stays_in_the_field(name, text):
    sheet = typed(sheet_for(sample(name)), text)
    assert sheet.reply is None
    assert sheet.notice
    assert sheet.text == text


def test_items_are_named_one_by_one_and_with_commas():
    sheet = typed(sheet_for(sample("names")), "Poland", "Latvia, Ukraine", "")
    assert sheet.reply == ("Poland", "Latvia", "Ukraine")


def test_an_item_named_twice_is_taken_once():
    sheet = typed(sheet_for(sample("names")), "Poland", "poland")
    assert sheet.items == ("Poland",)
    assert "already" in sheet.notice


def test_backspace_in_an_empty_field_brings_the_last_item_back():
    sheet = typed(sheet_for(sample("names")), "Poland", "Iran")
    pressed(sheet, "backspace")
    assert (sheet.items, sheet.text) == (("Poland",), "Iran")


def test_done_takes_what_is_still_in_the_field():
    sheet = typed(sheet_for(sample("names")), "Poland")
    sheet.write("Latvia")
    sheet.click(DONE_TARGET)
    assert sheet.reply == ("Poland", "Latvia")


def test_enter_goes_from_gap_to_gap_and_ends_in_the_last():
    assert typed(sheet_for(sample("gap")), "2001", "Shanghai").reply == ("2001", "Shanghai")


def test_an_empty_gap_is_asked_again_until_something_stands_in_it():
    sheet = typed(sheet_for(sample("gap")), "", "Shanghai", "")
    assert sheet.reply is None
    assert sheet.position == 0
    assert "Gap 1" in sheet.notice
    assert typed(sheet, "?").reply == ("?", "Shanghai")


def test_enter_goes_to_the_next_empty_gap_and_says_so():
    sheet = sheet_for(sample("gap"))
    assert sheet.enter == "Next gap"
    typed(sheet, "2001")
    assert sheet.enter == "Done"
    pressed(sheet, "tab")
    assert sheet.enter == "Next gap"
    sheet.click(("gap", 1))
    sheet.write("Shanghai")
    sheet.click(("gap", 0))
    assert typed(sheet, "2001").reply == ("2001", "Shanghai")


def test_a_name_with_an_and_in_it_stays_whole():
    answer = SetAnswer(
        ("Bosnia and Herzegovina", "Croatia"),
        accept=(("Croatia", ("Hrvatska, the republic",)),),
    )
    sheet = typed(
        sheet_for(asked_as("Name two.", answer)),
        "Bosnia and Herzegovina and Hrvatska, the republic",
    )
    assert sheet.items == ("Bosnia and Herzegovina", "Hrvatska, the republic")


def test_enter_adds_a_name_or_is_done_and_says_which():
    sheet = sheet_for(sample("names"))
    assert sheet.enter == "Add"
    typed(sheet, "Poland")
    assert sheet.enter == "Done"
    sheet.write("Lat")
    assert sheet.enter == "Add"


def drawn(sheet):
    return [row.plain for row in sheet.rows(57)]


@pytest.mark.parametrize("name", ["select", "order"])
def test_what_the_space_bar_takes_is_marked_from_the_start(name):
    sheet = sheet_for(sample(name))
    first = sheet.asked.options[0]
    assert [row for row in drawn(sheet) if row.startswith("▌")] == [
        row for row in drawn(sheet) if first in row
    ]
    assert "space" in sheet.keys
    pressed(sheet, "space")
    assert sheet.ticked == {0} if name == "select" else sheet.placed == (0,)


def test_in_an_order_the_mark_goes_on_to_what_is_still_to_place():
    sheet = pressed(sheet_for(sample("order")), "1")
    assert sheet.cursor == ("option", 1)
    pressed(sheet, "space")
    assert not any(row.startswith("▌") for row in drawn(sheet))
    sheet.take_back()
    assert sheet.cursor == ("option", 1)


def test_enter_is_no_second_space_bar_in_an_order():
    sheet = sheet_for(sample("order"))
    assert "enter" not in sheet.keys
    sheet.press("enter")
    assert sheet.placed == ()
    assert "every item" in sheet.notice


def test_in_a_choice_the_space_bar_takes_the_mark_and_without_one_says_dont_know():
    sheet = sheet_for(sample("choice"))
    assert sheet.space_is_dont_know
    assert "space" not in sheet.keys
    pressed(sheet, "down")
    assert not sheet.space_is_dont_know
    assert [button.key for button in sheet.buttons] == ["F2"]
    pressed(sheet, "space")
    assert sheet.reply == (sheet.asked.options[0],)


def test_in_a_match_the_space_bar_leads_across_and_then_takes_the_mark():
    sheet = sheet_for(sample("match"))
    assert not sheet.space_is_dont_know
    assert sheet.key_words["Pick"] == "Other side"
    pressed(sheet, "space", "down")
    assert sheet.key_words["Pick"] == "Match"
    pressed(sheet, "space")
    assert sheet.given == {0: 1}


def head_of(ask, answer, **facts):
    """The first row of a question before the reply."""
    sheet = sheet_for(asked_as(ask, answer, **facts))
    return lay_out(Matter(sheet), 74, 22).rows[0].plain


def test_the_day_of_a_fact_is_told_before_the_reply():
    answer = TextAnswer("Belarus", wrong=("Iran",))
    facts = {"as_of": date(2024, 7, 4), "until": date(2025, 8, 31)}
    told = head_of("Which is the newest?", answer, **facts)
    assert told == "Choose one  ·  as of 4 July 2024, until 31 August 2025"


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        ("On which day?", DateAnswer(date(2024, 7, 4))),
        ("In which year?", NumberAnswer(2024)),
        ("In which month?", TextAnswer("July", wrong=("May",))),
        ("Who was new on 4 July 2024?", TextAnswer("Belarus", wrong=("Iran",))),
    ],
)
def test_a_day_that_tells_the_answer_or_nothing_new_is_left_out(ask, answer):
    assert "as of" not in head_of(ask, answer, as_of=date(2024, 7, 4))


def test_right_answers_are_green_and_the_learners_own_are_not():
    for name in ("order", "match", "names", "select"):
        sheet = sheet_for(sample(name))
        shown = judged(sheet.asked, REPLIES[name])
        rows = sheet.judged_rows(74, shown.reply, shown.verdict)
        runs = {(run.text, run.style) for row in rows for run in row.runs}
        for part in shown.verdict.parts:
            if part.expected:
                assert (part.expected, "right") in runs, (name, part)
            elif part.given:
                assert (part.given, "wrong") in runs, (name, part)


def test_the_rule_of_a_wide_page_runs_from_top_to_bottom():
    page = lay_out(Matter(sheet_for(sample("choice"))), 114, 36)
    assert len(page.rows) == 36
    assert all("│" in row.plain for row in page.rows)


def test_a_question_stays_where_it_was_when_its_verdict_comes():
    for name in KINDS:
        asked = sample(name)
        matter = Matter(sheet_for(asked))
        ask = asked.prompt.ask or "Founded"
        places = [
            next(n for n, row in enumerate(lay_out(one, 114, 36).rows) if ask[:12] in row.plain)
            for one in (matter, matter._replace(judged=judged(asked, REPLIES[name])))
        ]
        assert places[0] == places[1], name


def test_tab_and_a_click_go_to_another_gap():
    sheet = pressed(sheet_for(sample("gap")), "tab")
    assert sheet.position == 1
    sheet.click(("gap", 0))
    assert sheet.position == 0


def test_the_width_of_a_gap_tells_nothing_about_its_answer():
    sheet = sheet_for(sample("gap"))
    sheet.rows(60)
    first = sheet.spot.width
    pressed(sheet, "tab")
    sheet.rows(60)
    assert sheet.spot.width == first


@pytest.mark.parametrize("width", [1, 4, 9, 20, 80])
@pytest.mark.parametrize("name", KINDS)
def test_no_width_is_too_small_to_draw(name, width):
    sheet = sheet_for(sample(name))
    if isinstance(sheet, TextSheet):
        sheet.write("A long reply that has no room here")
    assert lay_out(Matter(sheet), width, 10).rows


def test_in_order_what_was_placed_last_is_taken_back_first():
    sheet = sheet_for(sample("order"))
    assert not sheet.can_take_back
    pressed(sheet, "2", "1")
    sheet.take_back()
    assert sheet.placed == (1,)
    sheet.take_back()
    assert sheet.placed == ()
    assert not sheet.can_take_back


def test_in_order_the_last_item_goes_with_the_one_before_it():
    sheet = sheet_for(sample("order"))
    many = len(sheet.asked.options)
    pressed(sheet, *(str(number) for number in range(1, many)))
    assert len(sheet.placed) == many
    sheet.take_back()
    assert len(sheet.placed) == many - 2


def test_in_a_match_the_newest_pair_is_taken_back_and_is_open_again():
    sheet = sheet_for(sample("match"))
    pressed(sheet, "2", "1", "up", "up")
    sheet.press("3")
    newest = list(sheet.given)[-1]
    sheet.take_back()
    assert newest not in sheet.given
    assert sheet.position == newest
    while sheet.can_take_back:
        sheet.take_back()
    assert sheet.given == {}


@pytest.mark.parametrize("name", sorted(set(KINDS) - {"order", "match"}))
def test_where_nothing_is_placed_undo_means_the_reply_before(name):
    assert not sheet_for(sample(name)).can_take_back


PRESIDENTS = (
    ("Kazakhstan", "Nursultan Nazarbayev"),
    ("Kyrgyzstan", "Askar Akayev"),
    ("Russia", "Vladimir Putin"),
)


@pytest.mark.parametrize("width", [51, 74])
def test_both_sides_of_a_match_go_on_facing_each_other(width):
    sheet = sheet_for(asked_as("Who signed for which?", MatchAnswer(PRESIDENTS)))
    before = [row.plain for row in sheet.rows(width)]
    pressed(sheet, *rights(sheet, *(right for _, right in PRESIDENTS)))
    after = [row.plain for row in sheet.rows(width)]
    assert len(after) == len(before)
    for place, (left, _) in enumerate(PRESIDENTS):
        assert left in after[place]
        number = rights(sheet, PRESIDENTS[place][1])[0]
        assert f"{left} → {number}" in after[place]
        assert f"{place + 1}← " in after[place]


def test_a_tick_question_keeps_its_numbers_once_it_is_judged():
    sheet = sheet_for(sample("select"))
    pressed(sheet, "1", "enter")
    verdict = judged(sheet.asked, sheet.reply).verdict
    rows = sheet.judged_rows(60, sheet.reply, verdict)
    for number, (option, row) in enumerate(zip(sheet.asked.options, rows, strict=True), 1):
        assert f" {number}  [" in row.plain
        assert option in row.plain
