"""From an article's text to its drafts: the rules, their options, their flags, their order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeAlias

from quizapp.drafting.doubting.doubts import flags_of
from quizapp.drafting.doubting.newcomer import seen_anew
from quizapp.drafting.doubting.rereading import reread
from quizapp.drafting.doubting.sound import is_sound
from quizapp.drafting.doubting.trifles import is_trifle
from quizapp.drafting.drafts import Draft
from quizapp.drafting.grammar.joining import alone
from quizapp.drafting.ideas import Idea, View, tidy
from quizapp.drafting.named.names import find_names
from quizapp.drafting.named.naming import Namer
from quizapp.drafting.options.assurance import assurance
from quizapp.drafting.options.pool import EMPTY, Pool
from quizapp.drafting.options.wrong import wrong_options
from quizapp.drafting.order.picking import ordered
from quizapp.drafting.order.ranking import Ranker, apart
from quizapp.drafting.order.telling import telling
from quizapp.drafting.rules.acronyms import acronym_ideas
from quizapp.drafting.rules.asking import clause_ideas
from quizapp.drafting.rules.counted_lists import counted_list_ideas
from quizapp.drafting.rules.gaps import gap_ideas
from quizapp.drafting.rules.listings import list_ideas
from quizapp.drafting.rules.origins import origin_ideas
from quizapp.drafting.rules.placing import Placer
from quizapp.drafting.rules.quoting import quote_ideas
from quizapp.drafting.rules.roles import role_ideas
from quizapp.drafting.text.article import Article, Sentence, look_at

_HOPELESS, _HOPELESS_GAP = 0.155, 0.18
"""A draft, a gap sentence, that scores no more is shown with the others of its sentence only."""
_HEAVY, _MANY = frozenset(("garbled", "duplicate")), 3
"""Flags that make it so; or more flags than that."""

UNSURE = 0.12
"""What options cost that are of one kind only by appearances, or too few."""
_OF_THESE, _FEWEST_OF_THESE = "hich of these", 2
"""What is asked so cannot be asked without other options."""

Rule: TypeAlias = Callable[[View, Sentence], Iterable[Idea]]

RULES: tuple[Rule, ...] = (
    quote_ideas,
    role_ideas,
    acronym_ideas,
    origin_ideas,
    list_ideas,
    counted_list_ideas,
    clause_ideas,
    gap_ideas,
)


def draft_article(
    raw: str,
    *,
    today: date | None = None,
    pool: Pool = EMPTY,
    markdown: bool = False,
    rules: tuple[Rule, ...] = RULES,
    more: Callable[[View], Iterable[Idea]] | None = None,
    judge: Callable[[list[Idea]], list[Idea]] | None = None,
) -> tuple[Draft, ...]:
    """The drafts of an article, the best first; the same arguments give the same drafts.

    `raw` has "\\n" as line ends. `today` is the day of the article's events. `more` gives further
    ideas, as a parser or a model has them. `judge` may drop ideas and flag them.
    """
    article = look_at(raw, markdown=markdown)
    view = View(article, find_names(article), today)
    ideas = [idea for one in article.sentences for rule in rules for idea in rule(view, one)]
    if more is not None:
        ideas += more(view)
    if judge is not None:
        ideas = judge(ideas)
    ranker = Ranker(article)
    drafts = apart(list(_drafts(view, ideas, pool, ranker)))
    return ordered(drafts, telling(view), article.plain)


def _drafts(view: View, ideas: Iterable[Idea], pool: Pool, ranker: Ranker) -> Iterator[Draft]:
    seen: set[str] = set()
    said: set[tuple[str, str]] = set()
    namer = Namer(view)
    placer = Placer(view, namer.things)
    for idea in ideas:
        known = draft_id(idea)
        key = (idea.ask.lower(), str(idea.answer))
        if known in seen or key in said or not (_is_askable(idea) and is_sound(view, idea)):
            continue
        seen.add(known)
        said.add(key)
        draft = _draft(view, namer.named(idea), known, pool)
        if _OF_THESE in draft.ask and len(draft.wrong) < _FEWEST_OF_THESE:
            continue
        draft = seen_anew(view, reread(ranker.reworded(namer.settled(draft))))
        draft = placer.placed(draft)
        score = ranker.score(draft)
        names = {flag.name for flag in draft.flags}
        is_hopeless = score <= (_HOPELESS_GAP if idea.kind == "gap" else _HOPELESS) and (
            bool(names & _HEAVY) or len(names) > _MANY
        )
        yield draft._replace(score=score, more=is_hopeless or is_trifle(view, idea, draft))


def draft_id(idea: Idea) -> str:
    """An id that stays while the sentence and the answer stay, wherever the sentence moves."""
    place = (idea.start - idea.sentence.start, idea.end - idea.sentence.start)
    parts = (idea.kind, idea.sentence.text, *map(str, place))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _is_askable(idea: Idea) -> bool:
    """False where the question says its answer, or nothing is left of it."""
    if isinstance(idea.answer, tuple):
        return len(idea.answer) > 1
    answer = str(idea.answer).lower()
    if isinstance(idea.answer, str) and idea.kind != "acronym" and idea.of not in ("date", "money"):
        last = answer.split()[-1]
        # "Which bridge" may ask for a name that ends so.
        inside = idea.ask.lower().replace(f"which {last}", "which")
        if answer in inside or (len(last) > 3 and f" {last}" in inside and idea.kind != "list"):
            return False
    fewest = 3 if idea.kind == "role" else 4
    return fewest <= len(idea.ask.split()) <= 60


def _draft(view: View, idea: Idea, known: str, pool: Pool) -> Draft:
    idea = idea._replace(ask=tidy(idea.ask if idea.kind == "quote" else alone(idea.ask)))
    wrong = wrong_options(view, idea, pool, int(known[:8], 16))
    answer = tidy(idea.answer) if isinstance(idea.answer, str) else idea.answer
    return Draft(
        id=known,
        kind=idea.kind,
        maker=idea.maker,
        ask=idea.ask,
        answer=answer,
        paragraph=idea.sentence.paragraph,
        sentence=(idea.sentence.start, idea.sentence.end),
        span=(idea.start, idea.end),
        terms=_terms(view.article, idea),
        wrong=wrong,
        accept=tuple(dict.fromkeys(one for one in idea.accept if one != answer)),
        why=tidy(idea.why),
        said_by=tidy(idea.said_by),
        as_of=view.today.isoformat() if idea.changes and view.today else "",
        unit=idea.unit,
        flags=flags_of(view, idea, len(wrong), pool),
        score=idea.worth - UNSURE * (1.0 - assurance(idea, wrong)),
    )


def _terms(article: Article, idea: Idea) -> tuple[str, ...]:
    """The words of the paragraph that carry the answer."""
    if isinstance(idea.answer, tuple):
        return idea.answer
    text = tidy(article.raw[idea.start : idea.end])
    return (text[:120],) if text else ()
