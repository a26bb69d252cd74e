"""Words of a question that only join its sentence to others: cut, as it stands alone."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.words import listed, verbs

_QUOTED = re.compile('\u201c[^\u201d]*\u201d|"[^"]*"')
_IDLE = (
    "by contrast|in contrast|more striking|however|instead|meanwhile|moreover|furthermore"
    "|nevertheless|nonetheless|indeed|of course|in turn|as a result|consequently"
    "|for (?:his|her|its|their) part|on the other hand|then|too|though|in fact|after all|therefore"
    "|thus|as well|in addition"
)
_ANY = listed(
    """contrast striking however instead meanwhile moreover furthermore nevertheless nonetheless
    indeed course turn result consequently part hand then too though fact after therefore thus well
    addition importantly even time consequence far also afterwards"""
)
"""One of these is in all that is cut."""
_ASIDE = re.compile(rf",\s(?:{_IDLE})(?=[,.?;:])", re.IGNORECASE)
"""Between commas, or behind the last one."""
_FRONT = re.compile(
    rf"(?P<lead>^|: )(?:{_IDLE}|more importantly|even so|at the same time|as a consequence|so far)"
    r",\s(?P<next>\S)",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"(?P<before>\b(?:has|have|had|is|are|was|were|will|would|can|could|may|might|must|should|did|it"
    r"|he|she|they|which|who|and|\w{3,}ed)\s)also\s(?!known\b|called\b|as\b|in\b|on\b|at\b|from\b|to\b)"
)
_THEN = re.compile(r"(?<=[\w\u2026] )(?P<then>then\s)(?P<verb>[a-z]+)\b")
_BEFORE_THEN = listed("by since until from the than if and back was is what till")
_LATER = re.compile(r"\s(?:(?:soon|shortly)\s)?afterwards(?=[.?,])")


def alone(ask: str) -> str:
    """`ask` without words that only point to the sentences around its own; quotations stay."""
    if _ANY.isdisjoint(re.split(r"\W+", ask.lower())):
        return ask
    out, place = "", 0
    for match in _QUOTED.finditer(ask):
        out += _alone(ask[place : match.start()]) + match[0]
        place = match.end()
    return out + _alone(ask[place:])


def _alone(text: str) -> str:
    text = _FRONT.sub(lambda match: match["lead"] + match["next"].upper(), text)
    text = _ASIDE.sub("", text)
    return _LATER.sub("", _THEN.sub(_next, _ALSO.sub(r"\g<before>", text)))


def _next(match: re.Match[str]) -> str:
    """What follows "then" alone, where that only tells what came next."""
    before = match.string[: match.start()].split()[-1].lower()
    forms = verbs().get(match["verb"])
    is_next = forms is not None and match["verb"] == forms.past and before not in _BEFORE_THEN
    return match["verb"] if is_next else match[0]
