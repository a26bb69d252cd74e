"""Wrong options: of the answer's kind, as round as it, and none that is right."""

from datetime import date

import pytest

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.names import find_names
from quizapp.drafting.named.trades import role_in
from quizapp.drafting.options.pool import EMPTY
from quizapp.drafting.options.wrong import wrong_options
from quizapp.drafting.rules.acronyms import expansions
from quizapp.drafting.text.article import look_at

TODAY = date(2024, 7, 4)
SEEDS = range(8)


def options(ask, answer, of, seed=1, *, body="", kind="gap", unit="", today=TODAY):
    article = look_at(f"News of the day\n\n{body or ask}\n")
    view = View(article, find_names(article), today)
    (sentence, *_) = [one for one in article.sentences if one.paragraph][:1] or article.sentences
    return wrong_options(view, Idea(kind, ask, answer, of, sentence, 0, 1, unit=unit), EMPTY, seed)


# Numbers


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("ask", "answer", "low", "high"),
    [
        ("Seven of the … members voted for it.", 9, 7, 99),
        ("Of these, 28 of how many patients were free of pain?", 32, 28, 999),
        ("How many of the 12 members voted for it?", 5, 0, 12),
        ("On board were 155 people, including how many children?", 17, 0, 155),
        ("More than how many vehicles crossed it?", 30000, 30000, 10**9),
        ("At least how many kilometres was it carried?", 750, 750, 10**9),
        ("Fewer than how many people live there?", 500, 0, 500),
        ("Most are between one and … years old.", 4, 1, 99),
        ("To what percentage did the bank raise its rate from 8.5 percent?", 15, 8.5, 99),
        ("The toll fell to … from 34 a year before.", 20, 0, 34),
        ("They count … groups that breed, 13 of them in Spain.", 16, 13, 99),
    ],
)
def test_no_number_contradicts_the_others_of_its_question(ask, answer, low, high, seed):
    found = options(ask, answer, "number", seed)
    assert len(set(found) - {answer}) == 3
    assert all(low < one < high for one in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_are_as_round_as_the_right_one(seed):
    for answer in (2_000_000_000, 4000, 47_000, 250, 85):
        noughts = len(str(answer)) - len(str(answer).rstrip("0"))
        for one in options("Fill the gap: It has … of them.", answer, "number", seed):
            assert abs(len(str(one)) - len(str(one).rstrip("0")) - noughts) <= 1


def test_percentages_stay_below_a_hundred_and_amounts_keep_their_form():
    assert all(one < 100 for one in options("What percentage?", 95, "percent", unit="%"))
    for one in options("How much did it cost?", "$2.05 million", "money"):
        assert one.startswith("$")
        assert one.endswith(" million")


def test_what_stands_in_the_question_is_no_option():
    assert 300 not in options("It took 300 hours, how many meetings and a night?", 200, "number")


# Years, days and times of day


@pytest.mark.parametrize("seed", SEEDS)
def test_what_has_happened_was_in_no_year_and_on_no_day_to_come(seed):
    assert max(options("In which year was it founded?", 2022, "year", seed)) <= 2024
    days = options("When was it signed?", "2024-07-03", "date", seed)
    assert len(days) == 3
    assert max(days) <= "2024-07-04"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_foretold_is_in_no_year_gone(seed):
    assert min(options("In which year would it open?", 2028, "year", seed)) >= 2024


def test_world_cups_are_four_years_apart():
    found = options("The team won the World Cup of which year?", 1966, "year")
    assert all(one % 4 == 2 for one in found)


def test_a_time_of_day_stands_beside_times_of_day():
    found = options("Fill the gap: It came down at … a.m.", "8:52", "text")
    assert len(found) == 3
    assert all(one[-3] == ":" and int(one[-2:]) < 60 for one in found)


# Letters


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "full",
    [
        "World Health Organization",
        "National Transportation Safety Board",
        "Cybersecurity and Infrastructure Security Agency",
        "gross domestic product",
    ],
)
def test_an_expansion_differs_in_one_word_that_has_the_same_letter(full, seed):
    found = expansions(full, seed)
    assert len(set(found)) == 3
    for one in found:
        pairs = list(zip(one.split(), full.split(), strict=True))
        assert sum(ours != theirs for ours, theirs in pairs) == 1
        assert all(ours[0] == theirs[0] for ours, theirs in pairs)


# Names


@pytest.mark.parametrize(
    ("ask", "answer", "of", "table", "kind"),
    [
        ("Fill the gap: He works at the ….", "University of Leeds", "org", "bodies", "university"),
        ("Fill the gap: It circles ….", "Jupiter", "org", "bodies", "planet"),
        ("Fill the gap: He sailed around the ….", "Cape Horn", "place", "places", "cape"),
        ("Fill the gap: The ash of … fell there.", "Vesuvius", "place", "places", "volcano"),
        ("Fill the gap: The engines are made by ….", "Airbus", "org", "bodies", "aircraft maker"),
    ],
)
def test_a_known_name_stands_beside_names_of_its_kind(ask, answer, of, table, kind):
    found = options(ask, answer, of, body=ask.replace("…", answer))
    assert len(found) == 3
    assert all(kind in tables.kinds_of(one, table) for one in found)


def test_a_city_stands_beside_others_of_its_country():
    found = options("In which city was it signed?", "Osaka", "place", body="It was in Osaka.")
    assert len(found) == 3
    assert all(any(row.where == "JP" for row in tables.rows_with(one, "places")) for one in found)


def test_an_unknown_name_with_a_known_head_stands_beside_others_with_it():
    body = "A dog was found near Little Bear Lake in Canada."
    found = options("Fill the gap: It was near ….", "Little Bear Lake", "place", body=body)
    assert len(found) == 3
    assert all("lake" in tables.kinds_of(one, "places") for one in found)


def test_a_states_department_stands_beside_those_of_other_states():
    answer = "Ohio Department of Transportation"
    found = options("Who spoke for it?", answer, "org", body=f"The {answer} said so.")
    assert len(found) == 3
    assert all(one.endswith(" Department of Transportation") for one in found)


def test_a_name_that_nothing_is_known_of_has_no_options():
    assert options("It was found by …", "Zorblax", "other", body="They met Zorblax there.") == ()


def test_one_body_never_stands_beside_itself_under_another_name():
    body = "The National Transportation Safety Board and the FBI looked into it."
    found = options("Who looked into it?", "FBI", "org", body=body)
    assert "Federal Bureau of Investigation" not in found


def test_a_country_is_not_opposed_to_what_the_question_speaks_of():
    found = options(
        "To which country did Stockholm send arms?", "Türkiye", "country", body="It was in Türkiye."
    )
    assert len(found) == 3
    assert not {"Sweden", "Turkey", "Türkiye"} & set(found)


def test_peoples_stand_beside_peoples_in_the_same_form():
    found = options("Most of them were ….", "Indonesians", "other", body="They were Indonesians.")
    assert len(found) == 3
    assert all(one.endswith("ns") for one in found)


# People


def test_an_office_holder_stands_beside_others_of_the_same_office():
    body = "NASA Administrator Bill Nelson spoke in Utah."
    ask = "Who was the administrator of NASA in July 2024?"
    found = options(ask, "Bill Nelson", "person", body=body, kind="role")
    assert len(found) == 3
    assert all("administrator of NASA" in tables.kinds_of(one, "people") for one in found)


def test_a_minister_stands_beside_ministers_of_other_countries():
    body = "Russian Foreign Minister Sergei Lavrov came to Delhi."
    ask = "Who was Russia's foreign minister in July 2024?"
    found = options(ask, "Sergei Lavrov", "person", body=body, kind="role")
    assert len(found) == 3
    rows = [row for one in found for row in tables.rows_with(one.replace("\u2019", "'"), "people")]
    assert "foreign minister" in {row.kind for row in rows}
    assert not [one for one in found if one in tables.rows_with("Sergei Lavrov", "people")[0].names]


def test_nobody_from_outside_is_put_beside_a_suspect():
    body = "US Senator John Cornyn was arrested for fraud, police said."
    assert options("Who was arrested?", "John Cornyn", "person", body=body, kind="who") == ()


def test_a_family_name_stands_beside_family_names():
    body = "Mr Thatcher was not there, but Margaret Thatcher came."
    found = options("Who came?", "Thatcher", "person", body=body, kind="who")
    assert all(" " not in one for one in found)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the U.S. Sen. John Cornyn said", "senator"),
        ("NASA's administrator, Bill Nelson", "administrator of NASA"),
        ("a volcanologist at the university", "volcanologist"),
        ("in general he was right", ""),
    ],
)
def test_the_words_near_a_name_tell_its_role(text, role):
    assert role_in(text) == role


# Common words


@pytest.mark.parametrize(
    ("ask", "answer", "form"),
    [
        ("The way was blocked by …, rivers and forest.", "mountains", "s"),
        ("The bank holds half of the ….", "outstanding bonds", "s"),
    ],
)
def test_a_common_word_stands_beside_others_of_its_sort_in_its_form(ask, answer, form):
    found = options(ask, answer, "text", body=ask.replace("…", answer))
    assert len(found) == 3
    assert all(one.endswith(form) and one.count(" ") == answer.count(" ") for one in found)


def test_an_article_before_the_gap_gives_nothing_away():
    ask = "He was trapped in an …."
    assert all(one[0] in "aeiou" for one in options(ask, "island", "text", body=ask))


def test_words_of_several_senses_and_unknown_ones_have_no_options():
    assert options("It was found in the ….", "head", "text") == ()
    assert options("It was a great ….", "disappointment", "text") == ()


# The tables


def test_no_row_names_one_thing_twice():
    for table in (tables.PEOPLE, tables.BODIES, tables.PLACES, tables.SORTS):
        for row in tables.rows(table):
            assert len(set(row.names)) == len(row.names), row
            assert all(name == name.strip() and name for name in row.names), row


def test_every_row_says_what_it_is_of():
    assert {row.sex for row in tables.rows(tables.PEOPLE)} == {"m", "w"}
    codes = {row.where for row in tables.rows(tables.PEOPLE)} - {"", "EU"}
    assert codes <= set(gazetteer.nations()) | {"HK"}
