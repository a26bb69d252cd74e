"""A question's place in the news: the month and the headline, where the question alone is vague."""

from __future__ import annotations

import re

from quizapp.drafting.doubts import NO_OCCASION, WHICH
from quizapp.drafting.drafts import Draft, Flag
from quizapp.drafting.ideas import View, lowered
from quizapp.packs.words import content_words

_LONGEST = 12
"""A longer headline is no phrase to quote."""
_KINDS = frozenset(("who", "date", "number", "front", "where", "object", "gap"))
_WORSE = frozenset(("pronoun", "relative-time", "garbled", "duplicate"))
_UNNAMED = "nothing is named"
_SHORT = "short:"


def placed(view: View, draft: Draft) -> Draft:
    """`draft` with the news it belongs to in front, where it is flagged vague for nothing worse.

    The flag goes where the headline says what was missing.
    """
    flag = next((one for one in draft.flags if one.name == "vague"), None)
    names = {one.name for one in draft.flags}
    if flag is None or draft.kind not in _KINDS or names & _WORSE or draft.said_by:
        return draft
    if not draft.ask.endswith("?") or not view.in_month or flag.about.startswith(_SHORT):
        return draft
    headline = _headline(view, draft)
    if flag.about.endswith(WHICH) and not (headline and _says(headline, flag)):
        return draft
    lead = f"In the news{view.in_month.replace(' in ', ' of ')}"
    if headline:
        lead += f", \u201c{headline}\u201d"
    flags = draft.flags if not headline or not _says(headline, flag) else _without(draft, flag)
    return draft._replace(ask=f"{lead}: {lowered(draft.ask)}", flags=flags)


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
    return flag.about in (_UNNAMED, NO_OCCASION) or bool(
        content_words(flag.about) & content_words(headline)
    )


def _without(draft: Draft, flag: Flag) -> tuple[Flag, ...]:
    return tuple(one for one in draft.flags if one != flag)
