"""How sure the wrong options of a draft are: of one kind by the tables, or only by appearances."""

from __future__ import annotations

from quizapp.drafting.ideas import Idea
from quizapp.drafting.named import gazetteer, tables
from quizapp.drafting.named.names import COUNTRY, PERSON
from quizapp.drafting.named.tables import BODIES, PEOPLE, PLACES

WANTED = 3
_GUESSED, _UNCOUNTED = 0.5, frozenset(("year", "date", "money", "expansion", "given"))


def assurance(idea: Idea, wrong: tuple[str | int | float, ...]) -> float:
    """How likely it is that options serve as they stand: 0 for none to 1 for sure ones."""
    if not wrong:
        return 0.0
    full = min(len(wrong), WANTED) / WANTED
    if idea.of in _UNCOUNTED or not isinstance(idea.answer, str) or idea.of == COUNTRY:
        return full
    table_kinds = _kinds(idea.answer)
    sure = sum(bool(table_kinds & _kinds(str(one))) for one in wrong) / len(wrong)
    likely = _GUESSED if idea.of == PERSON or not table_kinds else 0.0
    return full * max(sure, likely)


def _kinds(name: str) -> frozenset[str]:
    """What the tables say a name is."""
    found = {
        row.kind for table in (PEOPLE, BODIES, PLACES) for row in tables.rows_with(name, table)
    }
    group = gazetteer.group_of().get(name, ())
    sorts = {row.kind for row in tables.rows_with(name, tables.SORTS)}
    return frozenset((*found, *group[:1], *sorts))
