"""Other words of the same sort, for the gap that a common word left."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea
from quizapp.drafting.named import tables

WANTED = 3
_GAP = "\u2026"
_OWN_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "teeth": "tooth",
    "feet": "foot",
    "mice": "mouse",
    "wives": "wife",
    "knives": "knife",
    "leaves": "leaf",
    "wolves": "wolf",
    "bacteria": "bacterium",
}
_HARD = frozenset(("stomach", "monarch", "patriarch", "epoch", "eunuch"))
"""Words whose "ch" is a k."""
_SINGLE_ORGANS = listed("heart stomach liver brain pancreas spleen bladder intestine")
"""What nobody has two of."""
_SINGLE = {one: many for many, one in _OWN_PLURALS.items()}
_WITH_ES = frozenset(("potato", "tomato", "mosquito", "volcano", "tornado", "mango", "hero"))
_MANIFOLD = listed(
    """head back lead watch star goal final service court fine organ mouse table bear seal mine tank
    cross bar round park key light bank heart face hand wall north south east west sun water
    judge parent teacher game train"""
)
"""Words of several senses: nobody knows which of them an article means."""
_ALIKE = frozenset(("sheep", "fish", "deer", "salmon", "cod", "tuna", "aircraft"))
_UNCOUNTED = listed(
    """police cotton wool silk linen leather velvet denim
    wheat rice maize barley corn rye sorghum cassava garlic spinach lettuce bread meat cheese milk
    butter pasta beef pork chicken soup water coffee tea beer wine juice whisky vodka lemonade rain
    snow fog thunder frost sunshine ice sleet hail wind grass moss seaweed jazz rock blues reggae
    punk grain fruit livestock timber fertiliser gas petrol diesel oil coal crude ore steel concrete
    wood glass cement asphalt plastic blood bone muscle skin food medicine fuel clothing dust rust
    mould grease asbestos radar sonar mail software memory music art tourism fraud theft arson
    robbery bribery perjury espionage treason blackmail embezzlement rainfall humidity gypsum quartz
    mica calcite magnetite olivine"""
)


def other_words(idea: Idea, seed: int) -> tuple[str, ...]:
    """Three words of the same sort as the answer in its own form; none where no table has it."""
    answer = str(idea.answer)
    for start, word in _heads(answer):
        for many in (False, True):
            found = _beside(idea, answer[:start], word, seed, many=many)
            if len(found) >= WANTED:
                return found[:WANTED]
    return ()


def other_items(items: tuple[str, ...]) -> tuple[str, ...]:
    """Four words of the sort that all items of a list are of; none where they are of several."""
    rows = tables.rows_with(items[0], tables.SORTS)
    fit = [row for row in rows if set(items) <= set(row.names)]
    return tuple(one for row in fit[:1] for one in row.names if one not in items)[: WANTED + 1]


def _heads(answer: str) -> list[tuple[int, str]]:
    """The answer itself, then what is left of it without the words that describe its last one."""
    places = [0, *(match.end() for match in re.finditer(r"\s", answer))]
    return [(at, answer[at:]) for at in places]


def _beside(idea: Idea, lead: str, word: str, seed: int, *, many: bool) -> tuple[str, ...]:
    one = _singular(word) if many else word
    rows = tables.rows_with(one, tables.SORTS) if one else []
    if not rows or one in _MANIFOLD or (lead and _is_telling(lead)):
        return ()
    found = (_of_sort(idea, lead, one, row.names, seed, many=many) for row in rows)
    return next((fit for fit in found if len(fit) >= WANTED), ())


def _of_sort(
    idea: Idea, lead: str, one: str, names: tuple[str, ...], seed: int, *, many: bool
) -> tuple[str, ...]:
    """The words of a sort that may stand in the gap, in the answer's form."""
    said = f"{idea.ask} {idea.sentence.text}".lower()
    fit: list[str] = []
    for other in tables.turned(names, seed):
        form = _plural(other) if many else other
        is_said = re.search(rf"\b{re.escape(other.lower())}", said)
        if other != one and form and not is_said and _sounds_right(idea.ask, lead, form):
            fit.append(f"{lead}{form}")
    return tuple(fit)


def _is_telling(lead: str) -> bool:
    """True for words that would hardly describe anything else: "corner", "missing"."""
    return len(lead.split()) > 1 or lead.strip() not in _PLAIN


_PLAIN = listed(
    """outstanding largest biggest small large new old big young own local main first last modern
    ancient cheap expensive heavy rare common foreign public private national international human
    strong weak next second third previous important famous dead wild domestic nearby other many
    red blue green white black downtown"""
)


def _singular(word: str) -> str:
    """The singular of a plural, or "" for what has none."""
    if word in _OWN_PLURALS:
        return _OWN_PLURALS[word]
    if word.endswith("ies") and len(word) > len("ties"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else ""


def _plural(word: str) -> str:
    if word in _SINGLE:
        return _SINGLE[word]
    if word in _ALIKE:
        return word
    is_mass = word in _UNCOUNTED or word in _SINGLE_ORGANS
    if is_mass or word.endswith(("ing", "ism", "iness")) or word[0].isupper():
        # Beside a plural a word that has none would stand out.
        return ""
    if word in _HARD:
        return word + "s"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("ch", "sh", "ss", "x")) or word in _WITH_ES:
        return word + "es"
    return word if word.endswith("s") else word + "s"


def _sounds_right(ask: str, lead: str, form: str) -> bool:
    """False where "a" or "an" before the gap would give the answer away."""
    before = ask.partition(_GAP)[0].lower()
    if lead:
        return True
    starts = form[0].lower() in "aeiou"
    if before.endswith(" a "):
        return not starts
    return starts if before.endswith(" an ") else True
