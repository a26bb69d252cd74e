"""Whom and which country an article is about, where that is beyond doubt."""

from __future__ import annotations

from quizapp.drafting.ideas import View
from quizapp.drafting.known import group
from quizapp.drafting.names import COUNTRY

_OFTEN, _TIMES = 3, 3
"""The country that an article is about is named so often, and so many times as often as others."""
_TWO = 2


def only_land(view: View) -> str:
    """The one country that an article is about, with "the" where it has it; or ""."""
    found = view.names.of_kind(COUNTRY)
    if not found or not view.article.sentences:
        return ""
    counts = [view.names.counts.get(one, 0) for one in found[:2]]
    is_main = counts[0] >= _OFTEN and (len(counts) < 2 or counts[0] >= _TIMES * counts[1])
    first = view.article.headline + view.article.sentences[0].text
    return view.the(found[0]) if is_main and found[0] in first else ""


def hero(view: View) -> dict[str, str]:
    """The parts of the name of two words that the headline and the first sentence share."""
    names = view.names
    for name in names.by_sentence.get(0, ()):
        parts = name.text.split()
        if len(parts) == _TWO and name.text in view.article.headline and not group(parts[1]):
            alone = [part for part in parts if names.counts.get(part, 0) > 1]
            others = [one for one in names.all if one.text != name.text and " " in one.text]
            if not any(part in one.text.split() for part in alone for one in others):
                return dict.fromkeys(alone, name.text)
    return {}
