"""A question's place in the news: the month and the headline, where the question alone is vague."""

from __future__ import annotations

import re

from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.ideas import View, lowered
from quizapp.drafting.references import NO_OCCASION, UNNAMED, WHICH
from quizapp.packs.words import content_words

_LONGEST = 12
"""A longer headline is no phrase to quote."""
_KINDS = frozenset(("who", "date", "number", "front", "where", "object", "gap"))
_WORSE = frozenset(("pronoun", "relative-time", "garbled", "duplicate"))
_SHORT = "short:"
_GAP = "Fill the gap: "
_MOST = 33
"""No question is made longer than that."""
_STEM = 5
"""Words that begin with so many letters alike are of one family: "erupts", "eruption"."""


def placed(view: View, draft: Draft) -> Draft:
    """`draft` with the news it belongs to in front, where it is flagged vague for nothing worse.

    The flag goes where the headline says what was missing.
    """
    flag = next((one for one in draft.flags if one.name == "vague"), None)
    names = {one.name for one in draft.flags}
    if flag is None or draft.kind not in _KINDS or names & _WORSE or draft.said_by:
        return draft
    if not view.in_month or flag.about.startswith(_SHORT):
        return draft
    headline = _headline(view, draft)
    if not headline or (flag.about.endswith(WHICH) and not _says(headline, flag)):
        return draft
    news = f"the news{view.in_month.replace(' in ', ' of ')}, \u201c{headline}\u201d: "
    if draft.ask.endswith("?"):
        ask = f"In {news}{lowered(draft.ask)}"
    elif draft.ask.startswith(_GAP) and _says(headline, flag):
        ask = f"Fill the gap in {news}{draft.ask.removeprefix(_GAP)}"
    else:
        return draft
    if len(ask.split()) > _MOST:
        return draft
    flags = _without(draft, flag) if _says(headline, flag) else draft.flags
    return draft._replace(ask=ask, flags=flags)


def _headline(view: View, draft: Draft) -> str:
    """The headline, where it can be quoted and gives the answer not away; else ""."""
    text = view.article.headline.strip(" .")
    words = content_words(str(draft.answer))
    is_short = 2 < len(text.split()) <= _LONGEST
    if (
        not is_short
        or text.isupper()
        or re.search('["\u201c\u201d:?|\u203a]', text)
        or words & content_words(text)
    ):
        return ""
    return text.replace("'", "\u2019")


def _says(headline: str, flag: Flag) -> bool:
    """True where the headline names what the flag misses."""
    if flag.about in (UNNAMED, NO_OCCASION):
        return True
    stems = {word[:_STEM] for word in content_words(headline)}
    return any(word[:_STEM] in stems for word in content_words(flag.about.removesuffix(WHICH)))


def _without(draft: Draft, flag: Flag) -> tuple[Flag, ...]:
    return tuple(one for one in draft.flags if one != flag)
