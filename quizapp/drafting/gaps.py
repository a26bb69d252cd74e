"""Gap sentences: a plain statement with one name, number or time left out. The last resort."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.drafting.article import Sentence
from quizapp.drafting.clauses import FRONT, find_clauses
from quizapp.drafting.counting import ROUGHLY, figure_answer
from quizapp.drafting.figures import COUNT, MONEY, PERCENT, Figure, find_figures
from quizapp.drafting.fronting import kind_word
from quizapp.drafting.ideas import Idea, View, absolute, capital, lowered, tidy
from quizapp.drafting.names import CITY, COUNTRY, ORG, OTHER, PERSON, PLACE, Name
from quizapp.drafting.phrasing import is_condition
from quizapp.drafting.remains import is_source
from quizapp.drafting.speech import report
from quizapp.drafting.words import LITTLE, PRONOUNS, verbs

_LONGEST = 32
_SHORTEST = 6
_LISTED = 0.12
"""What a sentence full of commas costs: one of a list is seldom the answer worth knowing."""
_GAP = "\u2026"
_AUXILIARIES = frozenset(("is", "are", "was", "were", "will", "would", "can", "could"))
_QUOTED = re.compile(r'"(?:\S+\s+){7,}[^"]*"')
_WEAK_START = (
    PRONOUNS
    | {"here", "there", "what's", "it's"}
    | {"but", "and", "so", "her", "his", "their", "its", "our", "my", "that's"}
)
_LARGE = 10_000
"""A number that counts nothing named is worth asking for from here on."""
_KINDS = (COUNTRY, PERSON, CITY, ORG, PLACE, OTHER)


def gap_ideas(view: View, sentence: Sentence) -> Iterator[Idea]:
    """Gap sentences on the names and numbers of what `sentence` states."""
    statement = _statement(view, sentence)
    if statement is None:
        return
    start, end, who = statement
    pieces = _pieces(view, sentence, start, end)
    text = sentence.text
    taken = 0
    for figure in find_figures(text[start:end]):
        is_bare = figure.kind == COUNT and not figure.noun and figure.value < _LARGE
        if figure.kind in (COUNT, MONEY, PERCENT) and taken < 2 and not is_bare:
            taken += 1
            place = (start + figure.start, start + figure.end)
            yield _number(view, sentence, (*_around(pieces, place), who), place)
    for name in reversed(view.names_in(sentence)):
        place = (name.start - sentence.start, name.end - sentence.start)
        if name.kind not in _KINDS or place[0] < start or place[1] > end or taken >= 5:
            continue
        if text[start : place[0]].count('"') % 2 or _modifies(text[place[1] :]):
            continue
        if _is_aside(text, start, place):
            continue
        taken += 1
        yield _named(view, sentence, (*_around(pieces, place), who), name)


def _is_aside(text: str, start: int, place: tuple[int, int]) -> bool:
    """True for a name in brackets, in front of a comma at the very front, or half of a name."""
    before, after = text[: place[0]], text[place[1] :]
    if before.count("(") > before.count(")"):
        return True
    if (
        before[-1:] in ("(", "#")
        or before.endswith((" told ", " tells "))
        or (place[0] == start and after[:1] == ",")
    ):
        return True
    is_first_half = re.match(r"\s+and\s+[A-Z]\w+\s\(", after) is not None
    return is_first_half or (before.endswith(" and ") and after.startswith(" ("))


def _pieces(view: View, sentence: Sentence, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a statement that stand by themselves, the shortest first; the whole is last."""
    text = sentence.text
    found = find_clauses(text, start, end, view.names.last_words)
    pieces = {(one.subject_span[0], one.rest_span[1]) for one in found if not one.intro}
    pieces = {
        (from_, to)
        for from_, to in pieces
        if len(text[from_:to].split()) >= _SHORTEST and text[from_:to].count('"') % 2 == 0
    }
    return [*sorted(pieces, key=lambda one: (one[1] - one[0], one)), (start, end)]


def _around(pieces: list[tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    return next(one for one in pieces if one[0] <= place[0] and place[1] <= one[1])


def _named(view: View, sentence: Sentence, statement: tuple[int, int, str], name: Name) -> Idea:
    start, end, who = statement
    place = (name.start - sentence.start, name.end - sentence.start)
    ask = _at_the_end(view, sentence.text, (start, end), place, who, name)
    is_whole = bool(ask)
    ask = ask or _with_gap(view, sentence.text, (start, end), place, who)
    whole = view.names.whole(name)
    return Idea(
        "gap",
        ask,
        whole,
        name.kind,
        sentence,
        name.start,
        name.end,
        said_by=who,
        changes=bool(_PRESENT.search(ask)),
        worth={PLACE: 0.26, OTHER: 0.1}.get(name.kind, 0.3)
        + (0.16 if is_whole else 0)
        - (_LISTED if ask.count(",") > 1 else 0),
        accept=(name.text,) if name.text != whole else (),
    )


_PRESENT = re.compile(r"\b(?:is|are|has|have)\b")
_MODIFIES = re.compile(r"'(?!s)|-|\s(?!(?:said|did|does)\b)[A-Za-z]+")


def _modifies(after: str) -> bool:
    """True where a name only describes the noun behind it: "the Kremlin spokesman"."""
    match = _MODIFIES.match(after)
    if not match or match[0][0] in "'-":
        return bool(match)
    word = match[0].strip()
    return word[0].isupper() or (word not in LITTLE and word not in verbs())


def _statement(view: View, sentence: Sentence) -> tuple[int, int, str] | None:
    """Where the plain statement of a sentence stands, and who reports it."""
    text = sentence.text
    if text.endswith("?") or sentence.inside or is_source(text):
        return None
    told = report(text)
    start, end = told.start, told.end
    if front := FRONT.match(text, start):
        start = front.end()
    body = text[start:end].split()
    clauses = find_clauses(text, start, end, view.names.last_words)
    if clauses and (len(body) > _LONGEST or text[start:end].count('"') % 2):
        start, end = clauses[0].subject_span[0], clauses[0].rest_span[1]
        if is_condition(clauses[0].intro) or not re.match(r"\s*(?:[,;:\u2013(.]|--|$)", text[end:]):
            return None
    elif not any(word in verbs() or word in _AUXILIARIES for word in body):
        return None
    words = text[start:end].split()
    if _QUOTED.search(text[start:end]):
        return None
    if (
        not _SHORTEST <= len(words) <= _LONGEST
        or words[0].lower() in _WEAK_START
        or text[start:end].count('"') % 2
    ):
        return None
    return start, end, "" if told.unsure else told.who


_PREPOSED = re.compile(
    r"\b(?:from|to|in|by|with|at|for|against|near|into|over|about|of)\s+(?:the\s+)?$"
)


_GOES_ON = re.compile(r"\s(?:in|on|at|to|for|with|by|from|after|before|during)\b")


def _at_the_end(
    view: View, text: str, whole: tuple[int, int], place: tuple[int, int], who: str, name: Name
) -> str:
    """The statement as a question in its own order, where a name ends it; else "".

    "It flew home to Glasgow from which country?"
    """
    before, after = text[whole[0] : place[0]], text[place[1] : whole[1]].strip(" ,.")
    times = view.times_in(after)
    is_last = not after or (len(times) == 1 and times[0].end - times[0].start == len(after))
    goes_on = _GOES_ON.match(text[place[1] :]) is not None
    match = _PREPOSED.search(before)
    asked = kind_word(name.text, name.kind)
    if not asked or not match or not (is_last or goes_on):
        return ""
    if is_last and after and not times[0].said:
        return ""
    front = before[: match.end()].removesuffix("the ").rstrip()
    words = absolute(view, f"{front} {asked} {after}").strip(" ,.")
    if who:
        return tidy(f"According to {who}, {lowered(words)}?")
    return tidy(f"{capital(words)}?")


def _with_gap(
    view: View, text: str, whole: tuple[int, int], place: tuple[int, int], who: str
) -> str:
    filled = f"{text[whole[0] : place[0]]}{_GAP}{text[place[1] : whole[1]]}"
    statement = absolute(view, filled).strip(" ,.")
    lead = f"Fill the gap, according to {who}: " if who else "Fill the gap: "
    return tidy(f"{lead}{capital(statement)}.")


def _number(
    view: View,
    sentence: Sentence,
    statement: tuple[int, int, str],
    place: tuple[int, int],
) -> Idea:
    start, end, who = statement
    figure = next(
        one for one in find_figures(sentence.text[start:end]) if start + one.end >= place[1]
    )
    place = (start + figure.start, start + figure.end)
    answer, of = figure_answer(figure)
    asked = _number_in_place(view, sentence.text, statement, figure)
    ask = asked or _with_gap(view, sentence.text, (start, end), place, who)
    if view.as_of and not who and _PRESENT.search(ask) and not _HAS_YEAR.search(ask):
        ask = _with_day(view, ask)
    if of == PERCENT and not asked:
        ask = ask.replace(_GAP, f"{_GAP}%", 1)
    return Idea(
        "gap",
        ask,
        answer,
        of,
        sentence,
        sentence.start + place[0],
        sentence.start + place[1],
        said_by=who,
        unit="%" if of == PERCENT else "",
        changes=bool(_PRESENT.search(ask)),
        worth=0.56 if asked else 0.34,
    )


_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _with_day(view: View, ask: str) -> str:
    """A number in the present with the day it holds for."""
    if ask.startswith("Fill the gap: "):
        return f"Fill the gap{view.as_of}: {ask.removeprefix('Fill the gap: ')}"
    return f"{capital(view.as_of.strip())}, {lowered(ask)}"


_BEFORE_NUMBER = re.compile(
    r"(?:^|,\s+|\b(?:to|of|by|with|on|for|from|in|into|at|than|includes?|including)\s+)$"
)


def _number_in_place(view: View, text: str, statement: tuple[int, int, str], figure: Figure) -> str:
    """The statement as a question in its own order, where that reads well; else "".

    "They found 20 germs on how many pairs of shoes?"
    """
    start, end, who = statement
    before = text[start : start + figure.from_]
    after = text[start + figure.end : end]
    asked = "how much" if figure.kind == MONEY else "what percentage"
    if figure.kind == COUNT:
        asked = "how many"
    is_odd = figure.kind == COUNT and not figure.noun
    follows = re.match(r"\s+(?!(?:and|or|to)\b)[a-z]+", after)
    if figure.kind != COUNT and follows and follows[0].strip() not in LITTLE:
        is_odd = True
    if is_odd or not _BEFORE_NUMBER.search(before) or re.match(r"\s+(?:to|and|or)\s", after):
        return ""
    about = ROUGHLY.get(figure.about, figure.about)
    words = absolute(view, f"{before}{about} {asked}{after}").strip(" ,.")
    if who:
        return tidy(f"According to {who}, {lowered(words)}?")
    return tidy(f"{capital(words)}?")
