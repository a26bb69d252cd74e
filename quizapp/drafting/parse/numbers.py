"""Questions on the numbers and times of a parsed clause: how many, how much, when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.dates import date_text
from quizapp.drafting.grammar.figures import COUNT, MEASURE, MONEY, PERCENT, Figure, find_figures
from quizapp.drafting.grammar.times import Time
from quizapp.drafting.grammar.words import listed
from quizapp.drafting.ideas import Idea
from quizapp.drafting.parse.parts import Part
from quizapp.drafting.parse.trees import Word
from quizapp.drafting.parse.wording import Asking, lessened, low
from quizapp.drafting.rules.counting import ROUGHLY, figure_answer

_DEEP, _LONG = 8, 12
"""A part is moved to the front up to so many words, asked for in its place up to so many."""
_SPANS = listed("seconds minutes hours days weeks months years decades centuries")
_MOVED = frozenset(("dobj", "prep", "npadvmod", "agent", "advmod", "acomp", "attr"))
_NUMBERED = frozenset(("nummod", "compound", "quantmod"))
_IN_A_RANGE = re.compile(r"(?:\b(?:to|or|and|between)|-)$")
_FROM_THEN = re.compile(r"\s(?:later|earlier|before|after|ago|old)\b(?!\s\w)")
"""Behind a length of time: counted from something that the sentence does not tell."""
_MORE = re.compile(r"\s+(?:and|or|to)\s+(?:a\s+)?(?:\d|half|quarter|one\b)")
_SCALED = re.compile(r"\s(?:Thousand|Million|Billion|Trillion)\b")
_AT_FRONT = re.compile(r"(?:(?:in|on|at|to|by|for|from|with|after|within|over)?|a total of)$")
_DEEPER = re.compile(r"(?:in|on|at|to|by|for|from|with|after)\san?\s[a-z]+\sof$")
_IN_PLACE = re.compile(r"(?:^|\s)(?:of|in|to|by|for|from|with|at|on|after|about)$")
_ADORNED = re.compile(r"\b(?:a record|an estimated|a mere)\s+$")
_COMPARED = re.compile(r"\b(?:first|last|only|most|least|\w+est)\b")
_NO_POINT = frozenset(("since", "until", "by", "from", "for", "through", "of"))


def number_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """How many or how much stands in `part`."""
    if part.head.dep_ in ("ccomp", "advcl", "xcomp") or (part.aside and part.head.dep_ != "prep"):
        return
    short = _shortened(part)
    text, start = short.text, short.words[0].idx
    figures = [one for one in find_figures(text) if _is_own(short, one, start)]
    if len(figures) != 1 or text != short.words[0].doc.text[start : start + len(text)]:
        return
    figure = figures[0]
    before = _ADORNED.sub("", text[: figure.from_]).strip()
    asked = _asked_figure(short, figure, start)
    if not asked or _is_loose(asking, short, figure, before):
        return
    about = ROUGHLY.get(figure.about, figure.about)
    end = figure.noun_end if figure.noun else figure.end
    whole = " ".join(f"{before} {about} {asked}{text[end:]}".split())
    ask, worth = _asked(asking, part, before, whole)
    if ask:
        answer, of = figure_answer(figure)
        base = asking.base + start
        yield asking.phrasing.idea(
            "number",
            ask,
            answer,
            of,
            base + figure.start,
            base + figure.end,
            unit="%" if figure.kind == PERCENT else "",
            worth=lessened(worth, ask),
        )


def _is_own(part: Part, figure: Figure, start: int) -> bool:
    """True for the one number of a part, or for the one that counts its noun."""
    if len(find_figures(part.text)) == 1:
        return True
    noun = _word_at(part, start + figure.noun_end) if figure.noun else None
    return noun is not None and (noun == part.head or noun.head == part.head)


def _shortened(part: Part) -> Part:
    """A part that is asked for, without the clause on its noun and what is joined to a measure."""
    noun = part.head if part.head.dep_ != "prep" else next(iter(part.head.children), part.head)
    cut = [one for one in noun.children if one.dep_ == "relcl" and one.i > noun.i]
    if part.head.dep_ == "acomp":
        cut += [one for one in noun.children if one.dep_ in ("cc", "conj") or one.text == ","]
    start = min((word.i for one in cut for word in one.subtree), default=part.words[-1].i + 1)
    return part._replace(words=tuple(one for one in part.words if one.i < start) or part.words)


def _asked_figure(part: Part, figure: Figure, start: int) -> str:
    """The words that ask for a figure; "" where it counts nothing of its own."""
    number = _word_at(part, start + figure.end)
    if number is None or _has_joined(number):
        return ""
    if figure.kind in (COUNT, MEASURE):
        noun = _word_at(part, start + figure.noun_end)
        if not figure.noun or number.dep_ not in _NUMBERED or noun is None:
            return ""
        is_counted = noun.tag_ in ("NNS", "NN", "NNPS") and noun.dep_ != "compound"
        return f"how many {figure.noun}" if is_counted else ""
    follows = next((one for one in part.words if one.idx >= start + figure.end), None)
    if follows is not None and follows.tag_[:2] in ("NN", "JJ"):
        return ""
    return "how much" if figure.kind == MONEY else "what percentage"


def _word_at(part: Part, end: int) -> Word | None:
    """The word of `part` that ends at a place of the parsed text."""
    return next((one for one in part.words if one.idx + len(one.text) == end), None)


def _has_joined(number: Word) -> bool:
    near = (number, *number.children, *number.head.children)
    return any(one.dep_ == "conj" for one in near)


def _is_loose(asking: Asking, part: Part, figure: Figure, before: str) -> bool:
    """True for a number that is one of several, or counted from what is not told."""
    text, doc = part.text, part.words[0].doc.text
    end = figure.noun_end if figure.noun else figure.end
    if _IN_A_RANGE.search(before) or _FROM_THEN.match(text[end:]):
        return True
    if _MORE.match(doc, part.words[0].idx + end):
        return True
    if _SCALED.match(text, figure.end):
        return True
    is_span = figure.noun.split()[-1:] != [] and figure.noun.split()[-1] in _SPANS
    return is_span and before.lower() == "in" and bool(_COMPARED.search(asking.without(part)))


def _asked(asking: Asking, part: Part, before: str, whole: str) -> tuple[str, float]:
    """The question on a number, and its worth; "" where there is none."""
    start, words = before.lower(), len(whole.split())
    is_thing = not asking.stated.clause.verb and part.head.dep_ == "attr"
    is_there = asking.stated.head.dep_ == "expl"
    is_what = part.head.dep_ == "appos" or (is_thing and not is_there)
    is_nested = any(one.dep_ in ("advcl", "relcl", "ccomp") for one in _shortened(part).words)
    if is_nested or (part.inner and not asking.stated.clause.verb):
        return "", 0.0
    if part.head.dep_ in _MOVED and not is_what:
        if _AT_FRONT.match(start) and words <= _DEEP + 2:
            return asking.fronted(part, low(whole.removeprefix("a total of "))), 0.84
        if _DEEPER.match(start) and words <= _DEEP:
            return asking.fronted(part, low(whole)), 0.7
    if part.head.dep_ == "npadvmod" and (away := _away(asking, part)):
        others = " ".join(one.text for one in asking.stated.parts if one not in (part, away))
        return asking.fronted_with(f"{low(whole)} {away.text}", others), 0.7
    is_plain = not start or _IN_PLACE.search(start) is not None
    behind = asking.stated.parts[asking.stated.parts.index(part) + 1 :]
    is_last = all(one.aside or one.head.dep_ == "advcl" for one in behind)
    if is_plain and words <= _LONG and is_last:
        return asking.in_place(part, whole), 0.62
    return "", 0.0


def _away(asking: Asking, part: Part) -> Part | None:
    """The "away" right behind a distance."""
    parts = asking.stated.parts
    behind = parts[parts.index(part) + 1 :][:1]
    return next((one for one in behind if one.text in ("away", "apart")), None)


# Times


_CLOCK = re.compile(
    r"(?P<about>about |around )?(?P<time>\d{1,2}(?::\d\d)?(?: [ap]\.m\b\.?)|\d{1,2}:\d\d)"
)


def clock_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """At what time it was, where `part` is a time of day."""
    text = part.text
    match = _CLOCK.match(text, 3) if text.lower().startswith("at ") else None
    if match is None or asking.stated.clause.present:
        return
    tail = text[match.end() :].strip(" .")
    if tail and not tail.startswith(("local time", "near ", "in ", "on ", "off ")):
        return
    ask = asking.fronted(part, f"at {match['about'] or ''}what time", tail)
    start = asking.base + part.words[0].idx
    place = (start + match.start("time"), start + match.end("time"))
    if ask:
        answer = match["time"] + ("." if match["time"].endswith(".m") else "")
        yield asking.phrasing.idea("when", ask, answer, "time", *place, worth=0.36)


def time_ideas(asking: Asking, part: Part) -> Iterator[Idea]:
    """When it was, where `part` is one day or year."""
    clause, phrasing = asking.stated.clause, asking.phrasing
    if part.head.dep_ not in ("prep", "npadvmod", "advmod") or part.inner or not asking.can_turn:
        return
    if clause.present or clause.aux in ("has", "have", "will", "can"):
        return
    time = _whole_time(asking, part)
    if time is None or part.words[0].lower_ in _NO_POINT:
        return
    rest = phrasing.said(asking.without(part))
    if rest or clause.passive:
        yield _time_idea(asking, part, time, rest)


def _whole_time(asking: Asking, part: Part) -> Time | None:
    """The day or year that a part is and nothing else."""
    text = low(part.text)
    times = asking.view.times_in(text)
    if len(times) != 1 or times[0].start > 3 or times[0].end < len(text) - 1:
        return None
    return times[0] if times[0].year or times[0].day else None


def _time_idea(asking: Asking, part: Part, time: Time, rest: str) -> Idea:
    phrasing, today = asking.phrasing, asking.view.today
    start = asking.base + part.words[0].idx + time.start
    is_news = bool(time.day and today and abs((today - time.day).days) < 4)
    asked = "when" if time.day else "in which year"
    ask = f"{asked} {phrasing.turned()} {rest}"
    return phrasing.idea(
        "date",
        ask,
        time.day.isoformat() if time.day else time.year,
        "date" if time.day else "year",
        start,
        start + len(time.text),
        worth=lessened(0.42 if is_news else 0.5 if time.day else 0.76, ask),
        changes=False,
        why=f"It was on {date_text(time.day)}." if time.day else "",
    )
