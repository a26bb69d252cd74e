"""Names of one thing: spellings, translations and short forms that must never oppose each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quizapp.packs.words import content_words, word_list

_SAME = (
    "Türkiye = Turkey = Republic of Türkiye = Republic of Turkey",
    "Kyiv = Kiev",
    "Belarus = Republic of Belarus = Byelorussia",
    "Russia = Russian Federation",
    "China = People's Republic of China = PRC",
    "Iran = Islamic Republic of Iran",
    "Kyrgyzstan = Kyrgyz Republic",
    "Laos = Lao PDR = Lao People's Democratic Republic",
    "Myanmar = Burma",
    "Czechia = Czech Republic",
    "Eswatini = Swaziland",
    "Côte d'Ivoire = Ivory Coast",
    "United Arab Emirates = UAE",
    "United States = United States of America = USA = US = America",
    "United Kingdom = UK = Great Britain = Britain",
    "Astana = Nur-Sultan = Nursultan",
    "Beijing = Peking",
    "Tehran = Teheran",
    "Almaty = Alma-Ata",
    "St Petersburg = Saint Petersburg",
    "Yekaterinburg = Ekaterinburg",
    (
        "One Belt, One Road = Belt and Road = Belt and Road Initiative = New Silk Road"
        " = New Silk Roads = OBOR = BRI"
    ),
    "Middle Corridor = Trans-Caspian Corridor = Trans-Caspian route",
    "Shanghai Cooperation Organisation = SCO",
    "Regional Anti-Terrorist Structure = RATS",
    "United Nations = UN = United Nations Organisation",
    "European Union = EU",
    "Commonwealth of Independent States = CIS",
    "Collective Security Treaty Organisation = CSTO",
    "Eurasian Economic Union = EAEU",
    "North Atlantic Treaty Organisation = NATO",
    "Kazakhstanskaya Pravda = Pravda Kazakhstan",
    "Alexander Lukashenko = Aleksandr Lukashenko = Alyaksandr Lukashenka = Lukashenko",
)

_CAPITALS = (
    "Minsk = Belarus",
    "Beijing = China",
    "New Delhi = India",
    "Delhi = India",
    "Tehran = Iran",
    "Astana = Kazakhstan",
    "Bishkek = Kyrgyzstan",
    "Islamabad = Pakistan",
    "Moscow = Russia",
    "Kremlin = Russia",
    "Kremlin = Moscow",
    "Dushanbe = Tajikistan",
    "Tashkent = Uzbekistan",
    "Ankara = Türkiye",
    "Kyiv = Ukraine",
    "Washington = United States",
)

_ONE_WORD = {"just": "fair", "labor": "labour", "center": "centre", "defense": "defence"}
_ENDINGS = (("ization", "isation"), ("izations", "isations"), ("ized", "ised"), ("ize", "ise"))


@lru_cache(maxsize=16384)
def one_spelling(word: str) -> str:
    """A normalised word with American and British endings made one, and a plural s dropped."""
    word = _ONE_WORD.get(word, word)
    for american, british in _ENDINGS:
        if word.endswith(american):
            word = word[: -len(american)] + british
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _plain(text: str) -> str:
    found = [one_spelling(word) for word in word_list(text)]
    return " ".join(found[1:] if found[:1] == ["the"] and len(found) > 1 else found)


_FIRST_NAME = {
    _plain(name): _plain(group.split(" = ")[0]) for group in _SAME for name in group.split(" = ")
}


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """One key for all the names of the thing that `text` names, by words and by the table."""
    plain = _plain(text)
    return _FIRST_NAME.get(plain, plain)


_GROUPS = {canonical(group.split(" = ")[0]): tuple(group.split(" = ")) for group in _SAME}
_METONYMS = frozenset(
    frozenset(canonical(name) for name in pair.split(" = ")) for pair in _CAPITALS
)
_CAPITALS_AND_COUNTRIES = frozenset().union(*_METONYMS)


def other_names(text: str) -> tuple[str, ...]:
    """Every name in the table of the thing that `text` names; none where it stands in no table."""
    return _GROUPS.get(canonical(text), ())


def may_be_capitals(names: Iterable[str]) -> bool:
    """Whether two of some canonical names are at least in the table of capitals."""
    return sum(name in _CAPITALS_AND_COUNTRIES for name in names) > 1


def is_capital_for_country(one: str, other: str) -> bool:
    """True where one is the capital that news texts name in place of the other, a country."""
    return frozenset((canonical(one), canonical(other))) in _METONYMS


_INITIALS = tuple(
    (frozenset(map(one_spelling, content_words(full))), short.casefold())
    for full, short in (group.split(" = ")[:2] for group in _SAME)
    if short.isupper() and len(full.split()) > 1
)


def with_initials(words: frozenset[str]) -> frozenset[str]:
    """`words`, in one spelling each, with the words of a long name made its initials."""
    for full, short in _INITIALS:
        if full <= words:
            words = (words - full) | {short}
    return words
