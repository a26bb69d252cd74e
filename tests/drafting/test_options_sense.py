"""Wrong options of one world with the right one: of its time, its trade, its size, its form."""

from datetime import date

import pytest

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.likeness import is_person
from quizapp.drafting.named.names import find_names
from quizapp.drafting.named.tables import BODIES, PEOPLE, rows, rows_with
from quizapp.drafting.options.assurance import assurance
from quizapp.drafting.options.lifetimes import died
from quizapp.drafting.options.pool import EMPTY
from quizapp.drafting.options.wrong import wrong_options
from quizapp.drafting.text.article import look_at

TODAY = date(2022, 3, 12)
SEEDS = range(8)


def view_of(body, today=TODAY):
    article = look_at(f"News of the day\n\n{body}\n")
    return View(article, find_names(article), today)


def options(ask, answer, of, seed=1, *, body="", kind="gap", today=TODAY):
    view = view_of(body or ask, today)
    sentence = next(one for one in view.article.sentences if one.paragraph)
    idea = Idea(kind, ask, answer, of, sentence, 0, 1)
    return wrong_options(view, idea, EMPTY, seed)


def kinds(body):
    names = find_names(look_at(f"News of the day\n\n{body}\n"))
    return {name.text: name.kind for name in names.all}


# What a name is of


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        ("Mines are owned with De Beers, a unit of the group.", "De Beers", "org"),
        ("They sailed one of the boats, the James Caird, to the island.", "James Caird", "other"),
        ("It stands in the film Robin Hood: Prince of Thieves.", "Robin Hood", "other"),
        ("Hurricane Patricia came in 2015, and Patricia was strong.", "Patricia", "other"),
        ("Gov. Evelyn Salgado of Guerrero said so.", "Evelyn Salgado", "person"),
        ("The bank chose Anna Berg, a director of a bank.", "Anna Berg", "person"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(body, name, kind):
    assert kinds(body)[name] == kind


def test_a_last_name_that_stands_often_is_still_a_persons():
    body = "Carlos Alcaraz won. " + " ".join(["Then Alcaraz served."] * 12)
    names = find_names(look_at(f"News of the day\n\n{body}\n"))
    assert "Carlos Alcaraz" in names.of_kind("person")


# People


DIVE = (
    "John Shears led the team. Nico Vincent said it was hard. Dan Snow, a historian, was there."
    " Ernest Shackleton left Britain in 1914. Roald Amundsen had reached the Pole in 1911."
)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_who_is_dead_speaks_today(seed):
    ask = "Who said: \u201cWe have found the wreck\u201d?"
    found = options(ask, "John Shears", "person", seed, body=DIVE, kind="quote")
    assert "Nico Vincent" in found
    assert all(died(one) is None for one in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_of_the_past_stands_beside_people_of_his_time(seed):
    found = options("Who called it the worst sea?", "Ernest Shackleton", "person", seed, body=DIVE)
    assert len(found) == 3
    assert all(abs(died(one) - 1922) <= 60 for one in found)


def test_whom_an_article_names_with_years_of_long_ago_alone_is_dead():
    body = "Karl Ostrow sailed there in 1861. John Shears led the team. Nico Vincent said so."
    ask = "Who said: \u201cWe have found it\u201d?"
    found = options(ask, "John Shears", "person", body=body, kind="quote")
    assert found == ("Nico Vincent",)


def test_a_president_stands_beside_no_hurricane_specialist():
    body = (
        'Andy Hazelton, a hurricane specialist at a university, said: "It was fast."'
        " President Andr\u00e9s Manuel L\u00f3pez Obrador flew in."
    )
    ask = "Which hurricane specialist said: \u201cIt was fast\u201d?"
    assert "Andr\u00e9s Manuel L\u00f3pez Obrador" not in options(
        ask, "Andy Hazelton", "person", body=body, kind="quote"
    )


def test_a_hospital_makes_nobody_a_general():
    body = "Richard Slayman was operated on at Massachusetts General Hospital in Boston."
    assert options("Who was operated on in Boston?", "Richard Slayman", "person", body=body) == ()


def test_a_woman_of_sport_stands_beside_women():
    ask = "Fill the gap: She won the singles, beating \u2026 of Tunisia 6-4 6-4."
    found = options(ask, "Ons Jabeur", "person", body=ask.replace("\u2026", "Ons Jabeur"))
    women = {name for row in rows(PEOPLE) if row.sex == "w" for name in row.names}
    assert set(found) <= women
    assert len(found) == 3


# Places and bodies


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("RU", "AF KP SY LI"),
        ("JP", "KP MN"),
        ("AU", "FJ KI NR"),
        ("GB", "AL MT SM"),
    ],
)
def test_countries_stand_beside_such_as_weigh_as_much(code, others):
    found = [one.code for one in gazetteer.alike(gazetteer.nations()[code])[:6]]
    assert not set(found) & set(others.split())


def test_a_theme_tells_which_countries_come_to_mind():
    ask = "Fill the gap: It is the second-biggest producer of diamonds after \u2026."
    found = options(ask, "Russia", "country", body=ask.replace("\u2026", "Russia"))
    assert set(found) <= {one.name for one in gazetteer.of_theme(frozenset(["diamonds"]), RUSSIA)}


RUSSIA = gazetteer.nations()["RU"]


def test_a_local_court_stands_beside_local_courts():
    ask = "Fill the gap: The judge passed sentence at \u2026."
    found = options(ask, "Newcastle Crown Court", "org")
    assert len(found) == 3
    assert all(one.endswith("Crown Court") for one in found)


def test_a_court_to_play_on_is_no_tribunal():
    ask = "Fill the gap: Nobody had beaten him on \u2026."
    assert not {one for one in options(ask, "Centre Court", "place") if "Supreme" in one}


def test_a_maker_of_phones_stands_beside_such():
    ask = "Fill the gap: The maker is \u2026, whose iPhones have a socket of their own."
    found = options(ask, "Apple", "org", body=ask.replace("\u2026", "Apple"))
    assert len(found) == 3
    assert not {"Facebook", "Twitter", "Netflix"} & set(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_names_of_one_firm_do_not_stand_beside_each_other(seed):
    ask = "Fill the gap: Amazon, Google and \u2026 are the best customers."
    found = options(ask, "Microsoft", "org", seed, body=f"{ask} Meta and Facebook buy too.")
    assert not {"Meta", "Facebook"} <= set(found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_city_before_its_state_stands_beside_cities_of_it(seed):
    ask = "Fill the gap: The firm sits in \u2026, Massachusetts."
    assert not {"Bristol", "Oxford", "Sheffield"} & set(options(ask, "Cambridge", "city", seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_article_before_the_gap_fits_the_options(seed):
    ask = "Fill the gap: Had the \u2026 imposed a standard, all would have been well."
    assert "NATO" not in options(ask, "EU", "org", seed)
    ask = "Fill the gap: The \u2026 handed him the cup."
    found = options(ask, "Princess of Wales", "person", seed)
    assert all(one.startswith(("Duchess of", "Princess")) for one in found)


# Numbers, words


@pytest.mark.parametrize("seed", SEEDS)
def test_little_room_is_used_in_half_steps(seed):
    ask = "More than what percentage of the exports are stones?"
    view = view_of(ask)
    (sentence,) = [one for one in view.article.sentences if one.paragraph]
    found = wrong_options(
        view, Idea("gap", ask, 80, "percent", sentence, 0, 1, unit="%"), EMPTY, seed
    )
    assert len(found) == 3
    assert all(80 < one < 100 for one in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_decade_in_the_question_keeps_the_years_close(seed):
    ask = "After the boom of the late 1990s, in which year was the peak of its shares?"
    assert all(1996 < one < 2005 for one in options(ask, 2000, "year", seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_amount_up_to_another_stays_below_it(seed):
    ask = "Fill the gap: It will cost between \u2026 and $1.9 billion."
    found = options(ask, "$1.7 billion", "money", seed)
    assert all(float(one[1:4]) < 1.9 for one in found)


def test_nobody_has_two_stomachs():
    found = options("Fill the gap: It ruined his \u2026.", "kidneys", "text")
    assert len(found) == 3
    assert not {"stomaches", "stomachs", "pancreas", "spleens"} & set(found)


# How sure options are


def test_options_of_one_kind_are_surer_than_such_by_appearances():
    view = view_of("Nvidia sold chips.")
    (sentence,) = [one for one in view.article.sentences if one.paragraph]
    idea = Idea("gap", "Fill the gap: \u2026 sold chips.", "Nvidia", "org", sentence, 0, 1)
    assert assurance(idea, ("AMD", "Intel", "Qualcomm")) == 1.0
    assert assurance(idea, ("AMD", "Boko", "Kawai")) < 0.5
    assert assurance(idea, ("AMD",)) < 0.5
    assert assurance(idea, ()) == 0.0


# What the question itself rules out


def test_a_country_at_the_end_of_its_sentence_is_no_option():
    ask = "Fill the gap: It lives nowhere but in \u2026 and Portugal."
    for seed in SEEDS:
        found = options(ask, "Spain", "country", seed, body="It lives in Spain and Portugal.")
        assert found
        assert "Portugal" not in found


def test_no_planet_stands_behind_the():
    ask = "Fill the gap: The \u2026 turns once on its axis in a month."
    found = options(ask, "Moon", "place", body="The Moon turns once on its axis in a month.")
    assert {"Mars", "Mercury", "Venus"}.isdisjoint(found)


def test_a_university_of_a_country_stands_beside_those_of_it():
    body = "She is at Lund University in Sweden. He is at the University of Ottawa."
    ask = "She is a professor at which university in Sweden?"
    for seed in SEEDS:
        found = options(ask, "Lund University", "org", seed, body=body)
        assert len(found) == 3
        assert set(found) <= set(rows_with("Lund University", BODIES)[0].names)


def test_a_northern_sea_stands_beside_northern_seas():
    ask = "Fill the gap: The border goes through the \u2026, north of Greenland."
    body = "The border goes through the Lincoln Sea, north of Greenland."
    found = options(ask, "Lincoln Sea", "place", body=body)
    assert len(found) == 3
    assert "Irish Sea" not in found


def test_what_only_a_woman_is_called_keeps_men_away():
    body = (
        "Adela Bertin, the French actress, presided over the jury. Colin Firth said he was glad. "
        "Jeremy Strong said that he came. Nadia Melliti said that she won."
    )
    ask = "Fill the gap: \u2026, the French actress, presided over the jury."
    found = options(ask, "Adela Bertin", "person", body=body)
    assert {"Colin Firth", "Jeremy Strong"}.isdisjoint(found)


def test_a_firm_where_analysts_work_and_a_prize_are_no_persons():
    body = (
        "Analysts at Banca Generale, who had foreseen it, were glad. Viktor Szabo said so. "
        "Grand Prix, the second prize, went to him."
    )
    view = view_of(body)
    assert not is_person(view, "Banca Generale")
    assert not is_person(view, "Grand Prix")
    assert is_person(view, "Viktor Szabo")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_round_year_far_ahead_stands_beside_round_years(seed):
    ask = "By which year is the sum to be raised?"
    found = options(ask, 2035, "year", seed, kind="date", today=date(2024, 11, 24))
    assert len(found) == 3
    assert all(one % 5 == 0 for one in found)


def test_nobody_of_unknown_sex_stands_beside_the_best_actress():
    body = (
        "Nadia Melliti was chosen as best actress. Hasan Hadi said that it was hard. Adela "
        "Bertin, the French actress, presided over the jury."
    )
    found = options("Who was chosen as best actress?", "Nadia Melliti", "person", body=body)
    assert "Hasan Hadi" not in found
    assert "Adela Bertin" in found
    assert len(found) == 3


def test_nobody_stands_beside_a_firm_where_analysts_work():
    body = "Analysts at Banca Generale, who had foreseen it, were glad. Viktor Szabo said so."
    ask = "Fill the gap: Analysts at \u2026, who had foreseen it, were glad."
    for of in ("person", "other"):
        assert "Viktor Szabo" not in options(ask, "Banca Generale", of, body=body)
