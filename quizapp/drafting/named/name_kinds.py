"""What a name seems to be a name of, from itself and from the words around it."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.words import FIRST_NAMES, OFFICES, REPORTING, listed
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.name_runs import CITY, COUNTRY, ORG, OTHER, PERSON, PLACE, Name
from quizapp.drafting.text.article import Article

SURE = 9
"""The weight of what a table says."""

_CAPITAL = re.compile(r"[A-Z][\w'&.-]*|[A-Z]+\d*")
_REGIONS = listed(
    """Asia Europe Africa America Antarctica Oceania Scandinavia Balkans Caucasus Arctic
    Caribbean Scotland Wales England Catalonia Siberia West"""
) | {
    *("Central Asia", "Middle East", "South America", "North America", "Latin America"),
    *("Southeast Asia", "South Asia", "East Asia", "West Africa", "East Africa", "Eastern Europe"),
}
_ORG_WORDS = listed(
    """Administration Archive Archives Academy Agency Airlines Airways Alliance Army Assembly
    Association Authority Bank Board Bureau Center Centre Church Club College Commission
    Committee Company Conference Confederation Congress Corp Corporation Council Court
    Department Education Energy Enterprises Federation Force Forum Foundation Fund Government
    Group Guard Holdings Hospital House Inc Industries Initiative Institute Institution
    International Laboratory League Limited Ltd Media Ministry Mission Motors Movement Museum
    Navy News Office Organisation Organization Parliament Partners Party Pharmaceuticals
    Police Press Programme Program Projects School Schools Senate Service Services Society
    Studios Survey Systems Team Technologies Treasury Tribunal Trust Union United University
    Ventures Workers Times Post Herald Journal Guardian Telegraph Tribune Reuters"""
)
_PLACE_WORDS = listed(
    """Airport Bay Beach Bridge Canal Cape City Coast County District Harbour Harbor Hill Island
    Islands Lake Mount Mountain Mountains Ocean Park Peninsula Province River Road Sea Square
    Stadium Street Town Tower Valley Village Gulf Strait Desert Forest Region"""
)
_THING_WORDS = listed(
    """Shuttle Telescope Act Award Awards Prize Cup Championship Championships Games Challenge Expo
    Festival War Treaty Agreement Image Photo Day Olympics Trophy Grand Championship Operation
    Hurricane Typhoon Cyclone Storm Virus Bill Law Report Journal Book Android Windows Street"""
)
_GIVEN = listed(
    """Gloria Mohamed Ahmed Fatima Olga Ingrid Marta Lena Nadia Aisha Leila Hana Yusuf Evelyn
    Terence Fergus Colette Esther Ellen Eleanor Agnes Bernadette Beatrice Bridget Brenda Bryony
    Cecilia Clarissa Courtney Darren Dennis Derek Desmond Dominic Donna Doris Douglas Duncan Dylan
    Edith Eileen Elena Elias Elsa Enrique Ernesto Eugene Felipe Fiona Francesca Gareth Gavin Gemma
    Geoffrey Gerald Giorgio Giulia Gordon Graham Guillermo Hannah Harriet Heather Heidi Helga Hugo
    Imran Irina Isabel Ivan Jasmine Javier Jeremy Jerome Joanna Joel Johanna Josephine Juliet
    Karim Karin Katarina Kathleen Keith Kirsten Kristin Larissa Lars Laurence Leonardo
    Lorenzo Louise Lucia Luigi Lydia Malcolm Marcel Marco Mario Marianne Markus Martha Mateo
    Matteo Maurice Mei Melissa Miguel Miriam Mohammad Monica Muhammad Naomi Natalia Nigel
    Nina Noah Norma Oliver Olivia Omar Pablo Pascal Pedro Phoebe Pierre Priya Rafael
    Rajesh Ramon Raul Ravi Rebecca Ricardo Roberto Rodrigo Rosa Rupert Sabine Samantha Sanjay
    Sebastian Sergio Shirley Silvia Simone Sofia Sophia Stefan Suresh Tariq Tatiana Theresa Tomas
    Trevor Ursula Valentina Vanessa Vera Veronica Viktor Vincent Vivian Wendy Wilhelm Xavier
    Yolanda Yvonne Zoe Winfred"""
)
_HIS = re.compile(r"\s[a-z]+\s(?:his|her)\b")
_AFTER_ORG = frozenset(("Inc", "Corp", "Ltd", "plc", "shares", "spokesman", "spokeswoman"))
_ORG_VERBS = listed("announced launched released acquired unveiled posted")
_PERSON_CUES = frozenset(("who", "whose", "himself", "herself"))
_OFFICE_BEHIND = re.compile(
    r",\s(?:the\s|an?\s)?(?:[\w'-]+\s){0,3}(?:head|director|chief|chairman|chairwoman|president"
    r"|minister|spokesman|spokeswoman|founder|secretary|professor|analyst|economist|scientist|researcher"
    r"|ecologist|oceanographer|engineer|lawyer|author|coach|mayor|governor|senator|CEO)\b"
)
_NO_BODIES = listed(
    "DNA RNA UTC GMT CET EST USB IT GDP PC TV AI HIV AIDS GPS CEO PR CRISPR VAT CV CO UK ID"
)
"""Capitals that stand for no organisation."""
_ORG_SHORT = frozenset((*gazetteer.ORGANISATIONS.values(), "NASA", "BBC", "CNN", "FBI", "CIA"))


def guess(article: Article, run: Name) -> tuple[str, int]:
    """The kind of a name where it stands, and how much that weighs."""
    if _is_river(article, run):
        return OTHER, SURE
    known = _by_table(run) or _by_company(article, run)
    return known or _by_words(article, run) or _by_neighbours(article, run)


def _is_river(article: Article, run: Name) -> bool:
    """True for "the Amazon", whose name a company has without "the"."""
    is_company = "company" in gazetteer.things().get(run.text, ("",))[0]
    is_the = article.plain.endswith((" the ", "The "), 0, run.start)
    return is_company and is_the and _BEHIND_THE.match(article.plain, run.end) is not None


def _by_table(run: Name) -> tuple[str, int] | None:
    text, words = run.text, run.text.split()
    if gazetteer.country(text):
        return COUNTRY, SURE
    if text in gazetteer.by_capital():
        return CITY, SURE
    if text in gazetteer.things():
        return ORG, SURE
    if text in _REGIONS or text in gazetteer.group_of():
        return PLACE, SURE
    if len(words) > 1 and not run.title and tables.rows_with(text, tables.PLACES):
        return PLACE, SURE
    if len(words) > 1 and tables.rows_with(text, tables.PEOPLE):
        return PERSON, SURE
    if text in gazetteer.by_demonym() or words[0] in ("USS", "HMS") or "Flight" in words:
        return OTHER, SURE
    return None


_BUSINESS = re.compile(
    r",\s(?:an?|the)\s(?:(?!of\b|at\b|for\b|in\b|with\b)[\w'-]+\s){0,3}?"
    r"(?:unit|firm|company|companies|subsidiary|maker|producer"
    r"|manufacturer|retailer|insurer|carmaker|lender|brewer|operator|start-?up|publisher"
    r"|conglomerate|charity|non-?profit|newspaper|website|bank|airline|studio)\b(?!'s)"
    r"(?!\s(?:boss|chief|executive|director|president|manager|spokes\w+|worker|owner|founder))"
)
_STORMS = ("Hurricane", "Typhoon", "Cyclone", "Storm")
_WORKS = re.compile(
    r"\b(?:film|movie|novel|play|opera|musical|series|book|game|song|album|comic|cartoon|ballet"
    r"|legend of|tale of|statue of)s?,?\s[\"'\u2018\u201c]?$"
)
_BEHIND_THE = re.compile(r"(?:,|\.|;|:|\)|$|\s(?:and|or|at|in|on|to|from|was|is|had|has|were)\b)")


def _by_company(article: Article, run: Name) -> tuple[str, int] | None:
    """What words right beside a name tell of it, before its own do: a firm, a storm, a film."""
    plain, text = article.plain, run.text
    if run.title or text in gazetteer.group_of():
        return None
    if _BUSINESS.match(plain, run.end):
        return ORG, 6
    if " " not in text and any(f"{storm} {text}" in plain for storm in _STORMS):
        return OTHER, SURE
    before = plain[max(run.start - 24, 0) : run.start]
    if _WORKS.search(before):
        return OTHER, 6
    is_thing = before.endswith((" the ", "The ")) and _BEHIND_THE.match(plain, run.end)
    return (OTHER, 6) if is_thing and run.text.split()[0] in FIRST_NAMES else None


def _by_words(article: Article, run: Name) -> tuple[str, int] | None:
    text, words = run.text, run.text.split()
    is_org = bool(_ORG_WORDS & {word for one in words for word in (one, one.removesuffix("s"))})
    if _THING_WORDS & set(words) and not run.title and not is_org:
        return OTHER, 5
    if run.title and len(words) <= 4 and not is_org:
        return PERSON, 6
    if is_org or text in gazetteer.ORGANISATIONS or text in _ORG_SHORT:
        return ORG, 5
    if _PLACE_WORDS & set(words):
        return PLACE, 5
    if len(words) <= 4 and _OFFICE_BEHIND.match(article.plain, run.end):
        return PERSON, 5
    if "&" in words:
        return ORG, 3
    if len(words) == 1 and (text in FIRST_NAMES or text in _GIVEN):
        return PERSON, 4
    is_first = words[0] in FIRST_NAMES or words[0] in _GIVEN
    is_full = is_first and 2 <= len(words) <= 4 and "of" not in words
    return (PERSON, 5) if is_full else None


def _by_neighbours(article: Article, run: Name) -> tuple[str, int]:
    words = run.text.split()
    before = article.plain[max(run.start - 24, 0) : run.start].split()
    after = re.findall(r"[\w']+|\S", article.plain[run.end : run.end + 40])
    last, following = (before[-1] if before else ""), (after[0] if after else "")
    second = after[1] if len(after) > 1 else ""
    if len(words) > 1 and is_acronym(words[-1]) and len(words[-1]) > 2:
        # "Africa CDC said": no person's name ends with letters.
        return (ORG, 2) if following in REPORTING or last in REPORTING else (OTHER, 1)
    if is_acronym(run.text):
        is_thing = run.text in _NO_BODIES or re.search(rf"[a-z] \({run.text}\)", article.plain)
        return (OTHER, SURE) if is_thing else (ORG, 2)
    if (
        following == ","
        and (second in ("who", "a", "an", "the") or second.isdigit())
        and len(words) > 1
    ):
        return PERSON, 2
    is_pair = (
        len(words) in (2, 3)
        and not gazetteer.country(words[0])
        and all(_CAPITAL.fullmatch(word) for word in words)
    )
    if (following in REPORTING or last in REPORTING) and last != "the":
        return (PERSON, 4) if is_pair else (PERSON, 1)
    is_told_of = is_pair and _HIS.match(article.plain, run.end)
    if is_told_of or following in _PERSON_CUES or last.lower() in OFFICES:
        return PERSON, 3
    if following in _ORG_VERBS or following in _AFTER_ORG:
        return ORG, 2
    if last in ("in", "near", "from", "to", "across") and last == last.lower():
        return PLACE, 2 if last in ("in", "near") else 1
    return OTHER, 1


def is_acronym(text: str) -> bool:
    """True for two to six capitals: SCO, GCSE."""
    return text.isalpha() and text.isupper() and 2 <= len(text) <= 6
