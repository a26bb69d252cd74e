"""A statement as a question in its own order, or with a gap where its answer stood."""

from __future__ import annotations

import re

from quizapp.drafting.grammar.figures import COUNT, MEASURE, MONEY, Figure
from quizapp.drafting.grammar.statements import Statement
from quizapp.drafting.grammar.verb_groups import BE, HAVE
from quizapp.drafting.grammar.words import LITTLE, bases, verbs
from quizapp.drafting.ideas import View, absolute, capital, lowered, tidy
from quizapp.drafting.named.names import ORG, Name
from quizapp.drafting.rules.counting import ROUGHLY
from quizapp.drafting.rules.fronting import kind_word

GAP = "\u2026"
_LEAD = "Fill the gap: "
_PREPOSED = re.compile(
    r"\b(?:from|to|in|by|with|at|for|against|near|into|over|about|of)\s+(?:the\s+)?$"
)
_SITE = re.compile(
    r"\b(?:Cent(?:er|re)|Museum|Stadium|Hall|School|Hospital|Airport|Park|Library|Theat(?:er|re))\b"
)
"""An organisation that is a place as well: one does not set off "from which organisation"."""
_GOES_ON = re.compile(r"\s(?:in|on|at|to|for|with|by|from|after|before|during)\b")
_BEFORE_NUMBER = re.compile(
    r"(?:^|,\s+|\b(?:to|of|by|with|on|for|from|in|into|at|than|includes?|including)\s+)$"
)


def with_gap(view: View, text: str, told: Statement, place: tuple[int, int]) -> str:
    """The statement with a gap at `place`."""
    after = untwinned(text[slice(*place)], text[place[1] : told.end])
    filled = f"{text[told.start : place[0]]}{GAP}{after}"
    statement = _dated(view, filled)
    lead = f"Fill the gap, according to {told.who}: " if told.who else _LEAD
    stop = "" if statement.endswith(('."', '!"', '?"')) else "."
    return tidy(f"{lead}{capital(statement)}{stop}")


def untwinned(answer: str, after: str) -> str:
    """What follows an answer, without brackets that say it in other units or letters."""
    pattern = _TWIN if answer[:1].isdigit() or answer[-1:].isdigit() else _LETTERS
    match = pattern.match(after)
    if match is None or (pattern is _LETTERS and not _stands_for(match["short"], answer)):
        return after
    return f"{match['noun']}{after[match.end() :]}"


_TWIN = re.compile(r"(?P<noun>(?:\s[\w.-]+){0,4}?)\s\([^()]*\d[^()]*\)")
_LETTERS = re.compile(r"(?P<noun>)\s\(\"?(?P<short>[A-Z][A-Za-z&.-]{1,9})\"?\)")


def _stands_for(short: str, name: str) -> bool:
    """True where the letters of `short` come in `name` in their order, its first one first."""
    rest = iter(name.lower())
    letters = [one for one in short.removesuffix("s").lower() if one.isalpha()]
    return short[:1] == name[:1] and all(one in rest for one in letters)


def _ended(after: str) -> str:
    """What follows what is asked for, up to where another statement begins."""
    return after.split(";", 1)[0]


def name_in_place(
    view: View, text: str, told: Statement, place: tuple[int, int], name: Name
) -> str:
    """The statement as a question in its own order, where a name ends it; else "".

    "It flew home to Glasgow from which country?"
    """
    before, after = text[told.start : place[0]], text[place[1] : told.end].strip(" ,.")
    times = view.times_in(after)
    is_last = not after or (len(times) == 1 and times[0].end - times[0].start == len(after))
    goes_on = _GOES_ON.match(text[place[1] :]) is not None
    match = _PREPOSED.search(before)
    asked = kind_word(name.text, name.kind)
    if not asked or not match or not (is_last or goes_on):
        return ""
    if name.kind == ORG and _SITE.search(name.text):
        return ""
    if is_last and after and not times[0].said:
        return ""
    front = before[: match.end()].removesuffix("the ").rstrip()
    return _asked(view, f"{front} {asked} {_ended(after)}", told)


def number_in_place(view: View, text: str, told: Statement, figure: Figure) -> str:
    """The statement as a question in its own order, where that reads well; else "".

    "They found 20 germs on how many pairs of shoes?"
    """
    before = text[told.start : figure.from_]
    after = _ended(untwinned(figure.text, text[figure.end : told.end]))
    asked = "how much" if figure.kind == MONEY else "what percentage"
    is_counted = figure.kind in (COUNT, MEASURE)
    if is_counted:
        asked = "how many"
    is_odd = is_counted and not figure.noun
    follows = re.match(r"\s+(?!(?:and|or|to)\b)[a-z]+", after)
    if not is_counted and follows and follows[0].strip() not in LITTLE:
        is_odd = True
    if is_odd or not _is_asked_behind(before) or re.match(r"\s+(?:to|and|or)\s", after):
        return ""
    about = ROUGHLY.get(figure.about, figure.about)
    return _asked(view, f"{before}{about} {asked}{after}", told)


def _is_asked_behind(before: str) -> bool:
    """True where "how many" reads well: behind a preposition, a comma or a verb."""
    if _BEFORE_NUMBER.search(before):
        return True
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    forms = verbs().get(word)
    is_verb = forms is not None and word in (forms.past, forms.third)
    return is_verb or word in BE | HAVE or (word.endswith("ing") and word[:-3] in bases())


def year_in_place(view: View, text: str, told: Statement, place: tuple[int, int]) -> str:
    """The statement as a question in its own order, where a year ends it or a phrase; else ""."""
    before, after = text[told.start : place[0]], text[place[1] : told.end]
    is_last = not after.strip(" ,.") or _GOES_ON.match(after) is not None
    if not is_last or not _BEFORE_YEAR.search(before):
        return ""
    return _asked(view, f"{before}which year{_ended(after)}", told)


_BEFORE_YEAR = re.compile(r"\S\s.*\s(?:in|since|from|until|of|by|after|before)\s$")


def _asked(view: View, words: str, told: Statement) -> str:
    words = _dated(view, words)
    if told.who:
        return tidy(f"According to {told.who}, {_inside(view, words)}?")
    return tidy(f"{capital(words)}?")


def _dated(view: View, words: str) -> str:
    """`words` with their times made absolute, save where a quotation has one."""
    if '"' in words and any(words.count('"', 0, time.start) % 2 for time in view.times_in(words)):
        return words.strip(" ,.")
    return absolute(view, words).strip(" ,.")


def with_day(view: View, ask: str) -> str:
    """A number in the present with the day it holds for."""
    if ask.startswith(_LEAD):
        return f"Fill the gap{view.as_of}: {ask.removeprefix(_LEAD)}"
    return f"{capital(view.as_of.strip())}, {_inside(view, ask)}"


def _inside(view: View, words: str) -> str:
    """A statement as it goes on inside a sentence: only a name keeps its capital."""
    first = re.match(r"[A-Z][a-z]+\b", words)
    is_name = first is None or any(one.text.startswith(first[0]) for one in view.names.all)
    return lowered(words) if is_name else words[0].lower() + words[1:]
