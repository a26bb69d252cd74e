"""Other words for a question's own, where too many of them run on as in the article.

Only words that may be exchanged wherever they stand are listed; quotations and names stay.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.drafting.grammar.words import verbs
from quizapp.packs.checking.copying import Phrases

_MOST = 5
"""So many exchanges are made in one question."""

_SAME_VERBS = """
begin start|start begin|receive get|purchase buy|buy purchase|assist help|obtain get|disclose reveal
reveal disclose|request seek|prohibit ban
injure hurt|occur happen|halt stop|complete finish|postpone delay|establish create
select choose|choose select|select pick|discover find|defeat beat|beat defeat
collect gather|damage harm|remain stay|provide supply|supply provide|transport carry
display show|acquire buy|endorse support|employ use|tackle address|depart leave|conduct hold
exceed surpass|surpass exceed|detain hold|seek want|intend plan
"""
_SAME_WORDS = """
more than=over|approximately=about|nearly=almost|almost=nearly|because of=owing to
due to=because of|in order to=so as to|as well as=and also|along with=together with
together with=along with|such as=like|throughout=all through|despite=in spite of
prior to=before|in addition to=besides|several=a number of|a number of=several
largest=biggest|biggest=largest|large=big|near=close to|entire=whole|whole=entire
annual=yearly|subsequently=later|immediately=at once|rapidly=quickly|numerous=many
upon=on|amongst=among|regarding=about|concerning=about|via=by way of
worldwide=around the world|around the world=worldwide|aboard=on board|on board=aboard
all of the=all the|at least=no fewer than|during=in the course of|was held in=took place in
were held in=took place in|was held at=took place at|was held on=took place on
is located in=lies in|was arrested=was taken into custody|were arrested=were taken into custody
resigned=stepped down|planned to=intended to|wanted to=wished to|tried to=attempted to
attempted to=tried to|was forced to=was made to|were forced to=were made to
was one of the=was among the|were one of the=were among the|company=firm|teenagers=young people
approximately=about|roughly=about|initially=at first|eventually=in the end|finally=at last
frequently=often|primarily=mainly|mainly=chiefly|mostly=for the most part|comprised=was made up of
consists of=is made up of|the previous year=the year before|situated=located|huge=very large
enormous=very large|wife and children=family|attempt to=try to|in front of=before
next to=beside|against the backdrop of=amid|with the aim of=for|in the wake of=after
as a result of=because of|a series of=several|the majority of=most of|a variety of=various
per year=a year|each year=every year|every year=each year|in total=altogether
"""
_OWNER = re.compile(
    r"(?P<name>(?:[A-Z][\w-]*)(?: [A-Z][\w-]*)*)\u2019s (?P<what>[a-z]{3,})"
    r"(?= (?:in|on|at|to|for|with|by|from|was|is|were|are|had|has)\b|\?|,)"
)
_TITLE = re.compile(r"[A-Z][\w.]*\.\s$")
_WORD = re.compile(r"(?<!['\u2019])\w+|(?<=['\u2019])(?!s\b)\w+")
_QUOTED = re.compile("\u201c[^\u201d]*\u201d")


class Exchange(NamedTuple):
    """A place in a question and what to put there."""

    start: int
    end: int
    text: str


def reworded(ask: str, phrases: Phrases) -> str:
    """`ask` with as many other words as break its runs out of the article, as far as they do."""
    for _ in range(_MOST):
        run = phrases.copied(ask)
        span = _place(ask, run)
        if span is None:
            return ask
        found = [one for one in _exchanges(ask) if span[0] <= one.start and one.end <= span[1]]
        if not found:
            return ask
        middle = sum(span) // 2
        best = min(found, key=lambda one: abs((one.start + one.end) // 2 - middle))
        is_first = not best.start or ask[: best.start].endswith(": ")
        text = best.text[0].upper() + best.text[1:] if is_first else best.text
        ask = ask[: best.start] + text + ask[best.end :]
    return ask


def _place(ask: str, run: str) -> tuple[int, int] | None:
    """Where a run of words stands in `ask`, whatever marks are between them."""
    wanted = _WORD.findall(run.lower())
    found = [(match[0].lower(), *match.span()) for match in _WORD.finditer(ask)]
    words = [word for word, _, _ in found]
    for at in range(len(words) - len(wanted) + 1 if wanted else 0):
        if words[at : at + len(wanted)] == wanted:
            return found[at][1], found[at + len(wanted) - 1][2]
    return None


def _exchanges(ask: str) -> list[Exchange]:
    """Everything in `ask` that may be said otherwise."""
    quoted = [match.span() for match in _QUOTED.finditer(ask)]
    pattern, words = _table()
    found = [
        Exchange(*match.span(), words[match[0]])
        for match in pattern.finditer(ask)
        if not _is_counted(ask, match)
    ]
    found += [
        Exchange(_from(ask, match), match.end(), f"the {match['what']} of {_the(ask, match)}")
        for match in _OWNER.finditer(ask)
        if not match["name"].startswith(("Which", "Whose", "Who", "What"))
        and not _TITLE.search(ask[: match.start()])
    ]
    return [one for one in found if not any(a < one.end and one.start < b for a, b in quoted)]


def _the(ask: str, match: re.Match[str]) -> str:
    """The owner's name behind "of", with the article that stands before it."""
    return f"the {match['name']}" if _from(ask, match) < match.start() else match["name"]


def _from(ask: str, match: re.Match[str]) -> int:
    """Where the phrase begins: "the EU's leader" at its article."""
    return match.start() - 4 * ask.endswith(" the ", 0, match.start())


def _is_counted(ask: str, match: re.Match[str]) -> bool:
    """True for what has no other words: "one more than France", "the whole of"."""
    if match[0] == "more than":
        is_number = _NUMBERED.match(ask, match.end()) is not None
        return not is_number or _ONE.search(ask[: match.start()]) is not None
    if match[0] in ("whole", "entire"):
        return ask.startswith(" of ", match.end())
    if match[0] == "due to":
        # "Was due to be finished" tells when, not why.
        return _IS_DUE.search(ask[: match.start()]) is not None
    return match[0] == "several" and _HUNDREDS.match(ask, match.end()) is not None


_ONE = re.compile(r"\b(?:\d+|one|two|three|four|five|many|much|no|rather|any)\s$")
_NUMBERED = re.compile(
    r"\s(?:\d|[$\u20ac\u00a3\u2026]|how\b|half\b|an?\b|two|three|four|five|six|seven|eight|nine|ten\b"
    r"|twenty|thirty|forty|fifty)"
)
_IS_DUE = re.compile(r"\b(?:is|are|was|were|be|been|being|still|not|now|also|it|he|she|they)\s$")
_HUNDREDS = re.compile(r"\s(?:hundred|thousand|million|billion|dozen)\b")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words and phrases with their others, and a pattern that finds them."""
    by_base = {row.base: row for row in verbs().values()}
    words: dict[str, str] = {}
    for pair in re.split(r"[|\n]", _SAME_VERBS.strip()):
        one, other = (by_base[base] for base in pair.split())
        # "Had started" must not become "had began".
        is_clear = other.past == other.participle or one.past != one.participle
        for form in ("third", "participle", "past") if is_clear else ("third",):
            words[getattr(one, form)] = getattr(other, form)
    pairs = (line.split("=") for line in re.split(r"[|\n]", _SAME_WORDS.strip()))
    words.update((one, other) for one, other in pairs)
    longest = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), words
