"""Wrong options: of the answer's kind, out of the article, other packs or the tables.

Rather none than one of another kind or one that may be right. The same draft gets the same
options; chance comes from the draft's id.
"""

from __future__ import annotations

from quizapp.drafting.ideas import Idea, View
from quizapp.drafting.named import gazetteer
from quizapp.drafting.named.names import COUNTRY
from quizapp.drafting.options.other_names import other_names
from quizapp.drafting.options.other_numbers import other_amounts, other_numbers
from quizapp.drafting.options.other_times import other_days, other_times, other_years
from quizapp.drafting.options.other_words import other_items, other_words
from quizapp.drafting.options.pool import Pool
from quizapp.drafting.rules.acronyms import expansions

WANTED = 3


def wrong_options(view: View, idea: Idea, pool: Pool, seed: int) -> tuple[str | int | float, ...]:
    """Up to three wrong options for `idea`."""
    if idea.of == "given" or idea.wrong:
        return idea.wrong
    if isinstance(idea.answer, tuple):
        return _for_list(idea)
    if isinstance(idea.answer, (int, float)):
        return other_years(idea, view, seed) if idea.of == "year" else other_numbers(idea, seed)
    if idea.of == "expansion":
        return tuple(expansions(idea.answer, seed))
    if idea.of == "date":
        return other_days(idea, view, seed)
    if idea.of == "money":
        return other_amounts(idea, seed)
    if idea.of == "text":
        return other_times(idea.answer, seed) or other_words(idea, seed)
    return other_names(view, idea, pool, seed)


def _for_list(idea: Idea) -> tuple[str, ...]:
    if not isinstance(idea.answer, tuple):
        return ()
    if idea.of != COUNTRY:
        return other_items(idea.answer)
    inside = [nation for item in idea.answer if (nation := gazetteer.country(item))]
    codes = {nation.code for nation in inside}
    near = [
        one for nation in inside for one in gazetteer.nearby(nation)[:6] if one.code not in codes
    ]
    counted = sorted(set(near), key=lambda one: (-near.count(one), one.name))
    return tuple(one.name for one in counted[: WANTED + 1])
