"""The words that ask for a name in a parsed phrase: "which bridge", "which Danish company"."""

from __future__ import annotations

from collections.abc import Iterable

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.gazetteer import by_demonym
from quizapp.drafting.named.names import COUNTRY, ORG, PERSON, Name
from quizapp.drafting.parse.trees import Word, text_of
from quizapp.drafting.rules.fronting import kind_word

_NOUNS = listed(
    """bridge canal river lake sea ocean bay gulf strait island islands peninsula mountain mount
    hills plain basin valley desert forest park dam tower castle palace cathedral church museum
    library hospital university college school institute airport harbour harbor port terminal
    station stadium square street road highway railway prize award cup league championship
    festival treaty agreement convention declaration act bill law court party ministry agency
    bank company corporation airline airlines newspaper journal magazine telescope volcano
    glacier province county district region state city town village"""
)
_KINDS = listed(
    """journal magazine newspaper genus species company firm drugmaker carmaker airline bank
    charity town village city island province county district region state river lake port
    ship vessel tanker satellite probe rocket spacecraft telescope drug vaccine virus disease
    novel book film play album song opera programme operator maker startup club team party
    union agency ministry university museum league cup stadium airport volcano peninsula
    province capital suburb bay mineral element language dialect"""
)
_NEIGHBOURS = frozenset(("neighbouring", "neighboring"))
_ARTICLES = frozenset(("the", "a", "an"))


def asked_name(name: Name, phrase: list[Word], words: list[Word], nouns: dict[str, str]) -> str:
    """What asks for `name`, whose `words` end `phrase`; "" where nothing fits.

    What stands in front of the name is kept where it tells of what kind it is; `nouns` tells it
    of names that do not say it themselves.
    """
    if not words or not phrase or words[-1] != phrase[-1]:
        return ""
    before = [one for one in phrase if one.i < words[0].i and one.lower_ not in _ARTICLES]
    if name.kind == PERSON:
        return "who" if all(_describes(one) for one in before) else ""
    if any(one.dep_ not in ("amod", "compound", "nmod", "appos") for one in before):
        return ""
    kind = _kind(name, before, nouns)
    adjectives = [one for one in before if one.text in by_demonym() or one.lower_ in _NEIGHBOURS]
    others = [one for one in before if one not in adjectives and one.lower_ not in _KINDS]
    if not kind or others:
        return ""
    return f"which {' '.join((*(one.text for one in adjectives), kind))}"


def _describes(word: Word) -> bool:
    return word.tag_ not in ("CC", "IN", "POS", "PRP$", ",") and word.dep_ != "conj"


def _kind(name: Name, before: list[Word], nouns: dict[str, str]) -> str:
    """The noun that a name is one of."""
    if own := next((one.lower_ for one in before if one.lower_ in _KINDS), ""):
        return own
    if name.text in by_demonym():
        return ""
    if known := gazetteer.things().get(name.text):
        return known[0]
    said = kind_word(name.text, name.kind).removeprefix("which ")
    last = name.text.split()[-1].lower()
    if last in _NOUNS and " " in name.text and name.kind != COUNTRY:
        return last
    if name.kind == ORG:
        return nouns.get(name.text) or said
    return said or nouns.get(name.text, "")


def nouns_of(docs: Iterable[Word]) -> dict[str, str]:
    """What the names of an article are called there: "the Dali, a ship of 947 feet"."""
    found: dict[str, str] = {}
    for doc in docs:
        for word in doc:
            noun = _noun_for(word) if word.tag_ == "NNP" and word.dep_ != "compound" else None
            if noun is not None and noun.tag_ == "NN" and noun.lower_ not in _NO_KIND:
                found.setdefault(text_of(_name_of(word)), noun.lower_)
    return found


def _noun_for(word: Word) -> Word | None:
    """The noun that stands for a name: in apposition, or behind "is a"."""
    for child in word.children:
        if child.dep_ == "appos" and child.i > word.i and _is_one(child):
            return child
    verb = word.head
    if word.dep_ == "nsubj" and verb.lower_ in ("is", "was"):
        return next((one for one in verb.children if one.dep_ == "attr" and _is_one(one)), None)
    return None


def _is_one(noun: Word) -> bool:
    return any(one.lower_ in ("a", "an") for one in noun.children if one.dep_ == "det")


def _name_of(word: Word) -> list[Word]:
    return [
        *(one for one in word.children if one.dep_ == "compound" and one.tag_ == "NNP"),
        word,
    ]


_NO_KIND = listed(
    """man woman person part one step member record target victory win move sign result way thing
    place time year day number group name idea question problem success failure surprise threat
    blow risk chance matter reminder symbol favourite favorite leader winner warning period kind
    sort type form lot bit couple pair half third fellow figure force source cause effect"""
)
